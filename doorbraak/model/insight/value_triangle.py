"""The waardendriehoek: facts about legitimiteit, betrokkenheid and rendement, now, threatening and with the plan.

Facts with their numbers and nothing more: no score, and no colour that judges. People weigh them, in own words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import GroundRole, LegalGround
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.dossier.problems import OWNERS, Owner
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.load import Action, load_of
from doorbraak.model.insight.measuring import found_words
from doorbraak.model.insight.missing_parts import to_check, without_way_out
from doorbraak.model.insight.network import network_of
from doorbraak.model.insight.savings import Saving, added
from doorbraak.model.shortening import cut

Value = Literal["legitimacy", "involvement", "return"]
VALUES: tuple[Value, ...] = ("legitimacy", "involvement", "return")
NONE = "–"
NO_COSTS = "nog geen kosten ingevuld"
_LONGEST = 90  # letters of somebody's words among the facts
_CALLED: dict[GroundRole, str] = {
    "carries": "Artikelen die het dragen",
    "room": "Artikelen die ruimte geven",
    "blocks": "Artikelen die blokkeren",
}
_SOURCES = {"step": ("stap", "stappen"), "letter": ("brief", "brieven"), "task": ("taak", "taken")}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of it now, when what threatens comes true, and with the plan; "–" where it says nothing.

    `compares`: False for what is not of one of the three. Then `plan` holds it: it is what the plan rests on.
    """

    what: str
    now: str = NONE
    threatens: str = NONE
    plan: str = NONE
    compares: bool = True


def value_triangle(
    dossier: Dossier, intervention: Intervention, catalogue: Catalogue, saving: Saving, today: date
) -> dict[Value, tuple[Fact, ...]]:
    """The facts of each value. `saving` over 12 months of the same dossier: it holds all doorbraken together."""
    return {
        "legitimacy": _legitimacy(dossier, intervention, catalogue),
        "involvement": _involvement(dossier, intervention, catalogue, saving, today),
        "return": _return(dossier, intervention, catalogue, saving, today),
    }


# -- legitimiteit -------------------------------------------------------------------------------------


def _legitimacy(dossier: Dossier, one: Intervention, catalogue: Catalogue) -> tuple[Fact, ...]:
    grounds = [ground for ground in dossier.grounds if ground.intervention == one.id]
    return (
        *(Fact(words, plan=_articles(grounds, role, catalogue), compares=False) for role, words in _CALLED.items()),
        Fact("Artikelen om na te kijken", plan=str(len(to_check(grounds, catalogue))), compares=False),
        Fact("Besluit", plan=_decision(one), compares=False),
    )


def _articles(grounds: Iterable[LegalGround], role: GroundRole, catalogue: Catalogue) -> str:
    listed = tuple(grounds)
    found = [ground for ground in listed if ground.role == role]
    known = (catalogue.articles.get(ground.article) for ground in found)
    laws = {article.law for article in known if article}
    said = f"{len(found)} uit {_count(len(laws), 'wet', 'wetten')}" if laws else str(len(found))
    if role == "blocks" and found:
        open_ = len(without_way_out(listed, catalogue))
        said += f", {open_} zonder uitweg" if open_ else ", met een uitweg"
    return said


def _decision(one: Intervention) -> str:
    said = choice_names.STATUSES[one.status]
    if one.decided_on:
        return f"{said}, besluit van {_day(one.decided_on)}"
    if one.status == "withdrawn":
        return said
    asked = one.status in ("proposed", "requested")
    return f"{said}, nog geen besluit" if asked else f"{said}, nog geen dag van besluit"


# -- betrokkenheid ------------------------------------------------------------------------------------


def _involvement(
    dossier: Dossier, one: Intervention, catalogue: Catalogue, saving: Saving, today: date
) -> tuple[Fact, ...]:
    figures = figures_of(dossier, saving, today=today)
    return (
        _first_goal(dossier, one),
        _owners(dossier, one),
        *_network(dossier, today),
        _load(dossier, one),
        Fact(
            f"Contacten per maand, op {_day(today)}",
            now=names.contacts(figures.contacts_e2),
            plan=names.contacts(figures.planned.contacts_e2),
        ),
        _measured(dossier, "ervaren-grip", catalogue),
        _measured(dossier, "vertrouwen", catalogue),
    )


def _first_goal(dossier: Dossier, one: Intervention) -> Fact:
    first = [goal for goal in dossier.goals if goal.first]
    if not first:
        return Fact("Eerste keus van het huishouden", now="nog niet gevraagd")
    shown = next((goal for goal in first if goal.id in one.goals), first[0])
    for_it = "deze doorbraak is hiervoor" if shown.id in one.goals else ""
    if one.goals and not for_it:
        for_it = "deze doorbraak is gekoppeld aan een andere wens"
    return Fact("Eerste keus van het huishouden", now=f"“{cut(shown.words, _LONGEST)}”", plan=for_it or NONE)


def _owners(dossier: Dossier, one: Intervention) -> Fact:
    """With the plan: the problems that are left when it solves those that it is for."""
    what = "Problemen, naar wie aan zet is"
    open_ = [problem for problem in dossier.problems if problem.solved_on is None]
    if not open_:
        return Fact(what)
    left = [problem for problem in open_ if problem.id not in one.problems]
    return Fact(
        what, _by_owner([problem.owner for problem in open_]), plan=_by_owner([problem.owner for problem in left])
    )


def _by_owner(owners: list[Owner]) -> str:
    parts = [(owner, owners.count(owner)) for owner in (*OWNERS[1:], OWNERS[0])]
    said = [f"{choice_names.OWNERS[owner].lower()} {count}" for owner, count in parts if count]
    return ", ".join(said) or "0"


def _network(dossier: Dossier, today: date) -> tuple[Fact, ...]:
    """Who lives elsewhere is not yet a support; and where no tie is known nothing is said."""
    found = network_of(dossier, today)
    if found is None:
        return ()
    return (
        Fact("Mensen buiten het huis met een goede band", now=str(len(found)) if found else "nog niemand genoteerd"),
    )


def _load(dossier: Dossier, one: Intervention) -> Fact:
    """Doenlast: what is asked of the household without this doorbraak, and with its open steps and tasks."""
    own = {("step", step.id) for step in dossier.steps if step.intervention == one.id}
    own |= {("task", task.id) for task in dossier.tasks if task.intervention == one.id}
    asked = load_of(dossier)
    without = [action for action in asked if (action.source, action.id) not in own]
    extra = len(asked) - len(without)
    return Fact(
        "Open taken van het huishouden",
        now=_actions(without),
        plan=f"{len(asked)}, waarvan {extra} door deze doorbraak" if extra else f"{len(asked)}, geen nieuwe taak",
    )


def _actions(actions: list[Action]) -> str:
    counted = ((words, sum(action.source == source for action in actions)) for source, words in _SOURCES.items())
    parts = ", ".join(_count(count, *words) for words, count in counted if count)
    return f"{len(actions)} ({parts})" if parts else "0"


def _measured(dossier: Dossier, measure: str, catalogue: Catalogue) -> Fact:
    """First and last, of each person apart: a mean of two people is nobody's answer. Nobody is named."""
    of_each: dict[int | None, list[Measurement]] = {}
    for found in sorted(dossier.measurements, key=lambda one: (one.on_day, one.id)):
        if found.measure == measure:
            of_each.setdefault(found.person, []).append(found)
    said = [_first_and_last(listed) for listed in of_each.values()]
    return Fact(_with_scale(measure, catalogue), now="; ".join(said) or "nog niet gemeten")


def _with_scale(measure: str, catalogue: Catalogue) -> str:
    """A bare 4 tells nothing."""
    known, called = catalogue.measures.get(measure), names.measure_name(measure, catalogue)
    return f"{called}, cijfer {known.scale}" if known and known.scale[:1].isdigit() and "(" not in called else called


def _first_and_last(listed: list[Measurement]) -> str:
    first, last = (found_words(one.value_e2, one.answer) for one in (listed[0], listed[-1]))
    return f"{last} (bij het begin {first})" if len(listed) > 1 else last


# -- rendement ----------------------------------------------------------------------------------------


def _return(dossier: Dossier, one: Intervention, catalogue: Catalogue, saving: Saving, today: date) -> tuple[Fact, ...]:
    figures = figures_of(dossier, saving, today=today)
    gone = figures.agencies - figures.planned.agencies
    return (
        *_threats(dossier, catalogue, today),
        *_sums(saving),
        Fact("Kosten van deze doorbraak", plan=own_cost(one, saving)),
        _measured(dossier, "kwaliteit-van-leven", catalogue),
        Fact(
            f"Instanties, op {_day(today)}",
            now=str(figures.agencies),
            plan=f"{figures.planned.agencies} ({gone} minder)" if gone else str(figures.planned.agencies),
        ),
    )


def _threats(dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[Fact, ...]:
    """Also of a day that went by without anybody saying what came: the sums rest on it."""
    still = sorted((event for event in dossier.events if not event.outcome), key=lambda one: (one.expected_on, one.id))
    return tuple(
        Fact(
            f"Kans op {_small(names.event_name(event, catalogue))}",
            threatens=f"{event.chance_threatening}%, {_around(event.expected_on, today)}",
            plan=f"{event.chance_plan}%",
        )
        for event in still
    )


def _around(on: date, today: date) -> str:
    return f"rond {_day(on)}" if on >= today else f"{_day(on)} is voorbij"


def _sums(saving: Saving) -> tuple[Fact, ...]:
    """Of the public purse, from the first day on: agencies are counted today, maybe with the plan under way. Direct
    and prevented stay apart.
    """
    if not saving.lines:
        return (Fact("Publieke kosten in 12 maanden", now=NO_COSTS),)
    what = f"Publieke kosten, 12 maanden vanaf {_day(saving.start)}"
    public, band = saving.public, saving.band
    likely = f", waarschijnlijk {money.whole(band.low)} tot {money.whole(band.high)}" if band.low != band.high else ""
    return (
        Fact(
            what,
            f"{money.whole(public.current)} zonder plan",
            money.whole(public.threatening),
            money.whole(public.plan),
        ),
        Fact("Besparing van alle doorbraken samen", plan=f"{money.whole(public.saving)}{likely}"),
        Fact("Waarvan direct", plan=money.whole(public.direct)),
        Fact("Waarvan voorkomen", plan=money.whole(public.prevented)),
    )


def own_cost(one: Intervention, saving: Saving) -> str:
    """What this doorbraak itself costs in the period of the sums, whoever pays."""
    own = [row for row in saving.lines if row.line.intervention == one.id and row.standing != "check"]
    return money.whole(added(own).plan) if own else NO_COSTS


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _day(on: date) -> str:
    return f"{on.day}-{on.month}-{on.year}"
