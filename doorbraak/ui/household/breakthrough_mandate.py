"""Who may decide on the chosen doorbraak: per law what is usual and what this gemeente says, and what to look at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import interventions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.insight import mandates, names
from doorbraak.model.insight.mandates import Decides
from doorbraak.ui.local_mandates import show_local_mandates
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, quiet, side_by_side
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.copying import Readable
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class MandateBlock(QWidget):
    """For the doorbraak that is chosen on `page`. `to_look_at`: how many warnings ask something."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._warnings: tuple[str, ...] = ()
        self.to_look_at = 0
        self.table = RecordTable(page.session, "mandate", self.tr("Wie mag dit besluiten?"), self._columns(), self)
        self.table.opened.connect(self._take)
        self.table.current.connect(lambda _: self._tell())
        self._none = quiet()
        self.said, self.advice = Readable(self.tr("Let op bij wie beslist")), Readable(self.tr("Over deze regel"))
        self._use = button(self.tr("&Neem over als wie beslist"), lambda: self._take(self.table.record()))
        self._list = button(self.tr("&Lijst van deze gemeente…"), self._open_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block(self._none, self.table), 5)
        column.addWidget(side_by_side(self, (self.said, 400), (self.advice, 400)), 4)
        column.addWidget(choice_row(self._use, self._list), 0, Qt.AlignmentFlag.AlignLeft)

    def _columns(self) -> list[Column]:
        catalogue = self._page.session.catalogue
        return [
            Column("law", self.tr("Wet"), lambda one: names.law_name(one.law, catalogue), width=64),
            Column("decision", self.tr("Waarover"), lambda one: one.decision or self.tr("Alles van deze wet")),
            Column("decider", self.tr("Wie mag dat"), lambda one: one.decider),
            Column("source", self.tr("Bron"), self._source, width=116, tip=self._source),
            Column(
                "checked_on",
                self.tr("Nagekeken"),
                lambda one: shown_day(one.checked_on) if one.checked_on else self.tr("nakijken"),
                width=84,
                sort=lambda one: one.checked_on.toordinal() if one.checked_on else 0,
                hint=self.tr("Wanneer iemand dit nakeek in het mandaatbesluit"),
            ),
        ]

    def _source(self, one: Decides) -> str:
        return (one.source or self.tr("Eigen lijst")) if one.local else self.tr("Algemene lijst")

    def show_intervention(
        self, chosen: Intervention | None, dossier: Dossier, local: tuple[LocalMandate, ...]
    ) -> None:  # fmt: skip
        self._intervention = chosen
        catalogue = self._page.session.catalogue
        rows: list[Decides] = []
        self._warnings, self.to_look_at = (), 0
        if chosen is not None:
            for of_law in mandates.mandates_of(chosen, dossier, catalogue, local):
                rows += of_law.rows
            found = mandates.warnings(chosen, dossier, catalogue, local)
            self._warnings, self.to_look_at = tuple(one.sentence for one in found), mandates.to_look_at(found)
        self.table.show_records(rows)
        if self.table.record() is None:
            self.table.select_first()
        self._none.setVisible(not rows)
        self._none.setText(
            self.tr("Nog geen wet bij deze doorbraak. Kies artikelen op het blad Onderbouwing.")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan zie je hier wie erover mag beslissen.")
        )
        self._list.setEnabled(chosen is not None)
        self._tell()

    def _tell(self) -> None:
        one: Decides | None = self.table.record()
        self._use.setEnabled(one is not None)
        warned = "\n".join(f"• {sentence}" for sentence in self._warnings)
        nothing = self.tr("Niets om na te kijken.") if self._intervention else ""
        about = [one.hint, self.tr("Let op: %s") % one.trap if one.trap else ""] if one else []
        if one is not None and one.local:
            about.insert(0, self.tr("Bron: %s.") % self._source(one).rstrip("."))
        for field, text in ((self.said, warned or nothing), (self.advice, "\n".join(part for part in about if part))):
            if field.toPlainText() != text:
                field.setPlainText(text)

    def _take(self, one: Decides | None) -> None:
        if one is not None and self._intervention is not None and one.decider != self._intervention.decider:
            label = self.tr("Wie beslist wijzigen")
            self._page.attempt(label, interventions.set_decider, self._intervention.id, one.decider)

    def _open_list(self) -> None:
        one: Decides | None = self.table.record()
        show_local_mandates(self._page.session, self, law=one.law if one else "")
