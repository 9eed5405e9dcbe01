"""A file from anywhere is read whole, or refused at once in a sentence."""

import os
import socket
from pathlib import Path

import pytest

from doorbraak.model import bounded
from doorbraak.model.errors import InputError, NoAccess, NotFound, UserError


def refused(kind: type[UserError], path: Path, most: int = 100) -> str:
    with pytest.raises(UserError) as caught:
        bounded.read(path, most)
    assert type(caught.value) is kind
    assert caught.value.sentence.count(".") >= 2, "what happened, and what to do"
    return caught.value.sentence


@pytest.mark.parametrize("length", [0, 1, 99, 100])
def test_that_a_file_within_the_bound_is_read_whole(tmp_path: Path, length: int) -> None:
    content = bytes(range(100))[:length]
    (tmp_path / "klein").write_bytes(content)
    assert bounded.read(tmp_path / "klein", 100) == content
    (tmp_path / "link").symlink_to(tmp_path / "klein")
    assert bounded.read(tmp_path / "link", 100) == content


def test_that_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "regels").write_bytes(b"a\r\nb\nc\x1ad")
    assert bounded.read(tmp_path / "regels", 100) == b"a\r\nb\nc\x1ad"


@pytest.mark.parametrize(("most", "said"), [(100, "100 bytes"), (64_000, "64 kB"), (8_000_000, "8 MB")])
def test_that_a_file_past_the_bound_is_refused_with_the_bound(tmp_path: Path, most: int, said: str) -> None:
    with (tmp_path / "groot").open("wb") as file:
        file.truncate(most + 1)
    assert said in refused(InputError, tmp_path / "groot", most)


def test_that_what_never_ends_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert refused(InputError, tmp_path / "pijp") == bounded.NOT_A_FILE
    assert refused(InputError, Path("/dev/zero")) == bounded.NOT_A_FILE
    (tmp_path / "link").symlink_to(tmp_path / "pijp")
    assert refused(InputError, tmp_path / "link") == bounded.NOT_A_FILE


def test_that_a_pipe_put_there_between_looking_and_opening_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    os.mkfifo(tmp_path / "pijp")
    whole_open = os.open

    def swapped(path: Path, *rest: int) -> int:
        (tmp_path / "pijp").replace(tmp_path / "bestand")
        return whole_open(path, *rest)

    monkeypatch.setattr(os, "open", swapped)
    assert refused(InputError, tmp_path / "bestand") == bounded.NOT_A_FILE


def test_that_a_folder_or_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(InputError, tmp_path) == bounded.NOT_A_FILE
    monkeypatch.chdir(tmp_path)  # a socket's name may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        assert refused(InputError, tmp_path / "s") == bounded.NOT_A_FILE


def test_that_an_absent_file_and_an_impossible_name_are_not_found(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    for path in (tmp_path / "weg", tmp_path / "weg" / "weg", tmp_path / "bestand" / "x", tmp_path / "a\0b"):
        assert refused(NotFound, path) == bounded.MISSING


def test_that_a_refusal_by_the_system_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dicht").write_bytes(b"x")

    def forbidden(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "open", forbidden)  # the rights themselves do not stop an administrator
    assert refused(NoAccess, tmp_path / "dicht") == bounded.NO_RIGHTS
