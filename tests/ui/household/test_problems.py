from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.pick_many import PickMany
from tests.ui.conftest import cell, line, page, table


def test_that_the_figures_above_follow_an_edit(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 2)
    assert window.view._figures["agencies"][1].text() == "48"
    assert window.view._figures["problems"][1].text() == "32"
    assert window.view._figures["contacts"][1].text() == "24,4"
    assert window.view._figures["yearly"][1].text() == "€\u00a0264.000"
    agencies = table(shown, "Instanties")
    agencies.setFocus()
    agencies.select_first()
    qtbot.keyClick(agencies, Qt.Key.Key_Delete)
    assert window.view._figures["agencies"][1].text() == "47"


def test_that_a_new_agency_brings_its_usual_law_payer_and_problems(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 2)
    field, agencies = line(shown, "Instantie toevoegen: typ drie letters"), table(shown, "Instanties")
    field.setFocus()
    qtbot.keyClicks(field, "leger des heils")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    assert agencies.model().rowCount() == 49
    added = window.session.dossier(window.view.household).agencies[-1]
    kind = window.session.catalogue.agencies[added.kind]
    assert added.law == kind.law
    assert added.payer == kind.payers[0]


def test_that_links_are_ticked_with_space(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 2)
    agencies = table(shown, "Instanties")
    agencies.select_first()
    before = len(window.session.dossier(window.view.household).agencies[0].problems)

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickMany)
        listed = dialog.findChild(QListWidget)
        unticked = next(
            row for row in range(listed.count()) if listed.item(row).checkState() == Qt.CheckState.Unchecked
        )
        listed.setCurrentRow(unticked)
        qtbot.keyClick(listed, Qt.Key.Key_Space)
        dialog.accept()

    QTimer.singleShot(0, window, tick)
    qtbot.mouseClick(shown._for_what, Qt.MouseButton.LeftButton)
    assert len(window.session.dossier(window.view.household).agencies[0].problems) == before + 1
    assert cell(agencies, 0, 4) == str(before + 1)
    window.undo()
    assert cell(agencies, 0, 4) == str(before)


def test_that_a_cancelled_dialog_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 2)
    table(shown, "Problemen").select_first()
    step = window.session.store.undo_label
    QTimer.singleShot(0, window, lambda: QApplication.activeModalWidget().reject())
    qtbot.mouseClick(shown._for_whom, Qt.MouseButton.LeftButton)
    assert window.session.store.undo_label == step
