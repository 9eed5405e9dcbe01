"""Where the passphrase comes from: a file, the environment, or somebody at the keyboard."""

import getpass
import os
import sys
import warnings
from pathlib import Path

from doorbraak.model import bounded
from doorbraak.model.errors import InputError, UserError

VARIABLE = "DOORBRAAK_PASSPHRASE"
_MOST_BYTES = 64 * 1024


def given(file: Path | None, *, twice: bool = False, question: str = "Wachtzin: ") -> str:
    """The passphrase; `twice` asks at the keyboard for it again, for a new workspace.

    Raises InputError when there is none, or when the two differ.
    """
    if file is not None:
        return _first_line(file, "--passphrase-file")
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    otherwise = f"Geef hem met --passphrase-file BESTAND, of met de variabele {VARIABLE}."
    return _ask_twice(question, otherwise) if twice else _ask(question, otherwise)


def new(file: Path | None) -> str:
    """One that takes the place of the present one. Raises as `given`."""
    if file is not None:
        return _first_line(file, "--new-passphrase-file")
    return _ask_twice("Nieuwe wachtzin: ", "Geef de nieuwe met --new-passphrase-file BESTAND.")


def of_now(file: Path | None) -> str:
    """What opens the workspace of now, where a copy opens with something else; empty: it is lost. Raises as `given`."""
    if file is not None:
        return _first_line(file, "--present-passphrase-file")
    print("Deze kopie is van voor de nieuwe sleutel. Typ ook de wachtzin of herstelcode van nu.")
    print("Dan blijven de sleutel en het logboek van nu. Is die kwijt? Druk alleen op Enter.")
    return _ask("Wachtzin van nu: ", "Geef die van nu met --present-passphrase-file BESTAND, of kies --present-lost.")


def _ask_twice(question: str, otherwise: str) -> str:
    typed = _ask(question, otherwise)
    if _ask("Nog een keer: ", otherwise) != typed:
        raise InputError("De twee wachtzinnen zijn niet gelijk. Er is niets veranderd. Probeer het opnieuw.")
    return typed


def _first_line(file: Path, option: str) -> str:
    """Without its line end; spaces belong to the passphrase."""
    try:
        text = bounded.read(file, _MOST_BYTES).decode("utf-8-sig")
    except (UserError, UnicodeDecodeError) as error:
        raise InputError(
            "Het bestand met de wachtzin is niet te lezen, of het is geen klein tekstbestand. "
            f"Er is niets veranderd. Kijk na {option}."
        ) from error
    line = text.splitlines()[0] if text else ""
    if not line:
        raise InputError(
            f"Het bestand bij {option} is leeg. Er is niets veranderd. Zet de wachtzin op de eerste regel."
        )
    return line


def _ask(question: str, otherwise: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise InputError(f"Er is geen toetsenbord om de wachtzin te vragen. Er is niets veranderd. {otherwise}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
            return getpass.getpass(question)
    except (EOFError, KeyboardInterrupt) as ending:
        print(file=sys.stderr)  # what is said now stands below the question and not behind it
        if isinstance(ending, KeyboardInterrupt):
            raise
        raise InputError(f"Er is geen wachtzin getypt. Er is niets veranderd. {otherwise}") from None
    except getpass.GetPassWarning:
        raise UserError(f"Dit venster kan de wachtzin niet verbergen. Er is niets veranderd. {otherwise}") from None
