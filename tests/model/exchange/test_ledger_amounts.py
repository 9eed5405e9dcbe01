"""What follows, from what senders say of their largest changes, about any change since a figure was published."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.exchange.ledger_amounts import (
    Difference,
    Moved,
    Sums,
    difference,
    moved_of,
    moved_since,
    then_of,
    together,
)
from doorbraak.model.exchange.rules import FEWEST_CHANGED
from tests.model.exchange.merged_caseloads import SECRETS

P = SECRETS.p
STEP = 1000


def said(sizes: list[int]) -> Moved:
    """As a file rounds it."""
    each = sorted((size for size in sizes if size), reverse=True)
    few = [sum(each)] if each else []
    told = [*each[:2], min(each[0], sum(each[2:]))] if len(each) >= FEWEST_CHANGED else few
    return moved_of([round(size / STEP) * STEP for size in told], len(each), STEP // 2)


@given(st.lists(st.integers(0, 60_000), max_size=12))
def test_that_what_a_file_says_bounds_what_is_so(sizes: list[int]) -> None:
    moved, each = said(sizes), sorted(sizes, reverse=True)
    assert sum(each[:1]) <= moved.first
    assert sum(each[:2]) <= moved.both
    assert moved.least <= sum(each) <= moved.most


@given(st.integers(0, 10**6), st.integers(1, 6))
@settings(max_examples=200, deadline=None)
def test_that_bounds_hold_over_any_number_of_periods(seed: int, periods: int) -> None:
    """Also where changes are undone, and for a sender that is not certain."""
    random = Random(seed)
    first = {name: [random.randint(0, 40_000) for _ in range(8)] for name in "ab"}
    now = {name: list(amounts) for name, amounts in first.items()}
    then = then_of(sums(now, {}))
    for _ in range(periods):
        steps = {name: [random.choice((0, 0, random.randint(-9_000, 9_000))) for _ in range(8)] for name in "ab"}
        now = {name: [one + by for one, by in zip(now[name], steps[name], strict=True)] for name in "ab"}
        told = sums(now, {name: said([abs(by) for by in steps[name]]) for name in "ab"})
        moved = moved_since(then, "ab", told, "a" if random.random() < 0.2 else "ab")
        for name in "ab":
            real = sorted((abs(one - old) for one, old in zip(now[name], first[name], strict=True)), reverse=True)
            found = moved.get(name, Moved())
            assert real[0] <= found.first
            assert sum(real[:2]) <= found.both
            assert found.least <= sum(real) <= found.most
        then = type(then)(then.total, then.own, then.top, moved)


def sums(now: dict[str, list[int]], moved: dict[str, Moved]) -> Sums:
    tops = {name: sorted(map(abs, amounts), reverse=True) for name, amounts in now.items()}
    return Sums(
        sum(map(sum, now.values())),
        {name: sum(amounts) for name, amounts in now.items()},
        {name: (top[0], top[0] + top[1]) for name, top in tops.items()},
        moved,
    )


def of(**sizes: list[int]) -> Difference:
    """All of them went up, so that the senders' totals tell what they come to."""
    return Difference({}, {name: said(each)._replace(least=sum(each)) for name, each in sizes.items()})


def test_that_one_household_is_not_nearly_all_of_a_difference() -> None:
    assert of(a=[37_000], b=[1_000] * 3, c=[1_000] * 3).tells((), 0, P)
    assert not of(a=[37_000], b=[5_000] * 3, c=[5_000] * 3).tells((), 0, P)


def test_that_it_is_not_for_a_sender_either_who_takes_off_its_own() -> None:
    much = of(a=[9_000] * 6, b=[37_000, 1_000, 1_000], c=[1_000] * 2)
    assert not much.tells((), 0, P)
    assert much.tells("a", 0, P)


def test_that_the_same_household_on_three_laptops_is_no_company_for_itself() -> None:
    shared = of(a=[30_000], b=[30_000], c=[30_000])
    assert not shared.tells((), 0, P)
    assert shared.tells((), 2, P)


def test_that_laptops_that_may_be_one_say_no_more_than_their_sums_do() -> None:
    """The one gone with its households, the other new with the same."""
    then = then_of(sums({"a": [20_000] * 8, "b": [10_000] * 8}, {}))
    now = sums({"c": [20_000] * 8, "b": [10_000] * 8}, {})
    moved = moved_since(then, "ab", now, "b")
    found = difference(type(then)(then.total, then.own, then.top, moved), now, "ac")
    assert (found.own["a"], found.moved["a"].least) == (0, 0)
    assert found.tells((), 0, P)


def test_that_of_several_cells_no_more_is_certain_than_that_of_one_less_the_others() -> None:
    """Whoever went from the one to the other changed nothing of both together."""
    found = together([of(a=[5_000] * 6), of(a=[5_000] * 6)]).moved["a"]
    assert (found.least, found.first) == (0, 11_000)
