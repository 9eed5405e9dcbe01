"""The coordinator's list of teams and wijken, as who works with the workspace may choose from it."""

from doorbraak.model.exchange import handed_codes
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import PRIVATE, TEAMS, WIJKEN, key_of, public, take_key
from tests.model.exchange.caseloads import CoordinatorKey as Key


def test_that_there_is_no_list_without_a_key_or_in_a_key_without_one(store: Store) -> None:
    assert handed_codes.of(store, "team") == ()
    take_key(store, Key(public(PRIVATE)))
    assert handed_codes.of(store, "wijk") == ()


def test_that_the_list_is_that_of_the_last_key(store: Store) -> None:
    take_key(store, Key(public(PRIVATE), WIJKEN, TEAMS))
    take_key(store, key_of())
    assert handed_codes.of(store, "team") == TEAMS
    assert handed_codes.of(store, "wijk") == WIJKEN


def test_that_what_is_not_in_the_list_can_stay_and_nothing_can_be_chosen() -> None:
    assert handed_codes.choices(TEAMS, "zuid") == (
        ("", "Nog niet gekozen"), ("noord", "Team Noord"), ("zuid", "Team Zuid"),
    )  # fmt: skip
    assert handed_codes.choices(TEAMS, "")[0] == ("", "Nog niet gekozen")
    assert handed_codes.choices(TEAMS, "T-4")[-1] == ("T-4", "T-4 (telt als “overig”)")
