from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.insight.letters import MARKED, Contradiction, contradictions
from tests.model.insight.records import START, agency, dossier, letter

CATALOGUE = load()
EARLY, LATE = date(2026, 11, 3), date(2026, 11, 10)
TAX = agency(1, "belastingdienst")


def found(*letters: Letter) -> tuple[Contradiction, ...]:
    return contradictions(dossier(letters=letters, agencies=(TAX, agency(2, words="Huisbaas Jansen"))), CATALOGUE)


def pair(one: dict[str, Any], other: dict[str, Any]) -> tuple[Contradiction, ...]:
    return found(letter(1, **{"agency": 1, **one}), letter(2, **{"agency": 1, **other}))


def test_that_one_sender_with_two_amounts_is_worth_a_look() -> None:
    (only,) = pair({"amount_cents": 1_250_00}, {"amount_cents": 980_00})
    assert only == Contradiction(1, 2, False, ("Zelfde afzender, ander bedrag: €\u00a01.250,00 en €\u00a0980,00.",))
    assert pair({"amount_cents": 980_00}, {"amount_cents": 980_00}) == ()
    assert pair({"amount_cents": 980_00}, {}) == ()


def test_that_the_same_demand_by_two_days_is_worth_a_look() -> None:
    money = {"amount_cents": 980_00}
    (only,) = pair({**money, "last_day": EARLY}, {**money, "last_day": LATE})
    assert only.reasons == ("Zelfde afzender, zelfde bedrag, andere laatste dag: 03-11-2026 en 10-11-2026.",)
    (only,) = pair(
        {"demand": "Stuur de papieren", "last_day": EARLY}, {"demand": "stuur de Papieren.", "last_day": LATE}
    )
    assert only.reasons == ("Zelfde afzender, zelfde vraag, andere laatste dag: 03-11-2026 en 10-11-2026.",)
    assert pair({**money, "last_day": EARLY}, {**money, "last_day": EARLY}) == ()
    assert pair({"demand": "Betaal", "last_day": EARLY}, {"demand": "Bel ons", "last_day": LATE}) == ()
    assert pair({"last_day": EARLY}, {"last_day": LATE}) == ()


def test_that_two_rules_give_one_suggestion_with_two_reasons() -> None:
    (only,) = pair(
        {"amount_cents": 1, "demand": "Betaal", "last_day": EARLY},
        {"amount_cents": 2, "demand": "Betaal", "last_day": LATE},
    )
    assert len(only.reasons) == 2


def test_that_a_settled_letter_and_another_sender_give_no_suggestion() -> None:
    assert pair({"amount_cents": 1, "settled_on": START}, {"amount_cents": 2}) == ()
    assert pair({"amount_cents": 1}, {"amount_cents": 2, "agency": 2}) == ()
    nobody = {"agency": None, "demand": "Betaal"}
    assert pair({**nobody, "amount_cents": 1}, {**nobody, "amount_cents": 2}) == ()


def test_that_a_sender_in_words_is_the_agency_of_that_name() -> None:
    for sender in ("Belastingdienst", "de Belastingdienst", "BELASTINGDIENST"):
        suggested = pair({"amount_cents": 1}, {"amount_cents": 2, "agency": None, "sender": sender})
        assert len(suggested) == (sender != "de Belastingdienst")
    own = {"agency": None, "sender": "huisbaas jansen", "amount_cents": 1}
    assert len(pair(own, {"agency": 2, "amount_cents": 2})) == 1
    assert len(pair({**own, "sender": "Kredietbank"}, {**own, "sender": "kredietbank", "amount_cents": 2})) == 1


def test_that_a_mark_counts_for_both_and_replaces_the_suggestion() -> None:
    one, other = {"amount_cents": 1}, {"amount_cents": 2}
    marked = (Contradiction(1, 2, True, (MARKED,)),)
    assert pair({**one, "contradicts": (2,)}, other) == marked
    assert pair(one, {**other, "contradicts": (1,)}) == marked
    assert pair({**one, "contradicts": (2,)}, {**other, "contradicts": (1,), "settled_on": START}) == marked
    assert pair({**one, "contradicts": (99,)}, {"agency": 2}) == ()


def test_that_the_older_letter_comes_first() -> None:
    (only,) = pair({"amount_cents": 1, "dated": LATE}, {"amount_cents": 2, "dated": EARLY})
    assert (only.first, only.second) == (2, 1)
    (only,) = pair({"amount_cents": 1}, {"amount_cents": 2, "dated": EARLY})
    assert (only.first, only.second) == (2, 1)


DAYS = st.sampled_from([None, EARLY, LATE])


@st.composite
def piles(draw: st.DrawFn) -> list[Letter]:
    ids = range(1, draw(st.integers(1, 7)))
    return [
        letter(
            id_,
            agency=draw(st.sampled_from([None, 1, 2])),
            sender=draw(st.sampled_from(["", "Belastingdienst", "Iemand"])),
            amount_cents=draw(st.sampled_from([None, 1, 2])),
            demand=draw(st.sampled_from(["", "Betaal"])),
            dated=draw(DAYS),
            last_day=draw(DAYS),
            settled_on=draw(st.sampled_from([None, None, START])),
            contradicts=tuple(draw(st.lists(st.sampled_from(list(ids)), max_size=2))),
        )
        for id_ in ids
    ]


@given(piles(), st.randoms())
def test_that_each_pair_is_said_once_in_an_order_of_its_own(pile: list[Letter], random: object) -> None:
    mixed = list(pile)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    rows = found(*pile)
    assert rows == found(*mixed)
    assert len({frozenset((row.first, row.second)) for row in rows}) == len(rows)
    assert all(row.first != row.second and row.reasons for row in rows)
    marks = {frozenset((one.id, other)) for one in pile for other in one.contradicts if other != one.id}
    assert {frozenset((row.first, row.second)) for row in rows if row.marked} == marks
    settled = {one.id for one in pile if one.settled_on}
    assert not [row for row in rows if not row.marked and settled & {row.first, row.second}]
