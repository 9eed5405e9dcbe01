"""Teruglezen: the first action now, then what was said and agreed in large letters, and one line to close with."""

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.insight.load import load_of, weight_of
from doorbraak.model.insight.talk import closing_line, first_steps, read_back, us_of
from doorbraak.model.insight.talk_asked import count_line
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.household.talk_visit import act_now
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.fields import DraftLine, completes

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage


class BackStage(Stage):
    """Made again from the records each time: nothing of it is stored."""

    def __init__(self, page: "TalkPage") -> None:
        super().__init__(page)
        self._us = ""
        asked = QLabel(self.tr("Wat doen we nu meteen?"))
        asked.setProperty("letters", "title")
        asked.setWordWrap(True)
        self._now = self.large(DraftLine(page.session, self.tr("Eerste actie nu"), "add:talk_now"))
        self._now.setPlaceholderText(self.tr("Iets dat nu kan: samen bellen, één brief openen"))
        self._now.returnPressed.connect(self._add)
        self._who = self.large(DraftLine(page.session, self.tr("Wie doet het nu?"), "add:talk_now_who"))
        self._who.returnPressed.connect(self._add)
        self._done = QCheckBox(self.tr("&Is al gedaan"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._now, 3)
        line.addWidget(self._who, 2)
        line.addWidget(self._done)
        line.addWidget(button(self.tr("&Vastleggen"), self._add))
        self._told = self.large(QTextBrowser(), 1.45)
        self._told.setAccessibleName(self.tr("Wat wij teruglezen"))
        self._told.setTabChangesFocus(True)
        self._told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._told.setMinimumHeight(160)
        self._closing = QLabel()
        self._closing.setProperty("letters", "name")
        self._closing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(asked)
        column.addLayout(line)
        column.addWidget(self._told, 1)
        column.addWidget(self._closing)

    def take_focus(self) -> None:
        self._now.setFocus()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        catalogue = self.page.session.catalogue
        self._us = us_of(dossier)
        self._who.setPlaceholderText(self.tr("Wie? Leeg is %s") % self._us)
        completes(self._who, [*(names.person_called(one, catalogue) for one in dossier.people), self._us])
        told = read_back(dossier, catalogue, today)
        parts = [
            f"<p style='margin-bottom:2px'><b>{escape(part.title)}</b></p>"
            + "".join(f"<p style='margin:2px 0 2px 14px'>{escape(sentence)}</p>" for sentence in part.sentences)
            for part in told
        ]
        nothing = self.tr("Nog niets om terug te lezen. Wat wij bij de andere stappen opschrijven, staat straks hier.")
        self._told.setHtml("".join(parts) or f"<p>{escape(nothing)}</p>")
        figures = self.page.session.figures(dossier.household.id)
        closing = closing_line(figures, knots_of(dossier.problems), first_steps(dossier, today)) + "."
        asked = count_line(weight_of(load_of(dossier), today))
        self._closing.setText(f"{closing}\n{self.tr('Voor u %s.') % asked}" if asked else closing)

    def _add(self) -> None:
        if self._now.text().strip() and self.page.noted(
            self.tr("Eerste actie vastleggen"),
            act_now,
            self.page.household,
            self._now.text(),
            self._who.text().strip() or self._us,
            self._done.isChecked(),
        ):
            self._now.added()
            self._who.added()
            self._done.setChecked(False)
        self._now.setFocus()
