import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from doorbraak.model.insight.ecomap_labels import Label
from doorbraak.ui.drawing import words
from tests.ui.drawing.pictures import grey, inked

pytestmark = pytest.mark.usefixtures("qapp")


def inked_between(label: Label, **how: bool) -> tuple[int, int]:
    def draw(painter: QPainter) -> None:
        words.paint_label(painter, label, 12, "#000000", **how)

    found = [x for x, rows in enumerate(inked(grey(300, 40, draw))) if rows]
    return found[0], found[-1]


def test_that_words_stand_where_they_were_measured() -> None:
    width = words.text_width(12)("Woningcorporatie")
    left, right = inked_between(Label(("Woningcorporatie",), 60, 10, width, 15, to_left=False))
    assert 58 <= left <= 63
    assert abs(right - (60 + width)) <= 3


def test_that_words_that_run_to_the_left_end_at_their_place_also_when_bold() -> None:
    label = Label(("Woningcorporatie",), 240, 10, words.text_width(12)("Woningcorporatie"), 15, to_left=True)
    for bold in (False, True):
        assert 236 <= inked_between(label, bold=bold)[1] <= 242


def test_that_text_wider_than_its_place_is_not_cut() -> None:
    def draw(painter: QPainter) -> None:
        place = QRectF(100, 5, 10, 20)
        words.paint_text(painter, place, "Woningcorporatie", 12, Qt.AlignmentFlag.AlignHCenter, "#000000")

    found = [x for x, rows in enumerate(inked(grey(300, 40, draw))) if rows]
    assert found[-1] - found[0] > words.text_width(12)("Woningcorporatie") - 6
    assert abs((found[0] + found[-1]) / 2 - 105) < 4


def test_that_bold_words_take_no_more_room_than_plain_ones_were_given() -> None:
    text = "Schulden die niet meer te betalen zijn"
    width = words.text_width(12)(text)
    left, right = inked_between(Label((text,), 10, 10, width, 15, to_left=False), bold=True)
    assert width - 6 <= right - left <= width + 3
