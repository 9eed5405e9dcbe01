from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.dossier.costs import CostLine
from doorbraak.ui.household.costs_details import CostDetails
from doorbraak.ui.main_window import MainWindow
from tests.ui.household.costs_keys import enter, fill_in, in_dialog, lines_of, press


def line(window: MainWindow, row: int = 0) -> CostLine:
    return window.session.dossier(window.view.household).costs[row]


def details(qtbot: QtBot, window: MainWindow, answer, row: int = 0) -> None:
    shown, lines = lines_of(window)
    lines.setCurrentIndex(lines.model().index(row, 0))
    in_dialog(qtbot, window, lambda: press(shown, "Meer over deze kosten"), answer)


def test_that_all_of_a_line_is_written_as_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = line(window)
    dossier = window.session.dossier(window.view.household)

    def answer(dialog: CostDetails) -> None:
        fill_in(qtbot, dialog.asked.price, "€ 2.000")
        fill_in(qtbot, dialog.asked.year, "2022")
        fill_in(qtbot, dialog.asked.source, "Factuur")
        fill_in(qtbot, dialog.asked.unit, "per uur")
        fill_in(qtbot, dialog.asked.quantity, "10")
        fill_in(qtbot, dialog.asked.attribution, "50")
        fill_in(qtbot, dialog.asked.starts, "1-1-2027")
        fill_in(qtbot, dialog.asked.ends, "30-6-2027")
        for part, ends in (
            ("price", ("1500", "2500,00")), ("quantity", ("8", "12,5")), ("chance", ("10", "30%")),
            ("attribution", ("40", "60")),
        ):  # fmt: skip
            for field, text in zip(dialog.asked.ranges.pairs[part], ends, strict=True):
                fill_in(qtbot, field, text)
        dialog.asked.recurrence.choose("once")
        dialog.asked.winner.choose("zorgverzekeraar")
        dialog.asked.effect.choose("capacity")
        dialog.asked.transfer.setChecked(True)
        dialog.asked.person.choose(dossier.people[0].id)
        dialog.asked.problem.choose(dossier.problems[0].id)
        dialog.asked.agency.choose(dossier.agencies[0].id)
        enter(qtbot, dialog)
        assert dialog.notice.text() == ""

    details(qtbot, window, answer)
    made = line(window)
    assert (made.price, made.price_cents, made.price_year, made.source) == ("", 200_000, 2022, "Factuur")
    assert (made.unit, made.quantity_e4, made.recurrence) == ("per uur", 100_000, "once")
    assert (made.starts, made.ends) == (date(2027, 1, 1), date(2027, 6, 30))
    assert (made.beneficiary, made.effect, made.transfer) == ("zorgverzekeraar", "capacity", True)
    assert (made.person, made.problem) == (dossier.people[0].id, dossier.problems[0].id)
    assert made.agency == dossier.agencies[0].id
    assert (made.price_low_cents, made.price_high_cents) == (150_000, 250_000)
    assert (made.quantity_low_e4, made.quantity_high_e4) == (80_000, 125_000)
    assert (made.chance_low, made.chance_high) == (10, 30)
    assert (made.attribution, made.attribution_low, made.attribution_high) == (50, 40, 60)
    window.undo()
    assert line(window) == before


def test_that_what_it_comes_to_is_shown_while_one_types(qtbot: QtBot, window: MainWindow) -> None:
    def answer(dialog: CostDetails) -> None:
        fill_in(qtbot, dialog.asked.price, "1000")
        fill_in(qtbot, dialog.asked.plan, "25")
        assert f"Besparing: {money.whole(75_000)}, direct." in dialog.amounts.text()
        fill_in(qtbot, dialog.asked.attribution, "50")
        assert money.whole(37_500) in dialog.amounts.text()
        fill_in(qtbot, dialog.asked.plan, "120")
        assert "Zo valt nog niet te rekenen" in dialog.amounts.text()

    before = line(window)
    details(qtbot, window, answer)
    assert line(window) == before


def test_that_a_line_of_a_threat_takes_its_chance_from_there(qtbot: QtBot, window: MainWindow) -> None:
    event = window.session.dossier(window.view.household).events[0]

    def answer(dialog: CostDetails) -> None:
        dialog.asked.owner.choose_owner(event.id, None)
        assert not dialog.asked.plan.isEnabled()
        assert "voorkomen" in dialog.amounts.text()
        enter(qtbot, dialog)

    details(qtbot, window, answer)
    assert line(window).event == event.id
    assert line(window).chances.plan == event.chance_plan


def test_that_looking_writes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    for row in range(len(window.session.dossier(window.view.household).costs)):
        before, step = line(window, row), window.session.store.undo_label
        details(qtbot, window, lambda dialog: enter(qtbot, dialog), row)
        assert line(window, row) == before
        assert window.session.store.undo_label == step


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("quantity", "-3", "nul of meer"),
        ("plan", "120%", "100"),
        ("year", "1890", "prijsjaar"),
        ("starts", "1-1-1890", "jaartal"),
        ("price", "1000000000000000000", "te groot"),
        ("price", "1,234", "geen bedrag"),
        ("words", "  ", "waar deze kosten voor zijn"),
    ],
)
def test_that_a_refusal_stands_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, field: str, typed: str, said: str
) -> None:
    before = line(window)

    def answer(dialog: CostDetails) -> None:
        fill_in(qtbot, dialog.asked.source, "Van de gemeente zelf")
        wrong = getattr(dialog.asked, field)
        fill_in(qtbot, wrong, typed)
        enter(qtbot, dialog)
        assert dialog.isVisible()
        assert said in dialog.notice.text()
        assert wrong.property("wrong")
        assert dialog.focusWidget() is wrong
        assert wrong.text() == typed
        assert dialog.asked.source.text() == "Van de gemeente zelf"

    details(qtbot, window, answer)
    assert line(window) == before


def test_that_a_range_that_misses_its_middle_is_said_at_that_range(qtbot: QtBot, window: MainWindow) -> None:
    def answer(dialog: CostDetails) -> None:
        fill_in(qtbot, dialog.asked.quantity, "5")
        fill_in(qtbot, dialog.asked.ranges.pairs["quantity"][0], "6")
        fill_in(qtbot, dialog.asked.ranges.pairs["quantity"][1], "9")
        enter(qtbot, dialog)
        assert "volgorde" in dialog.notice.text()
        assert dialog.asked.ranges.pairs["quantity"][0].property("wrong")

    details(qtbot, window, answer)
    assert line(window).quantity_low_e4 is None
