"""R1: kill -9 at a moment that chance draws, in every kind of session; then all that was answered has to be there."""

import random
import shutil
import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.creation import SLOTS
from tests.faults import made_up_step, session
from tests.faults.forked import Line, begin
from tests.faults.row import Piece, Plan, Row, shared
from tests.faults.session import SESSIONS, Desk

NEXT_DOOR = "migration"  # the session of a newer program


def kills(plan: Plan, first: int = 0) -> Row:
    """`first` is the seed of the first."""
    names = list(SESSIONS)
    tries = [(names[at % len(names)], first + at) for at in range(plan.kills)]
    wrong = shared(work, tries, plan.workers)
    late = [said for said in wrong if said.startswith("late")]
    wrong = [said for said in wrong if not said.startswith("late")]
    of_each = f"{plan.kills // len(names)} or more of each: {', '.join(names)}"
    return Row(
        "R1", "kill -9 at a random moment", plan.kills, tuple(wrong), (of_each, f"{len(late)} just after the end")
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What a run without faults came to: content and newest secret before the first step and after each."""

    contents: tuple[str, ...]
    secrets: tuple[str, ...]
    seconds: tuple[float, ...]


def program_of(name: str) -> session.Program:
    return made_up_step.program if name == NEXT_DOOR else nullcontext


def fresh(place: Path, name: str) -> Path:
    """A workspace to begin with; none for the session that makes it."""
    folder = place / "werkmap"
    shutil.rmtree(folder, ignore_errors=True)
    if name != "creation":
        if not (place / "voorbeeld").exists():
            session.template(place / "voorbeeld")
        shutil.copytree(place / "voorbeeld", folder)
    return folder


def without_faults(place: Path, name: str) -> Known:
    """Also loads all that the session needs, so that the forked ones load nothing."""
    desk = Desk(fresh(place, name))
    beside, program = place / "ernaast", program_of(name)

    def now() -> str:
        if desk.store is not None:
            return session.content(desk.store)
        return session.content_at_rest(desk.folder, desk.secrets, beside, program)

    contents, secrets, seconds = [now()], [desk.secrets[0]], []
    for at, step in enumerate(SESSIONS[name], 1):
        began = time.perf_counter()
        step(desk, at)
        seconds.append(time.perf_counter() - began)
        contents.append(now())
        secrets.append(desk.secrets[0])
    assert not desk.said
    return Known(tuple(contents), tuple(secrets), tuple(seconds))


def work(piece: Piece) -> list[str]:
    place, known, wrong = Path(piece.folder), {}, []
    for name, seed in piece.tries:
        assert isinstance(name, str)
        assert isinstance(seed, int)
        if name not in known:
            known[name] = without_faults(place, name)
        said = killed_once(place, name, known[name], random.Random(seed))
        if said:
            wrong.append(f"late {seed}" if said == "late" else f"{name}, seed {seed}: {said}")
    return wrong


def killed_once(place: Path, name: str, known: Known, chance: random.Random) -> str:
    """What is wrong afterwards; "late" when it had ended before."""
    folder, steps = fresh(place, name), SESSIONS[name]

    def act(line: Line) -> None:
        desk = Desk(folder)
        for at, step in enumerate(steps, 1):
            step(desk, at)
            line.tell(done=at, code=desk.code)

    last = chance.randrange(len(steps))  # answered before the kill; then a moment within the next
    said = place / "gezegd"
    child = begin(act, said)
    answers = [child.answer() for _ in range(last)]
    time.sleep(known.seconds[last] * chance.random() * 1.1)
    child.kill()
    answers += list(child.answers())
    if child.end() == 0:
        return "late"
    crash = next((got["crash"] for got in answers if got is None or "crash" in got), "")
    if crash or said.stat().st_size:
        return f"it failed by itself: {crash or said.read_text()[-500:]}"
    done = len(answers)
    code = answers[-1]["code"] if answers else ""
    return wrong_after(folder, name, known, done, code)


def wrong_after(folder: Path, name: str, known: Known, done: int, code: str) -> str:
    """`done` steps were answered: all of those are there, and of the next all or nothing."""
    allowed = set(known.contents[done : done + 2])
    possible = list(dict.fromkeys(reversed(known.secrets[done : done + 2])))
    if name == NEXT_DOOR:
        said = old_program_opens(folder, allowed)
        if said:
            return said
    said = session.wrong_at_rest(folder, possible, allowed, program_of(name))
    under_way = SESSIONS[name][done] if done < len(SESSIONS[name]) else None
    if not said and code and under_way not in (session.renew, session.new_code):
        try:
            keys.unwrap(keys.read(folder / SLOTS), code)
        except UserError:
            return "the recovery code does not open it"
    return said


def old_program_opens(folder: Path, allowed: set[str]) -> str:
    """As long as the newer program was not done, ours opens the file, on a copy so that both can be asked."""
    beside = folder.with_name("ernaast")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(folder, beside)
    if made_up_step.version_in(beside) >= made_up_step.VERSION:
        return ""
    said = session.wrong_at_rest(beside, [session.PASSPHRASE], allowed)
    return f"with the old program: {said}" if said else ""
