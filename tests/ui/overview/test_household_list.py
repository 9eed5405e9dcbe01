"""The list of households: filters with counts, and search over everything."""

import gc
import weakref
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, household, interventions, people, tasks, visits
from doorbraak.model.dossier.search import Index
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.household_list import HouseholdList
from doorbraak.ui.pages import OVERVIEWS, PAGES
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.record_table import RecordTable
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, table

TODAY = date.today()
DAY = timedelta(days=1)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def homes(workspace: Path) -> Path:
    """Five households: one late, one that waits, one with a child of 17, one closed, one with nothing."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Proef"):
        late, waits, child, closed, _ = (
            household.open_dossier(store, name, opened=TODAY) for name in ("Laat", "Wacht", "Kind", "Dicht", "Rust")
        )
        tasks.add(store, late, "Bellen met het café", due=TODAY - DAY)
        interventions.add(store, waits, words="Huurschuld kwijt", status="requested")
        people.add(store, child, name="Sem", birth_year=TODAY.year - 18)
        household.close(store, closed, TODAY, "moved")
        household.set_no_paper(store, waits, True)
    store.close()
    return workspace


@pytest.fixture
def listed(homes: Path, make_window: Callable[[Path], MainWindow]) -> MainWindow:
    window = make_window(homes)
    window.open_with(PASSPHRASE)
    return window


def overview(window: MainWindow) -> HouseholdList:
    assert window.view is not None
    return window.view.list


def filters(window: MainWindow) -> QTabBar:
    return overview(window).findChild(FilterBar)


def shown(window: MainWindow) -> RecordTable:
    return table(overview(window), "Huishoudens")


def found(window: MainWindow) -> RecordTable:
    return table(overview(window), "Gevonden")


def column(of: RecordTable, at: int) -> list[str]:
    return [cell(of, row, at) for row in range(of.model().rowCount())]


def help_of(window: MainWindow) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in overview(window).findChildren(QLabel) if label.isVisible())


def test_that_each_filter_shows_its_count_and_its_households_by_keys(qtbot: QtBot, listed: MainWindow) -> None:
    bar = filters(listed)
    assert [bar.tabText(at) for at in range(bar.count())] == [
        "Lopend (4)",
        "Over tijd (1)",
        "Meting nodig (0)",
        "Wacht op besluit (1)",
        "Wordt 18 (1)",
        "Gesloten (1)",
        "Alle (5)",
    ]
    bar.setFocus()
    names = {}
    for at in range(bar.count()):
        names[at] = column(shown(listed), 1)
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert names == {
        0: ["Laat", "Wacht", "Kind", "Rust"],
        1: ["Laat"],
        2: [],
        3: ["Wacht"],
        4: ["Kind"],
        5: ["Dicht"],
        6: ["Laat", "Wacht", "Kind", "Dicht", "Rust"],
    }


def test_that_an_empty_filter_says_so(listed: MainWindow) -> None:
    filters(listed).setCurrentIndex(2)
    assert "Geen enkel huishouden nu" in help_of(listed)


def test_that_the_list_follows_a_change_and_undo(listed: MainWindow) -> None:
    task = listed.session.store.one("SELECT id FROM task")[0]
    listed.session.run("Taak gedaan", tasks.finish, task, TODAY, household=1)
    assert filters(listed).tabText(1) == "Over tijd (0)"
    listed.undo()
    assert filters(listed).tabText(1) == "Over tijd (1)"


def test_that_marks_and_the_first_day_stand_in_the_list(listed: MainWindow) -> None:
    assert column(shown(listed), 6)[:3] == ["Over tijd", "Wacht op besluit · Niet op papier", "Wordt 18"]
    late = TODAY - DAY
    assert cell(shown(listed), 0, 5) == f"{late.day}-{late.month}-{late.year}"


def test_that_the_list_sorts_by_every_column(listed: MainWindow) -> None:
    of = shown(listed)
    for at in range(of.model().columnCount()):
        of.sortByColumn(at, Qt.SortOrder.AscendingOrder)
        up = column(of, 1)
        of.sortByColumn(at, Qt.SortOrder.DescendingOrder)
        assert sorted(column(of, 1)) == sorted(up) == ["Kind", "Laat", "Rust", "Wacht"]
    of.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert column(of, 1) == ["Kind", "Laat", "Rust", "Wacht"]
    of.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    assert column(of, 1)[0] == "Laat"


def test_that_ctrl_f_goes_to_the_search_from_the_worklist_and_from_a_page(qtbot: QtBot, listed: MainWindow) -> None:
    listed.show_page(-1)
    qtbot.keyClick(listed, Qt.Key.Key_F, CONTROL)
    assert overview(listed).search.hasFocus()
    listed.view.open_household(1)
    qtbot.keyClick(listed, Qt.Key.Key_F, CONTROL)
    assert overview(listed).search.hasFocus()


def test_that_a_word_anywhere_finds_its_household_where_it_stands(qtbot: QtBot, listed: MainWindow) -> None:
    qtbot.keyClicks(overview(listed).search, "cafe bel")
    assert found(listed).isVisible()
    assert not shown(listed).isVisible()
    assert [cell(found(listed), 0, at) for at in range(4)] == ["1", "Laat", "Taak", "Bellen met het café"]
    qtbot.keyClick(overview(listed).search, Qt.Key.Key_Escape)
    assert shown(listed).isVisible()


def test_that_enter_opens_what_was_found_on_the_page_where_it_stands(qtbot: QtBot, listed: MainWindow) -> None:
    titles = [kind.title for kind in PAGES]
    qtbot.keyClicks(overview(listed).search, "huurschuld")
    qtbot.keyClick(overview(listed).search, Qt.Key.Key_Return)
    assert listed.view.number() == 2
    assert listed.view._stack.currentWidget().accessibleName() == "Doorbraak"
    listed.show_page(titles.index("Rekensom") + 1)
    listed.find()
    overview(listed).search.clear()
    qtbot.keyClicks(overview(listed).search, "1")
    qtbot.keyClick(overview(listed).search, Qt.Key.Key_Down)
    assert found(listed).hasFocus()
    qtbot.keyClick(found(listed), Qt.Key.Key_Return)
    assert listed.view.number() == 1


def test_that_nothing_found_says_so_and_enter_stays(qtbot: QtBot, listed: MainWindow) -> None:
    qtbot.keyClicks(overview(listed).search, "zzz")
    assert "Niets gevonden" in help_of(listed)
    qtbot.keyClick(overview(listed).search, Qt.Key.Key_Return)
    assert listed.view.household is None


def test_that_a_long_list_of_hits_says_how_many_more(qtbot: QtBot, listed: MainWindow) -> None:
    def many(store: Store) -> None:
        for at in range(60):
            household.open_dossier(store, f"Gezin {at}", opened=TODAY)

    listed.session.run("Proef", many)
    qtbot.keyClicks(overview(listed).search, "gezin")
    assert found(listed).model().rowCount() == 40
    assert "En nog 20 meer" in help_of(listed)


def test_that_the_search_follows_a_change_and_undo(qtbot: QtBot, listed: MainWindow) -> None:
    qtbot.keyClicks(overview(listed).search, "strand")
    assert found(listed).model().rowCount() == 0
    listed.session.run("Naam wijzigen", household.rename, 1, "Strand", household=1)
    assert column(found(listed), 1) == ["Strand"]
    listed.undo()
    assert found(listed).model().rowCount() == 0


def test_that_a_working_note_stays_out_of_the_search(qtbot: QtBot, listed: MainWindow) -> None:
    def note(store: Store) -> None:
        visits.write_private_note(store, visits.add(store, 1, TODAY), "geheimpje", TODAY)

    listed.session.run("Proef", note, household=1)
    qtbot.keyClicks(overview(listed).search, "geheimpje")
    assert found(listed).model().rowCount() == 0


def test_that_places_that_are_not_shown_are_counted(qtbot: QtBot, listed: MainWindow) -> None:
    def many(store: Store, number: int) -> None:
        for at in range(number):
            tasks.add(store, 1, f"Formulier {at}")

    listed.session.run("Proef", many, 4, household=1)
    qtbot.keyClicks(overview(listed).search, "formulier")
    assert column(found(listed), 2) == ["Taak", "Taak", "Taak (en nog 1 plaats)"]
    listed.session.run("Proef", many, 3, household=1)
    assert column(found(listed), 2) == ["Taak", "Taak", "Taak (en nog 4 plaatsen)"]


def test_that_the_first_search_goes_in_the_log_without_its_words(qtbot: QtBot, listed: MainWindow) -> None:
    qtbot.keyClicks(overview(listed).search, "bellen")
    overview(listed).search.clear()
    qtbot.keyClicks(overview(listed).search, "huurschuld")
    entries = [entry.object for entry in listed.session.store.log_entries() if entry.action == "inzien"]
    assert entries == ["zoeken in alle huishoudens"]


def test_that_a_lock_drops_the_index(qtbot: QtBot, listed: MainWindow) -> None:
    qtbot.keyClicks(overview(listed).search, "bellen")
    index = weakref.ref(overview(listed)._found._index)
    assert isinstance(index(), Index)
    listed.lock()
    QApplication.processEvents()
    gc.collect()
    assert index() is None


def test_that_every_table_leads_to_a_page(listed: MainWindow) -> None:
    from doorbraak.model.dossier import search_sources

    # They show what stands on other pages.
    without = {"Vandaag", "Kaart", "Gesprek", "Wat eerst?", "Papieren", "Plakpakket"}
    assert {kind.title for kind in PAGES if not kind.records} == without
    led = [name for kind in (*PAGES, *OVERVIEWS) for name in kind.records]
    assert sorted(led) == sorted(set(led))
    assert set(led) == set(search_sources.TABLE_NAMES)


def test_that_a_long_name_gets_the_room_that_the_marks_leave(window: MainWindow) -> None:
    window.show_page(0)
    QApplication.processEvents()
    of = shown(window)
    for at in (1, 6):
        index = of.model().index(0, at)
        assert of.fontMetrics().horizontalAdvance(index.data()) + 8 <= of.columnWidth(at), index.data()
    assert of.columnWidth(6) < of.columnWidth(1)
    assert not of.horizontalScrollBar().isVisible()


def test_that_coming_back_to_the_search_begins_anew(qtbot: QtBot, listed: MainWindow) -> None:
    """Not "huurachrestschuld": what is typed takes the place of what was searched before."""
    search = overview(listed).search
    search.setFocus()
    qtbot.keyClicks(search, "huurach")
    shown(listed).setFocus()
    overview(listed).take_focus()
    qtbot.keyClicks(search, "restschuld")
    assert search.text() == "restschuld"
    found(listed).setFocus()
    qtbot.mouseClick(search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(search.hasSelectedText)
    qtbot.keyClicks(search, "sem")
    assert search.text() == "sem"
    qtbot.mouseClick(search, Qt.MouseButton.LeftButton, pos=search.rect().center())  # to mend a letter
    assert not search.hasSelectedText()


def test_that_escape_lets_go_of_the_search_also_in_what_was_found(qtbot: QtBot, listed: MainWindow) -> None:
    search = overview(listed).search
    for where in (search, found):
        search.setFocus()
        qtbot.keyClicks(search, "sem")
        at = where if where is search else found(listed)
        at.setFocus()
        qtbot.keyClick(at, Qt.Key.Key_Escape)
        assert search.text() == ""
        assert shown(listed).isVisible()
