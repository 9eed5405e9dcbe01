from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import barriers, household, interventions, justification, outcomes, problems
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.numbers import shown_version
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, choose_in_cell, line, page_named, table, type_in_cell

ARTICLE = "Artikel toevoegen: typ een wet of een woord"
ARTICLES, WEIGHING, VALUES, PERSPECTIVES, BARRIERS, EARLIER = range(6)  # the tabs


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """A real household with one doorbraak; the only other one is the example."""
    window.household.open_new()
    window.session.run("Doorbraak toevoegen", interventions.add, window.view.household, words="De rekening betalen")
    return window


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def shown_on(window: MainWindow, tab: int) -> object:
    shown = page_named(window, "Onderbouwing")
    shown._tabs.setCurrentIndex(tab)
    return shown


def pick_article(qtbot: QtBot, shown: object, words: str) -> None:
    field = line(shown, ARTICLE)
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)


# -- articles ---------------------------------------------------------------------------------------------


def test_that_typing_begins_where_an_article_is_added(fresh: MainWindow) -> None:
    assert line(page_named(fresh, "Onderbouwing"), ARTICLE).hasFocus()


def test_that_an_article_is_kept_with_its_name_its_text_and_the_date_of_that(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Onderbouwing")
    pick_article(qtbot, shown, "maatwerk")
    ground = dossier(fresh).grounds[0]
    article = fresh.session.catalogue.articles[ground.article]
    assert ground.intervention == dossier(fresh).interventions[0].id
    assert ground.title == names.article_name(article.id, fresh.session.catalogue)
    assert (ground.text, ground.text_version) == (article.what, article.text_version)
    assert article.what in shown._articles._text.text()
    assert shown_version(article.text_version) in shown._articles._text.text()


def test_that_the_same_article_twice_is_refused_and_stays_as_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Onderbouwing")
    pick_article(qtbot, shown, "maatwerk")
    pick_article(qtbot, shown, "maatwerk")
    assert len(dossier(fresh).grounds) == 1
    assert line(shown, ARTICLE).text() == "maatwerk"
    assert fresh.view.notice.isVisible()


def test_that_an_own_article_is_taken_in_own_words(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Onderbouwing")
    field = line(shown, ARTICLE)
    field.setFocus()
    qtbot.keyClicks(field, "Verordening Oost artikel 7")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_End)  # the own words stand last
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    grounds = table(shown, "Rechtsgronden")
    assert cell(grounds, 0, 0) == "Verordening Oost artikel 7"
    assert cell(grounds, 0, 2) == "nakijken"
    assert shown._articles._own.isVisible()


def test_that_an_unsure_article_says_nakijken(fresh: MainWindow) -> None:
    unsure = next(a for a in fresh.session.catalogue.articles.values() if a.needs_check)
    shown = page_named(fresh, "Onderbouwing")
    fresh.session.run("Rechtsgrond toevoegen", justification.add, dossier(fresh).interventions[0].id, unsure.id)
    assert "nakijken" in cell(table(shown, "Rechtsgronden"), 0, 2)
    assert "Nakijken" in shown._articles._text.text()


def test_that_an_obstacle_starts_as_blocking(qtbot: QtBot, fresh: MainWindow) -> None:
    pick_article(qtbot, page_named(fresh, "Onderbouwing"), "plicht om werk te zoeken")
    ground = dossier(fresh).grounds[0]
    assert fresh.session.catalogue.articles[ground.article].kind == "belemmering"
    assert ground.role == "blocks"


def test_that_an_article_that_left_the_list_keeps_its_title_and_text(fresh: MainWindow) -> None:
    fresh.session.run(
        "Rechtsgrond toevoegen",
        justification.add,
        dossier(fresh).interventions[0].id,
        "oude-wet:1",
        title="Oude wet artikel 1: Iets mag",
        text="Het mag.",
        text_version="2020-01-01",
    )
    shown = page_named(fresh, "Onderbouwing")
    grounds = table(shown, "Rechtsgronden")
    assert cell(grounds, 0, 0) == "Oude wet artikel 1: Iets mag"
    assert cell(grounds, 0, 2) == "1-1-2020, nakijken"
    said = shown._articles._text.text()
    assert said.startswith("Het mag.")
    assert "niet meer in de lijst" in said


def test_that_an_article_that_says_something_else_now_shows_both_texts(fresh: MainWindow) -> None:
    article = next(iter(fresh.session.catalogue.articles.values()))
    chosen = dossier(fresh).interventions[0].id
    fresh.session.run("Rechtsgrond toevoegen", justification.add, chosen, article.id, text="Eerst mocht het niet.")
    said = page_named(fresh, "Onderbouwing")._articles._text.text()
    assert article.what in said
    assert "Eerst mocht het niet." in said


def test_that_role_and_reason_are_written(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Onderbouwing")
    pick_article(qtbot, shown, "maatwerk")
    choose_in_cell(qtbot, table(shown, "Rechtsgronden"), 0, 1, "Geeft ruimte")
    shown._articles._reason.setFocus()
    qtbot.keyClicks(shown._articles._reason, "Hier past het")
    fresh.session.flush()
    assert (dossier(fresh).grounds[0].role, dossier(fresh).grounds[0].reason) == ("room", "Hier past het")


def test_that_all_parts_follow_the_chosen_doorbraak(window: MainWindow) -> None:
    shown = page_named(window, "Onderbouwing")
    known = dossier(window)
    for one in known.interventions:
        shown._which.choose(one.id)
        for name, records in (
            ("Rechtsgronden", known.grounds),
            ("Overwegingen", known.considerations),
            ("Perspectieven", known.perspectives),
            ("Belemmeringen", known.barriers),
        ):
            expected = {record.id for record in records if record.intervention == one.id}
            assert {record.id for record in table(shown, name)._records.records if record.id > 0} == expected
        for part, field in shown._weighing.fields.items():
            words = [c.words for c in known.considerations if c.intervention == one.id and c.part == part]
            assert [field.toPlainText()] == (words or [""])


# -- barriers ---------------------------------------------------------------------------------------------


def test_that_a_barrier_says_what_it_really_is(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, BARRIERS)
    field, listed = line(shown, "Nieuwe belemmering"), table(shown, "Belemmeringen")
    field.setFocus()
    qtbot.keyClicks(field, "Dat doen we nooit")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown._barriers._state.text() == "Nog in de weg: 1. Kies bij 1 nog wat het echt is."
    choose_in_cell(qtbot, listed, 0, 1, choice_names.RUNGS["habit"])
    assert shown._barriers._state.text() == "Nog in de weg: 1. Geen daarvan is een wet."
    type_in_cell(qtbot, listed, 0, 3, "1-11-2026")
    assert shown._barriers._state.text() == "Alle belemmeringen zijn weg."
    assert dossier(fresh).barriers[0].gone_on == date(2026, 11, 1)


def test_that_a_refused_date_stays_as_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.session.run("Belemmering toevoegen", barriers.add, dossier(fresh).interventions[0].id, "Regel")
    listed = table(shown_on(fresh, BARRIERS), "Belemmeringen")
    type_in_cell(qtbot, listed, 0, 3, "morgen")
    assert cell(listed, 0, 3) == "morgen"
    assert dossier(fresh).barriers[0].gone_on is None


# -- earlier cases ----------------------------------------------------------------------------------------


def like(window: MainWindow, *kinds: str, worked: str = "") -> int:
    """Another real household with these problems and a doorbraak for them; the open one stays open."""
    run, here = window.session.run, window.view.household
    window.household.open_new()
    home = window.view.household
    rows = tuple(
        run("Probleem toevoegen", problems.add, home, kind=kind, life_domain=domain(window, kind)) for kind in kinds
    )
    tried = run("Doorbraak toevoegen", interventions.add, home, kind="briefadres", problems=rows, status="done")
    if worked:
        run("Antwoord toevoegen", outcomes.add, tried, worked, date(2026, 11, 1), why="Nu komt de post aan.")
    window.view.open_household(here)
    return home


def domain(window: MainWindow, kind: str) -> str:
    return window.session.catalogue.problems[kind].life_domain


@pytest.fixture
def kinds(fresh: MainWindow) -> tuple[str, str]:
    """Two kinds of problems that the household has."""
    wanted = tuple(fresh.session.catalogue.problems)[:2]
    for kind in wanted:
        fresh.session.run(
            "Probleem toevoegen", problems.add, fresh.view.household, kind=kind, life_domain=domain(fresh, kind)
        )
    return wanted


def test_that_nothing_to_compare_is_said(fresh: MainWindow) -> None:
    shown = shown_on(fresh, EARLIER)
    assert shown._earlier._said.text().startswith("Nog niets te vergelijken.")
    assert shown._earlier._nothing.isVisible()


def test_that_an_example_is_no_earlier_case_of_a_real_household(window: MainWindow) -> None:
    example = dossier(window)
    window.household.open_new()
    kind = next(problem.kind for problem in example.problems if problem.kind)
    window.session.run(
        "Probleem toevoegen", problems.add, window.view.household, kind=kind, life_domain=domain(window, kind)
    )
    shown = shown_on(window, EARLIER)
    assert table(shown, "Huishoudens met dezelfde problemen").model().rowCount() == 0
    assert shown._earlier._said.text().startswith("Nog geen ander huishouden")


def test_that_equal_cases_tell_what_was_done_and_whether_it_worked(fresh: MainWindow, kinds: tuple[str, str]) -> None:
    less = like(fresh, kinds[0])
    more = like(fresh, *kinds, worked="yes")
    shown = shown_on(fresh, EARLIER)
    cases, done = table(shown, "Huishoudens met dezelfde problemen"), table(shown, "Doorbraken daar")
    number = household.read(fresh.session.store, more).number
    assert [record.id for record in cases._records.records] == [more, less]
    assert cell(cases, 0, 0) == f"Huishouden {number}"
    assert cell(cases, 0, 1) == "2 van de 2"
    assert (cell(done, 0, 1), cell(done, 0, 2)) == ("Uitgevoerd", "Ja")
    assert "Nu komt de post aan." in shown._earlier._more.toPlainText()
    assert "Nog maar 2 huishoudens: te weinig" in shown._earlier._said.text()
    cases.setCurrentIndex(cases.model().index(1, 0))
    assert cell(done, 0, 2) == "Niet gezegd"
    assert shown._earlier._why.text().startswith("Deelt 1 van de 2 soorten problemen")


def test_that_earlier_cases_name_nobody_and_are_in_the_log_once(fresh: MainWindow, kinds: tuple[str, str]) -> None:
    other = like(fresh, *kinds)
    fresh.session.run("Naam wijzigen", household.rename, other, "Familie Jansen", household=3)
    shown = shown_on(fresh, EARLIER)
    cases = table(shown, "Huishoudens met dezelfde problemen")
    assert [cell(cases, 0, column) for column in range(3)] == ["Huishouden 3", "2 van de 2", "0"]
    shown_on(fresh, ARTICLES)
    shown_on(fresh, EARLIER)

    def looked() -> list[str]:
        entries = fresh.session.store.log_entries()
        return [entry.object for entry in entries if entry.object == "eerdere gevallen" and entry.action == "inzien"]

    assert len(looked()) == 1
    fresh.view.open_household(other)
    shown_on(fresh, EARLIER)
    assert len(looked()) == 2


def test_that_what_worked_is_counted_for_the_chosen_problem(fresh: MainWindow, kinds: tuple[str, str]) -> None:
    like(fresh, kinds[0], worked="no")
    like(fresh, *kinds, worked="yes")
    shown = shown_on(fresh, EARLIER)
    worked = table(shown, "Wat werkte")
    counted = {}
    for kind in kinds:
        shown._earlier._for.choose(kind)
        counted[kind] = tuple(cell(worked, 0, column) for column in (1, 2, 4))
    assert counted == {kinds[0]: ("2", "1", "1"), kinds[1]: ("1", "1", "")}


def test_that_other_households_are_read_only_when_somebody_looks(
    fresh: MainWindow, kinds: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak.model.dossier import precedents

    read, asked = precedents.of_others, []
    monkeypatch.setattr(precedents, "of_others", lambda *given: asked.append(given) or read(*given))
    shown_on(fresh, BARRIERS)
    asked.clear()  # the articles were in sight for a moment
    fresh.session.run("Belemmering toevoegen", barriers.add, dossier(fresh).interventions[0].id, "Regel")
    assert asked == []
    shown_on(fresh, EARLIER)
    assert len(asked) == 1


def test_that_enough_cases_are_not_called_too_few(fresh: MainWindow, kinds: tuple[str, str]) -> None:
    from doorbraak.model.insight.equal_cases import equal_cases
    from doorbraak.ui.household.grounds_earlier import FEW, said_of

    for _ in range(FEW - 1):
        like(fresh, *kinds)
    known = shown_on(fresh, EARLIER)._earlier._known
    found = equal_cases(dossier(fresh), known, fresh.session.catalogue)
    assert "te weinig" in said_of(dossier(fresh), found, comparable=True)
    enough = said_of(dossier(fresh), [*found, replace(found[0], number=99)], comparable=True)
    assert "te weinig" not in enough
    assert "Bovenaan" in enough


# -- the page itself --------------------------------------------------------------------------------------


def test_that_without_a_doorbraak_nothing_can_be_typed(window: MainWindow) -> None:
    window.household.open_new()
    shown = page_named(window, "Onderbouwing")
    assert shown._none.isVisible()
    assert not line(shown, ARTICLE).isEnabled()
    assert shown._tabs.hasFocus()


def test_that_the_page_opens_where_one_was_and_takes_the_focus_there(window: MainWindow) -> None:
    shown = shown_on(window, WEIGHING)
    page_named(window, "Doorbraak")
    page_named(window, "Onderbouwing")
    QApplication.processEvents()
    assert shown._tabs.currentIndex() == WEIGHING
    assert shown._weighing.fields["wanted-effect"].hasFocus()


def test_that_the_tabs_stand_in_the_order_of_work(window: MainWindow) -> None:
    bar = page_named(window, "Onderbouwing")._tabs
    assert [bar.tabText(at).replace("&", "") for at in range(bar.count())] == [
        "Artikelen", "Afweging", "Waarden", "Perspectieven", "Belemmeringen", "Eerdere gevallen",
    ]  # fmt: skip


def test_that_typing_begins_in_a_tab_at_once_but_not_on_a_walk_along_the_tabs(qtbot: QtBot, window: MainWindow) -> None:
    shown = shown_on(window, VALUES)
    assert shown._values.fields["legitimacy"].hasFocus()
    bar = shown._tabs.tabBar()
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert shown._tabs.currentIndex() == PERSPECTIVES
    assert bar.hasFocus()


def test_that_a_lock_comes_back_to_the_same_tab_of_the_same_doorbraak(window: MainWindow) -> None:
    shown = shown_on(window, VALUES)
    other = dossier(window).interventions[1].id
    shown._which.choose(other)
    shown._values.fields["return"].setFocus()
    window.lock()
    window.open_with(PASSPHRASE)
    again = window.view._stack.currentWidget()
    assert again is not shown
    assert (again._tabs.currentIndex(), again._which.value) == (VALUES, other)
    assert again._values.fields["return"].hasFocus()


def test_that_form_values_and_four_sides_take_few_keys_and_no_click_beyond_the_words(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    """Of the 120 keys that a whole justification may take: those of these three tabs."""
    keys = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal keys
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()
        keys += 1

    def say(words: str) -> None:
        qtbot.keyClicks(QApplication.focusWidget(), words)

    shown_on(fresh, ARTICLES)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    for at in range(9):
        say("Dit is waarom")
        if at < 8:
            press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    for at in range(3):
        say("Dit is waarom")
        if at < 2:
            press(Qt.Key.Key_Tab)
            press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    for _ in range(4):
        press(Qt.Key.Key_V)
        press(Qt.Key.Key_Return)
        say("Dit is waarom")
        press(Qt.Key.Key_Tab)
        say("Jurist")
        press(Qt.Key.Key_Return)
    say("Alles naast elkaar")
    fresh.session.flush()
    known = dossier(fresh)
    assert len(known.considerations) == 13
    assert [(one.verdict, one.reason, one.by_role) for one in known.perspectives] == 4 * [
        ("for", "Dit is waarom", "Jurist")
    ]
    assert keys == 31
