"""The rooms of a closed workspace: first start, a new one with its code, unlocking, lost keys, putting a copy back."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from doorbraak import paths
from doorbraak.model.errors import FileDamaged, SlotsMissing, UserError, WorkspaceMissing
from doorbraak.model.workspace import DATABASE
from doorbraak.ui.lost_workspace import gone_words, has_copies, lost_words, recovered_words
from doorbraak.ui.reading_ahead import ReadingAhead
from doorbraak.ui.start import FirstStart, LostSlots, NewWorkspace, RecoveryCode, Unlock

if TYPE_CHECKING:  # what an open workspace needs is loaded after the first window is painted
    from doorbraak.model.workspace.restore import Restorable
    from doorbraak.model.workspace.store import Store
    from doorbraak.ui.examples import Examples
    from doorbraak.ui.workspace_view import Place

_FOLDER = "folder"  # in the settings: the workspace that was open last


class ClosedRooms(QObject):
    """Which room is in sight while nothing is open, and what it leads to. Knows no window and no open workspace.

    `show` brings a room in sight under a title; `enter` goes in with an open store, the place in it where one was
    before a lock, and what there is to say about it: calm when it asks for nothing. Whoever asks for a room has left
    what was open.
    """

    other_wanted = Signal()  # another folder: it has to be asked for
    publication_wanted = Signal()  # a file with figures, for which no workspace is needed
    made = Signal(object)  # the folder of a new workspace, of which its room said what may be the matter with it
    care_wanted = Signal()  # who came in has no passphrase that works, or a recovery code that nobody saw

    def __init__(
        self,
        folder: Path | None,
        settings: QSettings,
        show: Callable[[QWidget, str], None],
        enter: "Callable[[Store, Place | None, str, bool], None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._show, self._enter = settings, show, enter
        self.folder = folder or Path(str(settings.value(_FOLDER, "") or paths.data_folder()))
        self.left_at: Place | None = None  # before a lock
        self.ahead = ReadingAhead(self)
        self._unseen: Store | None = None  # a new workspace whose recovery code is in sight
        self._examples: Examples | None = None

    # -- asked for by the window ----------------------------------------------------------------------

    def begin(self) -> None:
        """The room that fits what is in the folder."""
        self._throw_examples()
        if (self.folder / DATABASE).exists():
            self._ask_passphrase()
        elif has_copies(self.folder):
            self.ask_copy(why=UserError(lost_words(self.folder)))
        else:
            self._ask_first()

    def ask_new(self) -> None:
        self._throw_examples()
        room = NewWorkspace(self.folder)
        room.made.connect(lambda folder, secret: self._make(room, folder, secret))
        room.back.connect(self.begin)
        self.bring(room, self.tr("Nieuwe werkmap"))
        room.passphrase.setFocus()

    def ask_of(self, folder: Path) -> None:
        """The passphrase of another folder."""
        self._throw_examples()
        self.folder, self.left_at = folder, None
        self._ask_passphrase()

    def ask_again(self, left_at: "Place", problem: UserError | None = None) -> None:
        """The passphrase after a lock; who gives it comes back where one was. `problem`: what went wrong at closing."""
        self.left_at = left_at
        room = self._ask_passphrase(locked=True)
        if problem is not None:
            from doorbraak.model.workspace import watched_file

            room.notice.show_error(UserError(watched_file.said_once_closed(problem.sentence)))

    def ask_copy(self, copy: "Restorable | None" = None, why: UserError | None = None) -> None:
        """The room where a copy is put back: one that was chosen, or one of all when the file is damaged."""
        from doorbraak.ui.damaged_room import RestoreRoom

        room = RestoreRoom(self.folder, copy, why)
        room.other.connect(self.other_wanted)
        room.back.connect(self.begin)
        room.restored.connect(self._open_restored)
        self.bring(room, self.tr("Kopie terugzetten"))
        room.take_focus()

    def open_with(self, secret: str) -> None:
        """Without asking. Raises UserError."""
        self._go_in(opening().unlock(self.folder, secret))

    @property
    def looking_around(self) -> bool:
        """Whether what is open, or locked, are the examples."""
        return self._examples is not None and self._examples.folder is not None

    def look_around(self) -> None:
        """In examples that are thrown away afterwards."""
        from doorbraak.ui.examples import Examples  # late: a start needs none of it

        self._examples = self._examples or Examples(self)
        self._examples.begin()

    def close(self) -> None:
        """With the window."""
        self.let_go()
        self._throw_examples()

    def let_go(self) -> None:
        """The room in sight goes away, for another one or with the window; a workspace that waits in it is closed."""
        self.ahead.forget()  # what was meant for that room
        unseen, self._unseen = self._unseen, None
        if unseen is not None:
            unseen.close()

    # -- what leads where -----------------------------------------------------------------------------

    def bring(self, room: QWidget, title: str = "") -> None:
        """In sight, instead of the one that was."""
        self.let_go()
        self._show(room, title)

    def _ask_first(self) -> None:
        room = FirstStart()
        room.create.connect(self.ask_new)
        room.open.connect(self.other_wanted)
        room.publication.connect(self.publication_wanted)
        room.examples.connect(self.look_around)
        if self._settings.value(_FOLDER, "") == str(self.folder):  # it was opened here before
            room.notice.say(lost_words(self.folder))
        self.bring(room)

    def _ask_passphrase(self, *, locked: bool = False) -> Unlock:
        room = Unlock(self.folder, locked)
        room.given.connect(lambda secret: self._open(room, secret))
        room.other.connect(self.other_wanted)
        room.publication.connect(self.publication_wanted)
        room.lost.connect(lambda: self._ask_lost_slots(room.passphrase.text()))
        self.bring(room, self.tr("Vergrendeld") if locked else "")
        if self.looking_around:
            from doorbraak.model.dossier import published_cases

            room.notice.say(self.tr("Dit zijn voorbeelden. De wachtzin is: %s") % published_cases.PASSPHRASE, calm=True)
        self.ahead.plan(lambda: self._say_in_use(room), lambda: self.ahead.add(opening().pieces()))
        room.passphrase.setFocus()
        return room

    def _say_in_use(self, room: Unlock) -> None:
        if opening().slots_lost(self.folder):
            self._ask_lost_slots()
            return
        taken = opening().in_use(self.folder)
        if taken is not None:
            room.notice.show_error(taken)

    def _ask_lost_slots(self, typed: str = "") -> None:
        """`typed`: what opens the slots of a copy, and not those of now."""
        room = LostSlots(self.folder, opening().slots_kept_at(self.folder), typed)
        room.given.connect(lambda secret, elsewhere: self._recover(room, secret, elsewhere))
        room.other.connect(self.other_wanted)
        self.bring(room)
        room.passphrase.setFocus()

    def _make(self, room: NewWorkspace, folder: Path, secret: str) -> None:
        try:
            store, code = opening().create(folder, secret, coordinates=room.coordinates)
        except UserError as error:
            room.refuse(error)
            return
        self.folder, self.left_at = folder, None
        self.made.emit(folder)
        shown = RecoveryCode(code)
        shown.done.connect(lambda: self._go_in(store))
        self.bring(shown, self.tr("Herstelcode"))
        self._unseen = store

    def _open(self, room: Unlock, secret: str) -> None:
        try:
            store = opening().unlock(self.folder, secret)
        except SlotsMissing:
            self._ask_lost_slots()
        except WorkspaceMissing as error:
            self._say_gone(room, error)
        except FileDamaged as error:
            self.ask_copy(why=error)
        except UserError as error:
            room.refuse(error)
        else:
            self._go_in_typed(store)

    def _say_gone(self, room: Unlock, error: UserError) -> None:
        """What was there at the last opening and is not now is nothing to make anew."""
        if has_copies(self.folder):
            self.ask_copy(why=UserError(lost_words(self.folder)))
        elif self.left_at is not None or self._settings.value(_FOLDER, "") == str(self.folder):
            room.refuse(UserError(gone_words(self.folder)))
        else:
            room.refuse(error)

    def _recover(self, room: LostSlots, secret: str, elsewhere: Path | None) -> None:
        try:
            store, at = opening().recovered(self.folder, secret, elsewhere)
        except UserError as error:
            room.refuse(error)
        else:
            self._go_in_typed(store, recovered_words(at, store.kind))

    def _open_restored(self, said: str, secret: str, calm: bool) -> None:
        self.left_at = None  # the copy may know nothing of it
        try:
            store = opening().unlock(self.folder, secret)
        except UserError:  # the passphrase of before that copy: the one of now is asked
            self._ask_passphrase().notice.say(said, calm=calm)
        else:
            self._go_in_typed(store, said, calm)

    def _go_in_typed(self, store: "Store", said: str = "", calm: bool = True) -> None:
        """What was typed may have been the recovery code: then a new passphrase is asked at once."""
        self._go_in(store, said, calm)
        if opening().secrets_need_care(store):
            self.care_wanted.emit()

    def _go_in(self, store: "Store", said: str = "", calm: bool = True) -> None:
        self._unseen = None  # it is seen now, and this is it
        self.ahead.forget()
        if not self.looking_around:
            self._settings.setValue(_FOLDER, str(self.folder))
        left_at, self.left_at = self.left_at, None
        self._enter(store, left_at, said, calm)

    def go_in_examples(self, store: "Store") -> None:
        """The examples are ready."""
        self.left_at = None
        self._go_in(store)

    def _throw_examples(self) -> None:
        if self._examples is not None:
            self._examples.throw_away()


def opening() -> ModuleType:
    """What opens a workspace, loaded late: it is half of a start."""
    from doorbraak.ui import opening

    return opening
