"""Who may decide what, as the administrator looked it up once for all teams: a list to take over (CSV).

Columns: law, decision, decider, source, checked_on; as docs/file-formats.md has them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from doorbraak.model import bounded
from doorbraak.model.catalogue.sheet import Sheet, day_or_nothing, decoded, free, key, text
from doorbraak.model.dossier import checks, local_mandates
from doorbraak.model.errors import CatalogueDamaged, InputError
from doorbraak.model.workspace.store import Store

MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Given:
    """A row of the file. `decision`: "" for all of the law; `checked_on`: "" or as 2026-11-30."""

    law: str
    decision: str
    decider: str
    source: str
    checked_on: str


_SHEET = Sheet(
    "mandaten.csv", Given, lambda one: (one.law, one.decision, one.decider),
    (("law", key), ("decision", free), ("decider", text), ("source", free), ("checked_on", day_or_nothing)),
)  # fmt: skip


def read(path: Path, laws: Collection[str]) -> tuple[Given, ...]:
    """`laws`: the ids that are known. Raises InputError with file and line; NotFound, NoAccess, DiskFailed."""
    try:
        rows, lines = _SHEET.read_text(decoded(_SHEET.file, bounded.read(path, MOST_BYTES)))
    except CatalogueDamaged as wrong:
        raise InputError(f"{wrong.found} Er is niets veranderd. Meld het aan de beheerder.", "mandates") from None
    for row, line in zip(rows, lines, strict=True):
        if row.law not in laws:
            raise InputError(
                f"De lijst {_SHEET.file} klopt niet op regel {line}: deze wet is hier onbekend (kolom law). "
                "Er is niets veranderd. Meld het aan de beheerder.",
                "mandates",
            )
    return rows


def lacking(store: Store, given: Collection[Given]) -> tuple[Given, ...]:
    """What is not in the team's own list yet: a row that says the same is not taken twice."""
    known = {(one.law, one.decision, one.decider) for one in local_mandates.all_of(store)}
    return tuple(one for one in given if (one.law, one.decision, one.decider) not in known)


def take(store: Store, given: Collection[Given]) -> None:
    """What is lacking, at the end of the own list. Raises InputError."""
    for one in lacking(store, given):
        local_mandates.add(
            store, one.law, one.decider, decision=one.decision, source=one.source,
            checked_on=checks.read_day(one.checked_on or None),
        )  # fmt: skip
