"""Prints pairs of an edit and its floor, in seconds: `edit_often FOLDER COUNT`."""

import json
import secrets
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from doorbraak.ui.page import Page
from tests.benchmarks import bare_file, in_window, workspaces
from tests.benchmarks.eye import Eye, wait_for

CONTACTS = 1  # the column
TABLE = (
    "CREATE TABLE agency (id INTEGER PRIMARY KEY, household INTEGER NOT NULL, kind TEXT NOT NULL, "
    "words TEXT NOT NULL, contacts_e2 INTEGER NOT NULL, law TEXT NOT NULL, payer TEXT NOT NULL) STRICT"
)
FILLING = "INSERT INTO agency(household, kind, words, contacts_e2, law, payer) VALUES(1, ?, '', 0, 'wmo', '')"
_EDIT = "UPDATE agency SET contacts_e2 = ? WHERE id = ? AND (contacts_e2 IS NOT ?)"


def edit(page: Page, row: int, text: str) -> float:
    """Type in a cell and leave it with Enter; the seconds from there to the last repainted widget."""
    table = in_window.agencies(page)
    index = table.model().index(row, CONTACTS)
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.viewport().findChild(QLineEdit)
    editor.setText(text)
    settle()
    seen = Eye(table.viewport())  # painted in one go with all else in the window that the edit touched
    begun = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_for(seen)
    passed = time.perf_counter() - begun
    settle()
    if index.data() != text:
        raise RuntimeError("the edit did not arrive")
    return passed


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def bare_edit(connection: Any, painted: QWidget, row: int, value: int) -> float:
    """The least: one committed UPDATE, and what is in sight painted once."""
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_EDIT, (value, row + 1, value))
    connection.execute("COMMIT")
    painted.repaint()
    return time.perf_counter() - begun


def main(folder: Path, count: int) -> None:
    window = in_window.closed(folder)
    in_window.unlock(window)
    page = in_window.problems_page(window)
    pairs = []
    with bare_file.opened(folder.parent / "bare.db", secrets.token_bytes(32)) as connection:
        connection.execute(TABLE)
        connection.executemany(FILLING, [(f"soort-{at}",) for at in range(workspaces.LARGE)])
        for at in range(count + 2):
            value = at + 1 + 100 * (at % 2)
            measured = edit(page, at % 12, str(value))
            pairs.append((measured, bare_edit(connection, in_window.agencies(page).viewport(), at % 12, value)))
    window.close()
    print(json.dumps(pairs[2:]))  # the first two warm up


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
