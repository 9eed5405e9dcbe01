"""What docs/rekenvoorbeelden.md works out by hand is what the program gives, to the cent."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.savings import Amounts, Saving, saving_of
from doorbraak.model.money import parse
from doorbraak.model.workspace.store import Store
from tests.benchmarks.own_process import PROJECT
from tests.model.insight.records import dossier, event, household, intervention, line

TEXT = (PROJECT / "docs" / "rekenvoorbeelden.md").read_text("utf-8")
TABLE = re.compile(r"<!-- tabel: (?P<name>[^>]+) -->\n\n(?P<rows>(?:\|.*\n)+)")
CATALOGUE = load()
LEVEL = level_of(CATALOGUE, 2025)
Cells = dict[str, str]


def tables() -> dict[str, list[Cells]]:
    """By its name, each table of the document: a dict per row."""
    found = {}
    for match in TABLE.finditer(TEXT):
        head, _, *rows = ([cell.strip() for cell in row.strip("|").split("|")] for row in match["rows"].splitlines())
        found[match["name"]] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


TABLES = tables()


def amounts_of(row: Cells) -> tuple[int, ...]:
    """The cells with euros, in the order of the table."""
    return tuple(parse(cell) for cell in row.values() if "€" in cell)


def shown(amounts: Amounts) -> tuple[int, ...]:
    return (
        amounts.current, amounts.threatening, amounts.plan, amounts.direct, amounts.prevented, amounts.saving,
    )  # fmt: skip


def a_line(row: Cells) -> CostLine:
    """A row of a table "gegevens"."""
    ids = re.search(r"\((\S+)\)", row["post"])
    current, threatening, plan = map(int, row["kansen"].split(","))
    made = line(
        parse(row["prijs"]),
        id_=int(row["nr"]),
        words=row["post"],
        price=ids[1] if ids else "",
        quantity_e4=int(row["aantal"]) * 10_000,
        once=row["hoe vaak"] == "eenmalig",
        starts=a_day(row["van"]),
        ends=a_day(row["tot en met"]),
        chances=Chances(current, threatening, plan),
        attribution=int(row["toerekening"].rstrip("%")),
        law=row["wet"],
        payer=row["betaler"],
        transfer=row["overdracht"] == "ja",
        event=1 if row["hoort bij"] == "dreiging" else None,
        intervention=1 if row["hoort bij"] == "doorbraak" else None,
    )
    return replace(made, price_year=int(row["prijsjaar"]), beneficiary=row["winnaar"].replace("–", ""))


def a_day(cell: str) -> date | None:
    return None if cell == "–" else date.fromisoformat(cell)


def drawn_up(name: str, start: date, without: int, with_plan: int, on: date) -> Dossier:
    return dossier(
        *map(a_line, TABLES[f"{name} gegevens"]),
        of=household(plan_date=start),
        events=(event(without, with_plan, on=on),),
        interventions=(intervention(),),
    )


@pytest.fixture
def eviction() -> Dossier:
    return drawn_up("huisuitzetting", date(2026, 1, 1), 40, 5, date(2026, 4, 1))


@pytest.fixture
def pocket() -> Dossier:
    return drawn_up("portemonnee", date(2026, 2, 10), 35, 5, date(2026, 11, 1))


def check_years(name: str, saving: Saving) -> None:
    expected = {(int(row["nr"]), int(row["jaar"])): amounts_of(row) for row in TABLES[f"{name} uitkomst"]}
    found = {
        (row.line.id, at): (year.current, year.threatening, year.plan, year.saving)
        for row in saving.lines
        for at, year in enumerate(row.years, start=1)
    }
    assert found == expected


def check_sums(name: str, saving: Saving) -> None:
    sums = {
        "publiek": saving.public,
        "publiek zonder overdrachten": saving.public_without_transfers,
        "niet publiek": saving.private,
        "eigen kosten": saving.own_cost,
    }
    for row in TABLES[f"{name} totaal"]:
        assert shown(sums[row["totaal"]]) == amounts_of(row), row["totaal"]
    expected = [(row["wet"], *amounts_of(row)) for row in TABLES[f"{name} per wet"]]
    assert [(row.id, row.amounts.saving) for row in saving.by_law] == expected


def test_that_the_index_of_the_document_is_that_of_the_list() -> None:
    assert level_of(CATALOGUE) == LEVEL, "prices of 2025 are those of the last known year"
    for row in TABLES["index"]:
        year = int(row["jaar"])
        assert LEVEL.index[year] == int(row["index"].replace(",", ""))
        assert LEVEL.factor(year) == Fraction(row["naar prijzen van 2025"])


def test_that_casus_01_worked_out_by_hand_gives_the_same_cents(store: Store, casus: int) -> None:
    saving = saving_of(dossiers.read(store, casus), CATALOGUE, level=LEVEL)
    expected = [(row["post"], *amounts_of(row)) for row in TABLES["casus-01 posten"]]
    found = [(row.line.words, row.amounts) for row in saving.lines]
    assert [(words, one.current, one.threatening, one.plan, one.saving) for words, one in found] == expected
    assert saving.start == date(2026, 10, 5)
    check_sums("casus-01", saving)
    payers = [(row["betaler"], *amounts_of(row)) for row in TABLES["casus-01 per betaler"]]
    assert [(row.id, row.amounts.saving) for row in saving.by_payer] == payers


def test_that_the_eviction_worked_out_by_hand_gives_the_same_cents(eviction: Dossier) -> None:
    for one in eviction.costs:
        price = CATALOGUE.prices.get(one.price)
        assert price is None or (price.price_cents, price.price_year) == (one.price_cents, one.price_year)
    assert {one.price for one in eviction.costs} >= {"opvangplek-jaar", "maatschappelijk-werk-consult"}
    saving = saving_of(eviction, CATALOGUE, level=LEVEL)
    check_years("huisuitzetting", saving)
    check_sums("huisuitzetting", saving)


def test_that_the_wrong_pocket_worked_out_by_hand_gives_the_same_cents(pocket: Dossier) -> None:
    saving = saving_of(pocket, CATALOGUE, 24, level=LEVEL)
    check_years("portemonnee", saving)
    check_sums("portemonnee", saving)
    expected = [
        (row["betaler"], row["winnaar"], *amounts_of(row)) for row in TABLES["portemonnee wie betaalt, wie wint"]
    ]
    assert [(payer, winner, amounts.saving) for payer, winner, amounts in saving.pockets] == expected


def test_that_the_three_ways_to_write_overlap_down_give_what_the_document_says(pocket: Dossier) -> None:
    (stay,) = (one for one in pocket.costs if one.id == 4)
    for row in TABLES["overlap"]:
        shares = [int(share) for share in re.findall(r"(\d+)%", row["toerekening"])]
        costs = tuple(replace(stay, id=at, attribution=share) for at, share in enumerate(shares))
        public = saving_of(replace(pocket, costs=costs), CATALOGUE, 24, level=LEVEL).public
        assert (public.threatening, public.plan, public.saving) == amounts_of(row), row["manier"]


STEPS = [
    row for name in TABLES for row in TABLES[name] if "," in row.get("stappen", "") and "wat" not in row["stappen"]
]


@pytest.mark.parametrize("row", STEPS, ids=lambda row: row["stappen"])
def test_that_the_steps_of_a_sum_add_up_to_what_stands_behind_them(row: Cells) -> None:
    signed = re.findall(r"([+−]?) ?(?:(\d) × )?([\d.]+,\d\d)", row["stappen"])
    cents = sum((-1 if sign == "−" else 1) * int(times or 1) * parse(amount) for sign, times, amount in signed)
    assert (cents,) == amounts_of(row)


def test_that_every_table_of_the_document_is_read() -> None:
    assert len(TABLES) == TEXT.count("<!-- tabel:") == 15
