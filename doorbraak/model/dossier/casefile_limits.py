"""How much a case file holds at most, asked alike of what is read and of what is written."""

from collections.abc import Iterator
from typing import get_args, get_origin, get_type_hints

from doorbraak.model.dossier.casefile_format import CaseFile

MOST_BYTES = 5_000_000
MOST_REFERENCES = 20_000
"""In lists of references, all together. A household of 60 problems and 60 agencies has some hundreds."""
MOST_ROWS = {
    name: int(bound.max_length)
    for name, hint in get_type_hints(CaseFile, include_extras=True).items()
    for bound in getattr(hint, "__metadata__", ())
}
_LINKED = {
    name: [field for field, hint in get_type_hints(get_args(rows)[0]).items() if get_origin(hint) is tuple]
    for name, rows in get_type_hints(CaseFile).items()
    if name in MOST_ROWS
}


def too_much(case: CaseFile) -> tuple[str, str]:
    """The list that is too long and what is wrong with it; empty words when everything fits."""
    for name, most in MOST_ROWS.items():
        if len(getattr(case, name)) > most:
            return name, f"{name} heeft meer dan {most} regels"
    if sum(map(len, _references(case))) > MOST_REFERENCES:
        return "", f"er zijn meer dan {MOST_REFERENCES} verwijzingen"
    return "", ""


def _references(case: CaseFile) -> Iterator[tuple[str, ...]]:
    for name, fields in _LINKED.items():
        for row in getattr(case, name) if fields else ():
            for field in fields:
                yield getattr(row, field)
