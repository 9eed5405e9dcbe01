"""Passphrase and recovery code in the window: with keys, and with a lock in the middle."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import DiskFull
from doorbraak.model.workspace import backup, keys, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from doorbraak.ui import passphrase_dialogs, passphrase_menu, recovery_dialogs, theme
from doorbraak.ui.backups import BackupsDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.passphrase_dialogs import ChangeDialog, LeakedDialog
from doorbraak.ui.passphrase_menu import KeysDialog
from doorbraak.ui.recovery_dialogs import CodeDialog, NewCodeDialog, TestCodeDialog
from doorbraak.ui.start import LostSlots, NewWorkspace, RecoveryCode, Unlock
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.conftest import line, page_named

Make = Callable[[Path], MainWindow]
Step = Callable[[QWidget], object]
NEW = "drie gele fietsen buiten"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key in a millisecond; that it costs more by itself is held in tests/model."""
    real = keys.Cost
    monkeypatch.setattr(keys, "Cost", lambda *given: real(*given) if given else CHEAP)


@pytest.fixture
def during(qtbot: QtBot) -> Iterator[Callable[..., None]]:
    """Runs one step for each dialog that comes, in this order; all of them have to come."""
    waiting: list[tuple[type[QWidget], Step]] = []
    faults: list[BaseException] = []
    idle: list[object] = []
    timer = QTimer()

    def run(step: Step, above: QWidget) -> None:
        try:
            step(above)
        except BaseException as error:  # noqa: BLE001 - an exception in a slot would leave the dialog open
            faults.append(error)

    def look() -> None:
        above = QApplication.activeModalWidget()
        idle.append(above)
        if waiting and isinstance(above, waiting[0][0]) and above.isActiveWindow():
            idle.clear()
            _, step = waiting.pop(0)
            QTimer.singleShot(0, lambda: run(step, above))  # not here: a timer does not run within itself
        if len(idle) > 400 and above is not None:
            faults.append(AssertionError(f"stays open: {above}"))
        if faults:
            waiting.clear()
            for left in QApplication.topLevelWidgets():
                if isinstance(left, QDialog):
                    left.reject()

    timer.timeout.connect(look)

    def begin(*steps: tuple[type[QWidget], Step]) -> None:
        waiting.extend(steps)
        timer.start(5)

    yield begin
    timer.stop()
    if faults:
        raise faults[0]
    assert not waiting, f"did not come: {waiting}"


def room(window: MainWindow) -> QWidget:
    shown = window._rooms.currentWidget()
    assert shown is not None
    return shown


def fill(dialog: QWidget, **typed: str) -> None:
    """By accessible name; spaces are underscores."""
    for name, text in typed.items():
        field = line(dialog, name.replace("_", " "))
        field.clear()
        QTest.keyClicks(field, text)


def enter(dialog: QWidget) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def press(parent: QWidget, text: str) -> None:
    found = next(one for one in parent.findChildren(QPushButton) if one.text().replace("&", "") == text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def words(parent: QWidget) -> str:
    return " ".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


def opens(folder: Path, secret: str) -> bool:
    return any(True for _ in keys.unwrapped(keys.read(folder / SLOTS), secret))


# -- changing ---------------------------------------------------------------------------------------


def test_that_the_passphrase_is_changed_with_keys_alone(window: MainWindow, during: Callable[..., None]) -> None:
    def choose(dialog: QWidget) -> None:
        assert "Wachtzin" in words(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)

    def change(dialog: QWidget) -> None:
        assert "oude wachtzin" in words(dialog)
        fill(dialog, Wachtzin_van_nu=PASSPHRASE, Nieuwe_wachtzin=NEW, Nog_een_keer=NEW)
        enter(dialog)

    during((KeysDialog, choose), (ChangeDialog, change))
    passphrase_menu.manage(window)
    assert opens(window.folder, NEW)
    assert not opens(window.folder, PASSPHRASE)
    assert "nieuwe wachtzin" in window.statusBar().currentMessage()


def test_that_the_menu_has_it_and_not_at_the_table(window: MainWindow, during: Callable[..., None]) -> None:
    action = next(one for one in window.menus.children() if getattr(one, "text", str)() == "&Wachtzin en herstelcode…")
    during((KeysDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)))
    action.trigger()
    window.at_table.toggle()
    assert not action.isEnabled()
    window.at_table.toggle()
    window.lock()
    assert not action.isEnabled()


def test_that_how_strong_it_is_is_said_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ChangeDialog(window.session.store, window)
    qtbot.addWidget(dialog)
    said = []
    for text in ("vier", "Welkom2024!!", "Proef-Proef-1", NEW):
        fill(dialog, Nieuwe_wachtzin=text)
        said.append(dialog.strength.text())
        assert dialog.new.accessibleDescription() == said[-1]
    assert said[0] == "Nog 8 tekens."
    assert "makkelijk" in said[1]
    assert "naam van de werkmap" in said[2]
    assert "Lang genoeg" in said[3]


def test_that_a_new_workspace_says_it_in_the_same_words(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog, new = ChangeDialog(window.session.store, window), NewWorkspace(tmp_path / "nieuw")
    qtbot.addWidget(dialog)
    qtbot.addWidget(new)
    for text in ("", "vier", "Welkom2024!!", NEW):
        fill(dialog, Nieuwe_wachtzin=text)
        new.passphrase.setText(text)
        assert dialog.strength.text() in {label.text() for label in new.findChildren(QLabel)}


@pytest.mark.parametrize(
    ("present", "new", "again", "field", "said"),
    [
        ("fout", NEW, NEW, "present", "past niet"),
        (PASSPHRASE, "kort", "kort", "passphrase", "te kort"),
        (PASSPHRASE, NEW, "iets anders", "again", "niet gelijk"),
        (PASSPHRASE, PASSPHRASE, PASSPHRASE, "passphrase", "wachtzin van nu"),
    ],
)
def test_that_what_is_refused_is_said_at_its_field_and_stays(
    window: MainWindow, during: Callable[..., None], present: str, new: str, again: str, field: str, said: str
) -> None:
    def refused(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        fill(dialog, Wachtzin_van_nu=present, Nieuwe_wachtzin=new, Nog_een_keer=again)
        enter(dialog)
        assert said in dialog.notice.text()
        assert dialog.fields[field].hasFocus()
        assert dialog.new.text() == new
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    during((ChangeDialog, refused))
    passphrase_dialogs.change(window)
    assert opens(window.folder, PASSPHRASE)


# -- leaked -----------------------------------------------------------------------------------------


def test_that_a_leak_ends_with_a_new_code_and_the_offer_to_destroy(
    window: MainWindow, during: Callable[..., None]
) -> None:
    window.back_up()
    codes = []

    def renew(dialog: QWidget) -> None:
        fill(dialog, Wachtzin_van_nu=PASSPHRASE, Nieuwe_wachtzin=NEW, Nog_een_keer=NEW)
        enter(dialog)

    def keep(dialog: QWidget) -> None:
        codes.append(line(dialog, "Herstelcode").text())
        QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)

    def destroy(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        assert "3 kopieën" in dialog.text()
        assert dialog.defaultButton().text() == "&Terug"
        QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)

    during((LeakedDialog, renew), (CodeDialog, keep), (QMessageBox, destroy))
    folder, store = window.folder, window.session.store
    key = store.keys.key
    passphrase_dialogs.leaked(window)
    assert store.keys.key != key
    assert window.menus.undo.text() == "&Ongedaan maken"
    assert opens(folder, NEW)
    assert opens(folder, codes[0])
    assert not opens(folder, PASSPHRASE)
    assert [keys.unwrap(backup.slots_of(made), NEW) for made in backup.all_of(folder)] == [store.keys.key]
    assert not passphrase.code_is_unseen(store)
    assert window.statusBar().currentMessage() == "De nieuwe wachtzin geldt nu. Vernietigd: 3."
    assert window.view.household is not None
    window.household.open_new()


def test_that_after_a_leak_it_is_said_that_copies_open_with_what_leaked_until_they_are_gone(
    window: MainWindow, during: Callable[..., None]
) -> None:
    window.back_up()
    window.keeper.newest -= timedelta(days=3)  # as if it was made then

    def renew(dialog: QWidget) -> None:
        fill(dialog, Wachtzin_van_nu=PASSPHRASE, Nieuwe_wachtzin=NEW, Nog_een_keer=NEW)
        enter(dialog)

    during(
        (LeakedDialog, renew),
        (CodeDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)),
        (QMessageBox, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)),
    )
    today = page_named(window, "Vandaag")
    assert "gelekt" not in words(today)
    passphrase_dialogs.leaked(window)
    assert window.statusBar().currentMessage() == "De nieuwe wachtzin geldt nu."
    assert "vandaag" in window.status.copy.text()
    assert window.keeper.newest == backup.all_of(window.folder)[0].at
    assert "3 kopieën gaan nog open met de wachtzin of code die gelekt is." in words(today)
    assert "Bestand, Wachtzin en herstelcode" in words(today)
    window.lock()
    unlock_with(window, NEW)
    assert "gelekt" in words(page_named(window, "Vandaag"))
    copies = BackupsDialog(window)
    copies.open()
    assert "gelekt" in words(copies)
    copies.close()
    during((QMessageBox, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)))
    today = page_named(window, "Vandaag")
    passphrase_dialogs.offer_to_destroy(window)
    assert "gelekt" not in words(today)


def test_that_the_line_below_shows_a_copy_that_failed_after_a_leak(
    window: MainWindow, during: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    during(
        (CodeDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)),
    )
    full = DiskFull("De schijf is vol. Er is geen reservekopie gemaakt.")
    monkeypatch.setattr(passphrase_dialogs.LeakedDialog, "exec", lambda dialog: _renewed(dialog, full))
    passphrase_dialogs.leaked(window)
    assert "mislukt" in window.status.copy.text()
    assert window.keeper.waits
    assert "De schijf is vol" in window.view.notice.text()
    assert window.statusBar().currentMessage() == "De nieuwe wachtzin geldt nu."


def _renewed(dialog: LeakedDialog, problem: DiskFull) -> None:
    dialog.done_with = passphrase.Renewed("x" * 30, None, problem)


def test_that_who_leaves_without_the_code_is_told_so_now_and_at_the_next_opening(
    window: MainWindow, during: Callable[..., None], qtbot: QtBot
) -> None:
    during(
        (NewCodeDialog, lambda dialog: (fill(dialog, Wachtzin_van_nu=PASSPHRASE), enter(dialog))),
        (CodeDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)),
    )
    recovery_dialogs.new_code(window)
    assert "nog niet bewaard" in window.view.notice.text()
    window.lock()
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    QTest.keyClicks(unlock.passphrase, PASSPHRASE)
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "nog niet bewaard" in window.view.notice.text())


# -- the recovery code ------------------------------------------------------------------------------


@pytest.fixture
def with_code(tmp_path: Path) -> tuple[Path, str]:
    folder = tmp_path / "met-code"
    store, code = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Oosterwold", cost=CHEAP)
    store.close()
    return folder, code


def test_that_a_code_can_be_tested_again_until_it_fits(
    make_window: Make, with_code: tuple[Path, str], during: Callable[..., None]
) -> None:
    folder, code = with_code
    window = make_window(folder)
    window.open_with(PASSPHRASE)
    before = (folder / SLOTS).read_bytes()

    def test(dialog: QWidget) -> None:
        assert isinstance(dialog, TestCodeDialog)
        assert "nog niet getest" in dialog.said.text()
        fill(dialog, Herstelcode=code[:-2] + "??")
        enter(dialog)
        assert "past niet" in dialog.notice.text()
        assert dialog.code.hasFocus()
        fill(dialog, Herstelcode=code.lower())
        enter(dialog)
        assert "Deze code past." in dialog.notice.text()
        assert "nog niet" not in dialog.said.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    during((TestCodeDialog, test))
    recovery_dialogs.test_code(window)
    assert passphrase.tested_on(window.session.store) == date.today()
    assert (folder / SLOTS).read_bytes() == before


def unlock_with(window: MainWindow, secret: str) -> None:
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    QTest.keyClicks(unlock.passphrase, secret)
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)


def test_that_opening_with_the_code_asks_at_once_for_a_new_passphrase(
    make_window: Make, with_code: tuple[Path, str], during: Callable[..., None], qtbot: QtBot
) -> None:
    folder, code = with_code
    window = make_window(folder)

    def choose(dialog: QWidget) -> None:
        assert "herstelcode" in words(dialog)
        fill(dialog, Nieuwe_wachtzin=NEW, Nog_een_keer=NEW)
        enter(dialog)

    during((ChangeDialog, choose))
    unlock_with(window, code)
    qtbot.waitUntil(lambda: "geldt nu" in window.statusBar().currentMessage())
    assert opens(folder, NEW)
    assert opens(folder, code)


def test_that_not_choosing_one_loses_nothing(
    make_window: Make, with_code: tuple[Path, str], during: Callable[..., None], qtbot: QtBot
) -> None:
    folder, code = with_code
    window = make_window(folder)
    during((ChangeDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)))
    unlock_with(window, code)
    qtbot.waitUntil(lambda: window.view is not None and "Kies later" in window.view.notice.text())
    assert opens(folder, PASSPHRASE)
    assert opens(folder, code)


def test_that_the_code_is_printed_from_a_preview_and_has_no_button_to_copy(
    window: MainWindow, during: Callable[..., None]
) -> None:
    code = keys.new_recovery_code()
    during(
        (CodeDialog, lambda dialog: (press(dialog, "Afdrukken…"), press(dialog, "Klaar, ik heb hem bewaard"))),
        (QPrintPreviewDialog, lambda dialog: dialog.accept()),
    )
    assert recovery_dialogs.show_code(window, code)
    lines = [(one.action, one.object) for one in window.session.store.log_entries()]
    assert ("afdrukken", "herstelcode") in lines
    dialog = CodeDialog(code, window.session.store, window)
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["A&fdrukken…", "&Klaar, ik heb hem bewaard"]
    dialog.deleteLater()


# -- lost slots -------------------------------------------------------------------------------------


def test_that_lost_slots_come_back_with_one_button_and_the_passphrase(
    filled: Path, make_window: Make, qtbot: QtBot
) -> None:
    assert backup.all_of(filled)
    (filled / SLOTS).write_text("{")
    window = make_window(filled)
    qtbot.waitUntil(lambda: isinstance(room(window), LostSlots))
    lost = room(window)
    assert isinstance(lost, LostSlots)
    today = date.today()
    assert f"de nieuwste van {today.day}-{today.month}-{today.year}" in words(lost)
    assert "niet veranderd" in words(lost)
    assert lost.passphrase.hasFocus()
    QTest.keyClicks(lost.passphrase, "iets anders")
    press(lost, "Sleutels terughalen")
    assert "past niet" in lost.notice.text()
    lost.passphrase.clear()
    QTest.keyClicks(lost.passphrase, PASSPHRASE)
    QTest.keyClick(lost.passphrase, Qt.Key.Key_Return)
    assert window.session is not None
    lines = [(one.action, one.object) for one in window.session.store.log_entries()]
    assert ("herstellen", "sleutels") in lines


def test_that_copies_on_a_stick_are_found_by_choosing_their_folder(
    filled: Path, make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (filled / "backups").rename(tmp_path / "stick")
    (filled / SLOTS).unlink()
    window = make_window(filled)
    qtbot.waitUntil(lambda: isinstance(room(window), LostSlots))
    lost = room(window)
    assert "Bij de reservekopieën van deze werkmap liggen geen sleutels." in words(lost)
    monkeypatch.setattr("doorbraak.ui.widgets.ask.folder", lambda *_: tmp_path)
    press(lost, "Kopieën zoeken…")
    assert "In de map die je koos, liggen geen sleutels." in words(lost)
    monkeypatch.setattr("doorbraak.ui.widgets.ask.folder", lambda *_: tmp_path / "stick")
    press(lost, "Kopieën zoeken…")
    assert "de nieuwste van" in words(lost)
    QTest.keyClicks(line(lost, "Wachtzin"), PASSPHRASE)
    press(lost, "Sleutels terughalen")
    assert window.session is not None


# -- for every dialog -------------------------------------------------------------------------------


def dialogs(window: MainWindow) -> list[QDialog]:
    store = window.session.store
    return [
        KeysDialog(window), ChangeDialog(store, window), ChangeDialog(store, window, after_code=True),
        LeakedDialog(store, window), NewCodeDialog(store, window), TestCodeDialog(store, window),
        CodeDialog(keys.new_recovery_code(), store, window),
    ]  # fmt: skip


def test_that_a_lock_closes_each_of_them_and_nothing_happens(
    filled: Path, make_window: Make, during: Callable[..., None]
) -> None:
    works = (passphrase_menu.manage, passphrase_dialogs.change, passphrase_dialogs.leaked, recovery_dialogs.new_code,
             recovery_dialogs.test_code, lambda window: recovery_dialogs.show_code(window, "x"))  # fmt: skip
    window = make_window(filled)
    for work in works:
        window.open_with(PASSPHRASE)
        during((QDialog, lambda _: window.lock()))
        work(window)
        assert window.session is None
        assert isinstance(room(window), Unlock)
    assert opens(filled, PASSPHRASE)


def test_that_every_control_has_a_name_and_no_letter_is_given_twice(window: MainWindow) -> None:
    window.back_up()
    passphrase.change(window.session.store, PASSPHRASE, NEW)
    for dialog in (*dialogs(window), LostSlots(window.folder, None), NewWorkspace(window.folder), RecoveryCode("x")):
        dialog.show()
        for field in dialog.findChildren(QLineEdit):
            assert field.accessibleName()
        shown = [one for one in (*dialog.findChildren(QPushButton), *dialog.findChildren(QLabel)) if one.isVisible()]
        texts = [one.text() for one in shown if not isinstance(one, QLabel) or one.buddy() is not None]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), (type(dialog), letters)
        for one in dialog.findChildren(QPushButton):
            assert "&" in one.text()
            assert min(one.width(), one.height()) >= 24
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("look", ["light", "dark", "large"])
def test_that_each_of_them_fits_on_a_small_laptop(window: MainWindow, qapp: QApplication, look: str) -> None:
    import os

    if look == "large":
        font = qapp.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        qapp.setFont(font)
    theme.apply(qapp, theme.DARK if look == "dark" else theme.LIGHT)
    out = os.environ.get("DOORBRAAK_SCREENS")
    for at, dialog in enumerate((*dialogs(window), LostSlots(window.folder, None))):
        dialog.show()
        qapp.processEvents()
        size = dialog.size()
        for made in dialog.findChildren(QPushButton):
            assert made.width() >= made.sizeHint().width(), made.text()
        for label in dialog.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        if isinstance(dialog, QDialog):
            assert size.width() <= 1366, type(dialog)
            assert size.height() <= 768, type(dialog)
        if out:
            Path(out).mkdir(exist_ok=True)
            dialog.grab().save(f"{out}/passphrase-{at}-{look}.png")
        dialog.close()
        dialog.deleteLater()
