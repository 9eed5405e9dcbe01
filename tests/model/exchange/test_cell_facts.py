"""What stays of the cells of a period: what the rules ask of each, and none of its tokens."""

import tracemalloc
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.exchange import merging, opening_box, periods, published, receiving
from doorbraak.model.exchange.cell_facts import Amounts, caseload_of, facts_of
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import PERIOD, payload_of
from tests.model.exchange.coordination import DAY, TABLES, Laptop, begun, believed
from tests.model.exchange.merged_caseloads import home
from tests.model.exchange.merged_whole import whole

LAPTOPS = (Laptop(1), Laptop(2), Laptop(3))
QUARTER = periods.parse(PERIOD)
COUNTED = ("agencies", "grounds", "life_domains", "signals_rung")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three files of many households that are in few cells each, so that it is the tokens that weigh."""
    opened = begun(tmp_path_factory.mktemp("cellen") / "coordinator")
    believed(opened, *LAPTOPS)
    box, random, step = opening_box.box_of(opened), Random(6), TABLES.tables["cost_after"].step
    codes = {name: [code.id for code in TABLES.tables[name].dimensions[0].codes][:3] for name in COUNTED}
    law, payer = (one.codes[0].id for one in TABLES.tables["cost_after"].dimensions)
    for laptop in LAPTOPS:
        homes = [
            home(random, "households_team noord", f"cost_after {law}|{payer} {step * random.randint(1, 90)}",
                 *(f"{name} {code}" for name in COUNTED for code in codes[name] if random.random() < 0.8))
            for _ in range(200)
        ]  # fmt: skip
        made = payload_of(homes, TABLES, sender=laptop.id, coordinator=box.pairs[0].fingerprint)
        receiving.take_in(opened, box, laptop.sealed(opened, made), DAY)
    yield opened
    opened.close()


def peak(work: object) -> int:
    assert callable(work)
    tracemalloc.start()
    try:
        kept = work()
        assert kept
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_that_who_publishes_never_holds_all_tokens_of_a_period(store: Store) -> None:
    published.read_for(store, QUARTER)  # what is read once for all is there
    assert peak(lambda: published.read_for(store, QUARTER)) < peak(lambda: whole(merging.sources(store, QUARTER))) / 2


def test_that_no_token_stays_in_what_a_publication_is_made_of(store: Store) -> None:
    tokens = {token for cell in whole(merging.sources(store, QUARTER)).cells.values() for token in cell.entries}
    caseload = repr(caseload_of(merging.sources(store, QUARTER), TABLES))
    assert len(tokens) > 1000
    assert not any(token in caseload for token in tokens)


def test_that_the_households_of_a_cell_are_its_tokens_each_with_its_sender(store: Store) -> None:
    cells = whole(merging.sources(store, QUARTER)).cells
    facts = facts_of(sorted(cells.items()), TABLES)
    for name in COUNTED:
        for key in (one for one in cells if one[0] == name):
            found = facts.counts[key]
            assert found.households == sum(found.own.values()) == len(cells[key].entries) > 0


_SENDERS = st.frozensets(st.sampled_from("abc"), min_size=1)


@given(st.lists(st.tuples(st.integers(0, 50), _SENDERS)), st.sampled_from(("", "a", "b")))
def test_that_what_is_kept_of_amounts_tells_the_sum_and_the_two_largest_without_any_sender(
    sizes: list[tuple[int, frozenset[str]]], without: str
) -> None:
    kept = Amounts()
    for size, senders in sizes:
        kept.add_size(size, senders)
    left = sorted((size for size, senders in sizes if without not in senders), reverse=True)
    assert kept.spread(without) == (sum(left), *(*left, 0, 0)[:2])
