"""The pile of letters on the table: from whom, what each wants, how much, by when, and what contradicts what."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import letters
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.insight import names
from doorbraak.model.insight.debts import debts_of
from doorbraak.model.insight.letters import Contradiction, contradictions
from doorbraak.model.insight.worklist import from_today
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household.letters_pairs import PairsBlock, choose_others, letter_words
from doorbraak.ui.household.letters_sender import agency_meant
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, side_by_side
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.fields import DraftLine, completes
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class LettersPage(Page):
    tables = frozenset({"household", "agency", "letter", "letter_contradicts"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._line = DraftLine(session, self.tr("Nieuwe brief: van wie?"), "add:letter")
        self._line.setPlaceholderText(self.tr("Van wie is de brief? Typ de naam en druk op Enter."))
        self._line.returnPressed.connect(self._add)
        self._letters = RecordTable(session, "letter", self.tr("Brieven"), self._columns(), self)
        self._letters.removal.connect(self.removes(self.tr("Brief weghalen"), letters.remove))
        self._letters.current.connect(self._show_letter)
        self._sum = quiet()
        self._loose = quiet(self.tr("Niet gekoppeld aan een instantie."))
        self._loose.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._loose.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._demand = RecordText(
            self,
            "letter",
            "demand",
            self.tr("Wat wil de brief?"),
            self.tr("Tekst van de brief wijzigen"),
            letters.set_demand,
            hint=self.tr("Wat moet het huishouden doen of betalen?"),
        )
        self._pairs = PairsBlock(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._settled = button(self.tr("Ge&regeld"), self._settle)
        self._against = button(self.tr("&Spreekt tegen…"), self._choose_others)
        below = side_by_side(
            self,
            (block(choice_row(heading(self.tr("Wat wil de brief?"), self._demand), self._loose), self._demand), 440),
            (self._pairs, 720),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(
            block(
                heading(self.tr("Welke brieven liggen er?"), self._line),
                (self._line, button(self.tr("Brief &toevoegen"), self._add), self._settled, self._against),
                self._sum,
                self._letters,
            ),
            5,
        )
        column.addWidget(below, 3)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "sender",
                self.tr("Van wie"),
                self._sender,
                self._set_sender,
                hint=self.tr("Een instantie van dit huishouden, of een andere naam"),
                suggest=self._agencies,
            ),
            columns.day(self, "dated", self.tr("Datum"), self.tr("Datum van de brief wijzigen"), letters.set_dated),
            columns.text(
                self, "demand", self.tr("Wat wil de brief?"), self.tr("Tekst van de brief wijzigen"), letters.set_demand
            ),
            columns.amount(
                self, "amount_cents", self.tr("Bedrag"), self.tr("Bedrag van de brief wijzigen"), letters.set_amount
            ),
            columns.day(
                self,
                "last_day",
                self.tr("Uiterlijk"),
                self.tr("Laatste dag van de brief wijzigen"),
                letters.set_last_day,
                hint=self.tr("Tot wanneer kan het huishouden betalen of antwoorden?"),
            ),
            Column(
                "left",
                self.tr("Hoe lang nog"),
                _time_left,
                width=118,
                sort=lambda letter: letter.last_day.toordinal() if letter.last_day and not letter.settled_on else 10**7,
            ),
            columns.day(
                self, "settled_on", self.tr("Geregeld op"), self.tr("Brief geregeld"), letters.settle, width=100
            ),
            Column(
                "against",
                self.tr("Tegen"),
                lambda letter: str(len(self._others(letter)) or ""),
                numeric=True,
                width=64,
                sort=lambda letter: len(self._others(letter)),
                hint=self.tr("Met hoeveel andere brieven gaat deze niet samen?"),
                tip=self._others_named,
            ),
            columns.origin(self, "letter"),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        found = contradictions(dossier, self.session.catalogue)
        completes(self._line, self._agencies())
        self._letters.show_records(dossier.letters)
        self._letters.show_again()  # an agency may have got another name
        if self._letters.record() is None:
            self._letters.select_first()
        self._sum.setText(self._summary(dossier, found))
        self._pairs.show_pairs(dossier, found)
        self._show_letter(self._letters.record())

    def _show_letter(self, letter: Letter | None) -> None:
        self._demand.show_record(letter)
        self._loose.setVisible(letter is not None and letter.agency is None and bool(letter.sender))
        self._settled.setEnabled(letter is not None)
        self._settled.setText(self.tr("Niet ge&regeld") if letter and letter.settled_on else self.tr("Ge&regeld"))
        self._against.setEnabled(letter is not None and len(self._dossier.letters if self._dossier else ()) > 1)

    def _summary(self, dossier: Dossier, found: tuple[Contradiction, ...]) -> str:
        if not dossier.letters:
            return self.tr("Nog geen brieven. Leg de stapel op tafel en begin bovenop.")
        asked = debts_of(dossier, self.session.catalogue).letters
        without = sum(letter.settled_on is None for letter in dossier.letters) - len(asked)
        if not asked and not without:
            return self.tr("Alle brieven zijn geregeld.")
        total = money.exact(sum(letter.cents for letter in asked))
        lines = [self.tr("Open: %s in %s.") % (total, _count(len(asked)))] if asked else []
        if without:
            lines.append(self.tr("Zonder bedrag: nog %s.") % _count(without))
        same = {letter.letter for letter in asked}
        if any({pair.first, pair.second} <= same for pair in found):
            lines.append(self.tr("Let op: sommige gaan misschien over hetzelfde geld."))
        return " ".join(lines)

    # -- from whom ------------------------------------------------------------------------------------

    def _agencies(self) -> list[str]:
        listed = self._dossier.agencies if self._dossier else ()
        return list(dict.fromkeys(names.agency_name(agency, self.session.catalogue) for agency in listed))

    def _sender(self, letter: Letter) -> str:
        return names.letter_sender(letter, self._dossier.agencies if self._dossier else (), self.session.catalogue)

    def _agency_called(self, typed: str) -> int | None:
        return agency_meant(typed, self._dossier.agencies if self._dossier else (), self.session.catalogue)

    def _set_sender(self, letter: Letter, typed: str) -> None:
        self.run(self.tr("Afzender wijzigen"), set_from, letter.id, self._agency_called(typed), typed)

    def _add(self) -> None:
        typed = self._line.text()
        if typed.strip():
            agency = self._agency_called(typed)
            sender = "" if agency else typed
            label = self.tr("Brief toevoegen")
            if self.attempt(label, letters.add, self.household, agency=agency, sender=sender):
                self._line.added()
                self._letters.select(self.session.dossier(self.household).letters[-1].id)
        self._line.setFocus()

    # -- what is done with a letter ---------------------------------------------------------------------

    def _settle(self) -> None:
        letter: Letter | None = self._letters.record()
        if letter is not None:
            on = None if letter.settled_on else date.today()
            self.attempt(self.tr("Brief geregeld"), letters.settle, letter.id, on)

    def _others(self, letter: Letter) -> tuple[Letter, ...]:
        """Those that it was marked with, from either side."""
        listed = self._dossier.letters if self._dossier else ()
        return tuple(o for o in listed if o.id in letter.contradicts or letter.id in o.contradicts)

    def _others_named(self, letter: Letter) -> str:
        dossier = self._dossier
        named = (
            [letter_words(other, dossier, self.session.catalogue) for other in self._others(letter)] if dossier else ()
        )
        return "\n".join(named)

    def _choose_others(self) -> None:
        letter: Letter | None = self._letters.record()
        if letter is not None and self._dossier is not None:
            choose_others(self, letter, self._dossier)


def set_from(store: Store, letter: int, agency: int | None, typed: str) -> None:
    """From this agency, or else from whom was typed; at every moment somebody. Raises InputError."""
    if agency is not None:
        letters.set_agency(store, letter, agency)
        letters.set_sender(store, letter, "")
    else:
        letters.set_sender(store, letter, typed)
        letters.set_agency(store, letter, None)


def _time_left(letter: Letter) -> str:
    if letter.last_day is None or letter.settled_on is not None:
        return ""
    return from_today(letter.last_day, date.today())


def _count(letters_: int) -> str:
    return "1 brief" if letters_ == 1 else f"{letters_} brieven"
