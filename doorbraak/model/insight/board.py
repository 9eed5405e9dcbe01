"""The board of problems: a card per problem in the household's own order, and what the waits between them say.

The household's first choice and the problem that frees most others stand side by side; neither changes the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Owner, Problem
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import present_agencies
from doorbraak.model.insight.knots import knots_of


@dataclass(frozen=True, slots=True)
class Card:
    """`waits_for`: what the open problems are called that it waits for. `frees`: how many others the key problem
    frees, 0 for all but that one. `knots`: the numbers, from 1, of the knots that it is in. `sentence` says all of
    it to who can't see it.
    """

    id: int
    name: str
    owner: Owner
    life_domain: str
    colour: str
    agencies: int
    waits_for: tuple[str, ...]
    rank: int | None
    frees: int
    knots: tuple[int, ...]
    lead: str
    solved: bool
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Cards in the household's own order, then those without a place, then what was solved.

    `first` is what the household puts first, `key` what frees most others; `circuits` are the knots as ids.
    """

    cards: tuple[Card, ...]
    first: Card | None
    key: Card | None
    circuits: tuple[tuple[int, ...], ...]

    @property
    def differs(self) -> bool:
        return self.first is not None and self.key is not None and self.first.id != self.key.id

    def card(self, id_: int) -> Card | None:
        return next((card for card in self.cards if card.id == id_), None)

    def tied(self, id_: int) -> frozenset[int]:
        """All that are in a knot with this one."""
        return frozenset(other for circuit in self.circuits if id_ in circuit for other in circuit)

    def knot(self, number: int) -> str:
        """ "Knoop 1: schulden wacht op ggz, ggz wacht op schulden"."""
        circuit = self.circuits[number - 1]
        called = {card.id: card.name for card in self.cards}
        waits = zip(circuit, (*circuit[1:], circuit[0]), strict=True)
        return f"Knoop {number}: " + ", ".join(f"{called[a]} wacht op {called[b]}" for a, b in waits)


def board_of(dossier: Dossier, catalogue: Catalogue, today: date) -> Board:
    listed = dossier.problems
    knots = knots_of(listed)
    called = {p.id: names.problem_name(p, catalogue) for p in listed if p.solved_on is None}
    served = [id_ for agency in present_agencies(dossier.agencies, today) for id_ in agency.problems]
    cards = []
    for problem in sorted(listed, key=_own_order):
        card = Card(
            id=problem.id,
            name=names.problem_name(problem, catalogue),
            owner=problem.owner,
            life_domain=names.life_domain_name(problem.life_domain, catalogue),
            colour=names.life_domain_colour(problem.life_domain, catalogue),
            agencies=served.count(problem.id),
            waits_for=tuple(called[id_] for id_ in problem.waits_for if id_ in called),
            rank=problem.rank,
            frees=len(knots.key.frees) if knots.key is not None and knots.key.problem == problem.id else 0,
            knots=tuple(at for at, circuit in enumerate(knots.circuits, 1) if problem.id in circuit),
            lead=problem.lead,
            solved=problem.solved_on is not None,
        )
        cards.append(_told(card))
    first = next((card for card in cards if card.rank is not None and not card.solved), None)
    key = next((card for card in cards if card.frees), None)
    return Board(tuple(cards), first, key, knots.circuits)


def earlier(problems: Sequence[Problem], id_: int) -> int | None:
    """The place of the open problem that comes before it; the last place for one that had none."""
    own, order = _own(problems, id_), _ranked(problems, id_)
    if own.rank is None:
        return len(order) + 1
    before = [at for at, p in enumerate(order, 1) if p.solved_on is None and (p.rank or 0) < own.rank]
    return before[-1] if before else own.rank


def later(problems: Sequence[Problem], id_: int) -> int | None:
    """The place behind the open problem that comes after it; none behind the last."""
    own, order = _own(problems, id_), _ranked(problems, id_)
    if own.rank is None:
        return None
    after = (at for at, p in enumerate(order, 1) if p.solved_on is None and (p.rank or 0) > own.rank)
    following = next(after, None)
    return None if following is None else following + 1


def place_between(problems: Sequence[Problem], id_: int, above: int | None, below: int | None) -> int | None:
    """The place of a card that is put between two others of one column; none among those without a place.

    On top of a column in which nobody has a place it comes behind all others that have one.
    """
    order = _ranked(problems, id_)
    places = {problem.id: at for at, problem in enumerate(order, 1)}
    if below in places:
        return places[below]
    if above in places:
        return places[above] + 1
    return len(order) + 1 if above is None else None


def _own(problems: Sequence[Problem], id_: int) -> Problem:
    return next(problem for problem in problems if problem.id == id_)


def _ranked(problems: Sequence[Problem], without: int) -> list[Problem]:
    """As the file orders them: with those that are solved, which keep their place."""
    return sorted((p for p in problems if p.rank is not None and p.id != without), key=lambda p: (p.rank or 0, p.id))


def _own_order(problem: Problem) -> tuple[bool, bool, int]:
    """Ranks of one household differ; those without one keep the order in which they were written down."""
    return problem.solved_on is not None, problem.rank is None, problem.rank or 0


def agencies_words(number: int) -> str:
    return "1 instantie" if number == 1 else f"{number} instanties"


def others_words(number: int) -> str:
    return "1 ander" if number == 1 else f"{number} andere"


def knots_words(numbers: Sequence[int]) -> str:
    return ("Knoop " if len(numbers) == 1 else "Knopen ") + ", ".join(str(number) for number in numbers)


def _told(card: Card) -> Card:
    parts = [
        f"{card.rank}: {card.name}" if card.rank is not None else card.name,
        card.life_domain,
        agencies_words(card.agencies) if card.agencies else "",
        "Wacht op " + ", ".join(card.waits_for) if card.waits_for else "",
        knots_words(card.knots) if card.knots else "",
        f"Maakt het meeste los: {others_words(card.frees)}" if card.frees else "",
        f"{card.lead} trekt dit" if card.lead else "Niemand trekt dit nog",
        "Opgelost" if card.solved else "",
    ]
    return replace(card, sentence=". ".join(part for part in parts if part) + ".")
