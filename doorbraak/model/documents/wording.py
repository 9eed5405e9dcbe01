"""How dates, chances, prices and sources are written in documents, in Dutch."""

from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import names
from doorbraak.model.insight.why import FORMER_LIST, NO_GRADE

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip

OWN_SOURCE = "Eigen opgave"


def day(on: date) -> str:
    """ "3 maart 2026"."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def percent(whole: int) -> str:
    return f"{whole}%"


def count(number: int, one: str, more: str) -> str:
    """ "1 probleem", "32 problemen"."""
    return f"{number} {one if number == 1 else more}"


def text_version(text: str) -> str:
    """The date (or year) of a law text that was read, as the catalogue has it: "1 juli 2026"."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text or "niet gelezen"


def law(id_: str, catalogue: Catalogue) -> str:
    """The title with its abbreviation: "Jeugdwet (Jw)"; not everybody knows the short form."""
    known = catalogue.laws.get(id_)
    if known is None:
        return names.law_name(id_, catalogue)
    if not known.abbreviation or known.abbreviation == known.title:
        return known.title
    return f"{known.title} ({known.abbreviation})"


def source(line: CostLine, catalogue: Catalogue) -> str:
    """Where the price of a line comes from."""
    price = catalogue.prices.get(line.price)
    if price is None and not line.price:
        return line.source or OWN_SOURCE
    return "; ".join(part for part in (price.source_title if price else FORMER_LIST, line.source) if part)


def price_year(line: CostLine, catalogue: Catalogue) -> str:
    price = catalogue.prices.get(line.price)
    year = line.price_year or (price.price_year if price else None)
    return str(year) if year else "onbekend"


def quality(line: CostLine, catalogue: Catalogue) -> str:
    """The grade of a listed price: A strong, B usable, C weak. An own price has none, one that has gone is unknown."""
    price = catalogue.prices.get(line.price)
    return price.quality if price else NO_GRADE if line.price else "eigen"


def contact(profile: Profile) -> str:
    """Whom to call; empty while nobody filled that in."""
    who = ", ".join(part for part in (profile.name, profile.function) if part)
    team = f"team {profile.team}" if profile.team else ""
    phone = f"telefoon {profile.phone}" if profile.phone else ""
    return " · ".join(part for part in (who, team, phone) if part)
