"""How much is in a copy, in words, by the rows that were counted: households, or what a coordinator has."""

from collections.abc import Iterable, Mapping


def households(counts: Mapping[str, int]) -> int | None:
    """None in a coordinator's, and where it is not told."""
    return _number(counts, "household")


def is_of_coordinator(counts: Mapping[str, int]) -> bool:
    return "household" not in counts and _number(counts, "sender") is not None


def words(counts: Mapping[str, int]) -> str:
    """ "1 huishouden", "2 afzenders, 8 bestanden"; of a copy that does not tell: nothing."""
    homes = households(counts)
    if homes is not None:
        return _counted(homes, "huishouden", "huishoudens")
    if not is_of_coordinator(counts):
        return ""
    senders, files = _number(counts, "sender") or 0, _number(counts, "received") or 0
    return f"{_counted(senders, 'afzender', 'afzenders')}, {_counted(files, 'bestand', 'bestanden')}"


def cell(counts: Mapping[str, int]) -> str:
    """The same in a list, where the households have a column of their own."""
    homes = households(counts)
    return str(homes) if homes is not None else words(counts) or "?"


def taken_since(number: int) -> str:
    """Of dossiers that were taken in after a copy that was put back; their files can be opened once more."""
    whose = "Na deze kopie nam je 1 dossier" if number == 1 else f"Na deze kopie nam je {number} dossiers"
    them = "dat bestand" if number == 1 else "die bestanden"
    return f"{whose} van een collega in. Open {them} nog een keer. Je collega heeft het dossier misschien niet meer."


def title(cells: Iterable[str]) -> str:
    """Above a list of them."""
    return "Huishoudens" if all(one.isdigit() or one == "?" for one in cells) else "Inhoud"


def _number(counts: Mapping[str, int], table: str) -> int | None:
    found = counts.get(table)
    return found if isinstance(found, int) else None


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
