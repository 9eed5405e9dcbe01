from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import barriers, interventions, justification, outcomes, precedents, problems
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight import names
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.suggested_grounds import ORDER
from doorbraak.ui.household.grounds_articles import ArticlesBlock
from doorbraak.ui.household.grounds_suggested import take
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.numbers import shown_day, shown_version
from tests.ui.conftest import cell, line, page_named, table

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
DEBT, DUTY, FOR_DEBT = "participatiewet:13:1_onder_g", "wgs:7:1", "participatiewet:49"


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """A real household with a debt and a doorbraak for it."""
    window.household.open_new()
    problem(window)
    made = dossier(window).problems[0].id
    run = window.session.run
    run("Doorbraak toevoegen", interventions.add, window.view.household, words="De rekening", problems=(made,))
    return window


def problem(window: MainWindow, kind: str = "problematische-schulden") -> int:
    domain = window.session.catalogue.problems[kind].life_domain
    run = window.session.run
    return run("Probleem toevoegen", problems.add, window.view.household, kind=kind, life_domain=domain)


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def grounds(window: MainWindow) -> tuple[LegalGround, ...]:
    return dossier(window).grounds


def shown(window: MainWindow) -> ArticlesBlock:
    page = page_named(window, "Onderbouwing")
    page._tabs.setCurrentIndex(0)
    return page._articles


def add(window: MainWindow, article: str, **given: str) -> int:
    chosen = dossier(window).interventions[0].id
    return window.session.run("Rechtsgrond toevoegen", justification.add, chosen, article, **given)


def blocking(window: MainWindow) -> ArticlesBlock:
    block = shown(window)
    add(window, DEBT, role="blocks")
    return block


# -- suggestions ------------------------------------------------------------------------------------------


def test_that_suggestions_stand_with_role_reasons_and_the_rule_of_their_order(fresh: MainWindow) -> None:
    block = shown(fresh)
    listed = table(block, "Voorgestelde artikelen")
    first = block._suggested.suggestion
    assert cell(listed, 0, 1) == {"room": "Geeft ruimte", "carries": "Draagt de doorbraak"}[first.role]
    assert cell(listed, 0, 2) == " ".join(first.reasons)
    assert block._suggested._order.text() == ORDER
    listed.setFocus()
    assert all(reason in block._about.why.text() for reason in first.reasons)
    assert fresh.session.catalogue.articles[first.article].what in block._text.text()
    assert not block._reason.isEnabled()


def test_that_enter_takes_one_over_in_the_role_of_its_kind(qtbot: QtBot, fresh: MainWindow) -> None:
    block = shown(fresh)
    listed, offered = table(block, "Voorgestelde artikelen"), block._suggested.suggestion.article
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    (ground,) = grounds(fresh)
    article = fresh.session.catalogue.articles[offered]
    assert (ground.article, ground.role) == (offered, role_of(article))
    assert (ground.text, ground.text_version) == (article.what, article.text_version)
    assert offered not in [row.id for row in listed._records.records]
    assert block._reason.hasFocus()


def test_that_three_grounds_with_a_reason_each_take_few_keys(qtbot: QtBot, fresh: MainWindow) -> None:
    block = shown(fresh)
    listed, keys = table(block, "Voorgestelde artikelen"), 0
    wanted = [row.id for row in listed._records.records[:3]]

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal keys
        keys += 1
        qtbot.keyClick(QApplication.focusWidget(), key, held)

    press(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert listed.hasFocus()
    for _ in range(2):
        press(Qt.Key.Key_Down, SHIFT)
    assert block._suggested._button.text() == "3 artikelen &overnemen"
    press(Qt.Key.Key_Return)
    for words in ("Een", "Twee", "Drie"):
        qtbot.keyClicks(block._reason, words)
        press(Qt.Key.Key_Return, CONTROL)
    assert [(one.article, one.reason) for one in grounds(fresh)] == [
        (wanted[0], "Een"), (wanted[1], "Twee"), (wanted[2], "Drie"),
    ]  # fmt: skip
    assert line(block, block._article.accessibleName()).hasFocus()
    assert keys == 7


def test_that_several_are_one_step_back(qtbot: QtBot, fresh: MainWindow) -> None:
    block = shown(fresh)
    listed = table(block, "Voorgestelde artikelen")
    before = [row.id for row in listed._records.records]
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    block._suggested._button.click()
    assert len(grounds(fresh)) == 2
    fresh.session.undo()
    assert grounds(fresh) == ()
    assert [row.id for row in listed._records.records] == before


def test_that_without_a_doorbraak_nothing_is_suggested(window: MainWindow) -> None:
    window.household.open_new()
    block = shown(window)
    assert not block._suggested._heading.isVisible()
    assert not block._suggested.table.isVisible()


def test_that_what_served_elsewhere_is_a_reason_read_when_the_tab_comes_in_sight_and_noted_once(
    fresh: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, run = fresh.view.household, fresh.session.run
    fresh.household.open_new()
    made = run("Doorbraak toevoegen", interventions.add, fresh.view.household, words="Daar", problems=(problem(fresh),))
    add(fresh, "wvggz:2:1:4")
    run("Antwoord toevoegen", outcomes.add, made, "yes", date(2026, 11, 1))
    fresh.view.open_household(here)
    read, asked = precedents.of_others, []
    monkeypatch.setattr(precedents, "of_others", lambda *given: asked.append(given) or read(*given))
    block = shown(fresh)
    asked.clear()
    block.hide()
    block.show()
    reasons = {row.id: row.of.reasons for row in block._suggested.table._records.records}
    assert reasons["wvggz:2:1:4"] == ("Werkte eerder (1x): zelfde probleem.",)
    assert len(asked) == 1
    run("Belemmering toevoegen", barriers.add, dossier(fresh).interventions[0].id, "Regel")
    add(fresh, "awb:4:84")
    assert len(asked) == 1
    noted = [one for one in fresh.session.store.log_entries() if one.object == "artikelen van eerdere gevallen"]
    assert len(noted) == 1


# -- search -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "law", "kinds"),
    [
        ("Wmo maatwerk", "wmo2015", set()),
        ("kwijtschelding", "", {"kwijtschelding"}),
        ("hardheidsclausule", "", {"hardheidsclausule"}),
        ("PW 35", "participatiewet", {"grondslag"}),
    ],
)
def test_that_a_law_and_a_kind_are_words_to_search_by(
    qtbot: QtBot, fresh: MainWindow, words: str, law: str, kinds: set[str]
) -> None:
    block = shown(fresh)
    field = block._article
    field.setFocus()
    qtbot.keyClicks(field, words)
    first = field._completer.popup().model().index(0, 0).data()
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    (ground,) = grounds(fresh)
    article = fresh.session.catalogue.articles[ground.article]
    assert first == ground.title  # law and number stand in the list too
    assert article.law == (law or article.law)
    assert article.kind in (kinds or {article.kind})
    assert ground.role == role_of(article)


# -- tensions ---------------------------------------------------------------------------------------------


def test_that_what_blocks_is_said_with_its_way_out_and_solved_by_one_press(qtbot: QtBot, fresh: MainWindow) -> None:
    block = shown(fresh)
    strip = block._tensions
    assert not strip.isVisible()
    blocking(fresh)
    assert strip.said.text().startswith("PW 13 lid 1 onder g blokkeert. Geen bijstand voor schulden")
    assert "Uitweg: Participatiewet 49" in strip.said.text()
    offer = next(one for one in strip.offers if one.text() == "+ PW 49")
    offer.setFocus()
    qtbot.keyClick(offer, Qt.Key.Key_Return)
    assert [(one.article, one.role) for one in grounds(fresh)] == [(DEBT, "blocks"), (FOR_DEBT, "room")]
    assert strip.isVisible()
    assert strip.solved.text().startswith("Opgelost met PW 49: Geen bijstand voor schulden")
    assert not any(one.isVisible() for one in (strip.said, strip.next, *strip.offers))
    assert block._reason.hasFocus()


def test_that_more_tensions_are_walked_through_and_stay_when_solved(qtbot: QtBot, fresh: MainWindow) -> None:
    strip = blocking(fresh)._tensions
    add(fresh, DUTY, role="blocks")
    assert strip.next.text() == "1 van 2 ▸"
    first = strip.said.text()
    strip.next.setFocus()
    qtbot.keyClick(strip.next, Qt.Key.Key_Return)
    assert strip.said.text() != first
    assert strip.next.text() == "2 van 2 ▸"
    add(fresh, FOR_DEBT, role="room")
    assert strip.said.text().startswith("Wgs 7 lid 1 blokkeert")
    assert strip.solved.isVisible()
    assert not strip.next.isVisible()


def test_that_a_stay_abroad_says_nothing_about_debts(fresh: MainWindow) -> None:
    strip = shown(fresh)._tensions
    add(fresh, "participatiewet:13:1_onder_e", role="blocks")
    assert strip.said.text().startswith("PW 13 lid 1 onder e blokkeert.")
    assert "schulden" not in strip.said.text()


def test_that_an_own_or_vanished_article_that_blocks_is_called_by_its_name(fresh: MainWindow) -> None:
    strip = shown(fresh)._tensions
    add(fresh, "oude-wet:1", title="Oude wet artikel 1", text="Nee.", role="blocks")
    assert strip.said.text().startswith("Oude wet artikel 1 blokkeert. Nee.")


def test_that_the_way_out_stands_first_among_the_suggestions(fresh: MainWindow) -> None:
    block = blocking(fresh)
    assert block._suggested.suggestion.reasons[0] == "Uitweg nu PW 13 lid 1 onder g hier blokkeert."


# -- the text of an article -------------------------------------------------------------------------------


def test_that_the_link_is_shown_and_copied(fresh: MainWindow) -> None:
    block = shown(fresh)
    add(fresh, FOR_DEBT)
    url = fresh.session.catalogue.articles[FOR_DEBT].url
    assert block._about.link.text() == url
    block._about.copying.click()
    assert QApplication.clipboard().text() == url


def test_that_an_own_article_has_a_name_a_text_and_a_date_to_write(qtbot: QtBot, fresh: MainWindow) -> None:
    block = shown(fresh)
    first, second = add(fresh, "", title="Verordening Oost"), add(fresh, "", title="Beleidsregel 7")
    block.table.select(first)
    own = block._own
    assert not block._about.isVisible()
    for field, words in ((own.title, "Verordening West 3"), (own.read_on, "2026-11-01"), (own.text, "Het mag.")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, words)
    block.table.select(second)  # what was typed goes to the one that it was typed at
    found = {one.id: one for one in grounds(fresh)}
    written = found[first]
    assert (written.title, written.text_version, written.text) == ("Verordening West 3", "2026-11-01", "Het mag.")
    assert (found[second].title, found[second].text) == ("Beleidsregel 7", "")
    assert cell(block.table, 0, 0) == "Verordening West 3"
    assert cell(block.table, 0, 2) == "1-11-2026, nakijken"


def test_that_a_line_left_open_is_written_to_its_own_article(qtbot: QtBot, fresh: MainWindow) -> None:
    block = shown(fresh)
    first, second = add(fresh, "", title="Verordening Oost"), add(fresh, "", title="Beleidsregel 7")
    block.table.select(first)
    title: QLineEdit = block._own.title
    title.setFocus()
    title.setText("Verordening West")
    block.table.select(second)
    assert [one.title for one in grounds(fresh)] == ["Verordening West", "Beleidsregel 7"]


def test_that_an_article_of_the_list_has_no_fields_of_its_own(fresh: MainWindow) -> None:
    block = shown(fresh)
    add(fresh, FOR_DEBT)
    assert not block._own.isVisible()
    assert block._about.isVisible()


def test_that_a_ground_whose_article_left_the_list_keeps_its_text_and_says_so(window: MainWindow) -> None:
    """The list changes between two visits to the page."""
    session, chosen = window.session, dossier(window).interventions[1].id
    article = session.catalogue.articles[DUTY]
    session.run("Rechtsgrond toevoegen", take, chosen, (article.id,), session.catalogue)
    left = {id_: one for id_, one in session.catalogue.articles.items() if id_ != article.id}
    session.catalogue = replace(session.catalogue, articles=MappingProxyType(left), tensions=())
    block = shown(window)
    page_named(window, "Onderbouwing")._which.choose(chosen)
    block.table.select(grounds(window)[-1].id)
    said = block._text.text()
    assert article.what in said
    assert shown_version(article.text_version) in said
    assert "niet meer in de lijst" in said
    row = block.table.currentIndex().row()
    assert cell(block.table, row, 0) == grounds(window)[-1].title
    assert cell(block.table, row, 2).endswith("nakijken")
    assert not block._about.copying.isVisible()


def test_that_what_is_to_check_is_settled_by_one_press_and_asked_again_by_another(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = page_named(window, "Onderbouwing")
    part = shown._articles
    chosen = shown._chosen()
    window.session.run("Rechtsgrond", justification.add, chosen.id, "", title="Eigen verordening 3")
    part.table.select(window.session.dossier(window.view.household).grounds[-1].id)
    assert part._checked.isVisible()
    assert "nagekeken" in part._checked.text()
    part._checked.setFocus()
    qtbot.keyClick(part._checked, Qt.Key.Key_Space)
    own = window.session.dossier(window.view.household).grounds[-1]
    assert own.checked_on is None, "nobody can have read what is not there"
    assert "Schrijf eerst wat erin staat." in window.view.notice.text()
    assert part._own.text.hasFocus()
    window.session.run("Tekst", justification.set_text, own.id, "Het mag.")
    part._checked.setFocus()
    qtbot.keyClick(part._checked, Qt.Key.Key_Space)
    ground = window.session.dossier(window.view.household).grounds[-1]
    assert ground.checked_on == date.today()
    assert part._own.standing.text().startswith("Nagekeken op")
    assert cell(part.table, part.table.currentIndex().row(), 2) == f"nagekeken {shown_day(ground.checked_on)}"
    qtbot.keyClick(part._checked, Qt.Key.Key_Space)
    assert window.session.dossier(window.view.household).grounds[-1].checked_on is None


def test_that_an_article_of_the_list_is_no_own_one_however_it_is_named(qtbot: QtBot, fresh: MainWindow) -> None:
    block, catalogue = shown(fresh), fresh.session.catalogue
    name = names.article_name("participatiewet:13:1_onder_g", catalogue)
    block._article.setFocus()
    qtbot.keyClicks(block._article, name)
    qtbot.keyClick(block._article, Qt.Key.Key_Return)
    assert [one.article for one in grounds(fresh)] == ["participatiewet:13:1_onder_g"]
    block._article.own_words.emit(name)
    assert "staat in de lijst" in fresh.view.notice.text()
    own = add(fresh, "", title="Verordening Oost")
    block.table.select(own)
    block._own.title.setText(name)
    block._own.title.finish()
    assert [one.title for one in grounds(fresh) if not one.article] == ["Verordening Oost"]


def test_that_right_after_taking_one_over_undo_is_of_the_window(qtbot: QtBot, fresh: MainWindow) -> None:
    block, control = shown(fresh), Qt.KeyboardModifier.ControlModifier
    block._take((FOR_DEBT,))
    assert block._reason.hasFocus()
    qtbot.keyClick(block._reason, Qt.Key.Key_Z, control)
    assert grounds(fresh) == ()
    block._take((FOR_DEBT,))
    qtbot.keyClicks(block._reason, "Past")
    qtbot.keyClick(block._reason, Qt.Key.Key_Z, control)
    assert block._reason.toPlainText() == ""
    assert len(grounds(fresh)) == 1
