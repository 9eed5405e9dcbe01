"""Looking around with examples: the published households in a workspace of their own, which is thrown away after it.

It lies in a folder for what is passing, encrypted like any other, and never becomes the folder of the next start.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, published_cases
from doorbraak.model.errors import DiskFailed, FileInUse, UserError
from doorbraak.model.workspace import lock
from doorbraak.model.workspace.store import Store
from doorbraak.ui.start import Calm

if TYPE_CHECKING:
    from doorbraak.ui.closed_rooms import ClosedRooms

PREFIX = "doorbraak-voorbeelden-"
_INSIDE = "werkmap"


class Preparing(Calm):
    """In sight while the examples are made, which takes some seconds."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__(
            self.tr("Rondkijken met voorbeelden"),
            self.tr(
                "Zes gepubliceerde huishoudens, aangevuld met verzonnen gegevens. Probeer alles: wat je hier "
                "doet, wordt weggegooid als je stopt."
            ),
        )
        self.add_buttons((self.tr("&Stoppen"), back))

    def show_step(self, at: int, of: int) -> None:
        self.notice.say(self.tr("Klaarzetten: %d van %d huishoudens.") % (at, of), calm=True)


class Examples(QObject):
    """Belongs to the rooms of one window. `folder` is None while there are none."""

    def __init__(self, rooms: "ClosedRooms") -> None:
        super().__init__(rooms)
        self._rooms = rooms
        self._own = rooms.folder  # of before
        self.folder: Path | None = None
        self._store: Store | None = None  # while it is made
        self._steps: Iterator[int] | None = None
        self._room: Preparing | None = None

    def begin(self) -> None:
        """Whoever asks for it has left what was open. What is made comes in sight by itself, a household at a time."""
        self.throw_away()
        _sweep()
        self._own = self._rooms.folder
        self._room = Preparing(self.stop)
        self._rooms.bring(self._room, self.tr("Voorbeelden"))
        files = published_cases.files()
        self._room.show_step(0, len(files))
        self._steps = self._made(files)
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        """The window paints and hears keys between two households."""
        steps, room = self._steps, self._room
        if steps is None or room is None:
            return
        try:
            done = next(steps, None)
        except UserError as error:
            self.throw_away()
            room.notice.show_error(error)
            return
        if done is None:
            self._go_in()
            return
        room.show_step(done, len(published_cases.files()))
        QTimer.singleShot(0, self, self._next)

    def _made(self, files: tuple[Path, ...]) -> Iterator[int]:
        try:
            self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        except OSError:
            raise DiskFailed(
                "De voorbeelden konden niet worden gemaakt. Je eigen dossiers zijn niet veranderd. Maak ruimte vrij."
            ) from None
        title = self.tr("VOORBEELD: rondkijken")
        self._store, _ = Store.create(
            self.folder / _INSIDE, published_cases.PASSPHRASE, dossier.TABLES, title=title, example=True
        )
        known = catalogue.load()
        for at, path in enumerate(files, 1):
            with self._store.change("Voorbeeld invoeren", action="invoeren", undoable=False):
                casefile.take_in(self._store, casefile.read(path.read_bytes(), known))
            yield at

    def _go_in(self) -> None:
        store, self._store, self._steps, self._room = self._store, None, None, None
        if store is not None:
            self._rooms.folder = store.folder
            self._rooms.go_in_examples(store)

    def stop(self) -> None:
        """Back to the room that fits one's own folder."""
        self.throw_away()
        self._rooms.begin()

    def throw_away(self) -> None:
        """Nothing of it is left, and the window's folder is one's own again. It has to be closed by then."""
        self._steps = self._room = None
        if self._store is not None:
            self._store.close()
            self._store = None
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            if self._rooms.folder.is_relative_to(self.folder):
                self._rooms.folder = self._own
            self.folder = None


def _sweep() -> None:
    """What a program that was killed left behind, unless another one has it open."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not _ours(left):
            continue
        try:
            lock.take(left / _INSIDE).release()
        except FileInUse:
            continue
        except UserError:
            pass
        shutil.rmtree(left, ignore_errors=True)


def _ours(folder: Path) -> bool:
    """A folder as this program makes them, with nothing else in it: where things are passing anybody may put anything,
    and a pipe of that name would keep the program waiting.
    """
    try:
        found = folder.lstat()
        made_here = stat.S_ISDIR(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())
        return made_here and {one.name for one in folder.iterdir()} <= {_INSIDE}
    except OSError:
        return False
