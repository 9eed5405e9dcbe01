import hashlib
import re
from statistics import median

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier import casefile, dossier, synthetic
from doorbraak.model.dossier import casefile_format as form

SEED = 20_260  # the one of the demo


@pytest.fixture(scope="module")
def made() -> list[form.CaseFile]:
    return synthetic.households(60, SEED, lists.load())


def test_that_the_same_seed_gives_the_same_households(made, catalogue) -> None:
    assert synthetic.households(60, SEED, catalogue) == made
    assert synthetic.households(7, SEED, catalogue) == made[:7]
    assert synthetic.households(60, SEED + 1, catalogue) != made


def test_that_draws_are_the_same_in_every_version_of_python() -> None:
    draw = synthetic.Draw(1)
    assert [draw.between(1, 100) for _ in range(6)] == [14, 85, 77, 26, 50, 45]
    drawn = repr([draw.some("abcdefgh", 3) for _ in range(3)])
    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == "0a345e56ec1c202a"


def test_that_a_draw_stays_within_its_ends_and_never_repeats_itself() -> None:
    draw = synthetic.Draw(3)
    seen = {draw.between(2, 4) for _ in range(200)}
    assert seen == {2, 3, 4}
    assert not any(draw.happens(0) for _ in range(50))
    assert all(draw.happens(100) for _ in range(50))
    assert sorted(draw.some("abc", 9)) == ["a", "b", "c"]


def test_that_every_household_says_that_it_is_synthetic(made) -> None:
    for number, case in enumerate(made, 1):
        assert case.household.name == f"Synthetisch {number}"
        assert case.household.example
        assert case.notice == form.EXAMPLE
        texts = [
            case.household.note,
            *(goal.words for goal in case.goals),
            *(step.words for step in case.interventions),
            *(ground.reason for ground in case.grounds),
            *(event.reason for event in case.events),
            *(text for line in case.costs for text in (line.words, line.source)),
        ]
        assert all(re.match("Synthetisch", text) for text in texts)
        assert all(person.name == "" for person in case.people)


def test_that_every_household_can_be_taken_in_and_written_again(made, store, catalogue) -> None:
    with store.change("Voorbeelden"):
        taken = [casefile.take_in(store, casefile.read(casefile.to_bytes(case), catalogue)) for case in made[:12]]
    for case, of in zip(made, taken, strict=False):
        assert casefile.write(dossier.read(store, of)) == casefile.to_bytes(case)


def yearly(case: form.CaseFile) -> int:
    return sum(line.price_cents * line.quantity_e4 // 10_000 for line in case.costs if line.chances)


def test_that_the_households_have_the_shape_of_the_public_figures(made) -> None:
    assert 23 <= median(len(case.problems) for case in made) <= 28
    assert 23 <= median(len(case.agencies) for case in made) <= 28
    assert 1400 <= median(sum(agency.contacts_e2 for agency in case.agencies) for case in made) <= 1800
    assert 90_000_00 <= median(yearly(case) for case in made) <= 110_000_00


def test_that_catalogue_prices_are_used_as_they_are_and_only_those_that_may_be_summed(made, catalogue) -> None:
    for case in made:
        for line in case.costs:
            if line.price:
                listed = catalogue.prices[line.price]
                assert listed.use == "line"
                assert (line.price_cents, line.price_year, line.unit) == (
                    listed.price_cents,
                    listed.price_year,
                    listed.unit,
                )
                assert line.transfer == listed.transfer
