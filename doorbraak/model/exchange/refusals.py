"""Why a file is not taken in: one sentence, without anything that the file says itself."""

from typing import NoReturn

from doorbraak.model.errors import UserError


class ExchangeRefused(UserError):
    """An exchange file or key file is not what it should be; nothing was taken over from it."""


OFFICE = (
    "Dit is een werkblad, document of zip-bestand. Dat leest het programma nooit. Er is niets geopend of "
    "ingevoerd. Vraag de afzender om het uitwisselbestand dat op .doorbraak eindigt."
)
OTHER_FILE = (
    "Dit is geen uitwisselbestand van Doorbraak. Er is niets geopend of ingevoerd. Vraag de afzender om het "
    "bestand dat op .doorbraak eindigt."
)
NEWER = (
    "Dit uitwisselbestand komt van een nieuwere versie van Doorbraak. Er is niets ingevoerd. Installeer eerst die"
    " versie."
)
TOO_LARGE = (
    "Dit bestand is te groot voor een uitwisselbestand. Er is niets geopend of ingevoerd. Vraag de afzender om "
    "het opnieuw te maken."
)
NOT_FOR_US = (
    "Dit uitwisselbestand is onderweg veranderd of voor een andere coördinator gemaakt. Er is niets ingevoerd. "
    "Vraag de afzender om het opnieuw te maken met de sleutel van deze coördinator."
)
FORGED = (
    "De handtekening onder dit uitwisselbestand klopt niet. Er is niets ingevoerd. Bel de afzender en vraag om "
    "een nieuw bestand."
)
OTHER_SIGNER = (
    "Dit uitwisselbestand is met een andere sleutel ondertekend dan eerdere bestanden van deze afzender. Er is "
    "niets ingevoerd. Bel de afzender en vergelijk de controlegetallen."
)
DAMAGED = (
    "De inhoud van dit uitwisselbestand klopt niet met wat er in hoort te staan. Er is niets ingevoerd. Vraag de "
    "afzender om het opnieuw te maken."
)
OTHER_TABLES = (
    "Dit uitwisselbestand is met een andere versie van de tabellen gemaakt. Er is niets ingevoerd. Laat afzender "
    "en coördinator dezelfde versie van Doorbraak gebruiken."
)
HEADER_DIFFERS = (
    "De buitenkant van dit uitwisselbestand zegt iets anders dan de inhoud. Er is niets ingevoerd. Vraag de "
    "afzender om het opnieuw te maken."
)
KEY_FILE = (
    "Dit is geen sleutelbestand van een coördinator, of het is veranderd. Er is niets overgenomen. Vraag de "
    "coördinator om het bestand opnieuw te sturen."
)


def refuse(sentence: str) -> NoReturn:
    """Raises ExchangeRefused. Call it outside an `except`: what a decoder says may quote the file."""
    raise ExchangeRefused(sentence)
