"""The other questions to the household, on the page of goals: who said what, and long words in full."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import own_words
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText

_NEXT: own_words.Question = "self"  # the box above asks the first one


class OwnWordsBlock(QWidget):
    """All that the household said, also what stands in the large box."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._question = ChoiceBox(self.tr("Vraag"), list(choice_names.QUESTIONS.items()))
        self._question.choose(_NEXT)
        self._person = ChoiceBox(self.tr("Wie zegt dit"))
        self._words = DraftLine(page.session, self.tr("Antwoord in eigen woorden"), "add:own_words")
        self._words.setPlaceholderText(self.tr("Antwoord in eigen woorden"))
        self._words.returnPressed.connect(self._add)
        self.table = RecordTable(page.session, "own_words", self.tr("Eigen woorden"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Eigen woorden weghalen"), own_words.remove))
        self.table.current.connect(self._show_whole)
        self._whole = RecordText(
            page,
            "own_words",
            "words",
            self.tr("De gekozen woorden, helemaal"),
            self.tr("Eigen woorden wijzigen"),
            own_words.reword,
            hint=self.tr("Kies een regel hierboven om alles te lezen of aan te vullen."),
            height=64,
        )
        self._empty = quiet(self.tr("Nog geen antwoorden. Kies een vraag en schrijf op wat je hoort."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat zegt het huishouden nog meer?"), self._question),
                choice_row(self._question, self._person),
                (self._words, button(self.tr("&Antwoord toevoegen"), self._add)),
                self._empty,
                self.table,
            )
        )
        column.addWidget(self._whole)

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.choice(
                page,
                "question",
                self.tr("Vraag"),
                self.tr("Vraag wijzigen"),
                own_words.set_question,
                choice_names.QUESTIONS,
                width=210,
            ),
            columns.text(page, "words", self.tr("Eigen woorden"), self.tr("Eigen woorden wijzigen"), own_words.reword),
            columns.one_of(
                page,
                "person",
                self.tr("Wie"),
                self.tr("Wie zegt dit wijzigen"),
                own_words.set_person,
                self._people,
                nobody=self.tr("Niemand apart"),
                width=110,
            ),
            columns.origin(page, "own_words"),
        ]

    def _people(self) -> list[tuple[int, str]]:
        catalogue = self._page.session.catalogue
        return [(p.id, names.person_called(p, catalogue)) for p in self._dossier.people] if self._dossier else []

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._person.offer([(0, self.tr("Niemand apart")), *self._people()])
        self.table.show_records(dossier.own_words)
        self.table.show_again()
        self._empty.setVisible(not dossier.own_words)
        self._show_whole(self.table.record())

    def _show_whole(self, record: Any) -> None:
        self._whole.show_record(record)

    def _add(self) -> None:
        if not self._words.text().strip():
            self._words.setFocus()
            return
        added = self._page.attempt(
            self.tr("Eigen woorden toevoegen"),
            own_words.add,
            self._page.household,
            self._question.value,
            self._words.text(),
            person=self._person.value or None,
        )
        if added:
            self._words.added()
            self.table.select(self._page.session.dossier(self._page.household).own_words[-1].id)
        self._words.setFocus()
