"""The figures of one household: as lines for people, and as JSON with keys that stay as they are."""

from collections.abc import Iterator
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import figures, names, savings
from doorbraak.model.insight.savings import Amounts, Row, Saving
from doorbraak.model.insight.uncertainty import ASSUMED_RANGE
from doorbraak.model.money import whole

EXAMPLE = "VOORBEELD: synthetische (verzonnen) of gepubliceerde gegevens."
_QUALITY = {"A": "sterk", "B": "redelijk", "C": "zwak"}


def lines(dossier: Dossier, catalogue: Catalogue, *, months: int = 12) -> Iterator[str]:
    """What `show NUMBER` prints: counts, cost, saving in its two parts, per law and payer, sources."""
    saving = savings.saving_of(dossier, catalogue, months)
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
    yield "Bronnen van de bedragen"
    for source in dict.fromkeys(_source(row.line, catalogue) for row in saving.lines):
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
    yield "    Alleen de prijzen zijn onzeker; elke prijs wordt één keer getrokken."
    if band.assumed:
        yield f"    Zonder bandbreedte in de bron is {ASSUMED_RANGE}% omlaag en omhoog aangenomen."
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


def _source(line: CostLine, catalogue: Catalogue) -> str:
    price = catalogue.prices.get(line.price)
    if price is None:
        return line.source or "Eigen bedrag zonder bron"
    quality = _QUALITY.get(price.quality, price.quality)
    return f"{price.name}: {price.source_title}, prijzen van {price.price_year}, bron {quality}"


def as_json(dossier: Dossier, catalogue: Catalogue, *, months: int = 12) -> dict[str, Any]:
    """What `show NUMBER --json` writes. Amounts are cents; laws and payers carry their catalogue id."""
    saving = savings.saving_of(dossier, catalogue, months)
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
            "public_cents": _amounts(saving.public),
            "public_without_transfers_cents": _amounts(saving.public_without_transfers),
            "band_cents": {"low": saving.band.low, "middle": saving.band.middle, "high": saving.band.high},
            "band_assumed": saving.band.assumed,
            "by_law": [_row("law", row, names.law_name(row.id, catalogue)) for row in saving.by_law],
            "by_payer": [_row("payer", row, names.payer_name(row.id, catalogue)) for row in saving.by_payer],
        },
        "sources": list(dict.fromkeys(_source(row.line, catalogue) for row in saving.lines)),
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
