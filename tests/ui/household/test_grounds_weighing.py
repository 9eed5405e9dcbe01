import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import events, goals, interventions, justification, own_words
from doorbraak.model.dossier.considerations import PARTS
from doorbraak.ui.household import grounds_weighing
from doorbraak.ui.household.grounds_part import QUESTIONS
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import choose_in_cell, table
from tests.ui.household.grounds_page import WEIGHING, doorbraak, dossier, shown_on, with_doorbraak


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    return with_doorbraak(window)


def tab(qtbot: QtBot) -> object:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_that_every_part_has_a_short_question() -> None:
    assert list(QUESTIONS) == list(PARTS)
    assert all(question.endswith("?") and len(question.split()) <= 20 for question in QUESTIONS.values())


def test_that_the_form_is_written_from_the_effect_to_the_legal_test_by_tab_alone(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    shown = shown_on(fresh, WEIGHING)
    focused = QApplication.focusWidget()
    for part in grounds_weighing.PARTS:
        assert focused is shown._weighing.fields[part]
        assert focused.placeholderText() == QUESTIONS[part]
        qtbot.keyClicks(focused, f"Over {part}")
        focused = tab(qtbot)
    written = {one.part: one.words for one in dossier(fresh).considerations}
    assert written == {part: f"Over {part}" for part in grounds_weighing.PARTS}
    assert next(iter(written)) == "wanted-effect"
    assert list(written)[-1] == "legal-test"


def test_that_their_own_words_are_taken_over_quoted_one_at_a_time(qtbot: QtBot, fresh: MainWindow) -> None:
    run, home = fresh.session.run, fresh.view.household
    later = run("Doel", goals.add, home, "Rust in huis")
    run("Doel", goals.add, home, "De huur betaald", first=True)
    run("Woorden", own_words.add, home, "problem", "Niemand luistert")
    shown = shown_on(fresh, WEIGHING)
    field = shown._weighing.fields["wanted-effect"]
    assert "“De huur betaald”" in shown._weighing._said.text()
    for words in ("“De huur betaald”", "“De huur betaald” “Niemand luistert”"):
        qtbot.keyClick(fresh, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda words=words: field.toPlainText() == words)
        assert dossier(fresh).considerations[0].words == words
        assert field.hasFocus()
    assert not shown._weighing._take.isEnabled()
    run("Doelen kiezen", interventions.set_goals, doorbraak(fresh), (later,))
    assert "“Rust in huis”" in shown._weighing._said.text()
    assert shown._weighing._take.isEnabled()


def test_that_the_dossier_says_what_it_knows_beside_the_fields(fresh: MainWindow) -> None:
    run, chosen = fresh.session.run, doorbraak(fresh)
    shown = shown_on(fresh, WEIGHING)
    form = shown._weighing
    assert "Bij de Rekensom staat nog geen dreiging" in form._known.text()
    assert form._test.text() == "Nog geen artikel gekozen."
    run("Rechtsgrond", justification.add, chosen, "participatiewet:13:1_onder_g", role="blocks")
    assert "PW 13 lid 1 onder g: " in form._laws.text()
    assert "nog geen uitweg gekozen" in form._test.text()
    run("Rechtsgrond", justification.add, chosen, "participatiewet:49", role="room")
    assert "Geeft ruimte: PW 49." in form._test.text()
    assert "is een uitweg gekozen" in form._test.text()
    run(
        "Dreiging", events.add, fresh.view.household, words="Huis uit", expected_on=dossier(fresh).household.opened,
        reason="Huur", chance_threatening=40, chance_plan=5,
    )  # fmt: skip
    assert "Huis uit. Kans 40%, met het plan 5%." in form._known.text()


def test_that_what_it_saves_and_for_whom_stands_beside_the_effects(window: MainWindow) -> None:
    said = shown_on(window, WEIGHING)._weighing._known.text()
    assert "Besparing in 12 maanden, alle doorbraken samen: €" in said
    assert "Betaalt de doorbraak: Gemeente €\u00a06.000." in said
    assert "Wint het meest: Gemeente" in said


def test_that_a_text_that_is_too_long_is_refused_with_a_sentence_and_kept(fresh: MainWindow) -> None:
    shown = shown_on(fresh, WEIGHING)
    field, long = shown._weighing.fields["wanted-effect"], "woord " * 1667
    field.setFocus()
    field.setPlainText(long)
    assert not dossier(fresh).considerations
    shown._weighing.fields["legal-test"].setFocus()
    assert "4.000" in fresh.view.notice.text() or "4000" in fresh.view.notice.text()
    assert field.toPlainText() == long
    assert field.property("wrong") is True
    shown._which.setFocus()
    fresh.view.open_household(next(h.id for h in all_households(fresh) if h.id != fresh.view.household))
    fresh.view.open_household(max(h.id for h in all_households(fresh)))
    assert shown_on(fresh, WEIGHING)._weighing.fields["wanted-effect"].toPlainText() == long


def all_households(window: MainWindow) -> list[object]:
    from doorbraak.model.dossier import household

    return list(household.all_of(window.session.store))


def test_that_words_go_to_the_doorbraak_where_they_were_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.session.run("Doorbraak toevoegen", interventions.add, fresh.view.household, words="Een auto")
    shown = shown_on(fresh, WEIGHING)
    field = shown._weighing.fields["wanted-effect"]
    qtbot.keyClicks(field, "Rust in huis")
    first, second = (one.id for one in dossier(fresh).interventions)
    shown._which.choose(second)  # before it was committed
    assert field.toPlainText() == ""
    assert [(one.intervention, one.words) for one in dossier(fresh).considerations] == [(first, "Rust in huis")]


def test_that_an_emptied_part_goes_and_undo_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    shown = shown_on(window, WEIGHING)
    before = dossier(window).considerations
    field = shown._weighing.fields["wanted-effect"]
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    window.session.flush()
    assert len(dossier(window).considerations) == len(before) - 1
    window.undo()
    assert dossier(window).considerations == before
    assert field.toPlainText() == before[0].words


def test_that_from_whom_each_part_comes_can_be_told_and_delete_empties_a_part(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, WEIGHING)
    whose = table(shown, "Overwegingen")
    assert not whose.isVisible()
    qtbot.keyClicks(shown._weighing.fields["wanted-effect"], "Rust")
    fresh.session.flush()
    QApplication.processEvents()
    assert whose.isVisible()
    choose_in_cell(qtbot, whose, 0, 2, "Huishouden")
    assert dossier(fresh).considerations[0].origin == "household"
    whose.setFocus()
    qtbot.keyClick(whose, Qt.Key.Key_Delete)
    assert not dossier(fresh).considerations
    assert shown._weighing.fields["wanted-effect"].toPlainText() == ""


def test_that_without_a_doorbraak_nothing_can_be_written(window: MainWindow) -> None:
    window.household.open_new()
    shown = shown_on(window, WEIGHING)
    assert not any(field.isEnabled() for field in shown._weighing.fields.values())
    assert "Kies eerst een doorbraak" in shown._weighing._said.text()
