"""From the very first start to a workspace that is open, on an empty list."""

from pathlib import Path

from PySide6.QtCore import Qt

from doorbraak.ui.main_window import MainWindow
from tests.walk.hands import CONTROL, Hands

PASSPHRASE = "appel fiets lantaarn zondag"


def first_start(hands: Hands, workspace: Path) -> None:
    hands.begin("Eerste start")
    hands.sit_at(MainWindow(None))
    hands.see("Eerste start")
    hands.click("Nieuwe werkmap maken")
    new_workspace(hands, workspace)
    hands.see("Herstelcode")
    hands.click("Klaar, ik heb hem bewaard")
    hands.until(lambda: hands.window.session, "the open workspace")
    hands.see("Lege werkmap")


def new_workspace(hands: Hands, workspace: Path, *, coordinator: bool = False) -> None:
    if coordinator:
        hands.click("Voor een coördinator: die ontvangt en publiceert")
    hands.fill("Map", str(workspace))
    hands.fill("Wachtzin", PASSPHRASE)
    hands.fill("Nog een keer", PASSPHRASE)
    hands.see("Nieuwe werkmap van een coördinator" if coordinator else "Nieuwe werkmap")
    hands.click("Werkmap maken")
    hands.until(lambda: "herstelcode" in hands.said(), "the recovery code")


def lock_and_unlock(hands: Hands) -> None:
    hands.begin("Op slot en weer open")
    hands.key(Qt.Key.Key_L, CONTROL)
    hands.until(lambda: hands.window.session is None, "the lock")
    hands.see("Vergrendeld")
    hands.type(PASSPHRASE + "⏎")
    hands.until(lambda: hands.window.session, "the open workspace")
    hands.see("Weer open op dezelfde plek")


def unlock(hands: Hands, workspace: Path) -> None:
    """Another day."""
    hands.sit_at(MainWindow(workspace))
    hands.type(PASSPHRASE + "⏎")
    hands.until(lambda: hands.window.session, "the open workspace")
