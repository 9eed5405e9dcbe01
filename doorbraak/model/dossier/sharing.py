"""Acts of sharing: what was told to whom, why, on which ground, and whether the household was told."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Ground = Literal["", "consent", "contract", "legal-obligation", "vital-interest", "public-task", "legitimate-interest"]
GROUNDS: tuple[Ground, ...] = (
    "", "consent", "contract", "legal-obligation", "vital-interest", "public-task", "legitimate-interest",
)  # fmt: skip
"""The six of article 6 lid 1 AVG, in its order; "" is not chosen yet."""
LONGEST = 1000

TABLE = columns.record_table(
    "sharing",
    columns.belongs_to("household"),
    columns.day("on_day", "never"),
    columns.may_name("agency", "agency"),
    columns.words("with_whom"),
    columns.words("what"),
    columns.words("why"),
    columns.choice("ground", GROUNDS, "never"),
    columns.code("law", "never"),
    columns.maybe_day("told_on", "never"),
    columns.words("why_untold"),
    indexes=("agency",),
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """`law`: which law gives the task or the duty.

    `told_on`: when the household was told; None is not yet, and `why_untold` says why.
    """

    id: int
    household: int
    on_day: date
    agency: int | None
    with_whom: str
    what: str
    why: str
    ground: Ground
    law: str
    told_on: date | None
    why_untold: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Sharing, ...]:
    return reading.records(store, TABLE, Sharing, household)


def add(
    store: Store, household: int, what: str, *, on_day: date, agency: int | None = None, with_whom: str = "",
    why: str = "", ground: Ground = "", law: str = "", told_on: date | None = None,
    why_untold: str = "", noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError when nothing says what was shared."""
    links.same_household(store, household, agency=agency)
    return store.insert(
        "sharing",
        household=household,
        on_day=checks.known_day(on_day, "on_day"),
        agency=agency,
        with_whom=checks.line(with_whom, "with_whom"),
        what=_what(what),
        why=checks.paragraph(why, "why", most=LONGEST),
        ground=checks.one_of(ground, GROUNDS, "ground"),
        law=checks.code(law, "law"),
        told_on=checks.day(told_on, "told_on"),
        why_untold=checks.paragraph(why_untold, "why_untold", most=LONGEST),
        **values(noted),
    )


def set_day(store: Store, act: int, on: date) -> None:
    store.update("sharing", act, on_day=checks.known_day(on, "on_day"))


def set_agency(store: Store, act: int, agency: int | None) -> None:
    links.same_household(store, links.household_of(store, "sharing", act), agency=agency)
    store.update("sharing", act, agency=agency)


def set_with_whom(store: Store, act: int, with_whom: str) -> None:
    store.update("sharing", act, with_whom=checks.line(with_whom, "with_whom"))


def set_what(store: Store, act: int, what: str) -> None:
    store.update("sharing", act, what=_what(what))


def set_why(store: Store, act: int, why: str) -> None:
    store.update("sharing", act, why=checks.paragraph(why, "why", most=LONGEST))


def set_ground(store: Store, act: int, ground: Ground) -> None:
    store.update("sharing", act, ground=checks.one_of(ground, GROUNDS, "ground"))


def set_law(store: Store, act: int, law: str) -> None:
    store.update("sharing", act, law=checks.code(law, "law"))


def set_told_on(store: Store, act: int, on: date | None) -> None:
    store.update("sharing", act, told_on=checks.day(on, "told_on"))


def set_why_untold(store: Store, act: int, why: str) -> None:
    store.update("sharing", act, why_untold=checks.paragraph(why, "why_untold", most=LONGEST))


def remove(store: Store, act: int) -> None:
    store.delete("sharing", act)


def _what(what: str) -> str:
    return checks.needed(checks.paragraph(what, "what", most=LONGEST), "what", "Schrijf wat er is gedeeld.")
