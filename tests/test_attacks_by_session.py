"""What a laptop and a coordinator leave behind when they made what leaves: logs, error texts, temporary files.

Each runs in a process of its own, that finds every place where a program may write empty.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.exchange import coordinator
from doorbraak.model.exchange.contributions import contributions
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.caseloads import PERIOD, TEAMS, add_bare, key_of, take_key
from tests.model.exchange.coordination import TABLES, begun, believed
from tests.model.exchange.test_ledger_kept import HOMES, LAPTOPS, send
from tests.test_canary import MARKER, exchange_secrets, fill, forms, holds, surroundings

Session = Callable[..., subprocess.CompletedProcess[str]]
PRODUCTS = {".xlsx", ".zip", ".pdf", ".png", ".svg", ".csv", ".json", ".doorbraak"}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "doorbraak", *map(str, words)],
            capture_output=True, text=True, encoding="utf-8", cwd=tmp_path / "thuis", env=environment,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip

    environment = surroundings(tmp_path / "thuis")
    return run


def spread(texts: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(form for text in texts for form in forms(text))


def left_behind(home: Path, needles: tuple[bytes, ...]) -> list[str]:
    """Files outside of what was asked for that hold what nobody may read, or are a copy of what leaves."""
    return [
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file()
        and (holds(path.read_bytes(), needles) or (path.suffix in PRODUCTS and "fontlist" not in path.name))
    ]


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    folder = tmp_path / "werkmap"
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title=MARKER, cost=CHEAP)
    fill(store)
    for _ in range(6):
        add_bare(store, opened=date(2025, 1, 1), example=False)
    take_key(store)
    store.close()
    return folder


def test_attack_logs_error_texts_and_temporary_files_of_a_laptop(
    tmp_path: Path, session: Session, laptop: Path
) -> None:
    needles = spread([MARKER, *(secret.hex() for secret in exchange_secrets(laptop))])
    out = tmp_path / "uit"
    done = session("export", "--exchange", "--incomplete", "--out", out, "--workspace", laptop)
    assert done.returncode == 0, done.stderr
    said = [
        done,
        session("export", "--xray", "--workspace", laptop),
        session("export", "--exchange", "--incomplete", "--out", out, "--workspace", laptop),
        session(
            "export",
            "--exchange",
            "--incomplete",
            "--period",
            "2031Q1",
            "--out",
            tmp_path / "leeg",
            "--workspace",
            laptop,
        ),
        session("log", "list", "--workspace", laptop),
    ]
    assert [one.returncode for one in said] == [0, 0, 1, 1, 0], [one.stderr for one in said]
    for one in said:
        assert not holds((one.stdout + one.stderr).encode(), needles), one.args
    (made,) = out.iterdir()
    assert not holds(made.read_bytes(), needles)
    assert not (tmp_path / "leeg").exists()
    assert left_behind(tmp_path / "thuis", needles) == []


@pytest.fixture
def place(tmp_path: Path) -> Path:
    store = begun(tmp_path / "coordinator")
    believed(store, *LAPTOPS)
    send(store, HOMES)
    store.close()
    return tmp_path / "coordinator"


def test_attack_logs_error_texts_and_temporary_files_of_a_coordinator(
    tmp_path: Path, session: Session, place: Path
) -> None:
    """Nothing that a sender is known by and no token of a household, in its log, its sentences or its files."""
    tokens = {
        entry.token for homes in HOMES.values() for one in contributions(homes, PERIOD, TABLES) for entry in one.entries
    }
    assert len(tokens) > 200
    needles = spread([*sorted(tokens)[:60], *(one.id for one in LAPTOPS)])
    out, bad = tmp_path / "uit", tmp_path / "slecht.doorbraak"
    store = coordinator.open_workspace(place, PASSPHRASE, date(2026, 10, 5))
    whole = LAPTOPS[0].file(store, range(6), sequence=9)
    store.close()
    bad.write_bytes(whole[:-40] + bytes(40))
    said = [
        session("publish", "--period", PERIOD, "--out", out, "--workspace", place),
        session("publish", "--period", "2031Q1", "--out", tmp_path / "leeg", "--workspace", place),
        session("receive", bad, "--workspace", place),
        session("log", "list", "--workspace", place),
    ]
    assert [one.returncode for one in said] == [0, 1, 1, 0], [one.stderr for one in said]
    for one in said:
        assert not holds((one.stdout + one.stderr).encode(), needles), one.args
        assert "Traceback" not in one.stderr
    made = [path for path in out.rglob("*") if path.is_file()]
    assert len(made) > 3
    assert [path.name for path in made if holds(path.read_bytes(), needles)] == []
    assert not (tmp_path / "leeg").exists()
    assert left_behind(tmp_path / "thuis", needles) == []
    kept = [path for path in place.rglob("*") if path.is_file()]
    assert [
        path.name for path in kept if holds(path.read_bytes(), spread([TEAMS[0].label, *sorted(tokens)[:60]]))
    ] == []


def test_that_the_search_would_find_what_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.tmp").write_bytes(key_of().fingerprint.encode())
    (tmp_path / "b.png").write_bytes(b"")
    assert sorted(left_behind(tmp_path, forms(key_of().fingerprint))) == ["a.tmp", "b.png"]
