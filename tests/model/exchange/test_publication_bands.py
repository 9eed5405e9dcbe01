"""Between which amounts a saving lies, beside what is shown of it: who reads that learns nothing of what is hidden."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.exchange import audit, publication
from doorbraak.model.exchange.audit import Audited, Need
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.publication import Outcome
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_sentences import BANDS
from doorbraak.model.exchange.table_catalogue import CellKey
from tests.model.exchange.merged_caseloads import (
    NEXT,
    PERIOD,
    SECRETS,
    caseload,
    home,
    merge,
    publish,
    small_laptops,
    small_tables,
)  # fmt: skip
from tests.model.exchange.merged_whole import Merged

TABLES = small_tables()
RANDOM = Random(28)
SIDES = ("saved_below", "saved_above")
SEEDS = st.integers(0, 10**6)


def saving(number: int, cell: str, value: int, *, part: float = 0.2, team: str = "n") -> list[Home]:
    """Households with this saving each, and a band of this part of it."""
    band = round(value * part / 100) * 100
    sides = [f"{side} {cell} {band}" for side in SIDES]
    return [home(RANDOM, f"households_team {team}", f"saved {cell} {value}", *sides) for _ in range(number)]


def laptops(homes: list[Home], number: int = 3) -> dict[str, list[Home]]:
    found = {f"{at:032x}": homes[at::number] for at in range(number)}
    for homes_of in found.values():
        homes_of += [home(RANDOM, "households_team n") for _ in range(10)]
    return found


def outcome(merged: Merged) -> Outcome:
    return publication.protected(caseload(merged, TABLES), TABLES, SECRETS, Ledger())


def bands(made: Publication) -> dict[str, tuple[int | None, int | None]]:
    return {one.cell: (one.low, one.high) for one in made.table("saved").cells if one.low is not None}


def test_that_a_saving_has_its_band_around_it() -> None:
    made, _ = publish(merge(laptops(saving(30, "wmo|gem", 4000)), TABLES), TABLES)
    table = made.table("saved")
    one = table.at("wmo|gem")
    assert (one.value, one.low, one.high) == (120_000, 96_000, 144_000)
    assert BANDS in table.why
    assert made.table("cost_after").at("|").low is None
    assert not any(table.id in SIDES for table in made.tables), "a band is no table of its own"


def test_that_the_ends_add_up_over_households_as_if_all_were_off_alike() -> None:
    homes = [*saving(15, "wmo|gem", 4000, part=0.1), *saving(15, "zvw|gem", 4000, part=0.4)]
    made, _ = publish(merge(laptops(homes), TABLES), TABLES)
    assert bands(made)["|gem"] == (120_000 - 30_000, 120_000 + 30_000)


@given(SEEDS, st.integers(30, 130), st.integers(1, 6))
@settings(max_examples=30, deadline=None, database=None)
def test_that_a_saving_always_lies_in_its_own_band_and_nothing_else_has_one(
    seed: int, households: int, laptops_: int
) -> None:
    first = small_laptops(seed, households, laptops_)
    made, ledger = publish(merge(first, TABLES), TABLES)
    second = {name: [*homes[2:], *small_laptops(seed + 1, 3, 1).popitem()[1]] for name, homes in first.items()}
    later, _ = publish(merge(second, TABLES, NEXT, earlier=(PERIOD, first)), TABLES, ledger)
    for each in (made, later):
        for table in each.tables:
            for one in table.cells:
                assert (one.low is None) == (one.high is None)
                if one.low is not None:
                    assert table.id == "saved"
                    assert one.low <= (one.value or 0) <= (one.high or 0)


# -- a band that tells the middle --------------------------------------------------------------------------


def dominated(*parts: float) -> dict[str, list[Home]]:
    """Of one law and payer nearly half is of one household. So it is hidden, and three others with it. `parts`: of the
    bands of its law: of its own payer, and of the other.
    """
    one = saving(1, "wmo|gem", 20_000, part=parts[0])
    homes = [*one, *saving(11, "wmo|gem", 2000, part=parts[0]), *saving(12, "wmo|zvz", 3000, part=parts[1])]
    return laptops([*homes, *saving(12, "zvw|gem", 3100), *saving(12, "zvw|zvz", 3200)])


def found_by_a_reader_of_prices(
    merged: Merged, made: Outcome, told: Mapping[CellKey, int], room: int = 5
) -> bool:  # fmt: skip
    """Whether somebody who knows to `room` thousandths which part of a saving its band is, gets within 12% of the small
    one.

    This look is made of the merged contributions and of nothing that the program decided but what is shown. `told`: of
    the bands.
    """
    truths = {
        (table, f"{law}|{payer}"): sum(
            entry.value or 0
            for (its, other), one in merged.cells.items()
            if its == table and (not law or other.split("|")[0] == law) and (not payer or other.split("|")[1] == payer)
            for entry in one.entries.values()
        )
        for table in ("saved", *SIDES)
        for law in ("wmo", "zvw", "")
        for payer in ("gem", "zvz", "")
    }
    cells, sums, shares = [], [], []
    for (table, cell), truth in truths.items():
        one = made.cells.get((table, cell)) if table == "saved" else None
        figure = told.get((table, cell)) if one is None else one.value
        small = (table, cell) == ("saved", "wmo|gem")
        need = Need(below=truth * 12 // 100, above=truth * 12 // 100) if small else Need(apart=0)
        said = None if figure is None else audit.rounded(figure)
        cells.append(Audited((table, cell), truth, said, (0, 10**9), need))
        law, payer = cell.split("|")
        if not law:
            sums.append(((table, cell), ((table, f"wmo|{payer}"), (table, f"zvw|{payer}"))))
        if not payer:
            sums.append(((table, cell), ((table, f"{law}|gem"), (table, f"{law}|zvz"))))
        if table in SIDES and law and payer:
            part = 1000 * truth // truths["saved", cell]
            shares.append(((table, cell), ("saved", cell), part - room, part + room))
    now = audit.Publication(tuple(cells), tuple(sums), whole_numbers=False, shares=tuple(shares))
    return not audit.audit(now).passed


def test_attack_a_band_that_tells_the_middle() -> None:
    """Two hidden savings of € 78,000 together. One is known to have a band of a tenth, the other of one half: with the
    band of the law beside it these are two equations for two savings. So that band is not shown.
    """
    merged = merge(dominated(0.1, 0.5), TABLES)
    made = outcome(merged)
    assert made.cells["saved", "wmo|"].status == "shown"
    assert {made.cells["saved", f"wmo|{payer}"].status for payer in ("gem", "zvz")} == {"hidden"}
    told = {key: one.value or 0 for key, one in made.cells.items() if key[0] in SIDES}
    assert not found_by_a_reader_of_prices(merged, made, told)
    with_the_law = {**told, **{(side, "wmo|"): 22_000 for side in SIDES}}
    assert with_the_law != told
    assert found_by_a_reader_of_prices(merged, made, with_the_law), "a look that finds nothing would be no look"


@pytest.mark.parametrize("parts", [(0.4, 0.2), (0.2, 0.4), (0.45, 0.25)])
def test_attack_a_band_for_who_knows_the_price_list_exactly(parts: tuple[float, float]) -> None:
    """The list comes with the program. To a twentieth these parts tell too little, and as they stand there enough."""
    merged = merge(dominated(*parts), TABLES)
    made = outcome(merged)
    assert made.cells["saved", "wmo|"].status == "shown"
    told = {key: one.value or 0 for key, one in made.cells.items() if key[0] in SIDES}
    band = round((42_000 * parts[0] + 36_000 * parts[1]) / 1000) * 1000
    with_the_law = {**told, **{(side, "wmo|"): band for side in SIDES}}
    assert found_by_a_reader_of_prices(merged, made, with_the_law, 1), "a look that finds nothing would be no look"
    assert not found_by_a_reader_of_prices(merged, made, told, 1)


def test_attack_a_band_that_is_the_same_part_everywhere_tells_no_more_than_the_saving() -> None:
    merged = merge(dominated(0.2, 0.2), TABLES)
    made = outcome(merged)
    told = {key: one.value or 0 for key, one in made.cells.items() if key[0] in SIDES}
    assert ("saved_below", "wmo|") in told
    assert not found_by_a_reader_of_prices(merged, made, told)


def test_attack_a_band_of_a_saving_that_is_hidden() -> None:
    """No band is shown of what is hidden, and none that one household makes by itself."""
    made = outcome(merge(dominated(0.2, 0.2), TABLES))
    for side in SIDES:
        for (table, cell), one in made.cells.items():
            if table == side:
                assert one.status == "shown"
                assert made.cells["saved", cell].status == "shown"
    wide = [*saving(29, "wmo|gem", 3000), *saving(1, "wmo|gem", 3000, part=9.0)]
    publication_, _ = publish(merge(laptops(wide), TABLES), TABLES)
    one = publication_.table("saved").at("wmo|gem")
    assert (one.value, one.low, one.high) == (90_000, None, None)


def test_that_without_a_band_of_every_household_there_is_none() -> None:
    homes = saving(30, "wmo|gem", 4000)
    bare = [replace(one, cells=tuple(cell for cell in one.cells if cell.table not in SIDES)) for one in homes[:1]]
    made, _ = publish(merge(laptops([*bare, *homes[1:]]), TABLES), TABLES)
    assert made.table("saved").at("wmo|gem").value == 120_000
    assert bands(made) == {}


def test_that_a_band_is_carried_forward_with_its_saving() -> None:
    """Four bands become three times as wide: what is shown stays. With five of each laptop all of it is new."""
    homes = saving(30, "wmo|gem", 4000)
    for changed, expected in ((4, (96_000, 144_000)), (15, (80_000, 172_000))):
        first = {f"{at:032x}": homes[at::3] for at in range(3)}
        wider = [_wider(one) for one in homes[:changed]] + homes[changed:]
        second = {f"{at:032x}": wider[at::3] for at in range(3)}
        before, ledger = publish(merge(first, TABLES), TABLES)
        after, later = publish(merge(second, TABLES, NEXT, earlier=(PERIOD, first)), TABLES, ledger)
        assert before.table("saved").at("wmo|gem").low == 96_000
        one = after.table("saved").at("wmo|gem")
        assert (one.low, one.high) == expected
        assert later.entries["saved_below", "wmo|gem"].status == "shown"


def _wider(one: Home) -> Home:
    """A little more saved, with a band of half of it."""
    cells = tuple(
        replace(cell, value=(cell.value or 0) + 400 if cell.table == "saved" else 2300) if cell.value else cell
        for cell in one.cells
    )
    return Home(one.secret, cells)


@pytest.mark.parametrize("households", [9, 10])
def test_that_a_band_is_of_ten_households_or_more(households: int) -> None:
    made, _ = publish(merge(laptops(saving(households, "wmo|gem", 4000)), TABLES), TABLES)
    assert bool(bands(made)) == (households == 10)


def test_that_no_cell_of_a_band_counts_households_anew() -> None:
    """Of the same households there is one draw: a band has no number of households of its own."""
    made = outcome(merge(laptops(saving(30, "wmo|gem", 4000)), TABLES))
    assert not any(table.startswith(SIDES) and table.endswith("/n") for table, _ in made.cells)
