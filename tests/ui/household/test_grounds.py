from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import barriers, household, interventions, justification, outcomes, problems
from doorbraak.model.dossier.considerations import PARTS
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.household.grounds_weighing import QUESTIONS
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, choose_in_cell, line, page_named, table, type_in_cell

ARTICLE = "Artikel toevoegen: typ een wet of een woord"
ARTICLES, WEIGHING, PERSPECTIVES, BARRIERS, EARLIER = range(5)  # the tabs


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
    assert article.text_version in shown._articles._text.text()


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
    assert "eigen artikel" in shown._articles._text.text()


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
    assert cell(grounds, 0, 2) == "2020-01-01, nakijken"
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
            ("Perspectieven", known.perspectives),
            ("Belemmeringen", known.barriers),
        ):
            expected = [record.id for record in records if record.intervention == one.id]
            assert [record.id for record in table(shown, name)._records.records] == expected
        written = {record.part for record in known.considerations if record.intervention == one.id}
        rows = table(shown, "Overwegingen")._records.records
        assert {row.part for row in rows if row.written} == written


# -- what is weighed --------------------------------------------------------------------------------------


def test_that_every_part_has_a_short_question() -> None:
    assert list(QUESTIONS) == list(PARTS)
    assert all(question.endswith("?") and len(question.split()) <= 20 for question in QUESTIONS.values())


def test_that_a_part_is_written_in_the_field_beside_it_and_marked(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, WEIGHING)
    parts, words = table(shown, "Overwegingen"), shown._weighing._words
    row = PARTS.index("legal-test")
    assert cell(parts, row, 1) == "Nog niet"
    parts.setFocus()
    parts.setCurrentIndex(parts.model().index(row, 0))
    qtbot.keyClick(parts, Qt.Key.Key_Return)
    assert words.hasFocus()
    qtbot.keyClicks(words, "Het mag.")
    fresh.session.flush()
    assert [(one.part, one.words) for one in dossier(fresh).considerations] == [("legal-test", "Het mag.")]
    assert cell(parts, row, 1) == "✓ Ja"
    assert "1 van de 11" in shown._weighing._total.text()


def test_that_words_go_to_the_part_where_they_were_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, WEIGHING)
    parts, words = table(shown, "Overwegingen"), shown._weighing._words
    parts.setCurrentIndex(parts.model().index(0, 0))
    words.setFocus()
    qtbot.keyClicks(words, "Rust in huis")
    parts.setCurrentIndex(parts.model().index(1, 0))  # before it was committed
    assert words.toPlainText() == ""
    assert [(one.part, one.words) for one in dossier(fresh).considerations] == [(PARTS[0], "Rust in huis")]


def test_that_delete_empties_a_part_and_undo_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    shown = shown_on(window, WEIGHING)
    parts, before = table(shown, "Overwegingen"), dossier(window).considerations
    parts.setFocus()
    parts.setCurrentIndex(parts.model().index(0, 0))
    qtbot.keyClick(parts, Qt.Key.Key_Delete)
    assert len(dossier(window).considerations) == len(before) - 1
    assert shown._weighing._words.toPlainText() == ""
    window.undo()
    assert dossier(window).considerations == before


def test_that_what_is_not_written_has_no_origin_to_choose(qtbot: QtBot, window: MainWindow) -> None:
    shown = shown_on(window, WEIGHING)
    parts = table(shown, "Overwegingen")
    choose_in_cell(qtbot, parts, 0, 2, "Professional")
    assert dossier(window).considerations[0].origin == "professional"
    parts.setFocus()
    parts.setCurrentIndex(parts.model().index(1, 0))
    qtbot.keyClick(parts, Qt.Key.Key_Delete)
    choose_in_cell(qtbot, parts, 1, 2, "Professional")
    assert "Schrijf dit onderdeel eerst" in window.view.notice.text()


# -- perspectives and barriers ----------------------------------------------------------------------------


def test_that_a_verdict_is_added_from_the_side_that_nobody_judged_yet(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, PERSPECTIVES)
    field, judged = line(shown, "Nieuw oordeel: van wie?"), table(shown, "Perspectieven")
    for who in ("Jurist", "Adviseur"):
        field.setFocus()
        qtbot.keyClicks(field, who)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    found = dossier(fresh).perspectives
    assert [(one.side, one.by_role, one.on_day) for one in found] == [
        ("legal", "Jurist", date.today()),
        ("economic", "Adviseur", date.today()),
    ]
    assert "juridisch, economisch" in shown._perspectives._missing.text()
    choose_in_cell(qtbot, judged, 0, 1, "Voor, met voorwaarden")
    type_in_cell(qtbot, judged, 1, 4, "1-10-2026")
    assert dossier(fresh).perspectives[0].verdict == "conditions"
    assert dossier(fresh).perspectives[1].on_day == date(2026, 10, 1)
    assert "juridisch" not in shown._perspectives._missing.text()


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
    assert table(shown, "Gedeelde problemen").model().rowCount() == 1


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
    shown_on(fresh, ARTICLES)
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
    found = equal_cases(dossier(fresh), known)
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
    assert table(shown, "Overwegingen").hasFocus()
