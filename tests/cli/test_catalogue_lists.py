"""`catalogue check`, and the lists of a workspace in every other command."""

from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.model.dossier import dossier, held_lists, own_lists
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command
from tests.conftest import PASSPHRASE
from tests.newer_lists import texts_without, used

DAY = date(2026, 11, 22)


def put(folder: Path, old: str, new: str) -> Path:
    text = (paths.resources() / "prices/prices.csv").read_text(encoding="utf-8")
    assert old in text
    (folder / "prices.csv").write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_that_good_lists_are_shown_as_a_difference(doorbraak: Command, tmp_path: Path) -> None:
    put(tmp_path, ",30.87,", ",31.20,")
    (tmp_path / "LEES.txt").touch()
    said = doorbraak("catalogue", "check", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "De lijsten kloppen: prices/prices.csv.",
        "Niet gelezen, want geen lijst: LEES.txt.",
        "Prijzen: 1 anders",
        "  anders   huisarts-consult (price_eur)",
    ]


def test_that_equal_lists_say_so(doorbraak: Command) -> None:
    assert "Alles is gelijk" in doorbraak("catalogue", "check", paths.resources() / "law").out


def test_that_a_wrong_list_ends_with_one_sentence(doorbraak: Command, tmp_path: Path) -> None:
    said = doorbraak("catalogue", "check", put(tmp_path, ",30.87,", ",31.2x,"))
    assert said.code == 1
    assert said.out == ""
    assert said.sentence.startswith("De lijst prices/prices.csv klopt niet op regel ")
    assert "Er is niets veranderd." in said.sentence


def test_that_catalogue_alone_is_wrong_usage(doorbraak: Command) -> None:
    assert doorbraak("catalogue").code == 2
    assert doorbraak("catalogue", "take", "x").code == 2


def test_that_every_command_works_with_lists_in_which_all_that_is_used_has_gone(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Proef", undoable=False):
        held_lists.take(store, texts_without(used(dossier.read(store, 1))), DAY)
    store.close()
    where = ("--workspace", filled)
    for words in (
        ("show",), ("show", 1), ("show", 1, "--json"), ("check",), ("export", "--out", tmp_path / "uit"),
        *(("print", 1, "--paper", paper, "--out", tmp_path / "papier") for paper in ("plan", "onderbouwing")),
    ):  # fmt: skip
        said = doorbraak(words[0], *where, *words[1:])
        assert (said.code, said.err) == (0, ""), words


def test_that_stored_lists_that_do_not_fit_are_told_and_give_way(doorbraak: Command, filled: Path) -> None:
    before = doorbraak("show", 1, "--workspace", filled)
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Proef"):
        own_lists.take(store, {"law/laws.csv": "id\nx\n"}, DAY)
    store.close()
    said = doorbraak("show", 1, "--workspace", filled)
    assert (said.code, said.out) == (0, before.out)
    assert said.sentence.startswith("De eigen lijsten van deze werkmap passen niet meer.")
