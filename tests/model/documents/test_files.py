import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from doorbraak.model.documents import files
from doorbraak.model.errors import DiskFull, NoAccess


def test_that_documents_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    paths = files.write_all(tmp_path / "nieuw", {"een.pdf": b"1", "twee.pdf": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert [path.name for path in paths] == ["een.pdf", "twee.pdf"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}


def test_that_a_disk_that_fills_up_leaves_the_older_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write_all(tmp_path, {"een.pdf": b"oud", "twee.pdf": b"oud"})
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "no room")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="schijf is vol"):
        files.write_all(tmp_path, {"een.pdf": b"nieuw", "twee.pdf": b"nieuw"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"een.pdf": b"oud", "twee.pdf": b"oud"}


def test_that_a_file_where_the_folder_should_be_is_said_and_kept(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("van iemand")
    with pytest.raises(NoAccess, match="geen map"):
        files.write_all(tmp_path / "uit", {"een.pdf": b"1"})
    with pytest.raises(NoAccess, match="geen map"):
        files.write_all(tmp_path / "uit" / "dieper", {"een.pdf": b"1"})
    assert (tmp_path / "uit").read_text() == "van iemand"


def test_that_no_rights_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An administrator may write anywhere, so the system's refusal is played."""

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NoAccess, match="niet schrijven"):
        files.write_all(tmp_path, {"een.pdf": b"1"})
    assert list(tmp_path.iterdir()) == []
