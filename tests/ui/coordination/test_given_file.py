"""A .doorbraak file that was opened outside the program, in the workspace of a coordinator and in one of households."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from doorbraak.model.handover import packet
from doorbraak.ui.given_file import GivenFile
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import Laptop
from tests.ui.coordination.conftest import Desk
from tests.ui.rooms import unlock_again

Make = Callable[[Path], MainWindow]


def said(window: MainWindow) -> str:
    assert window.view is not None
    return window.view.notice.text()


def test_that_a_file_of_a_sender_is_received_once_the_workspace_is_open(qtbot: QtBot, desk: Desk) -> None:
    path = desk.send(Laptop(1), range(6))
    desk.window.lock()
    GivenFile(desk.window, path)
    assert desk.window.session is None
    unlock_again(qtbot, desk.window)
    qtbot.waitUntil(lambda: desk.window.session is not None)
    qtbot.waitUntil(lambda: desk.store.rows("SELECT count(*) FROM received") == [(1,)])


def test_that_it_is_taken_up_once(qtbot: QtBot, desk: Desk) -> None:
    path = desk.send(Laptop(1), range(6))
    desk.window.lock()
    given = GivenFile(desk.window, path)
    asked: list[object] = []
    given._take = lambda: asked.append(1)  # type: ignore[method-assign]
    for _ in range(2):
        unlock_again(qtbot, desk.window)
        qtbot.waitUntil(lambda: desk.window.session is not None and bool(asked))
        desk.window.lock()
    assert asked == [1]


def test_that_each_workspace_says_of_the_others_file_where_it_belongs(
    qtbot: QtBot, desk: Desk, filled: Path, make_window: Make, tmp_path: Path
) -> None:
    handed = tmp_path / "overdracht-huishouden-1.doorbraak"
    handed.write_bytes(packet.MAGIC + b"\x01...")
    sent = desk.send(Laptop(1), range(6))
    desk.window.lock()
    GivenFile(desk.window, handed)
    unlock_again(qtbot, desk.window)
    qtbot.waitUntil(lambda: "een werkmap met huishoudens" in said(desk.window))
    other = make_window(filled)
    GivenFile(other, sent)
    other.open_with(PASSPHRASE)
    qtbot.waitUntil(lambda: "voor de coördinator" in said(other))


def test_that_a_handed_dossier_is_looked_at_where_households_are(
    qtbot: QtBot, filled: Path, make_window: Make, tmp_path: Path
) -> None:
    """This one is not for this workspace: the reading says so."""
    handed = tmp_path / "overdracht-huishouden-1.doorbraak"
    handed.write_bytes(packet.MAGIC + b"\x01...")
    window = make_window(filled)
    GivenFile(window, handed)
    window.open_with(PASSPHRASE)
    heard: list[str] = []
    window.session.problem.connect(lambda error: heard.append(error.sentence))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(heard))
    assert "dossier" in heard[0]


@pytest.mark.parametrize("name", ["weg.doorbraak", "."])
def test_that_a_file_that_can_not_be_read_is_a_sentence(
    qtbot: QtBot, filled: Path, make_window: Make, tmp_path: Path, name: str
) -> None:
    window = make_window(filled)
    GivenFile(window, tmp_path / name)
    window.open_with(PASSPHRASE)
    qtbot.waitUntil(lambda: bool(said(window)))


def test_that_what_is_no_file_of_ours_is_sent_to_nobody(
    qtbot: QtBot, desk: Desk, filled: Path, make_window: Make, tmp_path: Path
) -> None:
    secret = tmp_path / "schaduw"
    secret.write_text("root:x:")
    link = tmp_path / "plan.doorbraak"
    link.symlink_to(secret)
    desk.window.lock()
    GivenFile(desk.window, link)
    unlock_again(qtbot, desk.window)
    window = make_window(filled)
    GivenFile(window, link)
    window.open_with(PASSPHRASE)
    for one in (desk.window, window):
        qtbot.waitUntil(lambda one=one: "geen bestand van Doorbraak" in said(one))
