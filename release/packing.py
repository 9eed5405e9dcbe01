"""What people get of a build: one file per system to install from, the checksums, and where to sign."""

import hashlib
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import run
from doorbraak import __version__
from release import frozen

SIGN = "DOORBRAAK_SIGN"
"""A command that signs the file behind it, such as signtool or codesign with their options."""

_LINUX = run.ROOT / "release" / "linux"
_ICONS = run.ROOT / "resources" / "icons"
_OURS = ("installeren.sh", "doorbraak.desktop", "doorbraak-bestand.xml")


def sign(path: Path) -> bool:
    """With the command that was given; without one nothing is signed. Raises Failed."""
    words = shlex.split(os.environ.get(SIGN, ""))
    if not words:
        return False
    if subprocess.run([*words, str(path)], check=False).returncode != 0:
        raise frozen.Failed(f"Signing failed: {path.name}. What is in dist/ is not signed: don't hand it out.")
    return True


def pack(folder: Path, into: Path, work: Path) -> list[Path]:
    """For this system. Raises Failed."""
    if sys.platform == "win32":
        return _windows(folder, into, work)
    if sys.platform == "darwin":
        sign(into / "Doorbraak.app")
        return [_zip(into / "Doorbraak.app", into / f"doorbraak-{__version__}-macos-{_machine()}.zip")]
    return [_tar(folder, into / f"doorbraak-{__version__}-linux-{_machine()}.tar.xz")]


def _machine() -> str:
    return platform.machine().lower()


def add_linux_files(folder: Path) -> None:
    """Beside the program: what installs it, for one person or for all, and its place in the menu of the desktop."""
    for name in _OURS:
        shutil.copy(_LINUX / name, folder / name)
    for name in ("doorbraak.svg", "doorbraak-bestand.svg"):
        shutil.copy(_ICONS / name, folder / name)


def _tar(folder: Path, path: Path) -> Path:
    """Without owner and moment of this machine; the folder inside is named after the version."""
    add_linux_files(folder)

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = 0
        return member

    with tarfile.open(path, "w:xz", preset=6) as archive:
        archive.add(folder, f"doorbraak-{__version__}", filter=plain)
    return path


def _windows(folder: Path, into: Path, work: Path) -> list[Path]:
    """The portable zip, and the installer where Inno Setup is there."""
    for program in sorted(folder.glob("*.exe")):
        sign(program)
    made = [_zip(folder, into / f"doorbraak-{__version__}-windows-{_machine()}.zip")]
    compiler = shutil.which("iscc") or shutil.which("ISCC")
    if compiler is None:
        run.say("Inno Setup (iscc) is not here: no installer was made, the portable zip was.")
        return made
    words = [f"/DVersion={__version__}", f"/DBuild={folder}", f"/DIcons={work}", f"/O{into}", "/Q"]
    script = run.ROOT / "release" / "windows" / "doorbraak.iss"
    if subprocess.run([compiler, *words, script], check=False).returncode != 0:
        raise frozen.Failed("Inno Setup could not make the installer, see above.")
    setup = into / f"doorbraak-{__version__}-installeren.exe"
    sign(setup)
    return [*made, setup]


def _zip(folder: Path, path: Path) -> Path:
    return Path(shutil.make_archive(str(path.with_suffix("")), "zip", folder.parent, folder.name))


def checksums(paths: list[Path]) -> str:
    """As `sha256sum --check` reads them."""
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)
