import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier.corrections import Correction
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.statements import Statement
from doorbraak.model.dossier.workers import Worker
from doorbraak.model.insight.pseudonyms import pseudonyms_of, who
from tests.model.insight.records import agency, dossier, household, made, person, problem

CATALOGUE = catalogue.load()


def told(text: str, *names: str, **parts: object) -> str:
    people = tuple(person(id=at, name=name, role="moeder") for at, name in enumerate(names, 1))
    return of(dossier(people=people, **parts), text)  # type: ignore[arg-type]


def of(found: Dossier, text: str) -> str:
    return pseudonyms_of(found, CATALOGUE, Profile("Nachtegaliaan")).told(text)


def test_that_a_description_as_a_name_leaves_every_word_alone() -> None:
    text = "Alle drie de waarden. De oudste zoon van de buren gaat zonder de kinderen naar de vader van de broer."
    assert told(text, "Vader van de broer", "Oudste zoon", "Bewoner zonder huis", "Vader van de kinderen") == text


def test_that_leads_and_deciders_that_are_offices_leave_every_word_alone() -> None:
    leads = ("Gezinsvoogd", "Oudste zoon", "Adviseur", "School", "Zorgverzekeringslijn")
    problems = tuple(problem(at, lead=lead) for at, lead in enumerate(leads, 1))
    text = "De oudste zoon gaat naar school. Gezinsvoogd en adviseur bellen de zorgverzekeringslijn."
    assert told(text, problems=problems) == text


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Mei", "In mei kwam Mei. MEI en Mei's jas, 3 mei.", "In mei kwam moeder. Moeder en moeders jas, 3 mei."),
        ("Roos Bakker", "Een roos van de bakker voor Roos.", "Een roos van de bakker voor moeder."),
        ("Van de Ven", "De VAN DE VEN en van de ven's en Ven.", "De moeder en moeders en moeder."),
        ("D'Angelo", "Met D’Angelo, d'angelo, Angelo.", "Met moeder, moeder, moeder."),
        ("Ömer", "Met O\u0308mer, omer, ÖMERS.", "Met moeder, moeder, moederS."),
        ("Noor-Eva", "Met NoorEva, noor eva, Eva.", "Met moeder, moeder, moeder."),
        ("J.P.", "Zie J.P. komt, jp, JP zegt, j.p. wil.", "Zie moeder komt, jp, moeder zegt, moeder wil."),
        ("Jan Pieter Kwartel", "Met J.P. Kwartel. J. zegt nee.", "Met moeder. Moeder zegt nee."),
        ("Al", "Als al het geld van Al is.", "Als al het geld van moeder is."),
        ("Jan de Vriend", "Een vriend van de Vriend.", "Een vriend van moeder."),
        ("Bas", "Het college van B. en W. belt. B. wil.", "Het college van B. en W. belt. Moeder wil."),
        ("wil", "Wil belt. Hij wil ook.", "Moeder belt. Hij wil ook."),
        ("Wil de jong", "Wil de jong belt. De jong is jong.", "Moeder belt. De jong is jong."),
        ("Mark de groot", "Meneer de Groot en Mark de groot.", "Moeder en moeder."),
        ("Roosmarijn", "Met Roos-Marijn, Roos Marijn.", "Met moeder, moeder."),
        ("\u674e", "Met \u674e.", "Met moeder."),
        ("X", "Met X, x keer.", "Met moeder, x keer."),
        ("Samira Boukhari", "Met SB, S.B. en Samira1.", "Met moeder, moeder en moeder."),
        ("Piet Willems", "De PW geldt.", "De PW geldt."),
        ("Fatima elAmrani", "Met el Amrani.", "Met moeder."),
        ("Sam\u200dira", "Met Samira, Sa\ufe0fmira.", "Met moeder, moeder."),
        ("Fazantijn", "Fazan\u200btijn en Fazan\u00adtijn.", "Moeder en moeder."),
    ],
)
def test_that_a_name_is_found_however_it_is_written(name: str, text: str, said: str) -> None:
    assert told(text, name) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bij tante Riet thuis.", "Bij tante [weggelaten] thuis."),
        ("Dan belt meneer Jansma.", "Dan belt meneer [weggelaten]."),
        ("Met mw. de Boer en mw. van der wal.", "Met mw. [weggelaten] en mw. [weggelaten]."),
        ("Van juf Anna de Bruin.", "Van juf [weggelaten]."),
        ("Bij oom Öz en dhr. B. Kuipers.", "Bij oom [weggelaten] en dhr. [weggelaten]."),
        ("Meneer ’t Hart, mevrouw Van der Wal-Smit.", "Meneer [weggelaten], mevrouw [weggelaten]."),
        ("Zoon Kevin en broer RAFAEL.", "Zoon [weggelaten] en broer [weggelaten]."),
        ("Consulent Peters van de gemeente.", "Consulent [weggelaten] van de gemeente."),
        ("Bel bewindvoerder Vinkenoog of tandarts Fuut.", "Bel bewindvoerder [weggelaten] of tandarts [weggelaten]."),
        ("De bewindvoerder en de deurwaarder van UWV.", "De bewindvoerder en de deurwaarder van UWV."),
        ("Mevrouw bakker en fam. vos, mw. de bakker.", "Mevrouw [weggelaten] en fam. [weggelaten], mw. [weggelaten]."),
        ("Mevrouw Arts belt, mevrouw wil niet.", "Mevrouw [weggelaten] belt, mevrouw wil niet."),
        ("De familie zomer na zomer. Wijkagent bakker.", "De familie zomer na zomer. Wijkagent bakker."),
        ("De rechter in Zwolle, haar moeder in Marokko.", "De rechter in Zwolle, haar moeder in Marokko."),
        ("De wethouder van Rotterdam, die van Den Haag.", "De wethouder van Rotterdam, die van Den Haag."),
        ("De rechter in 't Veld.", "De rechter [weggelaten]."),
        ("Meneer Jansma in het restaurant.", "Meneer [weggelaten] in het restaurant."),
        ("Tante zegt nee. Mevrouw van de gemeente.", "Tante zegt nee. Mevrouw van de gemeente."),
        ("De moeder belt. UWV en vader UWV, kind Wlz.", "De moeder belt. UWV en vader UWV, kind Wlz."),
        ("Zij heeft een tante. Riet is het gras.", "Zij heeft een tante. Riet is het gras."),
    ],
)
def test_that_a_name_after_a_title_or_relation_is_left_out(text: str, said: str) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hier woont de familie Zwaluw.", "Hier woont het gezin."),
        ("Het gezin Zwaluw en de Zwaluws.", "Het gezin en de gezinsleden."),
        ("Zwaluws moeder belt.", "Moeder van het gezin belt."),
        ("De Zwaluw-familie, het Zwaluw-huis.", "Het gezin, het huis van het gezin."),
        ("S. Zwaluw belt. Mevrouw F.M. Zwaluw ook.", "Het gezin belt. Het gezin ook."),
        ("Gezin Zwaluw-Merel wil.", "Het gezin wil."),
    ],
)
def test_that_a_family_is_one_word_with_all_that_belongs_to_it(text: str, said: str) -> None:
    assert of(dossier(of=household(name="Familie Zwaluw")), text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mw. F.M. Jansen-Zwaluw belt.", "Moeder belt."),
        ("Fatima Zwaluw-Jansen en Zwaluw Fatima.", "Moeder en moeder."),
        ("Moeder Fatima belt.", "Moeder belt."),
        ("Fatima Z. belt met S. Zwaluw.", "Moeder belt met moeder."),
    ],
)
def test_that_a_name_goes_whole_with_title_initials_and_both_halves(text: str, said: str) -> None:
    assert told(text, "Fatima Zwaluw") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sjoerd vd Wal kwam.", "Vader kwam."), ("Sjoerd v.d. Wal kwam.", "Vader kwam."),
        ("Sjoerd v/d Wal kwam.", "Vader kwam."), ("De heer v.d. Wal is boos.", "Vader is boos."),
        ("Naima's moeder kwam.", "Moeders moeder kwam."), ("Mr. Pieterse ging weg.", "Een advocaat ging weg."),
        ("Hanneke van Ruys belt.", "Een hulpverlener belt."),
        ("Hannekes moeder, Hanneke's auto.", "Een hulpverleners moeder, auto van een hulpverlener."),
    ],
)  # fmt: skip
def test_that_what_is_left_is_dutch(text: str, said: str) -> None:
    found = dossier(
        people=(person(id=1, name="Naima", role="moeder"), person(id=2, name="Sjoerd van der Wal", role="vader")),
        workers=(made(Worker, name="Hanneke Ruys"),),
        agencies=(agency(1, words="Advocatenkantoor Pieterse"),),
    )
    assert of(found, text) == said


@pytest.mark.parametrize("title", ["Gezin Zuid", "Dakloos gezin"])
def test_that_a_title_of_ordinary_words_is_no_name(title: str) -> None:
    text = "Een dakloos gezin in Zuid wacht."
    assert of(dossier(of=household(name=title)), text) == text


@pytest.mark.parametrize(
    "text", ["Elke dag.", "Door de regel.", "Art. 35 geldt.", "Een ton schuld.", "Het lot.", "De bron."]
)
def test_that_ordinary_words_that_are_names_too_stay(text: str) -> None:
    assert told(text, "Elke", "Door", "Art", "Ton", "Lot", "Bron") == text


def test_that_whoever_is_named_anywhere_is_known() -> None:
    found = dossier(
        of=household(name="Familie Brinkhorstje", lead="Merelina"),
        workers=(made(Worker, id=1, name="Eksterika"),),
        corrections=(made(Correction, id=1, asked_by="Putterina"),),
        statements=(made(Statement, id=1, by_whom="Sijsje"),),
    )
    text = of(found, "Familie Brinkhorstje, Brinkhorstje, Merelina, Eksterika, Nachtegaliaan, Putterina, Sijsje.")
    assert text == (
        "Het gezin, het gezin, een hulpverlener, een hulpverlener, een hulpverlener, "
        "iemand uit het gezin, iemand uit het gezin."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gesproken met advocaat Lijsterveld.", "Gesproken met een advocaat."),
        ("De advocaat Lijsterveld belt.", "De advocaat belt."),
        ("Toen zei Lijsterveld nee.", "Toen zei een advocaat nee."),
        ("Teamleider Spreeuwman en wethouder Spreeuwman.", "Teamleider een hulpverlener en een wethouder."),
    ],
)
def test_that_a_name_beside_its_office_leaves_one_role(text: str, said: str) -> None:
    found = dossier(agencies=(agency(1, words="Advocaat Lijsterveld"),), problems=(problem(1, lead="Spreeuwman"),))
    assert of(found, text) == said


def test_that_who_is_only_a_role_or_office_is_told_from_who_is_named() -> None:
    ordinary = pseudonyms_of(dossier(), CATALOGUE).ordinary
    for office in (
        "Teamleider wijkteam",
        "College van B en W",
        "UWV",
        "Moeder en vader",
        "Gezinsvoogd",
        "Inwonende medewerker",
    ):
        assert who(office, ordinary), office
    for other in ("Jansma", "Teamleider Jansma", "", "gisteren"):
        assert not who(other, ordinary), other


@pytest.mark.parametrize("piece", ["J. ", "tante Riet ", "mw. van de ", "Sam J. ", "A.B.", "van de ", "oom A. "])
def test_that_a_long_text_is_read_at_once(piece: str) -> None:
    people = (person(id=1, name="Sam", role="zoon"), person(id=2, name="Joris van de Ven", role="zoon"))
    said = of(dossier(people=people), piece * 3000)
    assert "Sam" not in said


def test_that_a_name_of_many_words_is_found_in_every_shorter_form() -> None:
    text = "Sofie, anna, Kwartel, Pluim, van den kwartel, Sofie van den Kwartel, van den Kwartel Pluim."
    said = told(text, "Sofie Anna van den Kwartel-Pluim")
    assert said == "Moeder, moeder, moeder, moeder, moeder, moeder, moeder."
