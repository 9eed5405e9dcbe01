"""What lies beside the wheel: the list of its parts, what is known to be wrong with those, and the checksums.

    python3 run.py dist                asks PyPI about known vulnerabilities, and fails when there is one
    python3 run.py dist --no-audit     asks nobody: for a build without network

run.py calls it in .venv, when the wheel is there. What asks has an environment and a lock of its own, so that the
environment of development does not carry its packages.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run
from doorbraak import __version__

DIST = run.ROOT / "dist"
LOCK = run.ROOT / "requirements-audit.lock"
ENVIRONMENT = run.ROOT / ".venv-audit"
SUMS = "SHA256SUMS"
UNASKED = "--no-audit"
SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "extra": ""},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "extra": ""},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "extra": ""},
)
_NOT_CHECKED = (
    "Nothing was checked for known vulnerabilities: {} "
    f"The wheel is there, without {SUMS}. Try again with a network, or make one unchecked: make dist ARGS={UNASKED}"
)
_FOUND = (
    "What goes along has known vulnerabilities: {}. Renew the locked versions (CONTRIBUTING.md). "
    f"The wheel is there, without {SUMS}."
)


class NotChecked(Exception):
    """Why nobody knows whether anything is wrong with the parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """`needs`: the names of what it brings along itself."""

    name: str
    version: str
    needs: tuple[str, ...]


def program() -> Part:
    """Doorbraak itself."""
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Part(project["name"], __version__, _names(project["dependencies"]))


def shipped() -> tuple[Part, ...]:
    """Every package that the program is installed with, on any of the systems, in the version of the lock."""
    locked, found = _locked(), dict[str, Part]()
    todo = list(program().needs)
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = Part(name, locked[name], _names(_asked_by(name)))
            todo += found[name].needs
    return tuple(found[name] for name in sorted(found))


def _locked() -> dict[str, str]:
    lines = run.LOCK.read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def _asked_by(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # of another system
        return []


def _names(lines: list[str]) -> tuple[str, ...]:
    """pip is there to install with, and does not go along."""
    wishes = [Requirement(line) for line in lines]
    names = {
        canonicalize_name(wish.name) for wish in wishes
        if wish.marker is None or any(wish.marker.evaluate(dict(system)) for system in SYSTEMS)
    }  # fmt: skip
    return tuple(sorted(names - {"pip"}))


def sbom(ours: Part, parts: tuple[Part, ...]) -> str:
    """CycloneDX. No moment and no number drawn: the same wheel gives the same list."""
    urls = {part.name: f"pkg:pypi/{part.name}@{part.version}" for part in (ours, *parts)}

    def component(part: Part, kind: str) -> dict[str, str]:
        url = urls[part.name]
        return {"type": kind, "bom-ref": url, "name": part.name, "version": part.version, "purl": url}

    content = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**component(ours, "application"), "licenses": [{"expression": "EUPL-1.2"}]}},
        "components": [component(part, "library") for part in parts],
        "dependencies": [
            {"ref": urls[part.name], "dependsOn": [urls[name] for name in part.needs]} for part in (ours, *parts)
        ],
    }
    return json.dumps(content, indent=2) + "\n"


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


def checksums(paths: list[Path]) -> str:
    """As `sha256sum --check` reads them."""
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)


def main(words: list[str]) -> int:
    """Returns 0, 1 when the parts were not checked or something is wrong with them, 2 for wrong usage."""
    if words not in ([], [UNASKED]):
        run.say(f"After dist comes nothing, or {UNASKED}.")
        return 2
    wheel, sums = DIST / f"doorbraak-{__version__}-py3-none-any.whl", DIST / SUMS
    listed = DIST / f"doorbraak-{__version__}.cdx.json"
    sums.unlink(missing_ok=True)  # of another build
    parts = shipped()
    listed.write_text(sbom(program(), parts), encoding="utf-8")
    try:
        found = [] if words else vulnerabilities(parts, provided())
    except NotChecked as why:
        run.say(_NOT_CHECKED.format(why))
        return 1
    if found:
        run.say(_FOUND.format("; ".join(found)))
        return 1
    sums.write_text(checksums([wheel, listed]), encoding="utf-8")
    checked = "Nothing was checked for known vulnerabilities, as asked." if words else "None has a known vulnerability."
    run.say(f"{len(parts)} packages go along. {checked} In {DIST.name}: {wheel.name}, {listed.name}, {sums.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
