"""What people install from: the archive of Linux with its script, signing, and the text of the Windows installer."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import run
from doorbraak import __version__
from release import frozen, libraries, packing

Made = Callable[[str], Path]
Installed = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def build(tmp_path: Path) -> Made:
    """A folder as people get it, of this version: the program says its version and passes its self-test."""

    def make(version: str, selftest: int = 0) -> Path:
        folder = tmp_path / f"uitgepakt {version}"
        (folder / "delen").mkdir(parents=True)
        (folder / "delen" / "versie").write_text(version)
        program = folder / "doorbraak"
        program.write_text(
            f'#!/bin/sh\ncase "$1" in --version) echo "Doorbraak {version}" ;; selftest) exit {selftest} ;; '
            f'*) echo "{version} $*" ;; esac\n'
        )
        program.chmod(0o755)
        packing.add_linux_files(folder)
        return folder

    return make


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "het huis & 100%"
    made.mkdir()
    return made


@pytest.fixture
def install(home: Path) -> Installed:
    def act(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        kept: Mapping[str, str] = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [folder / "installeren.sh", *words], env=kept, capture_output=True, text=True, check=False, timeout=60
        )

    return act


def said(home: Path, *words: str) -> str:
    """What the installed command answers."""
    done = subprocess.run([home / ".local/bin/doorbraak", *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_that_installing_asks_nothing_and_puts_program_menu_and_file_type_in_place(
    build: Made, install: Installed, home: Path
) -> None:
    done = install(build("0.1.0"))
    assert (done.returncode, done.stderr) == (0, "")
    assert said(home, "check") == "0.1.0 check"
    share = home / ".local/share"
    entry = (share / "applications/doorbraak.desktop").read_text()
    command = re.search(r'^Exec="(.*)" --open %f$', entry, re.MULTILINE)
    assert command is not None
    assert Path(command[1].replace("%%", "%")).samefile(home / ".local/bin/doorbraak")
    assert "@" not in entry
    for name in ("mime/packages/doorbraak-bestand.xml", "icons/hicolor/scalable/apps/doorbraak.svg"):
        assert (share / name).is_file()


def test_that_a_new_version_keeps_the_one_before_and_there_is_a_way_back(
    build: Made, install: Installed, home: Path
) -> None:
    for version in ("0.1.0", "0.2.0", "0.3.0"):
        assert install(build(version)).returncode == 0
    assert said(home, "") == "0.3.0"
    assert {path.name for path in (home / ".local/lib/doorbraak").iterdir()} == {"0.2.0", "0.3.0", "nu", "vorige"}
    last = build("0.4.0")
    assert install(last, "--terug").returncode == 0
    assert said(home, "") == "0.2.0"
    assert install(last, "--terug").returncode == 0
    assert said(home, "") == "0.3.0"


def test_that_a_build_that_is_not_whole_leaves_the_installed_one_as_it_was(
    build: Made, install: Installed, home: Path
) -> None:
    assert install(build("0.1.0")).returncode == 0
    assert install(build("0.2.0", 1)).returncode != 0
    assert said(home, "") == "0.1.0"


def test_that_installing_the_same_version_again_mends_it(build: Made, install: Installed, home: Path) -> None:
    folder = build("0.1.0")
    assert install(folder).returncode == 0
    (home / ".local/lib/doorbraak/0.1.0/delen/versie").unlink()
    assert install(folder).returncode == 0
    place = home / ".local/lib/doorbraak"
    assert (place / "nu/delen/versie").is_file()
    assert len(list(place.iterdir())) == 2  # the program, and what names it
    assert install(folder, "--terug").returncode == 1


@pytest.mark.parametrize("again", ["0.1.0", "0.2.0"])
@pytest.mark.parametrize("at", ["cp", "mv", "ln", "rm"])
def test_that_breaking_off_at_any_step_leaves_a_program_that_starts(
    build: Made, install: Installed, home: Path, tmp_path: Path, again: str, at: str
) -> None:
    """Each time that a command of that name would run, in turn, the script is killed instead."""
    assert install(build("0.1.0")).returncode == 0
    newer, tools, count = (
        build(again) if again != "0.1.0" else tmp_path / "uitgepakt 0.1.0",
        tmp_path / "t",
        tmp_path / "n",
    )
    tools.mkdir()
    real = shutil.which(at)
    (tools / at).write_text(
        f'#!/bin/sh\nn=$(($(cat "{count}") - 1))\necho $n >"{count}"\n'
        f'if [ $n -le 0 ]; then kill -9 $PPID; exit 1; fi\nexec {real} "$@"\n'
    )
    (tools / at).chmod(0o755)
    kept = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8"}
    killed = 0
    for turn in range(1, 30):
        count.write_text(str(turn))
        done = subprocess.run([newer / "installeren.sh"], env=kept, capture_output=True, check=False, timeout=60)
        assert said(home, "") in ("0.1.0", again)
        if done.returncode == 0:
            break
        killed += 1
    assert killed
    assert (done.returncode, said(home, "")) == (0, again)


def test_that_what_is_not_ours_stays_as_it_is_also_behind_a_link(
    build: Made, install: Installed, home: Path, tmp_path: Path
) -> None:
    place, menu, elsewhere = home / ".local/lib/doorbraak", home / ".local/share/applications", tmp_path / "elders"
    for folder in (place / "van mij", menu, elsewhere / "delen"):
        folder.mkdir(parents=True)
    for name in ("brief.txt", "delen/brief.txt"):
        (elsewhere / name).write_text("van iemand")
    (place / "zz").symlink_to(elsewhere)
    (menu / "doorbraak.desktop").symlink_to(elsewhere / "brief.txt")
    assert install(build("0.1.0")).returncode == 0
    assert (elsewhere / "brief.txt").read_text() == "van iemand"
    assert (elsewhere / "delen/brief.txt").read_text() == "van iemand"
    assert (place / "van mij").is_dir()
    assert not (menu / "doorbraak.desktop").is_symlink()


def test_that_everybody_can_start_what_somebody_with_a_narrow_mask_installs(
    build: Made, install: Installed, home: Path
) -> None:
    before = os.umask(0o077)
    try:
        assert install(build("0.1.0")).returncode == 0
    finally:
        os.umask(before)
    for path in (home / ".local/lib/doorbraak/nu/delen", home / ".local/share/applications/doorbraak.desktop"):
        assert path.stat().st_mode & 0o044 == 0o044


def test_that_taking_it_away_leaves_nothing_of_the_program_and_all_of_the_workspace(
    build: Made, install: Installed, home: Path
) -> None:
    before = home / ".local/share/Doorbraak/dossiers.db"
    before.parent.mkdir(parents=True)
    before.write_bytes(b"dossiers")
    folder = build("0.1.0")
    assert install(folder).returncode == 0
    assert install(folder, "--weghalen").returncode == 0
    left = [path for path in home.rglob("*") if path.is_file() and "mime" not in path.parts]
    assert [path for path in left if path.name != "mimeinfo.cache"] == [before]


def test_that_an_unknown_word_changes_nothing(build: Made, install: Installed, home: Path) -> None:
    done = install(build("0.1.0"), "--alles")
    assert (done.returncode, "Gebruik" in done.stderr) == (2, True)
    assert list(home.iterdir()) == []


def test_that_the_archive_says_nothing_of_the_machine_that_made_it(build: Made, tmp_path: Path) -> None:
    path = packing._tar(build(__version__), tmp_path / "a.tar.xz")
    with tarfile.open(path) as archive:
        members = archive.getmembers()
    assert {member.name.split("/")[0] for member in members} == {f"doorbraak-{__version__}"}
    assert {(member.uid, member.gid, member.uname, member.gname, member.mtime) for member in members} == {
        (0, 0, "", "", 0)
    }
    assert packing._tar(build("0.9.9"), tmp_path / "b.tar.xz").read_bytes() != path.read_bytes()


def test_that_nothing_is_signed_without_a_command_and_a_failing_one_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Doorbraak.exe"
    path.write_bytes(b"")
    monkeypatch.delenv(packing.SIGN, raising=False)
    assert not packing.sign(path)
    monkeypatch.setenv(packing.SIGN, f"'{sys.executable}' -c \"import sys; open(sys.argv[1], 'a').write('s')\"")
    assert packing.sign(path)
    assert path.read_text() == "s"
    monkeypatch.setenv(packing.SIGN, f'"{sys.executable}" -c "raise SystemExit(1)"')
    with pytest.raises(frozen.Failed, match="not signed"):
        packing.sign(path)


def test_that_the_file_type_is_known_by_the_bytes_that_the_program_writes() -> None:
    from doorbraak.model.exchange import container
    from doorbraak.model.handover import packet

    text = (run.ROOT / "release/linux/doorbraak-bestand.xml").read_text(encoding="utf-8")
    starts = {found.replace("\\n", "\n").encode() for found in re.findall(r'<match type="string" value="(.*?)"', text)}
    assert starts == {container.MAGIC, packet.MAGIC}
    assert re.findall(r'<glob pattern="(.*?)"', text) == [f"*{container.SUFFIX}"]
    assert container.SUFFIX == packet.SUFFIX


def test_that_the_windows_installer_asks_no_administrator_and_never_takes_data_away() -> None:
    text = (run.ROOT / "release/windows/doorbraak.iss").read_text(encoding="utf-8")
    assert "PrivilegesRequired=lowest" in text
    assert not re.search(r"^\[UninstallDelete\]", text, re.MULTILINE)
    assert "userappdata" not in text
    assert "localappdata" not in text
    assert re.search(r'shell\\open\\command".*Doorbraak\.exe"" --open ""%1"""', text)


def test_that_the_manual_names_what_the_system_has_to_have() -> None:
    text = (run.ROOT / "docs" / "handleiding" / "beheerder.md").read_text(encoding="utf-8")
    named = {word for line in text.splitlines() if line.startswith("    lib") for word in line.split()}
    assert named == set(libraries.of_the_system().values())


def test_that_what_the_build_brings_and_what_the_system_has_to_have_are_all_that_qt_needs() -> None:
    needed = {**run.QT_LIBRARIES, **run.X11_LIBRARIES}
    ours = {name for name in needed if libraries.goes_along(name)}
    assert ours | set(libraries.of_the_system()) == set(needed)
    assert not libraries.goes_along("libxcb.so.1")
    assert not libraries.goes_along("libGL.so.1")
    assert libraries.goes_along("libpython3.11.so.1.0")
    assert libraries.goes_along("libxkbcommon-x11.so.0")
    assert not libraries.goes_along("libxkbcommon.so.0")
