"""How a file leaves the window: it asks where, is logged before it is written, and says what came of it.

As on the command line: then what leaves is never missing from the log.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from doorbraak.model import whole_files
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import UserError
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow
    from doorbraak.ui.session import Session


class Leaving(QObject):
    """Belongs to one window; does nothing while no workspace is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def _session(self) -> "Session | None":
        """The open session, with all that was typed committed."""
        session = self._window.session
        if session is not None:
            session.flush()
        return session

    def _dossier(self) -> Dossier | None:
        """The open household as it is now, editors included."""
        session, view = self._session(), self._window.view
        if session is None or view is None or view.household is None:
            return None
        return session.dossier(view.household)

    def _for_paper(self) -> Dossier | None:
        """The open household, unless it is not safe with paper about it: then that is said."""
        dossier = self._dossier()
        if dossier is None:
            return None
        with self._saying():
            from doorbraak.model.documents.safety import refuse_paper

            refuse_paper(dossier.household)
            return dossier
        return None

    def _write(
        self, title: str, name: str, kinds: str, object_: str, work: Callable[[Path], object], said: str = ""
    ) -> None:
        chosen, session = ask.target(self._window, title, name, kinds), self._window.session
        if chosen is None or session is None:
            return
        with self._saying():
            whole_files.refuse_inside(session.store.folder, chosen)
            session.store.note("uitvoeren", object_)
            work(chosen)
            self._say((said or self.tr("Gemaakt: %s")) % chosen)

    def _may_replace(self, title: str, chosen: Path, path: Path) -> bool:
        """The dialog asked about the file that was chosen, and not about one that got another name since."""
        if path == chosen or not path.exists():
            return True
        question = self.tr("Dit bestand is er al en wordt vervangen. Doorgaan?\n%s") % path
        return ask.sure(self._window, title, question, self.tr("&Vervangen")) and self._window.session is not None

    def _say(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 15_000)

    @contextmanager
    def _saying(self, *, busy: bool = True) -> Iterator[None]:
        """Refusals are said in the window; meanwhile the mouse waits, unless there is something to click on."""
        if busy:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        except UserError as error:
            if self._window.session is not None:
                self._window.session.problem.emit(error)
        finally:
            if busy:
                QApplication.restoreOverrideCursor()
