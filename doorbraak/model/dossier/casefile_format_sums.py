"""The shape of what the sums are made of in a case file: threats, cost lines, and what came of them."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from doorbraak.model.dossier import checks, confirmations, costs, events
from doorbraak.model.dossier.casefile_fields import CatalogueId, Cents, Item, Line, Reference, Strict
from doorbraak.model.money import MOST_CENTS

Percent = Annotated[int, Meta(ge=0, le=100)]
Quantity = Annotated[int, Meta(ge=0, le=costs.MOST_QUANTITY_E4)]


class Event(Item, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Line
    expected_on: date
    reason: Annotated[str, Meta(min_length=1, max_length=events.LONGEST_REASON)]
    chance_threatening: Percent
    threatening_low: Percent | None
    threatening_high: Percent | None
    chance_plan: Percent
    plan_low: Percent | None
    plan_high: Percent | None
    outcome: events.Outcome
    outcome_on: date | None


class Chances(Strict, frozen=True, kw_only=True):
    current: Percent
    threatening: Percent
    plan: Percent


class Cost(Item, frozen=True, kw_only=True):
    id: Reference
    words: Annotated[str, Meta(min_length=1, max_length=checks.LINE)]
    price: CatalogueId
    price_cents: Cents
    price_year: Annotated[int, Meta(ge=1990, le=2200)] | None
    source: Annotated[str, Meta(max_length=500)]
    unit: Annotated[str, Meta(max_length=40)]
    quantity_e4: Quantity
    recurrence: costs.Recurrence
    law: CatalogueId
    payer: CatalogueId
    beneficiary: CatalogueId
    effect: costs.Effect
    transfer: bool
    chances: Chances | None
    attribution: Percent
    price_low_cents: Cents | None
    price_high_cents: Cents | None
    quantity_low_e4: Quantity | None
    quantity_high_e4: Quantity | None
    chance_low: Percent | None
    chance_high: Percent | None
    attribution_low: Percent | None
    attribution_high: Percent | None
    starts: date | None
    ends: date | None
    person: Reference | None
    problem: Reference | None
    agency: Reference | None
    event: Reference | None
    intervention: Reference | None


class Confirmation(Item, frozen=True, kw_only=True):
    cost_line: Reference
    after: confirmations.After
    state: confirmations.State
    actual_cents: Cents | None
    on_day: date
    reason: Annotated[str, Meta(max_length=confirmations.LONGEST)]


class Payment(Item, frozen=True, kw_only=True):
    cost_line: Reference
    on_day: date
    cents: Annotated[int, Meta(ge=1, le=MOST_CENTS)]
    words: Line


class Refusal(Item, frozen=True, kw_only=True):
    price: CatalogueId
    agency: Reference | None
    problem: Reference | None
    event: Reference | None
    intervention: Reference | None
