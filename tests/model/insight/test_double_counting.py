from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.double_counting import KEEP, Finding, Remedy, doubles_of
from doorbraak.model.insight.savings import saving_of
from tests.model.insight import records
from tests.model.insight.records import event, intervention, line, person

LISTS = load()
ALL, THREAT = Chances(100, 100, 0), Chances(0, 40, 5)
JULY = date(2026, 7, 1)
TOTAL = next(price for price in LISTS.prices.values() if price.use == "total" and price.law == "wgs")
EVENTS = (event(40, 5, id=1), event(40, 5, id=2, on=date(2026, 3, 1)))


def doubles(*lines: CostLine, **parts: tuple[Any, ...]) -> tuple[Finding, ...]:
    home = records.dossier(*lines, events=EVENTS, interventions=(intervention(),), **parts)
    return doubles_of(home, saving_of(home, LISTS))


def kinds(*lines: CostLine) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.kind, one.lines) for one in doubles(*lines)]


def plain(id_: int, cents: int = 1_000, **given_: Any) -> CostLine:
    return line(cents, id_=id_, **{"chances": ALL, "price": "huisarts-consult", **given_})


def of_event(id_: int, event_: int = 1, cents: int = 10_000, **given_: Any) -> CostLine:
    given_ = {"chances": THREAT, "price": "opvangplek-jaar", "once": True, **given_}
    return line(cents, id_=id_, event=event_, **given_)


# -- the same twice ------------------------------------------------------------------------------------


def test_that_one_price_for_the_same_person_and_period_is_found_with_its_cents_and_ways_out() -> None:
    found = doubles(plain(1, 1_000, words="Huisarts"), plain(2, 400), plain(3, 600))
    assert found == (
        Finding(
            "twice",
            (1, 2, 3),
            "“Huisarts” staat er 3 keer, in dezelfde periode.",
            1_000,  # the smaller two
            (Remedy("remove", (3,)), Remedy("remove", (2,)), Remedy("remove", (1,)), KEEP),
        ),
    )


def test_that_own_prices_are_the_same_by_folded_words_and_law() -> None:
    same = [plain(1, price="", words="Huishoudelijke hulp"), plain(2, price="", words="huishoudelijke  HULP")]
    assert kinds(*same) == [("twice", (1, 2))]
    assert kinds(same[0], plain(2, price="", words="Huishoudelijke hulp", law="wlz")) == []
    assert kinds(same[0], plain(2, words="Huishoudelijke hulp")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"person": 1}, {"person": 1}, True),
        ({"person": 1}, {"person": 2}, False),
        ({"person": 1}, {}, False),
        ({"agency": 1}, {"agency": 2}, False),  # two agencies, each with an hour of its own
        ({"agency": 1}, {"agency": 1}, True),
        ({"agency": 1}, {}, True),
        ({"ends": date(2026, 6, 30)}, {"starts": JULY}, False),
        ({"ends": JULY}, {"starts": JULY}, True),
        ({"once": True, "starts": JULY}, {"once": True, "starts": date(2026, 8, 1)}, False),
        ({"once": True, "starts": JULY}, {"once": True, "starts": JULY}, True),
        ({"once": True, "starts": JULY}, {}, True),
        ({"quantity_e4": 0}, {}, False),  # still to be filled in
        ({"intervention": 1, "chances": Chances(0, 0, 100)}, {}, False),
    ],
)
def test_that_only_what_overlaps_is_the_same(one: dict[str, Any], other: dict[str, Any], found: bool) -> None:
    assert bool(kinds(plain(1, **one), plain(2, **other))) == found


def test_that_a_cost_of_now_is_not_the_same_as_one_that_threatens() -> None:
    assert kinds(plain(1, price="opvangplek-jaar"), of_event(2)) == []


def test_that_one_service_of_two_events_is_found() -> None:
    found = doubles(of_event(1, 1, words="Opvang"), of_event(2, 2, words="Opvang"))
    assert [(one.kind, one.lines, one.cents) for one in found] == [("twice", (1, 2), 3_500)]
    assert found[0].sentence == "“Opvang” staat er 2 keer, bij meer dan één dreiging."


def test_that_what_two_events_bring_about_overlaps_also_when_it_starts_on_other_days() -> None:
    assert kinds(of_event(1, 1, starts=JULY), of_event(2, 2, starts=date(2026, 9, 1))) == [("twice", (1, 2))]
    assert kinds(of_event(1, 1, ends=JULY), of_event(2, 2, starts=date(2026, 9, 1))) == []


def test_that_two_agencies_are_no_double_but_a_third_line_of_nobody_is() -> None:
    found = doubles(plain(1, 500, agency=1), plain(2, 500, agency=2), plain(3, 900))
    assert [(one.lines, one.cents) for one in found] == [((1, 3), 900)]
    assert found[0].remedies[0] == Remedy("remove", (3,))


def test_that_a_person_is_named() -> None:
    found = doubles(plain(1, person=7, words="Dokter"), plain(2, person=7), people=(person(id=7, name="Sem"),))
    assert found[0].sentence == "“Dokter” staat er 2 keer, voor Sem in dezelfde periode."


def test_that_private_lines_are_found_and_weigh_nothing() -> None:
    found = doubles(plain(1, payer="huishouden"), plain(2, payer="huishouden"))
    assert [(one.kind, one.cents) for one in found] == [("twice", 0)]


# -- a total beside its parts --------------------------------------------------------------------------


def total(cents: int, **given_: Any) -> CostLine:
    return line(cents, **{"id_": 9, "price": TOTAL.id, "law": TOTAL.law, "chances": ALL, "words": "Alles", **given_})


def part(cents: int, id_: int = 1, **given_: Any) -> CostLine:
    return line(cents, **{"id_": id_, "law": TOTAL.law, "chances": ALL, "words": str(id_), **given_})


@pytest.mark.parametrize(
    ("cents", "says"),
    [
        (75_000, "de posten ernaast passen daarbij."),
        (74_999, "de posten ernaast zijn samen €\u00a0250 lager."),
        (125_000, "de posten ernaast passen daarbij."),
        (125_001, "de posten ernaast zijn samen €\u00a0250 hoger."),
    ],
)
def test_that_a_total_says_that_it_is_not_summed_and_whether_it_fits(cents: int, says: str) -> None:
    assert TOTAL.low_cents is None  # so a quarter up or down fits
    found = doubles(total(100_000), part(cents - 1_000, 1), part(1_000, 2))
    assert [(one.kind, one.lines, one.cents) for one in found] == [("total", (9, 1, 2), 0)]
    assert found[0].sentence == f"“Alles” is een totaal en telt niet mee; {says}"
    assert found[0].remedies == (KEEP, Remedy("remove", (9,)))


@pytest.mark.parametrize(
    "apart", [{"law": "zvw"}, {"event": 1}, {"payer": "huishouden"}, {"intervention": 1}, {"law": ""}]
)
def test_that_what_is_no_part_of_it_is_not_beside_it(apart: dict[str, Any]) -> None:
    assert doubles(total(100_000), part(75_000, **apart)) == ()


def test_that_a_price_of_the_same_category_is_beside_it_also_under_another_law() -> None:
    price = next(p for p in LISTS.prices.values() if p.use == "line" and p.category == TOTAL.category)
    assert [one.kind for one in doubles(total(100), part(100, price=price.id, law="bw1"))] == ["total"]


def test_that_two_totals_are_not_counted_at_all() -> None:
    assert doubles(total(100), total(100, id_=10)) == ()


# -- attribution ---------------------------------------------------------------------------------------


def test_that_doorbraken_may_share_an_event() -> None:
    assert doubles(of_event(1, attribution=60), of_event(2, attribution=40)) == ()


def test_that_more_than_all_of_it_is_found_with_the_cents_and_ways_out() -> None:
    """35% of € 100 at 90% and at 60% saves € 31.50 and € 21.00; a third of these € 52.50 is too much."""
    found = doubles(of_event(1, words="Opvang", attribution=90), of_event(2, attribution=60))
    assert found == (
        Finding(
            "attribution",
            (1, 2),
            "“Opvang” wordt bij één dreiging voor 150% toegerekend; samen kan het hoogstens 100% zijn.",
            1_750,
            (
                Remedy("attribution", (1, 2), (60, 40)),
                Remedy("attribution", (1,), (40,)),
                Remedy("attribution", (2,), (10,)),
                Remedy("remove", (1,)),
                Remedy("remove", (2,)),
                KEEP,
            ),
        ),
    )


@pytest.mark.parametrize(
    "apart", [{"price": "maatschappelijk-werk-consult"}, {"person": 4}, {"starts": date(2027, 1, 1)}]
)
def test_that_another_service_person_or_period_is_apart(apart: dict[str, Any]) -> None:
    assert doubles(of_event(1, ends=date(2026, 12, 31)), of_event(2, **apart)) == ()


def test_that_periods_that_share_one_day_are_not_apart() -> None:
    assert kinds(of_event(1, ends=JULY), of_event(2, starts=JULY)) == [("attribution", (1, 2))]


@given(st.lists(st.integers(1, 100), min_size=2, max_size=7))
def test_that_every_way_out_of_too_much_attribution_leads_out(shares: list[int]) -> None:
    lines = [of_event(at, attribution=share) for at, share in enumerate(shares, 1)]
    found = doubles(*lines)
    assert bool(found) == (sum(shares) > 100)
    for remedy in found[0].remedies if found else ():
        if remedy.kind == "attribution":
            given_ = dict(zip(remedy.lines, remedy.attributions, strict=True))
            solved = [given_.get(at, share) for at, share in enumerate(shares, 1)]
            assert sum(solved) == 100
            assert all(0 <= one <= share for one, share in zip(solved, shares, strict=True))


# -- all of them ---------------------------------------------------------------------------------------


def test_that_what_concerns_most_comes_first_and_the_order_of_the_lines_does_not_matter() -> None:
    lines = [
        plain(1, 100), plain(2, 100), of_event(3), of_event(4), total(100_000, id_=5), part(1_000, 6),
        plain(7, 9_000, price="", words="Iets"), plain(8, 9_000, price="", words="Iets"),
    ]  # fmt: skip
    found = doubles(*lines)
    assert [(one.kind, one.cents) for one in found] == [
        ("twice", 9_000), ("attribution", 3_500), ("twice", 100), ("total", 0),
    ]  # fmt: skip
    assert doubles(*reversed(lines)) == found


def test_that_sentences_stay_short() -> None:
    found = doubles(plain(1, words="woord " * 30), plain(2))
    assert len(found[0].sentence) < 110
    assert "…”" in found[0].sentence
