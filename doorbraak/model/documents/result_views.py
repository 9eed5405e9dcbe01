"""What the page of the sums shows of its result: at a glance, and by law, payer, winner, effect and line."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from doorbraak.model import money
from doorbraak.model.documents import sum_words, wording
from doorbraak.model.documents.reasons import SCENARIOS, cents_of, sum_reason
from doorbraak.model.documents.result_table import AMOUNTS_HEADER, Cell, Table, View, amount, amounts_row
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.savings import LineSum, Saving, Standing, added, grouped

NO_COSTS = View("Nog geen kosten ingevuld. Vul ze in bij Kosten.", ())
ASSUMED = "* Waar geen laagste en hoogste prijs bekend is, rekenen we met 25% eronder en erboven. Dat is aangenomen."
_NEGATIVE = "Een bedrag onder nul kost meer: daar komt werk bij, of verschuift het."


def counted(saving: Saving, *, society: bool) -> tuple[LineSum, ...]:
    """The publicly paid lines; for society without what moves from one purse to another."""
    return tuple(row for row in saving.public_lines if not (society and row.line.transfer))


def glance(savings: Sequence[Saving], beside: Table, *, society: bool) -> View:
    """`savings` over 12 and 24 months; `beside` is what stands beside the euros."""
    first = savings[0]
    if not first.lines:
        return View(NO_COSTS.title, (beside,))
    rows: list[tuple[Cell, ...]] = []
    for saving in savings:
        lines = counted(saving, society=society)
        own = [row for row in lines if row.line.intervention is not None]
        rows.append(amounts_row(f"{saving.months} maanden", lines, saving))
        if own:
            title = f"Kosten van de doorbraak, {saving.months} maanden"
            rows.append(amounts_row("– doorbraak zelf", own, saving, title))
    private = [row for row in first.lines if row.standing == "private"]
    if private:
        rows.append(amounts_row("Niet publiek, apart", private, first, f"Niet publiek, {first.months} maanden"))
    table = Table("Drie scenario’s naast elkaar", ("Periode", *AMOUNTS_HEADER), tuple(rows))
    return View(_outcome(first, society=society), (table, beside), _said(first, society=society))


def _outcome(saving: Saving, *, society: bool) -> str:
    found = added(counted(saving, society=society))
    whose = "Voor de samenleving" if society else "Publiek geld"
    if not found.saving:
        return f"{whose}: het plan kost in {saving.months} maanden evenveel als doorgaan."
    cents = money.whole(abs(found.saving))
    does = f"bespaart {cents}" if found.saving > 0 else f"kost {cents} meer"
    parts = f"{money.whole(found.direct)} direct, {money.whole(found.prevented)} voorkomen"
    return f"{whose}: het plan {does} in {saving.months} maanden ({parts})."


def _said(saving: Saving, *, society: bool) -> tuple[str, ...]:
    said = [sum_words.price_level(saving)]
    transfers = saving.public.current - saving.public_without_transfers.current
    if society:
        said.append(f"Zonder {money.whole(transfers)} aan uitkeringen en toeslagen nu: die zijn geen winst of verlies.")
    elif transfers:
        said.append(
            f"Met {money.whole(transfers)} aan uitkeringen en toeslagen nu. Voor de samenleving tellen die niet."
        )
    unpaid = sum(not row.line.payer for row in saving.lines)
    if unpaid:
        said.append(f"Nog zonder betaler, dus niet publiek: {wording.count(unpaid, 'kostenpost', 'kostenposten')}.")
    checks = sum(row.standing == "check" for row in saving.lines)
    if checks:
        said.append(f"Alleen ter controle, niet opgeteld: {wording.count(checks, 'totaal', 'totalen')}.")
    return (*said, *_notes(counted(saving, society=society), saving))


def _notes(lines: Sequence[LineSum], saving: Saving) -> tuple[str, ...]:
    from doorbraak.model.insight.bands import band_of  # late: numpy takes 0.1 s to import

    below = any(part < 0 for row in lines for part in (row.amounts.direct, row.amounts.prevented))
    assumed = bool(lines) and band_of(lines, saving.catalogue).assumed
    return (*((_NEGATIVE,) if below else ()), *((ASSUMED,) if assumed else ()))


Key = Callable[[LineSum], str]
Name = Callable[[str, Saving], str]
GROUPINGS: Mapping[str, tuple[str, Key, Name]] = {
    "law": ("Wet", lambda row: row.line.law, lambda id_, saving: wording.law(id_, saving.catalogue)),
    "payer": ("Betaler", lambda row: row.line.payer, lambda id_, saving: names.payer_name(id_, saving.catalogue)),
    "winner": ("Wie wint", lambda row: row.winner, lambda id_, saving: names.payer_name(id_, saving.catalogue)),
    "effect": (
        "Kasbaar of capaciteit",
        lambda row: row.line.effect,
        lambda id_, _: next((name for effect, name in choice_names.EFFECTS.items() if effect == id_), id_),
    ),
}


def grouping(saving: Saving, by: str, *, society: bool) -> View:
    """Every row adds up from its lines, the rows to the last one."""
    title, key, name = GROUPINGS[by]
    lines = counted(saving, society=society)
    parts: dict[str, list[LineSum]] = defaultdict(list)
    for row in lines:
        parts[key(row)].append(row)
    rows = [amounts_row(name(row.id, saving), parts[row.id], saving) for row in grouped(lines, key)]
    table = Table(title, (title, *AMOUNTS_HEADER), (*rows, amounts_row("Publiek samen", lines, saving)), total=True)
    return View(_title(rows, saving), (table,) if lines else (), _grouping_said(by, lines, saving))


def _title(rows: Sequence[tuple[Cell, ...]], saving: Saving) -> str:
    if not rows:
        return NO_COSTS.title
    first = rows[0]
    return f"{first[0].text}: {first[6].text} besparing in {saving.months} maanden. Dat is hier het meeste."


def _grouping_said(by: str, lines: Sequence[LineSum], saving: Saving) -> tuple[str, ...]:
    said: tuple[str, ...] = ()
    if by == "effect":
        said = (
            "Kasbaar is geld dat vrijkomt. Capaciteit is tijd van mensen die voor anderen vrijkomt.",
            "Wat nog niet gekozen is, telt bij geen van beide.",
        )
    elif by == "winner":
        said = ("Waar niemand gekozen is, wint wie nu betaalt.",)
    return (*said, *_notes(lines, saving))


def every_line(saving: Saving, *, society: bool) -> View:
    """Line by line, the largest saving first; what is no public money or a check stands under it."""
    lines = sorted(counted(saving, society=society), key=lambda row: (-row.amounts.saving, row.line.id))
    rows = [amounts_row(row.line.words, (row,), saving) for row in lines]
    table = Table(
        "Kostenpost", ("Kostenpost", *AMOUNTS_HEADER), (*rows, amounts_row("Publiek samen", lines, saving)), total=True
    )
    rest = [row for row in saving.lines if row.standing != "public"]
    others = Table(
        "Telt niet mee",
        ("Telt niet mee", "Waarom", "Nu", "Dreigt", "Met het plan"),
        tuple(_left_out(row, saving) for row in rest),
        names=2,
    )
    tables = ((table,) if lines else ()) + ((others,) if rest else ())
    return View(_title(rows, saving), tables, _notes(lines, saving))


_NOT_COUNTED: dict[Standing, str] = {
    "check": "Gepubliceerd totaal: alleen controle", "off": "De doorbraak gaat niet door",
}  # fmt: skip


def _left_out(row: LineSum, saving: Saving) -> tuple[Cell, ...]:
    why = _NOT_COUNTED.get(row.standing, "Niet publiek betaald")
    reasons = {part: partial(sum_reason, row.line.words, part, (row,), saving) for part, _ in SCENARIOS}
    return (
        Cell(row.line.words, reasons["current"]),
        Cell(why, reasons["current"]),
        *(amount(cents_of(row, part), reasons[part]) for part, _ in SCENARIOS),
    )
