from datetime import date, timedelta

import pytest

from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.model.dossier.visits import Conversation, Visit
from doorbraak.model.insight.guide import (
    GUIDES,
    Ask,
    answer_in,
    asks_of,
    conversation_of,
    said_before,
    said_today,
    visit_of,
    with_answer,
)
from tests.model.insight.records import START, dossier, made

TODAY = date(2026, 1, 20)
MONEY, HOME = Ask("Komt u rond met uw geld?"), Ask("Hoe woont u?")


def visit(id_: int, on: date, kind: Conversation = "") -> Visit:
    return made(Visit, id=id_, on_day=on, conversation=kind)


@pytest.mark.parametrize("kind", GUIDES)
def test_that_each_conversation_has_a_few_short_questions(kind: Conversation) -> None:
    asks = asks_of(kind)
    assert 6 <= len(asks) <= 10
    assert len({ask.words for ask in asks}) == len(asks)
    for ask in asks:
        assert ask.words.endswith("?")
        assert len(ask.words.split()) <= 12, ask.words


@pytest.mark.parametrize("kind", GUIDES)
def test_that_no_two_questions_of_a_conversation_write_the_same_answer(kind: Conversation) -> None:
    places = [ask.to for ask in asks_of(kind) if ask.to != "report"]
    assert len(places) == len(set(places))
    assert "problem" not in places, "the large box asks that"


def test_that_no_question_is_the_beginning_of_another() -> None:
    """Else an answer in a report would be read as that of the other."""
    every = {ask.words for asks in GUIDES.values() for ask in asks}
    assert [one for one in every for other in every if one != other and other.startswith(f"{one} ")] == []


def test_that_a_plain_visit_gets_the_questions_of_the_plan() -> None:
    assert asks_of("") == GUIDES["plan"]


def test_that_an_answer_comes_back_and_leaves_the_rest_of_the_report() -> None:
    report = with_answer("Koffie gedronken.", MONEY, " Net  niet. ")
    assert report == "Koffie gedronken.\nKomt u rond met uw geld? Net niet."
    report = with_answer(report, HOME, "Klein.")
    report = with_answer(report, MONEY, "Nu wel.")
    assert report == "Koffie gedronken.\nKomt u rond met uw geld? Nu wel.\nHoe woont u? Klein."
    assert (answer_in(report, MONEY), answer_in(report, HOME)) == ("Nu wel.", "Klein.")
    assert with_answer(report, MONEY, " ") == "Koffie gedronken.\nHoe woont u? Klein."
    assert with_answer("", MONEY, "") == ""
    assert answer_in("", MONEY) == ""


def test_that_the_conversation_follows_from_what_there_was() -> None:
    before = visit(1, TODAY - timedelta(days=9), "first")
    assert conversation_of(dossier(), TODAY) == "first"
    assert conversation_of(dossier(visits=(before,)), TODAY) == "plan"
    assert conversation_of(dossier(visits=(before,)), START + timedelta(days=95)) == "look-back"
    assert conversation_of(dossier(visits=(before, visit(2, TODAY, "first"))), TODAY) == "first"
    assert conversation_of(dossier(visits=(visit(2, TODAY),)), TODAY) == "first"


def test_that_the_visit_of_today_is_the_last_one_of_today() -> None:
    assert visit_of((visit(1, START),), TODAY) is None
    found = visit_of((visit(3, TODAY), visit(2, TODAY), visit(4, START)), TODAY)
    assert found is not None
    assert found.id == 3


def test_that_only_what_was_said_today_is_changed_today() -> None:
    old = made(OwnWords, id=1, question="self", words="Koken", noted_on=START)
    new = made(OwnWords, id=2, question="self", words="Bellen", noted_on=TODAY)
    assert said_today((old,), "self", TODAY) is None
    assert said_today((old, new), "self", TODAY) == new
    assert said_before((old, new), "self", TODAY) == (old,)
    assert said_before((old, new), "problem", TODAY) == ()
