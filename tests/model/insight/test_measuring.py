from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier.measurements import CORE, Measurement, Moment
from doorbraak.model.errors import InputError
from doorbraak.model.insight import measuring
from doorbraak.model.insight.measuring import FollowUp
from tests.model.insight.records import agency, dossier, household, made

CATALOGUE = catalogue.load()
PLAN = date(2026, 10, 5)


def measured(id_: int, measure: str, moment: Moment, on: date = PLAN, **given: object) -> Measurement:
    return made(Measurement, id=id_, measure=measure, moment=moment, on_day=on, **given)


def test_that_all_six_stand_there_before_anything_was_measured() -> None:
    rows = measuring.core_rows(())
    assert tuple(row.measure for row in rows) == CORE
    assert all(row.found == {} and row.of_people == {} for row in rows)
    assert all(measure in CATALOGUE.measures for measure in CORE)


def test_that_the_latest_of_the_household_stands_in_a_place_and_those_of_people_are_counted() -> None:
    late = measured(1, "vertrouwen", "start", date(2026, 11, 1), value_e2=700)
    early = measured(2, "vertrouwen", "start", date(2026, 10, 1), value_e2=300)
    person = measured(3, "vertrouwen", "start", date(2026, 12, 1), value_e2=100, person=8)
    row = next(row for row in measuring.core_rows((late, early, person)) if row.measure == "vertrouwen")
    assert row.found == {"start": late}
    assert row.of_people == {"start": (person,)}


@pytest.mark.parametrize(
    ("today", "done", "expected"),
    [
        (date(2026, 11, 21), (), FollowUp("3", date(2027, 1, 5), due=False)),
        (date(2026, 12, 31), ("start",), FollowUp("3", date(2027, 1, 5), due=False)),
        (date(2027, 1, 5), ("start",), FollowUp("3", date(2027, 1, 5), due=True)),
        (date(2027, 2, 1), ("start", "3"), FollowUp("6", date(2027, 4, 5), due=False)),
        (date(2027, 2, 1), ("6",), FollowUp("3", date(2027, 1, 5), due=True)),
        (date(2027, 5, 1), ("start",), FollowUp("6", date(2027, 4, 5), due=True)),
        (date(2028, 1, 1), (), FollowUp("12", date(2027, 10, 5), due=True)),
        (date(2028, 1, 1), ("12",), None),
    ],
)
def test_that_the_next_measurement_is_the_one_due_or_else_the_first_to_come(
    today: date, done: tuple[Moment, ...], expected: FollowUp | None
) -> None:
    listed = [measured(at, measure, moment) for moment in done for at, measure in enumerate(CORE)]
    listed += [measured(90, "vertrouwen", "3"), measured(91, "stress", "6")]  # one of six does not make it done
    assert (
        measuring.next_follow_up(dossier(of=household(plan_date=PLAN), measurements=tuple(listed)), today) == expected
    )


def test_that_without_a_plan_the_months_run_from_the_opening() -> None:
    home = household(plan_date=None, opened=date(2026, 11, 30))
    after = measuring.next_follow_up(dossier(of=home), date(2026, 12, 1))
    assert after == FollowUp("3", date(2027, 2, 28), due=False)


def test_that_nothing_is_due_for_a_closed_household() -> None:
    assert measuring.next_follow_up(dossier(of=household(plan_date=PLAN, closed=PLAN)), date(2027, 5, 1)) is None


@pytest.mark.parametrize(
    ("today", "moment"),
    [
        (date(2026, 9, 1), "start"),
        (date(2026, 12, 31), "start"),
        (date(2027, 1, 5), "3"),
        (date(2027, 4, 5), "6"),
        (date(2027, 12, 1), "12"),
    ],
)
def test_that_a_measurement_of_today_belongs_to_the_last_moment_that_came(today: date, moment: Moment) -> None:
    assert measuring.moment_now(dossier(of=household(plan_date=PLAN)), today) == moment


def test_that_agencies_that_are_over_are_not_offered() -> None:
    listed = (agency(1, contacts_e2=150), agency(2, contacts_e2=400, ended_on=date(2026, 11, 1)))
    found = measuring.from_dossier(dossier(agencies=listed), date(2026, 11, 21))
    assert found == {"aantal-instanties": 100, "contacten-per-maand": 150}
    assert measuring.from_dossier(dossier(), date(2026, 11, 21)) == {}


@pytest.mark.parametrize(
    ("value_e2", "shown"), [(750, "7,5"), (0, "0"), (1000, "10"), (-120_050, "-1.200,5"), (25, "0,25"), (None, "eigen")]
)
def test_that_a_figure_is_shown_as_people_write_it(value_e2: int | None, shown: str) -> None:
    answer = "" if value_e2 is not None else "eigen"
    assert measuring.found_words(value_e2, answer) == shown
    assert measuring.typed_words(value_e2, answer) == shown.replace(".", "")


def test_that_of_each_person_the_latest_counts() -> None:
    listed = [
        measured(at, "vertrouwen", "3", date(2026, 11, day), value_e2=100, person=person)
        for at, (day, person) in enumerate(((1, 7), (3, 7), (2, 8)))
    ]
    row = next(row for row in measuring.core_rows(listed) if row.measure == "vertrouwen")
    assert row.of_people == {"3": (listed[1], listed[2])}


def test_that_the_scale_says_which_way_is_better_when_one_is() -> None:
    words = {key: measuring.scale_words(measure) for key, measure in CATALOGUE.measures.items()}
    assert words["vertrouwen"] == "0-10, hoger is beter"
    assert words["kosten-doorbraak"] == "euro (eenmalig)"


@pytest.mark.parametrize(
    ("measure", "value_e2", "answer", "sentence"),
    [
        ("vertrouwen", 1001, "", "0 tot en met 10"),
        ("vertrouwen", -1, "", "0 tot en met 10"),
        ("aantal-instanties", 6100, "", "0 tot en met 60"),
        ("eigen-woning", 100, "", "geen, tijdelijk, eigen"),
        ("eigen-woning", None, "kasteel", "geen, tijdelijk, eigen"),
    ],
)
def test_that_a_refusal_names_the_scale_and_not_what_was_typed(
    measure: str, value_e2: int | None, answer: str, sentence: str
) -> None:
    with pytest.raises(InputError) as refused:
        measuring.on_scale(CATALOGUE.measures[measure], value_e2, answer)
    assert sentence in refused.value.sentence
    assert "kasteel" not in refused.value.sentence


def test_that_what_is_on_the_scale_is_taken() -> None:
    measuring.on_scale(CATALOGUE.measures["vertrouwen"], 1000)
    measuring.on_scale(CATALOGUE.measures["eigen-woning"], None, "tijdelijk")
