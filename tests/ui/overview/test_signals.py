"""Knelpunten: what households share, merged by hand, told for all at once, and the letter about it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household, people, signals
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.signals import SignalsPage
from doorbraak.ui.overview.signals_letter import LetterForm
from doorbraak.ui.widgets import ask
from tests.ui.conftest import cell, choose_in_cell, line, table

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
WORDS, HOUSEHOLDS, WIJK, FIXING, SOLVING, HOURS = range(6)
NUMBER, HELPS, CHANGES = range(3)


def fill(store: Store) -> None:
    """Three real households; two share a theme and a wijk."""
    for at, theme in enumerate(("Briefadres", "briefadres", "")):
        home = household.open_dossier(store, f"Familie Zwaluw {at}", opened=date(2026, 5, 1))
        household.set_wijk(store, home, "OOST")
        people.add(store, home, name="Sanne")
        signals.add(
            store, home, f"Geen adres, geen uitkering {at}", theme=theme, hours_e2=150, fixing="busy",
            solving="promised" if at == 1 else "", proposal="Geef een briefadres.",
        )  # fmt: skip


def known(window: MainWindow) -> list[Signal]:
    store = window.session.store
    return [one for home in household.all_of(store) for one in signals.of_household(store, home.id) if not home.example]


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> SignalsPage:
    window.session.run("Begin", fill)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL | SHIFT)
    found = window.view._stack.currentWidget()
    assert isinstance(found, SignalsPage)
    return found


def said(shown: SignalsPage) -> str:
    return " ".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())


def test_that_like_stands_with_like_and_examples_do_not_count(shown: SignalsPage, window: MainWindow) -> None:
    rows = table(shown, "Knelpunten")
    assert rows.hasFocus()
    assert [cell(rows, 0, at) for at in range(6)] == ["Briefadres", "2", "OOST (2)", "0", "0", "3"]
    assert [cell(rows, 1, at) for at in (HOUSEHOLDS, WIJK)] == ["1", ""]
    assert rows.shown == 2
    assert "Voorbeelden tellen niet mee: 1." in said(shown)
    assert "In wijk OOST vaker: 2 huishoudens." in said(shown)
    assert "Zwaluw" not in said(shown), "households are numbers here"
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("inzien", "knelpunten")


def test_that_one_theme_for_what_is_chosen_merges_in_one_step(
    qtbot: QtBot, window: MainWindow, shown: SignalsPage
) -> None:
    rows = table(shown, "Knelpunten")
    rows.select_first()
    qtbot.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    assert "2 knelpunten gekozen" in said(shown)
    field = line(shown, "Thema voor wat gekozen is")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Schrijf een thema" in window.view.notice.text()
    qtbot.keyClicks(field, "Adres")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert rows.shown == 1
    assert [cell(rows, 0, at) for at in (WORDS, HOUSEHOLDS)] == ["Adres", "3"]
    assert {one.theme for one in known(window)} == {"Adres"}
    assert field.text() == ""
    window.undo()
    assert [one.theme for one in known(window)] == ["Briefadres", "briefadres", ""]
    assert rows.shown == 2


def test_that_the_status_of_a_family_and_of_the_rule_are_edited_beside_each_other(
    qtbot: QtBot, window: MainWindow, shown: SignalsPage
) -> None:
    told = table(shown, "Huishoudens met dit knelpunt")
    choose_in_cell(qtbot, told, 0, HELPS, "Geholpen")
    choose_in_cell(qtbot, told, 0, CHANGES, "Regel is anders")
    assert (known(window)[0].fixing, known(window)[0].solving) == ("done", "changed")
    assert window.session.store.log_entries()[-1].object == "huishouden 2"
    listed = table(shown, "Knelpunten")
    assert [cell(listed, 0, at) for at in (FIXING, FIXING + 1)] == ["1", "1"]
    assert "Mee bezig 1, Geholpen 1" in listed.model().index(0, FIXING).data(Qt.ItemDataRole.ToolTipRole)


def test_that_it_is_told_for_all_at_once(qtbot: QtBot, window: MainWindow, shown: SignalsPage) -> None:
    to, day = line(shown, "Gemeld aan"), line(shown, "Gemeld op")
    qtbot.keyClicks(to, "Wethouder wonen")
    qtbot.keyClicks(day, "31-2-2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert window.view.notice.isVisible()
    assert (to.text(), day.text()) == ("Wethouder wonen", "31-2-2026")
    day.clear()
    qtbot.keyClicks(day, "1-6-2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert [(one.told_to, one.told_on, one.solving) for one in known(window)] == [
        ("Wethouder wonen", date(2026, 6, 1), "told"), ("Wethouder wonen", date(2026, 6, 1), "promised"),
        ("", None, ""),
    ]  # fmt: skip
    window.undo()
    assert {one.told_to for one in known(window)} == {""}


def test_that_a_household_opens_on_its_signals(qtbot: QtBot, window: MainWindow, shown: SignalsPage) -> None:
    told = table(shown, "Huishoudens met dit knelpunt")
    told.setFocus()
    told.setCurrentIndex(told.model().index(1, NUMBER))
    qtbot.keyClick(told, Qt.Key.Key_Return)
    assert window.view.number() == 3
    assert window.view._stack.currentWidget().accessibleName() == "Signalen"


def test_that_search_finds_and_says_when_it_does_not(qtbot: QtBot, shown: SignalsPage) -> None:
    field, rows = line(shown, "Zoeken in de knelpunten"), table(shown, "Knelpunten")
    qtbot.keyClicks(field, "briefadr")
    assert rows.shown == 1
    field.setText("zzz")
    assert "Niets gevonden" in said(shown)
    field.clear()
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, HOUSEHOLDS))
    qtbot.keyClick(rows, Qt.Key.Key_F4)
    assert cell(rows, 0, HOUSEHOLDS) == "1"


def test_that_without_knelpunten_there_is_a_word_of_help_and_nothing_to_press(
    workspace: Path, make_window: Callable[[Path], MainWindow]
) -> None:
    window = make_window(workspace)
    window.open_with("vier losse woorden nu")
    window.show_page(-4)
    shown = window.view._stack.currentWidget()
    assert "Nog geen knelpunten." in said(shown)
    assert not [one.text() for one in shown.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]


# -- the letter -------------------------------------------------------------------------------------------


def with_form(shown: SignalsPage, work: Callable[[LetterForm], object]) -> None:
    """Press the button, and do `work` in the form that comes; it closes whatever happens: else nothing ends."""
    met = []

    def act() -> None:
        form = QApplication.activeModalWidget()
        try:
            assert isinstance(form, LetterForm)
            work(form)
            met.append(form)
        finally:
            if form is not None and form.isVisible():
                form.close()

    QTimer.singleShot(0, shown, act)
    next(one for one in shown.findChildren(QPushButton) if "brief" in one.text()).click()
    assert met


def press(form: LetterForm, words: str) -> None:
    next(one for one in form.findChildren(QPushButton) if words in one.text()).click()


def test_that_the_letter_is_read_first_and_saved_without_a_household(
    window: MainWindow, shown: SignalsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.pdf"
    monkeypatch.setattr(ask, "target", lambda *_: target)

    def work(form: LetterForm) -> None:
        assert form.fields["proposal"].toPlainText() == "Geef een briefadres."
        assert form.fields["subject"].text() == "Briefadres"
        assert any("geen aantal" in one.text() for one in form.findChildren(QLabel))
        press(form, "PDF")

    with_form(shown, work)
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"Zwaluw" not in content
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("uitvoeren", "signaalbrief")


def test_that_a_name_is_refused_at_its_field_and_what_was_typed_is_there_the_next_time(
    shown: SignalsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "target", lambda *_: pytest.fail("nothing may be saved"))
    typed = "Geef Sanne een briefadres."

    def refused(form: LetterForm) -> None:
        form.fields["proposal"].setPlainText(typed)
        press(form, "PDF")
        assert form.isVisible()
        assert "Hier staat een naam" in form.notice.text()
        assert "Sanne. Schrijf een rol." in form.notice.text()
        assert form.fields["proposal"].property("wrong")
        assert not form.fields["words"].property("wrong")

    with_form(shown, refused)
    with_form(shown, lambda form: compare(form.fields["proposal"].toPlainText(), typed))


def compare(found: str, wanted: str) -> None:
    assert found == wanted


def test_that_the_letter_is_previewed_and_printing_is_logged(
    window: MainWindow, shown: SignalsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak.ui.paper import preview

    made = []
    monkeypatch.setattr(preview, "print_paper", lambda _, document: made.append(document) or True)
    with_form(shown, lambda form: press(form, "afdrukken"))
    assert [one.title for one in made] == ["Signaalbrief"]
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("afdrukken", "signaalbrief")
    with_form(shown, lambda form: press(form, "Sluiten"))
    assert len(made) == 1


def test_that_a_lock_closes_the_form_and_keeps_what_was_typed(window: MainWindow, shown: SignalsPage) -> None:
    def work(form: LetterForm) -> None:
        form.fields["tried"].setPlainText("Twee keer gebeld.")
        window.lock()

    with_form(shown, work)
    assert window.session is None
    window.open_with("vier losse woorden nu")
    window.show_page(-4)
    again = window.view._stack.currentWidget()
    with_form(again, lambda form: compare(form.fields["tried"].toPlainText(), "Twee keer gebeld."))


def drafts_of(window: MainWindow) -> dict[str, str]:
    drafts = window.session.store.drafts.all()
    return {place: said for place, said in drafts.items() if ":letter-" in place}


def test_that_what_may_not_leave_is_marked_as_soon_as_the_form_comes(window: MainWindow, shown: SignalsPage) -> None:
    first = known(window)[0]
    window.session.run("Wens", signals.set_proposal, first.id, "Help de twaalf gezinnen van Sanne.")

    def work(form: LetterForm) -> None:
        assert form.fields["proposal"].toPlainText() == "Help de twaalf gezinnen van Sanne."
        assert form.fields["proposal"].property("wrong")
        assert "Hier staat een naam: Sanne." in form.fields["proposal"].accessibleDescription()
        assert not form.fields["subject"].property("wrong")
        assert form.notice.isVisible()

    with_form(shown, work)


def boxes(form: LetterForm) -> list[QCheckBox]:
    return [one for one in form.findChildren(QCheckBox) if one.isVisibleTo(form)]


def test_that_a_word_that_may_be_a_name_is_asked_at_its_field_and_may_stay(
    window: MainWindow, shown: SignalsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.pdf"
    monkeypatch.setattr(ask, "target", lambda *_: target)

    def work(form: LetterForm) -> None:
        field = form.fields["proposal"]
        field.setPlainText("Doe het ook in de Vogelbuurt.")
        press(form, "PDF")
        assert "Is “Vogelbuurt” een naam?" in form.notice.text()
        assert field.property("wrong")
        assert not target.exists()
        (box,) = boxes(form)
        assert box.text() == "Geen naam: “Vogelbuurt” laten staan"
        assert box.height() >= 24
        box.setFocus()
        box.click()
        assert not field.property("wrong")
        assert not form.notice.isVisible()
        box.click()
        assert field.property("wrong")
        box.click()
        press(form, "PDF")

    with_form(shown, work)
    assert target.exists()

    def again(form: LetterForm) -> None:
        assert [one.isChecked() for one in boxes(form)] == [False], "an answer is forgotten with the form"

    with_form(shown, again)
    kept = window.session.store.drafts.all()
    assert not any("geen naam" in said.lower() or "name:" in said for said in (*kept, *kept.values()))


def test_that_a_known_name_can_not_be_let_be(shown: SignalsPage) -> None:
    def work(form: LetterForm) -> None:
        form.fields["proposal"].setPlainText("Doe het voor Sanne.")
        press(form, "PDF")
        for box in boxes(form):
            box.click()
        press(form, "PDF")
        assert "Hier staat een naam: Sanne" in form.notice.text()
        assert form.isVisible()

    with_form(shown, work)


def test_that_nothing_is_marked_when_all_may_leave(shown: SignalsPage) -> None:
    def work(form: LetterForm) -> None:
        assert not any(field.property("wrong") for field in form.fields.values())
        assert not form.notice.isVisible()

    with_form(shown, work)


def test_that_a_draft_goes_with_the_first_household_and_its_place_holds_no_words(
    window: MainWindow, shown: SignalsPage
) -> None:
    with_form(shown, lambda form: form.fields["tried"].setPlainText("Twee keer gebeld."))
    kept = drafts_of(window)
    assert "Twee keer gebeld." in kept.values()
    assert not any("briefadres" in place.lower() for place in kept)
    first, _ = sorted({one.household for one in known(window) if one.theme})
    window.session.run("Weg", household.remove, first)
    window.lock()
    window.open_with("vier losse woorden nu")
    assert drafts_of(window) == {}


def test_that_a_draft_is_gone_when_its_text_is_as_it_was(window: MainWindow, shown: SignalsPage) -> None:
    with_form(shown, lambda form: form.fields["tried"].setPlainText("Twee keer gebeld."))
    with_form(shown, lambda form: form.fields["tried"].setPlainText(""))
    assert drafts_of(window) == {}
