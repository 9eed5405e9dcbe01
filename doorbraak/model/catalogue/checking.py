"""What has to hold between rows and between files: references, price ranges, what may be summed."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from doorbraak.model.catalogue.lists import SHEETS
from doorbraak.model.catalogue.records import AgencyPrice, Catalogue, Cpi, EventKind, Price, Retention, Tension
from doorbraak.model.catalogue.sheet import damaged

R = TypeVar("R")

# list, field of its records (one id or a tuple of ids), list that the ids are in
REFERENCES = (
    ("problems", "life_domain", "life_domains"),
    ("problems", "agencies", "agencies"),
    ("problems", "laws", "laws"),
    ("problems", "prices", "prices"),
    ("agencies", "law", "laws"),
    ("agencies", "payers", "payers"),
    ("interventions", "laws", "laws"),
    ("events", "problems", "problems"),
    ("events", "prices", "prices"),
    ("events", "law", "laws"),
    ("events", "payers", "payers"),
    ("laws", "payers", "payers"),
    ("articles", "law", "laws"),
    ("tensions", "law_a", "laws"),
    ("tensions", "law_b", "laws"),
    ("mandates", "law", "laws"),
    ("retention", "law", "laws"),
    ("prices", "law", "laws"),
    ("prices", "payers", "payers"),
    ("agency_prices", "agency", "agencies"),
    ("agency_prices", "price", "prices"),
)


def check(catalogue: Catalogue) -> None:
    """Raises CatalogueDamaged, with file and line, at the first thing that does not fit.

    `load` has called this already; it costs about a millisecond to ask again.
    """
    for name, field, target in REFERENCES:
        _check_references(catalogue, name, field, target)
    _check_years(catalogue)
    _check_prices(catalogue)
    _check_sums(catalogue)
    _check_laws(catalogue)


def _rows(catalogue: Catalogue, name: str) -> Iterable[Any]:
    held = getattr(catalogue, name)
    return held if isinstance(held, tuple) else held.values()


def _each(catalogue: Catalogue, name: str, fault: Callable[[Any], str]) -> None:
    """`fault` gives what is wrong with a row, or nothing."""
    for at, row in enumerate(_rows(catalogue, name)):
        if wrong := fault(row):
            raise damaged(SHEETS[name].file, catalogue.lines[name][at], wrong)


def _check_references(catalogue: Catalogue, name: str, field: str, target: str) -> None:
    known = getattr(catalogue, target)

    def fault(row: Any) -> str:
        value = getattr(row, field)
        for reference in (value,) if isinstance(value, str) else value:
            if reference not in known:
                return f"“{reference}” staat niet in {SHEETS[target].file}"
        return ""

    _each(catalogue, name, fault)


def _check_years(catalogue: Catalogue) -> None:
    """A sum asks for the index of any year between the first and the last."""
    years = {cpi.year for cpi in catalogue.cpi}

    def fault(cpi: Cpi) -> str:
        alone = cpi.year + 1 not in years and cpi.year < max(years)
        return f"na {cpi.year} ontbreekt een jaar" if alone else ""

    _each(catalogue, "cpi", fault)


def _check_prices(catalogue: Catalogue) -> None:
    first_index = min(cpi.year for cpi in catalogue.cpi)

    def fault(price: Price) -> str:
        low = price.price_cents if price.low_cents is None else price.low_cents
        high = price.price_cents if price.high_cents is None else price.high_cents
        if not low <= price.price_cents <= high:
            return "de prijs ligt buiten zijn eigen bandbreedte"
        if price.price_year < first_index:
            return f"voor {price.price_year} is er geen prijsindex"
        return ""

    _each(catalogue, "prices", fault)


def _check_sums(catalogue: Catalogue) -> None:
    """A price that is a check, a benefit or private would be counted twice or wrongly in a proposal."""
    summable = {price.id for price in catalogue.prices.values() if price.use == "line"}

    def agency_fault(row: AgencyPrice) -> str:
        return "" if row.price in summable else f"prijs “{row.price}” mag niet in een som"

    def event_fault(row: EventKind) -> str:
        wrong = [price for price in row.prices if price not in summable]
        return f"prijs “{wrong[0]}” mag niet in een som" if wrong else ""

    _each(catalogue, "agency_prices", agency_fault)
    _each(catalogue, "events", event_fault)


def _check_laws(catalogue: Catalogue) -> None:
    known = {(article.law, cited) for article in catalogue.articles.values() for cited in article.cited}

    def tension_fault(row: Tension) -> str:
        for law, article in ((row.law_a, row.article_a), (row.law_b, row.article_b)):
            if (law, article) not in known:
                return f"artikel {article} van {law} staat niet in {SHEETS['articles'].file}"
        return ""

    def term_fault(row: Retention) -> str:
        whole = (row.term is None) == (not row.unit)
        return "" if whole else "een termijn heeft een getal en een eenheid nodig"

    _each(catalogue, "tensions", tension_fault)
    _each(catalogue, "retention", term_fault)
