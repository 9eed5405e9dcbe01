"""Rebuilding one household from an exchange file that was opened: by token, equal value, subset sum, order, count.

Each attack is run by a program that knows the truth and counts how often it is right. PRIVACY.md section 7.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier, household
from doorbraak.model.exchange import periods
from doorbraak.model.exchange.contributions import CellContributions, Home, contributions
from doorbraak.model.exchange.contributions_changed import Before
from doorbraak.model.exchange.memberships import Membership, memberships
from doorbraak.model.exchange.table_catalogue import is_finest
from doorbraak.model.exchange.tokens import token
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import PERIOD, drawn, known_tables, take_cases

TABLES = known_tables()
EARLIER = "2026Q2"
Owners = dict[str, int]


def file_of(homes: list[Home]) -> tuple[tuple[CellContributions, ...], Owners]:
    """What leaves, and what the attacker does not have: whose token it is."""
    made = contributions(homes, PERIOD, TABLES)
    owners = {
        token(home.secret, PERIOD, one.table, one.cell): number
        for one in made
        for number, home in enumerate(homes)
    }  # fmt: skip
    return made, owners


def caseload(seed: int, number: int, *, most: int = 6) -> list[Home]:
    random = Random(seed)
    return [drawn(random, TABLES, most=most) for _ in range(number)]


def test_attack_rebuilding_a_household_by_token() -> None:
    """No token comes twice, in any two cells, tables, households or periods: nothing is to be joined on."""
    homes = caseload(1, 25)
    everything = [
        entry.token
        for period in ("2026Q3", "2026Q4", "2026", "2027")
        for one in contributions(homes, period, TABLES)
        for entry in one.entries
    ]
    assert len(everything) > 10_000
    assert len(set(everything)) == len(everything)


def test_attack_rebuilding_a_household_by_order() -> None:
    """The first token of one cell and the first of another are of one household no more often than by chance."""
    made, owners = file_of(caseload(2, 12))
    full = [[owners[entry.token] for entry in one.entries] for one in made if len(one.entries) == 12]
    assert len(full) > 20
    hits = [first == second for a, b in combinations(full, 2) for first, second in zip(a, b, strict=True)]
    assert sum(hits) / len(hits) == pytest.approx(1 / 12, abs=0.02)


def test_attack_rebuilding_a_household_by_count() -> None:
    """Cells of different tables that hold one household each, hold the same one no more often than by chance."""
    made, owners = file_of(caseload(3, 12))
    single = [
        (one.table, owners[one.entries[0].token]) for one in made if len(one.entries) == 1 and is_finest(one.cell)
    ]
    pairs = [(a, b) for a, b in combinations(single, 2) if a[0] != b[0]]
    assert len(pairs) > 1000
    assert sum(a[1] == b[1] for a, b in pairs) / len(pairs) < 2 / 12


def values_of(made: tuple[CellContributions, ...]) -> dict[int, list[tuple[tuple[str, str], str]]]:
    found: dict[int, list[tuple[tuple[str, str], str]]] = defaultdict(list)
    for one in made:
        for entry in one.entries:
            if entry.value:
                found[abs(entry.value)].append(((one.table, one.cell), entry.token))
    return found


def test_attack_rebuilding_a_household_by_equal_value(store: Store) -> None:
    """In the published households: amounts that stand twice in the file are hardly ever of one household, and never
    say what is in another law, of another payer or about another kind of doorbraak.
    """
    take_cases(store)
    lists = catalogue.load()
    homes = [
        Home(
            household.exchange_secret(store, home.id),
            memberships(dossier.read(store, home.id), periods.parse(PERIOD), lists, TABLES),
        )
        for home in household.all_of(store)
    ]
    made, owners = file_of(homes)
    found = values_of(made)
    assert sum(map(len, found.values())) > 40, "there are amounts to look at"
    linked = [
        (a[0], b[0])
        for same in found.values()
        if len(same) == 2
        for a, b in [same]
        if a[0] != b[0] and owners[a[1]] == owners[b[1]]
    ]
    assert [pair for pair in linked if pair[0][1] != pair[1][1]] == []


def relinked(homes: list[Home], *, exact: bool) -> float:
    """The share of a law's two payers' amounts that an attacker puts together rightly, by what the margin says.

    `exact`: as if each margin held the amounts themselves, which is what the file does not do.
    """
    made, owners = file_of(homes)
    cells = {(one.table, one.cell): one for one in made}
    right = possible = 0
    for (table, cell), margin in cells.items():
        kind = TABLES.tables[table]
        if not kind.has_amounts or kind.derived or len(kind.dimensions) != 2 or not cell.endswith("|") or cell == "|":
            continue
        parts = [one for key, one in cells.items() if key[0] == table and key[1].startswith(cell) and key[1] != cell]
        if len(parts) != 2:
            continue
        pairs = list(product(parts[0].entries, parts[1].entries))
        true = [(a, b) for a, b in pairs if owners[a.token] == owners[b.token]]
        possible += len(true)
        shown = [(a.value or 0) + (b.value or 0) for a, b in true] if exact else list(margin.top)
        for size in shown:
            fits = [(a, b) for a, b in pairs if near((a.value or 0) + (b.value or 0), size, exact=exact)]
            right += len(fits) == 1 and fits[0] in true
    assert possible > 20
    return right / possible


def near(total: int, size: int, *, exact: bool) -> bool:
    return total == size if exact else abs(abs(total) - size) <= 500


def crowd(seed: int, number: int) -> list[Home]:
    """Households with amounts in the same law of two payers: the easiest to put together."""
    random = Random(seed)
    laws = [code.id for code in TABLES.tables["cost_after"].dimensions[0].codes][:12]
    return [
        Home(
            random.randbytes(32),
            tuple(
                Membership("cost_after", f"{law}|{payer}", random.randint(1, 400) * 100)
                for law in laws
                for payer in ("gemeente", "zorgverzekeraar")
            ),
        )
        for _ in range(number)
    ]


def test_attack_rebuilding_a_household_by_subset_sum() -> None:
    """With amounts on margins nearly all parts can be put together again. With the two largest, in thousands, at most
    those two of each margin can, and mostly not even these.
    """
    homes = crowd(4, 10)
    assert relinked(homes, exact=True) > 0.6
    assert relinked(homes, exact=False) < 0.12


Grouping = list[tuple[Membership, ...]]
"""Of each newcomer what it came with in one table."""


def told(newcomers: Grouping) -> dict[str, tuple[int, tuple[int, ...]]]:
    """What a file says of each cell that changed, if these were the newcomers and nothing else happened."""
    homes = [Home(bytes([number]) * 32, cells) for number, cells in enumerate(newcomers) if cells]
    made = contributions(homes, PERIOD, TABLES)
    return {one.cell: (one.changed, one.moved) for one in made if one.table == newcomers[0][0].table}


def ways(came: dict[str, list[int]], table: str) -> Iterator[Grouping]:
    """Each way in which two newcomers can have come with these amounts; the first of them is always of the one."""
    (first, *rest) = came.items()
    for flips in product((False, True), repeat=len(rest)):
        both: tuple[list[Membership], list[Membership]] = ([], [])
        for (cell, values), flip in zip((first, *rest), (False, *flips), strict=True):
            for at, value in enumerate(values):
                both[at ^ flip].append(Membership(table, cell, value))
        yield [tuple(one) for one in both]


def put_together(old: list[Home], new: list[Home]) -> tuple[int, int]:
    """Of the pairs of two newcomers' amounts in a table how many an attacker with this file and the one before it can
    say for certain whether they are of one household; and how many there are. The attacker tries all ways.
    """
    before = {(one.table, one.cell): one for one in contributions(old, EARLIER, TABLES)}
    file = contributions([*old, *new], PERIOD, TABLES, Before.of(EARLIER, before.values()))
    certain = pairs = 0
    for kind in TABLES.tables.values():
        if not kind.has_amounts or kind.derived or kind.band_of or len(kind.dimensions) != 2:
            continue
        said = {one.cell: (one.changed, one.moved) for one in file if one.table == kind.id and one.changed}
        came = {}
        for one in file:
            if one.table == kind.id and is_finest(one.cell) and one.changed:
                known = before.get((one.table, one.cell))
                then = Counter(entry.value for entry in known.entries) if known else Counter()
                came[one.cell] = list((Counter(entry.value for entry in one.entries) - then).elements())
        fitting = [way for way in ways(came, kind.id) if told(way) == said]
        assert fitting, "what is so is one of them"
        holder = [{(one.cell, one.value): at for at, cells in enumerate(way) for one in cells} for way in fitting]
        for a, b in combinations(holder[0], 2):
            pairs += a[0] != b[0]
            certain += a[0] != b[0] and len({of[a] == of[b] for of in holder}) == 1
    return certain, pairs


def test_attack_putting_newcomers_together_by_what_changed_on_margins() -> None:
    """Two newcomers: how many there are in each cell tells a little, and what they came with hardly more."""
    certain = pairs = 0
    for seed in range(8):
        random = Random(seed)
        old = [drawn(random, TABLES, most=3) for _ in range(10)]
        found = put_together(old, [drawn(random, TABLES, most=3) for _ in range(2)])
        certain, pairs = certain + found[0], pairs + found[1]
    assert pairs > 200
    assert certain / pairs < 0.15


def test_attack_no_margin_and_no_derived_table_holds_an_amount_to_add_up_to() -> None:
    made, _ = file_of(caseload(5, 8))
    for one in made:
        if any(entry.value is not None for entry in one.entries):
            assert is_finest(one.cell)
            assert TABLES.tables[one.table].bears_value(one.cell)
        assert len(one.top) <= 2
        assert all(size % TABLES.tables[one.table].top_step == 0 for size in one.top)


def test_attack_dictionaries_of_names_and_birth_dates_against_tokens() -> None:
    """Whoever tries everything that people know of a family, as key or as message, finds no token."""
    made, _ = file_of(caseload(6, 5, most=2))
    tokens = {entry.token for one in made for entry in one.entries}
    known = [f"{day:02}-{month:02}-{year}" for year in (1985, 2011) for month in range(1, 13) for day in range(1, 29)]
    known += [str(number) for number in range(1, 1000)] + ["Jansen", "de Vries", "Fatma", "Huishouden 12", ""]
    for one in made[:20]:
        for word in known:
            for key in (word.encode(), word.encode().ljust(32, b"\0")):
                assert token(key, PERIOD, one.table, one.cell) not in tokens


def test_attack_one_household_in_a_file_of_its_own_against_a_larger_one() -> None:
    """A household that sends alone in one period can't be found back in a period with others."""
    homes = caseload(7, 10)
    alone = {entry.token for one in contributions(homes[:1], "2026Q3", TABLES) for entry in one.entries}
    others = {entry.token for one in contributions(homes, "2026Q4", TABLES) for entry in one.entries}
    assert alone.isdisjoint(others)
