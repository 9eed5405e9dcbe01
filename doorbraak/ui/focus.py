"""What gets the focus back, when something came between."""

from PySide6 import QtWidgets  # lists load with the first one
from PySide6.QtWidgets import QWidget


def lasting(focused: QWidget | None) -> QWidget | None:
    """A cell's editor ends when it is left, so its table does."""
    above = focused
    while above is not None:
        if isinstance(above, QtWidgets.QAbstractItemView):
            return above
        above = above.parentWidget()
    return focused
