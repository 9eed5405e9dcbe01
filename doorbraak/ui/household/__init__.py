"""The pages of one household; importing this package lets each page enter itself."""

from doorbraak.ui.household import (
    board,
    breakthrough,
    costs,
    goals,
    grounds,
    household_file,
    letters,
    life,
    map,  # noqa: A004  (the page is called so)
    measurements,
    people,
    problems,
    sharing,
    signals,
    talk,
    tasks,
    today,
    visits,
)

__all__ = [
    "board",
    "breakthrough",
    "costs",
    "goals",
    "grounds",
    "household_file",
    "letters",
    "life",
    "map",
    "measurements",
    "people",
    "problems",
    "sharing",
    "signals",
    "talk",
    "tasks",
    "today",
    "visits",
]
