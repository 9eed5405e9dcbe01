from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets.blocks import card, quiet


def test_that_what_somebody_typed_is_never_read_as_markup(qtbot: QtBot) -> None:
    frame, figure, line = card("Eerste stap")
    qtbot.addWidget(frame)
    assert {label.textFormat() for label in (figure, line, quiet("Nog niets"))} == {Qt.TextFormat.PlainText}
