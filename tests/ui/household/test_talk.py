from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, goals, interventions, letters, people, problems, steps, tasks, visits
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.talk_promise import short_day
from doorbraak.ui.household.talk import TalkPage
from doorbraak.ui.household.talk_numbers import NumberRow
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.fields import TextField
from doorbraak.ui.widgets.line_list import LineList
from tests.ui.conftest import line, page_named
from tests.ui.test_screens import clipped

TODAY = date.today()
DAY = timedelta(days=1)
OWN_WORDS, YEAR, GRADES, FIRST, DOING, BACK = range(6)
LIFE, GRIP, USE, TRUST = (
    "Welk cijfer geeft u uw leven nu?",
    "Hoeveel grip heeft u op uw leven?",
    "Hoeveel heeft u aan de hulp?",
    "Hoeveel vertrouwen heeft u in hulp en overheid?",
)


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """On a household of which nothing is known."""
    window.household.open_new()
    return window


def write(window: MainWindow, verb: object, *args: object, **values: object) -> int:
    return int(window.session.run("Schrijven", verb, window.view.household, *args, **values))


def known(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def talk(window: MainWindow, stage: int = OWN_WORDS) -> TalkPage:
    shown = page_named(window, "Gesprek")
    assert isinstance(shown, TalkPage)
    shown.go_to(stage)
    QApplication.processEvents()
    return shown


def lines(shown: QWidget, name: str) -> LineList:
    return next(found for found in shown.findChildren(LineList) if found.accessibleName() == name)


def words(listed: LineList) -> list[str]:
    return [listed.item(at).text() for at in range(listed.count())]


def said(shown: QWidget) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


def button(shown: QWidget, text: str) -> QPushButton:
    found = (one for one in shown.findChildren(QPushButton) if one.isVisible())
    return next(one for one in found if one.text().replace("&", "") == text)


def row(shown: QWidget, name: str) -> NumberRow:
    return next(found for found in shown.findChildren(NumberRow) if found.accessibleName() == name)


def box(shown: QWidget) -> QPlainTextEdit:
    return next(found for found in shown.findChildren(QPlainTextEdit) if "probleem" in found.accessibleName())


def press_undo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


# -- going about ------------------------------------------------------------------------------------------


def test_that_every_stage_is_reached_by_its_own_letter_in_any_order(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh)
    for at, letter in ((BACK, "L"), (GRADES, "C"), (DOING, "A"), (YEAR, "J"), (FIRST, "R"), (OWN_WORDS, "E")):
        qtbot.keyClick(fresh, QKeySequence(letter)[0].key(), Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda at=at: shown._stack.currentIndex() == at)
    assert known(fresh).visits == (), "looking is no visit"


def test_that_no_letter_means_two_things_in_a_stage(window: MainWindow) -> None:
    for stage in range(6):
        shown = talk(window, stage)
        texts = [
            one.text() for one in shown.findChildren(QPushButton) + shown.findChildren(QCheckBox) if one.isVisible()
        ]
        texts += [action.text() for action in window.menuBar().actions()]
        letters_ = [text[text.index("&") + 1].casefold() for text in texts]
        assert sorted(set(letters_)) == sorted(letters_)


def test_that_an_empty_stage_says_what_is_not_there_yet(fresh: MainWindow) -> None:
    for stage in range(6):
        shown = talk(fresh, stage)
        told = "".join(one.toPlainText() for one in shown.findChildren(QTextBrowser) if one.isVisible())
        assert "Nog " in said(shown._stack.currentWidget()) + told, stage


def test_that_tab_comes_out_of_every_field_of_a_stage(qtbot: QtBot, window: MainWindow) -> None:
    for stage in range(6):
        shown = talk(window, stage)
        seen = []
        for _ in range(40):
            focused = QApplication.focusWidget()
            seen.append(focused)
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is not focused, focused
            if QApplication.focusWidget() in seen:
                break
        inside = [one for one in seen if shown._stack.currentWidget().isAncestorOf(one)]
        assert len(inside) >= 2


def test_that_another_family_begins_with_its_own_words(fresh: MainWindow) -> None:
    shown = talk(fresh, BACK)
    fresh.household.open_new()
    page_named(fresh, "Gesprek")
    assert shown._stack.currentIndex() == OWN_WORDS


def test_that_letters_twice_as_large_clip_nothing(window: MainWindow) -> None:
    shown = talk(window, OWN_WORDS)
    before = QApplication.font()
    small = box(shown).font().pointSizeF()
    try:
        window.appearance.zoom(round(before.pointSizeF()))
        for stage in range(6):
            shown.go_to(stage)
            for _ in range(5):
                QApplication.processEvents()
            assert clipped(window) == [], stage
        assert box(shown).font().pointSizeF() == pytest.approx(2 * small, rel=0.1)
    finally:
        QApplication.setFont(before)


def test_that_a_line_at_the_table_is_as_high_as_its_letters_ask(window: MainWindow) -> None:
    shown, name = talk(window, OWN_WORDS), "Eerste actie nu"
    window.at_table.toggle()
    shown.go_to(BACK)
    for _ in range(5):
        QApplication.processEvents()
    assert line(shown, name).height() >= line(shown, name).sizeHint().height()
    window.at_table.toggle()


# -- own words and questions ------------------------------------------------------------------------------


def test_that_the_first_words_are_kept_and_make_the_visit_of_today(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh)
    assert box(shown).hasFocus()
    with qtbot.waitSignal(fresh.session.saved, timeout=4000):
        box(shown)._timer.setInterval(20)
        qtbot.keyClicks(box(shown), "Iedereen wil iets.")
    assert [(one.question, one.words, one.origin) for one in known(fresh).own_words] == [
        ("problem", "Iedereen wil iets.", "household")
    ]
    assert [(one.on_day, one.place, one.conversation) for one in known(fresh).visits] == [(TODAY, "home", "first")]
    assert TextField.PAUSE == 2000
    qtbot.keyClicks(box(shown), " En niemand luistert.")
    fresh.session.flush()
    assert [one.words for one in known(fresh).own_words] == ["Iedereen wil iets. En niemand luistert."]
    assert len(known(fresh).visits) == 1


def test_that_words_of_an_earlier_visit_stay_as_they_were(qtbot: QtBot, window: MainWindow) -> None:
    before = known(window).own_words
    shown = talk(window)
    assert box(shown).toPlainText() == ""
    assert "Ik heb één schuld van 6.000 euro." in said(shown)
    qtbot.keyClicks(box(shown), "Nu is het anders.")
    window.session.flush()
    assert known(window).own_words[: len(before)] == before
    assert known(window).own_words[-1].words == "Nu is het anders."


def test_that_emptying_the_box_takes_the_words_of_today_away(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh)
    qtbot.keyClicks(box(shown), "Oei")
    fresh.session.flush()
    box(shown).selectAll()
    qtbot.keyClick(box(shown), Qt.Key.Key_Delete)
    fresh.session.flush()
    assert known(fresh).own_words == ()


def test_that_a_conversation_is_typed_with_enter_alone(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh)
    field = line(shown, "Antwoord op de vraag")
    field.setFocus()
    assert "Vraag 1 van 9" in said(shown)
    for answer in ("Wij eten samen.", "", "Net niet."):
        qtbot.keyClicks(field, answer)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Vraag 4 van 9" in said(shown)
    assert field.text() == ""
    assert [(one.question, one.words) for one in known(fresh).own_words] == [("went-well", "Wij eten samen.")]
    assert [one.report for one in known(fresh).visits] == ["Komt u rond met uw geld? Net niet."]
    qtbot.mouseClick(button(shown, "Vorige vraag"), Qt.MouseButton.LeftButton)
    assert field.text() == "Net niet."


def test_that_an_answer_is_changed_and_not_written_twice(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, visits.add, TODAY, report="Koffie.", place="office")
    shown = talk(fresh)
    field = line(shown, "Antwoord op de vraag")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    for typed in ("Klein", "er"):
        field.end(False)
        qtbot.keyClicks(field, typed)
        fresh.session.flush()
    visit = known(fresh).visits[0]
    assert (visit.report, visit.place) == ("Koffie.\nHoe woont u? Kunt u hier blijven? Kleiner", "office")


def test_that_another_conversation_has_other_questions_and_is_written_down(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh)
    kind = next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Soort gesprek")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert "Vraag 1 van 8" in said(shown)
    assert "Klopt wat wij vorige keer opschreven?" in said(shown)
    assert known(fresh).visits == ()
    qtbot.keyClicks(box(shown), "Ja")
    fresh.session.flush()
    assert [one.conversation for one in known(fresh).visits] == ["plan"]
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert [one.conversation for one in known(fresh).visits] == ["look-back"]


# -- a year from now, and what first ----------------------------------------------------------------------


def test_that_a_goal_is_added_and_taken_away_by_keys(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh, YEAR)
    field = line(shown, "Nieuw doel over een jaar")
    assert field.hasFocus()
    for goal in ("Rust", "Werk"):
        qtbot.keyClicks(field, goal)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    listed = lines(shown, "Doelen over een jaar")
    assert words(listed) == ["“Rust”", "“Werk”"]
    listed.setFocus()
    listed.setCurrentRow(0)
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [goal.words for goal in known(fresh).goals] == ["Werk"]
    press_undo(qtbot, fresh)
    assert words(listed) == ["“Rust”", "“Werk”"]


def test_that_the_household_says_what_comes_first(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, goals.add, "Rust")
    a, b, c = (write(fresh, problems.add, words=word, life_domain="geld") for word in "abc")
    shown = talk(fresh, FIRST)
    wishes, stuck = lines(shown, "Wat eerst moet"), lines(shown, "Wat vastzit, in uw volgorde")
    assert wishes.hasFocus()
    qtbot.keyClick(wishes, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: known(fresh).goals[0].first)
    stuck.setFocus()
    for chosen in (b, c):
        stuck.setCurrentRow(next(at for at in range(3) if stuck.item(at).data(Qt.ItemDataRole.UserRole) == chosen))
        qtbot.keyClicks(stuck, "+")
    assert words(stuck) == ["1. b", "2. c", "a"]
    qtbot.keyClicks(stuck, "+")
    assert words(stuck) == ["1. c", "2. b", "a"]
    assert stuck.key == c, "it stays chosen while it moves"
    qtbot.keyClicks(stuck, "-")
    assert words(stuck) == ["1. b", "2. c", "a"]
    qtbot.mouseClick(button(shown, "Geen plaats"), Qt.MouseButton.LeftButton)
    assert words(stuck) == ["1. b", "a", "c"]
    assert {one.id: one.rank for one in known(fresh).problems} == {a: None, b: 1, c: None}


# -- figures ----------------------------------------------------------------------------------------------


def test_that_a_digit_is_a_figure_and_tab_goes_to_the_next(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh, GRADES)
    for name, digits in ((LIFE, "6"), (GRIP, "10"), (USE, ""), (TRUST, "0")):
        field = row(shown, name)
        assert field.hasFocus(), name
        qtbot.keyClicks(field, digits)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert {(one.measure, one.moment, one.on_day, one.value_e2) for one in known(fresh).measurements} == {
        ("kwaliteit-van-leven", "start", TODAY, 600),
        ("ervaren-grip", "start", TODAY, 1000),
        ("vertrouwen", "start", TODAY, 0),
    }
    assert row(shown, GRIP).accessibleDescription() == "10"


def test_that_a_ten_is_one_step_to_undo(qtbot: QtBot, fresh: MainWindow) -> None:
    field = row(talk(fresh, GRADES), LIFE)
    qtbot.keyClicks(field, "4")
    qtbot.keyClicks(field, "10")
    assert field.figure == 10
    press_undo(qtbot, fresh)
    assert field.figure == 4


def test_that_rather_not_stores_nothing(qtbot: QtBot, fresh: MainWindow) -> None:
    field = row(talk(fresh, GRADES), LIFE)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert (known(fresh).measurements, known(fresh).visits) == ((), ())
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert known(fresh).measurements == ()
    assert field.accessibleDescription() == "nog geen cijfer"


def test_that_a_click_or_arrows_and_space_choose_a_figure(qtbot: QtBot, fresh: MainWindow) -> None:
    field = row(talk(fresh, GRADES), LIFE)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.place(3).center())
    assert field.figure == 3
    qtbot.keyClick(field, Qt.Key.Key_Right)
    assert field.figure == 3, "looking along is not choosing"
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert field.figure == 4
    assert [one.value_e2 for one in known(fresh).measurements] == [400]
    assert all(field.place(at).width() >= 24 and field.place(at).height() >= 24 for at in range(12))
    assert field.rect().contains(field.place(11))


def test_that_each_person_has_figures_of_their_own(qtbot: QtBot, fresh: MainWindow) -> None:
    sam = write(fresh, people.add, name="Sam")
    shown = talk(fresh, GRADES)
    field = row(shown, LIFE)
    qtbot.keyClicks(field, "8")
    who = next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Van wie is het cijfer")
    who.setFocus()
    qtbot.keyClick(who, Qt.Key.Key_Down)
    assert field.figure is None
    field.setFocus()
    qtbot.keyClicks(field, "2")
    assert [(one.person, one.value_e2) for one in known(fresh).measurements] == [(None, 800), (sam, 200)]


# -- u, wij, wat kan stoppen ------------------------------------------------------------------------------


def test_that_both_columns_take_a_line_with_its_day(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh, DOING)
    you, we, who = (line(shown, name) for name in ("Wat doet u?", "Wat doen wij?", "Wie van ons?"))
    assert you.hasFocus()
    qtbot.keyClicks(you, "School bellen morgen")
    qtbot.keyClick(you, Qt.Key.Key_Return)
    qtbot.keyClicks(who, "Noor")
    qtbot.keyClicks(we, "Brief schrijven")
    qtbot.keyClick(we, Qt.Key.Key_Return)
    qtbot.keyClicks(we, "Regelen")
    qtbot.keyClick(we, Qt.Key.Key_Return)
    assert [(one.words, one.lead, one.due) for one in known(fresh).tasks] == [
        ("School bellen", "", TODAY + DAY),
        ("Brief schrijven", "Noor", None),
        ("Regelen", "Wijkteam", None),
    ]
    assert len(words(lines(shown, "Wat u doet"))) == 1
    assert words(lines(shown, "Wat wij doen")) == ["Noor: Brief schrijven.", "Wijkteam: Regelen."]


def test_that_too_much_is_told_calmly_and_can_move_to_us_or_to_later(qtbot: QtBot, fresh: MainWindow) -> None:
    doorbraak = write(fresh, interventions.add, words="Schuld weg")
    fresh.session.run("Stap", steps.add, doorbraak, "Bonnen zoeken", owner="household", due=TODAY)
    for at in range(1, 4):
        write(fresh, tasks.add, f"Taak {at}", due=TODAY + at * DAY)
    shown = talk(fresh, DOING)
    assert "4 dingen afgesproken. Binnen een week, of al voorbij: 4." in said(shown)
    assert "Dat is veel." in said(shown)
    listed = lines(shown, "Wat u doet")
    listed.setFocus()
    listed.setCurrentRow(0)
    qtbot.keyClicks(listed, "n")
    assert [(one.owner, one.lead) for one in known(fresh).steps] == [("professional", "Wijkteam")]
    assert "Dat is veel." not in said(shown)
    assert words(listed)[0].startswith("Taak 1")
    qtbot.keyClicks(listed, "l")
    assert known(fresh).tasks[0].due == TODAY + 8 * DAY
    qtbot.mouseClick(button(shown, "Naar wij"), Qt.MouseButton.LeftButton)
    assert [one.lead for one in known(fresh).tasks].count("Wijkteam") == 1
    press_undo(qtbot, fresh)
    assert [one.lead for one in known(fresh).tasks].count("Wijkteam") == 0


def test_that_a_letter_stays_with_the_household(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, letters.add, sender="Bank", demand="Betaal", last_day=TODAY)
    shown = talk(fresh, DOING)
    assert not button(shown, "Naar wij").isEnabled()
    assert words(lines(shown, "Wat u doet")) == []
    listed = lines(shown, "Wat brieven van u vragen")
    assert words(listed) == [f"Bank vraagt, voor {short_day(TODAY)}: “Betaal”."]
    listed.setFocus()
    qtbot.keyClicks(listed, "nl")
    assert (known(fresh).tasks, known(fresh).letters[0].last_day) == ((), TODAY)
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: listed.count() == 0)
    assert known(fresh).letters[0].settled_on == TODAY


def test_that_what_is_counted_is_what_is_listed_and_read_back(window: MainWindow) -> None:
    shown = talk(window, DOING)
    agreed, asked = words(lines(shown, "Wat u doet")), words(lines(shown, "Wat brieven van u vragen"))
    assert (len(agreed), len(asked)) == (2, 5)
    counted = "7 dingen: 2 afgesproken, 5 in brieven gevraagd"
    assert f"{counted}. Binnen een week, of al voorbij: " in said(shown)
    assert "5 brieven vragen niets van u." in said(shown)
    assert not any("Afgewezen" in one or "Wij houden" in one for one in agreed + asked)
    shown = talk(window, BACK)
    told = shown.findChild(QTextBrowser).toPlainText().split("\n")
    at = told.index("U doet")
    assert told[at + 1 : at + 3] == agreed
    assert told[at + 3 : at + 9] == ["Brieven vragen van u", *asked]
    assert f"Voor u {counted}." in said(shown)


def test_that_an_example_in_a_line_is_read_whole(window: MainWindow) -> None:
    shown = talk(window, DOING)
    for field in shown.findChildren(QLineEdit):
        if field.isVisible():
            room = field.width() - 2 * field.fontMetrics().horizontalAdvance("n")
            assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room, field.placeholderText()
    into = next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Samenvoegen met")
    assert into.fontMetrics().horizontalAdvance("Wijkteam / sociaal team") + 40 <= into.width()


def test_that_a_tick_finishes_what_we_do(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, tasks.add, "Regelen", lead="Noor")
    listed = lines(talk(fresh, DOING), "Wat wij doen")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: listed.count() == 0)
    assert known(fresh).tasks[0].done_on == TODAY


def test_that_one_key_says_what_becomes_of_an_agency(qtbot: QtBot, fresh: MainWindow) -> None:
    bank, _ = (write(fresh, agencies.add, words=name, contacts_e2=at) for name, at in (("Bank", 440), ("Team", 100)))
    shown = talk(fresh, DOING)
    listed = lines(shown, "Wat kan stoppen")
    assert "5,4 contacten per maand nu, 5,4 straks." in said(shown)
    listed.setFocus()
    for key, future, straks in (("s", "stop", "1"), ("p", "pause", "1"), ("h", "keep", "5,4"), ("h", "", "5,4")):
        qtbot.keyClicks(listed, key)
        assert known(fresh).agencies[0].future == future
        assert f"5,4 contacten per maand nu, {straks} straks." in said(shown)
    qtbot.mouseClick(button(shown, "Stoppen"), Qt.MouseButton.LeftButton)
    assert words(listed) == ["Bank · 4,4 per maand · stoppen", "Team · 1 per maand"]
    assert listed.key == bank


def test_that_an_agency_goes_together_with_another_by_keys(qtbot: QtBot, fresh: MainWindow) -> None:
    bank, team = (write(fresh, agencies.add, words=name, contacts_e2=at) for name, at in (("Bank", 440), ("Team", 100)))
    shown = talk(fresh, DOING)
    listed = lines(shown, "Wat kan stoppen")
    listed.setFocus()
    qtbot.keyClicks(listed, "v")
    into = next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Samenvoegen met")
    qtbot.keyClick(into.view(), Qt.Key.Key_Down)
    qtbot.keyClick(into.view(), Qt.Key.Key_Return)
    assert [(one.future, one.merges_into) for one in known(fresh).agencies] == [("merge", team), ("", None)]
    assert words(listed)[0] == "Bank · 4,4 per maand · samenvoegen met Team"
    listed.setFocus()
    listed.setCurrentRow(1)
    into.choose(bank)
    qtbot.mouseClick(button(shown, "Samenvoegen"), Qt.MouseButton.LeftButton)
    assert "in zichzelf" in fresh.view.notice.text()


# -- reading back -----------------------------------------------------------------------------------------


def test_that_the_first_action_is_a_promise_of_today(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = talk(fresh, BACK)
    now = line(shown, "Eerste actie nu")
    assert now.hasFocus()
    qtbot.keyClicks(now, "Samen bellen")
    qtbot.keyClick(now, Qt.Key.Key_Return)
    done = shown.findChild(QCheckBox)
    done.setFocus()
    qtbot.keyClick(done, Qt.Key.Key_Space)
    qtbot.keyClicks(now, "Brief openen")
    qtbot.keyClicks(line(shown, "Wie doet het nu?"), "Moeder")
    qtbot.keyClick(now, Qt.Key.Key_Return)
    assert [(one.kind, one.words, one.lead, one.due, one.done_on) for one in known(fresh).tasks] == [
        ("promise", "Samen bellen", "Wijkteam", TODAY, None),
        ("promise", "Brief openen", "Moeder", TODAY, TODAY),
    ]
    assert not done.isChecked()
    assert "0 instanties, 0 knopen, 2 eerste stappen." in said(shown)


def test_that_what_was_written_is_read_back_in_plain_words(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, goals.add, "Rust <b>in</b> huis", first=True)
    write(fresh, tasks.add, "Beschikking lezen")
    told = talk(fresh, BACK).findChild(QTextBrowser).toPlainText()
    assert told.split("\n") == [
        "Dit moet eerst", "“Rust <b>in</b> huis”", "U doet", "Brief met het besluit lezen.",
    ]  # fmt: skip


def test_that_a_real_household_closes_with_one_line(window: MainWindow) -> None:
    assert "48 instanties, 2 knopen, 1 eerste stap." in said(talk(window, BACK))
