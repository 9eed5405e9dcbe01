"""What was written down as a step and as a task too: the card says it once."""

import re

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier.dossier import Dossier

_WORD = re.compile(r"\w{4,}")
_SMALL = frozenset(("voor", "naar", "over", "door", "deze", "elke", "weer", "laten", "samen", "iedere", "alle", "haar"))


def told_twice(dossier: Dossier) -> frozenset[int]:
    """Open tasks that an open step says already: the same person, and nearly the same words."""
    steps = [step for step in dossier.steps if step.done_on is None]
    return frozenset(
        task.id
        for task in dossier.tasks
        if any(
            fold(step.lead) == fold(task.lead)
            and task.intervention in (None, step.intervention)
            and task.due in (None, step.due)
            and _alike(step.words, task.words)
            for step in steps
        )
    )


def _alike(one: str, other: str) -> bool:
    """Two thirds of the words that matter, and at least two."""
    words, others = ({word for word in _WORD.findall(fold(words)) if word not in _SMALL} for words in (one, other))
    return len(words & others) >= max(2, -(-2 * min(len(words), len(others)) // 3))
