"""What the publication costs beside the gemeente's own begroting and households, which its reader fills in."""

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import published_words
from doorbraak.model.exchange.published_view import Column, Figure, Row, View
from doorbraak.model.exchange.published_views_pieces import Seen, compared, homes, nothing, shown, tells

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
    "De begroting en het aantal huishoudens zijn zelf ingevuld. Ze staan niet in de publicatie.",
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
    asked = compared(seen, [table for table, _ in _ASKED], GEMEENTE)
    for one, (_, name) in zip(asked, _ASKED, strict=True):
        parts = []
        if budget:
            parts.append(_part(one, one.value, budget))
        if households:
            parts.append(_part(one, one.households, households))
        if any(tells(part) for part in parts):
            rows.append(Row(name, tuple(parts)))
    said = _said(asked[0], budget, households)
    if not said:
        said = "De kosten zonder het plan zijn verborgen." if rows else nothing(seen, "cost_before")
    return View(
        _ID, _TITLE, said, "Bedrag", tuple(columns), tuple(rows), NOTES,
        "beside" if any(part.value for row in rows for part in row.figures) else "none",
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


def _said(one: Figure, budget: int | None, households: int | None) -> str:
    """ "Zonder het plan gaat 30% van de begroting naar 1% van de huishoudens."

    Of how many it is, may be hidden: then nothing is said of that, not even how many it is at most.
    """
    if not shown(one):
        return ""
    money = published_words.said(one, "euro")
    if budget:
        money = f"{_percent(one.value or 0, budget)} van de begroting"
    to = "deze huishoudens" if one.households is None else homes(one.households)
    if households and one.households is not None:
        to = f"{_percent(one.households, households)} van de huishoudens"
    when = f" Dat is de {published_words.stand(one)}." if one.period else ""
    return f"Zonder het plan gaat {money} naar {to}.{when}"


def _part(one: Figure, part: int | None, whole: int) -> Figure:
    if not shown(one):
        return Figure(one.status)
    return Figure("hidden") if part is None else Figure("shown", _share(part, whole), period=one.period)


def _percent(part: int, whole: int) -> str:
    return published_words.amount(_share(part, whole), "procent")


def _share(part: int, whole: int) -> int:
    """In per cent, a half upwards; 0 for whatever is less than one."""
    if abs(100 * part) < whole:
        return 0
    return (200 * part + whole) // (2 * whole)
