"""After a leak the keys in the workspace are new as well: a thief reads nothing that is sealed from then on."""

from datetime import timedelta

import msgspec
import pytest
from nacl.public import PrivateKey

from doorbraak.model.exchange import coordinator_key, sent
from doorbraak.model.handover import colleague_key, leaked_keys, own_key, packet, taking
from doorbraak.model.handover.refusals import HandoverRefused
from doorbraak.model.workspace.store import Store
from tests.model.handover.test_handover import LISTS, TODAY, given, known, new_household, taken


def renew(store: Store) -> tuple[str, ...]:
    with store.change("Vernieuwen", undoable=False):
        return leaked_keys.renew(store)


def test_that_where_there_is_no_key_nothing_is_made_and_nothing_said(taker: Store) -> None:
    assert renew(taker) == ()
    assert own_key.private(taker) is None


def test_that_what_is_sealed_from_then_on_is_closed_to_the_old_key(giver: Store, taker: Store) -> None:
    old_colleague = known(giver, taker)
    old = own_key.private(taker)
    assert old is not None
    (said,) = renew(taker)
    assert "ontvangstsleutel is nieuw" in said
    new_colleague = known(giver, taker)
    assert new_colleague.key.public != old_colleague.key.public
    assert len(own_key.colleagues(giver)) == 2
    content = given(giver, new_household(giver), new_colleague)
    with pytest.raises(HandoverRefused):
        packet.open_(content, old)
    assert taken(taker, content)[0] is not None


def test_that_what_was_on_its_way_is_still_taken_in_and_said_to_be_of_the_old_key(giver: Store, taker: Store) -> None:
    content = given(giver, new_household(giver), known(giver, taker))
    assert not taking.offered(taker, content, LISTS, TODAY).older
    renew(taker)
    assert taking.offered(taker, content, LISTS, TODAY).older
    assert taken(taker, content)[0] is not None


def test_that_no_key_of_the_own_is_taken_for_a_colleagues(taker: Store) -> None:
    with taker.change("Sleutel", undoable=False):
        file = own_key.key_file(taker, "Ik")
    renew(taker)
    with pytest.raises(HandoverRefused, match="je eigen"), taker.change("Sleutel", undoable=False):
        own_key.take(taker, file, "Ik", TODAY)


def test_that_the_key_for_the_coordinator_is_new_and_its_digits_are_told(taker: Store) -> None:
    with taker.change("Afzender", undoable=False):
        before = sent.make_sender(taker, sent.new_id())
    (said,) = renew(taker)
    after = sent.sender(taker)
    assert after is not None
    assert (after.id, after.seed != before.seed) == (before.id, True)
    assert coordinator_key.spoken(after.fingerprint) in said


def test_that_a_colleague_who_is_forgotten_gets_nothing_any_more(giver: Store, taker: Store) -> None:
    colleague = known(giver, taker)
    with giver.change("Vergeten", undoable=False):
        own_key.forget(giver, colleague.id)
    assert own_key.colleagues(giver) == ()
    assert any("vergeten" in line.object for line in giver.log_entries())


@pytest.mark.parametrize(
    "change",
    [
        {"from_": "Sam\nNagekeken: klopt"},
        {"from_": "S\u202eam"},
        {"last_day": TODAY + timedelta(days=40)},
    ],
    ids=["line", "turned", "day"],
)
def test_that_a_file_that_no_program_makes_is_refused(giver: Store, taker: Store, change: dict[str, object]) -> None:
    colleague = known(giver, taker)
    own = own_key.private(taker)
    assert own is not None
    made = packet.open_(given(giver, new_household(giver), colleague), own)
    content = packet.seal(msgspec.structs.replace(made, **change), colleague.key.public)
    with pytest.raises(HandoverRefused, match="klopt niet"):
        taking.offered(taker, content, LISTS, TODAY)


def test_that_the_digits_are_those_of_the_key_that_was_made(taker: Store) -> None:
    renew(taker)
    with taker.change("Sleutel", undoable=False):
        file = own_key.key_file(taker, "Ik")
    own = own_key.private(taker)
    assert own is not None
    assert colleague_key.decode(file).public == bytes(PrivateKey(own).public_key)
