"""The published households that come along with the program, to look around in."""

from pathlib import Path

from doorbraak import paths

PASSPHRASE = "voorbeeld zonder echte gezinnen"  # noqa: S105 - said wherever it is asked, and the same for everybody


def files() -> tuple[Path, ...]:
    """The case files, the first of the list first."""
    return tuple(sorted((paths.resources() / "cases").glob("casus-*.json")))
