"""A dossier goes to a colleague and back, through real encrypted files: no household lost, none with two holders."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier import erasure, people
from doorbraak.model.dossier import household as households
from doorbraak.model.errors import InputError
from doorbraak.model.handover import giving, on_the_way, own_key, packet, refusals, taking
from doorbraak.model.handover.refusals import HandoverRefused
from doorbraak.model.workspace.store import Store

TODAY = date(2026, 11, 23)
LISTS = catalogue.load()


@dataclass
class Two:
    """A giver with a household, and a colleague whose key it took over."""

    giver: Store
    taker: Store
    household: int
    colleague: own_key.Colleague = field(init=False)

    def __post_init__(self) -> None:
        self.colleague = known(self.giver, self.taker)

    def give(self) -> bytes:
        return given(self.giver, self.household, self.colleague)


def known(giver: Store, taker: Store) -> own_key.Colleague:
    with taker.change("Sleutel maken", undoable=False):
        file = own_key.key_file(taker, "Collega")
    with giver.change("Sleutel overnemen", undoable=False):
        return own_key.take(giver, file, "Collega", TODAY)


def given(store: Store, household: int, colleague: own_key.Colleague) -> bytes:
    with store.change("Overdragen", undoable=False):
        return giving.give(store, household, colleague, TODAY)


def new_household(store: Store, name: str = "Familie De Wit") -> int:
    with store.change("Huishouden maken", undoable=False):
        made = households.open_dossier(store, name, opened=date(2026, 3, 1))
        people.add(store, made, name="Anna")
    return made


@pytest.fixture
def two(made: Callable[[str], Store]) -> Two:
    giver, taker = made("a"), made("b")
    return Two(giver, taker, new_household(giver))


def taken(store: Store, content: bytes, keep: taking.Keep | None = None) -> tuple[int | None, str]:
    one = taking.offered(store, content, LISTS, TODAY)
    return taking.take(store, one, TODAY, keep), one.answer


def test_that_a_dossier_goes_with_its_secret_and_is_wiped_when_it_was_confirmed(two: Two) -> None:
    secret = households.exchange_secret(two.giver, two.household)
    here, answer = taken(two.taker, two.give())
    assert here is not None
    assert households.exchange_secret(two.taker, here) == secret
    assert [one.name for one in people.of_household(two.taker, here)] == ["Anna"]
    assert giving.confirm(two.giver, two.household, answer).proof.kind == "handed-over"
    assert households.all_of(two.giver) == ()
    assert on_the_way.all_of(two.giver) == ()


def test_that_it_stays_until_the_right_digits_are_typed(two: Two) -> None:
    _, answer = taken(two.taker, two.give())
    wrong = answer[:-1] + str((int(answer[-1]) + 1) % 10)
    with pytest.raises(InputError, match="hoort niet bij dit dossier"):
        giving.confirm(two.giver, two.household, wrong)
    assert len(households.all_of(two.giver)) == 1


def test_that_what_changed_meanwhile_is_not_wiped_unseen(two: Two) -> None:
    _, answer = taken(two.taker, two.give())
    with two.giver.change("Naam"):
        households.set_note(two.giver, two.household, "Na het maken van het bestand.")
    with pytest.raises(InputError, match="hier veranderd"):
        giving.confirm(two.giver, two.household, answer)
    giving.confirm(two.giver, two.household, answer, although_changed=True)
    assert households.all_of(two.giver) == ()


def test_that_one_on_its_way_is_not_given_again(two: Two) -> None:
    two.give()
    with pytest.raises(InputError, match="al onderweg naar Collega"):
        two.give()


def test_that_a_file_that_is_taken_twice_changes_nothing(two: Two) -> None:
    content = two.give()
    first, answer = taken(two.taker, content)
    before = two.taker.rows("SELECT count(*) FROM household")
    assert taken(two.taker, content) == (first, answer)
    assert two.taker.rows("SELECT count(*) FROM household") == before


def test_that_one_that_was_handed_on_does_not_come_back_by_the_old_file(two: Two, made: Callable[[str], Store]) -> None:
    content, third = two.give(), made("c")
    here, _ = taken(two.taker, content)
    assert here is not None
    _, answer = taken(third, given(two.taker, here, known(two.taker, third)))
    giving.confirm(two.taker, here, answer)
    assert taken(two.taker, content)[0] is None
    assert households.all_of(two.taker) == ()


def test_that_who_hands_it_back_lifts_the_tombstone(two: Two) -> None:
    here, answer = taken(two.taker, two.give())
    giving.confirm(two.giver, two.household, answer)
    assert here is not None
    back, answer = taken(two.giver, given(two.taker, here, known(two.taker, two.giver)))
    giving.confirm(two.taker, here, answer)
    assert back is not None
    assert [one.lifted_at is None for one in erasure.proofs(two.giver)] == [False]
    assert [one.lifted_at is None for one in erasure.proofs(two.taker)] == [True]


@pytest.mark.parametrize(("keep", "names"), [("new", ["Nieuw"]), ("own", ["Oud"]), ("both", ["Oud", "Nieuw"])])
def test_that_one_that_is_here_already_is_never_merged(two: Two, keep: taking.Keep, names: list[str]) -> None:
    content = two.give()
    with two.taker.change("Zelfde gezin", undoable=False):
        same = households.open_dossier(two.taker, "Oud", opened=date(2026, 1, 1))
        two.taker.update("household", same, exchange_secret=households.exchange_secret(two.giver, two.household).hex())
    with two.giver.change("Naam", undoable=False):
        households.rename(two.giver, two.household, "Nieuw")
    with two.giver.change("Terug", undoable=False):
        giving.refused(two.giver, two.household, taking_refused(two.taker, content))
    content = two.give()
    with pytest.raises(InputError, match="staat hier al"):
        taken(two.taker, content)
    taken(two.taker, content, keep)
    found = households.all_of(two.taker)
    assert [one.name for one in found] == names
    assert len({households.exchange_secret(two.taker, one.id) for one in found}) == len(found)
    assert ("twee keer" in found[-1].note) == (keep == "both")


def taking_refused(store: Store, content: bytes) -> str:
    with store.change("Weigeren", undoable=False):
        return taking.decline(store, taking.offered(store, content, LISTS, TODAY), TODAY)


def test_that_one_that_is_refused_stays_where_it_was(two: Two) -> None:
    content = two.give()
    answer = taking_refused(two.taker, content)
    with two.giver.change("Terug", undoable=False):
        giving.refused(two.giver, two.household, answer)
    assert on_the_way.all_of(two.giver) == ()
    with pytest.raises(HandoverRefused, match="al geweigerd"):
        taken(two.taker, content)


def test_that_it_is_taken_back_only_when_nobody_can_take_it_in_any_more(two: Two) -> None:
    content = two.give()
    last = TODAY + giving.LASTS
    with pytest.raises(InputError, match="nog innemen"), two.giver.change("Terug", undoable=False):
        giving.take_back(two.giver, two.household, last)
    with two.giver.change("Terug", undoable=False):
        giving.take_back(two.giver, two.household, last + timedelta(days=1))
    taking.offered(two.taker, content, LISTS, last)
    with pytest.raises(HandoverRefused, match="was in te nemen"):
        taking.offered(two.taker, content, LISTS, last + timedelta(days=1))


def test_that_one_that_was_erased_here_does_not_come_in_again(two: Two) -> None:
    content = two.give()
    here, _ = taken(two.taker, content)
    assert here is not None
    erasure.erase(two.taker, here, "request")
    with two.giver.change("Terug", undoable=False):
        giving.take_back(two.giver, two.household, TODAY + giving.LASTS + timedelta(days=1))
    with pytest.raises(HandoverRefused, match="hier gewist"):
        taken(two.taker, two.give())


def test_that_what_was_taken_in_and_erased_gives_no_digits_any_more(two: Two) -> None:
    content = two.give()
    here, _ = taken(two.taker, content)
    assert here is not None
    erasure.erase(two.taker, here, "request")
    with pytest.raises(HandoverRefused, match="geen cijfers meer"):
        taken(two.taker, content)


@pytest.mark.parametrize("ground", get_args(erasure.Ground))
def test_that_what_is_on_its_way_is_not_erased_here_without_the_digits(two: Two, ground: erasure.Ground) -> None:
    """It would live on in the file that is out; and one person of it too."""
    answer = taken(two.taker, two.give())[1]
    (person,) = people.of_household(two.giver, two.household)
    for one in (None, person.id):
        with pytest.raises(InputError, match="onderweg naar Collega"):
            erasure.erase(two.giver, two.household, ground, one)
    assert len(people.of_household(two.giver, two.household)) == 1
    assert giving.confirm(two.giver, two.household, answer).proof.kind == "handed-over"


def test_that_a_wrong_receiver_an_altered_file_and_other_files_are_refused(
    two: Two, made: Callable[[str], Store]
) -> None:
    content, third = two.give(), made("c")
    altered = bytearray(content)
    altered[len(altered) // 2] ^= 1
    newer = packet.MAGIC + bytes([packet.VERSION + 1]) + content[len(packet.MAGIC) + 1 :]
    known(two.giver, third)
    tried = (
        (third, content),
        (two.taker, bytes(altered)),
        (two.taker, newer),
        (two.taker, b"PK\x03\x04"),
        (two.taker, b""),
    )
    said = []
    for store, one in tried:
        before = store.rows("SELECT count(*) FROM household")
        with pytest.raises(HandoverRefused) as refused:
            taking.offered(store, one, LISTS, TODAY)
        said.append(str(refused.value))
        assert store.rows("SELECT count(*) FROM household") == before
    assert said == [
        refusals.NOT_FOR_US, refusals.NOT_FOR_US, refusals.NEWER, refusals.OTHER_FILE, refusals.OTHER_FILE,
    ]  # fmt: skip


def test_that_the_own_key_and_a_changed_key_file_are_refused(two: Two) -> None:
    with two.taker.change("Sleutel", undoable=False):
        file = own_key.key_file(two.taker, "Collega")
        with pytest.raises(HandoverRefused, match="je eigen ontvangstsleutel"):
            own_key.take(two.taker, file, "Ik", TODAY)
    with two.giver.change("Sleutel", undoable=False), pytest.raises(HandoverRefused, match="geen ontvangstsleutel"):
        own_key.take(two.giver, file.replace(b'"version":1', b'"version": 1'), "Collega", TODAY)


def test_that_nothing_of_it_can_be_undone(two: Two) -> None:
    two.give()
    assert two.giver.undo_label is None


def test_that_one_that_came_back_is_not_wiped_by_an_older_answer(two: Two) -> None:
    """Given, taken, given back before the first answer was typed: only the last one has it, and keeps it."""
    here, first = taken(two.taker, two.give())
    assert here is not None
    _, second = taken(two.giver, given(two.taker, here, known(two.taker, two.giver)), "own")
    giving.confirm(two.taker, here, second)
    with pytest.raises(InputError, match="niet onderweg"):
        giving.confirm(two.giver, two.household, first)
    assert len(households.all_of(two.giver)) == 1
