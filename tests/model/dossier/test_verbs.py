"""Rules that every verb of the dossier keeps, whichever module it comes from."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier import confirmations, costs, dossier, interventions, justification
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store
from tests import whole_dossier
from tests.model.dossier.conftest import Dump, dump
from tests.model.dossier.verbs import GONE_ROW, TABLES, Verb, all_verbs, functions

VERBS = {verb.name: verb for verb in all_verbs()}
# Rows have to come as often as they go, and a household with all that hangs on it goes seldom.
CHOICES = tuple(name for name in VERBS for _ in range(1 if ".remove" in name else 3))
MORE = int(os.environ.get("DOORBRAAK_VERBS", "1"))  # so many times the examples
Step = tuple[str, int]
NAMES = (*CHOICES, *("undo", "redo") * 20)
STEP = st.tuples(st.sampled_from(NAMES), st.integers(0, 2**16))


@contextmanager
def fresh_store() -> Iterator[Store]:
    """With one whole household, which no undo takes away."""
    with tempfile.TemporaryDirectory() as folder:
        store, _ = Store.create(
            Path(folder) / "werkmap", "vier losse woorden nu", dossier.TABLES, cost=keys.Cost(1, 65536)
        )
        try:
            with store.change("Begin", undoable=False):
                home = whole_dossier.make(store, "begin")
                step = interventions.add(store, home, words="Waarvoor nog niets betaald is")
                justification.add(store, step, "", title="Eigen regel")
                for line in costs.of_household(store, home):
                    confirmations.write(store, line.id, "6", "confirmed")
            yield store
        finally:
            store.close()


def run(store: Store, verb: Verb, seed: int, before: Dump) -> bool:
    """Whether the verb was taken; a refused one has to leave everything as it was."""
    try:
        with store.change("Proef"):
            verb.run(store, Random(seed))
    except (InputError, NotFound):
        assert dump(store) == before, f"{verb.name} was refused and wrote something"
        return False
    return True


def there_and_back(steps: list[Step]) -> None:
    """Run the steps; then all of it back and forth, through the same dumps."""
    with fresh_store() as store:
        seen, at = [dump(store)], 0
        for name, seed in steps:
            if name == "undo":
                assert (store.undo() is None) == (at == 0)
                at = max(at - 1, 0)
                assert dump(store) == seen[at]
            elif name == "redo":
                assert (store.redo() is None) == (at == len(seen) - 1)
                at = min(at + 1, len(seen) - 1)
                assert dump(store) == seen[at]
            elif run(store, VERBS[name], seed, seen[at]) and (now := dump(store)) != seen[at]:
                seen[at + 1 :] = [now]
                at += 1
        while store.redo():
            at += 1
        assert at == len(seen) - 1
        assert dump(store) == seen[-1]
        for before in reversed(seen[:-1]):
            assert store.undo() is not None
            assert dump(store) == before
        assert store.undo() is None
        for after in seen[1:]:
            assert store.redo() is not None
            assert dump(store) == after
        assert store.redo() is None
        assert store.rows("PRAGMA foreign_key_check") == []


@settings(max_examples=12 * MORE, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=1, max_size=60))
def test_that_any_verbs_undone_and_redone_give_the_same_rows(steps: list[Step]) -> None:
    there_and_back(steps)


@settings(max_examples=2 * MORE, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_that_500_verbs_undone_and_redone_give_the_same_rows(seed: int) -> None:
    random = Random(seed)
    there_and_back([(random.choice(NAMES), random.randrange(2**16)) for _ in range(500)])


def test_that_every_verb_can_be_called_and_writes() -> None:
    """Else the properties above would say nothing about it: give its parameters something to take in verbs.py."""
    silent = []
    with fresh_store() as store:
        before = dump(store)
        for name, verb in VERBS.items():
            for seed in range(400):
                if run(store, verb, seed, before) and dump(store) != before:
                    store.undo()
                    assert dump(store) == before, name
                    break
            else:
                silent.append(name)
    assert silent == []


def test_that_no_verb_is_overlooked() -> None:
    assert len(functions()) > 200
    for table in dossier.TABLES:
        assert table.name in TABLES
    for name in ("costs.attach", "noted.set_origin", "visits.expire_private_notes", "profile.write",
                 "cost_ranges.set_range", "confirmations.write", "budgets.write"):  # fmt: skip
        assert name in VERBS


OF_A_ROW = [name for name in VERBS if name not in (
    "household.open_dossier", "profile.write", "assumptions.write", "budgets.write", "noted.set_origin",
    "copy_blocks.write", "local_mandates.add", "mandates_file.take", "own_lists.take", "own_lists.forget",
    "visits.expire_private_notes", "signals_together.set_theme", "signals_together.tell",
)]  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> Iterator[Store]:
    with fresh_store() as store:
        yield store


@pytest.mark.parametrize("name", OF_A_ROW)
def test_that_a_verb_on_a_row_that_is_gone_says_so(whole: Store, name: str) -> None:
    """An editor may still be open on a row when undo takes it away. To remove it again is no mistake."""
    verb, before, said = VERBS[name], dump(whole), 0
    first = next(iter(verb.draws))
    gone = Verb(name, verb.call, {**verb.draws, first: lambda random, store: GONE_ROW}, verb.optional)
    for seed in range(200):
        try:
            with whole.change("Proef"):
                gone.run(whole, Random(seed))
        except InputError:
            continue  # the value was refused first
        except NotFound:
            said += 1
            break
        finally:
            assert dump(whole) == before
        if ".remove" in name or name == "considerations.write":
            said += 1
            break
        pytest.fail(f"{name} took a row that is gone in silence")
    assert said
