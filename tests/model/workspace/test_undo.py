"""Undo takes back exactly what a step did, whatever the step was, and redo does it again."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from doorbraak.model.workspace import undo
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Changes, Store
from tests.conftest import CHEAP, PASSPHRASE


def columns(**declarations: str) -> tuple[Column, ...]:
    return tuple(Column(name, declaration, "never") for name, declaration in declarations.items())


TABLES = (
    Table("house", columns(number="INTEGER UNIQUE", name="TEXT NOT NULL")),
    Table(
        "room",
        columns(
            house="INTEGER NOT NULL REFERENCES house(id) ON DELETE CASCADE",
            words="TEXT",
            amount="INTEGER",
        ),
        indexes=("house",),
    ),
    Table(
        "thing",
        columns(
            room="INTEGER NOT NULL REFERENCES room(id) ON DELETE CASCADE",
            seen_in="INTEGER REFERENCES room(id) ON DELETE SET NULL",
            words="TEXT",
        ),
        constraints=("UNIQUE (room, words)",),
    ),
)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40) | st.sampled_from(
    ["'", "''; DROP TABLE house; --", '"', "a\nb\r\nc", "\\", "%s ? :a", "é\u0301", "\U0001f3e0", "\x01", "NULL"]
)
NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.none()


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[Store]:
    opened, _ = Store.create(tmp_path / "werkmap", PASSPHRASE, TABLES, cost=CHEAP)
    opened.rows("PRAGMA synchronous = OFF")  # no power cut here: spare the disk
    yield opened
    opened.close()


def dump(store: Store) -> "Dump":
    """Every row of every watched table."""
    return {table.name: store.rows(f"SELECT * FROM {table.name} ORDER BY id") for table in TABLES}


@contextmanager
def step(store: Store, label: str = "Stap", merge: str | None = None) -> Iterator[None]:
    with store.change(label, merge=merge):
        yield


Dump = dict[str, list[tuple[Any, ...]]]


class Steps(RuleBasedStateMachine):
    """Any steps, with undo and redo between them, against two stacks of dumps kept beside."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.store, _ = Store.create(Path(self.place.name) / "w", PASSPHRASE, TABLES, cost=CHEAP)
        self.store.rows("PRAGMA synchronous = OFF")
        self.now = dump(self.store)
        self.past: list[Dump] = []
        self.future: list[Dump] = []

    def teardown(self) -> None:
        last = self.future[0] if self.future else self.now
        while self.store.undo():
            pass
        assert dump(self.store) == {table.name: [] for table in TABLES}
        while self.store.redo():
            pass
        assert dump(self.store) == last
        assert self.store.faults() == []
        assert self.store.log_broken_at() is None
        assert self.store.close() is None
        self.place.cleanup()

    def ids(self, table: str) -> list[int]:
        return [row[0] for row in self.now[table]]

    @contextmanager
    def step(self) -> Iterator[None]:
        before = self.store.rows("SELECT coalesce(max(seq), 0) FROM temp.undo_log")
        with self.store.change("Stap"):
            yield
        if self.store.rows("SELECT coalesce(max(seq), 0) FROM temp.undo_log") > before:
            self.past.append(self.now)
            self.future.clear()
        self.now = dump(self.store)

    @rule(words=st.lists(WORDS, min_size=1, max_size=4), amount=NUMBERS)
    def build(self, words: list[str], amount: int | None) -> None:
        number = max([row[1] or 0 for row in self.now["house"]], default=0) + 1
        with self.step():
            house = self.store.insert("house", number=number, name=words[0])
            rooms = [self.store.insert("room", house=house, words=word, amount=amount) for word in words]
            for number, room in enumerate(rooms):
                self.store.insert("thing", room=room, seen_in=rooms[0], words=f"{number}{words[-1]}")

    @precondition(lambda self: self.now["room"])
    @rule(data=st.data(), words=WORDS | st.none(), amount=NUMBERS)
    def write(self, data: st.DataObject, words: str | None, amount: int | None) -> None:
        room = data.draw(st.sampled_from(self.ids("room")))
        with self.step():
            self.store.update("room", room, words=words, amount=amount)
            for thing in self.ids("thing")[:2]:
                self.store.update("thing", thing, seen_in=room)

    @precondition(lambda self: self.now["house"])
    @rule(data=st.data(), table=st.sampled_from(["house", "room"]))
    def remove(self, data: st.DataObject, table: str) -> None:
        with self.step():
            self.store.delete(table, data.draw(st.sampled_from(self.ids(table) or [0])))

    @precondition(lambda self: len(self.now["house"]) > 1)
    @rule()
    def swap_what_has_to_be_unique(self) -> None:
        (one, first, _), (other, second, _) = self.now["house"][:2]
        with self.step():
            self.store.update("house", one, number=None)
            self.store.update("house", other, number=first)
            self.store.update("house", one, number=second)

    @precondition(lambda self: self.now["house"])
    @rule()
    def everything_at_once(self) -> None:
        with self.step():
            self.store.file.db.execute("UPDATE house SET name = name || ''''")
            self.store.file.db.execute("UPDATE room SET words = words || char(10), amount = NULL")

    @rule(words=WORDS)
    def fail(self, words: str) -> None:
        with pytest.raises(ZeroDivisionError), self.store.change("Mislukt"):  # noqa: PT012
            house = self.store.insert("house", number=None, name=words)
            self.store.insert("room", house=house, words=words, amount=1)
            raise ZeroDivisionError
        assert dump(self.store) == self.now

    @rule()
    def take_back(self) -> None:
        if self.store.undo():
            self.future.append(self.now)
            self.now = self.past.pop()
        else:
            assert self.past == []

    @rule()
    def do_again(self) -> None:
        if self.store.redo():
            self.past.append(self.now)
            self.now = self.future.pop()
        else:
            assert self.future == []

    @invariant()
    def the_file_is_where_it_was(self) -> None:
        assert dump(self.store) == self.now
        assert (self.store.undo_label is None) == (self.past == [])
        assert (self.store.redo_label is None) == (self.future == [])


TestSteps = Steps.TestCase
TestSteps.settings = settings(
    max_examples=20,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # to shrink takes minutes, and the steps are printed anyway
    suppress_health_check=list(HealthCheck),
)


def test_that_500_steps_come_back_one_by_one_and_again(houses: Store) -> None:
    chance = random.Random(9)
    marks = {0: dump(houses)}
    for number in range(1, 501):
        rooms = [row[0] for row in houses.rows("SELECT id FROM room")]
        act = chance.randrange(10)
        with step(houses):
            if act < 4 or not rooms:
                house = houses.insert("house", number=number, name=f"Huis '{number}'\n")
                for part in range(3):
                    room = houses.insert("room", house=house, words=f"é{part}", amount=part or None)
                    houses.insert("thing", room=room, seen_in=None, words="x")
            elif act < 8:
                houses.update("room", chance.choice(rooms), words=f"stap {number}")
            else:
                houses.delete("house", houses.rows("SELECT house FROM room LIMIT 1")[0][0])
        if number % 25 == 0:
            marks[number] = dump(houses)
    for number in range(499, -1, -1):
        assert houses.undo()
        assert number not in marks or dump(houses) == marks[number]
    assert houses.undo() is None
    for number in range(1, 501):
        assert houses.redo()
        assert number not in marks or dump(houses) == marks[number]
    assert houses.redo() is None
    assert houses.faults() == []


def test_that_a_step_is_named_and_says_which_tables_it_changed(houses: Store) -> None:
    told: list[Changes] = []
    houses.listeners.append(told.append)
    with houses.change("Huis toevoegen", household=7):
        house = houses.insert("house", number=1, name="a")
        room = houses.insert("room", house=house, words="b", amount=1)
    with houses.change("Kamer wijzigen", source="veld", household=7):
        houses.update("room", room, words="c")
    assert houses.undo_label == "Kamer wijzigen"
    houses.undo()
    assert (houses.undo_label, houses.redo_label) == ("Huis toevoegen", "Kamer wijzigen")
    houses.undo()
    assert (houses.undo_label, houses.redo_label) == (None, "Huis toevoegen")
    both, one = frozenset({"house", "room"}), frozenset({"room"})
    assert told == [
        Changes("Huis toevoegen", both, None, 7),
        Changes("Kamer wijzigen", one, "veld", 7),
        Changes("Kamer wijzigen", one, None, 7),
        Changes("Huis toevoegen", both, None, 7),
    ]


def test_that_edits_of_one_field_in_a_row_are_one_step(houses: Store) -> None:
    with step(houses):
        house = houses.insert("house", number=1, name="")
    for text in ("D", "De", "De V"):
        with step(houses, "Naam wijzigen", merge="naam 1"):
            houses.update("house", house, name=text)
    houses.undo()
    assert dump(houses)["house"] == [(house, 1, "")]
    houses.redo()
    assert dump(houses)["house"] == [(house, 1, "De V")]
    with step(houses, "Naam wijzigen", merge="naam 1"):  # after a redo it starts anew
        houses.update("house", house, name="Anders")
    houses.undo()
    assert dump(houses)["house"] == [(house, 1, "De V")]


def test_that_edits_of_different_fields_do_not_merge(houses: Store) -> None:
    with step(houses):
        house = houses.insert("house", number=1, name="a")
    for merge, text in (("naam", "b"), ("ander", "c"), ("naam", "d"), (None, "e"), (None, "f")):
        with step(houses, merge=merge):
            houses.update("house", house, name=text)
    seen = []
    while houses.undo():
        seen.append([name for _, _, name in dump(houses)["house"]])
    assert seen == [["e"], ["d"], ["c"], ["b"], ["a"], []]


def test_that_a_failed_change_leaves_no_step_and_no_trace(houses: Store) -> None:
    before, lines = dump(houses), houses.log_entries()
    with pytest.raises(KeyboardInterrupt), step(houses):  # noqa: PT012
        houses.insert("house", number=1, name="a")
        raise KeyboardInterrupt
    assert (dump(houses), houses.log_entries()) == (before, lines)
    assert houses.undo_label is None
    assert houses.undo() is None


def test_that_a_failed_change_keeps_what_could_be_done_again(houses: Store) -> None:
    with step(houses, "Eerste"):
        houses.insert("house", number=1, name="a")
    houses.undo()
    with pytest.raises(ZeroDivisionError), step(houses):  # noqa: PT012
        houses.insert("house", number=2, name="b")
        raise ZeroDivisionError
    assert houses.redo_label == "Eerste"
    assert houses.redo()
    assert dump(houses)["house"] == [(1, 1, "a")]


def test_that_a_change_that_changes_nothing_leaves_no_trace(houses: Store) -> None:
    with step(houses):
        house = houses.insert("house", number=1, name="a")
    told: list[Changes] = []
    houses.listeners.append(told.append)
    lines = houses.log_entries()
    with step(houses, "Niets"):
        houses.update("house", house, name="a", number=1)
        houses.delete("room", 99)
    assert houses.undo_label == "Stap"
    assert houses.log_entries() == lines
    assert told == []


def test_that_nothing_done_keeps_what_could_be_done_again(houses: Store) -> None:
    with step(houses):
        house = houses.insert("house", number=1, name="a")
    with step(houses, "Naam"):
        houses.update("house", house, name="b")
    houses.undo()
    with step(houses, "Niets"):
        houses.update("house", house, name="a")
    assert houses.redo_label == "Naam"


def test_that_a_new_step_after_undo_ends_redo(houses: Store) -> None:
    for number in range(3):
        with step(houses, f"Stap {number}"):
            houses.insert("house", number=number, name="a")
    houses.undo()
    houses.undo()
    with step(houses, "Nieuw"):
        houses.insert("house", number=50, name="b")
    assert houses.redo_label is None
    assert houses.redo() is None
    assert [number for _, number, _ in dump(houses)["house"]] == [0, 50]
    while houses.undo():
        pass
    assert dump(houses)["house"] == []
    assert houses.rows("SELECT count(*) FROM temp.undo_log") == [(2,)], "only what redo still needs"


def test_that_the_list_of_steps_has_an_end_and_frees_what_it_forgets(
    houses: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "MOST_STEPS", 10)
    for number in range(25):
        with step(houses):
            houses.insert("house", number=number, name="a")
    assert houses.rows("SELECT count(*) FROM temp.undo_log") == [(10,)]
    count = 0
    while houses.undo():
        count += 1
    assert count == 10
    assert len(dump(houses)["house"]) == 15


def test_that_u0000_never_reaches_a_row(houses: Store) -> None:
    with pytest.raises(ValueError, match=r"U\+0000"), step(houses):
        houses.insert("house", number=1, name="a\0b")
    assert dump(houses)["house"] == []


def test_that_undo_ends_with_the_connection_and_is_nowhere_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    opened, _ = Store.create(folder, PASSPHRASE, TABLES, cost=CHEAP)
    with step(opened):
        opened.insert("house", number=1, name="a")
    opened.close()
    again = Store.open(folder, PASSPHRASE, TABLES)
    try:
        assert (again.undo_label, again.undo()) == (None, None)
        assert again.rows("SELECT name FROM main.sqlite_master WHERE name LIKE '%undo%'") == []
    finally:
        again.close()


def test_that_writing_beside_the_watched_tables_is_kept_and_logged(houses: Store) -> None:
    lines = len(houses.log_entries())
    with step(houses):
        houses.insert("draft", place="x", content="y", at="z")
    assert houses.drafts.all() == {"x": "y"}
    assert len(houses.log_entries()) == lines + 1
    assert houses.undo_label is None
