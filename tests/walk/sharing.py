"""What the wijkteam needs to send: its own profile with its team, the coordinator's key, and the file of a quarter."""

import re
from pathlib import Path

from tests.walk.first_start import unlock
from tests.walk.hands import Hands


def take_key(hands: Hands, key: Path) -> None:
    hands.page("Uitwisselen")
    hands.see("Uitwisselen zonder sleutel")
    hands.click("Sleutel overnemen", lambda: hands.file_name(key), lambda: _same_digits(hands))
    hands.see("Sleutel overgenomen")


def _same_digits(hands: Hands) -> None:
    hands.see("Klopt het controlegetal")
    hands.click("Ja, overnemen")


def profile(hands: Hands) -> None:
    hands.menu("Extra", "Mijn gegevens", seen="Menu Extra", then=[lambda: _own(hands)])


def _own(hands: Hands) -> None:
    hands.fill("Naam", "Noor")
    hands.fill("Functie", "wijkteam")
    hands.fill("Telefoon", "gebouw Zuid")
    hands.choose("Team", "Team Noord")
    hands.see("Mijn gegevens")
    hands.click("Goed")


def opened_earlier(hands: Hands, on: str) -> None:
    """The household was known before this quarter; it gets its wijk too."""
    hands.page("Dossier")
    hands.fill("Geopend op", on)
    hands.choose("Wijk", "Wijk Oost")
    hands.see("Dossier")


def exchange_file(hands: Hands, path: Path) -> str:
    hands.page("Uitwisselen")
    hands.see("Wat gaat er weg")
    hands.click("Uitwisselbestand maken", lambda: hands.file_name(path))
    hands.until(path.exists, "the exchange file")
    hands.see("Uitwisselbestand gemaakt")
    found = re.search(r"Jouw controlegetal: ([\d ]+)", hands.said())
    assert found is not None
    return found.group(1).strip()


def whole(hands: Hands, workspace: Path, key: Path, file: Path, opened: str) -> str:
    """Returns the digits that this sender reads aloud."""
    hands.begin("Uitwisselen")
    unlock(hands, workspace)
    hands.see("Werkmap de volgende dag")
    take_key(hands, key)
    profile(hands)
    hands.page("Huishoudens")
    hands.see("Huishoudens")
    hands.type("⏎")
    opened_earlier(hands, opened)
    return exchange_file(hands, file)
