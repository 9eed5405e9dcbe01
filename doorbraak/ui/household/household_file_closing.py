"""Closing a dossier: why, since when, and in a few words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from doorbraak.model.dossier.household import CloseReason
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import choice_names
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.notice import Notice, mark
from doorbraak.ui.widgets.numbers import shown_day, typed_day


@dataclass(frozen=True, slots=True)
class Answer:
    on: date
    reason: CloseReason
    words: str


class Closing(QDialog):
    """Calls `save` with the answer; what that refuses is said here, and nothing typed is lost."""

    def __init__(self, save: Callable[[Answer], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Dossier sluiten"))
        self._save = save
        self.notice = Notice()
        reasons = choice_names.CLOSE_REASONS.items()
        options = [(reason, name if reason else choice_names.NOT_CHOSEN) for reason, name in reasons]
        self.reason = ChoiceBox(self.tr("Waarom sluit het?"), options)
        self.on = QLineEdit(shown_day(date.today()))
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(90)
        form = QFormLayout(self)
        form.addRow(self.notice)
        for text, field in (
            (self.tr("&Waarom sluit het?"), self.reason),
            (self.tr("&Sinds welke dag?"), self.on),
            (self.tr("&Toelichting"), self.words),
        ):
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(text, field)
        form.addRow(quiet(self.tr("Alles blijft staan. Je kunt het dossier altijd weer openen.")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Dossier sluiten"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Annuleren"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.setMinimumWidth(460)

    def accept(self) -> None:
        fields: dict[str, QWidget] = {"closed": self.on, "close_reason": self.reason, "close_words": self.words}
        for field in fields.values():
            mark(field, None)
        try:
            self._save(self._filled_in())
        except UserError as error:
            self.notice.show_error(error)
            wrong = fields.get(error.field if isinstance(error, InputError) else "")
            if wrong is not None:
                mark(wrong, error)
                wrong.setFocus()
            return
        super().accept()

    def _filled_in(self) -> Answer:
        on = typed_day(self.on.text(), "closed")
        if on is None:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "closed")
        return Answer(on, cast(CloseReason, self.reason.value), self.words.toPlainText())
