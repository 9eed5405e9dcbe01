"""Every Dutch sentence of the program, wherever it stands: screens, papers, refusals, the command line.

tests/ui/test_words.py holds what is stricter on a screen.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import doorbraak

PACKAGE = Path(doorbraak.__file__).parent
MOST_WORDS = 25
_DUTCH = re.compile(r"\b(de|het|een|niet|je|er|wordt|worden|deze|dit|geen|naar|voor|bij|ook|hier|nog)\b", re.IGNORECASE)
# Lists of words to look for or to keep out: nobody reads them.
_LISTS = {"known_by_heart.py", "known_phrases.py", "name_words.py", "public_words.py", "letters_asking.py"}
# What is read by, or said to, somebody who is helped or who is written to: they are u. Who works with it is je.
_TO_OTHERS = {
    "confirmation_letter.py", "fridge_card.py", "request_letter.py", "signal_letter.py", "subject_access.py",
    "subject_access_item.py", "talk_sheet.py", "choice_names.py", "guide.py", "plain_names.py", "talk.py", "goals.py",
    "goals_problem.py", "talk_actions.py", "talk_first.py", "talk_grades.py", "talk_own_words.py", "talk_year.py",
    "talk_back.py",
}  # fmt: skip


def texts() -> Iterator[tuple[Path, int, str]]:
    """Each string of at least three words in which a Dutch one stands; no docstrings."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name in _LISTS:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) if id(node) not in alone and len(text.split()) > 2:
                    if _DUTCH.search(text):
                        yield path, node.lineno, text


ALL = tuple(texts())


def having(pattern: str, *, but: frozenset[str] | set[str] = frozenset()) -> list[str]:
    found = re.compile(pattern)
    return [f"{path.name}:{line}: {text}" for path, line, text in ALL if path.name not in but and found.search(text)]


def test_that_there_is_something_to_look_at() -> None:
    assert len(ALL) > 2500


def test_that_no_sentence_is_longer_than_twenty_five_words() -> None:
    long = [
        f"{path.name}:{line}: {one}"
        for path, line, text in ALL
        for one in re.split(r"(?<=[.!?])\s+|\n+", text)
        if one.rstrip()[-1:] in (".", "?") and len(one.split()) > MOST_WORDS
    ]
    assert long == []


_NEVER = {
    "shouting": r"[a-z]!",
    "three dots": r"\.\.\.",
    "a straight apostrophe": r"[a-z]'[a-z]",
    "straight quotation marks": r'(^|\s)"[^"]*"(\s|$|[.,;])',
    "a space before a sign": r"[a-z] [,.;:?](\s|$)",
    "one of many": r"\b1 (huishoudens|dagen|kopieën|regels|bestanden|problemen|instanties|minuten|maanden|weken)\b",
    "words of an office": (
        r"\b([Mm]iddels|[Tt]eneinde|[Dd]erhalve|dient te|dienen te|[Ii]ndien|[Cc]onform|[Aa]angaande|[Oo]mtrent"
        r"|dan wel|[Aa]lsmede|[Tt]evens|[Ii]nzake|[Gg]elieve|ten behoeve|desgewenst|voornoemd)\b"
    ),
    "blame": r"\b(verboden|ongeldig|illegaal|foutief|verkeerd ingevuld|onjuist)\b",
    "English": (
        r"\b(the|with|your|save|button|click|screen|update|download|upload|dashboard|settings|tool|feedback|default"
        r"|folder|password|user|users|failed|invalid|unknown|missing|link)\b"
    ),
    "another word for what has a name": r"\b(interventie|wachtwoord|back-up|casussen|cliënten?)\b",
}


@pytest.mark.parametrize("what", _NEVER)
def test_that_no_sentence_has(what: str) -> None:
    assert having(_NEVER[what]) == []


def test_that_who_works_with_it_is_je_and_who_is_helped_is_u() -> None:
    assert (
        having(r"(?<![&\w])([Uu]w?|U)\b(?!\+)", but=_TO_OTHERS | {"sheet.py", "recovery_paper.py", "office_names.py"})
        == []
    )


def test_that_the_rules_see_what_they_are_for() -> None:
    said = ("Fout!", "Even…...", "foto's", 'een "naam" hier', "hier , en", "1 dagen", "Indien nodig", "Dat is onjuist",
            "Kies een folder", "Maak een back-up")  # fmt: skip
    for what, text in zip(_NEVER, said, strict=True):
        assert re.search(_NEVER[what], text), what
