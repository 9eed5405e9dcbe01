"""When the plan will have earned itself back: the saving month by month, the doorbraak's own cost included."""

from doorbraak.model.insight.cost_units import units_between
from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.savings import Amounts, LineSum, Saving, amounts_of


def saved_until(row: LineSum, months: int) -> int:
    """Cents that a line saves in the first `months`; after whole years the same cents as in the sums.

    What an event would cost once is not saved before the day on which the event is expected.
    """
    whole, rest = divmod(months, 12)
    found = sum(year.saving for year in row.years[:whole])
    if rest and whole < len(row.years) and not _yet_to_come(row, months):
        found += part_of_year(row, whole, rest).saving
    return found


def _yet_to_come(row: LineSum, months: int) -> bool:
    """Whether all these months pass before the event of a cost that comes once."""
    if row.event is None or row.line.recurrence != "once":
        return False
    return add_months(row.start, months) <= row.event.expected_on


def part_of_year(row: LineSum, year: int, months: int) -> Amounts:
    """The amounts of the first months of year 0, 1, ..."""
    on = row.event.expected_on if row.event else None
    units = units_between(row.line, row.start, year * 12, year * 12 + months, on)
    return amounts_of(row.line, row.chances, row.factor, units)


def cumulative_of(saving: Saving) -> tuple[int, ...]:
    """The public saving in cents after 1, 2, ... months."""
    return tuple(sum(saved_until(row, month) for row in saving.public_lines) for month in range(1, saving.months + 1))


def payback_month(saving: Saving) -> int | None:
    """The first month after which the saving stays zero or more; 0 when the plan costs nothing of its own.

    None: not within the months of the sums. Nothing is earned back before it is spent: what the doorbraken cost once
    lies in that month or before it.
    """
    if saving.own_cost.saving >= 0:
        return 0
    found = None
    for month, saved in enumerate(cumulative_of(saving), 1):
        if saved < 0:
            found = None
        elif found is None:
            found = month
    return None if found is None else max(found, _last_spent(saving))


def at_once(saving: Saving, month: int) -> int:
    """Cents of events that cost once without which the plan is not earned back after `month`; 0 when it is."""
    saved = [(row, saved_until(row, month)) for row in saving.public_lines]
    once = sum(cents for row, cents in saved if row.event is not None and row.line.recurrence == "once")
    return once if sum(cents for _, cents in saved) < once else 0


def _last_spent(saving: Saving) -> int:
    """The month of the last cost that a doorbraak itself has once; 0 when it has none in these months."""
    own = [row for row in saving.public_lines if row.line.intervention is not None and row.line.recurrence == "once"]
    months = range(1, saving.months + 1)
    return max((next((at for at in months if saved_until(row, at)), 0) for row in own), default=0)
