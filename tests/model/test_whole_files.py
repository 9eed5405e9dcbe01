"""Files onto disk: whole or not at all, by names that are seen, and never in a workspace."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from doorbraak.model import whole_files
from doorbraak.model.errors import DiskFull, InputError, NoAccess


def test_that_documents_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    paths = whole_files.write_all(tmp_path / "nieuw", {"een.pdf": b"1", "twee.pdf": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert [path.name for path in paths] == ["een.pdf", "twee.pdf"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}


def test_that_a_disk_that_fills_up_leaves_the_older_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole_files.write_all(tmp_path, {"een.pdf": b"oud", "twee.pdf": b"oud"})
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "no room")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="schijf is vol"):
        whole_files.write_all(tmp_path, {"een.pdf": b"nieuw", "twee.pdf": b"nieuw"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"een.pdf": b"oud", "twee.pdf": b"oud"}


def test_that_a_file_where_the_folder_should_be_is_said_and_kept(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("van iemand")
    with pytest.raises(NoAccess, match="geen map"):
        whole_files.write_all(tmp_path / "uit", {"een.pdf": b"1"})
    with pytest.raises(NoAccess, match="geen map"):
        whole_files.write_all(tmp_path / "uit" / "dieper", {"een.pdf": b"1"})
    assert (tmp_path / "uit").read_text() == "van iemand"


def test_that_no_rights_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An administrator may write anywhere, so the system's refusal is played."""

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NoAccess, match="niet schrijven"):
        whole_files.write_all(tmp_path, {"een.pdf": b"1"})
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from doorbraak.model import whole_files
os.fsync = lambda handle: os._exit(9)
whole_files.write_all(Path(sys.argv[1]), {"huishouden-3-plan.pdf": b"van een gezin"})
"""


def test_that_what_a_killed_program_left_half_is_visible_and_gone_at_the_next_write(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode == 9
    assert [path.name for path in tmp_path.iterdir()] == ["huishouden-3-plan.pdf.nieuw"]
    for name in ("casus-3.json.nieuw", "samenvatting.xlsx.nieuw", "huishouden-12-kaart.svg.nieuw"):
        (tmp_path / name).write_bytes(b"half")
    for name in ("huishouden-van-mij.nieuw", "brief.nieuw", "huishouden-3-plan.pdf"):
        (tmp_path / name).write_bytes(b"van iemand")
    whole_files.write_all(tmp_path, {"huishouden-4-plan.pdf": b"1"})
    assert {path.name for path in tmp_path.iterdir()} == {
        "huishouden-4-plan.pdf", "huishouden-van-mij.nieuw", "brief.nieuw", "huishouden-3-plan.pdf",
    }  # fmt: skip


def test_that_a_folder_with_the_name_of_a_file_is_said_before_any_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "een.pdf").write_bytes(b"oud")
    (tmp_path / "twee.pdf").mkdir()
    with pytest.raises(NoAccess, match="al een map met de naam"):
        whole_files.write_all(tmp_path, {"een.pdf": b"nieuw", "twee.pdf": b"nieuw"})
    assert (tmp_path / "een.pdf").read_bytes() == b"oud"
    assert {path.name for path in tmp_path.iterdir()} == {"een.pdf", "twee.pdf"}


def test_that_a_name_that_no_system_takes_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoAccess, match="kortere naam"):
        whole_files.write_all(tmp_path, {"x" * 300: b"1"})


def test_that_nothing_goes_in_or_under_a_workspace_by_whatever_name(tmp_path: Path) -> None:
    workspace, outside = tmp_path / "werkmap", tmp_path / "elders"
    (workspace / "backups").mkdir(parents=True)
    outside.mkdir()
    (workspace / "dossiers.db").write_bytes(b"x")
    (tmp_path / "naar-werkmap").symlink_to(workspace)
    (outside / "naar-bestand").symlink_to(workspace / "dossiers.db")
    (outside / "zelfde-bestand").hardlink_to(workspace / "dossiers.db")
    for target in (
        workspace,
        workspace / "dossiers.db",
        workspace / "uit" / "dieper",
        workspace / "backups",
        outside / ".." / "werkmap" / "uit",
        tmp_path / "naar-werkmap" / "uit",
        outside / "naar-bestand",
        outside / "zelfde-bestand",
    ):
        with pytest.raises(InputError, match="buiten die map"):
            whole_files.refuse_inside(workspace, target)
    for target in (outside, outside / "uit", tmp_path, tmp_path / "werkmap-2", tmp_path / "weg" / "x.json"):
        whole_files.refuse_inside(workspace, target)
