import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import life_events
from doorbraak.model.dossier.life_events import LifeEvent
from doorbraak.model.errors import InputError
from doorbraak.ui.household.life_typed import Typed, shown_when, typed_event, typed_when
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

WHEN, KIND, WORDS = 0, 1, 2


def events(window: MainWindow) -> tuple[LifeEvent, ...]:
    return window.session.dossier(window.view.household).life_events


def add(qtbot: QtBot, window: MainWindow, text: str) -> None:
    field = line(page_named(window, "Levensloop"), "Nieuwe gebeurtenis")
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def empty(window: MainWindow) -> MainWindow:
    window.household.open_new()
    return window


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Scheiding 2019", Typed("divorce", "", 2019, None)),
        ("verhuizing naar oma 3-2024", Typed("move", "naar oma", 2024, 3)),
        ("Detentie: vader, 12-2020", Typed("detention", "vader", 2020, 12)),
        ("trouwen 2011", Typed("together", "", 2011, None)),
        ("kind uit huis 06-2022", Typed("child-placed", "", 2022, 6)),
        ("Verhuizingen 2019", Typed("other", "Verhuizingen", 2019, None)),
        ("De winkel ging dicht 2019", Typed("other", "De winkel ging dicht", 2019, None)),
        ("2019", Typed("other", "", 2019, None)),
    ],
)
def test_that_the_name_of_a_kind_picks_it_and_the_rest_stays_as_words(text: str, typed: Typed) -> None:
    assert typed_event(text) == typed


@pytest.mark.parametrize("text", ["Scheiding", "Scheiding 19", "in 2019 gescheiden", "nummer 12019"])
def test_that_an_event_without_a_year_at_its_end_asks_for_it(text: str) -> None:
    with pytest.raises(InputError, match="jaar"):
        typed_event(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [("Scheiding 31-2-2025", "2-2025"), ("12/03/2024", "3-2024"), ("Verhuizing 3-24-2025", "het jaar: 2025")],
)
def test_that_a_whole_day_is_refused_with_what_can_be_written(text: str, instead: str) -> None:
    for read in (typed_event, lambda text: typed_when(text.split()[-1])):
        with pytest.raises(InputError, match="geen dag") as refused:
            read(text)
        assert refused.value.sentence.endswith(f"{instead}.")


@pytest.mark.parametrize(("text", "when"), [("2024", (2024, None)), ("3-2024", (2024, 3)), (" 03/2024 ", (2024, 3))])
def test_that_what_is_shown_of_a_time_is_read_back(text: str, when: tuple[int, int | None]) -> None:
    assert typed_when(text) == when
    assert typed_when(shown_when(*when)) == when


def test_that_one_line_adds_kind_words_and_time_in_one_step(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Verhuizing naar Almere 3-2024")
    (event,) = events(empty)
    assert (event.kind, event.words, event.year, event.month) == ("move", "naar Almere", 2024, 3)
    assert line(page_named(empty, "Levensloop"), "Nieuwe gebeurtenis").text() == ""
    empty.undo()
    assert events(empty) == ()


def test_that_what_lacks_a_year_stays_as_typed(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Scheiding")
    assert "jaar" in empty.view.notice.text()
    assert events(empty) == ()
    assert line(page_named(empty, "Levensloop"), "Nieuwe gebeurtenis").text() == "Scheiding"


def test_that_events_stand_in_the_order_of_time(qtbot: QtBot, empty: MainWindow) -> None:
    for text in ("Werk verloren 2020", "Geboorte 5-2012", "Scheiding 2012", "Ziekte 11-2019"):
        add(qtbot, empty, text)
    shown = table(page_named(empty, "Levensloop"), "Gebeurtenissen")
    assert [cell(shown, row, WHEN) for row in range(4)] == ["2012", "5-2012", "11-2019", "2020"]


def test_that_a_time_is_changed_in_its_cell_and_a_month_that_is_none_refused(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Scheiding 2019")
    shown = table(page_named(empty, "Levensloop"), "Gebeurtenissen")
    type_in_cell(qtbot, shown, 0, WHEN, "13-2019")
    assert cell(shown, 0, WHEN) == "13-2019"
    assert "maand" in empty.view.notice.text()
    type_in_cell(qtbot, shown, 0, WHEN, "4-2018")
    assert (events(empty)[0].year, events(empty)[0].month) == (2018, 4)
    type_in_cell(qtbot, shown, 0, WHEN, "2018")
    assert events(empty)[0].month is None


def test_that_delete_takes_an_event_away_and_undo_brings_it_back(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Scheiding 2019")
    shown = table(page_named(empty, "Levensloop"), "Gebeurtenissen")
    shown.setFocus()
    shown.select_first()
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert events(empty) == ()
    empty.undo()
    assert cell(shown, 0, KIND) == "Scheiding"


def test_that_the_long_text_belongs_to_the_chosen_event(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Scheiding 2019")
    add(qtbot, empty, "Ziekte 2020")
    shown = page_named(empty, "Levensloop")
    shown._words.setPlainText("Vader lag acht weken in het ziekenhuis.")
    empty.session.flush()
    assert [event.words for event in events(empty)] == ["", "Vader lag acht weken in het ziekenhuis."]
    table(shown, "Gebeurtenissen").select_first()
    assert shown._words.toPlainText() == ""


def test_that_every_kind_can_be_chosen(empty: MainWindow) -> None:
    column = table(page_named(empty, "Levensloop"), "Gebeurtenissen")._records.columns[KIND]
    assert [value for value, _ in column.choices()] == list(life_events.KINDS)
