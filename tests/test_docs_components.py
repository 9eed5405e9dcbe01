"""docs/onderdelen.md names every package that the program needs, and what that needs in turn, as the lock has it."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| ([\w-]+) \| ([\d.]+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)


def needed() -> set[str]:
    """Names of what is installed with the program, in turn; pip is there to install and does not go along."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found: set[str] = set()
    while asked:
        one = Requirement(asked.pop())
        name = one.name.lower().replace("_", "-")
        if name in found or name == "pip" or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        asked += importlib.metadata.requires(one.name) or []
    return found


def test_that_every_package_that_goes_along_stands_in_the_list_with_its_licence() -> None:
    rows = {name: licence for name, _, licence in ROW.findall((ROOT / "docs/onderdelen.md").read_text("utf-8"))}
    assert set(rows) == needed()
    assert all(licence.strip() for licence in rows.values())


def test_that_the_versions_in_the_list_are_those_of_the_lock() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8").lower().replace("_", "-")
    rows = ROW.findall((ROOT / "docs/onderdelen.md").read_text("utf-8"))
    assert [f"{name}=={version}" for name, version, _ in rows if f"{name}=={version}" not in lock] == []
