"""The wheel, on its own in an empty folder: what somebody gets who never saw the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(words: list[str], folder: Path) -> str:
    """The standard output of a command that has to end well, in a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "XDG_"))}
    kept |= {"PYTHONUTF8": "1", "HOME": str(folder)}
    done = subprocess.run(words, cwd=folder, env=kept, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)], out)
    (built,) = out.glob("doorbraak-*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the commands of a new environment that has this wheel.

    The libraries come from the present environment. The line in the .pth file adds that folder alone: the
    pointer to the checkout, which lies in it, is not followed.
    """
    folder = tmp_path_factory.mktemp("een lege map")
    run([sys.executable, "-m", "venv", "--without-pip", "v"], folder)
    scripts = folder / "v" / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    own = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    present = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "libraries.pth").write_text("\n".join(sorted(present)) + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    run([*pip, "install", "--no-index", "--no-deps", "--force-reinstall", str(wheel)], folder)
    return scripts


def test_that_the_wheel_carries_the_resources_inside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert f"doorbraak/resources/{path.relative_to(ROOT / 'resources').as_posix()}" in names


def test_that_the_wheel_carries_the_manual_with_its_pictures(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    manual = ROOT / "docs" / "handleiding"
    wanted = [path for path in manual.rglob("*") if path.is_file()]
    assert len(wanted) > 20
    assert {f"doorbraak/handleiding/{path.relative_to(manual).as_posix()}" for path in wanted} <= names


def test_that_the_wheel_carries_nothing_else_than_the_package_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"doorbraak"}
    assert [name for name in names if name.endswith("/licenses/LICENSE")]
    assert not [name for name in names if "__pycache__" in name or name.endswith((".db", ".pyc"))]


def test_that_the_wheel_finds_its_own_resources(elsewhere: Path) -> None:
    question = "from doorbraak import paths; print(paths.__file__); print(paths.resources())"
    module, resources = run([str(elsewhere / "python"), "-c", question], elsewhere.parent).splitlines()
    assert Path(module).is_relative_to(elsewhere.parent)
    assert Path(resources) == Path(module).parent / "resources"


@pytest.mark.parametrize("command", [["python", "-m", "doorbraak"], ["doorbraak"]], ids=["module", "script"])
def test_that_the_wheel_passes_its_selftest(elsewhere: Path, command: list[str]) -> None:
    words = [str(elsewhere / command[0]), *command[1:], "selftest"]
    assert run(words, elsewhere.parent).strip()
