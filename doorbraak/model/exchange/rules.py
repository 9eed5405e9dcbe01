"""What a count has to be before it is shown. Constants in one place; nothing here can be set to less strict.

`verdict` judges one row, `apart` two rows of which one holds the other. The rules judge one summary. Two
summaries that are made shortly after each other can still be subtracted, so the workbook asks to wait until
at least `FEWEST_CHANGED` households came or went.
"""

from typing import Literal

FEWEST = 10  # households in a row, and households outside it
SMALL = 5  # under this even a class of the number of households is too fine
MOST_SHARE = 90  # per cent: above it a row says something about every household
FEWEST_POSSIBLE = 3  # how many numbers "meer dan 90%" has to leave open
FEWEST_CHANGED = 5

Verdict = Literal["number", "most", "hidden"]
"""number: the count is shown; most: only "meer dan 90%"; hidden: nothing, not even that it is zero."""

_CLASSES = ((SMALL, "minder dan 5"), (10, "5-9"), (20, "10-19"), (50, "20-49"), (100, "50-99"))


def size_class(households: int) -> str:
    """The number of households itself leaves as a class only; none at all has no class.

    Raises ValueError without households.
    """
    if households < 1:
        raise ValueError("no households: there is nothing to classify")
    for below, name in _CLASSES:
        if households < below:
            return name
    return "100 of meer"


def tables_allowed(households: int) -> bool:
    """Under ten households no row can pass, so no table leaves at all."""
    return households >= FEWEST


def verdict(inside: int, households: int) -> Verdict:
    """Whether a row with `inside` of `households` is shown, and how.

    - Fewer than 10 inside is hidden, and zero is as small as one: else an absent row tells who has not.
    - More than 90% is "meer dan 90%", when that leaves at least 3 numbers open. Of 12 households it would
      mean 11 or 12, and the one outside would know all others: hidden.
    - Fewer than 10 outside and not more than 90%: hidden. Who knows how many households there are gets the
      outside by subtracting; saying "meer dan 90%" there would be untrue. The sign is the same as for a small
      row, so that it does not tell which of the two it is.
    """
    if not 0 <= inside <= households:
        raise ValueError("a row can't hold more households than there are")
    if inside < FEWEST:
        return "hidden"
    if inside * 100 > households * MOST_SHARE:
        return "most" if households - _lowest_most(households) + 1 >= FEWEST_POSSIBLE else "hidden"
    return "number" if households - inside >= FEWEST else "hidden"


def apart(whole: int, part: int, households: int) -> bool:
    """Whether `part` may be shown beside `whole`, of which every household in `part` is one.

    The reader subtracts: the households in the whole and not in the part have to be 10 or more, or nothing
    may be known of them. Zero is not allowed either: it tells that nobody else is in the whole. Only what
    the reader knows of the whole counts, at its lowest, so that being hidden tells nothing more:

    - a number is that number;
    - "meer dan 90%" is the lowest number that it can mean;
    - a hidden whole around a shown part can't be small. So fewer than 10 are outside it, and the reader
      knows that too.

    A part of "meer dan 90%" can be all households.
    """
    lowest = {
        "number": whole,
        "most": _lowest_most(households),
        "hidden": households - FEWEST + 1,
    }[verdict(whole, households)]
    highest = part if verdict(part, households) == "number" else households
    return lowest - highest >= FEWEST


def _lowest_most(households: int) -> int:
    return households * MOST_SHARE // 100 + 1
