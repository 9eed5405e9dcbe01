from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import problems
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, page_named, table, type_in_cell

CONTACTS = 1


def test_that_a_cell_is_edited_with_enter_and_saved_at_once(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    type_in_cell(qtbot, agencies, 0, CONTACTS, "2,5")
    assert cell(agencies, 0, CONTACTS) == "2,5"
    assert window.session.store.undo_label == "Contacten wijzigen"
    assert window.session.dossier(window.view.household).agencies[0].contacts_e2 == 250
    assert window.status._saved.text().startswith("Opgeslagen ")


def test_that_refused_input_stays_as_typed_and_says_what_to_mend(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    before = window.session.dossier(window.view.household)
    type_in_cell(qtbot, agencies, 0, CONTACTS, "veel")
    assert cell(agencies, 0, CONTACTS) == "veel"
    assert "getal" in window.view.notice.text()
    assert window.view.notice.isVisible()
    assert window.session.dossier(window.view.household) == before
    type_in_cell(qtbot, agencies, 0, CONTACTS, "3")
    assert cell(agencies, 0, CONTACTS) == "3"
    assert not window.session.store.drafts.all()


def test_that_a_refusal_moves_nothing_and_stays_said_at_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    agencies.setFocus()
    agencies.setCurrentIndex(agencies.model().index(0, CONTACTS))
    for _ in range(3):
        QApplication.processEvents()
    place = agencies.mapTo(window, agencies.rect().topLeft()), agencies.size()
    type_in_cell(qtbot, agencies, 0, CONTACTS, "veel")
    assert window.view.notice.isVisible()
    assert (agencies.mapTo(window, agencies.rect().topLeft()), agencies.size()) == place
    label = agencies._sentence._label
    assert label.isVisible()
    assert label.text() == label.accessibleDescription() == window.view.notice.text()
    here = agencies.visualRect(agencies.model().index(0, CONTACTS)).translated(
        agencies.viewport().mapTo(label.parentWidget(), agencies.viewport().rect().topLeft())
    )
    assert label.geometry().topLeft() == here.bottomLeft() + QPoint(0, 1), "under its cell"
    agencies.setCurrentIndex(agencies.model().index(1, CONTACTS))
    assert not label.isVisible() or not label.geometry().intersects(here.translated(0, agencies.rowHeight(0))), (
        "never over the cell in which somebody works"
    )
    agencies.setCurrentIndex(agencies.model().index(3, 0))
    assert label.isVisible(), "stays until it is mended"
    row = agencies.indexAt(agencies.viewport().mapFrom(label.parentWidget(), label.geometry().center())).row()
    qtbot.mouseClick(
        agencies.viewport(), Qt.MouseButton.LeftButton,
        pos=agencies.viewport().mapFrom(label.parentWidget(), label.geometry().center()),
    )  # fmt: skip
    assert agencies.currentIndex().row() == row
    assert label.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    type_in_cell(qtbot, agencies, 0, CONTACTS, "3")
    assert not label.isVisible()
    assert label.text() == ""


def test_that_escape_lets_go_of_what_was_refused_and_of_its_sentence(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    type_in_cell(qtbot, agencies, 0, CONTACTS, "veel")
    agencies.setCurrentIndex(agencies.model().index(0, CONTACTS))
    qtbot.keyClick(agencies, Qt.Key.Key_Escape)
    assert not agencies._sentence._label.isVisible()
    assert not window.view.notice.isVisible()


def test_that_a_click_puts_the_notice_away(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    type_in_cell(qtbot, agencies, 0, CONTACTS, "veel")
    qtbot.mouseClick(window.view.notice, Qt.MouseButton.LeftButton)
    assert not window.view.notice.isVisible()
    assert agencies._sentence._label.isVisible(), "the sentence at the cell stays"


def test_that_refused_input_comes_back_after_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    household = window.view.household
    type_in_cell(qtbot, table(page_named(window, "Problemen en instanties"), "Instanties"), 0, CONTACTS, "vaak")
    window.lock()
    window.open_with(PASSPHRASE)
    window.view.open_household(household)
    assert cell(table(page_named(window, "Problemen en instanties"), "Instanties"), 0, CONTACTS) == "vaak"


def test_that_delete_removes_the_row_and_undo_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    problems = table(page_named(window, "Problemen en instanties"), "Problemen")
    first = cell(problems, 0, 0)
    problems.setFocus()
    problems.select_first()
    qtbot.keyClick(problems, Qt.Key.Key_Delete)
    assert cell(problems, 0, 0) != first
    assert problems.model().rowCount() == 31
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert problems.model().rowCount() == 32
    assert cell(problems, 0, 0) == first


def test_that_a_choice_is_made_with_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    problems = table(page_named(window, "Problemen en instanties"), "Problemen")
    owner = 1
    problems.setFocus()
    problems.setCurrentIndex(problems.model().index(0, owner))
    qtbot.keyClick(problems, Qt.Key.Key_Return)
    editor = problems.viewport().findChild(QComboBox)
    editor.setCurrentIndex(editor.findData("household"))
    editor.activated.emit(editor.currentIndex())
    assert cell(problems, 0, owner) == "Huishouden"


def test_that_the_chosen_row_stays_chosen_when_others_change(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    agencies.setCurrentIndex(agencies.model().index(5, 0))
    chosen = agencies.record().id
    type_in_cell(qtbot, agencies, 5, CONTACTS, "9")
    assert agencies.record().id == chosen
    window.undo()
    assert agencies.record().id == chosen


def test_that_numbers_sort_as_numbers(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    agencies.sortByColumn(CONTACTS, Qt.SortOrder.DescendingOrder)
    shown = [float(cell(agencies, row, CONTACTS).replace(",", ".")) for row in range(48)]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] > shown[-1]


def test_that_tab_leaves_the_table(qtbot: QtBot, window: MainWindow) -> None:
    problems = table(page_named(window, "Problemen en instanties"), "Problemen")
    problems.setFocus()
    problems.select_first()
    qtbot.keyClick(problems, Qt.Key.Key_Tab)
    assert not problems.hasFocus()


def test_that_a_letter_on_a_choice_opens_the_list_and_chooses_nothing(qtbot: QtBot, window: MainWindow) -> None:
    people = table(page_named(window, "Mensen"), "Mensen")
    role, before = 1, window.session.dossier(window.view.household)
    people.setFocus()
    people.setCurrentIndex(people.model().index(0, role))
    qtbot.keyClicks(people, "z")
    editor = people.viewport().findChild(QComboBox)
    QApplication.processEvents()
    assert editor.view().isVisible()
    qtbot.keyClick(editor.view(), Qt.Key.Key_Escape)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert window.session.dossier(window.view.household) == before


def test_that_escape_lets_go_of_what_was_refused(qtbot: QtBot, window: MainWindow) -> None:
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    before = cell(agencies, 0, CONTACTS)
    type_in_cell(qtbot, agencies, 0, CONTACTS, "veel")
    qtbot.keyClick(agencies, Qt.Key.Key_Escape)
    assert cell(agencies, 0, CONTACTS) == before
    assert not window.session.store.drafts.all()


def test_that_looking_into_an_unknown_choice_does_not_change_it(qtbot: QtBot, window: MainWindow) -> None:
    window.session.run("Leefgebied wijzigen", problems.set_life_domain, 1, "")
    shown = table(page_named(window, "Problemen en instanties"), "Dit probleem")
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 1))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    editor = shown.viewport().findChild(QComboBox)
    QApplication.processEvents()
    editor.hidePopup()
    table(page_named(window, "Problemen en instanties"), "Instanties").setFocus()
    assert window.session.dossier(window.view.household).problems[0].life_domain == ""


def test_that_after_a_row_is_taken_away_the_next_one_is_at_hand(qtbot: QtBot, window: MainWindow) -> None:
    problems = table(page_named(window, "Problemen en instanties"), "Problemen")
    problems.setFocus()
    problems.setCurrentIndex(problems.model().index(3, 0))
    following = cell(problems, 4, 0)
    qtbot.keyClick(problems, Qt.Key.Key_Delete)
    assert problems.currentIndex().row() == 3
    assert cell(problems, 3, 0) == following
    last = problems.model().rowCount() - 1
    problems.setCurrentIndex(problems.model().index(last, 0))
    qtbot.keyClick(problems, Qt.Key.Key_Delete)
    assert problems.currentIndex().row() == last - 1
