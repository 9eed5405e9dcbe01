"""The published households: every one is whole, says what of it is real, and adds up to what is published."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.documents.fridge_card_doing import with_verb
from doorbraak.model.dossier import casefile, dossier
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import CORE
from doorbraak.model.insight.knots import knots_of
from doorbraak.model.insight.names import article_name
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.insight.tensions import tensions_of
from doorbraak.model.workspace.store import Store

CASES = {path.stem: path.read_bytes() for path in sorted((paths.resources() / "cases").glob("*.json"))}
CATALOGUE = catalogue.load()
READ = {name: casefile.read(content, CATALOGUE) for name, content in CASES.items()}

SOURCE = {
    "casus-01": "publiekewaarden.nl",
    "casus-05": "schuldenlab070.nl",
    "casus-06": "sociaalweb.nl",
    "casus-07": "zorgverzekeringslijn.nl",
    "casus-09": "augeomagazine.nl",
    "casus-10": "chiefexplorationofficer.nl",
}
# Whole euros of public money in the first year: current, threatening, plan. Published are the current cost of 01
# (with 5,000 that is not public) and of 05; the others are what the made-up amounts come to.
YEARLY = {
    "casus-01": (264_000, 283_464, 89_908),
    "casus-05": (104_000, 114_136, 60_000),
    "casus-06": (0, 70_000, 40_000),
    "casus-07": (39_922, 60_922, 28_659),
    "casus-09": (77_000, 105_443, 75_863),
    "casus-10": (15_000, 18_260, 26_315),
}
# Whole euros of every line, in order: what is listed for the case, some of it split over prices of the list.
AMOUNTS = {
    "casus-05": (43_800, 30_000, 12_000, 12_000, 6_200, 2_000, 1_500, 32_718),  # the last is the event, ours
    "casus-06": (4_800, 40_000, 70_000),
    # 25,000 shelter and support, 12,000 police and urgent care, 1,500 fines, 12,000 a home, 35,000 a stay, 100 papers
    "casus-07": (15_000, 10_000, 2_100, 4_644, 5_256, 1_500, 12_000, 35_000, 100),
    "casus-09": (60_000, 8_000, 9_000, 3_500, 2_500, 37_500, 1_400, 1_100, 0),  # what threatens is 40,000
    "casus-10": (1_500, 18_000, 15_000, 6_440, 657, 258),  # the last four are ours
}
KNOTS = {
    "casus-01": {
        frozenset({"problematische-schulden", "somberheid"}),
        frozenset({"te-kleine-woning", "uithuisplaatsing"}),
    },
    "casus-05": {frozenset({"problematische-schulden", "ggz-weigert"})},
    "casus-07": {frozenset({"alcohol", "psychose"})},
}
# Of the first doorbraak: the articles that open what blocks it.
WAYS_OUT = {
    "casus-01": ("participatiewet:49",),
    "casus-05": ("zvw:11:1", "zvw:18d:2"),
    "casus-06": ("jeugdwet:2.3:1",),
}


@pytest.fixture(params=READ, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def case(name: str) -> form.CaseFile:
    return READ[name]


@pytest.fixture
def taken_in(store: Store, case: form.CaseFile) -> Dossier:
    with store.change("Huishouden invoeren"):
        home = casefile.take_in(store, case)
    return dossier.read(store, home)


def rows_of(case: form.CaseFile) -> list[Any]:
    return [row for part in LISTS for row in getattr(case, part)]


def test_that_there_are_six() -> None:
    assert list(READ) == list(SOURCE) == list(YEARLY)


def test_that_a_file_is_written_as_the_program_writes_it(name: str, case: form.CaseFile) -> None:
    assert casefile.to_bytes(case) == CASES[name]


def test_that_nothing_is_lost_through_a_workspace(name: str, taken_in: Dossier) -> None:
    assert casefile.write(taken_in) == CASES[name]


def test_that_a_case_says_what_is_real_and_where_that_stands(name: str, case: form.CaseFile) -> None:
    assert case.household.example
    assert "(voorbeeld)" in case.household.name
    for words in ("Uit de bron: ", "Voorbeeld, door ons ingevuld: ", "Bron: http", SOURCE[name]):
        assert words in case.household.note


def test_that_every_record_is_published_or_example(case: form.CaseFile) -> None:
    origins = {row.origin for row in rows_of(case)}
    assert origins == {"published", "example"}


def test_that_every_kind_of_record_can_be_seen_somewhere() -> None:
    empty = {part for part in LISTS if not any(getattr(case, part) for case in READ.values())}
    assert not empty


def test_that_every_field_with_a_choice_is_used_somewhere() -> None:
    """So that each screen has something to show."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case in READ.values():
        for row in rows_of(case):
            for field in row.__struct_fields__:
                seen[type(row).__name__, field].add(str(getattr(row, field)))
    assert {"helps", "thin", "strains"} <= seen["Agency", "bond"]
    assert {"keep", "pause", "stop", "merge"} == seen["Agency", "future"]
    assert {"proposed", "requested", "granted", "partly", "refused", "done", "evaluated"} == seen[
        "StatusChange", "status"
    ]
    assert {"yes", "partly", "too-early"} == seen["Outcome", "worked"]
    assert {"carries", "room", "blocks"} == seen["Ground", "role"]
    assert {"legal", "economic", "societal", "lifeworld"} == seen["Perspective", "side"]
    assert {"start", "3", "6", "between"} == seen["Measurement", "moment"]
    assert {"task", "promise", "appointment", "payment", "deadline", "objection"} == seen["Task", "kind"]
    assert {"law", "policy-rule", "work-process", "ict", "habit"} <= seen["Barrier", "rung"]
    assert {"consent", "public-task", "contract"} == seen["Sharing", "ground"]
    assert {"first", "plan", "look-back", ""} == seen["Visit", "conversation"]


def test_that_a_case_adds_up_to_what_is_promised(name: str, taken_in: Dossier) -> None:
    public = saving_of(taken_in, CATALOGUE).public
    found = tuple(round(cents / 100) for cents in (public.current, public.threatening, public.plan))
    assert found == YEARLY[name]


@pytest.mark.parametrize("name", AMOUNTS)
def test_that_the_lines_are_the_amounts_of_the_case(name: str) -> None:
    assert [line.price_cents * line.quantity_e4 for line in READ[name].costs] == [
        euros * 100 * 10_000 for euros in AMOUNTS[name]
    ]


def test_that_every_cost_has_a_law_a_payer_a_source_and_the_price_of_the_list(case: form.CaseFile) -> None:
    for line in case.costs:
        assert line.law
        assert line.payer
        assert line.source
        if line.price:
            listed = CATALOGUE.prices[line.price]
            assert (listed.use, line.price_cents, line.price_year) == ("line", listed.price_cents, listed.price_year)
            assert line.unit == listed.unit


def test_that_every_ground_is_the_article_as_it_was_read(case: form.CaseFile) -> None:
    """The six are shown with the lists they come with: an article that changes here changes there too."""
    for ground in case.grounds:
        article = CATALOGUE.articles[ground.article]
        assert (ground.text, ground.text_version) == (article.what, article.text_version)
        assert ground.title == article_name(ground.article, CATALOGUE)
        assert ground.reason
    with_grounds = {ground.intervention for ground in case.grounds}
    assert {step.id for step in case.interventions} == with_grounds


@pytest.mark.parametrize("name", WAYS_OUT)
def test_that_the_way_out_is_a_ground_and_the_legal_test_rests_on_it(taken_in: Dossier, name: str) -> None:
    first = taken_in.interventions[0]
    found = tensions_of([one for one in taken_in.grounds if one.intervention == first.id], CATALOGUE)
    assert found
    assert all(one.solved for one in found)
    assert {id_ for one in found for id_ in one.chosen} >= set(WAYS_OUT[name])
    (legal,) = (
        one.words for one in taken_in.considerations if (one.intervention, one.part) == (first.id, "legal-test")
    )
    cited = {CATALOGUE.articles[id_].article for id_ in WAYS_OUT[name]}
    assert all(re.search(rf"artikel {re.escape(number)}\b", legal, re.IGNORECASE) for number in cited)


def test_that_an_article_about_bijstand_stops_no_insurer() -> None:
    """Of casus-05: what blocks the doorbraak is of a law that holds for who pays."""
    (payer,) = {one.payer for one in READ["casus-05"].interventions if one.id == "i1"}
    laws = {CATALOGUE.articles[one.article].law for one in READ["casus-05"].grounds if one.intervention == "i1"}
    assert payer == "zorgverzekeraar"
    assert "participatiewet" not in laws


def test_that_each_weighing_holds_what_speaks_against_it(case: form.CaseFile) -> None:
    """In the same paragraph: a summary of it never leaves out the other side unseen."""
    weighings = [part.words for part in case.considerations if part.part == "weighing"]
    assert weighings
    for words in weighings:
        (paragraph,) = words.split("\n")
        before, _, against = paragraph.partition(" Tegen: ")
        assert before.endswith(".")
        assert len(against.split()) > 5


def test_that_a_step_and_a_task_say_what_is_done(case: form.CaseFile) -> None:
    for step in case.steps:
        assert with_verb(step.words) == step.words
    for task in case.tasks:
        assert with_verb(task.words, task.kind) == task.words


def test_that_a_justification_tells_a_moment_by_its_day(case: form.CaseFile) -> None:
    """It is read long after: "op dit moment" would be another moment then."""
    for part in case.considerations:
        assert not re.search(r"\b(op dit moment|vandaag)\b", part.words, re.IGNORECASE)


def test_that_the_time_since_the_payment_of_casus_05_is_as_it_was() -> None:
    days = {row.status: row for row in READ["casus-05"].statuses if row.intervention == "i1"}
    assert (days["evaluated"].on_day - days["done"].on_day).days == 7 * 7
    assert days["evaluated"].reason.startswith("Zeven weken na de betaling")


@pytest.mark.parametrize("name", KNOTS)
def test_that_circular_waits_are_in_the_case_and_are_found(store: Store, name: str) -> None:
    with store.change("Huishouden invoeren"):
        found = dossier.read(store, casefile.take_in(store, READ[name]))
    kinds = {problem.id: problem.kind for problem in found.problems}
    circuits = {frozenset(kinds[id_] for id_ in circuit) for circuit in knots_of(found.problems).circuits}
    assert circuits == KNOTS[name]


def test_that_the_address_of_casus_07_was_a_knot_until_it_was_given(store: Store) -> None:
    with store.change("Huishouden invoeren"):
        found = dossier.read(store, casefile.take_in(store, READ["casus-07"]))
    kinds = {problem.id: problem.kind for problem in found.problems}
    before = knots_of(tuple(replace(problem, solved_on=None) for problem in found.problems))
    circuits = [{kinds[id_] for id_ in circuit} for circuit in before.circuits]
    assert {"geen-briefadres", "id-verlopen", "geen-inkomen"} in circuits


def test_that_the_plan_leaves_few_agencies_and_says_what_becomes_of_each(case: form.CaseFile) -> None:
    kept = [agency for agency in case.agencies if agency.future == "keep"]
    assert 0 < len(kept) <= 12
    assert len(kept) < len(case.agencies)
    assert all(agency.future for agency in case.agencies)
    staying = {agency.id for agency in kept}
    for agency in case.agencies:
        assert (agency.merges_into in staying) == (agency.future == "merge")


def test_that_public_creditors_stand_side_by_side_in_the_case_of_48_agencies() -> None:
    claims = [agency for agency in READ["casus-01"].agencies if agency.claim_cents]
    public = [agency for agency in claims if CATALOGUE.agencies[agency.kind].public_creditor]
    assert len(public) >= 5
    start = [row for row in READ["casus-01"].measurements if row.measure == "schuldbedrag"]
    assert sum(agency.claim_cents or 0 for agency in claims) == start[0].value_e2


@pytest.mark.parametrize("name", ["casus-01", "casus-05", "casus-07"])
def test_that_letters_contradict_each_other(name: str) -> None:
    assert any(letter.contradicts for letter in READ[name].letters)


def test_that_the_six_core_measures_are_taken_at_the_start(case: form.CaseFile) -> None:
    assert set(CORE) <= {row.measure for row in case.measurements if row.moment == "start"}


def test_that_what_is_measured_fits_the_case(case: form.CaseFile) -> None:
    start = {row.measure: row.value_e2 for row in case.measurements if row.moment == "start"}
    assert start["aantal-instanties"] == len(case.agencies) * 100
    assert start["contacten-per-maand"] == sum(agency.contacts_e2 for agency in case.agencies)
    still = [agency for agency in case.agencies if agency.ended_on is None]
    for row in case.measurements:
        if row.measure == "aantal-instanties" and row.moment != "start":
            ended = [agency for agency in case.agencies if agency.ended_on and agency.ended_on <= row.on_day]
            assert row.value_e2 == (len(case.agencies) - len(ended)) * 100
            assert len(still) <= len(case.agencies) - len(ended)


def test_that_a_status_is_the_last_of_its_history(case: form.CaseFile) -> None:
    for step in case.interventions:
        history = [row for row in case.statuses if row.intervention == step.id]
        assert [row.on_day for row in history] == sorted(row.on_day for row in history)
        assert history[-1].status == step.status
        decided = [row.on_day for row in history if row.status in ("granted", "partly", "refused")]
        assert step.decided_on == (decided[-1] if decided else None)


def test_that_a_refusal_has_its_reason_and_its_last_day_for_bezwaar() -> None:
    refused = [row for row in READ["casus-06"].statuses if row.status == "refused"]
    assert [row.reason != "" for row in refused] == [True]
    days = [task.due for task in READ["casus-06"].tasks if task.kind == "objection"]
    assert [(day - refused[0].on_day).days for day in days if day] == [42]


def test_that_one_household_is_closed_with_its_goals_reached() -> None:
    closed = {name: case.household.close_reason for name, case in READ.items() if case.household.closed}
    assert closed == {"casus-10": "goals-reached"}
    last = READ["casus-10"]
    assert all(task.done_on for task in last.tasks)
    assert last.household.closed is not None
    assert all(row.on_day <= last.household.closed for row in (*last.visits, *last.measurements, *last.outcomes))


def test_that_nothing_in_a_case_names_or_reaches_a_person(name: str) -> None:
    """No number of a person, address, postcode or mail; the one phone number that is there is nobody's."""
    text = re.sub(r"https?://\S+", "", CASES[name].decode())
    assert "@" not in text
    assert not re.search(r"\b[1-9]\d{3} ?[A-Z]{2}\b", text)
    assert not re.search(r"\b\d{9}\b", text)
    phones = re.findall(r'"phone": "([^"]*)"', text)
    assert set(phones) == {"06 0000 0000"}
    assert not re.search(r"\b0[1-9][\d -]{7,}\d\b", text.replace("06 0000 0000", ""))


def test_that_there_is_no_other_file_beside_them() -> None:
    folder: Path = paths.resources() / "cases"
    assert {path.name for path in folder.iterdir()} == {f"{name}.json" for name in SOURCE}
