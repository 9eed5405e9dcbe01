"""A dossier goes from the window to a colleague's file, and comes in at a window: by keys and mouse."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import DiskFailed
from doorbraak.model.handover import giving, on_the_way, own_key, taking
from doorbraak.model.workspace import backup
from doorbraak.model.workspace.store import Store
from doorbraak.ui import handover
from doorbraak.ui.erase_proof import ProofDialog
from doorbraak.ui.handover import Handover
from doorbraak.ui.handover_dialogs import AnswerDialog, ColleagueDialog, GiveDialog, SpokenDialog, TakeDialog
from doorbraak.ui.main_window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.test_erase import choose, ok, said

TODAY = date.today()


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Store]:
    store, _ = Store.create(tmp_path / "collega", PASSPHRASE, dossier.TABLES, cost=CHEAP)
    yield store
    store.close()


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a dialog for files chooses: the one file in this folder, which is also where one is written."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(handover.ask, "files", lambda *_: sorted(folder.iterdir()))
    monkeypatch.setattr(handover.ask, "target", lambda _window, _title, name, _kinds: folder / name)
    return folder


def put(folder: Path, name: str, content: bytes) -> None:
    for one in folder.iterdir():
        one.unlink()
    (folder / name).write_bytes(content)


def key_of(store: Store) -> bytes:
    with store.change("Sleutel", undoable=False):
        return own_key.key_file(store, "Sam")


def doing(window: MainWindow, act: Callable[[], object], *works: Callable[[QDialog], object]) -> list[type]:
    """Each dialog that comes gets the next of these; the kinds that came."""
    waiting, met, faults = list(works), [], []
    timer = QTimer(window)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or (met and met[-1] is dialog):
            return
        met.append(dialog)
        try:
            waiting.pop(0)(dialog)
        except BaseException as error:  # noqa: BLE001 - an exception in a slot would leave the dialog open
            faults.append(error)
        finally:
            if dialog.isVisible():
                dialog.close()

    timer.timeout.connect(answer)
    timer.start(5)
    try:
        act()
        kinds = [type(dialog) for dialog in met]
    finally:
        timer.stop()
    if faults:
        raise faults[0]
    assert not waiting
    return kinds


def from_menu(window: MainWindow, words: str) -> Callable[[], None]:
    return next(action for action, entry in window.menus._actions if words in entry.text).trigger


def give(window: MainWindow, qtbot: QtBot, files: Path, colleague: Store) -> bytes:
    """The first time: the colleague's key first, and then the file."""
    put(files, "sleutel.json", key_of(colleague))

    def to_sam(dialog: QDialog) -> None:
        assert isinstance(dialog, GiveDialog)
        ok(dialog)
        assert "Kies aan wie" in said(dialog)
        qtbot.keyClick(dialog.to, Qt.Key.Key_Down)
        ok(dialog)

    def explained(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert "de cijfers op beide schermen" in dialog.text()
        ok(dialog)

    kinds = doing(window, from_menu(window, "Overdragen"), explained, ok, to_sam)
    assert kinds == [QMessageBox, ColleagueDialog, GiveDialog]
    return (files / "overdracht-huishouden-1.doorbraak").read_bytes()


def taken(store: Store, content: bytes) -> str:
    one = taking.offered(store, content, catalogue.load(), TODAY)
    taking.take(store, one, TODAY)
    return one.answer


def test_that_a_dossier_goes_and_is_wiped_by_the_digits(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store
) -> None:
    answer = taken(colleague, give(window, qtbot, files, colleague))

    def typed(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswerDialog)
        assert "Sam" in dialog.windowTitle()
        choose(qtbot, dialog.what, "Ingenomen: wis het hier")
        qtbot.keyClicks(dialog.digits, "0000 0000")
        ok(dialog)
        assert "hoort niet bij dit dossier" in said(dialog)
        dialog.digits.clear()
        qtbot.keyClicks(dialog.digits, answer)
        ok(dialog)

    assert doing(window, from_menu(window, "Overdragen"), typed, lambda dialog: dialog.close()) == [
        AnswerDialog, ProofDialog,
    ]  # fmt: skip
    assert household.all_of(window.session.store) == ()
    assert len(household.all_of(colleague)) == 1


def test_that_it_is_said_above_every_page_that_it_is_on_its_way(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store
) -> None:
    def shown() -> list[str]:
        labels = [one for one in window.view.top.findChildren(QLabel) if one.isVisible()]
        return [one.accessibleName() for one in labels if one.text() == "Onderweg"]

    assert shown() == []
    give(window, qtbot, files, colleague)
    assert "Onderweg naar Sam" in shown()[0]


def test_that_another_household_of_the_same_name_is_named_before_taking_in(
    window: MainWindow, colleague: Store
) -> None:
    store = window.session.store
    with colleague.change("Zelfde gezin", undoable=False):
        same = household.open_dossier(colleague, "familie  de wit", opened=TODAY)
    with store.change("Zelfde gezin", undoable=False):
        household.open_dossier(store, "Familie De Wit", opened=TODAY)
        file = own_key.key_file(store, "Ik")
    with colleague.change("Overdragen", undoable=False):
        content = giving.give(colleague, same, own_key.take(colleague, file, "Ik", TODAY), TODAY)
    dialog = TakeDialog(window.session, taking.offered(store, content, catalogue.load(), TODAY), window)
    dialog.show()
    assert "huishouden met deze naam: nummer 2" in said(dialog)
    dialog.close()
    dialog.deleteLater()


def test_that_what_changed_here_meanwhile_is_asked_about(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store
) -> None:
    answer = taken(colleague, give(window, qtbot, files, colleague))
    window.session.run("Notitie", household.set_note, window.view.household, "Nieuw", household=1)

    def typed(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswerDialog)
        assert not dialog.although.isVisible()
        choose(qtbot, dialog.what, "Ingenomen: wis het hier")
        qtbot.keyClicks(dialog.digits, answer)
        ok(dialog)
        assert "hier veranderd" in said(dialog)
        assert dialog.although.isVisible()

    doing(window, from_menu(window, "Overdragen"), typed)
    assert len(household.all_of(window.session.store)) == 1


def test_that_a_colleague_who_refuses_leaves_it_here(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store
) -> None:
    content = give(window, qtbot, files, colleague)
    with colleague.change("Weigeren", undoable=False):
        answer = taking.decline(colleague, taking.offered(colleague, content, catalogue.load(), TODAY), TODAY)

    def typed(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswerDialog)
        choose(qtbot, dialog.what, "Geweigerd: het blijft hier")
        qtbot.keyClicks(dialog.digits, answer)
        ok(dialog)

    doing(window, from_menu(window, "Overdragen"), typed)
    assert on_the_way.all_of(window.session.store) == ()
    assert len(household.all_of(window.session.store)) == 1


def test_that_one_that_comes_is_looked_at_and_taken_in(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store
) -> None:
    doing(window, from_menu(window, "ontvangst"), lambda dialog: dialog.close())
    with colleague.change("Huishouden", undoable=False):
        key = own_key.take(colleague, next(files.iterdir()).read_bytes(), "Ik", TODAY)
        other = household.open_dossier(colleague, "Familie Bos", opened=date(2026, 2, 1))
        put(files, "overdracht.doorbraak", giving.give(colleague, other, key, TODAY, "Sam"))

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, TakeDialog)
        assert "Familie Bos" in said(dialog)
        assert "Van: Sam" in said(dialog)
        ok(dialog)
        assert "Kies of je dit dossier inneemt" in said(dialog)
        choose(qtbot, dialog.what, "Innemen")
        ok(dialog)

    def digits(dialog: QDialog) -> None:
        assert isinstance(dialog, SpokenDialog)
        with colleague.file.transaction():
            pass
        giving.confirm(colleague, other, dialog.digits.text())

    assert doing(window, from_menu(window, "innemen"), look, digits) == [TakeDialog, SpokenDialog]
    assert [one.name for one in household.all_of(window.session.store)][-1] == "Familie Bos"
    assert household.all_of(colleague) == ()


def test_that_no_digits_are_told_before_a_copy_holds_it_too(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the digits it is wiped at the colleague's, copies included."""
    doing(window, from_menu(window, "ontvangst"), lambda dialog: dialog.close())
    with colleague.change("Huishouden", undoable=False):
        key = own_key.take(colleague, next(files.iterdir()).read_bytes(), "Ik", TODAY)
        other = household.open_dossier(colleague, "Familie Bos", opened=date(2026, 2, 1))
        put(files, "overdracht.doorbraak", giving.give(colleague, other, key, TODAY, "Sam"))
    store = window.session.store

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, TakeDialog)
        choose(qtbot, dialog.what, "Innemen")
        with monkeypatch.context() as without:
            without.setattr(store.file, "check_place", _no_disk)
            ok(dialog)
        assert dialog.isVisible()
        assert not dialog.answer
        ok(dialog)

    assert doing(window, from_menu(window, "innemen"), look, lambda dialog: dialog.close()) == [
        TakeDialog, SpokenDialog,
    ]  # fmt: skip
    newest = backup.all_of(store.folder)[0]
    assert newest.counts["household"] == len(household.all_of(store)) == 2
    assert newest.counts["handover_taken"] == 1


def _no_disk() -> None:
    raise DiskFailed("De schijf gaf een fout. Er is niets veranderd. Controleer de schijf.")


def test_that_another_file_is_refused_in_the_window(window: MainWindow, files: Path) -> None:
    put(files, "iets.doorbraak", b"PK\x03\x04")
    said_: list[str] = []
    window.session.problem.connect(lambda error: said_.append(error.sentence))
    Handover(window).take()
    assert "geen overgedragen dossier" in said_[0]
