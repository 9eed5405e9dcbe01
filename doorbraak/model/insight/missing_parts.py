"""What a justification still lacks, each with why that matters and where it is filled in. Nothing is blocked by it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.dossier.perspectives import SIDES, Side
from doorbraak.model.insight import choice_names, ground_checks, names
from doorbraak.model.insight.named_articles import listed_as
from doorbraak.model.insight.tensions import tensions_of

Code = Literal[
    "purpose", "own-cost", "decider", "decision-day", "carrying-ground", "ground-reason", "blocking-ground",
    "ground-check", "ground-twice", "part", "side", "side-role", "barrier-rung", "comparison", "refusal-reason",
    "threat", "plan-goal", "plan-owner", "plan-doorbraak",
]  # fmt: skip
_DECIDED = frozenset({"granted", "partly", "refused"})
_HELPED = frozenset({"done", "evaluated"})

# Any one of these parts is enough: each part that is asked for, what to say and why it matters.
_FORM: tuple[tuple[tuple[Part, ...], str, str], ...] = (
    (
        ("wanted-effect",),
        "Het gewenste effect staat er nog niet.",
        "Daar begint de toets: zonder doel is geen gevolg te wegen.",
    ),
    (
        ("purpose-of-laws",),
        "De bedoeling van de wetten staat er nog niet.",
        "Wie afwijkt van een regel, laat zien dat het past bij wat de wet wil.",
    ),
    (
        ("effects-short",),
        "Wat het huishouden er nu van merkt, staat er nog niet.",
        "Het huishouden moet er beter van worden, en niet pas later.",
    ),
    (
        ("effects-long",),
        "Wat het huishouden er later van merkt, staat er nog niet.",
        "Een doorbraak moet ook over een jaar nog kloppen.",
    ),
    (
        ("others-short", "others-long"),
        "Wat anderen ervan merken, staat er nog niet.",
        "Een rechter vraagt ook wie er nadeel van heeft.",
    ),
    (
        ("payer-short", "payer-long"),
        "Wat wie betaalt ervan merkt, staat er nog niet.",
        "Een accountant vraagt uit welke kas het komt, en wat het die kas oplevert.",
    ),
    (
        ("legal-test",),
        "De juridische toets staat er nog niet.",
        "Zonder antwoord op “mag het?” houdt het besluit geen stand.",
    ),
)
_VALUES: tuple[tuple[tuple[Part, ...], str, str], ...] = (
    (
        ("legitimacy",),
        "Bij legitimiteit staan nog geen eigen woorden.",
        "De raad en de rechter willen lezen waarom dit mag.",
    ),
    (
        ("involvement",),
        "Bij betrokkenheid staan nog geen eigen woorden.",
        "Zonder het huishouden zelf houdt geen plan stand.",
    ),
    (
        ("return",),
        "Bij rendement staan nog geen eigen woorden.",
        "Een som overtuigt pas als iemand zegt wat zij betekent.",
    ),
)
_WEIGHING: tuple[tuple[tuple[Part, ...], str, str], ...] = (
    (
        ("weighing",),
        "De afweging van de vier kanten staat er nog niet.",
        "Wie besluit, wil lezen waarom dit samen het beste is.",
    ),
)
_SIDES: dict[Side, str] = {
    "legal": "Een jurist ziet wat jullie over het hoofd zien.",
    "economic": "Iemand moet de som hebben nagekeken.",
    "societal": "Is dit ook aan de buren uit te leggen?",
    "lifeworld": "Het huishouden oordeelt zelf mee over wat er gebeurt.",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """`table`: the page where it stands, by the table of its records. There `part` is a part of the form or a side,
    and `row` the first record that it is about; 0 where it is about none.
    """

    code: Code
    what: str
    why: str
    table: str
    part: str = ""
    row: int = 0


def missing(
    dossier: Dossier, intervention_id: int, catalogue: Catalogue, local_mandates: Iterable[LocalMandate] = ()
) -> tuple[Missing, ...]:
    """In the order of work; () when all is there, and for a doorbraak of another household.

    Of the effects on others and on who pays one of the two times is enough: not everything lasts.
    """
    one = next((one for one in dossier.interventions if one.id == intervention_id), None)
    if one is None:
        return ()
    grounds = tuple(ground for ground in dossier.grounds if ground.intervention == one.id)
    written = {part.part for part in dossier.considerations if part.intervention == one.id}
    return (
        *_doorbraak(dossier, one, grounds, catalogue, tuple(local_mandates)),
        *_grounds(grounds, catalogue),
        *_parts(_FORM, written),
        *_parts(_VALUES, written),
        *_sides(dossier, one),
        *_parts(_WEIGHING, written),
        *_around(dossier, one),
        *_threats(dossier, catalogue),
    )


def to_check(grounds: Iterable[LegalGround], catalogue: Catalogue) -> tuple[LegalGround, ...]:
    """Those of which nobody read the latest text: unsure ones of the list, own ones, and what left the list."""
    return tuple(ground for ground in grounds if ground_checks.to_check(ground, catalogue))


def without_way_out(grounds: Sequence[LegalGround], catalogue: Catalogue) -> tuple[LegalGround, ...]:
    """Those of one doorbraak that block while the way out of none of their tensions is among the grounds.

    Room for something else is no answer: the same as the sheet to decide on says with "nog geen uitweg gekozen".
    """
    if not any(ground.role == "blocks" for ground in grounds):
        return ()
    answered = {id_ for found in tensions_of(grounds, catalogue) if found.solved for id_ in found.between}
    return tuple(ground for ground in grounds if ground.role == "blocks" and ground.id not in answered)


def named_twice(grounds: Sequence[LegalGround], catalogue: Catalogue) -> tuple[LegalGround, ...]:
    """Own articles of one doorbraak that are in fact an article of the list that is among its grounds too."""
    listed = {ground.article for ground in grounds if ground.article}
    return tuple(one for one in grounds if not one.article and listed_as(one.title, catalogue) in listed)


def _doorbraak(
    dossier: Dossier,
    one: Intervention,
    grounds: Sequence[LegalGround],
    catalogue: Catalogue,
    local_mandates: Sequence[LocalMandate],
) -> Iterator[Missing]:
    if not one.problems and not one.goals:
        yield Missing(
            "purpose",
            "Er staat nog niet bij waar deze doorbraak voor is.",
            "Wie leest, wil zien welk probleem of doel dit losmaakt.",
            "intervention",
            row=one.id,
        )
    if not any(line.intervention == one.id for line in dossier.costs):
        yield Missing(
            "own-cost",
            "Wat de doorbraak zelf kost, staat er nog niet. Nul mag ook.",
            "Zonder die kosten is de besparing niet eerlijk.",
            "intervention",
        )
    if not one.decider:
        yield Missing("decider", "Wie beslist, staat er nog niet.", _mandated(grounds, catalogue, local_mandates),
                      "intervention", row=one.id)  # fmt: skip
    if one.decided_on is None and one.status in _DECIDED:
        yield Missing(
            "decision-day",
            "Bij het besluit staat nog geen dag.",
            "Vanaf die dag lopen de termijn voor bezwaar en de rekensom.",
            "intervention",
            row=one.id,
        )
    if one.status == "refused" and _refused_without_reason(dossier, one):
        yield Missing(
            "refusal-reason",
            "De afwijzing heeft nog geen reden.",
            "Bezwaar gaat over de reden. Later weet niemand hem meer.",
            "intervention",
            row=one.id,
        )
    if one.decided_on is None and one.status in _HELPED:
        yield Missing(
            "decision-day",
            "De hulp is er al. Het besluit staat er nog niet bij.",
            "Eerst helpen mag. Het besluit hoort er later wel bij.",
            "intervention",
            row=one.id,
        )


def _refused_without_reason(dossier: Dossier, one: Intervention) -> bool:
    """As the last refusal was written down: an earlier one that was asked again needs none any more."""
    said = [each for each in dossier.statuses if each.intervention == one.id and each.status == "refused"]
    return bool(said) and not max(said, key=lambda each: (each.on_day, each.id)).reason


def _mandated(grounds: Sequence[LegalGround], catalogue: Catalogue, local: Sequence[LocalMandate]) -> str:
    """Why it matters, with who may decide here as far as the gemeente's list knows."""
    known = (catalogue.articles.get(ground.article) for ground in grounds if ground.role != "blocks")
    laws = {article.law for article in known if article}
    may = dict.fromkeys(mandate.decider for mandate in local if mandate.law in laws)
    listed = f" Volgens jullie lijst: {', '.join(may)}." if may else ""
    return f"Een besluit van iemand zonder mandaat geldt niet.{listed}"


def _grounds(grounds: Sequence[LegalGround], catalogue: Catalogue) -> Iterator[Missing]:
    if not any(ground.role == "carries" for ground in grounds):
        yield Missing(
            "carrying-ground",
            "Er is nog geen artikel dat de doorbraak draagt.",
            "Een besluit heeft een wet nodig waar het op rust.",
            "legal_ground",
        )
    if without := [ground for ground in grounds if not ground.reason]:
        yield Missing(
            "ground-reason",
            _of("artikel staat", "artikelen staat", len(without), "nog niet waarom het hier past."),
            "Een artikel zonder reden overtuigt niemand: het gaat om dit huishouden.",
            "legal_ground",
            row=without[0].id,
        )
    if blocking := without_way_out(grounds, catalogue):
        many = len(blocking) > 1
        yield Missing(
            "blocking-ground",
            f"{len(blocking)} artikelen blokkeren, en een uitweg is nog niet gekozen."
            if many
            else "Eén artikel blokkeert, en een uitweg is nog niet gekozen.",
            "Wie nee wil zeggen, begint hier. Zoek de uitweg die de wet zelf biedt.",
            "legal_ground",
            row=blocking[0].id,
        )
    if twice := named_twice(grounds, catalogue):
        yield Missing(
            "ground-twice",
            f"{names.ground_name(twice[0], catalogue)} staat hier twee keer.",
            "Wie leest, weet niet welke rol telt. Haal het eigen artikel weg.",
            "legal_ground",
            row=twice[0].id,
        )
    if unsure := to_check(grounds, catalogue):
        yield Missing(
            "ground-check",
            f"{len(unsure)} artikelen zijn nog na te kijken."
            if len(unsure) > 1
            else "Eén artikel is nog na te kijken.",
            "De nieuwste tekst is niet gelezen, en een wet verandert. Lees hem, en druk op Vandaag nagekeken.",
            "legal_ground",
            row=unsure[0].id,
        )


def _parts(asked: Iterable[tuple[tuple[Part, ...], str, str]], written: set[Part]) -> Iterator[Missing]:
    for parts, what, why in asked:
        if written.isdisjoint(parts):
            yield Missing("part", what, why, "consideration", part=parts[0])


def _sides(dossier: Dossier, one: Intervention) -> Iterator[Missing]:
    judged = {other.side for other in dossier.perspectives if other.intervention == one.id and other.verdict}
    for side in SIDES:
        if side not in judged:
            what = f"Van de {choice_names.SIDES[side].lower()}e kant is er nog geen oordeel."
            if side == "lifeworld":
                what = "Van de leefwereld is er nog geen oordeel."
            yield Missing("side", what, _SIDES[side], "perspective", part=side)
    without = [each for each in dossier.perspectives
               if each.intervention == one.id and each.verdict and not each.by_role]  # fmt: skip
    if without:
        yield Missing(
            "side-role",
            _of("oordeel staat", "oordelen staat", len(without), "nog niet van wie het is."),
            "Een oordeel telt pas als de lezer weet wie het gaf, en in welke rol.",
            "perspective",
            part=without[0].side,
            row=without[0].id,
        )


def _around(dossier: Dossier, one: Intervention) -> Iterator[Missing]:
    barriers = [barrier for barrier in dossier.barriers if barrier.intervention == one.id and not barrier.rung]
    if barriers:
        yield Missing(
            "barrier-rung",
            _of("belemmering staat", "belemmeringen staat", len(barriers), "nog niet wat het echt is."),
            "Een gewoonte ruim je anders op dan een wet.",
            "barrier",
            row=barriers[0].id,
        )
    if not any(other.intervention == one.id for other in dossier.comparisons):
        yield Missing(
            "comparison",
            "Er is nog niet vergeleken met een eerder geval.",
            "Gelijke gevallen horen gelijk te worden behandeld.",
            "comparison",
        )


def _threats(dossier: Dossier, catalogue: Catalogue) -> Iterator[Missing]:
    """A household with a problem that often ends in an event of the list, while nobody wrote down what threatens."""
    if dossier.events:
        return
    kinds = {problem.kind for problem in dossier.problems if problem.solved_on is None} - {""}
    if any(kinds.intersection(event.problems) for event in catalogue.events.values()):
        yield Missing(
            "threat",
            "Bij de Rekensom staat nog geen dreiging.",
            "Er is een probleem dat erger kan worden. Zonder dreiging telt voorkomen niet mee.",
            "threatening_event",
        )


def _of(singular: str, plural: str, number: int, rest: str) -> str:
    return f"Bij één {singular} {rest}" if number == 1 else f"Bij {number} {plural} {rest}"
