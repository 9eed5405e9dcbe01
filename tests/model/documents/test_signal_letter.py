"""The signaalbrief: about a rule, and about no household."""

import re
from dataclasses import fields, replace
from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.signal_letter import LADDER, signal_letter_of
from doorbraak.model.documents.signal_letter_names import Watched, watched_of
from doorbraak.model.documents.signal_letter_words import LetterWords, cleaned, faults, questions, refuse_names
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier import household
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.perspectives import Perspective
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.dossier.sharing import Sharing
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.dossier.steps import Step
from doorbraak.model.dossier.tasks import Task
from doorbraak.model.dossier.workers import Worker
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import signals_out
from doorbraak.model.exchange.signals_out import ProtectedSignal
from doorbraak.model.insight.shared_signals import shared_signals
from doorbraak.model.workspace.store import Store
from tests import whole_dossier
from tests.growth import assert_in_proportion
from tests.model.documents.test_signal_letter_numbers import ORDINARY
from tests.model.insight.records import dossier, made
from tests.model.insight.records import household as home_of

KNOWN = catalogue.load()
TODAY = date(2026, 11, 22)
WORDS = LetterWords(
    "Wethouder wonen", "Briefadres", "Een adres komt pas met een uitkering.", "Gevraagd om uitzondering.",
    "Geef een briefadres op de dag zelf.",
)  # fmt: skip
MARKER = "Zwaluwstaartje7319"


def family(number: int, **given: object) -> Dossier:
    return dossier(
        of=home_of(number=number, name="Familie de Vries", lead="Wim Bakker"),
        people=(made(Person, name="Sanne", role="parent"), made(Person, name="Roos")),
        workers=(made(Worker, name="Ans Kok"),),
        signals=(made(Signal, id=number, words="Nee", theme="Briefadres", rung="law", article="awb:4:84"),),
    )


def out_of(inside: int, of: int) -> ProtectedSignal:
    (shared,) = shared_signals([family(at + 1) for at in range(inside)], KNOWN)
    return signals_out.protect(shared, [family(at + 1).household for at in range(of)], example=False)


def letter(words: LetterWords = WORDS, watched: Watched | None = None, inside: int = 1) -> str:
    known = watched if watched is not None else watched_of([family(1)], {1}, KNOWN)
    return text_of(signal_letter_of(words, out_of(inside, 40), known, KNOWN, TODAY))


def test_that_it_says_what_stands_in_the_way_which_rule_and_what_should_change() -> None:
    said = letter()
    for words in (WORDS.words, WORDS.tried, WORDS.proposal, WORDS.to, WORDS.subject, LADDER["law"]):
        assert words in said
    assert "Awb artikel 4:84" in said
    assert KNOWN.articles["awb:4:84"].what in said


@pytest.mark.parametrize("inside", [3, 14])
def test_that_a_letter_that_names_an_amount_does_not_say_that_there_is_none(inside: int) -> None:
    for words in (
        replace(WORDS, words="De grens ligt op € 1.300 per maand."),
        replace(WORDS, tried="Bellen kost elke keer een uur."),
        replace(WORDS, proposal="Reken met honderd euro."),
    ):
        assert "bedragen staan er" not in letter(words, inside=inside)
    assert "Onze uren en bedragen staan er" in letter(inside=inside)
    assert "Onze uren en bedragen staan er" in letter(
        replace(WORDS, words="De auteur zei het centraal."), inside=inside
    )


def test_that_it_names_no_number_of_few_households_and_at_least_ten_of_more() -> None:
    assert "Deze brief noemt geen aantal huishoudens." in letter(inside=3)
    more = letter(inside=14)
    assert "minstens 10 huishoudens" in more
    assert "14" not in more


def test_that_what_is_not_filled_in_prints_as_such() -> None:
    assert letter(LetterWords()).count("Nog niet ingevuld.") == 4


@pytest.mark.parametrize("field", [field.name for field in fields(LetterWords)])
@pytest.mark.parametrize("wrong", [
    "Vraag het aan Sanne", "de familie de Vries", "bel ans kok", "Wim Bakker weet het", "Roos mocht niet",
    "mail a@voorbeeld.nl", "bel 06-12345678", "1234 AB 12", "Zij woont op Dorpsstraat 12", "zie huishouden 12",
    "dossier nr. 7", "bij vier gezinnen", "in 3 arme huishoudens", "Familie de Vries",
])  # fmt: skip
def test_that_words_that_point_at_somebody_are_refused_at_their_place(field: str, wrong: str) -> None:
    with pytest.raises(InputError) as refused:
        letter(replace(WORDS, **{field: wrong}))
    assert refused.value.field == field
    assert "Er is niets gemaakt." in refused.value.sentence


def test_that_names_of_other_households_are_refused_as_names_and_not_as_words() -> None:
    watched = watched_of([family(2)], {1}, KNOWN)
    refuse_names(replace(WORDS, words="De vader gaf een roos"), watched)
    with pytest.raises(InputError):
        refuse_names(replace(WORDS, words="Zij heet Roos"), watched)


@pytest.mark.parametrize("right", [
    "Gezinnen met kinderen wachten te lang", "Wie geen huis heeft, wacht", "Een vrouw met een hond",
    "De oudste mag niet mee", "Bewoner krijgt geen antwoord", "De tante en de man willen een vriend bellen",
    "Sinds 1 mei 2026 moet het in 3 weken, voor 1.500 euro.", "Het Gerechtshof 2019 zei nee.",
    "Op weg naar artikel 2.3.5",
    "Dit raakt gezinnen met schulden.", "Een huishouden wacht 12 weken.",
])  # fmt: skip
def test_that_ordinary_words_pass(right: str) -> None:
    refuse_names(replace(WORDS, words=right), watched_of([family(1)], {1}, KNOWN))


def test_that_only_what_came_through_the_door_becomes_a_letter() -> None:
    with pytest.raises(TypeError):
        signal_letter_of(WORDS, object(), Watched(), KNOWN, TODAY)  # type: ignore[arg-type]


def test_that_the_longest_words_make_a_letter_and_longer_ones_are_refused_at_their_place() -> None:
    most = "woord " * 333
    assert most in letter(replace(WORDS, words=f"{most}."))
    for field, long in (("words", most + most), ("tried", most + most), ("subject", "s" * 201), ("to", "s" * 201)):
        with pytest.raises(InputError, match="te lang") as refused:
            letter(replace(WORDS, **{field: long}))
        assert refused.value.field == field


def test_that_the_sender_stands_on_it_and_sentences_are_short() -> None:
    made_ = signal_letter_of(WORDS, out_of(14, 40), Watched(), KNOWN, TODAY, Profile("Ina", "consulent", "030", "T1"))
    assert "Ina, consulent · team T1 · telefoon 030" in text_of(made_)
    own = text_of(made_).replace(KNOWN.articles["awb:4:84"].what, "")
    for sentence in re.split(r"[.?!\n]", "\n".join((own, *LADDER.values()))):
        assert len(sentence.split()) <= 20, sentence


def test_that_nothing_of_twelve_households_is_in_it(store: Store) -> None:
    """The marker is in every text of them, and none of their numbers comes out."""
    with store.change("Merkteken"):
        for at in range(30):
            home = whole_dossier.make(store, MARKER if at < 12 else "Anders")
            household.renumber(store, home, 700_000 + at)
    listed = [dossiers.read(store, home.id) for home in household.all_of(store)]
    for shared in shared_signals(listed, KNOWN):
        out = signals_out.protect(shared, [one.household for one in listed], example=False)
        watched = watched_of(listed, shared.households, KNOWN)
        said = text_of(signal_letter_of(WORDS, out, watched, KNOWN, TODAY))
        assert MARKER not in said
        assert "Anders" not in said
        assert "7000" not in said
        with pytest.raises(InputError):
            signal_letter_of(replace(WORDS, words=f"Dit zei {MARKER}"), out, watched, KNOWN, TODAY)


def crowded(number: int, name: str = "Gezin met achtenveertig instellingen", **given: object) -> Dossier:
    return dossier(
        of=home_of(number=number, name=name, **given),
        people=(made(Person, name="Sanne Merel", role="moeder"), made(Person, name="Oudste", role="zoon")),
        interventions=(made(Intervention, decider="Wethouder Spreeuwman"),),
        steps=(made(Step, lead="Karekietje"),),
        tasks=(made(Task, lead="Kluutman"),),
        problems=(made(Problem, lead="Futenaar"),),
        letters=(
            made(Letter, sender="Mevrouw Grutto"),
            made(Letter, sender="Belastingdienst"),
            made(Letter, sender="Deurwaarder Lepelaarink"),
            made(Letter, sender="Stichting Zonnestraal"),
        ),
        agencies=(made(Agency, words="J. Tureluur"), made(Agency, words="Stichting Zonnestraal")),
        sharing=(made(Sharing, with_whom="Wulpstra"),),
        perspectives=(made(Perspective, by_role="Buurman Kievitsz"),),
        signals=(made(Signal, id=number, words="Nee", theme="Briefadres"),),
    )


@pytest.mark.parametrize("name", [
    "Spreeuwman", "Karekietje", "Kluutman", "Futenaar", "Grutto", "Tureluur", "Wulpstra", "Kievitsz", "Merel",
    "Lepelaarink", "S. Merel", "S.M.", "S. M.", "tante Riet", "Mer\u200bel", "Mer\u00adel", "Mer\u200del",
    "Mer\ufe0fel",
])  # fmt: skip
@pytest.mark.parametrize("own", [True, False])
def test_that_everybody_that_a_dossier_names_is_refused_and_the_sentence_says_whom(name: str, own: bool) -> None:
    watched = watched_of([crowded(1)], {1 if own else 2}, KNOWN)
    with pytest.raises(InputError, match="Schrijf een rol") as refused:
        refuse_names(replace(WORDS, tried=f"Dat zei {name} ook al."), watched)
    seen = re.sub("[\u200b\u00ad\u200d\ufe0f]", "", name).removeprefix("tante ")
    assert f"Hier staat een naam: {seen}" in refused.value.sentence
    assert refused.value.field == "tried"


@pytest.mark.parametrize("wrong", [
    "Bel tandarts Pimpelmees.", "Toen zei Lijsterveld dat het mag.", "Bewindvoerder Vinkenoog weigert.",
    "Bewindvoerder Onbekendman weigert.", "De Pimpelmeeskinderen wachten.", "Het ging mis bij Vinken-\noog.",
])  # fmt: skip
@pytest.mark.parametrize("own", [True, False])
def test_that_the_surname_in_what_an_agency_is_called_is_refused(wrong: str, own: bool) -> None:
    called = ("Tandarts Pimpelmees", "Bewindvoering Vinkenoog B.V.", "Advocaat Lijsterveld")
    home = replace(crowded(1), agencies=tuple(made(Agency, words=one) for one in called))
    watched = watched_of([home], {1 if own else 2}, KNOWN)
    found = faults(replace(WORDS, words=wrong), watched)
    assert "Schrijf een rol" in found["words"].sentence
    assert faults(replace(WORDS, words="De tandarts, de advocaat en de bewindvoerder weigeren."), watched) == {}


@pytest.mark.parametrize("right", [
    *ORDINARY, "De tandarts en de huisarts sturen een rekening.", "Elke advocaat vraagt een eigen bijdrage.",
    "De bewindvoerder UWV bestaat niet.", "Bewindvoering kost geld.", "Er is een brug naar werk nodig.",
    "Een deurwaarder mag dat niet.", "De mentor en de curator beslissen samen.", "Zij gaan naar fysiotherapie.",
    "De Wmo-consulent Jeugd kijkt mee.", "Een huisbaas hoeft niet te wachten.", "Wij bellen de rechter.",
])  # fmt: skip
def test_that_ordinary_sentences_about_a_rule_pass(right: str) -> None:
    called = ("Tandarts De Brug", "Bewindvoering Vinkenoog B.V.", "Deurwaarder GGN", "Fysiotherapie Zuid")
    home = replace(crowded(1), agencies=tuple(made(Agency, words=one) for one in called))
    assert faults(replace(WORDS, words=right), watched_of([home], {1}, KNOWN)) == {}


@pytest.mark.parametrize(("wrong", "advice"), [
    ("Dit is het vierde gezin.", "Schrijf bijvoorbeeld: meer gezinnen."),
    ("Wij verloren 4.312 euro.", "Schrijf bijvoorbeeld: ongeveer 5.000 euro."),
    ("Bij vier\u00adgezinnen.", "Schrijf bijvoorbeeld: meer gezinnen."),
])  # fmt: skip
def test_that_a_count_or_an_exact_sum_in_other_words_is_refused_with_what_to_write(wrong: str, advice: str) -> None:
    sentence = faults(replace(WORDS, words=wrong), Watched())["words"].sentence
    assert sentence.endswith(advice)
    assert all(len(part.split()) <= 20 for part in sentence.split("."))


@pytest.mark.parametrize("right", [
    "De wethouder en de Belastingdienst zeggen nee.", "Stichting Zonnestraal helpt niet.", "De buurman wacht.",
    "De oudste mag niet mee.", "Gezinnen met kinderen wachten te lang", "Een gezin met veel instellingen",
])  # fmt: skip
def test_that_offices_and_organisations_of_a_dossier_may_be_named(right: str) -> None:
    refuse_names(replace(WORDS, words=right), watched_of([crowded(1)], {1}, KNOWN))


def test_that_who_sends_it_stands_on_it_though_the_dossier_names_them_too() -> None:
    watched = watched_of([crowded(1)], {1}, KNOWN)
    said = text_of(signal_letter_of(WORDS, out_of(1, 40), watched, KNOWN, TODAY, Profile("Karekietje", "consulent")))
    assert "Karekietje, consulent" in said


@pytest.mark.parametrize(("title", "text", "refused"), [
    ("Gezin met achtenveertig instellingen", "Een gezin met achtenveertig instellingen wacht.", True),
    ("Oude boot aan de kade zonder stroom", "Zij wonen op een boot aan de kade, zegt men.", True),
    ("Oude boot aan de kade zonder stroom", "Een boot zonder stroom is geen huis.", False),
    ("Bewoner", "Bewoner krijgt geen antwoord", False), ("Het gezin", "Het gezin wacht", False),
])  # fmt: skip
def test_that_what_a_household_is_called_is_refused_whole_and_by_four_words(
    title: str, text: str, refused: bool
) -> None:
    found = faults(replace(WORDS, words=text), watched_of([crowded(1, title)], {1}, KNOWN))
    assert [*found] == (["words"] if refused else [])
    assert not found or "de naam van een huishouden" in found["words"].sentence


def test_that_what_cannot_be_seen_is_not_printed() -> None:
    words = LetterWords("A\u200bb", "C\u00add\ne", "F\u200dg\nH", "I\ufe0fj", "K\u034fl")
    assert cleaned(words) == LetterWords("Ab", "Cd e", "Fg\nH", "Ij", "Kl")
    assert "Fg\nH" in letter(words)


def test_that_a_household_with_the_safety_flag_counts_and_is_not_named() -> None:
    flagged = [crowded(at + 1, f"Familie Wielewaal {at}", no_paper=at < 5) for at in range(40)]
    (shared,) = shared_signals(flagged[:12], KNOWN)
    out = signals_out.protect(shared, [one.household for one in flagged], example=False)
    said = text_of(signal_letter_of(WORDS, out, watched_of(flagged, shared.households, KNOWN), KNOWN, TODAY))
    assert "minstens 10 huishoudens" in said
    for name in ("Wielewaal", "Merel", "papier", "veilig"):
        assert name not in said


@pytest.mark.parametrize(("text", "asked"), [
    ("Zij woont in de Vogelbuurt.", "Vogelbuurt"), ("Volgens Petra kan het niet.", "Petra"),
    ("Petra Jansen zei nee.", "Petra Jansen"), ("Het raakt vier buren.", "vier buren"),
    ("De schade is € 4.321.", "€ 4.321"), ("Zij is van 4-7-1988.", "4-7-1988"), ("Vorig jaar twee.", "jaar twee"),
])  # fmt: skip
def test_that_what_may_point_at_somebody_is_asked_and_leaves_when_it_was_answered(text: str, asked: str) -> None:
    words, watched = replace(WORDS, words=text), watched_of([family(1)], {1}, KNOWN)
    assert faults(words, watched) == {}
    found = questions(words, watched)["words"]
    assert asked in [one.words for one in found]
    assert all(len(part.split()) <= 20 for one in found for part in re.split("[.?]", one.sentence))
    with pytest.raises(InputError, match=r"mag blijven|geen naam") as refused:
        refuse_names(words, watched)
    assert refused.value.field == "words"
    refuse_names(words, watched, {one.key for one in found})


@pytest.mark.parametrize("text", [
    "IBAN NL91ABNA0417164300", "geboren op 4 juli 1988", "06 - 12 34 56 78", "06/12345678", "V-nummer 2871234567",
    "3511 AB", "Plesmanweg nr 4", "geb 04071988", "verjaardag is 12 mei", "klantnummer 4471902", "kenteken 12-ABC-3",
    "dossiernummer ZW-2024-1182", "zaaknummer C/16/512345", "Kerkstr. 12", "huisnummer 12", "@karimh",
    "instagram.com/fenna_wal", "paspoort NXPD1B2C3",
])  # fmt: skip
def test_that_what_leads_to_somebody_is_refused_whatever_was_answered(text: str) -> None:
    words = replace(WORDS, tried=f"Het is {text}, zegt zij.")
    assert [*faults(words, Watched())] == ["tried"]
    with pytest.raises(InputError):
        refuse_names(words, Watched(), {one.key for asked in questions(words, Watched()).values() for one in asked})


def test_that_an_answer_about_one_word_lets_no_other_word_pass() -> None:
    watched = watched_of([family(1)], {1}, KNOWN)
    with pytest.raises(InputError, match="Khadija"):
        refuse_names(replace(WORDS, words="Zij sprak Petra en Khadija."), watched, {"name:petra"})


@pytest.mark.parametrize("piece", ["1,2,3,4,", "06 ", "Aa Bb ", "12-AB-", "V. d. ", "a_b_"])
def test_that_four_times_the_text_takes_about_four_times_the_time(piece: str) -> None:
    def read(length: int) -> None:
        words = LetterWords(words=(piece * length)[:length])
        assert isinstance(faults(words, Watched()) or questions(words, Watched()), dict)

    assert_in_proportion(read, 2000)


@pytest.mark.parametrize("text", ["a", "S. ", "Merel ", "van de ", "tante Riet ", "gezin met achtenveertig ", "12 "])
def test_that_the_longest_text_takes_no_longer_than_it_is_long(text: str) -> None:
    watched = watched_of([crowded(1)], {1}, KNOWN)
    assert_in_proportion(lambda letters: faults(replace(WORDS, words=(text * letters)[:letters]), watched), 2000)
