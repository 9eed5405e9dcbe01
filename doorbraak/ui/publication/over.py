"""A publication over whatever is in the window: a closed room or an open workspace, which is there again afterwards.

It needs no key: who has the file can read it, and it holds protected figures only. What it shows is loaded when the
first one is opened: a start needs none of it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore  # its constants load when one is named
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from doorbraak.model.errors import NotFound, UserError
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.model.exchange.publication_reading import Package
    from doorbraak.model.exchange.published import Publication
    from doorbraak.ui.main_window import MainWindow
    from doorbraak.ui.publication.room import PublicationRoom
    from doorbraak.ui.widgets.notice import Notice

SUFFIX = ".zip"


class Publications(QObject):
    """Which publication lies over the window's rooms, if any. `rooms`: of which the window shows one at a time."""

    def __init__(self, window: "MainWindow", rooms: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._rooms = window, rooms
        window.setAcceptDrops(True)
        self._room: PublicationRoom | None = None
        self._under: QWidget | None = None
        self._focus: QWidget | None = None
        self._title = ""
        self._opened: tuple[Package, ...] = ()

    @property
    def room(self) -> "PublicationRoom | None":
        return self._room

    def begin(self) -> None:
        """The window is painted. Nothing was dropped on it before, and what passes makes Qt's binding load classes."""
        self._window.installEventFilter(self)

    def ask(self) -> None:
        """A file, by a dialog."""
        chosen = self._chosen(self.tr("Publicatie openen"))
        if chosen is not None:
            self.open(chosen)

    def ask_beside(self) -> None:
        """Another one to compare with."""
        if self._room is None:
            return
        chosen = self._chosen(self.tr("Publicatie om mee te vergelijken"))
        if chosen is None or self._room is None:  # a lock may have taken it away
            return
        page = self._room.page
        try:
            other = _read(chosen)
            _check_other(page.publication, other.publication)
        except UserError as error:
            page.show_error(error)
        else:
            self._opened = (*self._opened, other)
            page.put_beside(other.publication)
            page.take_focus()

    def keep(self) -> None:
        """Report, workbook and charts, into a folder that is asked for."""
        from doorbraak.ui.publication.keeping import keep_all

        if self._room is None or self._room.page.publication is None:
            return
        page, made = self._room.page, self._room.page.publication
        session = self._window.session
        try:
            said = keep_all(
                page, made, page.previous, lambda: page.publication is made, session.store.folder if session else None,
                gemeente=self._gemeente(made), own=page.own_figures,
            )  # fmt: skip
        except UserError as error:
            page.show_error(error)
        else:
            if said:
                page.notice.say(said, calm=True)

    def print_report(self) -> None:
        """A preview first; printing from there."""
        from doorbraak.model.documents import publication_report
        from doorbraak.model.exchange import published_views
        from doorbraak.ui.paper import preview

        if self._room is None or self._room.page.publication is None:
            return
        page, made = self._room.page, self._room.page.publication
        QApplication.setOverrideCursor(QtCore.Qt.CursorShape.WaitCursor)
        try:
            report = publication_report.report_of(made, published_views.chapters(made, page.previous, page.own_figures))
        finally:
            QApplication.restoreOverrideCursor()
        preview.print_paper(page, report)

    def open(self, path: Path) -> None:
        """With the publication of the period before it beside it, when that lies in the same folder."""
        try:
            made = _read(path)
        except UserError as error:
            self._refuse(error)
            return
        if self._room is None:
            self._come()
        assert self._room is not None
        before, problem = _before(path, made.publication)
        self._opened = (made,)
        self._room.page.show_publication(made.publication, before)
        if problem is not None:
            self._room.page.show_error(problem)
        self._room.page.take_focus()

    def away(self) -> None:
        """What was under it is in sight again, with the focus where it was."""
        room, under, self._room, self._under = self._room, self._under, None, None
        self._opened = ()
        focus, self._focus = self._focus, None
        if room is None:
            return
        if under is not None:
            self._rooms.setCurrentWidget(under)
        self._rooms.removeWidget(room)
        room.page.forget()
        room.deleteLater()
        self._window.neutral.name(self._title)
        if focus is not None and focus.isVisible():
            focus.setFocus()

    def _come(self) -> None:
        from doorbraak.ui.publication.room import PublicationRoom

        if self._window.session is not None:
            self._window.session.flush()
        self._under, self._focus = self._rooms.currentWidget(), QApplication.focusWidget()
        if self._focus is not None:
            self._focus.destroyed.connect(self._forget_focus)
        self._title = self._window.windowTitle()
        self._room = PublicationRoom(self.away, self.ask, self.ask_beside, self.keep, self.print_report)
        self._rooms.addWidget(self._room)
        self._rooms.setCurrentWidget(self._room)
        self._window.neutral.name(self.tr("Publicatie – Doorbraak"))

    def _gemeente(self, made: "Publication") -> str:
        """That stood in the file it came from."""
        return next((one.gemeente for one in self._opened if one.publication is made), "")

    def _forget_focus(self) -> None:
        self._focus = None

    def _refuse(self, error: UserError) -> None:
        """Said where one is."""
        if self._room is not None:
            self._room.page.show_error(error)
        elif self._window.session is not None:
            self._window.session.problem.emit(error)
        else:
            notice: Notice | None = getattr(self._rooms.currentWidget(), "notice", None)
            if notice is not None:
                notice.show_error(error)

    def _chosen(self, title: str) -> Path | None:
        chosen = ask.files(self._window, title, self.tr("Publicatie (*.zip)"))
        return chosen[0] if chosen else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A publication that is dropped on the window opens. Other files are left to who waits for them."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            path = publication_in(event)
            if path is not None and not self._window.at_table.on:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open(path)
                return True
        return False


def publication_in(event: QDropEvent) -> Path | None:
    """The file that is dropped, when it may be a publication."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == SUFFIX else None


def _read(path: Path) -> "Package":
    from doorbraak.model.exchange import publication_reading

    QApplication.setOverrideCursor(QtCore.Qt.CursorShape.WaitCursor)
    try:
        return publication_reading.package(path)
    finally:
        QApplication.restoreOverrideCursor()


def _check_other(now: "Publication | None", other: "Publication") -> None:
    if now is not None and now.period == other.period:
        raise UserError("Dit is dezelfde periode. Er is niets veranderd. Kies een publicatie over een andere periode.")


def _before(path: Path, made: "Publication") -> "tuple[Publication | None, UserError | None]":
    """The one of the period before it, out of the same folder, or out of that period's own folder beside this one.

    That it is not there is no problem. That it is there and can't be read, is said.
    """
    from doorbraak.model.exchange import periods, publication_package

    before = periods.one_before(made.period)
    name = publication_package.file_name(before)
    own = path.parent.name.replace(made.period, before)
    for found in (path.with_name(name), path.parent.parent / own / name):
        try:
            other = _read(found).publication
        except NotFound:
            continue
        except UserError as error:
            return None, error
        if other.period == before:
            return other, None
    return None, None
