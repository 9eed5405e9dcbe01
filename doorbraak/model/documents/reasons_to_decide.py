"""Why a doorbraak is asked for in at most five sentences, for who has a minute: sheet and letter say the same."""

from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import result
from doorbraak.model.documents.one_doorbraak import SEVERAL, OneDoorbraak
from doorbraak.model.documents.whole_sentences import MORE, both_ends
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import names
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.shortening import cut

MOST = 5
_ROOMY = 100
"""With fewer signs for a text there is no room to tell of a knot; the justification does."""
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
    """What was solved since is said to be solved."""
    if not doorbraak.problems:
        return ""
    still = [one for one in doorbraak.problems if one.solved_on is None]
    solved = len(doorbraak.problems) - len(still)
    first, *others = still or doorbraak.problems
    more = f" en nog {wording.count(len(others), 'probleem', 'problemen')}" if others else ""
    named = f"“{_name(first, doorbraak, most)}”{more}."
    if not still:
        return f"Vast zat: {named} Dat is opgelost."
    over = f" Opgelost: {wording.count(solved, 'ander probleem', 'andere problemen')}." if solved else ""
    return f"Vast zit: {named}{over}{_knot(doorbraak, most) if most >= _ROOMY else ''}"


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
    together = f" {SEVERAL}" if len(doorbraak.dossier.interventions) > 1 else ""
    return (f"{result(saving)}.{together}",) if saving.lines else ()


def _weighing(doorbraak: OneDoorbraak, most: int) -> str:
    """What we think of it, and as much as fits of what is against that and of its conditions."""
    words = doorbraak.part("weighing")
    if not words:
        return ""
    quoted = (f"“{part.strip()}”" if part.strip() else "" for part in both_ends(words, most).split(MORE))
    return f"Onze afweging: {f' {MORE} '.join(quoted).strip()}"


def _least(most: int) -> int:
    return min(_SHORT, 3 * most)
