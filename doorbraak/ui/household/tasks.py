"""Taken en data: what has to be done, by whom and when; and the days that come from the rest of the dossier."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from doorbraak.model.dossier import tasks
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.tasks import Task
from doorbraak.model.errors import UserError
from doorbraak.model.insight import choice_names, names, worklist
from doorbraak.ui.household.tasks_elsewhere import ElsewhereBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, stacked
from doorbraak.ui.widgets.dated_words import dated_words
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_NO_DAY = date.max.toordinal()  # what has no day comes last


class TasksPage(Page):
    tables = frozenset(
        {
            "household",
            "task",
            "intervention",
            "status_change",
            "step",
            "letter",
            "agency",
            "threatening_event",
            "measurement",
            "person",
        }
    )

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._task = DraftLine(session, self.tr("Nieuwe taak"), "add:task")
        self._task.setPlaceholderText(self.tr("Wat moet er gebeuren? Met de datum erachter: SVB bellen 1-12-2026"))
        self._task.returnPressed.connect(self._add)
        self._tasks = RecordTable(session, "task", self.tr("Taken"), self._columns(), self)
        self._tasks.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._tasks.removal.connect(self.removes(self.tr("Taak weghalen"), tasks.remove))
        self._tasks.current.connect(lambda _: self._name_done())
        self._done = button(self.tr("&Gedaan"), self._finish)
        self._all = QCheckBox(self.tr("&Ook wat gedaan is"))
        self._all.toggled.connect(lambda _: self._show_tasks())
        self._none = quiet()
        self._elsewhere = ElsewhereBlock(self)
        self._lay_out()

    def _lay_out(self) -> None:
        left = block(
            heading(self.tr("Wat moet er gebeuren, en wanneer?"), self._task),
            (self._task, button(self.tr("&Toevoegen"), self._add)),
            self._none,
            self._tasks,
            (self._all, self._done),
        )
        both = stacked(self, (left, 360), (self._elsewhere, 220))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(both)

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column(
                "near",
                self.tr("Wanneer"),
                _near,
                width=120,
                sort=lambda task: task.due.toordinal() if task.due else _NO_DAY,
                hint=self.tr("Hoe lang het nog duurt"),
            ),
            columns.text(self, "words", self.tr("Wat"), self.tr("Taak wijzigen"), tasks.reword),
            columns.choice(
                self, "kind", self.tr("Soort"), self.tr("Soort taak wijzigen"), tasks.set_kind, choice_names.TASKS,
                width=116,
            ),
            columns.text(
                self, "lead", self.tr("Wie doet het"), self.tr("Wie het doet wijzigen"), tasks.set_lead, width=140
            ),
            columns.day(self, "due", self.tr("Voor"), self.tr("Datum van de taak wijzigen"), tasks.set_due),
            columns.day(self, "done_on", self.tr("Gedaan op"), self.tr("Taak afronden"), tasks.finish),
            columns.one_of(
                self,
                "intervention",
                self.tr("Doorbraak"),
                self.tr("Doorbraak van de taak wijzigen"),
                tasks.set_intervention,
                lambda: [
                    (step.id, names.intervention_name(step, catalogue))
                    for step in self.session.dossier(self.household).interventions
                ],
                nobody=self.tr("Geen doorbraak"),
                width=180,
            ),
            columns.origin(self, "task"),
        ]  # fmt: skip

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._show_tasks()
        self._elsewhere.refresh()

    def _show_tasks(self) -> None:
        if self._dossier is None:
            return
        every = self._dossier.tasks
        shown = [task for task in every if self._all.isChecked() or task.done_on is None]
        row = max(0, self._tasks.currentIndex().row())
        self._tasks.show_records(shown)
        self._tasks.show_again()  # a doorbraak may be called otherwise
        if self._tasks.record() is None and shown:  # what was done is gone: the next one comes in its place
            self._tasks.setCurrentIndex(self._tasks.model().index(min(row, len(shown) - 1), 1))
        self._none.setVisible(not shown)
        self._none.setText(
            self.tr("Alles is gedaan. Nog iets te doen? Typ het hierboven.")
            if every
            else self.tr("Nog geen taken. Wat spraken jullie af, en wie doet het?")
        )
        self._name_done()

    def _name_done(self) -> None:
        task: Task | None = self._tasks.record()
        self._done.setEnabled(task is not None)
        done = task is not None and task.done_on is not None
        self._done.setText(self.tr("Nog niet &gedaan") if done else self.tr("&Gedaan"))

    def _finish(self) -> None:
        """Done today; or not yet, when it was done."""
        task: Task | None = self._tasks.record()
        if task is None:
            return
        if task.done_on is None:
            self.attempt(self.tr("Taak afronden"), tasks.finish, task.id, date.today())
        else:
            self.attempt(self.tr("Taak weer openen"), tasks.finish, task.id, None)

    def _add(self) -> None:
        if self._task.text().strip():
            try:
                words, due = dated_words(self._task.text())
                added = self.run(self.tr("Taak toevoegen"), tasks.add, self.household, words, due=due)
            except UserError as error:
                self.session.problem.emit(error)
            else:
                self._task.added()
                self._tasks.select(int(str(added)))
        self._task.setFocus()


def _near(task: Task) -> str:
    """In words, so that colour is not needed to see what is late."""
    if task.done_on is not None:
        return "gedaan"
    return worklist.from_today(task.due, date.today()) if task.due else ""
