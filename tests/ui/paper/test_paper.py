import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model import whole_files
from doorbraak.model.catalogue import load
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.errors import InputError, NoAccess
from doorbraak.model.workspace.store import Store
from doorbraak.ui import paper
from tests.model.insight.records import dossier

CATALOGUE = load()
TODAY = date(2026, 11, 21)
NAMES = {
    "huishouden-12-plan.pdf",
    "huishouden-12-koelkastkaart.pdf",
    "huishouden-12-kaart.svg",
    "huishouden-12-kaart.pdf",
    "huishouden-12-kaart-na-doorbraak.pdf",
    "huishouden-12-besparing-per-wet.pdf",
    "huishouden-12-besparing-per-wet.png",
    "huishouden-12-werkboek.xlsx",
}

OF_ONE = ("onderbouwing", "besluitblad", "verzoek", "leerkringblad")

ALONE = """
import sys
from datetime import date
from pathlib import Path
from doorbraak.model.catalogue import load
from doorbraak.ui import paper
from tests.model.insight.records import dossier
paths = paper.write_documents(dossier(), load(), Path(sys.argv[1]), date(2026, 11, 21))
assert "matplotlib.pyplot" not in sys.modules
print(len(paths))
"""


@pytest.mark.usefixtures("qapp")
def test_that_all_documents_are_written_under_a_number_and_no_name(tmp_path: Path, store: Store, casus: int) -> None:
    found = dossiers.read(store, casus)
    found = replace(found, household=replace(found.household, number=12, name="Familie Zonderling"))
    paths = paper.write_documents(found, CATALOGUE, tmp_path / "uit", TODAY)
    made = {f"huishouden-12-{paper}-{at}.pdf" for paper in OF_ONE for at in range(1, len(found.interventions) + 1)}
    assert len(made) == 4 * len(found.interventions) > 4
    assert {path.name for path in paths} == NAMES | made == {path.name for path in (tmp_path / "uit").iterdir()}
    for path in paths:
        assert path.stat().st_size > 5_000
        assert b"Zonderling" not in path.read_bytes()


@pytest.mark.usefixtures("qapp")
def test_that_a_withdrawn_doorbraak_gets_no_papers_and_the_others_keep_their_number(
    tmp_path: Path, store: Store, casus: int
) -> None:
    found = dossiers.read(store, casus)
    first, *others = found.interventions
    found = replace(found, interventions=(replace(first, status="withdrawn"), *others))
    names = {path.name for path in paper.write_documents(found, CATALOGUE, tmp_path, TODAY)}
    assert not any(name.endswith("-1.pdf") for name in names)
    assert f"huishouden-{found.household.number}-onderbouwing-2.pdf" in names


@pytest.mark.usefixtures("qapp")
def test_that_nothing_is_made_where_paper_is_not_safe(tmp_path: Path, store: Store, casus: int) -> None:
    found = dossiers.read(store, casus)
    found = replace(found, household=replace(found.household, no_paper=True))
    with pytest.raises(InputError):
        paper.write_documents(found, CATALOGUE, tmp_path / "uit", TODAY)
    assert not (tmp_path / "uit").exists()


@pytest.mark.usefixtures("qapp")
def test_that_an_empty_household_can_be_printed(tmp_path: Path) -> None:
    assert {path.name for path in paper.write_documents(dossier(), CATALOGUE, tmp_path, TODAY)} == NAMES


@pytest.mark.parametrize(
    "name", sorted(NAMES | {f"huishouden-12-{one}-10.pdf" for one in OF_ONE} | {"huishouden-12-gespreksblad-wmo.pdf"})
)
def test_that_half_a_document_of_a_stopped_program_is_removed_first(tmp_path: Path, name: str) -> None:
    (tmp_path / (name + whole_files.UNFINISHED)).write_text("half")
    whole_files.write_all(tmp_path, {})
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("qapp")
def test_that_a_place_where_nothing_can_be_written_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("van iemand")
    with pytest.raises(NoAccess):
        paper.write_documents(dossier(), CATALOGUE, tmp_path / "uit", TODAY)


def test_that_documents_need_no_window_and_no_screen(tmp_path: Path) -> None:
    """A fresh process without an application and without a display; the name of the platform is not given."""
    import os

    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(tmp_path)], capture_output=True, text=True, check=False,
        env={**kept, "MPLCONFIGDIR": str(tmp_path / "matplotlib"), "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.strip() == "8"
