"""What was promised for the first year against what came of it, per law and in all."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.realised import Followed, Parts, Realised, parts_of, realised_of
from doorbraak.model.insight.savings import Saving
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, heading, quiet, stays
from doorbraak.ui.widgets.figure_table import Cell, FigureTable, Heading


class ResultBlock(QWidget):
    """Direct and prevented each have a row of their own: they are never added."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        title = self.tr("Wat kwam er van de besparing?")
        self.table = FigureTable(
            session,
            "follow_up_result",
            title,
            (
                Heading(self.tr("Wet"), "words", 0),
                Heading(self.tr("Beloofd"), width=80),
                Heading(self.tr("Gerealiseerd"), width=96),
                Heading(self.tr("Verwacht"), width=80),
                Heading(self.tr("Niet bevestigd"), width=108),
                Heading(self.tr("Anders"), width=76, hint=self.tr("Wat de antwoorden meer of minder maakten")),
            ),
            self,
        )
        self.table.least = 3
        stays(self.table)
        self._said = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block(heading(title, self.table), self._said, self.table))

    def show_dossier(self, dossier: Dossier, saving: Saving, today: date) -> None:
        found = realised_of(saving, dossier.confirmations, today)
        rows: list[tuple[Cell, ...]] = []
        if found.lines:
            rows = [
                self._row(self.tr("Alles"), self.tr("direct"), found.direct),
                self._row(self.tr("Alles"), self.tr("voorkomen"), found.prevented),
            ]
        laws = dict.fromkeys(law for law, _ in found.by(lambda row: row.line.law))
        for law in laws:
            lines = [one for one in found.lines if one.row.line.law == law]
            name = names.law_name(law, self._session.catalogue)
            for kind, part in (
                (self.tr("direct"), [one for one in lines if one.row.line.event is None]),
                (self.tr("voorkomen"), [one for one in lines if one.row.line.event is not None]),
            ):
                if part:
                    rows.append(self._row(name, kind, _added(part)))
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._said.setText(self._sentence(found))

    def _row(self, law: str, kind: str, parts: Parts) -> tuple[Cell, ...]:
        return f"{law}: {kind}", parts.promised, parts.realised, parts.expected, parts.unconfirmed, parts.other

    def _sentence(self, found: Realised) -> str:
        if not found.lines:
            return self.tr("Nog geen publieke kosten, dus nog geen besparing om te volgen.")
        direct, prevented = found.direct, found.prevented
        return self.tr("Gerealiseerd: %s van %s direct, en %s van %s voorkomen.") % tuple(
            money.whole(cents) for cents in (direct.realised, direct.promised, prevented.realised, prevented.promised)
        )


def _added(lines: Iterable[Followed]) -> Parts:
    return sum((parts_of(one) for one in lines), Parts())
