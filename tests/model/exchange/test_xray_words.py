"""The röntgen in words: no value of the file is missing from them, and no word promises too much."""

from datetime import date

import pytest

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.exchange import periods, sending, table_catalogue, xray_words
from doorbraak.model.exchange.sending import Prepared
from doorbraak.model.exchange.xray import ALL, LeftOut, Xray, xray
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import add_bare, take_cases

AFTER = date(2026, 10, 2)


@pytest.fixture
def prepare(store: Store, known: Catalogue):
    def run() -> Prepared:
        return sending.prepare(store, known, table_catalogue.load(), periods.parse("2026Q3"), AFTER)

    return run


def numbers(text: str) -> list[float]:
    """Euros are whole with dots in them, all else has a comma."""
    plain = text.replace("€\u00a0", "").replace(".", "").replace(",", ".")
    return [float(part) for part in plain.split("; ") if part]


def test_that_the_printed_röntgen_holds_every_value_of_the_payload(store: Store, prepare) -> None:
    take_cases(store)
    prepared = prepare()
    text = "\n".join(xray_words.printed(xray(prepared), example=True))
    rows = [row.split("\t") for row in text.splitlines() if "\t" in row]
    cells = [row for row in rows if len(row) == 8 and row[0] != "Tabel"]
    assert len(cells) == len(prepared.payload.cells)
    by_tokens = {tuple(entry.token for entry in one.entries): one for one in prepared.payload.cells}
    assert len(by_tokens) == len(cells)
    for row in cells:
        one = by_tokens[tuple(row[7].split())]
        kind = prepared.tables.tables[one.table]
        step = 1 if kind.unit == "euro" else 10
        assert row[0] == kind.title
        assert row[2] == str(len(one.entries))
        assert numbers(row[3]) == [entry.value / step for entry in one.entries if entry.value is not None]
        assert numbers(row[4]) == [amount / step for amount in one.top]
        assert row[5] == str(one.changed)
        assert numbers(row[6]) == [amount / step for amount in one.moved]
    for name in ("sender", "coordinator", "catalogue", "period"):
        assert getattr(prepared.payload, name) in text


def test_that_what_stays_is_printed_first_and_the_columns_are_explained(store: Store, prepare) -> None:
    take_cases(store)
    printed = list(xray_words.printed(xray(prepare()), example=True))
    stays, absent, leaves = map(printed.index, ("WAT HIER BLIJFT", "HUISHOUDENS IN GEEN ENKEL VAKJE", "WAT WEGGAAT"))
    assert stays < absent < leaves
    explained, header = printed[leaves + 1], printed[leaves + 2].split("\t")
    assert all(f"{column}:" in explained for column in header[2:])


def test_that_all_of_one_line_stands_together_with_each_code_beside_its_amount(store: Store, prepare) -> None:
    take_cases(store)
    prepared = prepare()
    shown = xray_words.lines(xray(prepared))
    assert len({one.id for one in shown}) == len(shown)
    cells = {tuple(entry.token for entry in cell.entries): cell for cell in prepared.payload.cells}
    valued = [(line, cells[line.codes]) for line in shown if line.amounts and line.codes]
    assert valued
    for line, cell in valued:
        beside = line.whole.splitlines()[1 : len(cell.entries) + 1]
        assert [row.split()[0] for row in beside] == [entry.token for entry in cell.entries]
        assert all(amount in row for row, amount in zip(beside, line.amounts, strict=True))


def test_that_what_leaves_stands_in_the_order_of_its_words(store: Store, prepare) -> None:
    """The file is in the order of codes, which nobody knows."""
    take_cases(store)
    shown = [one for one in xray_words.lines(xray(prepare())) if one.codes]
    words = [(one.table.casefold(), one.cell.replace(ALL, "").casefold().split(" · ")) for one in shown]
    assert words == sorted(words)
    assert len({table for table, _ in words}) > 10


def test_that_of_few_changes_no_largest_is_promised(store: Store, prepare) -> None:
    take_cases(store)
    told = {len(line.moved): line.whole.splitlines()[-1] for line in xray_words.lines(xray(prepare())) if line.moved}
    assert told[1].startswith("Verschillen, samen hoogstens: ")
    assert told[3].startswith("Grootste verschillen en de rest: ")


def test_that_what_is_readable_without_the_key_is_marked(store: Store, prepare) -> None:
    take_cases(store, ("01", "05"))
    marked = [one.cell for one in xray_words.lines(xray(prepare())) if "zonder sleutel" in one.cell]
    assert [words.split(",")[0].split(" (")[0] for words in marked] == ["Periode", "Afzender", "Aantal huishoudens"]


@pytest.mark.parametrize(
    ("households", "class_"),
    [(0, "0 "), (1, "1-4 "), (4, "1-4 "), (5, "5-9 "), (9, "5-9 "), (10, "10 of meer"), (400, "10 of meer")],
)
def test_that_the_size_class_is_said(households: int, class_: str) -> None:
    assert xray_words.size_of(households).startswith(class_)
    assert ("klein" in xray_words.size_of(households)) == (1 <= households < 5)


@pytest.mark.parametrize(("households", "word"), [(1, "minder dan 5"), (4, "minder dan 5"), (5, "5-9"), (9, "5-9")])
def test_that_of_fewer_than_ten_the_summary_says_the_class_alone(households: int, word: str) -> None:
    assert word in xray_words.summary_of(households)
    assert word not in xray_words.summary_of(10)


def test_that_the_labels_are_the_agreed_ones_and_nothing_is_called_anonymous(store: Store, prepare) -> None:
    assert xray_words.EXCHANGE_LABEL == "gepseudonimiseerd - persoonsgegevens, alleen voor de coördinator"
    assert xray_words.SUMMARY_LABEL == "statistisch beveiligd"
    take_cases(store)
    add_bare(store)
    said = [*xray_words.printed(xray(prepare()), example=True), xray_words.again_of(0), xray_words.summary_of(12)]
    assert "anoniem" not in " ".join(said).lower()
    assert xray_words.EXAMPLE in said


def test_that_who_is_in_no_cell_is_named_with_the_reason() -> None:
    seen = Xray((("households", "3"),), (), (), (LeftOut("Iets", "Daarom.", 2),), not_counted=(4,), in_no_cell=(2,))
    assert xray_words.missing(seen) == ((2, xray_words.IN_NO_CELL), (4, xray_words.NOT_OPEN))
    printed = list(xray_words.printed(seen, example=False))
    assert f"Huishouden 4\t{xray_words.NOT_OPEN}" in printed
    assert "Iets (2 huishoudens)\tDaarom." in printed
    assert xray_words.EXAMPLE not in printed


@pytest.mark.parametrize(("changed", "said"), [(0, "geen huishouden"), (1, "ging 1 huishouden "), (4, "gingen 4 huis")])
def test_that_a_file_that_goes_again_says_how_many_came_or_went(changed: int, said: str) -> None:
    assert said in xray_words.again_of(changed)
