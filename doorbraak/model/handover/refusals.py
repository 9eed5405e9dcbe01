"""Why a file of a hand-over is not taken: one sentence, without anything that the file says itself."""

from typing import NoReturn

from doorbraak.model.errors import UserError


class HandoverRefused(UserError):
    """It is not what it should be; nothing was taken over from it and nothing changed."""


KEY_FILE = (
    "Dit is geen ontvangstsleutel van een collega, of het bestand is veranderd. Er is niets overgenomen. Vraag je "
    "collega om het bestand opnieuw te sturen."
)
OWN_KEY = "Dit is je eigen ontvangstsleutel. Er is niets overgenomen. Kies het bestand van je collega."
OTHER_FILE = (
    "Dit is geen overgedragen dossier. Er is niets geopend en niets veranderd. Vraag je collega om het bestand dat met "
    "“overdracht” begint."
)
NEWER = (
    "Dit dossier komt van een nieuwere versie van Doorbraak. Er is niets ingevoerd. Installeer eerst die versie, of "
    "vraag je collega om het met deze versie te maken."
)
NOT_FOR_US = (
    "Dit dossier is voor een andere werkmap gemaakt, of onderweg veranderd. Er is niets ingevoerd. Stuur je "
    "ontvangstsleutel opnieuw en vraag je collega om het opnieuw te maken."
)
DAMAGED = (
    "De inhoud van dit bestand klopt niet met wat erin hoort te staan. Er is niets ingevoerd. Vraag je collega om het "
    "opnieuw te maken."
)
TOO_OLD = (
    "Dit dossier was in te nemen tot en met %s. Er is niets ingevoerd: je collega mag het sindsdien zelf weer "
    "gebruiken. Vraag om een nieuw bestand."
)
ERASED_HERE = (
    "Dit huishouden is hier gewist, en niet omdat het werd overgedragen. Het komt niet terug. Er is niets ingevoerd. "
    "Overleg met je collega."
)
ERASED_SINCE = (
    "Dit dossier heb je ingenomen en daarna gewist. Er zijn geen cijfers meer: daarmee zou je collega het ook wissen. "
    "Zeg je collega dat het hier niet meer is."
)
REFUSED_BEFORE = "Dit dossier heb je al geweigerd. Er is niets ingevoerd. Vraag je collega om een nieuw bestand."


def refuse(sentence: str) -> NoReturn:
    """Raises HandoverRefused. Call it outside an `except`: what a decoder says may quote the file."""
    raise HandoverRefused(sentence)
