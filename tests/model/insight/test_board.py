from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.dossier import household, problems
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight.board import Board, board_of, earlier, later, place_between
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import START, agency, dossier, problem

TODAY = date(2026, 6, 1)


def board(*listed: Problem, **parts: tuple[object, ...]) -> Board:
    return board_of(dossier(problems=listed, **parts), catalogue.load(), TODAY)


def called(id_: int, words: str, *waits_for: int, **given: object) -> Problem:
    return problem(id_, "", *waits_for, words=words, life_domain="wonen", **given)


def test_that_cards_stand_in_the_households_order_and_what_is_solved_last() -> None:
    shown = board(
        called(1, "A"), called(2, "B", rank=2), called(3, "C", rank=1, solved_on=START), called(4, "D", rank=1)
    )
    assert [card.name for card in shown.cards] == ["D", "B", "A", "C"]
    assert shown.first == shown.card(4)


def test_that_a_card_says_all_of_it_in_one_sentence() -> None:
    shown = board(
        called(1, "De huur", 2, rank=1, lead="Noor"),
        called(2, "Het loon", 1),
        agencies=(agency(1, problems=(1,)), agency(2, problems=(1, 2)), agency(3, problems=(1,), ended_on=START)),
    )
    assert shown.card(1).sentence == (
        "1: De huur. Wonen. 2 instanties. Wacht op Het loon. Knoop 1. Maakt het meeste los: 1 ander. Noor trekt dit."
    )
    assert shown.card(2).sentence == "Het loon. Wonen. 1 instantie. Wacht op De huur. Knoop 1. Niemand trekt dit nog."


def test_that_a_knot_is_told_from_wait_to_wait() -> None:
    shown = board(called(1, "schulden", 2), called(2, "ggz", 1), called(3, "huur", 2))
    assert shown.knot(1) == "Knoop 1: schulden wacht op ggz, ggz wacht op schulden"
    assert shown.tied(1) == {1, 2}
    assert shown.tied(3) == set()


def test_that_a_wait_for_what_is_solved_is_over() -> None:
    assert board(called(1, "A", 2), called(2, "B", solved_on=START)).card(1).waits_for == ()


def test_that_the_households_choice_and_what_frees_most_may_differ() -> None:
    shown = board(called(1, "A", rank=1), called(2, "B", 3), called(3, "C"))
    assert (shown.first.name, shown.key.name, shown.differs) == ("A", "C", True)
    assert not board(called(2, "B", 3), called(3, "C", rank=1)).differs
    assert not board(called(2, "B", 3), called(3, "C")).differs  # nothing chosen: nothing to differ from


@pytest.mark.parametrize(
    ("above", "below", "place"), [(None, 2, 1), (2, 3, 2), (3, 4, 3), (4, 5, None), (None, 4, 3), (None, None, 3)]
)
def test_that_a_card_gets_the_place_that_it_is_put_in(above: int | None, below: int | None, place: int | None) -> None:
    """2 and 3 have a place; 4 and 5 have none."""
    listed = [called(1, "A"), called(2, "B", rank=1), called(3, "C", rank=2), called(4, "D"), called(5, "E")]
    assert place_between(listed, 1, above, below) == place


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=7), st.data())
def test_that_later_undoes_earlier(kinds: list[tuple[bool, bool]], data: st.DataObject) -> None:
    """Among the open ones, with solved ones between them that keep a place."""
    listed = [called(1, "moved")]
    ranked = 0
    for id_, (has_rank, solved) in enumerate(kinds, 2):
        ranked += has_rank
        listed.append(called(id_, "x", rank=ranked if has_rank else None, solved_on=START if solved else None))
    orders = [_open(listed)]
    for _ in range(data.draw(st.integers(1, 5))):
        listed = _ranked(listed, 1, earlier(listed, 1))
        orders.append(_open(listed))
    assert 1 in orders[-1]
    assert all(before.index(1) >= after.index(1) for before, after in pairwise(orders[1:]))
    for _ in range(len(kinds) + 1):
        listed = _ranked(listed, 1, later(listed, 1))
    assert _open(listed) == orders[0]


def _open(listed: list[Problem]) -> list[int]:
    return [p.id for p in sorted(listed, key=lambda p: p.rank or 0) if p.rank is not None and p.solved_on is None]


def _ranked(listed: list[Problem], id_: int, rank: int | None) -> list[Problem]:
    """As the verb does it; the next test holds that it does."""
    from dataclasses import replace

    order = [p.id for p in sorted(listed, key=lambda p: p.rank or 0) if p.rank is not None and p.id != id_]
    if rank is not None:
        order.insert(rank - 1, id_)
    places = {other: at for at, other in enumerate(order, 1)}
    return [replace(p, rank=places.get(p.id)) for p in listed]


def test_that_the_verb_gives_the_place_that_was_meant(store: Store) -> None:
    with store.change("Proef"):
        home = household.open_dossier(store, "", opened=START)
        ids = [problems.add(store, home, words=words, life_domain="wonen", rank=rank)
               for words, rank in (("A", 1), ("B", 2), ("C", None))]  # fmt: skip
        for step in (earlier, earlier, earlier, earlier, later, later, later):
            listed = list(problems.of_household(store, home))
            rank = step(listed, ids[2])
            problems.set_rank(store, ids[2], rank)
            assert [p.rank for p in problems.of_household(store, home)] == [
                p.rank for p in _ranked(listed, ids[2], rank)
            ]
