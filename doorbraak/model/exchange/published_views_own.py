"""What the publication costs beside the gemeente's own begroting and households, which its reader fills in."""

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import published_words
from doorbraak.model.exchange.published_view import Column, Figure, Row, View
from doorbraak.model.exchange.published_views_pieces import Seen, homes, nothing, shown, tells

GEMEENTE = "|gemeente"
_ID, _TITLE = "eigen-cijfers", "Naast onze eigen begroting"
BUDGET_TOO_SMALL = (
    "De begroting is kleiner dan een bedrag in deze publicatie. Er is niets veranderd. Typ het hele bedrag per jaar, "
    "in euro’s."
)
HOMES_TOO_FEW = (
    "Er zijn meer huishoudens in deze publicatie. Er is niets veranderd. Typ alle huishoudens van de gemeente."
)
KEPT_TOO_SMALL = (
    "De begroting of het aantal huishoudens dat je eerder typte, is kleiner dan wat in deze publicatie staat. Kijk na "
    "of het hele euro’s zijn, en alle huishoudens van de gemeente."
)
_ASKED = (
    ("cost_before", "Kosten zonder het plan"),
    ("cost_after", "Kosten met het plan"),
    ("saved_direct_realised", "Direct bespaard, gerealiseerd"),
)
NOTES = (
    "Alleen wat de gemeente zelf betaalt, in het eerste jaar met een plan.",
    "De begroting en het aantal huishoudens heb je zelf ingevuld. Ze staan niet in de publicatie.",
    "Staat er 0%? Dan is het minder dan een half procent.",
)


def view(seen: Seen, budget: int | None, households: int | None) -> View | None:
    """None when neither was filled in."""
    if not budget and not households:
        return None
    if _too_small(seen, budget, households):
        return View(_ID, _TITLE, KEPT_TOO_SMALL, "Bedrag", (), (), NOTES[1:2], "none")
    columns, rows = [], []
    if budget:
        columns.append(Column("Deel van de begroting", "procent"))
    if households:
        columns.append(Column("Deel van de huishoudens", "procent"))
    for table, name in _ASKED:
        one = seen.at(table, GEMEENTE)
        parts = []
        if budget:
            parts.append(_part(one, one.value, budget))
        if households:
            parts.append(_part(one, one.households, households))
        if any(tells(part) for part in parts):
            rows.append(Row(name, tuple(parts)))
    said = _said(seen.at("cost_before", GEMEENTE), budget, households, seen.now.households)
    if not said:
        said = "De kosten zonder het plan zijn verborgen." if rows else nothing(seen, "cost_before")
    return View(
        _ID, _TITLE, said, "Bedrag", tuple(columns), tuple(rows), NOTES,
        "beside" if rows else "none",
    )  # fmt: skip


def check_budget(seen: Seen, budget: int | None) -> None:
    """Raises InputError when a part would be more than the whole."""
    most = max(abs(seen.at(table, GEMEENTE).value or 0) for table, _ in _ASKED)
    if budget and budget < most:
        raise InputError(BUDGET_TOO_SMALL, "budget")


def check_households(seen: Seen, households: int | None) -> None:
    """As `check_budget`."""
    most = max(seen.at(table, GEMEENTE).households or 0 for table, _ in _ASKED)
    if households and households < max(most, seen.now.households or 0):
        raise InputError(HOMES_TOO_FEW, "households")


def _too_small(seen: Seen, budget: int | None, households: int | None) -> bool:
    """Of what was typed beside another publication."""
    try:
        check_budget(seen, budget)
        check_households(seen, households)
    except InputError:
        return True
    return False


def _said(one: Figure, budget: int | None, households: int | None, everybody: int | None) -> str:
    """ "Zonder het plan gaat 30% van de begroting naar 1% van de huishoudens."

    Of how many it is, may be hidden: of no more than `everybody` in the publication.
    """
    if not shown(one):
        return ""
    money = published_words.said(one, "euro")
    if budget:
        money = f"{_finely(one.value or 0, budget)} van de begroting"
    number = everybody if one.households is None else one.households
    if number is None:
        return f"Zonder het plan gaat {money} naar deze huishoudens."
    to = f"{_finely(number, households)} van de huishoudens" if households else homes(number)
    return f"Zonder het plan gaat {money} naar {_at_most(to) if one.households is None else to}."


def _at_most(said: str) -> str:
    return said if said.startswith("minder") else f"hoogstens {said}"


def _part(one: Figure, part: int | None, whole: int) -> Figure:
    if not shown(one):
        return Figure(one.status)
    return Figure("hidden") if part is None else Figure("shown", _rounded(100 * part, whole), period=one.period)


def _rounded(above: int, under: int) -> int:
    """A half upwards."""
    return (2 * above + under) // (2 * under)


def _finely(part: int, whole: int) -> str:
    """ "30%", or "0,4%" under one."""
    if part >= 0 and 100 * part < whole:
        tenths = _rounded(1000 * part, whole)
        return "minder dan 0,1%" if not tenths else "1%" if tenths == 10 else f"0,{tenths}%"
    return f"{_rounded(100 * part, whole)}%"
