"""A workspace that was there before and is not now, or its keys: what may be the matter, and what to do."""

from datetime import datetime
from pathlib import Path


def has_copies(folder: Path) -> bool:
    """Only the file is gone: then a copy can be put back. Looks at names alone, since a start must be quick."""
    return next((folder / "backups").glob("*.db"), None) is not None


def lost_words(folder: Path) -> str:
    """A folder on a stick or a share comes back by itself; where the folder is, only the file was taken away."""
    if not folder.is_dir():
        return (
            f"De map van je werkmap is er nu niet: {folder}. Er is niets gewist. Staat hij op een stick of een schijf? "
            "Sluit die aan en start het programma opnieuw. Is hij verplaatst? Kies Bestaande werkmap openen."
        )
    if has_copies(folder):
        return "Het dossierbestand staat niet meer in de map. De kopieën staan er nog. Zet de nieuwste kopie terug."
    return (
        "Het dossierbestand staat niet meer in de map van je werkmap, en er staan geen kopieën bij. Is het verplaatst? "
        "Kies Bestaande werkmap openen."
    )


def gone_words(folder: Path) -> str:
    """The same for who is asked for the passphrase of it, as after a lock."""
    what = "De map van deze werkmap is er nu niet"
    if folder.is_dir():
        what = "Het dossierbestand staat niet meer in de map"
    return (
        f"{what}. Er is niets gewist. Staat de werkmap op een stick of een schijf? Sluit die aan en typ de wachtzin "
        "nog eens. Is zij verplaatst? Kies Andere map."
    )


def recovered_words(at: datetime, kind: str = "households") -> str:
    """Of the moment of the copy: which passphrase holds now depends on it."""
    kept = "Wat is ontvangen, is" if kind == "coordinator" else "De dossiers zijn"
    return (
        f"De sleutels zijn teruggehaald: zij lagen bij de kopie van {at.day}-{at.month}-{at.year}, {at:%H:%M}. "
        f"De wachtzin en de herstelcode van toen gelden nu. {kept} niet veranderd."
    )
