import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QColor
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.documents import printable
from doorbraak.model.documents.printable import PRINTABLE
from doorbraak.model.dossier import goals, household, interventions, people
from doorbraak.ui import theme
from doorbraak.ui.household.papers import PapersPage
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import LIST
from doorbraak.ui.paper import leaves
from tests.ui.conftest import page_named

AT = {one.id: at for at, one in enumerate(PRINTABLE)}


def papers(window: MainWindow, id_: str = "plan") -> PapersPage:
    """The page in sight, on this paper."""
    shown = page_named(window, "Papieren")
    assert isinstance(shown, PapersPage)
    shown._list.setCurrentRow(AT[id_])
    QApplication.processEvents()
    return shown


def press(qtbot: QtBot, parent: object, text: str) -> None:
    found = next(one for one in parent.findChildren(QPushButton) if one.text().replace("&", "") == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def said(shown: PapersPage) -> str:
    return " ".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


def logged(window: MainWindow, action: str) -> list[str]:
    return [entry.object for entry in window.session.store.log_entries() if entry.action == action]


def heard(shown: PapersPage) -> str:
    met = QAccessible.queryAccessibleInterface(shown._view)
    return met.text(QAccessible.Text.Description)


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answers the dialog; gives the names that it proposed."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


# -- looking ----------------------------------------------------------------------------------------------


def test_that_every_paper_is_listed_with_one_sentence_for_whom_it_is(window: MainWindow) -> None:
    shown = papers(window)
    listed = [shown._list.item(at).text().split("\n") for at in range(shown._list.count())]
    assert listed == [[one.title, one.about] for one in PRINTABLE]
    assert {"plan", "koelkastkaart", "onderbouwing", "besluitblad", "verzoek", "leerkringblad"} <= set(AT)


def test_that_what_is_in_sight_is_what_will_be_printed(window: MainWindow) -> None:
    about = window.session.dossier(window.view.household).interventions[0].id
    for kind in PRINTABLE:
        shown = papers(window, kind.id)
        drawn = leaves.leaves_of(printable.made(kind, shown._sources(), about if kind.of_doorbraak else None))
        assert [leaf.text for leaf in shown._view._leaves] == [leaf.text for leaf in drawn]
        assert shown._number.text() == f"1 van {len(drawn)}"
        assert shown._view._image(0, 400) == leaves.image(drawn[0], round(400 * shown.devicePixelRatioF()))


def test_that_the_words_of_a_paper_can_be_heard_and_read_line_by_line(qtbot: QtBot, window: MainWindow) -> None:
    shown = papers(window, "onderbouwing")
    words = printable.words_of(shown._shown[2])
    assert len(words) > 2000
    assert heard(shown) == words
    press(qtbot, shown, "Tekst")
    assert shown._text.isVisible()
    assert shown._text.toPlainText() == words.replace("\u00a0", " ")
    assert shown._text.isReadOnly()
    press(qtbot, shown, "Tekening")
    assert shown._view.isVisible()


def test_that_a_paper_follows_an_edit_when_it_is_looked_at_and_costs_nothing_before(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, of = papers(window), window.view.household
    made: list[str] = []
    real = printable.made
    monkeypatch.setattr(printable, "made", lambda kind, *rest: made.append(kind.id) or real(kind, *rest))
    page_named(window, "Doelen en eigen woorden")
    window.session.run("Doel toevoegen", goals.add, of, words="Een fiets voor de jongste", household=1)
    assert made == []
    papers(window)
    assert made == ["plan"]
    assert "Een fiets voor de jongste" in heard(shown)
    window.undo()
    assert "Een fiets voor de jongste" not in heard(shown)


def test_that_only_pages_in_sight_or_next_to_them_are_drawn(qtbot: QtBot, window: MainWindow) -> None:
    shown = papers(window)
    assert len(shown._view._leaves) > 5
    assert set(shown._view._images) == {0}
    for _ in range(8):
        qtbot.keyClick(shown._view, Qt.Key.Key_PageDown)
        QApplication.processEvents()
    assert shown._view.at > 2
    assert min(shown._view._images) >= shown._view.at - 2
    assert len(shown._view._images) <= 4


def test_that_page_down_stops_at_the_top_of_each_page_and_page_up_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    shown = papers(window)
    view, bar = shown._view, shown._view.verticalScrollBar()
    tops = {round(at * view._pitch) for at in range(len(view._leaves))}
    met = set()
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        met.add(bar.value())
    assert bar.value() == bar.maximum()
    assert {top for top in tops if top <= bar.maximum()} - {0} <= met
    assert shown._number.text() == "{0} van {0}".format(len(view._leaves))
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_that_one_can_leaf_from_the_list_and_go_on_in_the_paper_with_enter(qtbot: QtBot, window: MainWindow) -> None:
    shown = papers(window)
    assert shown._list.hasFocus()
    qtbot.keyClick(shown._list, Qt.Key.Key_PageDown)
    assert shown._view.verticalScrollBar().value() > 0
    assert shown._list.currentRow() == AT["plan"]
    qtbot.keyClick(shown._list, Qt.Key.Key_Return)
    assert shown._view.hasFocus()


def test_that_the_whole_page_or_its_width_fits(qtbot: QtBot, window: MainWindow) -> None:
    shown = papers(window)
    view = shown._view
    assert view._place(0).width() == pytest.approx(view.viewport().width() - 24)
    assert view.horizontalScrollBar().maximum() == 0
    press(qtbot, shown, "›")
    shown._size.setFocus()
    qtbot.keyClick(shown._size, Qt.Key.Key_Down)
    assert shown._size.currentText() == "Hele pagina"
    assert view.viewport().height() - view._place(0).height() == pytest.approx(24)
    assert (view.at, shown._number.text()[:2]) == (1, "2 ")
    qtbot.keyClick(shown._size, Qt.Key.Key_Down)
    assert view._place(0).width() == pytest.approx(2 * (view.viewport().width() - 24))
    assert view.horizontalScrollBar().maximum() > 0


def test_that_paper_stays_white(window: MainWindow) -> None:
    shown = papers(window)
    place = shown._view._place(0)
    for name in theme.THEMES:
        window.appearance.use_theme(name)
        picture = shown._view.viewport().grab().toImage()
        assert picture.pixelColor(round(place.left()) + 8, round(place.top()) + 8) == QColor("white")
        assert picture.pixelColor(2, 2) == QColor(theme.THEMES[name].side)


def test_that_letters_twice_as_large_clip_nothing(window: MainWindow, qapp: QApplication) -> None:
    from tests.ui.test_screens import clipped

    before = qapp.font()
    window.appearance.zoom(round(before.pointSizeF()))
    papers(window, "onderbouwing")
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(window) == []
    qapp.setFont(before)


# -- which doorbraak --------------------------------------------------------------------------------------


def test_that_a_paper_about_a_doorbraak_is_about_the_one_that_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    shown = papers(window)
    assert not shown._which.isVisible()
    shown._list.setCurrentRow(AT["besluitblad"])
    assert shown._which.isVisible()
    first = heard(shown)
    shown._which.setFocus()
    qtbot.keyClick(shown._which, Qt.Key.Key_Down)
    assert heard(shown) != first
    second = window.session.dossier(window.view.household).interventions[1].id
    assert shown.paper == ("besluitblad", second)


def test_that_without_a_doorbraak_there_is_a_way_to_make_one(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    shown = papers(window, "onderbouwing")
    assert "Nog geen doorbraak" in said(shown)
    assert not shown._print.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Nog geen doorbraak" in window.view.notice.text()
    press(qtbot, shown, "Naar Doorbraak")
    assert window.view._stack.currentWidget().accessibleName() == "Doorbraak"


def test_that_an_empty_household_has_papers_to_fill_in_by_hand(window: MainWindow) -> None:
    window.household.open_new()
    shown = papers(window, "koelkastkaart")
    assert "Nog niets ingevuld" in said(shown)
    assert "Onze afspraken" in heard(shown)


def test_that_what_is_missing_stands_above_and_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    window.session.run("Doorbraak toevoegen", interventions.add, window.view.household, words="Briefadres", household=2)
    shown = papers(window)
    assert "ontbreken" not in said(shown)
    shown._list.setCurrentRow(AT["onderbouwing"])
    assert re.search(r"Er ontbreken nog \d+ dingen\.", said(shown))
    press(qtbot, shown, "Aanvullen")
    assert window.view._stack.currentWidget().accessibleName() in ("Doorbraak", "Onderbouwing")


# -- printing and saving ----------------------------------------------------------------------------------


def test_that_saving_proposes_a_name_without_names_and_is_logged(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = papers(window, "onderbouwing")
    proposed = save_as(monkeypatch, tmp_path / "uit.pdf")
    press(qtbot, shown, "Opslaan als PDF…")
    content = (tmp_path / "uit.pdf").read_bytes()
    assert proposed == ["huishouden-1-onderbouwing.pdf"]
    assert len(re.findall(rb"/Type /Page\b", content)) == len(shown._view._leaves)
    assert logged(window, "uitvoeren") == ["huishouden 1"]
    shown._which.setCurrentIndex(1)
    press(qtbot, shown, "Opslaan als PDF…")
    assert proposed[1] == "huishouden-1-onderbouwing-2.pdf"


def test_that_ctrl_p_prints_the_paper_in_sight_and_elsewhere_the_plan(qtbot: QtBot, window: MainWindow) -> None:
    titles: list[str] = []

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        titles.append(dialog.windowTitle())
        dialog.done(QDialog.DialogCode.Accepted)

    def print_now() -> None:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTimer.singleShot(0, window, accept)
        qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    for id_ in ("koelkastkaart", "besluitblad"):
        shown = papers(window, id_)
        print_now()
        assert titles[-1] == shown._shown[2].title
    page_named(window, "Vandaag")
    print_now()
    assert titles[2] == "Plan huishouden 1"
    assert logged(window, "afdrukken") == ["huishouden 1"] * 3


def test_that_no_paper_leaves_a_household_that_is_not_safe_with_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No dialog opens: one that did would hang this test."""
    proposed = save_as(monkeypatch, tmp_path / "uit.pdf")
    window.session.run("Papier", household.set_no_paper, window.view.household, True)
    for id_ in AT:
        shown = papers(window, id_)
        assert "niet op papier achterlaten" in said(shown)
        qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert "niet op papier achterlaten" in window.view.notice.text()
        window.view.notice.clear()
        if shown._save.isVisible():
            press(qtbot, shown, "Opslaan als PDF…")
            assert "niet op papier achterlaten" in window.view.notice.text()
    assert proposed == []
    assert logged(window, "afdrukken") == logged(window, "uitvoeren") == []


def offered(window: MainWindow, answer: str) -> list[str]:
    """Presses this button of the question that comes; gives its words."""
    asked: list[str] = []

    def now() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "") == answer).click()

    QTimer.singleShot(0, window, now)
    return asked


def test_that_the_sheet_for_the_circle_is_written_down_as_an_act_of_sharing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = len(window.session.dossier(window.view.household).sharing)
    save_as(monkeypatch, tmp_path / "blad.pdf")
    shown = papers(window, "leerkringblad")
    asked = offered(window, "Terug")
    press(qtbot, shown, "Opslaan als PDF…")
    assert len(asked) == 1
    assert "persoonsgegevens" in asked[0]
    assert len(window.session.dossier(window.view.household).sharing) == before
    offered(window, "Vastleggen")
    press(qtbot, shown, "Opslaan als PDF…")
    acts = window.session.dossier(window.view.household).sharing
    assert len(acts) == before + 1
    assert acts[-1].what.startswith("Leerkringblad")
    assert (acts[-1].with_whom != "", acts[-1].why != "", acts[-1].ground) == (True, True, "")
    assert window.view._stack.currentWidget().accessibleName() == "Delen en rechten"
    window.undo()
    assert len(window.session.dossier(window.view.household).sharing) == before


def test_that_no_other_paper_asks_about_sharing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A question would hang this test."""
    save_as(monkeypatch, tmp_path / "blad.pdf")
    for one in PRINTABLE:
        if one.id != printable.FOR_THE_CIRCLE and not one.of_person:
            press(qtbot, papers(window, one.id), "Opslaan als PDF…")
    assert printable.FOR_THE_CIRCLE in AT


def test_that_nothing_is_printed_of_a_household_that_is_not_in_sight(window: MainWindow) -> None:
    """An overview is over all of them: the plan of the one that was open last would be a surprise at the printer."""
    window.show_page(LIST)
    window.on_paper.print_in_sight()
    assert "Open eerst een huishouden" in window.view.notice.text()


# -- inzage -----------------------------------------------------------------------------------------------


def inzage(window: MainWindow, at: int | None = None) -> PapersPage:
    """For the whole household, or for one of its people by place."""
    shown = papers(window, "inzage")
    shown._whose.setCurrentIndex(0 if at is None else at + 1)
    return shown


def test_that_inzage_is_for_the_household_or_for_one_person_and_no_other_paper_asks_for_whom(
    window: MainWindow,
) -> None:
    shown = papers(window, "plan")
    assert not shown._whose.isVisible()
    found = window.session.dossier(window.view.household)
    shown = inzage(window)
    assert shown._whose.isVisible()
    assert not shown._which.isVisible()
    assert shown._whose.count() == len(found.people) + 1
    assert "Dit is alles wat er op" in heard(shown)
    assert found.letters[0].demand in heard(shown)
    assert "Lees na" not in said(shown)
    shown = inzage(window, 1)
    assert shown.paper == ("inzage", found.people[1].id)
    assert "Wat alleen over een ander gaat" in heard(shown)
    assert "Lees na of er nog iets over een ander staat" in said(shown)


def test_that_inzage_is_one_key_away_and_stays_where_it_was(window: MainWindow) -> None:
    page_named(window, "Kaart")
    window.view.show_paper("inzage")
    shown = window.view._stack.currentWidget()
    assert isinstance(shown, PapersPage)
    assert shown._kind().id == "inzage"
    entry = next(one for one in window.findChildren(QAction) if one.text() == "&Inzage geven…")
    assert entry.shortcut().toString() == "Ctrl+Shift+I"
    inzage(window, 2)
    kept = shown.part()
    inzage(window)
    shown.back_to_part(kept)
    assert shown._whose.currentIndex() == 3


def test_that_inzage_leaves_only_after_somebody_has_read_it_and_its_name_holds_no_name(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed = save_as(monkeypatch, tmp_path / "inzage.pdf")
    asked = questions(monkeypatch, QMessageBox.StandardButton.Cancel)
    press(qtbot, inzage(window, 1), "Opslaan als PDF…")
    assert proposed == []
    assert "Bezoeken en gesprekken (" in asked[0]
    assert "gevaar" in asked[0]
    questions(monkeypatch, QMessageBox.StandardButton.Ok)
    press(qtbot, inzage(window, 1), "Opslaan als PDF…")
    assert proposed == ["huishouden-1-inzage-persoon-2.pdf"]
    assert (tmp_path / "inzage.pdf").read_bytes().startswith(b"%PDF")
    assert logged(window, "uitvoeren")[-1] == "huishouden 1"


def test_that_inzage_of_all_asks_who_may_read_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "inzage.pdf")
    asked = questions(monkeypatch, QMessageBox.StandardButton.Cancel)
    press(qtbot, inzage(window), "Opslaan als PDF…")
    assert "iedereen die erin staat" in asked[0]
    assert not (tmp_path / "inzage.pdf").exists()


def test_that_who_is_removed_is_no_longer_offered(window: MainWindow) -> None:
    inzage(window, 1)
    gone = window.session.dossier(window.view.household).people[1].id
    window.session.run("Persoon weghalen", people.remove, gone, household=1)
    shown = inzage(window)
    assert shown._whose.findData(gone) < 0
    assert shown.paper == ("inzage", None)


def questions(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    """Answers every question; gives what was asked."""
    asked: list[str] = []

    def exec_(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return answer

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return asked
