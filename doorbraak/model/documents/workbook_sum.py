"""The rekensom in the workbook, alive: each line's numbers as cells, and formulas for all that follows from them."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording, workbook_working
from doorbraak.model.documents.spreadsheet import Cell, Formula, Sheet, column
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.savings import Amounts, LineSum, Saving, Standing
from doorbraak.model.insight.uncertainty import price_of
from doorbraak.model.insight.why import SAID, weak_of

AMOUNTS = ("Huidig", "Dreigend", "Plan", "Direct bespaard", "Voorkomen", "Besparing")
DIRECT, PREVENTED = "Direct", "Voorkomen"
STANDINGS: dict[Standing, str] = {
    "public": "Publiek",
    "private": "Niet publiek",
    "check": "Alleen controle",
    "off": "Gaat niet door",
}
COSTS = "Kosten"
CHANGED = "Nee, er is iets veranderd"
TOO_LARGE = "te groot voor een formule: dit is het getal van het programma"

_HEADS = {
    "number": ("Nr.", 6),
    "words": ("Kostenpost", 44),
    "law": ("Wet", 18),
    "payer": ("Betaler", 22),
    "winner": ("Winnaar", 22),
    "kind": ("Soort", 12),
    "effect": ("Kasbaar of capaciteit", 20),
    "standing": ("Telt als", 16),
    "transfer": ("Overdracht", 11),
    "belongs": ("Hoort bij", 30),
    "price": ("Prijs (€)", 14),
    "price_year": ("Prijsjaar", 11),
    "index_from": ("Index prijsjaar", 14),
    "index_to": ("Index rekenjaar", 14),
    "unit": ("Eenheid", 16),
    "quantity": ("Aantal", 12),
    "recurrence": ("Keer", 10),
    "chance_current": ("Kans huidig (%)", 12),
    "chance_threatening": ("Kans dreigend (%)", 14),
    "chance_plan": ("Kans plan (%)", 12),
    "attribution": ("Telt mee (%)", 12),
    "starts": ("Begint", 12),
    "ends": ("Eindigt", 12),
    "current": ("Huidig (€)", 14),
    "threatening": ("Dreigend (€)", 16),
    "plan": ("Plan (€)", 14),
    "direct": ("Direct bespaard (€)", 16),
    "prevented": ("Voorkomen (€)", 14),
    "saving": ("Besparing (€)", 14),
    "program": ("Besparing volgens het programma (€)", 18),
    "low": ("Prijs laag (€)", 14),
    "high": ("Prijs hoog (€)", 14),
    "weak": ("Let op", 44),
    "source": ("Bron", 70),
    "quality": ("Kwaliteit", 11),
    "url": ("Waar te lezen", 50),
}
_AT = {key: column(at) for at, key in enumerate(_HEADS)}
_SUMS = ("current", "threatening", "plan", "direct", "prevented", "saving")
_INPUTS = (
    "price", "quantity", "index_from", "index_to", "chance_current", "chance_threatening", "chance_plan",
    "attribution",
)  # fmt: skip


_Group = tuple[str, tuple[str, ...], tuple[str, ...], Sequence[tuple[tuple[str, ...], Amounts]]]
"""Title, heads, the columns of these heads on the sheet of costs, and the rows."""


def sum_sheets(dossier: Dossier, catalogue: Catalogue, saving: Saving) -> tuple[Sheet, ...]:
    """The lines, the sums by each of the labels that are never merged, and the workings."""
    laws = _told_apart((row.id for row in saving.by_law), lambda id_: names.law_name(id_, catalogue))
    ids = {row.line.payer for row in saving.public_lines} | {row.winner for row in saving.public_lines}
    payers = _told_apart(sorted(ids), lambda id_: names.payer_name(id_, catalogue))
    effects = {effect: choice_names.EFFECTS[effect] for effect in choice_names.EFFECTS}
    lines = [
        _line(dossier, catalogue, saving, row, number, laws, payers) for number, row in enumerate(saving.lines, start=1)
    ]
    grouped: tuple[_Group, ...] = (
        ("Per wet", ("Wet",), ("law",), [((laws[row.id],), row.amounts) for row in saving.by_law]),
        ("Per betaler", ("Betaler",), ("payer",), [((payers[row.id],), row.amounts) for row in saving.by_payer]),
        ("Per winnaar", ("Winnaar",), ("winner",), [((payers[row.id],), row.amounts) for row in saving.by_beneficiary]),
        (
            "Wie betaalt, wie wint", ("Betaler", "Winnaar"), ("payer", "winner"),
            [((payers[payer], payers[winner]), amounts) for payer, winner, amounts in saving.pockets],
        ),
        (
            "Kasbaar of capaciteit", ("Soort",), ("effect",),
            [((effects[row.id],), row.amounts) for row in saving.by_effect],  # type: ignore[index]
        ),
    )  # fmt: skip
    inputs = {key: _AT[key] for key in _INPUTS}
    return (
        Sheet(COSTS, tuple(head for head, _ in _HEADS.values()), tuple(lines), tuple(w for _, w in _HEADS.values())),
        *(_grouped(title, heads, keys, rows, saving) for title, heads, keys, rows in grouped),
        workbook_working.sheet_of(saving, inputs, COSTS),
    )


def total_formulas(saving: Saving) -> dict[str, tuple[Formula, ...]]:
    """By the name of a sum, its six amounts."""
    public = (("standing", f'"{STANDINGS["public"]}"'),)
    return {
        "Publiek": _sums(public, saving.public, saving),
        "Publiek zonder overdrachten": _sums((*public, ("transfer", '"Nee"')), saving.public_without_transfers, saving),
        "Niet publiek": _sums((("standing", f'"{STANDINGS["private"]}"'),), saving.private, saving),
    }


def same_as_program(saving: Saving) -> Formula | str:
    """Whether every line still comes to what the program made of it."""
    if not saving.lines:
        return "Er zijn nog geen kosten ingevuld"
    found, program = (_cells(key, saving) for key in ("saving", "program"))
    return Formula(f'IF(SUMPRODUCT(ABS(ROUND({found}*100,0)-ROUND({program}*100,0)))=0,"Ja","{CHANGED}")', "Ja")


def _line(
    dossier: Dossier, catalogue: Catalogue, saving: Saving, row: LineSum, number: int, laws: dict[str, str],
    payers: dict[str, str],
) -> tuple[Cell, ...]:  # fmt: skip
    line, level, amounts = row.line, saving.level, row.amounts
    price, ranged = catalogue.prices.get(line.price), price_of(row, catalogue)
    years = len(saving.lines) * (saving.months // 12)
    cents = {key: workbook_working.sum_of(f"${_AT['number']}{number + 1}", key, years) for key in workbook_working.ENDS}
    kind, at = f"{_AT['kind']}{number + 1}", number + 1
    cells: dict[str, Cell] = {
        "number": number,
        "words": line.words,
        "law": laws.get(line.law) or names.law_name(line.law, catalogue),
        "payer": payers.get(line.payer) or names.payer_name(line.payer, catalogue),
        "winner": payers.get(row.winner) or names.payer_name(row.winner, catalogue),
        "kind": DIRECT if line.event is None else PREVENTED,
        "effect": choice_names.EFFECTS[line.effect],
        "standing": STANDINGS[row.standing],
        "transfer": "Ja" if line.transfer else "Nee",
        "belongs": _belongs(dossier, catalogue, row),
        "price": euro(line.price_cents),
        "price_year": line.price_year or "onbekend",
        "index_from": Fraction(level.index[level.used(line.price_year or level.year)], 100),
        "index_to": Fraction(level.index[level.used(level.year)], 100),
        "unit": line.unit,
        "quantity": Fraction(line.quantity_e4, 10_000),
        "recurrence": choice_names.RECURRENCES[line.recurrence],
        "chance_current": row.chances.current,
        "chance_threatening": row.chances.threatening,
        "chance_plan": row.chances.plan,
        "attribution": line.attribution,
        "starts": line.starts,
        "ends": line.ends,
        "current": Formula(cents["current"], euro(amounts.current)),
        "threatening": Formula(cents["threatening"], euro(amounts.threatening)),
        "plan": Formula(cents["plan"], euro(amounts.plan)),
        "direct": Formula(f'IF({kind}="{PREVENTED}",0,{cents["saving"]})', euro(amounts.direct)),
        "prevented": Formula(f'IF({kind}="{PREVENTED}",{cents["saving"]},0)', euro(amounts.prevented)),
        "saving": Formula(f"{_AT['direct']}{at}+{_AT['prevented']}{at}", euro(amounts.saving)),
        "program": euro(amounts.saving),
        "low": _share(line.price_cents, ranged.low),
        "high": _share(line.price_cents, ranged.high),
        "weak": "; ".join((*(SAID[one] for one in weak_of(row, saving)), *_too_large(row, saving))),
        "source": wording.source(line, catalogue),
        "quality": wording.quality(line, catalogue),
        "url": price.source_url if price else "",
    }
    return tuple(cells[key] for key in _HEADS)


def _too_large(row: LineSum, saving: Saving) -> tuple[str, ...]:
    years = (workbook_working.numbers_of(row, saving, at) for at in range(len(row.years)))
    return () if all(map(workbook_working.is_exact, years)) else (TOO_LARGE,)


def _belongs(dossier: Dossier, catalogue: Catalogue, row: LineSum) -> str:
    """The event or doorbraak of a line."""
    if row.event is not None:
        return names.event_name(row.event, catalogue)
    steps = (
        names.intervention_name(one, catalogue) for one in dossier.interventions if one.id == row.line.intervention
    )
    return next(steps, "")


def _grouped(
    title: str, heads: tuple[str, ...], keys: tuple[str, ...], rows: Sequence[tuple[tuple[str, ...], Amounts]],
    saving: Saving,
) -> Sheet:  # fmt: skip
    """A row for each name (or pair of them), and the sum of all publicly paid lines below."""
    public = (("standing", f'"{STANDINGS["public"]}"'),)
    found: list[tuple[Cell, ...]] = []
    for at, (named, amounts) in enumerate(rows, start=2):
        wanted = tuple((key, f"${column(place)}{at}") for place, key in enumerate(keys))
        found.append((*named, *_sums((*wanted, *public), amounts, saving)))
    if found:
        blank = ("",) * (len(heads) - 1)
        found.append(("Publiek samen", *blank, *_sums(public, saving.public, saving)))
    widths = (*(34 for _ in heads), 16, 18, 16, 18, 16, 16)
    return Sheet(title, (*heads, *(f"{name} (€)" for name in AMOUNTS)), tuple(found), widths)


def _sums(wanted: tuple[tuple[str, str], ...], amounts: Amounts, saving: Saving) -> tuple[Formula, ...]:
    """The six amounts of the lines of which these columns equal these cells; "=" knows no wildcards, as SUMIF does."""
    if not saving.lines:
        return tuple(Formula("0", Fraction(0)) for _ in _SUMS)
    tests = "*".join(f"({_cells(key, saving)}={cell})" for key, cell in wanted)
    return tuple(
        Formula(f"ROUND(SUMPRODUCT({tests}*{_cells(key, saving)})*100,0)/100", euro(getattr(amounts, key)))
        for key in _SUMS
    )


def _cells(key: str, saving: Saving) -> str:
    """A column of all lines."""
    return f"{COSTS}!${_AT[key]}$2:${_AT[key]}${len(saving.lines) + 1}"


def _told_apart(ids: Iterable[str], name: Callable[[str], str]) -> dict[str, str]:
    """A name per id; two that a spreadsheet takes for the same carry their id."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in ids:
        found[id_] = name(id_) if name(id_).casefold() not in taken else f"{name(id_)} ({id_})"
        taken.add(found[id_].casefold())
    return found


def euro(cents: int) -> Fraction:
    return Fraction(cents, 100)


def _share(cents: int, share: float) -> Fraction:
    """A price at the end of its range, in whole cents."""
    return euro(round(cents * share))
