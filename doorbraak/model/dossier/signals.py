"""Signals (knelpunten): what one wanted to do and was not allowed; what should change for all."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.barriers import RUNGS, Rung
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

LONGEST = 2000

TABLE = columns.record_table(
    "signal",
    columns.belongs_to("household"),
    columns.words("words"),
    columns.choice("rung", RUNGS, "counted"),
    columns.code("article", "counted"),
    columns.may_name("agency", "agency"),
    columns.words("proposal"),
    columns.words("told_to"),
    columns.maybe_day("told_on", "counted"),
    indexes=("agency",),
)


@dataclass(frozen=True, slots=True)
class Signal:
    """`rung` and `article`: what stood in the way; `proposal`: what should change; `told_to`: who knows, since when."""

    id: int
    household: int
    words: str
    rung: Rung
    article: str
    agency: int | None
    proposal: str
    told_to: str
    told_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Signal, ...]:
    return reading.records(store, TABLE, Signal, household)


def add(
    store: Store, household: int, words: str, *, rung: Rung = "", article: str = "", agency: int | None = None,
    proposal: str = "", told_to: str = "", told_on: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for an empty text."""
    links.same_household(store, household, agency=agency)
    return store.insert(
        "signal",
        household=household,
        words=_words(words),
        rung=checks.one_of(rung, RUNGS, "rung"),
        article=checks.code(article, "article"),
        agency=agency,
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


def set_proposal(store: Store, signal: int, proposal: str) -> None:
    store.update("signal", signal, proposal=checks.paragraph(proposal, "proposal", most=LONGEST))


def set_told_to(store: Store, signal: int, told_to: str) -> None:
    store.update("signal", signal, told_to=checks.line(told_to, "told_to"))


def set_told_on(store: Store, signal: int, on: date | None) -> None:
    store.update("signal", signal, told_on=checks.day(on, "told_on"))


def remove(store: Store, signal: int) -> None:
    store.delete("signal", signal)


def _words(words: str) -> str:
    sentence = "Schrijf wat je wilde doen en wat niet mocht."
    return checks.needed(checks.paragraph(words, "words", most=LONGEST), "words", sentence)
