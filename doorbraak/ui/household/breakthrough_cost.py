"""What the doorbraak itself costs in its first year: shown in its row, and typed there while it is one amount."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import costs, interventions
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.errors import InputError
from doorbraak.model.insight.proposals import proposals_of
from doorbraak.model.insight.savings import Saving
from doorbraak.model.workspace.store import Store

ONE_UNIT_E4 = 10_000


def own_lines(one: Intervention, lines: Iterable[CostLine]) -> list[CostLine]:
    return [line for line in lines if line.intervention == one.id]


def first_year(one: Intervention, saving: Saving) -> int | None:
    """Cents, `saving` being over 12 months; None while nobody said what it costs."""
    found = [row.years[0].plan for row in saving.lines if row.line.intervention == one.id]
    return sum(found) if found else None


def single(lines: Sequence[CostLine]) -> CostLine | None:
    """The line that the amount in the row stands for: there is one, it comes once, and its price is its own."""
    if len(lines) != 1:
        return None
    plain = lines[0].recurrence == "once" and lines[0].quantity_e4 == ONE_UNIT_E4 and not lines[0].price
    return lines[0] if plain else None


def values_of(one: Intervention, dossier: Dossier, catalogue: Catalogue) -> dict[str, Any]:
    """The line that the Rekensom would propose for it, whatever its status and whatever was refused."""
    alone = replace(
        dossier, interventions=(replace(one, status="proposed"),), agencies=(), problems=(), events=(), costs=(),
        refusals=(),
    )  # fmt: skip
    return proposals_of(alone, catalogue).proposals[0].values()


def set_amount(store: Store, one: Intervention, typed: str, dossier: Dossier, catalogue: Catalogue) -> None:
    """What it costs, as one amount that comes once; an empty text takes it away.

    Raises InputError when it is made of more than that: each line has its own place.
    """
    lines = own_lines(one, dossier.costs)
    line = single(lines)
    if lines and line is None:
        raise InputError("Deze kosten staan in de Rekensom. Wijzig ze daar.", "cost")
    if not typed.strip():
        if line is not None:
            costs.remove(store, line.id)
        return
    cents = money.parse(typed, field="cost")
    if line is not None:
        costs.set_price(store, line.id, cents, source=line.source, price_year=line.price_year)
    else:
        costs.add(store, one.household, **{**values_of(one, dossier, catalogue), "price_cents": cents})


def set_payer(store: Store, one: Intervention, payer: str, lines: Iterable[CostLine]) -> None:
    """Also of its own cost, where that had the same payer or none."""
    interventions.set_payer(store, one.id, payer)
    for line in own_lines(one, lines):
        if line.payer in ("", one.payer):
            costs.set_payer(store, line.id, payer)
