from datetime import date, timedelta

from doorbraak.model import catalogue
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.insight.talk import (
    agencies_at_table,
    closing_line,
    contacts_line,
    first_steps,
    grade_before,
    grade_today,
    ours_of,
    read_back,
    us_of,
)
from tests.model.insight.records import START, agency, dossier, household, intervention, made, person, problem
from tests.model.insight.records import step as step_of
from tests.model.insight.records import task as task_of

CATALOGUE = catalogue.load()
TODAY = date(2026, 2, 10)
SOON = date(2026, 3, 1)


def test_that_ours_is_what_is_not_asked_of_the_household() -> None:
    of = dossier(
        interventions=(intervention(),),
        steps=(step_of(1, owner="household"), step_of(2, owner="system", due=SOON), step_of(3, done_on=START)),
        tasks=(
            task_of(4),
            task_of(5, lead="Noor"),
            task_of(6, lead="sam", due=START),
            task_of(7, lead="Noor", done_on=START),
        ),
        people=(person(name="Sam"),),
    )
    assert [(one.source, one.id) for one in ours_of(of)] == [("step", 2), ("task", 5)]
    off = dossier(interventions=(intervention(status="withdrawn"),), steps=(step_of(2, owner="system"),))
    assert ours_of(off) == ()


def test_that_we_are_the_contact_person_or_the_team() -> None:
    assert us_of(dossier()) == "Wijkteam"
    assert us_of(dossier(of=household(lead="Noor"))) == "Noor"


def test_that_the_busiest_agency_that_is_there_comes_first() -> None:
    of = dossier(
        agencies=(
            agency(1, words="B", contacts_e2=100),
            agency(2, words="A", contacts_e2=100),
            agency(3, words="C", contacts_e2=400),
            agency(4, words="D", contacts_e2=900, ended_on=START),
        )
    )
    assert [one.id for one in agencies_at_table(of, CATALOGUE, TODAY)] == [3, 2, 1]


def test_that_contacts_are_told_now_and_later() -> None:
    of = dossier(agencies=(agency(1, contacts_e2=250), agency(2, contacts_e2=2190, future="stop")))
    figures = figures_of(of, saving_of(of, CATALOGUE), today=TODAY)
    assert contacts_line(figures) == "24,4 contacten per maand nu, 2,5 straks."
    of = dossier(agencies=(agency(1, contacts_e2=100),))
    assert contacts_line(figures_of(of, saving_of(of, CATALOGUE), today=TODAY)) == "1 contact per maand nu, 1 straks."


def test_that_the_talk_closes_with_one_line() -> None:
    of = dossier(agencies=tuple(agency(at) for at in range(1, 20)))
    figures = figures_of(of, saving_of(of, CATALOGUE), today=TODAY)
    knotted = knots_of((problem(1, "", 2), problem(2, "", 1), problem(3, "", 4), problem(4, "", 3)))
    assert closing_line(figures, knotted, 1) == "19 instanties, 2 knopen, 1 eerste stap"
    empty = dossier()
    figures = figures_of(empty, saving_of(empty, CATALOGUE), today=TODAY)
    assert closing_line(figures, knots_of(()), 0) == "0 instanties, 0 knopen, 0 eerste stappen"
    assert closing_line(figures, knots_of((problem(1, "", 2), problem(2, "", 1))), 2).endswith(
        "1 knoop, 2 eerste stappen"
    )


def test_that_the_first_step_is_what_is_done_now_else_what_must_come_first() -> None:
    wish = made(Goal, words="Rust", first=True)
    now = task_of(1, kind="promise", due=TODAY, noted_on=TODAY)
    older = task_of(2, kind="promise", due=TODAY, noted_on=START)
    assert first_steps(dossier(goals=(wish, made(Goal, words="Ooit"))), TODAY) == 1
    assert first_steps(dossier(goals=(wish, wish), tasks=(now, older)), TODAY) == 1
    assert first_steps(dossier(tasks=(older,)), TODAY) == 0


def test_that_a_figure_belongs_to_its_day_moment_and_person() -> None:
    def measured(id_: int, on: date, who: int | None = None) -> Measurement:
        return made(Measurement, id=id_, measure="vertrouwen", moment="start", on_day=on, value_e2=500, person=who)

    old, new, theirs = measured(1, START), measured(2, TODAY), measured(3, TODAY, 7)
    every = (old, new, theirs)
    assert grade_today(every, "vertrouwen", "start", None, TODAY) == new
    assert grade_today(every, "vertrouwen", "start", 7, TODAY) == theirs
    assert grade_today(every, "vertrouwen", "3", None, TODAY) is None
    assert grade_today(every, "ervaren-grip", "start", None, TODAY) is None
    assert grade_before(every, "vertrouwen", None, TODAY) == old
    assert grade_before(every, "vertrouwen", 7, TODAY) is None


def test_that_reading_back_tells_what_was_said_and_agreed() -> None:
    of = dossier(
        own_words=(
            made(OwnWords, id=1, question="problem", words="Vroeger", noted_on=START),
            made(OwnWords, id=2, question="problem", words="De beschikking\nmaakt mij bang.", person=1, noted_on=TODAY),
        ),
        people=(person(name="Sam"),),
        goals=(made(Goal, words="Een huis"), made(Goal, words="Rust", first=True)),
        tasks=(task_of(1, words="Beschikking lezen.", due=SOON), task_of(2, words="Bellen", lead="Noor")),
        agencies=(
            agency(1, words="Bank", future="stop", ends_when="Als de schuld weg is"),
            agency(2, words="School", future="merge", merges_into=3),
            agency(3, words="Wijkteam", future="keep"),
            agency(4, words="Loket", future="pause"),
        ),
    )
    assert [(part.title, part.sentences) for part in read_back(of, CATALOGUE, TODAY)] == [
        ("U zegt", ("Sam: “De beschikking maakt mij bang.”",)),
        ("Over een jaar", ("“Een huis”",)),
        ("Dit moet eerst", ("“Rust”",)),
        ("U doet", ("Brief met het besluit lezen, voor 1 maart.",)),
        ("Wij doen", ("Noor: Bellen.",)),
        ("Dit kan stoppen", ("Bank stopt. Als de schuld weg is.", "Loket pauzeert.", "School gaat op in Wijkteam.")),
    ]


def test_that_there_is_nothing_to_read_back_of_an_empty_household() -> None:
    assert read_back(dossier(), CATALOGUE, TODAY) == ()


def test_that_older_words_are_read_back_when_nothing_was_said_today() -> None:
    old = made(OwnWords, id=1, question="problem", words="Vroeger", noted_on=TODAY - timedelta(days=30))
    assert read_back(dossier(own_words=(old,)), CATALOGUE, TODAY)[0].sentences == ("“Vroeger”",)
