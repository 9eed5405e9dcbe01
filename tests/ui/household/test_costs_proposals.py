import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.insight.proposals import proposals_of
from doorbraak.ui.household.costs_details import CostDetails
from doorbraak.ui.household.costs_proposals import ProposalsBlock, ProposalTable
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.record_table import RecordTable
from tests.ui.conftest import cell, table
from tests.ui.household.costs_keys import at, enter, fill_in, in_dialog, lines_of, press


@pytest.fixture
def block(window: MainWindow) -> ProposalsBlock:
    """Opened, with the first proposal chosen."""
    shown, _ = lines_of(window)
    press(shown, "Voorstellen bekijken")
    return shown.findChild(ProposalsBlock)


def found(window: MainWindow):
    return proposals_of(window.session.dossier(window.view.household), window.session.catalogue)


def test_that_count_and_sum_are_said_before_it_is_opened(window: MainWindow) -> None:
    shown, _ = lines_of(window)
    block = shown.findChild(ProposalsBlock)
    asked = found(window).proposals
    assert not block.table.isVisible()
    assert (
        f"{len(asked)} posten, samen {money.whole(sum(one.yearly(window.session.level) for one in asked))}"
        in block.said.text()
    )


def test_that_opening_lists_them_all_and_takes_the_focus(window: MainWindow, block: ProposalsBlock) -> None:
    assert block.table.hasFocus()
    assert [one.proposal for one in block.table.asked] == list(found(window).proposals)
    press(block.parentWidget(), "Voorstellen sluiten")
    assert not block.table.isVisible()


def test_that_enter_takes_one_over_as_one_step(qtbot: QtBot, window: MainWindow, block: ProposalsBlock) -> None:
    asked, before = found(window).proposals, window.session.dossier(window.view.household).costs
    qtbot.keyClick(block.table, Qt.Key.Key_Return)
    made = window.session.dossier(window.view.household).costs[-1]
    assert (made.words, made.price) == (asked[0].line.words, asked[0].line.price)
    assert getattr(made, asked[0].asked_by) == asked[0].record
    assert found(window).proposals == asked[1:]
    assert block.table.record().proposal == asked[1]
    window.undo()
    assert window.session.dossier(window.view.household).costs == before


def test_that_delete_refuses_one_and_it_stays_away(qtbot: QtBot, window: MainWindow, block: ProposalsBlock) -> None:
    asked = found(window).proposals
    qtbot.keyClick(block.table, Qt.Key.Key_Delete)
    assert found(window).proposals == asked[1:]
    assert [one.proposal for one in block.table.asked] == list(asked[1:])
    refused = table(block.window(), "Geweigerde kosten")
    assert refused.model().rowCount() == 1
    assert cell(refused, 0, 0) == asked[0].line.words
    window.undo()
    assert found(window).proposals == asked


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Return])
def test_that_a_refused_one_is_taken_back_by_a_key(
    qtbot: QtBot, window: MainWindow, block: ProposalsBlock, key: Qt.Key
) -> None:
    asked = found(window).proposals
    qtbot.keyClick(block.table, Qt.Key.Key_Delete)
    block._lists.setCurrentIndex(2)
    QApplication.processEvents()
    block.refused.setFocus()
    block.refused.select_first()
    qtbot.keyClick(block.refused, key)
    assert found(window).proposals == asked


def test_that_w_changes_one_before_it_is_taken_over(qtbot: QtBot, window: MainWindow, block: ProposalsBlock) -> None:
    asked = found(window).proposals[0]
    count = len(window.session.dossier(window.view.household).costs)

    def answer(dialog: CostDetails) -> None:
        assert dialog.asked.words.text() == asked.line.words
        assert dialog.focusWidget() is dialog.asked.quantity
        fill_in(qtbot, dialog.asked.quantity, "-1")
        enter(qtbot, dialog)
        assert "nul of meer" in dialog.notice.text()
        fill_in(qtbot, dialog.asked.quantity, "7,5")
        enter(qtbot, dialog)

    in_dialog(qtbot, window, lambda: qtbot.keyClick(block.table, Qt.Key.Key_W), answer)
    costs = window.session.dossier(window.view.household).costs
    assert len(costs) == count + 1
    assert (costs[-1].quantity_e4, costs[-1].price) == (75_000, asked.line.price)
    assert asked not in found(window).proposals
    window.undo()
    assert len(window.session.dossier(window.view.household).costs) == count


def test_that_escape_from_changing_adds_nothing(qtbot: QtBot, window: MainWindow, block: ProposalsBlock) -> None:
    before = window.session.dossier(window.view.household).costs
    in_dialog(qtbot, window, lambda: qtbot.keyClick(block.table, Qt.Key.Key_W), lambda dialog: dialog.reject())
    assert window.session.dossier(window.view.household).costs == before


def test_that_who_took_all_sees_what_has_no_price_yet(window: MainWindow, block: ProposalsBlock) -> None:
    assert found(window).uncounted
    block.table.refuse([one for one in block.table.asked if not one.proposal.priced])
    press(block.window(), "Alles overnemen")
    assert block.unpriced.isVisible()
    window.undo()
    block._lists.setCurrentIndex(0)
    assert block.table.isVisible()
    press(block.window(), "Alles overnemen")
    block._lists.setCurrentIndex(0)
    buttons = [one for one in block.body.findChildren(QPushButton) if one.isVisible()]
    assert (block.table.isVisible(), buttons) == (False, [])


def test_that_all_are_taken_over_as_one_step(window: MainWindow, block: ProposalsBlock) -> None:
    before, asked = window.session.dossier(window.view.household).costs, found(window).proposals
    unpriced = [one for one in asked if not one.priced]
    assert unpriced
    press(block.window(), "Alles overnemen")
    assert len(window.session.dossier(window.view.household).costs) == len(before) + len(asked) - len(unpriced)
    assert list(found(window).proposals) == unpriced
    assert f"Bij {len(unpriced)} ontbreekt het bedrag." in block.said.text()
    window.undo()
    assert window.session.dossier(window.view.household).costs == before
    assert found(window).proposals == asked


def test_that_what_has_no_price_is_asked_for_it_and_not_taken_over_as_nothing(
    qtbot: QtBot, window: MainWindow, block: ProposalsBlock
) -> None:
    """The sum would say that it holds what the doorbraak costs, at € 0."""
    at_ = next(row for row, one in enumerate(block.table.asked) if not one.proposal.priced)
    block.table.setCurrentIndex(block.table.model().index(at_, 0))
    before = window.session.dossier(window.view.household).costs

    def cancel(dialog: CostDetails) -> None:
        assert dialog.focusWidget() is not None
        assert "rijs" in dialog.focusWidget().accessibleName()
        dialog.reject()

    block.table.setFocus()
    in_dialog(qtbot, window, lambda: qtbot.keyClick(block.table, Qt.Key.Key_Return), cancel)
    assert window.session.dossier(window.view.household).costs == before


def test_that_the_focus_stays_with_what_is_left_to_do(window: MainWindow, block: ProposalsBlock) -> None:
    """A button that goes away would give it to whatever comes next in the window: the line below it."""
    for words in ("Alles overnemen", "Alles weigeren"):
        made = next(one for one in block.body.findChildren(QPushButton) if one.text().replace("&", "") == words)
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Space)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert block.body.isAncestorOf(focused), words


def test_that_all_are_refused_as_one_step(window: MainWindow, block: ProposalsBlock) -> None:
    asked = found(window).proposals
    press(block.window(), "Alles weigeren")
    assert not found(window).proposals
    assert len(window.session.dossier(window.view.household).refusals) == len(asked)
    window.undo()
    assert found(window).proposals == asked


def test_that_who_has_no_price_is_listed_by_weight_and_enter_starts_a_line(
    qtbot: QtBot, window: MainWindow, block: ProposalsBlock
) -> None:
    wanted = found(window).uncounted
    block._lists.setCurrentIndex(1)
    QApplication.processEvents()
    assert [a.id for a in block.unpriced._records.records] == [a.id for a in wanted]
    assert "22 van 41" in block._about_unpriced.text()
    block.unpriced.setFocus()
    block.unpriced.select_first()

    def answer(dialog: CostDetails) -> None:
        assert dialog.focusWidget() is dialog.asked.price
        fill_in(qtbot, dialog.asked.price, "1.250")
        enter(qtbot, dialog)

    in_dialog(qtbot, window, lambda: qtbot.keyClick(block.unpriced, Qt.Key.Key_Return), answer)
    made = window.session.dossier(window.view.household).costs[-1]
    assert (made.agency, made.price_cents) == (wanted[0].id, 125_000)
    assert found(window).uncounted == wanted[1:]


def test_that_an_empty_household_is_asked_nothing(window: MainWindow) -> None:
    window.household.open_new()
    shown, _ = lines_of(window)
    assert not shown.findChild(ProposalsBlock).isVisible()


def test_that_a_proposal_says_what_it_is_for_and_what_to_check(window: MainWindow, block: ProposalsBlock) -> None:
    asked = found(window).proposals
    row = next(row for row, one in enumerate(asked) if one.cautions)
    shown: RecordTable = block.table
    assert isinstance(shown, ProposalTable)
    assert cell(shown, row, at(shown, "confidence")) == asked[row].confidence
    assert asked[row].cautions[0] in cell(shown, row, at(shown, "cautions"))
    assert cell(shown, row, at(shown, "asker"))
