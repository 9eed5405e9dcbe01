"""The window: what is in it while a workspace is closed, open or locked, and what its menus do."""

import gc
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from doorbraak import paths
from doorbraak.model.errors import FileDamaged, SlotsMissing, UserError
from doorbraak.model.workspace import DATABASE
from doorbraak.ui.appearance import Appearance
from doorbraak.ui.at_table import AtTable
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.backups_keeper import BackupKeeper
from doorbraak.ui.clearing import close_all_above, forget_copied
from doorbraak.ui.information import Information
from doorbraak.ui.lock_key import lock_key
from doorbraak.ui.lost_workspace import has_copies, lost_words
from doorbraak.ui.menus import Menus
from doorbraak.ui.neutral import Neutral
from doorbraak.ui.own_keys import OwnKeys
from doorbraak.ui.start import FirstStart, LostSlots, NewWorkspace, RecoveryCode, Unlock
from doorbraak.ui.status_line import StatusLine
from doorbraak.ui.surroundings import Surroundings
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:  # what an open workspace needs is loaded after the first window is painted
    from doorbraak.model.workspace.log import Action
    from doorbraak.model.workspace.restore import Restorable
    from doorbraak.model.workspace.store import Store
    from doorbraak.ui.household_actions import HouseholdActions
    from doorbraak.ui.on_paper import OnPaper
    from doorbraak.ui.outgoing import Outgoing
    from doorbraak.ui.session import Session
    from doorbraak.ui.workspace_view import Place, WorkspaceView


class MainWindow(QMainWindow):
    """One workspace at a time. `session` and `view` are None while nothing is unlocked."""

    unlocked = Signal()

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.session: Session | None = None
        self.view: WorkspaceView | None = None
        self._settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Doorbraak", "Doorbraak")
        self._folder = folder or Path(str(self._settings.value("folder", "") or paths.data_folder()))
        self._waiting: Store | None = None
        self._left_at: Place | None = None  # before a lock
        self._ahead: list[Callable[[], object]] = []
        self._rooms = QStackedWidget()
        self.setCentralWidget(self._rooms)
        self.status, self.keeper = StatusLine(self), BackupKeeper(self)
        self.keeper.told.connect(lambda: self.status.show_copy(self.keeper, self.keeper.now()))
        self.appearance = Appearance(self, self._settings)
        self.information = Information(self)
        self._surroundings = Surroundings(self, self._settings)
        self._lock = AutoLock(QApplication.instance(), self)
        self.at_table, self.neutral = AtTable(self, self._lock), Neutral(self)
        self._lock.hears += [self.neutral.hears, lock_key(self)]
        self.menus = Menus(self)
        self._own_keys = OwnKeys(self)
        self._lock.wanted.append(self._own_keys.wants)
        self._lock.due.connect(self.lock)
        self._lock.soon.connect(self._warn_lock)
        self._lock.postponed.connect(self.statusBar().clearMessage)
        self._closed_room()

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

    # -- reading ahead --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window first; after that what opening will need, while somebody types a passphrase."""
        super().paintEvent(event)
        if self._ahead:
            QTimer.singleShot(0, self, self._read_ahead)

    def _read_ahead(self) -> None:
        if self._ahead:
            self._ahead.pop(0)()
            QTimer.singleShot(0, self, self._read_ahead)

    # -- which room is shown --------------------------------------------------------------------------

    def _show_room(self, room: QWidget, title: str = "") -> None:
        self._ahead = []  # what was meant for the room before
        old = self._rooms.currentWidget()
        self._rooms.addWidget(room)
        self._rooms.setCurrentWidget(room)
        if old is not None:
            self._rooms.removeWidget(old)
            old.deleteLater()
        self.neutral.name(f"{title} – Doorbraak" if title else "Doorbraak")
        self.neutral.show_again()  # what it covered is gone
        self.menus.refresh()

    def _closed_room(self) -> None:
        if (self._folder / DATABASE).exists():
            self._ask_passphrase(locked=False)
        elif has_copies(self._folder):
            self.show_restore(why=UserError(lost_words(self._folder)))
        else:
            self._first_start()

    def _first_start(self) -> None:
        room = FirstStart()
        room.create.connect(self.ask_new)
        room.open.connect(self.ask_open)
        if self._settings.value("folder", "") == str(self._folder):  # it was opened here before
            room.notice.say(lost_words(self._folder))
        self._show_room(room)

    def _ask_passphrase(self, *, locked: bool) -> None:
        room = Unlock(self._folder, locked)
        room.given.connect(lambda secret: self._open(room, secret))
        room.other.connect(self.ask_open)
        self._show_room(room, self.tr("Vergrendeld") if locked else "")
        self._ahead = [lambda: self._say_in_use(room), lambda: self._ahead.extend(opening().pieces())]
        room.passphrase.setFocus()

    def _say_in_use(self, room: Unlock) -> None:
        if opening().slots_lost(self._folder):
            self._ask_lost_slots()
            return
        taken = opening().in_use(self._folder)
        if taken is not None:
            room.notice.show_error(taken)

    def ask_new(self) -> None:
        self._leave()
        room = NewWorkspace(self._folder)
        room.made.connect(lambda folder, secret: self._make(room, folder, secret))
        room.back.connect(self._closed_room)
        self._show_room(room, self.tr("Nieuwe werkmap"))
        room.passphrase.setFocus()

    def ask_open(self) -> None:
        chosen = ask.folder(self, self.tr("Map van de werkmap"), self._folder)
        if chosen is not None:
            self._leave()
            self._folder, self._left_at = chosen, None
            self._ask_passphrase(locked=False)

    def _make(self, room: NewWorkspace, folder: Path, secret: str) -> None:
        try:
            store, code = opening().create(folder, secret)
        except UserError as error:
            room.refuse(error)
            return
        self._folder, self._left_at = folder, None
        self._surroundings.was_said(folder)
        shown = RecoveryCode(code)
        self._show_room(shown, self.tr("Herstelcode"))
        shown.done.connect(lambda: self._enter(store))
        self._waiting = store

    def _open(self, room: Unlock, secret: str) -> None:
        try:
            store = opening().unlock(self._folder, secret)
        except SlotsMissing:
            self._ask_lost_slots()
            return
        except FileDamaged as error:
            self.show_restore(why=error)
            return
        except UserError as error:
            room.refuse(error)
            return
        self._enter_typed(store)

    def _ask_lost_slots(self) -> None:
        room = LostSlots(self._folder, opening().slots_kept_at(self._folder))
        room.given.connect(lambda secret, elsewhere: self._recover(room, secret, elsewhere))
        room.other.connect(self.ask_open)
        self._show_room(room)
        room.passphrase.setFocus()

    def _recover(self, room: LostSlots, secret: str, elsewhere: Path | None) -> None:
        try:
            store = opening().recovered(self._folder, secret, elsewhere)
        except UserError as error:
            room.refuse(error)
            return
        self._enter_typed(store)

    def _enter_typed(self, store: "Store") -> None:
        """What was typed may have been the recovery code: then a new passphrase is asked at once."""
        self._enter(store)
        if opening().secrets_need_care(store):
            from doorbraak.ui.passphrase_dialogs import after_opening

            QTimer.singleShot(0, self, lambda: after_opening(self))

    def open_with(self, secret: str) -> None:
        """Open the window's folder without asking, for a demonstration. Raises UserError."""
        self._enter(opening().unlock(self._folder, secret))

    def show_restore(self, copy: "Restorable | None" = None, why: UserError | None = None) -> None:
        """The room where a copy is put back: one that was chosen, or one of all when the file is damaged."""
        from doorbraak.ui.damaged_room import RestoreRoom

        if copy is not None:
            self._leave()
        room = RestoreRoom(self._folder, copy, why)
        room.other.connect(self.ask_open)
        room.back.connect(self._closed_room)
        room.restored.connect(self._open_restored)
        self._show_room(room, self.tr("Kopie terugzetten"))
        room.take_focus()

    def _open_restored(self, said: str, secret: str) -> None:
        try:
            self._left_at = None
            self.open_with(secret)
        except UserError:  # the passphrase of before that copy: the one of now is asked
            self._ask_passphrase(locked=False)
        shown = self.view or self._rooms.currentWidget()
        shown.notice.say(" ".join(part for part in (said, shown.notice.text()) if part))

    def _enter(self, store: "Store") -> None:
        self._waiting = None
        self._settings.setValue("folder", str(self._folder))
        self.session, self.view = opening().shown(store, self)
        self.session.saved.connect(self.status.show_saved)
        self.session.changed.connect(lambda _: self.menus.refresh())
        self.session.chart_wanted.connect(lambda made, kind: self.on_paper.save_chart(made, kind))
        self.session.sheet_wanted.connect(lambda party: self.on_paper.talk_sheet(party))
        self.session.paper_wanted.connect(lambda id_, about, way: self.on_paper.paper(id_, about, way))
        self.view.household_changed.connect(self._follow)
        self.view.household_changed.connect(self.at_table.follow)
        from doorbraak.ui.visit_clock import VisitClock  # late: a start needs none of it
        from doorbraak.ui.widgets import copying

        copying.watch()
        self._clock = VisitClock(self.session, self.view, self.at_table, self._lock)
        self.view.list.wanted.connect(lambda: self.household.open_new())
        self.view.top.name_wanted.connect(lambda: self.household.rename())
        self.view.list.case_wanted.connect(lambda: self.outgoing.take_case())
        from doorbraak.ui.widgets import copying

        copying.before[:] = [self._note_copy]
        self._show_room(self.view)
        self._follow()
        self.keeper.follow(self.session)
        self.view.list.search.setFocus()
        left_at, self._left_at = self._left_at, None
        if left_at is not None:
            self.view.back_to(*left_at)
        said = [self.session.lists_fault] if self.session.lists_fault else []
        if store.log_broken is not None:
            broken = self.tr("Het logboek klopt niet vanaf regel %d. Iemand heeft het veranderd, ")
            broken += self.tr("of een oude kopie teruggezet. Meld dit.")
            said.insert(0, broken % store.log_broken)
        if said:
            self.view.notice.say(" ".join(said))
        self._lock.start()
        self.neutral.listen(False)
        self.unlocked.emit()

    def _follow(self) -> None:
        """The title follows the household by number only: a task bar shows it to anybody."""
        if self.session is None or self.view is None:
            return
        number = self.view.number()
        store = self.session.store
        mark = self.tr("VOORBEELD") if store.example and self.tr("VOORBEELD") not in store.title else ""
        parts = [self.tr("Huishouden %d") % number if number else "", store.title, mark, "Doorbraak"]
        self.neutral.name(" – ".join(part for part in parts if part))
        self.menus.refresh()

    def _note_copy(self) -> bool:
        """The log says that something of this household went out, and never what. Whether it could be written."""
        if self.session is None or self.view is None:
            return False
        number = self.view.number()
        try:
            self.session.store.note("uitvoeren", f"huishouden {number}" if number else "werkmap")
        except UserError as error:
            self.session.problem.emit(error)
            return False
        return True

    def show_anew(self) -> None:
        """The open workspace as after unlocking, at the same place: lists that were taken hold everywhere at once."""
        session, view = self.session, self.view
        if session is None or view is None:
            return
        session.flush()
        self._left_at = view.place()
        self._lock.stop()
        self._clock.stop()
        view.forget()
        session.end()
        session.deleteLater()
        self._enter(session.store)

    # -- leaving --------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Editors kept, dialogs closed, copy made, file closed, undo forgotten; no questions."""
        if self.session is not None:
            self._left_at = self.view.place() if self.view is not None else None
            try:
                self._leave("vergrendelen")
            finally:
                self._ask_passphrase(locked=True)
                QTimer.singleShot(1000, self, lambda: gc.collect())  # what was read, when the pages are gone

    def _leave(self, action: "Action" = "sluiten") -> None:
        if self._waiting is not None:
            self._waiting.close()
            self._waiting = None
        if self.session is None:
            return
        session, problem = self.session, None
        self._lock.stop()
        self.neutral.listen(True)
        try:
            self.neutral.name("Doorbraak")  # and if it is on, it stays until another room is there
            self.at_table.leave(locking=True)
            close_all_above()
            session.flush()
            self._clock.stop()
            forget_copied()
        finally:  # whatever went wrong, the file is closed and nothing stays in sight
            self.keeper.stop()
            if self.view is not None:
                self.view.forget()
            self._let_no_button_click()
            self.session = self.view = self._clock = None  # the last holds the first two, and all records with them
            problem = session.store.close(action)
            session.deleteLater()
        self.status.leave(problem.sentence if problem else "")

    def _let_no_button_click(self) -> None:
        """A button that was pressed by its letter clicks a moment later: by then the file may be closed."""
        for room in (self.view, *self.findChildren(QDialog)):
            for button in room.findChildren(QAbstractButton) if room is not None else ():
                button.blockSignals(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session is not None and not self.session.flush() and not self._close_all_the_same():
            event.ignore()
            return
        self._leave()
        self._lock.stop()
        self.neutral.stop()
        self.appearance.keep()
        super().closeEvent(event)

    def _close_all_the_same(self) -> bool:
        question = self.tr("Wat je het laatst typte, kan niet worden bewaard.\nToch afsluiten?")
        return ask.sure(self, self.tr("Niet alles is bewaard"), question, self.tr("Toch &afsluiten"))

    def _warn_lock(self) -> None:
        self.statusBar().showMessage(
            self.tr("Over 20 seconden vergrendelt de werkmap. Druk op een toets om door te gaan.")
        )

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
            self.view.show_page(0)
            self.view.list.search.setFocus()
            self.view.list.search.selectAll()

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


def opening() -> ModuleType:
    """What opens a workspace, loaded late: it is half of a start."""
    from doorbraak.ui import opening

    return opening
