"""The lists of the catalogue to choose from: as (id, name) pairs, and the columns of law and payer."""

from collections.abc import Callable
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight import names
from doorbraak.ui.widgets.record_model import Column

Choices = list[tuple[str, str]]


def laws(catalogue: Catalogue) -> Choices:
    """By name, "geen wet" first."""
    known = [(law.id, names.law_name(law.id, catalogue)) for law in catalogue.laws.values()]
    return [("", names.NO_LAW), *sorted(known, key=lambda choice: choice[1].casefold())]


def payers(catalogue: Catalogue) -> Choices:
    """In the catalogue's order, "onbekend" first."""
    return [("", names.NO_PAYER), *((payer.id, payer.name) for payer in catalogue.payers.values())]


def roles(catalogue: Catalogue) -> Choices:
    """Roles of people, not their relations."""
    return [("", "Geen rol"), *((role.id, role.name) for role in catalogue.roles.values() if role.kind == "rol")]


def life_domains(catalogue: Catalogue) -> Choices:
    return [(domain.id, domain.name) for domain in catalogue.life_domains.values()]


def law_column(catalogue: Catalogue, write: Callable[[Any, str], object], width: int) -> Column:
    """For records with a `law`; empty while none was chosen."""
    return Column(
        "law",
        "Wet",
        lambda record: names.law_name(record.law, catalogue) if record.law else "",
        write,
        choices=lambda: laws(catalogue),
        start=lambda record: record.law,
        width=width,
    )


def payer_column(catalogue: Catalogue, write: Callable[[Any, str], object], width: int) -> Column:
    """For records with a `payer`; empty while nobody knows."""
    return Column(
        "payer",
        "Betaler",
        lambda record: names.payer_name(record.payer, catalogue) if record.payer else "",
        write,
        choices=lambda: payers(catalogue),
        start=lambda record: record.payer,
        width=width,
    )
