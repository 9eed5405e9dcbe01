"""Sums that stay as they were beside sums that are new: who subtracts would have the new one all the same.

A total that is new, less parts that are new, is what the other parts came to. So where a part has to stay, its total
stays too, unless all parts of that line that stay changed enough together; and a total that has to stay keeps a part
with it. Once a figure that stays follows from others, it helps no other one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from doorbraak.model.exchange.figures_tied import Line
from doorbraak.model.exchange.ledger import Since
from doorbraak.model.exchange.ledger_amounts import together
from doorbraak.model.exchange.published_rules import Limits
from doorbraak.model.exchange.table_catalogue import CellKey


def staying(
    lines: Sequence[Line], since: Mapping[CellKey, Since | None], alone: AbstractSet[CellKey], limits: Limits, p: int
) -> frozenset[CellKey]:  # fmt: skip
    """`since`: of each figure from what stands there, None where nothing does; `alone`: those that have to stay for
    themselves. A total of which nothing stands there, stays hidden. All of them, when nothing less helps.
    """
    changed = {key: one for key, one in since.items() if one is not None and one.most}
    hidden = {line.whole for line in lines if since[line.whole] is None}

    def passes(keys: Sequence[CellKey]) -> bool:
        if len(keys) == 1:
            return keys[0] not in alone
        return _enough([changed[key] for key in keys if key in changed], limits, p)

    def more(line: Line, found: AbstractSet[CellKey]) -> CellKey | None:
        """Its total, else the part in which least changed."""
        if line.whole not in found and (line.whole in changed or line.whole in hidden):
            return line.whole
        parts = [part for part in line.parts if part in changed and part not in found]
        return min(parts, key=lambda part: (changed[part].most, part), default=None)

    found = frozenset(alone & changed.keys())
    while (line := next(_telling(lines, found, passes), None)) is not None:
        beside = (other for other in lines if not found.isdisjoint({*line.members} & {*other.members}))
        one = next((one for other in (line, *beside) if (one := more(other, found)) is not None), None)
        if one is None:
            return frozenset(since)
        found |= {one}
    return found


def _telling(
    lines: Sequence[Line], stay: AbstractSet[CellKey], passes: Callable[[Sequence[CellKey]], bool]
) -> Iterator[Line]:
    """Lines from which somebody finds out too much about what stays."""
    known: set[CellKey] = set()
    before = -1
    while len(known) > before:
        before = len(known)
        for line in lines:
            unknown = _unknown(line, stay, known)
            if len(unknown) == 1 and unknown[0] not in known:
                if not passes(unknown):
                    yield line
                known.update(unknown)
    for line in lines:
        unknown = _unknown(line, stay, known)
        if len(unknown) > 1 and line.whole not in unknown and not passes(unknown):
            yield line


def _unknown(line: Line, stay: AbstractSet[CellKey], known: AbstractSet[CellKey]) -> list[CellKey]:
    return [key for key in line.members if key in stay and key not in known]


def _enough(parts: Sequence[Since], limits: Limits, p: int) -> bool:
    """Of several figures: the same households may have changed in more than one of them."""
    apart = {}
    for name in sorted({name for one in parts for name in one.apart}):
        spans = [one.apart.get(name, (0, 0)) for one in parts]
        apart[name] = (max(low for low, _ in spans), sum(high for _, high in spans))
    found = [one.difference for one in parts if one.difference is not None]
    return Since(apart, sum(one.twice for one in parts), together(found)).enough(limits, p)
