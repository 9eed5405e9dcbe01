"""The rows of the bench in a short form: that they measure something, never how long it takes."""

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import ROWS, run
from tests.benchmarks.for_readme import COMMAND, markdown
from tests.benchmarks.row import Plan, Row, as_json, p95, ratio, table

SHORT = Plan(Path(), pairs=1, processes=1, edits=2, households=2, names=5, peers=0)


@pytest.mark.parametrize("id_", ROWS)
def test_that_each_row_measures_something(id_: str, tmp_path: Path) -> None:
    rows = run([id_], replace(SHORT, folder=tmp_path))
    assert [row.id.split("-")[0] for row in rows] == [id_] * len(rows)
    assert rows
    for row in rows:
        assert set(as_json(row)) >= {"id", "value", "goal", "ok", "how"}
        if row.value is None:  # what needs something that is not on every machine says so
            assert id_ in ("B", "P12")
            assert row.how
            continue
        assert math.isfinite(row.value)
        assert row.value > 0 or row.goal == 0
        assert row.goal is None or row.goal >= 0


def test_that_a_ratio_is_the_median_of_its_pairs() -> None:
    row = ratio("P0", "name", [(2.0, 1.0), (9.0, 3.0), (80.0, 1.0)], goal=2.5, how="how")
    assert (row.value, row.ok) == (3.0, False)
    assert (row.measured, row.floor) == (9000.0, 1000.0)


def test_that_a_goal_may_just_be_met_and_the_table_says_so() -> None:
    met, missed = Row("P1", "one", 5, 5, "ms", "how"), Row("P2", "two", 5.01, 5, "ms", "how")
    assert (met.ok, missed.ok) == (True, False)
    lines = table([met, missed]).splitlines()
    assert " yes" in lines[1]
    assert " NO" in lines[2]


def test_that_a_row_without_a_goal_or_a_value_is_not_judged() -> None:
    peer, absent = Row("B-one", "one", 5, None, "x", "how"), Row("B-two", "two", None, 1.35, "x", "not here")
    assert (peer.ok, absent.ok) == (None, None)
    assert as_json(absent)["value"] is None
    said = table([peer, absent])
    assert "yes" not in said
    assert "NO" not in said
    assert "not here" in said


def test_that_the_table_for_the_readme_names_ratio_goal_day_and_what_was_not_measured() -> None:
    rows = [
        Row("P1", "start", 1.5, 1.35, "x", "how", 300, 200),
        Row("B-memory-x", "memory", 80, None, "MB", "how"),
        Row("P12", "build", None, 220, "MB", "Not measured: no build."),
    ]
    lines = markdown(rows, date(2026, 11, 3)).splitlines()
    assert "3 November 2026" in lines[0]
    assert COMMAND in lines[0]
    assert "| P1 start | 1.50 x | 1.35 x | missed |" in lines
    assert "| B-memory-x memory | 80.00 MB |  |  |" in lines
    assert lines[-1] == "- P12: Not measured: no build."


def test_that_95_of_100_samples_lie_within_the_95th_percentile() -> None:
    assert p95([float(sample) for sample in range(100, 0, -1)]) == 95
    assert p95([7.0]) == 7
