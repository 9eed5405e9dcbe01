"""When a household counts, in what, and with how much."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import (
    agencies,
    confirmations,
    cost_ranges,
    costs,
    dossier,
    events,
    household,
    interventions,
    justification,
    measurements,
    outcomes,
    people,
    problems,
    signals,
)
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.exchange import periods, tables
from doorbraak.model.exchange.memberships import Membership, memberships, too_large
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, load
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import known_tables

TABLES = known_tables()
THEN, LATE = Noted(on=date(2026, 8, 1)), Noted(on=date(2026, 10, 1))
OPENED = date(2026, 7, 10)


@pytest.fixture
def of(store: Store) -> int:
    with store.change("Maken"):
        return household.open_dossier(store, "", opened=OPENED)


@pytest.fixture
def do(store: Store) -> Callable[..., int]:
    def run(verb: Callable[..., int], *given: object, **named: object) -> int:
        with store.change("Vullen"):
            return verb(store, *given, **named)

    return run


@pytest.fixture
def found(store: Store, of: int, known: Catalogue) -> Callable[..., dict[str, dict[str, int | None]]]:
    """By table: the cells with their values, in the third quarter or another period."""

    def count(period: str = "2026Q3", *, team: str = "noord") -> dict[str, dict[str, int | None]]:
        made = memberships(dossier.read(store, of), periods.parse(period), known, TABLES, team=team)
        cells: dict[str, dict[str, int | None]] = {}
        for one in made:
            cells.setdefault(one.table, {})[one.cell] = one.value
        return cells

    return count


def test_that_a_bare_household_counts_in_its_team_alone(found) -> None:
    assert found() == {"households_team": {"noord": None}}
    assert found(team="")["households_team"] == {NONE: None}
    assert found(team="onbekend")["households_team"] == {OTHER: None}
    assert found("2026Q2") == {}


def test_that_problems_and_agencies_count_as_on_the_last_day(found, do, of: int) -> None:
    do(problems.add, of, kind="dakloos", life_domain="wonen", noted=THEN)
    do(problems.add, of, kind="eenzaam", life_domain="netwerk", noted=THEN, solved_on=date(2026, 9, 30))
    do(problems.add, of, kind="werkloos", life_domain="werk", noted=LATE)
    do(agencies.add, of, kind="uwv", noted=THEN, ended_on=date(2026, 10, 1))
    do(agencies.add, of, kind="huisarts", noted=THEN, ended_on=date(2026, 9, 30))
    cells = found()
    assert cells["problems_children"] == {"dakloos|zonder": None}
    assert cells["life_domains"] == {"wonen": None}
    assert cells["agencies"] == {"uwv": None}
    assert set(found("2026Q4")["problems_children"]) == {"dakloos|zonder", "werkloos|zonder"}


def test_that_a_listed_problem_is_in_the_domain_of_the_list_and_own_words_where_they_were_put(
    found, do, of: int
) -> None:
    """Then every household of a problem is in its domain, and no relation between the tables is false."""
    do(problems.add, of, kind="dakloos", life_domain="systeem", noted=THEN)
    do(problems.add, of, words="GEHEIM", life_domain="werk", noted=THEN)
    assert found()["life_domains"] == {"wonen": None, "werk": None}
    assert found()["problems_children"] == {"dakloos|zonder": None, f"{OTHER}|zonder": None}


@pytest.mark.parametrize(
    ("person", "with_children"),
    [
        ({"role": "kind", "birth_year": 2010}, True),
        ({"role": "kind", "birth_year": 2008, "month_of_18": 10}, True),
        ({"role": "kind", "birth_year": 2008, "month_of_18": 9}, False),
        ({"role": "kind", "birth_year": 2008}, False),
        ({"role": "dochter"}, True),
        ({"role": "moeder"}, False),
        ({"role": "kind", "birth_year": 2010, "lives_here": "no"}, False),
        ({"role": "kind", "birth_year": 2010, "died": True}, False),
    ],
)
def test_that_children_are_those_under_18_who_live_here(found, do, of: int, person, with_children: bool) -> None:
    do(people.add, of, noted=THEN, **person)
    do(problems.add, of, kind="dakloos", life_domain="wonen", noted=THEN)
    assert list(found()["problems_children"]) == [f"dakloos|{'met' if with_children else 'zonder'}"]


def test_that_a_doorbraak_counts_by_the_day_of_its_status(found, do, of: int) -> None:
    step = do(interventions.add, of, kind="schulden-afkopen", noted=THEN)
    assert found()["interventions"] == {"schulden-afkopen|proposed": None}
    do(interventions.set_status, step, "requested", on=date(2026, 9, 1))
    do(interventions.set_status, step, "granted", on=date(2026, 10, 5))
    assert found()["interventions"] == {"schulden-afkopen|requested": None}
    assert found("2026Q4")["interventions"] == {"schulden-afkopen|granted": None}
    assert "interventions" not in found("2027Q1"), "nothing became of it in that quarter"
    assert found("2026")["interventions"] == {"schulden-afkopen|granted": None}


def test_that_did_it_work_is_the_last_look_back_of_the_period_in_each_domain(found, do, of: int) -> None:
    home = do(problems.add, of, kind="dakloos", life_domain="wonen", noted=THEN)
    money = do(problems.add, of, kind="werkloos", life_domain="werk", noted=THEN)
    step = do(interventions.add, of, kind="schulden-afkopen", problems=(home, money), noted=THEN)
    own = do(interventions.add, of, words="GEHEIM", noted=THEN)
    do(outcomes.add, step, "too-early", date(2026, 8, 1))
    do(outcomes.add, step, "yes", date(2026, 9, 1))
    do(outcomes.add, step, "no", date(2026, 10, 1))
    do(outcomes.add, own, "partly", date(2026, 9, 1))
    assert set(found()["interventions_worked"]) == {
        "schulden-afkopen|wonen|yes", "schulden-afkopen|werk|yes", f"{OTHER}|{NONE}|partly",
    }  # fmt: skip


def test_that_grounds_that_block_or_belong_to_what_was_refused_are_not_used(found, do, of: int) -> None:
    step = do(interventions.add, of, kind="schulden-afkopen", noted=THEN)
    gone = do(interventions.add, of, words="iets", noted=THEN)
    do(interventions.set_status, gone, "refused", on=date(2026, 8, 2))
    do(justification.add, step, "awb:4:84", noted=THEN)
    do(justification.add, step, "awb:3:46", role="blocks", noted=THEN)
    do(justification.add, step, "", title="GEHEIM", noted=THEN)
    do(justification.add, gone, "participatiewet:9:2", noted=THEN)
    assert set(found()["grounds"]) == {"awb:4:84", OTHER}


def test_that_a_signal_counts_by_what_stood_in_the_way_by_rule_with_team_and_by_wijk(
    store: Store, found, do, of: int
) -> None:
    do(signals.add, of, "GEHEIM", rung="habit", article="awb:4:84", noted=THEN)
    do(signals.add, of, "GEHEIM", noted=THEN)
    with store.change("Wijk"):
        household.set_wijk(store, of, "w1")
    cells = found()
    assert set(cells["signals_rung"]) == {"habit", NONE}
    assert set(cells["signals_rule_team"]) == {"awb:4:84|noord", f"{NONE}|noord"}
    assert set(cells["signals_wijk"]) == {"w1"}
    with store.change("Wijk"):
        household.set_wijk(store, of, "eigen-code")
    assert set(found()["signals_wijk"]) == {OTHER}


def test_that_before_and_after_are_of_the_same_households(found, do, of: int) -> None:
    do(measurements.add, of, "contacten-per-maand", moment="start", on_day=date(2026, 7, 11), value_e2=1255)
    do(measurements.add, of, "vertrouwen", moment="start", on_day=date(2026, 7, 11), value_e2=350)
    assert set(found()) == {"households_team"}
    do(measurements.add, of, "contacten-per-maand", moment="3", on_day=date(2026, 9, 30), value_e2=400)
    do(measurements.add, of, "vertrouwen", moment="3", on_day=date(2026, 9, 30), value_e2=800)
    do(measurements.add, of, "vertrouwen", moment="6", on_day=date(2026, 12, 30), value_e2=500)
    cells = found()
    assert (cells["contacts_before"], cells["contacts_after"]) == ({"zonder": 126}, {"zonder": 40})
    assert (cells["trust_before"], cells["trust_after"]) == ({"0-3": None}, {"8-10": None})
    assert "contacts_after" not in found("2026Q4"), "nothing was measured in it"
    assert found("2026Q4")["trust_after"] == {"4-5": None}


def test_that_the_figure_of_the_household_goes_before_those_of_its_members(found, do, of: int) -> None:
    mother, child = do(people.add, of, role="moeder"), do(people.add, of, role="kind", birth_year=1990)
    for day, figures in ((date(2026, 7, 11), (200, 500)), (date(2026, 9, 1), (700, 900))):
        for person, figure in zip((mother, child), figures, strict=True):
            do(measurements.add, of, "nut-van-de-hulp", moment="start", on_day=day, value_e2=figure, person=person)
    assert (found()["helpfulness_before"], found()["helpfulness_after"]) == ({"0-3": None}, {"8-10": None})
    do(measurements.add, of, "nut-van-de-hulp", moment="start", on_day=date(2026, 9, 1), value_e2=600)
    assert found()["helpfulness_after"] == {"6-7": None}


@pytest.fixture
def money(do, of: int) -> dict[str, int]:
    """A line that is halved, one that threatens, the doorbraak's own, and one that nobody public pays."""
    step = do(interventions.add, of, kind="schulden-afkopen", status="granted", decided_on=date(2026, 8, 1), noted=THEN)
    event = do(events.add, of, words="GEHEIM", expected_on=date(2026, 9, 1), reason="x", chance_threatening=40,
               chance_plan=0, noted=THEN)  # fmt: skip
    whole = costs.Chances(100, 100, 50)
    paid = {"law": "wmo2015", "payer": "gemeente", "noted": THEN}
    return {
        "halved": do(costs.add, of, words="a", price_cents=2_000_049, chances=whole, **paid),
        "event": do(costs.add, of, words="b", price_cents=1_000_000, recurrence="once", event=event, **paid),
        "own": do(costs.add, of, words="c", price_cents=350_000, recurrence="once", intervention=step, **paid),
        "private": do(costs.add, of, words="d", price_cents=900_000, law="", payer="fonds", noted=THEN),
    }


def test_that_euros_are_parts_of_one_whole_per_law_and_payer_in_hundreds(found, money) -> None:
    cells = found()
    assert cells["cost_after"] == {"wmo2015|gemeente": 10_000}
    assert cells["saved_direct_expected"] == {"wmo2015|gemeente": 10_000}
    assert cells["saved_prevented_expected"] == {"wmo2015|gemeente": 4_000}
    assert cells["intervention_costs"] == {"schulden-afkopen|gemeente": 3_500}
    assert not {"cost_before", "saved_direct_realised", "saved_prevented_realised"} & set(cells)


def test_that_what_was_confirmed_is_realised_and_no_longer_expected(found, do, of: int, money) -> None:
    do(confirmations.write, money["halved"], "3", "confirmed", on_day=date(2026, 9, 30))
    do(confirmations.write, money["halved"], "6", "confirmed", on_day=date(2026, 10, 1))
    assert found()["saved_direct_realised"] == {"wmo2015|gemeente": 2_500}
    assert found()["saved_direct_expected"] == {"wmo2015|gemeente": 7_500}
    assert found("2026Q4")["saved_direct_realised"] == {"wmo2015|gemeente": 5_000}


def test_that_without_a_plan_no_euro_is_promised(found, do, of: int) -> None:
    do(costs.add, of, words="a", price_cents=2_000_000, law="wmo2015", payer="gemeente", noted=THEN)
    assert set(found()) == {"households_team"}


def test_that_hours_of_capacity_go_to_who_wins_them(found, do, of: int, money) -> None:
    none = costs.Chances(100, 100, 0)
    do(costs.add, of, words="a", price_cents=8_000, quantity_e4=105_000, unit="per uur", effect="capacity",
       law="jeugdwet", payer="gemeente", beneficiary="justitie", chances=none, noted=THEN)  # fmt: skip
    do(costs.add, of, words="b", price_cents=8_000, unit="per traject", effect="capacity", law="jeugdwet",
       payer="gemeente", chances=none, noted=THEN)  # fmt: skip
    assert found()["capacity"] == {"justitie": 105}


def test_that_every_cell_that_a_household_is_in_is_a_finest_one_of_the_catalogue(
    store: Store, casus: int, known: Catalogue
) -> None:
    made = memberships(dossier.read(store, casus), periods.parse("2026"), known, TABLES, team="noord")
    assert len(made) > 100
    assert len({(one.table, one.cell) for one in made}) == len(made)
    for one in made:
        kind = TABLES.tables[one.table]
        assert TABLES.knows((one.table, one.cell))
        assert kind.bears_value(one.cell) == (one.value is not None)
        assert one.value is None or one.value % kind.step == 0


def test_that_the_order_in_which_it_was_typed_changes_nothing(store: Store, casus: int, known: Catalogue) -> None:
    read = dossier.read(store, casus)
    turned = replace(read, **{name: getattr(read, name)[::-1] for name in dossier.PARTS if name != "household"})
    period = periods.parse("2026")
    assert memberships(read, period, known, TABLES) == memberships(turned, period, known, TABLES)


def test_that_the_summary_counts_the_same_households_as_the_exchange(
    store: Store, casus: int, known: Catalogue
) -> None:
    """Where nothing ended or was moved: problems, agencies and the domains are one and the same count."""
    read: Dossier = dossier.read(store, casus)
    made = memberships(read, periods.parse("2026"), known, TABLES)
    mine = {"problems": {one.cell.split("|")[0] for one in made if one.table == "problems_children"}}
    mine |= {name: {one.cell for one in made if one.table == name} for name in ("agencies", "life_domains")}
    for table in tables.count([read], known, example=True).tables:
        if table.id in mine:
            assert {row.code for row in table.rows if row.households} == mine[table.id], table.id


def test_that_lists_that_a_workspace_took_itself_add_no_code(store: Store, of: int, do, known: Catalogue) -> None:
    do(agencies.add, of, kind="eigen-instantie", noted=THEN)
    made = memberships(dossier.read(store, of), periods.parse("2026Q3"), known, load())
    assert Membership("agencies", OTHER) in made
    assert "eigen" not in repr(made)


def test_that_an_amount_that_cannot_be_is_known_as_such() -> None:
    assert too_large(Membership("cost_after", "a|b", -10_000_100))
    assert not too_large(Membership("cost_after", "a|b", 10_000_000))
    assert not too_large(Membership("agencies", "a"))


def test_that_every_saving_says_how_much_lower_and_higher_it_may_turn_out(
    found, do, of: int, money, known: Catalogue
) -> None:
    """The draws of a household's own band: an own price may be 25% off, so that 9 of 10 lie within about 17%."""
    cells = found()
    for saving, middle in (("saved_direct_expected", 10_000), ("saved_prevented_expected", 4_000)):
        for side in ("below", "above"):
            ((cell, off),) = cells[f"{saving}_{side}"].items()
            assert cell == "wmo2015|gemeente"
            assert off == pytest.approx(middle * 0.17, abs=100)


def test_that_what_was_confirmed_takes_its_share_of_the_band_along(found, do, of: int, money) -> None:
    whole = found()["saved_direct_expected_below"]["wmo2015|gemeente"]
    do(confirmations.write, money["halved"], "3", "confirmed", on_day=date(2026, 9, 30))
    parts = [found()[f"saved_direct_{part}_below"]["wmo2015|gemeente"] for part in ("realised", "expected")]
    assert parts == [pytest.approx(whole / 4, abs=50), pytest.approx(whole * 3 / 4, abs=50)]


def test_that_of_a_known_cost_only_what_would_have_been_spent_stays_a_guess(found, do, of: int, money) -> None:
    """€ 20,000 a year would have been spent; the plan turned out to cost € 4,000 and not € 10,000. A quarter each."""
    do(confirmations.write, money["halved"], "3", "changed", actual_cents=400_000, on_day=date(2026, 9, 30))
    cells = found()
    assert cells["saved_direct_realised"]["wmo2015|gemeente"] == 4_000
    off = cells["saved_direct_realised_below"]["wmo2015|gemeente"]
    assert off == pytest.approx(5_000 * 0.17, abs=100), "of the 5,000, and not of the 4,000 that is left"


def test_attack_rebuilding_a_household_by_what_part_of_a_saving_is_uncertain(found, do, of: int, money) -> None:
    """A range of a chance holds in every law that the event costs. Whatever was typed, what leaves is the same."""
    before = found()
    ranges = {"price": (100, 90_000_000), "quantity": (1, 10**6), "chance": (1, 99), "attribution": (1, 100)}
    for part, ends in ranges.items():
        do(cost_ranges.set_range, money["halved"], part, ends)
    do(cost_ranges.set_range, money["event"], "price", (100, 90_000_000))
    do(events.set_ranges, 1, threatening=(1, 99), plan=(0, 80))
    assert found() == before


def test_that_what_adds_up_to_a_year_happens_in_one_quarter_and_the_rest_stays(
    store: Store, casus: int, known: Catalogue
) -> None:
    """Of a dossier in which nothing happens any more, only how things are is counted: to add that would repeat it."""
    read = dossier.read(store, casus)

    def told(period: str) -> set[str]:
        return {one.table for one in memberships(read, periods.parse(period), known, TABLES, team="noord")}

    adds = {kind.id for kind in TABLES.tables.values() if kind.adds}
    then = set().union(*(told(f"{year}Q{quarter}") for year in (2025, 2026, 2027) for quarter in (1, 2, 3, 4)))
    assert then & adds
    assert told("2040Q1") == then - adds
