"""R11: a long day in the window, squeezed: thousands of edits, undone and redone, on all pages; memory stays put.

Run as a script: folder, number of operations. Prints the memory in KiB after the first tenth and at the end.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import CHEAP, PASSPHRASE
from tests.faults.row import Plan, Row, place

MOST = 1.10
_PATIENCE = 3600


def day(plan: Plan) -> Row:
    from tests.faults.s2_marker import ROOT, surroundings

    name = "operations of a long day: memory, and no word of Qt"
    if not plan.day:
        return Row("R11", name, 0, (), ("only with FAULTS=full",))
    with tempfile.TemporaryDirectory(prefix="doorbraak-faults-", dir=place()) as folder:
        here = Path(folder)
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.r11_day", str(here / "werkmap"), str(plan.day)], cwd=ROOT,
            env=surroundings(here / "thuis"), capture_output=True, text=True, check=False, timeout=_PATIENCE,
        )  # fmt: skip
    if done.returncode or done.stderr.strip():
        return Row(
            "R11", name, plan.day, (f"ended with {done.returncode}: {done.stdout[-300:]} {done.stderr[-1500:]}",)
        )
    first, last = map(int, done.stdout.split())
    notes = (
        f"{first // 1024} MB after the first fifth, {last // 1024} MB at the end: {last / first:.2f}, most {MOST}",
    )
    wrong = () if last <= MOST * first else (f"memory grew to {last / first:.2f}",)
    return Row("R11", name, plan.day, wrong, notes)


def run(folder: Path, operations: int) -> tuple[int, int]:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from doorbraak.model.dossier import dossier, goals, household
    from doorbraak.model.workspace.store import Store
    from doorbraak.ui import app
    from doorbraak.ui.main_window import MainWindow
    from doorbraak.ui.pages import PAGES
    from tests.faults import session

    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)
    desk = session.Desk(folder, store=store)
    session.take_in(desk, 0)
    store.close()
    app.application()
    window = MainWindow(folder)
    window.show()

    def enter() -> None:
        """Unlock, and Enter on the first household of the list."""
        window.open_with(PASSPHRASE)
        QTest.keyClick(window.view.list.search, Qt.Key.Key_Return)

    enter()
    (home,) = household.all_of(window.session.store)
    begun = 0
    for at in range(operations):
        own = window.session
        kind = at % 10
        if kind < 4:
            own.attempt("Bijschrijven", household.set_note, home.id, f"dag {at} " * 20, household=home.number)
        elif kind < 6:
            own.attempt("Doel", goals.add, home.id, f"doel {at}", household=home.number)
        elif kind < 8:
            own.undo()
        else:
            own.redo()
        if kind == 9:
            for goal in goals.of_household(own.store, home.id)[5:]:
                own.attempt("Doel weg", goals.remove, goal.id, household=home.number)
        if at % 20 == 0:
            window.show_page(1 + at // 20 % len(PAGES))
        if at % 500 == 250:
            window.back_up()
        if at % 1000 == 999:
            window.lock()
            enter()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which a loop of its own never gets to
        if at == operations // 5:
            begun = _memory()
    ended = _memory()
    window.close()
    return begun, ended


def _memory() -> int:
    """KiB of this process that are its own now, after the rubbish is gone."""
    import gc

    gc.collect()
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError("this system does not tell")


if __name__ == "__main__":
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def said(kind: QtMsgType, _: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "plugin does not support" not in text:
            print(text, file=sys.stderr)

    qInstallMessageHandler(said)
    print(*run(Path(sys.argv[1]), int(sys.argv[2])))
