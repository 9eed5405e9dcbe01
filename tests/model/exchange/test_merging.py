"""Together: each token once, whoever sent it; amounts, tops and changes as the senders said them."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import merging, opening_box, periods, receiving, small_senders
from doorbraak.model.exchange.contributions import CellContributions, contributions
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.workspace.store import Store
from tests.faults import words
from tests.model.exchange.caseloads import PERIOD, drawn, payload_of
from tests.model.exchange.coordination import DAY, TABLES, Laptop, begun, believed, home, merged, take
from tests.model.exchange.merged_whole import whole

ONE, OTHER, THIRD = Laptop(1), Laptop(2), Laptop(3)
QUARTER = periods.parse(PERIOD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = begun(tmp_path / "coordinator")
    believed(opened, ONE, OTHER, THIRD)
    yield opened
    opened.close()


def with_amounts(change: int) -> tuple[CellContributions, ...]:
    """The same six households with other amounts."""

    def other(one: Membership) -> Membership:
        step = TABLES.tables[one.table].step
        return one if one.value is None else replace(one, value=abs(one.value + change * step))

    homes = [replace(one, cells=tuple(map(other, one.cells))) for one in map(home, range(6))]
    return contributions(homes, PERIOD, TABLES)


def test_that_a_household_on_two_laptops_counts_once_in_every_cell(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    alone = merged(store)
    take(store, OTHER.file(store, range(3, 9)))
    both = merged(store)
    cell = both.cells["households_team", ""]
    assert len(cell.entries) == 9
    assert sorted(len(entry.senders) for entry in cell.entries.values()) == [1] * 6 + [2] * 3
    for key, known in alone.cells.items():
        assert known.entries.keys() <= both.cells[key].entries.keys()
    assert both.senders == (ONE.id, OTHER.id)


def test_that_of_two_amounts_for_one_household_the_one_nearest_to_nothing_counts(store: Store) -> None:
    first, second = (
        laptop.payload(store, range(6), cells=with_amounts(change)) for laptop, change in ((ONE, 4), (OTHER, -3))
    )
    take(store, ONE.sealed(store, first))
    take(store, OTHER.sealed(store, second))
    checked = 0
    found = merged(store)
    for own, other in zip(first.cells, second.cells, strict=True):
        for one, two in zip(own.entries, other.entries, strict=True):
            entry = found.cells[own.table, own.cell].entries[one.token]
            assert entry.senders == {ONE.id, OTHER.id}
            if one.value is not None and two.value is not None:
                assert entry.value == min((one.value, two.value), key=abs)
                checked += 1
            else:
                assert entry.value is None
    assert checked > 20
    assert "dichtst bij nul" in merging.TWICE


@pytest.mark.parametrize(("one", "other", "counts"), [(-5, 5, -5), (5, -5, -5), (0, 9, 0), (-9, 2, 2), (None, 3, 3)])
def test_that_it_does_not_matter_who_is_asked_first(one: int | None, other: int | None, counts: int) -> None:
    assert merging._nearest(one, other) == merging._nearest(other, one) == counts


def test_that_changes_and_tops_stay_of_each_sender(store: Store) -> None:
    first, second = ONE.payload(store, range(6)), OTHER.payload(store, range(10, 18))
    take(store, ONE.sealed(store, first))
    take(store, OTHER.sealed(store, second))
    found, tops = merged(store), 0
    for payload in (first, second):
        for cell in payload.cells:
            there = found.cells[cell.table, cell.cell]
            assert there.tops.get(payload.sender, ()) == cell.top
            tops += bool(cell.top)
    assert tops > 20
    for key in {(cell.table, cell.cell) for payload in (first, second) for cell in payload.cells}:
        of = {made.sender: cell for made in (first, second) for cell in made.cells if (cell.table, cell.cell) == key}
        assert found.cells[key].changed == {sender: cell.changed for sender, cell in of.items() if cell.changed}
    assert sum(found.cells["households_team", ""].changed.values()) == 14


def test_that_each_small_sender_has_a_top_two_and_a_name_of_its_own(store: Store) -> None:
    made = [ONE.payload(store, range(2)), OTHER.payload(store, range(10, 12)), THIRD.payload(store, range(20, 22))]
    for laptop, payload in zip((ONE, OTHER, THIRD), made, strict=True):
        take(store, laptop.sealed(store, payload))
    found, checked = merged(store), 0
    for key, cell in found.cells.items():
        said = {
            small_senders.named(one.sender): it.top
            for one in made
            for it in one.cells
            if (it.table, it.cell) == key and it.top
        }
        assert cell.tops == said
        checked += len(said) > 1
    assert checked > 5
    assert found.senders == (small_senders.SMALL,)


def test_that_cells_and_tokens_come_in_one_order_whatever_came_first(store: Store) -> None:
    take(store, OTHER.file(store, range(3, 9)))
    take(store, ONE.file(store, range(6)))
    found = list(merging.sources(store, QUARTER).cells())
    assert [key for key, _ in found] == sorted(key for key, _ in found)
    assert all(list(cell.entries) == sorted(cell.entries) for _, cell in found)


def test_that_periods_stay_apart(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    take(store, ONE.file(store, range(8), sequence=2, period="2026Q4"))
    take(store, ONE.file(store, range(9), sequence=3, period="2026"))
    for period, homes in ((PERIOD, 6), ("2026Q4", 8), ("2026", 9)):
        assert len(merged(store, period).cells["households_team", ""].entries) == homes
    assert merged(store, "2026Q1").cells == {}


def test_that_made_up_households_are_said_to_be_so(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    assert not merged(store).example
    take(store, OTHER.file(store, range(10, 16), example=True))
    assert merged(store).example


def test_that_files_of_other_tables_than_the_program_knows_are_not_merged_in_silence(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    with store.change("Ouder"):
        store.update("received", 1, catalogue="2025.1")
    with pytest.raises(UserError) as error:
        merged(store)
    assert not words.fault_in(error.value.sentence)


def test_that_memory_follows_one_table_and_not_the_whole_period(store: Store) -> None:
    """Cell by cell it takes a fraction of what all of it takes."""
    box = opening_box.box_of(store)
    for number, laptop in enumerate((ONE, OTHER, THIRD)):
        homes = [drawn(Random(number * 10 + at), TABLES, most=3) for at in range(10)]
        made = payload_of(homes, TABLES, sender=laptop.id, coordinator=box.pairs[0].fingerprint)
        receiving.take_in(store, box, laptop.sealed(store, made), DAY)

    def peak(work: object) -> int:
        assert callable(work)
        tracemalloc.start()
        try:
            work()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    streamed = peak(lambda: sum(1 for _ in merging.sources(store, QUARTER).cells()))
    together = peak(lambda: whole(merging.sources(store, QUARTER)))
    assert streamed < together / 2
