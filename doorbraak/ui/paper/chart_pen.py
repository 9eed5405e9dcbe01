"""Draws bars, lines and words on a figure in points from its top left.

Straight on the figure: axes of matplotlib would each time measure anew what is already placed, for a third of the time.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from doorbraak.ui.paper.chart_colours import Fill
from doorbraak.ui.paper.chart_words import drawable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Side = Literal["left", "center", "right"]
Dashes = str | tuple[float, tuple[float, ...]]


class Pen:
    def __init__(self, drawn: "Figure", height: float) -> None:
        self._drawn = drawn
        self._places = Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72) + drawn.dpi_scale_trans

    def bar(self, fill: Fill, start: float, end: float, y: float, high: float, *, over: int = 2) -> None:
        made = Rectangle(
            (min(start, end), y), abs(end - start), high, facecolor=fill.face, edgecolor=fill.edge, linewidth=0.9,
            hatch=fill.hatch or None, zorder=over, transform=self._places,
        )  # fmt: skip
        self._drawn.add_artist(made)

    def hatched(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        made = Polygon(
            points, facecolor="none", edgecolor=colour, hatch="////", linewidth=0, zorder=1, transform=self._places
        )
        self._drawn.add_artist(made)

    def line(
        self, xs: Sequence[float], ys: Sequence[float], colour: str, wide: float, *, dashes: Dashes = "-", over: int = 1
    ) -> None:
        """What is drawn later, or with a higher `over`, lies above it."""
        made = Line2D(xs, ys, color=colour, linewidth=wide, linestyle=dashes, zorder=over, transform=self._places)
        self._drawn.add_artist(made)

    def diamond(self, x: float, y: float, size: float, colour: str) -> None:
        made = Line2D(
            [x], [y], color=colour, marker="D", markersize=size, linestyle="none", zorder=4, transform=self._places
        )
        self._drawn.add_artist(made)

    def words(
        self, text: str, x: float, y: float, colour: str, size: float, *, side: Side = "left", bold: bool = False,
        below: bool = False,
    ) -> None:  # fmt: skip
        """Beside `x`, in the middle of `y` or `below` it. A dollar sign would start a formula."""
        up = "top" if below else "center" if "\n" in text else "center_baseline"
        made = Text(
            x, y, drawable(text, bold=bold), color=colour, horizontalalignment=side, verticalalignment=up,
            fontproperties=_font(size, bold), parse_math=False, linespacing=1.17, zorder=5, transform=self._places,
        )  # fmt: skip
        self._drawn.add_artist(made)


@lru_cache(maxsize=64)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(size=size, weight="bold" if bold else "normal")
