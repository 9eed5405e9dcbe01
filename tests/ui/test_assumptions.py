"""Aannames van de rekensom: asked in one window, and every sum follows."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import assumptions
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.ui.assumptions import AssumptionsDialog
from doorbraak.ui.main_window import MainWindow


def ask(window: MainWindow, fill: Callable[[AssumptionsDialog], None]) -> None:
    """Through the menu; what is refused is cancelled after `fill` looked at it."""
    faults: list[AssertionError] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AssumptionsDialog)
        try:
            fill(dialog)
            dialog.accept()
        except AssertionError as error:  # inside Qt’s loop it would only be printed
            faults.append(error)
        dialog.reject()

    QTimer.singleShot(0, window, answer)
    next(one for one in window.menus.findChildren(QAction) if one.text() == "&Aannames van de rekensom…").trigger()
    assert faults == []


def test_that_the_sums_follow_the_chosen_price_year_and_undo_brings_them_back(window: MainWindow) -> None:
    before = window.session.saving(window.view.household).public
    above = window.session.figures(window.view.household)

    def fill(dialog: AssumptionsDialog) -> None:
        dialog.year.choose(2015)
        dialog.discount.setText("3,1%")
        dialog.source.setPlainText("Brief van het ministerie")
        dialog.on.setText("1-2-2026")
        dialog.hours.setText("1.400")

    ask(window, fill)
    wanted = Assumptions(2015, 310, "Brief van het ministerie", date(2026, 2, 1), 1400)
    assert window.session.assumptions == wanted
    assert window.session.saving(window.view.household).level.year == 2015
    assert window.session.saving(window.view.household).public != before
    assert window.session.figures(window.view.household) is not above
    window.undo()
    assert window.session.assumptions == Assumptions()
    assert window.session.saving(window.view.household).public == before
    assert window.session.figures(window.view.household) == above


def test_that_what_can_not_be_is_said_at_its_field(window: MainWindow) -> None:
    seen: list[str] = []

    def fill(dialog: AssumptionsDialog) -> None:
        for field, wrong, right in (
            (dialog.discount, "21", "2,25"),
            (dialog.on, "32-1-2026", ""),
            (dialog.hours, "0", "1380"),
        ):
            field.setText(wrong)
            dialog.accept()
            assert dialog.isVisible()
            assert field.property("wrong")
            seen.append(dialog.notice.text())
            field.setText(right)

    ask(window, fill)
    assert len(set(seen)) == 3
    assert window.session.store.undo_label is None, "as it was: no step"


def test_that_an_emptied_discount_rate_is_asked_for_and_stays_as_it_was(window: MainWindow) -> None:
    session = window.session
    session.run("Aannames wijzigen", assumptions.write, Assumptions(discount_e4=310))
    step = session.store.undo_label
    for nothing in ("", "  ", " % "):

        def fill(dialog: AssumptionsDialog, nothing: str = nothing) -> None:
            dialog.discount.setText(nothing)
            dialog.hours.setText("1400")
            dialog.accept()
            assert dialog.isVisible()
            assert dialog.notice.text() == "Vul de discontovoet in. Nul mag ook."
            assert dialog.discount.property("wrong")
            assert not dialog.hours.property("wrong")
            assert dialog.focusWidget() is dialog.discount
            assert dialog.hours.text() == "1400", "nothing typed is lost"

        ask(window, fill)
        assert session.assumptions == Assumptions(discount_e4=310)
    assert session.store.undo_label == step
    ask(window, lambda dialog: dialog.discount.setText("0"))
    assert session.assumptions == Assumptions(discount_e4=0)


def test_that_its_letters_are_each_used_once(qtbot: QtBot, window: MainWindow) -> None:
    found: list[str] = []

    def fill(dialog: AssumptionsDialog) -> None:
        from PySide6.QtWidgets import QLabel, QPushButton

        box = dialog.findChild(QDialogButtonBox)
        texts = [one.text() for one in (*dialog.findChildren(QLabel), *box.findChildren(QPushButton))]
        found.extend(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert dialog.year.focusPolicy() & Qt.FocusPolicy.TabFocus

    ask(window, fill)
    assert len(found) == 7
    assert len(set(found)) == 7
