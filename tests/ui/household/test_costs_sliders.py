import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.dossier import costs
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.household.costs_sliders import WhatIfBlock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.ui.household.test_costs_result import choose, column, press, result, why

NOW, OTHER, DIFFERENCE = range(3)
PLAN, PREVENTED, SAVING = 3, 5, 6


def block_of(window: MainWindow) -> WhatIfBlock:
    return result(window, "Wat als?").findChild(WhatIfBlock)


def slider(block: WhatIfBlock, name: str) -> QSlider:
    return next(found for found in block.findChildren(QSlider) if found.accessibleName() == name)


def chosen(qtbot: QtBot, block: WhatIfBlock, words: str) -> None:
    box = block.findChild(ChoiceBox)
    choose(qtbot, box, box.itemData(box.findText(words)))


def enabled(block: WhatIfBlock) -> set[str]:
    return {one.text().replace("&", "") for one in block.findChildren(QPushButton) if one.isEnabled()}


def test_that_the_sums_follow_the_keys_and_nothing_is_written(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    table, plan = block.findChild(WhyTable), slider(block, "Kans met het plan")
    before, undo = window.session.dossier(window.view.household), window.session.store.undo_label
    plan.setFocus()
    qtbot.keyClick(plan, Qt.Key.Key_PageUp)
    assert plan.value() == 15
    event = before.events[0]
    lines = [row for row in window.session.saving(window.view.household).lines if row.line.event == event.id]
    full = sum(row.amounts.prevented for row in lines) / (event.chance_threatening - event.chance_plan)
    assert table.item(OTHER, PREVENTED).text() == money.whole(round(full * (event.chance_threatening - 15)))
    assert table.item(NOW, PREVENTED).text() == money.whole(round(full * 35))
    assert table.item(DIFFERENCE, PREVENTED).text().startswith("-")
    assert window.session.dossier(window.view.household) == before
    assert window.session.store.undo_label == undo


def test_that_the_sums_follow_within_two_frames(qtbot: QtBot, window: MainWindow) -> None:
    """Against the same work done bare: no assertion on seconds."""
    from doorbraak.model.insight.savings import saving_of

    block = block_of(window)
    plan = slider(block, "Kans met het plan")
    found, session = window.session.dossier(window.view.household), window.session
    plan.setValue(10)
    bare, moved = [], []
    for at in range(11, 31):
        begun = time.perf_counter()
        for _ in range(10):
            _ = saving_of(found, session.catalogue).band
        bare.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        plan.setValue(at)
        QApplication.processEvents()
        moved.append(time.perf_counter() - begun)
    assert sorted(moved)[10] < 8 * sorted(bare)[10]


def test_that_what_can_be_turned_depends_on_what_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    found = window.session.dossier(window.view.household)
    seen = lambda: {one.accessibleName() for one in block.findChildren(QSlider) if one.isVisible()}  # noqa: E731
    assert seen() == {"Kans als er niets verandert", "Kans met het plan"}
    chosen(qtbot, block, next(one.words for one in found.costs if one.event is not None))
    assert seen() == {"Door het plan"}
    chosen(qtbot, block, found.costs[0].words)
    assert seen() == {"Kans als er niets verandert", "Kans met het plan", "Door het plan"}
    own = next(one.words for one in found.costs if one.intervention is not None)
    assert block.findChild(ChoiceBox).findText(own) < 0


def test_that_saving_it_writes_all_that_was_turned_as_one_step(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    before = window.session.dossier(window.view.household)
    slider(block, "Kans met het plan").setValue(20)
    chosen(qtbot, block, before.costs[0].words)
    slider(block, "Kans met het plan").setValue(60)
    slider(block, "Door het plan").setValue(50)
    other = block.findChild(WhyTable).item(OTHER, SAVING).text()
    press(block, "Zo opslaan")
    after = window.session.dossier(window.view.household)
    assert (after.events[0].chance_plan, after.costs[0].chances.plan, after.costs[0].attribution) == (20, 60, 50)
    assert block.findChild(WhyTable).item(NOW, SAVING).text() == other
    assert enabled(block) == set()
    window.undo()
    assert window.session.dossier(window.view.household) == before


def test_that_back_shows_what_the_file_holds(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    plan, table = slider(block, "Kans met het plan"), block.findChild(WhyTable)
    plan.setValue(90)
    assert enabled(block) == {"Zo opslaan", "Terug naar zoals het is"}
    press(block, "Terug naar zoals het is")
    assert plan.value() == 5
    assert {cell for at in range(1, 7) for cell in (table.item(DIFFERENCE, at).text(),)} == {"€\u00a00"}
    assert column(table, SAVING)[NOW] == column(table, SAVING)[OTHER]


def test_that_another_edit_meanwhile_is_what_one_sees_next(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    slider(block, "Kans met het plan").setValue(90)
    line = window.session.dossier(window.view.household).costs[0]
    window.session.run("Aantal wijzigen", costs.set_quantity, line.id, 20_000)
    assert slider(block, "Kans met het plan").value() == 5


def test_that_the_difference_opens_into_the_lines_that_make_it(qtbot: QtBot, window: MainWindow) -> None:
    block = block_of(window)
    slider(block, "Kans met het plan").setValue(20)
    table = block.findChild(WhyTable)
    table.setFocus()
    table.setCurrentCell(DIFFERENCE, PLAN)
    title, figure, text = why(window, lambda: qtbot.keyClick(table, Qt.Key.Key_Return))
    assert "Verschil" in title
    assert figure.startswith("+€")
    assert "Opvang voor zes gezinsleden" in text
