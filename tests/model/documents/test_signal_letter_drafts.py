"""What was typed for a signaalbrief belongs to the households of its knelpunt."""

from datetime import date

import pytest

from doorbraak.model.documents.signal_letter_drafts import by_field, left_of, place_of
from doorbraak.model.dossier import household, signals
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight.shared_signals import SharedSignal, Told
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import made


def shared(*signals_: int) -> SharedSignal:
    told = (made(Told, signal=made(Signal, id=id_, household=id_, theme="Merelnest")) for id_ in signals_)
    return SharedSignal("theme", "merelnest", tuple(told))


@pytest.fixture
def told(store: Store) -> list[int]:
    with store.change("Begin"):
        homes = [household.open_dossier(store, "", opened=date(2026, 5, 1)) for _ in range(2)]
        return [signals.add(store, home, "Mocht niet", theme="Merelnest") for home in homes]


def test_that_a_draft_is_lost_with_the_first_household_that_goes(store: Store, told: list[int]) -> None:
    """Nobody knows about which of the households it was, and of one that is gone no name is known any more."""
    store.drafts.keep(f"{place_of(shared(*told))}tried", "Gebeld")
    store.drafts.drop_lost()
    assert store.drafts.all()
    with store.change("Weg"):
        household.remove(store, 1)
    store.drafts.drop_lost()
    assert store.drafts.all() == {}


def test_that_a_draft_is_lost_with_its_knelpunt(store: Store, told: list[int]) -> None:
    store.drafts.keep(f"{place_of(shared(*told))}tried", "Gebeld")
    with store.change("Weg"):
        signals.remove(store, told[1])
    store.drafts.drop_lost()
    assert store.drafts.all() == {}


def test_that_a_draft_comes_back_when_another_household_has_the_same_knelpunt(store: Store, told: list[int]) -> None:
    store.drafts.keep(f"{place_of(shared(told[0]))}tried", "Gebeld")
    assert by_field(left_of(store, shared(*told))) == {"tried": "Gebeld"}


def test_that_words_from_when_there_was_another_household_stay_away(store: Store, told: list[int]) -> None:
    store.drafts.keep(f"{place_of(shared(*told))}tried", "Met Sanneke naar het loket")
    assert left_of(store, shared(told[0])) == {}


def test_that_a_place_holds_no_words() -> None:
    assert "merel" not in place_of(shared(1)).lower()
