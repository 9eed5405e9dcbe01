"""Figures of the same households, laid side by side: in a whole and its only part, in two tables, before and after.

The households of the made-up laptops, as the program counts them. Who attacks knows which cells hold the same families,
as somebody may who knows what the tables count, and looks for a second rounding.
"""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.exchange import synthetic_laptops as synthetic
from doorbraak.model.exchange.contributions import Home, spread
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.memberships import memberships
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.table_catalogue import CellKey
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.caseloads import known_tables
from tests.model.exchange.merged_caseloads import Laptops, merge, publish

KNOWN, TABLES = catalogue.load(), known_tables()
LAPTOPS = synthetic.LAPTOPS[::3]
Families = frozenset[bytes]


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> tuple[Laptops, Laptops]:
    """What each laptop counts in the one quarter and in the other."""
    store, _ = Store.create(tmp_path_factory.mktemp("alle") / "w", PASSPHRASE, dossier.TABLES, example=True, cost=CHEAP)
    made: tuple[dict[str, list[Home]], ...] = ({}, {})
    random = Random(5)
    for laptop, cases in synthetic.cases(KNOWN, LAPTOPS).items():
        known = {home.id for home in household.all_of(store)}
        with store.change("Huishoudens invoeren"):
            for case in cases:
                casefile.take_in(store, case)
        found = [dossier.read(store, home.id) for home in household.all_of(store) if home.id not in known]
        secrets = [random.randbytes(32) for _ in found]
        for period, held in zip(synthetic.QUARTERS, made, strict=True):
            homes = [
                Home(secret, memberships(one, period, KNOWN, TABLES, team=laptop.team))
                for secret, one in zip(secrets, found, strict=True)
            ]
            held[f"{laptop.number:032x}"] = [home for home in homes if home.cells]
    store.close()
    return made[0], made[1]


def figures(publication: Publication) -> Iterator[tuple[CellKey, int]]:
    """Every number of households that stands there, beside amounts too."""
    for table in publication.tables:
        for one in table.shown:
            number = one.value if table.measure == "count" else one.households
            if number is not None:
                yield (table.id, one.cell), number


def by_families(publication: Publication, laptops: Laptops) -> dict[Families, dict[CellKey, int]]:
    inside: dict[CellKey, set[bytes]] = defaultdict(set)
    for homes in laptops.values():
        for home in homes:
            for key in spread(home.cells, TABLES):
                inside[key].add(home.secret)
    found: dict[Families, dict[CellKey, int]] = defaultdict(dict)
    for key, number in figures(publication):
        found[frozenset(inside[TABLES.source(key)])][key] = number
    return found


def test_attack_the_same_households_rounded_twice(quarters: tuple[Laptops, Laptops]) -> None:
    """Of 21 households one table would say 20 and another 25: whoever knows that they are the same, knows more."""
    ledger, earlier = Ledger(), None
    for period, laptops in zip(("2026Q2", "2026Q3"), quarters, strict=True):
        publication, ledger = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, ledger)
        several = [cells for cells in by_families(publication, laptops).values() if len(cells) > 1]
        assert len(several) > 40, "there are figures to lay side by side"
        assert [cells for cells in several if len(set(cells.values())) > 1] == []
        earlier = (period, laptops)
