"""Synthetic households over two quarters: the same shape, each thing on its day, and a second quarter that differs."""

from collections import Counter
from statistics import mean, median

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier import casefile, synthetic, synthetic_quarters
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.synthetic_draw import LAST_DAY
from doorbraak.model.dossier.synthetic_quarters import SECOND
from tests.model.dossier.test_synthetic import yearly

SEED = 20_264


@pytest.fixture(scope="module")
def made() -> list[form.CaseFile]:
    return synthetic_quarters.households(150, SEED, lists.load())


def test_that_the_same_seed_gives_the_same_households_whatever_their_number(made, catalogue) -> None:
    assert synthetic_quarters.households(9, SEED, catalogue) == made[:9]
    assert synthetic_quarters.households(9, SEED + 1, catalogue) != made[:9]


def test_that_an_even_shape_leaves_the_other_examples_as_they_were(catalogue) -> None:
    assert synthetic.households(5, SEED, catalogue, synthetic.Shape()) == synthetic.households(5, SEED, catalogue)
    assert synthetic.households(5, SEED, catalogue, synthetic_quarters.LAPTOPS) != synthetic.households(
        5, SEED, catalogue
    )


def test_that_each_is_a_case_file_that_is_taken_in(made, store, catalogue) -> None:
    with store.change("Voorbeelden"):
        for case in made:
            read = casefile.read(casefile.to_bytes(case), catalogue)
            assert read == case
        for case in made[:10]:
            casefile.take_in(store, case)


def test_that_they_keep_the_shape_of_the_public_figures(made) -> None:
    assert 23 <= median(len(case.problems) for case in made) <= 28
    assert 23 <= median(len(case.agencies) for case in made) <= 28
    assert 1400 <= median(sum(agency.contacts_e2 for agency in case.agencies) for case in made) <= 1800
    assert 90_000_00 <= median(yearly(case) for case in made) <= 110_000_00


def test_that_debts_are_in_most_households_and_other_problems_in_few(made) -> None:
    found = Counter(kind for case in made for kind in {problem.kind for problem in case.problems})
    assert found["problematische-schulden"] >= 0.8 * len(made)
    assert found["jongere-in-aanraking-politie"] <= 0.4 * len(made)


def test_that_some_joined_and_some_left_and_most_stayed(made) -> None:
    joined = [case for case in made if case.household.opened >= SECOND]
    left = [case for case in made if case.household.closed is not None]
    assert 10 <= len(joined) <= 30
    assert 4 <= len(left) <= 20
    assert all(case.household.closed < SECOND for case in left if case.household.closed)
    assert not [case for case in joined if case in left]


def test_that_nothing_is_known_before_its_dossier_or_after_the_last_day(made) -> None:
    for case in made:
        for name in LISTS:
            for row in getattr(case, name):
                assert case.household.opened <= row.noted_on <= LAST_DAY, name
                assert (getattr(row, "on_day", None) or LAST_DAY) <= LAST_DAY, name


def test_that_the_second_quarter_knows_more_of_who_stayed(made) -> None:
    stayed = [case for case in made if case.household.opened < SECOND and case.household.closed is None]

    def later(name: str, day: str) -> int:
        return sum(any(getattr(row, day) >= SECOND for row in getattr(case, name)) for case in stayed)

    for name, day in (("problems", "noted_on"), ("agencies", "noted_on"), ("statuses", "on_day"),
                      ("measurements", "on_day"), ("outcomes", "on_day"), ("confirmations", "on_day"),
                      ("signals", "noted_on")):  # fmt: skip
        assert later(name, day) >= 10, name


def test_that_most_of_what_threatened_was_averted_and_only_what_happened_cost_more(made) -> None:
    told = Counter(event.outcome for case in made for event in case.events)
    assert told["averted"] > 4 * told["happened"] > 0
    assert all((event.expected_on > LAST_DAY) == (not event.outcome) for case in made for event in case.events)
    for case in made:
        lines, outcomes = {line.id: line for line in case.costs}, {event.id: event.outcome for event in case.events}
        for row in case.confirmations:
            event = lines[row.cost_line].event
            if event is not None and row.state != "unknown":
                assert (row.state == "changed") == (outcomes[event] == "happened")


def test_that_a_doorbraak_has_the_status_of_the_end_of_its_history(made) -> None:
    for case in made:
        for step in case.interventions:
            history = [change.status for change in case.statuses if change.intervention == step.id]
            assert (history[-1] if history else "proposed") == step.status


def test_that_their_sums_are_as_published_programmes_saw_them(made) -> None:
    """About EUR 22,000 saved per household, more of it prevented than direct, and about EUR 1.90 for each euro."""
    direct = mean(
        sum(_full(one) * (100 - one.chances.plan) // 100 for one in case.costs if one.chances) for case in made
    )
    own = mean(sum(one.price_cents for one in case.costs if one.intervention) for case in made)
    prevented = mean(_prevented(case) for case in made)
    assert 18_000_00 <= direct + prevented <= 26_000_00
    assert prevented > direct
    assert 1.6 <= (direct + prevented) / own <= 2.2


def _full(line: sums.Cost) -> int:
    return line.price_cents * line.quantity_e4 // 10_000


def _prevented(case: form.CaseFile) -> int:
    less = {event.id: event.chance_threatening - event.chance_plan for event in case.events}
    return sum(_full(line) * less[line.event] // 100 for line in case.costs if line.event)


def test_that_a_few_rules_stand_in_the_way_of_many_and_the_list_knows_them(made, catalogue) -> None:
    found = Counter(article for case in made for article in {one.article for one in case.signals} if article)
    assert len(found) <= 6
    assert set(found) <= set(catalogue.articles)
    assert sum(number >= len(made) / 10 for number in found.values()) >= 3


def test_that_what_was_really_paid_and_every_range_lies_around_its_middle(made) -> None:
    for case in made:
        lines = {line.id: line for line in case.costs}
        for line in case.costs:
            for low, middle, high in (
                (line.price_low_cents, line.price_cents, line.price_high_cents),
                (line.quantity_low_e4, line.quantity_e4, line.quantity_high_e4),
                (line.chance_low, line.chances.plan if line.chances else 0, line.chance_high),
            ):
                assert low is None or high is None or low <= middle <= high
        own = {one.cost_line: one.cents for one in case.payments}
        assert all(cents <= lines[id_].price_cents for id_, cents in own.items())
