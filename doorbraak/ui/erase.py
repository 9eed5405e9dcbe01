"""Erasing a household, or one person of it: what follows is said first, nothing is chosen already, the passphrase is
asked, and what was done is shown with a proof to keep.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from doorbraak.model.documents.log_words import counted
from doorbraak.model.dossier import erasure, last_changes
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import names, retention
from doorbraak.model.workspace import backup, copy_places, kept
from doorbraak.ui.erase_proof import show_proof
from doorbraak.ui.passphrase_dialogs import with_wait
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_WHOLE = "household"


def erase(window: "MainWindow", household: int) -> None:
    """Asks everything, erases, and shows what came of it."""
    session = window.session
    if session is None:
        return
    dialog = EraseDialog(session, session.dossier(household), window)
    dialog.exec()
    done = dialog.done_
    dialog.deleteLater()
    if session.store.closed and window.session is session:
        window.lock()  # the file could not be opened again: ask for it as after a lock
        return
    if done is None or window.session is not session:
        return
    window.keeper.look_again(done.problem)
    show_proof(window, done.proof)


class EraseDialog(FormDialog):
    """`done_` is there once it was erased."""

    def __init__(self, session: Session, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(QApplication.translate("EraseDialog", "Gegevens wissen"), parent)
        self._session, self._dossier = session, dossier
        self.done_: erasure.Erased | None = None
        choose = self.tr("Kies…")
        people = [(one.id, names.person_name(one, session.catalogue)) for one in dossier.people]
        self.what = ChoiceBox("", [(_WHOLE, self.tr("Het hele huishouden")), *people], nothing=choose)
        self.ground = ChoiceBox("", list(erasure.GROUNDS.items()), nothing=choose)
        no_reason = ("", self.tr("Nee, dat is nagegaan"))
        self.exception = ChoiceBox("", [no_reason, *erasure.EXCEPTIONS.items()], nothing=choose)
        self.number = QLineEdit()
        self.ask("what", self.tr("Wat wil je &wissen?"), self.what)
        self.ask("ground", self.tr("Waa&rom?"), self.ground)
        self.ask("exception", self.tr("Is er een reden om het te &bewaren?"), self.exception)
        self._follows, self._copies = quiet(self.tr("Kies wat je wilt wissen. Dan staat hier wat er weggaat.")), quiet()
        self._copies.setText(self._of_copies())
        self.form.addRow(self._follows)
        self.form.addRow(self._copies)
        asked = self.tr("Typ het &nummer van het huishouden (%d)") % dossier.household.number
        self.ask("number", asked, self.number)
        self.present = SecretField("")
        self.ask_secret("present", self.tr("Wach&tzin van nu"), self.present, self.tr("T&onen"))
        self.what.chosen.connect(lambda _: self._follows.setText(self._what_goes()))
        self.finish(self.tr("Voorgoed w&issen"))
        self.what.setFocus()

    def _what_goes(self) -> str:
        if self.what.value == _WHOLE:
            return (
                self.tr(
                    "Alles van huishouden %d gaat weg: mensen, problemen, plannen, brieven, sommen en concepten. "
                    "Dit is niet ongedaan te maken."
                )
                % self._dossier.household.number
            )
        said = self.tr(
            "Deze persoon gaat weg, met eigen woorden, levensgebeurtenissen, metingen, correcties, verklaringen en "
            "kostenposten die op deze persoon staan. De sommen veranderen mee. Dit is niet ongedaan te maken."
        )
        named = erasure.texts_naming(self._session.store, self._dossier.household.id, self.what.value)
        if not named:
            return said
        listed = ", ".join(f"{table} ({count})" for table, count in named.items())
        warned = self.tr("Let op: de naam staat ook in teksten die blijven: %s. Pas die eerst aan.")
        return f"{said}\n{warned % listed}"

    def _of_copies(self) -> str:
        """Also of the other households: somebody has to know that before."""
        store = self._session.store
        here, aside = len(backup.of_workspace(store.folder, store.identity)), len(kept.all_of(store.folder))
        said = [
            self.tr("Ook oude kopieën gaan weg, met wat daarin van andere huishoudens staat."),
            self.tr("Eerst komt er een nieuwe kopie van alles wat blijft. Verder terug kan daarna niet meer."),
            self.tr("In de map backups: %s.") % counted(here, "kopie", "kopieën"),
        ]
        if aside:
            said.append(self.tr("Bewaard bij eerder terugzetten: %s.") % counted(aside, "bestand", "bestanden"))
        return " ".join([*said, *self._of_elsewhere()])

    def _of_elsewhere(self) -> Iterator[str]:
        """Each folder that a copy was ever written to: the second place, one of before, one named in a command."""
        away = []
        for place in erasure.elsewhere(self._session.store):
            if copy_places.is_there(place):
                copies = len(backup.of_workspace(place, self._session.store.identity))
                yield self.tr("In de map {place}: {copies}.").format(
                    place=place, copies=counted(copies, "kopie", "kopieën")
                )
            else:
                away.append(str(place))
        if away:
            yield self.tr("Hier kwam ook een kopie, en deze plek is er nu niet: %s.") % ", ".join(away)
            yield self.tr("Daar wist het programma zodra die er weer is. Dat staat ook op het bewijs.")

    def save(self) -> None:
        for key, field, said in (
            ("what", self.what, self.tr("Kies wat je wilt wissen.")),
            ("ground", self.ground, self.tr("Kies waarom je wist.")),
            ("exception", self.exception, self.tr("Ga na of er een reden is om dit te bewaren.")),
        ):
            if field.value is None:
                raise InputError(said, key)
        home = self._dossier.household
        if self.number.text().strip() != str(home.number):
            raise InputError(self.tr("Dit is niet het nummer van dit huishouden. Er is niets gewist."), "number")
        store = self._session.store
        if self.exception.value:
            erasure.refuse(store, home.id, self.exception.value)
        if self.ground.value == "term-passed":
            self._refuse_unless_past()
        person = None if self.what.value == _WHOLE else self.what.value

        def go() -> None:
            """Whoever finds the laptop unlocked can do this to a family in a minute, and to every copy with it."""
            store.keys.prove(self.present.text(), f"huishouden {home.number}", "wissen")
            self.done_ = erasure.erase(store, home.id, self.ground.value, person)

        try:
            with_wait(go)
        except UserError:
            if not store.closed:
                raise

    def _refuse_unless_past(self) -> None:
        """Where the catalogue is not sure, or knows no term, somebody who looked it up has another reason to give."""
        store, lists, home = self._session.store, self._session.catalogue, self._dossier.household
        (known,) = retention.kept((home,), last_changes.of_all(store), lists, date.today())
        if known.standing == "running":
            said = self.tr("De bewaartermijn loopt nog tot en met %s. Er is niets gewist. Kies een andere reden.")
            raise InputError(said % shown_day(known.until), "ground")
        if known.standing != "passed":
            said = self.tr("Er is geen bewaartermijn bekend die voorbij is. Er is niets gewist. Kies een andere reden.")
            raise InputError(said, "ground")
