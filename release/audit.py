"""Whether something is known to be wrong with a part: asked of PyPI, by pip-audit in an environment of its own.

So the environment of development does not carry its packages.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import run
from release.parts import Part

LOCK = run.ROOT / "requirements-audit.lock"
ENVIRONMENT = run.ROOT / ".venv-audit"


class NotChecked(Exception):
    """Why nobody knows whether anything is wrong with the parts."""


def vulnerabilities(parts: tuple[Part, ...], python: Path) -> list[str]:
    """Each as a few words; `python` has pip-audit. Raises NotChecked unless there is an answer about every part."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answer = Path(folder, "asked.txt"), Path(folder, "answer.json")
        asked.write_text("".join(f"{part.name}=={part.version}\n" for part in parts), encoding="utf-8")
        words = ["-r", asked, "--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json", "-o", answer]
        done = subprocess.run(
            [python, "-m", "pip_audit", *words], capture_output=True, text=True, check=False, cwd=folder
        )
        try:
            told = {one["name"]: one for one in json.loads(answer.read_text(encoding="utf-8"))["dependencies"]}
        except (OSError, ValueError, KeyError, TypeError):
            last = done.stderr.strip().splitlines()[-1:]
            raise NotChecked(" ".join(["pip-audit gave no answer.", *last])) from None
    unknown = [part.name for part in parts if "vulns" not in told.get(part.name, {})]
    if unknown:
        raise NotChecked(f"there is no answer about {', '.join(unknown)}.")
    return [
        f"{part.name} {part.version} {one['id']} (mended in: {', '.join(one['fix_versions']) or 'nothing yet'})"
        for part in parts
        for one in told[part.name]["vulns"]
    ]


def provided() -> Path:
    """The Python that has pip-audit. Raises NotChecked."""
    made_from = "\0".join((str(run.ROOT), sys.version, LOCK.read_text(encoding="utf-8")))
    try:
        run.provide_environment(ENVIRONMENT, LOCK, hashlib.sha256(made_from.encode()).hexdigest())
    except run.Missing as missing:
        raise NotChecked(str(missing)) from None
    return run.python_of(ENVIRONMENT)
