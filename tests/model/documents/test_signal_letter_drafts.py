"""What was typed for a signaalbrief belongs to the households of its knelpunt."""

from datetime import date

from doorbraak.model.documents.signal_letter_drafts import lost, place_of, whose
from doorbraak.model.dossier import household
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight.shared_signals import SharedSignal, Told
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import made


def shared(*homes: int) -> SharedSignal:
    told = (made(Told, signal=made(Signal, id=home, household=home, theme="Merelnest")) for home in homes)
    return SharedSignal("theme", "merelnest", tuple(told))


def test_that_a_draft_is_lost_with_the_last_household_and_not_before(store: Store) -> None:
    with store.change("Begin"):
        homes = [household.open_dossier(store, "", opened=date(2026, 5, 1)) for _ in range(2)]
    one = shared(*homes)
    field = f"{place_of(one)}tried"
    store.keep_draft(field, "Gebeld")
    store.keep_draft(*whose(one))
    store.keep_draft("add:shared_theme:0", "blijft")
    for home, gone in zip(homes, ((), {field, whose(one)[0]}), strict=True):
        with store.change("Weg"):
            household.remove(store, home)
        assert set(lost(store)) == set(gone)


def test_that_a_place_holds_no_words_and_one_that_does_is_lost(store: Store) -> None:
    assert "merel" not in "".join((place_of(shared(1)), *whose(shared(1)))).lower()
    store.keep_draft("signal_letter:theme:merelnest:tried", "Gebeld")
    assert lost(store) == ("signal_letter:theme:merelnest:tried",)
