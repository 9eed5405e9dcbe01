"""Earlier cases that a doorbraak was laid beside: whether this one is equal or differs, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Verdict = Literal["equal", "differs"]
VERDICTS: tuple[Verdict, ...] = ("equal", "differs")
LONGEST = 2000

TABLE = columns.record_table(
    "comparison",
    columns.belongs_to("intervention"),
    columns.words("other"),
    columns.choice("verdict", VERDICTS, "never"),
    columns.words("why"),
    constraints=("UNIQUE (intervention, other)",),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`other`: which earlier case, as its household is called here ("Huishouden 14"), or a published one in words."""

    id: int
    intervention: int
    other: str
    verdict: Verdict
    why: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Comparison, ...]:
    return reading.records(store, TABLE, Comparison, household)


def write(store: Store, intervention: int, other: str, verdict: Verdict, *, why: str = "", noted: Noted = NOW) -> int:
    """In place of what was said about that case. Raises InputError without a case."""
    case = checks.needed(checks.line(other, "other"), "other", "Schrijf met welk geval je vergelijkt.")
    stored = {
        "verdict": checks.one_of(verdict, VERDICTS, "verdict"),
        "why": checks.paragraph(why, "why", most=LONGEST),
    }
    known = store.rows("SELECT id FROM comparison WHERE intervention = ? AND other = ?", [intervention, case])
    if known:
        store.update("comparison", known[0][0], **stored)
        return int(known[0][0])
    return store.insert("comparison", intervention=intervention, other=case, **stored, **values(noted))


def remove(store: Store, comparison: int) -> None:
    store.delete("comparison", comparison)
