"""`doorbraak log`: lines, whether they are whole, and a file of them."""

import io
import re
import stat
from pathlib import Path

import pytest

from doorbraak.cli import progress
from doorbraak.model.dossier import dossier
from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.workspace import DATABASE, log
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command
from tests.conftest import PASSPHRASE


def lines_of(folder: Path) -> list[tuple[str, str]]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        return [(line.action, line.object) for line in store.log_entries()]
    finally:
        store.close()


def edit(folder: Path, sql: str) -> None:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    store.file.db.execute(sql)
    store.close()


def test_that_lines_come_newest_first_and_looking_is_a_line(doorbraak: Command, filled: Path) -> None:
    said = doorbraak("log", "list", "--workspace", filled)
    first, *_, last = said.out.splitlines()
    assert said.code == 0
    assert "Bekeken" in first
    assert "logboek" in first
    assert "opdrachtregel" in first
    assert log.actor() in first
    assert last == "7 regels van 7."
    assert ("inzien", "logboek") in lines_of(filled)


def test_that_only_wanted_lines_are_shown(doorbraak: Command, filled: Path) -> None:
    with pytest.raises(WrongPassphrase):
        Store.open(filled, "iets heel anders", dossier.TABLES)
    failed = doorbraak("log", "list", "--failed", "--workspace", filled).out
    assert failed.count("(mislukt)") == 1
    assert failed.endswith("1 regel van 1.\n")
    found = doorbraak("log", "list", "ingevoerd", "--household", 1, "--workspace", filled).out
    assert "huishouden 1" in found
    assert found.endswith("1 regel van 1.\n")
    assert doorbraak("log", "list", "--until", "2020-01-01", "--workspace", filled).out == "0 regels van 0.\n"
    assert doorbraak("log", "list", "--most", 2, "--workspace", filled).out.startswith("  ")
    assert len(doorbraak("log", "list", "--most", 2, "--workspace", filled).out.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("list", "--since", "31-1-2026"), "2026-12-31"),
        (("list", "--most", "0"), "1 of meer"),
        (("verify", "--kept", "12"), "slotregel"),
    ],
)
def test_that_what_can_not_be_read_is_refused_with_a_sentence(
    doorbraak: Command, filled: Path, words: tuple[str, ...], sentence: str
) -> None:
    said = doorbraak("log", *words, "--workspace", filled)
    assert said.code == 1
    assert sentence in said.sentence


def test_that_a_whole_log_is_verified_and_its_last_line_can_be_kept(doorbraak: Command, filled: Path) -> None:
    said = doorbraak("log", "verify", "--workspace", filled)
    assert said.code == 0
    assert "Het logboek is heel" in said.out
    assert "vergeleken met 1 kopie" in said.out
    assert "kan dit hele logboek herschrijven" in said.out
    kept = next(line.removeprefix("Slotregel: ") for line in said.out.splitlines() if line.startswith("Slotregel"))
    again = doorbraak("log", "verify", "--kept", kept, "--workspace", filled)
    assert again.code == 0
    assert "past bij dit logboek" in again.out
    other = doorbraak("log", "verify", "--kept", kept[:-1] + ("0" if kept[-1] != "0" else "1"), "--workspace", filled)
    assert other.code == 1


def test_that_a_touched_log_is_told_with_its_line_and_what_to_do(doorbraak: Command, filled: Path) -> None:
    edit(filled, "UPDATE access_log SET actor = 'iemand anders' WHERE id = 3")
    said = doorbraak("log", "verify", "--workspace", filled)
    assert said.code == 1
    assert said.sentence.startswith("Regel 3 klopt niet.")
    assert "meld dit" in said.sentence


def test_that_the_file_holds_every_line_and_the_one_of_writing_it(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    target = tmp_path / "logboek.csv"
    said = doorbraak("log", "export", "--out", target, "--workspace", filled)
    assert said.code == 0, said.err
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    content = target.read_bytes().decode("utf-8-sig")
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    entries = store.log_entries()
    store.close()
    written = [line for line in content.splitlines() if ";opdrachtregel;" in line or ";venster;" in line]
    at = next(at for at, line in enumerate(entries) if (line.action, line.object) == ("uitvoeren", "logboek"))
    assert len(written) == at + 1
    assert f"Slotregel: {at + 1}:{entries[at].hash}" in content
    assert "Casus" not in content


def test_that_a_file_that_is_there_stays_and_the_workspace_takes_none(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    target = tmp_path / "logboek.csv"
    target.write_text("van mij")
    assert "staat al een bestand" in doorbraak("log", "export", "--out", target, "--workspace", filled).sentence
    assert target.read_text() == "van mij"
    inside = doorbraak("log", "export", "--out", filled / "logboek.csv", "--workspace", filled)
    assert inside.code == 1
    assert not (filled / "logboek.csv").exists()
    assert ("uitvoeren", "logboek") not in lines_of(filled)


def test_that_the_workspace_of_another_takes_no_file_of_the_log(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    (tmp_path / "collega").mkdir()
    (tmp_path / "collega" / DATABASE).write_bytes(b"van een collega")
    said = doorbraak("log", "export", "--out", tmp_path / "collega" / "logboek.csv", "--workspace", filled)
    assert said.code == 1
    assert "map van een werkmap" in said.sentence
    assert [path.name for path in (tmp_path / "collega").iterdir()] == [DATABASE]
    assert ("uitvoeren", "logboek") not in lines_of(filled)


def test_that_an_account_with_signs_that_steer_a_terminal_steers_none(doorbraak: Command, filled: Path) -> None:
    edit(filled, "UPDATE access_log SET actor = char(27) || '[2J' WHERE id = 3")
    assert "\x1b" not in doorbraak("log", "list", "--workspace", filled).out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("act", ["verify", "export"])
def test_that_a_log_of_years_tells_a_terminal_how_far_it_is_and_nothing_else(
    doorbraak: Command, filled: Path, tmp_path: Path, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["log", act, "--workspace", filled, *(["--out", tmp_path / "een.csv"] if act == "export" else [])]
    assert doorbraak(*words).err == "", "of a file nobody watches"
    monkeypatch.setattr(progress, "_LONG", 1)
    monkeypatch.setattr(progress, "_EVERY", 2)
    assert doorbraak(*words[:4], *(["--out", tmp_path / "twee.csv"] if act == "export" else [])).err == ""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    out = ["--out", tmp_path / "drie.csv"] if act == "export" else []
    assert doorbraak(*words[:4], *out).code == 0
    told = terminal.getvalue()
    assert re.search(r"Regels nakijken: 2 van \d+", told)
    assert ("Regels lezen: 2 van" in told) == (act == "export")
    assert told.endswith(" \r"), "the line is gone at the end"
