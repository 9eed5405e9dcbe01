"""Besparingen: the sums of all households, read a few at a time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model import catalogue, money
from doorbraak.model.documents import wording
from doorbraak.model.dossier import assumptions, casefile, costs, dossier, household, synthetic
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.insight.caseload import Caseload, caseload_of
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview import caseload_reading
from doorbraak.ui.overview.caseload import CaseloadPage
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, table

CONTROL = Qt.KeyboardModifier.ControlModifier
COUNT = 6


@pytest.fixture
def several(workspace: Path, make_window: Callable[[Path], MainWindow]) -> MainWindow:
    """Six made-up households."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    for case in synthetic.households(COUNT, 3, catalogue.load()):
        with store.change("Proef"):
            casefile.take_in(store, case)
    store.close()
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    return window


def in_sight(qtbot: QtBot, window: MainWindow) -> CaseloadPage:
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    shown = window.view._stack.currentWidget()
    assert isinstance(shown, CaseloadPage)
    return shown


def read(qtbot: QtBot, window: MainWindow) -> CaseloadPage:
    shown = in_sight(qtbot, window)
    qtbot.waitUntil(lambda: not shown._reading.going)
    return shown


def expected(window: MainWindow, **more: int) -> Caseload:
    store, lists = window.session.store, window.session.catalogue
    homes = [dossier.read(store, home.id) for home in household.all_of(store)]
    level = level_of(lists, window.session.assumptions.price_year)
    return caseload_of(homes, lists, level, date.today(), **more)


def said(shown: CaseloadPage) -> str:
    return " ".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())


def test_that_the_figures_are_those_of_the_model(qtbot: QtBot, several: MainWindow) -> None:
    shown, found = read(qtbot, several), expected(several)
    assert shown._cards["saving"][0].text() == money.whole(found.public.saving)
    words = said(shown)
    for part in (found.band.low, found.band.high, found.public.direct, found.public.prevented):
        assert money.whole(part) in words
    assert "VOORBEELD" in words
    assert "6 huishoudens" in words
    laws = table(shown, "Per wet")
    assert laws.shown == len(found.by_law) + 1
    last = [cell(laws, len(found.by_law), at) for at in range(6)]
    assert last[0] == "Samen"
    assert last[4:] == [
        money.whole(sum(getattr(row.amounts, part) for row in found.by_law)) for part in ("direct", "prevented")
    ]
    assert cell(laws, 0, 0) == wording.law(found.by_law[0].id, several.session.catalogue), "written out"
    assert [cell(laws, 0, at) for at in (4, 5)] == [
        money.whole(found.by_law[0].amounts.direct), money.whole(found.by_law[0].amounts.prevented),
    ]  # fmt: skip
    followed = table(shown, "Gerealiseerd")
    assert cell(followed, 0, 2) == money.whole(found.direct.realised)
    assert table(shown, "Per kwartaal").shown == 2 * len(found.quarters)
    assert table(shown, "Wat werkte?").shown == len(found.tried)


def test_that_it_can_be_stopped_says_so_and_goes_on(
    qtbot: QtBot, several: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caseload_reading, "_AT_ONCE", 0.0)  # nothing at once: each turn asks whether to go on
    monkeypatch.setattr(caseload_reading, "perf_counter", iter(range(10**6)).__next__)
    shown = in_sight(qtbot, several)
    assert shown._reading.going
    assert shown._stop.isVisible()
    qtbot.mouseClick(shown._stop, Qt.MouseButton.LeftButton)
    assert not shown._reading.going
    assert shown._stop.text() == "&Verder lezen"
    assert "Dit is een deel" in said(shown) or "Nog geen huishoudens" in said(shown)
    monkeypatch.undo()
    qtbot.mouseClick(shown._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shown._reading.going)
    assert not shown._stop.isVisible()
    assert shown._cards["saving"][0].text() == money.whole(expected(several).public.saving)


def test_that_a_change_of_one_household_reads_that_one_again_only(qtbot: QtBot, several: MainWindow) -> None:
    shown = read(qtbot, several)
    before = dict(shown._reading._read)
    one = household.all_of(several.session.store)[2]
    first = several.session.dossier(one.id).costs[0]
    several.session.run("Wet wijzigen", costs.set_law, first.id, "wlz", household=one.number)
    qtbot.waitUntil(lambda: not shown._reading.going and not shown._again.isActive())
    again = shown._reading._read
    assert {id_ for id_, home in again.items() if before[id_] is not home} == {one.id}
    assert table(shown, "Per wet").shown == len(expected(several).by_law) + 1, "and what they add up to"


def test_that_other_assumptions_give_other_figures_at_once(qtbot: QtBot, several: MainWindow) -> None:
    shown = read(qtbot, several)
    before = shown._cards["current"][0].text()
    several.session.run("Aannames wijzigen", assumptions.write, Assumptions(price_year=2015, hours_per_fte=1000))
    qtbot.waitUntil(lambda: not shown._reading.going and not shown._again.isActive())
    assert shown._cards["current"][0].text() == money.whole(expected(several).public.current) != before
    assert "Prijzen van 2015" in said(shown)
    assert "Aanname: 1.000 uur per fte" in said(shown)


def test_that_looking_goes_in_the_log_and_a_lock_drops_what_was_read(qtbot: QtBot, several: MainWindow) -> None:
    shown = read(qtbot, several)
    entry = several.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("inzien", "besparingen")
    assert shown._reading._read
    reading = shown._reading
    several.view.forget()
    assert reading._read == {}


def test_that_examples_do_not_count_beside_real_households(qtbot: QtBot, several: MainWindow) -> None:
    several.session.run("Proef", household.open_dossier, "Echt", opened=date.today())
    shown = read(qtbot, several)
    assert "1 huishouden." in said(shown)
    assert "Voorbeelden tellen niet mee: 6" in said(shown)
    assert "VOORBEELD" not in said(shown)
    assert shown._cards["saving"][0].text() == "€\u00a00"


def test_that_without_households_it_says_what_comes_here(
    qtbot: QtBot, workspace: Path, make_window: Callable[[Path], MainWindow]
) -> None:
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    shown = read(qtbot, window)
    assert "Nog geen huishoudens" in said(shown)
    assert "nog geen kosten ingevuld" in said(shown)
