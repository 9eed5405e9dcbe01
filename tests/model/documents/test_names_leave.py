"""The leerkringblad, the plakpakket and the signaalbrief together: what tells who it is stays inside, and ordinary
sentences can be read.
"""

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents import learning_names
from doorbraak.model.documents.copy_pack import as_one_text, copy_pack
from doorbraak.model.documents.copy_pack_names import roles_of
from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.learning_sheet import learning_sheet_of
from doorbraak.model.documents.signal_letter_names import Watched, watched_of
from doorbraak.model.documents.signal_letter_words import LetterWords, faults, questions
from doorbraak.model.dossier.sharing import Sharing
from tests.model.documents.doorbraak_papers import TODAY, sources
from tests.model.documents.name_trials import AMOUNTS, LINES, ORDINARY, PROFILE, home, small_home
from tests.model.insight.records import agency, dossier, household, made

CATALOGUE = load()
HOME = home()
CIRCLE = learning_names.pseudonyms_of(HOME, CATALOGUE, PROFILE)
PACK = roles_of(HOME, CATALOGUE, PROFILE)
WATCHED = watched_of([HOME], {12}, CATALOGUE)
MOST_WRONG, MOST_ASKED = 5, 6


def asked(text: str, watched: Watched = WATCHED) -> str:
    """What a signaalbrief refuses or asks about the text; empty when it leaves as it is."""
    words = LetterWords(words=text)
    refused = [one.sentence for one in faults(words, watched).values()]
    return " ".join(refused or [one.sentence for many in questions(words, watched).values() for one in many])


@pytest.mark.parametrize(("text", "secret"), LINES)
def test_that_who_somebody_is_leaves_in_no_paper(text: str, secret: str) -> None:
    assert secret not in CIRCLE.shown(text)
    assert secret not in PACK.told(text)
    assert asked(text)


@pytest.mark.parametrize("text", AMOUNTS)
def test_that_an_exact_amount_without_euro_or_in_words_is_told_in_hundreds(text: str) -> None:
    said = CIRCLE.shown(text)
    assert "ongeveer 6.100" in said
    assert "37" not in said
    assert "zevenendertig" not in said


def test_that_hardly_a_sentence_of_sociaal_werk_is_marked_or_asked_about_and_none_is_refused() -> None:
    small = small_home()
    circle = learning_names.pseudonyms_of(small, CATALOGUE, PROFILE)
    pack, watched = roles_of(small, CATALOGUE, PROFILE), watched_of([small], {12}, CATALOGUE)
    assert [text for text in ORDINARY if faults(LetterWords(words=text), watched)] == []
    assert len([text for text in ORDINARY if circle.shown(text) != text]) <= MOST_WRONG
    assert len([text for text in ORDINARY if pack.told(text) != text]) <= MOST_WRONG
    assert len([text for text in ORDINARY if questions(LetterWords(words=text), watched)]) <= MOST_ASKED


def test_that_who_works_with_the_program_is_a_hulpverlener_on_the_leerkringblad() -> None:
    found = home(words="Ina ging mee naar het loket.")
    text = text_of(learning_sheet_of(sources(found, profile=PROFILE), 1))
    assert "Een hulpverlener ging mee naar het loket." in text
    assert "Ina" not in text


def test_that_the_name_of_an_agency_stays_whole_in_the_plakpakket_and_no_word_of_it_anywhere_else() -> None:
    found = home(words="Zij zit op basisschool De Regenboog. De Regenboog weigert haar.")
    pack = as_one_text(copy_pack(found, CATALOGUE, 1, TODAY, (), None, PROFILE))
    assert "Zij zit op basisschool De Regenboog. De [naam] weigert haar." in pack
    assert "Basisschool De Regenboog: betrokken" in pack
    assert "Regenboog" not in text_of(learning_sheet_of(sources(found, profile=PROFILE), 1))


def test_that_whoever_a_team_is_called_after_is_known_by_name() -> None:
    pack = as_one_text(copy_pack(HOME, CATALOGUE, 1, TODAY, (), None, PROFILE))
    assert "Team van een instantie: betrokken" in pack
    assert "Fenna" not in pack


def test_that_with_whom_something_was_shared_is_no_word_that_passes() -> None:
    shared = (made(Sharing, id=1, with_whom="Kinderopvang Kwakkelnest"),)
    circle = learning_names.pseudonyms_of(dossier(sharing=shared), CATALOGUE)
    assert "kwakkelnest" not in circle.shown("Zij zit op het kwakkelnest.").lower()


@pytest.mark.parametrize("number", [12, 77])
def test_that_a_school_is_asked_about_in_a_signaalbrief_whoever_goes_there(number: int) -> None:
    other = dossier(of=household(number=77), agencies=(agency(1, words="Basisschool De Regenboog"),))
    watched = watched_of([home(), other], {number}, CATALOGUE)
    assert "De Regenboog" in asked("Zij zit op basisschool De Regenboog.", watched)


def test_that_the_agency_of_a_household_without_this_knelpunt_is_asked_about() -> None:
    other = dossier(of=household(number=77), agencies=(agency(1, words="Stichting Kwakkelzon"),))
    text = "Stichting Kwakkelzon helpt niet."
    assert "Kwakkelzon" in asked(text, watched_of([home(), other], {12}, CATALOGUE))
    assert asked(text, watched_of([home(), other], {77}, CATALOGUE)) == ""
