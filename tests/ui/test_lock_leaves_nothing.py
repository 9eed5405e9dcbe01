"""After a lock nobody can read from the program whom it was about: every widget and all that it holds is asked."""

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QWidget,
)
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, household, own_lists, visits
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from doorbraak.ui.start import Unlock
from doorbraak.ui.widgets import copying
from tests import whole_dossier
from tests.conftest import PASSPHRASE

MARKER = "Zwaluwstaartje7319"
TEXTS = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText", "accessibleName",
    "accessibleDescription", "objectName", "windowFilePath", "toPlainText", "windowIconText", "currentText",
    "currentMessage", "completionPrefix", "iconText", "prefix", "suffix", "displayText",
)  # fmt: skip
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.UserRole,
)  # fmt: skip


def texts_of(thing: QObject) -> Iterator[str]:
    for name in TEXTS:
        ask = getattr(thing, name, None)
        if callable(ask):
            try:
                said = ask()
            except TypeError:  # of an item, not of the whole
                continue
            if isinstance(said, str):
                yield said
    for name in thing.dynamicPropertyNames():
        try:
            yield str(thing.property(name.data().decode()))
        except RuntimeError:  # something of Qt's own that has no form here
            continue
    if isinstance(thing, QGraphicsScene):
        for item in thing.items():
            for name in ("text", "toPlainText", "toolTip"):
                if callable(getattr(item, name, None)):
                    yield str(getattr(item, name)())


def cells_of(model: QAbstractItemModel, above: QModelIndex, depth: int = 0) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for row in range(min(model.rowCount(above), 500)):
        for column in range(columns):
            index = model.index(row, column, above)
            yield from (str(model.data(index, role)) for role in ROLES)
            if depth < 3:
                yield from cells_of(model, index, depth + 1)


def heard_by_a_screen_reader(widget: QWidget) -> Iterator[str]:
    found = QAccessible.queryAccessibleInterface(widget)
    if found is not None:
        yield from (found.text(part) for part in QAccessible.Text if part != QAccessible.Text.UserText)


def everything() -> Iterator[tuple[str, str]]:
    """Where, and what is said there."""
    seen: dict[int, QObject] = {}  # kept, or another would get the same number
    roots: list[QObject] = [*QApplication.allWidgets(), *QApplication.topLevelWindows(), QApplication.instance()]
    for root in roots:
        for thing in (root, *root.findChildren(QObject)):
            if id(thing) in seen:
                continue
            seen[id(thing)] = thing
            where = f"{type(root).__name__}/{type(thing).__name__}"
            yield from ((where, text) for text in texts_of(thing))
            if isinstance(thing, QAbstractItemModel):
                yield from ((where, text) for text in cells_of(thing, QModelIndex()))
            if isinstance(thing, QWidget):
                yield from ((where + "/aloud", text) for text in heard_by_a_screen_reader(thing))
    for mode in QClipboard.Mode:
        yield f"clipboard {mode.name}", QApplication.clipboard().text(mode)


def on_disk_unencrypted(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()


def settle() -> None:
    """What the loop of the program does between two keys."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@pytest.fixture
def named(workspace: Path, make_window: object) -> MainWindow:
    """Unlocked, with one name in every text of every record."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Merkteken typen"):
        home = whole_dossier.make(store, MARKER)
        own_lists.forget(store)
        visits.add(store, home, date(2026, 9, 1), report=MARKER)
    store.close()
    window: MainWindow = make_window(workspace)  # type: ignore[operator]
    window.open_with(PASSPHRASE)
    window.view.open_household(household.all_of(window.session.store)[0].id)
    return window


def use_it(qtbot: QtBot, window: MainWindow) -> None:
    """Every page seen, something typed and half typed, undone, searched, copied and shown in a tip."""
    for at in range(len(PAGES), -1, -1):
        window.show_page(at)
        QApplication.processEvents()
    home = window.view.household
    window.session.run("Naam wijzigen", household.rename, home, MARKER + " twee")
    window.undo()
    window.find()
    qtbot.keyClicks(window.view.list.search, MARKER[:6])
    window.view.open_household(home)
    qtbot.keyClicks(window.view.quick.entry.line, MARKER)
    copying.copy(MARKER)
    QApplication.processEvents()


def test_that_this_test_sees_what_it_looks_for(qtbot: QtBot, named: MainWindow) -> None:
    use_it(qtbot, named)
    places = {where for where, text in everything() if MARKER in text}
    for kind in ("Label", "Field", "Model", "aloud", "clipboard Clipboard"):
        assert [where for where in places if where.endswith(kind)], (kind, sorted(places))


def test_that_after_a_lock_nothing_in_the_program_names_anybody(
    qtbot: QtBot, named: MainWindow, tmp_path: Path
) -> None:
    use_it(qtbot, named)
    folder = named.folder
    named.lock()
    settle()
    assert isinstance(named._rooms.currentWidget(), Unlock)
    assert {where for where, text in everything() if MARKER in text} == set()
    assert named.menus.undo.text() == "&Ongedaan maken"
    assert named.menus.redo.text() == "O&pnieuw doen"
    named._settings.sync()
    kept = {key: str(named._settings.value(key)) for key in named._settings.allKeys()}
    assert not [key for key, value in kept.items() if MARKER in key + value]
    for root in (folder, tmp_path):
        assert [name for name, content in on_disk_unencrypted(root) if MARKER.encode() in content] == []


def test_that_titles_say_nothing_but_the_program_after_a_lock(qtbot: QtBot, named: MainWindow) -> None:
    named.lock()
    settle()
    titles = {window.title() for window in QApplication.topLevelWindows() if isinstance(window, QWindow)}
    titles |= {widget.windowTitle() for widget in QApplication.topLevelWidgets()}
    assert titles - {""} == {"Vergrendeld – Doorbraak"}
    assert not named.windowFilePath()


def test_that_one_step_keeps_drafts_makes_a_copy_and_forgets_undo_without_a_question(
    qtbot: QtBot, named: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("doorbraak.ui.widgets.ask.sure", lambda *words: asked.append(str(words)) or False)
    use_it(qtbot, named)
    copies = len(list((named.folder / "backups").glob("*.db")))
    store = named.session.store
    assert store.redo_label
    named.lock()
    settle()
    assert asked == []
    assert len(list((named.folder / "backups").glob("*.db"))) == copies + 1
    named.open_with(PASSPHRASE)
    assert named.session.store.undo_label is None
    assert named.session.store.redo_label is None
    named.view.open_household(household.all_of(named.session.store)[0].id)
    assert named.view.quick.entry.line.text() == MARKER


def records_in_memory() -> list[object]:
    """The records of a household that Python still holds."""
    return [
        one
        for one in gc.get_objects()
        if str(type(one).__module__).startswith("doorbraak.model.dossier") and MARKER in repr(one)
    ]


@pytest.fixture
def of_other_tests() -> list[object]:
    """What windows of before left behind; held here, so that none of it makes room for another."""
    gc.collect()
    return records_in_memory()


def test_that_after_a_lock_no_record_of_a_household_is_held_in_memory(
    of_other_tests: list[object], qtbot: QtBot, named: MainWindow
) -> None:
    """What Python freed may still be there until it is used again; this is about what the program holds on to."""
    known = {id(one) for one in of_other_tests}
    use_it(qtbot, named)
    assert [one for one in records_in_memory() if id(one) not in known]
    named.lock()
    settle()
    gc.collect()
    assert {type(one).__name__ for one in records_in_memory() if id(one) not in known} == set()
