"""Signals (knelpunten): what one wanted to do and was not allowed; what should change for all."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.barriers import RUNGS, Rung
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

Fixing = Literal["", "open", "busy", "done", "failed"]
FIXING: tuple[Fixing, ...] = ("", "open", "busy", "done", "failed")
"""How far this family is helped: "fix it"."""
Solving = Literal["", "told", "promised", "changed", "refused"]
SOLVING: tuple[Solving, ...] = ("", "told", "promised", "changed", "refused")
"""How far the rule itself is mended, for all: "solve it"."""
MOST_HOURS_E2 = 1_000_000
LONGEST = 2000
LONGEST_THEME = 80

TABLE = columns.record_table(
    "signal",
    columns.belongs_to("household"),
    columns.words("words"),
    columns.choice("rung", RUNGS, "counted"),
    columns.code("article", "counted"),
    columns.may_name("agency", "agency"),
    columns.may_name("intervention", "intervention"),
    columns.may_name("barrier", "barrier"),
    columns.words("theme"),
    columns.maybe_number("hours_e2", 0, MOST_HOURS_E2, "summed"),
    columns.maybe_number("lost_cents", 0, MOST_CENTS, "summed"),
    columns.choice("fixing", FIXING, "counted"),
    columns.choice("solving", SOLVING, "counted"),
    columns.words("proposal"),
    columns.words("told_to"),
    columns.maybe_day("told_on", "counted"),
    indexes=("agency", "intervention", "barrier"),
)


@dataclass(frozen=True, slots=True)
class Signal:
    """`rung` and `article`: what stood in the way; `proposal`: what should change; `told_to`: who knows, since when.

    `intervention` and `barrier`: of which doorbraak it came up. `theme`: a short name that equal signals of several
    households share. `hours_e2` (hundredths) and `lost_cents`: what it cost in all, as far as known.
    """

    id: int
    household: int
    words: str
    rung: Rung
    article: str
    agency: int | None
    intervention: int | None
    barrier: int | None
    theme: str
    hours_e2: int | None
    lost_cents: int | None
    fixing: Fixing
    solving: Solving
    proposal: str
    told_to: str
    told_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Signal, ...]:
    return reading.records(store, TABLE, Signal, household)


def add(
    store: Store, household: int, words: str, *, rung: Rung = "", article: str = "", agency: int | None = None,
    intervention: int | None = None, barrier: int | None = None, theme: str = "", hours_e2: int | None = None,
    lost_cents: int | None = None, fixing: Fixing = "", solving: Solving = "", proposal: str = "",
    told_to: str = "", told_on: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for an empty text, or a doorbraak, barrier or agency of another household."""
    links.same_household(store, household, agency=agency, intervention=intervention)
    _same_household(store, household, barrier)
    return store.insert(
        "signal",
        household=household,
        words=_words(words),
        rung=checks.one_of(rung, RUNGS, "rung"),
        article=checks.code(article, "article"),
        agency=agency,
        intervention=intervention,
        barrier=barrier,
        theme=_theme(theme),
        hours_e2=_hours(hours_e2),
        lost_cents=checks.cents(lost_cents, "lost_cents"),
        fixing=checks.one_of(fixing, FIXING, "fixing"),
        solving=checks.one_of(solving, SOLVING, "solving"),
        proposal=checks.paragraph(proposal, "proposal", most=LONGEST),
        told_to=checks.line(told_to, "told_to"),
        told_on=checks.day(told_on, "told_on"),
        **values(noted),
    )


def reword(store: Store, signal: int, words: str) -> None:
    store.update("signal", signal, words=_words(words))


def set_rung(store: Store, signal: int, rung: Rung) -> None:
    store.update("signal", signal, rung=checks.one_of(rung, RUNGS, "rung"))


def set_article(store: Store, signal: int, article: str) -> None:
    store.update("signal", signal, article=checks.code(article, "article"))


def set_agency(store: Store, signal: int, agency: int | None) -> None:
    links.same_household(store, links.household_of(store, "signal", signal), agency=agency)
    store.update("signal", signal, agency=agency)


def set_theme(store: Store, signal: int, theme: str) -> None:
    store.update("signal", signal, theme=_theme(theme))


def set_hours(store: Store, signal: int, hours_e2: int | None) -> None:
    store.update("signal", signal, hours_e2=_hours(hours_e2))


def set_lost(store: Store, signal: int, cents: int | None) -> None:
    store.update("signal", signal, lost_cents=checks.cents(cents, "lost_cents"))


def set_fixing(store: Store, signal: int, fixing: Fixing) -> None:
    store.update("signal", signal, fixing=checks.one_of(fixing, FIXING, "fixing"))


def set_solving(store: Store, signal: int, solving: Solving) -> None:
    store.update("signal", signal, solving=checks.one_of(solving, SOLVING, "solving"))


def set_proposal(store: Store, signal: int, proposal: str) -> None:
    store.update("signal", signal, proposal=checks.paragraph(proposal, "proposal", most=LONGEST))


def set_told_to(store: Store, signal: int, told_to: str) -> None:
    store.update("signal", signal, told_to=checks.line(told_to, "told_to"))


def set_told_on(store: Store, signal: int, on: date | None) -> None:
    store.update("signal", signal, told_on=checks.day(on, "told_on"))


def remove(store: Store, signal: int) -> None:
    store.delete("signal", signal)


def _theme(theme: str) -> str:
    return checks.line(theme, "theme", most=LONGEST_THEME)


def _hours(hours_e2: int | None) -> int | None:
    sentence = "Uren liggen tussen 0 en 10.000."
    return None if hours_e2 is None else checks.whole(hours_e2, "hours_e2", 0, MOST_HOURS_E2, sentence)


def _same_household(store: Store, household: int, barrier: int | None) -> None:
    if barrier is not None:
        (intervention,) = store.one("SELECT intervention FROM barrier WHERE id = ?", [barrier])
        links.same_household(store, household, intervention=intervention)


def _words(words: str) -> str:
    sentence = "Schrijf wat je wilde doen en wat niet mocht."
    return checks.needed(checks.paragraph(words, "words", most=LONGEST), "words", sentence)
