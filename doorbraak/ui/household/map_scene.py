"""All items of the map, matched by id: what changed is shown again, what did not is left alone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGraphicsScene

from doorbraak.model.insight.ecomap import Ecomap, Link, Node, Point, Wait
from doorbraak.ui.drawing.ink import Ink
from doorbraak.ui.household.map_items import (
    HeadingItem,
    HouseholdItem,
    KnotItem,
    LinkItem,
    Look,
    MapItem,
    NodeItem,
    Person,
    PersonItem,
    WaitItem,
)
from doorbraak.ui.household.map_together import Together, knot_id, link_id, wait_id

_WALKED = (NodeItem, PersonItem)


class MapScene(QGraphicsScene):
    """`current` is the id of what is chosen here, or "". `walked` comes when somebody chose another on the map,
    `relit` when what is veiled has to be painted again.
    """

    walked = Signal(str)
    relit = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ecomap: Ecomap | None = None
        self.current = ""
        self._focused = False
        self._hovered = ""
        self._found: frozenset[str] | None = None
        self._items: dict[str, MapItem] = {}
        self._together: Together | None = None
        self._ink: Ink | None = None
        self._after = False
        self._bright: frozenset[str] | None = None

    # -- what is on it --------------------------------------------------------------------------------

    def show_map(self, ecomap: Ecomap, ink: Ink, *, after: bool) -> None:
        """Items that are gone are let go of later: an event of theirs may be under way."""
        if self._together is not None and not self._together.holds_for(ecomap):
            self._together = None
        alike = self.ecomap is not None and (ecomap.font, ink, after) == (self.ecomap.font, self._ink, self._after)
        self.ecomap, self._ink, self._after = ecomap, ink, after
        wanted, changed, added = {}, False, False  # `changed`: whether what is veiled has to be painted again
        for id_, kind, thing in _things(ecomap):
            item = self._items.get(id_)
            if item is None:
                item = kind(id_)
                item.show_look(self._look(id_, thing))
                self.addItem(item)
                changed = added = True
            else:
                item.setPos(0, 0)
                same = alike and item.look is not None and item.look.thing is thing  # most of them, after an edit
                changed |= not same and item.show_look(self._look(id_, thing)) and not item.bright
            wanted[id_] = item
        for id_, item in self._items.items():
            if id_ not in wanted:
                self.removeItem(item)
                item.deleteLater()
                changed = True
        self._items = wanted
        if self.current not in wanted:
            self.current = ""
        if self._hovered not in wanted:
            self._hovered = ""
        self.setSceneRect(0, 0, ecomap.width, ecomap.height)
        if changed:
            self.relit.emit()
        self._light(all_again=added)

    def _look(self, id_: str, thing: Any) -> Look:
        assert self.ecomap is not None
        assert self._ink is not None
        chosen = id_ == self.current
        gone = self._after and (getattr(thing, "goes", False) or getattr(thing, "opens", False))
        return Look(thing, self.ecomap.font, self._ink, gone, chosen, chosen and self._focused)

    def _look_again(self, *ids: str) -> None:
        for id_ in ids:
            item = self._items.get(id_)
            if item is not None and item.look is not None:
                item.show_look(self._look(id_, item.look.thing))

    # -- finding --------------------------------------------------------------------------------------

    def item(self, id_: str) -> MapItem | None:
        return self._items.get(id_)

    def current_item(self) -> MapItem | None:
        return self._items.get(self.current)

    def told(self) -> list[MapItem]:
        """What a screen reader meets, in the order in which the map is read."""
        return [item for item in self._items.values() if item.sentence]

    def walk(self) -> list[MapItem]:
        """What the keys walk over: nodes and people."""
        return [item for item in self._items.values() if isinstance(item, _WALKED)]

    def node(self, id_: str) -> Node | None:
        item = self._items.get(id_)
        return item.look.thing if isinstance(item, NodeItem) and item.look is not None else None

    def linked(self, id_: str) -> bool:
        """Whether there are two ends with a line between them: `id_` is that of the line."""
        return id_ in self._items

    # -- choosing and lighting ------------------------------------------------------------------------

    def choose(self, id_: str, *, tell: bool = True) -> None:
        """ "" chooses nothing. What is not on the map is not chosen."""
        if id_ and id_ not in self._items:
            id_ = ""
        before, self.current = self.current, id_
        if before != id_:
            self._look_again(before, id_)
            self._light()
            if tell:
                self.walked.emit(id_)

    def set_focused(self, focused: bool) -> None:
        if focused != self._focused:
            self._focused = focused
            self._look_again(self.current)
            self._light()

    def hover(self, id_: str) -> None:
        if id_ != self._hovered:
            self._hovered = id_
            self._light()

    def show_found(self, found: frozenset[str] | None) -> None:
        """Only these are bright; None when nobody searches."""
        if found != self._found:
            self._found = found
            self._light()

    def _light(self, *, all_again: bool = False) -> None:
        """What is found or looked at stays bright with all that belongs to it."""
        bright: frozenset[str] | None = None
        looked = self._hovered or (self.current if self._focused else "")
        if self._found is not None:
            bright = self._found
        elif looked and self.ecomap is not None:
            self._together = self._together or Together(self.ecomap)
            bright = self._together.of(looked) | {self.current}
        if bright != self._bright or all_again:
            for id_, item in self._items.items():
                item.set_bright(bright is None or id_ in bright or item.stays_bright, veiled=bright is not None)
        if bright != self._bright:
            self._bright = bright
            self.relit.emit()

    @property
    def is_veiled(self) -> bool:
        return self._bright is not None

    def veiled(self) -> list[MapItem]:
        """What does not belong to what somebody looks at, from below."""
        return sorted((item for item in self._items.values() if not item.bright), key=lambda item: item.zValue())

    # -- dragging -------------------------------------------------------------------------------------

    def drag(self, id_: str, dx: float, dy: float) -> None:
        """Show a node so far from its place, with its lines after it. The next map puts all where it belongs."""
        item = self._items.get(id_)
        if item is None or self.ecomap is None:
            return
        item.setPos(dx, dy)
        for line in (*self.ecomap.links, *self.ecomap.waits):
            first, last = (line.agency, line.target) if isinstance(line, Link) else (line.source, line.target)
            if id_ in (first, last):
                at = link_id(line) if isinstance(line, Link) else wait_id(line)
                self._items[at].show_look(self._look(at, _pulled(line, dx, dy, first == id_)))

    def put_back(self) -> None:
        """As the layout said, after a drag that came to nothing."""
        if self.ecomap is not None and self._ink is not None:
            self.show_map(self.ecomap, self._ink, after=self._after)


def _things(ecomap: Ecomap) -> Iterator[tuple[str, type[MapItem], Any]]:
    """In the order in which somebody reads them: what is stuck, who is around it, then the lines and the people."""
    yield from ((node.id, NodeItem, node) for node in ecomap.problems)
    yield from ((knot_id(mark), KnotItem, mark) for mark in ecomap.knots)
    yield from ((wait_id(wait), WaitItem, wait) for wait in ecomap.waits)
    yield from ((node.id, NodeItem, node) for node in ecomap.agencies)
    yield from ((link_id(link), LinkItem, link) for link in ecomap.links)
    (x, y), unit = ecomap.genogram_at, ecomap.genogram_unit
    for sign in ecomap.genogram.signs:
        yield f"person {sign.person}", PersonItem, Person(sign, x + unit * sign.x, y + unit * sign.y, unit)
    yield from ((f"heading {heading.id}", HeadingItem, heading) for heading in ecomap.headings)
    nothing_else = replace(ecomap, headings=(), problems=(), agencies=(), links=(), waits=(), knots=())
    yield "the household", HouseholdItem, nothing_else


def _pulled(line: Link | Wait, dx: float, dy: float, at_start: bool) -> Link | Wait:
    """The same line with one end so far away."""

    def moved(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    curves = list(line.curves)
    if at_start:
        curves[0] = (moved(curves[0][0]), *curves[0][1:])
        return replace(line, start=moved(line.start), curves=tuple(curves))
    curves[-1] = (curves[-1][0], moved(curves[-1][1]), moved(curves[-1][2]))
    return replace(line, curves=tuple(curves))
