"""The whole walk: from the very first start of the program to the figures that a manager opens.

Each part is played through the real windows with keys and mouse, on real encrypted files. Only what colleagues on other
laptops do is done for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from doorbraak.model.exchange import export_periods
from doorbraak.model.exchange.synthetic_laptops import Laptop
from tests.walk import after, coordination, first_start, other_laptops, sharing, visit
from tests.walk.hands import Hands, day

LAPTOPS = tuple(Laptop(number, "noord", 12) for number in range(1, 5))
"""Of colleagues: few, and enough for a publication that shows something."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left on the desk: the words of the papers by their title, what was copied, and the publication."""

    papers: dict[str, str]
    copied: str
    package: Path


def whole(hands: Hands, home: Path, today: date, laptops: Sequence[Laptop] = LAPTOPS) -> Outcome:
    """`home`: an empty folder, of somebody who has never started the program."""
    workspace, desk, leader = home / "Werkmap", home / "Bureau", home / "Werkmap coordinator"
    desk.mkdir()
    key, own, period = desk / "sleutel.json", desk / "uitwisseling.doorbraak", export_periods.last_quarter(today)
    first_start.first_start(hands, workspace)
    visit.whole(hands, day(today + timedelta(days=70)))
    papers, copied = after.whole(hands, desk, day(today))
    first_start.lock_and_unlock(hands)
    hands.window.close()
    coordination.coordinator_start(hands, leader, key)
    hands.window.close()
    spoken = sharing.whole(hands, workspace, key, own, day(period.first))
    hands.window.close()
    others = other_laptops.send(desk, key.read_bytes(), laptops, period, today)
    coordination.receive(hands, leader, own, spoken, others)
    package = coordination.publish(hands, desk)
    hands.window.close()
    coordination.manager(hands, package)
    hands.window.close()
    return Outcome(papers, copied, package)


def told(hands: Hands) -> str:
    """How many keys and clicks each part asked."""
    lines = [f"{part}: {keys} toetsen, {clicks} klikken" for part, (keys, clicks) in hands.counted.items()]
    keys, clicks = hands.total
    return "\n".join([*lines, f"Samen: {keys} toetsen, {clicks} klikken, {len(hands.camera.taken)} beelden"])
