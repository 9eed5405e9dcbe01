"""What was typed for a signaalbrief belongs to the households of its knelpunt."""

from datetime import date

from doorbraak.model.documents.signal_letter_drafts import by_field, left_of, place_of
from doorbraak.model.dossier import household
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight.shared_signals import SharedSignal, Told
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import made


def shared(*homes: int) -> SharedSignal:
    told = (made(Told, signal=made(Signal, id=home, household=home, theme="Merelnest")) for home in homes)
    return SharedSignal("theme", "merelnest", tuple(told))


def homes(store: Store) -> list[int]:
    with store.change("Begin"):
        return [household.open_dossier(store, "", opened=date(2026, 5, 1)) for _ in range(2)]


def test_that_a_draft_is_lost_with_the_last_household_and_not_before(store: Store) -> None:
    first, second = homes(store)
    field = f"{place_of(shared(first, second))}tried"
    store.keep_draft(field, "Gebeld")
    for home, left in ((first, {field: "Gebeld"}), (second, {})):
        with store.change("Weg"):
            household.remove(store, home)
        store.drop_lost_drafts()
        assert store.drafts() == left


def test_that_a_draft_comes_back_when_another_household_has_the_same_knelpunt(store: Store) -> None:
    first, second = homes(store)
    store.keep_draft(f"{place_of(shared(first))}tried", "Gebeld")
    assert by_field(left_of(store, shared(first, second))) == {"tried": "Gebeld"}


def test_that_a_place_holds_no_words(store: Store) -> None:
    assert "merel" not in place_of(shared(1)).lower()
