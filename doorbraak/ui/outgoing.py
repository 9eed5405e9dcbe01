"""What goes in and out by the window: case files, documents, the printed plan, the summary. Each one asks where."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from doorbraak.model.documents import files
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError, NoAccess, UserError

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class Outgoing(QObject):
    """Belongs to one window; does nothing while no workspace is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def folder(self, title: str, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(start))
        return Path(chosen) if chosen else None

    def take_case(self) -> None:
        """One or more case files; each is its own step, and a refused one says why."""
        session, view = self._window.session, self._window.view
        if session is None or view is None:
            return
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Huishouden invoeren"), "", self.tr("Dossierbestand (*.json)")
        )
        last = None
        for name in chosen:
            with self._saying():
                case = casefile.read(_content(Path(name)), session.catalogue)
                last = session.run(self.tr("Huishouden invoeren"), casefile.take_in, case, action="invoeren")
        if last is not None and len(chosen) == 1:
            view.open_household(last)

    def give_case(self) -> None:
        """The whole household as one file that says that it holds personal data."""
        self._write(
            self.tr("Huishouden naar een bestand"),
            "dossier.json",
            self.tr("Dossierbestand (*.json)"),
            lambda path: files.write_all(path.parent, {path.name: casefile.write(self._dossier())}),
        )

    def documents(self) -> None:
        """Plan, map, chart and workbook into a folder."""
        session, view = self._window.session, self._window.view
        if session is None or view is None or view.household is None:
            return
        session.flush()
        chosen = self.folder(self.tr("Map voor de documenten (bevatten persoonsgegevens)"), Path.home())
        if chosen is None:
            return
        with self._saying():
            from doorbraak.ui import paper

            made = paper.write_documents(self._dossier(), session.catalogue, chosen, date.today())
            self._log("uitvoeren")
            self._say(self.tr("%d documenten gemaakt. Ze bevatten persoonsgegevens.") % len(made))

    def print_plan(self) -> None:
        """A preview first; printing from there."""
        session, view = self._window.session, self._window.view
        if session is None or view is None or view.household is None:
            return
        session.flush()
        with self._saying():
            from doorbraak.ui.paper import preview

            if preview.print_plan(self._window, self._dossier(), session.catalogue, date.today()):
                self._log("afdrukken")

    def summary(self) -> None:
        """The protected counts of this laptop: the only thing here that holds no personal data."""
        session = self._window.session
        if session is None:
            return
        from doorbraak.model.exchange import door, summary, tables

        protected = door.protect(tables.of_store(session.store, session.catalogue))
        if protected is None:
            session.problem.emit(InputError(self.tr("Er zijn nog geen huishoudens. Er valt niets samen te vatten.")))
            return
        self._write(
            self.tr("Samenvatting maken"),
            "samenvatting.xlsx",
            self.tr("Werkboek (*.xlsx)"),
            lambda path: summary.write(protected, path, date.today()),
        )

    def _dossier(self) -> Dossier:
        session, view = self._window.session, self._window.view
        assert session is not None
        assert view is not None
        assert view.household is not None
        return session.dossier(view.household)

    def _write(self, title: str, name: str, kinds: str, work: Callable[[Path], object]) -> None:
        session = self._window.session
        if session is None:
            return
        session.flush()
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / name), kinds)
        if chosen:
            with self._saying():
                work(Path(chosen))
                self._log("uitvoeren")
                self._say(self.tr("Gemaakt: %s") % chosen)

    def _log(self, action: str) -> None:
        session, view = self._window.session, self._window.view
        if session is not None and view is not None:
            number = view.number()
            session.store.note(action, f"huishouden {number}" if number else "werkmap")

    def _say(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 15_000)

    @contextmanager
    def _saying(self) -> Iterator[None]:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        except UserError as error:
            if self._window.session is not None:
                self._window.session.problem.emit(error)
        finally:
            QApplication.restoreOverrideCursor()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NoAccess("Dit bestand kan niet worden gelezen. Er is niets veranderd. Kies een ander bestand.") from error
