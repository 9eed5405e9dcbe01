import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from doorbraak.model.catalogue import fold
from doorbraak.model.documents.document import CONFIDENTIAL, EXAMPLE, Quote, text_of
from doorbraak.model.documents.learning_names import LEFT_OUT, age_band, pseudonyms_of
from doorbraak.model.documents.learning_sheet import PET, PSEUDONYMISED, learning_sheet_of
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.barriers import Barrier
from doorbraak.model.dossier.considerations import Consideration
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status, StatusChange
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.outcomes import Outcome
from doorbraak.model.dossier.workers import Worker
from doorbraak.model.insight.names import article_name
from doorbraak.model.workspace.store import Store
from tests.model.documents.doorbraak_papers import CASES, CATALOGUE, OWN, TODAY, marked, published, sources
from tests.model.documents.sentences import texts_of
from tests.model.documents.tricky_names import STORIES, TRACES, names_left, with_tricky_names
from tests.model.dossier.drawn_cases import cases
from tests.model.dossier.test_casefile_round_trip import CALM
from tests.model.insight.records import agency, dossier, household, intervention, line, made, person, problem, step

MARKER = "Qwizzelfant"
LISTS = texts_of((*CATALOGUE.articles.values(), *CATALOGUE.interventions.values(), *CATALOGUE.agencies.values()))
ROLES = {fold(word) for role in CATALOGUE.roles.values() for word in re.findall(r"\w+", role.name)} | {
    "oudste",
    "jongste",
    "middelste",
}
ZOON = next(one.id for one in CATALOGUE.roles.values() if one.name == "Zoon")


def sheet(found: Dossier, id_: int = 1) -> str:
    return text_of(learning_sheet_of(sources(found, profile=OWN), id_))


def weighed(words: str, **parts: object) -> str:
    """What the sheet makes of a weighing."""
    written = made(Consideration, part="weighing", words=words)
    return sheet(dossier(interventions=(intervention(),), considerations=(written,), **parts))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES)
def test_that_no_name_of_a_published_household_is_on_it(store: Store, case: str) -> None:
    found = published(store, case)
    of = found.dossier
    listed = {fold(word) for text in LISTS for word in re.findall(r"\w+", text)}
    typed = [of.household.lead, *(one.name for one in of.workers), *(one.name for one in of.people)]
    words = {word for text in typed for word in re.findall(r"\w+", text) if word[0].isupper()}
    names = {word for word in words if fold(word) not in listed | ROLES}
    for one in of.interventions:
        document = learning_sheet_of(found, one.id)
        text = text_of(document)
        for law in CATALOGUE.laws.values():
            text = text.replace(law.abbreviation or law.title, "")
        assert of.household.name not in text
        assert [name for name in names if re.search(rf"\b{name}\b", text)] == []
        assert re.search(r"\b(?:19|20)\d\d\b|\b\d{1,2} (?:januari|mei|juni|juli|oktober|november)\b", text) is None
        assert re.search(r",\d\d\b", text) is None


def test_that_the_published_households_have_names_to_look_for(store: Store) -> None:
    assert {one.name for one in published(store, CASES[0]).dossier.workers} >= {"Noor", "Daan"}


@pytest.mark.parametrize("case", CASES)
def test_that_nothing_that_was_typed_comes_on_it(store: Store, case: str) -> None:
    """Also a code that no list knows is somebody's text."""
    found = marked(published(store, case).dossier, MARKER)
    for one in found.interventions:
        assert MARKER.lower() not in sheet(found, one.id).lower()


@pytest.mark.parametrize("story", STORIES)
def test_that_no_name_however_tricky_comes_on_it(store: Store, story: str) -> None:
    found = with_tricky_names(published(store, CASES[0]).dossier, story)
    text = "\n".join(sheet(found, one.id) for one in found.interventions)
    assert names_left(text) == []
    said = pseudonyms_of(found, CATALOGUE)
    assert names_left(story)
    assert names_left(said.shown(story)) == []
    assert LEFT_OUT not in said.shown(story)


@pytest.mark.parametrize("trace", TRACES)
def test_that_a_text_with_an_address_a_number_or_a_day_of_birth_is_left_out(trace: str) -> None:
    assert LEFT_OUT in weighed(f"Zij {trace}, zegt zij.")
    assert trace not in weighed(f"Zij {trace}, zegt zij.")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("12.345 euro", "ongeveer 12.300 euro"), ("€ 12.345", "ongeveer 12.300 euro"),
        ("12 345 euro", "ongeveer 12.300 euro"), ("ruim 12345 euro", "ongeveer 12.300 euro"),
        ("124,50 euro", "ongeveer 100 euro"), ("€ 12,50", "minder dan honderd euro"),
        ("€ 1.200,-", "ongeveer 1.200 euro"), ("artikel 3.1", "artikel 3.1"), ("die 6.000 euro", "die 6.000 euro"),
        ("een schuld van 12.345", "een schuld van ongeveer 12.300"),
        ("3 kinderen", "3 kinderen"), ("om 12.30 uur", "om 12.30 uur"), ("artikel 3.111", "artikel 3.111"),
    ],
)  # fmt: skip
def test_that_an_amount_in_a_text_is_told_in_hundreds(amount: str, said: str) -> None:
    assert f"Het is {said}, zegt zij." in weighed(f"Het is {amount}, zegt zij.")


@settings(CALM, max_examples=30)
@given(case=cases(most=3))
def test_that_nothing_typed_of_any_household_comes_on_it(store: Store, case: form.CaseFile) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    found = marked(dossiers.read(store, of), MARKER)
    for one in found.interventions:
        assert MARKER.lower() not in sheet(found, one.id).lower()


def test_that_a_weighing_says_roles_for_names() -> None:
    people = (person(id=1, name="Fatima de Vries", role="moeder"),)
    workers = (made(Worker, name="Bram Jansma"),)
    text = weighed("Fatima wil het zelf. Bram Jansma hielp.", people=people, workers=workers)
    assert "“" not in text
    assert "Moeder wil het zelf. Een hulpverlener" in text
    for name in ("Fatima", "Vries", "Bram", "Jansma"):
        assert name not in text


@pytest.mark.parametrize(
    "words",
    [
        "Het gebeurde op 3 maart.", "Net als huishouden 14.",
        "Bel 06 12345678.", "Mail naar a@voorbeeld.nl.", "Het adres is 1234 AB 5.", "Zie www.voorbeeld.nl.",
    ],
)  # fmt: skip
def test_that_a_text_that_points_at_somebody_is_left_out(words: str) -> None:
    text = weighed(words)
    assert LEFT_OUT in text
    assert words not in text


def test_that_a_role_written_as_a_name_leaves_ordinary_words_alone() -> None:
    people = (person(id=1, name="Vader van de broer", role="vader"),)
    assert "De moeder van de kinderen wil het." in weighed("De moeder van de kinderen wil het.", people=people)


def test_that_a_text_with_the_own_name_of_the_household_is_left_out_or_reworded() -> None:
    assert "Vlaskamp" not in weighed("Gezin Vlaskamp kan dit.", of=household(name="Vlaskamp"))
    assert "Het is nodig." in weighed("Het is nodig.", of=household(name="Vlaskamp"))


def test_that_people_are_roles_with_a_number_and_wide_ages() -> None:
    people = (
        person(id=1, name="Sam", role=ZOON, birth_year=2020),
        person(id=2, name="Tim", role=ZOON, birth_year=2012),
        person(id=3, name="Kees"),
    )
    text = sheet(dossier(interventions=(intervention(),), people=people))
    for shown in ("Zoon 1\t4 tot 12 jaar", "Zoon 2\t12 tot 18 jaar", "Iemand uit het gezin\tonbekend"):
        assert shown in text


def test_that_every_age_falls_in_one_band() -> None:
    bands = [age_band(2026 - years, 2026) for years in range(100)]
    assert bands == sorted(bands, key=list(dict.fromkeys(bands)).index)
    assert (bands[3], bands[4], bands[17], bands[18], bands[65]) == (
        "0 tot 4 jaar", "4 tot 12 jaar", "12 tot 18 jaar", "18 tot 27 jaar", "65 jaar en ouder"
    )  # fmt: skip
    assert age_band(None, 2026) == age_band(2030, 2026) == "onbekend"


def test_that_days_are_months_since_the_start() -> None:
    start = date(2026, 1, 15)
    changes = tuple(
        made(StatusChange, id=at, status=status, on_day=day, reason="Omdat")
        for at, (status, day) in enumerate(
            (("proposed", start - timedelta(1)), ("requested", date(2026, 2, 14)), ("granted", date(2026, 3, 15)))
        )
    )
    outcomes = (made(Outcome, on_day=date(2026, 7, 15), worked="yes", why="Rust"),)
    found = dossier(
        of=household(opened=start), interventions=(intervention(status="granted"),), statuses=changes, outcomes=outcomes
    )
    text = sheet(found)
    for shown in ("Voor het begin\tVoorgesteld", "In de eerste maand\tAangevraagd", "Na 2 maanden\tToegekend"):
        assert shown in text
    assert "Na 6 maanden\tJa" in text
    assert "Omdat" not in text


def test_that_a_law_with_a_year_in_its_name_points_at_nobody() -> None:
    assert "Dit past in de Wmo 2015." in weighed("Dit past in de Wmo 2015.")
    assert "Dit past in de Wmo 2015 al langer." in weighed("Dit past in de Wmo 2015 sinds 2016.")


@pytest.mark.parametrize(("words", "said"), [
    ("In 2024 kwam er rust.", "Eerder kwam er rust."), ("Sinds 2019 loopt het vast.", "Al langer loopt het vast."),
    ("Het stopte in mei 2019.", "Het stopte eerder."), ("Sinds mei ’24 niet.", "Al langer niet."),
    ("Vanaf 2031 mag het.", "Later mag het."),
])  # fmt: skip
def test_that_a_year_becomes_earlier_or_later_and_the_text_stays(words: str, said: str) -> None:
    assert f"“{said}”" in weighed(words) or said in weighed(words)
    assert LEFT_OUT not in weighed(words)


def test_that_the_amount_of_a_rule_stays_and_one_of_somebody_is_rounded() -> None:
    assert "Het eigen risico is 385 euro." in weighed("Het eigen risico is 385 euro.")
    assert "De schuld is ongeveer 400 euro." in weighed("De schuld is 385 euro.")


def test_that_a_word_with_a_capital_that_may_be_a_name_is_left_out() -> None:
    assert "Volgens [weggelaten] kan het niet." in weighed("Volgens Petra kan het niet.")


def test_that_one_is_one_and_a_dog_is_nobody() -> None:
    people = (person(id=1, role="moeder"), person(id=2, name="Bobby", role=PET))
    found = dossier(interventions=(intervention(),), people=people, problems=(problem(1),), agencies=(agency(1),))
    text = sheet(replace(found, steps=(step(1),)))
    for shown in ("Het was 1 stap.", "1 mens\n", "1 probleem nu\n", "1 instantie nu\n", "Huisdier"):
        assert shown in text
    assert PET in CATALOGUE.roles


@pytest.mark.parametrize(
    "words",
    ["Het is beter op alle drie de waarden.", "De oudste zoon gaat zonder de kinderen.", "Gezinsvoogd en adviseur."],
)
def test_that_descriptions_and_offices_leave_the_words_of_a_weighing_alone(words: str) -> None:
    people = tuple(
        person(id=at, name=name, role="vader")
        for at, name in enumerate(("Vader van de broer", "Bewoner zonder huis", "Vader van de kinderen"), 1)
    )
    leads = ("Gezinsvoogd", "Adviseur", "Oudste zoon")
    problems = tuple(problem(at, lead=lead) for at, lead in enumerate(leads, 1))
    assert words in weighed(words, people=people, problems=problems)


def test_that_an_office_with_a_surname_leaves_one_role() -> None:
    agencies = tuple(agency(at, words=one) for at, one in enumerate(("Advocaat Lijsterveld", "Tandarts Pimpelmees"), 1))
    text = weighed("Gesproken met advocaat Lijsterveld. Bel tandarts Pimpelmees.", agencies=agencies)
    assert "Gesproken met een advocaat. Bel een tandarts." in text


def test_that_amounts_are_hundreds_and_agencies_keep_the_name_of_the_list() -> None:
    agencies = (agency(1, "uwv", words="Het loket van Piet"), agency(2, words="Stichting Piet"))
    found = dossier(
        line(123_456), agencies=agencies, interventions=(intervention(agencies=(1, 2)),),
        problems=(problem(1, words="Ruzie met Piet"),),
    )  # fmt: skip
    text = sheet(found)
    assert "€\u00a01.200" in text
    assert CATALOGUE.agencies["uwv"].name in text
    assert "een instantie\t" in text
    assert "Piet" not in text


def test_that_it_says_on_every_page_what_it_is() -> None:
    found = dossier(interventions=(intervention(),))
    assert learning_sheet_of(sources(found), 1).marks == (PSEUDONYMISED, CONFIDENTIAL)
    example = replace(found, household=household(example=True))
    assert learning_sheet_of(sources(example), 1).marks == (EXAMPLE, PSEUDONYMISED)


def test_that_what_passes_is_quoted() -> None:
    written = made(Consideration, part="wanted-effect", words="Er is rust.")
    found = sources(dossier(interventions=(intervention(),), considerations=(written,)))
    blocks = [block for section in learning_sheet_of(found, 1).sections for block in section.blocks]
    assert Quote("Er is rust.") in blocks
    assert pseudonyms_of(found.dossier, CATALOGUE).shown("Er is rust.") == "Er is rust."


def test_that_what_is_quoted_in_a_quotation_has_single_marks() -> None:
    text = weighed("Zij zei: “Het mag.” Toen mocht het.")
    assert "Zij zei: ‘Het mag.’ Toen mocht het." in text


def test_that_what_is_solved_or_ended_is_not_counted_as_now() -> None:
    problems = (problem(1), problem(2, solved_on=TODAY))
    agencies = (agency(1), agency(2), agency(3, ended_on=TODAY))
    text = sheet(dossier(interventions=(intervention(),), problems=problems, agencies=agencies))
    assert "1 probleem nu" in text
    assert "2 instanties nu" in text


FATIMA = (person(id=1, name="Fatima de Vries", role="moeder"),)


def test_that_what_stood_in_the_way_was_tried_and_worked_is_told_without_names() -> None:
    barrier = made(Barrier, rung="habit", words="Iedereen zei het van Fatima.", tried="Met Fatima de bonnen bekeken.")
    other = made(Barrier, id=2, rung="ict", words="Sinds 3 maart 2024 staat het uit.")
    worked = made(Outcome, on_day=TODAY, worked="yes", why="Fatima slaapt weer.")
    silent = made(Outcome, id=2, on_day=TODAY, worked="partly")
    found = dossier(
        interventions=(intervention(),), people=FATIMA, barriers=(barrier, other), outcomes=(worked, silent)
    )
    text = sheet(found)
    assert "Gewoonte\tIedereen zei het van moeder.\tMet moeder de bonnen bekeken.\tNog niet" in text
    assert f"ICT\t{LEFT_OUT}\tNiet ingevuld\tNog niet" in text
    assert "Ja\tMoeder slaapt weer." in text
    assert "Deels\t–" in text
    assert "Een trede zegt hoe vast iets zit." in text
    assert "Fatima" not in text


def test_that_a_law_in_the_way_says_which_article() -> None:
    pw, jw, awb = "participatiewet:13:1_onder_g", "jeugdwet:1.2:1", "awb:4:84"
    grounds = tuple(
        made(LegalGround, id=at, intervention=1, article=article, role=role)
        for at, (article, role) in enumerate(((pw, "blocks"), (jw, "blocks"), (awb, "room")), 1)
    )

    def blocked(*words: str) -> str:
        barriers = tuple(made(Barrier, id=at, rung="law", words=each) for at, each in enumerate(words, 1))
        text = sheet(dossier(interventions=(intervention(),), grounds=grounds, barriers=barriers))
        return text[text.index("Wat blokkeerde") : text.index("Werkte het?")]

    for words, shown in (
        ("De wet zegt nee.", (pw, jw)),
        ("De Participatiewet zegt nee.", (pw,)),
        ("De Zvw zegt nee.", ()),
        ("Awb 4:84 zegt nee.", (awb,)),
    ):
        said = blocked(words)
        for article in (pw, jw, awb):
            assert (article_name(article, CATALOGUE) in said) is (article in shown), (words, article)
    assert article_name(pw, CATALOGUE) not in blocked("De wet zegt nee.", "Een andere wet zegt ook nee.")


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        ("proposed", "Wat het plan is"), ("requested", "Wat er gevraagd is"), ("granted", "Wat er mag"),
        ("partly", "Wat er voor een deel mag"), ("refused", "Wat er gevraagd was"), ("done", "Wat er gedaan is"),
        ("evaluated", "Wat er gedaan is"), ("withdrawn", "Wat het plan was"),
    ],
)  # fmt: skip
def test_that_nothing_is_said_to_be_done_before_it_was(status: Status, heading: str) -> None:
    text = sheet(dossier(interventions=(intervention(status=status),)))
    assert f"\n{heading}\n" in text
    assert ("Wat er gedaan is" in text) is (status in ("done", "evaluated"))


def test_that_a_doorbraak_of_no_list_says_what_was_asked_without_names() -> None:
    asked = intervention(kind="", words="De kinderbijslag aan Fatima betalen.")
    text = sheet(dossier(interventions=(asked,), people=FATIMA))
    assert "Een doorbraak in eigen woorden\nDe kinderbijslag aan moeder betalen." in text
    assert "Fatima" not in text
    pointing = sheet(dossier(interventions=(intervention(kind="", words="Betalen sinds 3 maart 2024."),)))
    assert LEFT_OUT in pointing


def test_that_the_saving_is_that_of_all_doorbraken_of_the_plan() -> None:
    both = (intervention(id=1, status="granted"), intervention(id=2, status="requested"))
    text = sheet(dossier(line(500_000), line(200_000, id_=2, intervention=1), interventions=both))
    assert "verwacht bespaard, alle doorbraken samen" in text
    assert "kost deze doorbraak zelf" in text
    assert "Van 1 van de 2 doorbraken is de prijs nog niet ingevuld." in text
    assert "Wat deze doorbraak zelf kost" not in text
    other = sheet(dossier(line(500_000), line(200_000, id_=2, intervention=1), interventions=both), 2)
    assert "Wat deze doorbraak zelf kost, is nog niet ingevuld." in other
    assert "kost deze doorbraak zelf" not in other
    alone = sheet(dossier(line(500_000), interventions=both[:1]))
    assert "verwacht bespaard\n" in alone
    assert "samen" not in alone


@pytest.mark.parametrize(("status", "said"), [("refused", "afgewezen"), ("withdrawn", "ingetrokken")])
def test_that_what_does_not_come_saves_nothing(status: Status, said: str) -> None:
    both = (intervention(id=1, status=status), intervention(id=2))
    text = sheet(dossier(line(500_000), line(200_000, id_=2, intervention=2), interventions=both))
    assert f"Deze doorbraak is {said}. Zij telt niet mee in de som." in text
    assert "bespaard" not in text
    assert "€" not in text
