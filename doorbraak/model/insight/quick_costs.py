"""What an agency usually costs a year, from the list of prices: a proposal, for the professional to take or change."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from doorbraak.model.catalogue import AgencyPrice, Catalogue, Price
from doorbraak.model.dossier.costs import MOST_QUANTITY_E4, Recurrence
from doorbraak.model.money import round_half_even

OF_THE_MUNICIPALITY = "gemeente"  # as a payer, and as the row for an agency in own words that it pays
IS_IT_RECEIVED = "Kijk na of iemand dit krijgt."
_OF_A_STAY = ("per dag", "per jaar")  # a month of them is 30.4 days or a twelfth: a bed, and not a fee
_TIMES_A_YEAR = {"per_contact": 12, "per_month": 12, "per_year": 1, "once": 1}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a cost line of this agency would hold. `quantity_e4`: units a year, or in all when it comes once.

    `cautions` are sentences to say beside it. Without contacts the quantity of what is paid per contact is zero.
    """

    words: str
    price: str
    price_cents: int
    price_year: int | None
    unit: str
    quantity_e4: int
    recurrence: Recurrence
    law: str
    payer: str
    transfer: bool
    cents: int
    confidence: str
    source: str
    cautions: tuple[str, ...]


def usual_costs(catalogue: Catalogue, agency: str, contacts_e2: int, *, payer: str = "") -> tuple[Proposal, ...]:
    """One for each row of the list: what an agency has two of adds up. Nothing where the list is silent.

    `agency` is a kind, or empty for own words: paid by the municipality that takes the price of its hour.
    """
    meant = agency or (OF_THE_MUNICIPALITY if payer == OF_THE_MUNICIPALITY else "")
    rows = [row for row in catalogue.agency_prices if row.agency == meant]
    priced = [(row, catalogue.prices[row.price]) for row in rows if row.price in catalogue.prices]
    return tuple(
        _proposal(catalogue, row, price, contacts_e2, payer) for row, price in priced if price.use == "line"
    )  # a total, a benefit or a private price is never added up


def usual_cost(catalogue: Catalogue, agency: str, contacts_e2: int, *, payer: str = "") -> Proposal | None:
    """The first of these that comes to an amount."""
    return next((one for one in usual_costs(catalogue, agency, contacts_e2, payer=payer) if one.cents), None)


def of_price(
    price: Price, quantity_e4: int, recurrence: Recurrence, *, law: str, payers: Iterable[str], confidence: str,
    cautions: tuple[str, ...],
) -> Proposal:  # fmt: skip
    """A line of this price. `law`: where the price names none. The first of `payers` that says something pays."""
    return Proposal(
        words=price.name,
        price=price.id,
        price_cents=price.price_cents,
        price_year=price.price_year,
        unit=price.unit,
        quantity_e4=quantity_e4,
        recurrence=recurrence,
        law=price.law or law,
        payer=next((one for one in payers if one), ""),
        transfer=price.transfer,
        cents=round_half_even(Fraction(price.price_cents * quantity_e4, 10_000)),
        confidence=confidence,
        source=price.source_title,
        cautions=cautions,
    )


def _proposal(catalogue: Catalogue, row: AgencyPrice, price: Price, contacts_e2: int, payer: str) -> Proposal:
    kind = catalogue.agencies.get(row.agency)
    each = Fraction(contacts_e2, 100) if row.basis == "per_contact" else Fraction(1)
    quantity_e4 = min(MOST_QUANTITY_E4, round_half_even(row.quantity_e4 * each * _TIMES_A_YEAR[row.basis]))
    return of_price(
        price,
        quantity_e4,
        "once" if row.basis == "once" else "yearly",
        law=kind.law if kind else "",
        payers=(payer, *(kind.payers if kind else ()), *price.payers),
        confidence=row.confidence,
        cautions=_cautions(row, price),
    )


def _cautions(row: AgencyPrice, price: Price) -> tuple[str, ...]:
    said = []
    if row.basis == "per_month":
        said.append("Gerekend met twaalf maanden.")
        if price.unit in _OF_A_STAY:
            said.append("Vul in hoeveel maanden het verblijf duurt.")
    if price.transfer:
        said.append(IS_IT_RECEIVED)
    if row.confidence == "laag":
        said.append("Ruwe schatting: kijk dit na.")
    return tuple(said)
