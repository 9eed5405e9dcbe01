import pytest

from doorbraak.model.insight.pseudonyms import LEFT_OUT
from doorbraak.model.insight.traces import rounded, trace_in, without_old_days, without_traces


@pytest.mark.parametrize("trace", [
    "1234 ab", "1234-AB", "1234.AB", "+32 470 12 34 56", "+212 6 12 34 56 78", "06–12345678", "AB12CD", "ab-12-cd",
    "AB 12 CD", "123,456,782", "Kerkstr 12", "Brink 3", "Nieuwstraatje 3", "Waterkant 4", "KERKSTRAAT 12",
    "Kerkstraat twaalf", "Kerkstraat huisnummer 12", "fi84 @ gmail.com", "fi84[at]gmail.com", "fi84 at gmail punt com",
    "fatje.nl", "https://maps.google.com/?q=52.1,5.1", "52.0907, 5.1214",
])  # fmt: skip
def test_that_what_leads_to_a_house_or_person_goes_whole(trace: str) -> None:
    assert without_traces(f"Het is {trace}, zegt zij.") == f"Het is {LEFT_OUT}, zegt zij."
    assert trace_in(f"Het is {trace}, zegt zij.")


@pytest.mark.parametrize(("before", "number"), [
    ("Betalingskenmerk", "1234 5678 9012 3456"), ("CJIB-nummer", "1234 5678"), ("rekestnummer", "445566"),
    ("toeslagnummer:", "445566"), ("nummer", "445566"), ("beschikking", "2026-00123"), ("referentie", "8877AB"),
    ("tel", "1234567"), ("tel.", "234 56 78"), ("Snapchat", "fatje84"), ("insta:", "fatje.84"), ("bsn", "123456782"),
    ("geboren op", "drie mei 2011"), ("geboren in", "mei"), ("geboren op", "3 mei"),
])  # fmt: skip
def test_that_a_number_or_day_goes_and_what_it_is_of_stays(before: str, number: str) -> None:
    assert without_traces(f"Het {before} {number}, zegt zij.") == f"Het {before} {LEFT_OUT}, zegt zij."


@pytest.mark.parametrize("text", [
    "Dat is 1500 kg, 1200 of meer.", "Sinds 2024 is dat zo.", "Het artikelnummer is 12345.", "Zie uwv.nl.",
    "Zie https://wetten.overheid.nl/BWBR.",
    "Hij bracht 1.000.000 euro.", "Een kant 3 keer.", "Op facebook 2 keer.", "De weg twee dagen later.",
    "Het volgnummer 3 geldt.", "De Marktstraat twee weken dicht.", "Nummer 12 op de lijst.", "Het is 3 procent.",
    "In 2024 UWV gebeld.", "De WMO2015 geldt.",
])  # fmt: skip
def test_that_ordinary_numbers_words_and_public_sites_stay(text: str) -> None:
    assert without_traces(text) == text
    assert trace_in(text) == ""


@pytest.mark.parametrize("day", [
    "drie mei 2011", "3-mei-2011", "3–5–2011", "3 mei tweeduizendelf", "derde mei 2011", "3mei2011", "3. mei 2011",
    "vijftien augustus negentienvierentachtig", "3 mei van 2011",
])  # fmt: skip
def test_that_a_day_of_long_ago_goes_however_it_is_written(day: str) -> None:
    assert without_old_days(f"Zij kwam {day} ter wereld.", 2026) == f"Zij kwam {LEFT_OUT} ter wereld."


@pytest.mark.parametrize("day", ["3-mei-2026", "drie mei 2026", "3–5–2026", "derde mei 2026"])
def test_that_a_day_of_an_appointment_stays_however_it_is_written(day: str) -> None:
    assert without_old_days(f"Zij komt {day} weer.", 2026) == f"Zij komt {day} weer."


@pytest.mark.parametrize(("text", "said"), [
    ("De schuld is 6137.", "De schuld is ongeveer 6.100."),
    ("Huurachterstand: 6137,-.", "Huurachterstand: ongeveer 6.100."),
    ("Een boete van 385 dus.", "Een boete van ongeveer 400 dus."), ("Een huur van 12 dus.", "Een huur van 12 dus."),
    ("Zesduizend honderdzevenendertig euro.", "Ongeveer 6.100 euro."), ("Zesduizend euro.", "Zesduizend euro."),
    ("Een schuld van driehonderdvijfentachtig.", "Een schuld van ongeveer 400."), ("Drie kinderen.", "Drie kinderen."),
])  # fmt: skip
def test_that_what_is_owed_is_told_in_hundreds_without_a_sign_too(text: str, said: str) -> None:
    assert rounded(text) == said
