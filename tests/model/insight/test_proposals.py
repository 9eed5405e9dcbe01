from collections import Counter
from datetime import date
from typing import Any

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier import costs, dossier, problems, refusals
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.refusals import Refusal
from doorbraak.model.insight import proposals
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.proposals import Proposal, Proposals, effect_of, proposals_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight import records
from tests.model.insight.records import agency, event, intervention, line, made, problem

LISTS = catalogue.load()
TODAY = date(2026, 11, 22)
UNPRICED = "basisschool"
LONELY = LISTS.problems["leerachterstand"]  # its agencies are not in these tests
RESCUE = "huisuitzetting"


def of(*lines: CostLine, **parts: tuple[Any, ...]) -> Proposals:
    return proposals_of(records.dossier(*lines, **parts), LISTS, today=TODAY)


def asked(*lines: CostLine, **parts: tuple[Any, ...]) -> list[tuple[str, int, str]]:
    return [(one.asked_by, one.record, one.line.price) for one in of(*lines, **parts).proposals]


def refused(**given: Any) -> Refusal:
    return made(Refusal, **given)


def priced(kind: str, **given: Any) -> Agency:
    return agency(1, kind, contacts_e2=100, **given)


# -- agencies ------------------------------------------------------------------------------------------


def test_that_an_agency_asks_for_all_its_rows_with_the_contacts_of_a_year() -> None:
    found = of(agencies=(agency(1, "pleegzorg", contacts_e2=200, people=(7,)),)).proposals
    assert [(one.line.price, one.line.quantity_e4) for one in found] == [
        ("pleegvergoeding-12-15", 3_648_000),  # 30.4 days x 12
        ("jeugd-begeleiding-midden", 360_000),  # 1.5 x 2 contacts x 12
    ]
    assert {one.person for one in found} == {7}


def test_that_two_agencies_of_one_price_ask_twice() -> None:
    around = (agency(1, "wijkteam", contacts_e2=100), agency(2, "maatschappelijk-werk", contacts_e2=100))
    assert Counter(price for _, _, price in asked(agencies=around)) == {"maatschappelijk-werk-consult": 2}


def test_that_the_payer_of_the_agency_goes_before_that_of_the_price() -> None:
    assert of(agencies=(priced("huisarts", payer="rijk"),)).proposals[0].values()["payer"] == "rijk"


def test_that_own_words_take_the_default_hour_only_when_the_municipality_pays() -> None:
    paid, unpaid = (priced("", words="Buurtmoeder", payer=payer) for payer in ("gemeente", "zorgverzekeraar"))
    assert asked(agencies=(paid,)) == [("agency", 1, "begeleiding-thuis-uur")]
    assert asked(agencies=(unpaid,)) == []


def test_that_an_agency_that_is_over_asks_for_nothing_and_is_not_counted() -> None:
    over = priced("huisarts", ended_on=TODAY)
    assert asked(agencies=(over,)) == []
    assert of(agencies=(over,)).public == 0
    assert len(asked(agencies=(priced("huisarts", ended_on=date(2026, 11, 23)),))) == 1


def test_that_an_agency_without_contacts_asks_how_many() -> None:
    found = of(agencies=(agency(1, "huisarts"),)).proposals[0]
    assert found.line.quantity_e4 == 0
    assert proposals.FILL_IN_QUANTITY in found.cautions
    assert proposals.FILL_IN_QUANTITY not in of(agencies=(priced("huisarts"),)).proposals[0].cautions


@pytest.mark.parametrize(
    ("kind", "stay"), [("gevangenis", True), ("maatschappelijke-opvang", True), ("bewindvoerder", False)]
)
def test_that_a_stay_asks_for_its_months(kind: str, stay: bool) -> None:
    said = of(agencies=(priced(kind),)).proposals[0].cautions
    assert "Gerekend met twaalf maanden." in said
    assert ("Vul in hoeveel maanden het verblijf duurt." in said) == stay


def test_that_an_allowance_asks_whether_somebody_gets_it() -> None:
    assert "Kijk na of iemand dit krijgt." in of(agencies=(priced("svb"),)).proposals[0].cautions


# -- problems ------------------------------------------------------------------------------------------


def test_that_a_problem_asks_for_one_unit_to_be_confirmed() -> None:
    found = of(problems=(problem(3, LONELY.id, people=(5,)),)).proposals
    assert [(one.asked_by, one.record, one.line.price, one.line.quantity_e4) for one in found] == [
        ("problem", 3, price, 10_000) for price in LONELY.prices
    ]
    assert {(one.confidence, one.person) for one in found} == {("laag", 5)}
    assert all(proposals.ONE_FOR_NOW in one.cautions for one in found)


def test_that_a_problem_is_silent_when_an_agency_of_it_has_a_price() -> None:
    kind = next(
        one for one in LISTS.problems.values()
        if one.prices and {"huisarts", UNPRICED}.isdisjoint(one.agencies) and "ggz-instelling" in one.agencies
    )  # fmt: skip
    stuck = (problem(3, kind.id),)
    assert any(by == "problem" for by, _, _ in asked(problems=stuck))
    assert any(by == "problem" for by, _, _ in asked(problems=stuck, agencies=(priced("gemeente"),)))
    assert not any(by == "problem" for by, _, _ in asked(problems=stuck, agencies=(priced("ggz-instelling"),)))


def test_that_a_typical_agency_without_a_price_leaves_the_problem_its_own() -> None:
    kind = next(one for one in LISTS.problems.values() if UNPRICED in one.agencies and one.prices)
    assert any(by == "problem" for by, _, _ in asked(problems=(problem(3, kind.id),), agencies=(priced(UNPRICED),)))


def test_that_a_solved_problem_costs_nothing_any_more() -> None:
    assert asked(problems=(problem(3, LONELY.id, solved_on=TODAY),)) == []


def test_that_one_price_of_one_person_is_one_line() -> None:
    price = LONELY.prices[0]
    ours = (problem(3, LONELY.id, people=(5,)),)
    assert ("problem", 3, price) not in asked(line(1, price=price), problems=ours)
    assert ("problem", 3, price) not in asked(line(1, price=price, person=5), problems=ours)
    assert ("problem", 3, price) in asked(line(1, price=price, person=6), problems=ours)


def test_that_two_problems_of_one_price_ask_once() -> None:
    shared = next(
        (one, other)
        for one in LISTS.problems.values()
        for other in LISTS.problems.values()
        if one.id < other.id and one.prices and one.prices == other.prices
    )
    stuck = tuple(problem(at, kind.id) for at, kind in enumerate(shared, 1))
    assert {record for _, record, _ in asked(problems=stuck)} == {1}
    away = tuple(refused(problem=1, price=price) for price in shared[0].prices)
    assert asked(problems=stuck, refusals=away) == []


def test_that_only_prices_that_may_be_summed_are_asked_for() -> None:
    found = [
        one for kind in LISTS.problems for one in of(problems=(problem(1, kind),)).proposals
    ] + [one for kind in LISTS.events for one in of(events=(event(40, 5, kind=kind),)).proposals]  # fmt: skip
    assert len(found) > 200
    assert {LISTS.prices[one.line.price].use for one in found} == {"line"}


# -- events and doorbraken -----------------------------------------------------------------------------


def test_that_an_event_asks_for_its_prices_and_leaves_the_quantity_to_people() -> None:
    found = of(events=(event(40, 5, kind=RESCUE),)).proposals
    assert [(one.asked_by, one.line.price) for one in found] == [
        ("event", price) for price in LISTS.events[RESCUE].prices
    ]
    assert {(one.line.quantity_e4, one.line.recurrence, one.line.cents) for one in found} == {(0, "once", 0)}
    assert {one.hint for one in found} == {LISTS.events[RESCUE].quantity_hint}
    assert all(proposals.FILL_IN_QUANTITY in one.cautions for one in found)


@pytest.mark.parametrize("outcome", ["happened", "averted"])
def test_that_an_event_that_is_over_asks_for_nothing(outcome: str) -> None:
    assert asked(events=(event(40, 5, kind=RESCUE, outcome=outcome, outcome_on=TODAY),)) == []


def test_that_a_doorbraak_asks_once_for_what_it_costs_itself() -> None:
    step = intervention(id=4, kind="briefadres", payer="gemeente")
    found = of(interventions=(step,)).proposals
    assert [(one.asked_by, one.record, one.line.payer, one.line.recurrence) for one in found] == [
        ("intervention", 4, "gemeente", "once")
    ]
    assert (found[0].line.price_cents, found[0].cautions) == (0, (proposals.FILL_IN_AMOUNT,))
    assert asked(line(100, intervention=4, words="Iets anders"), interventions=(step,)) == []


@pytest.mark.parametrize("status", ["refused", "withdrawn"])
def test_that_a_doorbraak_that_does_not_come_costs_nothing(status: Any) -> None:
    assert asked(interventions=(intervention(status=status),)) == []


def test_that_long_own_words_become_a_line_that_fits() -> None:
    found = of(interventions=(intervention(words="Wij betalen\n" * 100),)).proposals[0]
    assert len(found.line.words) <= 120
    assert "\n" not in found.line.words


# -- what is there or was refused ----------------------------------------------------------------------


def test_that_a_line_of_the_same_price_and_record_is_not_asked_for_again() -> None:
    around, threats = (priced("huisarts"),), (event(40, 5, kind=RESCUE),)
    first = LISTS.events[RESCUE].prices[0]
    everything = asked(agencies=around, events=threats)
    assert asked(line(1, price="huisarts-consult", agency=1), agencies=around, events=threats) == everything[1:]
    assert asked(line(1, price="huisarts-consult", agency=2), agencies=around, events=threats) == everything
    assert asked(line(1, price=first, event=1), agencies=around, events=threats) == [
        one for one in everything if one[2] != first
    ]


def test_that_an_own_price_of_an_agency_stands_for_what_the_list_says() -> None:
    around = (priced("huisarts"),)
    assert asked(line(100, agency=1), agencies=around) == []
    assert asked(line(100, agency=1, event=1), agencies=around, events=(event(40, 5),)) != []


def test_that_an_accepted_line_of_an_event_is_known_again_by_its_words_after_its_price_changed() -> None:
    threats = (event(40, 5, kind=RESCUE),)
    everything = of(events=threats).proposals
    changed = line(100, event=1, words=everything[0].line.words)
    assert asked(changed, events=threats) == [("event", 1, one.line.price) for one in everything[1:]]


@pytest.mark.parametrize("by", ["agency", "problem", "event", "intervention"])
def test_that_what_was_refused_stays_away_and_the_rest_does_not(by: str) -> None:
    parts: dict[str, tuple[Any, ...]] = {
        "agencies": (agency(1, "huisarts", contacts_e2=100), agency(2, "politie", contacts_e2=100)),
        "problems": (problem(1, LONELY.id),),
        "events": (event(40, 5, kind=RESCUE),),
        "interventions": (intervention(),),
    }
    everything = of(**parts).proposals
    away = next(one for one in everything if one.asked_by == by)
    assert of(**parts, refusals=(refused(**away.refusal()),)).proposals == tuple(
        one for one in everything if one != away
    )


# -- agencies without a price --------------------------------------------------------------------------


def test_that_the_likely_heaviest_agency_without_a_price_comes_first() -> None:
    around = tuple(
        agency(at, kind, contacts_e2=contacts)
        for at, (kind, contacts) in enumerate(
            [("cak", 20), ("veilig-thuis", 200), ("belastingdienst", 20), ("huisarts", 900), ("telecomprovider", 900)],
            1,
        )
    )
    found = of(line(100, agency=2), agencies=around)
    assert [one.kind for one in found.unpriced] == ["veilig-thuis", "belastingdienst", "cak"]
    assert [one.kind for one in found.uncounted] == ["belastingdienst", "cak"]
    assert (found.priced, found.public) == (1, 4)


def test_that_22_of_41_publicly_paid_agencies_of_casus_01_have_a_price(store: Store, casus: int) -> None:
    found = proposals_of(dossier.read(store, casus), LISTS, today=TODAY)
    assert (found.priced, found.public, len(found.unpriced)) == (22, 41, 19)


# -- taking and refusing -------------------------------------------------------------------------------


def read(store: Store, home: int) -> Dossier:
    return dossier.read(store, home)


def take(store: Store, home: int, one: Proposal, **changed: Any) -> None:
    with store.change("Voorstel overnemen"):
        costs.add(store, home, **{**one.values(), **changed})


@pytest.mark.parametrize("changed", [{}, {"price": "", "price_year": None, "price_cents": 12_345}])
def test_that_all_can_be_taken_or_changed_and_nothing_is_asked_for_again(
    store: Store, casus: int, changed: dict[str, Any]
) -> None:
    with store.change("Iets zonder instantie"):
        problems.add(store, casus, kind="geen-briefadres", life_domain="wonen")
    found = proposals_of(read(store, casus), LISTS, today=TODAY).proposals
    assert {one.asked_by for one in found} >= {"agency", "problem", "intervention"}
    for one in found:
        take(store, casus, one, **changed)
    assert proposals_of(read(store, casus), LISTS, today=TODAY).proposals == ()


def test_that_all_can_be_refused_and_stay_away_until_they_are_wanted_again(store: Store, casus: int) -> None:
    found = proposals_of(read(store, casus), LISTS, today=TODAY).proposals
    with store.change("Voorstellen afwijzen"):
        for one in found:
            refusals.add(store, casus, **one.refusal())
    home = read(store, casus)
    assert proposals_of(home, LISTS, today=TODAY).proposals == ()
    with store.change("Toch weer voorstellen"):
        refusals.remove(store, home.refusals[0].id)
    assert proposals_of(read(store, casus), LISTS, today=TODAY).proposals == found[:1]


def test_that_a_proposal_holds_exactly_what_the_line_then_says(store: Store, casus: int) -> None:
    one = proposals_of(read(store, casus), LISTS, today=TODAY).proposals[0]
    take(store, casus, one)
    written = read(store, casus).costs[-1]
    assert {name: getattr(written, name) for name in one.values()} == one.values()


def test_that_accepting_adds_to_the_sums_what_was_said(store: Store, casus: int) -> None:
    """Prices of other years too: what is proposed is said in the prices that the sums are in."""
    level = level_of(LISTS)
    for one in proposals_of(read(store, casus), LISTS, today=TODAY).proposals:
        if one.asked_by in ("agency", "problem"):
            take(store, casus, one)
            *_, row = saving_of(read(store, casus), LISTS, level=level).lines
            assert row.amounts.current == one.yearly(level)


@pytest.mark.parametrize(
    ("price", "effect"),
    [
        ("begeleiding-thuis-uur", "capacity"),
        ("huisarts-consult", "capacity"),
        ("politie-uur-2013", "capacity"),
        ("opvangplek-jaar", "cash"),
        ("kinderopvang-uur-2025", "cash"),
        ("hulpmiddel-mobiliteit", "cash"),
        ("kinderbijslag-6-11-2026", "cash"),
        ("ggz-opnamedag", "cash"),
    ],
)
def test_that_hours_and_visits_of_professionals_are_capacity_and_all_else_is_cash(price: str, effect: str) -> None:
    assert effect_of(LISTS.prices[price]) == effect
