"""What the fields of a case file are made of: the kinds of values that many of its records have, and what all share."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from doorbraak.model.dossier import checks
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.money import MOST_CENTS

Reference = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,39}\Z")]
"""A name within the file, such as p1 or a12; it means nothing outside it."""

Line = Annotated[str, Meta(max_length=checks.LINE)]
ShortLine = Annotated[str, Meta(max_length=100)]
CatalogueId = Annotated[str, Meta(max_length=80)]
KnownId = Annotated[str, Meta(min_length=1, max_length=80)]
Code = Annotated[str, Meta(max_length=checks.LONGEST_CODE)]
Cents = Annotated[int, Meta(ge=0, le=MOST_CENTS)]
MapPlace = Annotated[int, Meta(ge=-checks.FARTHEST, le=checks.FARTHEST)]
Year = Annotated[int, Meta(ge=1900, le=2200)]
Month = Annotated[int, Meta(ge=1, le=12)]
References = Annotated[tuple[Reference, ...], Meta(max_length=500)]


class Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every field has to be there, and no other."""


class Item(Strict, frozen=True, kw_only=True):
    """What every record says of itself besides: from whom it comes and when it was noted."""

    origin: Origin
    noted_on: date
