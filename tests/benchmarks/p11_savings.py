"""P11: how long the sums of all households of a team take, with their bands."""

import time
from datetime import date
from statistics import median

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import bands
from doorbraak.model.insight.caseload import caseload_of
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.savings import saving_of
from tests.benchmarks.row import Plan, Row
from tests.model.insight.records import dossier, event, intervention, made

HOW = (
    "The saving over 12 months of {homes} made-up households of {lines} cost lines each, with its groupings by law and "
    "payer and its band of {draws} draws, from records in memory; nothing drawn before. One line in five has an own "
    "price, a quarter a broken year, a tenth a range of its own. The caseload view of the same households, with what "
    "was realised by quarter and one band over all, takes {together:.1f} s."
)
LINES = 60
_PER_PLAN = 500 / 300  # households: the other rows need fewer
_MOST_TIMES = 5


def household(number: int, lists: Catalogue) -> Dossier:
    """Prices of the list and own ones, of now, of a threat and of a doorbraak."""
    prices = [price for price in lists.prices.values() if price.use == "line"]
    lines = []
    for at in range(LINES):
        price, own, kind = prices[(number * 7 + at) % len(prices)], at % 5 == 4, at % 20
        broken, ranged = at % 4 == 2, at % 10 == 3
        lines.append(
            made(
                CostLine, id=number * LINES + at + 1, words=f"Synthetisch {number}.{at}" if own else price.name,
                price="" if own else price.id, price_cents=price.price_cents + own * number,
                price_year=price.price_year, unit=price.unit, quantity_e4=10_000 + 1_000 * (at + number) % 50_000,
                recurrence="once" if at % 6 == 4 else "yearly", law=price.law,
                payer=price.payers[0] if price.payers else "gemeente", effect=("cash", "capacity")[at % 2],
                chances=Chances(0, 40, 5) if kind == 7 else Chances(0, 0, 100) if kind == 9 else
                Chances(100, 100, (number + at) % 100),
                attribution=100 if at % 3 or kind == 9 else 60, event=1 if kind == 7 else None,
                intervention=1 if kind == 9 else None,
                starts=date(2026, 1 + at % 12, 1 + number % 28) if broken else None,
                ends=date(2026, 12, 1 + number % 28) if broken else None,
                quantity_low_e4=5_000 if ranged else None, quantity_high_e4=80_000 if ranged else None,
            )
        )  # fmt: skip
    threat = event(40, 5, on=date(2026, 9, 1 + number % 28))
    return dossier(*lines, events=(threat,), interventions=(intervention(),))


def sums(homes: list[Dossier], lists: Catalogue) -> float:
    """Seconds, from records to amounts and bands."""
    bands.forget()
    level = level_of(lists)
    begun = time.perf_counter()
    for home in homes:
        saving = saving_of(home, lists, level=level)
        assert sum(row.amounts.plan for row in saving.by_law) == sum(row.amounts.plan for row in saving.by_payer)
        assert saving.band.low <= saving.public.saving <= saving.band.high
    return time.perf_counter() - begun


def measure(plan: Plan) -> list[Row]:
    lists = catalogue.load()
    homes = [household(number, lists) for number in range(max(1, round(plan.households * _PER_PLAN)))]
    seconds = median(sums(homes, lists) for _ in range(min(plan.pairs, _MOST_TIMES)))
    begun = time.perf_counter()
    caseload_of(homes, lists, level_of(lists), date(2027, 3, 1))
    together = time.perf_counter() - begun
    how = HOW.format(homes=len(homes), lines=LINES, draws=bands.DRAWS, together=together)
    return [Row("P11", "savings with bands", seconds, 2, "s", how)]
