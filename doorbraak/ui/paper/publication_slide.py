"""A chart of a publication as a slide: 1600 by 900 pixels, letters that are read from the back of a room.

Title, source and label are in the picture: it travels without its report. Nothing in the file tells when, where or
with what it was made, so that equal figures give equal bytes.
"""

from typing import TYPE_CHECKING

from doorbraak.model.documents.chart import Chart
from doorbraak.ui.paper import chart as charts
from doorbraak.ui.paper.chart_colours import PAPER

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from doorbraak.ui.paper.chart_words import Words

WIDTH, HEIGHT = 960.0, 540.0
DENSITY = 1600 / WIDTH
_MARGIN, _AIR = 14.0, 8.0
_LOWER = 0.35  # of what a low chart leaves empty: so much stands above it
_TITLES = (24.0, 21.0, 18.0, 16.0)
_MOST_TITLE = 3 * 21.0 * 1.3
_LETTERS = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)


def png(chart: Chart) -> bytes:
    return charts.saved(slide(chart, DENSITY), "png", {"Software": None, "Title": chart.name})


def svg(chart: Chart) -> bytes:
    from doorbraak.model.documents.publication_charts import alternative

    described = {"Title": chart.name, "Description": alternative(chart)}
    return charts.saved(slide(chart), "svg", {"Creator": None, "Date": None, **described})


def pdf(chart: Chart) -> bytes:
    nothing = {"Creator": None, "Producer": None, "CreationDate": None}
    return charts.saved(slide(chart), "pdf", {**nothing, "Title": chart.name})


def slide(chart: Chart, density: float = 1.0) -> "Figure":
    from doorbraak.ui.paper import chart_panels
    from doorbraak.ui.paper.chart_words import words

    room = charts.Room(WIDTH, HEIGHT, _LETTERS[0], density)
    drawn, pen = charts.empty(PAPER, room)
    wide = WIDTH - 2 * _MARGIN
    above = [_title(chart.title, wide), words(chart.sentence, 15, wide, PAPER.quiet)]
    source = words(chart.source, 11.5, wide, PAPER.quiet)
    mark = words(chart.mark, 12.5, wide, PAPER.text, bold=True)
    y = _MARGIN * 1.4
    for part in above:
        pen.words(part.text, _MARGIN, y, part.colour, part.size, bold=part.bold, below=True)
        y += part.height
    foot = HEIGHT - _MARGIN - source.height - mark.height
    pen.line([_MARGIN, WIDTH - _MARGIN], [foot - _AIR / 2] * 2, PAPER.line, 0.8)
    pen.words(mark.text, _MARGIN, foot + 2, mark.colour, mark.size, bold=True, below=True)
    pen.words(source.text, _MARGIN, foot + mark.height, source.colour, source.size, below=True)
    top, height = y + _AIR, foot - _AIR - y
    letters = next(
        (one for one in _LETTERS if chart_panels.height_of(chart, WIDTH, one) + _AIR <= height), _LETTERS[-1]
    )
    spare = max(0.0, height - _AIR - chart_panels.height_of(chart, WIDTH, letters) * chart_panels.THICKEST)
    chart_panels.draw(
        pen, chart, PAPER, charts.Room(WIDTH, HEIGHT, letters, density), top=top + spare * _LOWER,
        below=HEIGHT - foot + _AIR,
    )  # fmt: skip
    return drawn


def _title(text: str, wide: float) -> "Words":
    """Smaller when it is long."""
    from doorbraak.ui.paper.chart_words import words

    made = [words(text, size, wide, PAPER.text, bold=True) for size in _TITLES]
    return next((one for one in made if one.height <= _MOST_TITLE), made[-1])
