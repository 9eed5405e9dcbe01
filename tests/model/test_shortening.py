"""Words on one line, and no longer than their place is."""

from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.shortening import cut, on_one_line


@given(words=st.text(), most=st.integers(2, 80))
def test_that_words_never_take_more_than_their_place(words: str, most: int) -> None:
    shown = cut(words, most)
    assert len(shown) <= most
    assert shown == on_one_line(shown)
    assert shown == on_one_line(words) or shown.endswith("…")


def test_that_what_fits_is_left_as_it_was() -> None:
    assert cut("De huur.", 8) == "De huur."


def test_that_a_cut_comes_after_a_whole_word_and_without_its_comma() -> None:
    assert cut("De huur, de zorg en het gas", 10) == "De huur…"


def test_that_one_very_long_word_is_cut_inside() -> None:
    assert cut("arbeidsongeschiktheidsverzekering", 12) == "arbeidsonge…"
