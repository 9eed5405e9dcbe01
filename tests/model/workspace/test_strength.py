"""Which passphrases are refused as too easy to guess, and what is said while somebody types one."""

from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import WeakPassphrase
from doorbraak.model.workspace import strength
from doorbraak.model.workspace.known_phrases import WORDS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside


@pytest.mark.parametrize(
    "weak",
    [
        "", "kort", "elf tekens!", "aaaaaaaaaaaaaaaa", "abababababababab", "123456789012", "abcdefghijklmn",
        "Wachtwoord123!", "welkomwelkom", "Welkom2024!!", "Zomer2024!Zomer", "doorbraak2024", "qwertyqwerty",
        "            ", "x" * 2000, "W@chtw00rd2024", "1qaz2wsx3edc", "!QAZ2wsx3EDC", "q1w2e3r4t5y6", "Feyenoord1908!",
        "zomer winter lente", "correct horse battery staple", "20242024202420", "P@ssw0rd1234", "Amsterdam!2025",
        "hond kat muis poes", "Kusjes van mama!", "849302849302",
    ],
)  # fmt: skip
def test_that_a_weak_passphrase_is_refused_with_its_field(weak: str, tmp_path: Path) -> None:
    outside.refused(WeakPassphrase, lambda: strength.check(weak))
    with pytest.raises(WeakPassphrase) as caught:
        Store.create(tmp_path / "nieuw", weak, dossier.TABLES, cost=CHEAP)
    assert caught.value.field == "passphrase"
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize(
    "strong",
    [
        PASSPHRASE, "paard batterij niet", "Tr0ub4dor&3xyz", "тихий день за рекой", "739201846572",
        "zomer kruiwagen lepel", "kaasbroodje fiets", "k3#Vq9!mZp2x", "gele fiets onder gemeente",
    ],
)  # fmt: skip
def test_that_a_strong_passphrase_is_taken_and_has_no_puzzle_to_solve(strong: str) -> None:
    strength.check(strong)
    strength.check(strong.upper())


def test_that_what_the_workspace_is_called_is_no_passphrase() -> None:
    title = "Kwartiermakers Oosterwold"
    strength.check("kwartiermakers oosterwold 7")
    for phrase in ("kwartiermakers oosterwold 7", "Oosterwold-2024!", "KwartiermakersOosterwold"):
        with pytest.raises(WeakPassphrase, match="naam van de werkmap"):
            strength.check(phrase, title)
    strength.check("gele fiets in Oosterwold", title)


def test_that_whoever_types_hears_what_is_missing() -> None:
    said = [strength.said("gele fietsen"[:long]) for long in range(13)]
    assert said[0] == ""
    assert said[1] == "Nog 11 tekens."
    assert said[11] == "Nog 1 teken."
    assert said[12].startswith("Lang genoeg")
    assert strength.said("Welkom2024!!") == strength.TOO_KNOWN


def test_that_every_known_word_is_written_as_it_is_looked_for() -> None:
    for word in WORDS:
        assert word == strength._folded(word)
        assert len(word) >= 3


@pytest.mark.parametrize("typed", ["   drie     ", "drie        fiets", "janssen janssen", "fiets fiets fiets"])
def test_that_spaces_and_saying_it_again_make_nothing_longer(typed: str) -> None:
    assert strength.weakness(typed) == strength.TOO_SHORT
    assert strength.said(typed).startswith("Nog ")
