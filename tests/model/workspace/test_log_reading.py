"""Looking at the access log: which lines, in which order, how fast, and whether any of them was touched (S7)."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.documents import log_words
from doorbraak.model.dossier import dossier
from doorbraak.model.workspace import log, log_reading
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.log_lines import FIELDS, add

LINES = 24
COPIED_AT = 18
MANY = int(os.environ.get("DOORBRAAK_LOG_LINES", "20000"))


@pytest.fixture
def several(store: Store) -> Store:
    store.file.db.execute("DELETE FROM access_log")
    add(
        store,
        ("2026-01-31T09:00:00+00:00", "openen", "werkmap", "mislukt", "venster", "karin"),
        ("2026-02-01T09:00:00+00:00", "inzien", "huishouden 2", "gelukt", "venster", "karin"),
        ("2026-02-02T09:00:00+00:00", "wijzigen", "huishouden 12", "gelukt", "venster", "Omar_1"),
        ("2026-02-03T09:00:00+00:00", "afdrukken", "huishouden 2", "gelukt", "opdrachtregel", "Omar_1"),
        ("2026-03-01T09:00:00+00:00", "uitvoeren", "samenvatting", "mislukt", "venster", "karin"),
    )
    assert log_reading.verify(store).broken is None
    return store


def numbers(store: Store, wanted: Wanted, order: log_reading.Order = "id", *, falling: bool = True) -> list[int]:
    every = log_reading.all_ids(store)
    some = log_reading.ids(store, wanted, order, falling=falling, called=dict(log_words.ACTIONS.items()))
    return [every.index(id_) + 1 for id_ in some]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [5, 4, 3, 2, 1]),
        (Wanted(action="inzien"), [2]),
        (Wanted(household=2), [4, 2]),
        (Wanted(household=1), []),
        (Wanted(actor="karin"), [5, 2, 1]),
        (Wanted(failed=True), [5, 1]),
        (Wanted(since=date(2026, 2, 1), until=date(2026, 2, 2)), [3, 2]),
        (Wanted(since=date.max), []),
        (Wanted(since=date.min, until=date.max), [5, 4, 3, 2, 1]),
        (Wanted(words=("opdracht", "huishouden")), [4]),
        (Wanted(words=("afgedr",), meant=log_words.meant(["afgedr"])), [4]),
        (Wanted(words=("omar_",)), [4, 3]),
        (Wanted(words=("%",)), []),
        (Wanted(words=("\\",)), []),
        (Wanted(words=("' OR 1 --",)), []),
        (Wanted(actor="karin", failed=True, until=date(2026, 2, 28)), [1]),
    ],
)
def test_that_exactly_the_wanted_lines_are_given_newest_first(several: Store, wanted: Wanted, found: list[int]) -> None:
    assert numbers(several, wanted) == found
    assert numbers(several, wanted, falling=False) == found[::-1]
    counted, failed = log_reading.counts(several, wanted)
    assert (counted, failed) == (len(found), len(set(found) & {1, 5}))
    assert [number for number, _ in log_reading.numbered(several, wanted)] == found[::-1]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("at", [1, 2, 3, 4, 5]),
        ("action", [4, 2, 1, 3, 5]),  # Afgedrukt, Bekeken, Geopend, Gewijzigd, Opgeslagen
        ("object", [5, 1, 4, 2, 3]),  # by number, and not 12 before 2
        ("result", [4, 3, 2, 5, 1]),
        ("origin", [4, 5, 3, 2, 1]),
        ("actor", [5, 2, 1, 4, 3]),
    ],
)
def test_that_lines_are_put_in_order_as_they_are_read(
    several: Store, order: log_reading.Order, found: list[int]
) -> None:
    assert numbers(several, Wanted(), order, falling=False) == found


def test_that_a_line_keeps_its_number_when_one_before_it_was_taken_out_between_two_ids(several: Store) -> None:
    several.file.db.execute("UPDATE access_log SET id = id + 100 WHERE id > 2")
    assert numbers(several, Wanted()) == [5, 4, 3, 2, 1]
    assert numbers(several, Wanted(household=2)) == [4, 2]


def test_that_an_empty_log_has_no_lines_and_no_accounts(store: Store) -> None:
    store.file.db.execute("DELETE FROM access_log")
    assert list(log_reading.all_ids(store)) == []
    assert list(log_reading.each(store)) == []
    assert log_reading.used(store) == (frozenset(), frozenset())
    assert log_reading.counts(store, Wanted()) == (0, 0)


def test_that_known_accounts_and_actions_are_asked_once_and_then_only_of_newer_lines(several: Store) -> None:
    assert log_reading.used(several)[1] == {"karin", "Omar_1"}
    last = log_reading.all_ids(several)[-1]
    assert log_reading.used(several, last) == (frozenset(), frozenset())
    several.note("inzien", "logboek")
    assert log_reading.used(several, last) == ({"inzien"}, {log.actor()})


@pytest.mark.parametrize("tampered", ["CAST(x'ff' AS TEXT)", "CAST(x'ff00' AS TEXT)", "''", "42", "char(0)"])
@pytest.mark.parametrize("column", ["at", "action", "object", "result", "origin", "actor", "hash"])
def test_that_a_line_that_is_no_text_is_noticed_and_stops_nothing(several: Store, column: str, tampered: str) -> None:
    third = log_reading.all_ids(several)[2]
    several.file.db.execute(f"UPDATE access_log SET {column} = {tampered} WHERE id = ?", [third])
    assert several.log_broken_at() == 3
    verdict = log_reading.verify(several)
    assert (verdict.lines, verdict.broken, verdict.how) == (5, 3, "chain")
    assert len(log_reading.lines(several, log_reading.all_ids(several))) == 5
    assert len(log_reading.used(several)) == 2


# -- whatever is done to it ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A log of 24 lines in an encrypted file; a copy was made after the eighteenth."""
    folder: Path = tmp_path_factory.mktemp("logboek") / "werkmap"
    store = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0]
    while (count := log.length_and_last(store.file.db)[0]) < LINES:
        if count == COPIED_AT and not list(store.folder.glob("backups/*.db")):
            store.backup()
        store.note("inzien", f"huishouden {count}")
    last = log.length_and_last(store.file.db)[1]
    assert log_reading.verify(store) == log.Verdict(LINES, 1, last, confirmed=COPIED_AT)
    yield store
    store.close()


def undone(store: Store, work: Callable[[], object]) -> log.Verdict:
    """What is found after `work`; the file is then as before."""
    store.file.db.execute("SAVEPOINT proef")
    try:
        work()
        return log_reading.verify(store)
    finally:
        store.file.db.execute("ROLLBACK TO proef")
        store.file.db.execute("RELEASE proef")


OFTEN = settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
LINE = st.tuples(*[TEXT] * 6)


@OFTEN
@given(st.integers(1, LINES), st.sampled_from((*FIELDS, "hash")), TEXT)
def test_that_any_edit_of_any_field_of_any_line_is_noticed_there(grown: Store, at: int, name: str, text: str) -> None:
    ((before,),) = grown.rows(f"SELECT {name} FROM access_log WHERE id = ?", [at])
    found = undone(grown, lambda: grown.file.db.execute(f"UPDATE access_log SET {name} = ? WHERE id = ?", [text, at]))
    assert found.broken == (None if text == before else at)


@OFTEN
@given(st.integers(0, LINES - 1), LINE, st.one_of(TEXT, st.none()))
def test_that_any_line_put_in_is_noticed(grown: Store, after: int, line: tuple[str, ...], hash_: str | None) -> None:
    """Also one with the hash that it should have: then the one behind it does not follow."""

    def put_in() -> None:
        grown.file.db.execute("UPDATE access_log SET id = -(id + 1) WHERE id > ?", [after])
        grown.file.db.execute("UPDATE access_log SET id = -id WHERE id < 0")
        previous = grown.rows("SELECT hash FROM access_log WHERE id = ?", [after])
        own = log._chained(previous[0][0] if previous else "0" * 64, line) if hash_ is None else hash_
        names = ", ".join((*FIELDS, "hash"))
        grown.file.db.execute(f"INSERT INTO access_log(id, {names}) VALUES(?,?,?,?,?,?,?,?)", [after + 1, *line, own])

    at_once = hash_ is not None or after + 1 == COPIED_AT  # of that line the copy remembers the hash
    assert undone(grown, put_in).broken == (after + 1 if at_once else after + 2)


@OFTEN
@given(st.sets(st.integers(1, LINES), min_size=1))
def test_that_any_lines_taken_out_are_noticed_at_the_first(grown: Store, gone: set[int]) -> None:
    """At the end of the log as far as a copy remembers it."""
    found = undone(grown, lambda: [grown.file.db.execute("DELETE FROM access_log WHERE id = ?", [at]) for at in gone])
    tail = set(range(min(gone), LINES + 1)) <= gone
    if tail and min(gone) > COPIED_AT:
        assert found.broken is None, "nothing remembers these: that is said on the page"
    elif tail:
        assert (found.broken, found.how) == (min(gone), "cut")
    else:
        assert found.broken is not None
        assert found.broken <= min(gone)


@OFTEN
@given(st.permutations(range(1, LINES + 1)))
def test_that_any_other_order_is_noticed_at_the_first_line_that_moved(grown: Store, order: list[int]) -> None:
    def shuffle() -> None:
        for new, old in enumerate(order, 1):
            grown.file.db.execute("UPDATE access_log SET id = ? WHERE id = ?", [-new, old])
        grown.file.db.execute("UPDATE access_log SET id = -id")

    moved = next((new for new, old in enumerate(order, 1) if new != old), None)
    assert undone(grown, shuffle).broken == moved


@OFTEN
@given(st.integers(1, LINES), LINE)
def test_that_a_log_rewritten_with_a_chain_that_is_right_is_noticed_by_the_copy(
    grown: Store, at: int, line: tuple[str, ...]
) -> None:
    def rewrite() -> None:
        rows = list(grown.rows(f"SELECT {', '.join(FIELDS)} FROM access_log ORDER BY id"))
        rows[at - 1] = line
        grown.file.db.execute("DELETE FROM access_log")
        add(grown, *rows)

    found = undone(grown, rewrite)
    if at <= COPIED_AT:
        assert (found.broken, found.how) == (COPIED_AT, "copy")
    else:
        assert found.broken is None, "who has the passphrase can rewrite what no copy remembers"


def test_that_what_somebody_kept_elsewhere_tells_of_what_no_copy_remembers(grown: Store) -> None:
    kept = log.length_and_last(grown.file.db)
    assert log_reading.verify(grown, [kept]).copies == 2
    grown.file.db.execute("SAVEPOINT proef")
    grown.file.db.execute("DELETE FROM access_log WHERE id > ?", [LINES - 2])
    assert log_reading.verify(grown).broken is None
    assert (log_reading.verify(grown, [kept]).broken, log_reading.verify(grown, [kept]).how) == (LINES - 1, "cut")
    grown.file.db.execute("ROLLBACK TO proef")
    grown.file.db.execute("RELEASE proef")


def test_that_copies_in_the_second_place_are_witnesses_too_and_those_of_another_workspace_are_not(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.second = tmp_path / "stick"
    store.second.mkdir()
    store.backup()
    assert log_reading.verify(store).copies == 2
    monkeypatch.setattr(log, "now", lambda: "2026-01-01T10:00:00+00:00")
    other = Store.create(tmp_path / "ander", PASSPHRASE, dossier.TABLES, cost=CHEAP)[0]
    while len(other.log_entries()) < 9:
        other.note("inzien", "huishouden 1")
    other.second = store.second
    other.backup()
    other.close()
    assert log_reading.verify(store).copies == 2
    for path in (store.folder / "backups").iterdir():
        path.unlink()
    assert (log_reading.verify(store).copies, log_reading.verify(store).broken) == (1, None)
    store.file.db.execute("DELETE FROM access_log WHERE id > 1")
    assert log_reading.verify(store).how == "cut"


# -- a log of years -----------------------------------------------------------------------------------------


def test_that_a_large_log_is_paged_without_reading_its_words(store: Store) -> None:
    """100,000 lines with DOORBRAAK_LOG_LINES; a page of them costs the same wherever it is."""
    actions = list(log_words.ACTIONS)
    store.file.db.execute("BEGIN")
    add(
        store,
        *(
            (
                f"2025-01-01T10:00:{at % 60:02}+00:00",
                actions[at % 15],
                f"huishouden {at % 300}",
                "gelukt",
                "venster",
                "k",
            )
            for at in range(MANY)
        ),
    )
    store.file.db.execute("COMMIT")
    every = log_reading.all_ids(store)
    assert isinstance(every, range), "no list of all ids while nobody took a line out"
    for some in (every[-200:], every[MANY // 2 : MANY // 2 + 200]):
        assert len(log_reading.lines(store, some)) == 200
    assert len(log_reading.each(store).__next__().hash) == 64
