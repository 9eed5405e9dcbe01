"""Exit codes, one sentence per failure, no traceback, and no Qt before it is needed."""

from pathlib import Path

import pytest

from doorbraak import __version__
from doorbraak.cli import program, window
from doorbraak.model.errors import UserError
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, without_qt


@pytest.mark.parametrize(
    "words",
    [["foo"], ["import"], ["show", "x"], ["export"], ["--workspace"], ["show", "1", "2"], ["check", "--nope"]],
)
def test_that_wrong_usage_ends_with_2_and_says_in_dutch_how_it_goes(doorbraak: Command, words: list[str]) -> None:
    said = doorbraak(*words)
    assert said.code == 2
    assert said.err.startswith("Gebruik: doorbraak")
    assert "--help" in said.err
    for english in ("usage", "required", "invalid", "expected", "unrecognized", "error"):
        assert english not in said.err


def test_that_wrong_usage_does_not_repeat_what_was_typed(doorbraak: Command) -> None:
    for words in (["show", "Familie-Jansen"], ["Familie-Jansen"], ["check", "--familie-jansen"]):
        assert "jansen" not in doorbraak(*words).err.lower()


@pytest.mark.parametrize("words", [["--help"], ["show", "--help"], ["demo", "-h"]])
def test_that_help_is_dutch_and_ends_with_0(doorbraak: Command, words: list[str]) -> None:
    said = doorbraak(*words)
    assert said.code == 0
    assert "toon deze uitleg" in said.out
    assert "positional" not in said.out
    assert "optional" not in said.out


def test_that_the_folder_may_stand_before_and_behind_the_command(doorbraak: Command, filled: Path) -> None:
    before = doorbraak("--workspace", filled, "show", "1")
    behind = doorbraak("show", "1", "--workspace", filled)
    assert before.code == behind.code == 0
    assert before.out == behind.out


def test_that_without_a_folder_it_takes_the_usual_one(
    doorbraak: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("doorbraak.paths.data_folder", lambda: filled)
    assert doorbraak("show", "1").code == 0


def test_that_a_file_in_use_is_one_sentence_and_1(doorbraak: Command, store: Store) -> None:
    said = doorbraak("show", "--workspace", store.folder)
    assert said.code == 1
    assert "al geopend" in said.sentence


def test_that_a_folder_without_workspace_and_a_wrong_passphrase_are_one_sentence_and_1(
    doorbraak: Command, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "geen werkmap" in doorbraak("check", "--workspace", tmp_path / "leeg").sentence
    monkeypatch.setenv("DOORBRAAK_PASSPHRASE", "een heel andere zin")
    said = doorbraak("check", "--workspace", workspace)
    assert said.code == 1
    assert "past niet" in said.sentence


def break_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        try:
            raise KeyError("Familie Jansen")
        except KeyError as error:
            raise RuntimeError("Familie Jansen, Dorpsstraat 1") from error

    monkeypatch.setitem(program._COMMANDS, "show", broken)


def test_that_our_own_bug_is_one_sentence_and_no_traceback(doorbraak: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    break_show(monkeypatch)
    said = doorbraak("show")
    assert said.code == 1
    assert "in het programma zelf" in said.sentence
    assert "Jansen" not in said.err


def test_that_on_request_our_own_bug_names_kinds_and_places_but_never_what_a_message_quotes(
    doorbraak: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_show(monkeypatch)
    monkeypatch.setenv("DOORBRAAK_DEBUG", "1")
    said = doorbraak("show")
    assert "builtins.RuntimeError" in said.err
    assert "builtins.KeyError" in said.err
    assert "doorbraak.cli.program:" in said.err
    assert "Jansen" not in said.err
    assert "/" not in said.err.split("\n", 1)[1], "a path on this machine holds somebody's account name"


def test_that_an_interruption_is_a_sentence(doorbraak: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(program._COMMANDS, "show", interrupted)
    said = doorbraak("show")
    assert said.code == 1
    assert said.sentence.startswith("Afgebroken")


def test_that_a_whole_session_but_for_documents_needs_no_qt(tmp_path: Path, casus_file: Path, workspace: Path) -> None:
    where = ("--workspace", workspace)
    for words in (["import", casus_file], ["show"], ["show", "1"], ["show", "1", "--json"], ["check"]):
        said = without_qt(*where, *words)
        assert (said.code, said.err) == (0, ""), words
    for words in (["--workspace", tmp_path / "nieuw", "new"], ["--help"]):
        said = without_qt(*words)
        assert (said.code, said.err) == (0, ""), words


def test_that_documents_and_the_window_say_so_when_qt_is_missing(filled: Path, tmp_path: Path) -> None:
    for words in (["--workspace", filled, "export", "--out", tmp_path / "uit"], ["selftest"], []):
        said = without_qt(*words, QT_QPA_PLATFORM="offscreen")
        assert said.code == 1
        assert "hebben Qt nodig" in said.sentence


def test_that_without_a_screen_the_window_says_what_else_there_is(
    doorbraak: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    said = doorbraak()
    assert said.code == 1
    assert "doorbraak --help" in said.sentence


def test_that_a_bad_disk_message_of_a_command_is_a_sentence(doorbraak: Command, tmp_path: Path) -> None:
    """A file where the folder should be."""
    (tmp_path / "bestand").write_text("x")
    said = doorbraak("new", "--workspace", tmp_path / "bestand" / "werkmap")
    assert said.code == 1
    assert said.sentence


def test_that_every_command_of_the_parser_does_something() -> None:
    from doorbraak.cli import arguments

    names = {"new", "import", "show", "export", "print", "check", "catalogue", "demo", "selftest"}
    names |= {"backup", "restore", "restore-drill", "log", "passphrase", "coordinator", "receive", "publish"}
    assert set(program._COMMANDS) == {None, *names}
    for name in names:
        assert name in arguments.parser().format_help()


def test_that_a_start_of_the_window_reads_its_words_as_with_all_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """And reads them without: the commands take longer to make than the words to read."""
    from doorbraak.cli import arguments

    starts = ([], ["--workspace", "map"], ["--open", "een.doorbraak", "--workspace", "map"])
    whole = [arguments.parser().parse_args(words) for words in starts]
    monkeypatch.setattr(arguments, "_commands", lambda _: pytest.fail("the commands were made"))
    assert [arguments.read(words) for words in starts] == whole


def test_that_it_says_which_version_it_is(doorbraak: Command) -> None:
    """What installs it reads the last word."""
    said = doorbraak("--version")
    assert (said.code, said.err, said.out) == (0, "", f"Doorbraak {__version__}\n")


def test_that_a_library_that_the_system_lacks_is_named() -> None:
    with pytest.raises(UserError) as caught, window.qt_needed():
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1" in caught.value.sentence
    with pytest.raises(ImportError), window.qt_needed():
        raise ImportError("No module named 'doorbraak.ui.appp'", name="doorbraak.ui.appp")


def test_that_a_window_without_words_waits_for_no_list_of_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setitem(program._COMMANDS, None, lambda given: asked.append(given) or 0)
    monkeypatch.setattr("doorbraak.cli.arguments.parser", lambda: pytest.fail("it was made"))
    assert program.main([]) == 0
    monkeypatch.undo()
    monkeypatch.setitem(program._COMMANDS, None, lambda given: asked.append(given) or 0)
    assert program.main(["--open"]) == 0, "what a menu of a desktop makes of no file"
    first, second = asked
    assert set(vars(first)) == set(vars(second))
    assert vars(first) == vars(second)
