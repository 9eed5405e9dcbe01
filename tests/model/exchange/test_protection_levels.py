"""The room that a small cell needs."""

import pytest

from doorbraak.model.exchange.protection import levels
from doorbraak.model.exchange.protection.problem import Level


@pytest.mark.parametrize(
    ("per_cent", "largest", "second", "total", "room"),
    [
        (15, 8000, 1500, 10_000, 1500),  # 15% of 8,000 less the 500 of the others is 700; of the cell it is 1,500
        (15, 9000, 1000, 10_000, 1500),
        (12, 1, 0, 1, 1),  # rounded up: never no room at all
        (15, -8000, 1500, -10_000, 1500),
        (18, 500, 400, 100, 100),  # losses against savings: not more than the cell itself
        (15, 0, 0, 0, 0),
    ],
)
def test_that_an_amount_needs_its_share_on_both_sides_and_no_more_than_itself(
    per_cent: int, largest: int, second: int, total: int, room: int
) -> None:
    assert levels.of_amount(per_cent, largest, second, total) == Level(lower=room, upper=room)


def test_that_a_count_needs_a_width_for_everybody_and_for_each_sender() -> None:
    assert levels.of_count() == Level(sliding=4, insider=4)
