import html

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.household.costs_details import CostDetails
from doorbraak.ui.household.costs_lines import LinesBlock
from doorbraak.ui.household.costs_new_event import NewEvent
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, line, page_named, table, type_in_cell
from tests.ui.household.costs_keys import in_dialog

PRICE, QUANTITY, NOW, PLAN = 1, 2, 6, 8


def figure(window: MainWindow, key: str) -> str:
    return page_named(window, "Rekensom").cards.cards[key].figure.text()


def test_that_a_price_is_read_as_people_write_it(qtbot: QtBot, window: MainWindow) -> None:
    lines = table(page_named(window, "Rekensom"), "Kostenposten")
    for typed in ("€ 96.000", "96000,00", "96,000.00"):
        type_in_cell(qtbot, lines, 0, PRICE, "1")
        type_in_cell(qtbot, lines, 0, PRICE, typed)
        assert window.session.dossier(window.view.household).costs[0].price_cents == 9_600_000
    assert figure(window, "current") == "€\u00a0265.000"


def test_that_an_amount_that_means_two_things_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    lines = table(page_named(window, "Rekensom"), "Kostenposten")
    type_in_cell(qtbot, lines, 0, PRICE, "1,234")
    assert cell(lines, 0, PRICE) == "1,234"
    assert "bedrag" in window.view.notice.text()


def test_that_a_chance_over_a_hundred_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    lines = table(page_named(window, "Rekensom"), "Kostenposten")
    type_in_cell(qtbot, lines, 0, PLAN, "120")
    assert "100" in window.view.notice.text()
    assert window.session.dossier(window.view.household).costs[0].chances.plan == 20


def test_that_the_doorbraaks_own_cost_can_not_be_made_uncertain(qtbot: QtBot, window: MainWindow) -> None:
    lines = table(page_named(window, "Rekensom"), "Kostenposten")
    own = next(row for row, c in enumerate(window.session.dossier(window.view.household).costs) if c.intervention)
    type_in_cell(qtbot, lines, own, PLAN, "10")
    assert "100%" in window.view.notice.text()


def test_that_a_price_of_the_list_brings_its_source(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Rekensom")
    field, lines = line(shown, "Kosten toevoegen: typ drie letters"), table(shown, "Kostenposten")
    field.setFocus()
    qtbot.keyClicks(field, "huisarts consult")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    last = lines.model().rowCount() - 1
    added = window.session.dossier(window.view.household).costs[-1]
    price = window.session.catalogue.prices[added.price]
    assert added.price_cents == price.price_cents
    source = next(at for at in range(lines.model().columnCount()) if lines._records.columns[at].key == "source")
    assert cell(lines, last, source).startswith(f"{price.quality}, {price.price_year}")
    assert html.escape(price.source_title) in lines.model().index(last, source).data(Qt.ItemDataRole.ToolTipRole)


def test_that_a_total_is_no_cost_line(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Rekensom")
    total = next(price for price in window.session.catalogue.prices.values() if price.use == "total")
    field = line(shown, "Kosten toevoegen: typ drie letters")
    rows = table(shown, "Kostenposten").model().rowCount()
    field.setFocus()
    field.setText(total.name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "totaal" in window.view.notice.text()
    assert table(shown, "Kostenposten").model().rowCount() == rows


def test_that_a_threat_is_added_and_its_chance_moves_what_is_prevented(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Rekensom")
    shown.findChild(QTabWidget).setCurrentIndex(1)
    threats = table(shown, "Dreigingen")
    before = window.session.saving(window.view.household).public.prevented
    type_in_cell(qtbot, threats, 0, 3, "80")
    assert window.session.saving(window.view.household).public.prevented > before
    field = line(shown, "Dreiging toevoegen: typ drie letters")
    field.setFocus()
    qtbot.keyClicks(field, "uithuisplaatsing")
    popup = field._completer.popup()

    def answer(dialog: NewEvent) -> None:
        for asked, text in ((dialog.on, "1-3-2027"), (dialog.reason, "Zorgen"), (dialog.now, "40"), (dialog.plan, "5")):
            asked.setText(text)
        dialog.accept()

    in_dialog(qtbot, window, lambda: qtbot.keyClick(popup, Qt.Key.Key_Return), answer)
    assert threats.model().rowCount() == 2
    type_in_cell(qtbot, threats, 1, 1, "31-2-2027")
    assert "datum" in window.view.notice.text()


def details(qtbot: QtBot, window: MainWindow, row: int, *answers: dict[str, str]) -> list[str]:
    """Open the dialog of a row, fill in each answer in turn; what the dialog said after each."""
    shown = page_named(window, "Rekensom")
    lines = table(shown, "Kostenposten")
    lines.setCurrentIndex(lines.model().index(row, 0))
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CostDetails)
        for one in answers:
            for name, text in one.items():
                getattr(dialog.asked, name).setText(text)
            dialog.accept()
            said.append(dialog.notice.text() if dialog.isVisible() else "")
        dialog.reject()

    QTimer.singleShot(0, window, answer)
    button = next(b for b in shown.findChildren(QPushButton) if b.text() == "&Meer over deze kosten…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return said


def test_that_half_the_attribution_is_half_the_saving_of_a_line(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.saving(window.view.household).lines[0].amounts.direct
    assert details(qtbot, window, 0, {"attribution": "50"}) == [""]
    assert window.session.saving(window.view.household).lines[0].amounts.direct * 2 == before
    window.undo()
    assert window.session.saving(window.view.household).lines[0].amounts.direct == before


def test_that_an_end_before_the_start_is_said_in_the_dialog_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow
) -> None:
    wrong, right = {"starts": "1-3-2027", "ends": "1-2-2027"}, {"ends": "1-4-2027"}
    said = details(qtbot, window, 0, wrong, right)
    assert "einde" in said[0]
    assert said[1] == ""
    line = window.session.dossier(window.view.household).costs[0]
    assert (str(line.starts), str(line.ends)) == ("2027-03-01", "2027-04-01")


def test_that_without_a_row_the_button_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    page_named(window, "Rekensom").findChild(LinesBlock)._details()
    assert "Kies eerst" in window.view.notice.text()


def test_that_a_price_per_month_counts_twelve_times_a_year(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Rekensom")
    monthly = next(p for p in window.session.catalogue.prices.values() if p.unit == "per maand" and p.use == "line")
    shown.findChild(LinesBlock)._add_price(type("Hit", (), {"id": monthly.id})())
    added = window.session.dossier(window.view.household).costs[-1]
    assert added.quantity_e4 == 120_000
    lines = table(shown, "Kostenposten")
    assert lines.record().id == added.id
    assert cell(lines, lines.currentIndex().row(), QUANTITY) == "12 maand"
