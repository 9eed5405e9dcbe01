"""A map that was touched up is the very map that a whole layout gives."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.ecomap import Ecomap
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household import map_layout
from doorbraak.ui.household.map_layout import Layout

TODAY = date(2026, 11, 22)


@pytest.fixture
def read(store: Store, casus: int, qtbot: QtBot) -> Dossier:
    return dossiers.read(store, casus)


def laid_out(layout: Layout, dossier: Dossier) -> Ecomap:
    return layout.of(dossier, 11.0, (1136.0, 568.0), TODAY)


def with_agency(dossier: Dossier, at: int, **values: object) -> Dossier:
    changed = list(dossier.agencies)
    changed[at] = replace(changed[at], **values)
    return replace(dossier, agencies=tuple(changed))


def test_that_contacts_and_bonds_of_every_agency_are_touched_up_as_a_layout_would(
    read: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout, drawn, most = Layout(catalogue.load()), map_layout.drawn, []
    laid_out(layout, read)

    def watched(dossier: Dossier, *args: object, **values: object) -> Ecomap:
        most.append(len(dossier.agencies))
        return drawn(dossier, *args, **values)

    for at in range(len(read.agencies)):
        bond = "thin" if read.agencies[at].bond != "thin" else "helps"
        changed = with_agency(read, at, contacts_e2=read.agencies[at].contacts_e2 + 700, bond=bond)
        with monkeypatch.context() as patched:
            patched.setattr(map_layout, "drawn", watched)
            touched = laid_out(layout, changed)
        assert touched == laid_out(Layout(catalogue.load()), changed)
        read = changed
    assert most == [len(read.agencies) if one.future == "merge" else 1 for one in read.agencies]
    assert most.count(1) > len(most) / 2


@pytest.mark.parametrize(
    "change",
    [
        lambda d: with_agency(d, 0, future="stop"),
        lambda d: with_agency(d, 0, words="Heel anders", contacts_e2=900),
        lambda d: with_agency(d, 3, map_x=100, map_y=-900),
        lambda d: with_agency(d, 2, ended_on=date(2026, 1, 1)),
        lambda d: with_agency(d, 1, problems=()),
        lambda d: replace(d, agencies=d.agencies[1:]),
        lambda d: replace(d, problems=d.problems[1:]),
        lambda d: replace(d, problems=(replace(d.problems[0], owner=""), *d.problems[1:])),
        lambda d: replace(d, people=d.people[:2], relations=(), custody=()),
        lambda d: replace(d, interventions=tuple(replace(one, status="refused") for one in d.interventions)),
    ],
)
def test_that_all_else_lays_out_anew(read: Dossier, change: Callable[[Dossier], Dossier]) -> None:
    layout = Layout(catalogue.load())
    before = laid_out(layout, read)
    after = laid_out(layout, change(read))
    assert after == laid_out(Layout(catalogue.load()), change(read))
    assert after != before


def test_that_what_the_map_does_not_show_leaves_the_very_same_map(read: Dossier) -> None:
    layout = Layout(catalogue.load())
    assert isinstance(read.agencies[0], Agency)
    assert laid_out(layout, read) is laid_out(layout, with_agency(read, 0, claim_cents=5, law="anders"))
