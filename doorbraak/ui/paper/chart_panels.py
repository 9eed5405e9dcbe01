"""The panels of a chart under each other, each with bars in rows on one scale, or with curves; the legend above."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.documents.chart import BarRow, Chart, Panel, Piece, Spread, Tone
from doorbraak.ui.paper import chart_curves
from doorbraak.ui.paper.chart_colours import Fill, Look
from doorbraak.ui.paper.chart_pen import Pen
from doorbraak.ui.paper.chart_scale import Scale, nice_steps, scale_of, shown
from doorbraak.ui.paper.chart_words import LEADING, measured, wrapped

if TYPE_CHECKING:
    from doorbraak.ui.paper.chart import Room

_LANE, _GAP, _STEPS, _TITLE = 1.65, 0.55, 2.2, 1.9  # in heights of letters
_TALL = 16  # heights of letters: past that the values stand above the bars too, since one scrolls to those below
_NAMES = 0.34  # of the width, at most
_AIR = 4.0  # points between a bar and its words
_EDGE = 14.0
THICKEST = 1.9  # times the least height: bars grow no thicker


@dataclass(frozen=True, slots=True)
class Box:
    """Where a panel is drawn: points from the top left of the figure."""

    left: float
    top: float
    right: float
    bottom: float


def height_of(chart: Chart, width: float, letters: float) -> float:
    """The least that all panels and the legend need."""
    legend = len(_legend_lines(chart, width - 2 * _EDGE, letters)) * letters * 1.8
    return legend + sum(_height(panel, width, letters) for panel in chart.panels)


def draw(pen: Pen, chart: Chart, look: Look, room: "Room", *, top: float, below: float) -> None:
    """Between `top` and `below` points from the edges; without panels the sentence that says what is missing."""
    if not chart.panels:
        lines = wrapped(chart.empty, room.width - 4 * _EDGE, room.letters * 1.2)
        pen.words("\n".join(lines), room.width / 2, (top + room.height - below) / 2, look.quiet, room.letters * 1.2,
               side="center")  # fmt: skip
        return
    top = _legend(pen, chart, look, room, top)
    needed = [_height(panel, room.width, room.letters) for panel in chart.panels]
    share = max(1.0, (room.height - below - top) / sum(needed))
    for panel, height in zip(chart.panels, needed, strict=True):
        taken = height * (share if panel.curves else min(share, THICKEST))
        _panel(pen, panel, look, room.letters, Box(_EDGE, top, room.width - _EDGE, top + taken))
        top += taken


def _height(panel: Panel, width: float, letters: float) -> float:
    head = letters * _TITLE * (bool(panel.title) + bool(panel.centre))
    if panel.curves:
        return head + letters * (chart_curves.LEAST + _STEPS)
    wide = _names_width(panel, width, letters)
    rows = sum(_row_height(row, wide, letters) for row in panel.rows)
    return head + rows + letters * _STEPS * (2 if rows > _TALL * letters else 1)


def _names_width(panel: Panel, width: float, letters: float) -> float:
    return min(_NAMES * width, max(measured(row.name, letters) for row in panel.rows) + 1)


def _row_height(row: BarRow, wide: float, letters: float) -> float:
    lanes = len(row.lanes) + (row.spread is not None)
    return letters * (max(lanes * _LANE, len(wrapped(row.name, wide, letters)) * LEADING) + _GAP)


def _panel(pen: Pen, panel: Panel, look: Look, letters: float, box: Box) -> None:
    top = box.top
    if panel.title:
        pen.words(panel.title, box.left, top + letters * _TITLE / 2, look.text, letters, bold=True)
        top += letters * _TITLE
    if panel.curves:
        chart_curves.draw(pen, panel, look, letters, Box(box.left, top, box.right, box.bottom))
        return
    if panel.centre:
        top += letters * _TITLE
    wide = _names_width(panel, box.right + _EDGE, letters)
    scale = _scale(panel, letters, box.left + wide + 2 * _AIR, box.right)
    heights = [_row_height(row, wide, letters) for row in panel.rows]
    tall = sum(heights) > _TALL * letters
    top += letters * _STEPS * tall
    bottom = box.bottom - letters * _STEPS
    _steps(pen, panel, scale, look, letters, Box(scale.first, top, box.right, bottom), above=tall)
    share = (bottom - top) / sum(heights)
    for row, height in zip(panel.rows, heights, strict=True):
        middle = top + height * share / 2
        name = "\n".join(wrapped(row.name, wide, letters))
        pen.words(name, box.left + wide, middle, look.text, letters, side="right")
        _row(pen, row, scale, look, letters, middle, share)
        top += height * share


def _scale(panel: Panel, letters: float, first: float, last: float) -> Scale:
    values = [0] if panel.centre is None else [panel.centre[0]]
    beside: list[tuple[int, float]] = []
    for row in panel.rows:
        for lane in row.lanes:
            values += [value for piece in lane for value in (piece.start, piece.end, *(piece.reach or ()))]
            beside += [
                (_tip(piece, right), _beside(piece.words, letters) * (1 if right else -1))
                for piece, right in _sides(lane)
            ]
        if row.spread:
            values += [row.spread.low, row.spread.high]
            beside.append((row.spread.high, _beside(row.spread.words, letters)))
    return scale_of(values, beside, first, last)


def _beside(words: str, letters: float) -> float:
    return measured(words, letters) + 3 * _AIR if words else 0.0


def _sides(lane: tuple[Piece, ...]) -> list[tuple[Piece, bool]]:
    """Each piece with words, and whether they stand at its right: of two the lower one has them at its left."""
    worded = [piece for piece in lane if piece.words and not piece.inside]
    if len(worded) > 1:
        ordered = sorted(worded, key=lambda piece: (piece.end, -piece.start))
        return [(piece, piece is ordered[-1]) for piece in worded]
    return [(piece, piece.end >= piece.start) for piece in worded]


def _tip(piece: Piece, right: bool) -> int:
    """Where its words begin: past the end, and past how far that may reach."""
    ends: tuple[int, ...] = (piece.end, *(piece.reach or ()))
    return max(ends) if right else min(ends)


def _steps(pen: Pen, panel: Panel, scale: Scale, look: Look, letters: float, box: Box, *, above: bool) -> None:
    """Quiet lines at round values with the values below, or `above` too, and a strong one where the bars begin."""
    over = letters * (_TITLE if panel.centre else 0) + letters
    widest = max(measured(shown(round(end), panel.unit), letters * 0.9) for end in (scale.low, scale.high))
    most = int((box.right - box.left) / (widest * 1.5 + 8))
    for value in nice_steps(scale.low, scale.high, panel.unit, max(1, min(6, most))):
        x = scale.at(value)
        pen.line([x, x], [box.top, box.bottom], look.line, 0.8, over=0)
        text, half = shown(value, panel.unit), measured(shown(value, panel.unit), letters * 0.9) / 2
        place = min(max(x, box.left - 3 * _AIR + half), box.right + _EDGE - half - 1)
        for at in (box.bottom + letters, *((box.top - over,) if above else ())):
            pen.words(text, place, at, look.quiet, letters * 0.9, side="center")
    begin = panel.centre[0] if panel.centre else 0
    x = scale.at(begin)
    pen.line([x, x], [box.top, box.bottom], look.text, 1, over=3)
    if panel.centre:
        half = measured(panel.centre[1], letters) / 2
        place = min(max(x, half + _AIR), box.right - half)
        pen.words(panel.centre[1], place, box.top - letters * 0.8, look.text, letters, side="center")


def _row(pen: Pen, row: BarRow, scale: Scale, look: Look, letters: float, middle: float, share: float) -> None:
    lane = letters * _LANE * share
    y = middle - lane * (len(row.lanes) + (row.spread is not None)) / 2
    for pieces in row.lanes:
        for piece in pieces:
            fill = look.assumed(piece.tone) if piece.assumed else look.fills[piece.tone]
            pen.bar(fill, scale.at(piece.start), scale.at(piece.end), y + lane * 0.12, lane * 0.76)
            if piece.reach:
                _whisker(pen, piece.reach, scale, look, letters, y + lane / 2)
            if piece.inside:
                _inside(pen, piece, scale, look, letters, y + lane / 2)
        for piece, right in _sides(pieces):
            x = scale.at(_tip(piece, right)) + (_AIR if right else -_AIR)
            _clear(pen, piece.words, x, y + lane / 2, look, letters, right=right)
            pen.words(piece.words, x, y + lane / 2, look.text, letters, side="left" if right else "right")
        y += lane
    if row.spread:
        _spread(pen, row.spread, scale, look, letters, y + lane / 2)


def _spread(pen: Pen, spread: Spread, scale: Scale, look: Look, letters: float, y: float) -> None:
    """A line with ends and a diamond in the middle; dashed when its width is assumed."""
    low, middle, high = (scale.at(value) for value in (spread.low, spread.middle, spread.high))
    pen.line([low, high], [y, y], look.text, 1.4, dashes=(0, (4, 2)) if spread.assumed else "-", over=2)
    cap = letters * 0.35
    for x in (low, high):
        pen.line([x, x], [y - cap, y + cap], look.text, 1.4, over=2)
    pen.diamond(middle, y, letters * 0.55, look.text)
    _clear(pen, spread.words, high + _AIR * 1.5, y, look, letters)
    pen.words(spread.words, high + _AIR * 1.5, y, look.text, letters)


def _whisker(pen: Pen, reach: tuple[int, int], scale: Scale, look: Look, letters: float, y: float) -> None:
    """A line with ends over the bar, on a wider one of the ground: it is seen on the bar too."""
    low, high = (scale.at(value) for value in reach)
    cap = letters * 0.4
    for colour, wide in ((look.ground, 3.6), (look.text, 1.5)):
        pen.line([low, high], [y, y], colour, wide, over=3)
        for x in (low, high):
            pen.line([x, x], [y - cap, y + cap], colour, wide, over=3)


def _inside(pen: Pen, piece: Piece, scale: Scale, look: Look, letters: float, y: float) -> None:
    start, end = sorted((scale.at(piece.start), scale.at(piece.end)))
    wide = measured(piece.words, letters)
    if wide + 2 * _AIR > end - start:
        return
    middle = (start + end) / 2
    pen.bar(Fill(look.ground, look.ground), middle - wide / 2 - 2, middle + wide / 2 + 2, y - letters * 0.6,
            letters * 1.2, over=3)  # fmt: skip
    pen.words(piece.words, middle, y, look.text, letters, side="center")


def _clear(pen: Pen, words: str, x: float, y: float, look: Look, letters: float, *, right: bool = True) -> None:
    """The ground behind words, so that no line of the scale runs through them."""
    wide = measured(words, letters) * (1 if right else -1)
    pen.bar(Fill(look.ground, look.ground), x, x + wide, y - letters * 0.6, letters * 1.2, over=1)


def _legend_lines(chart: Chart, width: float, letters: float) -> list[list[tuple[Tone, str]]]:
    """As many lines as the words need."""
    lines: list[list[tuple[Tone, str]]] = []
    used = width
    for tone, words in chart.legend:
        wide = measured(words, letters) + 4.5 * letters
        if not lines or used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append((tone, words))
        used += wide
    return lines


def _legend(pen: Pen, chart: Chart, look: Look, room: "Room", top: float) -> float:
    """Where it ends."""
    letters = room.letters
    for line in _legend_lines(chart, room.width - 2 * _EDGE, letters):
        x, middle = _EDGE, top + letters * 0.8
        for tone, words in line:
            if any(row.spread for panel in chart.panels for row in panel.rows) and tone == "total":
                _diamond(pen, look, letters, x, middle)
            else:
                pen.bar(look.fills[tone], x, x + letters * 2.2, middle - letters * 0.5, letters)
            pen.words(words, x + letters * 2.8, middle, look.text, letters)
            x += measured(words, letters) + 4.5 * letters
        top += letters * 1.8
    return top


def _diamond(pen: Pen, look: Look, letters: float, x: float, y: float) -> None:
    pen.line([x, x + letters * 2.2], [y, y], look.text, 1.4, dashes=(0, (4, 2)))
    pen.diamond(x + letters * 1.1, y, letters * 0.55, look.text)
