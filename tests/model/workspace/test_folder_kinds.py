from pathlib import Path

import pytest

from doorbraak.model.workspace import folder_kinds, mounts
from doorbraak.model.workspace.folder_kinds import advice, advice_for_copies, kind_of, short_advice
from doorbraak.model.workspace.mounts import Mount

USER = r"C:\Users\a"
HOME = {"OneDrive": r"C:\Users\a\Wolk", "OneDriveCommercial": r"C:\Users\a\OneDrive - Wijkteam"}
WINDOWS = (Mount("C:\\", ""), Mount("E:\\", "removable"), Mount("Z:\\", "remote"), Mount(USER + r"\Team X", "synced"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (r"C:\Users\a\AppData\Local\Doorbraak", ""),
        (r"C:\Users\a\Documents\werkmap", ""),
        (r"D:\werkmap", ""),
        (r"C:\Users\a\Mijn onedrive-vrije map", ""),
        (r"C:\Users\a\OneDrive\werkmap", "synced"),
        (r"C:\Users\a\OneDrive - Gemeente Voorbeeld\werkmap", "synced"),
        (r"c:\users\A\WOLK\werkmap", "synced"),
        (r"C:\Users\a\Wolkenveld\werkmap", ""),
        (r"C:\Users\a\Team X\Documenten", "synced"),
        (r"C:\Users\a\Team XY\Documenten", ""),
        (r"C:\Users\a\SharePoint\Team\werkmap", "synced"),
        (r"C:\Users\a\Dropbox\werkmap", "synced"),
        (r"C:\Users\a\Dropbox (Persoonlijk)\werkmap", "synced"),
        (r"C:\Users\a\Wijkteam Dropbox\werkmap", "synced"),
        (r"C:\Users\a\Google Drive\werkmap", "synced"),
        (r"C:\Users\a\iCloudDrive\werkmap", "synced"),
        (r"C:\Users\a\Nextcloud\werkmap", "synced"),
        (r"C:\Users\a\ownCloud2\werkmap", "synced"),
        (r"\\server\deel\werkmap", "network"),
        (r"\\?\UNC\server\deel\werkmap", "network"),
        (r"\\?\C:\werkmap", ""),
        (r"\\?\C:\Users\a\Wolk\werkmap", "synced"),
        (r"\\wsl.localhost\Debian\home\a", ""),
        (r"Z:\werkmap", "network"),
        (r"z:\werkmap", "network"),
        (r"Z:\OneDrive\werkmap", "network synced"),
        (r"E:\werkmap", "removable"),
        (r"E:\Nextcloud\werkmap", "removable synced"),
    ],
)
def test_that_places_of_windows_are_known(path: str, kind: str) -> None:
    assert kind_of(path, "win32", HOME, WINDOWS) == set(kind.split())


MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
/dev/disk4s1 on /Volumes/STICK (1) (msdos, local, nodev, nosuid, noowners)
//a@server._smb._tcp.local/deel on /Volumes/deel (smbfs, nodev, nosuid, mounted by a)
server:/export on /Users/a/thuis (nfs, nodev, nosuid, mounted by a)
http://dav.example.nl/map/ on /Volumes/map (webdav, nodev, noexec, nosuid)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/a/Library/Application Support/Doorbraak", ""),
        ("/Users/a/Documents/werkmap", ""),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/werkmap", "synced"),
        ("/Users/a/Library/CloudStorage/OneDrive-Wijkteam/werkmap", "synced"),
        ("/Users/a/Library/CloudStorage/Dropbox/werkmap", "synced"),
        ("/Users/a/Dropbox/werkmap", "synced"),
        ("/Users/a/Nextcloud/werkmap", "synced"),
        ("/Volumes/STICK (1)/werkmap", "removable"),
        ("/Volumes/deel/werkmap", "network"),
        ("/Volumes/map/werkmap", "network"),
        ("/Users/a/thuis/werkmap", "network"),
        ("/Users/a/thuisbasis/werkmap", ""),
    ],
)
def test_that_places_of_macos_are_known(path: str, kind: str) -> None:
    assert kind_of(path, "darwin", {}, mounts.of_macos(MACOS)) == set(kind.split())


LINUX = r"""/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
/dev/sda1 /boot/efi vfat rw 0 0
/dev/sdb1 /media/a/STICK\0401 vfat rw 0 0
/dev/sdc1 /run/media/a/schijf ext4 rw 0 0
/dev/sdd1 /mnt/stick exfat rw 0 0
/dev/sde1 /srv/schijf ext4 rw 0 0
/dev/sdf1 /mnt/data ext4 rw 0 0
server:/export /home/a/thuis nfs4 rw 0 0
//server/deel /mnt/deel cifs rw 0 0
a@server:/map /home/a/ver fuse.sshfs rw 0 0
https://dav.example.nl /home/a/dav fuse rw 0 0
https://dav.example.nl /home/a/davfs davfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
tmpfs /home/a/thuis/tijdelijk tmpfs rw 0 0
half
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a/.local/share/Doorbraak", ""),
        ("/home/a/mediaal/werkmap", ""),
        ("/media/a/gewone map", ""),
        ("/media/a/STICK 1/werkmap", "removable"),
        ("/run/media/a/schijf/werkmap", "removable"),
        ("/mnt/stick/werkmap", "removable"),
        ("/mnt/data/werkmap", ""),
        ("/srv/schijf/werkmap", "removable"),
        ("/home/a/thuis/werkmap", "network"),
        ("/home/a/thuis/tijdelijk/werkmap", ""),
        ("/mnt/deel/werkmap", "network"),
        ("/home/a/ver/werkmap", "network"),
        ("/home/a/davfs/werkmap", "network"),
        ("/run/user/1000/gvfs/smb-share:server=a/werkmap", "network"),
        ("/home/a/Nextcloud/werkmap", "synced"),
        ("/home/a/ownCloud/werkmap", "synced"),
        ("/home/a/Dropbox/werkmap", "synced"),
        ("/home/a/Insync/OneDrive/werkmap", "synced"),
        ("/media/a/STICK 1/Nextcloud", "removable synced"),
    ],
)
def test_that_places_of_linux_are_known(path: str, kind: str) -> None:
    found = mounts.of_linux(LINUX, lambda device: device == "/dev/sde1")
    assert kind_of(path, "linux", {}, found) == set(kind.split())


@pytest.mark.parametrize(
    ("name", "synced"),
    [
        (".stfolder", True), (".dropbox.cache", True), (".sync_1a2b3c.db", True), ("._sync_1a2b.db", True),
        (".owncloudsync.log", True), (".nextcloudsync.log", True), ("sync.db", False), ("stfolder", False),
    ],
)  # fmt: skip
def test_that_a_synchronising_program_is_known_by_what_it_leaves(name: str, synced: bool, tmp_path: Path) -> None:
    assert kind_of("/home/a/map", "linux", {}, (), [name]) == ({"synced"} if synced else set())
    (tmp_path / name).mkdir()
    assert ("synced" in folder_kinds.kinds(tmp_path / "nieuw" / "werkmap")) is synced


def test_that_a_link_does_not_hide_where_a_folder_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "werkmap").mkdir(parents=True)
    (tmp_path / "gewoon").symlink_to(tmp_path / "Dropbox" / "werkmap")
    assert folder_kinds.kinds(tmp_path / "gewoon") == {"synced"}


def test_that_a_place_that_can_not_be_seen_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    assert folder_kinds.kinds(tmp_path / "rond" / "map") == set()
    assert folder_kinds.kinds(Path("a\0b")) == set()
    assert folder_kinds.kinds(tmp_path / ("x" * 5000)) == set()


def test_that_advice_says_what_can_happen_and_that_nothing_is_blocked() -> None:
    assert short_advice(frozenset()) == advice(frozenset()) == advice_for_copies(frozenset()) == ""
    for kind in ("synced", "network", "removable"):
        said = advice(frozenset({kind}))
        assert said.endswith("er is niets geblokkeerd.")
        assert short_advice(frozenset({kind})).endswith("Liever een map op de laptop zelf.")
    both = advice(frozenset({"removable", "synced"}))
    assert both.count("Kies liever") == 1
    assert both.index("clouddienst") < both.index("stick")


def test_that_a_stick_is_welcome_for_a_second_copy() -> None:
    assert "is goed voor een tweede kopie" in advice_for_copies(frozenset({"removable"}))
    assert "goed" not in advice_for_copies(frozenset({"synced", "network"}))
