"""What a sender finds out who takes off the own households: whether nearly all others are in a cell, or have nothing.

The attacker knows how many households there are and how the program judges; of a figure that is shown it takes
everything for possible that rounds to it. Nothing is looked up in what is true but to check the attacker.
"""

from collections.abc import Iterator, Sequence
from random import Random

import pytest

from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.table_catalogue import TableCatalogue
from tests.model.exchange.caseloads import known_tables
from tests.model.exchange.merged_caseloads import (
    NEXT,
    PERIOD,
    Laptops,
    home,
    merge,
    patterns,
    publish,
    small_laptops,
    small_tables,
    spread_over,
)
from tests.model.exchange.merged_whole import Merged

TABLES, ALL_TABLES = small_tables(), known_tables()
A, B, C = "a" * 32, "b" * 32, "c" * 32
RANDOM = Random(21)
SEEDS = range(1, 11)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Sequence[tuple[Membership, ...]]:
    return patterns(tmp_path_factory.mktemp("verzonnen") / "w", ALL_TABLES)


def homes(number: int, *cells: str, team: str = "n") -> list[Home]:
    return [home(RANDOM, f"households_team {team}", *cells) for _ in range(number)]


def said(laptops: Laptops, table: str, cell: str) -> tuple[str, int | None]:
    one = publish(merge(laptops, TABLES), TABLES)[0].table(table).at(cell)
    return one.status, one.value


def others_found(
    publication: Publication, merged: Merged, tables: TableCatalogue, laptops: Laptops
) -> Iterator[tuple[str, int, int, int]]:
    """Of each figure and sender: how it stands there, the fewest others in it that can be, how many there really are in
    it, and how many there are in all. Which team they are in is no secret.
    """
    everybody = sum(map(len, laptops.values()))
    for table in publication.tables:
        if table.id == "households_team":
            continue
        for cell in table.shown:
            number = cell.households if tables.tables[table.id].has_amounts else cell.value
            if cell.status != "most" and number is None:
                continue
            entries = merged.cells[tables.source((table.id, cell.cell))].entries.values()
            for sender, held in laptops.items():
                own = sum(sender in one.senders for one in entries)
                lowest = everybody * 9 // 10 + 1 if number is None else number - 4
                least = 0 if not own else 10 if len(laptops) == 2 else 5
                yield cell.status, max(lowest - own, least), len(entries) - own, everybody - len(held)


def certain(laptops: Laptops, tables: TableCatalogue) -> tuple[int, int, int]:
    """How many figures say for certain that all others are in it, or more than 90%; and how many there are."""
    merged = merge(laptops, tables)
    found = list(others_found(publish(merged, tables)[0], merged, tables, laptops))
    every = sum(fewest >= others for _, fewest, inside, others in found if others and inside)
    nearly = sum(fewest * 10 > others * 9 for how, fewest, _, others in found if how != "most" and others)
    return every, nearly, len(found)


def test_attack_all_ten_others_of_two_laptops() -> None:
    """15 and 10 households: "meer dan 90%" is 23 or more, and of two senders it would be all ten of the other one."""
    assert said({A: homes(15, "agencies a"), B: homes(10, "agencies a")}, "agencies", "a") == ("hidden", None)
    assert said({A: homes(13, "agencies a"), B: homes(12, "agencies a")}, "agencies", "a") == ("most", None)


def test_attack_nearly_all_others_by_a_number() -> None:
    """40 of 60 is a number for everybody; for who has the other 20 it is all there are. With 36 of 40 it is shown."""
    others = {B: homes(20, "agencies a"), C: homes(20, "agencies a")}
    assert said({A: homes(20), **others}, "agencies", "a") == ("hidden", None)
    fewer = {B: homes(18, "agencies a") + homes(2), C: homes(18, "agencies a") + homes(2)}
    assert said({A: homes(20), **fewer}, "agencies", "a") == ("shown", 35)


def test_attack_all_others_of_a_group_that_a_colleague_knows() -> None:
    """All 30 families with children that the others have, and half of the colleague's own: 45 of 60."""
    met, other = (
        ("life_domains geld", "problems_children schuld|met"),
        ("life_domains zorg", "problems_children angst|met"),
    )
    rest = homes(30, "life_domains zorg", "problems_children angst|zonder")
    debts = homes(40, "life_domains geld", "problems_children schuld|zonder") + homes(40, "life_domains geld")

    def laptops(without: int) -> dict[str, list[Home]]:
        theirs = {name: homes(15 - without, *met) + homes(without, *other) for name in (B, C)}
        own = homes(15, *met) + homes(15, *other)
        return {name: [*one, *rest[at::3], *debts[at::3]] for at, (name, one) in enumerate({A: own, **theirs}.items())}

    assert said(laptops(0), "problems_children", "schuld|met") == ("hidden", None)
    assert said(laptops(2), "problems_children", "schuld|met")[0] == "shown"


def test_attack_sixty_invented_households_outside_a_cell(known: Sequence[tuple[Membership, ...]]) -> None:
    """They take what holds for nearly everybody below 90%; the one who invented them takes them off again."""
    for seed in (1, 2):
        laptops = spread_over(Random(seed), known, ALL_TABLES, 100, 4)
        liar = min(laptops)
        invented = [home(RANDOM, "households_team noord") for _ in range(60)]
        every, nearly, seen = certain({**laptops, liar: laptops[liar] + invented}, ALL_TABLES)
        assert (every, nearly) == (0, 0)
        assert seen > 500, "there is something to find"


def test_attack_every_colleague_takes_off_the_own_households() -> None:
    for seed in SEEDS:
        for number, senders in ((25, 2), (40, 3), (100, 4)):
            assert certain(small_laptops(seed, number, senders), TABLES)[:2] == (0, 0), (seed, number)


def test_that_a_household_in_two_teams_makes_no_others() -> None:
    """A cell says that five families are on both laptops, in two teams: without those, 10 others are all there are."""
    both = homes(5, "agencies a")
    moved = [Home(one.secret, tuple(_in(one, "o"))) for one in both]
    there = {A: homes(20) + both, B: homes(10, "agencies a", team="o") + moved, C: homes(10)}
    assert said({**there, C: []}, "agencies", "a") == ("hidden", None)
    assert said({**there, C: homes(5)}, "agencies", "a") == ("shown", 15)


def _in(one: Home, team: str) -> Iterator[Membership]:
    for cell in one.cells:
        yield Membership("households_team", team) if cell.table == "households_team" else cell


def test_that_parts_stay_below_a_total_that_nearly_all_others_are_in() -> None:
    """40 of 42 others have an agency, so that the total is hidden; half of them have this one, which tells no more."""
    others = {name: homes(10, "agencies a") + homes(10, "agencies b") + homes(1) for name in (B, C)}
    laptops = {A: homes(20), **others}
    assert said(laptops, "agencies", "") == ("hidden", None)
    assert [said(laptops, "agencies", code) for code in "ab"] == [("shown", 20), ("shown", 20)]


def test_attack_a_part_that_goes_when_its_hidden_total_gets_one_less() -> None:
    """What was shown below it stays, else its going would say that somebody went."""
    others = {B: homes(20, "agencies a") + homes(10, "agencies b"), C: homes(10, "agencies b")}
    first = {A: homes(20), **others}
    one, ledger = publish(merge(first, TABLES), TABLES)
    second = {**first, B: first[B][1:]}
    two, _ = publish(merge(second, TABLES, NEXT, earlier=(PERIOD, first)), TABLES, ledger)
    assert [cell.status for cell in one.table("agencies").cells] == ["shown", "shown", "hidden", "hidden"]
    assert one.table("agencies").cells == two.table("agencies").cells


# -- amounts --------------------------------------------------------------------------------------------------


def test_attack_a_sum_that_rounds_to_nothing() -> None:
    """500 euros over 20 households says of each of them that there is next to nothing; 1,200 stands there as 1,000."""

    def cost(*amounts: int) -> tuple[str, int | None]:
        found = [*(home(RANDOM, "households_team n", f"cost_after wmo|gem {one}") for one in amounts)]
        found += homes(20, "cost_after zvw|gem 5000") + homes(20, "cost_after wmo|zvz 5000")
        return said({A: found[::3], B: found[1::3], C: found[2::3]}, "cost_after", "wmo|gem")

    assert cost(*[100] * 5, *[0] * 15) == ("hidden", None)
    assert cost(*[100] * 12, *[0] * 8) == ("shown", 1000)


def test_attack_the_others_have_next_to_nothing() -> None:
    """All of 40,000 is the colleague's own: so the others in it have nothing."""

    def cost(theirs: int) -> tuple[str, int | None]:
        own, rest = homes(20, "cost_after wmo|gem 2000"), homes(60, "cost_after zvw|gem 5000")
        found = {A: own, **{name: homes(8, f"cost_after wmo|gem {theirs}") for name in (B, C)}}
        return said(
            {name: [*held, *rest[at::3]] for at, (name, held) in enumerate(found.items())}, "cost_after", "wmo|gem"
        )

    assert cost(0) == ("hidden", None)
    assert cost(100) == ("shown", 42_000)


def test_that_what_rounds_to_nothing_can_be_a_thousand_more() -> None:
    """Beside a total and another law that are shown, the figure of nothing must not follow."""
    nothing, much = homes(5, "cost_after wmo|gem 100"), homes(60, "cost_after zvw|gem 5000")
    nothing += homes(15, "cost_after wmo|gem 0")
    laptops = {name: [*nothing[at::3], *much[at::3]] for at, name in enumerate((A, B, C))}
    table = publish(merge(laptops, TABLES), TABLES)[0].table("cost_after")
    assert (table.at("wmo|gem").status, table.at("wmo|gem").value) == ("hidden", None)
    assert [table.at(cell).value for cell in ("|gem", "zvw|gem")].count(300_000) == 1
