from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.documents.result_pockets import Stream
from doorbraak.model.dossier import household
from doorbraak.ui import theme
from doorbraak.ui.household.costs_flow import FlowPicture, laid_out
from doorbraak.ui.household.costs_pockets import PocketsBlock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.ui.household.test_costs_result import choose, column, figures, press, tab, why

PARTIES = st.sampled_from(["gemeente", "zorgverzekeraar", "uwv", "rijk"])
STREAMS = st.lists(
    st.builds(Stream, PARTIES, PARTIES, st.sampled_from(["direct", "prevented", "own"]), st.integers(-(10**9), 10**9)),
    max_size=12,
    unique_by=lambda one: (one.payer, one.winner, one.kind),
).map(tuple)


def block_of(window: MainWindow) -> PocketsBlock:
    return tab(window, "Wie betaalt, wie wint").findChild(PocketsBlock)


def box(block: PocketsBlock, name: str) -> ChoiceBox:
    return next(found for found in block.findChildren(ChoiceBox) if found.accessibleName() == name)


def test_that_the_matrix_adds_up_and_opens(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    (table,) = figures(block)
    saving = window.session.saving(window.view.household)
    assert column(table, table.columnCount() - 1)[-1] == money.whole(saving.public.saving)
    assert "Doorbraak zelf" in column(table, 1)
    table.setFocus()
    table.setCurrentCell(0, 2)
    title, figure, _ = why(window, lambda: qtbot.keyClick(table, Qt.Key.Key_Return))
    assert title.startswith("Gemeente")
    assert (
        money.whole(
            round(
                sum(
                    r.amounts.direct
                    for r in saving.public_lines
                    if r.line.payer == "gemeente" and not r.line.intervention
                )
            )
        )
        == table.item(0, 2).text()
    )
    assert figure.startswith(table.item(0, 2).text())


def test_that_the_wrong_pocket_stands_above(window: MainWindow) -> None:
    said = [label.text() for label in block_of(window).findChildren(QLabel)]
    assert any("Verkeerde portemonnee: Gemeente betaalt de doorbraak" in text for text in said)


def test_that_the_picture_says_in_words_what_it_shows(window: MainWindow) -> None:
    picture = block_of(window).findChild(FlowPicture)
    assert picture.accessibleName()
    assert "Gemeente naar Gemeente, doorbraak zelf: -€\u00a06.000" in picture.accessibleDescription()


@given(STREAMS)
def test_that_bands_are_as_wide_as_their_amounts_and_never_overlap(streams: tuple[Stream, ...]) -> None:
    laid = laid_out(streams, 1000.0, 10.0, 2.0)
    if not any(one.cents for one in streams):
        assert laid.bands == ()
        return
    widths = {band.stream: band.width - 2.0 for band in laid.bands}
    total, room = sum(abs(one.cents) for one in streams), sum(widths.values())
    for one in streams:
        assert widths[one] == pytest.approx(room * abs(one.cents) / total, abs=1e-6)
    for side in ("left", "right"):
        places = sorted((getattr(band, side), getattr(band, side) + band.width) for band in laid.bands)
        assert all(after[0] >= before[1] - 1e-6 for before, after in pairwise(places))
        assert places[-1][1] <= 1000.0 + 1e-6


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_that_the_three_kinds_of_bands_look_different(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    """Also without colour: how much of a band is inked differs."""
    theme.apply(qapp, theme.THEMES[name])
    inked = []
    for kind, cents in (("direct", 1), ("prevented", 1), ("own", -1), ("direct", -1)):
        picture = FlowPicture()
        qtbot.addWidget(picture)
        picture.resize(600, 400)
        picture.show_streams((Stream("a", "b", kind, cents * 100_000),), {"a": "A", "b": "B"})  # type: ignore[arg-type]
        image = picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ground = image.pixelColor(2, 200).value()
        spots = [(x, y) for x in range(200, 400, 3) for y in range(60, 240, 3)]
        inked.append(sum(abs(image.pixelColor(*spot).value() - ground) > 25 for spot in spots) / len(spots))
    assert inked[0] > 0.9
    assert 0.05 < inked[1] < 0.6
    assert inked[2] < 0.03
    assert len({round(share, 2) for share in inked}) == 4
    theme.apply(qapp, theme.LIGHT)


def test_that_society_leaves_out_transfers(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    choose(qtbot, box(block, "Voor wie?"), True)
    (table,) = figures(block)
    saving = window.session.saving(window.view.household)
    assert column(table, table.columnCount() - 1)[-1] == money.whole(saving.public_without_transfers.saving)


def test_that_a_talk_sheet_is_made_for_the_one_that_was_chosen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def target(parent: object, title: str, name: str, kinds: str) -> Path:
        asked.append((title, name))
        return tmp_path / name

    monkeypatch.setattr(ask, "target", target)
    block = block_of(window)
    choose(qtbot, box(block, "Gespreksblad voor wie?"), "zorgverzekeraar")
    press(block, "Gespreksblad…")
    assert asked == [("Gespreksblad opslaan (bevat persoonsgegevens)", "huishouden-1-gespreksblad-zorgverzekeraar.pdf")]
    assert (tmp_path / asked[0][1]).read_bytes().startswith(b"%PDF")
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("uitvoeren", "huishouden 1")


def test_that_no_sheet_is_made_where_paper_is_not_safe(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "target", lambda *_: tmp_path / "blad.pdf")
    block = block_of(window)
    window.session.run("Veiligheid", household.set_no_paper, window.view.household, True)
    press(block, "Gespreksblad…")
    assert not (tmp_path / "blad.pdf").exists()
    assert "papier" in window.view.notice.text()


def test_that_without_costs_it_says_what_to_do(window: MainWindow) -> None:
    window.household.open_new()
    block = block_of(window)
    assert figures(block) == []
    said = [label.text() for label in block.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Nog niemand betaalt") for text in said)
