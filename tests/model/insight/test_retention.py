"""How long each household is kept: counted by the catalogue, with what is not sure said of each."""

from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier, household, last_changes
from doorbraak.model.insight import retention
from doorbraak.model.insight.retention import Kept
from doorbraak.model.workspace.store import Store

TODAY = date(2026, 11, 23)


def kept(store: Store, bases: dict[str, date], today: date = TODAY) -> list[Kept]:
    """One household for each legal basis, changed last on that day."""
    changed = {}
    with store.change("Vullen"):
        for basis, on in bases.items():
            home = household.open_dossier(store, "", opened=date(2000, 1, 1))
            household.set_retention(store, home, basis)
            changed[home] = on
    return list(retention.kept(household.all_of(store), changed, catalogue.load(), today))


def test_that_what_is_past_comes_first_and_a_household_without_a_ground_is_listed(store: Store) -> None:
    days = {
        "wmo-college-aanbieder": date(2020, 1, 1),
        "": date(2001, 1, 1),
        "wgs-dossier": date(2001, 1, 1),
        "jeugdwet-dossier": date(2002, 1, 1),
        "zorg-veiligheidshuis": date(2021, 1, 1),
    }
    found = [(one.standing, one.until) for one in kept(store, days)]
    assert found == [
        ("passed", date(2022, 1, 1)),
        ("passed", date(2026, 1, 1)),
        ("no-ground", None),
        ("no-term", None),
        ("running", date(2035, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("basis", "changed", "until"),
    [
        ("jeugdwet-dossier", date(2024, 2, 29), date(2044, 2, 29)),
        ("wmo-college-aanbieder", date(2024, 2, 29), date(2039, 2, 28)),
        ("avg-antwoord", date(2026, 1, 31), date(2026, 2, 28)),
        ("wmo-aanvraag-ingetrokken", date(2026, 1, 1), date(2026, 2, 12)),
    ],
)
def test_that_a_term_of_years_months_or_weeks_ends_on_a_day_that_exists(
    store: Store, basis: str, changed: date, until: date
) -> None:
    (one,) = kept(store, {basis: changed})
    assert one.until == until
    assert one.source.startswith("https://")


def test_that_a_term_ends_after_its_last_day(store: Store) -> None:
    (one,) = kept(store, {"wmo-college-aanbieder": date(2011, 11, 23)})
    assert one.standing == "running"
    lists, changed = catalogue.load(), {one.id: date(2011, 11, 22)}
    (later,) = retention.kept(household.all_of(store), changed, lists, TODAY)
    assert later.standing == "passed"


def test_that_what_the_catalogue_or_the_day_is_not_sure_of_has_to_be_looked_up(store: Store) -> None:
    """A term that counts from a day which the program does not know is counted from the last change: not sure."""
    found = kept(store, dict.fromkeys(("jeugdwet-dossier", "wvggz-dossier", "huisverbod", "wgs-dossier"), TODAY))
    assert {one.number: one.check for one in found} == {1: False, 2: True, 3: True, 4: True}


def test_that_a_dossier_counts_from_its_last_change(store: Store, casus: int) -> None:
    assert last_changes.of_all(store)[casus] >= dossier.read(store, casus).household.opened
    number = household.read(store, casus).number
    with store.change("Wijzigen", household=number):
        household.rename(store, casus, "Specht")
    line = store.log_entries()[-1]
    assert last_changes.of_all(store)[casus] == date.fromisoformat(line.at[:10])
