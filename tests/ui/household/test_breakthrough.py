from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

ARTICLE = "Artikel toevoegen: typ een wet of een woord"


def test_that_a_doorbraak_and_its_ground_are_added_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    kind = line(shown, "Doorbraak toevoegen: typ drie letters")
    kind.setFocus()
    qtbot.keyClicks(kind, "briefadres")
    qtbot.keyClick(kind._completer.popup(), Qt.Key.Key_Return)
    steps, grounds = table(shown, "Doorbraken"), table(shown, "Rechtsgronden")
    assert steps.model().rowCount() == 4
    assert steps.currentIndex().row() == 3
    assert grounds.model().rowCount() == 0
    assert shown._no_grounds.isVisible()
    article = line(shown, ARTICLE)
    article.setFocus()
    qtbot.keyClicks(article, "maatwerk")
    qtbot.keyClick(article._completer.popup(), Qt.Key.Key_Return)
    assert grounds.model().rowCount() == 1
    ground = window.session.dossier(window.view.household).grounds[-1]
    assert ground.intervention == steps.record().id


def test_that_an_article_shows_its_text_and_the_date_that_was_read(window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    ground = table(shown, "Rechtsgronden").record()
    article = window.session.catalogue.articles[ground.article]
    assert article.what in shown._text.text()
    assert article.text_version in shown._text.text()


def test_that_an_unsure_article_says_nakijken(qtbot: QtBot, window: MainWindow) -> None:
    from doorbraak.model.dossier import justification

    unsure = next(a for a in window.session.catalogue.articles.values() if a.needs_check)
    shown = page_named(window, "Doorbraak")
    step = table(shown, "Doorbraken").record()
    window.session.run("Rechtsgrond toevoegen", justification.add, step.id, unsure.id)
    grounds = table(shown, "Rechtsgronden")
    grounds.select(window.session.dossier(window.view.household).grounds[-1].id)
    assert "nakijken" in cell(grounds, grounds.currentIndex().row(), 2)
    assert "Nakijken" in shown._text.text()


def test_that_an_obstacle_starts_as_blocking(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    blocking = next(a for a in window.session.catalogue.articles.values() if a.kind == "belemmering")
    shown._add_ground(type("Hit", (), {"id": blocking.id})())
    assert window.session.dossier(window.view.household).grounds[-1].role == "blocks"


def test_that_a_date_of_decision_moves_the_start_of_the_sums(qtbot: QtBot, window: MainWindow) -> None:
    from doorbraak.model.dossier import interventions

    shown = page_named(window, "Doorbraak")
    steps = table(shown, "Doorbraken")
    type_in_cell(qtbot, steps, 0, 2, "1-12-2026")
    window.session.run("Status wijzigen", interventions.set_status, steps.record().id, "granted")
    assert window.session.saving(window.view.household).start.isoformat() == "2026-12-01"
