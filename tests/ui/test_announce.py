"""What a screen reader hears without asking. Qt passes announcements on and lets nobody listen: our own seam does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.model.errors import InputError
from doorbraak.ui import announce
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import Unlock
from tests.ui.conftest import line, page_named
from tests.ui.quick_typing import Type
from tests.ui.rooms import room


@pytest.fixture
def heard() -> Iterator[list[str]]:
    said: list[str] = []
    announce.heard.append(said.append)
    yield said
    announce.heard.remove(said.append)


def test_that_saved_is_said_once_a_minute_and_not_at_every_edit(
    qtbot: QtBot, window: MainWindow, heard: list[str]
) -> None:
    for at in ("14:32", "14:32", "14:33"):
        window.status.show_saved(at)
    assert heard == ["Opgeslagen 14:32", "Opgeslagen 14:33"]
    heard.clear()
    field = line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel")
    field.setFocus()
    qtbot.keyClicks(field, "Rust in huis")
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [words for words in heard if words.startswith("Opgeslagen ")] == heard
    assert len(heard) == 1


def test_that_a_refusal_is_said_where_it_stands(qtbot: QtBot, window: MainWindow, heard: list[str]) -> None:
    window.session.problem.emit(InputError("Dit is geen bedrag. Typ bijvoorbeeld 12,50.", "price_cents"))
    assert heard == ["Dit is geen bedrag. Typ bijvoorbeeld 12,50."]
    window.session.problem.emit(InputError("Dit is geen bedrag. Typ bijvoorbeeld 12,50.", "price_cents"))
    assert len(heard) == 1, "it stands there still"
    window.lock()
    heard.clear()
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    qtbot.keyClicks(unlock.passphrase, "fout")
    assert heard == []
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert len(heard) == 1
    assert "past niet" in heard[0]


def test_that_quick_entry_says_where_it_has_come_and_how_much_there_is_at_a_step_and_not_at_a_key(
    typing: Type, heard: list[str]
) -> None:
    typing("huura")
    assert heard == []
    typing("⏎")
    asked = [words for words in heard if "Wie bemoeit zich ermee?" in words]
    assert len(asked) == 1
    assert asked[0].startswith("Achterstand met de huur ›")
    heard.clear()
    typing("⏎2⏎-⏎")
    assert heard[-1].startswith("1 probleem, 1 instantie. ")
