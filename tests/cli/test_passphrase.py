"""Where the passphrase comes from, in which order, and that it is never shown."""

import getpass
import io
import os
import warnings
from pathlib import Path

import pytest

from doorbraak.cli import passphrase
from doorbraak.model.errors import InputError, UserError
from tests.cli.conftest import Command, typing


def test_that_a_file_goes_before_the_variable_and_keeps_its_spaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passphrase.VARIABLE, "uit de variabele")
    file = tmp_path / "zin"
    file.write_bytes(" vier losse  woorden \r\ntweede regel\r\n".encode("utf-8-sig"))
    assert passphrase.given(file) == " vier losse  woorden "
    assert passphrase.given(None) == "uit de variabele"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\xfa"])
def test_that_a_file_without_a_passphrase_is_a_sentence(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "zin").write_bytes(content)
    with pytest.raises(UserError):
        passphrase.given(tmp_path / "zin")
    with pytest.raises(UserError, match="--passphrase-file"):
        passphrase.given(tmp_path / "weg")


def test_that_a_pipe_a_folder_and_a_file_without_end_are_no_passphrase_file(tmp_path: Path) -> None:
    bad = [tmp_path]
    with (tmp_path / "groot").open("wb") as file:
        file.truncate(10**12)
    bad.append(tmp_path / "groot")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp")
        bad += [tmp_path / "pijp", Path("/dev/zero")]
    for path in bad:
        with pytest.raises(InputError, match="--passphrase-file"):
            passphrase.given(path)


def test_that_it_is_asked_for_once_and_for_a_new_workspace_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(typing(monkeypatch, "een")) == 0
    assert passphrase.given(None) == "een"
    asked = typing(monkeypatch, "een", "een")
    assert passphrase.given(None, twice=True) == "een"
    assert len(asked) == 2


def test_that_two_different_passphrases_make_no_workspace(
    doorbraak: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typing(monkeypatch, "vier losse woorden nu", "vier losse woorden nuu")
    said = doorbraak("new", "--workspace", tmp_path / "w")
    assert said.code == 1
    assert "niet gelijk" in said.sentence
    assert not (tmp_path / "w").exists()


def test_that_without_a_keyboard_it_says_the_other_ways(
    doorbraak: Command, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    monkeypatch.delenv(passphrase.VARIABLE)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    said = doorbraak("show", "--workspace", workspace)
    assert said.code == 1
    assert "--passphrase-file" in said.sentence
    assert passphrase.VARIABLE in said.sentence


def test_that_a_terminal_that_can_not_hide_typing_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)

    def visible(_: str) -> str:
        warnings.warn("echo", getpass.GetPassWarning, stacklevel=1)
        return "zichtbaar"

    monkeypatch.setattr(getpass, "getpass", visible)
    with pytest.raises(UserError, match="niet verbergen"):
        passphrase.given(None)


def test_that_an_ended_input_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)

    def ended(_: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", ended)
    with pytest.raises(UserError, match="geen wachtzin"):
        passphrase.given(None)
