"""Exact numbers of people are found in the words of a signaalbrief; other numbers pass."""

from time import process_time

import pytest

from doorbraak.model.documents.signal_letter_numbers import counted

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


@pytest.mark.parametrize("text", WRONG)
def test_that_a_number_of_people_or_households_is_found(text: str) -> None:
    assert counted(text) is not None
    assert counted(f"Dit is zo. {text}, zegt men.") is not None


@pytest.mark.parametrize("text", RIGHT)
def test_that_other_numbers_pass(text: str) -> None:
    assert counted(text) is None


@pytest.mark.parametrize(("text", "said", "instead"), [
    ("Zo ging het bij zeven grote arme gezinnen.", "zeven grote arme gezinnen", "meer gezinnen"),
    ("Een gezin met vijf kinderen", "vijf kinderen", "meer kinderen"),
    ("bij 3 huishouden", "3 huishouden", "meer gezinnen"), ("de vijf cliënten", "vijf cliënten", "meer cliënten"),
    ("drie van hen", "drie van hen", "meer gezinnen"), ("drie van de vijf", "drie van de vijf", "meer gezinnen"),
])  # fmt: skip
def test_that_it_says_which_words_and_what_to_write(text: str, said: str, instead: str) -> None:
    assert counted(text) == (said, instead)


@pytest.mark.parametrize("text", [
    "12 ", "twee van de ", "gezinnen 12 ", "artikel 12 ", "tweetwee", "artikel 12 en 1 ", "en", "12 tot ", "eenen",
    "negentien",
])  # fmt: skip
def test_that_a_long_text_is_read_at_once(text: str) -> None:
    began = process_time()
    counted((text * 2000)[:2000])
    assert process_time() - began < 1
