"""`doorbraak` on the command line: which command, which exit code, and what is said when it fails."""

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TextIO

from doorbraak.cli.window import qt_needed
from doorbraak.model.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

DEBUG = "DOORBRAAK_DEBUG"
Command = Callable[["Namespace"], int]


def _late(module: str, function: str) -> Command:
    """A command whose module is loaded when it is called: the window's start waits for none of the others."""
    return lambda given: getattr(importlib.import_module(f"doorbraak.cli.{module}"), function)(given)


def _by(chosen: str, commands: dict[str, Command]) -> Command:
    """A command that has commands of its own."""
    return lambda given: commands[getattr(given, chosen)](given)


_OF_THE_LOG = {"list": "read", "verify": "verify", "export": "export"}
_OF_THE_COORDINATOR = ("new", "key", "senders", "confirm", "label", "withdraw", "rotate")
_COMMANDS: dict[str | None, Command] = {
    None: _late("window", "show"),
    "new": _late("commands", "new"),
    "import": _late("commands", "take_in"),
    "show": _late("commands", "show"),
    "export": _late("export", "export"),
    "print": _late("printing", "print_paper"),
    "check": _late("commands", "check"),
    "passphrase": _late("new_passphrase", "change"),
    "backup": _late("backups", "backup"),
    "restore": _late("backups", "put_back"),
    "restore-drill": _late("backups", "practise"),
    "log": _by("act", {act: _late("access_log", name) for act, name in _OF_THE_LOG.items()}),
    "coordinator": _by("act", {act: _late("coordinator", act) for act in _OF_THE_COORDINATOR}),
    "receive": _late("coordinator", "receive"),
    "publish": _late("publishing", "publish"),
    "catalogue": _late("catalogue_lists", "check"),
    "demo": _late("demo", "demo"),
    "selftest": _late("selftest", "selftest"),
}
_OUR_FAULT = (
    "Er ging iets mis in het programma zelf. Wat al bewaard was, is bewaard. "
    f"Zet de variabele {DEBUG} op 1 en doe het nog eens. De regels die er dan bij staan noemen geen "
    "gegevens. Stuur ze naar de makers."
)


_NOT_SHOWN = (
    "De uitvoer kon niet worden geschreven: de schijf is vol, of de plek neemt niets aan. "
    "Wat al bewaard was, is bewaard. Stuur de uitvoer ergens anders heen."
)
_BROKEN_OFF = "Afgebroken. Wat al bewaard was, is bewaard."
_NOWHERE_TO_SHOW = "Er is geen plek voor de uitvoer. Er is niets gedaan. Doe het nog eens met uitvoer."


def main(argv: Sequence[str] | None = None) -> int:
    """0: done; 1: not done, with one sentence on stderr that says what to mend; 2: wrong usage."""
    try:
        return _main(argv)
    except KeyboardInterrupt:
        _say(_BROKEN_OFF)
        return 1


def _main(argv: Sequence[str] | None) -> int:
    _never_fail_on_a_sign()
    _never_take_the_place_of_a_stream()
    words = sys.argv[1:] if argv is None else list(argv)
    if not words:  # a window: it waits for no list of commands
        return _run(SimpleNamespace(command=None, workspace=None, passphrase_file=None, open=None))
    from doorbraak.cli import arguments

    try:
        given = arguments.read(words)
    except SystemExit as ending:  # argparse has said what it had to say
        return int(ending.code or 0) or _end_of_output()
    except OSError:  # older Pythons let through that the help could not be printed
        _say(_NOT_SHOWN)
        return 1
    if given.command is not None and sys.stdout is None:  # the window alone needs no words
        _say(_NOWHERE_TO_SHOW)
        return 1
    return _run(given) or _end_of_output()


def _run(given: "Namespace | SimpleNamespace") -> int:
    try:
        with contextlib.redirect_stdout(_Output(sys.stdout)), qt_needed():
            return _COMMANDS[given.command](given)
    except NotShown as error:
        _say_not_shown(error)
    except UserError as error:
        with contextlib.suppress(NotShown):  # why it was not done matters more
            _Output(sys.stdout).flush()
        from doorbraak.cli import next_command  # late: it loads what opens a workspace

        _say(" ".join(part for part in (error.sentence, next_command.after(error, given)) if part))
    except Exception as error:  # noqa: BLE001 - the one place for our own bugs
        _say(_OUR_FAULT)
        if os.environ.get(DEBUG):
            _say("\n".join(without_content(error)))
    return 1


def _end_of_output() -> int:
    """The last of what was printed goes out here, where it can still be said that it did not arrive."""
    try:
        _Output(sys.stdout).flush()
    except NotShown as error:
        _say_not_shown(error)
        return 1
    return 0


def _say_not_shown(error: "NotShown") -> None:
    if not isinstance(error.__cause__, BrokenPipeError):  # who stops reading, as `head` does, needs no word
        _say(_NOT_SHOWN)


class NotShown(OSError):
    """What was printed did not arrive. Nothing else that the system refuses looks like this."""


class _Output:
    """The stream that a command prints to; without one, as a window has it, words are lost."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with self._arriving():
            return len(text) if self._stream is None else self._stream.write(text)

    def flush(self) -> None:
        with self._arriving():
            if self._stream is not None:
                self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @contextlib.contextmanager
    def _arriving(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if self._stream is not None:  # Python's own flush at the end would complain again
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
            raise NotShown("the output was not written") from error


def _say(sentence: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(sentence, file=sys.stderr)


def without_content(error: BaseException) -> list[str]:
    """Kind and places in the code, of the error and of what caused it: a message may quote a household."""
    import traceback

    lines: list[str] = []
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame, line in traceback.walk_tb(current.__traceback__):
            lines.append(f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}")
        current = current.__cause__ or current.__context__
    return lines


def _never_fail_on_a_sign() -> None:
    """A terminal with an old encoding shows ? for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _never_take_the_place_of_a_stream() -> None:
    """A closed stream leaves its number free: the next file that is opened, the dossiers, would get it."""
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        handle = os.open(os.devnull, os.O_RDWR)
        while handle <= 2:
            handle = os.open(os.devnull, os.O_RDWR)
        os.close(handle)
