"""Spoiled case files: each is taken whole or refused without a trace, and none takes long.

A thousand each time, on four seeds. For more:

    DOORBRAAK_MUTATIONS=10000 make test ARGS="-k mutated"
"""

import json
import os
import random
import time
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier import casefile, checks, dossier
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.errors import CaseFileRefused
from doorbraak.model.workspace.store import Store
from tests.model.dossier.conftest import dump
from tests.model.dossier.small_case import small
from tests.whole_dossier import OF_THE_WORKSPACE, ON_ITS_WAY

KINDS: dict[str, Any] = {
    field.name: getattr(field.type, "item_type", field.type) for field in inspect.type_info(form.CaseFile).fields
}
SEEDS = 4
MUTATIONS = int(os.environ.get("DOORBRAAK_MUTATIONS", "1000")) // SEEDS
MOST_SECONDS = 2.0  # of processor time: a busy machine is no hang

SHARDS = (
    b"{", b"}", b"[", b"]", b'"', b",", b":", b"null", b"true", b"-1", b"-", b"1e9", b"1e999", b"0.1", b"NaN",
    b"Infinity", b"\\ud800", b"\\udc00", b"\\u0000", b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf", b"9" * 400, b"9" * 5000, b"[" * 3000, b'{"a":' * 3000, b"\n", b"//", b"2026-02-30",
)  # fmt: skip
NAMES = ("id", "words", "kind", "people", "person", "exchange_secret", "private_note", "__class__", "", "é")


def values(draw: random.Random) -> Any:
    """What does not belong anywhere, or only somewhere else."""
    return draw.choice(
        [
            None, True, False, 0, -1, 1, 2**31, 2**63, 2**64, 10**30, 1.5, 1e308, -0.0, "", " ", "\u200b", "\0", "x",
            "x" * 5000, "\ud800", "é" * 200, "\u0958" * 200, "p1", "q1", "a1", "i1", "2026-10-05", "1899-12-31",
            "2199-01-01", "0001-01-01", "9999-12-31", "2026-10-05T00:00:00Z", "moeder", "samenwonend", "uwv", "merge",
            [], {}, [None], [[]], {"id": "p1"}, ["p1"], ["p1", "p1"], ["q1", "q2"], ["x"] * 501, [0] * 3000,
        ]
    )  # fmt: skip


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a case: the object or list, and the name or number in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, below in inner for place in ((value, key), *places(below))]


def of_bytes(content: bytes, draw: random.Random) -> bytes:
    """Bytes changed, taken out, doubled or put in, mostly where JSON has its structure."""
    spoiled = bytearray(content)
    for _ in range(draw.randrange(1, 4)):
        at, length = draw.randrange(len(spoiled)), draw.randrange(1, 30)
        match draw.randrange(6):
            case 0:
                spoiled[at] = draw.randrange(256)
            case 1:
                del spoiled[at : at + length]
            case 2:
                spoiled[at:at] = spoiled[at : at + length]
            case 3:
                spoiled[at:at] = draw.choice(SHARDS)
            case 4 if draw.random() < 0.1:
                del spoiled[max(1, at) :]
            case _:
                digits = [place for place in range(len(spoiled)) if 48 <= spoiled[place] <= 57] or [0]
                spoiled[draw.choice(digits)] = 48 + draw.randrange(10)
    return bytes(spoiled)


def of_json(content: bytes, draw: random.Random) -> bytes:
    """Fields taken out, put in, renamed, moved or given what another one holds."""
    case = json.loads(content)
    for _ in range(draw.randrange(1, 3)):
        inside, key = draw.choice(places(case))
        match draw.randrange(8):
            case 0:
                del inside[key]
            case 1:
                inside[key] = values(draw)
            case 2:
                other, its = draw.choice(places(case))
                inside[key] = json.loads(json.dumps(other[its]))  # may hold what it replaces
            case 3 if isinstance(inside, dict):
                inside[draw.choice(NAMES)] = inside.pop(key)
            case 4 if isinstance(inside, dict):
                inside[draw.choice(NAMES)] = values(draw)
            case 5 if isinstance(inside, list):
                inside.extend([inside[key]] * draw.choice([1, 1, 2, 600]))
            case 6 if isinstance(inside, list):
                draw.shuffle(inside)
            case _ if isinstance(inside[key], str) and len(inside[key]) == 2:
                inside[key] = inside[key][0] + str(draw.randrange(1, 4))  # another row
            case _:
                inside[key] = inside[key] if isinstance(inside[key], dict | list) else values(draw)
    text = json.dumps(case, ensure_ascii=draw.random() < 0.5)
    return text.encode("utf-8", "surrogatepass")


def twice_named(content: bytes, draw: random.Random) -> bytes:
    """An object that names one of its fields twice, with the same or with something else."""
    case = json.loads(content)
    objects = [inside[key] for inside, key in places(case) if isinstance(inside[key], dict)]
    chosen = draw.choice(objects)
    name = draw.choice(list(chosen))
    again = chosen[name] if draw.random() < 0.5 else values(draw)
    chosen["@"] = again
    return json.dumps(case).replace('"@":', f'"{name}":').encode()


def well_formed(content: bytes, draw: random.Random) -> bytes:
    """Each field by itself may be so: other rows, other choices, nothing. What fields hold together may not."""
    case = json.loads(content)
    for _ in range(draw.randrange(1, 4)):
        name = draw.choice(list(LISTS))
        row, field = draw.choice(case[name]), draw.choice(KINDS[name].fields)
        kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
        if field.name in LISTS[name].refers:
            ids = [other["id"] for other in case[LISTS[name].refers[field.name]]]
            many = isinstance(row[field.name], list)
            row[field.name] = draw.sample(ids, draw.randrange(len(ids) + 1)) if many else draw.choice([*ids, None])
        elif isinstance(kinds[0], inspect.LiteralType):
            row[field.name] = draw.choice(kinds[0].values)
        elif isinstance(kinds[0], inspect.BoolType):
            row[field.name] = not row[field.name]
        elif isinstance(kinds[0], inspect.StrType):
            row[field.name] = draw.choice(["", "\u200b", row[field.name]])
        elif len(kinds) > 1:
            row[field.name] = draw.choice([None, *(other[field.name] for other in case[name])])
        elif draw.random() < 0.3:
            case[name].append(row)
    return json.dumps(case).encode()


def plain(case: form.CaseFile) -> Any:
    """What has to come back: names within the file by number, lists of them in order, texts without white space."""
    made = msgspec.to_builtins(case)
    names = {
        name: {row["id"]: f"{number:04}" for number, row in enumerate(made[name])}
        for name, part in LISTS.items()
        if part.prefix
    }
    for name, part in LISTS.items():
        for row in made[name]:
            for field in set(row) & {"id", *part.refers}:
                known = names[part.refers.get(field, name)]
                its = row[field]
                row[field] = sorted(known[id_] for id_ in its) if isinstance(its, list | tuple) else known.get(its)
    return squeezed(made)


def squeezed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: squeezed(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [squeezed(inner) for inner in value]
    return "".join(checks.paragraph(value, "", most=100_000).split()) if isinstance(value, str) else value


MAKE: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    of_bytes, of_bytes, of_json, of_json, well_formed, well_formed, twice_named,
)  # fmt: skip


def take(store: Store, content: bytes, known: lists.Catalogue) -> tuple[form.CaseFile, bytes]:
    """What the file says, and what the program says of it once it is in; one step to undo."""
    case = casefile.read(content, known)
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    return case, casefile.write(dossier.read(store, of))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_that_a_mutated_file_is_taken_whole_or_refused_without_a_trace(
    store, home, catalogue, seed, record_property
) -> None:
    draw = random.Random(seed)
    content = json.dumps(small()).encode()
    before = dump(store)
    refused, slowest = 0, 0.0
    for _ in range(MUTATIONS):
        spoiled = draw.choice(MAKE)(content, draw)
        begun = time.process_time()
        try:
            case, written = take(store, spoiled, catalogue)
        except CaseFileRefused:
            refused += 1
        else:
            store.undo()
            again, rewritten = take(store, written, catalogue)
            assert plain(again) == plain(case), "taken whole"
            assert rewritten == written
            store.undo()
        slowest = max(slowest, time.process_time() - begun)
        assert dump(store) == before
    record_property("slowest", slowest)
    record_property("refused", refused)
    assert slowest < MOST_SECONDS
    assert MUTATIONS // 2 < refused < MUTATIONS * 19 // 20, "most mutations have to spoil the file, and not all of them"


def test_that_the_file_to_spoil_is_taken_in_itself(store, home, catalogue) -> None:
    take(store, json.dumps(small()).encode(), catalogue)
    part = {name for name, rows in dump(store).items() if rows}
    assert part >= {*dump(store)} - OF_THE_WORKSPACE - ON_ITS_WAY, "every table takes part"
