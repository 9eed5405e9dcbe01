from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.dossier import costs, events
from doorbraak.model.insight.double_counting import doubles_of
from doorbraak.ui.household import costs_said
from doorbraak.ui.household.costs_doubles import DoublesDialog, DoublesNotice
from doorbraak.ui.main_window import MainWindow
from tests.ui.household.costs_keys import in_dialog, lines_of, press


def findings(window: MainWindow):
    session, household = window.session, window.view.household
    return doubles_of(session.dossier(household), session.saving(household))


def again(window: MainWindow, row: int, **changed: object) -> int:
    """The same line once more."""
    line = replace(window.session.dossier(window.view.household).costs[row], **changed)
    return window.session.run("Proef", costs.add, window.view.household, **costs_said.values_of(line))


def look(qtbot: QtBot, window: MainWindow, answer) -> None:
    shown, _ = lines_of(window)
    in_dialog(qtbot, window, lambda: press(shown, "Dubbel bekijken"), answer)


def test_that_nothing_is_said_while_nothing_is_double(window: MainWindow) -> None:
    shown, _ = lines_of(window)
    assert not findings(window)
    assert not shown.findChild(DoublesNotice).isVisible()


def test_that_the_same_twice_is_said_above_the_lines_with_its_cents(qtbot: QtBot, window: MainWindow) -> None:
    shown, _ = lines_of(window)
    again(window, 0)
    (one,) = findings(window)
    said = shown.findChild(DoublesNotice).said
    assert said.isVisible()
    assert said.text() == f"1 post lijkt dubbel te tellen, {money.whole(one.cents)} besparing."

    def answer(dialog: DoublesDialog) -> None:
        assert one.sentence in dialog.findings.item(0).text()
        assert money.exact(one.cents) in dialog.findings.item(0).text()

    look(qtbot, window, answer)


def test_that_what_is_double_is_put_together_with_each_line_once(window: MainWindow) -> None:
    """A line that is in two findings is counted too often once: by the one that weighs most."""
    shown, _ = lines_of(window)
    found = window.session.dossier(window.view.household)
    row = next(at for at, one in enumerate(found.costs) if one.event)
    again(window, row, attribution=60)
    threat = next(one for one in found.events if one.id == found.costs[row].event)
    other = window.session.run(
        "Proef", events.add, found.household.id, words="Nog eens", expected_on=threat.expected_on, reason="Proef",
        chance_threatening=40, chance_plan=5,
    )  # fmt: skip
    again(window, row, event=other)
    again(window, 0)
    known = {frozenset(one.lines): one.cents for one in findings(window)}
    sharing = [cents for lines, cents in known.items() if any(lines & each for each in known if each != lines)]
    apart = [cents for lines, cents in known.items() if all(lines.isdisjoint(each) for each in known if each != lines)]
    assert (len(sharing), len(apart)) == (2, 1)
    assert min(sharing) > 0
    assert min(apart) > 0
    said = shown.findChild(DoublesNotice).said.text()
    assert said == f"3 posten lijken dubbel te tellen, {money.whole(max(sharing) + apart[0])} besparing."


def test_that_one_key_removes_a_line_as_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.dossier(window.view.household).costs
    again(window, 0)
    twice = window.session.dossier(window.view.household).costs
    remedy = findings(window)[0].remedies[0]
    assert remedy.kind == "remove"

    def answer(dialog: DoublesDialog) -> None:
        assert dialog.focusWidget() is dialog.findings
        qtbot.keyClick(dialog.findings, Qt.Key.Key_1)
        assert dialog.findings.count() == 0

    look(qtbot, window, answer)
    left = window.session.dossier(window.view.household).costs
    assert {c.id for c in left} == {c.id for c in twice} - set(remedy.lines)
    assert len(left) == len(before)
    window.undo()
    assert window.session.dossier(window.view.household).costs == twice


def test_that_too_much_attribution_is_shared_out_by_one_key(qtbot: QtBot, window: MainWindow) -> None:
    row = next(at for at, c in enumerate(window.session.dossier(window.view.household).costs) if c.event)
    extra = again(window, row, attribution=60)
    (one,) = [each for each in findings(window) if each.kind == "attribution"]
    assert one.remedies[0].kind == "attribution"

    def answer(dialog: DoublesDialog) -> None:
        qtbot.keyClick(dialog.findings, Qt.Key.Key_1)

    look(qtbot, window, answer)
    shares = [c.attribution for c in window.session.dossier(window.view.household).costs if c.id in one.lines]
    assert sum(shares) == 100
    assert not [each for each in findings(window) if each.kind == "attribution"]
    window.undo()
    shown = {c.id: c.attribution for c in window.session.dossier(window.view.household).costs}
    assert shown[extra] == 60


def test_that_what_is_right_stays_and_can_be_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    shown, _ = lines_of(window)
    again(window, 0)
    kept = window.session.dossier(window.view.household).costs
    step = window.session.store.undo_label
    said = shown.findChild(DoublesNotice).said

    def keep(dialog: DoublesDialog) -> None:
        ways = dialog.remedies.count()
        qtbot.keyClick(dialog.findings, str(ways))
        assert dialog.findings.item(0).text().startswith("Blijft zo.")

    look(qtbot, window, keep)
    assert window.session.dossier(window.view.household).costs == kept
    assert window.session.store.undo_label == step
    assert said.text() == "Nagekeken op dubbel tellen: 1 blijft zo."
    look(qtbot, window, lambda dialog: qtbot.keyClick(dialog.findings, Qt.Key.Key_1))
    assert said.text().startswith("1 post lijkt dubbel")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_2])
def test_that_a_way_is_also_chosen_in_the_list_of_ways(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    again(window, 0)
    wanted = findings(window)[0].remedies[1]

    def answer(dialog: DoublesDialog) -> None:
        dialog.remedies.setFocus()
        dialog.remedies.setCurrentRow(1)
        qtbot.keyClick(dialog.remedies, key)

    look(qtbot, window, answer)
    assert not {c.id for c in window.session.dossier(window.view.household).costs} & set(wanted.lines)
