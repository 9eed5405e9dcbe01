"""Where a page ends: what belongs together stays together, as far as one page has room for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from doorbraak.ui.paper.written import FOOT, TOP, Drawing, Page, Rule, Words


class Tie(IntEnum):
    """How strongly a piece holds on to the one before it. When not all fits on a page, the weakest gives way first."""

    FREE = 0
    WHOLE = 1  # what is low, a list of a few lines, an introduction, a note below
    ROWS = 2  # the first two rows of a table, the last two, a total
    HEADING = 3  # a heading, or the head of a table, with what comes next


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never split, its items placed from its own top. `before` falls away at the top of a page.

    `heading`: whether it is nothing without what comes next. `head`: of the table that this is a row of, repeated when
    a page starts with it.
    """

    items: tuple[Words | Rule | Drawing, ...]
    height: float
    before: float = 0.0
    after: float = 0.0
    tie: Tie = Tie.FREE
    heading: bool = False
    head: "Piece | None" = None

    @property
    def blank(self) -> bool:
        return not any(not isinstance(item, Words) or item.text.strip() for item in self.items)


def tied(pieces: Sequence[Piece], tie: Tie, which: Callable[[int], bool] = bool) -> list[Piece]:
    """At least this strongly, where `which` says so of the place; as a rule all but the first."""
    return [replace(one, tie=max(one.tie, tie)) if which(at) else one for at, one in enumerate(pieces)]


def height_of(pieces: Sequence[Piece]) -> float:
    """How much of an empty page they take."""
    if not pieces:
        return 0.0
    first, last = pieces[0], pieces[-1]
    head = first.head.height if first.head else 0.0
    return head + sum(one.before + one.height + one.after for one in pieces) - first.before - last.after


class Flow:
    """Fills pages from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        self.y = TOP

    def fill(self, pieces: Sequence[Piece], least: int = Tie.WHOLE) -> None:
        """All pieces, in order. What is tied goes to the next page whole. What is then still higher than a page parts
        where the tie is weaker, and at last anywhere."""
        for run in _runs(pieces, least):
            if self._fits(run):
                self._place(run)
            elif len(run) > 1 and height_of(run) > FOOT - TOP:
                self.fill(run, least + 1)
            elif not all(one.blank for one in run):
                self._next_page()
                self._place(run)

    def _fits(self, run: Sequence[Piece]) -> bool:
        return self.y + (run[0].before if self.y > TOP else 0.0) + height_of(run) - self._repeated(run[0]) <= FOOT

    def _repeated(self, first: Piece) -> float:
        """What `height_of` counts for a head that is not drawn again: the page did not start."""
        return first.head.height if first.head and self.y > TOP else 0.0

    def _next_page(self) -> None:
        if self.y > TOP:
            self.pages.append(Page())
            self.y = TOP

    def _place(self, run: Sequence[Piece]) -> None:
        for piece in run:
            if self.y > TOP:
                self.y += piece.before
            elif piece.blank:
                continue
            elif piece.head:
                self._draw(piece.head)
            self._draw(piece)
            self.y += piece.after

    def _draw(self, piece: Piece) -> None:
        self.pages[-1].items += [item.lower(self.y) for item in piece.items]
        self.y += piece.height


def _runs(pieces: Sequence[Piece], least: int) -> Iterator[list[Piece]]:
    """Parted before each piece that holds on less strongly than `least`."""
    run: list[Piece] = []
    for one in pieces:
        if run and (Tie.HEADING if run[-1].heading else one.tie) < least:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
