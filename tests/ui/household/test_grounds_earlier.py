"""The tab Eerdere gevallen: what makes a case alike, what was done there, and whether this one is equal."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import comparisons, household, interventions, outcomes, problems
from doorbraak.model.dossier.comparisons import Comparison
from doorbraak.ui.household.grounds_earlier import EarlierBlock
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, choose_in_cell, line, table, type_in_cell
from tests.ui.household.grounds_page import ARTICLES, EARLIER, doorbraak, dossier, shown_on, with_doorbraak

ADD = "Ander geval: uit een publicatie of van elders"


def like(window: MainWindow, *kinds: str, tried: str = "schulden-afkopen", refused: str = "") -> str:
    """Another real household with these problems and a doorbraak; returns what it is called here."""
    run, here = window.session.run, window.view.household
    window.household.open_new()
    home = window.view.household
    for kind in kinds:
        has_problem(window, kind)
    step = run("Doorbraak toevoegen", interventions.add, home, kind=tried, words="Moeder heet Anna")
    if refused:
        run("Status wijzigen", interventions.set_status, step, "refused", on=date(2026, 10, 1), reason=refused)
    else:
        run("Antwoord toevoegen", outcomes.add, step, "partly", date(2026, 11, 1), why="De rest bleef.")
    window.view.open_household(here)
    return f"Huishouden {household.read(window.session.store, home).number}"


def has_problem(window: MainWindow, kind: str) -> None:
    domain = window.session.catalogue.problems[kind].life_domain
    window.session.run("Probleem toevoegen", problems.add, window.view.household, kind=kind, life_domain=domain)


@pytest.fixture
def home(window: MainWindow) -> MainWindow:
    """A real household with two problems and a doorbraak of the list."""
    with_doorbraak(window, kind="briefadres", words="")
    for kind in ("stress", "dakloos"):
        has_problem(window, kind)
    return window


def earlier(window: MainWindow) -> EarlierBlock:
    block: EarlierBlock = shown_on(window, EARLIER)._earlier
    return block


def listed(block: EarlierBlock) -> list[str]:
    return [cell(block.table, row, 0) for row in range(block.table.model().rowCount())]


def compared(window: MainWindow) -> tuple[Comparison, ...]:
    return dossier(window).comparisons


def said(window: MainWindow) -> list[tuple[str, str, str]]:
    return [(one.other, one.verdict, one.why) for one in compared(window)]


def test_that_the_same_kind_goes_first_and_the_reasons_stand_beside_it(home: MainWindow) -> None:
    more, same = like(home, "stress", "dakloos"), like(home, "stress", tried="briefadres")
    block = earlier(home)
    assert listed(block) == [same, more]
    name = home.session.catalogue.interventions["briefadres"].name
    first, second, *_ = block._why.text().splitlines()
    assert first == f"Zelfde soort doorbraak: {name}."
    assert second.startswith("Deelt 1 van de 2 soorten problemen: ")
    assert "Bovenaan staat dezelfde soort doorbraak" in block._said.text()


def test_that_another_chosen_doorbraak_puts_the_cases_in_another_order_at_once(home: MainWindow) -> None:
    home.session.run("Doorbraak toevoegen", interventions.add, home.view.household, kind="schulden-afkopen")
    more, same = like(home, "stress", "dakloos"), like(home, "stress", tried="briefadres")
    block = earlier(home)
    assert listed(block) == [same, more]
    shown_on(home, EARLIER)._which.choose(dossier(home).interventions[1].id)
    assert listed(block) == [more, same]
    assert cell(block.table, block.table.currentIndex().row(), 0) == more


def test_that_a_refused_one_shows_its_reason_and_kinds_come_before_words_of_there(home: MainWindow) -> None:
    like(home, "stress", refused="Geen regiobinding")
    text = earlier(home)._more.toPlainText()
    assert text.startswith("Afgewezen: Geen regiobinding")
    assert text.endswith("Moeder heet Anna")


@pytest.mark.parametrize(("key", "verdict", "word"), [("g", "equal", "Gelijk"), ("a", "differs", "Anders")])
def test_that_a_key_says_whether_it_is_equal_and_undo_takes_that_back(
    qtbot: QtBot, home: MainWindow, key: str, verdict: str, word: str
) -> None:
    other = like(home, "stress")
    block = earlier(home)
    block.table.setFocus()
    assert not block._verdict.why.isEnabled()
    qtbot.keyClicks(block.table, key)
    assert said(home) == [(other, verdict, "")]
    assert cell(block.table, 0, 3) == word
    assert block._verdict.choice.value == verdict
    assert block.table.hasFocus()
    home.undo()
    assert compared(home) == ()
    assert cell(block.table, 0, 3) == ""
    assert block._verdict.choice.value is None


def test_that_the_reason_belongs_to_the_case_it_was_written_at(qtbot: QtBot, home: MainWindow) -> None:
    first, second = like(home, "stress", "dakloos"), like(home, "stress")
    block = earlier(home)
    block.table.setFocus()
    qtbot.keyClicks(block.table, "g")
    qtbot.keyClick(block.table, Qt.Key.Key_Return)
    assert block._verdict.why.hasFocus()
    qtbot.keyClicks(block._verdict.why, "Ook zonder huis")
    block.table.setFocus()
    qtbot.keyClick(block.table, Qt.Key.Key_Down)
    assert block._verdict.why.toPlainText() == ""
    qtbot.keyClicks(block.table, "a")
    assert said(home) == [(first, "equal", "Ook zonder huis"), (second, "differs", "")]
    qtbot.keyClick(block.table, Qt.Key.Key_Up)
    assert block._verdict.why.toPlainText() == "Ook zonder huis"
    qtbot.keyClicks(block.table, "a")
    assert said(home)[0] == (first, "differs", "Ook zonder huis")


def test_that_a_verdict_chosen_while_a_reason_is_typed_loses_nothing(qtbot: QtBot, home: MainWindow) -> None:
    other = like(home, "stress")
    block = earlier(home)
    block.table.setFocus()
    qtbot.keyClicks(block.table, "g")
    block._verdict.why.setFocus()
    qtbot.keyClicks(block._verdict.why, "Toch anders")
    block._verdict.judge("differs")
    assert said(home) == [(other, "differs", "Toch anders")]


def test_that_a_verdict_is_of_the_chosen_doorbraak_only(qtbot: QtBot, home: MainWindow) -> None:
    home.session.run("Doorbraak toevoegen", interventions.add, home.view.household, kind="schulden-afkopen")
    like(home, "stress")
    block = earlier(home)
    block.table.setFocus()
    qtbot.keyClicks(block.table, "g")
    shown_on(home, EARLIER)._which.choose(dossier(home).interventions[1].id)
    assert cell(block.table, 0, 3) == ""
    assert block._compared.table.model().rowCount() == 0
    qtbot.keyClicks(block.table, "a")
    assert [(one.intervention, one.verdict) for one in compared(home)] == [
        (dossier(home).interventions[0].id, "equal"), (dossier(home).interventions[1].id, "differs"),
    ]  # fmt: skip


def add_other(qtbot: QtBot, block: EarlierBlock, words: str, verdict: str | None = "differs") -> None:
    field = line(block, ADD)
    field.setFocus()
    qtbot.keyClicks(field, words)
    if verdict:
        block._compared._verdict.choose(verdict)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_a_published_case_is_added_changed_and_removed(qtbot: QtBot, home: MainWindow) -> None:
    block = earlier(home)
    add_other(qtbot, block, "Rechtbank Oost 2024")
    rows = table(block, "Vergeleken gevallen")
    assert said(home) == [("Rechtbank Oost 2024", "differs", "")]
    assert line(block, ADD).text() == ""
    choose_in_cell(qtbot, rows, 0, 1, "Gelijk")
    type_in_cell(qtbot, rows, 0, 2, "Zelfde artikel")
    choose_in_cell(qtbot, rows, 0, 3, "Publicatie")
    type_in_cell(qtbot, rows, 0, 0, "Rechtbank West 2024")
    assert said(home) == [("Rechtbank West 2024", "equal", "Zelfde artikel")]
    assert compared(home)[0].origin == "published"
    home.undo()
    assert said(home) == [("Rechtbank Oost 2024", "equal", "Zelfde artikel")]
    rows.setFocus()
    rows.select_first()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert compared(home) == ()
    home.undo()
    assert len(compared(home)) == 1


def test_that_no_verdict_is_made_up_and_a_case_stands_there_once(qtbot: QtBot, home: MainWindow) -> None:
    block = earlier(home)
    add_other(qtbot, block, "Rechtbank Oost", None)
    assert compared(home) == ()
    assert line(block, ADD).text() == "Rechtbank Oost"
    assert home.view.notice.isVisible()
    block._compared._verdict.choose("equal")
    qtbot.keyClick(line(block, ADD), Qt.Key.Key_Return)
    add_other(qtbot, block, "Rechtbank Oost")
    assert said(home) == [("Rechtbank Oost", "equal", "")]
    line(block, ADD).clear()
    add_other(qtbot, block, "Rechtbank West")
    type_in_cell(qtbot, table(block, "Vergeleken gevallen"), 1, 0, "Rechtbank Oost")
    assert [one[0] for one in said(home)] == ["Rechtbank Oost", "Rechtbank West"]


def test_that_a_removed_household_is_said_and_what_was_written_stays(qtbot: QtBot, home: MainWindow) -> None:
    other = like(home, "stress")
    gone = max(one.id for one in household.all_of(home.session.store))
    block = earlier(home)
    block.table.setFocus()
    qtbot.keyClicks(block.table, "g")
    assert other not in block._compared._said.text()
    home.session.run("Huishouden verwijderen", household.remove, gone)
    shown_on(home, ARTICLES)
    block = earlier(home)
    assert listed(block) == []
    assert f"Niet te vinden in deze werkmap: {other}." in block._compared._said.text()
    assert said(home) == [(other, "equal", "")]
    assert not block._verdict.choice.isEnabled()


def test_that_one_household_alone_is_told_so_and_that_examples_do_not_count(home: MainWindow) -> None:
    text = earlier(home)._said.text()
    assert text.startswith("Nog geen ander huishouden in deze werkmap")
    assert text.endswith("Voorbeelden tellen niet mee: die zijn verzonnen.")


def test_that_an_example_says_that_it_learns_from_examples_only(window: MainWindow) -> None:
    like(window, "stress")
    assert "Een voorbeeld leert alleen van voorbeelden." in earlier(window)._said.text()


def test_that_without_a_doorbraak_nothing_is_compared(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    has_problem(window, "stress")
    like(window, "stress")
    block = earlier(window)
    assert len(listed(block)) == 1
    block.table.setFocus()
    qtbot.keyClicks(block.table, "g")
    assert compared(window) == ()
    controls: list[Any] = [block._verdict.choice, block._verdict.why, line(block, ADD)]
    assert not any(one.isEnabled() for one in controls)
    assert block._compared._said.text() == "Kies eerst een doorbraak."


def test_that_a_comparison_leads_to_its_tab_from_what_is_missing(home: MainWindow) -> None:
    shown = shown_on(home, ARTICLES)
    missing = next(one for one in shown._missing._listed if one.table == "comparison")
    shown.go_to(missing)
    QApplication.processEvents()
    assert shown._tabs.currentIndex() == EARLIER
    home.session.run("Vergelijken", comparisons.write, doorbraak(home), "Rechtbank Oost", "equal")
    assert not any(one.table == "comparison" for one in shown._missing._listed)


def test_that_a_published_case_with_a_long_name_wraps(home: MainWindow) -> None:
    compared = shown_on(home, EARLIER)._earlier._compared.table
    assert [column.key for column in compared._records.columns if column.wraps] == ["other", "why"]
    assert compared.verticalHeader().defaultSectionSize() > 40
