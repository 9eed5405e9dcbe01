"""What one cost line comes to, in words: how it counts, what it saves, and what makes its price weak."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.price_level import PriceLevel
from doorbraak.model.insight.savings import LineSum, Saving, saving_of
from doorbraak.model.insight.why import SAID, weak_of

# Without any of these a line is a yearly one of now, for certain, all of it the plan's doing.
_EMPTY: dict[str, Any] = {
    "words": "", "price": "", "price_cents": 0, "source": "", "unit": "per jaar", "quantity_e4": 10_000,
    "recurrence": "yearly", "law": "", "payer": "", "beneficiary": "", "effect": "", "transfer": False,
    "attribution": 100, "origin": "",
}  # fmt: skip


CHOOSE_PAYER = "kies een betaler"


def counts_as(line: CostLine, standing: str) -> str:
    """Direct and prevented are never merged; what is outside the sum says so."""
    if standing == "check":
        return "controle"
    if standing == "off":
        return "gaat niet door"
    if standing == "private":
        return "privaat" if line.payer else CHOOSE_PAYER
    if line.intervention is not None:
        return "eigen kosten"
    return "direct" if line.event is None else "voorkomen"


def weak(row: LineSum, saving: Saving) -> list[str]:
    """The gravest first."""
    return [SAID[mark] for mark in weak_of(row, saving)]


def sentence(row: LineSum) -> str:
    """What the line is in the first year, and what it saves."""
    year, kind = row.years[0], counts_as(row.line, row.standing)
    sums = f"In jaar 1: nu {money.whole(year.current)}, dreigt {money.whole(year.threatening)}, "
    sums += f"plan {money.whole(year.plan)}."
    if kind == "controle":
        saved = "Een totaal: telt niet mee, alleen ter controle."
    elif kind == "privaat":
        saved = f"Geen publiek geld: {money.whole(year.saving)} verschil telt niet mee."
    elif kind == CHOOSE_PAYER:
        saved = f"Kies een betaler: zonder betaler telt {money.whole(year.saving)} verschil nog niet mee."
    elif kind == "eigen kosten":
        saved = "Dit kost de doorbraak zelf: het gaat van de besparing af."
    else:
        saved = f"Besparing: {money.whole(year.saving)}, {kind}."
    return f"{sums} {saved}"


def alone(line: CostLine, dossier: Dossier, catalogue: Catalogue, level: PriceLevel) -> Saving:
    """The sums of the household with this one line: for what is not written yet."""
    return saving_of(replace(dossier, costs=(line,)), catalogue, level=level)


def chances_of(line: CostLine, dossier: Dossier) -> Chances:
    """Those of the event or doorbraak that it belongs to, else its own."""
    if line.intervention is not None:
        return Chances(0, 0, 100)
    event = next((one for one in dossier.events if one.id == line.event), None)
    return Chances(0, event.chance_threatening, event.chance_plan) if event else line.chances


def draft(household: int, values: dict[str, Any]) -> CostLine:
    """A line that is not in the file yet, from what `costs.add` takes."""
    made: dict[str, Any] = {field.name: None for field in fields(CostLine)}
    made |= _EMPTY | {"id": 0, "household": household, "noted_on": date.today(), "chances": Chances(100, 100, 100)}
    return CostLine(**(made | values))


def values_of(line: CostLine) -> dict[str, Any]:
    """What `costs.add` takes to write this line."""
    found = {field.name: getattr(line, field.name) for field in fields(CostLine)}
    for name in ("id", "household", "origin", "noted_on"):
        del found[name]
    if line.event is not None or line.intervention is not None:
        del found["chances"]
    return found
