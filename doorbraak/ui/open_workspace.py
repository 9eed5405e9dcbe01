"""A workspace while it is open in the window: made when it is entered, ended once when it is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QDialog

from doorbraak.model import policy
from doorbraak.model.errors import UserError
from doorbraak.model.workspace.log import Action
from doorbraak.model.workspace.store import Store
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.clearing import close_all_above, forget_copied
from doorbraak.ui.session import Session
from doorbraak.ui.visit_clock import VisitClock
from doorbraak.ui.widgets import copying
from doorbraak.ui.workspace_view import Place, WorkspaceView

if TYPE_CHECKING:
    from doorbraak.ui.coordination_view import CoordinationView
    from doorbraak.ui.main_window import MainWindow


class OpenWorkspace(QObject):
    """Belongs to one window. Session, view and clock go with it.

    `begin` once the view is in sight. It ends by `finish` and then `close`, or by `hand_over` to be shown anew.
    """

    def __init__(self, window: "MainWindow", lock: AutoLock, store: Store) -> None:
        super().__init__(window)
        self._window, self._lock = window, lock
        self.session = Session(store, self)
        self.view = self._made()
        self._connect()
        self.clock = VisitClock(self.session, self.view, window.at_table, lock)

    def _made(self) -> "WorkspaceView | CoordinationView":
        """By what the workspace holds."""
        if self.session.coordinates:
            from doorbraak.ui.coordination_view import CoordinationView

            return CoordinationView(self.session)
        view = WorkspaceView(self.session)
        self._connect_households(view)
        return view

    def _connect(self) -> None:
        window, session, view = self._window, self.session, self.view
        session.saved.connect(window.status.show_saved)
        session.changed.connect(lambda _: window.menus.refresh())
        view.household_changed.connect(self._follow)
        view.household_changed.connect(window.at_table.follow)
        copying.watch()
        copying.before[:] = [self._note_copy]

    def _connect_households(self, view: WorkspaceView) -> None:
        """What pages ask for, they ask through the session: they don't know the window."""
        window, session = self._window, self.session
        session.chart_wanted.connect(lambda made, kind: window.on_paper.save_chart(made, kind))
        session.sheet_wanted.connect(lambda party: window.on_paper.talk_sheet(party))
        session.paper_wanted.connect(lambda id_, about, way: window.on_paper.paper(id_, about, way))
        view.list.wanted.connect(lambda: window.household.open_new())
        view.top.name_wanted.connect(lambda: window.household.rename())
        view.list.case_wanted.connect(lambda: window.outgoing.take_case())

    def begin(self, left_at: Place | None, said: str, calm: bool) -> None:
        """Where one was before a lock, or at the list. `said`: what there is to say before all else, calmly when it
        asks for nothing.
        """
        self._follow()
        self._window.keeper.follow(self.session)
        self.view.take_focus()
        if left_at is not None:
            self.view.back_to(*left_at)
        given = policy.in_force().fault
        faults = (self._log_fault(), *self._key_faults(), self.session.lists_fault, given)
        words = [part for part in (said, *faults) if part]
        if words:
            self.view.notice.say(" ".join(words), calm=calm and words == [said])
        self._lock.start()
        self._window.neutral.listen(False)

    def _log_fault(self) -> str:
        broken = self.session.store.log_broken
        if broken is None:
            return ""
        said = self.tr("Het logboek klopt niet vanaf regel %d. Iemand heeft het veranderd, ")
        said += self.tr("of een oude kopie teruggezet. Meld dit.")
        return said % broken

    def _key_faults(self) -> tuple[str, ...]:
        try:
            return self.session.store.keys.faults()
        except UserError:  # what can't be read now says so when it is needed
            return ()

    def _follow(self) -> None:
        """The title follows the household by number only: a task bar shows it to anybody."""
        number, store = self.view.number(), self.session.store
        mark = self.tr("VOORBEELD") if store.example and self.tr("VOORBEELD") not in store.title else ""
        parts = [self.tr("Huishouden %d") % number if number else "", store.title, mark, "Doorbraak"]
        self._window.neutral.name(" – ".join(part for part in parts if part))
        self._window.menus.refresh()

    def _note_copy(self) -> bool:
        """The log says that something of this household went out, and never what. Whether it could be written."""
        number = self.view.number()
        try:
            self.session.store.note("uitvoeren", f"huishouden {number}" if number else "werkmap")
        except UserError as error:
            self.session.problem.emit(error)
            return False
        return True

    # -- leaving --------------------------------------------------------------------------------------

    def hand_over(self) -> tuple[Store, Place]:
        """It stays open, for another of these: lists that were taken hold everywhere at once."""
        self.session.flush()
        left_at = self.view.place()
        self._lock.stop()
        self.clock.stop()
        self.view.forget()
        self.session.end()
        self.deleteLater()
        return self.session.store, left_at

    def finish(self) -> None:
        """What is half typed is kept, dialogs close, and nothing of it stays on the clipboard; no questions."""
        self._lock.stop()
        self._window.neutral.listen(True)
        self._window.neutral.name("Doorbraak")  # and if it is on, it stays until another room is there
        self._window.at_table.leave(locking=True)
        close_all_above()
        self.session.flush()
        self.clock.stop()
        forget_copied()

    def close(self, action: Action) -> UserError | None:
        """Whatever went wrong before, the file is closed and nothing stays in sight. Says why no copy was made."""
        self._window.keeper.stop()
        self.view.forget()
        self._let_no_button_click()
        copying.before.clear()  # it asks the store
        self.deleteLater()
        return self.session.store.close(action)

    def _let_no_button_click(self) -> None:
        """A button that was pressed by its letter clicks a moment later: by then the file may be closed."""
        for room in (self.view, *self._window.findChildren(QDialog)):
            for button in room.findChildren(QAbstractButton):
                button.blockSignals(True)
