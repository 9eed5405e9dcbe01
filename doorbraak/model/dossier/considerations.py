"""The parts of the justification in words: the effects that are weighed, the three values, the weighing itself."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Part = Literal[
    "wanted-effect", "purpose-of-laws", "effects-short", "effects-long", "others-short", "others-long", "payer-short",
    "payer-long", "legal-test", "legitimacy", "involvement", "return", "weighing",
]  # fmt: skip
PARTS: tuple[Part, ...] = (
    "wanted-effect", "purpose-of-laws", "effects-short", "effects-long", "others-short", "others-long", "payer-short",
    "payer-long", "legal-test", "legitimacy", "involvement", "return", "weighing",
)  # fmt: skip
LONGEST = 4000

TABLE = columns.record_table(
    "consideration",
    columns.belongs_to("intervention"),
    columns.choice("part", PARTS, "never"),
    columns.words("words"),
    constraints=("UNIQUE (intervention, part)",),
)


@dataclass(frozen=True, slots=True)
class Consideration:
    """One part of a doorbraak's justification; a part that is not there is not written yet."""

    id: int
    intervention: int
    part: Part
    words: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Consideration, ...]:
    return reading.records(store, TABLE, Consideration, household)


def write(store: Store, intervention: int, part: Part, words: str, *, noted: Noted = NOW) -> None:
    """Put `words` in this part; an empty text takes the part away."""
    text = checks.paragraph(words, "words", most=LONGEST)
    there = store.rows("SELECT id FROM consideration WHERE intervention = ? AND part = ?", [intervention, part])
    if there and text:
        store.update("consideration", there[0][0], words=text)
    elif there:
        store.delete("consideration", there[0][0])
    elif text:
        store.insert(
            "consideration",
            intervention=intervention,
            part=checks.one_of(part, PARTS, "part"),
            words=text,
            **values(noted),
        )
