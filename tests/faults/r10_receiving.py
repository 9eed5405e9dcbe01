"""R10: exchange files that were changed on purpose, come twice or in any order; a kill or a failing write meanwhile.

Whatever is refused leaves the coordinator's workspace as it was, and a file that was acknowledged is there.
"""

import hashlib
import json
import random
import re
import resource
import shutil
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
from nacl.public import PublicKey, SealedBox
from nacl.signing import SigningKey

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import container, coordinator, opening_box, payload, receiving
from doorbraak.model.exchange.payload import Payload
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.faults import session, words
from tests.faults.forked import Line, begin
from tests.faults.r7_damage import spoiled
from tests.faults.row import Piece, Plan, Row, shared
from tests.model.exchange.coordination import DAY, Laptop, begun, believed, content_of, merged

MOST_SECONDS, MOST_MEGABYTES = 2.0, 300
LAPTOPS = tuple(Laptop(number) for number in range(1, 6))
WAYS = ("outside", "compressed", "canonical", "shape", "other")
"""What is changed: the sealed bytes; those under the signature; the JSON's bytes; a value in it; or all is made up."""
_PER_DAMAGE = 10  # of these a process tries a thousand in a minute
_LIMITS = tuple(range(0, 400_000, 4000))


def mutated(plan: Plan) -> Row:
    tries = [(WAYS[at % len(WAYS)], at) for at in range(_PER_DAMAGE * plan.damaged)]
    said = shared(_mutated, tries, plan.workers)
    wrong = tuple(one for one in said if not one.startswith("most "))
    most = max((int(one.split()[1]) for one in said if one.startswith("most ")), default=0)
    notes = f"of 5 kinds; {most} MB at most, and none longer than {MOST_SECONDS:.0f} s"
    return Row("R10", "a changed exchange file is refused, or is a good one", len(tries), wrong, (notes,))


def orders(plan: Plan) -> Row:
    wrong = shared(_orders, [(at,) for at in range(plan.races)], plan.workers)
    return Row("R10", "files in any order and twice: the same is merged", plan.races, tuple(wrong))


def kills(plan: Plan) -> Row:
    tries = [(at,) for at in range(plan.kills // 5)]
    said = shared(_kills, tries, plan.workers)
    wrong = tuple(one for one in said if not one.startswith("late"))
    return Row("R1", "kill -9 while files are received", len(tries), wrong, (f"{len(said) - len(wrong)} just after",))


def writes(plan: Plan) -> Row:
    tries = [(limit,) for limit in _LIMITS[:: plan.every]]
    wrong = shared(_writes, tries, plan.workers)
    return Row("R2", "each write fails while files are received", len(tries), tuple(wrong), ("by a limit on files",))


# -- a coordinator with what it is sent -------------------------------------------------------------------


def _template(place: Path) -> tuple[Path, list[Path]]:
    """A closed workspace of which all senders are known, and their files: large, small, newer."""
    folder = place / "voorbeeld"
    store = begun(folder)
    believed(store, *LAPTOPS)
    one, other, third, fourth, fifth = LAPTOPS
    contents = [
        one.file(store, range(5)), one.file(store, range(11), sequence=2), other.file(store, range(3, 9)),
        third.file(store, range(20, 22)), fourth.file(store, range(22, 26)), fifth.file(store, range(30, 36)),
    ]  # fmt: skip
    store.close()
    paths = [place / f"{at}.doorbraak" for at in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
        path.chmod(0o600)
    return folder, paths


def _fresh(place: Path) -> Path:
    folder = place / "werkmap"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / "voorbeeld", folder)
    return folder


def _opened(folder: Path) -> Store:
    return coordinator.open_workspace(folder, PASSPHRASE, DAY)


def _state(store: Store) -> str:
    """Of what was received and what is merged of it: the same for the same files, whatever came between."""
    found = merged(store)
    rows = store.rows("SELECT sender, period, sequence, digest, content, small FROM received ORDER BY sender, period")
    cells = [(key, cell.entries, cell.tops, cell.changed) for key, cell in found.cells.items()]
    return hashlib.sha256(repr((found.senders, rows, cells)).encode()).hexdigest()[:16]


# -- changed files ----------------------------------------------------------------------------------------


def _most_megabytes() -> int:
    """Of this process. What getrusage says on Linux holds the peak of the process that began this one as well."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+)", status.read_text("ascii"))
        assert found
        return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * (1024 if sys.platform == "darwin" else 1))


def _mutated(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    folder, paths = _template(place)
    store = _opened(folder)
    box = opening_box.box_of(store)
    receiving.receive(store, paths, DAY)
    good = [LAPTOPS[0].payload(store, range(11), sequence=2), LAPTOPS[2].payload(store, range(20, 22))]
    before = content_of(store)
    for way, seed in piece.tries:
        chance = random.Random(int(str(seed)))
        content = _changed(str(way), chance, store, chance.choice(good), chance.choice(paths).read_bytes())
        said = _tried(store, box, content)
        if said == "good":
            before = content_of(store)
        elif said:
            wrong.append(f"{way}, seed {seed}: {said}")
    if content_of(store) != before:
        wrong.append("the database changed")
    if store.faults():
        wrong.append("integrity")
    store.close()
    most = _most_megabytes()
    if most > MOST_MEGABYTES:
        wrong.append(f"it took {most} MB")
    return [*wrong, f"most {most}"]


def _tried(store: Store, box: opening_box.Box, content: bytes) -> str:
    """What is wrong; "good" when chance made a file that is a good one."""
    changes, began, said = store.file.db.conn.total_changes, time.process_time(), ""
    try:
        receiving.take_in(store, box, content, DAY)
        said = "" if store.file.db.conn.total_changes == changes else "good"
    except UserError as error:
        if not error.sentence.endswith(".") or "niet" not in error.sentence:
            said = f"said {error.sentence!r}"
        if store.file.db.conn.total_changes != changes:
            said = "refused, and the database changed"
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        said = repr(error)[:300]
    if time.process_time() - began > MOST_SECONDS:
        said = f"it took more than {MOST_SECONDS} s"
    return said


def _changed(way: str, chance: random.Random, store: Store, made: Payload, content: bytes) -> bytes:
    if way == "outside":
        return spoiled(content, chance)
    laptop = next(one for one in LAPTOPS if one.id == made.sender)
    plain = payload.encode(made)
    if way == "compressed":
        compressed = spoiled(zlib.compress(plain, 9), chance)
    elif way == "canonical":
        compressed = zlib.compress(spoiled(plain, chance))
    elif way == "shape":
        compressed = zlib.compress(_reshaped(plain, chance))
    else:
        compressed = zlib.compress(_made_up(chance), 1)
    return _sealed(store, laptop, compressed, small=made.households < 5)


def _sealed(store: Store, laptop: Laptop, compressed: bytes, *, small: bool) -> bytes:
    signer = SigningKey(laptop.seed)
    box = SealedBox(PublicKey(coordinator.key_pairs(store)[0].public))
    step = next(step for step in container.STEPS if len(compressed) <= step)
    sealed = box.encrypt(bytes(signer.verify_key) + bytes(signer.sign(compressed.ljust(step, b"\0"))))
    start = container.MAGIC + bytes([container.VERSION])
    if not small:
        return start + b"g" + sealed
    return start + b"k" + bytes.fromhex(laptop.id) + b"\x02" + b"2026Q3" + sealed


_VALUES: tuple[object, ...] = (
    None, True, "", "x" * 5000, -1, 0, 1.5, 1e400, 10**30, 2**63, [], {}, [[]], "2026Q9", "a|b|c", "\u202e", "=1+1",
)  # fmt: skip


def _reshaped(plain: bytes, chance: random.Random) -> bytes:
    """One value somewhere is another one, is there twice, or is gone; or a token or cell changes places."""
    found = json.loads(plain)
    at = found
    while chance.random() < 0.8:
        inner = [one for one in (at.values() if isinstance(at, dict) else at) if isinstance(one, dict | list) and one]
        if not inner:
            break
        at = chance.choice(inner)
    name = chance.choice(list(at)) if isinstance(at, dict) else chance.randrange(len(at))
    ways: list[Callable[[], object]] = [
        lambda: at.__setitem__(name, chance.choice(_VALUES)),
        lambda: at.pop(name),
    ]
    if isinstance(at, list):
        ways += [lambda: at.insert(name, at[name]), at.reverse, lambda: chance.shuffle(at)]
    else:
        ways.append(lambda: at.__setitem__("extra", 1))
    chance.choice(ways)()
    words_ = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}
    return json.dumps(found, **words_).encode("utf-8", "surrogatepass")  # type: ignore[arg-type]


def _made_up(chance: random.Random) -> bytes:
    """Deep, huge, NaN, a name twice, no UTF-8, or nothing at all."""
    deep = chance.randrange(1000, 200_000)
    return chance.choice(
        (
            b"[" * deep, b'{"a":' * deep + b"1" + b"}" * deep, b'{"cells":' + b"[" * deep + b"]" * deep + b"}",
            b'{"households":NaN}', b'{"sequence":1,"sequence":2}', b'{"period":"\xff\xfe"}', b"", b"null", b"\0" * deep,
            b" " * 25_000_000, b'"' + b"x" * 21_000_000 + b'"', b'{"sequence":' + b"9" * deep + b"}",
            msgspec.json.encode([[["problems", "", [], [], 0]] * 50_000]),
        )
    )  # fmt: skip


# -- order, kills, failing writes -------------------------------------------------------------------------


def _orders(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    _, paths = _template(place)
    expected = ""
    for (seed,) in ((None,), *piece.tries):
        store = _opened(_fresh(place))
        order = (
            list(paths) if seed is None else random.Random(int(str(seed))).choices(paths, k=8) + _shuffled(paths, seed)
        )
        receiving.receive(store, order, DAY)
        found = _state(store)
        expected = expected or found
        before = content_of(store)
        receiving.receive(store, paths, DAY)
        if found != expected:
            wrong.append(f"{seed}: another order, another result")
        if content_of(store) != before:
            wrong.append(f"{seed}: receiving once more changed something")
        store.close()
    return wrong


def _shuffled(paths: list[Path], seed: object) -> list[Path]:
    return random.Random(int(str(seed)) + 1).sample(paths, len(paths))


def _states(place: Path, paths: list[Path]) -> list[str]:
    """Before the first file and after each, without faults. It also loads all that is needed."""
    store = _opened(_fresh(place))
    states = [_state(store)]
    for path in paths:
        receiving.receive(store, [path], DAY)
        states.append(_state(store))
    store.close()
    return states


def _kills(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    _, paths = _template(place)
    states = _states(place, paths)
    for (seed,) in piece.tries:
        said = _killed(place, paths, states, random.Random(int(str(seed))))
        if said:
            wrong.append(said if said == "late" else f"seed {seed}: {said}")
    return wrong


def _killed(place: Path, paths: list[Path], states: list[str], chance: random.Random) -> str:
    folder = _fresh(place)

    def act(line: Line) -> None:
        store = _opened(folder)
        line.tell(opened=True)
        receiving.receive(store, paths, DAY, told=lambda report, done, _: line.tell(done=done, outcome=report.outcome))
        line.tell(done=len(paths))
        store.close()

    child = begin(act, place / "gezegd")
    last = chance.randrange(len(paths))
    answers = [child.answer() for _ in range(1 + last)]
    time.sleep(0.02 * chance.random())  # within the next file
    child.kill()
    answers += list(child.answers())
    if child.end() == 0:
        return "late"
    crash = next((got["crash"] for got in answers if got is not None and "crash" in got), "")
    if crash:
        return f"it failed by itself: {crash}"
    done = max(int(got.get("done", 0)) for got in answers if got is not None)
    return _wrong_after(folder, set(states[done : done + 2]))


def _wrong_after(folder: Path, allowed: set[str]) -> str:
    try:
        store = _opened(folder)
    except UserError as error:
        return f"it does not open: {error.sentence}"
    try:
        if store.faults() or store.log_broken_at() is not None:
            return "the file or its log is broken"
        if _state(store) not in allowed:
            return "neither what was there before the file nor what is there after it"
    finally:
        problem = store.close()
    return problem.sentence if problem is not None else session.wrong_modes(folder)


def _writes(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    _, paths = _template(place)
    states = _states(place, paths)
    for (limit,) in piece.tries:
        said = _limited(place, paths, states[-1], int(str(limit)))
        if said:
            wrong.append(f"limit {limit}: {said}")
    return wrong


def _limited(place: Path, paths: list[Path], expected: str, limit: int) -> str:
    folder, said = _fresh(place), place / "gezegd"
    said.unlink(missing_ok=True)

    def act(line: Line) -> None:
        store = _opened(folder)
        before = _state(store)
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
        reports = receiving.receive(store, paths, DAY)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        if all(report.refused for report in reports) and _state(store) != before:
            line.tell(half=True)
        for report in reports:
            if report.refused and (fault := words.fault_in(report.sentence, folder)):
                line.tell(fault=fault)
        receiving.receive(store, paths, DAY)
        line.tell(state=_state(store))
        store.close()

    child = begin(act, said)
    answers = list(child.answers())
    code = child.end()
    if code or answers[-1:] != [{"state": expected}]:
        return f"it ended with {code}: {answers}"
    return str(answers[:-1]) if answers[:-1] else _wrong_after(folder, {expected})
