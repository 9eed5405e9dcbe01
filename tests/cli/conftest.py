"""The command line as somebody at a keyboard meets it: words in, exit code and two streams out."""

import getpass
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from doorbraak import paths
from doorbraak.cli import main
from doorbraak.cli.passphrase import VARIABLE
from tests.conftest import PASSPHRASE


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr of a command that failed."""
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Command = Callable[..., Said]


@pytest.fixture
def doorbraak(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command in this process, with the passphrase in the environment.

    After the program's application: an export would make a smaller one, and a process has only one.
    """
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    monkeypatch.delenv("DOORBRAAK_DEBUG", raising=False)

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        streams = capsys.readouterr()
        return Said(code, streams.out, streams.err)

    return run


@pytest.fixture
def casus_file() -> Path:
    return paths.resources() / "cases" / "casus-01.json"


@pytest.fixture
def filled(doorbraak: Command, workspace: Path, casus_file: Path) -> Path:
    """A closed workspace with casus-01 in it."""
    assert doorbraak("import", casus_file, "--workspace", workspace).code == 0
    return workspace


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody at the keyboard, who gives these answers; returns the questions as they come."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("sys.stdin", Keyboard())
    asked: list[str] = []
    left = iter(answers)

    def ask(question: str) -> str:
        asked.append(question)
        return next(left)

    monkeypatch.setattr(getpass, "getpass", ask)
    return asked


REFUSE = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "matplotlib"):
            raise ImportError(name + " is not here", name=name)

sys.meta_path.insert(0, Refuse())
from doorbraak.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_qt(*words: object, **environment: str) -> Said:
    """Runs the command in an interpreter that can't import Qt or matplotlib."""
    done = subprocess.run(
        [sys.executable, "-c", REFUSE, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", VARIABLE: PASSPHRASE, **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def in_shell(redirect: str, *words: object, **environment: str) -> Said:
    """Runs the command as a process of its own, with its output sent as a shell would."""
    line = f"exec {shlex.join([sys.executable, '-m', 'doorbraak', *map(str, words)])} {redirect}"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, VARIABLE: PASSPHRASE, **environment},
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)
