"""What one cell has to be before it is shown, in numbers that can be followed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.exchange import published_rules as rules
from doorbraak.model.exchange.cell_facts import Amounts, Facts
from doorbraak.model.exchange.cell_judgement import Judge
from doorbraak.model.exchange.published_rules import Limits, Secrets, drawn_secrets, limits_of, verdict

MANY = 10**6  # households, of which none of these is 90%


@pytest.mark.parametrize(
    ("own", "passes"),
    [
        ((9,), False),  # fewer than 10
        ((10,), True),  # one sender: there are no others to find out about
        ((5, 5), False),  # each of two knows what the other has
        ((10, 9), False),
        ((10, 10), True),
        ((4, 3, 3), True),  # 6, 7 and 7 others
        ((8, 2, 2), False),  # the first has 8 of 12
        ((7, 3, 2), True),
    ],
)
def test_that_for_every_sender_the_others_are_none_or_enough(own: tuple[int, ...], passes: bool) -> None:
    senders = {str(number): households for number, households in enumerate(own)}
    assert (verdict(sum(own), senders, MANY, {}) == "shown") is passes


def test_that_zero_is_as_small_as_one() -> None:
    assert verdict(0, {}, MANY, {}) == verdict(1, {"a": 1}, MANY, {}) == "small"


@pytest.mark.parametrize(
    ("households", "everybody", "said"),
    [(18, 20, "shown"), (19, 20, "small"), (22, 25, "shown"), (23, 25, "most"), (25, 25, "most"), (12, 12, "small")],
)
def test_that_more_than_90_per_cent_is_said_as_such_where_it_leaves_three_numbers_open(
    households: int, everybody: int, said: str
) -> None:
    assert verdict(households, {"a": households}, everybody, {}) == said


@given(st.integers(10, 500), st.integers(0, 500))
def test_that_most_is_true_and_never_fewer_than_three_numbers(everybody: int, households: int) -> None:
    if households <= everybody and verdict(households, {"a": households}, everybody, {}) == "most":
        lowest = rules.lowest_most(everybody)
        assert lowest <= households
        assert lowest * 10 > everybody * 9 >= (lowest - 1) * 10
        assert everybody - lowest + 1 >= 3


def amounts(*sizes: int, senders: int = 5) -> Facts:
    """One household each, over as many senders in turn."""
    facts = Facts(len(sizes), amounts=Amounts())
    assert facts.amounts is not None
    for number, size in enumerate(sizes):
        sender = str(number % senders)
        facts.own[sender] += 1
        facts.amounts.total += size
        facts.amounts.own[sender] += size
        facts.amounts.add_size(abs(size), frozenset((sender,)))
    return facts


JUDGE = Judge(MANY, 15)
BASE = 1000


def test_that_the_p_rule_asks_that_the_second_can_not_estimate_the_first() -> None:
    assert not rules.dominated(1000 + 900 + 150, 1000, 900, 15)
    assert rules.dominated(1000 + 900 + 149, 1000, 900, 15)


def test_that_one_household_may_be_no_more_than_30_per_cent_of_a_sum() -> None:
    """3,000 of 10,000, and 3,001 of 10,001; the rest is spread."""
    assert JUDGE.amount(amounts(3000, *[700] * 10), BASE)
    assert not JUDGE.amount(amounts(3001, *[700] * 10), BASE)


def test_that_a_loss_counts_by_its_size() -> None:
    assert JUDGE.amount(amounts(*[-700] * 15), BASE)
    assert not JUDGE.amount(amounts(-3001, *[-700] * 10), BASE)
    assert not JUDGE.amount(amounts(9000, -8800, *[700] * 13), BASE)


def test_that_the_p_rule_holds_for_each_sender_by_itself() -> None:
    """Of 16 households one is large; the others of the largest sender's view are two large ones and four of nothing."""
    sizes = [1000] * 20
    assert JUDGE.amount(amounts(*sizes, senders=4), BASE)
    facts = Facts(20, amounts=Amounts())
    assert facts.amounts is not None
    for number in range(20):
        sender = "a" if number < 14 else "bc"[number % 2]
        size = 1000 if number < 14 else (2000 if number < 16 else 0)
        facts.own[sender] += 1
        facts.amounts.total += size
        facts.amounts.own[sender] += size
        facts.amounts.add_size(size, frozenset((sender,)))
    assert not rules.dominated(*facts.amounts.spread(), 15)
    assert not rules.too_large_a_part(facts.amounts.total, 2000)
    assert not JUDGE.amount(facts, BASE), "sender a sees two households of 2,000 and nothing else"


def test_that_a_margin_is_judged_by_the_two_largest_of_each_sender_and_what_rounding_hides_of_them() -> None:
    facts = Facts(12, amounts=Amounts(total=12_000, exact=False))
    assert facts.amounts is not None
    for sender in "abc":
        facts.own[sender] = 4
        facts.amounts.own[sender] = 4000
        for _ in range(2):
            facts.amounts.add_size(1000 + 500, frozenset(sender))
    assert facts.amounts.spread() == (12_000, 1500, 1500)
    assert facts.amounts.spread("a") == (8000, 1500, 1500)
    assert JUDGE.amount(facts, BASE)


def test_that_together_the_same_households_are_not_counted_twice() -> None:
    """Two laws of the same 6 households are about 6 households."""
    small = amounts(*[1000] * 6)
    assert not JUDGE.amounts_together([small, small], BASE)
    assert JUDGE.amounts_together([small, amounts(*[1000] * 30)], BASE)
    assert JUDGE.counts_together([small, small]), "two parts of a partition are 12 households"


def test_that_the_level_is_what_the_p_rule_lacks_or_a_share_of_all_and_never_more_than_all() -> None:
    assert rules.level(1000, 900, 50, 15) == 150  # 15% of all; the rule lacks 85
    assert rules.level(1000, 1000, 0, 15) == 150
    assert rules.level(3, 3, 0, 15) == 1
    assert rules.level(0, 0, 0, 15) == 0


def test_that_no_limit_can_be_less_strict_than_its_floor() -> None:
    for wrong in ({"fewest": 9}, {"fewest_others": 4}, {"most_share": 91}, {"fewest_changed": 4}):
        with pytest.raises(ValueError, match="less strict"):
            Limits(**wrong)
        limits, said = limits_of(wrong)
        assert limits == rules.LIMITS
        assert len(said) == 1
    assert limits_of({"fewest": 12, "most_share": 80}) == (Limits(fewest=12, most_share=80), ())


def test_that_the_secrets_are_drawn_within_their_bounds_and_shown_nowhere() -> None:
    drawn = {drawn_secrets().p for _ in range(300)}
    assert drawn == set(range(12, 19))
    one = Secrets(b"k" * 32, 13)
    assert repr(one) == "Secrets()"
    for key, p in ((b"k" * 31, 13), (b"k" * 32, 11), (b"k" * 32, 19)):
        with pytest.raises(ValueError, match="secrets"):
            Secrets(key, p)
