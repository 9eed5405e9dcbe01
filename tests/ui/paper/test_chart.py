from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from doorbraak.model.catalogue import load
from doorbraak.model.documents import publication_charts
from doorbraak.model.documents.chart import BarRow, Chart, Panel, Piece, Spread, Tone
from doorbraak.model.documents.chart_list import KINDS, of_household
from doorbraak.model.documents.publication_charts import chart_of
from doorbraak.model.dossier.dossier import read
from doorbraak.model.exchange import published_views
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from doorbraak.ui import theme
from doorbraak.ui.paper import chart
from doorbraak.ui.paper.chart_colours import PAPER, Look, look_of
from doorbraak.ui.theme import THEMES, contrast
from tests.model.exchange.test_published_views import drawn, every, publication
from tests.model.insight.records import dossier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from numpy.typing import NDArray

TODAY = date(2026, 11, 22)
CATALOGUE = load()
LOOKS = [PAPER, *map(look_of, THEMES.values())]
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS, ids=["paper", *THEMES])
EVERY_SIZE = pytest.mark.parametrize(("width", "letters"), [(640, 12), (1100, 12), (1056, 24)])


@pytest.fixture
def six(store: Store, casus: int) -> list[Chart]:
    """Of the published household casus-01."""
    found = read(store, casus)
    saving = saving_of(found, CATALOGUE)
    return [kind.make(of_household(found, saving, TODAY)) for kind in KINDS]


def shown(*rows: BarRow, title: str = "Het plan bespaart € 100") -> Chart:
    """With a dollar sign, that starts a formula elsewhere."""
    panels = (Panel("cents", rows=rows),) if rows else ()
    return Chart(
        "proef", "Proef", title, "Zin met $1$.", "Bron: rekensom $1$", "VOORBEELD", True, ("Wet",), (),
        panels, (("direct", "Direct"), ("prevented", "Voorkomen")), empty="Nog geen kosten.",
    )  # fmt: skip


def bar(name: str, cents: int, words: str = "") -> BarRow:
    return BarRow(name, ((Piece("direct", 0, cents, words),),))


def words(drawn: "Figure") -> "list[Text]":
    from matplotlib.text import Text

    found = drawn.findobj(Text)
    assert found
    return found


def texts(drawn: "Figure") -> list[str]:
    return [text.get_text() for text in words(drawn)]


def boxes(drawn: "Figure") -> list[tuple[str, tuple[float, float, float, float]]]:
    """Where the letters of each text stand, without the air around them."""
    drawn.canvas.draw()
    return [(text.get_text(), text.get_window_extent().extents) for text in words(drawn)]


def outside(drawn: "Figure") -> list[str]:
    width, height = drawn.bbox.width, drawn.bbox.height
    return [
        text
        for text, (x0, y0, x1, y1) in boxes(drawn)
        if x0 < -0.5 or y0 < -0.5 or x1 > width + 0.5 or y1 > height + 0.5
    ]


def overlapping(drawn: "Figure") -> list[tuple[str, str]]:
    placed = boxes(drawn)
    return [
        (one, other)
        for at, (one, a) in enumerate(placed)
        for other, b in placed[at + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 2
    ]


@EVERY_SIZE
def test_that_no_word_of_any_chart_is_cut_or_lies_over_another(six: list[Chart], width: float, letters: float) -> None:
    for one in six:
        room = chart.Room(width, max(260, chart.height_of(one, width, letters)), letters)
        drawn = chart.figure(one, PAPER, room)
        assert outside(drawn) == [], one.key
        assert overlapping(drawn) == [], one.key


def test_that_no_word_on_paper_is_cut_or_lies_over_another(six: list[Chart]) -> None:
    for one in six:
        assert outside(chart.page(one)) == [], one.key
        assert overlapping(chart.page(one)) == [], one.key


def test_that_endless_words_do_not_run_off_the_picture() -> None:
    rows = [
        bar("Een wet met een heel lange naam " * 3, 10**11, "€\u00a01.000.000.000"),
        bar("x" * 90, -(10**11), "-€ 1"),
    ]
    drawn = chart.page(shown(*rows, title="Een titel " * 16))
    assert outside(drawn) == []
    assert overlapping(drawn) == []


def test_that_title_sentence_source_and_mark_are_on_paper(six: list[Chart]) -> None:
    for one in six:
        said = [text.replace("\n", " ") for text in texts(chart.page(one))]
        assert {one.title, one.sentence, one.source, one.mark} <= set(said)


def test_that_beside_a_window_only_the_picture_is_drawn(six: list[Chart]) -> None:
    for one in six:
        assert one.mark not in texts(chart.figure(one, PAPER, chart.Room(800, 400, 12)))


def test_that_every_number_of_a_row_is_written_beside_its_bar(six: list[Chart]) -> None:
    for one in six:
        beside = {
            piece.words
            for panel in one.panels
            for row in panel.rows
            for lane in row.lanes
            for piece in lane
            if piece.words
        }
        assert beside <= set(texts(chart.page(one)))


@EVERY_LOOK
def test_that_what_is_uncertain_is_hatched_and_all_can_be_seen(look: Look) -> None:
    for tone, fill in look.fills.items():
        assert bool(fill.hatch) == (tone in ("prevented", "rest", "expected", "unconfirmed", "undecided", "hidden")), (
            tone
        )
        assert contrast(fill.edge, look.ground) >= 3
        assert fill.face in (look.ground, fill.edge)
    for tone in ("low", "high"):
        assert look.assumed(tone).hatch
    assert contrast(look.text, look.ground) >= 4.5
    assert contrast(look.quiet, look.ground) >= 4.5


@EVERY_LOOK
def test_that_what_stands_in_one_chart_differs_without_colour(six: list[Chart], look: Look) -> None:
    """By hatch, or by filled and hollow; two whole ones at least by how light they are."""
    for one in six:
        whole = []
        seen = []
        for tone, _ in one.legend:
            fill = look.fills[tone]
            seen.append((fill.hatch, fill.face == look.ground))
            if not fill.hatch and fill.face != look.ground:
                whole.append(fill.face)
        assert len({*seen}) >= len(seen) - max(0, len(whole) - 1), one.key
        for at, face in enumerate(whole):
            assert all(contrast(face, other) > 1.6 for other in whole[at + 1 :]), one.key
    assert look.assumed("low").hatch != look.assumed("high").hatch


@EVERY_LOOK
def test_that_what_stands_in_one_chart_differs_in_grey_as_it_is_drawn(six: list[Chart], look: Look) -> None:
    """On the pixels of a sign of the legend: another pattern, or another whole grey. Of a publication too."""
    views = every(published_views.chapters(publication(drawn(1, 0.02))))
    together = {tuple(tone for tone, _ in one.legend) for one in [*six, *(chart_of(view, "2026Q3") for view in views)]}
    together |= {(*publication_charts._TONES, "hidden")}
    assert len(together) > 4
    for tones in together:
        signs = {tone: _in_grey(look, tone) for tone in tones}
        for one, other in combinations(tones, 2):
            assert _differ(signs[one], signs[other]), f"{one} and {other}"


def _in_grey(look: Look, tone: Tone) -> "NDArray[np.float64]":
    """How light each pixel of a sign is, 0 to 1: twice as large as in a legend, so that the pattern repeats."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from doorbraak.ui.paper.chart_pen import Pen

    made = Figure(figsize=(60 / 72, 24 / 72), dpi=144, facecolor=look.ground)
    Pen(made, 24).bar(look.fills[tone], 2, 58, 2, 20)
    canvas = FigureCanvasAgg(made)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(float) / 255
    inside: NDArray[np.float64] = (pixels @ np.array([0.2126, 0.7152, 0.0722]))[8:-8, 8:-8]
    return inside


def _differ(one: "NDArray[np.float64]", other: "NDArray[np.float64]") -> bool:
    """A tenth of the pixels is ink in one and ground in the other; of two whole ones the greys lie apart."""
    even = [sign.max() - sign.min() < 0.05 for sign in (one, other)]
    if all(even):
        light, dark = sorted((float(one.mean()), float(other.mean())), reverse=True)
        return (light + 0.05) / (dark + 0.05) > 1.6
    if any(even):
        return True
    inked = [sign < (sign.max() + sign.min()) / 2 for sign in (one, other)]
    return float((inked[0] ^ inked[1]).mean()) > 0.1


def test_that_a_band_of_which_the_width_is_assumed_is_dashed() -> None:
    def dashed(assumed: bool) -> bool:
        row = BarRow("Gemeente", (), Spread(100, 200, 300, "€ 2", assumed))
        from matplotlib.lines import Line2D

        drawn = chart.figure(shown(row), PAPER, chart.Room(600, 300, 12))
        return any(line.is_dashed() for line in drawn.findobj(Line2D))

    assert dashed(True)
    assert not dashed(False)


def test_that_the_same_numbers_give_the_same_bytes_without_maker_and_moment() -> None:
    one = shown(bar("Jeugdwet", 100))
    for make in (chart.pdf, chart.svg, chart.png):
        assert make(one) == make(one)
    assert b"CreationDate" not in chart.pdf(one)
    assert b"/Creator" not in chart.pdf(one)
    assert b"Matplotlib" not in chart.svg(one)
    assert b"Software" not in chart.png(one)


def test_that_the_picture_is_not_blank() -> None:
    image = QImage.fromData(chart.png(shown(bar("Jeugdwet", 100))))
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 10


def test_that_a_household_without_anything_gets_a_sentence() -> None:
    of = dossier()
    for kind in KINDS:
        empty = kind.make(of_household(of, saving_of(of, CATALOGUE), TODAY))
        assert empty.empty in texts(chart.page(empty))


def test_that_a_chart_is_drawn_in_the_colours_of_the_theme() -> None:
    for one in THEMES.values():
        drawn = chart.figure(shown(bar("Jeugdwet", 100)), look_of(one), chart.Room(600, 300, 12))
        assert words(drawn)[0].get_color() == one.text
        drawn.canvas.draw()
        red, green, blue = bytes(drawn.canvas.buffer_rgba())[:3]
        assert f"#{red:02X}{green:02X}{blue:02X}" == one.field
    assert theme.current().name == "light"
