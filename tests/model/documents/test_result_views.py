import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model import money
from doorbraak.model.catalogue import load
from doorbraak.model.documents import result_beside, result_longer, result_more, result_pockets, result_views
from doorbraak.model.documents.result_table import Table, View
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.dossier.people import Person
from doorbraak.model.insight.longer_view import longer_view_of
from doorbraak.model.insight.realised import realised_of
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import START, dossier, event, line, made

LISTS = load()
TODAY = date(2026, 11, 21)
GONE = Chances(100, 100, 0)


def cents(text: str) -> int:
    return money.parse(re.sub(r"[\u00a0€]", "", text))


@pytest.fixture
def published(store: Store, casus: int) -> Dossier:
    return dossiers.read(store, casus)


def views(found: Dossier) -> Iterator[View]:
    """All that the page can show of a household."""
    year, two = saving_of(found, LISTS), saving_of(found, LISTS, 24)
    for society in (False, True):
        yield result_views.glance((year, two), result_beside.beside(found, year, TODAY), society=society)
        yield from (result_views.grouping(two, by, society=society) for by in result_views.GROUPINGS)
        yield result_views.every_line(year, society=society)
        yield result_more.followed(realised_of(year, found.confirmations, TODAY), year, society=society)
        yield result_pockets.pockets(year, result_views.counted(year, society=society))
    yield result_more.matters_most(two)
    yield result_more.waiting(found, year, TODAY)
    yield result_longer.longer(saving_of(found, LISTS, 60), Assumptions())


def tables(found: Dossier) -> Iterator[Table]:
    for view in views(found):
        yield from view.tables


def test_that_every_figure_opens_into_the_same_figure(published: Dossier) -> None:
    seen = 0
    for table in tables(published):
        for row in table.rows:
            assert len(row) == len(table.header), table.name
            for cell in row[table.names :]:
                if not cell.text or not cell.text.removeprefix("-").startswith("€") or " tot " in cell.text:
                    continue
                assert cell.why is not None, (table.name, cell)
                found = cell.why()
                if " tot " not in found.figure:  # what is uncertain opens into its whole stretch
                    assert money.whole(cents(found.figure)) == cell.text, (table.name, found.title)
                if found.total:
                    listed = sum(cents(each[-1]) for each in found.rows)
                    assert listed == cents(found.total[-1]), (table.name, found.title)
                seen += 1
    assert seen > 200


def test_that_every_band_opens_into_what_was_drawn(published: Dossier) -> None:
    bands = [row[-1] for table in tables(published) if table.header[-1] == "Waarschijnlijk" for row in table.rows]
    assert len(bands) > 20
    for cell in bands:
        if cell.text:
            assert cell.why is not None
            assert cell.why().figure == cell.text.removesuffix(" *").partition(" (")[0]


@pytest.mark.parametrize("by", result_views.GROUPINGS)
@pytest.mark.parametrize("society", [False, True])
def test_that_the_rows_of_a_grouping_add_up_to_the_last(published: Dossier, by: str, society: bool) -> None:
    saving = saving_of(published, LISTS)
    table = result_views.grouping(saving, by, society=society).tables[0]
    for at in range(1, 7):
        reasons = [row[at].why for row in table.rows]
        found = [cents(why().figure) for why in reasons if why]
        assert sum(found[:-1]) == found[-1]
    whole = saving.public_without_transfers if society else saving.public
    assert cents(table.rows[-1][6].why().figure) == whole.saving  # type: ignore[misc]


def test_that_for_society_no_transfer_counts_and_it_is_said() -> None:
    benefit, care = line(50_000, id_=1, chances=GONE, transfer=True), line(20_000, id_=2, chances=GONE)
    saving = saving_of(dossier(benefit, care), LISTS)
    shown = {
        society: result_views.glance((saving,), Table("Naast", ("",), ()), society=society) for society in (False, True)
    }
    assert [view.tables[0].rows[0][6].text for view in shown.values()] == ["€\u00a0700", "€\u00a0200"]
    assert "samenleving" in shown[True].title
    assert any("uitkeringen" in said for said in shown[True].said)


def test_that_a_plan_that_costs_more_says_so_and_is_marked() -> None:
    saving = saving_of(dossier(line(10_000, chances=Chances(0, 0, 100))), LISTS)
    view = result_views.glance((saving,), Table("Naast", ("",), ()), society=False)
    assert "kost €\u00a0100 meer" in view.title
    assert [cell.below for cell in view.tables[0].rows[0][4:7]] == [True, False, True]
    assert any("onder nul" in said for said in view.said)


def test_that_the_own_cost_stands_inside_and_is_shown_apart() -> None:
    own = line(5_000, id_=2, chances=Chances(0, 0, 100), intervention=1)
    saving = saving_of(dossier(line(20_000, chances=GONE), own), LISTS)
    rows = result_views.glance((saving,), Table("Naast", ("",), ()), society=False).tables[0].rows
    assert [row[6].text for row in rows] == ["€\u00a0150", "-€\u00a050"]


def test_that_without_costs_it_says_what_to_do() -> None:
    empty = dossier()
    saving = saving_of(empty, LISTS)
    view = result_views.glance((saving, saving), result_beside.beside(empty, saving, TODAY), society=False)
    assert view.title.startswith("Nog geen kosten")
    assert result_pockets.pockets(saving, ()).title.startswith("Nog ")
    assert result_longer.longer(saving_of(empty, LISTS, 60), Assumptions()).tables == ()


def test_that_what_is_no_public_money_stands_under_it_with_why() -> None:
    total = next(price for price in LISTS.prices.values() if price.use == "total")
    home = dossier(line(1_000, id_=1), line(2_000, id_=2, payer="huishouden"), line(3_000, id_=3, price=total.id))
    _, left = result_views.every_line(saving_of(home, LISTS), society=False).tables
    assert [row[1].text for row in left.rows] == ["Niet publiek betaald", "Gepubliceerd totaal: alleen controle"]


def test_that_promised_realised_expected_and_unconfirmed_are_columns_of_their_own() -> None:
    home = dossier(
        line(120_000, id_=1, chances=GONE),
        line(200_000, id_=2, chances=Chances(0, 40, 5), event=1, once=True),
        events=(event(40, 5, on=date(2026, 2, 1)),),
        confirmations=(made(Confirmation, cost_line=1, after="3", state="confirmed"),),
    )
    saving = saving_of(home, LISTS)
    view = result_more.followed(realised_of(saving, home.confirmations, date(2027, 6, 1)), saving, society=False)
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in view.tables[0].rows}
    assert rows["Samen direct"] == [f"€\u00a0{text}" for text in ("1.200", "300", "0", "900", "0")]
    assert rows["Samen voorkomen"] == [f"€\u00a0{text}" for text in ("700", "0", "0", "700", "0")]
    assert "€\u00a0300 van €\u00a01.200 direct" in view.title


def test_that_what_an_answer_changed_is_a_column_so_that_a_row_adds_up() -> None:
    home = dossier(
        line(120_000, chances=GONE),
        confirmations=(made(Confirmation, cost_line=1, after="3", state="changed", actual_cents=40_000),),
    )
    saving = saving_of(home, LISTS)
    view = result_more.followed(realised_of(saving, home.confirmations, date(2026, 6, 1)), saving, society=False)
    row = next(row for row in view.tables[0].rows if row[0].text == "Samen direct")
    promised, *came, other = (cents(cell.text) for cell in row[1:])
    assert other == sum(came) - promised == -100_00
    assert row[-1].why is not None
    assert cents(row[-1].why().figure) == other


def test_that_quality_of_life_stands_beside_per_person_and_never_inside() -> None:
    measured = (
        made(Measurement, id=1, measure="kwaliteit-van-leven", moment="start", value_e2=400, person=1),
        made(Measurement, id=2, measure="kwaliteit-van-leven", moment="6", value_e2=700, person=1),
        made(Measurement, id=3, measure="vertrouwen", moment="start", value_e2=300),
    )
    home = dossier(line(1_000), measurements=measured, people=(made(Person, id=1, name="Noor"),))
    rows = result_beside.beside(home, saving_of(home, LISTS), TODAY).rows
    found = {row[0].text: row[1].text for row in rows}
    assert found[f"{LISTS.measures['kwaliteit-van-leven'].name}, Noor"] == "4 → 7"
    assert found[LISTS.measures["vertrouwen"].name] == "3"
    without = replace(home, measurements=())
    assert saving_of(without, LISTS).public == saving_of(home, LISTS).public


def test_that_a_sum_far_outside_is_marked_with_border_and_source() -> None:
    home = dossier(line(10_000_000, chances=GONE))
    rows = result_beside.beside(home, saving_of(home, LISTS), TODAY).rows
    marked = next(row for row in rows if row[0].text == "Let op: hoge besparing")
    assert "Maatpact" in marked[2].text
    assert "€\u00a066.000" in marked[2].text


def test_that_each_threat_has_its_cost_of_waiting_and_what_it_costs_when_it_happens() -> None:
    home = dossier(
        line(36_500, id_=1, chances=GONE),
        line(200_000, id_=2, chances=Chances(0, 40, 5), event=1, once=True),
        events=(event(40, 5, on=date(2026, 1, 11)),),
    )
    every, threats = result_more.waiting(home, saving_of(home, LISTS), START).tables
    assert every.rows[0][1].text == "€\u00a07"
    assert [cell.text for cell in threats.rows[0]] == [
        "Huisuitzetting", "11 januari 2026", "10", "€\u00a07", "€\u00a010", "€\u00a02.000", "€\u00a0700",
    ]  # fmt: skip


def test_that_three_and_five_years_are_the_sum_of_their_years_after_discounting(published: Dossier) -> None:
    saving, chosen = saving_of(published, LISTS, 60), Assumptions(discount_e4=300)
    ahead = longer_view_of(saving, 300)
    rows = {row[0].text: row for row in result_longer.longer(saving, chosen).tables[0].rows}
    for count in (3, 5):
        why = rows[f"Samen {count} jaar"][6].why
        assert why is not None
        assert cents(why().figure) == sum(year.direct for year in ahead[:count])
    said = " ".join(result_longer.longer(saving, chosen).said)
    assert "3% per jaar" in said
    assert "constante prijzen" in said


def wins(cost: CostLine, who: str) -> CostLine:
    return replace(cost, beneficiary=who)


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        (
            (line(5_000, id_=1, chances=Chances(0, 0, 100), intervention=1),
             line(90_000, id_=2, payer="zorgverzekeraar", chances=GONE)),
            "Gemeente betaalt de doorbraak, terwijl Zorgverzekeraar €\u00a0900 wint zonder te betalen",
        ),
        ((wins(line(30_000, id_=1, chances=GONE), "zorgverzekeraar"),), "€\u00a0300 komt bij een ander terecht"),
        ((line(10_000, id_=1, chances=Chances(0, 0, 100)),), "Waterbed: Gemeente is €\u00a0100 meer kwijt"),
        (
            (line(5_000, id_=1, chances=Chances(0, 0, 100), intervention=1), line(90_000, id_=2, chances=GONE)),
            "Gemeente betaalt de doorbraak en wint meer terug",
        ),
    ],
)  # fmt: skip
def test_that_the_wrong_pocket_is_said_plainly(costs: tuple[CostLine, ...], said: str) -> None:
    saving = saving_of(dossier(*costs), LISTS)
    assert said in result_pockets.pockets(saving, saving.public_lines).title


def test_that_the_bands_of_the_picture_are_the_cells_of_the_table(published: Dossier) -> None:
    saving = saving_of(published, LISTS)
    table = result_pockets.pockets(saving, saving.public_lines).tables[0]
    streams = result_pockets.streams_of(saving.public_lines)
    cells = [
        cell.text
        for row in table.rows
        if row[0].text != "Samen"
        for cell in row[2:-1]
        if cell.text not in ("", "€\u00a00")
    ]
    assert sorted(cells) == sorted(money.whole(one.cents) for one in streams)
    assert sum(one.cents for one in streams) == saving.public.saving
    assert {one.kind for one in streams} == {"direct", "prevented", "own"}


def test_that_saving_is_over_the_year_that_it_says(published: Dossier) -> None:
    saving: Saving = saving_of(published, LISTS, 60)
    for at in range(5):
        year = result_longer.year_of(saving, at)
        assert (year.months, year.start.year) == (12, saving.start.year + at)
        assert year.public.current == sum(row.years[at].current for row in saving.public_lines)


def test_that_a_plan_that_only_prevents_says_what_the_day_brings_and_never_nought_per_week() -> None:
    """ "Wachten kost € 0 per week" reads as: no hurry."""
    threat = event(40, 5, id=1, on=date(2026, 12, 15))
    home = dossier(line(33_750_00, once=True, event=1, chances=Chances(0, 40, 5)), events=(threat,))
    saving = saving_of(home, LISTS)
    view = result_more.waiting(home, saving, TODAY)
    assert "15 december 2026: gebeurt het, dan kost dat €\u00a033.750." in view.title
    (table,) = view.tables
    assert not any("Wachten" in title for title in table.header)
    texts = [cell.text for row in table.rows for cell in row]
    assert money.whole(0) not in texts
    assert all(len(row) == len(table.header) for row in table.rows)
    told = [row[0].text for row in result_beside.beside(home, saving, TODAY).rows]
    assert "Wachten per week" not in told
    both = dossier(line(365_00, id_=2, chances=GONE), *home.costs, events=(threat,))
    year = saving_of(both, LISTS)
    assert result_more.waiting(both, year, TODAY).title.startswith("Elke week wachten kost")
    assert "Wachten per week" in [row[0].text for row in result_beside.beside(both, year, TODAY).rows]


def test_that_a_day_that_has_passed_is_no_day_to_be_on_time_for() -> None:
    threat = event(40, 5, id=1, on=date(2026, 3, 1))
    home = dossier(line(33_750_00, once=True, event=1, chances=Chances(0, 40, 5)), events=(threat,))
    assert result_more.waiting(home, saving_of(home, LISTS), TODAY).title == "De dag is voorbij."
