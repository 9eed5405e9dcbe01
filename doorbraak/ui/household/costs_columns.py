"""The columns of tables of cost lines, and what people type in them."""

import re
from collections.abc import Callable

from doorbraak.model import money
from doorbraak.model.catalogue import Price
from doorbraak.model.dossier import costs
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.model.insight.choice_names import RECURRENCES
from doorbraak.model.insight.why import FORMER_LIST
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import choices
from doorbraak.ui.widgets.numbers import typed_number, typed_percent
from doorbraak.ui.widgets.record_model import Column

UNITS = ("per jaar", "per maand", "per kwartaal", "per dag", "per dagdeel", "per uur", "per keer", "per traject")
NO_SOURCE = "geen"
NO_QUANTITY = "nog invullen hoeveel"


def words(page: Page) -> Column:
    return Column(
        "words", "Waarvoor", lambda c: c.words, page.writes("Kosten anders noemen", costs.reword),
        hint="Waar het geld voor is",
    )  # fmt: skip


def price(page: Page, width: int = 84) -> Column:
    def write(line: CostLine, text: str) -> None:
        cents = typed_price(text)
        if cents == line.price_cents:
            return  # the same amount in another notation: the price of the list stays
        year = line.price_year if not line.price else None  # an own price keeps its year
        listed = _listed(page, line, cents)
        if listed is not None:
            year = listed.price_year
        page.run(
            "Prijs wijzigen", costs.set_price, line.id, cents, source=line.source, price_year=year,
            price=listed.id if listed else "",
        )  # fmt: skip

    return Column(
        "price_cents",
        "Prijs (€)",
        lambda c: money.typed(c.price_cents),
        write,
        numeric=True,
        width=width,
        sort=lambda c: c.price_cents,
        hint="Een eigen prijs vervangt die uit de prijslijst",
    )


def _listed(page: Page, line: CostLine, cents: int) -> Price | None:
    """The price of the list that the line was made of, when somebody types it back."""
    for one in page.session.catalogue.prices.values():
        if (one.price_cents, one.name, one.unit) == (cents, line.words, line.unit):
            return one
    return None


def quantity(page: Page, width: int = 76) -> Column:
    def write(line: CostLine, text: str) -> None:
        page.run("Aantal wijzigen", costs.set_quantity, line.id, typed_quantity(text, unit_of(line)))

    return Column(
        "quantity_e4",
        "Aantal",
        lambda c: f"{names.quantity(c.quantity_e4)} {unit_of(c)}".strip() if c.quantity_e4 else NO_QUANTITY,
        write,
        start=lambda c: names.quantity(c.quantity_e4),
        numeric=True,
        width=width,
        sort=lambda c: c.quantity_e4,
        missing=lambda c: not c.quantity_e4,
        hint="Aantal per jaar, of in totaal bij eenmalig",
    )


def recurrence(page: Page) -> Column:
    return Column(
        "recurrence",
        "Hoe vaak",
        lambda c: RECURRENCES[c.recurrence].lower(),
        page.writes("Hoe vaak wijzigen", costs.set_recurrence),
        choices=lambda: list(RECURRENCES.items()),
        start=lambda c: c.recurrence,
        width=72,
    )


def law(page: Page) -> Column:
    return choices.law_column(page.session.catalogue, page.writes("Wet wijzigen", costs.set_law), 74)


def payer(page: Page) -> Column:
    return choices.payer_column(page.session.catalogue, page.writes("Betaler wijzigen", costs.set_payer), 84)


def winner(page: Page) -> Column:
    """In quiet words when nobody chose: then it is who pays."""
    catalogue = page.session.catalogue
    return Column(
        "beneficiary",
        "Wie wint",
        lambda c: names.payer_name(c.beneficiary, catalogue) if c.beneficiary else "de betaler",
        page.writes("Wie wint wijzigen", costs.set_beneficiary),
        choices=lambda: winners(page),
        start=lambda c: c.beneficiary,
        width=72,
        hint="Wie het merkt als deze kosten er niet meer zijn",
    )


def winners(page: Page) -> list[tuple[str, str]]:
    return [("", "De betaler zelf"), *choices.payers(page.session.catalogue)[1:]]


def chance(page: Page, at: int) -> Column:
    key, title = (("chance_current", "Nu"), ("chance_threatening", "Dreigt"), ("chance_plan", "Plan"))[at]

    def part(line: CostLine) -> int:
        return (line.chances.current, line.chances.threatening, line.chances.plan)[at]

    def write(line: CostLine, text: str) -> None:
        parts = [line.chances.current, line.chances.threatening, line.chances.plan]
        parts[at] = typed_percent(text, key)
        page.run("Kans wijzigen", costs.set_chances, line.id, Chances(*parts))

    return Column(
        key, title, lambda c: f"{part(c)}%", write, start=lambda c: str(part(c)), numeric=True, width=(50, 56, 50)[at],
        sort=part, hint="Kans op deze kosten, in procenten",
    )  # fmt: skip


def source(page: Page, weak: Callable[[CostLine], list[str]], width: int = 126) -> Column:
    """Grade and year of the list's price, or what is known of an own one; then what makes it weak."""
    catalogue = page.session.catalogue

    def shown(line: CostLine) -> str:
        known = catalogue.prices.get(line.price)
        if known is not None:
            first = f"{known.quality}, {known.price_year}"
        elif line.price:  # what has gone from the list is the first thing to know
            return " · ".join(weak(line))
        else:
            first = f"eigen, {line.price_year}" if line.price_year else "eigen" if line.source else NO_SOURCE
        said = [mark for mark in weak(line) if not (known is None and mark in ("eigen prijs", "zonder bron"))]
        return " · ".join((first, *said))

    def tip(line: CostLine) -> str:
        known = catalogue.prices.get(line.price)
        if known is not None:
            first = f"{known.source_title}. {known.note} {line.source}".strip()
        elif line.price:
            first = f"{FORMER_LIST}. {line.source}".strip()
        else:
            first = line.source or "Nog geen bron: schrijf waar deze prijs vandaan komt."
        return "\n".join((first, *weak(line)))

    return Column(
        "source", "Bron", shown, page.writes("Bron wijzigen", costs.set_source), start=lambda c: c.source,
        width=width, tip=tip, hint="Bron, jaar, en wat de prijs zwak maakt",
    )  # fmt: skip


def unit_of(line: CostLine) -> str:
    """ "maand" of "per maand"; nothing beside a price per year or per time."""
    return "" if line.unit in ("per jaar", "per keer") else line.unit.removeprefix("per ")


def typed_price(text: str, field: str = "price_cents") -> int:
    if not text.strip():
        raise InputError("Vul een prijs in. Nul mag ook.", field)
    cents = money.parse(text, field=field)
    if cents < 0:
        raise InputError("Een prijs is nul of meer. Wat minder wordt, zegt de kans in het plan.", field)
    return cents


def typed_quantity(text: str, unit: str = "", field: str = "quantity") -> int:
    """Also with its unit behind it, as the table shows it."""
    bare = text.strip()
    if not bare:
        raise InputError("Vul een aantal in. Nul mag ook.", field)
    if re.match(r"[-\u2212\u2013]\s*\d", bare):
        raise InputError("Een aantal is nul of meer.", field)
    if unit:
        bare = bare.removesuffix(unit).strip() or bare
    return typed_number(bare, 4, field)
