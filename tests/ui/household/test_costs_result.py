"""The result part of the page Rekensom: cards, views, and why a figure is what it is."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.dossier import assumptions, events
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.household.costs_result import ResultBlock
from doorbraak.ui.household.costs_why import WhyDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.line_list import LineList
from tests.ui import accessibility
from tests.ui.conftest import page_named
from tests.ui.test_screens import clipped

KEY = Qt.Key
TABS = ("Uitkomst", "Wie betaalt, wie wint", "Langer vooruit", "Grafieken")
NAMES = ("current", "threatening", "plan", "saving")


def tab(window: MainWindow, title: str) -> Page:
    """The page with this tab in sight."""
    shown = page_named(window, "Rekensom")
    tabs = shown.findChild(QTabWidget)
    tabs.setCurrentIndex(next(at for at in range(tabs.count()) if tabs.tabText(at).replace("&", "") == title))
    QApplication.processEvents()
    return shown


def result(window: MainWindow, view: str = "In het kort") -> ResultBlock:
    block = tab(window, "Uitkomst").findChild(ResultBlock)
    listed = block.findChild(LineList)
    listed.setCurrentRow(next(at for at in range(listed.count()) if listed.item(at).text() == view))
    QApplication.processEvents()
    return block


def figures(within: QWidget) -> list[WhyTable]:
    return [found for found in within.findChildren(WhyTable) if found.isVisible()]


def column(table: WhyTable, at: int) -> list[str]:
    return [table.item(row, at).text() for row in range(table.rowCount())]


def press(within: QWidget, text: str) -> None:
    next(found for found in within.findChildren(QPushButton) if found.text().replace("&", "") == text).click()


def choose(qtbot: QtBot, box: ChoiceBox, value: object) -> None:
    """By keys, as in a list that is open."""
    box.showPopup()
    steps = box.findData(value) - box.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(box.view(), KEY.Key_Down if steps > 0 else KEY.Key_Up)
    qtbot.keyClick(box.view(), KEY.Key_Return)
    QApplication.processEvents()


def why(window: MainWindow, work: Callable[[], object]) -> tuple[str, str, str]:
    """Do something that opens a figure: its title, the figure and all that one can copy."""
    seen: list[tuple[str, str, str]] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhyDialog)
        press(dialog, "Alles kopiëren")
        seen.append((dialog.reason.title, dialog.reason.figure, QApplication.clipboard().text()))
        assert dialog.table.rowCount() == len(dialog.reason.rows) + bool(dialog.reason.total)
        press(dialog, "Sluiten")

    QTimer.singleShot(0, window, read)
    work()
    assert seen
    return seen[0]


def cents(text: str) -> int:
    return money.parse(re.sub(r"[\u00a0€]", "", text))


def test_that_the_cards_show_the_sums_of_the_model(window: MainWindow) -> None:
    saving = window.session.saving(window.view.household)
    cards = page_named(window, "Rekensom").cards.cards
    for key in NAMES:
        assert cards[key].figure.text() == money.whole(getattr(saving.public, key))
    under = cards["saving"].line.text()
    for cents_ in (saving.public.direct, saving.public.prevented, saving.band.low, saving.band.high):
        assert money.whole(cents_) in under
    assert "aangenomen" in under


def test_that_every_card_opens_by_enter_into_lines_that_add_up(qtbot: QtBot, window: MainWindow) -> None:
    cards = page_named(window, "Rekensom").cards.cards
    for key in NAMES:
        public = window.session.saving(window.view.household).public
        cards[key].setFocus()
        title, figure, text = why(window, lambda card=cards[key]: qtbot.keyClick(card, KEY.Key_Return))
        assert figure == money.exact(getattr(public, key))
        assert cards[key].title in title
        assert "Bron:" in text


def test_that_a_card_says_title_and_figure_to_a_screen_reader(window: MainWindow) -> None:
    card = page_named(window, "Rekensom").cards.cards["plan"]
    assert card.accessibleName() == f"Met het plan: {card.figure.text()}"
    assert "waarom" in card.accessibleDescription()


def test_that_in_short_shows_twelve_and_twenty_four_months_with_the_own_cost(window: MainWindow) -> None:
    block = result(window)
    table = figures(block)[0]
    session, household = window.session, window.view.household
    one, two = session.saving(household), session.saving(household, 24)
    assert column(table, 0)[:4] == ["12 maanden", "– doorbraak zelf", "24 maanden", "– doorbraak zelf"]
    wanted = (one.public, one.own_cost, two.public, two.own_cost)
    for at, part in enumerate(("current", "threatening", "plan", "direct", "prevented", "saving"), 1):
        assert column(table, at)[:4] == [money.whole(getattr(amounts, part)) for amounts in wanted]


def test_that_enter_a_double_click_and_the_button_open_the_same_figure(qtbot: QtBot, window: MainWindow) -> None:
    block = result(window, "Per wet")
    table = figures(block)[0]
    table.setFocus()
    table.setCurrentCell(0, 6)
    spot = table.visualItemRect(table.item(0, 6)).center()
    by_key = why(window, lambda: qtbot.keyClick(table, KEY.Key_Return))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    by_mouse = why(window, lambda: qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot))
    by_button = why(window, lambda: press(block, "Waarom dit getal?"))
    assert by_key == by_mouse == by_button
    assert by_key[1] == money.exact(window.session.saving(window.view.household).by_law[0].amounts.saving)


def test_that_the_button_asks_about_the_table_that_one_was_in(qtbot: QtBot, window: MainWindow) -> None:
    block = result(window)
    _, beside = figures(block)
    beside.setFocus()
    beside.setCurrentCell(0, 0)
    qtbot.keyClick(beside, KEY.Key_Down)
    assert why(window, lambda: press(block, "Waarom dit getal?"))[0] == "Wachten per week"


def test_that_months_and_society_change_what_is_summed(qtbot: QtBot, window: MainWindow) -> None:
    block = result(window, "Per betaler")
    boxes = {box.accessibleName(): box for box in block.findChildren(ChoiceBox)}
    months, society = boxes["Hoe lang?"], boxes["Voor wie?"]
    session, household = window.session, window.view.household
    table = figures(block)[0]
    assert column(table, 6)[-1] == money.whole(session.saving(household).public.saving)
    choose(qtbot, months, 24)
    two = session.saving(household, 24)
    assert column(table, 6)[-1] == money.whole(two.public.saving)
    choose(qtbot, society, True)
    assert column(table, 6)[-1] == money.whole(two.public_without_transfers.saving)
    assert two.public_without_transfers.saving != two.public.saving


def test_that_each_way_of_looking_has_a_title_and_rows(window: MainWindow) -> None:
    block = result(window)
    listed = block.findChild(LineList)
    titles = set()
    for at in range(listed.count()):
        listed.setCurrentRow(at)
        QApplication.processEvents()
        shown = figures(block)
        assert shown, listed.item(at).text()
        assert shown[0].rowCount() > 0
        titles.add(shown[0].accessibleName())
    assert len(titles) == listed.count()


def test_that_an_empty_household_says_what_to_do(window: MainWindow) -> None:
    window.household.open_new()
    block = result(window, "Per wet")
    assert figures(block) == []
    assert "Nog geen kosten" in block._title.text()


def test_that_only_the_tab_in_sight_reads_after_an_edit(window: MainWindow) -> None:
    block = result(window, "Per wet")
    seen: list[object] = []
    block._show_view = lambda view: seen.append(view)
    shown = tab(window, "Kosten")
    found = window.session.dossier(window.view.household)
    window.session.run("Kans wijzigen", events.set_chance_plan, found.events[0].id, 30, household=shown.number)
    assert seen == []
    tab(window, "Uitkomst")
    assert len(seen) == 1


def test_that_the_cards_follow_an_edit_and_undo(window: MainWindow) -> None:
    shown = page_named(window, "Rekensom")
    before = shown.cards.cards["plan"].figure.text()
    found = window.session.dossier(window.view.household)
    window.session.run("Kans wijzigen", events.set_chance_plan, found.events[0].id, 40, household=shown.number)
    public = window.session.saving(window.view.household).public
    assert shown.cards.cards["plan"].figure.text() == money.whole(public.plan) != before
    window.undo()
    assert shown.cards.cards["plan"].figure.text() == before


def test_that_the_page_follows_the_workspaces_price_year(window: MainWindow) -> None:
    table = figures(result(window))[0]
    before = table.item(0, 2).text()
    window.session.run("Aannames wijzigen", assumptions.write, Assumptions(price_year=2015))
    saving = window.session.saving(window.view.household)
    assert saving.level.year == 2015
    assert table.item(0, 2).text() == money.whole(saving.public.threatening) != before


def test_that_the_story_of_a_line_follows_the_row(qtbot: QtBot, window: MainWindow) -> None:
    table = figures(result(window, "Per kostenpost"))[0]
    table.setFocus()
    table.setCurrentCell(table.rowCount() - 1, 1)
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhyDialog)
        told.append(dialog.story.toPlainText())
        qtbot.keyClick(dialog.table, KEY.Key_Down)
        told.append(dialog.story.toPlainText())
        qtbot.keyClick(dialog, KEY.Key_Escape)

    QTimer.singleShot(0, window, read)
    qtbot.keyClick(table, KEY.Key_Return)
    assert told[0].startswith("Jeugdhulp met verblijf")
    assert "€ 95.000,00" in told[0]
    assert told[1] != told[0]


@pytest.mark.parametrize("title", TABS)
def test_that_everybody_can_use_each_tab_with_results(window: MainWindow, title: str) -> None:
    """A1, A2 and A6, and nothing cut off at 1366x768."""
    shown = tab(window, title)
    listed = [found for found in shown.findChildren(LineList) if found.isVisible()]
    for at in range(listed[0].count() if listed else 1):
        if listed:
            listed[0].setCurrentRow(at)
        QApplication.processEvents()
        for kind in (accessibility.unnamed, accessibility.small, accessibility.traps, clipped):
            assert kind(window) == [], (title, at, kind.__name__)
        met = accessibility.tab_round(window, window.view._nav)
        assert accessibility.unreached(window, met) == []
        assert accessibility.backward(window, met) == []
    assert (window.width(), window.height()) == (1366, 768)


@pytest.mark.parametrize("title", ["Kosten", "Wat dreigt", *TABS])
def test_that_no_two_keys_of_a_tab_are_the_same(window: MainWindow, title: str) -> None:
    shown = tab(window, title)
    tabs = shown.findChild(QTabWidget)
    words = [tabs.tabText(at) for at in range(tabs.count())]
    words += [found.text() for found in shown.findChildren(QPushButton) if found.isVisible()]
    words += [entry.text() for entry in window.menuBar().actions()]
    keys = [letter.casefold() for text in words for letter in re.findall(r"&(\w)", text)]
    assert len(keys) == len(set(keys)), sorted(keys)


def test_that_the_short_result_is_one_page_that_scrolls_with_whole_tables(window: MainWindow) -> None:
    block = result(window)
    for shown in figures(block):
        assert shown.verticalScrollBar().maximum() == 0
        assert shown.height() >= shown.needed, "no row and no sentence is cut"
    assert block._room.verticalScrollBar().maximum() > 0
    first, second = figures(block)
    second.setFocus()
    second.setCurrentCell(second.rowCount() - 1, 0)
    QApplication.processEvents()
    at = second.visualItemRect(second.currentItem()).center()
    assert block._room.viewport().rect().contains(second.viewport().mapTo(block._room.viewport(), at))
    one = figures(result(window, "Per kostenpost"))[0]
    assert one is first


def test_that_what_is_certain_says_its_amount_and_why(window: MainWindow) -> None:
    from doorbraak.model.documents.result_table import amounts_row
    from doorbraak.model.insight.savings import Saving

    saving: Saving = window.session.saving(window.view.household)
    last = amounts_row("Niets", (), saving)[-1]
    assert last.text == "€\u00a00"
    assert last.why is not None
    assert "niets onzeker" in " ".join(last.why().sentences)


def test_that_a_household_without_costs_opens_where_they_are_filled_in(window: MainWindow) -> None:
    tabs = tab(window, "Uitkomst").findChild(QTabWidget)
    window.household.open_new()
    page_named(window, "Rekensom")
    assert tabs.currentIndex() == 0
    tabs.setCurrentIndex(1)
    window.session.run("Proef", assumptions.write, Assumptions(hours_per_fte=1400))
    assert tabs.currentIndex() == 1, "of its own it stays where one works"


def test_that_the_list_for_whom_shows_both_its_choices(window: MainWindow) -> None:
    window.household.open_new()
    block = result(window)
    box = next(one for one in block.findChildren(ChoiceBox) if one.accessibleName() == "Voor wie?")
    box.showPopup()
    QApplication.processEvents()
    listed = box.view()
    for row in range(box.count()):
        assert listed.visualRect(box.model().index(row, 0)).bottom() <= listed.viewport().height()
    box.hidePopup()
