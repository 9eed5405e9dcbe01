"""What the signs and lines of the map mean: drawn by what draws the map itself, with words beside them.

Only what is on this map is explained.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from doorbraak.model.dossier.agencies import Bond
from doorbraak.model.dossier.people import Living
from doorbraak.model.dossier.problems import Owner
from doorbraak.model.insight.ecomap import Ecomap, Link, Node, Point, Wait
from doorbraak.model.insight.ecomap_labels import Label
from doorbraak.model.insight.ecomap_rows import PLAIN
from doorbraak.model.insight.genogram import Sign
from doorbraak.model.insight.genogram_families import Shape
from doorbraak.ui.drawing.ecomap import paint_link, paint_node, paint_wait, text_width
from doorbraak.ui.drawing.genogram import paint_sign
from doorbraak.ui.drawing.ink import Ink
from doorbraak.ui.drawing.words import paint_text
from doorbraak.ui.paper import fonts

FONT, ROW = 11.0, 20.0
_LINE, _SIGN, _GAP, _APART = 34.0, 12.0, 6.0, 22.0  # widths: a line, a sign, to its words, to the next one
_NOTHING = Label((), 0, 0, 0, 0, to_left=False)
_OWNERS: dict[Owner, str] = {
    "household": "probleem van het huishouden",
    "professional": "probleem van een professional",
    "system": "probleem van het systeem",
    "": "probleem, eigenaar nog niet gekozen",
}
_BONDS: dict[Bond, str] = {"helps": "helpt", "thin": "dunne band", "strains": "wringt", "": "band nog niet gekozen"}
_SHAPES: dict[Shape, str] = {
    "square": "man, met leeftijd",
    "circle": "vrouw, met leeftijd",
    "diamond": "iemand anders, met leeftijd",
    "unknown": "man of vrouw is niet ingevuld",
}
_ELSEWHERE: dict[Living, str] = {"partly": "woont hier soms", "no": "woont ergens anders"}


@dataclass(frozen=True, slots=True)
class Entry:
    """`draw` paints the sample with its left end, half-way up, at a point."""

    words: str
    sample: float
    draw: Callable[[QPainter, QPointF, Ink], None]

    @property
    def width(self) -> float:
        return self.sample + _GAP + text_width(FONT)(self.words)


def rows_of(ecomap: Ecomap, width: float, *, after: bool) -> tuple[tuple[Entry, ...], ...]:
    """Rows that fit in `width`: signs, lines, people."""
    rows: list[list[Entry]] = []
    for group in (_signs(ecomap, after=after), _lines(ecomap), _people(ecomap.genogram.signs)):
        fresh = True
        for entry in group:
            if fresh or _wide([*rows[-1], entry]) > width:
                rows.append([])
            rows[-1].append(entry)
            fresh = False
    return tuple(tuple(row) for row in rows)


def paint_legend(painter: QPainter, rows: tuple[tuple[Entry, ...], ...], place: QRectF, ink: Ink) -> None:
    """Each row in the middle of `place`, from its top."""
    for at, row in enumerate(rows):
        x, y = place.center().x() - _wide(row) / 2, place.top() + (at + 0.5) * ROW
        for entry in row:
            entry.draw(painter, QPointF(x, y), ink)
            words = QRectF(x + entry.sample + _GAP, y - ROW / 2, entry.width, ROW)
            paint_text(painter, words, entry.words, FONT, Qt.AlignmentFlag.AlignLeft, ink.text)
            x += entry.width + _APART


def _wide(row: list[Entry] | tuple[Entry, ...]) -> float:
    return sum(entry.width for entry in row) + _APART * (len(row) - 1)


def _signs(ecomap: Ecomap, *, after: bool) -> Iterator[Entry]:
    there = {node.owner for node in ecomap.problems}
    for owner, words in _OWNERS.items():
        if owner in there:
            yield _sign(words, "problem", owner=owner)
    if any(node.key for node in ecomap.problems):
        yield _sign("sleutelprobleem: maakt de meeste andere los", "problem", owner="household", key=True)
    if ecomap.agencies:
        yield _sign("instantie", "agency")
    if after and any(node.goes for node in ecomap.agencies):
        yield _sign("instantie die dan weg is", "agency", gone=True)


def _lines(ecomap: Ecomap) -> Iterator[Entry]:
    there = {link.bond for link in ecomap.links}
    for bond, words in _BONDS.items():
        if bond in there:
            yield _link(words, bond)
    if len({link.thickness for link in ecomap.links}) > 1:
        yield _link("dikker: vaker contact", "helps", thickness=0.45)
    if any(wait.knot is None for wait in ecomap.waits):
        yield _wait("wacht op", None)
    if any(wait.knot is not None for wait in ecomap.waits):
        yield _wait("knoop: wacht op elkaar", 1)


def _people(signs: tuple[Sign, ...]) -> Iterator[Entry]:
    for shape, words in _SHAPES.items():
        if any(sign.shape == shape for sign in signs):
            yield _person(words, shape)
    for living, words in _ELSEWHERE.items():
        shown = next((sign for sign in signs if sign.lives_here == living and not sign.died), None)
        if shown:
            yield _person(words, shown.shape, living)
    dead = next((sign for sign in signs if sign.died), None)
    if dead:
        yield _person("overleden", dead.shape, died=True)


def _person(words: str, shape: Shape, living: Living = "yes", *, died: bool = False) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        painter.save()
        painter.translate(at.x() + _SIGN / 2, at.y())
        paint_sign(painter, Sign(0, "", "", 0, 0, shape, living, died, ""), _SIGN, fonts.font(FONT), ink)
        painter.restore()

    return Entry(words, _SIGN, draw)


def _sign(words: str, kind: str, *, owner: Owner = "", key: bool = False, gone: bool = False) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        node = Node(f"{kind} 0", "", at.x() + _SIGN / 2, at.y(), PLAIN, _NOTHING, owner=owner, key=key)
        paint_node(painter, node, FONT, ink, gone=gone)

    return Entry(words, _SIGN, draw)


def _link(words: str, bond: Bond, *, thickness: float = 0.2) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        start, curves = _straight(at)
        sample = Link("", "", PLAIN, thickness * FONT, start, curves, bond=bond)
        paint_link(painter, sample, FONT, ink)

    return Entry(words, _LINE, draw)


def _wait(words: str, knot: int | None) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        start, curves = _straight(at)
        paint_wait(painter, Wait("", "", start, curves, knot, ""), FONT, ink)

    return Entry(words, _LINE, draw)


def _straight(at: QPointF) -> tuple[Point, tuple[tuple[Point, Point, Point], ...]]:
    x, y = at.x(), at.y()
    return (x, y), (((x + _LINE / 3, y), (x + _LINE * 2 / 3, y), (x + _LINE, y)),)
