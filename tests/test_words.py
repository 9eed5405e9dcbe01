"""The words on the screens and on paper: short sentences, at B1, said in one way (QUALITY.md, U9)."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

import doorbraak

PROGRAM = Path(doorbraak.__file__).parent
UI = PROGRAM / "ui"
MOST_WORDS, USUAL_WORDS = 20, 8
# No Dutch word is spelled like these. What is English in every gemeente (laptop, computer, excel) is none of them.
ENGLISH = """
    the and with your you files save button click screen download upload dashboard export import settings
    tool tools feedback workflow default folder password user users input output check desktop deadline issue tracker
    login logout home overview release update updates cancel loading error warning please select
    this that from not are been has have will can must should could would old only more less than what which
    when where who why how all any none yes household agency
"""
# U is for who gets a letter or sits at the table; je is for who works with the program.
TO_A_HOUSEHOLD = ("talk", "goals", "guide", "choice_names", "plain_names")
TO_A_READER = ("confirmation_letter", "fridge_card", "request_letter", "signal_letter", "subject_access", "talk_sheet")
POLITE = re.compile(r"\b(?:u|uw|Uw|uzelf)\b")
# How a terminal is told what to do.
OPTION = re.compile(r"--\S+")
FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)
# What no sentence has, each with one that has it: words of an office, blame, another name, a loose sign.
NEVER = {
    "Indien nodig.": (
        r"\b(?:[Mm]iddels|[Tt]eneinde|[Dd]erhalve|dient te|dienen te|[Ii]ndien|[Cc]onform|[Aa]angaande|[Oo]mtrent"
        r"|dan wel|[Aa]lsmede|[Tt]evens|[Ii]nzake|[Gg]elieve|ten behoeve|desgewenst|voornoemd)\b"
    ),
    "Dat is onjuist.": r"\b(?:verboden|ongeldige?|illegaal|foutief|verkeerd ingevuld|onjuiste?)\b",
    "Maak een back-up.": r"\b(?:interventies?|wachtwoord|back-ups?|casussen|cliënten?)\b",
    "Hier , en daar.": r"[a-z] [,.;:?](?:\s|$)",
}
# After a number; with 1 each of them would be wrong.
MANY = re.compile(
    r"(?:7|%[dsn]) (?:huishoudens|gezinnen|dossiers|bestanden|kopieën|problemen|instanties|doorbraken|personen|posten|"
    r"afzenders|taken|brieven|knopen|sleutels|knelpunten|publicaties|dagen|weken|gezinsleden)\b"
)
# Never 1 there: a bound, how much comes along with the program, a year in days, what is told from 2 on.
NEVER_ONE = """
    demo_coordinator._send_all demo_coordinator._receive selftest._resources selftest._example examples.show_step
    result_more._waiting_row result_more.weekly_reason access_log_filter.__init__ worklist.__init__ today.ago
    worklist.from_today held_here.mark policy_shown._holds xray._left_out exchange._say_counted signal_letter._weight
    signals_letter._let_out publication_writing.write signals_detail._facts_of keeping.keep_all page._said
"""


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text("utf-8"))) for path in sorted(PROGRAM.rglob("*.py")))


def texts() -> Iterator[tuple[str, str]]:
    """Everything that is shown through `tr`, with where it stands; parts that are added up count as one."""
    for path, tree in trees():
        for node in ast.walk(tree) if path.is_relative_to(UI) else ():
            match node:
                case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(text)), *_]):
                    yield f"{path.name}:{node.lineno}", text


def for_us(node: ast.AST) -> bool:
    """A docstring, or what is said by an error that nobody but us should meet."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))):
            return name in ("ValueError", "TypeError", "RuntimeError", "LookupError", "AssertionError")
    return False


def pieces(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Of a text with places to fill in, each place is a 7."""
    if for_us(node):
        return
    match node:
        case ast.JoinedStr(values=values):
            yield node.lineno, "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in values)
        case ast.Constant(value=str(text)):
            yield node.lineno, text
        case _:
            for child in ast.iter_child_nodes(node):
                yield from pieces(child)


@cache
def said() -> tuple[tuple[Path, int, str], ...]:
    """Every sentence of the program: on a screen, on paper, in a message or in a terminal."""
    return tuple(
        (path, line, one)
        for path, tree in trees()
        for line, text in pieces(tree)
        for one in sentences(text)
        if re.match(r"[\W\d]*[A-ZÀ-Ý]", one) and " " in one and not re.search(r"[<>\\]|\bSELECT\b|(?:=|IS) \?", one)
    )


def sentences(text: str) -> list[str]:
    """What ends as a sentence does; a label or a title is none."""
    parts = re.split(r"(?<=[.!?])\s+|\n+", text.replace("&", ""))
    return [part for part in parts if part.rstrip()[-1:] in (".", "?", "!")]


def found(wrong: re.Pattern[str], among: Iterator[tuple[Path, int, str]] | None = None) -> list[str]:
    return [f"{path.name}:{line}: {one}" for path, line, one in among or said() if wrong.search(one)]


def test_that_no_sentence_on_screen_is_longer_than_twenty_words() -> None:
    long = [f"{at}: {one}" for at, text in texts() for one in sentences(text) if len(one.split()) > MOST_WORDS]
    assert long == []


def test_that_no_sentence_of_a_message_or_a_paper_is_longer_than_twenty_words() -> None:
    assert len(said()) > 1000
    assert [f"{path.name}:{line}: {one}" for path, line, one in said() if len(one.split()) > MOST_WORDS] == []


def test_that_half_of_the_sentences_on_screen_have_at_most_eight_words() -> None:
    lengths = [len(one.split()) for _, text in texts() for one in sentences(text)]
    assert len(lengths) > 200
    assert median(lengths) <= USUAL_WORDS


def test_that_no_english_word_is_on_screen_or_on_paper() -> None:
    english = set(ENGLISH.split())
    every = [*((f"{path.name}:{line}", one) for path, line, one in said()), *texts()]
    words = [(at, word) for at, one in every for word in re.findall(r"[^\W\d_]+", OPTION.sub("", plain(one)))]
    assert [(at, word) for at, word in words if not word.isupper() and word.lower() in english] == []


def test_that_nobody_is_shouted_at_and_signs_are_written_in_one_way() -> None:
    """A dot for each end, one sign for what is left out, one apostrophe."""
    assert found(re.compile(r"!")) == []
    assert found(re.compile(r"\.\.\.|[^\W\d_]'[^\W\d_]")) == []
    assert found(re.compile(r"\S {2,}\S")) == []
    everywhere = [f"{at}: {text}" for at, text in texts() if re.search(r"!|\.\.\.|[^\W\d_]'s\b", text)]
    assert everywhere == []


@pytest.mark.parametrize("wrong", NEVER)
def test_that_no_sentence_has_words_of_an_office_blame_or_another_name(wrong: str) -> None:
    assert re.search(NEVER[wrong], wrong)
    assert found(re.compile(NEVER[wrong])) == []


def test_that_a_per_cent_and_a_euro_are_written_in_one_way() -> None:
    assert found(re.compile(r"\d %|€\d")) == []


def test_that_who_works_with_the_program_is_je_on_every_screen() -> None:
    """What is asked of a household stands on a page that it reads along."""
    wrong = [
        f"{path.name}:{line}: {text}"
        for path, tree in trees()
        if path.is_relative_to(UI) and not path.stem.startswith(TO_A_HOUSEHOLD)
        for line, text in pieces(tree)
        if POLITE.search(plain(text))
    ]
    assert wrong == []


def test_that_who_gets_a_paper_is_u_on_all_of_it() -> None:
    papers = [one for one in said() if one[0].stem.startswith(TO_A_READER)]
    assert len(papers) > 50
    assert found(FAMILIAR, iter(papers)) == []


def uncounted() -> Iterator[str]:
    """A number before what is always more than one, in a function that never looks whether it is 1."""
    for path, tree in trees():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and not asks_for_one(function):
                for line, text in pieces(function):
                    if MANY.search(text) and f"{path.stem}.{function.name}" not in NEVER_ONE.split():
                        yield f"{path.stem}.{function.name}:{line}: {text}"


def asks_for_one(function: ast.FunctionDef) -> bool:
    compared = [node for node in ast.walk(function) if isinstance(node, ast.Compare)]
    return any(isinstance(side, ast.Constant) and side.value in (1, -1) for one in compared for side in one.comparators)


def test_that_one_of_a_thing_is_not_said_as_many() -> None:
    assert list(uncounted()) == []


def plain(text: str) -> str:
    return re.sub(r"&(?=\w)", "", text)
