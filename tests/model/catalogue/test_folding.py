import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Suïcidepreventie", "suicidepreventie"),
        ("INDICATIE CAFÉ", "indicatie cafe"),
        ("foto’s en foto's", "fotos en fotos"),
        ("Re-integratie", "reintegratie"),
        ("B.V.", "bv"),
        ("Wgs 2.3.5", "wgs 235"),
        ("Awb 2:1", "awb 21"),
        ("  Dagopvang/dagbesteding (volwassenen) ", "dagopvang dagbesteding volwassenen"),
        ("B&W", "b&w"),
        ("Ĳsselmeer", "ijsselmeer"),
        ("Łukasz Sørensen Şahin Iğdır", "lukasz sorensen sahin igdir"),
        ("Straße", "strasse"),
        ("e\u0301e\u0301n", "een"),
        ("a\0b\tc\nd", "a b c d"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_that_case_accents_and_loose_signs_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_that_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_that_words_are_parted_by_one_space(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())
