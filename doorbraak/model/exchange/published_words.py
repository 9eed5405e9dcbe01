"""How a figure of a publication is written: a number with its unit, or the word that stands in its place."""

from doorbraak.model import money
from doorbraak.model.exchange import periods
from doorbraak.model.exchange.published import SAID
from doorbraak.model.exchange.published_view import Figure, Unit

UNKNOWN_BAND = "bandbreedte verborgen"
UNDER_ONE = "minder dan 1%"
_MONTHS = {3: "maart", 6: "juni", 9: "september"}
"""In which a quarter ends that is not the last one of its year."""
_QUARTERS = ("1e", "2e", "3e", "4e")


def amount(value: int, unit: Unit) -> str:
    """ "€ 269.000", "35%" or "1.240"; what is counted stands in the head of the column.

    A share of what is shown is never nothing: it is of at least a few.
    """
    if unit == "euro":
        return money.whole(value * 100)
    if unit == "procent":
        return f"{value}%" if value else UNDER_ONE
    return f"{value:,}".replace(",", ".")


def said(figure: Figure, unit: Unit) -> str:
    """Never empty: also what is hidden says so."""
    if figure.status == "shown":
        return "–" if figure.value is None else amount(figure.value, unit)
    return SAID[figure.status]


def band(figure: Figure, unit: Unit) -> str:
    """ "€ 90.000 tot € 150.000", or nothing where it has none."""
    if figure.status != "shown" or figure.low is None or figure.high is None:
        return ""
    return f"{amount(figure.low, unit)} tot {amount(figure.high, unit)}"


def of_how_many(figure: Figure, unit: Unit) -> str:
    """ "270 huishoudens", or nothing where that is hidden or the figure is a number of them itself."""
    return "" if figure.households is None else f"{amount(figure.households, unit)} {unit}"


def number_title(of: Unit) -> str:
    """Above the numbers of `of_how_many`."""
    return "Aantal keer" if of == "keer" else "Huishoudens"


def beside(figure: Figure, unit: Unit, of: Unit) -> str:
    """Between which amounts it is, of how many, and of when where it stayed as it was."""
    return ", ".join(words for words in (band(figure, unit), of_how_many(figure, of), stand(figure)) if words)


def whole(figure: Figure, unit: Unit, of: Unit) -> str:
    """All that may be said of it."""
    more = beside(figure, unit, of)
    return f"{said(figure, unit)} ({more})" if more else said(figure, unit)


def stand(figure: Figure) -> str:
    """ "stand van 2026Q2", of an amount that stayed as it was; else nothing."""
    return f"stand van {figure.period}" if figure.period else ""


def headed(title: str, unit: Unit) -> str:
    """The head of a column, with what is counted where neither the title nor the figures say it."""
    if unit in ("euro", "procent"):
        return title
    return title if unit.split()[0].lower() in title.lower() else f"{title} ({unit})"


def period_words(period: str) -> str:
    """ "het 3e kwartaal van 2026", "het 1e en 2e kwartaal van 2026", or "het jaar 2026"."""
    year, *quarters = period.split("Q")
    if not quarters:
        return f"het jaar {year}"
    *others, last = (_QUARTERS[int(one) - 1] for one in quarters)
    return f"het {', '.join(others)}{' en ' * bool(others)}{last} kwartaal van {year}"


def end_words(period: str) -> str:
    """ "eind 2026", or "eind juni 2026" of a year that was made of its first quarters: when what it shows was so."""
    last = periods.parts_of(period)[-1].last
    return f"eind {last.year}" if last.month == 12 else f"eind {_MONTHS[last.month]} {last.year}"
