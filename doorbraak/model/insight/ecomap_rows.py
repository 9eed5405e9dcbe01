"""What stands in the four columns of the map, with names in as many lines as the height allows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from doorbraak.model.insight import names
from doorbraak.model.insight.ecomap_facts import Facts
from doorbraak.model.insight.ecomap_frame import CORRIDOR, MARGIN, Frame
from doorbraak.model.insight.ecomap_labels import MOST_LINES, Row, TextWidth, needed_height, row_of
from doorbraak.model.insight.ecomap_order import Block, Order


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands in the columns, right and left, without its place yet."""

    inner: tuple[list[Row], list[Row]]
    outer: tuple[list[Row], list[Row]]


def rows_of(facts: Facts, order: Order, wide: TextWidth, frame: Frame) -> Rows:
    """Labels wrap as far as there is height for that, else they are cut: the whole name is always in the node."""

    def inner(blocks: Iterable[Block], lines: int) -> list[Row]:
        return [row for domain, ids in blocks for row in _block(facts, domain, ids, wide, frame, lines)]

    def outer(ids: Iterable[int], lines: int) -> list[Row]:
        most = frame.outer * frame.font
        return [row_of(f"agency {id_}", facts.agency_called(id_), names.PLAIN, wide, most, lines) for id_ in ids]

    free = frame.height - 2 * MARGIN * frame.font
    return Rows(
        _fitting([partial(inner, blocks) for blocks in order.blocks], free - 2 * CORRIDOR * frame.font, frame.font),
        _fitting([partial(outer, ids) for ids in order.agencies], free, frame.font),
    )


def _fitting(
    columns: Sequence[Callable[[int], list[Row]]], height: float, font: float
) -> tuple[list[Row], list[Row]]:  # fmt: skip
    right, left = (_column(column, height, font) for column in columns)
    return right, left


def _column(column: Callable[[int], list[Row]], height: float, font: float) -> list[Row]:
    """When not all can wrap, who was there first does: a newcomer changes few."""
    wrapped = column(MOST_LINES)
    used = needed_height(wrapped, font)
    if used <= height or all(len(row.lines) == 1 for row in wrapped):
        return wrapped
    rows = column(1)
    used = needed_height(rows, font)
    for at in sorted(range(len(rows)), key=lambda at: (len(rows[at].id), rows[at].id)):
        more = wrapped[at].height(font) - rows[at].height(font)
        if used + more <= height:
            rows[at] = wrapped[at]
            used += more
    return rows


def _block(
    facts: Facts, domain: str, ids: Iterable[int], wide: TextWidth, frame: Frame, lines: int
) -> Iterator[Row]:  # fmt: skip
    colour = names.life_domain_colour(domain, facts.catalogue)
    most = frame.inner * frame.font
    title = names.life_domain_name(domain, facts.catalogue) or "Zonder leefgebied"
    yield row_of(domain, title, colour, wide, most, 1, heading=True)
    for id_ in ids:
        bold = facts.is_key(id_)
        yield row_of(f"problem {id_}", facts.problem_called(id_), colour, wide, most, lines, bold=bold)
