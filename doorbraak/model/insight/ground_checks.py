"""Whether the newest text of a legal ground was read: a law changes, and the list was made on a day."""

from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.justification import LegalGround


def to_check(ground: LegalGround, catalogue: Catalogue) -> bool:
    """Of an unsure article of the list, an own one or one that left the list, until somebody read it; again when the
    list knows a newer text than was read.
    """
    article = catalogue.articles.get(ground.article)
    if article is not None and not article.needs_check:
        return False
    return ground.checked_on is None or (article is not None and _newer(article.text_version, ground.checked_on))


def _newer(version: str, read: date) -> bool:
    """`version`: a day, a month or a year (catalogue/records.py)."""
    return version > read.isoformat()[: len(version)]
