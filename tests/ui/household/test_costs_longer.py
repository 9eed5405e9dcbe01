from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.insight.longer_view import longer_view_of
from doorbraak.ui.assumptions import AssumptionsDialog
from doorbraak.ui.household.costs_longer import LongerBlock
from doorbraak.ui.main_window import MainWindow
from tests.ui.household.test_costs_result import column, figures, press, tab


def block_of(window: MainWindow) -> LongerBlock:
    return tab(window, "Langer vooruit").findChild(LongerBlock)


def said(block: LongerBlock) -> str:
    return " ".join(label.text() for label in block.findChildren(QLabel) if label.isVisible())


def test_that_it_shows_three_and_five_years_and_warns(window: MainWindow) -> None:
    block = block_of(window)
    (table,) = figures(block)
    assert column(table, 0) == [
        "Jaar 1", "Jaar 2", "Jaar 3", "Samen 3 jaar", "Jaar 4", "Jaar 5", "Samen 5 jaar",
    ]  # fmt: skip
    ahead = longer_view_of(window.session.saving(window.view.household, 60), 225)
    assert column(table, 6)[-1] == money.whole(sum(year.direct for year in ahead))
    for words in ("weinig bewijs", "2,25% per jaar", "constante prijzen", "rwseconomie.nl"):
        assert words in said(block)


def test_that_every_sum_of_years_has_its_band_and_the_source_says_when_it_was_read(window: MainWindow) -> None:
    block = block_of(window)
    (table,) = figures(block)
    assert all(" tot " in text for text in column(table, table.columnCount() - 1))
    assert said(block).count("samen waarschijnlijk") == 2
    assert "zonder leesdatum" in said(block)


def test_that_another_rate_is_for_the_whole_workspace_and_one_step(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    before = column(figures(block)[0], 6)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AssumptionsDialog)
        dialog.discount.setText("4,5")
        dialog.source.setPlainText("Eigen keuze")
        dialog.on.setText("1-11-2026")
        dialog.accept()

    QTimer.singleShot(0, window, answer)
    press(block, "Aannames wijzigen…")
    assert window.session.assumptions.discount_e4 == 450
    assert "4,5% per jaar" in said(block)
    assert "Eigen keuze, gelezen op 1 november 2026" in said(block)
    after = column(figures(block)[0], 6)
    assert after[0] == before[0], "the first year counts in full"
    assert after[-1] != before[-1]
    window.undo()
    assert column(figures(block)[0], 6) == before


def test_that_without_costs_it_says_what_to_do(window: MainWindow) -> None:
    window.household.open_new()
    block = block_of(window)
    assert figures(block) == []
    assert "Nog geen publieke kosten" in said(block)
