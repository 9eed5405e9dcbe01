"""The file that a coordinator hands out: what it may hold, and how it is compared aloud."""

from dataclasses import replace

import pytest

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import coordinator_key, refusals
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.refusals import ExchangeRefused
from doorbraak.model.exchange.table_catalogue import Code
from tests.model.exchange.caseloads import OTHER_PRIVATE, PRIVATE, key_of

KEY = key_of()
FILE = coordinator_key.encode(KEY)


def test_that_a_key_file_is_read_back_as_it_was_made_and_holds_no_private_key() -> None:
    assert coordinator_key.decode(FILE) == KEY
    assert PRIVATE.hex().encode() not in FILE


def test_that_a_fingerprint_is_24_digits_in_six_groups_and_differs_by_key_and_role() -> None:
    said = coordinator_key.spoken(KEY.fingerprint)
    assert len(said.split()) == 6
    assert all(len(group) == 4 and group.isdigit() for group in said.split())
    other = key_of(OTHER_PRIVATE)
    assert coordinator_key.spoken(other.fingerprint) != said
    assert coordinator_key.fingerprint(KEY.public, "sender") != KEY.fingerprint


def test_that_what_people_compare_is_of_the_key_and_of_each_team_and_wijk() -> None:
    teams, wijken = KEY.teams, KEY.wijken
    others = [
        replace(KEY, public=key_of(OTHER_PRIVATE).public), replace(KEY, teams=teams[1:]),
        replace(KEY, teams=teams[::-1]), replace(KEY, teams=wijken, wijken=teams),
        replace(KEY, teams=(Code(teams[0].id, "Een andere naam"), *teams[1:])),
        replace(KEY, wijken=(*wijken, Code("w9", "Wijk 9"))),
    ]  # fmt: skip
    assert len({one.spoken for one in (KEY, *others)}) == len(others) + 1
    assert coordinator_key.decode(FILE).spoken == KEY.spoken
    assert len(KEY.spoken.split()) == 6


@pytest.mark.parametrize(
    "content",
    [
        b"", b"PK\x03\x04", b"{}", FILE + b"\n", FILE.replace(b'"version":1', b'"version":2'),
        FILE.replace(b'"version":1', b'"version":1,"version":1'), FILE.replace(b'"version":1', b'"version":1,"x":1'),
        FILE.replace(b'"noord"', b'"zuid"'), FILE.replace(b'"noord"', b'"overig"'),
        FILE.replace(b'"noord"', b'"noord zuid"'), FILE.replace(b"Team Noord", b"Team  Noord"),
        FILE.replace(b"Team Noord", "Team \u202eNoord".encode()), FILE.replace(b"Team Noord", b"\xff"),
        FILE.replace(b"Team Noord", "Team\u200b Noord".encode()), FILE.replace(b"Team Noord", b"x" * 61),
        FILE.replace(KEY.public.hex().encode(), b"00"), b"[" * 400_000, b" " * 600_000,
    ],
    ids=range(18),
)  # fmt: skip
def test_that_anything_else_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(ExchangeRefused) as error:
        coordinator_key.decode(content)
    assert error.value.sentence == refusals.KEY_FILE


def test_that_a_coordinator_cannot_make_a_file_that_would_be_refused() -> None:
    for code in (Code("met spatie", "A"), Code("a", ""), Code("overig", "A"), Code("a", "x\u202e")):
        with pytest.raises(InputError):
            coordinator_key.encode(CoordinatorKey(KEY.public, (code,)))
