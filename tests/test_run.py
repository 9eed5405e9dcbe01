"""The tasks and what they say when something is missing. That they run is proven by running them."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def tasks() -> ModuleType:
    """run.py, freshly loaded, since tests change what it finds on the machine."""
    spec = importlib.util.spec_from_file_location("run_tasks", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_that_an_old_python_gets_a_sentence(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "OLDEST_PYTHON", (3, 999))
    assert tasks.main(["test"]) == 1
    assert "needs Python 3.999 or newer; this is 3." in capsys.readouterr().err


def test_that_an_unknown_task_is_wrong_usage(tasks: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main(["tset"]) == 2
    assert "no task 'tset'" in capsys.readouterr().err


def test_that_make_and_run_know_the_same_tasks(tasks: ModuleType) -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None
    assert set(phony.group(1).split()) == {*tasks.TASKS, "clean", "help"}


def test_that_the_gate_of_continuous_integration_is_make_test() -> None:
    words = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "exec make test" in words


def test_that_a_suite_without_tests_is_a_failure(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "venv_python", lambda: Path(sys.executable))
    monkeypatch.setitem(tasks.TASKS, "test", tasks.TASKS["test"][-1:])
    assert tasks.run_task("test", ["-q", "-n", "1", "tests/test_run.py", "-k", "no_test_has_this_name"]) == 5


def test_that_a_task_stops_at_the_first_command_that_fails(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tasks, "venv_python", lambda: Path(sys.executable))
    reached = tmp_path / "reached"
    commands = [
        ["python", "-c", "raise SystemExit(3)"],
        ["python", "-c", f"open({str(reached)!r}, 'w').close()"],
    ]
    monkeypatch.setitem(tasks.TASKS, "lint", commands)
    assert tasks.run_task("lint", []) == 3
    assert not reached.exists()


def test_that_the_suite_and_the_benchmarks_never_open_a_screen(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert tasks.environment_for("test")["QT_QPA_PLATFORM"] == "offscreen"
    assert tasks.environment_for("bench")["QT_QPA_PLATFORM"] == "offscreen"
    assert tasks.environment_for("demo")["QT_QPA_PLATFORM"] == "xcb"


def test_that_a_screen_adds_the_libraries_of_that_screen(tasks: ModuleType) -> None:
    without = tasks.qt_libraries("demo", {})
    assert "libxcb-cursor.so.0" not in without
    assert "libxcb-cursor.so.0" in tasks.qt_libraries("demo", {"DISPLAY": ":0"})
    assert "libwayland-client.so.0" in tasks.qt_libraries("demo", {"WAYLAND_DISPLAY": "wayland-0"})
    assert tasks.qt_libraries("test", {"DISPLAY": ":0"}) == without


def test_that_the_walk_is_in_windows_and_gets_a_screen_where_there_is_none(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(tasks, "install_packages", lambda packages, _: asked.append(packages))
    monkeypatch.setattr(tasks, "loads", lambda _: True)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("DISPLAY", raising=False)
    tasks.provide_qt_libraries("walk")
    assert asked == [["xvfb"]]
    assert tasks.environment_for("walk")["QT_QPA_PLATFORM"] == "xcb"
    assert "libxcb-cursor.so.0" in tasks.qt_libraries("walk", {})


def test_that_a_missing_library_is_named_with_the_command_when_we_may_not_install(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(tasks, "is_root", lambda: False)
    monkeypatch.setattr(tasks.sys, "platform", "linux")
    monkeypatch.setattr(tasks.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(tasks.Missing, match=r"libEGL\.so\.1\. Run this.*sudo apt-get install --yes libegl1$"):
        tasks.provide_qt_libraries("test")


def test_that_a_system_without_apt_gets_the_names(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(tasks.sys, "platform", "linux")
    monkeypatch.setattr(tasks.shutil, "which", lambda name: None)
    with pytest.raises(tasks.Missing, match=r"libEGL\.so\.1\..*libegl1\.$"):
        tasks.provide_qt_libraries("test")


def test_that_a_python_that_can_not_make_environments_gets_the_package(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tasks, "VENV", tmp_path / "none")
    monkeypatch.setattr(tasks, "is_root", lambda: False)
    monkeypatch.setattr(tasks.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(tasks.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(tasks.Missing, match=r"sudo apt-get install --yes python3\.\d+-venv$"):
        tasks.provide_venv()


@pytest.mark.parametrize(
    ("file", "old", "new", "again"),
    [
        ("requirements-dev.lock", "pytest==", "pytest==0", True),
        ("pyproject.toml", "[project.scripts]", "[project.scripts]\nanother = 'doorbraak.cli:main'", True),
        ("pyproject.toml", "line-length = 120", "line-length = 100", False),
    ],
)
def test_that_the_environment_follows_the_locked_versions_and_the_package(
    tasks: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    file: str,
    old: str,
    new: str,
    again: bool,
) -> None:
    for name in ("pyproject.toml", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(tasks, "ROOT", tmp_path)
    monkeypatch.setattr(tasks, "LOCK", tmp_path / "requirements-dev.lock")
    before = tasks.origin()
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert (tasks.origin() != before) is again


def test_that_a_moved_checkout_makes_its_environment_again(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = tasks.origin()
    for name in ("pyproject.toml", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(tasks, "ROOT", tmp_path)
    assert tasks.origin() != before


def test_that_without_a_task_it_lists_them() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "run.py")], capture_output=True, text=True, check=True)
    for task in ("demo", "test", "bench", "pictures", "faults", "lint", "format", "dist", "clean"):
        assert f"run.py {task} " in done.stdout
