"""B: our start, memory and opening beside those of programs that people at such a desk know, on one unseen screen."""

import sys
from statistics import median
from subprocess import SubprocessError
from typing import NamedTuple

from tests.benchmarks import peers_once, peers_screen
from tests.benchmarks.peers_drawn import NotDrawn
from tests.benchmarks.peers_known import BARE, OURS, PEERS, Peer
from tests.benchmarks.peers_once import Home
from tests.benchmarks.row import Plan, Row

_ROUNDS = 5
_START = (
    "From the start of the process to the last change of the screen before a second of rest, without data; beside a "
    "bare PySide6 window, on one Xvfb with openbox. Each round starts all of them in turn, each from a fresh copy."
)
_MEMORY = "Proportional memory (PSS) of the program and all that it started, a second after its window was drawn."
_OPENING = (
    "From the start of the process to drawn data, without the typing of a passphrase, beside the start of a bare "
    "window: {rows} {what}. Not compared: what each does with its rows; what a passphrase costs (KeePassXC's "
    "is set to 0.1 s, ours is as always)."
)
_WHAT = {
    OURS.name: "households with all their records, encrypted, as the list of households",
    "KeePassXC": "entries of four fields, encrypted, as a list",
    "Gramps": "people with a birthday each, on its dashboard",
    "GnuCash": "bookings between ten accounts, as the list of accounts",
    "LibreOffice Calc": "rows of five cells",
}


class _Times(NamedTuple):
    started: list[float]
    megabytes: list[float]
    opened: list[float]


def measure(plan: Plan) -> list[Row]:
    all_of_them = (OURS, *PEERS[: plan.peers])
    lacking = peers_screen.missing() if sys.platform.startswith("linux") else ["an X11 screen"]
    if lacking:
        return [_missing(OURS, f"Not measured: {', '.join(lacking)} is not here.")]
    there = [BARE, *(peer for peer in all_of_them if not peer.missing)]
    times, refused = {peer.name: _Times([], [], []) for peer in there}, dict[str, str]()
    with peers_screen.screen(plan.folder) as screen:
        homes = {peer.name: _home(plan, at) for at, peer in enumerate(there)}
        for peer in there:
            try:
                peers_once.make(peer, screen, homes[peer.name], plan.households)
            except (NotDrawn, SubprocessError) as error:
                refused[peer.name] = f"Not measured: {type(error).__name__} while it was prepared."
        for _ in range(min(_ROUNDS, plan.processes)):
            for peer in there:
                if peer.name in refused:
                    continue
                try:
                    _once(peer, times[peer.name], screen, homes[peer.name])
                except NotDrawn:
                    refused[peer.name] = "Not measured: once it came to no drawn window."
    bare = times[BARE.name]
    if BARE.name in refused:
        return [_missing(OURS, refused[BARE.name])]
    rows = [Row("B-memory-bare", "memory, bare window", median(bare.megabytes), None, "MB", _MEMORY)]
    for peer in all_of_them:
        if peer.missing:
            rows.append(_missing(peer, f"{peer.name} is not on this machine."))
        elif peer.name in refused:
            rows.append(_missing(peer, refused[peer.name]))
        else:
            rows += _rows(peer, times[peer.name], bare.started, plan.households)
    return rows


def _home(plan: Plan, at: int) -> Home:
    return Home(plan.folder / f"prepared-{at}", plan.folder / f"home-{at}", plan.folder / "bytecode")


def _once(peer: Peer, times: _Times, screen: peers_screen.Screen, home: Home) -> None:
    started, megabytes = peers_once.start(peer, screen, home)
    times.started.append(started)
    times.megabytes.append(megabytes)
    if peer.opening is not None:
        times.opened.append(peers_once.opening(peer, screen, home))


def _rows(peer: Peer, times: _Times, floor: list[float], rows: int) -> list[Row]:
    goal = 1.35 if peer is OURS else None
    opening = _OPENING.format(rows=rows, what=_WHAT[peer.name])
    word = peer.program if peer is not OURS else "ours"
    return [
        _ratio(f"B-start-{word}", f"start, {peer.name}", times.started, floor, goal, _START),
        Row(f"B-memory-{word}", f"memory, {peer.name}", median(times.megabytes), None, "MB", _MEMORY),
        _ratio(f"B-open-{word}", f"start and open data, {peer.name}", times.opened, floor, None, opening),
    ]


def _ratio(id_: str, name: str, samples: list[float], floor: list[float], goal: float | None, how: str) -> Row:
    value = median(one / bare for one, bare in zip(samples, floor, strict=True))
    return Row(id_, name, value, goal, "x", how, 1000 * median(samples), 1000 * median(floor))


def _missing(peer: Peer, why: str) -> Row:
    word = peer.program if peer is not OURS else "ours"
    return Row(f"B-start-{word}", f"start, {peer.name}", None, None, "x", why)
