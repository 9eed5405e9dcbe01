"""A crash leaves no image of the memory."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.model.workspace import outside


@pytest.mark.parametrize(
    "act",
    [
        "store = Store.open(folder, passphrase, dossier.TABLES)",
        "store, _ = Store.create(folder / 'nieuw', passphrase, dossier.TABLES, cost=keys.Cost(1, 65536))",
    ],
)
def test_that_from_an_open_workspace_no_core_is_dumped_whatever_the_account_allows(workspace: Path, act: str) -> None:
    code = f"""
import resource
# In a process of its own: the limit is stubborn, and this one may have taken it already.
said = []
whole_set = resource.setrlimit
resource.setrlimit = lambda what, limits: (said.append((what == resource.RLIMIT_CORE, limits)), whole_set(what, limits))
{act}
store.close()
print(said, resource.getrlimit(resource.RLIMIT_CORE))
"""
    assert outside.run(code, workspace) == "[(True, (0, 0))] (0, 0)"


CRASH = """
import faulthandler, os, signal
faulthandler.enable()
os.chdir(folder)
store = Store.open(folder, passphrase, dossier.TABLES)
with store.change("Proef"):
    household.open_dossier(store, "Zwaluwstaartje7319", opened=date(2024, 1, 1))

def crash(name, secret):
    os.kill(os.getpid(), signal.SIGSEGV)

crash("Zwaluwstaartje7319", passphrase)
"""


def test_that_a_crash_shows_where_it_was_and_no_value_and_leaves_no_file(workspace: Path) -> None:
    """faulthandler is off unless somebody asks for it; asked, it names files, lines and functions alone."""
    before = {path.name for path in workspace.rglob("*")}
    done = subprocess.run(
        outside.command(CRASH, workspace),
        env=outside.environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode < 0
    said = done.stdout + done.stderr
    assert "in crash" in said
    for secret in ("Zwaluwstaartje7319", PASSPHRASE):
        assert secret not in said
    assert re.findall(r"=|'", said) == []
    left = {path.name for path in workspace.rglob("*")} - before
    assert not [name for name in left if "core" in name], left
