"""Search over everything that is written down."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import fold
from doorbraak.model.dossier import (
    agencies,
    casefile,
    costs,
    dossier,
    goals,
    household,
    letters,
    own_words,
    people,
    problems,
    search,
    search_sources,
    tasks,
    visits,
    workers,
)
from doorbraak.model.workspace.store import Store
from tests.model.dossier.conftest import TODAY
from tests.whole_dossier import OF_THE_WORKSPACE, ON_ITS_WAY

Do = Callable[..., Any]


@pytest.fixture
def index(store: Store, catalogue: lists.Catalogue) -> search.Index:
    made = search.Index(store, catalogue)
    store.listeners.append(made.follow)
    return made


def places(index: search.Index, text: str) -> list[tuple[int, str]]:
    return [(hit.household, hit.table) for hit in index.find(text).hits]


def filled_everywhere(store: Store, catalogue: lists.Catalogue, marker: str) -> dict[str, str]:
    """One row at least in every table, and in each column of words a word of its own: its column by that word."""
    from doorbraak import paths

    content = (paths.resources() / "cases" / "casus-01.json").read_bytes()
    with store.change("Casus invoeren"):
        casefile.take_in(store, casefile.read(content, catalogue))
    there: dict[str, str] = {}
    with store.change("Vullen"):
        for table in dossier.TABLES:
            for column in search_sources.searched(table):
                if table.name not in OF_THE_WORKSPACE | ON_ITS_WAY:
                    there[f"{marker}{len(there)}x"] = f"{table.name}.{column}"
        for table in dossier.TABLES:
            wanted: dict[str, Any] = {
                place.partition(".")[2]: word for word, place in there.items() if place.startswith(table.name + ".")
            }
            if wanted:
                rows = store.rows(f"SELECT id FROM {table.name} LIMIT 1")
                row = rows[0][0] if rows else a_row(store, table.name)
                if table.name == "measurement":  # a figure or an answer, never both
                    wanted["value_e2"] = None
                store.update(table.name, row, **wanted)
    return there


def a_row(store: Store, name: str) -> int:
    """A row of a table that the published household leaves empty, with whatever its rules ask."""
    table = next(table for table in dossier.TABLES if table.name == name)
    values: dict[str, Any] = {}
    for column in table.columns:
        said = column.declaration
        if "REFERENCES" in said and "NOT NULL" in said:
            owner = said.partition("REFERENCES ")[2].partition("(")[0]
            values[column.name] = store.one(f"SELECT min(id) FROM {owner}")[0]
        elif (name, column.name) == ("refusal", "agency"):
            values[column.name] = store.one("SELECT min(id) FROM agency")[0]
        elif (name, column.name) == ("relation", "other"):
            values[column.name] = store.one("SELECT max(id) FROM person")[0]
        elif "GLOB" in said:
            values[column.name] = "2026-01-01"
        elif " IN ('" in said:
            values[column.name] = said.partition(" IN ('")[2].partition("'")[0]
        elif " IN (0" in said:
            values[column.name] = 0
        elif "NOT NULL" in said:
            values[column.name] = "" if said.startswith("TEXT") else int(said.rpartition("BETWEEN ")[2].split(" ")[0])
    return store.insert(name, **values)


def test_that_every_column_with_words_is_searched_also_one_that_is_added_later(
    store: Store, catalogue: lists.Catalogue
) -> None:
    there = filled_everywhere(store, catalogue, "merkwoord")
    index = search.Index(store, catalogue)
    lost = {place for word, place in there.items() if not index.find(word).hits}
    assert lost == set()
    assert len(there) > 50
    wrong = {place for word, place in there.items() if index.find(word).hits[0].table != place.partition(".")[0]}
    assert wrong == set()


def test_that_every_text_without_a_rule_is_searched_or_left_out_with_a_reason() -> None:
    texts = {
        f"{table.name}.{column.name}"
        for table in dossier.TABLES
        for column in table.columns
        if column.declaration.startswith("TEXT") and "CHECK" not in column.declaration
    }
    seen = {f"{table.name}.{name}" for table in dossier.TABLES for name in search_sources.searched(table)}
    assert texts - seen == set(search_sources.LEFT_OUT)
    assert all(search_sources.LEFT_OUT.values())


def test_that_every_table_that_is_searched_has_a_name_on_screen(catalogue: lists.Catalogue) -> None:
    assert {source.table for source in search_sources.sources(catalogue)} == set(search_sources.TABLE_NAMES)


def test_that_a_working_note_does_not_come_up(store: Store, do: Do, home: int, index: search.Index) -> None:
    visit = do(visits.add, home, TODAY, report="Samen de post geopend.")
    do(visits.write_private_note, visit, "Vertrouwt mij nog niet", TODAY)
    assert places(index, "post") == [(home, "visit")]
    assert places(index, "vertrouwt") == []


def test_that_words_are_found_in_any_order_without_case_and_accents_and_in_parts(
    do: Do, home: int, index: search.Index
) -> None:
    do(goals.add, home, "Financiële rust, en een café om de hoek")
    for typed in ("CAFE", "hoek rust", "finan", "ciele caf", "  rust  "):
        assert places(index, typed) == [(home, "goal")], typed
    assert places(index, "rust zee") == []
    assert places(index, "  ") == []


def test_that_a_problem_is_found_by_its_own_words_and_by_its_name_in_the_list(
    do: Do, home: int, index: search.Index
) -> None:
    do(problems.add, home, kind="huurachterstand", words="De baas van het huis is boos", life_domain="geld")
    assert places(index, "baas boos") == [(home, "problem")]
    assert places(index, "achterstand huur") == [(home, "problem")]


def test_that_an_article_is_found_as_people_name_it(store: Store, do: Do, casus: int, index: search.Index) -> None:
    ground = dossier.read(store, casus).grounds[0]
    article = lists.load().articles[ground.article]
    law = lists.load().laws[article.law]
    found = index.find(f"{law.abbreviation or law.title} {article.article}")
    assert "legal_ground" in {hit.table for hit in found.hits}


def test_that_the_number_comes_first_then_names_then_the_rest(do: Do, store: Store, index: search.Index) -> None:
    ids = [do(household.open_dossier, f"Gezin {at}", opened=TODAY) for at in range(1, 13)]
    do(household.rename, ids[4], "Familie Sterk")
    do(goals.add, ids[0], "Weer sterk zijn, ook op 12 mei")
    assert places(index, "12")[0] == (ids[11], "household")
    assert places(index, "sterk") == [(ids[4], "household"), (ids[0], "goal")]


def test_that_the_name_of_a_household_helps_to_find_a_word_in_it(
    do: Do, home: int, elsewhere: int, index: search.Index
) -> None:
    for where in (home, elsewhere):
        do(tasks.add, where, "Bellen met de school")
    assert places(index, "school") == [(home, "task"), (elsewhere, "task")]
    assert places(index, "buren school") == [(elsewhere, "task")]


def test_that_words_that_stand_apart_in_one_household_find_it_too(
    do: Do, home: int, elsewhere: int, index: search.Index
) -> None:
    do(people.add, home, name="Yasmin")
    do(tasks.add, home, "Rekening betalen")
    do(tasks.add, elsewhere, "Rekening van Yasmin betalen")
    assert places(index, "yasmin rekening") == [(elsewhere, "task"), (home, "person"), (home, "task")]


def test_that_what_is_left_out_of_a_long_list_is_counted(do: Do, index: search.Index) -> None:
    for at in range(7):
        there = do(household.open_dossier, f"Gezin {at}", opened=TODAY)
        for _ in range(5):
            do(tasks.add, there, "Bellen")
    found = index.find("bellen", limit=6)
    assert [len(found.hits), found.more] == [6, 5]
    assert len({hit.household for hit in found.hits}) == 2, "three places of each at most"
    assert index.find("bellen", limit=100).more == 0


def test_that_the_index_follows_every_change_and_undo(
    store: Store, do: Do, home: int, elsewhere: int, index: search.Index
) -> None:
    def change(verb: Callable[..., Any], *args: Any, number: int | None = 1, **values: Any) -> Any:
        with store.change("Proef", household=number):
            return verb(store, *args, **values)

    assert places(index, "bellen") == []
    task = change(tasks.add, home, "Bellen")
    assert places(index, "bellen") == [(home, "task")]
    change(tasks.reword, task, "Schrijven")
    assert (places(index, "bellen"), places(index, "schrijven")) == ([], [(home, "task")])
    assert places(index, "schrijven bellen") == []
    store.undo()
    assert places(index, "bellen") == [(home, "task")]
    store.redo()
    assert places(index, "bellen") == []
    change(household.renumber, home, 77)
    assert places(index, "77") == [(home, "household")]
    store.undo()
    assert places(index, "77") == []
    change(household.remove, home)
    assert places(index, "schrijven") == []
    store.undo()
    assert places(index, "schrijven") == [(home, "task")]
    change(goals.add, elsewhere, "Zee zien", number=None)
    assert places(index, "zee") == [(elsewhere, "goal")]


def test_that_typing_on_finds_the_same_as_typing_at_once(store: Store, casus: int, catalogue: lists.Catalogue) -> None:
    typed = "Belasting dienst"
    going, at_once = search.Index(store, catalogue), search.Index(store, catalogue)
    for length in range(1, len(typed) + 1):
        found = going.find(typed[:length])
    for length in range(len(typed), 3, -1):
        going.find(typed[:length])
    assert found == at_once.find(typed)
    assert going.find("huur") == at_once.find("huur")
    assert found.hits


def test_that_codes_are_searched_by_what_they_are_called(do: Do, home: int, index: search.Index) -> None:
    agency = do(agencies.add, home, kind="deurwaarder", law="participatiewet", payer="gemeente")
    do(workers.add, agency, name="Jolanda", function="Griffier", phone="06 12345678")
    do(
        costs.add, home, words="Iets", price_cents=100, unit="per jaar", quantity_e4=10_000,
        chances=costs.Chances(100, 100, 100),
    )  # fmt: skip
    assert places(index, "participatiewet") == [(home, "agency")]
    assert places(index, "12345678") == [(home, "worker")]
    assert places(index, "griffier jolanda") == [(home, "worker")]


def test_that_what_names_an_agency_or_a_person_is_found_by_that_name(
    store: Store, do: Do, home: int, index: search.Index
) -> None:
    agency = do(agencies.add, home, kind="deurwaarder", words="Kantoor De Wit")
    letter = do(letters.add, home, sender="J. Smit", demand="Betalen", agency=agency)
    worker = do(workers.add, agency, name="Jolanda")
    person = do(people.add, home, name="Yasmin")
    words = do(own_words.add, home, "problem", "Ik wil rust", person=person)
    found = {(hit.table, hit.row) for hit in index.find("de wit").hits}
    assert found == {("agency", agency), ("letter", letter), ("worker", worker)}
    assert {(hit.table, hit.row) for hit in index.find("yasmin").hits} == {("person", person), ("own_words", words)}
    letter_hit = next(hit for hit in index.find("de wit betalen").hits if hit.table == "letter")
    assert "Betalen" in letter_hit.snippet
    with store.change("Proef", household=1):
        agencies.reword(store, agency, "Kantoor Zwart")
    assert places(index, "zwart betalen") == [(home, "letter")]
    assert places(index, "wit") == []


def test_that_the_places_that_are_left_out_are_counted_with_the_last(
    do: Do, home: int, elsewhere: int, index: search.Index
) -> None:
    for _ in range(5):
        do(tasks.add, home, "Formulier")
    for _ in range(3):
        do(tasks.add, elsewhere, "Formulier")
    hits = index.find("formulier").hits
    assert [(hit.household, hit.more) for hit in hits] == [
        (home, 0), (home, 0), (home, 2), (elsewhere, 0), (elsewhere, 0), (elsewhere, 0),
    ]  # fmt: skip
    assert [hit.more for hit in index.find("formulier", limit=2).hits] == [0, 3]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0"), max_size=200)


@given(TEXT, TEXT)
def test_that_a_snippet_is_a_piece_of_the_text_with_a_found_word(said: str, typed: str) -> None:
    words = fold(typed).split()
    shown = search.snippet(said, words)
    bare = shown.removeprefix("… ").removesuffix(" …")
    assert bare in " ".join(said.split())
    if any(word in fold(piece) for word in words for piece in said.split()):
        assert any(word in fold(bare) for word in words)


def test_that_a_long_text_is_cut_around_the_word() -> None:
    said = " ".join(f"woord{at}" for at in range(200))
    shown = search.snippet(said, ["woord150"])
    assert "woord150" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 130


def test_that_it_finds_the_households_that_a_plain_search_finds(
    store: Store, do: Do, home: int, elsewhere: int, casus: int, index: search.Index
) -> None:
    """Three hundred parts of words, before and after changes."""
    draw = random.Random(1)
    do(goals.add, home, "Rust in huis, en geen brieven meer van de deurwaarder")
    do(tasks.add, elsewhere, "Bellen met de gemeente over de uitkering van 12 mei")

    def everything(of: int) -> str:
        sources = search_sources.sources(lists.load())
        rows = [(source, row) for source in sources for row in store.rows(f"{source.sql} WHERE h.id = {of}")]
        (number,) = store.one("SELECT number FROM household WHERE id = ?", [of])
        return " ".join([str(number), *(fold(source.said(row[2:])) for source, row in rows)])

    def compare() -> int:
        texts = {of: everything(of) for of in (home, elsewhere, casus)}
        found = 0
        for _ in range(300):
            words = []
            for _ in range(draw.randint(1, 3)):
                word = draw.choice(draw.choice(list(texts.values())).split())
                begin = draw.randrange(len(word))
                words.append(word[begin : begin + draw.randint(1, 5)])
            expected = {of for of, text in texts.items() if all(word in text for word in words)}
            hits = {hit.household for hit in index.find(" ".join(words)).hits}
            assert hits == expected, words
            found += len(hits)
        return found

    assert compare() > 300
    do(household.rename, home, "Deurwaardershoek")
    with store.change("Doel", household=1):
        goals.reword(store, store.one("SELECT min(id) FROM goal WHERE household = ?", [home])[0], "Zee zien")
    compare()
    store.undo()
    compare()
