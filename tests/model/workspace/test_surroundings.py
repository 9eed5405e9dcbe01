from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import household
from doorbraak.model.workspace import log, surroundings
from doorbraak.model.workspace.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(timedelta(days=-400), False), (timedelta(0), False), (timedelta(days=1), False), (timedelta(hours=25), True)],
)
def test_that_a_clock_is_behind_when_the_log_is_more_than_a_day_ahead(ahead: timedelta, said: bool) -> None:
    assert bool(surroundings.clock_behind(NOW, NOW + ahead)) is said
    assert surroundings.clock_behind(NOW, None) == ""


def test_that_the_sentence_tells_both_days_what_is_safe_and_what_to_do() -> None:
    said = surroundings.clock_behind(NOW, NOW + timedelta(days=40))
    assert "22-11-2026" in said
    assert "1-1-2027" in said
    assert "veilig" in said
    assert "Zet de klok goed" in said


def lines_at(store: Store, monkeypatch: pytest.MonkeyPatch, moment: str, times: int = 1) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(log, "now", lambda: moment)
        for _ in range(times):
            store.note("controleren", "werkmap")


def test_that_the_newest_line_is_found_whatever_was_written_after_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.change("Huishouden openen"):
        household.open_dossier(store, "Proef", opened=NOW.date())
    lines_at(store, monkeypatch, "2031-05-06T10:00:00+00:00")
    lines_at(store, monkeypatch, "2026-11-22T10:00:00+00:00", surroundings.LINES - 1)
    assert surroundings.newest_line(store) == datetime(2031, 5, 6, 10, tzinfo=UTC)


def test_that_a_clock_that_was_ahead_once_is_not_spoken_of_for_ever(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines_at(store, monkeypatch, "2031-05-06T10:00:00+00:00")
    lines_at(store, monkeypatch, "2026-11-22T10:00:00+00:00", surroundings.LINES)
    assert surroundings.newest_line(store) == datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_that_a_line_without_a_moment_is_passed_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    lines_at(store, monkeypatch, "zo laat als nu")
    lines_at(store, monkeypatch, "2031-05-06T10:00:00")
    assert surroundings.newest_line(store) == datetime(2031, 5, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("free", "size", "said"),
    [
        (199_999_999, 1, True),
        (200_000_000, 1, False),
        (200_000_000, 40_000_000, False),
        (200_000_000, 40_000_001, True),
        (0, 0, True),
    ],
)
def test_that_a_disk_is_nearly_full_while_the_next_copy_still_fits(free: int, size: int, said: bool) -> None:
    assert surroundings.nearly_full(free, size) is said


def test_that_room_that_can_not_be_asked_is_no_error(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert surroundings.disk_nearly_full(workspace / "weg") == ""
    monkeypatch.setattr(surroundings, "ROOM", 10**18)
    assert surroundings.disk_nearly_full(workspace).startswith("Schijf bijna vol: nog ")
