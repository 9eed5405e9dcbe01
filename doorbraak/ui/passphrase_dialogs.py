"""Another passphrase: by choice, after opening with the recovery code, or because the old one leaked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from doorbraak.model.errors import InputError, UserError, WrongPassphrase
from doorbraak.model.workspace import kind, old_copies, passphrase
from doorbraak.model.workspace.passphrase import Renewed
from doorbraak.model.workspace.store import Store
from doorbraak.ui.new_phrase import PhraseDialog
from doorbraak.ui.recovery_dialogs import say_unseen, show_code
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow
    from doorbraak.ui.session import Session


_STAYS = 15_000  # milliseconds


def change(window: "MainWindow") -> None:
    """Asks the present one and the new one."""
    _change(window, after_code=False)


def after_opening(window: "MainWindow") -> None:
    """What has to be said about passphrase and code as soon as the workspace is open."""
    session = window.session
    if session is None:
        return
    if passphrase.code_is_unseen(session.store):
        say_unseen(window)
    if session.store.keys.opened_with == "recovery":
        after_recovery(window)


def after_recovery(window: "MainWindow") -> None:
    """Who needed the recovery code has no passphrase any more. Not choosing one now loses nothing."""
    if not _change(window, after_code=True) and window.view is not None:
        said = window.tr(
            "Je opende met de herstelcode. Kies later een nieuwe wachtzin: Bestand, Wachtzin en herstelcode. "
            "Tot dan geldt de oude wachtzin nog, en deze code."
        )
        window.view.notice.say(f"{window.view.notice.text()} {said}".strip())  # what was said before may be graver


def _change(window: "MainWindow", *, after_code: bool) -> bool:
    session = window.session
    if session is None:
        return False
    session.flush()
    dialog = ChangeDialog(session.store, window, after_code=after_code)
    changed = dialog.exec() == QDialog.DialogCode.Accepted and window.session is session
    dialog.deleteLater()
    if changed:
        window.status.say(window.tr("De nieuwe wachtzin geldt nu."), _STAYS)
    return changed


class ChangeDialog(PhraseDialog):
    """`after_code`: the recovery code opened the workspace, so that the old passphrase is not asked."""

    def __init__(self, store: Store, parent: QWidget, *, after_code: bool = False) -> None:
        super().__init__(QApplication.translate("ChangeDialog", "Wachtzin wijzigen"), store.title, parent)
        self._store, self._after_code = store, after_code
        if after_code:
            self.say(self.tr("Je opende met de herstelcode. Kies nu een nieuwe wachtzin."))
        else:
            self.ask_present()
        self.ask_new()
        self.say(
            self.tr(
                "Kopieën van hiervoor gaan nog open met de oude wachtzin. "
                "Weet iemand anders de oude? Kies dan liever Zin gelekt."
            )
        )
        self.finish(self.tr("&Wijzigen"))

    def save(self) -> None:
        new = self.chosen()
        present = None if self._after_code else self.present.text()
        with_wait(lambda: passphrase.change(self._store, present, new))


def leaked(window: "MainWindow") -> None:
    """Another key, phrase and code; then the offer to destroy what still opens with the old one."""
    session = window.session
    if session is None:
        return
    session.flush()
    dialog = LeakedDialog(session.store, window)
    dialog.exec()
    done = dialog.done_with
    dialog.deleteLater()
    if session.store.closed and window.session is session:
        window.lock()  # the file could not be opened again: ask for it as after a lock
        return
    if done is None or window.session is not session:
        return
    window.keeper.look_again(done.problem)
    said = window.tr("De nieuwe wachtzin geldt nu.")
    window.status.say(said, _STAYS)
    to_tell = _other_keys(session)
    if show_code(window, done.code):
        window.status.say(said, _STAYS)
        if to_tell:
            window.information.tell(window.tr("Zin gelekt?"), "\n\n".join(to_tell))
        offer_to_destroy(window, done.problem, said)


def _other_keys(session: "Session") -> tuple[str, ...]:
    """Who read the workspace has those too; there are none in a coordinator's."""
    if kind.of(session.store.file.db) != "households":
        return ()
    from doorbraak.model.handover import leaked_keys  # late: unlocking needs none of it

    said: tuple[str, ...] = ()
    try:
        said = session.run("Sleutels vernieuwen", leaked_keys.renew, undoable=False)
    except UserError as error:
        session.problem.emit(error)
    return said


class LeakedDialog(PhraseDialog):
    """`done_with` holds the new code once the key is renewed."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(QApplication.translate("LeakedDialog", "Zin gelekt?"), store.title, parent)
        self._store = store
        self.done_with: Renewed | None = None
        self.say(
            self.tr(
                "Heeft iemand anders de wachtzin of de herstelcode gezien? Dan krijgt de werkmap een nieuwe sleutel. "
                "Alle dossiers worden opnieuw versleuteld."
            )
        )
        self.say(
            self.tr(
                "Je krijgt een nieuwe herstelcode. Daarna kun je oude kopieën vernietigen. "
                "Wat je hiervoor deed, kun je niet meer ongedaan maken."
            )
        )
        self.ask_present()
        self.ask_new()
        self.finish(self.tr("Sleutel &vernieuwen"))

    def save(self) -> None:
        new = self.chosen()

        def renew() -> None:
            self.done_with = passphrase.renew(self._store, self.present.text(), new)

        try:
            with_wait(renew)
        except UserError:
            if not self._store.closed:
                raise


def with_wait(work: Callable[[], object]) -> None:
    """The mouse waits. A wrong passphrase is said at its own field."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        work()
    except WrongPassphrase as error:
        raise InputError(error.sentence, "present") from error
    finally:
        QApplication.restoreOverrideCursor()


def offer_to_destroy(window: "MainWindow", problem: UserError | None = None, first: str = "") -> None:
    """Counts the copies that open with another passphrase than that of now, and asks once. `first`: what there was to
    say before what came of it.
    """
    session = window.session
    if session is None:
        return
    if problem is not None:
        session.problem.emit(problem)
        return
    found = old_copies.old_copies(session.store)
    if not found:
        said = window.tr("Er zijn geen kopieën die met een oude wachtzin opengaan.")
        window.status.say(f"{first} {said}".strip(), _STAYS)
        return
    there = sum(copy.elsewhere for copy in found)
    parts = [window.tr("%d kopieën gaan nog open met een oude wachtzin of code.") % len(found)]
    if len(found) == 1:
        parts = [window.tr("1 kopie gaat nog open met een oude wachtzin of code.")]
    if there:
        parts.append(window.tr("Daarvan liggen er %d op de tweede plek.") % there)
    kept = sum(copy.kept for copy in found)
    if kept:
        parts.append(window.tr("Bij %d daarvan gaat het om wat bij terugzetten is bewaard, in backups/bewaard.") % kept)
        parts.append(window.tr("Wat alleen daarin staat, is daarna nergens meer."))
    parts.append(window.tr("Vernietigen kan niet ongedaan worden gemaakt. De nieuwste kopie blijft."))
    parts.append(window.tr("Kopieën die je zelf ergens anders bewaart, vindt het programma niet."))
    title, yes = window.tr("Oude kopieën vernietigen?"), window.tr("&Vernietigen")
    if not ask.sure(window, title, "\n".join(parts), yes) or window.session is not session:
        return
    try:
        done = old_copies.destroy(session.store, found)
    except UserError as error:
        session.problem.emit(error)
        return
    said = window.tr("Vernietigd: %d.") % done.gone
    if done.left:
        said += " " + window.tr("Niet gelukt: %d. Die liggen er nog.") % done.left
    window.keeper.look_again(window.keeper.problem)
    window.status.say(f"{first} {said}".strip(), _STAYS)
