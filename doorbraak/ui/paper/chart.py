"""A chart as a picture, by matplotlib's Agg: no screen, no window, no state that other figures share.

All is placed by measured words, so that none is cut and none lies over another. A length is in points.
"""

import io
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak import paths
from doorbraak.model.documents.chart import Chart
from doorbraak.ui.paper.chart_colours import PAPER, Look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from doorbraak.ui.paper.chart_pen import Pen
    from doorbraak.ui.paper.chart_words import Words

PNG_DENSITY = 160 / 72
_WIDTH, _LETTERS = 691.0, 9.0
_MARGIN = 14.0


@dataclass(frozen=True, slots=True)
class Room:
    """How large the picture is, and its letters; `density`: pixels in a point."""

    width: float
    height: float
    letters: float
    density: float = 1.0


def height_of(chart: Chart, width: float, letters: float) -> float:
    """The least that the bars or curves of a chart need to be readable."""
    from doorbraak.ui.paper import chart_panels

    return chart_panels.height_of(chart, width, letters) + _MARGIN


def figure(chart: Chart, look: Look, room: Room) -> "Figure":
    """The bars or curves alone, for where title and sentences stand beside the picture."""
    from doorbraak.ui.paper import chart_panels

    drawn, pen = empty(look, room)
    chart_panels.draw(pen, chart, look, room, top=_MARGIN / 2, below=2.0)
    return drawn


def page(chart: Chart, density: float = 1.0) -> "Figure":
    """On paper: title, mark and sentence above it, the source below."""
    from doorbraak.ui.paper import chart_panels

    above, below = _words(chart)
    height = (
        sum(part.height for part in above + below) + 4 * _MARGIN + max(120.0, height_of(chart, _WIDTH, _LETTERS) * 1.25)
    )
    room = Room(_WIDTH, height, _LETTERS, density)
    drawn, pen = empty(PAPER, room)
    y = _MARGIN
    for part in above:
        pen.words(part.text, _MARGIN, y, part.colour, part.size, bold=part.bold, below=True)
        y += part.height
    under = sum(part.height for part in below)
    for part in below:
        pen.words(part.text, _MARGIN, height - _MARGIN - under, part.colour, part.size, below=True)
    chart_panels.draw(pen, chart, PAPER, room, top=y + _MARGIN, below=under + 2 * _MARGIN)
    return drawn


def png(chart: Chart) -> bytes:
    return saved(page(chart, PNG_DENSITY), "png", {"Software": None, "Title": chart.name})


def svg(chart: Chart) -> bytes:
    return saved(page(chart), "svg", {"Creator": None, "Date": None, "Title": chart.name})


def pdf(chart: Chart) -> bytes:
    """Without maker and moment, so that the same numbers give the same bytes."""
    return saved(page(chart), "pdf", {"Creator": None, "Producer": None, "CreationDate": None, "Title": chart.name})


def _words(chart: Chart) -> "tuple[list[Words], list[Words]]":
    """Above and below the panels."""
    from doorbraak.ui.paper.chart_words import words

    wide = _WIDTH - 2 * _MARGIN
    above = [words(chart.title, 14, wide, PAPER.text, bold=True), words(chart.mark, 9, wide, PAPER.text, bold=True)]
    if chart.panels:
        above.append(words(chart.sentence, 9.5, wide, PAPER.quiet))
    return above, [words(chart.source, 7.5, wide, PAPER.quiet)]


def empty(look: Look, room: Room) -> "tuple[Figure, Pen]":
    """A figure with nothing on it yet, and what draws on it."""
    os.environ.setdefault("MPLCONFIGDIR", str(paths.cache_folder() / "matplotlib"))
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from doorbraak.ui.paper.chart_pen import Pen

    mpl.rcParams["text.hinting"] = "none"  # a third faster, and as wide as they were measured
    drawn = Figure(figsize=(room.width / 72, room.height / 72), dpi=72 * room.density, facecolor=look.ground)
    FigureCanvasAgg(drawn)
    return drawn, Pen(drawn, room.height)


def saved(drawn: "Figure", kind: str, metadata: dict[str, str | None]) -> bytes:
    """Without the moment, and with names inside an SVG that are the same every time."""
    import matplotlib as mpl

    out = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "doorbraak"}):
        drawn.savefig(out, format=kind, dpi="figure", metadata=metadata)
    return out.getvalue()
