"""Which lists hold in a workspace, and what becomes of what its households name."""

from datetime import date
from typing import Any

import pytest

from doorbraak import paths
from doorbraak.model import catalogue as lists
from doorbraak.model.dossier import dossier, held_lists, local_mandates, own_lists
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.held_lists import Touched
from doorbraak.model.errors import CatalogueDamaged
from doorbraak.model.insight import names
from doorbraak.model.workspace.store import Store
from tests.newer_lists import texts_without, used

DAY = date(2026, 11, 22)
PRICES = "prices/prices.csv"


def run(store: Store, verb: Any, *args: Any) -> Any:
    with store.change("Proef", undoable=False):
        return verb(store, *args)


def dearer() -> str:
    return (paths.resources() / PRICES).read_text(encoding="utf-8").replace(",30.87,", ",31.20,")


def test_that_without_lists_of_its_own_those_of_the_program_hold(store: Store) -> None:
    assert held_lists.lists_of(store).catalogue is lists.load()
    assert held_lists.lists_of(store).fault == ""


def test_that_lists_that_were_taken_hold_until_one_goes_back(store: Store) -> None:
    run(store, held_lists.take, {PRICES: dearer()}, DAY)
    held = held_lists.lists_of(store)
    assert held.catalogue.prices["huisarts-consult"].price_cents == 31_20
    assert held_lists.lists_of(store).catalogue is held.catalogue, "what is kept by catalogue would be made again"
    assert own_lists.taken_on(store) == DAY
    run(store, held_lists.go_back)
    assert held_lists.lists_of(store).catalogue is lists.load()


def test_that_lists_that_do_not_pass_are_not_taken(store: Store) -> None:
    run(store, held_lists.take, {PRICES: dearer()}, DAY)
    with pytest.raises(CatalogueDamaged, match="Er is niets veranderd"):
        run(store, held_lists.take, {"law/laws.csv": "id\nx\n"}, DAY)
    assert own_lists.all_of(store) == {PRICES: dearer()}


def test_that_stored_lists_that_do_not_pass_any_more_give_way(store: Store) -> None:
    run(store, own_lists.take, {"law/laws.csv": "id\nx\n"}, DAY)
    held = held_lists.lists_of(store)
    assert held.catalogue is lists.load()
    assert "De lijst law/laws.csv klopt niet op regel 1: de kolom title ontbreekt." in held.fault
    assert "Er is niets veranderd" not in held.fault
    run(store, held_lists.take, {"law/laws.csv": (paths.resources() / "law/laws.csv").read_text(encoding="utf-8")}, DAY)
    assert held_lists.lists_of(store).fault == ""


def test_that_rows_are_counted_that_name_what_vanishes(store: Store, casus: int) -> None:
    found = dossier.read(store, casus)
    kind, law = found.problems[0].kind, found.agencies[0].law
    expected = [
        Touched("problem", sum(one.kind == kind for one in found.problems)),
        Touched("agency", sum(one.law == law for one in found.agencies)),
        Touched("cost_line", sum(one.law == law for one in found.costs)),
    ]
    counted = held_lists.touched(store, {"problems": {kind}, "laws": {law}, "measures": {"bestaat-niet"}})
    assert {one for one in expected if one.rows} <= set(counted)
    assert {one.table for one in counted} <= {"problem", "agency", "cost_line", "sharing"}
    assert held_lists.touched(store, {}) == ()


def test_that_every_column_with_an_id_of_a_list_is_counted(store: Store, casus: int) -> None:
    """All that the household names gone: each table that names something is told, with each of its rows once."""
    found = dossier.read(store, casus)
    run(store, local_mandates.add, "wmo2015", "De teamleider")
    gone = {**used(found), "laws": used(found)["laws"] | {"wmo2015"}}
    counted = {one.table: one.rows for one in held_lists.touched(store, gone)}
    for name, of in LISTS.items():
        rows = sum(any(getattr(row, field) for field in of.codes) for row in getattr(found, name))
        assert counted.get(dossier.PARTS[name].tables[0].name, 0) == rows, name
    assert counted["local_mandate"] == 1


def test_that_what_was_called_by_its_kind_keeps_that_name(store: Store, casus: int) -> None:
    before, known = dossier.read(store, casus), lists.load()
    texts = texts_without(used(before))
    run(store, held_lists.take, texts, DAY)
    after, fresh = dossier.read(store, casus), held_lists.lists_of(store).catalogue
    for part, name in (
        ("problems", names.problem_name),
        ("agencies", names.agency_name),
        ("events", names.event_name),
    ):
        assert [name(one, fresh) for one in getattr(after, part)] == [  # type: ignore[operator]
            name(one, known)  # type: ignore[operator]
            for one in getattr(before, part)
        ]
    assert [one.kind for one in after.problems] == [one.kind for one in before.problems]
    assert after.costs == before.costs
    assert after.grounds == before.grounds


def test_that_an_own_word_is_never_written_over(store: Store, casus: int) -> None:
    found = dossier.read(store, casus)
    with store.change("Proef"):
        store.update("problem", found.problems[0].id, words="Zo noemen wij het")
    run(store, held_lists.take, texts_without(used(found)), DAY)
    assert dossier.read(store, casus).problems[0].words == "Zo noemen wij het"
