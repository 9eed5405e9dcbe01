"""What came of the expected saving in the first year, by what was said at 3, 6 and 12 months.

The saving of a line is cut into three spans, each judged at its end. A span that was confirmed, or changed into what
it really costs, is realised; the others are expected, and not confirmed from 12 months after the start on.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from doorbraak.model.dossier.confirmations import After, Confirmation, State
from doorbraak.model.insight.cost_units import units_between
from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.payback import part_of_year
from doorbraak.model.insight.savings import Amounts, LineSum, Saving
from doorbraak.model.money import round_half_even

Certainty = Literal["expected", "realised", "unconfirmed"]
Said = Mapping[tuple[int, After], Confirmation]
SPANS: tuple[tuple[After, int, int], ...] = (("3", 0, 3), ("6", 3, 6), ("12", 6, 12))
"""The moment that judges it, and between which months from the start it lies."""


@dataclass(frozen=True, slots=True)
class Span:
    """`promised`: cents that the plan expects it to save; `cents`: what it saves as far as known."""

    after: After
    state: State | None
    certainty: Certainty
    promised: int
    cents: int


@dataclass(frozen=True, slots=True)
class Followed:
    row: LineSum
    spans: tuple[Span, ...]

    def of(self, certainty: Certainty) -> int:
        return sum(span.cents for span in self.spans if span.certainty == certainty)


@dataclass(frozen=True, slots=True)
class Parts:
    """Cents of the first year that never merge: `promised` is what all was expected to be at the start."""

    promised: int = 0
    realised: int = 0
    expected: int = 0
    unconfirmed: int = 0

    @property
    def other(self) -> int:
        """What the answers made it more or less than was promised."""
        return self.realised + self.expected + self.unconfirmed - self.promised

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            self.promised + other.promised,
            self.realised + other.realised,
            self.expected + other.expected,
            self.unconfirmed + other.unconfirmed,
        )


@dataclass(frozen=True, slots=True)
class Realised:
    """The publicly paid lines of one household, and what they add up to."""

    start: date
    lines: tuple[Followed, ...]

    @property
    def direct(self) -> Parts:
        return _added(one for one in self.lines if one.row.line.event is None)

    @property
    def prevented(self) -> Parts:
        return _added(one for one in self.lines if one.row.line.event is not None)

    def by(self, key: Callable[[LineSum], str]) -> tuple[tuple[str, Parts], ...]:
        """By law, payer or whatever `key` says; what was promised most first."""
        found: dict[str, Parts] = defaultdict(Parts)
        for one in self.lines:
            found[key(one.row)] += parts_of(one)
        return tuple(sorted(found.items(), key=lambda part: (-part[1].promised, part[0])))


def realised_of(saving: Saving, confirmations: Iterable[Confirmation], today: date) -> Realised:
    """`saving` over 12 months or more; only its first year is followed."""
    said = {(one.cost_line, one.after): one for one in confirmations}
    return Realised(saving.start, tuple(_followed(row, said, today) for row in saving.public_lines))


def judged_at(row: LineSum) -> tuple[After, ...]:
    """The moments whose months hold some of this line: one that comes once falls in one of them, or in none."""
    on = row.event.expected_on if row.event else None
    return tuple(after for after, skip, until in SPANS if units_between(row.line, row.start, skip, until, on))


def parts_of(one: Followed) -> Parts:
    promised = sum(span.promised for span in one.spans)
    return Parts(promised, one.of("realised"), one.of("expected"), one.of("unconfirmed"))


def _added(lines: Iterable[Followed]) -> Parts:
    return sum((parts_of(one) for one in lines), Parts())


def _followed(row: LineSum, said: Said, today: date) -> Followed:
    spans, begin, over = [], Amounts(), today >= add_months(row.start, 12)
    for after, skip, until in SPANS:
        end = row.years[0] if until == 12 else part_of_year(row, 0, until)
        spans.append(_span(row, (after, skip, until), (begin, end), said.get((row.line.id, after)), over=over))
        begin = end
    return Followed(row, tuple(spans))


def _span(
    row: LineSum, span: tuple[After, int, int], at: tuple[Amounts, Amounts],
    said: Confirmation | None, *, over: bool,
) -> Span:  # fmt: skip
    """`at`: what the year comes to where the span begins and where it ends."""
    (after, skip, until), (begin, end) = span, at
    promised = end.saving - begin.saving
    if said is None or said.state == "unknown":
        return Span(after, said.state if said else None, "unconfirmed" if over else "expected", promised, promised)
    if said.state == "confirmed" or said.actual_cents is None:
        happened = row.event is not None and row.event.outcome == "happened"  # then nothing was prevented
        return Span(after, said.state, "realised", promised, 0 if happened else promised)
    actual = _actual(row, said.actual_cents, skip, until)
    saved = round_half_even(Fraction((end.threatening - begin.threatening - actual) * row.line.attribution, 100))
    return Span(after, said.state, "realised", promised, saved)


def _actual(row: LineSum, cents: int, skip: int, until: int) -> int:
    """The part of a real yearly cost that falls in the span; one that comes once falls where its line does."""
    if row.line.recurrence == "once":
        on = row.event.expected_on if row.event else None
        return cents if units_between(row.line, row.start, skip, until, on) else 0
    return round_half_even(Fraction(cents * until, 12)) - round_half_even(Fraction(cents * skip, 12))
