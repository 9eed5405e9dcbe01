"""R2: every write, sync, rename and open fails once, in its turn; afterwards all is well and a sentence was said.

The calls of the system itself fail, by strace. Where that is not allowed a limit on the size of files makes writes
fail instead.
"""

import re
import resource
from collections import Counter
from pathlib import Path

from doorbraak.model.errors import UserError
from tests.faults import session, words
from tests.faults.forked import Answer, Child, Line, begin, can_trace, traced
from tests.faults.r1_kills import Known, fresh, program_of, without_faults
from tests.faults.row import Piece, Plan, Row, shared
from tests.faults.session import SESSIONS, Desk

WRITES = ("write", "pwrite64")
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "write": (WRITES, ("ENOSPC", "EIO")),
    "sync": (("fsync", "fdatasync"), ("EIO",)),
    "rename": (("rename", "renameat", "renameat2"), ("ENOSPC", "EIO")),
    "open": (("openat",), ("ENOSPC", "EIO")),
    "other": (("unlink", "unlinkat", "mkdir", "ftruncate"), ("EIO",)),
}
_CALLS = {call: kind for kind, (calls, _) in KINDS.items() for call in calls}
_TRACED = "trace=" + ",".join(_CALLS)
_LIMITS = (0, 100, 600, 1000, 3000, 5000, *range(8000, 900_000, 12_000))
ABSENT = "the call did not come"  # two copies in one second or in two: not every run is the same
TIMES = 3  # a step is tried again, as the sentence says


def writes(plan: Plan, part: int = 0, parts: int = 1) -> Row:
    """`part` of so many parts, for who shares the work otherwise."""
    tries: list[tuple[object, ...]] = []
    mine = list(SESSIONS)[part::parts]
    for turn, (name, calls) in enumerate(shared_counts(mine, plan.workers).items()):
        if not calls:
            tries += [(name, "limit", "", limit) for limit in _LIMITS[:: plan.every]]
        seen: Counter[str] = Counter()
        of_kind: Counter[str] = Counter()
        for call in calls:
            seen[call] += 1
            kind = _CALLS[call]
            of_kind[kind] += 1
            if of_kind[kind] <= plan.writes and of_kind[kind] % plan.every == min(1, plan.every - 1):
                errors = KINDS[kind][1]
                if kind in (
                    "write",
                    "open",
                ):  # so many: they take turns, and in the next session the other one is first
                    errors = (errors[(turn + of_kind[kind] // plan.every) % len(errors)],)
                tries += [(name, call, error, seen[call]) for error in errors]
    found = shared(work, tries, plan.workers)
    wrong = [said for said in found if not said.endswith(ABSENT)]
    counted = Counter(_CALLS.get(str(call), "limit") for _, call, _, _ in tries)
    notes = ", ".join(f"{number} x {kind}" for kind, number in counted.items())
    if "limit" in counted:
        notes += "; strace may not be used here: a limit on the size of files instead"
    tried = len(tries) - (len(found) - len(wrong))
    return Row("R2", "each write, sync, rename and open fails once", tried, tuple(wrong), (notes,))


def shared_counts(names: list[str], workers: int) -> dict[str, list[str]]:
    """The calls of each session in their order, as a process of its own counted them."""
    found: dict[str, list[str]] = {name: [] for name in names}
    for line in shared(count, [(name,) for name in names], workers):
        name, _, calls = line.partition(": ")
        found[name] = calls.split()
    return found


def count(piece: Piece) -> list[str]:
    place = Path(piece.folder)
    if not can_trace(place):
        return []
    return [f"{name}: {' '.join(_calls(place, str(name)))}" for (name,) in piece.tries]


def _calls(place: Path, name: str) -> list[str]:
    without_faults(place, name)  # what it has to load is loaded
    log = place / "strace"
    child = begin(lambda line: _play(line, fresh(place, name), name, None), place / "gezegd")
    with traced(child, log, "-e", _TRACED):
        answers = list(child.answers())
    child.end()
    assert answers[-1] == {"end": True}, answers
    return [call for call in re.findall(r"^(\w+)\(", log.read_text(errors="replace"), re.MULTILINE) if call in _CALLS]


def work(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    known: dict[str, Known] = {}
    for name, call, error, at in piece.tries:
        assert isinstance(name, str)
        if name not in known:
            known[name] = without_faults(place, name)
        said = failed_once(place, name, known[name], str(call), str(error), int(str(at)))
        if said:
            wrong.append(f"{name}, {call} {at} {error}: {said}")
    return wrong


def failed_once(place: Path, name: str, known: Known, call: str, error: str, at: int) -> str:
    folder, said, log = fresh(place, name), place / "gezegd", place / "strace"
    said.unlink(missing_ok=True)
    child = begin(lambda line: _play(line, folder, name, known, at if call == "limit" else None), said)
    if call == "limit":
        child.go()
        answers = list(child.answers())
    else:
        answers = _with_fault(child, log, call, f"inject={call}:error={error}:when={at}")
        if "INJECTED" not in log.read_text(errors="replace"):
            return ABSENT
    code = child.end()
    return _wrong_answers(answers, folder, code, said) or session.wrong_at_rest(
        folder, _secrets(answers), {known.contents[_last(answers)]}, program_of(name)
    )


def _with_fault(child: Child, log: Path, call: str, inject: str) -> list[Answer]:
    with traced(child, log, "-e", f"trace={call}", "-e", inject):
        return list(child.answers())


def _play(line: Line, folder: Path, name: str, known: Known | None, limit: int | None = None) -> None:
    """Every step until it is done; what is refused is tried again. Tells each sentence, and how far it came."""
    line.wait()
    desk = Desk(folder)
    for at, step in enumerate(SESSIONS[name], 1):
        for _ in range(TIMES):
            if limit is not None:
                _limit(limit)
            try:
                step(desk, at)
                break
            except UserError as error:
                line.tell(refused=error.sentence, step=step.__name__)
            finally:
                if limit is not None:
                    _limit(None)
            limit = None  # once
            if known is not None and desk.store is not None and not desk.store.closed:
                now = session.content(desk.store)
                if now not in known.contents[at - 1 : at + 1]:
                    line.tell(half=step.__name__)
                    return
                if now == known.contents[at] != known.contents[at - 1]:  # written, and only then refused
                    desk.store.close()
                    line.tell(secrets=desk.secrets, last=at)
                    line.tell(end=True)
                    return
        else:
            line.tell(never=step.__name__)
            return
    for sentence in desk.said:
        line.tell(refused=sentence, step="close")
    line.tell(secrets=desk.secrets, last=len(SESSIONS[name]))
    line.tell(end=True)


def _limit(size: int | None) -> None:
    """Writes past this many bytes of any file are refused by the system."""
    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most if size is None else size, most))


def _wrong_answers(answers: list[Answer], folder: Path, code: int, said: Path) -> str:
    for got in answers:
        for bad in ("crash", "half", "never"):
            if bad in got:
                return f"{bad}: {got[bad]}"
        if "refused" in got and (fault := words.fault_in(got["refused"], folder)):
            return f"at {got['step']}: {fault}"
    if code or not answers or answers[-1] != {"end": True}:
        return f"it ended with {code}"
    if said.exists() and said.stat().st_size:
        return f"it wrote: {said.read_text()[-500:]}"
    return ""


def _last(answers: list[Answer]) -> int:
    return next(int(got["last"]) for got in answers if "last" in got)


def _secrets(answers: list[Answer]) -> list[str]:
    return next(list(got["secrets"]) for got in answers if "secrets" in got)
