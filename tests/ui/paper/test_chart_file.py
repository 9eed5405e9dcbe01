from pathlib import Path

import pytest

from doorbraak.model import whole_files
from doorbraak.model.documents.chart_list import KINDS as CHARTS
from doorbraak.model.documents.chart_list import Kind, of_household
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import saving_of
from doorbraak.ui.paper.chart_file import KINDS, ChartFile, chart_file, name_of
from tests.model.documents.test_chart import CATALOGUE, TODAY, full


@pytest.mark.parametrize(
    ("typed", "name"),
    [("bord.png", "bord.png"), ("bord.PNG", "bord.PNG"), ("bord", "bord.png"), ("bord.svg", "bord.png"),
     ("v1.2 van maart", "v1.2 van maart.png")],
)  # fmt: skip
def test_that_a_file_has_the_ending_of_its_kind(typed: str, name: str) -> None:
    assert chart_file(Path("/map") / typed, "png") == ChartFile(Path("/map") / name, "png")


@pytest.mark.parametrize("kind", CHARTS, ids=lambda kind: kind.key)
def test_that_half_a_chart_of_a_stopped_program_is_removed_first(tmp_path: Path, kind: Kind) -> None:
    of: Dossier = full()
    made = kind.make(of_household(of, saving_of(of, CATALOGUE), TODAY))
    for ending in KINDS:
        (tmp_path / (name_of(12, made, ending) + whole_files.UNFINISHED)).write_text("half")
    whole_files.write_all(tmp_path, {})
    assert not list(tmp_path.iterdir())
