"""Lays the map out again only when something on it changed, and as little of it as can be."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.ecomap import Ecomap, drawn
from doorbraak.model.insight.ecomap_facts import aimed_at
from doorbraak.model.insight.ecomap_frame import frame_in
from doorbraak.model.insight.ecomap_labels import TextWidth
from doorbraak.model.insight.ecomap_order import Order, Ordering
from doorbraak.ui.drawing.words import text_width

_UNSEEN = frozenset({"claim_cents", "law", "payer", "ends_when", "weight", "rank", "lead", "origin", "noted_on"})
"""Fields of problems and agencies of which the map shows nothing."""
_NO_PLACE = _UNSEEN | {"contacts_e2", "bond"}
"""And those of an agency that change its lines and sentences, but no place."""
_MOST_WORDS = 10_000
EDGE = 0.6  # of the map, in font sizes: nothing stands there, so that it need not be in sight


class Layout:
    """The last map and what it was made of."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._dossier: Dossier | None = None
        self._around: tuple[Any, ...] = ()
        self._ecomap: Ecomap | None = None
        self._ordered_by: tuple[Any, ...] = ()
        self._order: Order | None = None
        self._ordering = Ordering()
        self._measured: tuple[float, TextWidth] | None = None

    def sized(
        self, dossier: Dossier, letters: tuple[int, int], room: tuple[float, float], bar: float, today: date
    ) -> tuple[float, tuple[float, float]]:
        """The largest letters, of those from the least to the most in pixels, in which all of it fits in the room; and
        that room. Even in the least it may be too large: then scroll bars so wide take their part of the room.
        """
        least, most = letters
        order = self._ordered(dossier)
        for font in range(most, least - 1, -1):
            if frame_in(room, font).width > room[0] + 2 * EDGE * font:
                continue
            shown = drawn(
                dossier, self._catalogue, order, font=font, text_width=self._wide(font), room=room, today=today
            )
            spare = 2 * EDGE * font
            if shown.width <= room[0] + spare and shown.height <= room[1] + spare:
                return float(font), room
        below = bar if frame_in(room, least).width > room[0] else 0.0
        return float(least), (room[0] - bar, room[1] - below)

    def of(self, dossier: Dossier, font: float, room: tuple[float, float], today: date) -> Ecomap:
        """The very same map when nothing on it changed."""
        before, around = self._dossier, (font, room, today)
        edited = _edited(before, dossier) if before is not None and around == self._around else None
        self._dossier, self._around = dossier, around
        if self._ecomap is None or edited is None:
            self._ecomap = self._drawn(dossier, self._ordered(dossier))
        elif edited:
            self._ecomap = self._retouched(self._ecomap, dossier, edited)
        return self._ecomap

    def _drawn(self, dossier: Dossier, order: Order) -> Ecomap:
        font, room, today = self._around
        return drawn(
            dossier, self._catalogue, order, font=font, text_width=self._wide(font), room=room, today=today
        )  # fmt: skip

    def _retouched(self, ecomap: Ecomap, dossier: Dossier, edited: Sequence[Agency]) -> Ecomap:
        """The same places, with lines and sentences from a map of these agencies alone: that is laid out at once."""
        served = {id_ for one in edited for id_ in one.problems}
        problems = tuple(one for one in dossier.problems if one.id in served)
        people = tuple(one for one in dossier.people if any(one.id in agency.people for agency in edited))
        alone = replace(
            dossier, agencies=tuple(edited), problems=problems, people=people, relations=(), custody=()
        )  # fmt: skip
        fresh = self._drawn(alone, self._ordered(dossier))
        nodes = {node.id: node for node in fresh.agencies}
        links = {(link.agency, link.target): link for link in fresh.links}
        return replace(
            ecomap,
            agencies=tuple(
                replace(node, sentence=nodes[node.id].sentence) if node.id in nodes else node
                for node in ecomap.agencies
            ),
            links=tuple(
                replace(link, thickness=new.thickness, bond=new.bond, sentence=new.sentence)
                if (new := links.get((link.agency, link.target))) is not None
                else link
                for link in ecomap.links
            ),
        )

    def _wide(self, font: float) -> TextWidth:
        """Names stay the same from edit to edit, so each is measured once."""
        if self._measured is None or self._measured[0] != font:
            self._measured = font, lru_cache(maxsize=_MOST_WORDS)(text_width(font))
        return self._measured[1]

    def _ordered(self, dossier: Dossier) -> Order:
        """It follows from who is tied to what and no more; finding it takes longest."""
        ordered_by = (
            tuple((one.id, one.life_domain) for one in dossier.problems),
            tuple((one.id, one.problems) for one in dossier.agencies),
        )
        if self._order is None or ordered_by != self._ordered_by:
            self._ordered_by = ordered_by
            self._order = self._ordering.of(dossier.problems, dossier.agencies, self._catalogue)
        return self._order


def _edited(before: Dossier, after: Dossier) -> tuple[Agency, ...] | None:
    """The agencies of which only lines and sentences changed; None when places may have changed too."""
    if _rest(before) != _rest(after) or len(before.agencies) != len(after.agencies):
        return None
    if before.problems is not after.problems and _shown(before.problems) != _shown(after.problems):
        return None
    found = []
    for old, new in zip(before.agencies, after.agencies, strict=True):
        if old == new or _without(old, _UNSEEN) == _without(new, _UNSEEN):
            continue
        if new.future == "merge" or _without(old, _NO_PLACE) != _without(new, _NO_PLACE):
            return None  # what it merges into decides what becomes of it
        found.append(new)
    return tuple(found)


def _rest(dossier: Dossier) -> tuple[Any, ...]:
    home = dossier.household
    return (home.id, home.number, dossier.people, dossier.relations, dossier.custody, aimed_at(dossier))


def _shown(records: Sequence[Any]) -> list[tuple[Any, ...]]:
    return [_without(one, _UNSEEN) for one in records]


def _without(record: Any, names: frozenset[str]) -> tuple[Any, ...]:
    return tuple(getattr(record, field.name) for field in fields(record) if field.name not in names)
