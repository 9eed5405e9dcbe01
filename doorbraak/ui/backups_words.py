"""What is said before a copy is put back, and after it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.workspace import contents
from doorbraak.ui import backups_age, backups_table

if TYPE_CHECKING:
    from doorbraak.model.workspace.restore import Restorable, Restored

_CHANGES = frozenset({"wijzigen", "ongedaan maken", "opnieuw doen", "invoeren", "wissen", "herstellen"})


def restoring(copy: "Restorable", since: list[str], now: datetime, *, older_key: bool = False) -> str:
    """What one loses and what one keeps. `since`: the actions in the log after the copy was made. `older_key`: it is
    from before the workspace got another key, so that what opens it now is asked too: the room that asks it says what
    follows when that is lost.
    """
    changes = sum(action in _CHANGES for action in since)
    when = backups_age.moment(copy.backup.at, now) + backups_table.nth(copy.backup.path)
    much = backups_table.much(copy)
    lost = {0: "Daarna is er niets gewijzigd.", 1: "Daarna is er 1 keer iets gewijzigd. Dat gaat verloren."}.get(
        changes, f"Daarna is er {changes} keer iets gewijzigd. Dat gaat verloren."
    )
    said = [f"Je zet de kopie van {when} terug{f' ({much})' if much else ''}."]
    if older_key:
        said += [
            lost,
            "Deze kopie is van voor de nieuwe sleutel.",
            "Typ straks de wachtzin van toen en die van nu. Die van nu blijft gelden.",
            "Het bestand van nu wordt bewaard.",
        ]
    else:
        said += [
            f"{lost} {_logged(len(since))}".strip(),
            "Het bestand van nu wordt bewaard, in de map backups.",
            "De werkmap sluit. Daarna typ je de wachtzin. Eerst komt er nog een kopie van nu: daarmee kun je terug.",
        ]
    return "\n".join(said)


def _logged(lines: int) -> str:
    if lines == 1:
        return "In het logboek staat sindsdien 1 regel; die blijft."
    return f"In het logboek staan sindsdien {lines} regels; die blijven." if lines else ""


def restored(done: "Restored", folder: Path) -> str:
    said = [f"De kopie van {backups_age.moment(done.at, datetime.now())} is teruggezet."]
    if done.kept is not None:
        said.append(f"Het bestand van daarvoor staat in {done.kept.relative_to(folder).as_posix()}.")
    if done.opens == "now":
        said.append("De wachtzin van nu blijft gelden.")
    if done.opens == "then":
        said.append("De wachtzin en de herstelcode van toen gelden weer.")
        said.append("Zijn die gelekt? Kies nu Bestand, Wachtzin en herstelcode, Zin gelekt.")
    if done.lines_lost:
        said.append("Regels van het logboek van na de kopie gingen niet mee. Dat staat nu in het logboek.")
    if done.erased:
        said.append("Wat sindsdien is gewist, is niet teruggekomen.")
    if done.taken_since:
        said.append(contents.taken_since(done.taken_since))
    if done.aside:
        said.append("Kopieën die die regels nog kennen, staan nu in backups/bewaard.")
    return " ".join(said)
