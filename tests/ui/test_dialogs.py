"""A1-A11 over every dialog of the program: names, sizes, letters, Tab, Escape, the button that Enter means."""

import ast
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

import doorbraak.ui
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.signals_letter import LetterForm
from doorbraak.ui.recovery_dialogs import CodeDialog
from doorbraak.ui.widgets.form_dialog import FormDialog
from tests.ui import accessibility
from tests.ui.dialogs import MADE, OPENED, with_dialog
from tests.ui.test_screens import clipped

_ELSEWHERE = ("coordination", "publication")  # windows of a coordinator and a manager, with tests of their own


def faults(dialog: QDialog) -> list[str]:
    """All that is wrong in what is in sight."""
    kinds: tuple[Callable[[QDialog], list[str]], ...] = (
        accessibility.unnamed, accessibility.small, clipped, untitled, letters, not_one_default,
    )  # fmt: skip
    return [f"{kind.__name__}: {fault}" for kind in kinds for fault in kind(dialog)]


def untitled(dialog: QDialog) -> list[str]:
    """A11: a dialog says what it is, and not only whose it is."""
    title = dialog.windowTitle().strip()
    return [] if title and title != "Doorbraak" else [f"title “{title}”"]


def letters(dialog: QDialog) -> list[str]:
    """U7: each button has a letter of its own, and so has each field of a form."""
    said = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.text() and not _cell(one)]
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    found = [f"no letter: “{one.text()}”" for one in said if not _letter(one.text())]
    counted = Counter(filter(None, (_letter(one.text()) for one in (*said, *labels))))
    found += [f"“{letter}” means {count} things" for letter, count in counted.items() if count > 1]
    typed = QLineEdit | QPlainTextEdit if isinstance(dialog, FormDialog | CodeDialog) else ()
    fields = [one for one in accessibility.controls(dialog) if isinstance(one, typed)]
    named = {one.buddy() for one in labels}
    found += [f"no letter: {accessibility.told(one)}" for one in fields if not _has_letter(one, named)]
    return found


def _letter(text: str) -> str:
    bare = text.replace("&&", "")
    return bare[bare.index("&") + 1].lower() if "&" in bare else ""


def _cell(button: QWidget) -> bool:
    """Inside a list or a menu bar of a preview."""
    return not isinstance(button, QPushButton)


def _has_letter(field: QWidget, named: set[QWidget]) -> bool:
    holder: QWidget | None = field
    while holder is not None and not holder.isWindow():
        if holder in named or any(one.focusProxy() is field for one in named):
            return True
        holder = holder.parentWidget()
    return False


def not_one_default(dialog: QDialog) -> list[str]:
    """Enter means one thing; in a list it may be the list that takes it."""
    found = [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible() and one.isDefault()]
    least = isinstance(dialog, FormDialog | QMessageBox | QInputDialog)
    return [] if least <= len(found) <= 1 else [f"Enter means {found}"]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_that_every_control_of_a_dialog_has_a_name_room_and_a_letter_of_its_own(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    assert over_all(window, faults) == []


def test_that_tab_meets_everything_in_the_order_in_which_one_reads_and_is_kept_nowhere(window: MainWindow) -> None:
    def walk(dialog: QDialog) -> list[str]:
        start = dialog.focusWidget()
        if start is None:
            return ["nothing has the focus"]
        accessibility.tab_round(dialog, start)  # Qt's own question for a number skips a button the first time
        met = accessibility.tab_round(dialog, start)
        found = [f"unreached: {fault}" for fault in accessibility.unreached(dialog, met)]
        found += [f"backward: {fault}" for fault in accessibility.backward(dialog, _from_the_top(met, dialog))]
        return found + [f"trap: {fault}" for fault in traps(dialog)]

    assert over_all(window, walk) == []


def traps(dialog: QDialog) -> list[str]:
    """As `accessibility.traps`, where two presses may well have come round: one of them has to leave."""
    every = [one for one in accessibility.controls(dialog) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    found = []
    for widget in every if len(every) > 1 else ():
        widget.setFocus()
        left = False
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            left = left or not (now is widget or widget.isAncestorOf(now))
        if not left:
            found.append(accessibility.told(widget))
    return found


def over_all(window: MainWindow, find: Callable[[QDialog], list[str]]) -> list[str]:
    found: list[str] = []
    for name in OPENED:
        with_dialog(window, name, lambda dialog, name=name: found.extend(f"{name}: {one}" for one in find(dialog)))
    return found


def _from_the_top(met: list[QWidget], dialog: QDialog) -> list[QWidget]:
    """The round begins where the focus was, which need not be what one reads first."""
    first = min(range(len(met)), key=lambda at: met[at].mapTo(dialog, met[at].rect().topLeft()).toTuple()[::-1])
    return met[first:] + met[:first]


def test_that_escape_closes_a_dialog_and_nothing_was_changed(window: MainWindow) -> None:
    def leave(dialog: QDialog) -> list[str]:
        before = len(window.session.store.log_entries())
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        QApplication.processEvents()
        stays = ["stays open"] if dialog.isVisible() else []
        return stays + (["changed something"] if len(window.session.store.log_entries()) != before else [])

    assert over_all(window, leave) == []


def test_that_every_dialog_has_a_title_of_its_own(window: MainWindow) -> None:
    titles: list[str] = []
    for name in (kind.__name__ for kind in MADE):
        with_dialog(window, name, lambda dialog: titles.append(dialog.windowTitle()))
    double = [title for title, count in Counter(titles).items() if count > 1]
    assert double == []


def test_that_every_dialog_of_the_program_is_in_this_list() -> None:
    root = Path(doorbraak.ui.__file__).parent
    bases: dict[str, set[str]] = {}
    for path in root.rglob("*.py"):
        if path.relative_to(root).parts[0] not in _ELSEWHERE:
            for made in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(made, ast.ClassDef):
                    bases[made.name] = {ast.unparse(one) for one in made.bases}
    kinds = {QDialog.__name__, QMessageBox.__name__}
    while more := {name for name, of in bases.items() if of & kinds} - kinds:
        kinds |= more
    only_bases = {name for of in bases.values() for name in of} | {FormDialog.__name__}
    assert kinds - only_bases - {QMessageBox.__name__} == {kind.__name__ for kind in MADE} | {LetterForm.__name__}
