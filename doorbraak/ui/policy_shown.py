"""What the administrator of this computer decided, in words: under Hulp, for who wants to know why something is so."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from doorbraak import paths
from doorbraak.model import policy
from doorbraak.model.policy import Policy

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def show_policy(window: "MainWindow") -> None:
    window.information.tell(_tr("Beleid van de beheerder"), "\n\n".join(paragraphs(policy.in_force())))


def paragraphs(found: Policy) -> list[str]:
    """What holds now, by whom, and where that can be changed; a fault of the file comes first."""
    file = str(paths.policy_file())
    if found.given:
        begin = _tr("De beheerder van deze computer bepaalt dit, in het bestand %s.") % file
    else:
        begin = _tr("De beheerder van deze computer heeft niets bepaald. Dit is gewoon zo. Een bestand %s kan dat ")
        begin = (begin + _tr("veranderen.")) % file
    return [said for said in (found.fault, begin, *_holds(found), *_places(found)) if said]


def _holds(found: Policy) -> list[str]:
    locks = _tr("De werkmap vergrendelt na %d minuten zonder toets of muis. Aan tafel na %d minuten.")
    held = _tr("Een huishouden dat hier langer dan %d dagen staat, krijgt een teken.")
    second = _tr("Er moet een tweede plek voor reservekopieën zijn.") if found.second_place_required else ""
    stricter = _tr("Voor publicaties kunnen strengere grenzen gelden. Die staan bij de publicatie.")
    return [
        locks % (found.lock_minutes, found.lock_minutes_at_table),
        held % found.held_days,
        second,
        stricter if found.publication else "",
    ]


def _places(found: Policy) -> list[str]:
    said = (
        (_tr("Reservekopieën komen ook in %s. Tenzij je zelf een andere tweede plek kiest."), found.backup_folder),
        (_tr("De sleutel van de coördinator ligt klaar: %s."), found.coordinator_key),
        (_tr("Een lijst met wie mag wat besluiten ligt klaar: %s."), found.mandates),
        (_tr("Nieuwe lijsten met wetten en prijzen komen in %s."), found.catalogue_folder),
    )
    return [_with_presence(sentence % place, place) for sentence, place in said if place is not None]


def _with_presence(sentence: str, place: Path) -> str:
    try:
        there = place.exists()
    except OSError:
        there = False
    return sentence if there else f"{sentence} {_tr('Daar is nu niets te vinden.')}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PolicyShown", text)
