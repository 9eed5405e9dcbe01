"""What the first window sets on widgets without naming one of Qt's constants.

`PySide6.QtCore.Qt` makes all of its 1,400 names as soon as one of them is asked for, and that is a tenth of a start.
A property of a widget takes the number too. Tests hold these numbers to their names, and the start to not asking.
"""

from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget

PLAIN_TEXT = 0  # Qt.TextFormat.PlainText
NO_FOCUS, TAB_FOCUS = 0, 1  # Qt.FocusPolicy
NEVER_SHOWN = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
SENSITIVE, NOT_PREDICTED = 0x2, 0x40  # Qt.InputMethodHint: ImhSensitiveData, ImhNoPredictiveText


def as_typed(label: QLabel) -> None:
    """What looks like HTML is shown as it stands."""
    label.setProperty("textFormat", PLAIN_TEXT)


def by_tab_only(widget: QWidget) -> None:
    """The keyboard comes there, a click does not take the focus from where one types."""
    widget.setProperty("focusPolicy", TAB_FOCUS)


def downwards_only(area: QScrollArea) -> None:
    """No scrolling sideways, and no stop for Tab."""
    area.setProperty("focusPolicy", NO_FOCUS)
    area.setProperty("horizontalScrollBarPolicy", NEVER_SHOWN)


def secret(field: QLineEdit) -> None:
    """Keyboards on screen and input methods learn nothing from it."""
    field.setProperty("inputMethodHints", SENSITIVE | NOT_PREDICTED)
