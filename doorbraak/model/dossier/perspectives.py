"""The doorbraak seen apart from four sides, each with a verdict, a reason and who gave it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Side = Literal["legal", "economic", "societal", "lifeworld"]
SIDES: tuple[Side, ...] = ("legal", "economic", "societal", "lifeworld")
Verdict = Literal["", "for", "conditions", "against"]
VERDICTS: tuple[Verdict, ...] = ("", "for", "conditions", "against")
LONGEST = 2000

TABLE = columns.record_table(
    "perspective",
    columns.belongs_to("intervention"),
    columns.choice("side", SIDES, "never"),
    columns.choice("verdict", VERDICTS, "never"),
    columns.words("reason"),
    columns.words("by_role"),
    columns.maybe_day("on_day", "never"),
)


@dataclass(frozen=True, slots=True)
class Perspective:
    """`by_role`: in which role somebody judged, on `on_day`."""

    id: int
    intervention: int
    side: Side
    verdict: Verdict
    reason: str
    by_role: str
    on_day: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Perspective, ...]:
    return reading.records(store, TABLE, Perspective, household)


def add(
    store: Store, intervention: int, side: Side, *, verdict: Verdict = "", reason: str = "", by_role: str = "",
    on_day: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    return store.insert(
        "perspective",
        intervention=intervention,
        side=checks.one_of(side, SIDES, "side"),
        verdict=checks.one_of(verdict, VERDICTS, "verdict"),
        reason=checks.paragraph(reason, "reason", most=LONGEST),
        by_role=checks.line(by_role, "by_role", most=100),
        on_day=checks.day(on_day, "on_day"),
        **values(noted),
    )


def set_side(store: Store, perspective: int, side: Side) -> None:
    store.update("perspective", perspective, side=checks.one_of(side, SIDES, "side"))


def set_verdict(store: Store, perspective: int, verdict: Verdict) -> None:
    store.update("perspective", perspective, verdict=checks.one_of(verdict, VERDICTS, "verdict"))


def set_reason(store: Store, perspective: int, reason: str) -> None:
    store.update("perspective", perspective, reason=checks.paragraph(reason, "reason", most=LONGEST))


def set_by_role(store: Store, perspective: int, by_role: str) -> None:
    store.update("perspective", perspective, by_role=checks.line(by_role, "by_role", most=100))


def set_day(store: Store, perspective: int, on: date | None) -> None:
    store.update("perspective", perspective, on_day=checks.day(on, "on_day"))


def remove(store: Store, perspective: int) -> None:
    store.delete("perspective", perspective)
