"""Prints pairs of an edit and its floor, and times of nodes added, in seconds: `edit_on_map FOLDER COUNT`."""

import json
import secrets
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView

from doorbraak.model.dossier import problems
from doorbraak.ui.main_window import MainWindow
from tests.benchmarks import bare_file, in_window, workspaces
from tests.benchmarks.edit_often import FILLING, TABLE, bare_edit, settle
from tests.benchmarks.eye import Eye, wait_for

_ADDED = 12  # problems in own words: each lays the map out again


def edit(window: MainWindow, view: QGraphicsView, agency: int) -> float:
    """Other contacts a month by one key on the chosen agency; the seconds until the map is painted again."""
    digit = 8 if contacts_e2(window, agency) == 900 else 9
    window.session.selection.choose("agency", agency)
    view.setFocus()
    settle()
    seen = Eye(view.viewport())
    begun = time.perf_counter()
    QTest.keyClick(view, Qt.Key(Qt.Key.Key_0 + digit))
    wait_for(seen)
    passed = time.perf_counter() - begun
    settle()
    if contacts_e2(window, agency) != 100 * digit:
        raise RuntimeError("the edit did not arrive")
    return passed


def contacts_e2(window: MainWindow, agency: int) -> int:
    listed = window.session.dossier(window.view.household).agencies
    return next(one.contacts_e2 for one in listed if one.id == agency)


def add(window: MainWindow, view: QGraphicsView, at: int) -> float:
    """Another problem on the map; the seconds until it is painted."""
    settle()
    seen = Eye(view.viewport())
    begun = time.perf_counter()
    window.session.run(
        "Probleem toevoegen", problems.add, window.view.household, words=f"Nog iets {at}", life_domain="wonen"
    )
    wait_for(seen)
    passed = time.perf_counter() - begun
    settle()
    return passed


def main(folder: Path, count: int) -> None:
    window = in_window.closed(folder)
    in_window.unlock(window)
    view = in_window.drawing(in_window.map_page(window))
    listed = window.session.dossier(window.view.household).agencies
    QApplication.processEvents()
    pairs = []
    with bare_file.opened(folder.parent / "bare-map.db", secrets.token_bytes(32)) as connection:
        connection.execute(TABLE)
        connection.executemany(FILLING, [(f"soort-{at}",) for at in range(workspaces.LARGE)])
        for at in range(count + 2):
            measured = edit(window, view, listed[at % 12].id)
            pairs.append((measured, bare_edit(connection, view.viewport(), at % 12, at + 1)))
    added = [add(window, view, at) for at in range(min(_ADDED, count) + 1)]
    window.close()
    print(json.dumps([pairs[2:], added[1:]]))  # the first ones warm up


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
