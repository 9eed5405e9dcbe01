"""What the agencies, doorbraken and threats of a synthetic household cost, at prices of the catalogue."""

from collections.abc import Iterable
from datetime import date

from msgspec import structs

from doorbraak.model.catalogue import AgencyPrice, Catalogue, Price
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier.synthetic_draw import Draw, made

_BASES = {"per_month": 12, "per_year": 1, "once": 1}
_EVENT_UNITS = {
    "per jaar": 1, "per maand": 6, "per kwartaal": 4, "per dag": 45, "per dagdeel": 20, "per uur": 12,
    "per keer": 4, "per traject": 1, "per km": 500,
}  # fmt: skip
SOURCE = "Synthetisch: het aantal is verzonnen. De prijs komt uit de prijslijst."
# Stays, dear by the day: they bring a household from its many small costs to its yearly total.
STAYS = ("jeugdhulp-verblijf", "gezinshuis", "ggz-kliniek")


def _line(
    draw: Draw, words: str, price: Price, quantity_e4: int, payer: str, *, agency: str | None = None,
    event: str | None = None,
) -> sums.Cost:  # fmt: skip
    likely = draw.between(16, 20) if price.transfer else draw.between(4, 18)
    return made(
        sums.Cost,
        words=f"Synthetisch: {words}"[:200],
        price=price.id,
        price_cents=price.price_cents,
        price_year=price.price_year,
        source=SOURCE,
        unit=price.unit,
        quantity_e4=quantity_e4,
        recurrence="yearly" if event is None else "once",
        law=price.law,
        payer=payer,
        transfer=price.transfer,
        chances=None if event else sums.Chances(current=100, threatening=100, plan=likely * 5),
        attribution=100,
        starts=None,
        ends=None,
        agency=agency,
        event=event,
        intervention=None,
    )


def numbered(lines: Iterable[sums.Cost]) -> tuple[sums.Cost, ...]:
    """With the names by which other rows of the file refer to them."""
    return tuple(structs.replace(line, id=f"c{number}") for number, line in enumerate(lines, 1))


def of_agencies(draw: Draw, catalogue: Catalogue, agencies: tuple[form.Agency, ...]) -> list[sums.Cost]:
    """The usual prices of the agencies; then as many days of a stay as the drawn yearly total leaves."""
    wanted = 118_000_00 * draw.one((45, 60, 75, 85, 95, 100, 105, 115, 130, 150, 190)) // 100
    usual: dict[str, list[AgencyPrice]] = {}
    for row in catalogue.agency_prices:
        usual.setdefault(row.agency, []).append(row)
    found: list[sums.Cost] = []
    total = 0
    for agency in agencies:
        for row in usual.get(agency.kind, ()):
            price = catalogue.prices[row.price]
            if agency.kind in STAYS:
                quantity_e4 = min(365 * 10_000, max(0, (wanted - total) // price.price_cents) * 10_000)
            elif row.basis == "per_contact":
                quantity_e4 = row.quantity_e4 * agency.contacts_e2 * 12 // 100
            else:
                quantity_e4 = row.quantity_e4 * _BASES[row.basis]
            yearly = price.price_cents * quantity_e4 // 10_000
            if quantity_e4 and total + yearly <= 3 * wanted // 2:
                words = f"{catalogue.agencies[agency.kind].name}, {price.name}"
                found.append(_line(draw, words, price, quantity_e4, agency.payer, agency=agency.id))
                total += yearly
    return found


def of_interventions(draw: Draw, interventions: tuple[form.Intervention, ...], plan_date: date) -> list[sums.Cost]:
    return [
        made(
            sums.Cost,
            words="Synthetisch: kosten van de doorbraak",
            price="",
            price_cents=draw.between(2, 16) * 500_00,
            price_year=None,
            source="Synthetisch: verzonnen bedrag.",
            unit="per keer",
            quantity_e4=10_000,
            recurrence="once",
            law="participatiewet",
            payer="gemeente",
            transfer=False,
            chances=None,
            attribution=100,
            starts=plan_date,
            ends=None,
            agency=None,
            event=None,
            intervention=step.id,
        )
        for step in interventions
    ]


def of_events(draw: Draw, catalogue: Catalogue, events: tuple[sums.Event, ...]) -> list[sums.Cost]:
    found = []
    for event in events:
        kind = catalogue.events[event.kind]
        price = catalogue.prices[kind.prices[0]]
        units = _EVENT_UNITS[price.unit] * draw.between(5_000, 15_000)
        payer = (kind.payers or price.payers)[0]
        found.append(_line(draw, f"{kind.name}, {price.name}", price, units, payer, event=event.id))
    return found
