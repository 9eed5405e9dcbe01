"""The read-only lists of resources/: records, reading with every check, and search."""

from doorbraak.model.catalogue.checking import check
from doorbraak.model.catalogue.differing import Difference, difference
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
from doorbraak.model.catalogue.update_folder import Update, read_update

__all__ = [
    "KINDS",
    "Agency",
    "AgencyPrice",
    "Article",
    "Catalogue",
    "Cpi",
    "Difference",
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
    "Update",
    "Word",
    "check",
    "difference",
    "fold",
    "load",
    "load_texts",
    "read_update",
    "scale_of",
    "search",
]
