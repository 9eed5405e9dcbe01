"""P7: how long search over all households takes for one key."""

import time

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier, search
from doorbraak.model.workspace.store import Store
from tests.benchmarks import workspaces
from tests.benchmarks.p5_search import typed
from tests.benchmarks.row import Plan, Row, p95

HOW = (
    "One key of the search over everything in {homes} synthetic households, from the typed text to the hits with their "
    "pieces of text from the encrypted file: each prefix of {count} texts (names of the lists, two of their words, "
    "numbers, and what is nowhere). The first search, which reads and folds everything, is left out: {first:.0f} ms, "
    "and {size:.0f} MB of folded words stay in memory."
)
_PER_PLAN = 1000 / 300  # households: the other rows need fewer


def texts(count: int) -> list[str]:
    """Names from the lists, turned around pairs of words, numbers, and what is nowhere."""
    names = typed(catalogue.load(), max(1, count // 3))
    turned = [" ".join(reversed(name.split()[:2])) for name in names]
    return [*names, *turned, *(f"synthetisch {at}" for at in range(1, 4)), "qqq", "12", "rust een adres"]


def measure(plan: Plan) -> list[Row]:
    homes = round(plan.households * _PER_PLAN)
    folder = workspaces.many(plan.folder / "werkmap", homes)
    store = Store.open(folder, workspaces.PASSPHRASE, dossier.TABLES)
    try:
        index = search.Index(store, catalogue.load())
        begun = time.perf_counter()
        index.find("a")
        first = 1000 * (time.perf_counter() - begun)
        wanted, times = texts(plan.names), []
        for text in wanted:
            for length in range(1, min(20, len(text)) + 1):
                begun = time.perf_counter()
                index.find(text[:length])
                times.append(1000 * (time.perf_counter() - begun))
        size = index.size / 1e6
    finally:
        store.close()
    how = HOW.format(homes=homes, count=len(wanted), first=first, size=size)
    return [Row("P7", "search over all households, per key, 95th p.", p95(times), 16, "ms", how)]
