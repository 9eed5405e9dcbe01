"""Exact numbers of households are refused in a signaalbrief; of other numbers it is asked what they count."""

import pytest

from doorbraak.model.documents.signal_letter_numbers import counted, numbers_in, plainly
from doorbraak.model.documents.signal_letter_sums import exact_sum
from tests.growth import assert_in_proportion

WRONG = (
    "Het gaat om gezinnen. Twaalf stuks",
    "twaalf uit huis geplaatste kinderen",
    "12 stelletjes",
    "60% van onze gezinnen",
    "Van de gezinnen krijgt 60 procent niets",
    "Er zijn er 12",
    "2 à 3 gezinnen",
    "Elf wachtten op de gezinnen",
    "één gezin per wijk",
    "In 12 van onze huishoudens",
    "Bij dertig gezinnen; huishoudens: 12",
    "drieëntwintig gezinnen",
    "honderd gezinnen",
    "twee van onze gezinnen",
    "zeven grote arme gezinnen",
    "gezinnen (12)",
    "beide gezinnen",
    "bij 3 huishouden",
    "12 casussen",
    "12 klanten",
    "7 moeders",
    "drie van de vijf",
    "In wijk-b wonen er drie",
    "Een gezin met vijf kinderen",
    "alle drie de gezinnen",
    "tweehonderd gezinnen",
    "één gezin",
    "Eén op de vijf",
    "3 van 5",
    "12 door ons geholpen gezinnen",
    "Van de gezinnen kregen twaalf geen adres",
    "gezinnen: in totaal 12",
    "een gezin van vijf",
    "vijf 18-jarigen",
    "in deel 12 gezinnen",
    "XII gezinnen",
    "een twintigtal gezinnen",
    "bij vier gezinnen",
    "in 3 arme huishoudens",
    "60 procent van de gezinnen",
    "drie van hen",
    "een van de vijf",
    "met z'n vieren in het gezin",
    "twaalf, vooral arme, gezinnen",
    "artikel 12 gezinnen",
    "minstens 10 huishoudens",
    "12gezinnen",
    "Wij kennen er twaalf",
    "bij 12 (twaalf) gezinnen",
    "tweeëndertig Huishoudens",
    "12 eenoudergezinnen",
    "de vijf cliënten",
    "gezinnen, te weten 14",
    "precies een gezin",
    "１２ gezinnen",
    "1.200 gezinnen",
    "③ gezinnen",
    "In 2 wijken 5 gezinnen",
    "6.000 euro voor 12 gezinnen",
    "het gezin had 3 maanden 12 kinderen",
)
RIGHT = (
    "Het gezin krijgt 95 procent van de norm",
    "Gezinnen hebben 3 of meer schulden",
    "Gezinnen moeten binnen twee werkdagen antwoord krijgen",
    "Zij vragen gezinnen om vier bewijzen",
    "Geef één vaste hulpverlener per gezin",
    "Eén gezin, één plan, één regisseur",
    "Maak 1 dossier per gezin",
    "Wijs één contactpersoon aan",
    "Twee wethouders gaan hierover",
    "Gezinnen noemen drie oorzaken",
    "6.000 euro per gezin",
    "Gezinnen wachten 3 maanden",
    "artikel 35 van de wet geldt voor gezinnen",
    "kinderen tot 18 jaar",
    "Een kind van 12 jaar",
    "lid 1",
    "Een gezin vult drie formulieren in",
    "Gezinnen krijgen drie brieven",
    "een paar gezinnen",
    "Een huishouden wacht 12 weken.",
    "Sinds 1 mei 2026 moet het in 3 weken, voor 1.500 euro.",
    "Op weg naar artikel 2.3.5",
    "Het Gerechtshof 2019 zei nee.",
    "Maak één plan per gezin",
    "Gezinnen met kinderen wachten te lang",
    "Een vrouw met een hond",
    "De oudste mag niet mee",
    "meer gezinnen",
    "veel gezinnen betalen € 6.000",
    "Een gezin met 6.000 euro schuld",
    "drie lange formulieren voor gezinnen",
    "één loket voor gezinnen",
    "In 2026 kregen gezinnen geen geld",
    "Jongeren onder de 18 krijgen niets",
    "een-op-een gesprek met het gezin",
    "Gezinnen vieren kerst",
    "18-jarigen betalen mee",
    "Gezinnen hebben tot 1 januari",
    "De Wmo 2015 helpt gezinnen niet",
    "Participatiewet artikel 13 lid 1 onder g: gezinnen in het buitenland",
    "Gezinnen bellen twee keer",
    "Het gezin wacht drie tot vijf weken",
    "Awb artikel 4:84 geldt voor het gezin",
    "De wet is voor iedereen gelijk. Drie regels botsen bij gezinnen.",
    "Gezinnen gaan naar vier loketten",
    "Kinderen van 4 tot 12 jaar",
    "De wet van 2015 raakt gezinnen",
    "Eén gesprek per huishouden",
    "op artikel 35, 36 en 37 kunnen gezinnen niet rekenen",
    "Om 9.00 uur staan gezinnen er",
    "24 uur per dag",
    "twee instanties vragen het gezin hetzelfde",
    "anderhalf jaar wachten gezinnen",
    "Gezinnen met een uitkering van duizend euro",
    "Zij krijgen brieven van vijf instanties tegelijk",
    "lid 2 en lid 3 gaan over ouders",
)

TOLD = (
    "Dit is het vierde gezin.", "het tweede en derde gezin", "het twaalfde gezin", "het 4e gezin", "voor de 4e keer",
    "Het raakt 4.", "Dit raakt er nu vier!", "een stuk of vier", "bij een viertal", "een kwartet gezinnen",
    "Gezin A, B, C en D", "Gezin A wacht. Gezin B ook.", "een gezin, nog een gezin en nog een gezin", "4 adressen",
    "12 adressen", "vier woningen", "4 hh", "4 gez.", "4 aanvragen zijn afgewezen", "vier meldingen",
    "v i e r gezinnen", "\u2173 gezinnen", "\u2777 gezinnen", "iv gezinnen", "Briefadres (4x)", "Briefadres 4x",
    "Vier keer in deze wijk.", "viergezinnen", "bij vier\u00adgezinnen", "Dit kwam vier keer voor",
)  # fmt: skip
ORDINARY = (
    "Dit is de eerste keer.", "voor de eerste keer", "de tweede week", "Artikel 4 van de wet", "op 4 mei",
    "Voor het tweede kind is het tarief lager", "Wie voor de tweede keer aanvraagt, wacht langer",
    "In het tweede geval geldt artikel 35", "De tweede aanvraag kost weer acht weken",
    "Gezinnen moeten vier aanvragen doen", "drie aanvragen per gezin", "een tweede woning telt mee als vermogen",
    "Post gaat naar twee adressen", "Een bewoner belt drie keer per week", "Het formulier moet 3x worden ingevuld",
    "Een gezin wacht en een ander gezin niet", "De derde week zonder geld is het zwaarst",
    "De vierde verdieping heeft geen lift", "het derde lid van artikel 18", "Twee regels botsen",
    "Een van de regels is te streng", "Het kan in twee stappen", "een stuk of vier formulieren", "een viertal regels",
    "Optie A, B en C", "Plan A en plan B", "Team B helpt", "Het gaat om artikel 4", "Het raakt veel gezinnen",
    "Bij een dakloos gezin duurt het lang", "Een eengezinswoning is te duur", "een tweeoudergezin",
    "Geef een briefadres binnen 24 uur", "Zij verloren binnen 48 uur hun plek", "Het eigen risico is 385 euro",
    "De leges zijn € 83,87", "De grens is € 1.300,50", "€ 62,50 per maand", "Dat kostte ongeveer 40 uur",
    "Wij verloren ongeveer 5.000 euro", "Het bedrag van € 1.345,28 is de bijstandsnorm", "Beslis voor 1 mei",
    "Wie meer dan 1.312,50 euro heeft boven de grens verliest de toeslag",
)  # fmt: skip
RULES = (
    "Een gezin met drie kinderen krijgt geen woning.", "Wie twee kinderen heeft, krijgt minder toeslag.",
    "De beslagvrije voet is € 1.876,23.", "Drie van de vijf criteria zijn niet nodig.",
    "Leg twee aanvragen naast elkaar.", "Het systeem kan geen twee adressen aan.",
)  # fmt: skip


@pytest.mark.parametrize("text", [*WRONG, *TOLD])
def test_that_a_number_of_people_is_refused_or_asked_about_however_it_is_told(text: str) -> None:
    assert counted(text) or numbers_in(text)
    assert counted(f"Dit is zo. {text}, zegt men.") or numbers_in(f"Dit is zo. {text}, zegt men.")


@pytest.mark.parametrize("text", [*RIGHT, *ORDINARY, *RULES])
def test_that_a_sentence_about_a_rule_is_at_most_asked_about(text: str) -> None:
    assert (counted(text), exact_sum(text)) == (None, None)


@pytest.mark.parametrize("text", [
    "artikel 12 lid 2", "Awb 4:84", "Wmo 2.3.5", "in 2026", "1 mei 2026", "binnen 8 weken", "een kind van 12 jaar",
    "vanaf 21 jaar", "wie 18 wordt", "€ 45 per uur", "duizend euro", "twee keer per jaar", "Eén gezin, één plan",
    "de tweede week", "24 uur per dag", "9.00 uur", "de derde week",
])  # fmt: skip
def test_that_articles_days_terms_ages_and_tariffs_are_not_asked_about(text: str) -> None:
    assert numbers_in(f"Het is {text}.") == ()


@pytest.mark.parametrize(("text", "said", "instead"), [
    ("Zo ging het bij zeven grote arme gezinnen.", "zeven grote arme gezinnen", "meer gezinnen"),
    ("bij 3 huishouden", "3 huishouden", "meer gezinnen"), ("de vijf cliënten", "vijf cliënten", "meer cliënten"),
    ("Dit is het vierde gezin.", "vierde gezin", "meer gezinnen"), ("4 hh", "4 hh", "meer gezinnen"),
    ("Dit is het enige gezin.", "het enige gezin", "meer gezinnen"), ("viergezinnen", "viergezinnen", "meer gezinnen"),
    ("één gezin", "één gezin", "meer gezinnen"), ("12 dossiers", "12 dossiers", "meer dossiers"),
])  # fmt: skip
def test_that_a_number_of_households_is_refused_with_what_to_write(text: str, said: str, instead: str) -> None:
    assert counted(text) == (said, instead)


@pytest.mark.parametrize(("text", "said"), [
    ("bij vier buren", "vier buren"), ("Aantal: 4", "Aantal: 4"), ("N=4", "N=4"), ("Vier stuks.", "Vier stuks"),
    ("Dit is de vierde.", "de vierde"), ("Het ging driemaal mis.", "driemaal mis"), ("nummer vier", "nummer vier"),
])  # fmt: skip
def test_that_the_question_repeats_the_number_with_the_word_beside_it(text: str, said: str) -> None:
    assert numbers_in(text) == (said,)


def test_that_numbers_are_read_as_one_says_them() -> None:
    assert plainly("\u2173 \u2463 v i e r \u00bd m\u00b2") == "4 4 vier 1\u20442 m2"


@pytest.mark.parametrize("text", [
    "12 ", "twee van de ", "gezinnen 12 ", "artikel 12 ", "tweetwee", "artikel 12 en 1 ", "en", "12 tot ", "eenen",
    "negentien", "1,2,3,4,", "gezin A, ", "een gezin, nog ", "4x ", "derde en ", "twee lange ", "1.2.", "€ 1,2,",
])  # fmt: skip
def test_that_four_times_the_text_takes_about_four_times_the_time(text: str) -> None:
    def read(length: int) -> None:
        counted((text * length)[:length])
        numbers_in((text * length)[:length])

    assert_in_proportion(read, 8000)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gezinnen (12) krijgen niets.", "12"), ("Van de gezinnen kregen twaalf geen adres.", "twaalf"),
        ("Wij kennen er twaalf.", "twaalf"), ("Dit speelt bij 12 (twaalf) gezinnen.", "12"), ("Dit trof er 4/25.", "4"),
    ],
)  # fmt: skip
def test_that_a_bare_number_beside_households_is_refused_and_not_only_asked_about(text: str, said: str) -> None:
    found = counted(text)
    assert found is not None
    assert found[0] == said
