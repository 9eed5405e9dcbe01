"""The shape of a case file: what each field may hold. docs/file-formats.md describes it for people.

Apart from `casefile`, because msgspec takes 35 ms to import and only case files need it.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from doorbraak.model.dossier import agencies, checks, costs, events, goals, interventions, people
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.justification import GroundRole
from doorbraak.model.dossier.people import Living
from doorbraak.model.dossier.problems import Owner
from doorbraak.model.money import MOST_CENTS

FORMAT: Literal["doorbraak-casus"] = "doorbraak-casus"
VERSION: Literal[1] = 1
Notice = Literal["bevat persoonsgegevens", "voorbeeldgegevens, niet van een bestaand huishouden"]
PERSONAL: Notice = "bevat persoonsgegevens"
EXAMPLE: Notice = "voorbeeldgegevens, niet van een bestaand huishouden"

Reference = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,39}\Z")]
"""A name within the file, such as p1 or a12; it means nothing outside it."""

Line = Annotated[str, Meta(max_length=checks.LINE)]
CatalogueId = Annotated[str, Meta(max_length=80)]
Percent = Annotated[int, Meta(ge=0, le=100)]
People = Annotated[tuple[Reference, ...], Meta(max_length=200)]
Problems = Annotated[tuple[Reference, ...], Meta(max_length=500)]


class Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every field has to be there, and no other."""


class Household(Strict, frozen=True, kw_only=True):
    name: Line
    opened: date
    plan_date: date | None
    example: bool
    note: Annotated[str, Meta(max_length=checks.TEXT)]


class Goal(Strict, frozen=True, kw_only=True):
    words: Annotated[str, Meta(min_length=1, max_length=goals.LONGEST)]
    first: bool


class Person(Strict, frozen=True, kw_only=True):
    id: Reference
    name: Annotated[str, Meta(max_length=people.LONGEST_NAME)]
    role: CatalogueId
    birth_year: Annotated[int, Meta(ge=1900, le=2200)] | None
    lives_here: Living


class Problem(Strict, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Line
    life_domain: CatalogueId
    owner: Owner
    people: People


class Agency(Strict, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Line
    contacts_e2: Annotated[int, Meta(ge=0, le=agencies.MOST_CONTACTS * 100)]
    law: CatalogueId
    payer: CatalogueId
    problems: Problems
    people: People


class Intervention(Strict, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Annotated[str, Meta(max_length=interventions.LONGEST)]
    status: Status
    decided_on: date | None


class Ground(Strict, frozen=True, kw_only=True):
    intervention: Reference
    article: Annotated[str, Meta(min_length=1, max_length=80)]
    role: GroundRole
    reason: Annotated[str, Meta(max_length=2000)]


class Event(Strict, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Line
    expected_on: date
    reason: Annotated[str, Meta(min_length=1, max_length=events.LONGEST_REASON)]
    chance_threatening: Percent
    chance_plan: Percent


class Chances(Strict, frozen=True, kw_only=True):
    current: Percent
    threatening: Percent
    plan: Percent


class Cost(Strict, frozen=True, kw_only=True):
    words: Annotated[str, Meta(min_length=1, max_length=checks.LINE)]
    price: CatalogueId
    price_cents: Annotated[int, Meta(ge=0, le=MOST_CENTS)]
    price_year: Annotated[int, Meta(ge=1990, le=2200)] | None
    source: Annotated[str, Meta(max_length=500)]
    unit: Annotated[str, Meta(max_length=40)]
    quantity_e4: Annotated[int, Meta(ge=0, le=costs.MOST_QUANTITY_E4)]
    recurrence: costs.Recurrence
    law: CatalogueId
    payer: CatalogueId
    transfer: bool
    chances: Chances | None
    attribution: Percent
    starts: date | None
    ends: date | None
    agency: Reference | None
    event: Reference | None
    intervention: Reference | None


class CaseFile(Strict, frozen=True, kw_only=True):
    """One household. The order of every list is kept."""

    format: Literal["doorbraak-casus"]
    version: Literal[1]
    notice: Notice
    household: Household
    goals: Annotated[tuple[Goal, ...], Meta(max_length=200)]
    people: Annotated[tuple[Person, ...], Meta(max_length=200)]
    problems: Annotated[tuple[Problem, ...], Meta(max_length=500)]
    agencies: Annotated[tuple[Agency, ...], Meta(max_length=500)]
    interventions: Annotated[tuple[Intervention, ...], Meta(max_length=200)]
    grounds: Annotated[tuple[Ground, ...], Meta(max_length=2000)]
    events: Annotated[tuple[Event, ...], Meta(max_length=200)]
    costs: Annotated[tuple[Cost, ...], Meta(max_length=2000)]


class Head(Struct):
    """What tells a case file from another file, and a newer one from ours."""

    format: object = None
    version: object = None
