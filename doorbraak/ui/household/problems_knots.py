"""Knots and the key problem in words. It shows what holds what; what comes first is the household's choice."""

from collections.abc import Mapping

from doorbraak.model.insight.knots import Knots

_MOST = 8  # circuits that are written out


def sentence(knots: Knots, called: Mapping[int, str]) -> str:
    """One line, or nothing when nobody waits. `called` gives the problems' names by id."""
    parts = []
    number = len(knots.circuits)
    if number:
        least = "Zeker " if knots.bounded else ""
        parts.append(f"{least}{number} {'knoop' if number == 1 else 'knopen'}.")
    if knots.key is not None:
        freed = len(knots.key.frees)
        others = "1 ander" if freed == 1 else f"{freed} andere"
        parts.append(f"Wat het meeste losmaakt: {called[knots.key.problem]}. Dat maakt {others} los.")
    return " ".join(parts)


def members(knots: Knots, called: Mapping[int, str]) -> str:
    """Each knot on a line, from its first problem back to itself; then what the key problem frees."""
    lines = [
        "Knoop: " + " wacht op ".join(called[id_] for id_ in (*circuit, circuit[0]))
        for circuit in knots.circuits[:_MOST]
    ]
    if len(knots.circuits) > _MOST:
        lines.append(f"En nog {len(knots.circuits) - _MOST} andere.")
    if knots.key is not None:
        lines.append("Komt los: " + ", ".join(called[id_] for id_ in knots.key.frees))
    return "\n".join(lines)
