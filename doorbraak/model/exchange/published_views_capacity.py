"""Capacity: the hours of professionals that come free, which are time and no money."""

from doorbraak.model.exchange import published_words
from doorbraak.model.exchange.published_view import Chapter, Row, View
from doorbraak.model.exchange.published_views_pieces import (
    REST,
    Line,
    Seen,
    beside_earlier,
    earlier_words,
    homes,
    lines,
    nothing,
    quoted,
    shown,
    why_hidden,
)  # fmt: skip
from doorbraak.model.exchange.table_catalogue import NONE, OTHER

TABLE = "capacity"
TIME = "Uren zijn geen geld: ze tellen in geen enkele besparing mee."
WHEN = "In het eerste jaar met een plan, omgerekend naar uren per jaar."


def chapter(seen: Seen) -> Chapter:
    return Chapter("capaciteit", "Capaciteit", (_hours(seen),))


def _hours(seen: Seen) -> View:
    among = [line for line in lines(seen.table(TABLE)) if shown(seen.at(TABLE, line.cell))]
    among.sort(key=lambda line: (line.cell in (OTHER, NONE), -(seen.at(TABLE, line.cell).value or 0)))
    total = [Line("", "Alles samen")] if shown(seen.at(TABLE, "")) else []
    rows = [*among, *total]
    columns, of, chart = beside_earlier(seen, TABLE, rows, "Uren", "uur per jaar")
    said = nothing(seen, TABLE)
    if total:
        one = seen.at(TABLE, "")
        number = "" if one.households is None else f", bij {homes(one.households)}"
        said = f"Er komen {published_words.amount(one.value or 0, 'uur per jaar')} uren per jaar vrij{number}."
        said += f" Dat is de {published_words.stand(one)}." if one.period else ""
        said += earlier_words(seen, TABLE, "", "uur per jaar")
    elif among:
        one = seen.at(TABLE, among[0].cell)
        hours = published_words.amount(one.value or 0, "uur per jaar")
        said = f"Van wat getoond mag worden, komen de meeste uren vrij bij {quoted(among[0].label)}: {hours} per jaar."
    made = tuple(Row(line.label, of(line.cell), strong=line in total) for line in rows)
    return View(
        "uren", "Uren van professionals die vrijkomen", said, "Wie er tijd door krijgt", columns, made,
        (TIME, WHEN, REST, *why_hidden(made)), chart if rows else "none",
    )  # fmt: skip
