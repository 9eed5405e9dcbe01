"""The shape of a case file: what each field may hold. docs/file-formats.md describes it for people.

Apart from `casefile`, because msgspec takes 35 ms to import and only case files need it.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from doorbraak.model.dossier import (
    agencies,
    barriers,
    checks,
    comparisons,
    considerations,
    corrections,
    custody,
    goals,
    interventions,
    justification,
    letters,
    life_events,
    measurements,
    outcomes,
    own_words,
    people,
    perspectives,
    sharing,
    signals,
    statements,
    steps,
    tasks,
    visits,
    workers,
)
from doorbraak.model.dossier.casefile_fields import (
    CatalogueId,
    Cents,
    Code,
    Item,
    KnownId,
    Line,
    MapPlace,
    Month,
    Reference,
    References,
    ShortLine,
    Strict,
    Year,
)
from doorbraak.model.dossier.casefile_format_sums import Confirmation, Cost, Event, Payment, Refusal
from doorbraak.model.dossier.household import CloseReason
from doorbraak.model.dossier.problems import HEAVIEST, LAST_RANK, Owner

FORMAT: Literal["doorbraak-casus"] = "doorbraak-casus"
VERSION: Literal[1] = 1
Notice = Literal["bevat persoonsgegevens", "voorbeeldgegevens, niet van een bestaand huishouden"]
PERSONAL: Notice = "bevat persoonsgegevens"
EXAMPLE: Notice = "voorbeeldgegevens, niet van een bestaand huishouden"

Minutes = Annotated[int, Meta(ge=0, le=visits.MOST_MINUTES)]


class Household(Strict, frozen=True, kw_only=True):
    name: Line
    opened: date
    plan_date: date | None
    example: bool
    note: Annotated[str, Meta(max_length=checks.TEXT)]
    lead: ShortLine
    wijk: Code
    closed: date | None
    close_reason: CloseReason
    close_words: Annotated[str, Meta(max_length=1000)]
    no_paper: bool
    retention: CatalogueId


class Goal(Item, frozen=True, kw_only=True):
    id: Reference
    words: Annotated[str, Meta(min_length=1, max_length=goals.LONGEST)]
    first: bool


class Person(Item, frozen=True, kw_only=True):
    id: Reference
    name: Annotated[str, Meta(max_length=people.LONGEST_NAME)]
    role: CatalogueId
    birth_year: Year | None
    lives_here: people.Living
    sex: people.Sex
    month_of_18: Month | None
    died: bool


class OwnWords(Item, frozen=True, kw_only=True):
    question: own_words.Question
    words: Annotated[str, Meta(min_length=1, max_length=own_words.LONGEST)]
    person: Reference | None


class Relation(Item, frozen=True, kw_only=True):
    person: Reference
    other: Reference
    kind: KnownId
    words: Line
    since: Year | None


class Custody(Item, frozen=True, kw_only=True):
    person: Reference
    authority: custody.Authority
    holder: Reference | None
    words: Line


class LifeEvent(Item, frozen=True, kw_only=True):
    kind: life_events.Kind
    words: Annotated[str, Meta(max_length=life_events.LONGEST)]
    year: Year
    month: Month | None
    person: Reference | None


class Problem(Item, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Line
    life_domain: CatalogueId
    owner: Owner
    lead: ShortLine
    weight: Annotated[int, Meta(ge=0, le=HEAVIEST)] | None
    rank: Annotated[int, Meta(ge=1, le=LAST_RANK)] | None
    solved_on: date | None
    map_x: MapPlace | None
    map_y: MapPlace | None
    people: References
    waits_for: References


class Agency(Item, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Line
    contacts_e2: Annotated[int, Meta(ge=0, le=agencies.MOST_CONTACTS * 100)]
    law: CatalogueId
    payer: CatalogueId
    bond: agencies.Bond
    claim_cents: Cents | None
    future: agencies.Future
    merges_into: Reference | None
    ends_when: Line
    ended_on: date | None
    map_x: MapPlace | None
    map_y: MapPlace | None
    problems: References
    people: References


class Worker(Item, frozen=True, kw_only=True):
    agency: Reference
    name: Annotated[str, Meta(max_length=workers.LONGEST)]
    function: Annotated[str, Meta(max_length=workers.LONGEST)]
    phone: Annotated[str, Meta(max_length=workers.LONGEST)]
    mail: Annotated[str, Meta(max_length=workers.LONGEST)]


class Letter(Item, frozen=True, kw_only=True):
    id: Reference
    agency: Reference | None
    sender: Line
    dated: date | None
    demand: Annotated[str, Meta(max_length=letters.LONGEST)]
    amount_cents: Cents | None
    last_day: date | None
    settled_on: date | None
    contradicts: References


class Visit(Item, frozen=True, kw_only=True):
    on_day: date
    place: visits.Place
    conversation: visits.Conversation
    minutes_with_people: Minutes
    minutes_at_keyboard: Minutes
    report: Annotated[str, Meta(max_length=checks.TEXT)]


class Intervention(Item, frozen=True, kw_only=True):
    id: Reference
    kind: CatalogueId
    words: Annotated[str, Meta(max_length=interventions.LONGEST)]
    status: interventions.Status
    decided_on: date | None
    decider: Line
    payer: CatalogueId
    problems: References
    goals: References
    agencies: References


class StatusChange(Item, frozen=True, kw_only=True):
    intervention: Reference
    status: interventions.Status
    on_day: date
    reason: Annotated[str, Meta(max_length=interventions.LONGEST)]


class Step(Item, frozen=True, kw_only=True):
    intervention: Reference
    words: Annotated[str, Meta(min_length=1, max_length=steps.LONGEST)]
    owner: Owner
    lead: ShortLine
    due: date | None
    done_on: date | None


class Outcome(Item, frozen=True, kw_only=True):
    intervention: Reference
    on_day: date
    worked: outcomes.Worked
    why: Annotated[str, Meta(max_length=outcomes.LONGEST)]


class Ground(Item, frozen=True, kw_only=True):
    intervention: Reference
    article: CatalogueId
    role: justification.GroundRole
    reason: Annotated[str, Meta(max_length=justification.LONGEST)]
    title: Line
    text: Annotated[str, Meta(max_length=justification.LONGEST)]
    text_version: Annotated[str, Meta(max_length=40)]
    checked_on: date | None


class Consideration(Item, frozen=True, kw_only=True):
    intervention: Reference
    part: considerations.Part
    words: Annotated[str, Meta(min_length=1, max_length=considerations.LONGEST)]


class Perspective(Item, frozen=True, kw_only=True):
    intervention: Reference
    side: perspectives.Side
    verdict: perspectives.Verdict
    reason: Annotated[str, Meta(max_length=perspectives.LONGEST)]
    by_role: ShortLine
    on_day: date | None


class Barrier(Item, frozen=True, kw_only=True):
    id: Reference
    intervention: Reference
    words: Annotated[str, Meta(min_length=1, max_length=barriers.LONGEST)]
    rung: barriers.Rung
    tried: Annotated[str, Meta(max_length=barriers.LONGEST)]
    gone_on: date | None


class Comparison(Item, frozen=True, kw_only=True):
    intervention: Reference
    other: Annotated[str, Meta(min_length=1, max_length=checks.LINE)]
    verdict: comparisons.Verdict
    why: Annotated[str, Meta(max_length=comparisons.LONGEST)]


class Measurement(Item, frozen=True, kw_only=True):
    measure: KnownId
    moment: measurements.Moment
    on_day: date
    value_e2: Annotated[int, Meta(ge=-measurements.MOST_E2, le=measurements.MOST_E2)] | None
    answer: CatalogueId
    person: Reference | None
    words: Line


class Task(Item, frozen=True, kw_only=True):
    kind: tasks.Kind
    words: Annotated[str, Meta(min_length=1, max_length=tasks.LONGEST)]
    lead: ShortLine
    due: date | None
    done_on: date | None
    intervention: Reference | None


class Signal(Item, frozen=True, kw_only=True):
    words: Annotated[str, Meta(min_length=1, max_length=signals.LONGEST)]
    rung: barriers.Rung
    article: CatalogueId
    agency: Reference | None
    intervention: Reference | None
    barrier: Reference | None
    theme: Annotated[str, Meta(max_length=signals.LONGEST_THEME)]
    hours_e2: Annotated[int, Meta(ge=0, le=signals.MOST_HOURS_E2)] | None
    lost_cents: Cents | None
    fixing: signals.Fixing
    solving: signals.Solving
    proposal: Annotated[str, Meta(max_length=signals.LONGEST)]
    told_to: Line
    told_on: date | None


class Sharing(Item, frozen=True, kw_only=True):
    on_day: date
    agency: Reference | None
    with_whom: Line
    what: Annotated[str, Meta(min_length=1, max_length=sharing.LONGEST)]
    why: Annotated[str, Meta(max_length=sharing.LONGEST)]
    ground: sharing.Ground
    law: CatalogueId
    told_on: date | None
    why_untold: Annotated[str, Meta(max_length=sharing.LONGEST)]


class Correction(Item, frozen=True, kw_only=True):
    place: Line
    old_text: Annotated[str, Meta(max_length=corrections.LONGEST)]
    new_text: Annotated[str, Meta(max_length=corrections.LONGEST)]
    asked_by: ShortLine
    person: Reference | None
    on_day: date
    decision: corrections.Decision
    reason: Annotated[str, Meta(max_length=corrections.LONGEST)]
    decided_on: date | None


class Statement(Item, frozen=True, kw_only=True):
    words: Annotated[str, Meta(min_length=1, max_length=statements.LONGEST)]
    person: Reference | None
    by_whom: ShortLine
    on_day: date


class CaseFile(Strict, frozen=True, kw_only=True):
    """One household. The order of every list is kept."""

    format: Literal["doorbraak-casus"]
    version: Literal[1]
    notice: Notice
    household: Household
    goals: Annotated[tuple[Goal, ...], Meta(max_length=200)]
    people: Annotated[tuple[Person, ...], Meta(max_length=200)]
    own_words: Annotated[tuple[OwnWords, ...], Meta(max_length=500)]
    relations: Annotated[tuple[Relation, ...], Meta(max_length=1000)]
    custody: Annotated[tuple[Custody, ...], Meta(max_length=500)]
    life_events: Annotated[tuple[LifeEvent, ...], Meta(max_length=500)]
    problems: Annotated[tuple[Problem, ...], Meta(max_length=500)]
    agencies: Annotated[tuple[Agency, ...], Meta(max_length=500)]
    workers: Annotated[tuple[Worker, ...], Meta(max_length=1000)]
    letters: Annotated[tuple[Letter, ...], Meta(max_length=500)]
    visits: Annotated[tuple[Visit, ...], Meta(max_length=1000)]
    interventions: Annotated[tuple[Intervention, ...], Meta(max_length=200)]
    statuses: Annotated[tuple[StatusChange, ...], Meta(max_length=2000)]
    steps: Annotated[tuple[Step, ...], Meta(max_length=2000)]
    outcomes: Annotated[tuple[Outcome, ...], Meta(max_length=2000)]
    grounds: Annotated[tuple[Ground, ...], Meta(max_length=2000)]
    considerations: Annotated[tuple[Consideration, ...], Meta(max_length=2500)]
    perspectives: Annotated[tuple[Perspective, ...], Meta(max_length=2000)]
    barriers: Annotated[tuple[Barrier, ...], Meta(max_length=2000)]
    comparisons: Annotated[tuple[Comparison, ...], Meta(max_length=2000)]
    events: Annotated[tuple[Event, ...], Meta(max_length=200)]
    costs: Annotated[tuple[Cost, ...], Meta(max_length=2000)]
    confirmations: Annotated[tuple[Confirmation, ...], Meta(max_length=6000)]
    payments: Annotated[tuple[Payment, ...], Meta(max_length=5000)]
    refusals: Annotated[tuple[Refusal, ...], Meta(max_length=2000)]
    measurements: Annotated[tuple[Measurement, ...], Meta(max_length=5000)]
    tasks: Annotated[tuple[Task, ...], Meta(max_length=2000)]
    signals: Annotated[tuple[Signal, ...], Meta(max_length=500)]
    sharing: Annotated[tuple[Sharing, ...], Meta(max_length=2000)]
    corrections: Annotated[tuple[Correction, ...], Meta(max_length=500)]
    statements: Annotated[tuple[Statement, ...], Meta(max_length=500)]


class Head(Struct):
    """What tells a case file from another file, and a newer one from ours."""

    format: object = None
    version: object = None
