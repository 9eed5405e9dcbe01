"""Handing a dossier over in the window: the key to get one by, giving one, the answer to it, and taking one in."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from doorbraak.model import bounded, whole_files
from doorbraak.model.dossier import erasure, profile
from doorbraak.model.handover import colleague_key, giving, on_the_way, own_key, packet, taking
from doorbraak.ui.erase_proof import show_proof
from doorbraak.ui.handover_dialogs import AnswerDialog, ColleagueDialog, GiveDialog, SpokenDialog, TakeDialog
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store
    from doorbraak.ui.session import Session

KEY_FILE = "ontvangstsleutel.json"


def file_name(number: int) -> str:
    """Of the file for a colleague; `number` of the household."""
    return f"overdracht-huishouden-{number}{packet.SUFFIX}"


def give_in(session: "Session", household: int, colleague: own_key.Colleague, path: Path) -> None:
    """On its way, in this file; not on its way when that could not be written. Raises UserError."""
    whole_files.refuse_inside(session.store.folder, path)
    own, number = profile.read(session.store).name, session.dossier(household).household.number

    def give(store: "Store") -> None:
        content = giving.give(store, household, colleague, date.today(), own)
        whole_files.write_all(path.parent, {path.name: content})

    session.run(
        QCoreApplication.translate("Handover", "Overdragen"), give, household=number, undoable=False
    )  # fmt: skip


class Handover(Leaving):
    # -- the own key, and those of colleagues ---------------------------------------------------------------

    def write_key(self) -> None:
        """The file by which colleagues can give a dossier to this workspace, and the digits to read aloud."""
        session = self._session()
        chosen = ask.target(
            self._window, self.tr("Mijn ontvangstsleutel"), KEY_FILE, self.tr("Ontvangstsleutel (*.json)")
        )
        if session is None or chosen is None or self._window.session is not session:
            return
        with self._saying(busy=False):
            whole_files.refuse_inside(session.store.folder, chosen)
            content = session.run(
                self.tr("Ontvangstsleutel maken"), own_key.key_file, profile.read(session.store).name, undoable=False
            )
            whole_files.write_all(chosen.parent, {chosen.name: content})
            said = self.tr(
                "Geef dit bestand aan je collega. Er staat niets geheims in. Je collega belt je: lees dan deze cijfers "
                "voor."
            )
            self._spoken(self.tr("Mijn ontvangstsleutel"), said, colleague_key.decode(content).digits)

    def take_key(self) -> bool:
        """Only after somebody compared the digits. Whether a colleague came by it."""
        session = self._session()
        chosen = ask.files(
            self._window, self.tr("Ontvangstsleutel van een collega"), self.tr("Ontvangstsleutel (*.json)")
        )
        if session is None or not chosen or self._window.session is not session:
            return False
        with self._saying(busy=False):
            content = bounded.read(chosen[0], colleague_key.MOST_BYTES)
            dialog = ColleagueDialog(colleague_key.decode(content), self._window)
            label = dialog.asked()
            if label is None or self._window.session is not session:
                return False
            taken = session.run(
                self.tr("Ontvangstsleutel overnemen"), own_key.take, content, label, date.today(), undoable=False
            )
            self._forget_older(session, taken)
            return True
        return False

    def _forget_older(self, session: "Session", taken: own_key.Colleague) -> None:
        """The same name with another key: mostly the colleague has a new one since the old one leaked."""
        name = taken.label.casefold()
        older = [
            one for one in own_key.colleagues(session.store) if one.label.casefold() == name and one.id != taken.id
        ]
        question = self.tr(
            "Je had al een sleutel van %s. Is dit de nieuwe? Dan wordt er met de oude niets meer verzegeld. Wat al "
            "onderweg is, blijft onderweg."
        )
        title, yes = self.tr("Oude sleutel vergeten?"), self.tr("Oude &vergeten")
        if older and ask.sure(self._window, title, question % taken.label, yes) and self._window.session is session:
            for one in older:
                session.run(self.tr("Ontvangstsleutel vergeten"), own_key.forget, one.id, undoable=False)

    def _take_first(self) -> bool:
        """What a receiving key is, for who never had one of a colleague."""
        said = self.tr(
            "Je verzegelt een dossier met de ontvangstsleutel van je collega. Die maakt hem met Huishouden, Mijn "
            "ontvangstsleutel, en stuurt je het bestand. Er staat niets geheims in.\n\nKies straks dat bestand. Bel "
            "elkaar dan: de cijfers op beide schermen moeten gelijk zijn."
        )
        title = self.tr("Eerst de sleutel van je collega")
        return ask.sure(self._window, title, said, self.tr("&Bestand kiezen…")) and self.take_key()

    # -- giving -----------------------------------------------------------------------------------------------

    def hand_over(self, household: int) -> None:
        """A file for a colleague; or the answer, when there is one on its way."""
        session = self._session()
        if session is None:
            return
        known = next((one for one in on_the_way.all_of(session.store) if one.household == household), None)
        if known is None:
            self._give(household)
        else:
            self._answered(known)

    def colleague(self, about: str) -> own_key.Colleague | None:
        """Who gets it, also one whose key comes now. `about`: what is given, as the beginning of a sentence."""
        session = self._session()
        if session is None or not (own_key.colleagues(session.store) or self._take_first()):
            return None
        chosen = GiveDialog(own_key.colleagues(session.store), about, self._window).asked()
        if self._window.session is not session:
            return None
        if chosen == GiveDialog.ANOTHER:
            return self.colleague(about) if self.take_key() else None
        return next((one for one in own_key.colleagues(session.store) if one.id == chosen), None)

    def _give(self, household: int) -> None:
        session = self._session()
        if session is None:
            return
        number = session.dossier(household).household.number
        colleague = self.colleague(self.tr("Huishouden %d") % number)
        name = file_name(number)
        path = colleague and ask.target(
            self._window, self.tr("Overdragen"), name, self.tr("Overgedragen dossier (*.doorbraak)")
        )
        if not path or colleague is None or self._window.session is not session:
            return
        with self._saying():
            give_in(session, household, colleague, path)
            self._say(self.tr("Gemaakt, alleen voor %s: %s") % (colleague.label, path))

    def _answered(self, known: on_the_way.Given) -> None:
        session = self._window.session
        if session is None:
            return
        dialog = AnswerDialog(session, known, self._window)
        dialog.exec()
        done = dialog.done_
        dialog.deleteLater()
        if session.store.closed and self._window.session is session:
            self._window.lock()
        elif isinstance(done, erasure.Erased) and self._window.session is session:
            self._window.keeper.look_again(done.problem)
            show_proof(self._window, done.proof)

    # -- taking in --------------------------------------------------------------------------------------------

    def take(self) -> None:
        session = self._session()
        kinds = self.tr("Overgedragen dossier (*.doorbraak)")
        chosen = ask.files(self._window, self.tr("Dossier innemen"), kinds)
        if session is not None and chosen and self._window.session is session:
            self.take_file(chosen[0])

    def take_file(self, path: Path) -> None:
        """Shows what is in it, and asks."""
        session = self._session()
        if session is None:
            return
        with self._saying(busy=False):
            content = bounded.read(path, packet.MOST_BYTES)
            one = taking.offered(session.store, content, session.catalogue, date.today())
            dialog = TakeDialog(session, one, self._window)
            dialog.exec()
            answer, made = dialog.answer, dialog.made
            dialog.deleteLater()
            view = self._window.view
            if not answer or self._window.session is not session:
                return
            if made is not None and view is not None:
                view.open_at(made, "Vandaag")
            said = self.tr("Lees deze acht cijfers voor aan je collega. Dan weet die wat jij met het dossier deed.")
            self._spoken(self.tr("Antwoord voor je collega"), said, answer)

    def _spoken(self, title: str, said: str, digits: str) -> None:
        dialog = SpokenDialog(title, said, digits, self._window)
        dialog.exec()
        dialog.deleteLater()
