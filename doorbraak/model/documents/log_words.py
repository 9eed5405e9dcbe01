"""The access log in plain words: what was done, when on this laptop's clock, and whether the log can be trusted."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from doorbraak.model.catalogue import fold
from doorbraak.model.workspace.log import Action, How, Verdict

ACTIONS: dict[Action, str] = {
    "aanmaken": "Gemaakt",
    "openen": "Geopend",
    "sluiten": "Gesloten",
    "vergrendelen": "Vergrendeld",
    "inzien": "Bekeken",
    "wijzigen": "Gewijzigd",
    "ongedaan maken": "Ongedaan gemaakt",
    "opnieuw doen": "Opnieuw gedaan",
    "invoeren": "Ingevoerd uit een bestand",
    "uitvoeren": "Opgeslagen of gekopieerd",
    "afdrukken": "Afgedrukt",
    "wissen": "Gewist",
    "herstellen": "Kopie teruggezet",
    "controleren": "Nagekeken",
    "migreren": "Omgezet naar nieuwe versie",
}
REWRITTEN = (
    "Wie de wachtzin heeft, kan dit hele logboek herschrijven. Dat ziet het programma dan niet. "
    "Laat het daarom soms opslaan door iemand anders, die het ergens anders bewaart."
)
_HOW: dict[How, str] = {
    "chain": "Regel {at} klopt niet. Die regel is veranderd, ertussen gezet, of de regel ervoor is weg.",
    "copy": "Een reservekopie kent andere regels dan hier staan. "
    "Het logboek is herschreven, of een oud bestand is teruggezet.",
    "cut": "Een reservekopie kent regels die hier ontbreken. "
    "Het einde van het logboek is weg, of een oud bestand is teruggezet.",
}
_BEFORE = "De regels ervoor kloppen. Op wat erna komt, kun je niet bouwen."
_CONFIRMED = "Tot en met regel {} klopt het met een kopie. Op wat erna komt, kun je niet bouwen."
_NONE_CONFIRMED = "Geen enkele kopie bevestigt de regels die er staan."
_WHAT_NOW = (
    "Over de dossiers zelf zegt dit niets. Laat de map backups zoals hij is. "
    "Sla het logboek op, en meld dit bij wie over de beveiliging gaat."
)


def action(name: str) -> str:
    """What a program of a later version wrote stands as it is."""
    return next((words for known, words in ACTIONS.items() if known == name), name)


def meant(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Which actions somebody means by each of these words."""
    return {word: tuple(name for name, said in ACTIONS.items() if fold(word) in fold(said)) for word in words}


def moment(at: str, zone: tzinfo | None = None) -> str:
    """On the clock of this laptop, or of `zone`; what is no moment stands as it is."""
    try:
        local = datetime.fromisoformat(at).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return at
    return f"{local.day}-{local.month}-{local.year} {local:%H:%M:%S}"


def whole_number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def counted(count: int, one: str, more: str) -> str:
    return f"{whole_number(count)} {one if count == 1 else more}"


def verdict(found: Verdict) -> str:
    """What was found and, when it is broken, what that means and what to do."""
    if found.broken is not None:
        before = f" {_BEFORE}" if found.broken > 1 else ""
        if found.how != "chain":
            before = " " + (_CONFIRMED.format(whole_number(found.confirmed)) if found.confirmed else _NONE_CONFIRMED)
        return f"{_HOW[found.how].format(at=whole_number(found.broken))}{before}\n{_WHAT_NOW}"
    lines = counted(found.lines, "regel", "regels")
    if not found.copies:
        return f"Het logboek is heel: {lines}. Er is nog geen reservekopie om mee te vergelijken."
    return f"Het logboek is heel: {lines}, vergeleken met {counted(found.copies, 'kopie', 'kopieën')}."
