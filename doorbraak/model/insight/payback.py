"""When the plan has earned itself back: the saving month by month, the doorbraak's own cost included."""

from doorbraak.model.insight.cost_units import units_between
from doorbraak.model.insight.savings import Amounts, LineSum, Saving, amounts_of


def saved_until(row: LineSum, months: int) -> int:
    """Cents that a line saves in the first `months`; after whole years the same cents as in the sums."""
    whole, rest = divmod(months, 12)
    found = sum(year.saving for year in row.years[:whole])
    if rest and whole < len(row.years):
        found += part_of_year(row, whole, rest).saving
    return found


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

    None: not within the months of the sums.
    """
    if saving.own_cost.saving >= 0:
        return 0
    found = None
    for month, saved in enumerate(cumulative_of(saving), 1):
        if saved < 0:
            found = None
        elif found is None:
            found = month
    return found
