"""The parts that go along, and the list of them."""

import json
import tomllib
from pathlib import Path

import run
from release import parts
from tests.release.conftest import OURS, PARTS


def test_that_what_goes_along_is_all_that_is_asked_for_in_turn_in_the_versions_of_the_lock() -> None:
    found = {part.name: part for part in parts.shipped()}
    assert {"pyside6-essentials", "matplotlib", "pycparser", "tzdata"} <= set(found), "also what those bring along"
    assert set(found).isdisjoint({"pip", "pytest", "ruff", "mypy", "hypothesis"})
    assert set(parts.program().needs) < set(found)
    lock = run.LOCK.read_text(encoding="utf-8").lower().replace("_", "-")
    assert all(f"{part.name}=={part.version}\n" in lock for part in found.values())
    assert all(name in found for part in found.values() for name in part.needs)


def test_that_what_another_system_needs_goes_along_too() -> None:
    assert parts._names(["a; sys_platform == 'win32'", "b; extra == 'more'", "c>=1"]) == ("a", "c")


def test_that_the_list_names_every_part_as_a_package_url_and_what_it_needs() -> None:
    content = json.loads(parts.sbom(OURS, PARTS))
    assert (content["bomFormat"], content["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["purl"] for one in content["components"]] == ["pkg:pypi/eerste@1.0", "pkg:pypi/tweede@2.5"]
    assert content["metadata"]["component"]["version"] == parts.__version__
    assert {one["ref"]: one["dependsOn"] for one in content["dependencies"]} == {
        f"pkg:pypi/doorbraak@{parts.__version__}": ["pkg:pypi/eerste@1.0"],
        "pkg:pypi/eerste@1.0": ["pkg:pypi/tweede@2.5"],
        "pkg:pypi/tweede@2.5": [],
    }


def test_that_the_licence_in_the_list_is_that_of_the_project() -> None:
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = json.loads(parts.sbom(OURS, PARTS))["metadata"]["component"]
    assert ours["licenses"] == [{"expression": project["license"]}]


def test_that_the_list_of_a_build_also_names_python_and_what_came_of_the_machine() -> None:
    names = {one["name"]: one for one in json.loads(parts.sbom(OURS, PARTS, ("libexpat.so.1",)))["components"]}
    assert set(names) == {"eerste", "tweede", "python", "libexpat.so.1"}
    assert names["libexpat.so.1"]["properties"][0]["value"]
    assert "python" not in {one["name"] for one in json.loads(parts.sbom(OURS, PARTS))["components"]}


def test_that_what_came_of_the_machine_is_told_from_what_packages_brought(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "libQt6Core.so.6").touch()
    for name in (
        "libexpat.so.1", "libQt6Core.so.6", "libgfortran-040039e1-0352e75f.so.5.0.0", "libpyside6.abi3.so.6.11",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so", "LICENSE",
    ):  # fmt: skip
        (tmp_path / name).touch()
    assert parts.beside_packages(tmp_path) == ("libexpat.so.1",)
