from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError


def test_that_white_space_in_a_line_is_folded() -> None:
    assert checks.line("  een \t twee\r\ndrie  ", "name") == "een twee drie"


def test_that_a_paragraph_keeps_its_line_ends() -> None:
    assert checks.paragraph(" een\r\ntwee\rdrie\t4 ", "note") == "een\ntwee\ndrie 4"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\u200b", "\u202e", "\u2066", "\ufeff"])
def test_that_what_nobody_sees_is_left_out(sign: str) -> None:
    assert checks.line(f"a{sign}b", "name") == "ab"
    assert checks.paragraph(f"a{sign}b", "note") == "ab"


def test_that_letters_and_accents_become_one_character() -> None:
    assert checks.line("e\u0301", "name") == "é"


def test_that_a_line_of_the_longest_length_is_taken_and_one_more_is_not() -> None:
    assert checks.line("a" * checks.LINE, "name") == "a" * checks.LINE
    with pytest.raises(InputError) as refused:
        checks.line("a" * (checks.LINE + 1), "name")
    assert refused.value.field == "name"
    assert "a" * 20 not in refused.value.sentence


@given(st.text())
def test_that_checking_a_text_twice_changes_nothing_more(text: str) -> None:
    once = checks.paragraph(text, "note")
    assert checks.paragraph(once, "note") == once
    line = checks.line(text[:100], "name", most=1000)
    assert checks.line(line, "name", most=1000) == line


@pytest.mark.parametrize("value", [0, 100])
def test_that_the_ends_of_a_percentage_are_taken(value: int) -> None:
    assert checks.percent(value, "chance") == value


@pytest.mark.parametrize("value", [-1, 101])
def test_that_past_the_ends_of_a_percentage_is_refused(value: int) -> None:
    with pytest.raises(InputError) as refused:
        checks.percent(value, "chance")
    assert refused.value.field == "chance"


def test_that_a_day_is_read_back_as_it_was_written() -> None:
    day = date(2026, 2, 28)
    assert checks.read_day(checks.day(day, "opened")) == day
    assert checks.day(None, "opened") is None
    assert checks.read_day(None) is None


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(9999, 1, 1)])
def test_that_a_year_that_cannot_be_is_refused(day: date) -> None:
    with pytest.raises(InputError) as refused:
        checks.day(day, "opened")
    assert refused.value.field == "opened"
    assert checks.day(date(1900, 1, 1), "opened") == "1900-01-01"


def test_that_only_a_choice_from_the_list_is_taken() -> None:
    assert checks.one_of("a", ("a", "b"), "status") == "a"
    with pytest.raises(InputError):
        checks.one_of("c", ("a", "b"), "status")
