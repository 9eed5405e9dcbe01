"""The administrator's list of who may decide what: read strictly, taken in one step, nothing twice."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import local_mandates, mandates_file
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.workspace.store import Store

HEAD = "law,decision,decider,source,checked_on\n"
LAWS = {"pw", "wgs"}


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "mandaten.csv"
    path.write_text(f"{HEAD}pw,Bijzondere bijstand,Consulent,Besluit 4,2026-03-01\nwgs,,Teammanager,,\n", "utf-8")
    return path


def test_that_it_is_taken_in_one_step_that_can_be_undone(store: Store, given: Path) -> None:
    rows = mandates_file.read(given, LAWS)
    with store.change("Overnemen"):
        mandates_file.take(store, rows)
    assert [
        (one.law, one.decision, one.decider, one.source, one.checked_on) for one in local_mandates.all_of(store)
    ] == [
        ("pw", "Bijzondere bijstand", "Consulent", "Besluit 4", date(2026, 3, 1)),
        ("wgs", "", "Teammanager", "", None),
    ]
    store.undo()
    assert local_mandates.all_of(store) == ()


def test_that_what_the_team_has_already_stays_as_it_is(store: Store, given: Path) -> None:
    with store.change("Zelf"):
        local_mandates.add(store, "wgs", "Teammanager", source="zelf gevonden")
    rows = mandates_file.read(given, LAWS)
    assert [one.law for one in mandates_file.lacking(store, rows)] == ["pw"]
    with store.change("Overnemen"):
        mandates_file.take(store, rows)
    assert mandates_file.lacking(store, rows) == ()
    assert [one.source for one in local_mandates.all_of(store) if one.law == "wgs"] == ["zelf gevonden"]


@pytest.mark.parametrize(
    "row",
    ["onbekend,,Manager,,", "pw,,,,", "pw,,=1+1,,", "pw,,Manager,,31-12-2026", "pw,,Manager,", "pw,,M,,\npw,,M,,"],
)
def test_that_a_wrong_row_names_its_line_and_takes_nothing(given: Path, row: str) -> None:
    given.write_text(f"{HEAD}{row}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        mandates_file.read(given, LAWS)
    assert "op regel" in caught.value.sentence
    assert caught.value.sentence.endswith("Er is niets veranderd. Meld het aan de beheerder.")


def test_that_a_list_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        mandates_file.read(tmp_path / "weg.csv", LAWS)
