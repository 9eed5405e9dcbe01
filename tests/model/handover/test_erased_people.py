"""Who was erased from a dossier does not come back because it goes to a colleague, or was there before."""

import shutil
from pathlib import Path

import msgspec
import pytest

from doorbraak.model.dossier import erasure, people
from doorbraak.model.dossier import household as households
from doorbraak.model.handover import giving, own_key, packet, taking
from doorbraak.model.handover.refusals import HandoverRefused
from doorbraak.model.workspace import backup, tombstones
from doorbraak.model.workspace.store import Store
from tests.model.dossier.test_erasure import holding
from tests.model.handover.test_copies_put_back import put_back
from tests.model.handover.test_handover import LISTS, TODAY, given, known, new_household, taken

NAME = "Koekoeksbloem"


@pytest.fixture
def household(giver: Store) -> int:
    home = new_household(giver)
    with giver.change("Mens erbij", undoable=False):
        people.add(giver, home, name=NAME)
    return home


def names(store: Store, home: int) -> list[str]:
    return [one.name for one in people.of_household(store, home)]


def erase(store: Store, home: int) -> None:
    (gone,) = [one for one in people.of_household(store, home) if one.name == NAME]
    erasure.erase(store, home, "request", gone.id)


def move(giver: Store, taker: Store, home: int) -> int:
    """From the one to the other, confirmed."""
    here, answer = taken(taker, given(giver, home, known(giver, taker)))
    giving.confirm(giver, home, answer)
    assert here is not None
    return here


def test_that_who_was_erased_by_a_colleague_does_not_come_back_with_an_own_old_copy(
    giver: Store, taker: Store, household: int, tmp_path: Path
) -> None:
    """It was here, with all its people; it came back without one, and then a stick from before was found."""
    giver.backup()
    shutil.copytree(giver.folder / backup.FOLDER, tmp_path / "stick" / backup.FOLDER)
    there = move(giver, taker, household)
    erase(taker, there)
    home = move(taker, giver, there)
    assert names(giver, home) == ["Anna"]
    giver, _ = put_back(giver, backup.all_of(tmp_path / "stick")[0])
    (found,) = households.all_of(giver)
    assert names(giver, found.id) == ["Anna"]
    giver.close()


def test_that_who_was_erased_here_does_not_come_back_with_the_file_of_a_colleague(
    giver: Store, taker: Store, household: int
) -> None:
    """The colleague restored it, and gives it once more: as a file that is still about."""
    content = given(giver, household, known(giver, taker))
    here, _ = taken(taker, content)
    assert here is not None
    erase(taker, here)
    with giver.change("Terug", undoable=False):
        giving.take_back(giver, household, TODAY + giving.LASTS * 2)
    one = taking.offered(taker, given(giver, household, known(giver, taker)), LISTS, TODAY)
    assert one.erased == 1
    key, home = taker.keys.key, taking.take(taker, one, TODAY, "new")
    assert home is not None
    assert names(taker, home) == ["Anna"]
    taker.close()
    assert holding(NAME, taker.folder, key) == set()


def test_that_whom_a_colleague_names_in_another_dossier_stays(giver: Store, taker: Store, household: int) -> None:
    """A made-up file takes nobody away, now or when a copy is put back."""
    here = move(giver, taker, household)
    ((mark,),) = taker.rows("SELECT mark FROM person_mark ORDER BY id DESC LIMIT 1")
    other, colleague = new_household(giver, "Familie Zwart"), known(giver, taker)
    file = packet.open_(given(giver, other, colleague), own_key.private(taker) or b"")
    stone = packet.Gone(hash=tombstones.hash_of("person", mark), ground="request", at="2026-11-23T10:00:00+00:00")
    forged = packet.seal(msgspec.structs.replace(file, gone=(stone,)), colleague.key.public)
    taken(taker, forged)
    assert erasure.proofs(taker) == ()
    assert NAME in names(taker, here)


def test_that_marks_that_do_not_fit_the_people_are_refused(giver: Store, taker: Store, household: int) -> None:
    colleague = known(giver, taker)
    file = packet.open_(given(giver, household, colleague), own_key.private(taker) or b"")
    with pytest.raises(HandoverRefused, match="klopt niet"):
        taken(taker, packet.seal(msgspec.structs.replace(file, marks=file.marks[1:]), colleague.key.public))
