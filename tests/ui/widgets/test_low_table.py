from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import problems
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, page_named, table, type_in_cell

TITLE = "Problemen en instanties"
SOLVED = 5  # the column


def test_that_one_row_takes_the_height_of_one_row_at_any_size_of_letters(qtbot: QtBot, window: MainWindow) -> None:
    row = table(page_named(window, TITLE), "Dit probleem")

    def room() -> int:
        return row.viewport().height() - row.rowHeight(0)

    assert row.model().rowCount() == 1
    assert 0 <= room() <= 3
    height = row.height()
    window.appearance.zoom(1)
    assert row.height() > height
    assert 0 <= room() <= 3
    window.appearance.zoom(-1)


def test_that_what_was_refused_stays_with_its_record_and_comes_back_after_a_lock(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown, of = page_named(window, TITLE), window.view.household
    listed = table(shown, "Problemen")
    type_in_cell(qtbot, table(shown, "Dit probleem"), 0, SOLVED, "straks")
    listed.setCurrentIndex(listed.model().index(1, 0))
    assert cell(table(shown, "Dit probleem"), 0, SOLVED) == ""
    listed.setCurrentIndex(listed.model().index(0, 0))
    assert cell(table(shown, "Dit probleem"), 0, SOLVED) == "straks"
    window.lock()
    window.open_with(PASSPHRASE)
    window.view.open_household(of)
    assert cell(table(page_named(window, TITLE), "Dit probleem"), 0, SOLVED) == "straks"


def test_that_a_name_that_changed_elsewhere_is_read_again(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, TITLE)
    one, other, *_ = window.session.dossier(window.view.household).problems
    window.session.run("Wacht op wijzigen", problems.set_waits_for, one.id, (other.id,))
    table(shown, "Problemen").setFocus()
    row = table(shown, "Dit probleem")
    with qtbot.waitSignal(row.model().dataChanged):  # else it would not be painted again
        window.session.run("Probleem wijzigen", problems.reword, other.id, "Heel anders")
    assert "Heel anders" in [cell(row, 0, at) for at in range(row.model().columnCount())]
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert len(window.session.dossier(window.view.household).problems) == 32
