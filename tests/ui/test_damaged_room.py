"""A file that is damaged or gone does not end in a sentence alone."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, goals, household
from doorbraak.model.errors import UserError
from doorbraak.model.workspace import DATABASE, backup, key_of_now, keys, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.restore import Restorable
from doorbraak.model.workspace.store import Store
from doorbraak.ui.backups_second import keep_second_place
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import FirstStart, Unlock
from doorbraak.ui.widgets import ask as asking
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui import accessibility
from tests.ui.copies import damage

Make = Callable[[Path], MainWindow]


def words(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window._rooms.currentWidget().findChildren(QLabel))


def room(window: MainWindow) -> RestoreRoom:
    shown = window._rooms.currentWidget()
    assert isinstance(shown, RestoreRoom)
    return shown


def listed(copies: QListWidget) -> list[str]:
    return [copies.item(at).text() for at in range(copies.count())]


def opened(qtbot: QtBot, window: MainWindow) -> None:
    unlock = window._rooms.currentWidget()
    assert isinstance(unlock, Unlock)
    unlock.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)


def test_that_a_damaged_file_leads_to_the_copies_and_back_to_work(
    qtbot: QtBot, make_window: Make, filled: Path
) -> None:
    damage(filled)
    spoiled = (filled / DATABASE).read_bytes()
    window = make_window(filled)
    opened(qtbot, window)
    assert "beschadigd" in words(window)
    assert "blijft bewaard" in words(window)
    copies = room(window).copies
    assert listed(copies)[0].startswith("vandaag")
    assert listed(copies)[0].endswith("1 huishouden")
    assert (filled / DATABASE).read_bytes() == spoiled, "nothing is touched before somebody asks"
    assert room(window).passphrase.hasFocus()
    assert room(window).passphrase.text() == "", "a passphrase does not wait on the screen"
    room(window).passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room(window).passphrase, Qt.Key.Key_Return)
    assert window.session is not None
    assert household.all_of(window.session.store)
    assert spoiled in [path.read_bytes() for path in (filled / backup.FOLDER / "bewaard").glob("*.db")]


def test_that_it_never_offers_to_erase(qtbot: QtBot, make_window: Make, filled: Path) -> None:
    damage(filled)
    window = make_window(filled)
    opened(qtbot, window)
    offered = {one.text().replace("&", "") for one in room(window).findChildren(QPushButton)}
    assert offered == {"Tonen", "Terugzetten", "Andere map…", "Kopieën ergens anders zoeken…"}


def test_that_a_copy_that_is_damaged_too_is_refused_and_another_can_be_taken(
    qtbot: QtBot, make_window: Make, filled: Path
) -> None:
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Proef"):
        goals.add(store, household.all_of(store)[0].id, "Rust")
    store.close()
    newest = backup.all_of(filled)[0].path
    newest.write_bytes(newest.read_bytes()[:5000])
    damage(filled)
    window = make_window(filled)
    opened(qtbot, window)
    copies = room(window).copies
    assert copies.count() >= 2
    room(window).passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room(window).passphrase, Qt.Key.Key_Return)
    assert window.session is None
    assert room(window).notice.text()
    copies.setCurrentRow(1)
    room(window).passphrase.setText(PASSPHRASE)
    qtbot.keyClick(copies, Qt.Key.Key_Return)
    assert window.session is not None


def test_that_without_copies_one_can_look_for_them_elsewhere(
    qtbot: QtBot, make_window: Make, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (filled / backup.FOLDER).rename(stick / backup.FOLDER)
    damage(filled)
    window = make_window(filled)
    opened(qtbot, window)
    assert room(window).copies.isHidden()
    assert "Nog geen kopie gevonden" in words(window)
    monkeypatch.setattr(asking, "folder", lambda *_: stick / backup.FOLDER)
    button = next(one for one in room(window).findChildren(QPushButton) if "anders zoeken" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listed(room(window).copies)[0].endswith("tweede plek")
    room(window).passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room(window).passphrase, Qt.Key.Key_Return)
    assert window.session is not None


def test_that_the_second_place_is_looked_in_by_itself(
    qtbot: QtBot, make_window: Make, filled: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (filled / backup.FOLDER).rename(stick / backup.FOLDER)
    keep_second_place(filled, stick)
    damage(filled)
    window = make_window(filled)
    opened(qtbot, window)
    assert listed(room(window).copies)[0].endswith("tweede plek")


def test_that_a_file_that_is_gone_is_put_back_from_a_copy(qtbot: QtBot, make_window: Make, filled: Path) -> None:
    (filled / DATABASE).unlink()
    window = make_window(filled)
    assert "weg" in words(window)
    room(window).passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room(window).passphrase, Qt.Key.Key_Return)
    assert window.session is not None


def test_that_a_folder_that_was_opened_before_and_is_away_is_not_a_first_start(
    make_window: Make, window: MainWindow, filled: Path
) -> None:
    window.lock()
    filled.rename(filled.with_name("verplaatst"))
    again = make_window(filled)
    shown = again._rooms.currentWidget()
    assert isinstance(shown, FirstStart)
    assert "er nu niet" in shown.notice.text()
    assert "Sluit die aan" in shown.notice.text()


@pytest.mark.parametrize("larger", [0, 9])
def test_that_it_can_be_used_by_everybody(qtbot: QtBot, make_window: Make, filled: Path, larger: int) -> None:
    damage(filled)
    window = make_window(filled)
    if larger:
        window.appearance.zoom(larger)
    opened(qtbot, window)
    assert accessibility.unnamed(room(window)) == []
    assert accessibility.small(room(window)) == []
    parts = [*room(window).findChildren(QPushButton), room(window).copies, room(window).passphrase]
    places = [one.rect().translated(one.mapTo(room(window), one.rect().topLeft())) for one in parts if one.isVisible()]
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :]), "nothing overlaps"
    if larger:
        window.appearance.zoom(-larger)


NEW = "drie gele fietsen buiten"


@pytest.fixture
def leaked(filled: Path) -> Path:
    """Another key since all copies but the newest."""
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    return filled


def of_before(make_window: Make, folder: Path) -> MainWindow:
    """The room for the oldest copy, which is of before the leak."""
    window = make_window(folder)
    window.show_restore(Restorable(backup.all_of(folder)[-1], elsewhere=False))
    return window


def test_that_a_copy_of_before_a_leak_asks_what_opens_the_workspace_now(
    qtbot: QtBot, make_window: Make, leaked: Path
) -> None:
    window = of_before(make_window, leaked)
    shown = room(window)
    assert shown.present.isVisible()
    assert "van toen" in shown._named.text()
    shown.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(shown.passphrase, Qt.Key.Key_Return)
    assert "Typ ook de wachtzin van de werkmap van nu" in shown.notice.text()
    assert shown.present.secret.hasFocus()
    shown.present.secret.setText("een heel andere zin")
    qtbot.keyClick(shown.present.secret, Qt.Key.Key_Return)
    assert shown.notice.text() == key_of_now.WRONG
    assert shown.present.secret.hasFocus()
    shown.present.secret.setText(NEW)
    qtbot.keyClick(shown.present.secret, Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.store.log_broken is None
    assert "De wachtzin van nu blijft gelden" in window.view.notice.text()
    assert window.view.notice.property("calm")
    assert keys.unwrapped(window.session.store.keys.slots, NEW)
    assert not list(keys.unwrapped(window.session.store.keys.slots, PASSPHRASE))


def test_that_the_passphrase_of_now_typed_for_that_of_then_is_not_typed_twice(
    qtbot: QtBot, make_window: Make, leaked: Path
) -> None:
    window = of_before(make_window, leaked)
    shown = room(window)
    shown.passphrase.setText(NEW)
    shown.present.lost.setChecked(True)
    qtbot.keyClick(shown.passphrase, Qt.Key.Key_Return)
    assert "wachtzin van toen" in shown.notice.text()
    assert shown.passphrase.text() == ""
    assert shown.present.secret.text() == NEW
    assert not shown.present.lost.isChecked()
    shown.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(shown.passphrase, Qt.Key.Key_Return)
    assert window.session is not None


def test_that_it_can_be_lost_and_what_follows_is_said_before_and_after(
    qtbot: QtBot, make_window: Make, leaked: Path
) -> None:
    window = of_before(make_window, leaked)
    shown = room(window)
    shown.present.lost.setFocus()
    qtbot.keyClick(shown.present.lost, Qt.Key.Key_Space)
    assert not shown.present.secret.isEnabled()
    assert "ook als ze gelekt zijn" in words(window)
    shown.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(shown.passphrase, Qt.Key.Key_Return)
    told = window.view.notice.text()
    assert "van toen gelden weer" in told
    assert "Zin gelekt" in told
    assert "logboek van na de kopie gingen niet mee" in told
    assert "klopt niet" not in told
    window.lock()
    window.open_with(PASSPHRASE)
    assert window.view.notice.isHidden()


def test_that_the_second_field_goes_with_the_copy_that_is_chosen(make_window: Make, leaked: Path) -> None:
    window = make_window(leaked)
    window.closed.ask_copy(why=UserError("Het bestand is weg. Kies een kopie."))
    shown = room(window)
    assert shown.present.isHidden()
    shown.copies.setCurrentRow(shown.copies.count() - 1)
    assert shown.present.isVisible()
    shown.present.secret.setText("half")
    shown.copies.setCurrentRow(0)
    assert shown.present.isHidden()
    assert shown.present.secret.text() == ""


def test_that_a_copy_that_does_not_tell_its_key_asks_when_its_passphrase_was_typed(
    qtbot: QtBot, make_window: Make, leaked: Path
) -> None:
    """Marks were not always written."""
    oldest = backup.all_of(leaked)[-1]
    beside = json.loads(oldest.beside.read_text())
    present = keys.read(leaked / SLOTS)[0].mark
    beside["slots"]["slots"][1]["mark"] = present
    oldest.beside.write_text(json.dumps(beside))
    window = of_before(make_window, leaked)
    shown = room(window)
    assert shown.present.isHidden()
    shown.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(shown.passphrase, Qt.Key.Key_Return)
    assert shown.present.isVisible()
    assert shown.present.secret.hasFocus()
    assert shown.passphrase.text() == PASSPHRASE
    shown.present.secret.setText(NEW)
    qtbot.keyClick(shown.present.secret, Qt.Key.Key_Return)
    assert window.session is not None


def test_that_without_copies_the_focus_is_where_one_can_look_for_them(make_window: Make, filled: Path) -> None:
    shutil.rmtree(filled / backup.FOLDER)
    window = make_window(filled)
    window.closed.ask_copy(why=UserError("Het bestand is weg. Kies een kopie."))
    assert room(window)._elsewhere.hasFocus()


@pytest.mark.parametrize("larger", [0, 9])
def test_that_the_room_with_both_fields_can_be_used_by_everybody(make_window: Make, leaked: Path, larger: int) -> None:
    window = of_before(make_window, leaked)
    if larger:
        window.appearance.zoom(larger)
        window.show_restore(Restorable(backup.all_of(leaked)[-1], elsewhere=False))
    shown = room(window)
    assert accessibility.unnamed(shown) == []
    assert accessibility.small(shown) == []
    parts = [*shown.findChildren(QPushButton), shown.copies, shown.passphrase, shown.present.secret, shown.present.lost]
    places = [one.rect().translated(one.mapTo(shown, one.rect().topLeft())) for one in parts]
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :]), "nothing overlaps"
    assert all(shown.rect().contains(place) for place in places), "all in sight"
    letters = [one.text()[one.text().index("&") + 1].lower() for one in [*shown.findChildren(QPushButton),
               *shown.findChildren(QLabel), shown.present.lost] if "&" in one.text()]  # fmt: skip
    assert len(letters) == len(set(letters))
    if larger:
        window.appearance.zoom(-larger)


def test_that_two_copies_of_one_second_can_be_told_apart(make_window: Make, filled: Path) -> None:
    one = backup.all_of(filled)[0]
    for path in (one.path, one.beside):
        shutil.copy(path, path.with_stem(f"{path.stem}-2"))
    window = make_window(filled)
    window.closed.ask_copy(why=UserError("Het bestand is weg. Kies een kopie."))
    shown = [room(window).copies.item(at).text() for at in range(room(window).copies.count())]
    assert len(set(shown)) == len(shown) == len(backup.all_of(filled))
    assert sum("(2)" in text for text in shown) == 1


def test_that_junk_named_as_a_journal_leads_to_the_copies_and_back_to_work(
    qtbot: QtBot, make_window: Make, filled: Path
) -> None:
    junk = filled / f"{DATABASE}-journal"
    junk.mkdir()
    window = make_window(filled)
    opened(qtbot, window)
    assert junk.name in words(window)
    room(window).passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room(window).passphrase, Qt.Key.Key_Return)
    assert window.session is not None
    assert household.all_of(window.session.store)
    assert not junk.is_dir()
