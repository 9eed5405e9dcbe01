"""The window: the rooms of a closed workspace, or the one that is open, and the way from one to the other."""

import gc
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui.appearance import Appearance, kept
from doorbraak.ui.at_table import AtTable
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.backups_keeper import BackupKeeper
from doorbraak.ui.closed_rooms import ClosedRooms, opening
from doorbraak.ui.information import Information
from doorbraak.ui.lock_key import lock_key
from doorbraak.ui.lock_warning import LockWarning
from doorbraak.ui.menus import Menus
from doorbraak.ui.neutral import Neutral
from doorbraak.ui.own_keys import OwnKeys
from doorbraak.ui.publication.over import Publications
from doorbraak.ui.status_line import StatusLine
from doorbraak.ui.surroundings import Surroundings
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:  # what an open workspace needs is loaded after the first window is painted
    from doorbraak.model.workspace.log import Action
    from doorbraak.model.workspace.restore import Restorable
    from doorbraak.model.workspace.store import Store
    from doorbraak.ui.household_actions import HouseholdActions
    from doorbraak.ui.on_paper import OnPaper
    from doorbraak.ui.open_workspace import OpenWorkspace
    from doorbraak.ui.outgoing import Outgoing
    from doorbraak.ui.session import Session
    from doorbraak.ui.workspace_view import Place, WorkspaceView


class MainWindow(QMainWindow):
    """One workspace at a time: `workspace` is None, and with it `session` and `view`, while nothing is unlocked."""

    unlocked = Signal()
    painted = Signal()  # for the first time

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.workspace: OpenWorkspace | None = None
        self._settings, self._painted = kept(), False
        self._rooms = QStackedWidget()
        self.setCentralWidget(self._rooms)
        self.status, self.keeper = StatusLine(self), BackupKeeper(self)
        self.keeper.told.connect(lambda: self.status.show_copy(self.keeper, self.keeper.now()))
        self.appearance = Appearance(self, self._settings)
        self.information = Information(self)
        self._surroundings = Surroundings(self, self._settings)
        self._lock, self._lock_warning = AutoLock(QApplication.instance(), self), LockWarning(self)
        self.at_table, self.neutral = AtTable(self, self._lock), Neutral(self)
        self._lock.hears += [self.neutral.hears, lock_key(self)]
        self.publications = Publications(self, self._rooms)
        self.menus = Menus(self)
        self._own_keys = OwnKeys(self)
        self._lock.wanted.append(self._own_keys.wants)
        self._lock.due.connect(self.lock)
        self._lock.soon.connect(self._lock_warning.show)
        for over in (self._lock.postponed, self._lock.due):
            over.connect(self._lock_warning.hide)
        self.closed = ClosedRooms(folder, self._settings, self._show_room, self._enter, self)
        self.closed.other_wanted.connect(self.ask_open)
        self.closed.publication_wanted.connect(self.publications.ask)
        self.closed.made.connect(self._surroundings.was_said)
        self.closed.care_wanted.connect(lambda: QTimer.singleShot(0, self, self._care_for_secrets))
        for part in (self.appearance, self.neutral, self.publications):
            self.painted.connect(part.begin)
        self.closed.begin()

    @property
    def folder(self) -> Path:
        """Of the workspace that is open, or that would be opened."""
        return self.closed.folder

    @property
    def session(self) -> "Session | None":
        return self.workspace.session if self.workspace is not None else None

    @property
    def view(self) -> "WorkspaceView | None":
        return self.workspace.view if self.workspace is not None else None

    @cached_property
    def outgoing(self) -> "Outgoing":
        from doorbraak.ui.outgoing import Outgoing

        return Outgoing(self)

    @cached_property
    def on_paper(self) -> "OnPaper":
        from doorbraak.ui.on_paper import OnPaper

        return OnPaper(self)

    @cached_property
    def household(self) -> "HouseholdActions":
        from doorbraak.ui.household_actions import HouseholdActions

        return HouseholdActions(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window first; after that what opening will need, while somebody types a passphrase."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        self.closed.ahead.begin()

    def _show_room(self, room: QWidget, title: str = "") -> None:
        self.publications.away()
        old = self._rooms.currentWidget()
        self._rooms.addWidget(room)
        self._rooms.setCurrentWidget(room)
        if old is not None:
            self._rooms.removeWidget(old)
            old.deleteLater()
        self.neutral.name(f"{title} – Doorbraak" if title else "Doorbraak")
        self.neutral.show_again()  # what it covered is gone
        self.menus.refresh()

    # -- from a closed room to an open workspace ------------------------------------------------------

    def ask_new(self) -> None:
        self._leave()
        self.closed.ask_new()

    def look_around(self) -> None:
        """In examples, instead of what is open."""
        self._leave()
        self.closed.look_around()

    def stop_looking_around(self) -> None:
        """The examples are thrown away; one's own workspace is asked for."""
        self._leave()
        self.closed.begin()

    def ask_open(self) -> None:
        chosen = ask.folder(self, self.tr("Map van de werkmap"), self.folder)
        if chosen is not None:
            self._leave()
            self.closed.ask_of(chosen)

    def show_restore(self, copy: "Restorable") -> None:
        """The room where the copy that was chosen is put back."""
        self._leave()
        self.closed.ask_copy(copy)

    def open_with(self, secret: str) -> None:
        """Open the window's folder without asking, for a demonstration. Raises UserError."""
        self.closed.open_with(secret)

    def _enter(self, store: "Store", left_at: "Place | None" = None, said: str = "", calm: bool = True) -> None:
        self.status.enter(self.closed.looking_around)
        self.workspace = opening().shown(self, self._lock, store)
        self._show_room(self.workspace.view)
        self.workspace.begin(left_at, said, calm)
        from doorbraak.ui.news import say_once  # late: a start needs none of it

        say_once(self, self._settings)
        self.unlocked.emit()

    def _care_for_secrets(self) -> None:
        from doorbraak.ui.passphrase_dialogs import after_opening

        after_opening(self)

    def show_anew(self) -> None:
        """The open workspace as after unlocking, at the same place: lists that were taken hold everywhere at once."""
        if self.workspace is not None:
            self._enter(*self.workspace.hand_over())

    # -- and back -------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Editors kept, dialogs closed, copy made, file closed, undo forgotten; no questions."""
        if self.workspace is not None:
            self.publications.away()
            left_at, problem = self.workspace.view.place(), None
            try:
                problem = self._leave("vergrendelen")
            finally:
                self.closed.ask_again(left_at, problem)
                QTimer.singleShot(1000, self, lambda: gc.collect())  # what was read, when the pages are gone

    def _leave(self, action: "Action" = "sluiten") -> UserError | None:
        """Why no copy was made. The status line says it too, but for a lock: the room that asks the passphrase does."""
        leaving, problem = self.workspace, None
        if leaving is None:
            return None
        try:
            leaving.finish()
        finally:
            self.workspace = None  # with all records that it holds
            problem = leaving.close(action)
        self.status.leave(problem.sentence if problem and action != "vergrendelen" else "")
        return problem

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session is not None and not self.session.flush() and not self._close_all_the_same():
            event.ignore()
            return
        self._leave()
        self.closed.close()
        self._lock.stop()
        self.neutral.stop()
        self.appearance.keep()
        super().closeEvent(event)

    def _close_all_the_same(self) -> bool:
        question = self.tr("Wat je het laatst typte, kan niet worden bewaard.\nToch afsluiten?")
        return ask.sure(self, self.tr("Niet alles is bewaard"), question, self.tr("Toch &afsluiten"))

    # -- what the menus do ----------------------------------------------------------------------------

    def undo(self) -> None:
        if self.session:
            self.session.undo()

    def redo(self) -> None:
        if self.session:
            self.session.redo()

    def show_page(self, at: int) -> None:
        if self.view:
            self.view.show_page(at)

    def find(self) -> None:
        if self.view:
            self.view.search()

    def back_up(self) -> bool:
        """A copy now; whether it was made and found whole."""
        if self.session is None or self.view is None:
            return False
        self.session.flush()
        problem = self.keeper.make()
        if problem is not None:
            self.view.notice.show_error(problem)
            return False
        self.status.say(self.tr("De kopie is gemaakt en nagekeken."))
        return True
