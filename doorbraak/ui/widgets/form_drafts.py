"""What stands in a form and is not saved yet: a lock or a kill leaves it to the next time that the form is opened."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from doorbraak.ui.clearing import Kept
from doorbraak.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:  # as with other fields
    from doorbraak.ui.session import Session


class FormDrafts(Kept):
    """Of one form, made once its fields stand as they do without a draft. Who saves or cancels has no draft any more.

    `place` is that of the draft: "household:12:closing", or "workspace:assumptions".
    """

    PAUSE = 2000  # milliseconds after the last key

    def __init__(self, session: "Session", place: str, form: FormDialog) -> None:
        super().__init__(form)
        self._session, self._place, self._form = session, place, form
        self._locked = False
        self._began = self._now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.PAUSE)
        self._timer.timeout.connect(self._keep)
        self._show()
        for field in form.fields.values():
            if isinstance(field, QComboBox):
                field.currentTextChanged.connect(lambda _: self._timer.start())
            elif isinstance(field, QLineEdit | QPlainTextEdit):
                field.textChanged.connect(lambda *_: self._timer.start())
        form.finished.connect(lambda _: self._end())

    def keep_typed(self) -> None:
        self._locked = True
        self._keep()

    def _now(self) -> dict[str, str]:
        found = {key: _text(field) for key, field in self._form.fields.items()}
        return {key: text for key, text in found.items() if text is not None}

    def _show(self) -> None:
        left = _read(self._session.store.drafts.all().get(self._place, ""))
        known = {key: text for key, text in left.items() if key in self._began and text != self._began[key]}
        for key, text in known.items():
            _write(self._form.fields[key], text)
        if known:
            said = self.tr("Dit typte je de vorige keer. Het is nog niet opgeslagen. Met Annuleren gaat het weg.")
            self._form.notice.say(said, calm=True)

    def _keep(self) -> None:
        self._timer.stop()
        now = self._now()
        changed = {key: text for key, text in now.items() if text != self._began[key]}
        if changed:
            self._session.keep_draft(self._place, json.dumps(changed, ensure_ascii=False))
        else:
            self._session.drop_draft(self._place)

    def _end(self) -> None:
        self._timer.stop()
        if not self._locked:
            self._session.drop_draft(self._place)


def _read(content: str) -> dict[str, str]:
    try:
        found = json.loads(content or "{}")
    except ValueError:
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}


def _text(field: QWidget) -> str | None:
    """None of what holds no words, or a secret."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QLineEdit) and field.echoMode() == QLineEdit.EchoMode.Normal:
        return field.text()
    return None


def _write(field: QWidget, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(max(field.findText(text), 0))
    elif isinstance(field, QLineEdit):
        field.setText(text)
