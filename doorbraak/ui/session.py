"""The one bridge between widgets and the workspace: every edit goes through `Session.run`."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import assumptions, dossier, held_lists
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.held_lists import Held
from doorbraak.model.errors import UserError
from doorbraak.model.insight import plain_names
from doorbraak.model.insight.figures import Figures, figures_of
from doorbraak.model.insight.price_level import PriceLevel, level_of
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.workspace.log import Action
from doorbraak.model.workspace.store import Changes, Store
from doorbraak.ui.focus import lasting
from doorbraak.ui.selection import Selection
from doorbraak.ui.watched_names import WatchedNames

# What the sums are made of: an edit of anything else leaves them as they are, and making them takes longest.
_SUMMED = frozenset(
    {"household", "intervention", "threatening_event", "cost_line", "payment", "confirmation", "assumptions"}
)


class Session(QObject):
    """An open workspace while a window shows it. Runs verbs, tells what changed, keeps one reading at hand."""

    changed = Signal(object)
    saved = Signal(str)
    problem = Signal(object)
    mended = Signal()  # what was refused was let go
    flushing = Signal()
    copied = Signal()  # there is something to tell about the copies: one more, one that failed, or a minute went by
    chart_wanted = Signal(object, str)  # what gives the chart in sight, and the kind of file that it should become
    paper_wanted = Signal(str, object, str)  # a paper, the doorbraak that it is about or None, "print" or "save"
    sheet_wanted = Signal(str)  # for whom a talk sheet should be made: the id of a payer
    missing_wanted = Signal(int, object)  # a doorbraak, or 0, and what is lacking: where that is filled in
    wanted = Signal(str)  # a table or a title: the page with these records or this title should come in sight

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.coordinates = store.kind == "coordinator"  # it is not one with households
        held = Held(catalogue.load()) if self.coordinates else held_lists.lists_of(store)
        self._lists, self.lists_fault = held.catalogue, held.fault
        self.catalogue: Catalogue = self._lists
        self.at_table = False
        self.saved_at = ""
        self._dossiers: dict[int, Dossier] = {}
        self._changed: set[str] = set()
        self._savings: dict[tuple[int, int], Saving] = {}
        self._figures: tuple[Dossier, Figures] | None = None
        self.selection = Selection(self)
        self.watched = WatchedNames(self)
        self._unkept = False
        store.listeners.append(self._tell)

    def run(
        self,
        label: str,
        verb: Callable[..., Any],
        *args: Any,
        household: int | None = None,
        merge: str | None = None,
        by: object | None = None,
        action: Action = "wijzigen",
        undoable: bool = True,
        **values: Any,
    ) -> Any:
        """One verb, one step. Raises UserError for the caller to show where it can be mended.

        `label` is a fixed text: it names the undo step and never holds what was typed.
        `by` is the widget that asks, for listeners that need not read their own edit again.
        """
        with self.store.change(label, household=household, merge=merge, source=by, action=action, undoable=undoable):
            return verb(self.store, *args, **values)

    def attempt(self, label: str, verb: Callable[..., Any], *args: Any, **values: Any) -> bool:
        """`run`, with a `UserError` shown in the window's notice; for buttons and menus."""
        try:
            self.run(label, verb, *args, **values)
        except UserError as error:
            self.problem.emit(error)
            return False
        return True

    def undo(self) -> None:
        self._back(self.store.undo)

    def redo(self) -> None:
        self._back(self.store.redo)

    def _back(self, step: Callable[[], Changes | None]) -> None:
        self.flush()
        try:
            step()
        except UserError as error:
            self.problem.emit(error)

    def flush(self) -> bool:
        """Commit what is still in an editor: before a page change, an export, a lock and closing.

        Whether all that was typed is in the file now, as a record or as a draft.
        """
        self._unkept = False
        focused = QApplication.focusWidget()
        stays = lasting(focused)
        if focused is not None:
            focused.clearFocus()
        self.flushing.emit()
        if stays is not None and isValid(stays) and stays.isVisible():
            stays.setFocus()
        return not self._unkept

    def keep_draft(self, place: str, content: str) -> None:
        """What can't be a record yet. A full disk is said, and makes `flush` answer no."""
        try:
            self.store.drafts.keep(place, content)
        except UserError as error:
            self._unkept = True
            self.problem.emit(error)

    def drop_draft(self, place: str) -> None:
        try:
            self.store.drafts.drop(place)
        except UserError as error:
            self.problem.emit(error)

    def dossier(self, household: int) -> Dossier:
        """The household as it is in the file, read once between two changes. Raises NotFound."""
        known = self._dossiers.get(household)
        if known is None:
            self._dossiers[household] = dossier.read(self.store, household)
        elif self._changed:
            self._dossiers, self._figures = {}, None  # when it is gone, nothing of it stays in memory
            self._dossiers = {household: dossier.read_again(self.store, known, self._changed)}
            self._changed = set()
        return self._dossiers[household]

    def speak_plainly(self, on: bool) -> None:
        """At the kitchen table problems and agencies have plain names; pages that were made before keep theirs."""
        self.at_table = on
        self.catalogue = plain_names.at_table(self._lists) if on else self._lists

    def end(self) -> None:
        """Another session will show the same workspace: this one hears of no change any more."""
        self.store.listeners.remove(self._tell)

    def saving(self, household: int, months: int = 12) -> Saving:
        """The sums over 12, 24, ... months, made once between two changes of what they follow from."""
        if (household, months) not in self._savings:
            found = saving_of(self.dossier(household), self.catalogue, months, level=self.level)
            self._savings[household, months] = found
        return self._savings[household, months]

    @property
    def level(self) -> PriceLevel:
        """In whose prices all sums are."""
        return level_of(self.catalogue, self.assumptions.price_year)

    @property
    def assumptions(self) -> Assumptions:
        """What the sums of the whole workspace rest on."""
        return assumptions.read(self.store)

    def figures(self, household: int) -> Figures:
        """The numbers at a glance, made once between two changes."""
        dossier = self.dossier(household)
        if self._figures is None or self._figures[0] is not dossier:
            self._figures = dossier, figures_of(dossier, self.saving(household))
        return self._figures[1]

    def _tell(self, changes: Changes) -> None:
        self._changed |= changes.tables
        if not changes.tables or changes.tables & _SUMMED:
            self._savings.clear()
        if "assumptions" in changes.tables:
            self._figures = None
        self.saved_at = datetime.now().strftime("%H:%M")
        self.changed.emit(changes)
        self.saved.emit(self.saved_at)
