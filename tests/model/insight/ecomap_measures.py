"""What is measured of a map: boxes that overlap, words that lines cross, how far a node moved."""

from collections.abc import Iterable, Iterator
from math import hypot
from pathlib import Path

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.ecomap import Ecomap, Link, Wait
from doorbraak.model.insight.ecomap_labels import LINE
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_CHEAP = keys.Cost(1, 65536)


def published(folder: Path) -> dict[str, Dossier]:
    """The six example households by the name of their file; `folder` does not exist yet."""
    store, _ = Store.create(folder, "zes keer een voorbeeld", dossiers.TABLES, title="Proef", cost=_CHEAP)
    try:
        known = catalogue.load()
        found = {}
        for path in sorted((paths.resources() / "cases").glob("casus-*.json")):
            with store.change("Casus invoeren"):
                home = casefile.take_in(store, casefile.read(path.read_bytes(), known))
            found[path.stem] = dossiers.read(store, home)
        return found
    finally:
        store.close()


def boxes(shown: Ecomap) -> list[Box]:
    """Of all labels; a knot's first line is bold, as a heading is."""
    return [one.label.box for one in (*shown.headings, *shown.problems, *shown.agencies, *shown.knots)]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlapping(shown: Ecomap) -> list[tuple[Box, Box]]:
    """Pairs of labels, and of a label and the circle."""
    (x, y), r = shown.household, shown.radius
    everything = sorted([*boxes(shown), (x - r, y - r, x + r, y + r)], key=lambda box: box[1])
    found = []
    for at, one in enumerate(everything):
        for other in everything[at + 1 :]:
            if other[1] >= one[3]:
                break
            if overlap(one, other):
                found.append((one, other))
    return found


def points(line: Link | Wait, steps: int = 40) -> Iterator[Point]:
    """So many along each curve."""
    start = line.start
    for first, second, end in line.curves:
        for step in range(1, steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            corners = (start, first, second, end)
            x, y = (sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
            yield x, y
        start = end


def crossed(shown: Ecomap, lines: Iterable[Link | Wait] | None = None) -> list[Link | Wait]:
    """Lines that run over a label; all links when none are given."""
    words = boxes(shown)
    return [
        line
        for line in (shown.links if lines is None else lines)
        if any(left < x < right and top < y < bottom for x, y in points(line) for left, top, right, bottom in words)
    ]


def places(shown: Ecomap) -> dict[str, Point]:
    """Of every node, from the household."""
    x, y = shown.household
    return {node.id: (node.x - x, node.y - y) for node in (*shown.problems, *shown.agencies)}


def sector(shown: Ecomap) -> float:
    """The ring, right down and left up, divided by its life domains; at least eight lines of text, where many life
    domains share little height.
    """
    return max(2 * shown.height / max(1, len(shown.headings)), 8 * LINE * shown.font)


def farthest(before: Ecomap, after: Ecomap, ids: Iterable[str]) -> float:
    """How far one of these moved at most, in sectors of the smaller map."""
    here, there = places(before), places(after)
    moves = [hypot(here[id_][0] - there[id_][0], here[id_][1] - there[id_][1]) for id_ in ids]
    return max(moves, default=0.0) / min(sector(before), sector(after))
