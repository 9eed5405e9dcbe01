"""Long work on the access log, in steps short enough to draw and to stop between."""

from collections.abc import Callable, Iterator
from itertools import islice

from doorbraak.model.documents import log_export
from doorbraak.model.workspace import log_reading
from doorbraak.model.workspace.log import Verdict
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.model.workspace.store import Store

Step = Callable[[], None]
_LINES = 1_000  # a twentieth of a second


def judging(store: Store, done: Callable[[Verdict], None]) -> Iterator[Step]:
    """Whether the log is whole. What is added meanwhile is read in the last step."""
    found, lines = log_reading.judging(store), log_reading.each(store)

    def last() -> None:
        found.take(lines)
        done(found.verdict())

    for _ in range(len(log_reading.all_ids(store)) // _LINES):
        yield lambda: found.take(islice(lines, _LINES))
    yield last


def writing(store: Store, wanted: Wanted, done: Callable[[log_export.Sheet], None]) -> Iterator[Step]:
    """The wanted lines on a sheet."""
    sheet, lines = log_export.Sheet(), log_reading.numbered(store, wanted)

    def last() -> None:
        sheet.add(lines)
        done(sheet)

    count, _ = log_reading.counts(store, wanted)
    for _ in range(count // _LINES):
        yield lambda: sheet.add(islice(lines, _LINES))
    yield last
