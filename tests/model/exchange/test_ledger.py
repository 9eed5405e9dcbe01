"""When a cell gets a new figure, and what stands there until then."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.errors import InputError
from doorbraak.model.exchange.ledger import Entry, Ledger, Said, State, differ
from doorbraak.model.exchange.periods import parse
from tests.model.exchange.merged_caseloads import AFTER, NEXT, PERIOD, home, merge, publish, small_tables

KEY = ("agencies", "a")
AB, ABC = frozenset("ab"), frozenset("abc")


def ledger(senders: frozenset[str] | None = None, **own: int) -> Ledger:
    """After one publication, with 20 in the cell."""
    entry = Entry("shown", 20, 20, 16, 24, own=own, states=(State(0, True, own),))
    return Ledger("1", (parse(PERIOD),), (frozenset(own) if senders is None else senders,), {KEY: entry})


def later(book: Ledger, said: Said, senders: frozenset[str], *, renewed: bool) -> Ledger:
    step = book.renewed(KEY, book.entries[KEY], said, senders) if renewed else book.grown(KEY, said, senders)
    return book.after(parse(f"{2027 + len(book.published)}Q1"), "1", senders, {KEY: step})


@pytest.mark.parametrize(("changes", "stays"), [(0, True), (1, True), (4, True), (5, False), (9, False)])
def test_that_five_changes_make_a_new_figure(changes: int, stays: bool) -> None:
    """Of a sender that has all of it; beside others it stays, so that staying tells of no newcomer there."""
    assert (ledger(a=20).carried(KEY, Said({"a": 20}, {"a": changes}), AB) is not None) is stays
    assert ledger(a=10, b=10).carried(KEY, Said({"a": 10, "b": 10}, {"a": changes}), AB) is not None


@pytest.mark.parametrize(
    ("apart", "twice", "enough"),
    [
        ({"a": (5, 5)}, 0, True),
        ({"a": (4, 4)}, 0, False),
        ({"a": (5, 5)}, 1, False),
        ({"a": (9, 9), "b": (1, 1)}, 0, False),
        ({"a": (9, 9), "b": (9, 9)}, 0, False),
        ({"a": (10, 10), "b": (10, 10)}, 0, True),
        ({"a": (3, 3), "b": (2, 2), "c": (3, 3)}, 0, True),
        ({"a": (4, 4), "b": (2, 2), "c": (2, 2)}, 0, False),
        ({"a": (9, 9), "b": (0, 3)}, 0, False),
        ({"a": (9, 9), "b": (0, 0)}, 0, False),
        ({"a": (9, 9), "b": (9, 9), "c": (0, 0)}, 0, False),
        ({"a": (10, 10), "b": (10, 10), "c": (0, 0)}, 0, True),
        ({"a": (5, 5), "b": (5, 5), "c": (0, 4)}, 0, False),
    ],
)
def test_that_enough_differ_without_each_sender(apart: dict[str, tuple[int, int]], twice: int, enough: bool) -> None:
    assert differ(apart, twice) is enough


def test_that_a_cell_without_a_figure_gets_one() -> None:
    assert Ledger().carried(KEY, Said(), frozenset()) is None


@given(st.lists(st.tuples(*[st.integers(0, 6)] * 3), min_size=1, max_size=8), st.integers(0, 10**6))
def test_that_enough_households_differ_from_every_figure_that_was_ever_shown(
    steps: list[tuple[int, ...]], seed: int
) -> None:
    """Whatever comes and goes, of whom, also what undoes what came before: what the ledger holds is always true."""
    random = Random(seed)
    everybody = {name: [(name, at) for at in range(30)] for name in "abc"}
    inside = {name: set(random.sample(everybody[name], 12)) for name in "abc"}
    said = Said(dict.fromkeys("abc", 12))
    book, shown = ledger(**said.own), [{name: set(found) for name, found in inside.items()}]
    for step in steps:
        for name, number in zip("abc", step, strict=True):
            inside[name] ^= set(random.sample(everybody[name], number))
        said = Said({name: len(found) for name, found in inside.items()}, dict(zip("abc", step, strict=True)))
        new = book.carried(KEY, said, ABC) is None
        if new:
            for then in shown:
                parts = [len(then[name] ^ inside[name]) for name in "abc"]
                assert sum(parts) >= 5
                assert all(sum(parts) - part == 0 or sum(parts) - part >= 5 for part in parts)
            shown.append({name: set(found) for name, found in inside.items()})
        book = later(book, said, ABC, renewed=new)
        for state, then in zip(book.entries[KEY].states, shown, strict=True):
            for name in "abc":
                least, most = state.apart.get(name, (0, 0))
                assert least <= len(then[name] ^ inside[name]) <= most


def test_that_a_cell_that_grows_a_little_every_time_is_renewed_in_the_end() -> None:
    """How many a sender has tells at least how many came, also when a few of them might have been there before."""
    own, book, periods = {"a": 7, "b": 7, "c": 6}, ledger(a=7, b=7, c=6), 0
    while book.carried(KEY, Said(own, dict.fromkeys("abc", 1)), ABC) is not None:
        book = later(book, Said(own, dict.fromkeys("abc", 1)), ABC, renewed=False)
        own, periods = {name: number + 1 for name, number in own.items()}, periods + 1
    assert periods == 3


def test_that_a_sender_who_is_late_took_its_households_away() -> None:
    book = ledger(a=7, b=13)
    assert book.possible(KEY, Said({"b": 13}, {"b": 1}), frozenset("b")) == 8
    assert book.possible(KEY, Said({"a": 7, "b": 13}, {"b": 1}), AB) == 1
    gone = book.grown(KEY, Said({"b": 13}, {"b": 1}), frozenset("b"))
    assert gone.states[0].apart == {"a": (7, 7), "b": (1, 1)}


def test_that_what_a_sender_says_who_was_not_in_the_last_publication_is_not_certain() -> None:
    """It counts from a file that nobody published: of 6 that left since or of none, all may be as before."""
    book = later(ledger(a=6, b=14), Said({"b": 14}), frozenset("b"), renewed=False)
    for changed in (0, 6):
        back = book.grown(KEY, Said({"a": 6, "b": 14}, {"a": changed}), AB)
        assert back.states[0].apart == {"a": (0, 12), "b": (0, 0)}


def test_that_nobody_says_more_than_can_be() -> None:
    """A number of changes above all households there are makes nothing certain that is not."""
    said = Said({"a": 10, "b": 10}, {"a": 10**7})
    assert ledger(a=10, b=10).grown(KEY, said, AB).states[0].apart == {"a": (20, 20), "b": (0, 0)}


def test_that_periods_follow_each_other_and_keep_their_kind_and_catalogue() -> None:
    book = ledger(a=20)
    book.check(parse(NEXT), "1")
    for period, catalogue, said in (
        (PERIOD, "1", "al gepubliceerd"),
        ("2026Q2", "1", "latere"),
        ("2027", "1", "al kwartalen"),
        (NEXT, "2", "andere versie"),
    ):
        with pytest.raises(InputError, match=said):
            book.check(parse(period), catalogue)


TABLES = small_tables()


def test_that_what_is_carried_stands_there_also_when_nobody_is_left() -> None:
    """10, 8, 6, 6, none: too few to tell, until ten are gone. The figure goes when it can go."""
    random = Random(1)
    others = [home(random, "households_team n") for _ in range(30)]
    crowd = [home(random, "households_team n", "agencies a") for _ in range(10)]
    bare = [home(random, "households_team n") for _ in range(10)]
    book, earlier, said = Ledger(), None, []
    for period, left in ((PERIOD, 10), (NEXT, 8), (AFTER, 6), ("2027Q2", 6), ("2027Q3", 0)):
        laptops = {"a": [*crowd[:left], *bare[left:], *others], "b": [home(random, "households_team n")]}
        publication, book = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, book)
        said.append(publication.table("agencies").at("a").value)
        earlier = (period, laptops)
    assert said == [10, 10, 10, 10, None]


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
