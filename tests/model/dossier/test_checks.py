from datetime import date
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from tests.growth import assert_in_proportion


def test_that_white_space_in_a_line_is_folded() -> None:
    assert checks.line("  een \t twee\r\ndrie  ", "name") == "een twee drie"


def test_that_a_paragraph_keeps_its_line_ends() -> None:
    assert checks.paragraph(" een\r\ntwee\rdrie\t4 ", "note") == "een\ntwee\ndrie 4"


UNSEEN = [
    "\0", "\x1b", "\x7f", "\x80", "\x9b", "\u00ad", "\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f",
    "\u202e", "\u2060", "\u2062", "\u2066", "\ufeff", "\U000e0001", "\U000e0041",
]  # fmt: skip


@pytest.mark.parametrize("sign", UNSEEN)
def test_that_what_nobody_sees_is_left_out_at_every_place(sign: str) -> None:
    assert checks.line(f"{sign}1{sign}a{sign} {sign}b{sign}", "name") == "1a b"
    assert checks.line(sign, "name") == ""
    assert checks.paragraph(f"{sign}\n{sign}a", "note") == "a"


@pytest.mark.parametrize("sign", [sign for sign in UNSEEN if sign not in "\u200c\u200d"])
def test_that_what_nobody_sees_is_left_out(sign: str) -> None:
    assert checks.line(f"a{sign}b", "name") == "ab"
    assert checks.paragraph(f"a{sign}b", "note") == "ab"


@pytest.mark.parametrize("name", ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0dc1\u0dca\u200d\u0dbb\u0dd3"])
def test_that_a_joiner_between_letters_is_part_of_the_word(name: str) -> None:
    assert checks.line(name, "name") == name
    assert checks.paragraph(f"{name}\u200d", "note") == name
    assert checks.line(name.replace("\u200d", "\u200d\u200e").replace("\u200c", "\u200e\u200c"), "name") == name


@pytest.mark.parametrize(
    "name",
    [
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\u115f\u1160",
        "\uffa0",
        "\u034f",
        "\U000e0100",
        "\u3164\u200d\u3164",
        "\u2800 \u00a0\u3164",
    ],
)
def test_that_a_text_of_only_invisible_signs_counts_as_empty(name: str) -> None:
    assert checks.line(name, "name") == ""
    assert checks.paragraph(f"{name}\n{name}", "note") == ""
    assert checks.line(f"a{name}", "name").startswith("a")


def test_that_a_sign_that_is_seen_is_kept() -> None:
    for text in ("O'Neil-van 't Hof", "\u2600\ufe0f", "Łukasz Ünal", "\u5c71\u7530", "a\u0323\u0302"):
        assert checks.line(text, "name") == normalize("NFC", text)


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


def test_that_accents_without_end_take_no_time_and_thirty_stay() -> None:
    """Putting a long run of accents in order is quadratic: a file of them kept a window busy for half a minute."""
    pile = "a" + "\u0316\u0301" * 5000
    assert_in_proportion(lambda many: checks.paragraph(pile[:many], "words", most=20_000), len(pile))
    found = checks.paragraph(pile, "words", most=20_000)
    assert sum(map(combining, found)) > 0
    assert len(found) <= 31
    assert checks.paragraph(found, "words") == found
    assert checks.line("Tiếng Việt Ünal", "words") == "Tiếng Việt Ünal"
