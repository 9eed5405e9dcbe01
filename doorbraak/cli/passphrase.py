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


def given(file: Path | None, *, twice: bool = False) -> str:
    """The passphrase; `twice` asks at the keyboard for it again, for a new workspace.

    Raises InputError when there is none, or when the two differ.
    """
    if file is not None:
        return _first_line(file)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    typed = _ask("Wachtzin: ")
    if twice and _ask("Nog een keer: ") != typed:
        raise InputError("De twee wachtzinnen zijn niet gelijk. Er is niets gemaakt. Probeer het opnieuw.")
    return typed


def _first_line(file: Path) -> str:
    """Without its line end; spaces belong to the passphrase."""
    try:
        text = bounded.read(file, _MOST_BYTES).decode("utf-8-sig")
    except (UserError, UnicodeDecodeError) as error:
        raise InputError(
            "Het bestand met de wachtzin is niet te lezen, of het is geen klein tekstbestand. "
            "Er is niets veranderd. Kijk na --passphrase-file."
        ) from error
    line = text.splitlines()[0] if text else ""
    if not line:
        raise InputError("Het bestand met de wachtzin is leeg. Zet de wachtzin op de eerste regel.")
    return line


def _ask(question: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise InputError(
            "Er is geen toetsenbord om de wachtzin te vragen. "
            f"Geef hem met --passphrase-file BESTAND, of met de variabele {VARIABLE}."
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
            return getpass.getpass(question)
    except EOFError:
        raise InputError("Er is geen wachtzin getypt. Er is niets veranderd.") from None
    except getpass.GetPassWarning:
        raise UserError("Dit venster kan de wachtzin niet verbergen. Gebruik --passphrase-file BESTAND.") from None
