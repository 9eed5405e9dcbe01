"""What a hand-over asks: whose key it is, to whom it goes, what the colleague said, what to do with one that came."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier import erasure
from doorbraak.model.dossier import household as households
from doorbraak.model.errors import InputError
from doorbraak.model.handover import giving, on_the_way, taking
from doorbraak.model.handover.colleague_key import LONGEST_LABEL, ColleagueKey
from doorbraak.model.handover.own_key import Colleague
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.numbers import shown_day


def _tr(text: str) -> str:
    return QApplication.translate("Handover", text)


class ColleagueDialog(FormDialog):
    """The digits in sight, and a name for whose they are."""

    def __init__(self, key: ColleagueKey, parent: QWidget) -> None:
        super().__init__(_tr("Sleutel van een collega"), parent)
        self.say(self.tr("Bel je collega, op een nummer dat je al kende, en laat de cijfers voorlezen."))
        self.say(self.tr("Zijn het andere? Kies dan Annuleren: het bestand is van iemand anders."))
        digits = QLabel(key.digits)
        digits.setProperty("letters", "heading")
        self.form.addRow(self.tr("Cijfers"), digits)
        self.label = QLineEdit(key.label)
        self.label.setMaxLength(LONGEST_LABEL)
        self.ask("label", self.tr("&Naam van je collega"), self.label)
        self.finish(self.tr("Cijfers klo&ppen: overnemen"))
        self.label.setFocus()

    def save(self) -> None:
        if not self.label.text().strip():
            raise InputError(self.tr("Schrijf op van wie deze sleutel is."), "label")

    def asked(self) -> str | None:
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return self.label.text().strip() if accepted else None


class GiveDialog(FormDialog):
    ANOTHER = 0

    def __init__(self, colleagues: Sequence[Colleague], about: str, parent: QWidget) -> None:
        super().__init__(_tr("Overdragen aan een collega"), parent)
        options = [(one.id, f"{one.label} ({one.key.digits[:9]}…)") for one in colleagues]
        self.to = ChoiceBox("", [*options, (self.ANOTHER, self.tr("Een andere collega…"))], nothing=self.tr("Kies…"))
        self.ask("to", self.tr("Aan &wie?"), self.to)
        for line in (
            self.tr("Alleen deze collega kan het bestand openen. %s blijft nog hier staan.") % about,
            self.tr("Wie het inneemt, leest jou acht cijfers voor. Typ die hier: dan wordt het hier gewist."),
            self.tr("Wijzig het dossier tot die tijd niet. Werknotities gaan niet mee."),
        ):
            self.say(line)
        self.finish(self.tr("&Bestand maken…"))
        self.to.setFocus()

    def save(self) -> None:
        if self.to.value is None:
            raise InputError(self.tr("Kies aan wie je dit dossier overdraagt."), "to")

    def asked(self) -> int | None:
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return int(self.to.value) if accepted else None


class AnswerDialog(FormDialog):
    """`done_`: the proof once it was wiped here; True when it stays."""

    def __init__(self, session: Session, known: on_the_way.Given, parent: QWidget) -> None:
        super().__init__(_tr("Onderweg naar %s") % known.label, parent)
        self._session, self._known = session, known
        self.done_: erasure.Erased | bool = False
        self.say(
            self.tr("Overgedragen op %s. Je collega kan het innemen tot en met %s.")
            % (shown_day(known.given_on), shown_day(known.last_day))
        )
        self.what = ChoiceBox(
            "",
            [
                ("taken", self.tr("Ingenomen: wis het hier")),
                ("refused", self.tr("Geweigerd: het blijft hier")),
                ("nobody", self.tr("Niets: mijn collega heeft het niet en neemt het niet meer in")),
            ],
            nothing=self.tr("Kies…"),
        )
        self.digits = QLineEdit()
        self.although = QCheckBox(self.tr("Wat hier veranderde, heeft mijn collega: &wis het toch"))
        self.ask("what", self.tr("Wat &zei je collega?"), self.what)
        self.ask("answer", self.tr("De acht &cijfers"), self.digits)
        self.ask("changed", "", self.although)
        self.although.setVisible(False)
        self.what.chosen.connect(lambda what: self.digits.setEnabled(what != "nobody"))
        self.finish(self.tr("&Verder"))
        self.what.setFocus()

    def save(self) -> None:
        of, said = self._known.household, self.digits.text()
        if self.what.value is None:
            raise InputError(self.tr("Kies wat je collega zei."), "what")
        if self.what.value == "taken":
            self._wipe(said)
        elif self.what.value == "refused":
            self._session.run(self.tr("Dossier blijft hier"), giving.refused, of, said, undoable=False)
            self.done_ = True
        else:
            self._session.run(self.tr("Dossier terugnemen"), giving.take_back, of, date.today(), undoable=False)
            self.done_ = True

    def _wipe(self, said: str) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.done_ = giving.confirm(
                self._session.store, self._known.household, said, although_changed=self.although.isChecked()
            )
        except InputError as error:
            self.although.setVisible(self.although.isVisible() or error.field == "changed")
            raise
        finally:
            QApplication.restoreOverrideCursor()


class TakeDialog(FormDialog):
    """What is in a file, before anything is written. `answer`: the digits to read aloud, once it was decided."""

    def __init__(self, session: Session, one: taking.Offered, parent: QWidget) -> None:
        super().__init__(_tr("Dossier innemen"), parent)
        self._session, self._one = session, one
        self.answer, self.made = "", None if one.here is None else one.here
        self._is_in = one.taken == "taken"
        home, case = one.case.household, one.case
        self.say(self.tr("Van: %s") % (one.packet.from_ or self.tr("zonder naam")))
        self.say(self.tr("De naam is niet bewezen. Verwacht je dit bestand niet? Bel dan eerst."))
        self.say(
            self.tr("%s, geopend op %s. Mensen: %d. Problemen: %d. Instanties: %d.")
            % (home.name or self.tr("Zonder naam"), shown_day(home.opened), len(case.people), len(case.problems),
               len(case.agencies))
        )  # fmt: skip
        self.keep: ChoiceBox | None = None
        if one.taken is not None:
            self.say(self.tr("Dit bestand heb je al eerder gehad. Er verandert niets meer."))
        elif one.here is not None:
            own = households.read(session.store, one.here)
            self.say(
                self.tr("Dit huishouden staat hier al: nummer %d, %s, geopend op %s.")
                % (own.number, own.name or self.tr("zonder naam"), shown_day(own.opened))
            )
            kept = (
                ("new", self.tr("Dat van mijn collega; het mijne wordt gewist, ook uit kopieën")),
                ("own", self.tr("Het mijne; dat van mijn collega komt er niet in")),
                ("both", self.tr("Allebei, naast elkaar")),
            )
            self.keep = ChoiceBox("", kept, nothing=self.tr("Kies…"))
            self.ask("keep", self.tr("Welk dossier &blijft?"), self.keep)
        if one.here is None and one.taken is None:
            self._say_alike(home.name)
        if one.older:
            self.say(
                self.tr(
                    "Dit is gemaakt met je oude ontvangstsleutel. Geef je collega je nieuwe: de oude kan gelekt zijn."
                )
            )
        if one.erased and one.taken is None:
            self.say(self.tr("Hierin staat iemand die bij jou is gewist. Die persoon komt er niet in."))
        self.what = ChoiceBox(
            "", [("take", self.tr("Innemen")), ("refuse", self.tr("Weigeren"))], nothing=self.tr("Kies…")
        )
        if one.taken is None:
            self.ask("what", self.tr("&Wat doe je ermee?"), self.what)
        self.finish(self.tr("&Verder"))

    def _say_alike(self, name: str) -> None:
        """The same family may have been typed on both laptops: then nothing but the name tells."""
        known = households.all_of(self._session.store)
        alike = [str(home.number) for home in known if name and fold(home.name) == fold(name)]
        if alike:
            said = self.tr(
                "Hier staat al een huishouden met deze naam: nummer %s. Is het hetzelfde gezin? Dan telt het dubbel."
            )
            self.say(said % ", ".join(alike))

    def save(self) -> None:
        store, one = self._session.store, self._one
        if one.taken == "refused":
            self.answer = one.answer
            return
        if self._is_in:
            self._answer_once_copied()
            return
        if self.what.value is None:
            raise InputError(self.tr("Kies of je dit dossier inneemt."), "what")
        if self.what.value == "refuse":
            self.answer = self._session.run(
                self.tr("Dossier weigeren"), taking.decline, one, date.today(), undoable=False
            )  # fmt: skip
            self.made = None
            return
        self.made = taking.take(store, one, date.today(), self.keep.value if self.keep is not None else None)
        self._is_in = True
        self._answer_once_copied()

    def _answer_once_copied(self) -> None:
        """By the digits the colleague wipes it, copies included: so a copy that was checked holds it here first."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._session.store.backup()
        finally:
            QApplication.restoreOverrideCursor()
        self.answer = self._one.answer


class SpokenDialog(QDialog):
    """Digits to read aloud."""

    def __init__(self, title: str, said: str, digits: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.digits = QLabel(digits)
        self.digits.setProperty("letters", "name")
        self.digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.digits.setAccessibleName(self.tr("Cijfers"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("S&luiten"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addStrut(420)
        column.addWidget(quiet(said))
        column.addWidget(self.digits)
        column.addWidget(buttons)
