"""Enters the justification of a household by keys in the real window, and counts them.

A text is put in at once, as a paste is: words cost no keys here. Every other key counts, also each letter by which an
article or a kind is found or an answer chosen, and Tab, arrows and shortcuts. Shift, Ctrl and Alt are part of their
key. There is no click.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTabBar, QWidget

from doorbraak.model import catalogue
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.named_articles import reference_of
from doorbraak.ui.household.grounds_weighing import PARTS
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead
from tests.benchmarks.eye import wait_until
from tests.benchmarks.typed_cases import Typist

VALUES = ("legitimacy", "involvement", "return")
_ALT, _CONTROL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NEAR = 3  # rows of the suggestions that somebody reads before searching
_LETTERS = 16  # of an article's name, at most
_TABS = 60  # from one end of a page to the other
