"""A crash leaves no image of the memory."""

from pathlib import Path

import pytest

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
