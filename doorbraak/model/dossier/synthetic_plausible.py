"""The sums and knelpunten of synthetic households as published programmes saw them, for who looks at many together.

About € 22,000 saved per household, more of it prevented than direct, and about € 1.90 for each euro that is spent
(docs/decisions.md). And a few rules that stand in the way of many: the same ones whichever team it is.
"""

from collections.abc import Mapping

from msgspec import structs

from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier.synthetic_draw import Draw

RULES = (
    *("participatiewet:13:1_onder_g",) * 6,  # no assistance for debts
    *("participatiewet:22a:1",) * 5,  # less for who shares a home
    *("wgs:3:2_en_3",) * 3,  # debt help refused to who had it before
    *("wmo2015:2.3.5:6",) * 2,  # refused to who may have a right to the Wlz
    "participatiewet:17:1",
    "",  # nobody chose an article
    "",
)
"""Once for every time that it is drawn."""
_OWN_COST = 150  # per cent of what the other examples spend on a doorbraak
_STAYS = 82, 100  # per cent of what an agency costs that stays with the plan
_PREVENTED = 8, 26  # thousands of euros that an averted threat is expected to have cost
_REALLY = 92, 106  # per cent of what the plan expected that it really cost
_AS_PLANNED = 75  # per cent of what came out otherwise in the other examples


def plausible(draw: Draw, case: form.CaseFile) -> form.CaseFile:
    chances = {event.id: event.chance_threatening - event.chance_plan for event in case.events}
    costs = tuple(_cost(draw, line, chances) for line in case.costs)
    lines = {line.id: line for line in costs}
    return structs.replace(
        case,
        costs=costs,
        confirmations=tuple(_confirmed(draw, one, lines[one.cost_line]) for one in case.confirmations),
        payments=tuple(structs.replace(one, cents=one.cents * _OWN_COST // 100) for one in case.payments),
        signals=tuple(structs.replace(one, article=draw.one(RULES)) for one in case.signals),
    )


def _cost(draw: Draw, line: sums.Cost, chances: Mapping[str, int]) -> sums.Cost:
    if line.intervention is not None:
        return _times(line, "price_cents", _OWN_COST, 100)
    if line.event is not None:
        wanted = draw.between(*_PREVENTED) * 1000_00
        once = line.price_cents * line.quantity_e4 // 10_000 * max(1, chances[line.event]) // 100
        return _times(line, "quantity_e4", wanted, max(1, once))
    if line.chances is None:
        return line
    stays = draw.between(*_STAYS)
    typed = line.chance_low is not None
    return structs.replace(
        line,
        chances=structs.replace(line.chances, plan=stays),
        chance_low=stays - 5 if typed else None,
        chance_high=min(100, stays + 5) if typed else None,
    )


def _times(line: sums.Cost, field: str, above: int, under: int) -> sums.Cost:
    """With its range, when it has one."""
    stem, _, unit = field.rpartition("_")
    names = (field, f"{stem}_low_{unit}", f"{stem}_high_{unit}")
    found = {name: value * above // under for name in names if (value := getattr(line, name)) is not None}
    return structs.replace(line, **found)


def _confirmed(draw: Draw, one: sums.Confirmation, line: sums.Cost) -> sums.Confirmation:
    """Mostly as planned; what it really cost else lies around that."""
    if one.actual_cents is None or line.chances is None:
        return one
    if draw.happens(_AS_PLANNED):
        return structs.replace(one, state="confirmed", actual_cents=None, reason="")
    planned = line.price_cents * line.quantity_e4 // 10_000 * line.chances.plan // 100
    return structs.replace(one, actual_cents=planned * draw.between(*_REALLY) // 100)
