"""Money: what the doorbraken cost and what came back, by payer and by law.

Direct and prevented, expected and realised are four amounts. They stand beside each other and are never added up.
"""

from collections.abc import Iterable, Sequence

from doorbraak.model.exchange import published_words
from doorbraak.model.exchange.published_sentences import NO_BAND
from doorbraak.model.exchange.published_view import Chapter, Column, Figure, Row, View
from doorbraak.model.exchange.published_views_pieces import (
    HIDDEN_AMOUNT_MEANS,
    MOST_ROWS,
    REST,
    TEN,
    Line,
    Seen,
    beside_earlier,
    column_name,
    compared,
    earlier_words,
    euros,
    homes,
    lines,
    nothing,
    percent_back,
    quoted,
    shown,
    tells,
    unlike,
    why_hidden,
)
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, SEPARATOR

ALL = "|"
COSTS, REALISED, EXPECTED = "intervention_costs", "saved_direct_realised", "saved_direct_expected"
SAVED = (
    (REALISED, "Direct, gerealiseerd"),
    (EXPECTED, "Direct, verwacht"),
    ("saved_prevented_realised", "Voorkomen, gerealiseerd"),
    ("saved_prevented_expected", "Voorkomen, verwacht"),
)
FIRST_YEAR = "Alle bedragen gaan over het eerste jaar met een plan, en over wat publiek betaald wordt."
FOUR = "Direct en voorkomen, verwacht en gerealiseerd zijn vier verschillende bedragen. Tel ze niet bij elkaar op."
DIRECT = "Direct: een rekening die stopt of lager wordt. Voorkomen: kosten die anders waarschijnlijk waren gekomen."
CERTAIN = "Gerealiseerd: achteraf bevestigd. Verwacht: nog niet bevestigd."
TOTAL_HIDDEN = "Het totaal is verborgen. Een deel is wel te zien."
PLANNED = "De kosten van de doorbraken zijn die van het plan, ook van doorbraken die nog niet klaar zijn."
HIDDEN_TOTAL_MEANS = (
    "Ook een totaal kan verborgen zijn. Dan komt het vooral van één huishouden, of was er een kleiner bedrag mee uit "
    "te rekenen."
)
PARTS_HIDDEN = "Alleen het totaal is te zien. De delen zijn verborgen."
UNLIKE = "Deze bedragen zijn van verschillende kwartalen: trek ze niet van elkaar af."
_TOTAL = "Alles samen"


def chapter(seen: Seen) -> Chapter:
    views = (
        _saved(seen),
        _returned(seen),
        _by(seen, "besparing-betaler", "Besparing per betaler", "Betaler", 1),
        _by(seen, "besparing-wet", "Besparing per wet", "Wet", 0),
        _without_and_with(seen),
        _dearest(seen),
    )
    return Chapter("geld", "Geld", views)


def _saved(seen: Seen) -> View:
    """The four totals, with those of the earlier period."""
    then = seen.then
    columns: tuple[Column, ...] = (Column("Bedrag", "euro"),)
    beside = then is not None and any(tells(seen.earlier(table, ALL)) for table, _ in SAVED)
    if then is not None and beside:
        columns = Column(column_name(seen, REALISED, then.period), "euro"), Column(column_name(seen, REALISED), "euro")
    rows = tuple(
        Row(title, (*([seen.earlier(table, ALL)] if beside else []), seen.at(table, ALL))) for table, title in SAVED
    )
    realised, expected = seen.at(REALISED, ALL), seen.at(EXPECTED, ALL)
    if shown(realised):
        said = f"Direct bespaard en bevestigd: {euros(realised)}." + earlier_words(seen, REALISED, ALL, "euro")
    elif shown(expected):
        said = f"Wat direct bespaard en bevestigd is, is verborgen. Nog niet bevestigd: {euros(expected)}."
    else:
        prevented = next((row for row in rows if shown(row.figures[-1])), None)
        said = nothing(seen, *(table for table, _ in SAVED))
        if prevented is not None:
            said = f"{prevented.label}: {euros(prevented.figures[-1])}. Wat direct bespaard is, is verborgen."
    told = _told(rows)
    return View(
        "besparing", "Wat leverde het op?", said, "Besparing", columns, rows if told else (),
        (*why_hidden(told and rows, HIDDEN_TOTAL_MEANS), *_no_band(told), FOUR, DIRECT, CERTAIN, FIRST_YEAR),
        "none" if not told else "beside" if beside else "bars",
    )  # fmt: skip


def _returned(seen: Seen) -> View:
    """Costs of the doorbraken themselves, beside what is saved directly and confirmed."""
    tables = (COSTS, REALISED)
    rows = _with_total(seen, tables, _own_last(lines(seen.table(REALISED), 1), 1))
    cost, back = compared(seen, tables, ALL)
    if shown(cost) and shown(back):
        said = (
            f"De doorbraken zelf kosten volgens het plan {_amount(cost)}. Tot nu toe is {_amount(back)} direct "
            "bespaard en bevestigd."
        )
        if unlike((cost, back)):
            said += f" {UNLIKE}"
        elif 0 < (back.value or 0) <= (cost.value or 0):
            said += f" Dat is {percent_back(back.value or 0, cost.value or 0)} van die kosten."
    elif shown(cost):
        said = f"De doorbraken zelf kosten volgens het plan {_amount(cost)}. Wat direct terugkwam, is verborgen."
    elif shown(back):
        said = f"Direct bespaard en bevestigd is {_amount(back)}. Wat de doorbraken zelf kosten, is verborgen."
    else:
        said = TOTAL_HIDDEN if rows else nothing(seen, *tables)
    notes = (
        PLANNED, "De kosten en de besparing hoeven niet van dezelfde huishoudens te zijn.",
        "Wat voorkomen is en wat nog niet bevestigd is, zit hier niet in.", REST, FIRST_YEAR,
        *why_hidden(rows, HIDDEN_AMOUNT_MEANS), *_no_band(rows, 1),
    )  # fmt: skip
    columns = Column("Kosten volgens het plan", "euro"), Column("Direct bespaard, gerealiseerd", "euro")
    return View(
        "kosten-opbrengst", "Wat kosten de doorbraken, en wat kwam terug?", said, "Betaler", columns, rows, notes,
        "beside" if rows else "none",
    )  # fmt: skip


def _by(seen: Seen, id_: str, title: str, row_title: str, at: int) -> View:
    """The four savings beside each other, by law or by payer."""
    tables = [table for table, _ in SAVED]
    rows = _with_total(seen, tables, _own_last(lines(seen.table(REALISED), at), at), apart=True)
    said = PARTS_HIDDEN if rows else nothing(seen, *tables)
    for column, (_, name) in enumerate(SAVED):
        among = [row for row in rows if not row.strong and shown(row.figures[column])]
        if among:
            top = max(among, key=lambda row: row.figures[column].value or 0)
            said = (
                f"{name}: van wat getoond mag worden het meest bij {quoted(top.label)}, {euros(top.figures[column])}."
            )
            break
    return View(
        id_, title, said, row_title, tuple(Column(name, "euro") for _, name in SAVED), rows,
        (TEN, FOUR, DIRECT, CERTAIN, FIRST_YEAR, *why_hidden(rows, HIDDEN_AMOUNT_MEANS), *_no_band(rows)),
        "beside" if rows else "none",
    )  # fmt: skip


def _without_and_with(seen: Seen) -> View:
    tables = ("cost_before", "cost_after")
    rows = _with_total(seen, tables, _own_last(lines(seen.table("cost_before"), 1), 1))
    before, after = compared(seen, tables, ALL)
    begin = "Zonder het plan kost het eerste jaar"
    if shown(before) and shown(after):
        said = f"{begin} {_amount(before)}{_number(before)}, met het plan {_amount(after)}."
        said += f" {UNLIKE}" if unlike((before, after)) else ""
    elif shown(before):
        said = f"{begin} {_amount(before)}{_number(before)}. De kosten met het plan zijn verborgen."
    elif shown(after):
        said = f"Met het plan kost het eerste jaar {_amount(after)}{_number(after)}. Zonder het plan is verborgen."
    else:
        said = TOTAL_HIDDEN if rows else nothing(seen, *tables)
    notes = (
        "Het verschil is niet alleen geld dat vrijkomt: een deel is voorkomen, een deel is nog niet bevestigd.",
        "De kosten van de doorbraken zelf zitten hier niet in.", REST, FIRST_YEAR,
        *why_hidden(rows, HIDDEN_AMOUNT_MEANS),
    )  # fmt: skip
    return View(
        "kosten", "Kosten zonder en met het plan", said, "Betaler",
        (Column("Zonder het plan", "euro"), Column("Met het plan", "euro")), rows, notes, "beside" if rows else "none",
    )  # fmt: skip


def _dearest(seen: Seen) -> View:
    """Which kinds of doorbraak cost most."""
    told = [line for line in _own_last(lines(seen.table(COSTS), 0), 0) if shown(seen.at(COSTS, line.cell))]
    rows = sorted(told, key=lambda line: -abs(seen.at(COSTS, line.cell).value or 0))[:MOST_ROWS]
    columns, of, chart = beside_earlier(seen, COSTS, rows, "Kosten", "euro")
    said = nothing(seen, COSTS)
    if rows:
        top = seen.at(COSTS, rows[0].cell)
        said = f"Van wat getoond mag worden, kost {quoted(rows[0].label)} volgens het plan het meest: "
        said += f"{_amount(top)}{_number(top)}."
        said += earlier_words(seen, COSTS, rows[0].cell, "euro")
    made = tuple(Row(line.label, of(line.cell)) for line in rows)
    return View(
        "kosten-doorbraken", "Kosten per soort doorbraak, volgens het plan", said, "Doorbraak", columns, made,
        (TEN, PLANNED, FIRST_YEAR, *why_hidden(made, HIDDEN_AMOUNT_MEANS)), chart if rows else "none",
    )  # fmt: skip


# -- pieces --------------------------------------------------------------------------------------------------------


def _amount(one: Figure) -> str:
    said = published_words.said(one, "euro")
    return f"{said} ({published_words.stand(one)})" if one.period else said


def _number(one: Figure) -> str:
    """Behind an amount; one that is of an earlier period says so there."""
    return "" if one.households is None or one.period else f" ({homes(one.households)})"


def _no_band(rows: Iterable[Row], at: int = 0) -> tuple[str, ...]:
    """Once for all savings that have none; they begin at column `at`."""
    savings = [one for row in rows for one in row.figures[at:]]
    return (NO_BAND,) if any(shown(one) and one.low is None for one in savings) else ()


def _told(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(tells(one) for one in row.figures))


def _with_total(
    seen: Seen, tables: Sequence[str], among: Iterable[Line], *, apart: bool = False
) -> tuple[Row, ...]:  # fmt: skip
    """The ten largest of what tells something, and all together under them. `apart`: amounts that nobody subtracts.

    By the largest figure in a row: never by a sum of them.
    """

    def row(label: str, cell: str, *, strong: bool = False) -> Row:
        if apart:
            return Row(label, tuple(seen.at(table, cell) for table in tables), strong)
        figures = compared(seen, tables, cell)
        return Row(label, figures, strong, unlike(figures))

    made = _told(row(line.label, line.cell) for line in among)
    largest = sorted(made, key=lambda one: -max(abs(figure.value or 0) for figure in one.figures))
    return (*largest[:MOST_ROWS], *_told([row(_TOTAL, ALL, strong=True)]))


def _own_last(among: Iterable[Line], at: int) -> tuple[Line, ...]:
    """What is nobody's own name, such as "overig", goes behind what is as large."""
    return tuple(sorted(among, key=lambda line: line.cell.split(SEPARATOR)[at] in (OTHER, NONE)))
