"""Letters that contradict each other: what the professional marked, and pairs that may be worth a look.

A suggestion is a question, no verdict: the professional marks it, or settles a letter, and it is gone.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.insight import names
from doorbraak.model.money import exact

MARKED = "Deze twee brieven gaan niet samen. Dat is zo aangegeven."


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two letters by id, the older first; `reasons` are sentences for on screen. `marked`: no suggestion of ours."""

    first: int
    second: int
    marked: bool
    reasons: tuple[str, ...]


def contradictions(dossier: Dossier, catalogue: Catalogue) -> tuple[Contradiction, ...]:
    """Marked pairs first, then suggestions; each by the letters' days and ids.

    A mark on one of the two is enough, and stays when a letter is settled. Suggested are two letters of one sender,
    both open, when they ask different amounts, or when they ask the same (the amount, or the same words) by
    different last days.
    """
    order = {letter.id: at for at, letter in enumerate(sorted(dossier.letters, key=_age))}
    marked = {
        _pair(letter.id, other, order)
        for letter in dossier.letters
        for other in letter.contradicts
        if other in order and other != letter.id
    }
    found = [Contradiction(*pair, marked=True, reasons=(MARKED,)) for pair in marked]
    for one, other in _of_one_sender(dossier, catalogue):
        pair = _pair(one.id, other.id, order)
        reasons = tuple(_reasons(one, other))
        if reasons and pair not in marked:
            found.append(Contradiction(*pair, marked=False, reasons=reasons))
    return tuple(sorted(found, key=lambda pair: (not pair.marked, order[pair.first], order[pair.second])))


def _age(letter: Letter) -> tuple[bool, str, int]:
    """Letters without a day come last."""
    return letter.dated is None, str(letter.dated), letter.id


def _pair(one: int, other: int, order: dict[int, int]) -> tuple[int, int]:
    return (one, other) if order[one] < order[other] else (other, one)


def _of_one_sender(dossier: Dossier, catalogue: Catalogue) -> Iterator[tuple[Letter, Letter]]:
    """Pairs of open letters, the older first. A sender in words is the agency of that name."""
    called = {agency.id: fold(names.agency_name(agency, catalogue)) for agency in dossier.agencies}
    by_name = {name: id_ for id_, name in reversed(called.items())}
    senders: dict[int | str, list[Letter]] = defaultdict(list)
    for letter in sorted(dossier.letters, key=_age):
        words = fold(letter.sender)
        sender = by_name.get(words, words) if letter.agency is None else letter.agency
        if letter.settled_on is None and sender != "":
            senders[sender].append(letter)
    for letters in senders.values():
        yield from combinations(letters, 2)


def _reasons(one: Letter, other: Letter) -> Iterator[str]:
    amounts = one.amount_cents, other.amount_cents
    if amounts[0] is not None and amounts[1] is not None and amounts[0] != amounts[1]:
        yield f"Zelfde afzender, ander bedrag: {exact(amounts[0])} en {exact(amounts[1])}."
    if one.last_day is None or other.last_day is None or one.last_day == other.last_day:
        return
    same_amount = amounts[0] is not None and amounts[0] == amounts[1]
    same_words = bool(fold(one.demand)) and fold(one.demand) == fold(other.demand)
    if same_amount or same_words:
        what = "zelfde bedrag" if same_amount else "zelfde vraag"
        yield f"Zelfde afzender, {what}, andere laatste dag: {one.last_day:%d-%m-%Y} en {other.last_day:%d-%m-%Y}."
