import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.dossier import confirmations, costs, events
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.interventions import STATUSES
from doorbraak.model.dossier.justification import ROLES
from doorbraak.model.dossier.people import LIVING, Person
from doorbraak.model.dossier.problems import OWNERS, Problem
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.named_articles import reference_of
from tests.model.insight.records import letter, made

CATALOGUE = load()


def test_that_own_words_come_before_the_name_of_the_list() -> None:
    kind = next(iter(CATALOGUE.problems))
    assert names.problem_name(made(Problem, kind=kind, words="Die ene schuld"), CATALOGUE) == "Die ene schuld"
    listed = names.problem_name(made(Problem, kind=kind), CATALOGUE)
    assert listed == CATALOGUE.problems[kind].name
    agency = next(iter(CATALOGUE.agencies))
    assert names.agency_name(made(Agency, kind=agency), CATALOGUE) == CATALOGUE.agencies[agency].name


def test_that_what_the_list_does_not_know_keeps_its_id() -> None:
    assert names.problem_name(made(Problem, kind="weg"), CATALOGUE) == "weg"
    assert names.law_name("weg", CATALOGUE) == "weg"
    assert names.payer_name("weg", CATALOGUE) == "weg"
    assert names.article_name("weg:1", CATALOGUE) == "weg:1"


@pytest.mark.parametrize(
    ("article", "start"),
    [
        ("awb:3:4:2", "Awb artikel 3:4 lid 2: "),
        ("jeugdwet:2.1:onder_f", "Jw artikel 2.1 onder f: "),
        ("wmo2015:1.2.1:b_en_c", "Wmo 2015 artikel 1.2.1 onder b en c: "),
        ("participatiewet:13:1_onder_g", "PW artikel 13 lid 1 onder g: "),
        ("participatiewet:14", "PW artikel 14: "),
    ],
)
def test_that_an_article_is_named_with_its_paragraph(article: str, start: str) -> None:
    assert names.article_name(article, CATALOGUE).startswith(start)
    assert reference_of(article, CATALOGUE) == start.replace("artikel ", "").removesuffix(": ")


def test_that_an_empty_law_or_payer_is_said_in_words() -> None:
    assert names.law_name("", CATALOGUE) == "Geen wet"
    assert names.payer_name("", CATALOGUE) == "Onbekend"


@pytest.mark.parametrize(
    ("name", "role", "shown"),
    [
        ("Sam", "vader", "Sam (vader)"),
        ("Sam", "", "Sam"),
        ("", "vader", "Vader"),
        ("Sam", "weg", "Sam (weg)"),
        ("Vader", "vader", "Vader"),
        ("Oudste zoon", "zoon", "Oudste zoon"),
        ("Vadersma", "vader", "Vadersma (vader)"),
        ("Oom of tante", "oom-tante", "Oom of tante"),
    ],
)
def test_that_a_person_is_known_by_name_and_role(name: str, role: str, shown: str) -> None:
    assert names.person_name(made(Person, name=name, role=role, lives_here="yes"), CATALOGUE) == shown


@pytest.mark.parametrize(
    ("e4", "shown"), [(0, "0"), (10_000, "1"), (833, "0,0833"), (12_5000, "12,5"), (10**10, "1000000")]
)
def test_that_a_quantity_has_as_many_decimals_as_it_needs(e4: int, shown: str) -> None:
    assert names.quantity(e4) == shown


def test_that_contacts_are_written_as_people_do() -> None:
    assert [names.contacts(e2) for e2 in (0, 130, 2_400, 5)] == ["0", "1,3", "24", "0,05"]


def test_that_every_choice_has_a_name_of_its_own() -> None:
    for choices, shown in (
        (OWNERS, choice_names.OWNERS),
        (STATUSES, choice_names.STATUSES),
        (ROLES, choice_names.GROUND_ROLES),
        (LIVING, choice_names.LIVING),
        (confirmations.STATES, choice_names.CONFIRMATIONS),
        (costs.EFFECTS, choice_names.EFFECTS),
        (costs.RECURRENCES, choice_names.RECURRENCES),
        (events.OUTCOMES, choice_names.EVENT_OUTCOMES),
    ):
        assert set(choices) == set(shown)
        assert len(set(shown.values())) == len(shown)


def test_that_a_household_is_known_by_its_number() -> None:
    assert names.household_name(made(Household, number=12)) == "Huishouden 12"


def test_that_how_long_to_keep_says_from_when_and_what_is_not_certain() -> None:
    for basis in CATALOGUE.retention.values():
        said = names.keeping_term(basis.id, CATALOGUE)
        assert said.startswith(f"{basis.term} {basis.unit}. Telt vanaf: " if basis.term else "Geen vaste termijn. ")
        assert basis.counts_from.rstrip(".") in said
        assert ("Nakijken" in said) is not basis.certain
    assert names.keeping_term("", CATALOGUE) == names.keeping_term("weg", CATALOGUE) == ""


def test_that_a_letter_of_an_agency_that_went_away_still_has_its_name() -> None:
    assert names.letter_sender(letter(1, sender="uwv"), (), CATALOGUE) == CATALOGUE.agencies["uwv"].name
    assert names.letter_sender(letter(1, sender="De kerk"), (), CATALOGUE) == "De kerk"


def test_that_a_wijk_is_named_once() -> None:
    assert [names.wijk_name(code) for code in ("12", "wijk-b", "Buurt 3")] == ["wijk 12", "wijk-b", "Buurt 3"]
