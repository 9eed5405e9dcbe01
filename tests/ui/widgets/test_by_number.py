"""Numbers that stand for names of Qt's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QToolButton

from doorbraak.ui.widgets import by_number


def test_that_the_numbers_set_what_their_names_would(qapp: QApplication) -> None:
    label, tool, area, field = QLabel(), QToolButton(), QScrollArea(), QLineEdit()
    by_number.as_typed(label)
    by_number.by_tab_only(tool)
    by_number.downwards_only(area)
    by_number.secret(field)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert tool.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    asked = field.inputMethodHints()
    assert asked == Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
