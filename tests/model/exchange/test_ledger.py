"""When a cell gets a new figure, and what stands there until then."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.errors import InputError
from doorbraak.model.exchange.ledger import Change, Entry, Ledger, grown
from doorbraak.model.exchange.periods import parse
from tests.model.exchange.merged_caseloads import AFTER, NEXT, PERIOD, home, merge, publish, small_tables

KEY = ("agencies", "a")
AB = frozenset("ab")


def ledger(drift: int = 0, drifted: int = 0, **own: int) -> Ledger:
    entry = Entry("shown", 20, 20, 16, 24, own=own, drift=drift, drifted=drifted)
    return Ledger("1", (parse(PERIOD),), frozenset(own), {KEY: entry})


@pytest.mark.parametrize(("changes", "stays"), [(0, True), (1, True), (4, True), (5, False), (9, False)])
def test_that_five_changes_make_a_new_figure(changes: int, stays: bool) -> None:
    found = ledger(a=10, b=10).carried(KEY, Change(changes, changes))
    assert (found is not None) is stays


def test_that_a_cell_without_a_figure_gets_one() -> None:
    assert Ledger().carried(KEY, Change(0, 0)) is None


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.integers(0, 10**6))
def test_that_five_households_differ_at_every_new_figure_unless_twenty_changed(steps: list[int], seed: int) -> None:
    """Whatever comes and goes, also what undoes what came before."""
    random = Random(seed)
    everybody = range(40)
    inside = set(random.sample(everybody, 20))
    shown, book, in_all = set(inside), ledger(a=20), 0
    for step in steps:
        moved = set(random.sample(everybody, step))
        inside ^= moved
        change = Change(step, step)
        in_all += step
        if book.carried(KEY, change) is None:
            assert len(shown ^ inside) >= 5 or in_all >= 20
            shown, book, in_all = set(inside), ledger(a=20), 0
        else:
            entry = grown(book.entries[KEY], change, {"a": len(inside)}, frozenset("a"))
            book = Ledger("1", book.published, book.senders, {KEY: entry})


def test_that_a_cell_in_which_a_few_change_every_time_is_renewed_in_the_end() -> None:
    book, periods = ledger(a=20), 0
    while book.carried(KEY, Change(4, 4)) is not None:
        entry = grown(book.entries[KEY], Change(4, 4), {"a": 20}, frozenset("a"))
        book, periods = Ledger("1", book.published, book.senders, {KEY: entry}), periods + 1
    assert periods == 4


def test_that_a_sender_who_is_late_took_its_households_away() -> None:
    book = ledger(a=7, b=13)
    assert book.change(KEY, 1, {"b": 13}, frozenset("b")) == Change(8, 8)
    assert book.change(KEY, 1, {"a": 7, "b": 13}, AB) == Change(1, 1)


def test_that_what_a_sender_says_who_was_not_in_the_last_publication_is_not_certain() -> None:
    """It counts from a file that nobody published: 6 left since, but not since the last figure."""
    entry = Entry("shown", 15, 14, 10, 19, own={"a": 6, "b": 14})
    book = Ledger("1", (parse(PERIOD),), frozenset("b"), {KEY: entry})
    assert book.change(KEY, 6, {"b": 14}, AB).certain == 0
    assert book.change(KEY, 0, {"a": 6, "b": 14}, AB).certain == 6


def test_that_periods_follow_each_other_and_keep_their_kind_and_catalogue() -> None:
    book = ledger(a=20)
    book.check(parse(NEXT), "1")
    for period, catalogue, said in (
        (PERIOD, "1", "al gepubliceerd"),
        ("2026Q2", "1", "latere"),
        ("2027", "1", "latere"),
        (NEXT, "2", "andere versie"),
    ):
        with pytest.raises(InputError, match=said):
            book.check(parse(period), catalogue)


TABLES = small_tables()


def test_that_what_is_carried_stands_there_also_when_nobody_is_left() -> None:
    """10, 7, 4, 1, none: each time too few to tell. The figure goes when it can go."""
    random = Random(1)
    others = [home(random, "households_team n") for _ in range(30)]
    crowd = [home(random, "households_team n", "agencies a") for _ in range(10)]
    bare = [home(random, "households_team n") for _ in range(10)]
    book, earlier, said = Ledger(), None, []
    for period, left in ((PERIOD, 10), (NEXT, 7), (AFTER, 4), ("2027Q2", 1), ("2027Q3", 0)):
        laptops = {"a": [*crowd[:left], *bare[left:], *others], "b": [home(random, "households_team n")]}
        publication, book = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, book)
        said.append(publication.table("agencies").at("a").value)
        earlier = (period, laptops)
    assert said == [10, 10, 10, 10, 10]


def test_that_a_late_sender_does_not_make_its_households_visible() -> None:
    """A laptop with 4 of a cell sends nothing in the second quarter: the figure stays, and in the third it is right."""
    random = Random(2)
    first = [home(random, "households_team n", "agencies a") for _ in range(16)] + [
        home(random, "households_team n") for _ in range(30)
    ]  # fmt: skip
    late = [home(random, "households_team n", "agencies a") for _ in range(4)]
    book, said = Ledger(), []
    everybody = {"a": first[::2], "b": first[1::2], "c": late}
    for period, laptops, earlier in (
        (PERIOD, everybody, None),
        (NEXT, {"a": first[::2], "b": first[1::2]}, (PERIOD, everybody)),
        (AFTER, everybody, (PERIOD, everybody)),
    ):
        publication, book = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, book)
        said.append(publication.table("agencies").at("a").value)
    assert said == [20, 20, 20]


def test_that_a_table_that_is_withheld_keeps_its_last_figures_in_the_ledger() -> None:
    random = Random(3)
    many = [home(random, "households_team n", "trust_before hoog", "trust_after hoog") for _ in range(40)]
    _, book = publish(merge({"a": many[:20], "b": many[20:]}, TABLES), TABLES)
    few = {"a": many[:4]}
    publication, later = publish(merge(few, TABLES, NEXT, earlier=(PERIOD, {"a": many[:20]})), TABLES, book)
    assert not any(table.shown for table in publication.tables)
    assert later.published == (parse(PERIOD), parse(NEXT))
    assert set(later.entries) >= set(book.entries)
