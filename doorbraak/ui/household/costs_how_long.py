"""How many people a threat concerns, and for how many months: asked in words, reckoned into quantities."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from doorbraak.model.errors import InputError
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.numbers import typed_number, typed_whole

_WIDE = 60  # pixels
_MOST_MONTHS = 120


class HowLong(QWidget):
    """`changed` when one of the two says something else; what can't be read counts as nothing and says so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.people, self.months = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for text, field in ((self.tr("Hoe&veel mensen?"), self.people), (self.tr("Hoeveel maanden?"), self.months)):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.setMaximumWidth(_WIDE * 2)
            field.setMinimumWidth(_WIDE)
            field.textEdited.connect(lambda _: self.changed.emit())
            row.addWidget(label)
            row.addWidget(field)
        self._said = QLabel()
        self._said.setProperty("quiet", True)
        row.addWidget(self._said, 1)

    def clear(self) -> None:
        for field in (self.people, self.months):
            field.clear()

    def read(self) -> tuple[int, Fraction]:
        """People and months, both 0 while one of them is missing or can't be read; then that is said beside them."""
        found: list[int] = []
        said = ""
        for field in (self.people, self.months):
            try:
                found.append(self._number(field))
                mark(field, None)
            except InputError as error:
                mark(field, error)
                said = error.sentence
        self._said.setText(said or self.tr("Leeg: vul het aantal per regel zelf in."))
        if len(found) < 2 or not all(found):
            return 0, Fraction(0)
        return found[0], Fraction(found[1], 10)

    def _number(self, field: QLineEdit) -> int:
        """Whole people; tenths of months. Raises InputError."""
        text = field.text().strip()
        if not text:
            return 0
        if field is self.people:
            return typed_whole(text, "people")
        tenths = typed_number(text, 1, "months")
        if tenths > 10 * _MOST_MONTHS:
            raise InputError("Dat is meer dan tien jaar. Schrijf het aantal maanden.", "months")
        return tenths
