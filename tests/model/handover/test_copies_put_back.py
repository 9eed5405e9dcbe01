"""A copy that is put back does not forget what goes to a colleague: no household is lost by it or has two holders."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.dossier import household as households
from doorbraak.model.errors import InputError
from doorbraak.model.handover import giving, on_the_way, own_key, taking
from doorbraak.model.handover.refusals import HandoverRefused
from doorbraak.model.workspace import DATABASE, backup, restore
from doorbraak.model.workspace.restore import Restored
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.model.handover.test_handover import LISTS, TODAY, given, known, new_household, taken, taking_refused


def put_back(store: Store, copy: backup.Backup, *, without: bool = False) -> tuple[Store, Restored]:
    """The workspace with this copy in its place; `without`: its own file is gone, only copies are there."""
    if not store.closed:
        store.close()
    if without:
        (store.folder / DATABASE).unlink()
    done = restore.restore(store.folder, copy, PASSPHRASE, tables=dossier.TABLES)
    return dossier.open_workspace(store.folder, PASSPHRASE), done


@pytest.mark.parametrize("without", [False, True])
def test_that_what_is_on_its_way_stays_on_its_way(giver: Store, taker: Store, without: bool) -> None:
    home, colleague = new_household(giver), known(giver, taker)
    before = giver.backup()
    content = given(giver, home, colleague)
    giver.backup()
    giver, _ = put_back(giver, before, without=without)
    assert [one.household for one in on_the_way.all_of(giver)] == [home]
    with pytest.raises(InputError, match="al onderweg naar Collega"):
        given(giver, home, colleague)
    giving.confirm(giver, home, taken(taker, content)[1])
    assert (len(households.all_of(giver)), len(households.all_of(taker))) == (0, 1)
    giver.close()


def test_that_what_was_taken_back_is_not_on_its_way_again(giver: Store, taker: Store) -> None:
    home, colleague = new_household(giver), known(giver, taker)
    answer = taking_refused(taker, given(giver, home, colleague))
    before = giver.backup()
    with giver.change("Terug", undoable=False):
        giving.refused(giver, home, answer)
    giver, _ = put_back(giver, before)
    assert on_the_way.all_of(giver) == ()
    giver.close()


def test_that_a_newer_copy_knows_better_than_an_older_file(giver: Store, taker: Store, tmp_path: Path) -> None:
    """Somebody put an older file in the place of the workspace."""
    home, colleague = new_household(giver), known(giver, taker)
    giver.backup()
    giver.close()
    older = tmp_path / "ouder.db"
    shutil.copyfile(giver.folder / DATABASE, older)
    giver = dossier.open_workspace(giver.folder, PASSPHRASE)
    given(giver, home, colleague)
    newer = giver.backup()
    giver.close()
    shutil.copyfile(older, giver.folder / DATABASE)
    giver, _ = put_back(giver, newer)
    assert len(on_the_way.all_of(giver)) == 1
    giver.close()


@pytest.mark.parametrize("late", [False, True])
def test_that_who_put_back_a_copy_from_before_can_take_it_in_once_more(giver: Store, taker: Store, late: bool) -> None:
    """The giver wiped it, so the file is all there is, also after its last day."""
    home, colleague = new_household(giver), known(giver, taker)
    content, before = given(giver, home, colleague), taker.backup()
    _, answer = taken(taker, content)
    giving.confirm(giver, home, answer)
    taker, done = put_back(taker, before)
    assert (done.taken_since, households.all_of(taker)) == (1, ())
    day = TODAY + giving.LASTS * (2 if late else 0)
    one = taking.offered(taker, content, LISTS, day)
    assert (one.taken, one.answer) == (None, answer)
    here = taking.take(taker, one, day)
    assert [one.id for one in households.all_of(taker)] == [here]
    assert taking.offered(taker, content, LISTS, day).taken == "taken"
    taker.close()


def test_that_one_that_was_refused_stays_refused(giver: Store, taker: Store) -> None:
    home, colleague = new_household(giver), known(giver, taker)
    content, before = given(giver, home, colleague), taker.backup()
    answer = taking_refused(taker, content)
    with giver.change("Terug", undoable=False):
        giving.refused(giver, home, answer)
    taker, _ = put_back(taker, before)
    with pytest.raises(HandoverRefused, match="al geweigerd"):
        taken(taker, content)
    taker.close()


def test_that_one_that_was_handed_on_is_not_taken_in_again(
    giver: Store, taker: Store, made: Callable[[str], Store], tmp_path: Path
) -> None:
    third = made("c")
    home, colleague = new_household(giver), known(giver, taker)
    content = given(giver, home, colleague)
    taker.backup()
    shutil.copytree(taker.folder / backup.FOLDER, tmp_path / "stick" / backup.FOLDER)
    here, answer = taken(taker, content)
    giving.confirm(giver, home, answer)
    assert here is not None
    giving.confirm(taker, here, taken(third, given(taker, here, known(taker, third)))[1])
    taker, _ = put_back(taker, backup.all_of(tmp_path / "stick")[0])
    assert taken(taker, content)[0] is None
    assert households.all_of(taker) == ()
    taker.close()


def test_that_the_receiving_key_is_that_of_now(giver: Store, taker: Store) -> None:
    """One that was made since would be lost with all that colleagues sealed to it."""
    before = taker.backup()
    home, colleague = new_household(giver), known(giver, taker)
    content, own = given(giver, home, colleague), own_key.private(taker)
    taker, _ = put_back(taker, before)
    assert own_key.private(taker) == own
    assert taken(taker, content)[0] is not None
    taker.close()


def test_that_a_colleague_who_was_forgotten_stays_forgotten(giver: Store, taker: Store) -> None:
    colleague = known(giver, taker)
    before = giver.backup()
    with giver.change("Vergeten", undoable=False):
        own_key.forget(giver, colleague.id)
    giver, _ = put_back(giver, before)
    assert own_key.colleagues(giver) == ()
    giver.close()
