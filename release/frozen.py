"""The one-folder build: made by PyInstaller from build.spec, made smaller, and tried by its own self-test."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import run
from release import binding, icons, run_paths

NAME = "doorbraak"
PARTS = "delen"  # where all but the program itself lies; build.spec says the same
MOST_MEGABYTES = 220
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")  # of the environment, for the self-test
_FOREIGN = ("sitecustomize", "usercustomize", "json", "sqlcipher3")
_PACKED_LIBRARIES = ".libs"  # OpenBLAS and others that were patched when they were packed: stripping breaks them


class Failed(Exception):
    """What did not go well, and what there is now."""


def build(into: Path, work: Path) -> Path:
    """The folder of the build, `into`/doorbraak. Raises Failed."""
    shutil.rmtree(into / NAME, ignore_errors=True)
    icons.make(work)
    binding.lay_out(work)
    words = ["--noconfirm", "--log-level", "WARN", "--distpath", into, "--workpath", work, run.ROOT / "build.spec"]
    environment = {**os.environ, "DOORBRAAK_WORK": str(work)}
    done = subprocess.run([sys.executable, "-m", "PyInstaller", *words], cwd=run.ROOT, env=environment, check=False)
    if done.returncode != 0:
        raise Failed("PyInstaller could not make the build, see above.")
    strip(into / NAME)
    run_paths.keep_inside(into / NAME)
    return into / NAME


def strip(folder: Path) -> None:
    """Without the names for debuggers: on Linux they are a quarter of it."""
    tool = shutil.which("strip")
    if not sys.platform.startswith("linux") or tool is None:
        return
    found = [
        path for path in sorted(folder.rglob("*.so*"))
        if path.is_file() and not path.is_symlink() and not path.parent.name.endswith(_PACKED_LIBRARIES)
    ]  # fmt: skip
    subprocess.run([tool, "--strip-unneeded", *found], check=True)


def command(folder: Path) -> Path:
    """The program that can be asked things: on Windows the one with a console."""
    return folder / (f"{NAME}-opdracht.exe" if os.name == "nt" else NAME)


def try_out(folder: Path) -> str:
    """Runs `selftest` inside it, with nothing of this machine's Python or home. Returns what it said. Raises Failed.

    Modules of somebody else lie where Python would look for them: a program that reads one is no program to hand out.
    """
    with tempfile.TemporaryDirectory(prefix="doorbraak-") as home:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        kept |= {"HOME": home, "USERPROFILE": home, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
        kept |= {"PYTHONPATH": home, "PYTHONSTARTUP": str(Path(home, "json.py"))}
        read = Path(home, "gelezen")
        for name in _FOREIGN:
            Path(home, f"{name}.py").write_text(f"open({str(read)!r}, 'w').close()\n", encoding="utf-8")
        done = subprocess.run(
            [command(folder), "selftest"], cwd=home, env=kept, capture_output=True, text=True, encoding="utf-8",
            check=False,
        )  # fmt: skip
        if read.exists():
            raise Failed(
                "The build reads modules from where PYTHONPATH says, or from the folder in which it is started."
            )
    if done.returncode != 0 or done.stderr:
        raise Failed(f"The self-test inside the build failed: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def megabytes(folder: Path) -> float:
    """As it lies on the disk; a link counts as nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
