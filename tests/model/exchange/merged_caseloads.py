"""What a coordinator has merged, without files: households on laptops, and what is published of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, synthetic
from doorbraak.model.exchange import periods, published
from doorbraak.model.exchange.cell_facts import Caseload, facts_of
from doorbraak.model.exchange.contributions import Home, contributions
from doorbraak.model.exchange.contributions_changed import Before
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.memberships import Membership, memberships
from doorbraak.model.exchange.merging import MergedCell, MergedEntry
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_rules import Secrets
from doorbraak.model.exchange.table_catalogue import CellKey, Code, Dimension, TableCatalogue, TableKind
from doorbraak.model.exchange.table_sources import SAVED, SIDES
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.merged_whole import Merged

PERIOD, NEXT, AFTER = "2026Q3", "2026Q4", "2027Q1"
SECRETS = Secrets(bytes(range(32)), 15)
Laptops = Mapping[str, Sequence[Home]]
"""The households of each sender."""


def before_of(homes: Sequence[Home], period: str, tables: TableCatalogue) -> Before:
    """What a sender remembers of its file of that period."""
    return Before.of(period, contributions(homes, period, tables))


def merge(
    laptops: Laptops, tables: TableCatalogue, period: str = PERIOD, *, earlier: tuple[str, Laptops] | None = None,
    example: bool = False,
) -> Merged:  # fmt: skip
    """`earlier`: the period and households of the files before these, so that each says what changed."""
    entries: dict[CellKey, dict[str, MergedEntry]] = defaultdict(dict)
    tops: dict[CellKey, dict[str, tuple[int, ...]]] = defaultdict(dict)
    changed: dict[CellKey, dict[str, int]] = defaultdict(dict)
    moved: dict[CellKey, dict[str, tuple[int, ...]]] = defaultdict(dict)
    for sender, homes in laptops.items():
        before = None
        if earlier is not None and sender in earlier[1]:
            before = before_of(earlier[1][sender], earlier[0], tables)
        for one in contributions(homes, period, tables, before):
            key = (one.table, one.cell)
            for entry in one.entries:
                known = entries[key].get(entry.token)
                senders = frozenset({sender}) | (known.senders if known else frozenset())
                entries[key][entry.token] = MergedEntry(entry.value, senders)
            if one.top:
                tops[key][sender] = one.top
            changed[key][sender] = one.changed
            moved[key][sender] = one.moved
    cells = {
        key: MergedCell(dict(sorted(entries[key].items())), tops[key], number, moved[key])
        for key, number in sorted(changed.items())
    }  # fmt: skip
    return Merged(periods.parse(period), tables.version, tuple(sorted(laptops)), example, cells)


def publish(merged: Merged, tables: TableCatalogue, ledger: Ledger | None = None) -> tuple[Publication, Ledger]:
    return published.publish(caseload(merged, tables), tables, SECRETS, ledger or Ledger())


def caseload(merged: Merged, tables: TableCatalogue) -> Caseload:
    facts = facts_of(sorted(merged.cells.items()), tables)
    return Caseload(merged.period, merged.catalogue, frozenset(merged.senders), merged.example, facts)


# -- households like those of the public figures -----------------------------------------------------------


def patterns(folder: Path, tables: TableCatalogue, number: int = 40) -> list[tuple[Membership, ...]]:
    """The memberships of made-up dossiers, through the real way: taken in, read and counted."""
    lists = catalogue.load()
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, example=True, cost=CHEAP)
    with store.change("Huishoudens invoeren"):
        for case in synthetic.households(number, 5, lists):
            casefile.take_in(store, case)
    found = []
    for (row,) in store.rows("SELECT id FROM household ORDER BY id"):
        home = dossier.read(store, row)
        found.append(memberships(home, periods.parse(PERIOD), lists, tables, team="noord"))
    store.close()
    return found


_TOGETHER = (
    ("problems_children", "life_domains"),
    ("agencies",),
    ("interventions", "interventions_worked", "grounds"),
    ("signals_rung", "signals_rule_team", "signals_wijk"),
    ("cost_after", *SAVED, *(f"{table}_{side}" for table in SAVED for side in SIDES), "intervention_costs", "capacity"),
    ("contacts_before", "contacts_after", "agencies_before", "agencies_after"),
    ("helpfulness_before", "helpfulness_after", "trust_before", "trust_after"),
)  # fmt: skip


def household(random: Random, known: Sequence[tuple[Membership, ...]], team: str, wijk: str) -> Home:
    """Each part of its life is that of another made-up dossier, with amounts that differ by up to a third, and a saving
    as much as its band.
    """
    times: dict[CellKey, float] = {}
    cells: dict[CellKey, Membership] = {("households_team", team): Membership("households_team", team)}
    for tables in _TOGETHER:
        for one in random.choice(known):
            if one.table not in tables:
                continue
            cell = one.cell
            if one.table == "signals_rule_team":
                cell = "|".join((cell.split("|")[0], team))
            elif one.table == "signals_wijk":
                cell = wijk
            value = one.value
            if value is not None:
                step = 100 if one.table.startswith(("cost", "saved", "interv")) else 1
                value = round(value * times.setdefault((_saved(one.table), cell), random.uniform(0.67, 1.33)) / step)
                value *= step
            cells[one.table, cell] = Membership(one.table, cell, value)
    return Home(random.randbytes(32), tuple(sorted(cells.values(), key=lambda one: (one.table, one.cell))))


def _saved(table: str) -> str:
    return next((saved for saved in SAVED if table.startswith(saved)), table)


def spread_over(
    random: Random, known: Sequence[tuple[Membership, ...]], tables: TableCatalogue, households: int, laptops: int
) -> dict[str, list[Home]]:
    """Laptops of different sizes, each of one team."""
    teams = [code.id for code in tables.tables["households_team"].dimensions[0].codes if code.id != "geen"]
    wijken = [code.id for code in tables.tables["signals_wijk"].dimensions[0].codes if code.id != "geen"]
    chances = [1 + number % 4 for number in range(laptops)]
    found: dict[str, list[Home]] = {f"{number:032x}": [] for number in range(laptops)}
    names = list(found)
    for _ in range(households):
        at = random.choices(range(laptops), chances)[0]
        found[names[at]].append(household(random, known, teams[at % len(teams)], random.choice(wijken)))
    return {name: homes for name, homes in found.items() if homes}


# -- a small catalogue, for whatever is tried often ----------------------------------------------------------


def _dimension(id_: str, response: str, codes: str, parents: str = "") -> Dimension:
    above = dict(zip(codes.split(), parents.split(), strict=False))
    return Dimension(
        id_, id_.title(), response, tuple(Code(code, code.upper(), above.get(code, "")) for code in codes.split())
    )  # type: ignore[arg-type]


def small_tables() -> TableCatalogue:
    """Of every kind of table one, in the sizes in which an attack can be followed by hand."""
    team = _dimension("team", "partition", "n o z")
    domain = _dimension("domain", "multi", "geld wonen zorg")
    problem = _dimension("problem", "multi", "schuld huur angst", "geld wonen zorg")
    children, score = _dimension("children", "partition", "met zonder"), _dimension("score", "partition", "laag hoog")
    law, payer = _dimension("law", "multi", "wmo zvw pw"), _dimension("payer", "multi", "gem zvz")

    def count(id_: str, *dimensions: Dimension, **more: str) -> TableKind:
        return TableKind(id_, id_, "Huishoudens", "count", dimensions, **more)

    def euro(id_: str, *dimensions: Dimension, derived: tuple[str, ...] = ()) -> TableKind:
        return TableKind(id_, id_, "Euro", "euro", dimensions, "euro", 100, 1000, derived)

    tables = (
        count("households_team", team),
        count("life_domains", domain),
        count("problems", problem, held_in="life_domains", margin_of="problems_children"),
        count("problems_children", problem, children, held_in="life_domains"),
        count("agencies", _dimension("agency", "multi", "a b c")),
        count("trust_before", score),
        count("trust_after", score),
        euro("cost_before", law, payer, derived=("cost_after", "saved")),
        euro("cost_after", law, payer),
        euro("saved", law, payer),
        *(replace(euro(f"saved_{side}", law, payer), band_of="saved", side=side) for side in ("below", "above")),
        TableKind("contacts_before", "contacts", "Tienden", "contacts", (children,), "tienden", 1, 10),
    )
    return TableCatalogue("proef", {kind.id: kind for kind in tables})


def home(random: Random, *cells: str) -> Home:
    """Written as "table cell" or "table cell value"."""
    found = []
    for cell in cells:
        table, code, *value = cell.split()
        found.append(Membership(table, code, int(value[0]) if value else None))
    return Home(random.randbytes(32), tuple(sorted(found, key=lambda one: (one.table, one.cell))))


_HELD = {"schuld": "geld", "huur": "wonen", "angst": "zorg"}


def small_home(random: Random, team: str) -> Home:
    """One for the small catalogue: often much alike, so that there are cells of every size."""
    children = random.choice(("met", "met", "zonder"))
    cells = [f"households_team {team}"]
    for problem, domain in _HELD.items():
        if random.random() < (0.9 if problem == "schuld" else 0.4):
            cells += [f"problems_children {problem}|{children}", f"life_domains {domain}"]
    cells += [f"agencies {agency}" for agency in "abc" if random.random() < 0.5]
    if random.random() < 0.8:
        cells += [f"trust_before {random.choice(('laag', 'laag', 'hoog'))}", f"trust_after {random.choice(_SCORES)}"]
        cells.append(f"contacts_before {children} {random.randint(10, 300)}")
    for law in ("wmo", "zvw", "pw"):
        for payer in ("gem", "zvz"):
            if random.random() < 0.35:
                cost = random.choice((random.randint(1, 60), random.randint(1, 60), random.randint(100, 900)))
                cells.append(f"cost_after {law}|{payer} {cost * 100}")
                if random.random() < 0.7:
                    saved = random.randint(-30, 80)
                    cells.append(f"saved {law}|{payer} {saved * 100}")
                    part = random.choice((0.1, 0.2, 0.4))
                    cells += [f"saved_{side} {law}|{payer} {round(abs(saved) * part) * 100}" for side in SIDES]
    return home(random, *cells)


_SCORES = ("laag", "hoog", "hoog")


def small_laptops(seed: int, households: int, laptops: int) -> dict[str, list[Home]]:
    random = Random(seed)
    found: dict[str, list[Home]] = {f"{number:032x}": [] for number in range(laptops)}
    for _ in range(households):
        at = random.randrange(laptops)
        found[f"{at:032x}"].append(small_home(random, "noz"[at % 3]))
    return {name: homes for name, homes in found.items() if homes}
