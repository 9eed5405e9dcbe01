"""The form of the justification in the order of the Omgekeerde Toets: first what it has to do, the legal test last.

Beside each field stands what the dossier knows already.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.dossier import considerations
from doorbraak.model.dossier.considerations import Consideration, Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight import choice_names
from doorbraak.ui.household.grounds_facts import articles_said, effects_known, grounds_known, quotes_of
from doorbraak.ui.household.grounds_part import PartText, written_of
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column

PARTS: tuple[Part, ...] = (
    "wanted-effect", "purpose-of-laws", "effects-short", "effects-long", "others-short", "others-long", "payer-short",
    "payer-long", "legal-test",
)  # fmt: skip
"""In the order of the form."""


class WeighingBlock(QScrollArea):
    """The form of the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._quotes: tuple[str, ...] = ()
        self.fields: dict[Part, PartText] = {part: PartText(page, part) for part in PARTS}
        for part in PARTS[2:-1]:
            self.fields[part].lines = 5  # narrow: half as wide as the others
        self._said, self._laws, self._known, self._test = quiet(), quiet(), quiet(), quiet()
        self._take = button(self.tr("Neem hun woorden &over"), self._take_over)
        self._take.setToolTip(self.tr("Zet hun woorden, tussen aanhalingstekens, als begin in het veld."))
        self.fields["wanted-effect"].textChanged.connect(self._offer)
        self._origins = _Origins(page.session, "consideration", self.tr("Overwegingen"), self._columns(), self, rows=4)
        self._origins.removal.connect(self._empty)
        self._whose = heading(self.tr("Van wie komt dit?"), self._origins)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = self.fields
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        own = QVBoxLayout()
        own.addWidget(self._said)
        own.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        own.addStretch()
        for at, (title, field) in enumerate(
            (
                (self.tr("1. Gewenst effect"), fields["wanted-effect"]),
                (self.tr("2. Bedoeling van de wetten"), fields["purpose-of-laws"]),
                (self.tr("3. Gevolgen"), self._effects()),
                (self.tr("4. Juridische toets"), fields["legal-test"]),
            )
        ):
            grid.addWidget(heading(title, field if isinstance(field, PartText) else fields["effects-short"]), 2 * at, 0)
            grid.addWidget(field, 2 * at + 1, 0)
        grid.addLayout(own, 1, 1)
        for at, known in ((3, self._laws), (5, self._known), (7, self._test)):
            grid.addWidget(known, at, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._whose, 8, 0, 1, 2)
        grid.addWidget(self._origins, 9, 0, 1, 2)
        grid.setRowStretch(10, 1)
        self.setWidget(form)

    def _effects(self) -> QWidget:
        """Three rows of two: who, now and later."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, words in enumerate((self.tr("Nu, de komende maanden"), self.tr("Later, over een paar jaar")), 1):
            grid.addWidget(quiet(words), 0, at)
            grid.setColumnStretch(at, 1)
        rows: tuple[tuple[str, Part, Part], ...] = (
            (self.tr("Huishouden"), "effects-short", "effects-long"),
            (self.tr("Anderen"), "others-short", "others-long"),
            (self.tr("Wie betaalt"), "payer-short", "payer-long"),
        )
        for at, (who, short, long) in enumerate(rows, 1):
            grid.addWidget(QLabel(who), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.fields[short], at, 1)
            grid.addWidget(self.fields[long], at, 2)
        return holder

    def _columns(self) -> list[Column]:
        return [
            Column("part", self.tr("Onderdeel"), lambda one: choice_names.PARTS[one.part]),
            Column("noted_on", self.tr("Sinds"), lambda one: shown_day(one.noted_on), width=100),
            columns.origin(self._page, "consideration", width=120),
        ]

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        session, written = self._page.session, written_of(chosen, dossier)
        for field in self.fields.values():
            field.show_part(chosen, written)
        self._quotes = quotes_of(chosen, dossier) if chosen else ()
        if chosen is None:
            self._said.setText(self.tr("Kies eerst een doorbraak. Dan kun je opschrijven wat je afweegt."))
        else:
            self._said.setText(
                "\n".join(self._quotes) or self.tr("Nog geen eigen woorden en geen doel van het huishouden.")
            )
        grounds = [ground for ground in dossier.grounds if chosen and ground.intervention == chosen.id]
        saving = session.saving(dossier.household.id)
        self._laws.setText(articles_said(grounds, session.catalogue) if chosen else "")
        self._known.setText(effects_known(dossier, saving, session.catalogue) if chosen else "")
        self._test.setText(grounds_known(grounds, session.catalogue) if chosen else "")
        listed = [written[part] for part in considerations.PARTS if part in written]
        self._origins.show_records(listed)
        for widget in (self._whose, self._origins):
            widget.setVisible(bool(listed))
        self._offer()

    def go_to(self, part: Part) -> None:
        """The field of this part, in sight and in focus."""
        field = self.fields.get(part, self.fields[PARTS[0]])
        self.ensureWidgetVisible(field)
        field.setFocus()

    def _offer(self) -> None:
        self._take.setEnabled(self._next_quote() is not None)

    def _next_quote(self) -> str | None:
        there = self.fields["wanted-effect"].toPlainText()
        return next((quote for quote in self._quotes if quote not in there), None)

    def _take_over(self) -> None:
        """One at a time, behind what stands there; the cursor goes on after it."""
        field, quote = self.fields["wanted-effect"], self._next_quote()
        if quote is None:
            return
        field.setFocus()
        field.moveCursor(QTextCursor.MoveOperation.End)
        text = field.toPlainText()
        field.insertPlainText(f"{'' if not text or text[-1].isspace() else ' '}{quote}")
        field.finish()

    def _empty(self, one: Consideration) -> None:
        label = self.tr("Overweging weghalen")
        self._page.attempt(label, considerations.write, one.intervention, one.part, "")


class _Origins(LowTable):
    """Telling from whom is what it is for: its column is there before anybody told."""

    def _show_origin(self) -> None:
        pass
