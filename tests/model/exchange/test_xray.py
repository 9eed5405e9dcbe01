"""The röntgen shows every value that leaves, and nothing else."""

from datetime import date

import pytest

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import agencies
from doorbraak.model.exchange import payload, periods, sending, table_catalogue
from doorbraak.model.exchange.xray import ALL, STAYS, Xray, xray
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import add_bare, take_cases, take_key

AFTER = date(2026, 10, 2)


@pytest.fixture
def seen(store: Store, known: Catalogue):
    def look() -> tuple[Xray, payload.Payload]:
        made = sending.prepare(store, known, table_catalogue.load(), periods.parse("2026Q3"), AFTER)
        return xray(made), made.payload

    return look


def test_that_every_value_in_the_file_is_shown(store: Store, seen) -> None:
    take_cases(store)
    shown, sent = seen()
    assert dict(shown.head) == {
        name: str(getattr(sent, name)) for name in payload.Payload.__struct_fields__ if name != "cells"
    }
    assert len(shown.cells) == len(sent.cells)
    for mine, theirs in zip(shown.cells, sent.cells, strict=True):
        assert mine.tokens == tuple(entry.token for entry in theirs.entries)
        assert mine.values == tuple(entry.value for entry in theirs.entries if entry.value is not None)
        assert (mine.top, mine.changed, mine.moved) == (theirs.top, theirs.changed, theirs.moved)
        assert mine.households == len(theirs.entries)
        assert mine.table == theirs.table
        assert len(mine.labels) == len(theirs.cell.split("|"))
        assert (mine.labels.count(ALL)) == theirs.cell.split("|").count("")


def test_that_a_small_file_tells_what_stands_outside(store: Store, seen) -> None:
    take_cases(store, ("01", "05"))
    assert seen()[0].in_clear == ("period", "sender", "households")
    take_cases(store, ("06", "07", "09"))
    assert seen()[0].in_clear == ()


def test_that_it_names_who_is_in_no_cell_and_who_was_not_open(store: Store, seen) -> None:
    take_key(store)
    add_bare(store)
    add_bare(store, opened=date(2026, 10, 1))
    filled = add_bare(store)
    with store.change("Vullen"):
        agencies.add(store, filled, words="GEHEIM", noted=agencies.Noted(on=date(2026, 8, 1)))
    shown, _ = seen()
    assert (shown.in_no_cell, shown.not_counted) == ((1,), (2,))
    assert "GEHEIM" not in repr(shown)


def test_that_it_says_what_stays_and_why_with_how_many_it_is_about(store: Store, seen) -> None:
    take_cases(store)
    add_bare(store, opened=date(2026, 10, 1))
    shown, _ = seen()
    about = {one.what: one.households for one in shown.left_out}
    assert {what for what, _ in STAYS} <= set(about)
    assert about["Huishoudens buiten deze periode"] == 1
    assert about["Wat niet in de lijsten staat"] == 6
    assert all(one.why.endswith(".") for one in shown.left_out)


def test_that_a_file_that_goes_again_says_why(store: Store, known: Catalogue, seen) -> None:
    take_cases(store)
    made = sending.prepare(store, known, table_catalogue.load(), periods.parse("2026Q3"), AFTER)
    sending.make(store, made, AFTER)
    assert seen()[0].left_out[-1].why.startswith("Sinds het eerdere bestand")
    assert seen()[0].cells == xray(made).cells
