"""The read-only lists of resources/: records, reading with every check, and search."""

from doorbraak.model.catalogue.checking import check
from doorbraak.model.catalogue.finding import KINDS, Hit, search
from doorbraak.model.catalogue.folding import fold
from doorbraak.model.catalogue.reading import load, load_texts
from doorbraak.model.catalogue.records import (
    Agency,
    AgencyPrice,
    Article,
    Catalogue,
    Cpi,
    EventKind,
    InterventionKind,
    Law,
    LifeDomain,
    Mandate,
    Measure,
    Payer,
    Price,
    Problem,
    Retention,
    Role,
    Tension,
    Word,
)
from doorbraak.model.catalogue.scales import Scale, scale_of

__all__ = [
    "KINDS",
    "Agency",
    "AgencyPrice",
    "Article",
    "Catalogue",
    "Cpi",
    "EventKind",
    "Hit",
    "InterventionKind",
    "Law",
    "LifeDomain",
    "Mandate",
    "Measure",
    "Payer",
    "Price",
    "Problem",
    "Retention",
    "Role",
    "Scale",
    "Tension",
    "Word",
    "check",
    "fold",
    "load",
    "load_texts",
    "scale_of",
    "search",
]
