"""The case judged from four sides, each apart and by somebody: on the page of the justification."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import perspectives
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.perspectives import SIDES, Perspective
from doorbraak.model.insight import choice_names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class PerspectivesBlock(QWidget):
    """The perspectives on the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._role = DraftLine(page.session, self.tr("Nieuw oordeel: van wie?"), "add:perspective")
        self._role.setPlaceholderText(self.tr("Wie oordeelt? Bijvoorbeeld: jurist van de gemeente. Enter voegt toe."))
        self._role.returnPressed.connect(self._add)
        self._side = ChoiceBox(self.tr("Welke kant?"), list(choice_names.SIDES.items()))
        self._side.setMaximumWidth(190)
        self._add_button = button(self.tr("&Toevoegen"), self._add)
        self.table = RecordTable(page.session, "perspective", self.tr("Perspectieven"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Oordeel weghalen"), perspectives.remove))
        self.table.current.connect(lambda record: self._reason.show_record(record))
        self._missing = quiet()
        self._reason = RecordText(
            page,
            "perspective",
            "reason",
            self.tr("Waarom dit oordeel?"),
            self.tr("Reden van het oordeel wijzigen"),
            perspectives.set_reason,
            hint=self.tr("Waarom voor of tegen, en op welke voorwaarden?"),
            height=120,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block((self._role, self._side, self._add_button), self._missing, self.table), 1)
        column.addWidget(heading(self.tr("Waarom dit oordeel?"), self._reason))
        column.addWidget(self._reason)

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.choice(
                page, "side", self.tr("Kant"), self.tr("Kant van het oordeel wijzigen"), perspectives.set_side,
                choice_names.SIDES, width=130,
            ),
            columns.choice(
                page, "verdict", self.tr("Oordeel"), self.tr("Oordeel wijzigen"), perspectives.set_verdict,
                choice_names.VERDICTS, width=180,
            ),
            columns.text(page, "reason", self.tr("Waarom"), self.tr("Reden van het oordeel wijzigen"),
                perspectives.set_reason,
            ),
            columns.text(
                page, "by_role", self.tr("Van wie"), self.tr("Wie oordeelt wijzigen"), perspectives.set_by_role,
                width=200, hint=self.tr("In welke rol iemand oordeelt"),
            ),
            columns.day(page, "on_day", self.tr("Dag"), self.tr("Dag van het oordeel wijzigen"), perspectives.set_day),
            columns.origin(page, "perspective"),
        ]  # fmt: skip

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        other = (chosen and chosen.id) != (self._intervention and self._intervention.id)
        self._intervention = chosen
        listed = [one for one in dossier.perspectives if chosen and one.intervention == chosen.id]
        self.table.show_records(listed)
        if self.table.record() is None:
            self.table.select_first()
        if other:
            self._offer_next(listed)
        self._missing.setText(_missing(listed) if chosen else "Kies eerst een doorbraak. Daarna beoordeel je hem.")
        self._missing.setVisible(bool(self._missing.text()))
        for control in (self._role, self._side, self._add_button):
            control.setEnabled(chosen is not None)
        self._reason.show_record(self.table.record())

    def _offer_next(self, listed: list[Perspective]) -> None:
        """The first side that nobody judged from."""
        judged = {one.side for one in listed}
        self._side.choose(next((side for side in SIDES if side not in judged), SIDES[0]))

    def _add(self) -> None:
        if self._intervention is None or not self._role.text().strip():
            self._role.setFocus()
            return
        added = self._page.attempt(
            self.tr("Oordeel toevoegen"),
            perspectives.add,
            self._intervention.id,
            self._side.value,
            by_role=self._role.text(),
            on_day=date.today(),
        )
        if added:
            self._role.added()
            known = self._page.session.dossier(self._page.household).perspectives
            self.table.select(known[-1].id)
            self._offer_next([one for one in known if one.intervention == self._intervention.id])
        self._role.setFocus()


def _missing(listed: list[Perspective]) -> str:
    """Which sides wait for a verdict."""
    judged = {one.side for one in listed if one.verdict}
    left = [choice_names.SIDES[side].lower() for side in SIDES if side not in judged]
    return f"Nog geen oordeel: {', '.join(left)}." if left else ""
