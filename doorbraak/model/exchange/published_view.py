"""What people see of a publication: a view answers one question, with a sentence, a table and, mostly, a chart.

Screen, report, charts and workbook show the same views. This is their shape; `published_views` makes them.
"""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model.exchange.published import Status

Unit = Literal["huishoudens", "keer", "euro", "contacten per maand", "instanties", "uur per jaar", "procent"]
Chart = Literal["bars", "beside", "stacked", "none"]
"""`bars`: a bar for each row, of the first column. `beside`: for each row the columns beside each other, such as before
and after, or previous and this period. `stacked`: a bar for each column, of which the rows are the parts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a view. `value` None: what `status` says stands there instead. `households`: of how many it is.

    `period`: the earlier one that an amount is of, when it stayed as it was.
    """

    status: Status
    value: int | None = None
    low: int | None = None
    high: int | None = None
    households: int | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Row:
    """`figures`: one for each column of the view. `strong`: a total. `apart`: they are of unlike periods, so that no
    chart draws them beside each other.
    """

    label: str
    figures: tuple[Figure, ...]
    strong: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """`conclusion`: what there is to see, in one sentence that holds for what is shown only; `notes`: how it was
    counted and what is not in it. `row_title`: what the labels of the rows are. `of`: what `households` of a figure is
    a number of.
    """

    id: str
    title: str
    conclusion: str
    row_title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    chart: Chart
    of: Unit = "huishoudens"


@dataclass(frozen=True, slots=True)
class Chapter:
    """Views that belong together, for one tab of the screen and one heading of the report."""

    id: str
    title: str
    views: tuple[View, ...]
