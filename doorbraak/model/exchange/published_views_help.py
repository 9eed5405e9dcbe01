"""Help: what households say it is worth, whether they trust it, and how many agencies and contacts they have.

A household is in the first column and in the last, or in neither: so both are about the same households.
"""

from collections import defaultdict
from collections.abc import Mapping

from doorbraak.model.exchange import published_words, published_year
from doorbraak.model.exchange.published_view import Chapter, Chart, Column, Figure, Row, Unit, View
from doorbraak.model.exchange.published_views_pieces import (
    REST,
    Line,
    Seen,
    homes,
    lines,
    mean,
    nothing,
    shown,
    tells,
    times,
    why_hidden,
)  # fmt: skip

FIRST, LAST = "Eerste meting", "Laatste meting"
SAME = (
    "Beide metingen gaan over dezelfde huishoudens: die met twee metingen, waarvan de laatste in deze periode. Een "
    "“stand van” is van de huishoudens van toen."
)
SAME_ADDED = (
    "Beide metingen gaan over dezelfde huishoudens. Wie in meer kwartalen opnieuw gemeten is, telt in elk daarvan mee."
)
CLASSES = "Het cijfer is dat van het huishouden zelf, van 0 tot en met 10."
MEANS = "Gemiddelden zijn gemaakt van wat er staat: het afgeronde totaal gedeeld door het afgeronde aantal huishoudens."
_ALL = ""
_WORDS: Mapping[str, str] = defaultdict(lambda: "dit cijfer") | {
    "0 tot en met 3": "een 3 of lager", "4 en 5": "een 4 of 5", "6 en 7": "een 6 of 7",
    "8 tot en met 10": "een 8 of hoger",
}  # fmt: skip


def chapter(seen: Seen) -> Chapter:
    views = (
        _scores(seen, "nut", "Wat hebben huishoudens aan de hulp?", "helpfulness", "het nut van de hulp"),
        _scores(seen, "vertrouwen", "Hoeveel vertrouwen hebben huishoudens?", "trust", "het vertrouwen"),
        _means(seen, "contacten", "Contacten met instanties", "contacts"),
        _means(seen, "instanties", "Instanties in één huishouden", "agencies"),
    )
    return Chapter("hulp", "Hulp", views)


def _scores(seen: Seen, id_: str, title: str, table: str, what: str) -> View:
    """Parts of a whole only where all parts are shown: hidden ones would make a bar as long as it likes."""
    pair = f"{table}_before", f"{table}_after"
    classes = lines(seen.table(pair[0]))
    rows = tuple(Row(line.label, tuple(seen.at(one, line.cell) for one in pair)) for line in classes)
    total = Row("Alle cijfers", tuple(seen.at(one, _ALL) for one in pair), strong=True)
    told, unit = [*rows, total], _unit(seen, pair)
    if not any(tells(one) for row in told for one in row.figures):
        return View(id_, title, nothing(seen, *pair), "Cijfer", _columns(unit), (), _same(seen, pair), "none")
    every = [shown(one) for row in rows for one in row.figures]
    chart: Chart = "stacked" if all(every) else "beside" if any(every) else "none"
    return View(
        id_, title, _changed(seen, pair, rows, total, what), "Cijfer", _columns(unit), (*rows, total),
        (*_same(seen, pair), CLASSES, *why_hidden([*rows, total])), chart,
    )  # fmt: skip


def _changed(seen: Seen, pair: tuple[str, str], rows: tuple[Row, ...], total: Row, what: str) -> str:
    """The highest class of which both figures are shown, or else the lowest."""
    if seen.added(pair[0]):
        return _changed_times(seen, pair, rows, total, what)
    for row in (rows[-1], rows[0]):
        first, last = row.figures
        if shown(first) and shown(last):
            begin = f"Eerst gaven {homes(first.value or 0)} {_WORDS[row.label]} voor {what}"
            return f"{begin}. Bij de laatste meting waren dat er {last.value}{_of(total.figures[1])}."
    one = max((row for row in rows if shown(row.figures[1])), key=lambda row: row.figures[1].value or 0, default=None)
    if one is not None:
        gave = f"{homes(one.figures[1].value or 0)} {_WORDS[one.label]} voor {what}"
        return f"Bij de laatste meting gaven {gave}{_of(total.figures[1])}."
    number = next((one for one in total.figures if shown(one)), None)
    return (
        f"Van {homes(number.value or 0)} is {what} twee keer gemeten. Hoe dat uitkwam, is verborgen."
        if number is not None
        else nothing(seen, *pair)
    )


def _changed_times(seen: Seen, pair: tuple[str, str], rows: tuple[Row, ...], total: Row, what: str) -> str:
    """The same of sums over quarters, which are no numbers of households."""
    whole = total.figures[1]
    of = f", van de {published_words.said(whole, 'keer')}" if shown(whole) else ""
    for row in (rows[-1], rows[0]):
        first, last = row.figures
        if shown(first) and shown(last):
            begin = f"Eerst werd {times(first)} {_WORDS[row.label]} gegeven voor {what}"
            return f"{begin}. Bij de laatste meting {times(last)}{of}."
    one = max((row for row in rows if shown(row.figures[1])), key=lambda row: row.figures[1].value or 0, default=None)
    if one is not None:
        gave = f"werd {times(one.figures[1])} {_WORDS[one.label]} gegeven voor {what}"
        return f"Bij de laatste meting {gave}{of}."
    number = next((one for one in total.figures if shown(one)), None)
    if number is None:
        return nothing(seen, *pair)
    return f"{what[:1].upper()}{what[1:]} is {times(number)} twee keer gemeten. Hoe dat uitkwam, is verborgen."


def _unit(seen: Seen, pair: tuple[str, str]) -> Unit:
    return "keer" if seen.added(pair[0]) else "huishoudens"


def _same(seen: Seen, pair: tuple[str, str]) -> tuple[str, ...]:
    return (published_year.ADDED, SAME_ADDED) if seen.added(pair[0]) else (SAME,)


def _of(total: Figure) -> str:
    return f", van de {homes(total.value or 0)} met twee metingen" if shown(total) else ""


def _means(seen: Seen, id_: str, title: str, measure: str) -> View:
    pair = f"{measure}_before", f"{measure}_after"
    contacts = measure == "contacts"
    among = (Line(_ALL, "Alle huishoudens"), *lines(seen.table(pair[0])))
    made = [Row(line.label, tuple(mean(seen.table(one), line.cell) for one in pair)) for line in among]
    rows = tuple(row for row in made if any(tells(one) for one in row.figures))
    what = "contacten per maand met instanties" if contacts else "instanties"
    first, last = made[0].figures
    number = "" if last.households is None else f", bij {homes(last.households)}"
    if seen.added(pair[1]) and last.households is not None:
        number = f", over {published_words.amount(last.households, 'keer')} keer meten"
    if shown(first) and shown(last) and first.period == last.period:
        said = f"Een huishouden had gemiddeld {first.value} {what}. Bij de laatste meting {last.value}{number}."
    elif shown(last):
        said = f"Bij de laatste meting had een huishouden gemiddeld {last.value} {what}{number}."
    elif shown(first):
        said = f"Eerst had een huishouden gemiddeld {first.value} {what}. De laatste meting is verborgen."
    elif rows:
        said = "Het gemiddelde van alle huishoudens is verborgen. Van een deel is het wel te zien."
    else:
        said = nothing(seen, *pair)
    return View(
        id_, title, said, "Gemiddeld per huishouden", _columns("contacten per maand" if contacts else "instanties"),
        rows, (*_same(seen, pair), MEANS, REST, *why_hidden(rows)), "beside" if rows else "none", _unit(seen, pair),
    )  # fmt: skip


def _columns(unit: Unit) -> tuple[Column, ...]:
    return Column(FIRST, unit), Column(LAST, unit)
