"""A view of a publication as a chart: bars with their band, columns beside each other, or parts of a whole.

What is hidden has a bar of its own kind, equally long for every one and with the word beside it. Totals are left to
the table: beside one of them the parts could not be seen.
"""

from collections.abc import Sequence

from doorbraak.model.documents.chart import BarRow, Chart, Panel, Piece, Tone
from doorbraak.model.documents.chart import Unit as ScaleUnit
from doorbraak.model.exchange import published_words
from doorbraak.model.exchange.published import SAID
from doorbraak.model.exchange.published_view import Figure, Row, Unit, View
from doorbraak.model.exchange.summary import EXAMPLE

LABEL = "Statistisch beveiligd"
NOTHING = "Er is geen cijfer dat getoond mag worden. Daarom staat hier geen grafiek."
HIDDEN, BAND = (
    "Verborgen: hoeveel het is, staat er niet",
    "De streep over een staaf is de bandbreedte, als prijzen anders zijn.",
)
_MOST_ROWS = {1: 10, 2: 6, 3: 4, 4: 3}
"""In a picture, by how many bars a row has."""
_STUB = 0.04
"""How long the bar of a hidden figure is, as a share of the longest."""
_TONES: tuple[Tone, ...] = ("direct", "prevented", "rest", "expected", "unconfirmed", "total", "undecided", "low")
"""Each differs from all others without colour too."""
_BEFORE_AFTER: tuple[Tone, ...] = ("expected", "direct")
_FOUR_SAVINGS: tuple[Tone, ...] = ("direct", "expected", "total", "prevented")
"""Direct and prevented, each realised and expected: what is sure is solid."""
_NAMED: tuple[tuple[str, Tone], ...] = (
    ("gerealiseerd", "realised"), ("verwacht", "expected"), ("voorkomen", "prevented"), ("direct", "direct"),
)  # fmt: skip


def chart_of(view: View, period: str = "", *, example: bool = False) -> Chart:
    """Only of what is shown; without panels when that is nothing. A view whose `chart` is "none" has no panels."""
    columns = _drawn_columns(view)
    rows = _drawn_rows(view, columns)
    panels, legend = ((), ()) if not rows or view.chart == "none" else _panels(view, rows, columns)
    return Chart(
        key=view.id,
        name=view.title,
        title=view.conclusion,
        sentence=_sentence(view, columns),
        source=_source(view, rows, columns, period),
        mark=EXAMPLE if example else LABEL,
        example=example,
        header=(view.row_title, *(published_words.headed(one.title, one.unit) for one in view.columns)),
        table=tuple((row.label, *_said(view, row)) for row in view.rows),
        panels=panels,
        legend=legend,
        empty=NOTHING,
    )


def alternative(chart: Chart) -> str:
    """The picture in words, for who can't see it."""
    lines = [
        f"{row[0]}: {', '.join(f'{head} {said}' for head, said in zip(chart.header[1:], row[1:], strict=True))}."
        for row in chart.table
    ]
    return "\n".join((f"{chart.name}. {chart.title}", *lines, chart.source))


def _said(view: View, row: Row) -> list[str]:
    return [
        published_words.whole(figure, column.unit, view.of)
        for figure, column in zip(row.figures, view.columns, strict=True)
    ]


# -- which rows and columns ------------------------------------------------------------------------------------


def _drawn_columns(view: View) -> tuple[int, ...]:
    """The first, and for charts of more those with the same unit: bars on one scale."""
    if view.chart == "bars" or not view.columns:
        return tuple(range(len(view.columns)))[:1]
    unit = view.columns[0].unit
    return tuple(at for at, column in enumerate(view.columns) if column.unit == unit)[:4]


def _parts(view: View) -> list[Row]:
    parts = [row for row in view.rows if not row.strong]
    return parts or list(view.rows)


def _drawn_rows(view: View, columns: Sequence[int]) -> tuple[Row, ...]:
    """As many as a picture has room for, in their order; those with something shown go before."""
    parts = [row for row in _parts(view) if not row.apart]
    told = [row for row in parts if any(row.figures[at].status in ("shown", "most") for at in columns)]
    if not told:
        return ()
    if view.chart == "stacked":
        return tuple(parts)[: len(_TONES)]
    most = _MOST_ROWS[max(1, len(columns))]
    kept = {id(row) for row in (*told, *(row for row in parts if row not in told))[:most]}
    return tuple(row for row in parts if id(row) in kept)


# -- bars ------------------------------------------------------------------------------------------------------


def _panels(
    view: View, rows: Sequence[Row], columns: Sequence[int]
) -> tuple[tuple[Panel, ...], tuple[tuple[Tone, str], ...]]:
    tones = _tones(view, rows, columns)
    unit = view.columns[columns[0]].unit
    stub = _stub(view, rows, columns)
    if view.chart == "stacked":
        bars = tuple(
            BarRow(view.columns[at].title, (_stack([row.figures[at] for row in rows], tones, unit, stub),))
            for at in columns
        )
        legend = [(tone, row.label) for tone, row in zip(tones, rows, strict=True)]
    else:
        longest = _longest(rows, columns)
        bars = tuple(
            BarRow(
                row.label,
                tuple(
                    (_bar(row.figures[at], tone, view.columns[at].unit, stub, longest),)
                    for at, tone in zip(columns, tones, strict=True)
                ),
            )
            for row in rows
        )
        legend = [(tone, view.columns[at].title) for at, tone in zip(columns, tones, strict=True)] * (len(columns) > 1)
    if any(row.figures[at].status in ("hidden", "withheld") for row in rows for at in columns):
        legend.append(("hidden", HIDDEN))
    return (Panel(_scale_unit(unit), rows=bars),), tuple(legend)


def _tones(view: View, rows: Sequence[Row], columns: Sequence[int]) -> tuple[Tone, ...]:
    """The same colours as elsewhere for direct and prevented, expected and realised; else light before dark."""
    if view.chart == "stacked":
        return _TONES[: len(rows)]
    if len(columns) == 1:
        return ("direct",)
    titles = [view.columns[at].title.lower() for at in columns]
    named = [next((tone for word, tone in _NAMED if word in title), None) for title in titles]
    found = [tone for tone in named if tone is not None]
    if len(set(found)) == len(columns):
        return tuple(found)
    if found == ["realised", "expected"] * 2:
        return _FOUR_SAVINGS
    return _BEFORE_AFTER if len(columns) == len(_BEFORE_AFTER) else _TONES[: len(columns)]


def _bar(figure: Figure, tone: Tone, unit: Unit, stub: int, longest: int) -> Piece:
    if figure.status == "most":
        return Piece(tone, 0, _scaled(longest, unit) * 11 // 10, SAID["most"], assumed=True)
    if figure.status != "shown" or figure.value is None:
        return Piece("hidden", 0, stub, published_words.said(figure, unit))
    reach = None
    if figure.low is not None and figure.high is not None:
        reach = _scaled(figure.low, unit), _scaled(figure.high, unit)
    words = published_words.amount(figure.value, unit) + (f" ({figure.period})" if figure.period else "")
    return Piece(tone, 0, _scaled(figure.value, unit), words, reach=reach)


def _stack(figures: Sequence[Figure], tones: Sequence[Tone], unit: Unit, stub: int) -> tuple[Piece, ...]:
    pieces, start = [], 0
    for figure, tone in zip(figures, tones, strict=True):
        shown = figure.status == "shown" and figure.value is not None
        end = start + (_scaled(figure.value or 0, unit) if shown else stub)
        pieces.append(Piece(tone if shown else "hidden", start, end, published_words.said(figure, unit), inside=True))
        start = end
    return tuple(pieces)


def _longest(rows: Sequence[Row], columns: Sequence[int]) -> int:
    """Of what is shown; a hundred when that is nothing but "meer dan 90%"."""
    values = [abs(row.figures[at].value or 0) for row in rows for at in columns if row.figures[at].status == "shown"]
    return max(values, default=0) or 100


def _stub(view: View, rows: Sequence[Row], columns: Sequence[int]) -> int:
    longest = _longest(rows, columns)
    if view.chart == "stacked":
        longest = max(sum(abs(row.figures[at].value or 0) for row in rows) for at in columns) or 100
    return max(1, round(_scaled(longest, view.columns[columns[0]].unit) * _STUB))


def _scaled(value: int, unit: Unit) -> int:
    return value * 100 if unit == "euro" else value


def _scale_unit(unit: Unit) -> ScaleUnit:
    return "cents" if unit == "euro" else "whole"


# -- words -----------------------------------------------------------------------------------------------------


def _sentence(view: View, columns: Sequence[int]) -> str:
    if not columns:
        return view.title
    return f"{view.title} ({view.columns[columns[0]].unit})"


def rows_drawn(view: View) -> str:
    """A sentence where the picture has fewer rows than the table; else nothing."""
    drawn, parts = len(_drawn_rows(view, _drawn_columns(view))), len(_parts(view))
    if not 0 < drawn < parts or view.chart in ("none", "stacked"):
        return ""
    return f"De grafiek toont {drawn} van de {parts} regels; de tabel toont ze alle."


def _source(view: View, rows: Sequence[Row], columns: Sequence[int], period: str) -> str:
    said = ["Bron: Doorbraak, " + (f"publicatie {period}, " if period else "") + "statistisch beveiligd."]
    if any(row.figures[at].low is not None for row in rows for at in columns):
        said.append(BAND)
    return " ".join((*said, *filter(None, [rows_drawn(view)])))
