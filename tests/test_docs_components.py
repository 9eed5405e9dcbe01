"""docs/onderdelen.md names every package that the program needs, and what that needs in turn, as the lock has it."""

import re
from pathlib import Path

from release import parts

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| ([\w-]+) \| ([\d.]+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)


def test_that_every_package_that_goes_along_stands_in_the_list_with_its_licence() -> None:
    rows = {name: licence for name, _, licence in ROW.findall((ROOT / "docs/onderdelen.md").read_text("utf-8"))}
    assert set(rows) == {part.name for part in parts.shipped()}
    assert all(licence.strip() for licence in rows.values())


def test_that_the_versions_in_the_list_are_those_of_the_lock() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8").lower().replace("_", "-")
    rows = ROW.findall((ROOT / "docs/onderdelen.md").read_text("utf-8"))
    assert [f"{name}=={version}" for name, version, _ in rows if f"{name}=={version}" not in lock] == []
