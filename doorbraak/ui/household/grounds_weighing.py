"""The parts of the justification in words: a list of them with what is written, and the chosen one to write."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import considerations, noted
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.considerations import PARTS, Consideration, Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, heading, quiet, side_by_side
from doorbraak.ui.widgets.fields import TextField
from doorbraak.ui.widgets.record_model import ORIGIN, Column
from doorbraak.ui.widgets.record_table import RecordTable

QUESTIONS: dict[Part, str] = {
    "wanted-effect": "Wat moet er veranderen voor dit huishouden?",
    "purpose-of-laws": "Wat willen de wetten beschermen? Past dit besluit daarbij?",
    "effects-short": "Wat gebeurt er de komende maanden? En wat als je niets doet?",
    "effects-long": "Wat is er over een paar jaar anders?",
    "others-short": "Wat merken kinderen, buren, schuldeisers en andere instanties de komende maanden?",
    "others-long": "Wat merken zij over een paar jaar? Komen er meer die dit vragen?",
    "payer-short": "Wat betaalt wie, de komende maanden?",
    "payer-long": "Wat betaalt of wint wie, over een paar jaar?",
    "legal-test": "Mag het? Welk artikel draagt het, en hoe los je op wat blokkeert?",
    "legitimacy": "Kun je dit besluit uitleggen aan de raad, de rechter en de buren?",
    "involvement": "Staat het huishouden erachter? En wie het moet uitvoeren?",
    "return": "Wat levert het op, vergeleken met doorgaan zoals nu?",
    "weighing": "Alles naast elkaar: waarom is dit het beste besluit?",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A part, with its consideration or without one."""

    id: int
    part: Part
    written: Consideration | None

    @property
    def origin(self) -> Origin:
        return self.written.origin if self.written else ""


class WeighingBlock(QWidget):
    """The considerations of the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self.table = RecordTable(page.session, "consideration", self.tr("Overwegingen"), self._columns(), self)
        self.table.current.connect(lambda _: self._show_part())
        self.table.opened.connect(lambda _: self._words.setFocus())
        self.table.removal.connect(self._empty)
        self._total = quiet()
        self._words = TextField(page.session, self.tr("Tekst van dit onderdeel"), self._write)
        self._question = heading("", self._words)
        self._question.setWordWrap(True)
        both = side_by_side(self, (block(self._total, self.table), 460), (block(self._question, self._words), 680))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)

    def _columns(self) -> list[Column]:
        return [
            Column("part", self.tr("Onderdeel"), lambda row: choice_names.PARTS[row.part], sort=lambda row: row.id),
            Column(
                "written",
                self.tr("Geschreven"),
                lambda row: self.tr("✓ Ja") if row.written else self.tr("Nog niet"),
                width=100,
            ),
            Column(
                ORIGIN,
                self.tr("Herkomst"),
                lambda row: choice_names.ORIGINS[row.origin] if row.origin else "",
                self._set_origin,
                choices=lambda: list(choice_names.ORIGINS.items()),
                start=lambda row: row.origin,
                width=100,
                hint=self.tr("Van wie dit komt. Een voorbeeld is verzonnen."),
            ),
        ]

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        self._intervention = chosen
        written = {one.part: one for one in dossier.considerations if chosen and one.intervention == chosen.id}
        rows = [_Row(at, part, written.get(part)) for at, part in enumerate(PARTS, 1)] if chosen else []
        self.table.show_records(rows)
        if self.table.record() is None:
            self.table.select_first()
        self._total.setText(
            self.tr("Geschreven: %d van de %d. Kies een onderdeel en druk op Enter.") % (len(written), len(PARTS))
            if written
            else self.tr("Nog niets geschreven. Kies een onderdeel en druk op Enter.")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan kun je opschrijven wat je afweegt.")
        )
        self._show_part()

    def _show_part(self) -> None:
        row: _Row | None = self.table.record()
        self._words.setEnabled(row is not None)
        self._question.setText(QUESTIONS[row.part] if row else "")
        if row is None or self._intervention is None:
            self._words.show_value("", "")
        else:
            place = f"consideration:{self._intervention.id}:{row.part}"
            self._words.show_value(place, row.written.words if row.written else "")

    def _write(self, text: str, merge: str) -> None:
        _, intervention, part = merge.split()[0].split(":")  # of the place: another may be in sight by now
        label = self.tr("Overweging wijzigen")
        self._page.run(label, considerations.write, int(intervention), part, text, merge=merge)

    def _empty(self, row: _Row) -> None:
        if row.written is not None:
            written = row.written
            label = self.tr("Overweging weghalen")
            self._page.attempt(label, considerations.write, written.intervention, written.part, "")

    def _set_origin(self, row: _Row, chosen: str) -> None:
        if row.written is None:
            raise InputError("Schrijf dit onderdeel eerst. Kies daarna van wie het komt.", "origin")
        self._page.run(self.tr("Herkomst wijzigen"), noted.set_origin, "consideration", row.written.id, chosen)
