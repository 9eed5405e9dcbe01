"""Why a figure is what it is: the lines that it adds up from, to the very cents, with formula, source and grade."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.insight.uncertainty import uncertainties_of
from doorbraak.model.insight.why import SAID, Part, formula_of, why_of

if TYPE_CHECKING:
    from doorbraak.model.insight.bands import Band

SCENARIOS: tuple[tuple[Part, str], ...] = (("current", "Nu"), ("threatening", "Dreigt"), ("plan", "Met het plan"))
PARTS: dict[Part, str] = {
    **dict(SCENARIOS),
    "direct": "Direct bespaard",
    "prevented": "Voorkomen",
    "saving": "Besparing",
}
_HEADER = ("Kostenpost", "Zo gerekend", "Prijsjaar", "Kwaliteit", "Let op", "Bedrag")
_WHAT = {
    "price": "prijs",
    "quantity": "aantal",
    "chance_threatening": "kans zonder plan",
    "chance_plan": "kans met plan",
    "attribution": "deel door het plan",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """`figure` is the figure itself and `sentences` tell how it is made. `rows` are what it is made of, the first
    `names` columns in words; `stories` tell all that is known of each, or are empty. `total` closes the rows.
    """

    title: str
    figure: str
    sentences: tuple[str, ...]
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    total: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    names: int = 1

    @property
    def text(self) -> str:
        """All of it, to put elsewhere: rows with tabs, as a spreadsheet takes them."""
        rows = (self.header, *self.rows, self.total) if self.rows else ()
        listed = "\n".join("\t".join(row) for row in rows if row)
        told = "\n\n".join(self.stories)
        head = "\n".join((f"{self.title}: {self.figure}", *self.sentences))
        return "\n\n".join(part for part in (head, listed, told) if part)


def sum_reason(title: str, part: Part, lines: Iterable[LineSum], saving: Saving) -> Reason:
    """A sum over lines. Those that add nothing are counted, not listed."""
    listed = tuple(lines)
    found = [(row, cents_of(row, part)) for row in listed]
    counted = sorted((one for one in found if one[1]), key=lambda one: -abs(one[1]))
    total = sum(cents for _, cents in found)
    posts = wording.count(len(counted), "kostenpost", "kostenposten")
    sentences = [f"Opgeteld uit {posts}, over {saving.months} maanden vanaf {wording.day(saving.start)}."]
    if len(counted) < len(listed):
        sentences.append(
            f"Nog {wording.count(len(listed) - len(counted), 'post telt', 'posten tellen')} hier voor nul."
        )
    sentences.append(f"Elke post is één keer afgerond op de cent, per jaar, in prijzen van {saving.level.year}.")
    return Reason(
        title=f"{title}: {PARTS[part].lower()}",
        figure=money.exact(total),
        sentences=tuple(sentences),
        header=_HEADER,
        rows=tuple(_row(row, saving, part, cents) for row, cents in counted),
        total=("Samen", "", "", "", "", money.exact(total)),
        stories=tuple(story_of(row, saving, part) for row, _ in counted),
        names=5,
    )


def band_reason(title: str, lines: Iterable[LineSum], saving: Saving) -> Reason:
    """What was drawn to come to a band, with its borders."""
    from doorbraak.model.insight.bands import DRAWS, band_of  # late: numpy takes 0.1 s to import

    listed = tuple(lines)
    band = band_of(listed, saving.catalogue)
    moving = [row for row in listed if row.amounts.saving or row.chances.threatening != row.chances.plan]
    uncertain = ((row, one) for row in moving for one in uncertainties_of(row, saving.catalogue))
    terms = [(row, one) for row, one in uncertain if one.low != one.high]
    return Reason(
        title=f"{title}: waarschijnlijk",
        figure=spread(band.low, band.high),
        sentences=(
            f"We trekken elke onzekerheid {DRAWS:,} keer tussen laagste en hoogste.".replace(",", "."),
            "Van die uitkomsten liggen er 9 van de 10 binnen deze band.",
            "Eén prijs in meer posten is één onzekerheid. Dat geldt ook voor de kans op één dreiging.",
            f"Het midden is de som zelf: {money.exact(band.middle)}.",
            *((f"De som {one_sided(band)}: de bronnen noemen bijna alleen één kant.",) if band.side else ()),
        ),
        header=("Kostenpost", "Onzeker", "Grens", "Laagste", "Midden", "Hoogste"),
        rows=tuple(
            (
                row.line.words,
                _WHAT[one.what],
                "aangenomen" if one.assumed else "opgegeven",
                *(_border(one.what, at) for at in (one.low, one.middle, one.high)),
            )
            for row, one in terms
        ),
        stories=tuple(story_of(row, saving) for row, _ in terms),
        names=3,
    )


def story_of(row: LineSum, saving: Saving, part: Part = "saving") -> str:
    """All that is known of one line, with the formula of the figure that was opened."""
    why, line, catalogue = why_of(row, saving), row.line, saving.catalogue
    formulas = [formula_of(row, saving, at, part) for at in range(len(row.years))]
    years = [f"Jaar {at + 1}: {formula}" for at, formula in enumerate(formulas)]
    once = "eenmalig" if line.recurrence == "once" else "per jaar"
    chances, grade = row.chances, why.grade or "eigen prijs"
    effect = choice_names.EFFECTS[line.effect] if line.effect else "Kasbaar of capaciteit: nog niet gekozen"
    payer, winner = (names.payer_name(id_, catalogue) for id_ in (line.payer, row.winner))
    told = (
        line.words,
        *(years if len(years) > 1 else formulas),
        f"Prijs: {money.exact(line.price_cents)} {line.unit}, {names.quantity(line.quantity_e4)} keer, {once}.",
        _year_said(row, saving),
        f"Kans: nu {chances.current}%, dreigt {chances.threatening}%, met het plan {chances.plan}%.",
        f"Door het plan: {line.attribution}%.",
        f"Telt als {'voorkomen' if line.event is not None else 'direct'}. {effect}.",
        f"Wet: {names.law_name(line.law, catalogue)}. Betaalt: {payer}. Wint: {winner}.",
        f"Kwaliteit van de bron: {grade}. Bron: {why.source or 'nog geen bron'}",
        why.url,
        f"Let op: {', '.join(SAID[weak] for weak in why.weak)}." if why.weak else "",
    )
    return "\n".join(part for part in told if part)


def cents_of(row: LineSum, part: Part) -> int:
    cents: int = getattr(row.amounts, part)
    return cents


def spread(low: int, high: int) -> str:
    """ "€ 190.000 tot € 240.000"."""
    return f"{money.whole(low)} tot {money.whole(high)}"


def one_sided(band: "Band") -> str:
    """ "kan alleen hoger uitvallen", of a saving that is itself an end of its band, or nearly so; "" for any other."""
    if not band.side:
        return ""
    how = "alleen" if band.one_sided else "vooral"
    if band.middle < 0:
        return f"kan {how} {'minder' if band.side == 'higher' else 'meer'} kosten"
    return f"kan {how} {'hoger' if band.side == 'higher' else 'lager'} uitvallen"


def _row(row: LineSum, saving: Saving, part: Part, cents: int) -> tuple[str, ...]:
    why = why_of(row, saving)
    years = [formula_of(row, saving, at, part) for at in range(len(row.years)) if getattr(row.years[at], part)]
    return (
        row.line.words,
        "; ".join(years),
        str(why.price_year or "onbekend"),
        why.grade or "eigen",
        ", ".join(SAID[weak] for weak in why.weak),
        money.exact(cents),
    )


def _year_said(row: LineSum, saving: Saving) -> str:
    year, level = row.line.price_year, saving.level
    if year is None:
        return "Prijsjaar onbekend: niet omgerekend."
    if year == level.year:
        return f"Prijsjaar {year}."
    used = f" Gebruikt zijn de index van {level.used(year)} en {level.used(level.year)}."
    return f"Prijsjaar {year}, omgerekend naar {level.year}.{'' if level.is_exact(year) else used}"


def _border(what: str, value: float) -> str:
    """Prices and quantities are shares of the middle one."""
    return f"{round(value * (100 if what in ('price', 'quantity') else 1))}%"
