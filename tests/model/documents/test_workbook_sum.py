"""The rekensom in the workbook: formulas with the same cents as the program behind them, ties and broken months too."""

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from doorbraak.model.catalogue import load
from doorbraak.model.documents.spreadsheet import Formula, Sheet, bytes_of, column
from doorbraak.model.documents.workbook import sheets_of, workbook_of
from doorbraak.model.documents.workbook_sum import AMOUNTS, TOO_LARGE
from doorbraak.model.documents.workbook_working import ENDS, EXACT, is_exact, numbers_of
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import START, dossier, event, intervention, line

CATALOGUE = load()
TODAY = date(2026, 11, 21)
HALF = Chances(50, 50, 5)
DAYS = st.dates(date(2025, 6, 1), date(2028, 6, 1))


def sheets(found: Dossier, months: int = 12) -> dict[str, Sheet]:
    return {one.title: one for one in sheets_of(found, CATALOGUE, saving_of(found, CATALOGUE, months), TODAY)}


def rows(sheet: Sheet) -> list[dict[str, Any]]:
    return [dict(zip(sheet.head, row, strict=True)) for row in sheet.rows]


@st.composite
def lines(draw: st.DrawFn) -> CostLine:
    starts, ends = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if starts and ends and ends < starts:
        starts, ends = ends, starts
    chance = st.integers(0, 100)
    made = line(
        draw(st.integers(0, 10**7) | st.sampled_from([5, 15, 25, 10**9, 10**13])),
        quantity_e4=draw(st.sampled_from([0, 833, 10_000, 260_000]) | st.integers(0, 10**7)),
        chances=Chances(draw(chance), draw(chance), draw(chance)),
        starts=starts,
        ends=ends,
        once=draw(st.booleans()),
        attribution=draw(chance),
    )
    return replace(made, price_year=draw(st.sampled_from([None, 1995, 2013, 2022, 2025, 2026])))


@given(lines())
def test_that_the_steps_come_to_the_cents_of_the_program(one: CostLine) -> None:
    saving = saving_of(dossier(one, events=(event(40, 5),)), CATALOGUE, 24)
    (row,) = saving.lines
    for at, amounts in enumerate(row.years):
        numbers = numbers_of(row, saving, at)
        assert {key: numbers[key] for key in ENDS} == {key: getattr(amounts, key) for key in ENDS}


@pytest.mark.parametrize(
    ("cents", "current"), [(5, 2), (15, 8), (25, 12), (8_530 * 7 // 5, 5_971), (1, 0), (3, 2)]
)  # 2.5 -> 2, 7.5 -> 8, 12.5 -> 12, 0.5 -> 0, 1.5 -> 2
def test_that_a_half_cent_goes_to_the_even_cent(cents: int, current: int) -> None:
    saving = saving_of(dossier(line(cents, chances=HALF)), CATALOGUE)
    assert numbers_of(saving.lines[0], saving, 0)["current"] == current


def test_that_the_formulas_are_those_that_were_reckoned_with_another_program() -> None:
    """Written down as they were when a spreadsheet program gave the same cents for all of them."""
    (row,) = rows(sheets(dossier(line(100)))["Rekenwerk"])
    texts = {head: cell.text for head, cell in row.items() if isinstance(cell, Formula)}
    assert texts["Prijs (cent)"] == "ROUND(Kosten!K2*100,0)"
    assert texts["Schaal van het aantal"] == "IF(Kosten!P2=INT(Kosten!P2),1,10000)"
    assert texts["Huidig: heel"] == "INT(X2*J2/100)"
    assert texts["Huidig: rest"] == "(X2*J2-AA2*100)*W2+Y2*J2"
    up, left = "(AA2+INT(AB2/Z2))", "(AB2-INT(AB2/Z2)*Z2)"
    assert texts["Huidig (cent)"] == f"{up}+IF(2*{left}>Z2,1,IF(2*{left}=Z2,({up}-2*INT({up}/2)),0))"
    assert texts["Bespaard (cent)"] == "AK2+IF(AJ2-100*AK2>50,1,IF(AJ2-100*AK2=50,AK2-2*INT(AK2/2),0))"


def test_that_price_index_quantity_chances_and_attribution_are_cells_of_the_line() -> None:
    one = replace(line(127_00, quantity_e4=260_000, chances=Chances(100, 40, 5), attribution=60), price_year=2022)
    (row,) = rows(sheets(dossier(one, events=(event(40, 5),)))["Kosten"])
    assert row["Prijs (€)"] == 127
    assert (row["Index prijsjaar"], row["Index rekenjaar"]) == (Fraction(12143, 100), Fraction(13456, 100))
    assert row["Aantal"] == 26
    assert [row[f"Kans {name} (%)"] for name in ("huidig", "dreigend", "plan")] == [100, 40, 5]
    assert row["Telt mee (%)"] == 60
    assert row["Huidig (€)"].text == "SUMIF(Rekenwerk!$A$2:$A$2,$A2,Rekenwerk!$AC$2:$AC$2)/100"


def test_that_a_broken_month_is_a_part_of_the_year_with_numerator_and_denominator() -> None:
    found = dossier(line(120_000, starts=date(2026, 6, 16), ends=date(2026, 6, 30)))
    (row,) = rows(sheets(found)["Rekenwerk"])
    assert (row["Deel van het jaar: teller"], row["Deel van het jaar: noemer"]) == (1, 24)  # half of June


def test_that_two_years_are_two_rows_of_the_workings_and_one_line() -> None:
    found = sheets(dossier(line(100)), 24)
    assert len(found["Rekenwerk"].rows) == 2
    (row,) = rows(found["Kosten"])
    assert (row["Huidig (€)"].text, row["Huidig (€)"].value) == (
        "SUMIF(Rekenwerk!$A$2:$A$3,$A2,Rekenwerk!$AC$2:$AC$3)/100", Fraction(2),
    )  # fmt: skip


def test_that_an_amount_too_large_for_a_spreadsheet_is_the_programs_own_and_says_so() -> None:
    found = dossier(line(10**13, quantity_e4=33_333, chances=HALF))
    saving = saving_of(found, CATALOGUE)
    assert not is_exact(numbers_of(saving.lines[0], saving, 0))
    (row,), (cost,) = rows(sheets(found)["Rekenwerk"]), rows(sheets(found)["Kosten"])
    assert row["Huidig (cent)"] == saving.public.current
    assert TOO_LARGE in cost["Let op"]


@given(lines())
def test_that_every_number_on_the_way_is_one_that_a_spreadsheet_keeps_whole(one: CostLine) -> None:
    saving = saving_of(dossier(one), CATALOGUE)
    numbers = numbers_of(saving.lines[0], saving, 0)
    if is_exact(numbers):
        assert max(abs(number) for number in numbers.values()) < EXACT < 2**53


def test_that_ten_to_the_ninth_cents_in_broken_months_are_still_formulas() -> None:
    one = replace(line(10**9, starts=date(2026, 3, 10), chances=HALF), price_year=2022)
    saving = saving_of(dossier(one), CATALOGUE)
    assert is_exact(numbers_of(saving.lines[0], saving, 0))


def a_bit_of_all() -> Dossier:
    private = line(4_000, id_=4, payer="huishouden")
    total = next(one.id for one in CATALOGUE.prices.values() if one.use == "total")
    return dossier(
        replace(line(1_000_05, id_=1, chances=Chances(100, 100, 30), attribution=60), effect="capacity"),
        replace(line(2_000_00, id_=2, law="zvw", payer="gemeente", chances=HALF), beneficiary="zorgkantoor"),
        line(300_00, id_=3, law="wmo2015", event=1, once=True, chances=Chances(0, 35, 5)),
        private,
        line(9_999_00, id_=5, price=total),
        line(500_00, id_=6, intervention=1, once=True, chances=Chances(0, 0, 100)),
        replace(line(700_00, id_=7, payer="svb", law="akw", transfer=True, chances=HALF), effect="cash"),
        events=(event(35, 5, on=START),),
        interventions=(intervention(),),
    )


GROUPINGS = ("Per wet", "Per betaler", "Per winnaar", "Wie betaalt, wie wint", "Kasbaar of capaciteit")


@pytest.mark.parametrize("title", GROUPINGS)
def test_that_every_grouping_adds_up_to_the_public_sum_without_the_check_lines(title: str) -> None:
    found = a_bit_of_all()
    saving = saving_of(found, CATALOGUE)
    *groups, total = rows(sheets(found)[title])
    assert len(groups) > 1
    for name, key in zip(AMOUNTS, ("current", "threatening", "plan", "direct", "prevented", "saving"), strict=True):
        values = [row[f"{name} (€)"].value for row in groups]
        assert sum(values) == total[f"{name} (€)"].value == Fraction(getattr(saving.public, key), 100)
        for row in (*groups, total):
            assert '$H$2:$H$8="Publiek"' in row[f"{name} (€)"].text


def test_that_what_is_behind_a_formula_is_what_its_lines_come_to() -> None:
    """Of each grouping, by the very columns that its formulas compare."""
    found = sheets(a_bit_of_all())
    costs = rows(found["Kosten"])
    at = {column(place): head for place, head in enumerate(found["Kosten"].head)}
    assert (at["C"], at["D"], at["E"], at["G"], at["H"]) == (
        "Wet", "Betaler", "Winnaar", "Kasbaar of capaciteit", "Telt als",
    )  # fmt: skip
    for title, keys in zip(GROUPINGS, ("C", "D", "E", "DE", "G"), strict=True):
        for number, row in enumerate(found[title].rows[:-1], start=2):
            named = row[: len(keys)]
            mine = [
                one for one in costs
                if one["Telt als"] == "Publiek" and tuple(one[at[key]] for key in keys) == named
            ]  # fmt: skip
            formula = row[-1]
            assert isinstance(formula, Formula)
            assert formula.value == sum(one["Besparing (€)"].value for one in mine), title
            for place, key in enumerate(keys):
                assert f"(Kosten!${key}$2:${key}$8=${column(place)}{number})" in formula.text


def test_that_two_names_that_a_spreadsheet_takes_for_the_same_are_told_apart() -> None:
    found = dossier(line(100, id_=1, law="eigen"), line(200, id_=2, law="EIGEN"), line(300, id_=3, law="e*"))
    named = [row["Wet"] for row in rows(sheets(found)["Per wet"])[:-1]]
    assert len({name.casefold() for name in named}) == 3
    assert {row["Wet"] for row in rows(sheets(found)["Kosten"])} == set(named)


@pytest.mark.parametrize("words", ["=1+1", '"&A1&"', "Kosten!A1"])
def test_that_nothing_that_was_typed_is_in_a_formula(words: str) -> None:
    found = dossier(
        replace(line(100, words=words, law=words, payer=words), unit=words, source=words, beneficiary=words),
        interventions=(intervention(words=words),),
    )
    clean = dossier(line(100, law="x", payer="y"), interventions=(intervention(),))
    texts, expected = (
        [cell.text for sheet in sheets(one).values() for row in sheet.rows for cell in row if isinstance(cell, Formula)]
        for one in (found, clean)
    )
    assert texts == expected


def test_that_the_cover_repeats_the_sums_and_says_whether_something_was_changed() -> None:
    found = a_bit_of_all()
    saving = saving_of(found, CATALOGUE)
    cover = dict(sheets(found)["Lees eerst"].rows)  # type: ignore[arg-type]
    assert cover["Publiek: besparing"].value == Fraction(saving.public.saving, 100)
    assert cover["Publiek zonder overdrachten: huidig"].value == Fraction(saving.public_without_transfers.current, 100)
    assert cover["Niet publiek: huidig"].value == Fraction(saving.private.current, 100)
    same = cover["De formules geven dezelfde centen als het programma"]
    assert same.value == "Ja"
    assert "Kosten!$AC$2:$AC$8" in same.text
    assert "Kosten!$AD$2:$AD$8" in same.text


def test_that_an_empty_household_has_sheets_without_broken_references() -> None:
    found = sheets(dossier())
    texts = [cell.text for one in found.values() for row in one.rows for cell in row if isinstance(cell, Formula)]
    assert set(texts) == {"0"}
    assert found["Kosten"].rows == ()


def test_that_the_assumptions_stand_on_a_sheet_of_their_own() -> None:
    found = dossier(replace(line(100, chances=HALF), price_year=2026))
    chosen = Assumptions(None, 250, "Werkgroep", date(2026, 9, 1))
    made = sheets_of(found, CATALOGUE, saving_of(found, CATALOGUE), TODAY, chosen)
    (sheet,) = (one for one in made if one.title == "Aannames")
    said = dict(sheet.rows)  # type: ignore[arg-type]
    assert said["Prijspeil"].startswith("Alle bedragen zijn in prijzen van 2025")
    assert "het dichtstbijzijnde bekende (hier 2026)" in said["Prijspeil"]
    assert "25%" in said["Aangenomen"]
    assert said["Discontovoet"].startswith("2,5% per jaar")
    assert "Bron: Werkgroep, gelezen op 1 september 2026." in said["Discontovoet"]
    assert "tussen" in said["Marge"]


def test_that_weak_marks_and_the_range_stand_beside_the_line() -> None:
    price = CATALOGUE.prices["opvangplek-jaar"]
    weak = replace(line(price.price_cents, price=price.id), price_year=2025)
    own = replace(line(100_00, id_=2), price_year=2013)
    first, second = rows(sheets(dossier(weak, own))["Kosten"])
    assert "zwakke bron (C)" in first["Let op"]
    assert (first["Prijs laag (€)"], first["Prijs hoog (€)"]) == (15_000, 70_000)
    assert first["Waar te lezen"] == price.source_url
    assert "oude prijs" in second["Let op"]
    assert "zonder bron" in second["Let op"]
    assert (second["Prijs laag (€)"], second["Prijs hoog (€)"]) == (75, 125)


def test_that_a_price_that_left_the_list_is_marked_and_keeps_its_cents() -> None:
    (row,) = rows(sheets(dossier(replace(line(15_000_00, price="weg", source="Geteld."), price_year=2025)))["Kosten"])
    assert "prijs staat niet meer in de lijst" in row["Let op"]
    assert "eigen prijs" not in row["Let op"]
    assert row["Prijs (€)"] == 15_000


def test_that_a_file_carries_what_every_formula_comes_to(store: Store, casus: int) -> None:
    """A program that shows a file without reckoning has nothing else to show."""
    found = dossiers.read(store, casus)
    saving: Saving = saving_of(found, CATALOGUE)
    content = workbook_of(found, CATALOGUE, saving, TODAY)
    formulas, values = (load_workbook(io.BytesIO(content), data_only=only) for only in (False, True))
    count = 0
    for sheet in sheets_of(found, CATALOGUE, saving, TODAY):
        for at, row in enumerate(sheet.rows, start=2):
            for place, cell in enumerate(row):
                if isinstance(cell, Formula):
                    count += 1
                    where = f"{column(place)}{at}"
                    assert formulas[sheet.title][where].value == f"={cell.text}"
                    known = values[sheet.title][where].value
                    assert known == (cell.value if isinstance(cell.value, str) else pytest.approx(float(cell.value)))
    assert count > 500


def test_that_columns_are_lettered_as_a_spreadsheet_does() -> None:
    assert [column(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_that_a_text_behind_a_formula_is_marked_as_text() -> None:
    content = bytes_of((Sheet("Een", ("Kop",), ((Formula('IF(1=1,"a & b","")', "a & b"),),), (10,)),), "Titel")
    assert load_workbook(io.BytesIO(content), data_only=True)["Een"]["A2"].value == "a & b"
