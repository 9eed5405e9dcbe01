"""PRIVACY.md section 5: a file is taken in whole or refused with one sentence, twice is once, and order is nothing."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import (
    container,
    coordinator,
    opening_box,
    outcomes,
    receiving,
    refusals,
    senders,
    small_senders,
)  # fmt: skip
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.refusals import ExchangeRefused
from doorbraak.model.workspace.store import Store
from tests.faults import words
from tests.model.exchange.caseloads import OTHER_PRIVATE, PERIOD, payload_of, public
from tests.model.exchange.coordination import (
    DAY,
    TABLES,
    Laptop,
    begun,
    believed,
    content_of,
    home,
    merged,
    number_of,
    plain_bytes,
    take,
    tokens_in,
)
from tests.model.exchange.merged_whole import Merged

ONE, OTHER, THIRD = Laptop(1), Laptop(2), Laptop(3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = begun(tmp_path / "coordinator")
    believed(opened, ONE, OTHER, THIRD)
    yield opened
    opened.close()


def refused(store: Store, content: bytes, sentence: str) -> None:
    before, lines = content_of(store), store.log_entries()
    with pytest.raises(ExchangeRefused) as error:
        take(store, content)
    assert error.value.sentence == sentence
    assert (content_of(store), store.log_entries()) == (before, lines), "the database is unchanged"


# -- one file -------------------------------------------------------------------------------------------


def test_that_what_a_sender_sealed_counts_whole_and_cannot_be_undone(store: Store) -> None:
    made = ONE.payload(store, range(6))
    assert take(store, ONE.sealed(store, made)) == "taken"
    found = merged(store)
    assert {key: set(cell.entries) for key, cell in found.cells.items()} == {
        (cell.table, cell.cell): {entry.token for entry in cell.entries} for cell in made.cells
    }
    assert (found.senders, found.example, str(found.period)) == ((ONE.id,), False, PERIOD)
    assert store.undo_label is None


def test_that_the_log_says_which_file_came_and_neither_who_nor_how_many(store: Store) -> None:
    senders.label(store, 1, "Team Noord")
    content = ONE.file(store, range(7))
    take(store, content)
    (line,) = [entry for entry in store.log_entries() if "uitwisselbestand" in entry.object]
    assert line.object == f"uitwisselbestand {PERIOD} nummer 1, {hashlib.sha256(content).hexdigest()}"


def test_attack_the_same_file_twice(store: Store) -> None:
    content = ONE.file(store, range(6))
    take(store, content)
    before, lines = content_of(store), len(store.log_entries())
    assert take(store, content) == "again"
    assert take(store, ONE.file(store, range(6))) == "again", "the same content, sealed anew"
    assert (content_of(store), len(store.log_entries())) == (before, lines)


def test_attack_an_older_or_replayed_file(store: Store) -> None:
    first, second = ONE.file(store, range(6)), ONE.file(store, range(12), sequence=2)
    take(store, first)
    assert take(store, second) == "replaced"
    for old in (first, ONE.file(store, range(6)), ONE.file(store, range(20, 30))):
        refused(store, old, outcomes.OLDER)
    assert len(merged(store).cells["households_team", ""].entries) == 12


def test_attack_another_content_under_a_number_that_was_used(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    refused(store, ONE.file(store, range(7)), outcomes.SAME_NUMBER)


def test_attack_a_newer_file_beside_the_one_before(store: Store, tmp_path: Path) -> None:
    old, new = ONE.payload(store, range(6)), ONE.payload(store, range(20, 26), sequence=2)
    take(store, ONE.sealed(store, old))
    take(store, ONE.sealed(store, new))
    assert {token for cell in merged(store).cells.values() for token in cell.entries} == tokens_in(new)
    assert store.rows("SELECT count(*) FROM received") == [(1,)]
    assert store.rows("SELECT count(*) FROM contribution WHERE received NOT IN (SELECT id FROM received)") == [(0,)]


def test_attack_wrong_coordinator(store: Store) -> None:
    made = ONE.payload(store, range(6))
    refused(store, container.seal(made, ONE.seed, public(OTHER_PRIVATE)), refusals.NOT_FOR_US)
    other = structs.replace(made, coordinator="ab" * 32)
    refused(store, ONE.sealed(store, other), refusals.NOT_FOR_US)


@pytest.mark.parametrize("homes", [3, 6])
def test_attack_altered_byte(store: Store, homes: int) -> None:
    content, before = ONE.file(store, range(homes)), content_of(store)
    for at in {*range(60), *range(0, len(content), 211), len(content) - 1}:
        altered = bytearray(content)
        altered[at] ^= 0x10
        with pytest.raises(ExchangeRefused):
            take(store, bytes(altered))
    assert content_of(store) == before


def office(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        pack.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/vbaProject.bin", "word/document.xml", "los.txt"])
def test_attack_xlsx_xlsm_docx_and_zip_offered_as_exchange_files(store: Store, name: str) -> None:
    refused(store, office(name), refusals.OFFICE)


def test_attack_a_file_of_another_version_of_the_tables(store: Store) -> None:
    other = structs.replace(ONE.payload(store, range(6)), catalogue="2031.1")
    refused(store, ONE.sealed(store, other), refusals.OTHER_TABLES)
    take(store, ONE.file(store, range(6)))
    with store.change("Ouder"):
        store.update("received", 1, catalogue="2025.1")
    refused(store, OTHER.file(store, range(10, 16)), outcomes.OTHER_VERSION)


# -- small files ----------------------------------------------------------------------------------------


def test_attack_small_files_are_readable_before_the_fifth_household(store: Store, tmp_path: Path) -> None:
    """Nothing of one is in the database but what its outside says; with the fifth household they count."""
    made = ONE.payload(store, range(3)), OTHER.payload(store, range(10, 11)), THIRD.payload(store, range(20, 21))
    for laptop, payload in zip((ONE, OTHER), made, strict=False):
        assert take(store, laptop.sealed(store, payload)) == "waits"
    assert merged(store).cells == {}
    plain = plain_bytes(store, tmp_path / "plain.db")
    for token in tokens_in(made[0]) | tokens_in(made[1]):
        assert token.encode() not in plain
        assert bytes.fromhex(token) not in plain
    assert not store.rows("SELECT 1 FROM contribution")
    assert take(store, THIRD.sealed(store, made[2])) == "taken"
    found = merged(store)
    assert found.senders == ("klein",)
    assert {name for cell in found.cells.values() for entry in cell.entries.values() for name in entry.senders} == {
        small_senders.named(laptop.id) for laptop in (ONE, OTHER, THIRD)
    }
    assert {token for cell in found.cells.values() for token in cell.entries} == set().union(*map(tokens_in, made))
    assert not store.rows("SELECT 1 FROM contribution"), "and lie sealed all the same"


def test_attack_one_small_sender_alone_or_the_same_households_twice_make_no_group(store: Store) -> None:
    """Of one sender there is one file a period; and a household on two laptops is one household."""
    assert take(store, ONE.file(store, range(4))) == "waits"
    assert take(store, ONE.file(store, range(3), sequence=2)) == "waits"
    assert merged(store).cells == {}
    assert take(store, OTHER.file(store, range(3))) == "waits"
    assert merged(store).cells == {}, "six on the outside, three inside"
    take(store, THIRD.file(store, range(3, 5)))
    assert len(merged(store).cells["households_team", ""].entries) == 5


def test_attack_a_stranger_who_fills_up_the_group_of_small_files(store: Store) -> None:
    take(store, ONE.file(store, range(1)))
    for number in (7, 8):
        assert take(store, Laptop(number).file(store, range(20, 24))) == "held"
    assert merged(store).cells == {}


def test_that_a_small_file_of_a_new_sender_waits_twice(store: Store) -> None:
    stranger = Laptop(9)
    take(store, stranger.file(store, range(4)))
    take(store, ONE.file(store, range(10, 12)))
    assert merged(store).cells == {}
    done = receiving.confirm(store, number_of(store, stranger), stranger.spoken, DAY)
    assert done.taken == 1
    assert merged(store).senders == ("klein",)
    senders.withdraw(store, number_of(store, stranger), DAY)
    assert merged(store).cells == {}, "two households of one sender are left"


def test_that_a_sender_that_grows_is_no_longer_small(store: Store) -> None:
    take(store, ONE.file(store, range(4)))
    assert take(store, ONE.file(store, range(9), sequence=2)) == "replaced"
    assert merged(store).senders == (ONE.id,)
    assert store.rows("SELECT sealed, small FROM received") == [(None, 0)]


# -- many files -----------------------------------------------------------------------------------------


def written(folder: Path, **contents: bytes) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, content in contents.items():
        (folder / f"{name}.doorbraak").write_bytes(content)
    return [folder / f"{name}.doorbraak" for name in contents]


def test_that_a_bad_file_stops_no_other_and_each_has_a_report_with_its_name_alone(store: Store, tmp_path: Path) -> None:
    good, last = ONE.file(store, range(6)), OTHER.file(store, range(10, 16))
    paths = written(tmp_path / "map", a=good, b=b"", c=office("x"), d=good[:-1], e=good, f=last)
    paths[4:4] = [tmp_path / "nergens", tmp_path, store.folder / "dossiers.db", tmp_path / "naam\u202exlsx\nregel"]
    seen: list[tuple[str, int, int]] = []
    reports = receiving.receive(store, paths, DAY, told=lambda one, done, all_: seen.append((one.name, done, all_)))
    assert [one.outcome for one in reports] == ["taken", *["refused"] * 7, "again", "taken"]
    assert seen == [(one.name, at, 10) for at, one in enumerate(reports, 1)]
    assert [one.name for one in reports][7] == "naam?xlsx?regel"
    assert not any(str(tmp_path) in one.name + one.sentence for one in reports)
    assert len(merged(store).senders) == 2
    store.file.check_place()


def test_that_whoever_stops_keeps_what_was_taken_and_hears_what_was_not(store: Store, tmp_path: Path) -> None:
    paths = written(tmp_path / "map", a=ONE.file(store, range(6)), b=OTHER.file(store, range(10, 16)), c=b"x")
    asked = iter([False, True])
    reports = receiving.receive(store, paths, DAY, stopped=lambda: next(asked))
    assert [one.outcome for one in reports] == ["taken", "skipped", "skipped"]
    assert merged(store).senders == (ONE.id,)


def test_that_a_full_disk_refuses_one_file_and_keeps_those_before_it(store: Store, tmp_path: Path) -> None:
    paths = written(tmp_path / "map", a=ONE.file(store, range(6)), b=OTHER.file(store, range(10, 40)))
    receiving.receive(store, paths[:1], DAY)
    before = content_of(store)
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    (report,) = receiving.receive(store, paths[1:], DAY)
    assert report.outcome == "refused"
    assert not words.fault_in(report.sentence)
    assert content_of(store) == before
    store.rows("PRAGMA max_page_count = 1000000")
    assert receiving.receive(store, paths, DAY)[1].outcome == "taken"
    assert store.faults() == []


def test_that_every_outcome_says_what_happened_and_what_to_do_in_few_short_sentences() -> None:
    refusing = [outcomes.OLDER, outcomes.SAME_NUMBER, outcomes.WITHDRAWN, outcomes.OTHER_VERSION, outcomes.TOO_MANY_NEW]
    for sentence in (*outcomes.SAID.values(), *refusing):
        assert sentence.endswith(".")
        assert sentence.count(". ") <= 3
    for sentence in refusing:
        assert "niets" in sentence


# -- any order, any number of times -----------------------------------------------------------------------


LAPTOPS = (ONE, OTHER, THIRD, Laptop(4), Laptop(5))


LIGHT = ("households_team", "life_domains", "problems_children", "cost_before", "trust_before")
"""Tables of every kind: reading all of them hundreds of times would be the whole time of these tests."""


def light(laptop: Laptop, store: Store, numbers: Iterable[int], **other: object) -> bytes:
    homes = [
        Home(home(number).secret, tuple(one for one in home(number).cells if one.table in LIGHT)) for number in numbers
    ]
    known = {"coordinator": coordinator.key_pairs(store)[0].fingerprint, "sender": laptop.id}
    return laptop.sealed(store, payload_of(homes, TABLES, **known, **other))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[bytes]]]:
    """One workspace, emptied before each try; and files of which some are newer than others, small, or of nobody."""
    store = begun(tmp_path_factory.mktemp("rij") / "coordinator")
    files = [
        light(ONE, store, range(6)), light(ONE, store, range(12), sequence=2), light(ONE, store, range(3), sequence=5),
        light(OTHER, store, range(10, 12)), light(OTHER, store, range(10, 19), sequence=3),
        light(THIRD, store, range(30, 33)), light(LAPTOPS[3], store, range(2, 5)),
        light(LAPTOPS[4], store, range(40, 46)), b"geen bestand",
    ]  # fmt: skip
    yield store, files
    store.close()


def emptied(store: Store) -> None:
    with store.change("Leeg"):
        for (row,) in store.rows("SELECT id FROM sender"):
            store.delete("sender", row)


def outcome(store: Store, files: list[bytes], order: list[int], confirmed_after: int) -> object:
    """What is merged at the end, when laptop 4 and 5 are confirmed somewhere halfway."""
    emptied(store)
    believed(store, ONE, OTHER, THIRD)
    box = opening_box.box_of(store)
    for at, one in enumerate(order):
        if at == confirmed_after:
            confirm_the_rest(store)
        try:
            receiving.take_in(store, box, files[one], DAY)
        except UserError:
            continue
    confirm_the_rest(store)
    return merged(store)


def confirm_the_rest(store: Store) -> None:
    for one in senders.all_of(store):
        if one.confirmed_on is None:
            receiving.confirm(store, one.number, one.spoken, DAY)


@pytest.fixture(scope="module")
def in_order(shelf: tuple[Store, list[bytes]]) -> object:
    found = outcome(*shelf, list(range(9)), 9)
    assert isinstance(found, Merged)
    assert found.senders == (OTHER.id, LAPTOPS[4].id, "klein")
    return found


ORDERS = st.permutations(range(9)).flatmap(
    lambda order: st.tuples(st.just(order), st.lists(st.integers(0, 8), max_size=6), st.integers(0, 9))
)


@given(drawn=ORDERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_order_and_repetition_change_nothing(
    shelf: tuple[Store, list[bytes]], in_order: object, drawn: tuple[list[int], list[int], int]
) -> None:
    store, files = shelf
    order, again, confirmed_after = drawn
    assert outcome(store, files, [*order, *again], confirmed_after) == in_order
    before = content_of(store)
    for one in files:
        try:
            assert take(store, one) == "again"
        except UserError:
            continue
    assert content_of(store) == before


@given(st.binary(max_size=300), st.integers(0, 2**32))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_any_bytes_are_refused_and_change_nothing(
    shelf: tuple[Store, list[bytes]], content: bytes, seed: int
) -> None:
    store, files = shelf
    chance = Random(seed)
    whole = bytearray(files[chance.randrange(8)])
    whole[chance.randrange(len(whole)) :] = content
    before = content_of(store)
    for made in (content, container.MAGIC + content, bytes(whole)):
        with pytest.raises(ExchangeRefused):
            take(store, made)
    assert content_of(store) == before


# -- the workspace in wrong hands -------------------------------------------------------------------------


def test_attack_a_stolen_coordinator_database(store: Store, tmp_path: Path) -> None:
    """Also without its encryption: no table of households, no secret of one, no name, and no profile of a household:
    what one token is in, no other cell of the same file tells.
    """
    payloads = [ONE.payload(store, range(6)), OTHER.payload(store, range(10, 16))]
    for laptop, payload in zip((ONE, OTHER), payloads, strict=True):
        take(store, laptop.sealed(store, payload))
    take(store, THIRD.file(store, range(20, 22)))
    plain = plain_bytes(store, tmp_path / "plain.db")
    assert plain.startswith(b"SQLite format 3")
    for number in (*range(6), *range(10, 16), 20, 21):
        for secret in (home(number).secret, home(number).secret.hex().encode()):
            assert secret not in plain
    for laptop in (ONE, OTHER, THIRD):
        assert laptop.verify_key.hex().encode() in plain, "else this looked in the wrong place"
        assert laptop.seed not in plain
        assert laptop.seed.hex().encode() not in plain
    tables = {name for (name,) in store.rows("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    assert not [name for name in tables if "house" in name or "person" in name]
    assert store.rows("SELECT count(*) FROM exchange_sender") == [(0,)]
    found = merged(store)
    seen = [token for cell in found.cells.values() for token in cell.entries]
    assert len(seen) == len(set(seen)), "a token stands in one cell only"
    assert coordinator.catalogue_of(store).version == TABLES.version
