"""The one-folder build: what is said when it can not be used, and how it is made smaller. `make dist` makes one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release import frozen


def program(folder: Path, text: str, flags: str = "-E") -> Path:
    """A build of which the program is these lines of Python, which reads no PYTHONPATH."""
    folder.mkdir()
    executable(frozen.command(folder), f"import os, sys\n{text}\n", flags)
    return folder


def executable(path: Path, lines: str, flags: str = "") -> None:
    """By a shell: the first line of a file may hold no path with a space in it."""
    path.with_suffix(".py").write_text(lines, encoding="utf-8")
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {flags} "{path.with_suffix(".py")}" "$@"\n', encoding="utf-8")
    path.chmod(0o755)


def test_that_the_self_test_runs_in_a_home_of_its_own_without_this_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nergens")
    asked = "print(sys.argv[1], '/nergens' in os.environ['PYTHONPATH'], os.environ['HOME'] == os.getcwd())"
    assert frozen.try_out(program(tmp_path / "build", asked)).split() == ["selftest", "False", "True"]


def test_that_a_build_that_reads_somebody_elses_modules_is_no_build(tmp_path: Path) -> None:
    with pytest.raises(frozen.Failed, match="PYTHONPATH"):
        frozen.try_out(program(tmp_path / "build", "print('goed')", flags=""))


@pytest.mark.parametrize("text", ["sys.exit('geen kaart')", "print('een waarschuwing: geen kaart', file=sys.stderr)"])
def test_that_a_failure_and_a_warning_both_stop_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(frozen.Failed, match="geen kaart"):
        frozen.try_out(program(tmp_path / "build", text))


def test_that_a_size_counts_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(3_000_000))
    (tmp_path / "b").symlink_to("a")
    assert frozen.megabytes(tmp_path) == pytest.approx(3)


def test_that_names_for_debuggers_go_but_not_of_libraries_that_were_patched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tool in the place of strip writes down what it got."""
    tool, told = tmp_path / "strip", tmp_path / "told"
    executable(tool, f"import sys\nopen({str(told)!r}, 'w').write('\\n'.join(sys.argv[1:]))\n")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(sys, "platform", "linux")
    build = tmp_path / "build"
    for name in ("delen/a.so", "delen/libb.so.6", "delen/numpy.libs/openblas.so", "delen/woorden.txt"):
        (build / name).parent.mkdir(parents=True, exist_ok=True)
        (build / name).touch()
    (build / "delen" / "link.so").symlink_to("a.so")
    frozen.strip(build)
    names = [Path(line).name for line in told.read_text().splitlines()]
    assert names == ["--strip-unneeded", "a.so", "libb.so.6"]


def test_that_the_spec_leaves_out_what_can_make_a_connection() -> None:
    text = (frozen.run.ROOT / "build.spec").read_text(encoding="utf-8")
    for name in ('"PySide6.QtNetwork"', '"ssl"', '"_ssl"'):
        assert name in text
    assert f'contents_directory="{frozen.PARTS}"' in text
    compile(text, "build.spec", "exec")


def test_that_the_icons_are_drawn_from_our_own_picture_in_every_size(tmp_path: Path) -> None:
    words = "import sys; from pathlib import Path; from release import icons; icons.make(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", words, str(tmp_path)], check=True, cwd=frozen.run.ROOT)
    from PIL import Image

    from release import icons

    with Image.open(tmp_path / "doorbraak.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in icons.SIZES}
    assert {path.name for path in tmp_path.iterdir()} == {"doorbraak.ico", "doorbraak-bestand.ico", "doorbraak.icns"}
    shutil.rmtree(tmp_path)
