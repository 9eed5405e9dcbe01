"""Why a doorbraak is asked for in at most five sentences, for who has a minute: sheet and letter say the same."""

from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import result
from doorbraak.model.documents.one_doorbraak import OneDoorbraak
from doorbraak.model.documents.whole_sentences import MORE, first_sentences
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import names
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.shortening import cut

MOST = 5
_SHORT = 70
"""What the household says, and the name of a problem, are cut last."""


def reasons_of(doorbraak: OneDoorbraak, most: int, weighing: int | None = None) -> tuple[str, ...]:
    """What they want, what is stuck, what threatens, what it saves, and the weighing; texts of `most` signs.

    `weighing`: how many signs that one may have when it is another number; with 0 it stands elsewhere, with the sum.
    """
    found = [_wish(doorbraak, most), _stuck(doorbraak, most), _threat(doorbraak, most)]
    if weighing != 0:
        found += [*_sum_of(doorbraak), _weighing(doorbraak, weighing or most)]
    said = tuple(one for one in found if one)
    return said[:MOST] or ("Nog niet ingevuld: waarom dit nodig is.",)


def _wish(doorbraak: OneDoorbraak, most: int) -> str:
    return f"Het huishouden wil: “{cut(doorbraak.goals[0].words, max(most, _least(most)))}”" if doorbraak.goals else ""


def _stuck(doorbraak: OneDoorbraak, most: int) -> str:
    if not doorbraak.problems:
        return ""
    first, *others = doorbraak.problems
    more = f" en nog {wording.count(len(others), 'probleem', 'problemen')}" if others else ""
    return f"Vast zit: “{_name(first, doorbraak, most)}”{more}.{_knot(doorbraak, most)}"


def _knot(doorbraak: OneDoorbraak, most: int) -> str:
    """The shortest circle with one of these problems in it, by name: only what waits in it is said to wait."""
    ids = {one.id for one in doorbraak.problems}
    found = next((one for one in knots_of(doorbraak.dossier.problems).circuits if not ids.isdisjoint(one)), ())
    if not found:
        return ""
    at = next(at for at, id_ in enumerate(found) if id_ in ids)
    known = {one.id: one for one in doorbraak.dossier.problems}
    first, *others = (f"“{_name(known[id_], doorbraak, most)}”" for id_ in (*found[at:], *found[:at]))
    if len(others) == 1:
        return f" In een knoop: {first} en {others[0]} wachten op elkaar."
    rest = wording.count(len(others) - 1, "ander probleem", "andere problemen")
    return f" In een knoop: {first} wacht op {others[0]}. Dat wacht, via {rest}, weer op het eerste."


def _name(problem: Problem, doorbraak: OneDoorbraak, most: int) -> str:
    return cut(names.problem_name(problem, doorbraak.catalogue), max(most // 2, _least(most)))


def _threat(doorbraak: OneDoorbraak, most: int) -> str:
    if not doorbraak.threats:
        return ""
    first = doorbraak.threats[0]
    name = cut(names.event_name(first, doorbraak.catalogue), _least(most))
    chances = f"{wording.percent(first.chance_threatening)} kans, met het plan {wording.percent(first.chance_plan)}"
    return f"Er dreigt “{name}” rond {wording.day(first.expected_on)}: {chances}."


def _sum_of(doorbraak: OneDoorbraak) -> tuple[str, ...]:
    saving = doorbraak.sources.saving
    return (f"{result(saving)}.",) if saving.lines else ()


def _weighing(doorbraak: OneDoorbraak, most: int) -> str:
    words = doorbraak.part("weighing")
    if not words:
        return ""
    shown = first_sentences(words, most)
    whole = shown.removesuffix(MORE).rstrip()
    return f"Onze afweging: “{whole}”{f' {MORE}' if whole != shown else ''}"


def _least(most: int) -> int:
    return min(_SHORT, 3 * most)
