"""What a token tells: nothing."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.exchange.tokens import presence, token

SECRET = bytes(range(32))


def test_that_a_token_is_the_start_of_the_hmac_that_the_format_names() -> None:
    whole = hmac.new(SECRET, b"db1|2026Q3|problems_children|schulden|met", hashlib.sha256).hexdigest()
    assert token(SECRET, "2026Q3", "problems_children", "schulden|met") == whole[:32]


@given(
    st.lists(st.tuples(st.binary(min_size=32, max_size=32), *(st.sampled_from("abc") for _ in range(3))), unique=True)
)
def test_that_two_tokens_differ_when_anything_differs(parts: list[tuple[bytes, str, str, str]]) -> None:
    assert len({token(*one) for one in parts}) == len(parts)


def test_that_what_the_sender_alone_keeps_is_no_token_of_a_cell() -> None:
    assert presence(SECRET, "2026Q3") not in {token(SECRET, "2026Q3", table, "") for table in ("a", "b")}


def test_that_period_and_table_cant_run_together() -> None:
    with pytest.raises(ValueError, match="another"):
        token(SECRET, "2026|a", "b", "c")
    with pytest.raises(ValueError, match="another"):
        token(SECRET, "2026", "a|b", "c")
