"""Where an arrow key goes on the map: to the nearest thing that lies that way."""

from collections.abc import Iterable

Point = tuple[float, float]
_ASIDE = 2.0  # how much farther something is for each step that it lies aside


def nearest(here: Point, way: Point, places: Iterable[tuple[str, Point]]) -> str:
    """`way` is a step of one pixel, such as (0, -1) for up. "" when nothing lies that way."""
    best, least = "", float("inf")
    for id_, (x, y) in places:
        ahead = (x - here[0]) * way[0] + (y - here[1]) * way[1]
        aside = abs((x - here[0]) * way[1]) + abs((y - here[1]) * way[0])
        if ahead > 0.5 and aside <= 3 * ahead + 1 and ahead + _ASIDE * aside < least:
            best, least = id_, ahead + _ASIDE * aside
    return best
