"""What all views of a publication are made with: figures as they are shown, rows of them, words that hold for those.

Nothing here looks at what is hidden but to say that it is: a row without anything shown is left out, whatever hid it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from doorbraak.model.exchange import published_words, published_year, rounding
from doorbraak.model.exchange.published import Publication, PublishedCell, PublishedTable, Status
from doorbraak.model.exchange.published_view import Chart, Column, Figure, Row, Unit, View
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, SEPARATOR

MOST_ROWS = 10
HIDDEN = Figure("hidden")
REST = "De rest is verborgen of komt niet voor."
TEN = f"De tien grootste van wat getoond mag worden. {REST}"
IN_MORE = "Een huishouden kan in meer regels staan. Tel de regels dus niet bij elkaar op."
NOTHING = (
    "Hierover is geen cijfer te tonen. Het komt niet voor, of er was uit af te leiden om welke huishoudens het gaat."
)
HIDDEN_MEANS = (
    "Verborgen: het zijn er geen of te weinig, of er was iets kleins mee uit te rekenen. Wat het is, staat er niet."
)
HIDDEN_AMOUNT_MEANS = (
    "Verborgen: er is geen bedrag, of het is van te weinig huishoudens of vooral van één. Of er was iets kleins mee "
    "uit te rekenen. Wat het is, staat er niet."
)
_LAST = frozenset({OTHER, NONE})


@dataclass(frozen=True, slots=True)
class Seen:
    """`then`: the earlier publication that this one is put beside."""

    now: Publication
    then: Publication | None = None

    def table(self, id_: str) -> PublishedTable:
        return self.now.table(id_)

    def at(self, table: str, cell: str) -> Figure:
        return figure(self.now.table(table).at(cell))

    def added(self, table: str) -> bool:
        """Whether its figures are sums over the quarters of a year: a number of times and none of households."""
        return self.table(table).added

    def at_end(self, table: str) -> bool:
        """Whether it says of a year how things were at the end of it, and not what happened in it."""
        return self.table(table).at_end and len(self.now.period.split("Q")) != 2

    def earlier(self, table: str, cell: str) -> Figure:
        """A team or wijk that was not there then, is not shown of then. Sums only beside those of the same quarters."""
        if self.then is None or not self._alike(table):
            return HIDDEN
        try:
            return figure(self.then.table(table).at(cell))
        except KeyError:
            return HIDDEN

    def _alike(self, table: str) -> bool:
        if self.then is None:
            return False
        now, then = ([one.period[4:] for one in made.quarters] for made in (self.now, self.then))
        both = self.table(table).added, self.then.table(table).added
        return both == (False, False) or (both == (True, True) and now == then)


@dataclass(frozen=True, slots=True)
class Line:
    """A row to be: one of the cells of a table, and what it is called."""

    cell: str
    label: str


def figure(cell: PublishedCell) -> Figure:
    """Of what is not shown nothing but that."""
    if cell.status != "shown":
        return Figure(cell.status)
    return Figure(cell.status, cell.value, cell.low, cell.high, cell.households, cell.period)


def compared(seen: Seen, tables: Sequence[str], cell: str) -> tuple[Figure, ...]:
    """Figures that are read beside each other. Where one stayed as it was, all are of then, as far as that publication
    is there; else each says of when it is.
    """
    now = tuple(seen.at(table, cell) for table in tables)
    if not unlike(now):
        return now
    oldest = min(one.period for one in now if one.period)
    if seen.then is not None and seen.then.period == oldest:
        now = tuple(seen.earlier(table, cell) for table in tables)
    else:
        oldest = seen.now.period
    return tuple(replace(one, period=one.period or oldest) if shown(one) else one for one in now)


def unlike(figures: Iterable[Figure]) -> bool:
    """Whether they are of more than one period."""
    return len({one.period for one in figures if shown(one)}) > 1


def tells(one: Figure) -> bool:
    return one.status in ("shown", "most")


def shown(one: Figure) -> bool:
    return one.status == "shown" and one.value is not None


def why_hidden(rows: Iterable[Row], said: str = HIDDEN_MEANS) -> tuple[str, ...]:
    """A note, wherever one figure at least is not told. The same for all: which rule it was, would tell about it."""
    return () if all(tells(one) for row in rows for one in row.figures) else (said,)


def lines(table: PublishedTable, at: int = 0, fixed: Sequence[str] = ()) -> tuple[Line, ...]:
    """A line for each code of one dimension, in the order of the catalogue. `fixed`: the codes of all dimensions, of
    which the one at `at` is filled in.
    """
    found = []
    template = [*(fixed or [""] * len(table.dimensions))]
    for one in table.cells:
        parts = one.cell.split(SEPARATOR)
        rest = [part for place, part in enumerate(parts) if place != at]
        if parts[at] and rest == [part for place, part in enumerate(template) if place != at]:
            found.append(Line(one.cell, one.labels[at]))
    return tuple(found)


def largest_first(seen: Seen, table: str, among: Iterable[Line], at: int = 0) -> tuple[Line, ...]:
    """Those that tell something, the largest first. What is nobody's own name, such as "overig", comes last."""

    def order(line: Line) -> tuple[bool, bool, int]:
        one = seen.at(table, line.cell)
        return line.cell.split(SEPARATOR)[at] in _LAST, one.status != "most", -(one.value or 0)

    return tuple(sorted((line for line in among if tells(seen.at(table, line.cell))), key=order))


def share(part: Figure, whole: int | None) -> Figure:
    """In per cent, of two figures as they are shown."""
    if part.status != "shown":
        return Figure(part.status)
    found = rounding.per_cent(part.value, whole)
    return HIDDEN if found is None else Figure("shown", min(100, found))


def mean(table: PublishedTable, cell: str) -> Figure:
    """Per household, of two figures as they are shown."""
    one, found = table.at(cell), table.mean(cell)
    if found is None or one.status != "shown":
        status: Status = "withheld" if one.status == "withheld" else "hidden"
        return Figure(status)
    return Figure("shown", found, households=one.households, period=one.period)


def column_name(seen: Seen, table: str, period: str = "") -> str:
    """ "3e kwartaal 2026", "2026" or, of how things were at the end of that, "Eind 2026"."""
    named = period or seen.now.period
    if not seen.at_end(table):
        return period_name(named)
    end = published_words.end_words(named)
    return f"{end[0].upper()}{end[1:]}"


def period_name(period: str) -> str:
    """ "3e kwartaal 2026", for the head of a column."""
    return published_words.period_words(period).removeprefix("het ").replace(" van ", " ").removeprefix("jaar ")


# -- words ------------------------------------------------------------------------------------------------------


def homes(number: int) -> str:
    return f"{number:,}".replace(",", ".") + " huishoudens"


def of_homes(one: Figure, whole: int | None) -> str:
    """ "240 van de 355 huishoudens (68%)"."""
    if one.status == "most":
        return f"{published_words.said(one, 'huishoudens')} van de huishoudens"
    number = published_words.said(one, "huishoudens")
    part = share(one, whole)
    if whole is None or part.value is None or (one.value or 0) > whole:
        return homes(one.value or 0)
    return f"{number} van de {homes(whole)} ({published_words.amount(part.value, 'procent')})"


def percent_back(back: int, cost: int) -> str:
    """ "40%" of what it cost. Never more than it is: 99,9% is not yet all of it."""
    return published_words.amount(100 * back // cost, "procent")


def this_period(seen: Seen) -> str:
    quarters = seen.now.period.count("Q")
    return ("dit jaar", "dit kwartaal")[quarters] if quarters < 2 else "deze kwartalen"


def times(one: Figure) -> str:
    """ "240 keer", of what is added over quarters."""
    return f"{published_words.said(one, 'keer')} keer"


def at_homes(seen: Seen, table: str, one: Figure, whole: int | None) -> str:
    """ "bij 240 van de 355 huishoudens (68%)", or "240 keer"."""
    return times(one) if seen.added(table) else f"bij {of_homes(one, whole)}"


def euros(one: Figure) -> str:
    """With its band and of how many households, as far as those are shown."""
    said = published_words.said(one, "euro")
    between = published_words.band(one, "euro")
    beside = [f"{published_words.UNKNOWN_BAND}" if not between else f"{between} als prijzen anders zijn"]
    if one.households is not None:
        beside.append(homes(one.households))
    if one.period:
        beside.append(published_words.stand(one))
    return f"{said} ({', '.join(beside)})"


def quoted(label: str) -> str:
    return f"“{label}”"


def earlier_words(seen: Seen, table: str, cell: str, unit: Unit) -> str:
    """A sentence more on the same figure of the earlier period, where both are shown and this one is new."""
    one, now = seen.earlier(table, cell), seen.at(table, cell)
    if now.period:
        return ""
    said = end_words(seen, table)
    if seen.then is None or not shown(one) or not shown(now):
        return said
    when = f"In {published_words.period_words(seen.then.period)}"
    if seen.at_end(table):
        when = column_name(seen, table, seen.then.period)
    return f"{said} {when} was dat {published_words.amount(one.value or 0, unit)}."


def end_words(seen: Seen, table: str) -> str:
    """A sentence more where a figure of a year is of the end of it."""
    return f" Zo was het {published_words.end_words(seen.now.period)}." if seen.at_end(table) else ""


def and_list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


# -- views ------------------------------------------------------------------------------------------------------


def nothing(seen: Seen, *tables: str) -> str:
    """Why there is nothing to see: in the words of the tables themselves when those are withheld."""
    found = [seen.table(one) for one in tables]
    return found[0].why[0] if found and all(one.withheld for one in found) else NOTHING


def beside_earlier(
    seen: Seen, table: str, rows: Sequence[Line], title: str, unit: Unit
) -> tuple[tuple[Column, ...], Callable[[str], tuple[Figure, ...]], Chart]:
    """The column of this period, with that of the earlier one before it where that tells something."""
    then = seen.then
    if then is None or not any(tells(seen.earlier(table, line.cell)) for line in rows):
        return (Column(title, unit),), lambda cell: (seen.at(table, cell),), "bars"
    columns = Column(column_name(seen, table, then.period), unit), Column(column_name(seen, table), unit)
    return columns, lambda cell: (seen.earlier(table, cell), seen.at(table, cell)), "beside"


def counted(
    seen: Seen, id_: str, title: str, table: str, rows: Sequence[Line], conclusion: str, *,
    row_title: str, whole: int | None, whole_title: str = "Deel van alle huishoudens", notes: Sequence[str] = (),
) -> View:  # fmt: skip
    """Households by row, with their share of `whole` and the earlier period beside it."""
    head: tuple[str, Unit] = ("Huishoudens", "huishoudens")
    if seen.added(table):
        head, whole, notes = ("Aantal keer", "keer"), None, (published_year.ADDED, *notes)
    columns, of, chart = beside_earlier(seen, table, rows, *head)
    if whole is not None:
        columns = (*columns, Column(whole_title, "procent"))
    made = tuple(
        Row(
            line.label,
            (*of(line.cell), *((share(seen.at(table, line.cell), whole),) if whole is not None else ())),
        )
        for line in rows
    )
    return View(
        id_, title, conclusion if rows else nothing(seen, table), row_title, columns, made,
        (*notes, *why_hidden(made)), chart if rows else "none",
    )  # fmt: skip


def ten_largest(
    seen: Seen, id_: str, title: str, table: str, among: Iterable[Line], *, row_title: str, at: int = 0,
    words: str = "Van wat getoond mag worden, komt {label} het meest voor: {homes}.", notes: Sequence[str] = (),
) -> View:  # fmt: skip
    rows = largest_first(seen, table, among, at)[:MOST_ROWS]
    said, whole = "", seen.now.households
    if rows:
        first = seen.at(table, rows[0].cell)
        said = words.format(label=quoted(rows[0].label), homes=at_homes(seen, table, first, whole))
        said += earlier_words(seen, table, rows[0].cell, "huishoudens")
    return counted(
        seen, id_, title, table, rows, said, row_title=row_title, whole=whole, notes=(TEN, IN_MORE, *notes)
    )  # fmt: skip
