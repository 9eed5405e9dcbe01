"""Who pays and who wins: as a table, as bands for a picture, and in a sentence about the wrong pocket."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from doorbraak.model import money
from doorbraak.model.documents.reasons import sum_reason
from doorbraak.model.documents.result_table import Cell, Table, View, amount
from doorbraak.model.enumeration import listed
from doorbraak.model.insight import names
from doorbraak.model.insight.pockets import Purse, elsewhere, flows_of, purses_of
from doorbraak.model.insight.savings import LineSum, Saving, added
from doorbraak.model.insight.why import Part

Kind = Literal["direct", "prevented", "own"]
KINDS: dict[Kind, str] = {
    "direct": "Direct bespaard",
    "prevented": "Voorkomen",
    "own": "Doorbraak zelf",
}
NOTHING = "Nog niemand betaalt of wint: vul bij Kosten in wie wat betaalt."


@dataclass(frozen=True, slots=True)
class Stream:
    """A band of the picture: `cents` from payer to winner, below zero where it costs more."""

    payer: str
    winner: str
    kind: Kind
    cents: int


def streams_of(lines: Iterable[LineSum]) -> tuple[Stream, ...]:
    """What is zero is no band. Together they are the saving of these lines."""
    listed = tuple(lines)
    most = [one.id for one in purses_of(listed)]  # the largest on top, at both sides
    found = []
    for flow in sorted(flows_of(listed), key=lambda one: (most.index(one.payer) if one.payer in most else 99, one.own)):
        amounts = flow.amounts
        parts: tuple[tuple[Kind, int], ...] = (("direct", amounts.direct), ("prevented", amounts.prevented))
        if flow.own:
            parts = (("own", amounts.saving),)
        found += [Stream(flow.payer, flow.winner, kind, cents) for kind, cents in parts if cents]
    return tuple(found)


def pockets(saving: Saving, lines: Sequence[LineSum]) -> View:
    """Payer by winner, with direct, prevented and the doorbraak's own cost in rows of their own."""
    if not lines:
        return View(NOTHING, ())
    winners = sorted({row.winner for row in lines}, key=lambda id_: _name(id_, saving))
    payers = sorted({row.line.payer for row in lines}, key=lambda id_: _name(id_, saving))
    rows = []
    for payer in payers:
        for kind, words in KINDS.items():
            mine = [row for row in lines if row.line.payer == payer and _is(row, kind)]
            if mine:
                rows.append(_row(_name(payer, saving), words, kind, mine, winners, saving))
    for kind, words in KINDS.items():
        every = [row for row in lines if _is(row, kind)]
        if every and len(payers) > 1:
            rows.append(_row("Samen", words, kind, every, winners, saving))
    rows.append(_row("Samen", "Besparing", "saving", list(lines), winners, saving))
    header = ("Betaalt ↓ wint →", "Wat", *(_name(id_, saving) for id_ in winners), "Samen")
    table = Table("Wie betaalt, wie wint", header, tuple(rows), names=2, total=True)
    return View(_wrong_pocket(lines, saving), (table,), _purses(lines, saving))


def _row(
    payer: str, words: str, kind: Kind | Literal["saving"], lines: Sequence[LineSum], winners: Sequence[str],
    saving: Saving,
) -> tuple[Cell, ...]:  # fmt: skip
    part: Part = "saving" if kind in ("own", "saving") else kind  # type: ignore[assignment]
    name = f"{payer}, {words.lower()}"
    cells = [_cell(name, part, [row for row in lines if row.winner == winner], saving) for winner in winners]
    every = _cell(name, part, lines, saving)
    return (Cell(payer, every.why), Cell(words, every.why), *cells, every)


def _cell(name: str, part: Part, lines: Sequence[LineSum], saving: Saving) -> Cell:
    if not lines:
        return Cell("")
    return amount(getattr(added(lines), part), partial(sum_reason, name, part, lines, saving))


def _is(row: LineSum, kind: Kind) -> bool:
    if row.line.intervention is not None:
        return kind == "own"
    return kind == ("direct" if row.line.event is None else "prevented")


def _wrong_pocket(lines: Sequence[LineSum], saving: Saving) -> str:
    """Whether somebody pays for what another wins, and who is worse off."""
    purses = purses_of(lines)
    paying = [one for one in purses if one.lays_out > 0]
    winning = [one for one in purses if one.wins > 0 and one.lays_out <= 0]
    said, other = [], elsewhere(lines)
    if paying and winning:
        pay, win = ("betalen" if len(paying) > 1 else "betaalt"), ("winnen" if len(winning) > 1 else "wint")
        won = money.whole(sum(one.wins for one in winning))
        payers, winners = _listed(paying, saving), _listed(winning, saving)
        said.append(
            f"Verkeerde portemonnee: {payers} {pay} de doorbraak, terwijl {winners} {won} {win} zonder te betalen."
        )
    elif other > 0:
        said.append(f"Verkeerde portemonnee: {money.whole(other)} komt bij een ander terecht dan wie nu betaalt.")
    losing = (one for one in purses if one.wins < 0)
    said += [f"Waterbed: {_name(one.id, saving)} is {money.whole(-one.wins)} meer kwijt." for one in losing]
    if not said:
        said = [f"{_name(one.id, saving)} betaalt de doorbraak en wint {_back(one)} terug." for one in paying]
    return " ".join(said) or "Niemand betaalt hier een doorbraak voor een ander."


def _back(purse: Purse) -> str:
    return "meer" if purse.wins > purse.lays_out else "evenveel" if purse.wins == purse.lays_out else "minder"


def _purses(lines: Sequence[LineSum], saving: Saving) -> tuple[str, ...]:
    found = []
    for one in purses_of(lines):
        if one.lays_out or one.direct or one.prevented:
            pays = money.whole(one.lays_out) if one.lays_out else "niets"
            wins = f"{_won('direct', one.direct)}, {_won('voorkomen', one.prevented)}"
            found.append(f"{_name(one.id, saving)} betaalt {pays} aan de doorbraak; {wins}.")
    return tuple(found)


def _won(words: str, cents: int) -> str:
    return f"{words} {money.whole(abs(cents))} {'winst' if cents >= 0 else 'verlies'}"


def _listed(purses: Sequence[Purse], saving: Saving) -> str:
    """ "A", "A en B", "A, B en C"."""
    return listed([_name(one.id, saving) for one in purses])


def _name(id_: str, saving: Saving) -> str:
    return names.payer_name(id_, saving.catalogue)
