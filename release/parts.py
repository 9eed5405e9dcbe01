"""The parts that go along, and the list of them (an SBOM) for whoever has to know what is inside."""

import json
import platform
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run
from doorbraak import __version__

SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "extra": ""},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "extra": ""},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "extra": ""},
)


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


def beside_packages(folder: Path) -> tuple[str, ...]:
    """What else lies in the one-folder build: names of the libraries of the machine that it was built on.

    Those of packages have a folder of their own, or carry a number that was put into their name when they were packed.
    """
    packed = {path.name for path in folder.rglob("*") if path.is_file() and path.parent != folder}
    own = {path.name for path in folder.iterdir() if path.is_file() and re.search(r"\.so(\.\d+)*$", path.name)}
    return tuple(sorted(name for name in own - packed if not re.search(r"-[0-9a-f]{8}|\.cpython-|\.abi3\.", name)))


def sbom(ours: Part, parts: tuple[Part, ...], beside: tuple[str, ...] | None = None) -> str:
    """CycloneDX. No moment and no number drawn: the same build gives the same list.

    `beside`: of a one-folder build, which also carries Python and these libraries.
    """
    urls = {part.name: f"pkg:pypi/{part.name}@{part.version}" for part in (ours, *parts)}

    def component(part: Part, kind: str) -> dict[str, str]:
        url = urls[part.name]
        return {"type": kind, "bom-ref": url, "name": part.name, "version": part.version, "purl": url}

    components: list[dict[str, object]] = [dict(component(part, "library")) for part in parts]
    if beside is not None:
        url = f"pkg:generic/python@{platform.python_version()}"
        version = platform.python_version()
        components.append({"type": "platform", "bom-ref": url, "name": "python", "version": version, "purl": url})
        where = {"name": "doorbraak:from", "value": _system()}
        components += [{"type": "library", "bom-ref": name, "name": name, "properties": [where]} for name in beside]
    content = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**component(ours, "application"), "licenses": [{"expression": "EUPL-1.2"}]}},
        "components": components,
        "dependencies": [
            {"ref": urls[part.name], "dependsOn": [urls[name] for name in part.needs]} for part in (ours, *parts)
        ],
    }
    return json.dumps(content, indent=2) + "\n"


def _system() -> str:
    """Whose libraries they are: the name of the distribution, or of the system."""
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", sys.platform)
    except OSError:
        return platform.platform(aliased=True, terse=True)
