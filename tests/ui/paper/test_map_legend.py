from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from doorbraak.model.catalogue import load
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.insight.ecomap import Ecomap
from doorbraak.model.workspace.store import Store
from doorbraak.ui.drawing.ink import PAPER
from doorbraak.ui.paper import ecomap, map_legend
from tests.model.insight.records import dossier
from tests.ui.drawing.pictures import grey

pytestmark = pytest.mark.usefixtures("qapp")
CATALOGUE = load()


@pytest.fixture
def shown(store: Store, casus: int) -> Ecomap:
    return ecomap.sheet_of(dossiers.read(store, casus), CATALOGUE).ecomap


def words(shown: Ecomap, *, after: bool = False, width: float = 1200) -> list[str]:
    return [entry.words for row in map_legend.rows_of(shown, width, after=after) for entry in row]


def test_that_what_is_on_the_map_is_explained(shown: Ecomap) -> None:
    said = words(shown)
    for expected in ("instantie", "helpt", "wringt", "dunne band", "dikker: vaker contact"):
        assert expected in said
    for owner in ("het huishouden", "een professional", "het systeem"):
        assert f"probleem van {owner}" in said


def test_that_what_is_not_on_the_map_is_not_explained(shown: Ecomap) -> None:
    plain = replace(
        shown,
        problems=tuple(replace(node, owner="system", key=False) for node in shown.problems),
        links=tuple(replace(link, bond="helps", thickness=1) for link in shown.links),
        waits=(),
    )
    said = words(plain)
    assert "helpt" in said
    for absent in ("wringt", "wacht op", "dikker: vaker contact", "probleem van een professional"):
        assert absent not in said
    assert not any("maakt het meeste los" in one for one in said)


def test_that_only_the_map_of_after_explains_what_is_gone(shown: Ecomap) -> None:
    assert "instantie die dan weg is" not in words(shown)
    assert "instantie die dan weg is" in words(shown, after=True)


def test_that_a_knot_that_opens_is_explained_on_the_map_of_after(shown: Ecomap) -> None:
    opened = replace(shown, waits=tuple(replace(wait, opens=True) for wait in shown.waits))
    assert "knoop die dan opengaat" not in words(opened)
    assert "knoop die dan opengaat" in words(opened, after=True) or not any(wait.knot for wait in shown.waits)
    assert "knoop: wacht op elkaar" not in words(opened, after=True)


def test_that_every_sign_is_also_said_in_words_of_its_own(shown: Ecomap) -> None:
    said = [entry.looks for row in map_legend.rows_of(shown, 1200, after=True) for entry in row]
    assert all(said)
    assert len(set(said)) == len(said)


def test_that_an_empty_map_has_no_legend() -> None:
    assert ecomap.sheet_of(dossier(), CATALOGUE).legend == ()


@pytest.mark.parametrize("width", [500.0, 800.0, 1400.0])
def test_that_rows_fit_and_lose_nothing(shown: Ecomap, width: float) -> None:
    rows = map_legend.rows_of(shown, width, after=True)
    for row in rows:
        assert map_legend._wide(row) <= width
    assert words(shown, after=True, width=width) == words(shown, after=True, width=5000)


def test_that_all_samples_differ_without_colour(shown: Ecomap) -> None:
    pictures = {}
    for row in map_legend.rows_of(shown, 1200, after=True):
        for entry in row:

            def draw(painter: QPainter, entry: map_legend.Entry = entry) -> None:
                entry.draw(painter, QPointF(6, 12), PAPER)

            pictures[entry.words] = tuple(grey(60, 24, draw))
    assert len(set(pictures.values())) == len(pictures) > 8


def test_that_the_legend_can_be_painted(shown: Ecomap) -> None:
    rows = map_legend.rows_of(shown, 600, after=False)
    place = QRectF(0, 0, 640, 20)
    drawn = grey(640, 120, lambda painter: map_legend.paint_legend(painter, rows, place, PAPER))
    filled = [at for at, line in enumerate(drawn) if min(line) < 128]
    assert filled[-1] > (len(rows) - 1) * map_legend.ROW
    assert filled[-1] < len(rows) * map_legend.ROW
