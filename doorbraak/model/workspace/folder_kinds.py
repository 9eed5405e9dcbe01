"""What kind of place a folder is: in step with a cloud, on another machine, or on something that can be pulled out.

SQLite needs a disk that does what it is told, and a file that nobody copies while it is written. Such a place is
advised against, never refused: an administrator may have no other.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Literal

from doorbraak.model.workspace import mounts
from doorbraak.model.workspace.mounts import Mount

Kind = Literal["synced", "network", "removable"]
Kinds = frozenset[Kind]

_NETWORK = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "afs", "ncpfs", "webdav", "davfs", "sshfs"),
        *("fuse.davfs", "fuse.davfs2", "fuse.sshfs", "fuse.curlftpfs", "fuse.gvfsd-fuse", "fuse.kio-fuse"),
        *("fuse.rclone", "fuse.s3fs", "macfuse", "osxfuse", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs"),
        *("9p", "remote"),
    }
)
_SYNCED = frozenset({"synced", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.pcloud"})
_STICKS = frozenset({"vfat", "exfat", "msdos", "fuseblk", "ntfs", "ntfs3"})
_PULLED_OUT = ("/media", "/run/media")

_FOLDERS = re.compile(
    r"""
      onedrive([ ]-[ ].+)?            # "OneDrive - Gemeente Voorbeeld"
    | .*sharepoint.*
    | dropbox([ ]\(.+\))? | .+[ ]dropbox
    | google[ ]?drive([ ]?-.+|[ ]\(.+\))? | googledrive-.+
    | icloud[ ]?drive | com~apple~clouddocs
    | nextcloud\d* | owncloud\d* | surfdrive
    | syncthing
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKERS = re.compile(r"\.stfolder|\.dropbox|\.dropbox\.cache|\.(_)?sync_[0-9a-z]+\.db|\.(owncloud|nextcloud)sync\.log")
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_APPLE = (("Library", "Mobile Documents"), ("Library", "CloudStorage"))


def kind_of(
    path: str, platform: str, environment: Mapping[str, str], under: Iterable[Mount] = (), beside: Iterable[str] = ()
) -> Kinds:
    """`path` is whole, `under` what is mounted, `beside` the names in it and above it. Asks the disk nothing."""
    place = _place(path, platform)
    found: set[Kind] = set()
    if _synced(place, platform, environment, beside):
        found.add("synced")
    if platform == "win32" and _on_another_machine(place):
        found.add("network")
    above = [mount for mount in under if _within(place, _place(mount.at, platform))]
    if above:  # the innermost says what it is; of two at one place the last, which lies over the other
        here = max(enumerate(above), key=lambda one: (len(_place(one[1].at, platform).parts), one[0]))[1]
        found |= _of_mount(here, platform)
        if any(mount.system in _SYNCED for mount in above):
            found.add("synced")
    if "network" in found:
        found.discard("removable")
    return frozenset(found)


def _place(path: str, platform: str) -> PurePath:
    if platform != "win32":
        return PurePosixPath(path)
    for long, plain in (("\\\\?\\UNC\\", "\\\\"), ("\\\\?\\", "")):
        if path.upper().startswith(long):
            path = plain + path[len(long) :]
            break
    return PureWindowsPath(path)


def _within(place: PurePath, above: PurePath) -> bool:
    return place == above or above in place.parents


def _synced(place: PurePath, platform: str, environment: Mapping[str, str], beside: Iterable[str]) -> bool:
    if any(_FOLDERS.fullmatch(part) for part in place.parts) or any(_MARKERS.fullmatch(name) for name in beside):
        return True
    if platform == "win32":
        named = [environment[name] for name in _CLOUD_VARIABLES if environment.get(name)]
        return any(_within(place, _place(one, platform)) for one in named if PureWindowsPath(one).is_absolute())
    if platform == "darwin":
        pairs = tuple(zip(place.parts, place.parts[1:], strict=False))
        return any(pair in pairs for pair in _APPLE)
    return False


def _on_another_machine(place: PurePath) -> bool:
    """A share by its name. What Windows shows of its own Linux is on this machine."""
    drive = place.drive.lower()
    return drive.startswith("\\\\") and not drive.startswith(("\\\\wsl$\\", "\\\\wsl.localhost\\", "\\\\.\\"))


def _of_mount(mount: Mount, platform: str) -> set[Kind]:
    if mount.system in _NETWORK:
        return {"network"}
    if mount.system in _SYNCED:
        return {"synced"}
    if mount.removable or mount.system == "removable":
        return {"removable"}
    if platform == "darwin" and mount.at.startswith("/Volumes/"):
        return {"removable"}
    if platform.startswith("linux"):
        at = PurePosixPath(mount.at)
        out = any(PurePosixPath(top) in at.parents for top in _PULLED_OUT)
        stick = mount.system in _STICKS and PurePosixPath("/mnt") in at.parents
        return {"removable"} if out or stick else set()
    return set()


# -- what the machine says ----------------------------------------------------------------------------


def kinds(folder: Path, platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Kinds:
    """Of a folder that may have to be made yet. Never raises: what can't be seen is not advised against."""
    try:
        place = folder.expanduser().resolve()
    except (OSError, RuntimeError, ValueError):
        place = folder.absolute()
    return kind_of(str(place), platform, environment, mounts.here(place, platform), _beside(place))


def _beside(place: Path) -> list[str]:
    """Signs of a synchronising program, here and above. At most so many names: a home folder can be large."""
    found: list[str] = []
    for folder in (place, *place.parents[:-1]):
        try:
            with os.scandir(folder) as names:
                found += [one.name for one, _ in zip(names, range(2000), strict=False) if _MARKERS.fullmatch(one.name)]
        except (OSError, ValueError):
            continue
    return found


# -- what is said of it -------------------------------------------------------------------------------

_ADVICE: dict[Kind, str] = {
    "synced": (
        "Deze map wordt bijgehouden door een clouddienst. Die kopieert het bestand terwijl je werkt, en dan kan het "
        "stukgaan of dubbel ontstaan. Ook gaan de versleutelde dossiers van deze laptop af."
    ),
    "network": (
        "Deze map staat op een andere computer. Valt het netwerk weg, dan kun je niet verder, en het bestand kan "
        "beschadigen. Twee mensen kunnen er niet samen in werken."
    ),
    "removable": (
        "Deze map staat op een stick of losse schijf. Die raakt makkelijk kwijt, en het bestand kan beschadigen als "
        "iemand hem eruit trekt."
    ),
}
_BETTER = "Kies liever een map op de schijf van deze laptop zelf. Het mag wel: er is niets geblokkeerd."
_SHORT: dict[Kind, str] = {
    "synced": "Een clouddienst kopieert deze map.",
    "network": "Deze map staat op een andere computer.",
    "removable": "Deze map staat op een stick of losse schijf.",
}
_COPIES: dict[Kind, str] = {
    "synced": (
        "Deze map wordt bijgehouden door een clouddienst: de kopieën gaan versleuteld van deze laptop af. "
        "Mag dat van je organisatie?"
    ),
    "network": "Deze map staat op een andere computer. Zonder netwerk komt hier geen kopie bij.",
    "removable": (
        "Een stick of losse schijf is goed voor een tweede kopie. Bewaar hem niet in de laptoptas. "
        "Zit hij er niet in, dan komt hier geen kopie bij."
    ),
}
_ORDER: tuple[Kind, ...] = ("synced", "network", "removable")


def advice(found: Kinds) -> str:
    """For a workspace in such a place; empty for a plain folder."""
    said = [_ADVICE[kind] for kind in _ORDER if kind in found]
    return " ".join([*said, _BETTER]) if said else ""


def short_advice(found: Kinds) -> str:
    """For the narrow place where a folder is chosen: the first of them, and what is better."""
    said = [_SHORT[kind] for kind in _ORDER if kind in found][:1]
    return " ".join([*said, "Liever een map op de laptop zelf."]) if said else ""


def advice_for_copies(found: Kinds) -> str:
    """For a second place of the backups: what can be pulled out is welcome there."""
    return " ".join(_COPIES[kind] for kind in _ORDER if kind in found)
