"""The coordinator: a workspace of its own, the key, files of senders who are believed one by one, and a publication."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from doorbraak.ui.main_window import MainWindow
from tests.walk.first_start import new_workspace, unlock
from tests.walk.hands import Hands
from tests.walk.other_laptops import Sent

LABELS = ("Noor", "Sam")
"""What the coordinator calls the first senders."""
CODES = (("Team", "noord", "Team Noord"), ("Wijk", "oost", "Wijk Oost"))


def coordinator_start(hands: Hands, workspace: Path, key: Path) -> None:
    """A second start, on a computer of its own; its key goes to everybody who sends."""
    hands.begin("Coördinator: eerste start")
    hands.sit_at(MainWindow(workspace))
    hands.click("Nieuwe werkmap maken")
    new_workspace(hands, workspace, coordinator=True)
    hands.click("Klaar, ik heb hem bewaard")
    hands.until(lambda: hands.window.session, "the open workspace")
    hands.see("Afzenders zonder iemand")
    hands.click("Sleutelbestand maken", lambda: _key_file(hands, key))
    hands.see("Jouw controlegetal")


def _key_file(hands: Hands, key: Path) -> None:
    for kind, code, label in CODES:
        hands.choose("Team of wijk", kind)
        hands.fill("Code, zoals noord", code)
        hands.fill("Naam, zoals Team Noord", label)
        hands.type("⏎")
    hands.see("Sleutelbestand maken")
    hands.click("Bewaren als", lambda: hands.file_name(key))
    hands.until(key.exists, "the key file")
    hands.see("Sleutelbestand bewaard")
    hands.click("Sluiten")


def receive(hands: Hands, workspace: Path, own: Path, spoken: str, others: Sent) -> None:
    """All files at once; then each sender is called and reads its digits."""
    hands.begin("Coördinator: ontvangen")
    unlock(hands, workspace)
    hands.page("Ontvangen")
    hands.see("Nog niets ontvangen")
    names = " ".join(f'"{path.name}"' for path in (own, *others.files))
    hands.click("Bestanden kiezen", lambda: choose_files(hands, own.parent, names))
    hands.shows("nog niet bevestigde")
    hands.see("Ontvangen wacht op bevestiging")
    hands.click("Naar afzenders, om te bevestigen")
    hands.see("Afzenders nog niet bevestigd")
    for row, label in enumerate(LABELS):
        hands.write_cell("Afzenders", row, "Naam", label)
    believe(hands, (spoken, *others.spoken))


def choose_files(hands: Hands, folder: Path, names: str) -> None:
    """Goes to the folder first, and names them there."""
    hands.type(str(folder) + "⏎")
    hands.settle()
    hands.see("Bestanden kiezen")
    hands.file_name(names)


def believe(hands: Hands, spoken: Sequence[str]) -> None:
    for row, digits in enumerate(spoken):
        hands.cell("Afzenders", row, "Controlegetal")
        hands.click("Bevestigen", lambda row=row, digits=digits: _digits(hands, row, digits))
    hands.see("Afzenders bevestigd")


def _digits(hands: Hands, row: int, digits: str) -> None:
    hands.type(digits)
    if row == 0:
        hands.see("Controlegetal typen")
    hands.type("⏎")


def publish(hands: Hands, folder: Path) -> Path:
    """Returns the package that the manager gets."""
    hands.begin("Coördinator: publiceren")
    hands.page("Publicatie")
    hands.see("Voor de publicatie")
    hands.click("Publicatie maken", lambda: _sure(hands))
    hands.see("Beveiligen en nakijken")
    hands.shows("De publicatie is gemaakt en nagekeken")
    hands.see("Publicatie gemaakt")
    hands.click("Bewaren in map", lambda: hands.file_name(folder))
    hands.shows("Bewaard:")
    hands.see("Publicatie bewaard")
    return next(folder.rglob("*.zip"))


def _sure(hands: Hands) -> None:
    hands.see("Een publicatie is definitief")
    hands.click("Ja, maken")


def manager(hands: Hands, package: Path) -> None:
    """Who needs no key: a first start, and the file."""
    hands.begin("Manager")
    hands.sit_at(MainWindow(package.parent / "geen werkmap"))
    hands.click("Publicatie openen", lambda: hands.file_name(package))
    hands.see("Publicatie van de manager")
    hands.row("Onderwerpen", "Geld")
    hands.see("Geld in de publicatie")
    hands.key(Qt.Key.Key_Escape)
    hands.see("Weer bij het begin")
