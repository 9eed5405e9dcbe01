"""The manual is about the program as it is: its menus, its keys, its pages, its words; and it can be read."""

import ast
import csv
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication, QMenu

import doorbraak
from doorbraak import paths
from doorbraak.cli.arguments import parser
from doorbraak.model import policy
from doorbraak.ui import coordination_entries, menu_entries
from doorbraak.ui.household.map import MapPage
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.menu_entries import Entry, Menu
from doorbraak.ui.pages import COORDINATION, OVERVIEWS, PAGES
from tests import manual_text
from tests.manual_text import BETWEEN, FOLDER, PICTURES
from tests.ui.conftest import filled, first_font, make_window, no_window_left, own_settings, page_named, window

__all__ = ["filled", "first_font", "make_window", "no_window_left", "own_settings", "window"]

FILES = manual_text.files()
TEAM, COORDINATOR, MANAGER, ADMINISTRATOR = (
    FOLDER / f"{name}.md" for name in ("wijkteamlid", "coordinator", "manager", "beheerder")
)
MOST_WORDS, USUAL_WORDS = 25, 10
MOST_BYTES = 150_000
# No Dutch word is spelled like these; what a gemeente says in English all day is none of them.
ENGLISH = """
    the and with your you file files save button click screen backup backups update download upload dashboard export
    import settings tool tools feedback workflow default folder password user users input output check desktop
    deadline issue tracker login logout home page overview release
"""
# Another word for what has a name in the program.
OTHER_NAMES = """
    interventie interventies wachtwoord wachtwoorden paswoord verzender verzenders tabblad tabbladen back-up back-ups
    actor actoren mkba casus cases
"""


def plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


@cache
def constants() -> frozenset[str]:
    """Every text in the program's code."""
    return frozenset(
        node.value
        for path in Path(doorbraak.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def entries(menu: Menu, above: str = "") -> list[tuple[str, Entry | Menu]]:
    """Of a menu and of the menus in it, each with its way there."""
    title = above + plain(menu.title)
    found: list[tuple[str, Entry | Menu]] = []
    for entry in menu.entries:
        if isinstance(entry, Menu):
            found += [(title + BETWEEN + plain(entry.title), entry), *entries(entry, title + BETWEEN)]
        elif entry is not None:
            found.append((title + BETWEEN + plain(entry.text), entry))
    return found


def of_the_map(window: MainWindow) -> list[str]:
    """The menu that is there while the map is in sight: for an agency, a problem, and a line between them."""
    page = page_named(window, "Kaart")
    assert isinstance(page, MapPage)
    bar = {plain(action.text()): action.menu() for action in window.menuBar().actions()}
    shown, found = bar["Kaart"], []
    assert isinstance(shown, QMenu)
    QApplication.processEvents()
    for kind in ("agency", "problem", "link"):
        page.view.map.choose(next(id_ for id_ in page.view.map._items if id_.startswith(kind)))
        shown.aboutToShow.emit()
        found += [
            f"Kaart{BETWEEN}{plain(action.text().partition(chr(9))[0])}"
            for action in shown.actions()
            if not action.isSeparator()
        ]
    return list(dict.fromkeys(found))


@pytest.fixture
def offered(window: MainWindow) -> list[tuple[str, Entry | Menu]]:
    bars = (*menu_entries.bar(window), *coordination_entries.bar(window))
    return [found for menu in bars for found in entries(menu)]


def ways() -> list[manual_text.Named]:
    return [one for path in FILES for one in manual_text.named(path) if BETWEEN in one.words]


# -- what it is about -----------------------------------------------------------------------------------


def test_that_every_action_of_a_menu_is_described(offered: list[tuple[str, Entry | Menu]], window: MainWindow) -> None:
    """What stands in a menu in a menu may be told by naming that menu."""
    told = "\n".join(f"{one.words}\n" for one in ways())
    wanted = [way for way, _ in offered if way.count(BETWEEN) == 1] + of_the_map(window)
    assert [way for way in dict.fromkeys(wanted) if f"{way}\n" not in told and f"{way}{BETWEEN}" not in told] == []


def test_that_every_action_that_is_described_is_there_with_the_keys_that_are_named(
    offered: list[tuple[str, Entry | Menu]], window: MainWindow
) -> None:
    keys: dict[str, set[str]] = {way: set() for way, _ in offered}
    for way, entry in offered:
        keys[way].update(entry.keys if isinstance(entry, Entry) else ())
    there = {*keys, *of_the_map(window)}
    wrong = []
    for one in ways():
        if one.words not in there:
            wrong.append(f"{one.at}: {one.words}")
        elif one.keys and one.keys not in keys.get(one.words, ()):
            wrong.append(f"{one.at}: {one.words} ({one.keys})")
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        (TEAM, [kind.title for kind in (*OVERVIEWS, *PAGES)]),
        (COORDINATOR, [kind.title for kind in COORDINATION]),
        (MANAGER, ["Publicatie openen"]),
    ],
    ids=lambda given: given.stem if isinstance(given, Path) else "",
)
def test_that_every_page_of_the_window_has_its_section(path: Path, titles: list[str]) -> None:
    headings = manual_text.headings(path)
    assert [title for title in titles if headings.count(title) != 1] == []


def test_that_what_stands_in_bold_stands_on_a_screen_so() -> None:
    shown = {plain(text).rstrip(":") for text in constants()}
    bold = [one for path in FILES for one in manual_text.named(path) if BETWEEN not in one.words]
    assert len(bold) > 100
    assert [f"{one.at}: {one.words}" for one in bold if one.words.rstrip("…") not in shown] == []


def test_that_every_field_of_the_policy_is_explained_and_its_example_holds() -> None:
    told = set(manual_text.codes(ADMINISTRATOR))
    assert [name for name in policy._KNOWN if name not in told] == []
    example = next(block for block in manual_text.blocks(ADMINISTRATOR) if policy.FORMAT in block)
    read = policy.from_json(example.encode())
    assert (read.given, read.fault) == (True, "")


def test_that_every_command_that_is_named_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    typed = [code for path in FILES for code in (*manual_text.codes(path), *manual_text.blocks(path))]
    commands = [line for code in typed for line in code.splitlines() if line.startswith("doorbraak ")]
    assert len(commands) > 8
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            parser().parse_args([*command.split()[1:], "--help"])
        capsys.readouterr()
        assert ended.value.code == 0, command


# -- that it holds together -----------------------------------------------------------------------------


def test_that_every_link_leads_to_a_part_of_the_manual() -> None:
    wrong = []
    for path in FILES:
        for link in manual_text.links(path):
            name, _, part = link.partition("#")
            target = FOLDER / name if name else path
            if target not in FILES or (part and part not in manual_text.anchors(target)):
                wrong.append(f"{path.name}: {link}")
    assert wrong == []


def test_that_every_part_of_the_manual_is_found_from_its_first_page() -> None:
    linked = {link.partition("#")[0] for link in manual_text.links(FOLDER / "index.md")}
    assert {path.name for path in FILES} - {"index.md"} - linked == set()


def test_that_every_picture_that_is_named_is_there_and_every_picture_is_used() -> None:
    used = {FOLDER / target for path in FILES for _, target in manual_text.pictures(path)}
    there = set(PICTURES.iterdir()) if PICTURES.is_dir() else set()
    assert (used - there, there - used) == (set(), set())


def test_that_every_picture_is_small_and_says_what_it_shows() -> None:
    for path in FILES:
        for words, target in manual_text.pictures(path):
            assert len(words) > 5, target
            assert (FOLDER / target).stat().st_size <= MOST_BYTES, target


# -- that it can be read --------------------------------------------------------------------------------


def test_that_no_sentence_is_long_and_half_of_them_are_short() -> None:
    found = [(at, one) for path in FILES for at, one in manual_text.sentences(path)]
    assert len(found) > 400
    assert [f"{at}: {one}" for at, one in found if len(one.split()) > MOST_WORDS] == []
    assert median(len(one.split()) for _, one in found) <= USUAL_WORDS


def test_that_no_english_word_is_in_it() -> None:
    assert [(at, word) for path in FILES for at, word in manual_text.words(path) if word in ENGLISH.split()] == []


def test_that_one_thing_has_one_name_and_nobody_is_labelled() -> None:
    """A word that is better not used is in the manual only where a screen of the program has it."""
    with (paths.resources() / "catalogue" / "words.csv").open(encoding="utf-8", newline="") as listed:
        avoided = {row["avoid_nl"].lower() for row in csv.DictReader(listed)}
    shown = {word.lower() for text in constants() for word in text.replace("&", "").split()}
    wrong = (avoided - shown) | set(OTHER_NAMES.split())
    assert [(at, word) for path in FILES for at, word in manual_text.words(path) if word in wrong] == []


def test_that_readers_are_told_what_to_do_and_are_not_spoken_to_in_two_ways() -> None:
    """The program says je. In quotes somebody at the table may be spoken to."""
    polite = [(at, word) for path in FILES for at, word in manual_text.words(path) if word in ("uw", "uzelf")]
    assert polite == []


def test_that_every_part_says_what_to_do_when_it_goes_wrong() -> None:
    def told(path: Path) -> bool:
        headings = " ".join(manual_text.headings(path)).lower()
        return any(words in headings for words in ("niet lukt", "misgaat", "belt", "doorvraagt", "eerste uur"))

    assert [path.name for path in FILES if path.name not in ("index.md", "nieuw.md") and not told(path)] == []
