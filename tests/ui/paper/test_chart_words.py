import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from doorbraak.ui.paper.chart_scale import nice_steps, scale_of
from doorbraak.ui.paper.chart_words import UNKNOWN, drawable, measured, wrapped

SENTENCE = "Bron: rekensom per huishouden, n = 16 publieke kostenposten (€\u00a01.234,50)"


@pytest.mark.parametrize("size", [7.5, 12, 26])
@pytest.mark.parametrize("bold", [False, True])
def test_that_words_are_as_wide_as_they_are_drawn(size: float, bold: bool) -> None:
    """Also after something was drawn at another size with the same font."""
    renderer = FigureCanvasAgg(Figure(dpi=72)).get_renderer()
    font = FontProperties(size=size, weight="bold" if bold else "normal")
    with mpl.rc_context({"text.hinting": "none"}):  # as charts are drawn
        for text in (SENTENCE, SENTENCE.upper(), "àéîœß"):
            drawn = renderer.get_text_width_height_descent(text, font, False)[0]
            assert measured(text, size, bold=bold) == pytest.approx(drawn, rel=0.03)


@pytest.mark.parametrize("bold", [False, True])
def test_that_a_letter_that_the_font_does_not_have_is_drawn_as_a_box_or_as_its_plain_one(bold: bool) -> None:
    """Anybody may call a team or a step something with an emoji in it."""
    assert drawable("Åβ €\nregel", bold=bold) == "Åβ €\nregel"
    assert drawable("Team \uff1d1\uff0b", bold=bold) == "Team =1+"
    assert drawable("Team \U0001f3c6", bold=bold) == f"Team {UNKNOWN}"
    assert measured("\uff1d\U0001f3c6", 9, bold=bold) == measured(f"={UNKNOWN}", 9, bold=bold) > 0


def test_that_lines_stay_within_their_width_and_no_word_is_lost() -> None:
    lines = wrapped(SENTENCE, 120, 9)
    assert " ".join(lines) == SENTENCE
    assert all(measured(line, 9) <= 120 for line in lines)
    cut = wrapped("x" * 200, 100, 9)
    assert "".join(cut) == "x" * 200
    assert all(measured(line, 9) <= 100 for line in cut)


def test_that_words_beside_a_bar_fit_on_the_scale() -> None:
    scale = scale_of([0, 100, -40], [(100, 60.0), (-40, -30.0)], 10, 300)
    assert scale.at(100) + 60 <= 300.01
    assert scale.at(-40) - 30 >= 9.99
    assert scale.at(-40) < scale.at(0) < scale.at(100)


def test_that_equal_values_have_a_scale_too() -> None:
    assert scale_of([0, 0], [], 0, 100).at(0) == 0


@pytest.mark.parametrize(("low", "high"), [(0, 99), (-12_345_600, 987_654_300), (5_000, 5_100), (0, 10**13)])
def test_that_steps_are_few_round_and_in_between(low: int, high: int) -> None:
    steps = nice_steps(low, high, "cents", 6)
    assert len(steps) <= 7
    assert all(low <= step <= high for step in steps)
    assert all(step % 100 == 0 for step in steps)
