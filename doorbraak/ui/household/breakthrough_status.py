"""Every status that the chosen doorbraak had, since when and why; and how long a request waits."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import interventions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention, StatusChange
from doorbraak.model.insight import choice_names
from doorbraak.ui.household.breakthrough_course import request_words
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class StatusBlock(QWidget):
    """The history of the doorbraak that is chosen on `page`, the newest first."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.table = RecordTable(page.session, "status_change", self.tr("Statusverloop"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Status uit het verloop halen"), interventions.remove_status))
        self.table.current.connect(self._show_change)
        self._none = quiet()
        self.waits = quiet()
        self._reason = RecordText(
            page,
            "status_change",
            "reason",
            self.tr("Reden van de status"),
            self.tr("Reden van de status wijzigen"),
            interventions.set_status_reason,
            height=84,
        )
        self._question = heading("", self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block(self.waits, self._none, self.table), 1)
        column.addWidget(self._question)
        column.addWidget(self._reason)

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            Column("status", self.tr("Status"), lambda change: choice_names.STATUSES[change.status], width=130),
            columns.day(
                page, "on_day", self.tr("Sinds"), self.tr("Datum van de status wijzigen"),
                interventions.set_status_day, needed=True,
            ),
            columns.text(
                page, "reason", self.tr("Waarom"), self.tr("Reden van de status wijzigen"),
                interventions.set_status_reason,
            ),
            columns.origin(page, "status_change"),
        ]  # fmt: skip

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        listed = [change for change in dossier.statuses if chosen and change.intervention == chosen.id]
        newer = len(listed) > self.table.shown
        self.table.show_records(sorted(listed, key=lambda change: (change.on_day, change.id), reverse=True))
        if newer or self.table.record() is None:
            self._select_newest()
        self.waits.setText(request_words(chosen, listed, date.today()) if chosen else "")
        self.waits.setVisible(bool(self.waits.text()))
        self._none.setVisible(not listed)
        self._none.setText(
            self.tr("Nog geen verloop. Kies hierboven een andere status, dan komt die hier te staan.")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan zie je hier haar verloop.")
        )
        self._show_change(self.table.record())

    def show_newest(self) -> None:
        """With the question why, for whoever goes there; the keys stay where they are."""
        self._select_newest()

    def _select_newest(self) -> None:
        """However the table is sorted: what is typed below belongs to what was chosen last."""
        newest = max(self.table.records, key=lambda change: change.id, default=None)
        if newest is not None:
            self.table.select(newest.id)

    def _show_change(self, change: StatusChange | None) -> None:
        self._reason.show_record(change)
        refused = change is not None and change.status == "refused"
        self._question.setText(self.tr("Waarom is dit afgewezen?") if refused else self.tr("Waarom deze status?"))
        self._reason.setPlaceholderText(
            self.tr("Wat schrijven ze zelf? Op welke regel?") if refused else self.tr("Wat was de reden?")
        )
