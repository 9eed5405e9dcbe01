"""requirements-dev.lock has to name all that pyproject.toml asks for, and all that those ask for in turn.

requirements-audit.lock is installed elsewhere; what is asked of it here is that it names one version of each.
"""

import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
COMES_WITH_THE_ENVIRONMENT = {"pip"}


def asked_for() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [Requirement(line) for line in [*lines, *project["build-system"]["requires"]]]


def locked(name: str = "requirements-dev.lock") -> dict[str, Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def exact_version(pin: Requirement) -> str:
    (only,) = pin.specifier
    assert only.operator == "==", f"{pin} is not an exact version"
    assert "*" not in only.version
    return only.version


@pytest.mark.parametrize("name", ["requirements-dev.lock", "requirements-audit.lock"])
def test_that_each_pin_is_one_exact_version_and_names_no_place(name: str) -> None:
    pins = locked(name)
    assert len(pins) > 25
    for pin in pins.values():
        exact_version(pin)
        assert pin.url is None


def test_that_the_locked_versions_are_within_what_the_project_asks_for() -> None:
    pins = locked()
    for wish in asked_for():
        assert wish.specifier.contains(exact_version(pins[canonicalize_name(wish.name)])), str(wish)


def test_that_everything_needed_in_turn_is_locked_too() -> None:
    pins = locked()
    todo = [wish.name for wish in asked_for()]
    seen: set[str] = set()
    missing: set[str] = set()
    while todo:
        name = canonicalize_name(todo.pop())
        if name in seen or name in COMES_WITH_THE_ENVIRONMENT:
            continue
        seen.add(name)
        if name not in pins:
            missing.add(name)
        try:
            lines = requires(name) or []
        except PackageNotFoundError:
            continue
        wishes = [Requirement(line) for line in lines]
        todo += [w.name for w in wishes if w.marker is None or w.marker.evaluate({"extra": ""})]
    assert missing == set()
    assert len(seen) > 30
