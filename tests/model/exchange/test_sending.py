"""One export, from a real workspace to the coordinator and into memory. Attacks that are about two exports."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile, costs, dossier, household, interventions
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import container, coordinator_key, payload, periods, sending, sent, table_catalogue
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.refusals import ExchangeRefused
from doorbraak.model.exchange.sending import Prepared
from doorbraak.model.exchange.table_catalogue import Code, TableCatalogue
from doorbraak.model.workspace.exchange_tables import SENT, TABLES
from doorbraak.model.workspace.store import Store
from tests import whole_dossier
from tests.conftest import PASSPHRASE
from tests.model.exchange.caseloads import (
    OTHER_PRIVATE,
    PRIVATE,
    add_bare,
    key_of,
    known_tables,
    take_cases,
    take_key,
)

MARKER = "Zwaluwstaartje7319"
AFTER = date(2026, 10, 2)
Q3 = periods.parse("2026Q3")


@pytest.fixture
def tables() -> TableCatalogue:
    return table_catalogue.load()


@pytest.fixture
def prepare(store: Store, known: Catalogue, tables: TableCatalogue):
    def run(period: str = "2026Q3", today: date = AFTER) -> Prepared:
        return sending.prepare(store, known, tables, periods.parse(period), today)

    return run


@pytest.fixture
def export(store: Store, prepare):
    """What the coordinator reads of it."""

    def run(period: str = "2026Q3", today: date = AFTER, private: bytes = PRIVATE) -> payload.Payload:
        content = sending.make(store, prepare(period, today), today)
        return container.open_(content, private, known_tables()).payload

    return run


def test_that_the_coordinator_reads_what_was_prepared(store: Store, prepare, export) -> None:
    take_cases(store)
    before = prepare()
    read = export()
    assert read.households == 6
    assert read.cells == before.payload.cells
    assert {one.cell for one in read.cells if one.table == "households_team"} == {"", "noord"}
    assert (read.period, read.sequence, read.example) == ("2026Q3", 1, True)
    own = sent.sender(store)
    assert own is not None
    assert read.sender == own.id


def test_attack_the_canary_in_every_text_field_reaches_no_byte_of_the_unsealed_payload(
    store: Store, prepare, known: Catalogue, tables: TableCatalogue
) -> None:
    """Filled today, so that it is all there in the present quarter, when that is over."""
    with store.change("Merkteken typen"):
        for _ in range(6):
            home = whole_dossier.make(store, MARKER)
            store.update("household", home, closed="2099-01-01")
            for step in interventions.of_household(store, home):
                interventions.set_status(store, step.id, "granted", on=date(2026, 9, 2))
                costs.add(store, home, words=MARKER, price_cents=1_000_000, law="wmo2015", payer="gemeente",
                          chances=costs.Chances(100, 100, 0), unit=MARKER, source=MARKER)  # fmt: skip
    take_key(store)
    with store.change("Team"):
        store.update("profile", 1, team=MARKER)
    later = date(date.today().year + 1, 12, 31)
    for period in (periods.quarter_of(date.today()), periods.Period(date.today().year)):
        made = sending.prepare(store, known, tables, period, later)
        content = payload.encode(made.payload)
        filled = {one.table for one in made.payload.cells}
        assert filled >= {
            "problems_children",
            "agencies",
            "grounds",
            "signals_rule_team",
            "cost_after",
        }
        for form in (MARKER, MARKER.lower(), MARKER.encode().hex()):
            assert form.encode() not in content
        sending.make(store, made, later)
    objects = [entry.object for entry in store.log_entries()]
    assert not any(MARKER in text for text in objects)


def test_that_no_secret_number_or_name_is_in_the_payload(store: Store, prepare) -> None:
    take_cases(store)
    content = payload.encode(prepare().payload)
    for home in household.all_of(store):
        secret = household.exchange_secret(store, home.id)
        assert len(secret) == 32
        assert secret.hex().encode() not in content
        assert home.name
        assert home.name.encode() not in content


def test_that_a_secret_is_in_no_error_that_shows_what_it_was_about(store: Store, prepare, export) -> None:
    take_cases(store, ("01",))
    made = prepare()
    export()
    own = sent.sender(store)
    assert own is not None
    for secret, shown in ((made.homes[0].secret, repr(made)), (own.seed, repr(own))):
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_that_a_new_household_has_a_secret_of_its_own_that_a_case_file_does_not_hold(store: Store) -> None:
    take_cases(store, ("01", "05"))
    secrets = {household.exchange_secret(store, home.id) for home in household.all_of(store)}
    assert len(secrets) == 2
    for home in household.all_of(store):
        written = casefile.write(dossier.read(store, home.id))
        assert household.exchange_secret(store, home.id).hex().encode() not in written


def test_that_without_a_key_without_households_or_before_the_end_nothing_is_made(store: Store, prepare) -> None:
    with pytest.raises(InputError) as error:
        prepare()
    assert error.value.field == "coordinator"
    take_key(store)
    with pytest.raises(InputError, match="geen dossier open"):
        prepare()
    add_bare(store)
    with pytest.raises(InputError, match="nog niet voorbij"):
        prepare(today=Q3.last)
    assert sent.files(store) == ()
    assert prepare(today=AFTER).payload.households == 1


def test_that_made_up_households_do_not_travel_with_real_ones(store: Store, export) -> None:
    """The attack: nine made-up households beside one real family."""
    take_key(store)
    for _ in range(9):
        add_bare(store)
    add_bare(store, example=False)
    read = export()
    assert (read.households, read.example) == (1, False)


def test_that_a_log_line_says_which_file_it_was_and_nothing_about_a_household(store: Store, prepare) -> None:
    take_cases(store)
    made = prepare()
    content = sending.make(store, made, AFTER)
    digest = hashlib.sha256(content).hexdigest()
    (line,) = [entry.object for entry in store.log_entries() if digest in entry.object]
    assert re.fullmatch(rf"uitwisselbestand 2026Q3 nummer 1, {len(made.payload.cells)} cellen, {digest}", line)


def test_that_a_file_that_is_sent_again_is_the_same_inside_and_counts_once(store: Store, prepare, export) -> None:
    take_cases(store)
    first, again = export(), export()
    assert payload.encode(first) == payload.encode(again)
    assert prepare().again
    assert len(sent.files(store)) == 1


def leave(store: Store, number: int) -> None:
    homes = household.all_of(store)[:number]
    for home in homes:
        with store.change("Wissen"):
            household.remove(store, home.id)


@pytest.mark.parametrize(("come", "go"), [(4, 0), (0, 4), (2, 2), (1, 0), (0, 1)])
def test_attack_two_successive_files_of_one_sender_for_one_period(
    store: Store, export, prepare, come: int, go: int
) -> None:
    """New minus old would be the profile of whoever came or went: so with fewer than five it is the old file."""
    take_cases(store)
    first = export()
    for _ in range(come):
        add_bare(store)
    leave(store, go)
    assert (prepare().again, prepare().changed) == (True, come + go)
    assert payload.encode(export()) == payload.encode(first)


def test_that_with_five_that_came_or_went_a_second_file_is_made(store: Store, export) -> None:
    take_cases(store)
    first = export()
    leave(store, 2)
    for _ in range(3):
        add_bare(store)
    second = export()
    assert (second.sequence, second.households) == (first.sequence + 1, 7)


def test_attack_a_third_file_that_differs_little_from_the_first(store: Store, export, prepare) -> None:
    """Six come, a second file; five of them go: the third would differ in one household from the first."""
    take_cases(store)
    export()
    new = [add_bare(store) for _ in range(6)]
    assert export().sequence == 2
    for home in new[:5]:
        with store.change("Wissen"):
            household.remove(store, home)
    assert prepare().again
    new_ones = [add_bare(store) for _ in range(9)]
    assert len(new_ones) == 9
    assert not prepare().again


def test_attack_undo_does_not_take_back_what_left(store: Store, export, prepare) -> None:
    take_cases(store)
    extra = add_bare(store)
    assert extra
    export()
    while store.undo():
        pass
    assert len(sent.files(store)) == 1
    assert sent.coordinator(store) is not None
    with pytest.raises(InputError):
        prepare()  # every household was taken back


def test_that_changed_counts_from_the_last_earlier_period_of_this_kind(store: Store, export) -> None:
    take_cases(store)
    export()
    add_bare(store)
    leave(store, 1)
    q4 = export("2026Q4", date(2027, 1, 2))
    counted = {(one.table, one.cell): one.changed for one in q4.cells}
    assert counted["households_team", ""] == 2
    year = export("2026", date(2027, 1, 2))
    counted = {(one.table, one.cell): one.changed for one in year.cells}
    assert counted["households_team", ""] == year.households == 6, "the first of its kind: everybody entered"


def test_attack_linking_quarter_and_year_and_two_years(store: Store, export) -> None:
    take_cases(store)
    q3, q4 = export(), export("2026Q4", date(2027, 1, 2))
    years = export("2026", date(2027, 1, 2)), export("2027", date(2028, 1, 2))
    found = [{entry.token for one in each.cells for entry in one.entries} for each in (q3, q4, *years)]
    for at, tokens in enumerate(found):
        assert all(tokens.isdisjoint(other) for other in found[at + 1 :])


def test_that_the_same_family_keeps_its_tokens_on_another_laptop_with_its_secret(store: Store, prepare) -> None:
    take_cases(store, ("01",))
    before = prepare().payload.cells
    with store.change("Andere naam en ander nummer"):
        (home,) = household.all_of(store)
        household.rename(store, home.id, "Heel anders")
        household.renumber(store, home.id, 4711)
    assert prepare().payload.cells == before, "no name and no number is in a token"


@pytest.mark.parametrize("large", [10**11, 1_200_000_000], ids=["by itself", "in what it is a part of"])
def test_that_an_amount_that_cannot_be_stays_here_with_its_table(store: Store, prepare, export, large: int) -> None:
    take_key(store)
    home = add_bare(store)
    noted = Noted(on=date(2026, 8, 1))
    with store.change("Typefout"):
        interventions.add(store, home, kind="schulden-afkopen", noted=noted)
        for law, cents in (("wmo2015", large), ("zvw", 100_000)):
            costs.add(
                store, home, words="x", price_cents=cents, law=law, payer="gemeente",
                chances=costs.Chances(100, 100, 50), noted=noted,
            )  # fmt: skip
    made = prepare()
    bands = {"saved_direct_expected_below", "saved_direct_expected_above"}
    assert {one.table for one in made.homes[0].left_out} == {"cost_after", "saved_direct_expected", *bands}
    assert not any(one.table.startswith(("cost_", "saved_")) for one in made.payload.cells)
    assert export().households == 1


def test_that_a_code_that_the_coordinator_does_not_know_leaves_as_other(store: Store, prepare) -> None:
    take_cases(store)
    with store.change("Eigen code"):
        store.update("profile", 1, team="eigencode7")
    made = prepare()
    assert b"eigencode7" not in payload.encode(made.payload)
    assert next(one for one in made.payload.cells if one.table == "households_team" and one.cell).cell == "overig"


def test_that_another_coordinator_gets_the_same_cells_and_both_fingerprints_stand_in_the_log(
    store: Store, export
) -> None:
    take_cases(store)
    first = export()
    take_key(store, key_of(OTHER_PRIVATE))
    second = export(private=OTHER_PRIVATE)
    assert second == structs.replace(first, coordinator=key_of(OTHER_PRIVATE).fingerprint)
    (line,) = [entry.object for entry in store.log_entries() if "in plaats van" in entry.object]
    for key in (key_of(), key_of(OTHER_PRIVATE)):
        assert key.spoken in line


def test_that_a_sender_with_another_key_is_who_it_was_and_has_to_be_confirmed_again(store: Store, prepare) -> None:
    take_cases(store)
    first = container.open_(sending.make(store, prepare(), AFTER), PRIVATE, known_tables())
    before = sent.sender(store)
    with store.change("Sleutel vervangen"):
        after = sent.replace_key(store)
    assert before is not None
    assert after.id == before.id == first.payload.sender
    content = sending.make(store, prepare(), AFTER)
    with pytest.raises(ExchangeRefused):
        container.open_(content, PRIVATE, known_tables(), {first.payload.sender: first.verify_key})
    assert container.open_(content, PRIVATE, known_tables()).payload == first.payload
    (line,) = [entry.object for entry in store.log_entries() if "in plaats van" in entry.object]
    assert coordinator_key.spoken(before.fingerprint) in line
    assert coordinator_key.spoken(after.fingerprint) in line


def test_that_a_file_prepared_for_an_earlier_coordinator_is_not_sealed_to_the_next(store: Store, prepare) -> None:
    take_cases(store)
    made = prepare()
    take_key(store, key_of(OTHER_PRIVATE))
    with pytest.raises(UserError):
        sending.make(store, made, AFTER)
    assert sent.files(store) == ()


def test_that_a_key_file_that_is_none_changes_nothing(store: Store) -> None:
    take_key(store)
    with pytest.raises(ExchangeRefused), store.change("Sleutel overnemen"):
        sent.take_coordinator(store, b"PK\x03\x04", AFTER)
    assert sent.coordinator(store) == key_of()


def test_that_sender_and_what_was_sent_are_there_after_opening_again(workspace: Path, known: Catalogue) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    take_cases(store, ("01",))
    sending.make(store, sending.prepare(store, known, table_catalogue.load(), Q3, AFTER), AFTER)
    files, own = sent.files(store), sent.sender(store)
    store.close()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    try:
        assert (sent.files(again), sent.sender(again)) == (files, own)
        assert len(files) == 1
        assert files[0].made_on == AFTER
    finally:
        again.close()


def test_that_none_of_what_is_kept_for_sending_is_in_any_statistic_or_can_be_undone() -> None:
    assert SENT in TABLES
    for table in TABLES:
        assert not table.undoable
        assert {column.privacy for column in table.columns} == {"never"}


def test_that_a_file_that_goes_again_names_the_codes_that_another_key_lacks(store: Store, prepare, export) -> None:
    take_cases(store)
    export()
    other = CoordinatorKey(key_of(OTHER_PRIVATE).public, (Code("west", "Team West"),), ())
    with store.change("Sleutel overnemen"):
        sent.take_coordinator(store, coordinator_key.encode(other), AFTER)
    prepared = prepare()
    with pytest.raises(InputError) as refused:
        sending.make(store, prepared, AFTER)
    assert "team noord" in refused.value.sentence
    assert "zuid" not in refused.value.sentence, "nothing left with it"
    assert "overig" not in refused.value.sentence
    assert len(sent.files(store)) == 1
    take_key(store, key_of(OTHER_PRIVATE))
    assert export(private=OTHER_PRIVATE).sequence == 1, "and with those codes it goes"
