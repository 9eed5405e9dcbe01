import hashlib
import re
from statistics import median

import pytest
from msgspec import inspect

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier import casefile, dossier, synthetic
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.synthetic_draw import LAST_DAY, Draw

SEED = 20_260  # the one of the demo


# Every field that takes free text: what is no choice, no code of the catalogue, no reference and no unit.
WORDS = {
    field.name: {
        inner.name
        for inner in field.type.item_type.fields
        if isinstance(inner.type, inspect.StrType)
        and inner.name not in {"id", "unit", "text_version", "answer", *LISTS[field.name].codes}
        and inner.name not in LISTS[field.name].refers
    }
    for field in inspect.type_info(form.CaseFile).fields
    if field.name in LISTS
}


@pytest.fixture(scope="module")
def made() -> list[form.CaseFile]:
    return synthetic.households(60, SEED, lists.load())


def test_that_the_same_seed_gives_the_same_households(made, catalogue) -> None:
    assert synthetic.households(60, SEED, catalogue) == made
    assert synthetic.households(7, SEED, catalogue) == made[:7]
    assert synthetic.households(60, SEED + 1, catalogue) != made


def test_that_draws_are_the_same_in_every_version_of_python() -> None:
    draw = Draw(1)
    assert [draw.between(1, 100) for _ in range(6)] == [14, 85, 77, 26, 50, 45]
    drawn = repr([draw.some("abcdefgh", 3) for _ in range(3)])
    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == "0a345e56ec1c202a"


def test_that_a_draw_stays_within_its_ends_and_never_repeats_itself() -> None:
    draw = Draw(3)
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
        texts = [case.household.note, case.household.lead, case.household.close_words]
        for name in LISTS:
            for row in getattr(case, name):
                texts += [getattr(row, field) for field in row.__struct_fields__ if field in WORDS[name]]
        texts = [text for text in texts if text]
        assert len(texts) > 20
        assert all(re.match("Synthetisch", text) for text in texts)
        assert all(person.name == "" for person in case.people)


def test_that_every_household_can_be_taken_in_and_written_again(made, store, catalogue) -> None:
    with store.change("Voorbeelden"):
        taken = [casefile.take_in(store, casefile.read(casefile.to_bytes(case), catalogue)) for case in made[:12]]
    for case, of in zip(made, taken, strict=False):
        assert casefile.write(dossier.read(store, of)) == casefile.to_bytes(case)


def test_that_all_kinds_of_records_and_most_of_their_choices_are_there(made) -> None:
    for name in LISTS:
        assert any(getattr(case, name) for case in made), name
    assert {problem.owner for case in made for problem in case.problems} == {"", "household", "professional", "system"}
    agencies = [agency for case in made for agency in case.agencies]
    assert {agency.bond for agency in agencies} == {"", "helps", "thin", "strains"}
    assert {agency.future for agency in agencies} == {"", "keep", "pause", "stop", "merge"}
    assert {row.moment for case in made for row in case.measurements} == {"start", "3", "6"}
    lines = [line for case in made for line in case.costs]
    assert {line.effect for line in lines} == {"", "cash", "capacity"}
    assert {bool(line.beneficiary) for line in lines} == {True, False}
    for low in ("price_low_cents", "quantity_low_e4", "chance_low", "attribution_low", "person", "problem"):
        assert {getattr(line, low) is None for line in lines} == {True, False}, low
    events = [event for case in made for event in case.events]
    assert {event.outcome for event in events} == {"", "happened", "averted"}
    assert {event.plan_low is None for event in events} == {True, False}
    confirmed = [row for case in made for row in case.confirmations]
    assert {row.after for row in confirmed} == {"3", "6", "12"}
    assert {row.state for row in confirmed} == {"confirmed", "changed", "unknown"}
    refusals = [row for case in made for row in case.refusals]
    for of in ("agency", "problem", "event", "intervention"):
        assert any(getattr(row, of) for row in refusals), of
    assert any(letter.contradicts for case in made for letter in case.letters)
    assert any(signal.article and signal.rung for case in made for signal in case.signals)
    assert {bool(case.household.closed) for case in made} == {True, False}


def test_that_some_households_have_problems_that_wait_for_each_other(made) -> None:
    tied = 0
    for case in made:
        waits = {problem.id: set(problem.waits_for) for problem in case.problems}
        while free := [id_ for id_, others in waits.items() if not others & waits.keys()]:
            for id_ in free:
                del waits[id_]
        tied += bool(waits)
    assert len(made) // 8 < tied < len(made) // 2


def test_that_the_history_of_a_doorbraak_ends_with_its_status(made) -> None:
    for case in made:
        for step in case.interventions:
            history = [change for change in case.statuses if change.intervention == step.id]
            assert history[-1].status == step.status
            assert [change.on_day for change in history] == sorted(change.on_day for change in history)


def test_that_nothing_was_done_or_measured_in_days_to_come(made) -> None:
    done = ("done_on", "settled_on", "solved_on", "ended_on", "gone_on", "told_on", "on_day", "dated",
            "outcome_on")  # fmt: skip
    for case in made:
        days = [getattr(row, field, None) for name in LISTS for row in getattr(case, name) for field in done]
        assert all(day <= LAST_DAY for day in days if day)
        assert case.household.closed is None or case.household.opened <= case.household.closed <= LAST_DAY


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
