"""The lists of the catalogue as (id, name) pairs to choose from."""

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight import names

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
