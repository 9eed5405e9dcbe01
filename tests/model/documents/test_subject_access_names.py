"""Which sentences one person may read of what was typed about a household."""

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents.subject_access_about import about_of
from doorbraak.model.documents.subject_access_names import LEFT_OUT, Masks, masks_of
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.workers import Worker
from tests.model.insight.records import agency, dossier, household, made

CATALOGUE = load()
MOTHER = made(Person, id=1, name="Samira el Boukhari", role="moeder")
FATHER = made(Person, id=2, name="Youssef el Boukhari", role="vader", birth_year=1984)
SON = made(Person, id=3, name="Bilal", role="zoon")
UNCLE = made(Person, id=4, name="Oom Karel", role="oom-tante", lives_here="no")
CLINIC = agency(1, words="Kliniek Vinkenoog", people=(2,))
WORKERS = (made(Worker, agency=1, name="Petra de Wit"),)


def masks(person: Person, *others: Person) -> Masks:
    found = dossier(
        of=household(name="Gezin el Boukhari"),
        people=others or (MOTHER, FATHER, SON, UNCLE),
        agencies=(CLINIC,),
        workers=WORKERS,
    )
    return masks_of(found, CATALOGUE, Profile(name="Noor Jansen"), about_of(found), person)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De huur is te laat.", "De huur is te laat."),
        ("Youssef heeft schulden.", LEFT_OUT),
        ("De huur is te laat. Youssef heeft schulden.", f"De huur is te laat. {LEFT_OUT}"),
        ("Samira belt Youssef elke dag.", "Samira el Boukhari belt een gezinslid elke dag."),
        ("Samira woont bij Karel.", "Samira el Boukhari woont bij een betrokkene."),
        ("Vader drinkt. Hij wil geen hulp.", LEFT_OUT),
        ("Vader drinkt.\nHij wil geen hulp.", f"{LEFT_OUT}"),
        ("Moeder is moe. Zij slaapt slecht.", "Moeder is moe. Zij slaapt slecht."),
        ("Moeder belt. Vader drinkt. De huur is te laat.", f"Moeder belt. {LEFT_OUT} De huur is te laat."),
        ("De zoon mist school.", LEFT_OUT),
        ("Ouders zijn het eens.", "Ouders zijn het eens."),
        ("Meneer Pimpelmees dreigt.", LEFT_OUT),
        ("Kliniek Vinkenoog belt terug.", "Een instantie belt terug."),
        ("Samira sprak met Petra de Wit.", "Samira el Boukhari sprak met een hulpverlener."),
    ],
)
def test_that_a_sentence_about_another_goes_and_one_about_both_stays(text: str, said: str) -> None:
    assert masks(MOTHER).told(text, alone=False) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Samira belt mw. Pimpelmees.", "Samira el Boukhari belt mw. [naam]."),
        ("Y. el Boukhari heeft schulden.", LEFT_OUT),
        ("De huur is laat. Y. Youssef heeft schulden.", f"De huur is laat. {LEFT_OUT}"),
        ("Vader sloeg Y. Samira was er niet bij.", LEFT_OUT),
        ("Samira ging naar F. Vader drinkt.", LEFT_OUT),
        ("Plan F. De huur is laat.", "Plan F. De huur is laat."),
    ],
)
def test_that_a_sentence_is_not_cut_at_an_initial_and_goes_when_a_part_of_it_does(text: str, said: str) -> None:
    """Whether "sloeg Y. Samira" is one sentence, nobody can tell."""
    assert masks(MOTHER).told(text, alone=False) == said


@pytest.mark.parametrize("text", ["youssef drinkt", "Youssefs schuld", "Y0ussef drinkt", "Bilaltje mist school", "YeB"])
def test_that_a_name_that_hides_is_found(text: str) -> None:
    assert masks(MOTHER).told(text, alone=False) == LEFT_OUT


def test_that_a_name_that_two_have_is_of_another_when_nothing_says_more() -> None:
    assert masks(MOTHER).told("El Boukhari heeft schulden.", alone=False) == LEFT_OUT
    assert masks(MOTHER).told("Samira el Boukhari is moe.", alone=False) == "Samira el Boukhari is moe."


def test_that_numbers_and_addresses_stay_only_where_it_is_about_nobody_else() -> None:
    for text in ("Bel 06 1234 5678.", "Geboren op 3-4-1984."):
        assert masks(MOTHER).told(text, alone=True) == text
        assert masks(MOTHER).told(text, alone=False) != text


def test_that_a_role_that_two_have_is_of_another_and_a_whole_name_is_not() -> None:
    oldest = made(Person, id=5, name="Oudste zoon", role="zoon")
    youngest = made(Person, id=6, name="Jongste zoon", role="zoon")
    found = masks(oldest, oldest, youngest)
    assert found.told("De zoon drinkt.", alone=False) == LEFT_OUT
    assert found.told("De jongste zoon drinkt.", alone=False) == LEFT_OUT
    assert found.told("De oudste zoon is vaak moe.", alone=False) == "De oudste zoon is vaak moe."
    assert found.told("Oudste zoon is vaak moe.", alone=False) == "Oudste zoon is vaak moe."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Samira", "Samira el Boukhari"),
        ("moeder", "Samira el Boukhari"),
        ("Youssef", "een gezinslid"),
        ("vader", "een gezinslid"),
        ("Noor Jansen", "een hulpverlener"),
        ("Corporatie", "Corporatie"),
        ("", ""),
    ],
)
def test_that_who_does_something_is_the_reader_a_role_or_an_office(text: str, said: str) -> None:
    assert masks(MOTHER).who(text).lower() == said.lower()


def test_that_signs_that_stand_for_people_cannot_be_typed() -> None:
    assert masks(MOTHER).told("\ue000 drinkt. \ue001 belt.", alone=False) == "drinkt. belt."
