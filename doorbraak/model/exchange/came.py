"""What came in, period by period, as it lies in the coordinator's workspace: also after a restart."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.exchange import periods, senders
from doorbraak.model.exchange.periods import Period
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Came:
    """`counted`, `small` and `held`: of how many senders, as the list of senders says of each. `last`: when the last
    file came. `final`: it is published.
    """

    period: Period
    counted: int
    small: int
    held: int
    last: date
    final: bool


def by_period(store: Store) -> tuple[Came, ...]:
    """The latest period first; none of which everything was taken out again."""
    rows = store.rows("SELECT period, max(received_on) FROM received WHERE content != 'none' GROUP BY period")
    last = {periods.parse(period): date.fromisoformat(on) for period, on in rows}
    final = {period for (period,) in store.rows("SELECT period FROM published")}
    ordered = sorted(last, key=lambda one: (one.last, one.quarter), reverse=True)
    lines = senders.lines(store, ordered)
    found = []
    for at, period in enumerate(ordered):
        states = [line.asked[at][1] for line in lines if line.sender.withdrawn_on is None]
        counts = (states.count("received"), states.count("waits"), states.count("held"))
        found.append(Came(period, *counts, last[period], str(period) in final))
    return tuple(found)
