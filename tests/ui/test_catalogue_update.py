"""Lijsten bijwerken: shown as a difference, taken or refused whole, and in force at once."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QTabWidget

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import goals, held_lists, own_lists
from doorbraak.ui.catalogue_update import CatalogueUpdateDialog
from doorbraak.ui.household.grounds_own import ArticleText
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import OVERVIEWS, PAGES
from doorbraak.ui.widgets import ask as asking
from tests.conftest import PASSPHRASE
from tests.newer_lists import texts_without, used
from tests.ui import accessibility
from tests.ui.conftest import cell, page, page_named, table
from tests.ui.test_screens import clipped

LIST, KIND, NAME, OTHERWISE = range(4)
GROUND = "wgs:3:1"  # the first ground of casus-01


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the system's dialog answers."""
    made = tmp_path / "nieuw"
    made.mkdir()
    monkeypatch.setattr(asking, "folder", lambda *_: made)
    return made


def write(folder: Path, texts: Mapping[str, str]) -> None:
    for file, text in texts.items():
        (folder / file.rpartition("/")[2]).write_text(text, encoding="utf-8")


def own(file: str) -> str:
    return (paths.resources() / file).read_text(encoding="utf-8")


def changed_lists() -> dict[str, str]:
    """One article gone, one price otherwise."""
    articles = own("law/articles.csv").splitlines(keepends=True)
    return {
        "law/articles.csv": "".join(line for line in articles if not line.startswith(f"{GROUND},")),
        "prices/prices.csv": own("prices/prices.csv").replace(",30.87,", ",31.20,"),
    }


def ask(window: MainWindow, act: Callable[[CatalogueUpdateDialog], None]) -> None:
    """Through the menu."""
    faults: list[BaseException] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CatalogueUpdateDialog)
        QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        try:
            act(dialog)
        except BaseException as error:  # noqa: BLE001 - inside Qt’s loop it would only be printed
            faults.append(error)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, window, answer)
    next(one for one in window.menus.findChildren(QAction) if one.text() == "&Lijsten bijwerken…").trigger()
    if faults:
        raise faults[0]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def sure(dialog: CatalogueUpdateDialog, button: QPushButton, *, yes: bool) -> None:
    """Press it, and answer the question that comes."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        kind = QMessageBox.StandardButton.Ok if yes else QMessageBox.StandardButton.Cancel
        box.button(kind).click()

    QTimer.singleShot(0, dialog, answer)
    press(button)


def take(window: MainWindow) -> None:
    def act(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        sure(dialog, dialog.take, yes=True)

    ask(window, act)


def shown(dialog: CatalogueUpdateDialog) -> list[tuple[str, ...]]:
    rows = range(dialog.table.model().rowCount())
    return [tuple(cell(dialog.table, row, column) for column in range(4)) for row in rows]


def test_that_before_a_folder_is_chosen_nothing_can_be_taken(window: MainWindow) -> None:
    def look(dialog: CatalogueUpdateDialog) -> None:
        assert "Nog " in dialog._none.text()
        assert dialog._none.isVisible()
        assert not dialog.take.isEnabled()
        assert not dialog.back.isEnabled()
        assert dialog.focusWidget() is dialog.choose
        assert dialog.now.text().startswith("Nu gelden de lijsten van het programma.")

    ask(window, look)


def test_that_the_difference_is_shown_with_what_it_touches_here(window: MainWindow, folder: Path) -> None:
    write(folder, changed_lists())
    (folder / "LEES.txt").write_text("van de gemeente", encoding="utf-8")

    def look(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        assert shown(dialog) == [
            ("Artikelen", "vervalt", "Taak van gemeente: schuldhulp geven", f"id: {GROUND}"),
            ("Prijzen", "wijzigt", "Consult huisarts (ook telefonisch of per mail)", "prijs in euro: 30,87 → 31,20"),
        ]
        assert dialog.totals.text() == "Artikelen: 1 vervalt. Prijzen: 1 wijzigt."
        assert "1 rechtsgrond" in dialog.touched.text()
        assert "Let op" not in dialog.touched.text()
        assert dialog.passed.text() == "Niet gelezen, want geen lijst: LEES.txt."
        assert dialog.detail.toPlainText().startswith("Artikelen, vervalt: Taak van gemeente: schuldhulp geven\n")
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        assert dialog.detail.toPlainText().endswith("prijs in euro: 30,87 → 31,20")

    ask(window, look)
    assert own_lists.all_of(window.session.store) == {}


def test_that_payers_that_vanish_are_warned_for(window: MainWindow, folder: Path) -> None:
    """Their lines keep their price, and count as public money no more."""
    write(folder, texts_without({"payers": used(window.session.dossier(1))["payers"]}))

    def look(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        assert "tellen kostenposten niet meer mee als publiek geld" in dialog.touched.text()

    ask(window, look)


def test_that_refusing_changes_nothing(window: MainWindow, folder: Path) -> None:
    write(folder, changed_lists())
    before = window.session.store.log_entries()

    def refuse(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        sure(dialog, dialog.take, yes=False)
        assert dialog.isVisible()
        press(dialog.refuse)

    session = window.session
    ask(window, refuse)
    assert window.session is session
    assert own_lists.all_of(session.store) == {}
    assert session.store.log_entries() == before


def test_that_what_is_taken_holds_at_once_at_the_same_place_and_after_a_lock(
    window: MainWindow, folder: Path
) -> None:  # fmt: skip
    write(folder, changed_lists())
    page_named(window, "Onderbouwing")
    place = window.view.place()[:2]
    window.session.run("Proef", goals.add, 1, "Rust")
    assert window.session.store.undo_label == "Proef"
    take(window)
    assert window.view.place()[:2] == place
    assert GROUND not in window.session.catalogue.articles
    assert window.session.catalogue.prices["huisarts-consult"].price_cents == 31_20
    assert window.session.store.undo_label is None
    logged = [(entry.action, entry.object) for entry in window.session.store.log_entries()]
    assert ("invoeren", "lijsten van de werkmap") in logged
    window.lock()
    window.open_with(PASSPHRASE)
    assert GROUND not in window.session.catalogue.articles
    assert GROUND in catalogue.load().articles


def test_that_edits_undo_and_at_the_table_work_after_taking(window: MainWindow, folder: Path) -> None:
    write(folder, changed_lists())
    take(window)
    assert len(window.session.store.listeners) == 1  # the session of before hears nothing any more
    window.session.run("Proef", goals.add, 1, "Rust")
    window.undo()
    assert window.session.store.undo_label is None
    window.at_table.toggle()
    assert GROUND not in window.session.catalogue.articles
    window.at_table.toggle()
    assert GROUND not in window.session.catalogue.articles


def test_that_an_update_of_other_lists_leaves_those_of_before(window: MainWindow, folder: Path) -> None:
    texts = changed_lists()
    write(folder, {"law/articles.csv": texts["law/articles.csv"]})
    take(window)
    (folder / "articles.csv").unlink()
    write(folder, {"prices/prices.csv": texts["prices/prices.csv"]})

    def look(dialog: CatalogueUpdateDialog) -> None:
        assert "law/articles.csv" in dialog.now.text()
        press(dialog.choose)
        assert [row[LIST] for row in shown(dialog)] == ["Prijzen"]
        sure(dialog, dialog.take, yes=True)

    ask(window, look)
    assert own_lists.all_of(window.session.store) == texts


def test_that_one_can_go_back_to_the_lists_of_the_program(window: MainWindow, folder: Path) -> None:
    write(folder, changed_lists())
    take(window)

    def go_back(dialog: CatalogueUpdateDialog) -> None:
        sure(dialog, dialog.back, yes=True)

    ask(window, go_back)
    assert window.session.catalogue is catalogue.load()
    assert own_lists.all_of(window.session.store) == {}
    logged = [(entry.action, entry.object) for entry in window.session.store.log_entries()]
    assert ("herstellen", "lijsten van de werkmap") in logged


def test_that_a_wrong_list_is_refused_whole_with_its_line(window: MainWindow, folder: Path) -> None:
    write(folder, changed_lists())
    (folder / "laws.csv").write_text(own("law/laws.csv").replace(",ja\n", ",misschien\n", 1), encoding="utf-8")

    def look(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        assert dialog.notice.text() == (
            "De lijst law/laws.csv klopt niet op regel 2: “misschien” is geen ja of nee (kolom verified). "
            "Er is niets veranderd. Herstel de lijst en probeer het opnieuw."
        )
        assert not dialog.take.isEnabled()
        assert dialog._none.isVisible()

    ask(window, look)


def test_that_lists_without_news_can_not_be_taken(window: MainWindow, folder: Path) -> None:
    write(folder, {"law/laws.csv": own("law/laws.csv")})

    def look(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        assert "niets nieuws" in dialog.notice.text()
        assert not dialog.take.isEnabled()

    ask(window, look)


def test_that_a_lock_while_the_dialog_is_open_takes_nothing(window: MainWindow, folder: Path) -> None:
    write(folder, changed_lists())

    def lock(dialog: CatalogueUpdateDialog) -> None:
        press(dialog.choose)
        QTimer.singleShot(0, window, window.lock)
        press(dialog.take)  # the lock closes the question and the dialog

    ask(window, lock)
    assert window.session is None
    window.open_with(PASSPHRASE)
    assert own_lists.all_of(window.session.store) == {}


def test_that_lists_which_a_newer_program_refuses_give_way_with_a_sentence(window: MainWindow) -> None:
    with window.session.store.change("Proef"):
        own_lists.take(window.session.store, {"law/laws.csv": "id\nx\n"}, window.session.dossier(1).household.opened)
    window.lock()
    window.open_with(PASSPHRASE)
    assert window.session.catalogue is catalogue.load()
    assert "De lijst law/laws.csv klopt niet" in window.view.notice.text()
    assert "lijsten van het programma" in window.view.notice.text()


@pytest.mark.parametrize("zoom", [1, 2])
def test_that_the_dialog_fits_and_can_be_used_by_keys(window: MainWindow, folder: Path, zoom: int) -> None:
    write(folder, changed_lists())
    for _ in range(6 * (zoom - 1)):
        window.appearance.zoom(1)

    def look(dialog: CatalogueUpdateDialog) -> None:
        QTest.keyClick(dialog.choose, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert dialog.focusWidget() is dialog.take
        assert accessibility.unnamed(dialog) == []
        assert accessibility.small(dialog) == []
        assert clipped(dialog) == []
        met = accessibility.tab_round(dialog, dialog.take)
        assert accessibility.unreached(dialog, met) == []

    ask(window, look)


def test_that_every_page_stands_when_all_that_a_household_names_has_gone(window: MainWindow) -> None:
    """Problems, agencies, laws, articles, prices, payers, roles: none of those used is in the lists any more."""
    total = window.session.figures(1).yearly.total
    assert total > 0
    names = [problem.kind for problem in window.session.dossier(1).problems if not problem.words]
    gone = used(window.session.dossier(1))
    with window.session.store.change("Lijsten overnemen", undoable=False):
        held_lists.take(window.session.store, texts_without(gone), window.session.dossier(1).household.opened)
    window.show_anew()
    for name, ids in gone.items():
        assert not ids & getattr(window.session.catalogue, name).keys()
    assert not window.view.notice.text()
    for kind in OVERVIEWS:
        window.show_page(kind.at)
        QApplication.processEvents()
    for at in range(1, len(PAGES) + 1):
        opened = page(window, at)
        for tabs in opened.findChildren(QTabWidget):
            for tab in range(tabs.count()):
                tabs.setCurrentIndex(tab)
                QApplication.processEvents()
        assert window.view._stack.currentWidget() is opened
    assert window.session.figures(1).yearly.total == total
    told = {problem.words for problem in window.session.dossier(1).problems}
    assert {catalogue.load().problems[kind].name for kind in names} <= told
    window.at_table.toggle()
    for at in window.view.for_table():
        window.show_page(at)
        QApplication.processEvents()
    window.at_table.toggle()


def test_that_a_ground_whose_article_vanished_keeps_its_text_and_says_so(window: MainWindow, folder: Path) -> None:
    kept = next(ground for ground in window.session.dossier(1).grounds if ground.article == GROUND)
    write(folder, changed_lists())
    take(window)
    opened = page_named(window, "Onderbouwing")
    grounds = table(opened, "Rechtsgronden")
    grounds.select(kept.id)
    said = opened.findChild(ArticleText).words.text()
    assert kept.text
    assert kept.text in said
    assert "staat niet meer in de lijst" in said
    assert cell(grounds, grounds.currentIndex().row(), 0) == kept.title
