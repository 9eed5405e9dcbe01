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
from doorbraak.model.insight.genogram import Sign
from doorbraak.model.insight.genogram_families import Shape
from doorbraak.model.insight.names import PLAIN
from doorbraak.ui.drawing.ecomap import paint_link, paint_node, paint_wait, text_width
from doorbraak.ui.drawing.genogram import paint_sign
from doorbraak.ui.drawing.ink import Ink
from doorbraak.ui.drawing.words import paint_text
from doorbraak.ui.paper import fonts

FONT, ROW = 11.0, 20.0
_LINE, _SIGN, _GAP, _APART = 34.0, 12.0, 6.0, 22.0  # widths: a line, a sign, to its words, to the next one
_NOTHING = Label((), 0, 0, 0, 0, to_left=False)
Said = tuple[str, str]
"""How a sign looks, for who can't see it, and what it means."""
_OWNERS: dict[Owner, Said] = {
    "household": ("rondje", "probleem van het huishouden"),
    "professional": ("ruit", "probleem van een professional"),
    "system": ("driehoek", "probleem van het systeem"),
    "": ("open rondje", "probleem, eigenaar nog niet gekozen"),
}
_BONDS: dict[Bond, Said] = {
    "helps": ("hele lijn", "helpt"),
    "thin": ("streepjeslijn", "dunne band"),
    "strains": ("zigzaglijn", "wringt"),
    "": ("dunne lijn met hier en daar een gat", "band nog niet gekozen"),
}
_SHAPES: dict[Shape, Said] = {
    "square": ("vierkant in de cirkel", "man, met leeftijd"),
    "circle": ("rondje in de cirkel", "vrouw, met leeftijd"),
    "diamond": ("ruit in de cirkel", "iemand anders, met leeftijd"),
    "unknown": ("afgerond vierkant in de cirkel", "man of vrouw is niet ingevuld"),
}
_ELSEWHERE: dict[Living, Said] = {
    "partly": ("half gekleurd teken", "woont hier soms"),
    "no": ("leeg grijs teken", "woont ergens anders"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`draw` paints the sample with its left end, half-way up, at a point."""

    looks: str
    words: str
    sample: float
    draw: Callable[[QPainter, QPointF, Ink], None]

    @property
    def sentence(self) -> str:
        return f"{self.looks[:1].upper()}{self.looks[1:]}: {self.words}."

    @property
    def width(self) -> float:
        return self.sample + _GAP + text_width(FONT)(self.words)


def rows_of(ecomap: Ecomap, width: float, *, after: bool) -> tuple[tuple[Entry, ...], ...]:
    """Rows that fit in `width`: signs, lines, people."""
    rows: list[list[Entry]] = []
    for group in (_signs(ecomap, after=after), _lines(ecomap, after=after), _people(ecomap.genogram.signs)):
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
    for owner, said in _OWNERS.items():
        if owner in there:
            yield _sign(said, "problem", owner=owner)
    if any(node.key for node in ecomap.problems):
        said = "kring om een teken", "maakt het meeste los"
        yield _sign(said, "problem", owner="household", key=True)
    if ecomap.agencies:
        yield _sign(("vierkant", "instantie"), "agency")
    if after and any(node.goes for node in ecomap.agencies):
        yield _sign(("open vierkant met een streep door de naam", "instantie die dan weg is"), "agency", gone=True)


def _lines(ecomap: Ecomap, *, after: bool) -> Iterator[Entry]:
    there = {link.bond for link in ecomap.links}
    for bond, said in _BONDS.items():
        if bond in there:
            yield _link(said, bond)
    if len({link.thickness for link in ecomap.links}) > 1:
        yield _link(("dikke lijn", "dikker: vaker contact"), "helps", thickness=0.36)
    if any(wait.knot is None for wait in ecomap.waits):
        yield _wait(("dunne pijl", "wacht op"), None)
    knotted = {after and wait.opens for wait in ecomap.waits if wait.knot is not None}
    if False in knotted:
        yield _wait(("dikke rode pijl met streepjes", "knoop: wacht op elkaar"), 1)
    if True in knotted:
        yield _wait(("dunne grijze pijl met streepjes", "knoop die dan opengaat"), 1, gone=True)


def _people(signs: tuple[Sign, ...]) -> Iterator[Entry]:
    for shape, said in _SHAPES.items():
        if any(sign.shape == shape for sign in signs):
            yield _person(said, shape)
    for living, said in _ELSEWHERE.items():
        shown = next((sign for sign in signs if sign.lives_here == living and not sign.died), None)
        if shown:
            yield _person(said, shown.shape, living)
    dead = next((sign for sign in signs if sign.died), None)
    if dead:
        yield _person(("teken met een kruis erdoor", "overleden"), dead.shape, died=True)


def _person(said: Said, shape: Shape, living: Living = "yes", *, died: bool = False) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        painter.save()
        painter.translate(at.x() + _SIGN / 2, at.y())
        paint_sign(painter, Sign(0, "", "", 0, 0, shape, living, died, ""), _SIGN, fonts.font(FONT), ink)
        painter.restore()

    return Entry(*said, _SIGN, draw)


def _sign(said: Said, kind: str, *, owner: Owner = "", key: bool = False, gone: bool = False) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        node = Node(f"{kind} 0", "", at.x() + _SIGN / 2, at.y(), PLAIN, _NOTHING, owner=owner, key=key)
        paint_node(painter, node, FONT, ink, gone=gone)

    return Entry(*said, _SIGN, draw)


def _link(said: Said, bond: Bond, *, thickness: float = 0.2) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        start, curves = _straight(at)
        sample = Link("", "", PLAIN, thickness * FONT, start, curves, bond=bond)
        paint_link(painter, sample, FONT, ink)

    return Entry(*said, _LINE, draw)


def _wait(said: Said, knot: int | None, *, gone: bool = False) -> Entry:
    def draw(painter: QPainter, at: QPointF, ink: Ink) -> None:
        start, curves = _straight(at)
        paint_wait(painter, Wait("", "", start, curves, knot, ""), FONT, ink, gone=gone)

    return Entry(*said, _LINE, draw)


def _straight(at: QPointF) -> tuple[Point, tuple[tuple[Point, Point, Point], ...]]:
    x, y = at.x(), at.y()
    return (x, y), (((x + _LINE / 3, y), (x + _LINE * 2 / 3, y), (x + _LINE, y)),)
