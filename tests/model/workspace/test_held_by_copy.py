"""What a copy tells of a laptop that is gone: numbers and days, no name; the copy stays as it is."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.lost_laptop import paper_of
from doorbraak.model.dossier import dossier, erasure, household, people
from doorbraak.model.errors import FileDamaged, WrongPassphrase
from doorbraak.model.exchange import coordinator
from doorbraak.model.handover import giving, own_key
from doorbraak.model.workspace import backup, held_by_copy
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE

TODAY = date.today()
NAME = "Koekoeksbloem"


@pytest.fixture
def code(tmp_path: Path) -> str:
    """The recovery code of a workspace with two households, one of them on its way, and one that was erased."""
    store, code = Store.create(tmp_path / "w", PASSPHRASE, dossier.TABLES, cost=CHEAP)
    other, _ = Store.create(tmp_path / "c", PASSPHRASE, dossier.TABLES, cost=CHEAP)
    with store.change("Vullen", undoable=False):
        homes = [household.open_dossier(store, NAME, opened=date(2020, 1, 1)) for _ in range(3)]
        for home in homes:
            people.add(store, home, name=NAME)
        people.add(store, homes[0], name=NAME)
        own_key.key_file(store, "Ik")
    with other.change("Sleutel", undoable=False):
        key = own_key.key_file(other, "Sam")
    other.close()
    with store.change("Overdragen", undoable=False):
        giving.give(store, homes[1], own_key.take(store, key, "Sam", TODAY), TODAY)
    erasure.erase(store, homes[2], "request")
    store.note("afdrukken", "huishouden 1")
    store.backup()
    store.close()
    return code


@pytest.fixture
def copy(tmp_path: Path, code: str) -> Backup:
    return max(backup.all_of(tmp_path / "w"), key=lambda one: one.at)


def test_that_it_tells_what_lay_there_by_passphrase_and_by_code(copy: Backup, code: str) -> None:
    before, names = copy.path.read_bytes(), sorted(copy.path.parent.iterdir())
    for secret in (PASSPHRASE, code):
        held = held_by_copy.read(copy, secret)
        assert [(one.number, one.people, one.away, one.here_since) for one in held.homes] == [
            (1, 2, "", TODAY), (2, 1, "Sam", TODAY),
        ]  # fmt: skip
        assert (held.erased, held.handed_over, held.more) == (1, 0, 0)
        assert (held.receiving, held.sends, held.coordinator) == (True, False, False)
        assert held.left[0][1] == "huishouden 1"
    assert copy.path.read_bytes() == before
    assert sorted(copy.path.parent.iterdir()) == names


def test_that_the_paper_has_no_name_and_says_which_keys(copy: Backup) -> None:
    said = text_of(paper_of(held_by_copy.read(copy, PASSPHRASE), TODAY))
    assert NAME not in said
    assert "2 huishoudens in, met 3 mensen" in said
    assert "Onderweg naar Sam" in said
    assert "ontvangstsleutel" in said
    assert "coördinator" not in said, "nothing was sent, and it is none"
    everything = text_of(paper_of(None, TODAY))
    assert "72 uur" in everything
    assert "laptop van de coördinator" in everything


def test_that_a_wrong_passphrase_and_a_damaged_copy_are_refused(copy: Backup) -> None:
    with pytest.raises(WrongPassphrase):
        held_by_copy.read(copy, "een heel andere zin dan die")
    content = bytearray(copy.path.read_bytes())
    content[len(content) // 2] ^= 1
    copy.path.write_bytes(content)
    with pytest.raises(FileDamaged):
        held_by_copy.read(copy, PASSPHRASE)


def test_that_a_coordinators_copy_says_that_it_is_one(tmp_path: Path) -> None:
    store, _ = coordinator.create(tmp_path / "centrum", PASSPHRASE, TODAY, cost=CHEAP)
    made = store.backup()
    store.close()
    held = held_by_copy.read(made, PASSPHRASE)
    assert (held.coordinator, held.homes) == (True, ())
    assert "Vervang de sleutel van de coördinator" in text_of(paper_of(held, TODAY))
