"""The figures of one household: as lines for people, and as JSON with keys that stay as they are."""

from collections.abc import Iterator
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import sum_words
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, figures, names, payback, savings
from doorbraak.model.insight.plausibility import marks_of
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.savings import Amounts, LineSum, Row, Saving
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE
from doorbraak.model.insight.why import FORMER_LIST, SAID, weak_of
from doorbraak.model.money import whole

EXAMPLE = "VOORBEELD: dit huishouden is verzonnen of gepubliceerd."
_QUALITY = {"A": "sterk", "B": "redelijk", "C": "zwak"}


def lines(dossier: Dossier, catalogue: Catalogue, *, months: int = 12, year: int | None = None) -> Iterator[str]:
    """What `show NUMBER` prints: counts, cost, saving in its two parts, who pays and who wins, sources.

    `year`: in whose prices; None is the last known.
    """
    saving = savings.saving_of(dossier, catalogue, months, level=level_of(catalogue, year))
    found = figures.figures_of(dossier, saving)
    yield names.household_name(dossier.household)
    if dossier.household.example:
        yield EXAMPLE
    yield ""
    yield f"Instanties              {found.agencies}"
    yield f"Problemen               {found.problems}"
    yield f"Personen                {found.people}"
    yield f"Contacten per maand     {names.contacts(found.contacts_e2)}"
    yield ""
    yield "Kosten per jaar nu"
    yield f"  Publiek               {whole(found.yearly.public)}"
    yield f"    zonder uitkeringen  {whole(found.yearly.public_without_transfers)}"
    yield f"  Niet publiek          {whole(found.yearly.private)}"
    yield ""
    yield from _scenarios(saving)
    yield from _grouped("Per wet", saving.by_law, lambda id_: names.law_name(id_, catalogue))
    yield from _grouped("Per betaler", saving.by_payer, lambda id_: names.payer_name(id_, catalogue))
    yield from _grouped("Per winnaar", saving.by_beneficiary, lambda id_: names.payer_name(id_, catalogue))
    yield from _grouped("Geld of tijd", saving.by_effect, lambda id_: choice_names.EFFECTS[id_])
    if marks := sum_words.marks(saving):
        yield "Kijk dit na"
        for mark in marks:
            yield f"  {mark}"
        yield ""
    yield "Bronnen van de bedragen"
    for source in dict.fromkeys(_source(row, saving) for row in saving.lines):
        yield f"  {source}"


def _scenarios(saving: Saving) -> Iterator[str]:
    public = saving.public
    yield f"Publieke kosten over {saving.months} maanden vanaf {saving.start:%d-%m-%Y}"
    yield f"  Huidig                {whole(public.current)}"
    yield f"  Dreigend              {whole(public.threatening)}"
    yield f"  Plan                  {whole(public.plan)}"
    yield f"  Besparing             {whole(public.saving)}"
    yield f"    direct              {whole(public.direct)}"
    yield f"    voorkomen           {whole(public.prevented)}"
    band = saving.band
    yield f"  Bandbreedte           {whole(band.low)} tot {whole(band.high)} (9 van de 10 trekkingen)"
    yield "    Elke prijs en elke kans van een dreiging wordt per trekking één keer getrokken."
    if band.assumed:
        yield f"    Zonder bandbreedte in de bron is {ASSUMED_RANGE}% omlaag en omhoog aangenomen."
    yield f"  Zonder overdrachten   {whole(saving.public_without_transfers.saving)}"
    yield f"  Kosten doorbraken     {whole(-saving.own_cost.saving)}, zit in het plan"
    yield f"  {sum_words.payback(saving)}"
    yield f"  {sum_words.price_level(saving)}"
    yield ""


def _grouped(title: str, rows: tuple[Row, ...], name: Any) -> Iterator[str]:
    shown = [(name(row.id), row.amounts) for row in rows]
    width = max((len(label) for label, _ in shown), default=0)
    heads = ("huidig", "dreigend", "plan", "besparing", "direct", "voorkomen")
    yield f"{title:<{width + 2}}" + "".join(f"{head:>13}" for head in heads)
    for label, amounts in shown:
        cells = _amounts(amounts).values()
        yield f"  {label:<{width}}" + "".join(f"{whole(cents):>13}" for cents in cells)
    yield ""


def _source(row: LineSum, saving: Saving) -> str:
    """With what makes it weak behind it, apart from what the words say already."""
    price = saving.catalogue.prices.get(row.line.price)
    weak = [SAID[one] for one in weak_of(row, saving) if one not in ("grade-c", "own-price", "no-source")]
    if price is None:
        said = FORMER_LIST if row.line.price else row.line.source or "Eigen bedrag zonder bron"
    else:
        quality = _QUALITY.get(price.quality, price.quality)
        said = f"{price.name}: {price.source_title}, prijzen van {price.price_year}, bron {quality}"
    return f"{said} ({', '.join(weak)})" if weak else said


def as_json(dossier: Dossier, catalogue: Catalogue, *, months: int = 12, year: int | None = None) -> dict[str, Any]:
    """What `show NUMBER --json` writes. Amounts are cents; laws and payers carry their catalogue id.

    "payback_month" is 0 when the plan costs nothing of its own, and null when it is not within these months.
    """
    saving = savings.saving_of(dossier, catalogue, months, level=level_of(catalogue, year))
    found = figures.figures_of(dossier, saving)
    home = dossier.household
    return {
        "number": home.number,
        "name": home.name,
        "example": home.example,
        "agencies": found.agencies,
        "problems": found.problems,
        "people": found.people,
        "contacts_per_month": _number(found.contacts_e2),
        "yearly_cents": {
            "total": found.yearly.total,
            "public": found.yearly.public,
            "private": found.yearly.private,
            "public_without_transfers": found.yearly.public_without_transfers,
        },
        "saving": {
            "start": saving.start.isoformat(),
            "months": saving.months,
            "price_level": saving.level.year,
            "public_cents": _amounts(saving.public),
            "public_without_transfers_cents": _amounts(saving.public_without_transfers),
            "band_cents": {"low": saving.band.low, "middle": saving.band.middle, "high": saving.band.high},
            "band_assumed": saving.band.assumed,
            "by_law": [_row("law", row, names.law_name(row.id, catalogue)) for row in saving.by_law],
            "by_payer": [_row("payer", row, names.payer_name(row.id, catalogue)) for row in saving.by_payer],
            "by_beneficiary": [
                _row("beneficiary", row, names.payer_name(row.id, catalogue)) for row in saving.by_beneficiary
            ],
            "by_effect": [_row("effect", row, choice_names.EFFECTS[row.id]) for row in saving.by_effect],
            "own_cost_cents": -saving.own_cost.saving,
            "payback_month": payback.payback_month(saving),
            "marks": [
                {"what": one.what, "figure": one.figure, "published": one.published, "border": one.border}
                for one in marks_of(saving)
            ],
        },
        "sources": list(dict.fromkeys(_source(row, saving) for row in saving.lines)),
    }


def _number(e2: int) -> int | float:
    return e2 / 100 if e2 % 100 else e2 // 100


def _amounts(amounts: Amounts) -> dict[str, int]:
    return {
        "current": amounts.current,
        "threatening": amounts.threatening,
        "plan": amounts.plan,
        "saving": amounts.saving,
        "direct": amounts.direct,
        "prevented": amounts.prevented,
    }


def _row(kind: str, row: Row, name: str) -> dict[str, Any]:
    return {kind: row.id, "name": name, "cents": _amounts(row.amounts)}
