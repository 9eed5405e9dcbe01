from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.documents.chart_list import KINDS
from doorbraak.model.dossier import costs, household
from doorbraak.ui import theme
from doorbraak.ui.household.costs_charts import ChartsBlock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask, chart_picture
from tests.ui import accessibility
from tests.ui.conftest import page_named


@pytest.fixture
def block(qtbot: QtBot, window: MainWindow) -> Iterator[ChartsBlock]:
    """In a window of its own, as wide as its tab; shows casus-01."""
    made = ChartsBlock(page_named(window, "Dossier"))
    made.resize(1100, 520)
    again(window, made)
    with qtbot.waitSignal(made.view.picture.drawn):
        made.show()
    yield made
    made.close()


def again(window: MainWindow, block: ChartsBlock) -> None:
    """As the page does after a change."""
    home = window.view.household
    block.show_dossier(window.session.dossier(home), window.session.saving(home))


def press(block: ChartsBlock, words: str) -> QPushButton:
    return next(b for b in block.findChildren(QPushButton) if b.text().replace("&", "") == words)


def words(block: ChartsBlock) -> list[str]:
    return [label.text() for label in block.findChildren(QLabel) if label.isVisible() and label.text()]


def inks(block: ChartsBlock) -> int:
    image = block.view.picture.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def test_that_all_six_are_drawn_in_turn_by_the_arrow_keys(qtbot: QtBot, block: ChartsBlock) -> None:
    seen = [block.view.chart.key]
    block.chosen.setFocus()
    for _ in KINDS[1:]:
        with qtbot.waitSignal(block.view.picture.drawn):
            qtbot.keyClick(block.chosen, Qt.Key.Key_Down)
        seen.append(block.view.chart.key)
        assert inks(block) > 10
        assert {block.view.chart.title, block.view.chart.sentence, block.view.chart.source} <= {*words(block)}
    assert seen == [kind.key for kind in KINDS]


def test_that_a_screen_reader_hears_the_result_and_the_sentence(block: ChartsBlock) -> None:
    shown = block.view.chart
    for part in (block.view, block.view.picture):
        assert part.accessibleName() == shown.name
        assert part.accessibleDescription() == f"{shown.title}. {shown.sentence}"


def test_that_the_table_holds_the_same_numbers_and_goes_back(qtbot: QtBot, block: ChartsBlock) -> None:
    turn = press(block, "Tabel")
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    table, shown = block.view.table, block.view.chart
    assert table.isVisible()
    assert not block.view.picture.isVisible()
    rows = range(table.rowCount())
    assert tuple(tuple(table.item(at, column).text() for column in range(6)) for at in rows) == shown.table
    assert tuple(table.horizontalHeaderItem(column).text() for column in range(6)) == shown.header
    block.chosen.setFocus()
    qtbot.keyClick(block.chosen, Qt.Key.Key_End)
    assert table.item(0, 0).text() == "Contacten per maand"
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert block.view.picture.isVisible()


def test_that_words_follow_at_once_and_the_picture_once(
    qtbot: QtBot, window: MainWindow, block: ChartsBlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_picture, "_REST", 60_000)  # on a busy machine three edits take longer than the real one
    drawn: list[None] = []
    block.view.picture.drawn.connect(lambda: drawn.append(None))
    before = block.view.chart.title
    cost = window.session.dossier(window.view.household).costs[0]
    for share in (80, 60, 40):
        window.session.run("Wijzigen", costs.set_attribution, cost.id, share)
        again(window, block)
        assert block.view.chart.title in words(block)
    assert block.view.chart.title != before
    assert drawn == []
    block.view.picture._soon.start(0)
    qtbot.waitUntil(lambda: bool(drawn))
    assert not block.view.picture._soon.isActive()
    assert len(drawn) == 1


def test_that_what_is_out_of_sight_is_not_made(qtbot: QtBot, window: MainWindow, block: ChartsBlock) -> None:
    block.hide()
    before = block.view.chart
    cost = window.session.dossier(window.view.household).costs[0]
    window.session.run("Wijzigen", costs.set_attribution, cost.id, 10)
    again(window, block)
    assert block.view.chart is before
    with qtbot.waitSignal(block.view.picture.drawn):
        block.show()
    assert block.view.chart.title != before.title


def test_that_it_grows_with_its_room_and_asks_for_more_when_letters_are_large(
    qtbot: QtBot, qapp: QApplication, block: ChartsBlock
) -> None:
    picture = block.view.picture
    with qtbot.waitSignal(picture.drawn):
        block.resize(1500, 900)
    assert picture._image.width() == picture.width() > 1100
    font, low = qapp.font(), picture.minimumHeight()
    large = qapp.font()
    large.setPointSizeF(2 * font.pointSizeF())
    with qtbot.waitSignal(picture.drawn):
        block.setFont(large)
        picture.setFont(large)
    assert picture.minimumHeight() > 1.5 * low


def test_that_the_picture_follows_the_theme(qtbot: QtBot, qapp: QApplication, block: ChartsBlock) -> None:
    picture = block.view.picture
    with qtbot.waitSignal(picture.drawn):
        theme.apply(qapp, theme.DARK)
    assert picture._image.pixelColor(0, 0).name().upper() == theme.DARK.field


def test_that_an_empty_household_gets_a_calm_sentence(qtbot: QtBot, window: MainWindow, block: ChartsBlock) -> None:
    window.household.open_new()
    again(window, block)
    assert any(text.startswith("Nog ") for text in words(block))
    assert not press(block, "PNG…").isVisible()
    window.view.open_household(household.all_of(window.session.store)[0].id)
    with qtbot.waitSignal(block.view.picture.drawn):
        again(window, block)
    assert press(block, "PNG…").isVisible()


def test_that_every_control_has_a_name_and_is_large_enough(block: ChartsBlock) -> None:
    assert accessibility.unnamed(block) == []
    assert accessibility.small(block) == []


Save = Callable[[str, Path], list[str]]


@pytest.fixture
def save(qtbot: QtBot, block: ChartsBlock, monkeypatch: pytest.MonkeyPatch) -> Save:
    """Press the button of a kind and answer the dialog; the title and the name that it came with."""

    def press_and_answer(kind: str, path: Path) -> list[str]:
        asked: list[str] = []

        def answer(_parent: object, title: str, name: str, _kinds: str) -> tuple[str, str]:
            asked.extend((title, Path(name).name))
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        qtbot.mouseClick(press(block, f"{kind}…"), Qt.MouseButton.LeftButton)
        return asked

    return press_and_answer


@pytest.mark.parametrize(("kind", "starts"), [("PNG", b"\x89PNG"), ("SVG", b"<?xml"), ("PDF", b"%PDF")])
def test_that_a_chart_is_saved_and_logged_by_number(
    window: MainWindow, save: Save, tmp_path: Path, kind: str, starts: bytes
) -> None:
    title, name = save(kind, tmp_path / "bord")
    assert "persoonsgegevens" in title
    assert name == f"huishouden-1-grafiek-besparing-per-wet.{kind.lower()}"
    made = tmp_path / f"bord.{kind.lower()}"
    assert made.read_bytes().startswith(starts)
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("uitvoeren", "huishouden 1")
    assert str(made) in window.statusBar().currentMessage()


def test_that_nothing_is_saved_of_a_household_for_which_paper_is_not_safe(
    window: MainWindow, save: Save, tmp_path: Path
) -> None:
    window.session.run("Wijzigen", household.set_no_paper, window.view.household, True)
    assert save("PNG", tmp_path / "bord.png") == []
    assert not (tmp_path / "bord.png").exists()
    assert "papier" in window.view.notice.text()


def test_that_a_chart_never_goes_into_the_workspace_itself(window: MainWindow, save: Save) -> None:
    place = window.session.store.folder / "bord.png"
    save("PNG", place)
    assert not place.exists()
    assert window.view.notice.text()


@pytest.mark.parametrize("yes", [False, True])
def test_that_another_file_than_the_dialog_asked_about_is_not_replaced_unasked(
    save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, yes: bool
) -> None:
    older = tmp_path / "bord.png"
    older.write_text("van iemand")
    monkeypatch.setattr(ask, "sure", lambda *_: yes)
    save("PNG", tmp_path / "bord.svg")
    assert older.read_bytes().startswith(b"\x89PNG") is yes
