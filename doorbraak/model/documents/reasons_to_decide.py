"""Why a doorbraak is asked for in at most five sentences, for who has a minute: sheet and letter say the same."""

from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import result
from doorbraak.model.documents.fridge_card_words import cut
from doorbraak.model.documents.one_doorbraak import OneDoorbraak, on_one_line
from doorbraak.model.insight import names
from doorbraak.model.insight.knots import knots_of

MOST = 5
_SHORT = 70
"""What the household says, and the name of a problem, are cut last."""


def reasons_of(doorbraak: OneDoorbraak, most: int) -> tuple[str, ...]:
    """What they want, what is stuck, what threatens, what it saves, and the weighing; texts of `most` signs."""
    found = (_wish(doorbraak, most), _stuck(doorbraak, most), _threat(doorbraak, most), *_sum_of(doorbraak),
             _weighing(doorbraak, most))  # fmt: skip
    said = tuple(one for one in found if one)
    return said[:MOST] or ("Nog niet ingevuld: waarom dit nodig is.",)


def _wish(doorbraak: OneDoorbraak, most: int) -> str:
    return f"Het huishouden wil: “{_cut(doorbraak.goals[0].words, max(most, _least(most)))}”" if doorbraak.goals else ""


def _stuck(doorbraak: OneDoorbraak, most: int) -> str:
    if not doorbraak.problems:
        return ""
    first, *others = doorbraak.problems
    name = _cut(names.problem_name(first, doorbraak.catalogue), max(most // 2, _least(most)))
    more = f" en nog {wording.count(len(others), 'probleem', 'problemen')}" if others else ""
    ids = {one.id for one in doorbraak.problems}
    knotted = any(not ids.isdisjoint(circuit) for circuit in knots_of(doorbraak.dossier.problems).circuits)
    return f"Vast zit: “{name}”{more}{', in een knoop' if knotted else ''}."


def _threat(doorbraak: OneDoorbraak, most: int) -> str:
    if not doorbraak.threats:
        return ""
    first = doorbraak.threats[0]
    name = _cut(names.event_name(first, doorbraak.catalogue), _least(most))
    chances = f"{wording.percent(first.chance_threatening)} kans, met het plan {wording.percent(first.chance_plan)}"
    return f"Er dreigt “{name}” rond {wording.day(first.expected_on)}: {chances}."


def _sum_of(doorbraak: OneDoorbraak) -> tuple[str, ...]:
    saving = doorbraak.sources.saving
    return (f"{result(saving)}.",) if saving.lines else ()


def _weighing(doorbraak: OneDoorbraak, most: int) -> str:
    words = doorbraak.part("weighing")
    return f"Onze afweging: “{_cut(words, most)}”" if words else ""


def _least(most: int) -> int:
    return min(_SHORT, 3 * most)


def _cut(words: str, most: int) -> str:
    return cut(on_one_line(words), most)
