"""PyPI is not asked here: a program in its place answers as pip-audit does."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from release.parts import Part

OURS = Part("doorbraak", "0.1.0", ("eerste",))
PARTS = (Part("eerste", "1.0", ("tweede",)), Part("tweede", "2.5", ()))
ANSWER = Callable[[object], Path]


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ANSWER:
    """The Python that finds this in the place of pip-audit. None: it writes nothing, as when there is no network."""

    def make(answer: object) -> Path:
        writes = f"pathlib.Path(sys.argv[-1]).write_text({json.dumps(answer)!r}); " if answer is not None else ""
        text = f"import pathlib, sys; {writes}sys.exit('Failed to resolve pypi.org')"
        (tmp_path / "pip_audit.py").write_text(text, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return Path(sys.executable)

    return make


def told(*vulnerable: str) -> dict[str, object]:
    known = [{"id": "PYSEC-2026-1", "fix_versions": ["2.6"], "aliases": [], "description": ""}]
    return {
        "dependencies": [
            {"name": part.name, "version": part.version, "vulns": known if part.name in vulnerable else []}
            for part in PARTS
        ],
        "fixes": [],
    }
