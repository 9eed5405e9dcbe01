"""Whatever a folder holds, it opens with one derivation: who waits for it waits once."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.exchange import coordinator, either_kind
from doorbraak.model.workspace import keys
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import DAY, begun


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of which slots a key was derived."""
    found: list[str] = []
    derive = keys._derive

    def counting(kind: keys.SlotKind, *rest: object) -> bytes:
        found.append(kind)
        return derive(kind, *rest)

    monkeypatch.setattr(keys, "_derive", counting)
    return found


@pytest.mark.parametrize("kind", ["households", "coordinator"])
def test_that_either_kind_opens_with_one_derivation(
    workspace: Path, tmp_path: Path, derived: list[str], kind: str
) -> None:
    folder = workspace
    if kind == "coordinator":
        begun(tmp_path / "coordinator").close()
        folder = tmp_path / "coordinator"
    derived.clear()
    store = either_kind.open_workspace(folder, PASSPHRASE, DAY)
    assert store.kind == kind
    store.close()
    assert derived == ["passphrase"]


def test_that_what_time_does_is_done_to_a_coordinators_workspace_too(tmp_path: Path) -> None:
    store = begun(tmp_path / "coordinator")
    coordinator.rotate(store, DAY, DAY)
    store.close()
    store = either_kind.open_workspace(tmp_path / "coordinator", PASSPHRASE, date(2026, 10, 6))
    assert [bool(pair.private) for pair in coordinator.key_pairs(store)] == [True, False]
    store.close()


def test_that_a_wrong_passphrase_is_refused_for_both(workspace: Path, derived: list[str]) -> None:
    with pytest.raises(WrongPassphrase):
        either_kind.open_workspace(workspace, "een andere wachtzin", DAY)
    assert derived == ["passphrase"]
