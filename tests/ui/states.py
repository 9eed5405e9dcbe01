"""Every room, page, dialog and state of the window that people meet, one after another, for who looks at all of them.

Without fixtures, so that a process of its own can walk here too: Qt takes the factor of a screen once.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.errors import FileDamaged, InputError, UserError
from doorbraak.model.exchange import export_periods, publication_package, receiving, senders
from doorbraak.model.exchange.published import PublishedCell
from doorbraak.model.workspace import backup, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.restore import Restorable
from doorbraak.model.workspace.store import Store
from doorbraak.ui import theme
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.manual import Manual
from doorbraak.ui.pages import COORDINATION, OVERVIEWS, PAGES
from doorbraak.ui.publication.room import PublicationRoom
from doorbraak.ui.start import LostSlots, NewWorkspace, RecoveryCode, Unlock
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.coordination import Laptop, begun
from tests.model.exchange.test_published_views import drawn, publication
from tests.ui import dialogs

Look = Callable[[str, QWidget], None]
"""What is asked of a state: its name, and the window or dialog in which it is."""

_NEW = "drie gele fietsen buiten"
_QUARTER = export_periods.last_quarter(date.today())


def walk(folder: Path, size: tuple[int, int], look: Look) -> None:
    """All of them, in windows of this size, on workspaces that are made in `folder`."""
    for part in (_closed, _lost, _damaged, _at_work, _coordinating, _published):
        part(folder / part.__name__, size, look)


def _settle() -> None:
    """A text of more lines asks for its height when it knows how wide it is: what lies around it moves after that."""
    for _ in range(6):
        QApplication.processEvents()


@contextmanager
def _window(folder: Path, size: tuple[int, int]) -> Iterator[MainWindow]:
    window = MainWindow(folder)
    window.appearance.theme_name = theme.current().name  # else the next that makes letters larger takes the desktop's
    window.resize(*size)
    window.show()
    window.activateWindow()
    _settle()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        _settle()


def _room(window: MainWindow) -> QWidget:
    _settle()
    shown = window._rooms.currentWidget()
    assert shown is not None
    return shown


def _filled(folder: Path) -> Path:
    """A workspace with casus-01, of before and of after another passphrase."""
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)
    content = (paths.resources() / "cases" / "casus-01.json").read_bytes()
    with store.change("Casus invoeren"):
        casefile.take_in(store, casefile.read(content, catalogue.load()))
    store.close()
    return folder


# -- before a workspace is open ----------------------------------------------------------------------------


def _closed(folder: Path, size: tuple[int, int], look: Look) -> None:
    with _window(folder, size) as window:
        look("eerste start", window)
        window.ask_new()
        new = _room(window)
        assert isinstance(new, NewWorkspace)
        look("nieuwe werkmap", window)
        new.passphrase.setText("kort")
        new.again.setText("anders")
        QTest.keyClick(new.again, Qt.Key.Key_Return)
        look("nieuwe werkmap, niet gelijk", window)
        for field in (new.passphrase, new.again):
            field.setText(PASSPHRASE)
        QTest.keyClick(new.again, Qt.Key.Key_Return)
        code = _room(window)
        assert isinstance(code, RecoveryCode)
        look("herstelcode", window)
        code.done.emit()
        window.lock()
        unlock = _room(window)
        assert isinstance(unlock, Unlock)
        look("vergrendeld", window)
        QTest.keyClicks(unlock.passphrase, "fout")
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
        look("wachtzin past niet", window)


def _lost(folder: Path, size: tuple[int, int], look: Look) -> None:
    """The keys of now are damaged; what was typed opens those of a copy."""
    data = json.loads((_filled(folder) / SLOTS).read_text())
    for slot in data["slots"]:
        slot["box"] = slot["box"][:9] + ("A" if slot["box"][9] != "A" else "B") + slot["box"][10:]
    (folder / SLOTS).write_text(json.dumps(data))
    with _window(folder, size) as window:
        unlock = _room(window)
        assert isinstance(unlock, Unlock)
        unlock.passphrase.setText(PASSPHRASE)
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
        look("sleutels beschadigd", window)
        unlock.lost.emit()
        lost = _room(window)
        assert isinstance(lost, LostSlots)
        look("sleutels terughalen", window)
        lost.refuse(InputError("De wachtzin past niet bij deze kopie. Probeer de wachtzin van die dag.", "passphrase"))
        look("sleutels terughalen, past niet", window)
        (folder / SLOTS).unlink()
        window.closed._ask_lost_slots()
        look("sleutels weg", window)


def _damaged(folder: Path, size: tuple[int, int], look: Look) -> None:
    store = Store.open(_filled(folder), PASSPHRASE, dossier.TABLES)
    passphrase.renew(store, PASSPHRASE, _NEW, cost=CHEAP)
    store.close()
    with _window(folder, size) as window:
        window.closed.ask_copy(why=FileDamaged("Het dossierbestand is beschadigd. Kies een kopie."))
        room = _room(window)
        assert isinstance(room, RestoreRoom)
        look("bestand beschadigd", window)
        window.show_restore(Restorable(backup.all_of(folder)[-1], elsewhere=False))
        look("kopie van voor een lek", window)
        shutil.rmtree(folder / backup.FOLDER)
        window.closed.ask_copy(why=UserError("Het dossierbestand is weg. Kies een kopie."))
        look("geen kopieën", window)


# -- households ---------------------------------------------------------------------------------------------


def _at_work(folder: Path, size: tuple[int, int], look: Look) -> None:
    """A household that is full and one that is empty; all over them, all that opens over the window."""
    with _window(_filled(folder), size) as window:
        window.open_with(PASSPHRASE)
        assert window.session is not None
        assert window.view is not None
        full = household.all_of(window.session.store)[0].id
        window.view.open_household(full)
        _at_table(window, look)  # first: what was made by then is styled again
        _pages(window, "vol", look)
        _quick(window, look)
        window.session.problem.emit(InputError("Dit is geen bedrag. Typ bijvoorbeeld 12,50.", "price_cents"))
        look("melding", window)
        for name in dialogs.OPENED:
            dialogs.with_dialog(window, name, partial(_look_at_dialog, look, name))
        manual = Manual(window)
        manual.show()
        for at in range(manual.contents.topLevelItemCount()):
            manual.contents.setCurrentItem(manual.contents.topLevelItem(at))
            _settle()
            look(f"handleiding {at}", manual)
        manual.close()
        window.household.open_new()
        window.view.guide.begin()
        _pages(window, "leeg", look)
        window.neutral.toggle()
        _settle()
        look("afgedekt", window)
        window.neutral.toggle()


def _look_at_dialog(look: Look, name: str, dialog: QWidget) -> None:
    _settle()
    look(f"venster {name}", dialog)


def _at_table(window: MainWindow, look: Look) -> None:
    assert window.view is not None
    window.at_table.toggle()
    for at in window.view._nav.numbers:
        if at > 0:
            window.show_page(at)
            _settle()
            look(f"aan tafel: {PAGES[at - 1].title}", window)
    window.at_table.toggle()


def _pages(window: MainWindow, kind: str, look: Look) -> None:
    for at, title in [*((one.at, one.title) for one in OVERVIEWS), *enumerate((one.title for one in PAGES), 1)]:
        window.show_page(at)
        _settle()
        look(f"{kind}: {title}", window)


def _quick(window: MainWindow, look: Look) -> None:
    """The line with its list open, and the tiles in the place of a page."""
    assert window.view is not None
    line = window.view.quick.entry
    window.view.quick.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "huur")
    _settle()
    look("snel invoeren", window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    line.tiles_wanted.emit()
    _settle()
    look("tegels", window)
    window.view.quick.close_tiles()


# -- a coordinator and a manager ----------------------------------------------------------------------------


def _coordinating(folder: Path, size: tuple[int, int], look: Look) -> None:
    begun(folder).close()
    with _window(folder, size) as window:
        window.open_with(PASSPHRASE)
        assert window.session is not None
        for kind in ("leeg", "vol"):
            if kind == "vol":
                _receive(window.session.store, folder.with_name("gekregen"))
            for page in COORDINATION:
                window.show_page(page.at)
                _settle()
                look(f"coördinator, {kind}: {page.title}", window)


def _receive(store: Store, came: Path) -> None:
    """Files of three laptops, one of which nobody confirmed."""
    came.mkdir()
    for laptop in (Laptop(1), Laptop(2), Laptop(3)):
        path = came / f"uitwisseling-{laptop.number}.doorbraak"
        first = laptop.number * 6
        path.write_bytes(laptop.file(store, range(first, first + 6), period=str(_QUARTER)))
        receiving.receive(store, [path], date.today())
        number = next(one.number for one in senders.all_of(store) if one.verify_key == laptop.verify_key)
        if laptop.number < 3:
            receiving.confirm(store, number, laptop.spoken, date.today())


def _published(folder: Path, size: tuple[int, int], look: Look) -> None:
    folder.mkdir(parents=True)
    for period in ("2026Q2", "2026Q3"):
        cells = dict(drawn(1, 0.5, period))
        cells["households_team", ""] = PublishedCell("", (), "shown", 355)
        made = publication(cells, period, example=True)
        (folder / publication_package.file_name(period)).write_bytes(publication_package.package_bytes(made))
    with _window(folder / "leeg", size) as window:
        window.publications.open(folder / publication_package.file_name("2026Q3"))
        room = _room(window)
        assert isinstance(room, PublicationRoom)
        page = room.page
        for chapter in range(page.chapters.count()):
            page.chapters.setCurrentRow(chapter)
            for question in range(max(page.questions.count(), 1)):
                page.questions.setCurrentRow(question)
                _settle()
                look(f"publicatie {chapter}.{question}", window)
