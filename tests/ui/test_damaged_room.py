"""A file that is damaged or gone does not end in a sentence alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, goals, household
from doorbraak.model.workspace import DATABASE, backup
from doorbraak.model.workspace.store import Store
from doorbraak.ui.backups_second import keep_second_place
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import FirstStart, Unlock
from doorbraak.ui.widgets import ask as asking
from tests.conftest import PASSPHRASE
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
    places = [one.rect().translated(one.mapTo(room(window), one.rect().topLeft())) for one in parts]
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :]), "nothing overlaps"
    if larger:
        window.appearance.zoom(-larger)
