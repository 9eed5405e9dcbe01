"""A mistake in the search for what to hide: the last look keeps it in. And each rule does what no other rule does.

A wrong pattern is planted where the search would give one; everything else is the chain as it publishes.
"""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from doorbraak.model.exchange import periods
from doorbraak.model.exchange import publication as chain
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.ledger import Entry, Ledger
from doorbraak.model.exchange.protection.pattern import Pattern
from doorbraak.model.exchange.protection.problem import Problem
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.table_catalogue import CellKey
from tests.model.exchange.merged_caseloads import NEXT, PERIOD, home, merge, publish, small_tables

TABLES = small_tables()
A, B, C = "a" * 32, "b" * 32, "c" * 32
RANDOM = Random(31)


def homes(number: int, *cells: str, team: str = "n") -> list[Home]:
    return [home(RANDOM, f"households_team {team}", *cells) for _ in range(number)]


def told(publication: Publication, table: str, cells: Iterable[str]) -> dict[str, int]:
    found = {cell: publication.table(table).at(cell).value for cell in cells}
    return {cell: value for cell, value in found.items() if value is not None}


def planted(monkeypatch: pytest.MonkeyPatch, *more: CellKey) -> None:
    """What has to be hidden by itself, and these besides: nothing that would protect them."""

    def found(problem: Problem, *_: object, **__: object) -> Pattern:
        held = problem.held()
        hidden = (one.key for at, one in enumerate(problem.cells) if at in held or one.key in more)
        return Pattern(frozenset(hidden), 0, True, 0)

    monkeypatch.setattr(chain, "suppress", found)


def test_attack_a_wrong_pattern_through_the_whole_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 120,000 for 28 households one half is of four: hidden alone, its line and its column tell it."""
    flat = [homes(8, "cost_after wmo|gem 5000", "cost_after zvw|zvz 4000", "cost_after zvw|gem 3000") for _ in "abc"]
    few = homes(4, "cost_after wmo|zvz 15000")
    merged = merge({A: flat[0] + few, B: flat[1], C: flat[2]}, TABLES)
    lines = ("wmo|", "wmo|gem")
    publication, _ = publish(merged, TABLES)
    assert told(publication, "cost_after", ("|",)), "the search finds what can be shown"
    planted(monkeypatch)
    publication, _ = publish(merged, TABLES)
    assert len(told(publication, "cost_after", lines)) < 2
    assert told(publication, "cost_after", ("wmo|zvz",)) == {}


CELLS = tuple(("cost_after", f"{law}|{payer}") for law in ("wmo", "zvw") for payer in ("gem", "zvz"))


def test_attack_a_wrong_pattern_that_a_colleague_sees_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """All four are hidden, and everybody but the colleague who has all of one of them could think anything."""
    mine = homes(20, "cost_after wmo|zvz 5000")
    rest = [homes(8, "cost_after zvw|zvz 4000", "cost_after zvw|gem 3000") for _ in "abc"]
    few = [homes(4, "cost_after wmo|gem 5000") for _ in "bc"]
    merged = merge({A: mine + rest[0], B: few[0] + rest[1], C: few[1] + rest[2]}, TABLES)
    planted(monkeypatch, *CELLS)
    publication, _ = publish(merged, TABLES)
    assert told(publication, "cost_after", ("wmo|",)) == {}, "less 100,000 of the own it is 40,000 of eight others"


def test_attack_a_wrong_figure_of_the_previous_period_beside_this_one() -> None:
    """The last publication left one number possible for a score of 9. It does not go on as if nothing were wrong."""
    laptops = {A: homes(16, "trust_before hoog") + homes(5, "trust_before laag"), B: homes(15, "trust_before hoog")}
    laptops[B] += homes(4, "trust_before laag") + homes(20)
    _, ledger = publish(merge(laptops, TABLES), TABLES)
    merged = merge(laptops, TABLES, NEXT, earlier=(PERIOD, laptops))
    kept, _ = publish(merged, TABLES, ledger)
    shown = [cell for cell in ("", "hoog") if told(kept, "trust_before", (cell,))]
    assert shown, "nothing changed, and what stood there stands there"
    entries = dict(ledger.entries)
    for cell, truth, value in (("", 40, 40), ("hoog", 31, 30)):
        own = entries["trust_before", cell].own
        entries["trust_before", cell] = Entry("shown", value, truth, truth, truth, 4, own)
    own = entries["trust_before", "laag"].own
    entries["trust_before", "laag"] = Entry("hidden", None, 9, 0, 0, 4, own)
    wrong = Ledger(ledger.catalogue, (periods.parse(PERIOD),), ledger.senders, entries)
    publication, _ = publish(merged, TABLES, wrong)
    assert told(publication, "trust_before", ("", "hoog", "laag")) == {}


def test_attack_two_quarters_of_which_each_is_open_and_both_together_are_not() -> None:
    """By the one publication the total was 36 to 40, by the figure that stands now 40 to 49: so it was 40."""
    laptops = {A: homes(16, "trust_before hoog") + homes(5, "trust_before laag"), B: homes(15, "trust_before hoog")}
    laptops[A] += homes(5)
    laptops[B] += homes(4, "trust_before laag") + homes(20)
    _, ledger = publish(merge(laptops, TABLES), TABLES)
    merged = merge(laptops, TABLES, NEXT, earlier=(PERIOD, laptops))

    def shown(*wrong: tuple[str, int, int, int]) -> dict[str, int]:
        entries = dict(ledger.entries)
        for cell, value, low, high in wrong:
            entry = entries["trust_before", cell]
            entries["trust_before", cell] = replace(entry, status="shown", value=value, low=low, high=high)
        publication, _ = publish(merged, TABLES, replace(ledger, entries=entries))
        return told(publication, "trust_before", ("", "hoog", "laag"))

    assert shown(("", 45, 36, 49), ("hoog", 30, 30, 31)) == {"": 45, "hoog": 30}, "then 5 to 19 of them had a low score"
    assert shown(("", 45, 36, 40), ("hoog", 30, 30, 31)) == {}, "5 to 10 by itself, and 9 or 10 beside what stands now"


# -- rules by themselves ----------------------------------------------------------------------------------


def test_attack_a_colleague_estimates_the_largest_of_the_others() -> None:
    """Two of 10,000 among six others: a tenth of all of it, and nearly all that is not the colleague's own."""
    own, large = homes(14, "cost_after wmo|gem 5000"), "cost_after wmo|gem 10000"
    small = [homes(2, "cost_after wmo|gem 100") for _ in "bc"]
    merged = merge({A: own, B: [*homes(1, large), *small[0]], C: [*homes(1, large), *small[1]]}, TABLES)
    assert told(publish(merged, TABLES)[0], "cost_after", ("wmo|gem",)) == {}
    even = [homes(3, "cost_after wmo|gem 5000") for _ in "bc"]
    merged = merge({A: own, B: even[0], C: even[1]}, TABLES)
    assert told(publish(merged, TABLES)[0], "cost_after", ("wmo|gem",)) == {"wmo|gem": 100_000}


def test_attack_one_household_with_36_per_cent_of_a_sum() -> None:
    """Fourteen others leave enough room to guess, for a colleague too; and still the sum is about one of them."""
    flat = [homes(5, "cost_after wmo|gem 5000") for _ in "abc"]
    for large, shown in ((29_000, {"wmo|gem": 99_000}), (40_000, {})):
        one = homes(1, f"cost_after wmo|gem {large}")
        merged = merge({A: [*flat[0][1:], *one], B: flat[1], C: flat[2]}, TABLES)
        assert told(publish(merged, TABLES)[0], "cost_after", ("wmo|gem",)) == shown


def test_attack_a_colleague_who_is_alone_in_the_other_hidden_cell() -> None:
    """9 and 9 hidden of 48: who has all of the one subtracts it. So the third team is hidden with them."""
    mine = homes(9, team="o")
    few = [homes(number, team="n") for number in (5, 4)]
    many = [homes(10, team="z") for _ in "abc"]
    merged = merge({A: mine + many[0], B: few[0] + many[1], C: few[1] + many[2]}, TABLES)
    publication, _ = publish(merged, TABLES)
    assert told(publication, "households_team", ("n", "o", "z")) == {}
    assert publication.households in (45, 50)


def test_attack_a_colleague_who_has_all_of_the_other_hidden_amount() -> None:
    """95,000 of twelve households of one colleague, of which one is 42%; hidden beside it 60,000 of another colleague.
    No share of what is left is asked for, since all of it is of one sender: so only that there have to be three helps.
    """
    mine, theirs = homes(12, "cost_after zvw|gem 5000"), homes(11, "cost_after wmo|gem 5000")
    theirs += homes(1, "cost_after wmo|gem 40000")
    small = [homes(7, "cost_after pw|gem 600") for _ in "abc"]
    merged = merge({A: mine + small[0], B: theirs + small[1], C: small[2]}, TABLES)
    publication, _ = publish(merged, TABLES)
    assert told(publication, "cost_after", ("wmo|gem", "zvw|gem")) == {}
    beside = told(publication, "cost_after", ("|gem", "pw|gem"))
    assert beside in ({"|gem": 168_000}, {"pw|gem": 13_000}), "with both of them the colleague subtracts 60,000"
