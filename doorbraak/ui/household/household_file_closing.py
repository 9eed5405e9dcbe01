"""Closing a dossier: why, since when, and in a few words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from doorbraak.model.dossier.household import CloseReason
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.numbers import shown_day, typed_day


@dataclass(frozen=True, slots=True)
class Answer:
    on: date
    reason: CloseReason
    words: str


class Closing(FormDialog):
    """Calls `save` with the answer."""

    def __init__(self, save: Callable[[Answer], object], parent: QWidget) -> None:
        super().__init__(self.tr("Dossier sluiten"), parent)
        self._save = save
        reasons = choice_names.CLOSE_REASONS.items()
        options = [(reason, name if reason else choice_names.NOT_CHOSEN) for reason, name in reasons]
        self.reason = ChoiceBox(self.tr("Waarom sluit het?"), options)
        self.on = QLineEdit(shown_day(date.today()))
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(90)
        self.ask("close_reason", self.tr("&Waarom sluit het?"), self.reason)
        self.ask("closed", self.tr("&Sinds welke dag?"), self.on)
        self.ask("close_words", self.tr("&Toelichting"), self.words)
        self.say(self.tr("Alles blijft staan. Je kunt het dossier altijd weer openen."))
        self.finish(self.tr("&Dossier sluiten"))

    def save(self) -> None:
        on = typed_day(self.on.text(), "closed")
        if on is None:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "closed")
        if on > date.today():
            raise InputError("Deze dag moet nog komen. Een dossier sluit vandaag of op een eerdere dag.", "closed")
        self._save(Answer(on, cast(CloseReason, self.reason.value), self.words.toPlainText()))
