"""A table of the result: what its cells show, and why. Shown in the window; a view is one or two of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from doorbraak.model import money
from doorbraak.model.documents.reasons import Reason, band_reason, one_sided, spread, sum_reason
from doorbraak.model.insight.savings import LineSum, Saving, added
from doorbraak.model.insight.why import Part

AMOUNTS: tuple[tuple[Part, str], ...] = (
    ("current", "Nu"),
    ("threatening", "Dreigt"),
    ("plan", "Met het plan"),
    ("direct", "Direct"),
    ("prevented", "Voorkomen"),
    ("saving", "Besparing"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """`why` makes the reason when somebody asks for it; `below`: less than zero, which has to be seen."""

    text: str
    why: Callable[[], Reason] | None = None
    below: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The first `names` columns are words and the others figures. The last row is a `total`, or one like the rest."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    names: int = 1
    total: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What one looks at: a sentence that says the outcome, tables, and what has to be said with them."""

    title: str
    tables: tuple[Table, ...]
    said: tuple[str, ...] = ()


def amounts_row(name: str, lines: Sequence[LineSum], saving: Saving, title: str = "") -> tuple[Cell, ...]:
    """The six amounts of these lines, and the band around what they save. `title`: what they are called elsewhere."""
    found, title = added(lines), title or name
    cells = [amount(getattr(found, part), partial(sum_reason, title, part, lines, saving)) for part, _ in AMOUNTS]
    return (Cell(name, cells[-1].why), *cells, _band(title, lines, saving))


def amount(cents: int, why: Callable[[], Reason] | None = None) -> Cell:
    return Cell(money.whole(cents), why, cents < 0)


AMOUNTS_HEADER = (*(title for _, title in AMOUNTS), "Waarschijnlijk")


def _certain(title: str, cents: int) -> Reason:
    """Why there is one amount where others have two."""
    said = "Hier is niets onzeker: van deze posten verandert geen prijs, aantal of kans wat ze besparen."
    return Reason(f"{title}: waarschijnlijk", money.exact(cents), (said,), (), ())


def _band(title: str, lines: Sequence[LineSum], saving: Saving) -> Cell:
    from doorbraak.model.insight.bands import band_of  # late: numpy takes 0.1 s to import

    band = band_of(lines, saving.catalogue)
    if band.low == band.high:
        return Cell(money.whole(band.low), partial(_certain, title, band.low), band.low < 0)
    side = one_sided(band).removeprefix("kan ").removesuffix(" uitvallen")
    text = spread(band.low, band.high) + (f" ({side})" if side else "") + (" *" if band.assumed else "")
    return Cell(text, partial(band_reason, title, lines, saving), band.low < 0)
