"""Around a synthetic household: who is what to whom, what turned its life, which agency does what to it."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import structs

from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.agencies import Bond, Future
from doorbraak.model.dossier.life_events import KINDS as LIFE_EVENTS
from doorbraak.model.dossier.life_events import Kind as LifeEvent
from doorbraak.model.dossier.own_words import QUESTIONS
from doorbraak.model.dossier.synthetic_draw import Draw, made, past
from doorbraak.model.dossier.visits import Conversation, Place

LEAD = "Synthetisch: contactpersoon"
PARENTS = frozenset({"moeder", "vader"})
CHILDREN = frozenset({"zoon", "dochter", "baby"})
_WOMEN = frozenset({"moeder", "dochter", "oma"})
_MEN = frozenset({"vader", "stiefvader", "zoon"})
_WIJKEN = ("noord", "oost", "zuid", "west", "centrum")
_BONDS: tuple[Bond, ...] = ("", "helps", "thin", "thin", "strains", "strains")
_FUTURES: tuple[Future, ...] = ("", "", "keep", "keep", "pause", "stop", "merge")
_CONVERSATIONS: tuple[Conversation, ...] = ("first", "plan", "look-back")
_PLACES: tuple[Place, ...] = ("home", "home", "office")


def household(draw: Draw, case: form.CaseFile) -> form.Household:
    home = structs.replace(case.household, lead=LEAD, wijk=draw.one(_WIJKEN), no_paper=draw.happens(5))
    if not draw.happens(6):
        return home
    return structs.replace(
        home,
        closed=past(home.opened + timedelta(days=draw.between(200, 400))),
        close_reason="goals-reached" if draw.happens(60) else "moved",
        close_words="Synthetisch: gesloten door het rekenprogramma.",
    )


def people(draw: Draw, case: form.CaseFile) -> tuple[form.Person, ...]:
    return tuple(
        structs.replace(
            person,
            sex="woman" if person.role in _WOMEN else "man" if person.role in _MEN else "",
            month_of_18=draw.between(1, 12) if person.role in CHILDREN and draw.happens(70) else None,
        )
        for person in case.people
    )


def problems(draw: Draw, case: form.CaseFile) -> tuple[form.Problem, ...]:
    """Some wait for one that stands before them; in a quarter of the households some wait for each other."""
    waits: dict[int, set[int]] = {
        at: {draw.between(0, at - 1)} if at and draw.happens(35) else set() for at in range(len(case.problems))
    }
    if draw.happens(25):
        circle = sorted(draw.some(range(len(case.problems)), draw.between(2, 3)))
        for one, other in zip(circle, (*circle[1:], circle[0]), strict=True):
            waits[one].add(other)
    ranks = {at: rank for rank, at in enumerate(draw.some(range(len(case.problems)), draw.between(0, 5)), 1)}
    return tuple(
        structs.replace(
            problem,
            lead=LEAD if problem.owner == "professional" else "",
            weight=draw.between(3, 10) if draw.happens(60) else None,
            rank=ranks.get(at),
            solved_on=_later(draw, case, 90, 300) if draw.happens(8) else None,
            waits_for=tuple(case.problems[other].id for other in sorted(waits[at])),
        )
        for at, problem in enumerate(case.problems)
    )


def agencies(draw: Draw, case: form.CaseFile) -> tuple[form.Agency, ...]:
    kept = case.agencies[0].id
    found = []
    for agency in case.agencies:
        future = "keep" if agency.id == kept else draw.one(_FUTURES)
        stops = future == "stop" and draw.happens(25)
        found.append(
            structs.replace(
                agency,
                bond=draw.one(_BONDS),
                claim_cents=draw.between(1, 80) * 100_00 if draw.happens(20) else None,
                future=future,
                merges_into=kept if future == "merge" else None,
                ends_when="Synthetisch: als het rustig is." if future == "stop" else "",
                ended_on=_later(draw, case, 60, 300) if stops else None,
            )
        )
    return tuple(found)


def own_words(draw: Draw, case: form.CaseFile) -> tuple[form.OwnWords, ...]:
    return tuple(
        made(
            form.OwnWords,
            origin="household",
            question=question,
            words="Synthetisch: dit heeft niemand gezegd.",
            person=draw.one(case.people).id,
        )
        for question in QUESTIONS
        if draw.happens(50)
    )


def relations(case: form.CaseFile) -> tuple[form.Relation, ...]:
    parents = _of(case, PARENTS)
    found = [
        made(form.Relation, person=parent.id, other=child.id, kind="ouder-kind")
        for parent in parents
        for child in _of(case, CHILDREN)
    ]
    partners = _of(case, PARENTS | {"stiefvader"})
    if len(partners) > 1:
        found.append(made(form.Relation, person=partners[0].id, other=partners[1].id, kind="samenwonend"))
    return tuple(found)


def custody(draw: Draw, case: form.CaseFile) -> tuple[form.Custody, ...]:
    return tuple(
        made(
            form.Custody,
            person=child.id,
            authority="institution" if placed else "parental",
            holder=None if placed else parent.id,
            words="Synthetisch: een instelling" if placed else "",
        )
        for child in _of(case, CHILDREN)
        for parent in _of(case, PARENTS)[:1]
        for placed in (draw.happens(8),)
    )


def _of(case: form.CaseFile, roles: frozenset[str]) -> Sequence[form.Person]:
    return [person for person in case.people if person.role in roles]


def life_events(draw: Draw, case: form.CaseFile) -> tuple[form.LifeEvent, ...]:
    kinds: tuple[LifeEvent, ...] = draw.some(LIFE_EVENTS, draw.between(1, 4))
    return tuple(
        made(
            form.LifeEvent,
            kind=kind,
            words="Synthetisch: verzonnen gebeurtenis.",
            year=draw.between(2010, 2025),
            month=draw.between(1, 12) if draw.happens(60) else None,
            person=draw.one(case.people).id if draw.happens(60) else None,
        )
        for kind in kinds
    )


def workers(draw: Draw, case: form.CaseFile) -> tuple[form.Worker, ...]:
    return tuple(
        made(
            form.Worker,
            agency=agency.id,
            name="Synthetisch: medewerker",
            function="Synthetisch: behandelaar",
            mail="Synthetisch: geen adres",
        )
        for agency in draw.some(case.agencies, draw.between(2, 6))
    )


def letters(draw: Draw, case: form.CaseFile) -> tuple[form.Letter, ...]:
    """In a third of the households the last two can't be followed together."""
    number = draw.between(2, 7)
    against = number > 1 and draw.happens(33)
    found = []
    for at in range(1, number + 1):
        known = draw.happens(85)
        dated = _later(draw, case, 0, 200)
        found.append(
            made(
                form.Letter,
                id=f"l{at}",
                agency=draw.one(case.agencies).id if known else None,
                sender="" if known else "Synthetisch: onbekende afzender",
                dated=dated,
                demand="Synthetisch: betalen of antwoorden.",
                amount_cents=draw.between(1, 60) * 50_00 if draw.happens(70) else None,
                last_day=dated + timedelta(days=42) if draw.happens(70) else None,
                settled_on=past(dated + timedelta(days=draw.between(1, 40))) if draw.happens(40) else None,
                contradicts=(f"l{number - 1}",) if against and at == number else (),
            )
        )
    return tuple(found)


def visits(draw: Draw, case: form.CaseFile) -> tuple[form.Visit, ...]:
    return tuple(
        made(
            form.Visit,
            origin="professional",
            on_day=past(case.household.opened + timedelta(days=21 * at + draw.between(0, 14))),
            place=draw.one(_PLACES),
            conversation=conversation,
            minutes_with_people=draw.between(6, 15) * 5,
            minutes_at_keyboard=draw.between(0, 6) * 5,
            report="Synthetisch: verzonnen verslag.",
        )
        for at, conversation in enumerate(_CONVERSATIONS[: draw.between(1, 3)])
    )


def _later(draw: Draw, case: form.CaseFile, least: int, most: int) -> date:
    return past(case.household.opened + timedelta(days=draw.between(least, most)))
