"""Which periods can leave now, which did, and whether a quarter is over for which nothing was made yet."""

from collections.abc import Iterable
from datetime import date, timedelta

from doorbraak.model.dossier.household import Household
from doorbraak.model.exchange import periods
from doorbraak.model.exchange.periods import Period
from doorbraak.model.workspace.store import Store

_QUARTERS, _YEARS = 4, 2  # back from today; older ones go by command
_MONTHS = (
    "januari tot en met maart", "april tot en met juni", "juli tot en met september", "oktober tot en met december",
)  # fmt: skip


def last_quarter(today: date) -> Period:
    """The last one that is over."""
    return periods.quarter_of(periods.quarter_of(today).first - timedelta(days=1))


def closed(homes: Iterable[Household], today: date) -> tuple[Period, ...]:
    """Those that are over and in which a dossier was open: the last quarter, the last year, then the earlier ones."""
    listed, quarters = tuple(homes), [last_quarter(today)]
    while len(quarters) < _QUARTERS:
        quarters.append(last_quarter(quarters[-1].first))
    years = [Period(today.year - back) for back in range(1, _YEARS + 1)]
    ordered = (quarters[0], years[0], *quarters[1:], *years[1:])
    return tuple(one for one in ordered if any(periods.open_in(home, one) for home in listed))


def made(store: Store) -> dict[str, date]:
    """Of each period for which a file was made, the day of the last one."""
    rows = store.rows("SELECT period, made_on FROM exchange_sent ORDER BY sequence")
    return {period: date.fromisoformat(on) for period, on in rows}


def waiting(store: Store, today: date) -> Period | None:
    """The last quarter, when there is a coordinator to send it to, somebody to count, and nothing was made for it."""
    quarter = last_quarter(today)
    if not store.rows("SELECT 1 FROM exchange_coordinator LIMIT 1") or str(quarter) in made(store):
        return None
    from doorbraak.model.exchange import tables  # late: the worklist comes first after a start

    homes, _ = tables.counted_in(store)
    return quarter if any(periods.open_in(home, quarter) for home in homes) else None


def name(period: Period) -> str:
    """ "3e kwartaal van 2026 (juli tot en met september)", "heel 2025"."""
    if not period.quarter:
        return f"heel {period.year}"
    return f"{period.quarter}e kwartaal van {period.year} ({_MONTHS[period.quarter - 1]})"
