"""The saving per law as a picture: direct and prevented as two bars that also differ in grey."""

import io
import os
from typing import TYPE_CHECKING

from doorbraak import paths
from doorbraak.model import money
from doorbraak.model.documents.chart import LawBar, LawChart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK, _SOFT, _GRID = "#1F2933", "#52606D", "#E4E7EB"
_DIRECT, _PREVENTED = "#174A7C", "#C6DBEF"
_BAR = 0.36
PNG_DPI = 160


def figure(chart: LawChart) -> "Figure":
    """Drawn by Agg: no screen, no window, no state that other figures share."""
    os.environ.setdefault("MPLCONFIGDIR", str(paths.cache_folder() / "matplotlib"))
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = chart.rows
    title = _folded(chart.title, 68)
    above = 1.05 + 0.24 * title.count("\n") + (0.2 if chart.mark else 0)  # inches
    below = 0.95
    height = above + below + 0.5 * max(2, len(rows))
    drawn = Figure(figsize=(9.6, height), facecolor="white")
    FigureCanvasAgg(drawn)
    _words(drawn, chart, title, height)
    axes = drawn.add_axes((0.27, below / height, 0.66, 1 - (above + below) / height))
    if rows:
        _bars(axes, rows)
    else:
        axes.axis("off")
        axes.text(0.5, 0.5, "Er verandert nog niets per wet.", ha="center", color=_SOFT, fontsize=11)
    return drawn


def _words(drawn: "Figure", chart: LawChart, title: str, height: float) -> None:
    """Result, parts and mark above; the source below. A dollar sign would start a formula."""
    y = 0.14
    lines = ((title, 14, "bold", _INK), (chart.mark, 9, "bold", _INK), (chart.sentence, 9.5, "normal", _SOFT))
    for text, size, weight, colour in lines:
        if text:
            drawn.text(
                0.02, 1 - y / height, text, va="top", fontsize=size, fontweight=weight, color=colour, parse_math=False
            )
            y += (text.count("\n") + 1) * size * 1.25 / 72 + 0.06
    source = _folded(chart.source, 130)
    drawn.text(0.02, 0.1 / height, source, va="bottom", fontsize=7.5, color=_SOFT, parse_math=False)


def _folded(text: str, most: int) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, most))


def _bars(axes: "Axes", rows: tuple[LawBar, ...]) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    places = range(len(rows))
    direct, prevented = ([getattr(row, part) / 100 for row in rows] for part in ("direct", "prevented"))
    # A law with one part has its bar in the middle, beside its name.
    off = [_BAR / 2 if row.direct and row.prevented else 0.0 for row in rows]
    axes.barh([at - up for at, up in zip(places, off, strict=True)], direct, _BAR, color=_DIRECT, label="Direct")
    axes.barh(
        [at + down for at, down in zip(places, off, strict=True)], prevented, _BAR, color=_PREVENTED,
        edgecolor=_DIRECT, linewidth=0.8, hatch="////", label="Voorkomen",
    )  # fmt: skip
    for at, row in enumerate(rows):
        for cents, aside in ((row.direct, -off[at]), (row.prevented, off[at])):
            if cents:
                axes.annotate(
                    money.whole(cents), (cents / 100, at + aside), (4 if cents > 0 else -4, 0),
                    textcoords="offset points", va="center", ha="left" if cents > 0 else "right",
                    fontsize=8, color=_INK,
                )  # fmt: skip
    axes.set_yticks(list(places), [_folded(row.law, 30) for row in rows], fontsize=9, color=_INK)
    axes.invert_yaxis()
    axes.margins(x=0.16)
    axes.axvline(0, color=_INK, linewidth=0.8)
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda euros, _: money.whole(round(euros * 100))))
    axes.tick_params(axis="both", length=0, labelcolor=_SOFT, labelsize=8)
    axes.tick_params(axis="y", labelcolor=_INK, labelsize=9)
    axes.grid(axis="x", color=_GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(False)
    axes.legend(
        loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, frameon=False, fontsize=9, labelcolor=_INK, borderpad=0,
    )  # fmt: skip


def png(chart: LawChart) -> bytes:
    return _saved(chart, "png", {"Software": None, "Title": "Besparing per wet"})


def pdf(chart: LawChart) -> bytes:
    """Without maker and moment, so that the same numbers give the same bytes."""
    return _saved(chart, "pdf", {"Creator": None, "Producer": None, "CreationDate": None, "Title": "Besparing per wet"})


def _saved(chart: LawChart, kind: str, metadata: dict[str, str | None]) -> bytes:
    out = io.BytesIO()
    figure(chart).savefig(out, format=kind, dpi=PNG_DPI, metadata=metadata)
    return out.getvalue()
