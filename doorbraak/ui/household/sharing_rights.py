"""Rights of the household: corrections that somebody asked for, and what somebody wants to stand in the dossier."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import corrections, statements
from doorbraak.model.dossier.corrections import Correction
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import beside, block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText

_SOMEBODY_ELSE = 0  # no person has this id


class CorrectionsBlock(QWidget):
    """The corrections of the household that `page` shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._new = DraftLine(page.session, self.tr("Nieuwe verbetering"), "add:correction")
        self._new.setPlaceholderText(self.tr("Wat moet er volgens het huishouden staan?"))
        self._new.returnPressed.connect(self._add)
        self._table = RecordTable(page.session, "correction", self.tr("Verbeteringen"), self._columns(), self)
        self._table.removal.connect(page.removes(self.tr("Verbetering weghalen"), corrections.remove))
        self._table.current.connect(lambda _: self._show_record())
        self._none = quiet(self.tr("Nog geen verbetering gevraagd. Iedereen in het huishouden mag erom vragen."))
        self._texts = [
            RecordText(page, "correction", key, title, label, verb, height=110)
            for key, title, label, verb in (
                ("old_text", self.tr("Wat stond er?"), self.tr("Oude tekst wijzigen"), corrections.set_old_text),
                ("new_text", self.tr("Wat moet er staan?"), self.tr("Nieuwe tekst wijzigen"), corrections.set_new_text),
                (
                    "reason",
                    self.tr("Waarom dit besluit?"),
                    self.tr("Reden van besluit wijzigen"),
                    corrections.set_reason,
                ),
            )
        ]
        self._open = quiet()
        below = beside(*(block(heading(text.accessibleName(), text), text) for text in self._texts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat klopt er niet, volgens het huishouden?"), self._new),
                (self._new, button(self.tr("Verbetering t&oevoegen"), self._add)),
                self._none,
                self._table,
                self._open,
                below,
                quiet(self.tr("Antwoord binnen een maand. Wijs je het af? Zeg dan waarom.")),
            )
        )

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.day(
                page, "on_day", self.tr("Gevraagd op"), self.tr("Datum van vragen wijzigen"), corrections.set_day,
                needed=True,
            ),
            _person(page, self.tr("Persoon die erom vroeg wijzigen"), corrections.set_person),
            columns.text(
                page, "asked_by", self.tr("Door een ander"), self.tr("Wie erom vroeg wijzigen"),
                corrections.set_asked_by, width=120,
            ),
            columns.text(
                page, "place", self.tr("Waar staat het"), self.tr("Plaats van verbetering wijzigen"),
                corrections.set_place, width=150,
            ),
            columns.text(
                page, "old_text", self.tr("Wat stond er"), self.tr("Oude tekst wijzigen"), corrections.set_old_text
            ),
            columns.text(
                page, "new_text", self.tr("Wat moet er staan"), self.tr("Nieuwe tekst wijzigen"),
                corrections.set_new_text,
            ),
            columns.choice(
                page, "decision", self.tr("Besluit"), self.tr("Besluit over verbetering wijzigen"),
                lambda store, row, decision: corrections.decide(store, row, decision, date.today()),
                choice_names.DECISIONS, width=130,
            ),
            columns.day(
                page, "decided_on", self.tr("Besloten op"), self.tr("Dag van besluit wijzigen"),
                corrections.set_decided_on,
            ),
            columns.origin(page, "correction"),
        ]  # fmt: skip

    def show_dossier(self, dossier: Dossier) -> None:
        self._table.show_records(dossier.corrections)
        self._table.show_again()  # people may be called otherwise
        self._none.setVisible(not dossier.corrections)
        said = self._still_open(dossier.corrections, date.today())
        self._open.setVisible(bool(said))
        self._open.setText(said)
        if self._table.record() is None:
            self._table.select_first()
        self._show_record()

    def _still_open(self, asked: Sequence[Correction], today: date) -> str:
        """What the household still has a right to: an answer in time, and why it is no."""
        said = []
        waiting = [corrections.answer_by(one) for one in asked if not one.decision]
        if waiting:
            first = shown_day(min(waiting))
            late = sum(last < today for last in waiting)
            said.append(self.tr("○ Nog zonder besluit: %d. Antwoord uiterlijk op %s.") % (len(waiting), first))
            said += [self.tr("Te laat: %d.") % late] if late else []
        without = sum(one.decision in ("refused", "partly") and not one.reason for one in asked)
        said += [self.tr("○ Niet of deels verbeterd, en nog zonder reden: %d.") % without] if without else []
        return " ".join(said)

    def _show_record(self) -> None:
        for text in self._texts:
            text.show_record(self._table.record())

    def _add(self) -> None:
        page, label = self._page, self.tr("Verbetering toevoegen")
        if self._new.text().strip() and page.attempt(
            label, corrections.add, page.household, on_day=date.today(), new_text=self._new.text()
        ):
            self._new.added()
            self._table.select(page.session.dossier(page.household).corrections[-1].id)
        self._new.setFocus()


class StatementsBlock(QWidget):
    """What people of the household that `page` shows want to stand in the dossier, word for word."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._new = DraftLine(page.session, self.tr("Nieuwe verklaring"), "add:statement")
        self._new.setPlaceholderText(self.tr("Wat wil iemand erbij zetten? In eigen woorden."))
        self._new.returnPressed.connect(self._add)
        self._who = ChoiceBox(self.tr("Wie zegt dit?"), nothing=self.tr("Wie zegt dit?"))
        self._who.setMinimumContentsLength(len(self._who.placeholderText()))
        self._table = RecordTable(page.session, "statement", self.tr("Eigen verklaringen"), self._columns(), self)
        self._table.removal.connect(page.removes(self.tr("Verklaring weghalen"), statements.remove))
        self._table.current.connect(lambda record: self._words.show_record(record))
        self._words = RecordText(
            page,
            "statement",
            "words",
            self.tr("De verklaring, woord voor woord"),
            self.tr("Verklaring wijzigen"),
            statements.reword,
            height=180,
        )
        self._none = quiet(
            self.tr("Nog geen eigen verklaring. Iedereen mag er iets bij zetten, ook als wij het anders zien.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat wil iemand er zelf bij zetten?"), self._new),
                (self._new, self._who, button(self.tr("Ve&rklaring toevoegen"), self._add)),
                self._none,
                self._table,
                heading(self.tr("De verklaring, woord voor woord"), self._words),
                self._words,
            )
        )

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.day(
                page, "on_day", self.tr("Gezegd op"), self.tr("Datum van verklaring wijzigen"), statements.set_day,
                needed=True,
            ),
            _person(page, self.tr("Persoon van de verklaring wijzigen"), statements.set_person),
            columns.text(
                page, "by_whom", self.tr("Door een ander"), self.tr("Wie het zei wijzigen"), statements.set_by_whom,
                width=150,
            ),
            columns.text(page, "words", self.tr("Verklaring"), self.tr("Verklaring wijzigen"), statements.reword),
            columns.origin(page, "statement"),
        ]  # fmt: skip

    def show_dossier(self, dossier: Dossier) -> None:
        self._who.offer([*_people(self._page), (_SOMEBODY_ELSE, self.tr("Een ander"))])
        self._table.show_records(dossier.statements)
        self._table.show_again()
        self._none.setVisible(not dossier.statements)
        if self._table.record() is None:
            self._table.select_first()
        self._words.show_record(self._table.record())

    def _add(self) -> None:
        page, label, who = self._page, self.tr("Verklaring toevoegen"), self._who.value
        if self._new.text().strip() and who is None:  # it stands in the inzage of that person, and of nobody else
            page.session.problem.emit(InputError(self.tr("Kies eerst wie dit zegt. De tekst staat er nog."), "person"))
            self._who.setFocus()
            return
        person = None if who == _SOMEBODY_ELSE else who
        if self._new.text().strip() and page.attempt(
            label, statements.add, page.household, self._new.text(), on_day=date.today(), person=person
        ):
            self._new.added()
            self._who.setCurrentIndex(-1)
            self._table.select(page.session.dossier(page.household).statements[-1].id)
        self._new.setFocus()


def _people(page: Page) -> Sequence[tuple[int, str]]:
    found = page.session.dossier(page.household).people
    return [(person.id, names.person_name(person, page.session.catalogue)) for person in found]


def _person(page: Page, label: str, verb: columns.Verb) -> Column:
    return columns.one_of(
        page, "person", "Persoon", label, verb, lambda: _people(page), nobody="Een ander", width=150
    )  # fmt: skip
