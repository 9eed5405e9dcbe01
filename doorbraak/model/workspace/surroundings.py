"""What around a workspace may go wrong soon: a clock that was set back, a disk that is nearly full."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.workspace import DATABASE

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store

BEHIND = timedelta(days=1)
LINES = 100
"""Of the access log are looked at: a clock that was ahead once is not spoken of for ever."""
ROOM = 200_000_000
TIMES = 5
"""A copy, its journal and what SQLite needs meanwhile are each as large as the file."""


def newest_line(store: "Store") -> datetime | None:
    """The latest moment among the last lines of the access log; None when none of them can be read."""
    found = []
    for (at,) in store.rows("SELECT at FROM access_log ORDER BY id DESC LIMIT ?", [LINES]):
        try:
            moment = datetime.fromisoformat(str(at))
        except ValueError:
            continue
        found.append(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return max(found, default=None)


def clock_behind(now: datetime, newest: datetime | None) -> str:
    """A sentence when the clock was set back by more than a day, else empty."""
    if newest is None or newest - now <= BEHIND:
        return ""
    return (
        f"De klok van deze laptop loopt achter. Volgens de klok is het {_day(now)}, maar in deze werkmap is al gewerkt "
        f"op {_day(newest)}. Of de klok liep toen voor. Je dossiers zijn veilig. De datums van kopieën, brieven en het "
        "logboek kloppen nu niet. Zet de klok goed en open de werkmap opnieuw."
    )


def _day(moment: datetime) -> str:
    here = moment.astimezone()
    return f"{here.day}-{here.month}-{here.year}"


def nearly_full(free: int, size: int) -> bool:
    """Said while the next copy still fits."""
    return free < max(ROOM, TIMES * size)


def disk_nearly_full(folder: Path) -> str:
    """A few words for the status line while there is little room at the workspace, else empty. Never raises."""
    try:
        free, size = shutil.disk_usage(folder).free, (folder / DATABASE).stat().st_size
    except OSError:
        return ""
    return f"Schijf bijna vol: nog {free // 1_000_000} MB. Maak ruimte vrij." if nearly_full(free, size) else ""
