"""How much room a small cell needs: between the ends for a count, on both sides for an amount.

For amounts the level follows from the p% rule (Handbook on Statistical Disclosure Control, section 4.3.1): nobody may
come nearer than p% to the largest contribution, the second largest contributor included, who knows the own one. It is
never less than p% of the cell itself. That one household has a large share of the sum makes a cell small and asks for
no level: there may be no table that leaves so much room.
"""

from doorbraak.model.exchange.protection.problem import Level

COUNT_WIDTH = 4


def of_count() -> Level:
    """Whichever four numbers: a count of 3 can have no four below it. A sender has to be left as many."""
    return Level(sliding=COUNT_WIDTH, insider=COUNT_WIDTH)


def of_amount(per_cent: int, largest: int, second: int, total: int) -> Level:
    """`largest` and `second`: the two largest amounts, `total` the cell; signs do not matter. Rounded up.

    Never more than the cell itself: below zero there is no room to ask for.
    """
    first, next_, whole = abs(largest), abs(second), abs(total)
    hundredths = max(per_cent * first - 100 * (whole - first - next_), per_cent * whole)
    room = min(whole, -(-hundredths // 100))
    return Level(lower=room, upper=room)
