"""From merged contributions to a publication: over many caseloads, and who can make one."""

import ast
import copy
import dataclasses
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import doorbraak
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import published
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.published import Publication, PublishedCell, PublishedTable
from tests.model.exchange.merged_caseloads import (
    NEXT,
    PERIOD,
    SECRETS,
    Laptops,
    caseload,
    merge,
    publish,
    small_home,
    small_laptops,
    small_tables,
)  # fmt: skip
from tests.model.exchange.merged_whole import Merged
from tests.model.exchange.publication_audit import exposed, exposed_amounts, true_amounts, true_counts

TABLES = small_tables()
MANY = int(os.environ.get("PUBLICATIONS", "60"))
"""Of random caseloads; PUBLICATIONS=2000 for all of it."""
SEEDS = st.integers(0, 10**6)
SOURCES = sorted(Path(doorbraak.__file__).parent.rglob("*.py"))


@given(SEEDS, st.integers(5, 130), st.integers(1, 6))
@settings(max_examples=MANY, deadline=None, database=None)
def test_that_of_random_caseloads_nothing_is_exposed_and_nothing_is_untrue(
    seed: int, households: int, laptops: int
) -> None:
    merged = merge(small_laptops(seed, households, laptops), TABLES)
    publication, _ = publish(merged, TABLES)
    assert exposed(publication, merged, TABLES) == ()
    assert exposed_amounts(publication, merged, TABLES) == ()
    assert_near_the_truth(publication, merged)


@given(SEEDS, st.integers(20, 130), st.integers(1, 6))
@settings(max_examples=MANY // 4, deadline=None, database=None)
def test_that_the_pattern_protects_also_who_would_know_every_shown_figure_exactly(
    seed: int, households: int, laptops: int
) -> None:
    merged = merge(small_laptops(seed, households, laptops), TABLES)
    publication, _ = publish(merged, TABLES)
    assert exposed(publication, merged, TABLES, rounding=False) == ()


def assert_near_the_truth(publication: Publication, merged: Merged) -> None:
    """No figure is off by more than the page says, none is of few households, and "meer dan 90%" is true."""
    counts, amounts = true_counts(merged, TABLES), true_amounts(merged, TABLES)
    everybody = counts["households_team", ""][""]
    for table in publication.tables:
        kind = TABLES.tables[table.id]
        for one in table.shown:
            if one.status == "most":
                assert counts[TABLES.source((table.id, one.cell))][""] * 10 > everybody * 9
            elif not kind.has_amounts:
                number = counts[TABLES.source((table.id, one.cell))][""]
                assert number >= 10
                assert abs((one.value or 0) - number) < 5
                assert (one.value or 0) % 5 == 0
            elif kind.measure == "euro":
                assert abs((one.value or 0) - amounts[table.id, one.cell]) <= 500
            else:
                assert abs((one.value or 0) * 10 - amounts[table.id, one.cell]) <= 25


@given(SEEDS, st.integers(20, 100), st.integers(1, 5), st.integers(0, 12))
@settings(max_examples=MANY // 4, deadline=None, database=None)
def test_that_what_is_carried_forward_equals_the_last_published(
    seed: int, households: int, laptops: int, others: int
) -> None:
    """`others` households leave and as many come: where fewer than 5 changed, nothing changes but by hiding."""
    first = small_laptops(seed, households, laptops)
    before, ledger = publish(merge(first, TABLES), TABLES)
    second = replaced(first, others, seed)
    merged = merge(second, TABLES, NEXT, earlier=(PERIOD, first))
    after, later = publish(merged, TABLES, ledger)
    for table in after.tables:
        for one in table.cells:
            key = TABLES.source((table.id, one.cell))
            then = before.table(table.id).at(one.cell)
            changed = sum(merged.cells[key].changed.values()) if key in merged.cells else 0
            if changed < 5 and key in ledger.entries and one.status in ("shown", "most"):
                assert (one.status, one.value) == (then.status, then.value)
            assert later.entries.get(key, ledger.entries.get(key)) is not None or one.status in ("hidden", "withheld")
    if others == 0:
        assert figures(after) == figures(before)


def figures(publication: Publication) -> list[list[tuple[str, int | None]]]:
    """A table of which no pattern stood is withheld; the next time it is known that all of it has to be hidden."""
    return [
        [("hidden" if one.status == "withheld" else one.status, one.value) for one in table.cells]
        for table in publication.tables
    ]


def replaced(laptops: Laptops, number: int, seed: int) -> dict[str, list[Home]]:
    random = Random(seed + 1)
    found = {name: list(homes) for name, homes in laptops.items()}
    names = sorted(found)
    for at in range(number):
        homes = found[names[at % len(names)]]
        team = next(one.cell for one in homes[0].cells if one.table == "households_team")
        homes[at % len(homes)] = small_home(random, team)
    return found


@given(SEEDS, st.integers(0, 10**6))
@settings(max_examples=max(10, MANY // 20), deadline=None, database=None)
def test_attack_insertion_order(seed: int, order: int) -> None:
    laptops = small_laptops(seed, 50, 4)
    names = list(laptops)
    Random(order).shuffle(names)
    shuffled = {name: Random(order).sample(laptops[name], len(laptops[name])) for name in names}
    assert publish(merge(laptops, TABLES), TABLES) == publish(merge(shuffled, TABLES), TABLES)


def test_that_a_published_period_is_final() -> None:
    laptops = small_laptops(1, 60, 3)
    _, ledger = publish(merge(laptops, TABLES), TABLES)
    with pytest.raises(InputError, match="al gepubliceerd"):
        publish(merge(laptops, TABLES), TABLES, ledger)
    with pytest.raises(InputError, match="latere periode"):
        publish(merge(laptops, TABLES, "2026Q2"), TABLES, ledger)
    with pytest.raises(InputError, match="al kwartalen"):
        publish(merge(laptops, TABLES, "2026"), TABLES, ledger)


def test_that_nothing_received_is_said_and_under_ten_households_no_figure_leaves() -> None:
    with pytest.raises(InputError, match="nog niets ontvangen"):
        publish(merge({}, TABLES), TABLES)
    for households in range(1, 10):
        publication, _ = publish(merge(small_laptops(3, households, 2), TABLES), TABLES)
        assert publication.households is None
        assert not any(table.shown for table in publication.tables)


def test_that_example_households_are_said() -> None:
    publication, _ = publish(merge(small_laptops(1, 30, 2), TABLES, example=True), TABLES)
    assert publication.example


def test_that_a_margin_of_another_table_is_the_same_figure() -> None:
    publication, _ = publish(merge(small_laptops(2, 90, 3), TABLES), TABLES)
    whole, parts = publication.table("problems"), publication.table("problems_children")
    assert whole.shown
    for one in whole.cells:
        other = parts.at(f"{one.cell}|")
        assert (one.status, one.value) == (other.status, other.value)


def test_that_shares_and_means_are_of_shown_figures_only() -> None:
    publication, _ = publish(merge(small_laptops(2, 90, 3), TABLES), TABLES)
    table = publication.table("life_domains")
    assert publication.households is not None
    shown = next(one for one in table.cells if one.value is not None and one.cell)
    hidden = next((one.cell for one in publication.table("problems_children").cells if one.value is None), None)
    whole = table.at("").value
    if whole is not None:
        assert table.per_cent(shown.cell, "") == min(100, round((shown.value or 0) * 100 / whole))
    assert hidden is not None
    assert publication.table("problems_children").per_cent(hidden, "|") is None
    costs = publication.table("cost_after")
    one = next(one for one in costs.cells if one.value is not None and one.households is not None)
    assert abs((costs.mean(one.cell) or 0) - (one.value or 0) / (one.households or 1)) <= 50


def test_that_what_was_left_out_is_said_in_words_without_the_numbers_of_the_rules() -> None:
    publication, _ = publish(merge(small_laptops(2, 90, 3), TABLES), TABLES)
    for table in publication.tables:
        assert table.why
        for sentence in table.why:
            assert sentence.endswith(".")
            assert not any(word in sentence for word in ("10 huishoudens", "p%", "30%", "15", "12", "18"))


# -- who can make one -------------------------------------------------------------------------------------


def test_that_nobody_else_can_make_a_publication_or_its_tables() -> None:
    row = PublishedCell("a", ("A",), "shown", 3)
    for key in (None, object(), True, "key"):
        with pytest.raises(TypeError):
            PublishedTable("id", "T", "R", "count", "", (), (row,), (), key=key)
        with pytest.raises(TypeError):
            Publication("2026Q3", "1", False, 3, (), key=key)


def test_that_a_publication_can_not_be_altered_or_extended() -> None:
    publication, _ = publish(merge(small_laptops(2, 60, 3), TABLES), TABLES)
    table = publication.tables[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        table.cells = ()  # type: ignore[misc]
    for made in (publication, table):
        with pytest.raises((TypeError, ValueError)):
            dataclasses.replace(made, example=True) if made is publication else dataclasses.replace(made, title="")
        with pytest.raises(TypeError):
            type("Own", (type(made),), {})
    assert copy.deepcopy(publication) == publication


def test_that_no_other_module_names_the_seal_or_makes_a_publication() -> None:
    wrong = []
    for path in SOURCES:
        if path.name == "published.py" and path.parent.name == "exchange":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "name", None)
            called = getattr(node, "func", None)
            made = getattr(called, "attr", None) or getattr(called, "id", None)
            of_audit = isinstance(called, ast.Attribute) and ast.unparse(called.value) == "audit"
            if name == "_PUBLISHER" or (made in ("PublishedTable", "Publication") and not of_audit):
                wrong.append(f"{path.name}:{getattr(node, 'lineno', 0)}")
    assert wrong == []


def test_that_figures_of_another_catalogue_are_refused() -> None:
    merged = merge(small_laptops(2, 60, 3), TABLES)
    with pytest.raises(ValueError, match="another catalogue"):
        published.publish(dataclasses.replace(caseload(merged, TABLES), catalogue="2030.1"), TABLES, SECRETS, Ledger())
