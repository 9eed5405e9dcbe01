"""What is taken in is what was in the file, for any file that the program takes."""

from collections import defaultdict
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier import casefile, dossier
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier.casefile_fields import Item, Strict
from doorbraak.model.workspace.store import Store
from tests.model.dossier.drawn_cases import KNOWN, cases

CALM = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)  # fmt: skip


def taken_in(store: Store, content: bytes) -> bytes:
    """As the program writes it, after it went through the database."""
    with store.change("Casus"):
        of = casefile.take_in(store, casefile.read(content, KNOWN))
    return casefile.write(dossier.read(store, of))


@settings(CALM, max_examples=60)
@given(case=cases())
def test_that_any_household_comes_back_as_it_was(store, case: form.CaseFile) -> None:
    content = casefile.to_bytes(case)
    written = taken_in(store, content)
    assert casefile.read(written, KNOWN) == case
    assert written == content


# Anything that may be typed or pasted: folded on the way in, and then the same for ever.
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30).map(lambda text: f"x{text}")


@settings(CALM, max_examples=60)
@given(case=cases(most=1), words=ANY_TEXT)
def test_that_a_text_is_folded_once(store, case: form.CaseFile, words: str) -> None:
    plain = msgspec.to_builtins(case)
    plain["household"] |= {"name": words, "note": words}
    for rows in plain.values():
        for row in rows if isinstance(rows, list) else ():
            row |= {field: words for field in ("words", "reason", "report", "demand") if row.get(field)}
    content = msgspec.json.encode(plain)
    written = taken_in(store, content)
    assert taken_in(store, written) == written


def _different(seen: dict[str, set[str]], path: str, value: Any) -> None:
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            _different(seen, f"{type(value).__name__}.{field}", getattr(value, field))
    elif isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
        for row in value:
            _different(seen, path, row)
    seen[path].add(repr(value)[:200])


def test_that_every_field_is_drawn_in_more_than_one_way() -> None:
    seen: dict[str, set[str]] = defaultdict(set)

    @settings(CALM, max_examples=300, derandomize=True, database=None)
    @given(case=cases(most=3))
    def draw(case: form.CaseFile) -> None:
        _different(seen, "CaseFile", case)

    draw()
    shapes = (*vars(form).values(), *vars(sums).values())
    kinds = {kind for kind in shapes if isinstance(kind, type) and issubclass(kind, Strict)}
    fields = {f"{kind.__name__}.{name}" for kind in kinds for name in kind.__struct_fields__}
    fields -= {f"{Item.__name__}.{name}" for name in Item.__struct_fields__}
    assert {path for path in fields if len(seen[path]) < 2} == {"CaseFile.format", "CaseFile.version"}
