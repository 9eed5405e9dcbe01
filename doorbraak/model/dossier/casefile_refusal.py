"""How a case file is refused: one sentence that names the place in the file and never what stands there."""

import re
from typing import NoReturn

from doorbraak.model.errors import CaseFileRefused


def refuse(place: str, what: str) -> NoReturn:
    """`place` is a path of field names and numbers, never what the file holds there."""
    where = f"Bij {place} {what}." if place else f"{what[0].upper()}{what[1:]}."
    raise CaseFileRefused(
        f"Dit casusbestand is niet overgenomen. {where} Er is niets veranderd. Laat het bestand nakijken."
    )


def place(path: str) -> str:
    """ "people[3].name" as people say it: "people nummer 4, name". The top of the file is "het begin"."""
    numbered = re.sub(r"\[(\d+)\]", lambda found: f" nummer {int(found[1]) + 1}", path)
    return numbered.replace(".", ", ") or "het begin"
