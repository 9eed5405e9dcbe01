"""Who is believed: a sender whose fingerprint was read aloud, under the key that it had then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.exchange import outcomes, periods, receiving, refusals, senders
from doorbraak.model.exchange.refusals import ExchangeRefused
from doorbraak.model.workspace.store import Store
from tests.faults import words
from tests.model.exchange.caseloads import PERIOD
from tests.model.exchange.coordination import (
    DAY,
    TABLES,
    Laptop,
    begun,
    believed,
    content_of,
    merged,
    number_of,
    take,
    tokens_in,
)

QUARTER, YEAR = periods.parse(PERIOD), periods.parse("2026")
ONE, OTHER = Laptop(1), Laptop(2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = begun(tmp_path / "coordinator")
    yield opened
    opened.close()


def impostor(of: Laptop) -> Laptop:
    """Signs with a key of its own in the name of another."""
    made = Laptop(of.number)
    made.seed = bytes(reversed(of.seed))
    return made


def refused(store: Store, content: bytes, sentence: str) -> None:
    before = content_of(store)
    with pytest.raises(ExchangeRefused) as error:
        take(store, content)
    assert error.value.sentence == sentence
    assert content_of(store) == before


def test_that_the_first_file_of_a_sender_is_held_until_its_fingerprint_was_read_aloud(store: Store) -> None:
    made = ONE.payload(store, range(6))
    assert take(store, ONE.sealed(store, made)) == "held"
    assert merged(store).cells == {}
    assert not store.rows("SELECT 1 FROM contribution")
    (line,) = senders.lines(store, [QUARTER])
    assert (line.sender.spoken, line.asked) == (ONE.spoken, ((QUARTER, "held"),))
    done = receiving.confirm(store, line.sender.number, ONE.spoken.replace(" ", "-"), DAY)
    assert (done.taken, done.dropped, done.sender.confirmed_on) == (1, (), DAY)
    assert {token for cell in merged(store).cells.values() for token in cell.entries} == tokens_in(made)
    assert take(store, ONE.file(store, range(8), sequence=2)) == "replaced"


@pytest.mark.parametrize("digits", ["", "1234", "0" * 24, "0" * 25, "a" * 24, OTHER.spoken, ONE.spoken[:-1]])
def test_that_other_digits_confirm_nobody(store: Store, digits: str) -> None:
    take(store, ONE.file(store, range(6)))
    before = content_of(store)
    with pytest.raises(InputError) as error:
        receiving.confirm(store, 1, digits, DAY)
    assert not words.fault_in(error.value.sentence)
    assert content_of(store) == before
    with pytest.raises(NotFound):
        receiving.confirm(store, 7, ONE.spoken, DAY)


def test_attack_a_stranger_who_forges_a_sender_that_was_confirmed(store: Store) -> None:
    believed(store, ONE)
    take(store, ONE.file(store, range(6)))
    refused(store, impostor(ONE).file(store, range(9), sequence=2), refusals.OTHER_SIGNER)


def test_attack_a_stranger_who_forges_a_sender_before_its_first_file(store: Store) -> None:
    """Both are held; who is believed by its digits, is the only one under that name from then on."""
    forger = impostor(ONE)
    assert take(store, forger.file(store, range(20, 29), sequence=9)) == "held"
    assert take(store, ONE.file(store, range(6))) == "held"
    receiving.confirm(store, number_of(store, ONE), ONE.spoken, DAY)
    assert [one.verify_key for one in senders.all_of(store)] == [ONE.verify_key]
    assert len(merged(store).cells["households_team", ""].entries) == 6
    refused(store, forger.file(store, range(20, 29), sequence=10), refusals.OTHER_SIGNER)


def test_attack_a_coordinator_who_forges_a_sender(store: Store) -> None:
    """All that the workspace has of a sender verifies its files, and signs none."""
    believed(store, ONE)
    take(store, ONE.file(store, range(6)))
    kept = {bytes.fromhex(key) for (key,) in store.rows("SELECT verify_key FROM sender")}
    assert kept == {ONE.verify_key}
    for key in kept:
        forger = Laptop(ONE.number)
        forger.seed = key
        refused(store, forger.file(store, range(9), sequence=2), refusals.OTHER_SIGNER)


def test_that_a_sender_gets_another_key_by_digits_that_were_read_aloud_before(store: Store) -> None:
    believed(store, ONE)
    take(store, ONE.file(store, range(6)))
    renewed = impostor(ONE)
    assert receiving.confirm(store, 1, renewed.spoken, DAY).next_key
    assert take(store, renewed.file(store, range(9), sequence=2)) == "replaced"
    logged = " ".join(entry.object for entry in store.log_entries())
    assert ONE.spoken in logged
    assert renewed.spoken in logged
    refused(store, ONE.file(store, range(12), sequence=3), refusals.OTHER_SIGNER)
    with pytest.raises(InputError):
        receiving.confirm(store, 1, renewed.spoken, DAY)


def test_that_a_new_key_is_known_by_a_file_that_was_here_already(store: Store) -> None:
    believed(store, ONE)
    take(store, ONE.file(store, range(6)))
    before, renewed = merged(store), impostor(ONE)
    receiving.confirm(store, 1, renewed.spoken, DAY)
    assert take(store, renewed.file(store, range(6))) == "replaced"
    assert merged(store) == before
    assert senders.numbered(store, 1).verify_key == renewed.verify_key


def test_that_contributions_of_a_withdrawn_sender_are_gone_and_new_files_refused(store: Store) -> None:
    believed(store, ONE, OTHER)
    take(store, ONE.file(store, range(6)))
    take(store, OTHER.file(store, range(10, 15)))
    alone = merged(store)
    senders.withdraw(store, number_of(store, ONE), DAY)
    left = merged(store)
    assert left.senders == (OTHER.id,)
    assert len(left.cells["households_team", ""].entries) == 5 < len(alone.cells["households_team", ""].entries)
    assert store.rows("SELECT DISTINCT received FROM contribution") == [(2,)]
    assert store.undo_label is None
    refused(store, ONE.file(store, range(9), sequence=2), outcomes.WITHDRAWN)
    refused(store, impostor(ONE).file(store, range(9), sequence=2), refusals.OTHER_SIGNER)


def test_that_a_withdrawn_sender_counts_again_once_it_is_confirmed_and_sends_but_nothing_older(store: Store) -> None:
    believed(store, ONE)
    first, second = ONE.file(store, range(6)), ONE.file(store, range(12), sequence=2)
    take(store, second)
    before = merged(store)
    senders.withdraw(store, 1, DAY)
    receiving.confirm(store, 1, ONE.spoken, DAY)
    assert merged(store).cells == {}
    refused(store, first, outcomes.OLDER)
    assert take(store, second) == "taken"
    assert merged(store) == before


def test_that_a_stranger_can_be_withdrawn_before_anything_counted(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    senders.withdraw(store, 1, DAY)
    assert store.rows("SELECT content, sealed FROM received") == [("none", None)]
    refused(store, ONE.file(store, range(9), sequence=2), outcomes.WITHDRAWN)


def test_attack_a_flood_of_new_senders(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(senders, "MOST_NEW", 2)
    believed(store, ONE)
    for number in (5, 6):
        take(store, Laptop(number).file(store, range(6)))
    refused(store, Laptop(7).file(store, range(6)), outcomes.TOO_MANY_NEW)
    assert take(store, Laptop(6).file(store, range(12), sequence=2)) == "held"
    assert take(store, ONE.file(store, range(6))) == "taken"


def test_that_the_list_says_what_came_and_what_did_not_come_yet(store: Store) -> None:
    small, stranger = Laptop(3), Laptop(4)
    believed(store, ONE, OTHER, small)
    senders.label(store, 1, "Team\u202e Noord,  maandag")
    take(store, ONE.file(store, range(6)))
    take(store, small.file(store, range(3)))
    take(store, stranger.file(store, range(6)))
    found = {line.sender.number: line for line in senders.lines(store, [QUARTER, YEAR])}
    assert found[1].sender.label == "Team Noord, maandag"
    assert {number: dict(line.asked)[QUARTER] for number, line in found.items()} == {
        1: "received", 2: "not yet", 3: "waits", 4: "held",
    }  # fmt: skip
    assert {state for line in found.values() for period, state in line.asked if period == YEAR} == {"not yet"}
    assert (found[1].last, found[2].last) == (QUARTER, None)
    assert senders.STATES["not yet"] == "nog niet ontvangen"


def test_that_a_held_file_that_cannot_be_believed_after_all_is_dropped_and_said(store: Store) -> None:
    """Its tables are of another version by now; the sender is confirmed all the same."""
    take(store, ONE.file(store, range(6)))
    spoiled = ONE.sealed(store, structs.replace(ONE.payload(store, range(6)), catalogue="2025.1"))
    with store.change("Ouder"):
        store.update("received", 1, sealed=spoiled)
    done = receiving.confirm(store, 1, ONE.spoken, DAY)
    assert (done.taken, done.dropped, done.sender.counts) == (0, (refusals.OTHER_TABLES,), True)
    assert merged(store).cells == {}
    assert take(store, ONE.file(store, range(6))) == "taken"


def test_that_no_label_is_in_what_is_merged_or_logged(store: Store) -> None:
    believed(store, ONE)
    senders.label(store, 1, "Jannie van Dam")
    take(store, ONE.file(store, range(6)))
    assert "Jannie" not in repr(merged(store))
    assert "Jannie" not in " ".join(entry.object for entry in store.log_entries())
    assert TABLES.version == merged(store).catalogue


def test_attack_one_laptop_that_is_confirmed_under_two_codes(store: Store) -> None:
    """With the same key it is refused: for the rules of senders it would be company for itself."""
    believed(store, ONE)
    with store.change("Afzender"):
        again = senders.add(store, "f" * 32, ONE.verify_key)
    kept = content_of(store)
    with pytest.raises(InputError) as error:
        receiving.confirm(store, again, ONE.spoken, DAY)
    assert error.value.sentence == senders.SAME_KEY
    assert content_of(store) == kept
    senders.withdraw(store, 1, DAY)
    assert receiving.confirm(store, again, ONE.spoken, DAY).sender.counts


def test_that_a_name_that_another_sender_has_asks_whether_it_is_the_same_person(store: Store) -> None:
    believed(store, ONE, OTHER)
    senders.label(store, 1, "Fatma, Noord")
    for same in ("Fatma, Noord", "fatma, noord", " Fatma, Noord "):
        with pytest.raises(InputError) as error:
            senders.label(store, 2, same)
        assert error.value.sentence == senders.SAME_LABEL
    senders.label(store, 1, "Fatma, Noord")
    senders.label(store, 2, "")
    senders.withdraw(store, 1, DAY)
    senders.label(store, 2, "Fatma, Noord")
