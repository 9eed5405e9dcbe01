"""A marker in every text that can be typed, then a whole session: it is found nowhere but where it was asked for.

Every column that holds text is found from the tables themselves, so a new one can't be forgotten.
"""

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier, household, own_lists, visits
from doorbraak.model.handover import colleague_key, giving, own_key
from doorbraak.model.handover.colleague_key import ColleagueKey
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store
from doorbraak.model.workspace.tables import TABLES as OWN_TABLES
from tests import whole_dossier
from tests.conftest import CHEAP, PASSPHRASE

MARKER = "Zwaluwstaartje7319"
NOTE = "Kwikstaartje9137"  # in a private note, which is in no document either
# Text columns that hold no words: a date, or one of a few words that a constraint lists.
DATE_OR_CHOICE = re.compile(r"CHECK \(\w+ (IN \('|GLOB )")
# Random bytes, and lists that are public.
MADE_BY_US = {
    "household.exchange_secret", "person_mark.mark", "own_list.name", "own_list.content", "handover_key.private",
    "colleague.public", "handover_given.transfer", "handover_given.receipt", "handover_given.digest",
    "handover_taken.transfer", "handover_taken.receipt",
}  # fmt: skip


def text_columns() -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in dossier.TABLES
        for column in table.columns
        if column.declaration.startswith("TEXT") and not DATE_OR_CHOICE.search(column.declaration)
    } - MADE_BY_US


def fill(store: Store) -> None:
    """The marker through every verb that takes words or a code, 12 times, so that tables would be made."""
    for _ in range(12):
        with store.change("Merkteken typen"):
            home = whole_dossier.make(store, MARKER)
            own_lists.forget(store)
            visit = visits.add(store, home, date(2026, 9, 1), report=MARKER)
            visits.write_private_note(store, visit, NOTE, date.today())
    with store.change("Overdragen", undoable=False):
        key = ColleagueKey(bytes(range(32)), MARKER)
        colleague = own_key.take(store, colleague_key.encode(key), MARKER, date.today())
        giving.give(store, home, colleague, date.today(), MARKER)
    store.drafts.keep(f"household/{MARKER}", MARKER)


def exchange_secrets(folder: Path) -> list[bytes]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    secrets = [household.exchange_secret(store, home.id) for home in household.all_of(store)]
    store.close()
    return secrets


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    folder = tmp_path / "werkmap"
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title=MARKER, cost=CHEAP)
    fill(store)
    store.close()
    return folder


def test_that_the_marker_is_in_every_text_column_that_there_is(marked: Path) -> None:
    store = Store.open(marked, PASSPHRASE, dossier.TABLES)
    assert len(text_columns()) > 20
    without = [
        place
        for place in sorted(text_columns())
        if not store.rows("SELECT 1 FROM {} WHERE {} = ?".format(*place.split(".")), [MARKER])
    ]
    store.close()
    assert without == [], "type the marker there too, in fill()"


@pytest.mark.parametrize("table", [*dossier.TABLES, *OWN_TABLES], ids=lambda table: table.name)
def test_that_every_column_has_a_privacy_class_and_free_words_are_never_counted(table: Table) -> None:
    for column in table.columns:
        assert column.privacy in ("never", "counted", "summed"), column.name
        if column.privacy == "summed":
            assert column.declaration.startswith("INTEGER"), f"{column.name}: only amounts are added up"


def test_that_no_counted_column_holds_free_words(marked: Path) -> None:
    """What is counted is a catalogue code, a date, a year or one of a few words.

    A code is at most 80 characters and no table shows one that the catalogue lacks. Free words take more.
    """
    free = {"name", "words", "note", "reason", "source", "title", "content", "object", "actor", "unit"}
    for table in (*dossier.TABLES, *OWN_TABLES):
        for column in table.columns:
            if column.name in free:
                assert column.privacy == "never", f"{table.name}.{column.name}"
    codes = {
        "problem.kind", "problem.life_domain", "agency.kind", "agency.law", "agency.payer", "cost_line.law",
        "cost_line.payer", "cost_line.beneficiary", "budget.payer", "intervention.kind", "intervention.payer",
        "threatening_event.kind",
        "legal_ground.article", "person.role", "measurement.measure", "signal.article", "household.wijk",
        "profile.team",
    }  # fmt: skip
    counted = {
        f"{table.name}.{column.name}"
        for table in dossier.TABLES
        for column in table.columns
        if column.privacy == "counted"
    }
    assert counted & text_columns() == codes, "a new counted text: is it a code of the catalogue?"


def hay(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path, path.read_bytes()


def forms(text: str) -> tuple[bytes, ...]:
    """As a text may be written: also in other encodings, and in hexadecimal."""
    encoded = [text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return (*encoded, text.encode().hex().encode())


def holds(content: bytes, needles: tuple[bytes, ...]) -> bool:
    """Also inside an office file or other zip."""
    if any(needle in content or needle in content.lower() for needle in needles):
        return True
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(holds(archive.read(name), needles) for name in archive.namelist())
    return False


def holds_marker(content: bytes) -> bool:
    return holds(content, forms(MARKER))


def found_in(folder: Path, text: str = MARKER) -> set[str]:
    """Files with the text in their content or in their name."""
    return {
        path.relative_to(folder).as_posix()
        for path, content in hay(folder)
        if holds(content, forms(text)) or text in str(path.relative_to(folder))
    }


@pytest.fixture
def fresh(tmp_path: Path) -> dict[str, str]:
    return surroundings(tmp_path / "thuis")


def surroundings(home: Path) -> dict[str, str]:
    """An environment in which everything that a program may write to lies below `home`, and is empty."""
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    places = {}
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR"):
        places[name] = str(home / name.lower())
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        places[name] = str(home / name.lower())
    for place in places.values():
        Path(place).mkdir(mode=0o700)
    return {
        **kept,
        **places,
        "DOORBRAAK_PASSPHRASE": PASSPHRASE,
        "DOORBRAAK_DEBUG": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(paths.__file__).parents[1]),
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def session(tmp_path: Path, marked: Path, fresh: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line in a process of its own."""

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "doorbraak", *map(str, words), "--workspace", str(marked)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path / "thuis",
            env=fresh,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


def test_that_a_session_leaves_the_marker_only_in_what_it_was_asked_to_write(
    tmp_path: Path, marked: Path, session: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    bad = tmp_path / "slecht.json"
    bad.write_text(f'{{"format": "doorbraak-casus", "version": 1, "{MARKER}": "{MARKER}"}}')
    out = tmp_path / "uit"
    secrets = exchange_secrets(marked)
    expected = (("show",), 0), (("show", "1"), 0), (("show", "1", "--json"), 0), (("check",), 0)
    for words, code in (*expected, (("import", bad), 1), (("export", "--out", out), 0), (("show", "99"), 1)):
        done = session(*words)
        assert done.returncode == code, done.stderr
        assert MARKER not in done.stderr, words
        assert NOTE not in done.stdout + done.stderr, words
        assert not any(secret.hex() in done.stdout + done.stderr for secret in secrets), words

    case = out / "huishouden-1" / "casus-1.json"
    again = session("import", case)
    assert MARKER not in again.stderr
    bad.unlink()

    found = found_in(tmp_path)
    assert found, "the documents do hold it"
    assert all(re.fullmatch(r"uit/huishouden-\d+/[a-z0-9-]+\.(json|pdf|svg|png|xlsx)", name) for name in found)
    assert "uit/huishouden-1/casus-1.json" in found
    assert any(name.endswith(".xlsx") for name in found), "an office file is looked into"
    assert (out / "samenvatting.xlsx").is_file()
    assert not any(path.suffix not in {".db", ".json", ".slot"} for path, _ in hay(marked))

    assert found_in(tmp_path, NOTE) == set(), "a private note is in no document and no case file"
    needles = tuple(form for secret in secrets for form in (secret, *forms(secret.hex())))
    assert len(secrets) == 12
    assert not [path for path, content in hay(tmp_path) if holds(content, needles)], "an exchange secret came out"


def test_that_an_exchange_secret_is_in_no_line_of_the_log_and_no_draft(marked: Path) -> None:
    secrets = exchange_secrets(marked)
    store = Store.open(marked, PASSPHRASE, dossier.TABLES)
    own = "".join(repr(store.rows(f"SELECT * FROM {table.name}")) for table in OWN_TABLES)
    records = "".join(repr(dossier.read(store, home.id)) for home in household.all_of(store))
    store.close()
    assert "openen" in own
    for secret in secrets:
        assert secret.hex() not in own + records
        assert repr(secret) not in own + records


def test_attack_the_canary_in_every_text_field_is_not_in_the_summary(
    tmp_path: Path, marked: Path, session: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    assert session("export", "--out", tmp_path / "uit").returncode == 0
    content = (tmp_path / "uit" / "samenvatting.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "xl/worksheets/sheet6.xml" in archive.namelist()
    assert not holds_marker(content)
    assert catalogue.load().problems  # the tables' labels come from here


def test_that_the_search_for_the_marker_really_finds_it(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.writestr("a.xml", f"<t>{MARKER}</t>")
    (tmp_path / "plain.txt").write_text(MARKER)
    (tmp_path / "wide.txt").write_text(MARKER, "utf-16-le")
    (tmp_path / "office.xlsx").write_bytes(archive.getvalue())
    (tmp_path / f"{MARKER}.txt").write_text("")
    (tmp_path / "clean.txt").write_text("niets")
    (tmp_path / "hex.txt").write_text(MARKER.encode().hex().upper())
    assert found_in(tmp_path) == {"plain.txt", "wide.txt", "hex.txt", "office.xlsx", f"{MARKER}.txt"}


def test_that_a_session_in_the_window_leaves_the_marker_nowhere(tmp_path: Path, fresh: dict[str, str]) -> None:
    folder = tmp_path / "werkmap"
    script = Path(__file__).parent / "ui" / "window_session.py"
    done = subprocess.run(
        [sys.executable, str(script), str(folder), PASSPHRASE, MARKER],
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path / "thuis", env=fresh, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    fields, cells = map(int, done.stdout.split())
    assert fields >= 100
    assert cells >= 120
    assert MARKER not in done.stderr
    assert found_in(tmp_path) == set()
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    typed = {
        place
        for place in text_columns()
        if store.rows("SELECT 1 FROM {} WHERE {} = ?".format(*place.split(".")), [MARKER])
    }
    store.close()
    assert len(typed) >= 8, typed


# Which columns may be in a statistic at all, written down a second time: a class that slips is seen here.
COUNTED = {
    "agency.ended_on", "agency.future", "agency.kind", "agency.law", "agency.payer", "budget.payer", "budget.year",
    "confirmation.after", "confirmation.state", "cost_line.beneficiary", "cost_line.effect", "cost_line.law",
    "cost_line.payer", "cost_line.transfer", "household.closed", "household.opened", "household.wijk",
    "intervention.decided_on", "intervention.kind", "intervention.payer", "intervention.status",
    "legal_ground.article", "legal_ground.role", "measurement.measure", "measurement.moment",
    "measurement.on_day", "outcome.on_day", "outcome.worked", "person.birth_year", "person.lives_here",
    "person.role", "problem.kind", "problem.life_domain", "problem.owner", "problem.solved_on", "profile.team",
    "signal.article", "signal.fixing", "signal.rung", "signal.solving", "signal.told_on", "status_change.on_day",
    "status_change.status", "threatening_event.kind", "threatening_event.outcome",
}  # fmt: skip
SUMMED = {
    "agency.contacts_e2", "budget.cents", "confirmation.actual_cents", "cost_line.attribution",
    "cost_line.chance_current", "cost_line.chance_plan", "cost_line.chance_threatening", "cost_line.price_cents",
    "cost_line.quantity_e4", "measurement.value_e2", "payment.cents", "signal.hours_e2", "signal.lost_cents",
    "visit.minutes_at_keyboard", "visit.minutes_with_people",
}  # fmt: skip


@pytest.mark.parametrize(("privacy", "known"), [("counted", COUNTED), ("summed", SUMMED)])
def test_that_a_column_that_may_leave_in_a_count_is_on_the_list(privacy: str, known: set[str]) -> None:
    """Everything else never leaves. Before adding one here: which table of the exchange needs it?"""
    found = {
        f"{table.name}.{column.name}"
        for table in (*dossier.TABLES, *OWN_TABLES)
        for column in table.columns
        if column.privacy == privacy
    }
    assert found == known
