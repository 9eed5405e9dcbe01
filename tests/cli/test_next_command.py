"""Each refusal ends in a command that can be typed over, and that command helps."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from doorbraak.cli.passphrase import VARIABLE
from doorbraak.model.workspace import DATABASE
from doorbraak.model.workspace.creation import SLOTS
from tests.cli.conftest import Command, Said
from tests.faults import words as sentences

COMMANDS = (
    ["show"], ["show", "1"], ["check"], ["backup"], ["log", "list"], ["log", "verify"], ["passphrase"],
    ["passphrase", "--recovery"], ["passphrase", "--leaked"],
)  # fmt: skip


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def typed_over(said: Said) -> list[str]:
    """The last command that the sentence names, as a shell takes it."""
    assert said.code == 1
    return shlex.split(said.sentence[said.sentence.rindex("doorbraak ") :])[1:]


@pytest.mark.parametrize("words", COMMANDS)
def test_that_after_a_damaged_file_the_list_of_copies_is_one_command_away(
    doorbraak: Command, filled: Path, words: list[str]
) -> None:
    damage(filled / DATABASE)
    before = (filled / DATABASE).read_bytes()
    said = doorbraak(*words, "--workspace", filled)
    assert "niet veranderd" in said.sentence
    found = doorbraak(*typed_over(said))
    assert found.code == 0
    assert re.search(r"\d{4}-\d\d-\d\dT\d+", found.out)
    assert (filled / DATABASE).read_bytes() == before


def test_that_a_folder_with_copies_alone_is_no_empty_folder(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    spaced = filled.rename(tmp_path / "map met spaties")
    (spaced / DATABASE).unlink()
    said = doorbraak("show", "--workspace", spaced)
    assert typed_over(said) == ["restore", "--list", "--workspace", str(spaced)]
    empty = doorbraak("show", "--workspace", tmp_path / "leeg")
    assert "doorbraak new" in empty.sentence
    assert "restore" not in empty.sentence


@pytest.mark.parametrize("content", [None, "{"])
def test_that_lost_slots_lead_to_a_command_that_opens_the_workspace_again(
    doorbraak: Command, filled: Path, content: str | None
) -> None:
    (filled / SLOTS).unlink()
    if content is not None:
        (filled / SLOTS).write_text(content)
    said = doorbraak("show", "--workspace", filled)
    assert f"doorbraak --workspace {filled}" in said.sentence, "the window takes the keys alone, and loses no work"
    assert typed_over(said)[:2] == ["restore", "--keys"], "and so does this command"
    assert doorbraak(*typed_over(said)).code == 0
    assert doorbraak("show", "1", "--workspace", filled).code == 0


@pytest.mark.parametrize("words", [["show"], ["check"], ["passphrase"], ["restore", "--keys"]])
def test_that_a_damaged_slot_leads_to_the_keys_of_a_copy_and_to_work_since(
    doorbraak: Command, filled: Path, words: list[str]
) -> None:
    data = json.loads((filled / SLOTS).read_text())
    data["slots"][0]["salt"] = data["slots"][1]["salt"]
    (filled / SLOTS).write_text(json.dumps(data))
    if words[0] != "restore":
        said = doorbraak(*words, "--workspace", filled)
        assert "beschadigd of veranderd" in said.sentence
        words = typed_over(said)
        assert words[:2] == ["restore", "--keys"]
    else:
        words = [*words, "--workspace", str(filled)]
    done = doorbraak(*words)
    assert done.code == 0, done.err
    assert re.search(r"bij de kopie van \d\d-\d\d-\d{4} \d\d:\d\d:\d\d", done.out)
    assert doorbraak("show", "1", "--workspace", filled).code == 0


@pytest.mark.parametrize("name", ["met spatie", "d'n haan", 'zo "heet" hij', "$HOME & co", "st*r"])
def test_that_a_folder_of_any_name_can_be_typed_over(doorbraak: Command, tmp_path: Path, name: str) -> None:
    said = doorbraak("restore", "--list", "--workspace", tmp_path / "er is niets")
    assert said.code == 1
    (tmp_path / name / "backups").mkdir(parents=True)
    (tmp_path / name / DATABASE).write_bytes(b"x" * 9000)
    (tmp_path / name / SLOTS).write_text("{")
    said = doorbraak("show", "--workspace", tmp_path / name)
    assert typed_over(said) == ["restore", "--keys", "--workspace", str(tmp_path / name)]
    assert not sentences.fault_in(said.sentence, tmp_path / name)


def test_that_a_wrong_passphrase_leads_to_a_new_one_by_the_recovery_code(
    doorbraak: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "een heel andere zin")
    assert typed_over(doorbraak("show", "--workspace", workspace)) == ["passphrase", "--workspace", str(workspace)]


def test_that_a_number_that_is_not_there_leads_to_the_list(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    for words in (["show", "99"], ["show", "9" * 30], ["print", "99", "--paper", "plan", "--out", tmp_path / "uit"]):
        assert typed_over(doorbraak(*words, "--workspace", filled)) == ["show"]


def test_that_a_place_where_nothing_can_be_made_says_that_nothing_was(doorbraak: Command, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    said = doorbraak("new", "--workspace", tmp_path / "bestand" / "werkmap")
    assert "Er is geen werkmap gemaakt." in said.sentence
    assert "laatste wijziging" not in said.sentence


@pytest.mark.parametrize(
    "words", [["check", "--nope"], ["log", "list", "--nope"], ["show", "1", "2"], ["selftest", "x"]]
)
def test_that_what_is_too_much_is_said_with_the_help_of_that_command(doorbraak: Command, words: list[str]) -> None:
    said = doorbraak(*words)
    assert said.code == 2
    command = [word for word in words if word in ("check", "log", "list", "show", "selftest")]
    assert f"doorbraak {' '.join(command)} --help" in said.err


@pytest.mark.parametrize("words", [["show"], ["check"], ["passphrase"], ["new"]])
def test_that_a_closed_keyboard_is_a_sentence_with_the_other_ways(workspace: Path, words: list[str]) -> None:
    folder = workspace / "nieuw" if words == ["new"] else workspace
    line = shlex.join([sys.executable, "-m", "doorbraak", *words, "--workspace", str(folder)])
    shell = ["/bin/sh", "-c", f"unset {VARIABLE}; exec {line} <&-"]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Er is geen toetsenbord om de wachtzin te vragen. Er is niets veranderd.")
    assert done.stderr.count("\n") == 1
