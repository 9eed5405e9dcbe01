"""How many households there are is found however it is told; what a rule asks may be said."""

from time import process_time

import pytest

from doorbraak.model.documents.signal_letter_numbers import counted, plainly
from doorbraak.model.documents.signal_letter_sums import exact_sum
from doorbraak.model.documents.signal_letter_tallies import tallied
from tests.model.documents.test_signal_letter_numbers import RIGHT

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


@pytest.mark.parametrize("text", TOLD)
def test_that_a_number_of_households_is_found_however_it_is_told(text: str) -> None:
    assert counted(text) or tallied(text)


@pytest.mark.parametrize("text", [*ORDINARY, *RIGHT])
def test_that_ordinary_sentences_about_a_rule_pass(text: str) -> None:
    assert (counted(text), tallied(text), exact_sum(text)) == (None, "", None)


def test_that_numbers_are_read_as_one_says_them() -> None:
    assert plainly("\u2173 \u2463 v i e r \u00bd m\u00b2") == "4 4 vier 1\u20442 m2"


@pytest.mark.parametrize(("text", "said"), [
    ("Dit is het vierde gezin.", "vierde gezin"), ("Nu al 4 adressen in de wijk", "4 adressen"),
    ("Zo. Er zijn 4 aanvragen afgewezen.", "4 aanvragen"),
])  # fmt: skip
def test_that_it_says_which_words(text: str, said: str) -> None:
    assert tallied(text) == said


@pytest.mark.parametrize("piece", [
    "gezin A, ", "negentien", "een gezin, nog ", "4x ", "derde en ", "twee lange ", "een ", "bij al ",
    "vier aanvragen ",
])  # fmt: skip
def test_that_ten_thousand_letters_are_read_at_once(piece: str) -> None:
    began = process_time()
    tallied((piece * 10_000)[:10_000])
    assert process_time() - began < 0.5
