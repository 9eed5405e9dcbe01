"""One start of one program on the screen, from a fresh copy of its home; ends it afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import peers_drawn, peers_memory
from tests.benchmarks.own_process import PROJECT
from tests.benchmarks.peers_known import Peer
from tests.benchmarks.peers_screen import Screen

_A_PERSON_TYPES = 0.6  # seconds, in which a program may read ahead
_CLEAN = 20.0  # seconds to leave the screen empty
_LOCKS = ("**/.lock", "**/lock", "**/*.LCK", "**/*.LNK", "**/.~lock*")  # what a program that is ended leaves behind


@dataclass(frozen=True, slots=True)
class Home:
    """Where a prepared one lies, where each run has its copy, and where compiled modules are kept over all of them."""

    prepared: Path
    used: Path
    bytecode: Path


def make(peer: Peer, screen: Screen, home: Home, rows: int) -> None:
    """Settings and data, and what a first run makes by itself."""
    home.used.mkdir(parents=True)
    peer.prepare(home.used, rows, screen.environment(home.used))
    with _running(peer.begin(home.used), screen, home) as process:
        peers_drawn.seconds(screen, time.perf_counter(), peer.drawn)
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
    shutil.rmtree(home.used / "run")
    for pattern in _LOCKS:
        for lock in home.used.glob(pattern):
            lock.unlink()
    home.used.rename(home.prepared)


def start(peer: Peer, screen: Screen, home: Home) -> tuple[float, float]:
    """Seconds to the drawn window without data, and the megabytes that it holds then."""
    _fresh(home)
    begun = time.perf_counter()
    with _running(peer.begin(home.used), screen, home) as process:
        return peers_drawn.seconds(screen, begun, peer.drawn), peers_memory.megabytes(process.pid)


def opening(peer: Peer, screen: Screen, home: Home) -> float:
    """Seconds from the start of the process to drawn data, without those in which a passphrase is typed."""
    assert peer.opening is not None
    _fresh(home)
    begun = time.perf_counter()
    with _running(peer.opening(home.used), screen, home):
        if not peer.secret:
            return peers_drawn.seconds(screen, begun, peer.opened)
        first = peers_drawn.seconds(screen, begun, peer.drawn)
        screen.type(peer.secret)
        time.sleep(_A_PERSON_TYPES)
        return first + peers_drawn.seconds(screen, time.perf_counter(), peer.opened, lambda: screen.press("Return"))


def _fresh(home: Home) -> None:
    shutil.rmtree(home.used, ignore_errors=True)
    shutil.copytree(home.prepared, home.used)


@contextmanager
def _running(command: list[str], screen: Screen, home: Home) -> Iterator[subprocess.Popen[bytes]]:
    surroundings = screen.environment(home.used) | {"PYTHONPATH": str(PROJECT)}
    if command[0] == sys.executable:
        surroundings["PYTHONPYCACHEPREFIX"] = str(home.bytecode)
    with subprocess.Popen(
        command, env=surroundings, cwd=home.used, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            _end(process)
            _wait_for_empty(screen)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started: its session is its own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait_for_empty(screen: Screen) -> None:
    """Raises TimeoutError when something stays: the next one would be measured with it."""
    ends = time.perf_counter() + _CLEAN
    while peers_drawn.unlike(screen.pixels(), screen.ground):
        if time.perf_counter() > ends:
            raise TimeoutError("a window stayed on the screen")
        time.sleep(0.05)
