"""Which passphrases are refused as too easy to guess, and what is said while somebody types one."""

from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import WeakPassphrase
from doorbraak.model.workspace import strength
from doorbraak.model.workspace.known_by_heart import LINES
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


@pytest.mark.parametrize(
    "weak",
    [
        "in de maneschijn in de maneschijn", "zie ginds komt de stoomboot", "slaap kindje slaap",
        "wilhelmus van nassouwe ben ik van duitsen bloed", "Wilhelmus van Nassau, ben ik", "al draagt een aap",
        "Oost-west-thuis-best", "onze Vader die in de hemelen zijt", "er is er een jarig hoera",
        "Tijd is geld, tijd is geld",
    ],
)  # fmt: skip
def test_that_what_everybody_knows_by_heart_is_refused_in_whatever_disguise(weak: str) -> None:
    apart = weak.split()
    for form in (
        weak, weak.upper(), "".join(apart), f"{weak} 2024!", f"12{weak}", f"{weak} {weak}",
        " ".join(f"{word} {word}" for word in apart), "".join(f"{word}{at}" for at, word in enumerate(apart)),
        weak.replace("e", "3").replace("o", "0"),
    ):  # fmt: skip
        assert strength.weakness(form) == strength.TOO_KNOWN, form


@pytest.mark.parametrize(
    "weak",
    [
        "schaapje schaapje heb je witte wol", "een twee drie vier", "vijf zes zeven acht", "tien negen acht zeven",
        "rood oranje geel groen", "rood wit blauw oranje", "appel peer banaan", "appels peren bananen",
        "aap noot mies wim zus jet", "op een grote paddestoel", "zakdoek leggen niemand zeggen",
        "zeg roodkapje waar ga je heen", "roodkapje en de boze wolf", "ozewiezewoze wiezewalla",
        "dikkertje dap klom op de trap", "papegaai is ziek", "kleine kindjes worden groot", "onder moeders paraplu",
        "tien kleine visjes", "ik weet het wachtwoord niet", "mijn wachtzin is lang genoeg",
        "ik hou van mijn kinderen",
    ],
)  # fmt: skip
def test_that_rhymes_runs_and_what_is_on_everybodys_lips_are_refused(weak: str) -> None:
    for form in (weak, weak.title(), "".join(weak.split()), f"{weak} 1!", weak.replace("e", "3")):
        assert strength.weakness(form) == strength.TOO_KNOWN, form


def test_that_any_part_of_a_known_line_is_refused_and_its_words_among_others_are_not() -> None:
    for line in LINES:
        assert strength.weakness(line) in (strength.TOO_KNOWN, strength.TOO_SHORT), line
    assert strength.weakness("stoomboot uit Spanje weer aan") == strength.TOO_KNOWN
    for own in ("nachtegaal stoomboot maneschijn", "lepel aap gouden trompet", "mijn buurman slaapt op blauw gras"):
        strength.check(own)


@pytest.mark.parametrize(
    "walk",
    [
        "asdfjkl;asdfjkl;",
        "qwertasdfgzxcvb",
        "1qazxsw23edc",
        "zaq12wsxcde3",
        "147258369147",
        "poiuytrewq12",
        "a1b2c3d4e5f6",
    ],
)
def test_that_a_walk_over_the_keyboard_is_refused(walk: str) -> None:
    assert strength.weakness(walk) == strength.TOO_KNOWN


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
    for line in LINES:
        assert line.replace(" ", "") == strength._folded(line)
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize("typed", ["   drie     ", "drie        fiets", "janssen janssen", "fiets fiets fiets"])
def test_that_spaces_and_saying_it_again_make_nothing_longer(typed: str) -> None:
    assert strength.weakness(typed) == strength.TOO_SHORT
    assert strength.said(typed).startswith("Nog ")
