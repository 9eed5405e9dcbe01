"""What each block of the plakpakket says, in lines of "label: value": no tabs, no markup, amounts only where it is
about them. Every text that somebody typed goes through `Roles`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import sum_words, wording
from doorbraak.model.documents.copy_pack_names import Roles
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention, Status, StatusChange
from doorbraak.model.dossier.people import Living, Person
from doorbraak.model.dossier.sharing import Sharing
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.insight import choice_names, measuring, names, objection
from doorbraak.model.insight.ground_checks import to_check
from doorbraak.model.insight.savings import Saving

_LIVING: dict[Living, str] = {"yes": "woont hier", "partly": "woont hier deels", "no": "woont hier niet"}
_DECIDED: tuple[Status, ...] = ("granted", "partly", "refused")
_OFF: tuple[Status, ...] = ("refused", "withdrawn")
_DOORBRAAK = "Doorbraak"
_COSTS = "kosten"  # in the id of every measure that is about costs


@dataclass(frozen=True, slots=True)
class Content:
    """What the blocks are made of. `visit` is the one that they report."""

    dossier: Dossier
    catalogue: Catalogue
    visit: Visit | None
    today: date
    roles: Roles
    saving: Saving | None

    def who(self, people: Iterable[int]) -> str:
        return ", ".join(self.roles.people[id_] for id_ in people if id_ in self.roles.people)

    def doorbraak(self, one: Intervention) -> str:
        return self.roles.said(names.intervention_name(one, self.catalogue))

    def agency(self, id_: int | None, other: str) -> str:
        """As the household calls it; `other` when it is none of its agencies."""
        found = next((one for one in self.dossier.agencies if one.id == id_), None)
        return self.roles.said(names.agency_name(found, self.catalogue) if found else other)

    def open_since(self, done_on: date | None) -> bool:
        """Still open, or done since the visit."""
        return done_on is None or (self.visit is not None and done_on >= self.visit.on_day)


def text_of(part: str, content: Content) -> str:
    """Empty when there is nothing to say."""
    return _PARTS[part](content).replace("\u00a0", " ")  # as everybody types it


def _line(label: str, value: str) -> str:
    """Empty without a value."""
    return f"{label}: {value}" if value else ""


def _lines(*said: str) -> str:
    return "\n".join(one for one in said if one)


def _groups(said: Iterable[str]) -> str:
    """With an empty line between one doorbraak and the next."""
    return "\n\n".join(one for one in said if one)


def _sentences(*said: str) -> str:
    """Parts of one value; one alone stays as it is."""
    parts = [one for one in said if one]
    return parts[0] if len(parts) == 1 else " ".join(one if one[-1] in ".!?…”" else f"{one}." for one in parts)


def _bare(said: str) -> str:
    """Without its full stop: more follows."""
    return said[:-1] if said.endswith(".") and not said.endswith("..") else said


def _beside(said: str, *more: str) -> str:
    """What belongs to it between brackets."""
    inside = ", ".join(one for one in more if one)
    return f"{_bare(said)} ({inside})" if inside else said


def _per_doorbraak(content: Content, said: Callable[[Intervention], str]) -> str:
    return _groups(
        f"{_line(_DOORBRAAK, content.doorbraak(one))}\n{text}"
        for one in content.dossier.interventions
        if (text := said(one))
    )


def _report(content: Content) -> str:
    visit = content.visit
    if visit is None:
        return ""
    minutes = wording.count(visit.minutes_with_people, "minuut", "minuten") if visit.minutes_with_people else ""
    return _lines(
        _line("Datum", wording.day(visit.on_day)),
        _line("Soort gesprek", choice_names.CONVERSATIONS[visit.conversation]),
        _line("Plaats", choice_names.PLACES[visit.place]),
        _line("Duur", minutes),
        _line("Verslag", content.roles.told(visit.report)),
    )


def _people(content: Content) -> str:
    def said(one: Person) -> str:
        name = content.roles.people[one.id]
        return _line(name[:1].upper() + name[1:], "overleden" if one.died else _LIVING[one.lives_here])

    return _lines(*(said(one) for one in content.dossier.people))


def _domains(content: Content) -> str:
    catalogue, roles = content.catalogue, content.roles
    found: dict[str, list[str]] = {id_: [] for id_ in catalogue.life_domains}
    for one in content.dossier.problems:
        who = content.who(one.people)
        said = _beside(
            _bare(roles.said(names.problem_name(one, catalogue))),
            f"bij {who}" if who else "",
            f"eigenaar {choice_names.OWNERS[one.owner].lower()}" if one.owner else "",
            f"opgelost op {wording.day(one.solved_on)}" if one.solved_on else "",
        )
        found.setdefault(one.life_domain, []).append(said)
    return _lines(
        *(_line(roles.said(names.life_domain_name(id_, catalogue)), "; ".join(said)) for id_, said in found.items())
    )


def _agencies(content: Content) -> str:
    said = []
    for one in sorted(content.dossier.agencies, key=lambda one: (one.ended_on is not None, -one.contacts_e2, one.id)):
        merged = content.agency(one.merges_into, "")
        times = "contact" if one.contacts_e2 == 100 else "contacten"
        value = (
            f"gestopt op {wording.day(one.ended_on)}" if one.ended_on else "",
            f"{names.contacts(one.contacts_e2)} {times} per maand" if one.contacts_e2 and not one.ended_on else "",
            choice_names.FUTURES[one.future].lower() if one.future and not one.ended_on else "",
            f"gaat op in {merged}" if merged else "",
            f"tot: {_bare(content.roles.said(one.ends_when))}" if one.ends_when and not one.ended_on else "",
        )
        said.append(_line(content.agency(one.id, ""), ", ".join(part for part in value if part) or "betrokken"))
    return _lines(*said)


def _goals(content: Content) -> str:
    ordered = sorted(content.dossier.goals, key=lambda one: (not one.first, one.id))
    return _lines(*(_line("Eerst" if one.first else "Doel", content.roles.said(one.words)) for one in ordered))


def _first(content: Content) -> str:
    """What the household chose, and the order in which the problems come."""
    dossier, roles = content.dossier, content.roles
    ranked = sorted((one for one in dossier.problems if one.rank is not None), key=lambda one: (one.rank or 0, one.id))
    return _lines(
        *(_line("Volgens het huishouden", roles.said(one.words)) for one in dossier.goals if one.first),
        *(_line(str(one.rank), roles.said(names.problem_name(one, content.catalogue))) for one in ranked),
    )


def _agreed(content: Content, words: str, who: str, due: date | None, done_on: date | None) -> str:
    if done_on is not None:
        when = f"Gedaan op {wording.day(done_on)}"
    else:
        when = f"Uiterlijk {wording.day(due)}" if due else "Zonder datum"
    return _line(when, _beside(content.roles.said(words), who))


def _tasks(content: Content) -> str:
    found = [one for one in content.dossier.tasks if content.open_since(one.done_on)]
    found.sort(key=lambda one: (one.done_on is not None, one.due or date.max, one.id))
    return _lines(
        *(
            _agreed(
                content,
                f"{choice_names.TASKS[one.kind]}: {one.words}" if one.kind != "task" else one.words,
                content.roles.who(one.lead),
                one.due,
                one.done_on,
            )
            for one in found
        )
    )


def _letters(content: Content) -> str:
    said = []
    found = [one for one in content.dossier.letters if content.open_since(one.settled_on)]
    for one in sorted(found, key=lambda one: (one.last_day or date.max, one.id)):
        sender = content.agency(one.agency, names.letter_sender(one, (), content.catalogue))
        value = _sentences(
            content.roles.said(one.demand),
            f"Bedrag {money.exact(one.amount_cents)}" if one.amount_cents is not None else "",
            f"Uiterlijk {wording.day(one.last_day)}" if one.last_day else "",
            f"Brief van {wording.day(one.dated)}" if one.dated else "",
            f"Afgehandeld op {wording.day(one.settled_on)}" if one.settled_on else "",
        )
        said.append(_line(sender or "Onbekende afzender", value or "brief"))
    return _lines(*said)


def _interventions(content: Content) -> str:
    def said(one: Intervention) -> str:
        since = max((each.on_day for each in _history(content, one) if each.status == one.status), default=None)
        status = choice_names.STATUSES[one.status]
        words = content.roles.said(one.words) if one.kind in content.catalogue.interventions else ""
        payer = names.payer_name(one.payer, content.catalogue) if one.payer else ""
        return _lines(
            _line("Wat", words),
            _line("Stand", f"{status.lower()} op {wording.day(since)}" if since else status.lower()),
            _line("Wie beslist", content.roles.who(one.decider)),
            _line("Wie betaalt", content.roles.said(payer)),
        )

    return _per_doorbraak(content, said)


def _history(content: Content, one: Intervention) -> list[StatusChange]:
    return [each for each in content.dossier.statuses if each.intervention == one.id]


def _decision(content: Content) -> str:
    """What was decided last, also when it was carried out since."""

    def said(one: Intervention) -> str:
        decided = [each for each in _history(content, one) if each.status in _DECIDED]
        last = max(decided, key=lambda each: (each.on_day, each.id), default=None)
        status = last.status if last else one.status
        if status not in _DECIDED:
            return ""
        on = one.decided_on or (last.on_day if last else None)
        until = objection.last_day(one, content.dossier.statuses)
        return _lines(
            _line("Besluit", choice_names.STATUSES[status].lower()),
            _line("Datum", wording.day(on) if on else ""),
            _line("Genomen door", content.roles.who(one.decider)),
            _line("Reden", content.roles.said(last.reason) if last else ""),
            _line("Bezwaar kan tot en met", wording.day(until) if until else ""),
        )

    return _per_doorbraak(content, said)


def _grounds(content: Content) -> str:
    def said(one: Intervention) -> str:
        found = []
        for ground in content.dossier.grounds:
            if ground.intervention == one.id:
                name = content.roles.said(names.ground_name(ground, content.catalogue))
                check = to_check(ground, content.catalogue)
                found.append(_line(choice_names.GROUND_ROLES[ground.role], _beside(name, "nakijken" if check else "")))
        return _lines(*found)

    return _per_doorbraak(content, said)


def _weighing(content: Content) -> str:
    def said(one: Intervention) -> str:
        words = {each.part: each.words for each in content.dossier.considerations if each.intervention == one.id}
        sides = [each for each in content.dossier.perspectives if each.intervention == one.id and each.verdict]
        return _lines(
            _line("Gewenst effect", content.roles.said(words.get("wanted-effect", ""))),
            *(
                _line(
                    _beside(choice_names.SIDES[each.side], content.roles.who(each.by_role)),
                    choice_names.VERDICTS[each.verdict].lower(),
                )
                for each in sides
            ),
            _line("Afweging", content.roles.said(words.get("weighing", ""))),
        )

    return _per_doorbraak(content, said)


def _threats(content: Content) -> str:
    said = []
    for one in sorted(content.dossier.events, key=lambda one: (one.expected_on, one.id)):
        chances = f"Kans nu {one.chance_threatening}%, met het plan {one.chance_plan}%"
        came = choice_names.EVENT_OUTCOMES[one.outcome]
        came += f" op {wording.day(one.outcome_on)}" if one.outcome_on else ""
        value = _sentences(
            came if one.outcome else f"Rond {wording.day(one.expected_on)}",
            "" if one.outcome else chances,
            content.roles.said(one.reason),
        )
        said.append(_line(content.roles.said(names.event_name(one, content.catalogue)), value))
    return _lines(*said)


def _steps(content: Content) -> str:
    def said(one: Intervention) -> str:
        found = [each for each in content.dossier.steps if each.intervention == one.id and one.status not in _OFF]
        found.sort(key=lambda each: (each.done_on or each.due or date.max, each.id))
        return _lines(
            *(
                _agreed(
                    content,
                    each.words,
                    content.roles.who(each.lead) or (choice_names.OWNERS[each.owner].lower() if each.owner else ""),
                    each.due,
                    each.done_on,
                )
                for each in found
            )
        )

    return _per_doorbraak(content, said)


def _sharing(content: Content) -> str:
    def said(one: Sharing) -> str:
        ground = choice_names.SHARING_GROUNDS[one.ground].lower() if one.ground else ""
        law = content.roles.said(names.law_name(one.law, content.catalogue)) if one.law else ""
        with_whom = content.agency(one.agency, one.with_whom)
        why, untold = content.roles.said(one.why), content.roles.said(one.why_untold)
        told = f"Verteld op {wording.day(one.told_on)}" if one.told_on else ""
        return _line(
            wording.day(one.on_day),
            _sentences(
                content.roles.said(one.what),
                f"Met {with_whom}" if with_whom else "",
                f"Waarom: {why}" if why else "",
                f"Grondslag: {_beside(ground, law)}" if ground else f"Grondslag: {law}" if law else "",
                told or (f"Niet verteld: {untold}" if untold else ""),
            ),
        )

    return _lines(*(said(one) for one in sorted(content.dossier.sharing, key=lambda one: (one.on_day, one.id))))


def _follow_up(content: Content) -> str:
    """What was measured, the start as well: without it the rest says nothing; and what worked. Costs stand apart."""
    said = []
    for one in sorted(content.dossier.measurements, key=lambda one: (one.on_day, one.id)):
        if _COSTS in one.measure:
            continue
        when = f"{choice_names.MOMENTS[one.moment].lower()}, {wording.day(one.on_day)}"
        who = content.who([one.person]) if one.person is not None else ""
        label = _beside(content.roles.said(names.measure_name(one.measure, content.catalogue)), when, who)
        found = content.roles.said(measuring.found_words(one.value_e2, one.answer))
        said.append(_line(label, _sentences(found, content.roles.said(one.words))))
    called = {one.id: content.doorbraak(one) for one in content.dossier.interventions}
    for each in sorted(content.dossier.outcomes, key=lambda each: (each.on_day, each.id)):
        label = _beside(f"Werkte het, {called.get(each.intervention, '')}", wording.day(each.on_day))
        worked = choice_names.WORKED[each.worked].lower()
        said.append(_line(label, _sentences(worked, content.roles.said(each.why))))
    return _lines(*said)


def _sum(content: Content) -> str:
    saving = content.saving
    if saving is None or not saving.lines:
        return ""
    public, own = saving.public, -saving.own_cost.saving
    return _lines(
        _line("Periode", f"{saving.months} maanden vanaf {wording.day(saving.start)}, publiek geld"),
        _line("Nu", money.whole(public.current)),
        _line("Dreigend", money.whole(public.threatening)),
        _line("Met het plan", money.whole(public.plan)),
        _line("Waarvan de doorbraken zelf", money.whole(own) if own else ""),
        _line("Direct bespaard, verwacht", money.whole(public.direct)),
        _line("Voorkomen, verwacht", money.whole(public.prevented)),
        _line("Marge", sum_words.band(saving)),
    )


_PARTS: dict[str, Callable[[Content], str]] = {
    "report": _report,
    "people": _people,
    "domains": _domains,
    "agencies": _agencies,
    "goals": _goals,
    "first": _first,
    "tasks": _tasks,
    "letters": _letters,
    "interventions": _interventions,
    "decision": _decision,
    "grounds": _grounds,
    "weighing": _weighing,
    "threats": _threats,
    "steps": _steps,
    "sharing": _sharing,
    "follow-up": _follow_up,
    "sum": _sum,
}
