"""Why a line comes to what it comes to: its price, source, year, grade, quantity and chance as one formula."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from doorbraak.model import money
from doorbraak.model.catalogue import Price
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.insight.uncertainty import price_of

Weakness = Literal[
    "gone", "grade-c", "own-price", "no-source", "not-listed", "one-sided", "old", "local", "assumed-band",
    "nearest-index", "check", "off",
]  # fmt: skip
Part = Literal["current", "threatening", "plan", "direct", "prevented", "saving"]
OLD = 5  # years before the level from which a price is shown as old; our own border
_LOCAL = ("lokaal voorbeeld", "regionaal voorbeeld")

FORMER_LIST = "Een eerdere prijslijst"
"""The source of a price that has gone from the lists; its cents stay as they were."""
NO_GRADE = "onbekend"

SAID: dict[Weakness, str] = {
    "gone": "prijs staat niet meer in de lijst",
    "grade-c": "zwakke bron (C)",
    "own-price": "eigen prijs",
    "no-source": "zonder bron",
    "not-listed": "bedrag of jaar wijkt af van de prijslijst",
    "old": "oude prijs",
    "local": "prijs van één plaats",
    "one-sided": "de bron noemt maar naar één kant een andere prijs",
    "assumed-band": "band aangenomen (±25%)",
    "nearest-index": "prijsindex van een ander jaar gebruikt",
    "check": "totaal: telt niet mee, alleen ter controle",
    "off": "de doorbraak gaat niet door: telt niet mee",
}


@dataclass(frozen=True, slots=True)
class Why:
    """`formulas`: for each year how the saving comes about, in words and numbers; `grade` is A, B, C, unknown or empty.

    `units` of each year, and `cents` that the line saves over all of them.
    """

    row: LineSum
    grade: str
    source: str
    url: str
    price_year: int | None
    formulas: tuple[str, ...]
    weak: tuple[Weakness, ...]
    cents: int


def why_of(row: LineSum, saving: Saving) -> Why:
    price = saving.catalogue.prices.get(row.line.price)
    source = row.line.source
    if price is not None:
        source = f"{price.source_title}. {price.note}".strip() + (f" {source}" if source else "")
    elif row.line.price:
        source = f"{FORMER_LIST}. {source}".strip()
    return Why(
        row=row,
        grade=price.quality if price else NO_GRADE if row.line.price else "",
        source=source,
        url=price.source_url if price else "",
        price_year=row.line.price_year,
        formulas=tuple(formula_of(row, saving, at) for at in range(len(row.years))),
        weak=weak_of(row, saving),
        cents=row.amounts.saving,
    )


def weak_of(row: LineSum, saving: Saving) -> tuple[Weakness, ...]:
    """What makes the figure weak, the gravest first."""
    line, price, level = row.line, saving.catalogue.prices.get(row.line.price), saving.level
    band = price_of(row, saving.catalogue)
    found: dict[Weakness, bool] = {
        "check": row.standing == "check",
        "off": row.standing == "off",
        "gone": price is None and bool(line.price),
        "no-source": price is None and not line.price and not line.source,
        "own-price": price is None and not line.price and bool(line.source),
        "not-listed": price is not None
        and (price.price_cents, price.price_year) != (line.price_cents, line.price_year),
        "grade-c": price is not None and price.quality == "C",
        "local": price is not None and _is_local(price),
        "old": line.price_year is not None and line.price_year < level.year - OLD,
        "nearest-index": not level.is_exact(line.price_year),
        "one-sided": band.low < band.high and band.middle in (band.low, band.high),
        "assumed-band": band.assumed,
    }
    return tuple(name for name, weak in found.items() if weak)


def _is_local(price: Price) -> bool:
    """A tariff of one gemeente or region. What a gemeente says of national benefits is national."""
    if price.transfer:
        return False
    return price.source_title.startswith(("Gemeente ", "Gemeenten ")) or any(word in price.note for word in _LOCAL)


def price_words(row: LineSum, saving: Saving) -> str:
    """ "€ 127,00 (2022) × 134,56/121,43": the price, and the index that brings it to the price level where it does."""
    line, level = row.line, saving.level
    price = money.exact(line.price_cents)
    if row.factor == 1 or line.price_year is None:
        return price
    now, then = (_index(level.index[level.used(year)]) for year in (level.year, line.price_year))
    return f"{price} ({line.price_year}) × {now}/{then}"


def formula_of(row: LineSum, saving: Saving, at: int, part: Part = "saving") -> str:
    """ "€ 127,00 (2022) × 134,56/121,43 × 26 × (40% − 5%) × 100% = € 1.280,68", or one scenario with its chance."""
    line = row.line
    parts = [price_words(row, saving), number(row.units[at])]
    if part in ("current", "threatening", "plan"):
        parts.append(f"{getattr(row.chances, part)}%")
    else:
        parts += [f"({row.chances.threatening}% − {row.chances.plan}%)", f"{line.attribution}%"]
    return f"{' × '.join(parts)} = {money.exact(getattr(row.years[at], part))}"


def number(value: Fraction) -> str:
    """With as many decimals as it has, at most four; "≈" before one that has more."""
    text = f"{float(value):.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return text if value * 10_000 == int(value * 10_000) else f"≈ {text}"


def _index(hundredths: int) -> str:
    return f"{hundredths // 100},{hundredths % 100:02d}"
