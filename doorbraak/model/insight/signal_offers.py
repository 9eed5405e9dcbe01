"""What could become a knelpunt and is none yet: barriers that stand, refusals, and what was not allowed."""

from dataclasses import dataclass
from typing import Any, Literal

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.barriers import Barrier, Rung
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.signals import LONGEST, Signal
from doorbraak.model.insight import names

From = Literal["barrier", "refusal", "own-words"]
FROM_NAMES: dict[From, str] = {"barrier": "Belemmering", "refusal": "Afgewezen doorbraak", "own-words": "Eigen woorden"}


@dataclass(frozen=True, slots=True)
class Offer:
    """`words` and `rung` become those of the signal; `intervention` and `barrier` say where it came up."""

    id: str
    came_from: From
    words: str
    rung: Rung
    intervention: int | None
    barrier: int | None

    def values(self) -> dict[str, Any]:
        """What `signals.add` takes, the household apart."""
        return {name: getattr(self, name) for name in ("words", "rung", "intervention", "barrier")}


def of_barrier(barrier: Barrier) -> Offer:
    return Offer(f"barrier {barrier.id}", "barrier", barrier.words, barrier.rung, barrier.intervention, barrier.id)


def made_of(barrier: int, signals: tuple[Signal, ...]) -> Signal | None:
    """The knelpunt that was made of this barrier."""
    return next((signal for signal in signals if signal.barrier == barrier), None)


def offers(dossier: Dossier, catalogue: Catalogue) -> tuple[Offer, ...]:
    """In the order in which they are asked: what stands in the way, what was refused, what the household said."""
    found = [
        of_barrier(one) for one in dossier.barriers if one.gone_on is None and made_of(one.id, dossier.signals) is None
    ]
    return (*found, *_refusals(dossier, catalogue), *_own_words(dossier))


def _refusals(dossier: Dossier, catalogue: Catalogue) -> tuple[Offer, ...]:
    told = {signal.intervention for signal in dossier.signals if signal.barrier is None}
    made = []
    for one in dossier.interventions:
        if one.status != "refused" or one.id in told:
            continue
        refused = (
            change.reason
            for change in reversed(dossier.statuses)
            if change.intervention == one.id and change.status == "refused"
        )
        why = next(refused, "")
        words = f"Afgewezen: {names.intervention_name(one, catalogue)}. {why}".strip()
        made.append(Offer(f"refusal {one.id}", "refusal", _short(words), "", one.id, None))
    return tuple(made)


def _own_words(dossier: Dossier) -> tuple[Offer, ...]:
    """A signal does not say from which own words it came: the same words are not offered again."""
    known = {fold(signal.words) for signal in dossier.signals}
    said = [(one.id, _short(one.words)) for one in dossier.own_words if one.question == "not-allowed"]
    return tuple(
        Offer(f"own-words {id_}", "own-words", words, "", None, None) for id_, words in said if fold(words) not in known
    )


def _short(words: str) -> str:
    """A signal holds less than own words or a reason may: the source keeps the whole."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
