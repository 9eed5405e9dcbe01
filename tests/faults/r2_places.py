"""R2 again, with a real disk that is full, that becomes read-only, or a folder that is taken away."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from doorbraak.model.errors import UserError
from doorbraak.model.workspace.store import Store
from tests.faults import session, words
from tests.faults.row import Piece, Plan, Row, shared
from tests.faults.session import Desk

_IN_OUR_OWN = ["unshare", "--user", "--map-root-user", "--mount"]  # mounts that only this process sees
_LEFT = range(4, 1204, 40)  # KiB that are left: from nothing at all to a copy and a half
_STEPS = (session.add, session.rewrite, session.back_up, session.draft, session.undo, session.take_in, session.change)


def places(plan: Plan) -> Row:
    tries: list[tuple[object, ...]] = [("moved",), ("gone",)]
    notes = ()
    if may_mount():
        tries += [("full", left) for left in list(_LEFT)[:: 5 if plan.every > 1 else 1]]
        tries += [("read-only", steps) for steps in range(1, 6)]
    else:
        notes = ("no mounts allowed here: no full and no read-only disk",)
    wrong = shared(work, tries, plan.workers)
    return Row("R2", "a full disk, a read-only disk, a folder taken away", len(tries), tuple(wrong), notes)


def may_mount() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    script = "mount -t tmpfs -o size=64k none /mnt"
    return subprocess.run([*_IN_OUR_OWN, "sh", "-c", script], capture_output=True, check=False).returncode == 0


def work(piece: Piece) -> list[str]:
    """Each in a process of its own: a mount ends with it."""
    wrong = []
    for kind, *more in piece.tries:
        inside = _IN_OUR_OWN if kind in ("full", "read-only") else []
        folder = Path(piece.folder) / "plek"
        folder.mkdir(mode=0o700)
        command = [*inside, sys.executable, "-m", "tests.faults.r2_places", str(kind), str(folder), *map(str, more)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        if done.returncode or done.stderr or done.stdout != "well\n":
            wrong.append(f"{kind} {more}: {done.stdout.strip()} {done.stderr.strip()[-1500:]}")
        shutil.rmtree(folder)
    return wrong


def _mount(place: Path, *options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", *options, "none", str(place)], check=True)


def _refused(act: object, folder: Path) -> bool:
    """Whether it was refused, with a sentence that will do. Raises AssertionError for one that won't."""
    assert callable(act)
    try:
        act()
    except UserError as error:
        fault = words.fault_in(error.sentence, folder)
        assert not fault, fault
        return True
    return False


def full(place: Path, left: str) -> None:
    """Work on while so many KiB are left, then make room and go on."""
    _mount(place, "-o", "size=64m,mode=0700")
    desk = Desk(place / "werkmap")
    session.template(desk.folder)
    session.open_(desk, 0)
    used = shutil.disk_usage(place).used
    _room(place, used + int(left) * 1024)
    refused = 0
    for at in range(40):
        before = session.content(desk.opened())
        if _refused(lambda at=at: _STEPS[at % len(_STEPS)](desk, at), desk.folder):
            refused += 1
            assert session.content(desk.opened()) == before, "a refused step changed something"
    assert refused, "the disk was never full"
    wanted = session.content(desk.opened())
    session.close(desk, 0)  # without room for a copy: said, and nothing lost
    for sentence in desk.said:
        fault = words.fault_in(sentence, desk.folder)
        assert not fault, fault
    _room(place, 64 * 1024 * 1024)
    session.add(desk, 99)
    session.undo(desk, 99)
    session.back_up(desk, 99)
    session.close(desk, 0)
    _whole(desk, wanted)


def _room(place: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(place)], check=True)


def _whole(desk: Desk, wanted: str) -> None:
    said = session.wrong_at_rest(desk.folder, desk.secrets, {wanted})
    assert not said, said


def read_only(place: Path, steps: str) -> None:
    """The disk turns read-only while the workspace is open, as a failing disk does, and later is mended."""
    _mount(place, "-o", "mode=0700")
    desk = Desk(place / "werkmap")
    session.template(desk.folder)
    for at in range(int(steps)):
        session.add(desk, at)
    wanted = session.content(desk.opened())
    os.sync()
    options = ["mount", "-o", "remount,ro", str(place)]
    if subprocess.run(options, capture_output=True, check=False).returncode:  # busy: open for writing
        subprocess.run(["mount", "--bind", str(place), str(place)], check=True)
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        session.close(desk, 0)
        desk.store, desk.said = None, []
        assert _refused(desk.opened, desk.folder)
        subprocess.run(["mount", "-o", "remount,rw,bind", str(place)], check=True)
    else:
        for step in (session.add, session.back_up, session.draft, session.undo):
            assert _refused(lambda step=step: step(desk, 9), desk.folder), step.__name__
        subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
    session.add(desk, 10)
    session.undo(desk, 10)
    session.close(desk, 0)
    _whole(desk, wanted)


def moved(place: Path) -> None:
    """Another name for the folder while it is open: nothing is written where nobody would look."""
    desk = Desk(place / "werkmap")
    session.template(desk.folder)
    wanted = session.content(desk.opened())
    desk.folder.rename(place / "elders")
    for step in (session.add, session.draft, session.back_up):
        assert _refused(lambda step=step: step(desk, 1), desk.folder), step.__name__
    (place / "elders").rename(desk.folder)
    session.add(desk, 2)
    session.undo(desk, 2)
    session.close(desk, 0)
    _whole(desk, wanted)


def gone(place: Path) -> None:
    """The folder is removed while it is open: said at every step, and no folder of ours comes back by itself."""
    desk = Desk(place / "werkmap")
    session.template(desk.folder)
    store = desk.opened()
    shutil.rmtree(desk.folder)
    for step in (session.add, session.draft, session.back_up):
        assert _refused(lambda step=step: step(desk, 1), desk.folder), step.__name__
    problem = store.close()
    assert problem is not None
    fault = words.fault_in(problem.sentence, desk.folder)
    assert not fault, fault
    assert not desk.folder.exists()
    assert _refused(lambda: Store.open(desk.folder, session.PASSPHRASE, ()), desk.folder)


if __name__ == "__main__":
    {"full": full, "read-only": read_only, "moved": moved, "gone": gone}[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
    print("well")
