"""What a record is called on screen and in documents, in Dutch."""

from collections.abc import Iterable

from doorbraak.model.catalogue import Article, Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.precedents import Tried
from doorbraak.model.dossier.problems import Problem

NO_LAW = "Geen wet"
NO_PAYER = "Onbekend"
PLAIN = "#6B7280"
"""The colour of what has no life domain."""


def household_name(household: Household) -> str:
    """ "Huishouden 12", with the working name behind it when there is one."""
    number = f"Huishouden {household.number}"
    return f"{number} · {household.name}" if household.name else number


def person_name(person: Person, catalogue: Catalogue) -> str:
    role = catalogue.roles.get(person.role)
    shown = role.name if role else person.role
    said = person.name.casefold()
    if not person.name or not shown or shown.casefold() in (said, *said.split()):  # "Oudste zoon"
        return person.name or shown
    return f"{person.name} ({shown.lower()})"


def person_called(person: Person, catalogue: Catalogue) -> str:
    """The name alone, or else the role: where there is little room and everybody is known."""
    return person.name or person_name(person, catalogue)


def problem_name(problem: Problem, catalogue: Catalogue) -> str:
    """Own words first: they are the household's."""
    kind = catalogue.problems.get(problem.kind)
    return problem.words or (kind.name if kind else problem.kind)


def agency_name(agency: Agency, catalogue: Catalogue) -> str:
    kind = catalogue.agencies.get(agency.kind)
    return agency.words or (kind.name if kind else agency.kind)


def intervention_name(intervention: Intervention | Tried, catalogue: Catalogue) -> str:
    kind = catalogue.interventions.get(intervention.kind)
    return kind.name if kind else intervention.words or intervention.kind


def event_name(event: ThreateningEvent, catalogue: Catalogue) -> str:
    kind = catalogue.events.get(event.kind)
    return event.words or (kind.name if kind else event.kind)


def life_domain_name(life_domain: str, catalogue: Catalogue) -> str:
    known = catalogue.life_domains.get(life_domain)
    return known.name if known else life_domain


def life_domain_colour(life_domain: str, catalogue: Catalogue) -> str:
    """A grey for one that is not in the list, or none."""
    known = catalogue.life_domains.get(life_domain)
    return known.colour if known else PLAIN


def law_name(law: str, catalogue: Catalogue) -> str:
    known = catalogue.laws.get(law)
    return (known.abbreviation or known.title) if known else law or NO_LAW


def wijk_name(wijk: str) -> str:
    """ "wijk 12"; a code that says so itself is not told twice: "wijk-b"."""
    return wijk if wijk.casefold().startswith(("wijk", "buurt")) else f"wijk {wijk}"


def payer_name(payer: str, catalogue: Catalogue) -> str:
    known = catalogue.payers.get(payer)
    return known.name if known else payer or NO_PAYER


def article_name(article: str, catalogue: Catalogue) -> str:
    """ "Awb artikel 4:84 lid 2: Afwijken van een beleidsregel"; an unknown article keeps its id."""
    known = catalogue.articles.get(article)
    if known is None:
        return article
    return f"{law_name(known.law, catalogue)} artikel {numbered(known)}: {known.title}"


def numbered(article: Article) -> str:
    """ "3:4 lid 2", "2.1 onder f", "1.2.1 onder b en c"; without paragraph the number."""
    return article.numbered


def ground_name(ground: LegalGround, catalogue: Catalogue) -> str:
    """The catalogue's article, or the own title that was kept."""
    if ground.article in catalogue.articles:
        return article_name(ground.article, catalogue)
    return ground.title or ground.article


def letter_sender(letter: Letter, agencies: Iterable[Agency], catalogue: Catalogue) -> str:
    """The agency of the household that wrote it, or who it says: words, or the id of an agency that went away."""
    found = next((agency for agency in agencies if agency.id == letter.agency), None)
    kept = catalogue.agencies.get(letter.sender)
    return agency_name(found, catalogue) if found else kept.name if kept else letter.sender


def measure_name(measure: str, catalogue: Catalogue) -> str:
    known = catalogue.measures.get(measure)
    return known.name if known else measure


def relation_name(kind: str, catalogue: Catalogue) -> str:
    known = catalogue.roles.get(kind)
    return known.name if known else kind


def keeping_term(retention: str, catalogue: Catalogue) -> str:
    """How long to keep a dossier on this basis and from when it counts, as far as the catalogue knows."""
    known = catalogue.retention.get(retention)
    if known is None:
        return ""
    term = f"{known.term} {known.unit}. Telt vanaf: " if known.term else "Geen vaste termijn. "
    check = "" if known.certain else " Nakijken: dit is niet zeker."
    return f"{term}{known.counts_from.rstrip('.')}.{check}"


def contacts(contacts_e2: int) -> str:
    """Contacts a month as people write them: "1,3", "24"."""
    return quantity(contacts_e2 * 100)


def quantity(quantity_e4: int) -> str:
    """Ten-thousandths as a number with as many decimals as it needs: "12", "0,0833"."""
    whole, part = divmod(quantity_e4, 10_000)
    return f"{whole},{part:04d}".rstrip("0").rstrip(",")
