"""What is written out, what is said about it, and what is never overwritten."""

import stat
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from doorbraak.cli import export
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command
from tests.conftest import PASSPHRASE


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_that_every_household_gets_its_documents_and_its_case_file_and_all_of_them_one_summary(
    doorbraak: Command, filled: Path, casus_file: Path, tmp_path: Path
) -> None:
    doorbraak("import", casus_file, "--workspace", filled)
    out = tmp_path / "uit"
    said = doorbraak("export", "--out", out, "--workspace", filled)
    assert (said.code, said.err) == (0, "")
    written = names(out)
    for number in (1, 2):
        documents = {name for name in written if name.startswith(f"huishouden-{number}/")}
        assert f"huishouden-{number}/casus-{number}.json" in documents
        assert {Path(name).suffix for name in documents} == {".json", ".pdf", ".svg", ".png", ".xlsx"}
    assert "samenvatting.xlsx" in written
    assert all(name in said.out for name in written), "every file is named"
    assert not any("gezin" in name.lower() for name in written), "a file name carries no working name"


def test_that_the_case_file_reads_back_as_the_same_household(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    doorbraak("export", "--out", tmp_path / "uit", "--workspace", filled)
    content = (tmp_path / "uit" / "huishouden-1" / "casus-1.json").read_bytes()
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    assert casefile.of_dossier(dossier.read(store, 1)) == casefile.read(content, catalogue.load())
    store.close()


def test_that_each_thing_that_left_is_a_log_line(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    doorbraak("export", "--out", tmp_path / "uit", "--workspace", filled)
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    lines = [(line.object, line.origin) for line in store.log_entries() if line.action == "uitvoeren"]
    store.close()
    assert lines == [("huishouden 1", "opdrachtregel"), ("samenvatting", "opdrachtregel")]


def test_that_a_folder_with_files_is_refused_and_left_alone(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("van iemand")
    said = doorbraak("export", "--out", tmp_path / "vol", "--workspace", filled)
    assert said.code == 1
    assert "lege map" in said.sentence
    assert names(tmp_path / "vol") == {"brief.txt"}


def test_that_real_households_are_said_to_be_personal_and_examples_to_be_examples(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Huishouden maken"):
        household.open_dossier(store, "Echt", opened=date(2026, 1, 1))
    store.close()
    out = doorbraak("export", "--out", tmp_path / "uit", "--workspace", filled).out
    personal, rest = out.split("Voorbeeldgegevens")
    example, protected = rest.split("Statistisch beveiligd")
    assert "Bevat persoonsgegevens" in personal
    assert "huishouden-2/" in personal.replace("\\", "/")
    assert "huishouden-1/" in example.replace("\\", "/")
    assert protected.split()[-1] == "samenvatting.xlsx"


def test_that_an_empty_workspace_writes_nothing_and_says_so(
    doorbraak: Command, workspace: Path, tmp_path: Path
) -> None:
    said = doorbraak("export", "--out", tmp_path / "uit", "--workspace", workspace)
    assert said.code == 0
    assert "nog geen huishoudens" in said.out
    assert names(tmp_path / "uit") == set()


def test_that_the_summary_of_one_household_is_a_class_and_no_table(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    doorbraak("export", "--out", tmp_path / "uit", "--workspace", filled)
    book = openpyxl.load_workbook(tmp_path / "uit" / "samenvatting.xlsx")
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert book.sheetnames == ["Uitleg"]
    assert "Aantal huishoudens: minder dan 5" in said
    assert any(text.startswith("VOORBEELD") for text in said)


@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_that_what_is_written_is_for_its_owner_alone(umask: int, filled: Path, tmp_path: Path) -> None:
    import os

    if sys.platform.startswith("win"):
        return  # Windows gives a user's folder to that user alone
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    before = os.umask(umask)
    try:
        export.write_all(store, catalogue.load(), tmp_path / "uit", date(2026, 11, 21))
        assert os.umask(umask) == umask, "the program's own setting is back as it was"
    finally:
        os.umask(before)
        store.close()
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in [tmp_path / "uit", *(tmp_path / "uit").rglob("*")]}
    assert modes == {0}


def test_that_nothing_is_written_in_or_under_the_workspace(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "verwijzing").symlink_to(filled)
    before = names(filled)
    for out in (filled, filled / "uit", filled / "backups" / "uit", tmp_path / "verwijzing" / "uit"):
        said = doorbraak("export", "--out", out, "--workspace", filled)
        assert (said.code, "in de map van een werkmap" in said.sentence) == (1, True), out
    assert names(filled) - before <= {name for name in names(filled) if name.startswith("backups/")}
    assert not (filled / "uit").exists()


def test_that_a_link_to_nothing_and_a_file_where_the_folder_should_be_are_said_as_they_are(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    (tmp_path / "nergens").symlink_to(tmp_path / "weg")
    (tmp_path / "bestand").write_text("van iemand")
    for out in (tmp_path / "nergens", tmp_path / "bestand", tmp_path / "bestand" / "uit"):
        said = doorbraak("export", "--out", out, "--workspace", filled)
        assert (said.code, "een bestand of een verwijzing" in said.sentence) == (1, True), out
    assert (tmp_path / "bestand").read_text() == "van iemand"
    assert not (tmp_path / "weg").exists()


def test_that_a_household_that_is_not_safe_with_paper_gets_a_case_file_only(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    store = dossier.open_workspace(filled, PASSPHRASE)
    with store.change("Proef"):
        household.set_no_paper(store, household.all_of(store)[0].id, True)
    store.close()
    out = tmp_path / "uit"
    said = doorbraak("export", "--out", out, "--workspace", filled)
    assert said.code == 0
    assert "Huishouden 1: niet op papier achterlaten." in said.out
    assert names(out / "huishouden-1") == {"casus-1.json"}


def test_that_a_party_gets_a_talk_sheet_about_each_household_in_which_it_pays_or_wins(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "uit"
    said = doorbraak("export", "--out", out, "--party", "Zorgverzekeraar", "--workspace", filled)
    assert said.code == 0
    assert "huishouden-1/huishouden-1-gespreksblad-zorgverzekeraar.pdf" in names(out)
    other = tmp_path / "ander"
    assert doorbraak("export", "--out", other, "--party", "zorgkantoor", "--workspace", filled).code == 0
    assert not any("gespreksblad" in name for name in names(other))


@pytest.mark.parametrize("party", ["huishouden", "bakker"])
def test_that_a_party_that_is_not_in_the_list_is_refused_before_anything_is_written(
    party: str, doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    said = doorbraak("export", "--out", tmp_path / "uit", "--party", party, "--workspace", filled)
    assert (said.code, "zorgverzekeraar" in said.sentence) == (1, True)
    assert not (tmp_path / "uit").exists()
