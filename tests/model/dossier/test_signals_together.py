from datetime import date

import pytest

from doorbraak.model.dossier import household, signals, signals_together
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.workspace.store import Store


@pytest.fixture
def two(store: Store) -> tuple[int, int]:
    """A signal in each of two households; of the second one something was promised."""
    with store.change("Begin"):
        homes = [household.open_dossier(store, "", opened=date(2026, 1, 1)) for _ in range(2)]
        first = signals.add(store, homes[0], "Geen adres")
        return first, signals.add(store, homes[1], "Geen briefadres", solving="promised")


def known(store: Store) -> list[Signal]:
    return [one for home in household.all_of(store) for one in signals.of_household(store, home.id)]


def test_that_several_get_one_theme_and_one_undo_takes_it_back(store: Store, two: tuple[int, int]) -> None:
    with store.change("Knelpunten samenvoegen"):
        signals_together.set_theme(store, two, " Briefadres ")
    assert [one.theme for one in known(store)] == ["Briefadres"] * 2
    store.undo()
    assert [one.theme for one in known(store)] == ["", ""]


def test_that_told_is_not_less_than_promised(store: Store, two: tuple[int, int]) -> None:
    with store.change("Voor allen melden"):
        signals_together.tell(store, two, "Wethouder", date(2026, 5, 1))
    assert [(one.told_to, one.told_on, one.solving) for one in known(store)] == [
        ("Wethouder", date(2026, 5, 1), "told"),
        ("Wethouder", date(2026, 5, 1), "promised"),
    ]


def test_that_one_that_is_gone_or_a_theme_that_is_too_long_leaves_all_as_they_were(
    store: Store, two: tuple[int, int]
) -> None:
    before = known(store)
    with pytest.raises(NotFound), store.change("Proef"):
        signals_together.set_theme(store, (*two, 10**6), "Briefadres")
    with pytest.raises(NotFound), store.change("Proef"):
        signals_together.tell(store, (*two, 10**6), "Wethouder", date(2026, 5, 1))
    with pytest.raises(InputError), store.change("Proef"):
        signals_together.set_theme(store, two, "x" * 81)
    assert known(store) == before
