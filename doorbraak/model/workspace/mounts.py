"""Which disks, shares and sticks a folder can lie on, as each system tells it."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mount:
    """What begins at a folder: `system` as the machine calls it (ext4, cifs, remote, synced), or "" when unknown."""

    at: str
    system: str
    removable: bool = False


def here(place: Path, platform: str) -> tuple[Mount, ...]:
    import subprocess  # late: one system of three asks a program

    try:
        if platform == "win32":
            return _of_windows(place)
        if platform == "darwin":
            done = subprocess.run(["/sbin/mount"], capture_output=True, timeout=3, check=False)
            return of_macos(done.stdout.decode("utf-8", "replace"))
        return of_linux(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace"), _can_be_pulled_out)
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def _can_be_pulled_out(device: str) -> bool:
    """As the kernel says of the whole disk, or because it hangs on USB; of a part of a disk it does not say it."""
    name = device.removeprefix("/dev/")
    if not re.fullmatch(r"[a-z0-9]+", name):
        return False
    disk = re.sub(r"(?<=[a-z])\d+$", "", name) if name.startswith("sd") else re.sub(r"p\d+$", "", name)
    block = Path("/sys/block") / disk
    try:
        return "usb" in str(block.resolve()) or (block / "removable").read_text().strip() == "1"
    except OSError:
        return False


def of_linux(text: str, can_be_pulled_out: Callable[[str], bool] = lambda _: False) -> tuple[Mount, ...]:
    """From /proc/self/mounts: device, place, kind, ... with blanks in a name as three octal digits."""
    found = []
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3:
            at = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1])
            out = fields[0].startswith("/dev/") and can_be_pulled_out(fields[0])
            found.append(Mount(at, fields[2], out))
    return tuple(found)


def of_macos(text: str) -> tuple[Mount, ...]:
    """From `mount`: "//user@server/share on /Volumes/share (smbfs, nodev, nosuid)"."""
    found = re.findall(r"^.+? on (/.*) \(([a-z0-9_.]+)[,)]", text, re.MULTILINE)
    return tuple(Mount(at, system) for at, system in found)


_DRIVE_TYPES = {2: "removable", 4: "remote"}


if sys.platform == "win32":

    def _of_windows(place: Path) -> tuple[Mount, ...]:
        import ctypes
        import winreg

        found = []
        if place.drive:
            root = place.drive + "\\"
            found.append(Mount(root, _DRIVE_TYPES.get(ctypes.windll.kernel32.GetDriveTypeW(root), "")))
        try:  # also what of SharePoint is kept in step, whatever its folder is called
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\SyncEngines\Providers\OneDrive") as providers:
                for at in range(winreg.QueryInfoKey(providers)[0]):
                    with winreg.OpenKey(providers, winreg.EnumKey(providers, at)) as one:
                        found.append(Mount(str(winreg.QueryValueEx(one, "MountPoint")[0]), "synced"))
        except OSError:
            pass
        return tuple(found)

else:

    def _of_windows(_: Path) -> tuple[Mount, ...]:
        return ()
