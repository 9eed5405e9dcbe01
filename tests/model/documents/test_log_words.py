"""What the access log is called in plain Dutch, and what its verdict says to do."""

from datetime import timedelta, timezone
from typing import get_args

import pytest

from doorbraak.model.documents import log_words
from doorbraak.model.workspace.log import Action, How, Verdict


def test_that_every_action_has_words_of_its_own() -> None:
    assert set(log_words.ACTIONS) == set(get_args(Action))
    assert len(set(log_words.ACTIONS.values())) == len(log_words.ACTIONS)
    assert log_words.action("iets van later") == "iets van later"


def test_that_a_word_means_every_action_that_is_called_so() -> None:
    assert log_words.meant(["GE", "afgedrúkt"])["afgedrúkt"] == ("afdrukken",)
    assert log_words.meant(["zzz"]) == {"zzz": ()}


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-21T23:30:05+00:00", "22-11-2026 00:30:05"),
        ("2026-11-22T00:30:05+01:00", "22-11-2026 00:30:05"),
        ("geen moment", "geen moment"),
        ("", ""),
        ("9999-12-31T23:59:59+00:00", "9999-12-31T23:59:59+00:00"),
    ],
)
def test_that_a_moment_is_that_of_the_clock_here_and_what_is_none_stands_as_it_is(at: str, shown: str) -> None:
    assert log_words.moment(at, timezone(timedelta(hours=1))) == shown


def test_that_a_whole_log_is_said_with_its_length_and_the_copies_that_it_was_held_against() -> None:
    assert log_words.verdict(Verdict(12_345, 14, "")) == (
        "Het logboek is heel: 12.345 regels, vergeleken met 14 kopieën."
    )
    assert log_words.verdict(Verdict(1, 1, "")) == "Het logboek is heel: 1 regel, vergeleken met 1 kopie."
    assert "nog geen reservekopie" in log_words.verdict(Verdict(1, 0, ""))


@pytest.mark.parametrize("how", [how for how in get_args(How) if how != "whole"])
def test_that_a_broken_log_says_where_what_it_means_and_what_to_do(how: How) -> None:
    said = log_words.verdict(Verdict(20_000, 3, "", 12_345, how, 11_111))
    none = log_words.verdict(Verdict(9, 0, "", 1, how))
    if how == "chain":
        assert said.startswith("Regel 12.345 ")
        assert "De regels ervoor kloppen" in said
        assert "ervoor kloppen" not in none
    else:
        assert "Tot en met regel 11.111 klopt het met een kopie." in said
        assert "12.345" not in said, "a number that moves on with each line"
        assert "Geen enkele kopie" in none
    assert "meld dit" in said
    assert all(len(sentence.split()) <= 20 for sentence in said.replace("\n", " ").split(". "))
