"""What docs/security.md says of the file formats is all that one needs to get the dossiers back."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.workspace import passphrase
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

READER = Path(__file__).with_name("independent_reader.py")
NEW = "drie gele fietsen buiten"


def read(copy: Path, secret: str) -> str:
    """In a process where Doorbraak can't be imported."""
    done = subprocess.run(
        [sys.executable, "-I", str(READER), str(copy), secret], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout.strip() or done.stderr.strip()


@pytest.fixture
def made(tmp_path: Path) -> tuple[Store, str]:
    store, code = Store.create(tmp_path / "werkmap", PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)
    with store.change("Vullen"):
        for number in range(7):
            household.open_dossier(store, f"Huis {number}", opened=outside.DAY)
    return store, code


def test_that_a_reader_of_its_own_opens_a_backup_with_code_or_passphrase(made: tuple[Store, str]) -> None:
    store, code = made
    copy = store.backup().path
    store.close()
    assert read(copy, code) == "7"
    assert read(copy, code.lower().replace("-", " ")) == "7"
    assert read(copy, PASSPHRASE) == "7"
    assert read(copy, "iets anders") == "no slot opens with this"


def test_that_it_opens_the_copy_of_after_a_re_key_with_the_new_code(made: tuple[Store, str]) -> None:
    store, code = made
    done = passphrase.renew(store, PASSPHRASE, NEW)
    store.close()
    assert done.copy is not None
    assert read(done.copy.path, done.code) == "7"
    assert read(done.copy.path, code) == "no slot opens with this"


def test_that_the_reader_uses_nothing_of_ours() -> None:
    tree = ast.parse(READER.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} == {
        "base64", "json", "nacl", "pathlib", "sqlcipher3", "sys", "unicodedata",
    }  # fmt: skip
