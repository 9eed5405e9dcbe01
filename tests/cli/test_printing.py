"""One paper in one command: out of a workspace, and straight from a case."""

import re
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, without_qt
from tests.conftest import PASSPHRASE


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


def test_that_the_justification_of_casus_01_prints_in_one_command(
    doorbraak: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a workspace and a passphrase; nothing is left of the workspace that it needs for a moment."""
    (tmp_path / "even").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "even"))
    said = doorbraak("print", "casus-01", "--paper", "onderbouwing", "--out", tmp_path / "uit")
    assert (said.code, said.err) == (0, "")
    made = tmp_path / "uit" / "huishouden-1-onderbouwing.pdf"
    assert pages(made) > 3
    assert "huishouden-1-onderbouwing.pdf" in said.out
    assert "Voorbeeldgegevens" in said.out
    assert list((tmp_path / "even").iterdir()) == []
    if sys.platform != "win32":
        assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_that_a_case_file_prints_too(doorbraak: Command, casus_file: Path, tmp_path: Path) -> None:
    said = doorbraak("print", casus_file, "--paper", "koelkastkaart", "--out", tmp_path)
    assert said.code == 0
    assert pages(tmp_path / "huishouden-1-koelkastkaart.pdf") == 1


def test_that_a_household_of_a_workspace_prints_and_that_it_is_logged(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    where = ("--out", tmp_path / "uit", "--workspace", filled)
    assert doorbraak("print", 1, "--paper", "plan", *where).code == 0
    assert doorbraak("print", 1, "--paper", "besluitblad", "--doorbraak", 2, *where).code == 0
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {
        "huishouden-1-plan.pdf",
        "huishouden-1-besluitblad-2.pdf",
    }
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    lines = [(line.object, line.origin) for line in store.log_entries() if line.action == "uitvoeren"]
    store.close()
    assert lines == [("huishouden 1", "opdrachtregel")] * 2


def test_that_what_is_there_already_stays(doorbraak: Command, tmp_path: Path) -> None:
    (tmp_path / "huishouden-1-plan.pdf").write_text("van iemand")
    said = doorbraak("print", "casus-01", "--paper", "plan", "--out", tmp_path)
    assert said.code == 1
    assert "staat al in deze map" in said.sentence
    assert (tmp_path / "huishouden-1-plan.pdf").read_text() == "van iemand"


@pytest.mark.parametrize(
    ("household_", "more", "sentence"),
    [
        ("casus-01", ("--paper", "jansen"), "Kies uit: plan, koelkastkaart, onderbouwing"),
        ("jansen", ("--paper", "plan"), "casus-01"),
        ("casus-01", ("--paper", "besluitblad", "--doorbraak", "9"), "Kies 1 tot en met"),
        ("7", ("--paper", "plan"), "geen huishouden met nummer 7"),
        ("9" * 30, ("--paper", "plan"), "geen huishouden met nummer"),
    ],
)
def test_that_a_name_that_is_not_there_is_one_sentence_that_does_not_repeat_it(
    doorbraak: Command, filled: Path, tmp_path: Path, household_: str, more: tuple[str, ...], sentence: str
) -> None:
    said = doorbraak("print", household_, *more, "--out", tmp_path / "uit", "--workspace", filled)
    assert said.code == 1
    assert sentence in said.sentence
    assert "jansen" not in said.err.lower()
    assert not (tmp_path / "uit").exists()


def test_that_a_household_without_doorbraak_or_that_is_not_safe_with_paper_is_said(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    from datetime import date

    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Leeg"):
        household.open_dossier(store, "Leeg", opened=date(2026, 1, 1))
        household.set_no_paper(store, household.all_of(store)[0].id, True)
    store.close()
    where = ("--out", tmp_path / "uit", "--workspace", filled)
    assert "Nog geen doorbraak" in doorbraak("print", 2, "--paper", "onderbouwing", *where).sentence
    assert "niet op papier achterlaten" in doorbraak("print", 1, "--paper", "plan", *where).sentence
    assert not (tmp_path / "uit").exists()


def test_that_nothing_is_printed_into_the_workspace_or_without_qt(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    said = doorbraak("print", 1, "--paper", "plan", "--out", filled / "uit", "--workspace", filled)
    assert said.code == 1
    assert not (filled / "uit").exists()
    said = without_qt("print", "casus-01", "--paper", "plan", "--out", tmp_path / "uit")
    assert said.code == 1
    assert "hebben Qt nodig" in said.sentence


def test_that_its_help_names_papers(doorbraak: Command) -> None:
    said = doorbraak("print", "--help")
    assert (said.code, "koelkastkaart" in said.out, "casus-01" in said.out) == (0, True, True)


def test_that_inzage_prints_for_all_and_for_one_person_and_says_what_to_read_first(
    doorbraak: Command, tmp_path: Path
) -> None:
    whole = doorbraak("print", "casus-01", "--paper", "inzage", "--out", tmp_path)
    assert (whole.code, "Lees na" in whole.out) == (0, False)
    assert pages(tmp_path / "huishouden-1-inzage.pdf") > 10
    one = doorbraak("print", "casus-01", "--paper", "inzage", "--person", 2, "--out", tmp_path)
    assert (one.code, "Lees na of er nog iets over een ander staat" in one.out) == (0, True)
    assert pages(tmp_path / "huishouden-1-inzage-persoon-2.pdf") > 5
    none = doorbraak("print", "casus-01", "--paper", "inzage", "--person", 9, "--out", tmp_path)
    assert none.code != 0
    assert "Kies 1 tot en met 7." in none.err
