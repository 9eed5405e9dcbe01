"""A slots file that is lost or damaged comes back from the copies, and only when it opens this very file."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import FileInUse, SlotsMissing, WrongPassphrase
from doorbraak.model.workspace import attempts, keys, lost_slots, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

NEW = "drie gele fietsen buiten"


@pytest.fixture
def copied(workspace: Path) -> Path:
    """A closed workspace with one copy."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    store.backup()
    store.close()
    return workspace


@pytest.mark.parametrize("how", ["gone", "empty", "half", "folder", "link", "of another"])
def test_that_the_slots_come_back_whatever_lies_in_their_place(copied: Path, tmp_path: Path, how: str) -> None:
    place = copied / SLOTS
    whole = place.read_bytes()
    place.unlink()
    if how == "empty":
        place.write_bytes(b"")
    elif how == "half":
        place.write_bytes(whole[:100])
    elif how == "folder":
        place.mkdir()
    elif how == "link":
        place.symlink_to("/dev/zero")
    elif how == "of another":
        Store.create(tmp_path / "ander", PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
        place.write_bytes((tmp_path / "ander" / SLOTS).read_bytes())
    assert (lost_slots.missing(copied) is not None) == (how != "of another")
    at = lost_slots.recover(copied, PASSPHRASE)
    assert (datetime.now() - at).total_seconds() < 60
    assert lost_slots.missing(copied) is None
    assert place.read_bytes() == whole
    assert len(list(copied.glob("sleutels-onleesbaar*"))) == (how != "gone"), "what lay there is kept"
    assert not (copied / "sleutels-onleesbaar-2.json").exists()
    outside.opens_whole(copied)


def test_that_slots_of_another_workspace_among_the_copies_are_never_taken(copied: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander"
    Store.create(other, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    own = keys.read(copied / SLOTS)
    (copied / SLOTS).unlink()
    later = {"at": "2099-01-01T00:00:00", "slots": json.loads((other / SLOTS).read_text())}
    (copied / "backups" / "2099-01-01T000000.json").write_text(json.dumps(later))
    assert lost_slots.candidates(copied)[0].at.year == 2099
    assert lost_slots.recover(copied, PASSPHRASE).year != 2099
    assert keys.read(copied / SLOTS) == own
    for path in (copied / "backups").glob("*.json"):
        if not path.name.startswith("2099"):
            path.unlink()
    (copied / SLOTS).unlink()
    assert "dit dossierbestand" in outside.refused(SlotsMissing, lambda: lost_slots.recover(copied, PASSPHRASE))
    assert not (copied / SLOTS).exists()


def test_that_a_wrong_passphrase_takes_nothing_and_is_counted(copied: Path) -> None:
    (copied / SLOTS).unlink()
    outside.refused(WrongPassphrase, lambda: lost_slots.recover(copied, "iets heel anders"))
    assert not (copied / SLOTS).exists()
    assert len(attempts.read(copied)) == 1


def test_that_after_a_change_of_passphrase_each_copy_gives_back_its_own(copied: Path) -> None:
    store = Store.open(copied, PASSPHRASE, dossier.TABLES)
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    for secret in (NEW, PASSPHRASE):
        (copied / SLOTS).unlink()
        lost_slots.recover(copied, secret)
        outside.opens_whole(copied, secret)


def test_that_after_a_re_key_the_copies_of_before_give_nothing(copied: Path) -> None:
    store = Store.open(copied, PASSPHRASE, dossier.TABLES)
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    (copied / SLOTS).unlink()
    outside.refused(SlotsMissing, lambda: lost_slots.recover(copied, PASSPHRASE))
    lost_slots.recover(copied, NEW)
    outside.opens_whole(copied, NEW)


def test_that_copies_in_another_folder_do_too(copied: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (copied / "backups").rename(stick)
    (copied / SLOTS).unlink()
    assert "stick" in outside.refused(SlotsMissing, lambda: lost_slots.recover(copied, PASSPHRASE))
    lost_slots.recover(copied, PASSPHRASE, stick)
    outside.opens_whole(copied)


def test_that_the_slots_of_an_open_workspace_are_left_alone(copied: Path) -> None:
    store = Store.open(copied, PASSPHRASE, dossier.TABLES)
    (copied / SLOTS).unlink()
    outside.refused(FileInUse, lambda: lost_slots.recover(copied, PASSPHRASE))
    store.close()


def test_that_rubbish_among_the_copies_is_passed_over(copied: Path) -> None:
    (copied / SLOTS).unlink()
    for number, rubbish in enumerate((b"", b"[" * 5000, b"\xff", b'{"slots": 3}', b"x" * 200_000)):
        (copied / "backups" / f"2098-0{number}.json").write_bytes(rubbish)
    assert len(lost_slots.candidates(copied)) == 1
    lost_slots.recover(copied, PASSPHRASE)
    outside.opens_whole(copied)


def test_that_a_folder_without_workspace_misses_no_slots(tmp_path: Path) -> None:
    assert lost_slots.missing(tmp_path) is None
    assert lost_slots.missing(tmp_path / "nergens") is None


def bad_byte(folder: Path, kind: str, field: str) -> None:
    """One other sign in what is kept for a passphrase or a code: the file reads as well as before."""
    data = json.loads((folder / SLOTS).read_text())
    (slot,) = [one for one in data["slots"] if one["kind"] == kind]
    if isinstance(slot[field], int):
        slot[field] += 1
    else:
        slot[field] = ("B" if slot[field][5] == "A" else "A").join((slot[field][:5], slot[field][6:]))
    (folder / SLOTS).write_text(json.dumps(data))


@pytest.mark.parametrize("field", ["salt", "box", "rounds"])
def test_that_the_right_passphrase_is_not_called_wrong_when_its_slot_is_damaged(copied: Path, field: str) -> None:
    own = keys.read(copied / SLOTS)
    bad_byte(copied, "passphrase", field)
    assert lost_slots.missing(copied) is None, "it reads as slots"
    with pytest.raises(WrongPassphrase) as caught:
        Store.open(copied, PASSPHRASE, dossier.TABLES)
    assert "beschadigd of veranderd" in caught.value.sentence
    assert "Haal die terug" in caught.value.sentence
    assert caught.value.fits is not None
    lost_slots.recover(copied, PASSPHRASE)
    assert keys.read(copied / SLOTS) == own
    outside.opens_whole(copied)


@pytest.mark.parametrize("damaged", [False, True])
def test_that_a_wrong_passphrase_is_just_wrong_also_beside_a_damaged_slot(copied: Path, damaged: bool) -> None:
    if damaged:
        bad_byte(copied, "passphrase", "box")
    with pytest.raises(WrongPassphrase) as caught:
        Store.open(copied, "een heel andere zin", dossier.TABLES)
    assert caught.value.fits is None
    assert "hoofdletters" in caught.value.sentence


@pytest.mark.parametrize("code_damaged", [False, True])
def test_that_a_passphrase_of_before_is_no_damage(copied: Path, code_damaged: bool) -> None:
    store = Store.open(copied, PASSPHRASE, dossier.TABLES)
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    if code_damaged:
        bad_byte(copied, "recovery", "box")
    with pytest.raises(WrongPassphrase) as caught:
        Store.open(copied, PASSPHRASE, dossier.TABLES)
    assert caught.value.fits is not None
    assert "Koos je daarna een andere wachtzin?" in caught.value.sentence
    outside.opens_whole(copied, NEW)


def test_that_a_passphrase_of_before_a_re_key_or_of_another_workspace_opens_no_keys(
    copied: Path, tmp_path: Path
) -> None:
    store = Store.open(copied, PASSPHRASE, dossier.TABLES)
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    Store.create(tmp_path / "ander", "zes bruine laarzen hier", dossier.TABLES, cost=CHEAP)[0].close()
    later = {"at": "2099-01-01T00:00:00", "slots": json.loads((tmp_path / "ander" / SLOTS).read_text())}
    (copied / "backups" / "2099-01-01T000000.json").write_text(json.dumps(later))
    for secret in (PASSPHRASE, "zes bruine laarzen hier"):
        with pytest.raises(WrongPassphrase) as caught:
            Store.open(copied, secret, dossier.TABLES)
        assert caught.value.fits is None
