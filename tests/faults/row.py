"""One line of what was tried, how much of everything a run does, and the processes that share the work."""

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """How often each thing is tried. `workers` is the number of processes."""

    kills: int
    writes: int  # the first so many write calls; one in `every` of them fails
    every: int
    damaged: int
    races: int
    starts: int
    day: int  # operations of a long day; none in the short form
    window: bool = True  # also what tests/test_canary.py does in the suite itself
    workers: int = field(default_factory=lambda: min(4, os.cpu_count() or 1))


FULL = Plan(kills=1000, writes=300, every=1, damaged=1000, races=200, starts=9, day=10_000)
SHORT = Plan(kills=100, writes=300, every=10, damaged=100, races=20, starts=3, day=0, window=False)
PLANS = {"short": SHORT, "full": FULL}


def chosen() -> Plan:
    """By the variable FAULTS: short (a tenth, as in the suite) or full. Raises KeyError for another word."""
    return PLANS[os.environ.get("FAULTS", "short")]


@dataclass(frozen=True, slots=True)
class Row:
    """`wrong` says of each try that ended badly what it was; `notes` is what can't be seen from the numbers."""

    id: str
    name: str
    tried: int
    wrong: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        ended = "all well" if not self.wrong else f"{len(self.wrong)} WRONG"
        if not self.tried:
            ended = "NOT TRIED"
        said = "; ".join(self.notes)
        return f"{self.id:<4}{self.name:<58}{self.tried:>7}  {ended}{f'  ({said})' if said else ''}"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one process does: its tries, and an empty folder for them."""

    folder: str
    tries: tuple[tuple[object, ...], ...]


def shared(work: Callable[[Piece], list[str]], tries: Sequence[tuple[object, ...]], workers: int) -> list[str]:
    """What went wrong in all tries, done by so many fresh processes. Each gets every so-manieth try."""
    workers = min(workers, len(tries)) or 1
    with tempfile.TemporaryDirectory(prefix="doorbraak-faults-", dir=place()) as folder:
        pieces = []
        for at in range(workers):
            own = Path(folder) / str(at)
            own.mkdir()
            pieces.append(Piece(str(own), tuple(tries[at::workers])))
        fresh = multiprocessing.get_context("spawn")  # without threads and without Qt: they fork in turn
        with ProcessPoolExecutor(workers, mp_context=fresh) as pool:
            return [said for found in pool.map(work, pieces) for said in found]


def place() -> str | None:
    """A disk in memory where there is one: the order of the writes is what is tried here, not the disk."""
    shm = Path("/dev/shm")  # noqa: S108 - the tries have a folder of their own in it
    return str(shm) if sys.platform == "linux" and shm.is_dir() and os.access(shm, os.W_OK) else None
