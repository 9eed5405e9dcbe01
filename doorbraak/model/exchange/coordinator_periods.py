"""Which periods a coordinator asks after: those that are over, and all of which something came or was published."""

from datetime import date

from doorbraak.model.exchange import periods, published, yearly
from doorbraak.model.exchange.export_periods import last_quarter
from doorbraak.model.exchange.periods import Period
from doorbraak.model.workspace.store import Store

_QUARTERS, _YEARS = 4, 2  # back from today; older ones are there when there is something of them


def offered(store: Store, today: date) -> tuple[Period, ...]:
    """What can be published, or was: quarters with the years that can be made of them, or years."""
    kept, found = published.kept_periods(store), asked(store, today)
    if not kept:
        return found
    return (*(one for one in found if one.same_kind(kept[0])), *yearly.possible(kept))


def asked(store: Store, today: date) -> tuple[Period, ...]:
    """The last quarter first: that is the one that is asked for now. Then the last year, then older ones."""
    quarters = [last_quarter(today)]
    while len(quarters) < _QUARTERS:
        quarters.append(last_quarter(quarters[-1].first))
    usual = {*quarters, *(Period(today.year - back) for back in range(1, _YEARS + 1))}
    rows = store.rows("SELECT period FROM received UNION SELECT period FROM published")
    known = {periods.parse(period) for (period,) in rows}
    first = (quarters[0], Period(today.year - 1))
    others = sorted((usual | known) - set(first), key=lambda one: (one.last, one.quarter), reverse=True)
    return (*first, *others)
