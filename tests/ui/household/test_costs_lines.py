import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.dossier import agencies, costs
from doorbraak.ui.household.costs_lines import LinesBlock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.plain import tooltip
from tests.ui.conftest import cell, choose_in_cell, type_in_cell
from tests.ui.household.costs_keys import at, lines_of

AROUND_WORDS, AROUND_FIGURES = 8, 14  # pixels of a cell


def first(window: MainWindow):
    return window.session.dossier(window.view.household).costs[0]


def test_that_an_agency_that_stops_while_its_costs_go_on_is_named(qtbot: QtBot, window: MainWindow) -> None:
    block, lines = lines_of(window)

    def named() -> bool:
        return any(one.isVisible() and "Stopt met het plan, maar" in one.text() for one in block.findChildren(QLabel))

    home = window.session.dossier(window.view.household)
    for agency in home.agencies:
        window.session.run("Toekomst", agencies.set_future, agency.id, "keep")
    assert not named()
    row, line = next((row, one) for row, one in enumerate(home.costs) if one.agency and one.recurrence == "yearly")
    window.session.run("Toekomst", agencies.set_future, line.agency, "stop")
    type_in_cell(qtbot, lines, row, at(lines, "chance_plan"), "100")
    type_in_cell(qtbot, lines, row, at(lines, "chance_current"), "100")
    assert named()
    type_in_cell(qtbot, lines, row, at(lines, "chance_plan"), "0")
    assert not named()


@pytest.mark.parametrize(
    ("key", "typed", "field", "meant"),
    [
        ("price_cents", "1.234,56", "price_cents", 123_456),
        ("price_cents", "1,234.56", "price_cents", 123_456),
        ("price_cents", " €\u00a01 234,56 ", "price_cents", 123_456),
        ("quantity_e4", "1.234,56", "quantity_e4", 12_345_600),
        ("quantity_e4", "1,234.56", "quantity_e4", 12_345_600),
        ("quantity_e4", "\u00a026 ", "quantity_e4", 260_000),
        ("quantity_e4", "0", "quantity_e4", 0),
    ],
)
def test_that_what_can_mean_one_thing_is_understood(
    qtbot: QtBot, window: MainWindow, key: str, typed: str, field: str, meant: int
) -> None:
    _, lines = lines_of(window)
    type_in_cell(qtbot, lines, 0, at(lines, key), typed)
    assert getattr(first(window), field) == meant
    assert not window.view.notice.isVisible()


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("quantity_e4", "-3", "nul of meer"),
        ("quantity_e4", "1.500", "twee manieren"),
        ("quantity_e4", "", "Vul een aantal in"),
        ("quantity_e4", "9999999", "miljoen"),
        ("price_cents", "1000000000000000000", "te groot"),
        ("price_cents", "1e18", "geen bedrag"),
        ("price_cents", "-5", "nul of meer"),
        ("price_cents", "1,234", "geen bedrag"),
        ("price_cents", "", "Vul een prijs in"),
        ("chance_plan", "120%", "100"),
        ("chance_plan", "-1", "100"),
    ],
)
def test_that_what_can_not_be_is_said_and_stays_as_typed(
    qtbot: QtBot, window: MainWindow, key: str, typed: str, said: str
) -> None:
    _, lines = lines_of(window)
    before = first(window)
    type_in_cell(qtbot, lines, 0, at(lines, key), typed)
    assert said in window.view.notice.text()
    assert cell(lines, 0, at(lines, key)) == typed
    assert first(window) == before


@pytest.mark.parametrize("notation", ["{0},{1}", "{0}.{1}", " € {0},{1} "])
def test_that_the_same_price_in_another_notation_keeps_the_price_and_year_of_the_list(
    qtbot: QtBot, window: MainWindow, notation: str
) -> None:
    _, lines = lines_of(window)
    found = window.session.dossier(window.view.household).costs
    row, before = next((row, one) for row, one in enumerate(found) if one.price and one.price_cents >= 100_000)
    step = window.session.store.undo_label
    euros, rest = divmod(before.price_cents, 100)
    typed = notation.format(euros, f"{rest:02d}")
    assert typed != cell(lines, row, at(lines, "price_cents"))
    type_in_cell(qtbot, lines, row, at(lines, "price_cents"), typed)
    assert window.session.dossier(window.view.household).costs[row] == before
    assert window.session.store.undo_label == step
    assert not window.view.notice.isVisible()
    type_in_cell(qtbot, lines, row, at(lines, "price_cents"), f"{euros + 1}")
    own = window.session.dossier(window.view.household).costs[row]
    assert (own.price, own.price_year) == ("", None), "another amount is an own price"
    listed = window.session.catalogue.prices[before.price]
    window.session.run("Proef", costs.reword, own.id, listed.name)
    window.session.run("Proef", costs.set_unit, own.id, listed.unit)
    type_in_cell(qtbot, lines, row, at(lines, "price_cents"), money.typed(listed.price_cents))
    again = window.session.dossier(window.view.household).costs[row]
    assert (again.price, again.price_year) == (listed.id, listed.price_year), "typed back it is that of the list"


def test_that_who_wins_is_chosen_in_the_table_and_else_is_who_pays(qtbot: QtBot, window: MainWindow) -> None:
    _, lines = lines_of(window)
    assert cell(lines, 0, at(lines, "beneficiary")) == "de betaler"
    choose_in_cell(qtbot, lines, 0, at(lines, "beneficiary"), "Zorgverzekeraar")
    assert first(window).beneficiary == "zorgverzekeraar"
    assert cell(lines, 0, at(lines, "beneficiary")) == "Zorgverzekeraar"


def test_that_each_line_says_how_it_counts(window: MainWindow) -> None:
    _, lines = lines_of(window)
    costs = window.session.dossier(window.view.household).costs
    saving = window.session.saving(window.view.household)
    said = {}
    for row, (line, summed) in enumerate(zip(costs, saving.lines, strict=True)):
        kind = (summed.standing, line.event is not None, line.intervention is not None)
        said.setdefault(kind, set()).add(cell(lines, row, at(lines, "kind")))
    assert said[("public", False, False)] == {"direct"}
    assert said[("public", True, False)] == {"voorkomen"}
    assert said[("public", False, True)] == {"eigen kosten"}
    assert said[("private", False, False)] == {"privaat"}


def test_that_a_weak_price_is_marked_in_its_row(window: MainWindow) -> None:
    _, lines = lines_of(window)
    costs = window.session.dossier(window.view.household).costs
    prices = window.session.catalogue.prices
    weak = next(row for row, c in enumerate(costs) if c.price and prices[c.price].quality == "C")
    place = lines.model().index(weak, at(lines, "source"))
    assert place.data().startswith("C, ")
    assert "zwakke bron (C)" in place.data()
    assert "zwakke bron (C)" in place.data(Qt.ItemDataRole.ToolTipRole)


def test_that_what_the_chosen_line_saves_is_said_and_follows_an_edit(qtbot: QtBot, window: MainWindow) -> None:
    shown, lines = lines_of(window)
    lines.setCurrentIndex(lines.model().index(0, 0))
    said = next(
        each for each in shown.findChild(LinesBlock).findChildren(QLabel) if each.accessibleName() == "Wat deze post is"
    )
    type_in_cell(qtbot, lines, 0, at(lines, "price_cents"), "10000")
    type_in_cell(qtbot, lines, 0, at(lines, "chance_plan"), "40")
    assert "nu €\u00a010.000" in said.text()
    assert "Besparing: €\u00a06.000, direct." in said.text()


def test_that_figures_are_whole_and_words_that_are_cut_are_whole_in_their_tooltip(
    qtbot: QtBot, window: MainWindow
) -> None:
    _, lines = lines_of(window)
    type_in_cell(qtbot, lines, 0, at(lines, "price_cents"), "123456,78")
    letters = lines.fontMetrics()

    def cut(row: int, column: int, around: int) -> bool:
        return letters.horizontalAdvance(cell(lines, row, column)) > lines.columnWidth(column) - around

    figures = [at(lines, key) for key in ("price_cents", "quantity_e4", "chance_current", "chance_plan")]
    rows = range(lines.model().rowCount())
    assert not [(row, column) for row in rows for column in figures if cut(row, column, AROUND_FIGURES)]
    assert lines.horizontalScrollBar().maximum() == 0
    short = [row for row in rows if cut(row, 0, AROUND_WORDS)]
    assert len(short) < len(rows) / 4, "most of what the money is for is whole"
    for row in short:
        assert lines.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole) == tooltip(cell(lines, row, 0))


def test_that_a_column_is_sorted_by_a_key_up_down_and_not(qtbot: QtBot, window: MainWindow) -> None:
    _, lines = lines_of(window)
    costs = [c.price_cents for c in window.session.dossier(window.view.household).costs]
    lines.setFocus()
    lines.setCurrentIndex(lines.model().index(0, at(lines, "price_cents")))

    def shown() -> list[int]:
        rows = range(lines.model().rowCount())
        return [lines.model().index(row, at(lines, "price_cents")).data(Qt.ItemDataRole.UserRole + 1) for row in rows]

    for wanted in (sorted(costs), sorted(costs, reverse=True), costs):
        qtbot.keyClick(lines, Qt.Key.Key_F4)
        assert shown() == wanted


def test_that_a_line_without_a_payer_asks_for_one_and_is_not_called_private(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    _, lines = lines_of(window)
    window.session.run("Proef", costs.add, window.view.household, words="Hulp", price_cents=100_00)
    kind = at(lines, "kind")
    assert cell(lines, 0, kind) == "kies een betaler"
    assert lines._records.face(0, kind)[2], "marked"
    choose_in_cell(qtbot, lines, 0, at(lines, "payer"), "Gemeente")
    assert cell(lines, 0, kind) == "direct"
    assert not lines._records.face(0, kind)[2]


def test_that_a_price_that_left_the_list_says_so_in_the_table(window: MainWindow) -> None:
    home = window.view.household
    window.session.run("Kosten", costs.add, home, words="Opvang", price="weg", price_cents=15_000_00, price_year=2025)
    _, lines = lines_of(window)
    last = lines.model().rowCount() - 1
    said = cell(lines, last, at(lines, "source"))
    assert said.startswith("prijs staat niet meer in de lijst")
    assert "eigen" not in said
    assert window.session.dossier(home).costs[-1].price_cents == 15_000_00
