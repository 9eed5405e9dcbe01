"""What a screen reader is given of the genogram: read through the interfaces that Qt would hand to it."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people
from doorbraak.ui.household.people_genogram import GenogramView
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import page_named


def drawing(window: MainWindow) -> GenogramView:
    return page_named(window, "Mensen").findChild(GenogramView)


def met(view: GenogramView) -> list[QAccessibleInterface]:
    whole = QAccessible.queryAccessibleInterface(view)
    return [whole.child(at) for at in range(whole.childCount())]


def test_that_every_sign_of_the_genogram_is_an_item_with_its_sentence_and_place(window: MainWindow) -> None:
    shown = drawing(window)
    whole = QAccessible.queryAccessibleInterface(shown)
    assert whole.role() == QAccessible.Role.List
    signs = met(shown)
    assert {one.text(QAccessible.Text.Name) for one in signs} == {one.sentence for one in shown._genogram.signs}
    assert len(signs) == len(shown._genogram.signs) > 1
    for at, one in enumerate(signs):
        assert one.role() == QAccessible.Role.ListItem
        assert whole.indexOfChild(one) == at
        assert whole.rect().contains(one.rect())
        there = whole.childAt(one.rect().center().x(), one.rect().center().y())
        assert there.text(QAccessible.Text.Name) == one.text(QAccessible.Text.Name)


def test_that_the_sign_that_is_chosen_says_so_and_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    shown = drawing(window)
    second = shown.told()[1].person
    shown.setFocus()
    shown.choose(second)
    states = [bool(one.state().selected) for one in met(shown)]
    assert states == [at == 1 for at in range(len(states))]
    focused = QAccessible.queryAccessibleInterface(shown).focusChild()
    assert focused.text(QAccessible.Text.Name) == shown.sentence_of(second)


def test_that_who_is_taken_away_is_met_no_more(window: MainWindow) -> None:
    shown = drawing(window)
    before, gone = len(met(shown)), shown.told()[0].person
    window.session.run("Persoon weghalen", people.remove, gone)
    assert len(met(shown)) == before - 1
    assert gone not in [one.person for one in shown.told()]
