"""What a file may say: exactly what a sender's program writes, and nothing else."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from doorbraak.model.exchange import payload, refusals
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.refusals import ExchangeRefused
from tests.model.exchange.caseloads import drawn, known_tables, payload_of

TABLES = known_tables()
HOMES = [drawn(Random(seed), TABLES, most=3) for seed in range(6)]
MADE = payload_of(HOMES, TABLES)
PLAIN = payload.encode(MADE)


def refused(plain: bytes, sentence: str = refusals.DAMAGED) -> None:
    with pytest.raises(ExchangeRefused) as error:
        payload.decode(plain, TABLES)
    assert error.value.sentence == sentence
    assert error.value.__context__ is None, "what a decoder says may quote the file"


def test_that_what_was_written_is_read_back_the_same() -> None:
    assert payload.decode(PLAIN, TABLES) == MADE
    assert payload.encode(payload.decode(PLAIN, TABLES)) == PLAIN


def test_that_equal_payloads_are_equal_bytes_whatever_order_the_households_came_in() -> None:
    assert payload.encode(payload_of(HOMES[::-1], TABLES)) == PLAIN


@given(st.integers(0, 2**32).map(Random), st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_that_what_is_sent_again_is_equal_and_what_a_program_writes_is_never_refused(
    random: Random, number: int
) -> None:
    homes = [drawn(random, TABLES, most=3) for _ in range(number)]
    plain = payload.encode(payload_of(homes, TABLES))
    turned = [Home(home.secret, tuple(random.sample(home.cells, len(home.cells)))) for home in homes]
    random.shuffle(turned)
    assert payload.encode(payload_of(turned, TABLES)) == plain
    assert payload.encode(payload.decode(plain, TABLES)) == plain


@given(st.integers(0, 2**32).map(Random))
@settings(max_examples=300, deadline=None)
def test_that_a_mutated_payload_is_refused_or_says_the_very_same(random: Random) -> None:
    """Parts cut, doubled, moved or swapped for others: nothing but a refusal comes of it."""
    plain = bytearray(PLAIN)
    for _ in range(random.randint(1, 3)):
        at, length = random.randrange(len(plain)), random.choice((1, 1, 2, 33, 500))
        part = plain[at : at + length]
        other = random.randrange(len(plain))
        plain[at : at + length] = random.choice((b"", part + part, plain[other : other + length], random.randbytes(1)))
    try:
        found = payload.decode(bytes(plain), TABLES)
    except ExchangeRefused:
        return
    assert payload.encode(found) == plain


def changed(**fields: Any) -> bytes:
    return payload.encode(structs.replace(MADE, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"period": "2026Q5"}, {"period": "1999"}, {"period": "2026Q3\n"}, {"sender": "AB" * 16}, {"sender": "ab" * 15},
        {"sequence": 0}, {"sequence": -1}, {"coordinator": ""}, {"households": 0}, {"households": 5},
        {"households": 7}, {"households": 10**6}, {"format": "doorbraak-casus"}, {"cells": ()},
        {"cells": MADE.cells[::-1]}, {"cells": (*MADE.cells, MADE.cells[-1])}, {"cells": MADE.cells[1:]},
    ],
    ids=repr,
)  # fmt: skip
def test_that_a_value_out_of_bounds_or_out_of_order_refuses_the_whole_file(fields: dict[str, Any]) -> None:
    refused(changed(**fields))


def test_that_another_version_of_the_tables_is_said_to_be_that() -> None:
    refused(changed(catalogue="2027.1"), refusals.OTHER_TABLES)


def bent(table: str, cell: str, bend: Callable[[Any], Any]) -> bytes:
    """The file with one cell bent."""
    assert any((one.table, one.cell) == (table, cell) for one in MADE.cells)
    return changed(cells=tuple(bend(one) if (one.table, one.cell) == (table, cell) else one for one in MADE.cells))


FULL = next(one for one in MADE.cells if one.table == "cost_after" and one.cell.count("|") and one.cell[0] != "|"
            and one.cell[-1] != "|")  # fmt: skip
TOP = ("cost_after", "|")
FEW = next((one.table, one.cell) for one in MADE.cells if one.table == "cost_after" and 0 < one.changed < 5)
"""Of which only is said what its changes come to at most."""


def entry(one: Any, **fields: Any) -> Any:
    return structs.replace(one, entries=(structs.replace(one.entries[0], **fields), *one.entries[1:]))


@pytest.mark.parametrize(
    ("at", "bend"),
    [
        (TOP, lambda one: entry(one, value=100)),
        (TOP, lambda one: structs.replace(one, top=one.top[::-1] if one.top[0] != one.top[1] else (1, 2))),
        (TOP, lambda one: structs.replace(one, top=(one.top[0] + 1, one.top[1]))),
        (TOP, lambda one: structs.replace(one, top=())),
        (TOP, lambda one: structs.replace(one, top=(10**9, *one.top[1:]))),
        (TOP, lambda one: structs.replace(one, entries=one.entries[::-1])),
        (TOP, lambda one: structs.replace(one, entries=(one.entries[0], *one.entries[:-1]))),
        (TOP, lambda one: structs.replace(one, changed=-1)),
        (TOP, lambda one: structs.replace(one, changed=10**7)),
        (TOP, lambda one: structs.replace(one, changed=len(one.entries) + payload.MOST_HOUSEHOLDS + 1)),
        (TOP, lambda one: structs.replace(one, moved=one.moved[:2])),
        (TOP, lambda one: structs.replace(one, moved=(*one.moved, 0))),
        (TOP, lambda one: structs.replace(one, moved=(one.moved[0], one.moved[0] + 1_000, one.moved[2]))),
        (TOP, lambda one: structs.replace(one, moved=(*one.moved[:2], one.moved[0] + 1_000))),
        (TOP, lambda one: structs.replace(one, moved=(*one.moved[:2], 1))),
        (TOP, lambda one: structs.replace(one, moved=())),
        (("households_team", "noord"), lambda one: structs.replace(one, moved=(0, 0, 0))),
        (FEW, lambda one: structs.replace(one, moved=())),
        (FEW, lambda one: structs.replace(one, moved=(one.moved[0], 0))),
        (FEW, lambda one: structs.replace(one, moved=(one.moved[0], 0, 0))),
        (FEW, lambda one: structs.replace(one, moved=(one.moved[0] + 1,))),
        (FEW, lambda one: structs.replace(one, changed=0)),
        (FEW, lambda one: structs.replace(one, changed=5)),
        ((FULL.table, FULL.cell), lambda one: entry(one, value=None)),
        ((FULL.table, FULL.cell), lambda one: entry(one, value=150)),
        ((FULL.table, FULL.cell), lambda one: entry(one, value=10**7 + 100)),
        ((FULL.table, FULL.cell), lambda one: structs.replace(one, top=(1_000,))),
        ((FULL.table, FULL.cell), lambda one: structs.replace(one, entries=())),
        ((FULL.table, FULL.cell), lambda one: structs.replace(one, cell="zzz|zzz")),
        ((FULL.table, FULL.cell), lambda one: structs.replace(one, table="problems")),
        ((FULL.table, FULL.cell), lambda one: entry(one, token="A" * 32)),
        ((FULL.table, FULL.cell), lambda one: entry(one, token="a" * 31 + "\n")),
        (("households_team", "noord"), lambda one: structs.replace(one, entries=one.entries[1:])),
    ],
)  # fmt: skip
def test_that_a_cell_that_no_program_writes_refuses_the_whole_file(at: tuple[str, str], bend: Any) -> None:
    refused(bent(*at, bend))


def test_that_a_margin_without_parts_or_a_part_without_margins_is_refused() -> None:
    refused(changed(cells=tuple(one for one in MADE.cells if (one.table, one.cell) != TOP)))
    parts = tuple(one for one in MADE.cells if one.table != "cost_after" or one.cell == "|")
    refused(changed(cells=parts))


@pytest.mark.parametrize(
    "plain",
    [
        b"", b"null", b"{}", b"[]", b'"', PLAIN[:-1], PLAIN + b" ", b" " + PLAIN, b"\xef\xbb\xbf" + PLAIN,
        PLAIN.decode().encode("utf-16"), PLAIN.replace(b'"2026Q3"', b'"2026\xffQ3"'),
        PLAIN.replace(b'"sequence":1', b'"sequence":1.0'), PLAIN.replace(b'"sequence":1', b'"sequence":1e0'),
        PLAIN.replace(b'"sequence":1', b'"sequence":NaN'), PLAIN.replace(b'"sequence":1', b'"sequence":Infinity'),
        PLAIN.replace(b'"sequence":1', b'"sequence":true'), PLAIN.replace(b'"sequence":1', b'"sequence":"1"'),
        PLAIN.replace(b'"sequence":1', b'"sequence":' + b"9" * 5000),
        PLAIN.replace(b'"sequence":1', b'"sequence":1,"sequence":1'),
        PLAIN.replace(b'"sequence":1', b'"sequence":1,"GEHEIM":1'),
        PLAIN.replace(b'"sequence":1', b'"sequence":1,"extra":' + b"[" * 200_000),
        PLAIN.replace(b'"sequence":1', b'"sequence":' + b'{"a":' * 200_000),
        PLAIN.replace(b'"period":"2026Q3"', b'"period":"2026\\u00513"'),
        b"[" * 1_000_000, b'{"cells":' + b"[" * 1_000_000, json.dumps(json.loads(PLAIN), indent=1).encode(),
        b" " * (payload.MOST_PLAIN + 1),
    ],
    ids=range(27),
)  # fmt: skip
def test_attack_deep_huge_nan_duplicate_key_or_bad_utf_8_json(plain: bytes) -> None:
    assert plain != PLAIN
    refused(plain)
