from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets.short_label import ShortLabel

WORDS = "Huishouden 1 · Gezin met achtenveertig instellingen"


def laid(qtbot: QtBot, wraps: bool, share: float, high: float) -> tuple[ShortLabel, str]:
    """In so much of the width and so many times the height that its words need in one line."""
    made = ShortLabel(WORDS, wraps=wraps)
    qtbot.addWidget(made)
    metrics = made.fontMetrics()
    made.resize(round(metrics.horizontalAdvance(WORDS) * share), round(metrics.height() * high))
    return made, made.laid()[1]


def test_that_words_without_room_go_on_in_a_second_line(qtbot: QtBot) -> None:
    made, text = laid(qtbot, True, 0.7, 1.8)
    assert text.replace("\n", " ") == WORDS
    assert text.count("\n") == 1
    metrics = QFontMetrics(made.laid()[0])
    assert all(metrics.horizontalAdvance(line) <= made.width() for line in text.split("\n"))
    assert 2 * metrics.height() <= made.height() + 2


def test_that_what_fits_or_has_no_height_stays_one_line(qtbot: QtBot) -> None:
    assert laid(qtbot, True, 1.1, 1.8)[1] == WORDS
    for wraps, share, high in ((True, 0.7, 1.1), (False, 0.7, 2.0)):
        text = laid(qtbot, wraps, share, high)[1]
        assert "\n" not in text
        assert text.endswith("…")


def test_that_of_more_than_two_lines_the_second_is_cut(qtbot: QtBot) -> None:
    text = laid(qtbot, True, 0.35, 1.8)[1]
    assert text.endswith("…")
    assert text.count("\n") == 1
