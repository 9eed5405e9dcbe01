"""A hostile file offered as a publication: refused with a sentence, unopened, whatever is in it."""

import io
import json
import random
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import constant_zip, publication_package, publication_reading
from doorbraak.model.exchange.publication_reading import CHANGED, NEWER, OTHER_FILE, OTHER_TABLES, PublicationRefused
from doorbraak.model.exchange.published import Publication
from tests.faults import words
from tests.model.exchange.merged_caseloads import home, merge, publish, small_laptops, small_tables
from tests.model.exchange.test_publication_package import ODD, files_of, with_teams

SMALL = small_tables()
Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def small() -> bytes:
    made, _ = publish(merge(small_laptops(5, 120, 4), SMALL), SMALL)
    return publication_package.package_bytes(made, "GM0363", SMALL)


@pytest.fixture(scope="module")
def odd() -> Publication:
    return with_teams(ODD)


def refused(content: bytes, *, real: bool = False) -> str:
    with pytest.raises(PublicationRefused) as found:
        publication_reading.opened(content, None if real else SMALL)
    assert found.value.__cause__ is None
    assert not words.fault_in(found.value.sentence), found.value.sentence
    return found.value.sentence


def replaced(package: bytes, name: str, old: bytes, new: bytes) -> bytes:
    files = files_of(package)
    assert old in files[name], "a change that changes nothing proves nothing"
    return constant_zip.packed({**files, name: files[name].replace(old, new, 1)})


def described(package: bytes, **other: object) -> bytes:
    files = files_of(package)
    said = json.loads(files["datapackage.json"])
    said["doorbraak"] |= other
    return constant_zip.packed({**files, "datapackage.json": json.dumps(said).encode()})


def test_that_what_other_programs_show_of_the_description_may_differ(small: bytes) -> None:
    files = files_of(small)
    said = json.loads(files["datapackage.json"])
    said["licenses"] = [{"name": "CC0-1.0"}]
    again = constant_zip.packed({**files, "datapackage.json": json.dumps(said).encode()})
    assert publication_reading.opened(again, SMALL) == publication_reading.opened(small, SMALL)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"%PDF-1.7", b"doorbraak-uitwisseling\n\x03g", b"{}" * 9, constant_zip.packed({}),
     constant_zip.packed({"xl/workbook.xml": b"<x/>"}), constant_zip.packed({"datapackage.json": b"{}"}),
     constant_zip.packed({"datapackage.json": b"[" * 100_000})],
)  # fmt: skip
def test_that_another_file_is_said_to_be_none(content: bytes) -> None:
    assert refused(content) == OTHER_FILE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"'=1+1", b"=1+1"), (b"'t Zand", b"\xe2\x80\xaezand"), (b"'t Zand", b"za\xe2\x80\x8bnd"),
        (b"'t Zand", b"z" * 61), (b"'t Zand", b"z\x00nd"), (b"'t Zand", b"\xff"), (b"'t Zand", b"z\xed\xa0\x80"),
        (b",'-3,", b",-3,"), (b",'-3,", b",<b>,"), (b",'-3,", b",1-2,"), (b"\r\n", b"\n"),
    ],
)  # fmt: skip
def test_that_a_code_or_name_of_a_team_that_no_key_file_may_hold_is_refused(
    odd: Publication, old: bytes, new: bytes
) -> None:
    package = publication_package.package_bytes(odd)
    files = files_of(package)
    changed = {
        name: content.replace(old, new) if name.startswith(("codes/team", "data/")) else content
        for name, content in files.items()
    }
    assert changed["codes/team.csv"] != files["codes/team.csv"]
    assert refused(constant_zip.packed(changed), real=True) == CHANGED


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("codes/domain.csv", b"GELD", b"Bel 0900-1234"),
        ("codes/domain.csv", b",geld,", b",goud,"),
        ("data/life_domains.csv", b"GELD", b"Bel 0900-1234"),
        ("data/life_domains.csv", b"2026Q3", b"2026Q4"),
        ("data/life_domains.csv", b"GM0363", b"GM0364"),
        ("data/life_domains.csv", b"false", b"true"),
        ("data/life_domains.csv", b"period", b"periode"),
        ("data/life_domains.csv", b"shown", b"bekend"),
        ("tables.csv", b"huishoudens", b"mensen"),
        ("data/households_team.csv", b"shown,", b"shown,0"),
        ("data/households_team.csv", b"shown,", b"shown,-"),
        ("data/households_team.csv", b"shown,", b"hidden,"),
        ("data/households_team.csv", b"shown,", b"most,"),
        ("data/households_team.csv", b",,,", b",5,,"),
        ("data/households_team.csv", b",,,", b",,0,5"),
        ("data/cost_before.csv", b"shown,", b"shown,9999999999999"),
        ("data/cost_before.csv", b"shown,", b"shown,1e"),
        ("data/cost_before.csv", b"shown,", b"shown,+"),
        ("data/cost_before.csv", b"shown,", b"shown,\xd9\xa3"),
        ("data/cost_before.csv", b"000,", b"001,"),
    ],
)
def test_that_a_changed_figure_name_or_row_is_refused(small: bytes, name: str, old: bytes, new: bytes) -> None:
    assert refused(replaced(small, name, old, new)) == CHANGED


def test_that_a_margin_that_differs_from_the_table_that_it_is_of_is_refused() -> None:
    """With households of these life domains that have none of the problems: else no problem could be shown."""
    laptops = small_laptops(5, 120, 4)
    for homes in laptops.values():
        team = next(one.cell for one in homes[0].cells if one.table == "households_team")
        domains = [f"life_domains {domain}" for domain in ("geld", "wonen", "zorg")]
        homes += [home(Random(len(homes) + at), f"households_team {team}", *domains) for at in range(10)]
    made = publication_package.package_bytes(publish(merge(laptops, SMALL), SMALL)[0], "GM0363", SMALL)
    lines = files_of(made)["data/problems.csv"].splitlines(keepends=True)
    shown = next(line for line in lines if b",shown," in line)
    assert refused(replaced(made, "data/problems.csv", shown, shown.replace(b",shown,", b",shown,5"))) == CHANGED


@pytest.mark.parametrize("off", [1, -1, 2, 10**13])
@pytest.mark.parametrize("table", ["households_team", "cost_before", "contacts_before"])
def test_that_a_figure_that_is_not_rounded_or_far_too_large_is_refused(small: bytes, table: str, off: int) -> None:
    name = f"data/{table}.csv"
    line = next(one for one in files_of(small)[name].splitlines() if b",shown," in one)
    before, _, figures = line.partition(b",shown,")
    value, _, rest = figures.partition(b",")
    other = b"%s,shown,%d,%s" % (before, int(value) + off, rest)
    assert refused(replaced(small, name, line, other)) == CHANGED


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        ("households_team", b"5,,,"), ("cost_before", b"90000,5,,"), ("cost_before", b"90000,0,,"),
        ("cost_after", b"90000,30,80000,99000"), ("contacts_before", b"90,30,85,95"),
    ],
)  # fmt: skip
def test_that_too_few_households_or_a_band_where_there_is_none_is_refused(
    small: bytes, table: str, figures: bytes
) -> None:
    name = f"data/{table}.csv"
    line = next(one for one in files_of(small)[name].splitlines() if b",hidden," in one or b",shown," in one)
    status = b",shown," if b",shown," in line else b",hidden,"
    other = line.partition(status)[0] + b",shown," + figures
    assert refused(replaced(small, name, line, other)) == CHANGED


def test_that_a_table_that_is_withheld_in_part_is_refused(small: bytes) -> None:
    line = next(one for one in files_of(small)["data/agencies.csv"].splitlines() if b",shown," in one)
    value = line.split(b",shown,")[1]
    other = line.replace(b",shown," + value, b",withheld,,,,")
    assert refused(replaced(small, "data/agencies.csv", line, other)) == CHANGED


@pytest.mark.parametrize("at", [0, 1, -1])
def test_that_a_row_that_is_gone_or_there_twice_is_refused(small: bytes, at: int) -> None:
    files = files_of(small)
    for name in ("data/agencies.csv", "codes/law.csv", "tables.csv"):
        lines = files[name].splitlines(keepends=True)
        for other in ([one for one in lines if one != lines[at]], [*lines, lines[at]]):
            assert refused(constant_zip.packed({**files, name: b"".join(other)})) == CHANGED


@pytest.mark.parametrize("name", ["data/extra.csv", "../weg.csv", "/etc/weg.csv", "data/", "LEESMIJ.txt"])
def test_that_a_member_too_many_or_too_few_is_refused_and_nothing_comes_on_disk(
    small: bytes, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = files_of(small)
    assert refused(constant_zip.packed({**files, name: b""})) == CHANGED
    del files["tables.csv"]
    assert refused(constant_zip.packed(files)) == CHANGED
    assert list(tmp_path.iterdir()) == []


def test_that_a_member_that_is_there_twice_is_refused(small: bytes) -> None:
    twice = io.BytesIO(small)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        with zipfile.ZipFile(twice, "a") as archive:
            archive.writestr("tables.csv", files_of(small)["tables.csv"])
    assert refused(twice.getvalue()) == CHANGED


def test_that_a_bomb_is_refused_within_bounds(small: bytes) -> None:
    files = files_of(small)
    zeros = bytes(publication_reading.MOST_PLAIN + 1)
    bomb = constant_zip.packed({**files, "data/agencies.csv": zeros})
    many = constant_zip.packed({**files, **{f"data/{n}": bytes(20_000_000) for n in range(20)}})
    lying = bytearray(bomb)
    at = lying.index(b"PK\x01\x02", lying.index(b"data/agencies.csv") + 100)
    lying[at + 24 : at + 28] = (5).to_bytes(4, "little")
    del zeros
    for content in (bomb, many, bytes(lying)):
        tracemalloc.start()
        refused(content)
        assert tracemalloc.get_traced_memory()[1] < 4 * publication_reading.MOST_PLAIN
        tracemalloc.stop()


def test_that_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with path.open("wb") as file:
        file.truncate(publication_reading.MOST_BYTES + 1)
    with pytest.raises(UserError, match="te groot"):
        publication_reading.read(path)
    with pytest.raises(UserError, match="is er niet"):
        publication_reading.read(tmp_path / "nergens.zip")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"version": 2}, NEWER), ({"catalogue": "2031.1"}, OTHER_TABLES), ({"catalogue": "x" * 21}, CHANGED),
        ({"version": 0}, CHANGED), ({"version": True}, CHANGED), ({"format": "x"}, CHANGED), ({"extra": 1}, CHANGED),
        ({"period": "2026Q5"}, CHANGED), ({"period": "2026Q4"}, CHANGED), ({"example": "nee"}, CHANGED),
        ({"example": True}, CHANGED), ({"gemeente": "Amsterdam"}, CHANGED), ({"gemeente": ""}, CHANGED),
    ],
)  # fmt: skip
def test_that_a_description_that_does_not_fit_is_refused(small: bytes, other: dict[str, object], sentence: str) -> None:
    said = refused(described(small, **other))
    assert said in (sentence, OTHER_FILE)
    assert said == sentence or "format" in other


def test_that_a_publication_of_an_example_cannot_be_passed_for_a_real_one() -> None:
    made, _ = publish(merge(small_laptops(5, 120, 4), SMALL, example=True), SMALL)
    package = publication_package.package_bytes(made, "", SMALL)
    assert publication_reading.opened(package, SMALL).example
    assert refused(described(package, example=False)) == CHANGED


def test_that_a_thousand_damaged_packages_are_refused_or_read_as_they_were(small: bytes) -> None:
    whole = publication_reading.opened(small, SMALL)
    draw = random.Random(8)
    for _ in range(1000):
        content = bytearray(small)
        for _ in range(draw.randint(1, 4)):
            at = draw.randrange(len(content))
            kind = draw.randrange(3)
            if kind == 0:
                content[at] = draw.randrange(256)
            elif kind == 1:
                del content[at : at + draw.randint(1, 50)]
            else:
                content[at:at] = draw.randbytes(draw.randint(1, 20))
        said = ""
        try:
            assert publication_reading.opened(bytes(content), SMALL) == whole, "a time or a comment in the zip"
        except PublicationRefused as error:
            said = error.sentence
        assert said in ("", CHANGED, OTHER_FILE)
