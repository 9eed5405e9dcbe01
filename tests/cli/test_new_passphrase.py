"""What opens a workspace from now on, changed by command; a code is shown once, and only where it can be shown."""

import re
from pathlib import Path

import pytest

from doorbraak.cli.passphrase import VARIABLE
from doorbraak.model.dossier import dossier
from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.workspace import backup, keys, passphrase, strength
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, in_shell, typing
from tests.conftest import PASSPHRASE

NEW = "zeven kikkers op het dak"
CODE = re.compile(r"^Nieuwe herstelcode: (\S+)$", re.MULTILINE)


def opens(folder: Path, secret: str) -> bool:
    try:
        Store.open(folder, secret, dossier.TABLES).close()
    except WrongPassphrase:
        return False
    return True


def file_with(folder: Path, phrase: str) -> Path:
    made = folder / "nieuwe-zin.txt"
    made.write_text(f"{phrase}\n")
    return made


def code_in(said: str) -> str:
    (found,) = CODE.findall(said)
    return str(found)


def test_that_the_present_one_is_asked_and_the_new_one_twice(
    doorbraak: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch, PASSPHRASE, NEW, NEW)
    said = doorbraak("passphrase", "--workspace", workspace)
    assert (said.code, said.err) == (0, "")
    assert asked == ["Wachtzin van nu: ", "Nieuwe wachtzin: ", "Nog een keer: "]
    assert (opens(workspace, NEW), opens(workspace, PASSPHRASE)) == (True, False)
    assert NEW not in said.out


def test_that_both_can_come_from_a_file(doorbraak: Command, workspace: Path, tmp_path: Path) -> None:
    said = doorbraak("passphrase", "--workspace", workspace, "--new-passphrase-file", file_with(tmp_path, NEW))
    assert said.code == 0
    assert opens(workspace, NEW)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("kort", strength.TOO_SHORT),
        ("Welkom2024!!", strength.TOO_KNOWN),
        ("Proef-Proef-1", strength.TITLE),
        (PASSPHRASE, passphrase.SAME),
    ],
)
@pytest.mark.parametrize("way", [[], ["--leaked"]])
def test_that_a_weak_one_is_refused_in_the_words_of_the_window(
    doorbraak: Command, workspace: Path, tmp_path: Path, way: list[str], new: str, sentence: str
) -> None:
    file = file_with(tmp_path, new)
    said = doorbraak("passphrase", *way, "--workspace", workspace, "--new-passphrase-file", file)
    assert (said.code, said.sentence) == (1, sentence)
    assert CODE.search(said.out) is None
    assert opens(workspace, PASSPHRASE)


def test_that_two_that_differ_change_nothing(
    doorbraak: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, PASSPHRASE, NEW, f"{NEW}!")
    said = doorbraak("passphrase", "--workspace", workspace)
    assert said.code == 1
    assert "niet gelijk. Er is niets veranderd." in said.sentence
    assert opens(workspace, PASSPHRASE)


def test_that_a_wrong_present_one_asks_for_no_new_one(
    doorbraak: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch, "een heel andere zin")
    said = doorbraak("passphrase", "--workspace", workspace)
    assert said.code == 1
    assert "past niet" in said.sentence
    assert len(asked) == 1


def test_that_after_a_leak_all_is_new_and_the_code_is_shown_once(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    copies = len(backup.all_of(filled))
    said = doorbraak("passphrase", "--leaked", "--workspace", filled, "--new-passphrase-file", file_with(tmp_path, NEW))
    assert (said.code, said.err) == (0, "")
    assert f"{copies + 1} kopieën gaan nog open met een oude wachtzin of code." in said.out, "one was made just before"
    code = code_in(said.out)
    assert (opens(filled, NEW), opens(filled, code), opens(filled, PASSPHRASE)) == (True, True, False)
    store = Store.open(filled, NEW, dossier.TABLES)
    assert list(keys.unwrapped(backup.slots_of(backup.all_of(filled)[0]), NEW))
    assert not passphrase.code_is_unseen(store)
    store.close()


def test_that_a_new_code_leaves_the_passphrase_as_it_is(doorbraak: Command, workspace: Path) -> None:
    first = code_in(doorbraak("passphrase", "--recovery", "--workspace", workspace).out)
    said = doorbraak("passphrase", "--recovery", "--workspace", workspace)
    assert (said.code, said.err) == (0, "")
    second = code_in(said.out)
    assert (opens(workspace, PASSPHRASE), opens(workspace, first), opens(workspace, second)) == (True, False, True)


def test_that_who_has_the_code_alone_can_choose_a_passphrase(
    doorbraak: Command, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = code_in(doorbraak("passphrase", "--recovery", "--workspace", workspace).out)
    monkeypatch.setenv(VARIABLE, code)
    said = doorbraak("passphrase", "--workspace", workspace, "--new-passphrase-file", file_with(tmp_path, NEW))
    assert said.code == 0
    assert (opens(workspace, NEW), opens(workspace, code), opens(workspace, PASSPHRASE)) == (True, True, False)


@pytest.mark.parametrize("way", ["--leaked", "--recovery"])
def test_that_where_nothing_can_be_shown_no_code_is_made(workspace: Path, tmp_path: Path, way: str) -> None:
    new = ["--new-passphrase-file", file_with(tmp_path, NEW)] if way == "--leaked" else []
    before = (workspace / "sleutels.json").read_bytes()
    said = in_shell(">/dev/full", "passphrase", way, "--workspace", workspace, *new)
    assert said.code == 1
    assert "De uitvoer kon niet worden geschreven" in said.sentence
    assert (workspace / "sleutels.json").read_bytes() == before


def test_that_a_code_that_did_not_arrive_is_said_with_what_to_type_next(
    doorbraak: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(text: str, **_: object) -> None:
        if "herstelcode" in text:
            raise OSError

    with monkeypatch.context() as patched:
        patched.setattr("builtins.print", lost)
        code = doorbraak("passphrase", "--recovery", "--workspace", workspace).code
    assert code == 1
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert passphrase.code_is_unseen(store), "the window says so too"
    store.close()


def test_that_the_two_ways_do_not_go_together(doorbraak: Command, workspace: Path, tmp_path: Path) -> None:
    assert doorbraak("passphrase", "--leaked", "--recovery", "--workspace", workspace).code == 2
    file = file_with(tmp_path, NEW)
    said = doorbraak("passphrase", "--recovery", "--workspace", workspace, "--new-passphrase-file", file)
    assert said.code == 1
    assert "blijft de wachtzin zoals hij is" in said.sentence


def test_that_without_a_keyboard_it_says_how_to_give_the_new_one(doorbraak: Command, workspace: Path) -> None:
    said = doorbraak("passphrase", "--workspace", workspace)
    assert said.code == 1
    assert "--new-passphrase-file" in said.sentence
    assert opens(workspace, PASSPHRASE)
