"""Output that does not arrive: a full disk, a closed stream, an encoding that lacks a sign."""

import json
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from doorbraak.cli import commands
from doorbraak.model.dossier import dossier, household
from doorbraak.model.workspace import DATABASE
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, in_shell
from tests.conftest import PASSPHRASE

FULL, CLOSED = ">/dev/full", ">&-"
NAME = "Zwaluw é€ń 日本"


def possible(redirect: str = "") -> bool:
    """Windows has no such shell, and not every system the device that is always full."""
    return Path("/bin/sh").exists() and (redirect != FULL or Path("/dev/full").exists())


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [("selftest",), ("show", "7"), ("--help",)])
def test_that_a_full_disk_ends_in_sentences_and_never_in_a_traceback(
    words: tuple[str, ...], unbuffered: str, filled: Path
) -> None:
    if not possible(FULL):
        return
    said = in_shell(">/dev/full", "--workspace", filled, *words, PYTHONUNBUFFERED=unbuffered)
    assert "Exception" not in said.err
    assert "Error" not in said.err
    assert said.code == 1 or (words == ("--help",) and unbuffered)  # there argparse itself keeps silent


@pytest.mark.parametrize("redirect", [FULL, CLOSED])
@pytest.mark.parametrize("words", [("show",), ("show", "1"), ("check",), ("show", "1", "--json")])
def test_that_output_that_can_not_be_written_is_a_sentence_and_1(
    words: tuple[str, ...], redirect: str, filled: Path
) -> None:
    if not possible(redirect):
        return
    said = in_shell(redirect, *words, "--workspace", filled)
    assert said.code == 1
    assert "uitvoer" in said.sentence


@pytest.mark.parametrize("redirect", [FULL, CLOSED])
def test_that_no_workspace_is_made_whose_recovery_code_can_not_be_shown(redirect: str, tmp_path: Path) -> None:
    if not possible(redirect):
        return
    said = in_shell(redirect, "new", "--workspace", tmp_path / "w")
    assert said.code == 1
    assert "uitvoer" in said.sentence
    assert not (tmp_path / "w" / DATABASE).exists()


def test_that_a_code_that_fails_to_be_shown_after_all_is_said_with_what_to_do(
    doorbraak: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fills up between the first line and the code."""

    def fills_up(text: str, **_: object) -> None:
        if "Herstelcode" in text:
            raise OSError(28, "no room")

    monkeypatch.setattr(commands, "print", fills_up, raising=False)
    said = doorbraak("new", "--workspace", tmp_path / "w")
    assert said.code == 1
    assert "herstelcode kon niet worden getoond" in said.sentence
    assert "maak hem opnieuw" in said.sentence
    Store.open(tmp_path / "w", PASSPHRASE, dossier.TABLES).close()


OPENS_A_FILE = """
import sys
from pathlib import Path
from doorbraak.cli import main
main(["show"])
with Path(sys.argv[1]).open("w") as file:
    file.write(str(file.fileno()))
"""


def test_that_closed_streams_never_hand_their_number_to_the_dossiers(tmp_path: Path) -> None:
    """A file that is opened gets the lowest free number: what is printed would go into it."""
    if not possible():
        return
    script = shlex.join([sys.executable, "-c", OPENS_A_FILE, str(tmp_path / "nummer")])
    subprocess.run(["/bin/sh", "-c", f"{script} <&- >&- 2>&-"], check=True)
    assert int((tmp_path / "nummer").read_text()) > 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_that_json_loses_no_sign_whatever_the_encoding(encoding: str, workspace: Path) -> None:
    if not possible():
        return
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Huishouden maken"):
        household.open_dossier(store, NAME, opened=date(2026, 1, 1))
    store.close()
    said = in_shell("", "show", "1", "--json", "--workspace", workspace, PYTHONIOENCODING=encoding)
    assert json.loads(said.out)["name"] == NAME


def test_that_who_stops_reading_gets_no_complaint(filled: Path) -> None:
    if not possible():
        return
    said = in_shell("| true", "show", "1", "--workspace", filled)
    assert said.err == ""
