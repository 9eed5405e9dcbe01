"""The rows as a table for README.md: ratios and sizes, with the command and the day. Times are left out."""

from collections.abc import Sequence
from datetime import date

from tests.benchmarks.row import Row

COMMAND = "make bench ARGS=--readme"
_RATIO = "x: how many times the least that any program must do for it, in turn in one run; medians."


def markdown(rows: Sequence[Row], today: date) -> str:
    """What was not measured is said below the table, as is what a row says."""
    lines = [
        f"Measured on {today.day} {today:%B %Y} with `{COMMAND}`. {_RATIO}",
        "",
        "| | measured | goal | |",
        "|---|---:|---:|---|",
        *(_line(row) for row in rows if row.value is not None),
    ]
    absent = [f"- {row.id}: {row.how}" for row in rows if row.value is None]
    return "\n".join([*lines, *(["", *absent] if absent else [])])


def _line(row: Row) -> str:
    goal = "" if row.goal is None else f"{row.goal:g} {row.unit}"
    missed = "missed" if row.ok is False else ""
    return f"| {row.id} {row.name} | {row.value:.2f} {row.unit} | {goal} | {missed} |"
