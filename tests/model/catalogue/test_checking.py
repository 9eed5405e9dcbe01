"""What must hold between files is checked when they are read, with the line of the row that is wrong."""

import dataclasses
from pathlib import Path

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.catalogue.checking import REFERENCES
from doorbraak.model.catalogue.lists import SHEETS
from doorbraak.model.errors import CatalogueDamaged


def replace_in(path: Path, line: int, old: str, new: str) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[line - 1], lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(("name", "field", "target"), REFERENCES, ids=lambda part: part)
def test_that_a_reference_to_nothing_is_told_with_file_and_line(
    catalogue: Catalogue, name: str, field: str, target: str
) -> None:
    """The last row of each list points nowhere: told is its own line."""
    held = getattr(catalogue, name)
    last = held[-1] if isinstance(held, tuple) else list(held.values())[-1]
    single = isinstance(getattr(last, field), str)
    broken = dataclasses.replace(last, **{field: "zoekgeraakt" if single else ("zoekgeraakt",)})
    rows = (*held[:-1], broken) if isinstance(held, tuple) else {**held, last.id: broken}
    with pytest.raises(CatalogueDamaged) as caught:
        lists.check(dataclasses.replace(catalogue, **{name: rows}))
    line = catalogue.lines[name][-1]
    assert caught.value.sentence.startswith(
        f"De lijst {SHEETS[name].file} klopt niet op regel {line}: “zoekgeraakt” staat niet in {SHEETS[target].file}."
    )


def test_that_every_field_with_an_id_of_another_list_is_among_the_references(catalogue: Catalogue) -> None:
    """Found by the name of the field, so that a new list can't be forgotten."""
    held = {(name, field) for name, field, _ in REFERENCES}
    named = {
        "life_domain",
        "problems",
        "agencies",
        "agency",
        "laws",
        "law",
        "law_a",
        "law_b",
        "payers",
        "prices",
        "price",
    }
    for name in SHEETS:
        rows = getattr(catalogue, name)
        first = rows[0] if isinstance(rows, tuple) else next(iter(rows.values()))
        for field in dataclasses.fields(first):
            if field.name in named:
                assert (name, field.name) in held


@pytest.mark.parametrize(
    ("file", "line", "old", "new", "what"),
    [
        (
            "prices/prices.csv",
            2,
            ",644,537,644,",
            ",644,645,646,",
            "de prijs ligt buiten zijn eigen bandbreedte",
        ),
        (
            "prices/prices.csv",
            2,
            ",644,537,644,",
            ",644,537,643.99,",
            "de prijs ligt buiten zijn eigen bandbreedte",
        ),
        ("prices/prices.csv", 3, ",2727,,,", ",2727,,2726,", "de prijs ligt buiten zijn eigen bandbreedte"),
        ("prices/prices.csv", 3, ",2022,", ",1999,", "voor 1999 is er geen prijsindex"),
        ("prices/agency_prices.csv", 3, "huisarts-consult", "auto-km", "prijs “auto-km” mag niet in een som"),
        ("catalogue/events.csv", 3, "opvangplek-jaar", "auto-km", "prijs “auto-km” mag niet in een som"),
        ("law/tensions.csv", 2, "zvw,11,", "zvw,999,", "artikel 999 van zvw staat niet in law/articles.csv"),
        (
            "law/tensions.csv",
            14,
            "13:1_onder_g",
            "13:1_onder_x",
            "artikel 13:1_onder_x van participatiewet staat niet in law/articles.csv",
        ),
        ("law/retention.csv", 2, ",20,jaar,", ",20,,", "een termijn heeft een getal en een eenheid nodig"),
        ("law/retention.csv", 2, ",20,jaar,", ",,jaar,", "een termijn heeft een getal en een eenheid nodig"),
    ],
)
def test_that_what_does_not_fit_between_rows_is_told_with_file_and_line(
    copied: Path, file: str, line: int, old: str, new: str, what: str
) -> None:
    replace_in(copied / file, line, old, new)
    with pytest.raises(CatalogueDamaged) as caught:
        lists.load(copied)
    assert caught.value.sentence.startswith(f"De lijst {file} klopt niet op regel {line}: {what}.")


def test_that_the_programs_own_lists_pass(catalogue: Catalogue) -> None:
    lists.check(catalogue)
