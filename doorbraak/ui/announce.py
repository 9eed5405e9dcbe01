"""What a screen reader says by itself, though the focus is elsewhere: saved, refused, where quick entry has come.

Politely: what it is saying is finished first. What is the same as just before is not said again.
"""

from collections.abc import Callable

from PySide6 import QtGui  # its words for screen readers load when there is something to say
from PySide6.QtCore import QObject

heard: list[Callable[[str], object]] = []
"""Told the same words: Qt gives no way to listen to what it passes on."""


def say(about: QObject, words: str) -> None:
    if not words:
        return
    for one in heard:
        one(words)
    if QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(about, words)
        event.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Polite)
        QtGui.QAccessible.updateAccessibility(event)
