"""The two lists of Vandaag: what was agreed, to tick, and the days that come by themselves, with a countdown."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import tasks
from doorbraak.model.dossier.tasks import Task
from doorbraak.model.errors import UserError
from doorbraak.model.insight import worklist
from doorbraak.model.insight.talk_promise import promised
from doorbraak.model.insight.today import is_task
from doorbraak.model.insight.worklist import Item
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.line_list import Line, LineList

_TABLES = {
    "letter": "letter",
    "event": "threatening_event",
    "step": "step",
    "term": "intervention",
    "turns-18": "person",
}
"""Where a kind of day stands; the others are tasks."""


class Agreed(QWidget):
    """Promises, tasks and appointments that are open. A tick or Space finishes one; undo brings it back."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._list = LineList(self.tr("Beloften en taken"), self)
        self._list.ticked.connect(self._finish)
        self._none = quiet(self.tr("Nog geen beloften of taken. Wat spraken jullie af?"))
        self._new = DraftLine(page.session, self.tr("Nieuwe taak voor dit bezoek"), "add:today")
        self._new.setPlaceholderText(self.tr("Niet vergeten: wat, en de dag erachter: brief lezen voor 1 dec"))
        self._new.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat is er afgesproken?"), self._list))
        column.addWidget(block((self._new, button(self.tr("&Toevoegen"), self._add))))
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addStretch(0)

    def show_tasks(self, agreed: Sequence[Task], today: date) -> None:
        self._list.show_lines([Line(task.id, _task_words(task, today), ticked=False) for task in agreed])
        self._list.setVisible(bool(agreed))
        self._none.setVisible(not agreed)

    def _finish(self, task: int, done: bool) -> None:
        if done:
            self._page.attempt(self.tr("Taak afronden"), tasks.finish, task, date.today())

    def _add(self) -> None:
        if self._new.text().strip():
            try:
                said = promised(self._new.text(), date.today())
                self._page.run(self.tr("Taak toevoegen"), tasks.add, self._page.household, said.words, due=said.due)
            except UserError as error:
                self._page.session.problem.emit(error)
            else:
                self._new.added()
        self._new.setFocus()


class Dates(QWidget):
    """Days that threaten, the nearest first. What is a task can be ticked here; Enter goes to where the rest stands."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._items: dict[str, Item] = {}
        self._list = LineList(self.tr("Dagen die eraan komen"), self)
        self._list.ticked.connect(self._finish)
        self._list.itemActivated.connect(lambda _: self._open())
        self._none = quiet(self.tr("Nog niets met een dag. Brieven, stappen en dreigingen komen hier vanzelf."))
        self._how = quiet(self.tr("Enter brengt je naar het blad waar de datum staat."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat komt eraan?"), self._list))
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addWidget(self._how)
        column.addStretch(0)

    def show_items(self, items: Sequence[Item], today: date) -> None:
        catalogue = self._page.session.catalogue
        self._items = {item.id: item for item in items}
        self._list.show_lines(
            [
                Line(
                    item.id,
                    _item_words(item, worklist.what(item, catalogue), today),
                    ticked=False if is_task(item) else None,
                )
                for item in items
            ]
        )
        self._list.setVisible(bool(items))
        self._how.setVisible(bool(items))
        self._none.setVisible(not items)

    def _finish(self, key: str, done: bool) -> None:
        item = self._items.get(key)
        if item is not None and done:
            self._page.attempt(self.tr("Taak afronden"), tasks.finish, item.row, date.today())

    def _open(self) -> None:
        item = self._items.get(str(self._list.key))
        if item is not None:
            self._page.session.wanted.emit(_TABLES.get(item.kind, "task"))


def _task_words(task: Task, today: date) -> str:
    """Who and when under it, in words, so that no colour is needed to see what is late."""
    near = worklist.from_today(task.due, today) if task.due else ""
    kind = worklist.KIND_NAMES[task.kind] if task.kind != "task" else ""
    under = " · ".join(part for part in (kind, task.lead, near) if part)
    return f"{task.words}\n{under}" if under else task.words


def _item_words(item: Item, what: str, today: date) -> str:
    kind = worklist.KIND_NAMES[item.kind]
    near = worklist.how_near(item, today).capitalize()
    return f"{near}: {what}" if item.kind in ("term", "turns-18") else f"{near}: {kind.lower()}\n{what}"
