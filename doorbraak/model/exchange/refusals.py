"""Why a file is not taken in: one sentence, without anything that the file says itself."""

from typing import NoReturn

from doorbraak.model.errors import UserError


class ExchangeRefused(UserError):
    """An exchange file or key file is not what it should be; nothing was taken over from it."""


OFFICE = (
    "Dit is een werkblad, document of zip-bestand en dat leest het programma nooit, dus er is niets geopend of "
    "ingevoerd: vraag de afzender om het uitwisselbestand dat op .doorbraak eindigt."
)
OTHER_FILE = (
    "Dit is geen uitwisselbestand van Doorbraak en er is niets geopend of ingevoerd: vraag de afzender om het bestand "
    "dat op .doorbraak eindigt."
)
NEWER = (
    "Dit uitwisselbestand komt van een nieuwere versie van Doorbraak en er is niets ingevoerd: installeer eerst die "
    "versie."
)
TOO_LARGE = (
    "Dit bestand is te groot voor een uitwisselbestand en er is niets geopend of ingevoerd: vraag de afzender om het "
    "opnieuw te maken."
)
NOT_FOR_US = (
    "Dit uitwisselbestand is onderweg veranderd of voor een andere coördinator gemaakt, en er is niets ingevoerd: "
    "vraag de afzender om het opnieuw te maken met de sleutel van deze coördinator."
)
FORGED = (
    "De handtekening onder dit uitwisselbestand klopt niet en er is niets ingevoerd: bel de afzender en vraag om een "
    "nieuw bestand."
)
OTHER_SIGNER = (
    "Dit uitwisselbestand is met een andere sleutel ondertekend dan eerdere bestanden van deze afzender en er is niets "
    "ingevoerd: bel de afzender en vergelijk de controlegetallen."
)
DAMAGED = (
    "De inhoud van dit uitwisselbestand klopt niet met wat er in hoort te staan en er is niets ingevoerd: vraag de "
    "afzender om het opnieuw te maken."
)
OTHER_TABLES = (
    "Dit uitwisselbestand is met een andere versie van de tabellen gemaakt en er is niets ingevoerd: laat afzender en "
    "coördinator dezelfde versie van Doorbraak gebruiken."
)
HEADER_DIFFERS = (
    "De buitenkant van dit uitwisselbestand zegt iets anders dan de inhoud en er is niets ingevoerd: vraag de afzender "
    "om het opnieuw te maken."
)
KEY_FILE = (
    "Dit is geen sleutelbestand van een coördinator, of het is veranderd, en er is niets overgenomen: vraag de "
    "coördinator om het bestand opnieuw te sturen."
)


def refuse(sentence: str) -> NoReturn:
    """Raises ExchangeRefused. Call it outside an `except`: what a decoder says may quote the file."""
    raise ExchangeRefused(sentence)
