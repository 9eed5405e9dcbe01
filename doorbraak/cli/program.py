"""`doorbraak` on the command line: which command, which exit code, and what is said when it fails."""

import importlib
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from doorbraak.cli import arguments
from doorbraak.model.errors import UserError

DEBUG = "DOORBRAAK_DEBUG"
Command = Callable[[Namespace], int]


def _late(module: str, function: str) -> Command:
    """A command whose module is loaded when it is called: the window's start waits for none of the others."""
    return lambda given: getattr(importlib.import_module(f"doorbraak.cli.{module}"), function)(given)


_COMMANDS: dict[str | None, Command] = {
    None: _late("window", "show"),
    "new": _late("commands", "new"),
    "import": _late("commands", "take_in"),
    "show": _late("commands", "show"),
    "export": _late("export", "export"),
    "check": _late("commands", "check"),
    "demo": _late("demo", "demo"),
    "selftest": _late("selftest", "selftest"),
}
_OUR_FAULT = (
    "Er ging iets mis in het programma zelf. Wat al bewaard was, is bewaard. "
    f"Zet de variabele {DEBUG} op 1 en doe het nog eens. De regels die er dan bij staan noemen geen "
    "gegevens. Stuur ze naar de makers."
)


def main(argv: Sequence[str] | None = None) -> int:
    """0: done; 1: not done, with one sentence on stderr that says what to mend; 2: wrong usage."""
    _never_fail_on_a_sign()
    try:
        given = arguments.parser().parse_args(argv)
    except SystemExit as ending:  # argparse has said what it had to say
        return int(ending.code or 0)
    return _run(given)


def _run(given: Namespace) -> int:
    try:
        code = _COMMANDS[given.command](given)
        sys.stdout.flush()
    except UserError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afgebroken. Wat al bewaard was, is bewaard.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has stopped, as `head` does; Python's own flush at the end would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the one place for our own bugs
        print(_OUR_FAULT, file=sys.stderr)
        if os.environ.get(DEBUG):
            print("\n".join(without_content(error)), file=sys.stderr)
        return 1
    return code


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
