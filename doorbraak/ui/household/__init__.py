"""The pages of one household; importing this package lets each page enter itself."""

from doorbraak.ui.household import (
    breakthrough,
    costs,
    goals,
    grounds,
    household_file,
    letters,
    life,
    measurements,
    people,
    problems,
    sharing,
    signals,
    tasks,
    visits,
)

__all__ = [
    "breakthrough",
    "costs",
    "goals",
    "grounds",
    "household_file",
    "letters",
    "life",
    "measurements",
    "people",
    "problems",
    "sharing",
    "signals",
    "tasks",
    "visits",
]
