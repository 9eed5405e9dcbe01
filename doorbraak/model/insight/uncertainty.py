"""What is uncertain of a cost line, and between which values: what a band and a tornado are made of."""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight.savings import LineSum

ASSUMED_RANGE = 25  # per cent up and down where neither list nor line gives a range of the price; our own assumption

What = Literal["price", "quantity", "chance_threatening", "chance_plan", "attribution"]


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """A number that may be lower or higher. `name` is the same wherever it is the same uncertainty.

    Prices and quantities as a share of the middle one, chances and attributions in per cents.
    """

    what: What
    name: str
    low: float
    middle: float
    high: float
    assumed: bool = False


def uncertainties_of(row: LineSum, catalogue: Catalogue) -> tuple[Uncertainty, ...]:
    """What is uncertain of a line: always its price, and what somebody gave a range for."""
    line, event = row.line, row.event
    own = f"{line.words}|{line.price}|{line.price_cents}|{line.quantity_e4}|{line.law}|{line.payer}"
    found = [price_of(row, catalogue)]
    if line.quantity_low_e4 is not None and line.quantity_high_e4 is not None and line.quantity_e4:
        low, high = line.quantity_low_e4 / line.quantity_e4, line.quantity_high_e4 / line.quantity_e4
        found.append(Uncertainty("quantity", f"quantity {own}", low, 1.0, high))
    if line.chance_low is not None and line.chance_high is not None:
        middle = float(row.chances.plan)
        found.append(Uncertainty("chance_plan", f"chance {own}", line.chance_low, middle, line.chance_high))
    if event is not None:
        called = f"{event.kind}|{event.words}|{event.expected_on}|{event.chance_threatening}|{event.chance_plan}"
        if event.threatening_low is not None and event.threatening_high is not None:
            found.append(
                Uncertainty(
                    "chance_threatening", f"threatening {called}", event.threatening_low, event.chance_threatening,
                    event.threatening_high,
                )
            )  # fmt: skip
        if event.plan_low is not None and event.plan_high is not None:
            found.append(
                Uncertainty("chance_plan", f"planned {called}", event.plan_low, event.chance_plan, event.plan_high)
            )
    if line.attribution_low is not None and line.attribution_high is not None:
        found.append(
            Uncertainty(
                "attribution", f"attribution {own}", line.attribution_low, line.attribution, line.attribution_high
            )
        )
    return tuple(found)


def price_of(row: LineSum, catalogue: Catalogue) -> Uncertainty:
    """The line's own range, else that of the list, else the assumed one; none where it is known what it cost."""
    line, price = row.line, catalogue.prices.get(row.line.price)
    name = f"price {line.price or f'{line.words} {line.price_cents}'}"
    low, high, middle = line.price_low_cents, line.price_high_cents, line.price_cents
    if low is None and row.exact:
        return Uncertainty("price", name, 1.0, 1.0, 1.0)
    if low is None and price is not None and price.low_cents is not None and price.price_cents:
        low, high, middle = price.low_cents, price.high_cents, price.price_cents
    if low is None or high is None or not middle:
        return Uncertainty("price", name, 1 - ASSUMED_RANGE / 100, 1.0, 1 + ASSUMED_RANGE / 100, assumed=True)
    return Uncertainty("price", name, low / middle, 1.0, high / middle)
