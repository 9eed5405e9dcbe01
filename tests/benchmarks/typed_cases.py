"""Types households in the line of quick entry by real key events, and counts them. Shift is part of its key.

Run as a script: an empty folder. Prints the counts of each household as JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from doorbraak import paths
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.quick_entry import Reading, read_agency, read_line
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES

SMALL, LARGE = "casus-05", "casus-01"
_LETTERS = 12  # of a name, at most: nobody types further before looking at the list


def case(name: str) -> dict[str, Any]:
    """A published household as its file has it."""
    content: dict[str, Any] = json.loads((paths.resources() / "cases" / f"{name}.json").read_text("utf-8"))
    return content


class Typist:
    """Somebody at the keyboard of `window`, who knows what the household has and looks at the list under the line."""

    def __init__(self, window: MainWindow) -> None:
        assert window.session is not None
        assert window.view is not None
        self.window, self.session, self.view = window, window.session, window.view
        self.keys = self.clicks = 0

    @property
    def dossier(self) -> Dossier:
        assert self.view.household is not None
        return self.session.dossier(self.view.household)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.keys += 1
        QTest.keyClick(focused, key, modifier)

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.keys += len(text)
        QTest.keyClicks(focused, text)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    # -- one line -------------------------------------------------------------------------------------

    def _take(self, name: str, code: str, readings: dict[str, Reading]) -> None:
        """As few letters of the name as bring it within reach, down to it, Enter."""
        found = []
        for typed, reading in readings.items():
            at = next((at for at, choice in enumerate(reading.choices) if choice.code == code), None)
            if at is not None:
                found.append((len(typed) + at, typed, at))
        assert found, f"{name} is not in the list"
        _, typed, at = min(found)
        self.type(typed)
        for _ in range(at):
            self.press(Qt.Key.Key_Down)
        self.enter()

    def line(self, name: str, code: str) -> None:
        """A problem, or an agency alone."""
        lists, day = self.session.catalogue, self.dossier.household.opened
        typed = [name[:long] for long in range(1, min(_LETTERS, len(name)) + 1)]
        self._take(name, code, {text: read_line(text, day, self.dossier, lists) for text in typed})

    def agency(self, name: str, code: str, problem: str) -> None:
        lists = self.session.catalogue
        typed = [name[:long] for long in range(min(_LETTERS, len(name)) + 1)]
        self._take(name, code, {text: read_agency(text, problem, self.dossier, lists) for text in typed})

    def contacts_and_cost(self, contacts_e2: int) -> None:
        """A number and Enter; Enter takes the usual cost, or leaves it out where the list has none."""
        if contacts_e2:
            self.type(names.contacts(contacts_e2))
        self.enter()
        self.enter()

    # -- a whole household ----------------------------------------------------------------------------

    def household(self, content: dict[str, Any]) -> None:
        """From nothing to the rekensom: agencies that serve no problem first, then each problem with its agencies."""
        lists = self.session.catalogue
        self.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        typed: set[str] = set()
        for agency in content["agencies"]:
            if not agency["problems"]:
                self.line(lists.agencies[agency["kind"]].name, agency["kind"])
                self.contacts_and_cost(agency["contacts_e2"])
        for problem in content["problems"]:
            self.line(lists.problems[problem["kind"]].name, problem["kind"])
            around = [agency for agency in content["agencies"] if problem["id"] in agency["problems"]]
            for at, agency in enumerate(around):
                if at:
                    self.type("+")
                self.agency(lists.agencies[agency["kind"]].name, agency["kind"], problem["kind"])
                if agency["kind"] not in typed:
                    self.contacts_and_cost(agency["contacts_e2"])
                    typed.add(agency["kind"])
                elif not agency["contacts_e2"]:
                    self.enter()
                    self.enter()
            if not around:
                self.press(Qt.Key.Key_Escape)
        self._to_the_sum()

    def _to_the_sum(self) -> None:
        """By its shortcut: Ctrl and a digit, from the tenth page on with Shift."""
        at = next(at for at, kind in enumerate(PAGES, 1) if kind.title == "Rekensom")
        held = Qt.KeyboardModifier.ControlModifier
        if at > 9:
            held |= Qt.KeyboardModifier.ShiftModifier
        self.press(Qt.Key(Qt.Key.Key_0.value + (at if at < 10 else at - 9)), held)


def surroundings(content: dict[str, Any]) -> dict[str, tuple[int, frozenset[str]]]:
    """Of a file: each agency with its contacts and the problems that it serves."""
    kinds = {problem["id"]: problem["kind"] for problem in content["problems"]}
    return {
        agency["kind"]: (agency["contacts_e2"], frozenset(kinds[problem] for problem in agency["problems"]))
        for agency in content["agencies"]
    }


def surroundings_of(dossier: Dossier) -> dict[str, tuple[int, frozenset[str]]]:
    """The same of a household in a workspace."""
    kinds = {problem.id: problem.kind for problem in dossier.problems}
    return {
        agency.kind: (agency.contacts_e2, frozenset(kinds[problem] for problem in agency.problems))
        for agency in dossier.agencies
    }


def main(folder: Path) -> None:
    from tests.benchmarks import in_window, workspaces

    workspaces.create(folder / "werkmap", "toetsen").close()
    window = in_window.closed(folder / "werkmap")
    QTest.keyClick(in_window.secret(window), Qt.Key.Key_Return)
    counted = {}
    for name in (SMALL, LARGE):
        typist = Typist(window)
        typist.household(case(name))
        assert surroundings_of(typist.dossier) == surroundings(case(name))
        counted[name] = [typist.keys, typist.clicks]
    typist = Typist(window)
    window.household.open_new()
    typist.view.quick.take_focus()
    typist.type("achters")
    typist.enter()
    typist.enter()
    typist.contacts_and_cost(200)
    assert len(typist.dossier.agencies) == 1
    counted["line"] = [typist.keys, typist.clicks]
    window.close()
    print(json.dumps(counted))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
