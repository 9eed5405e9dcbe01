"""What was typed for a signaalbrief and is no letter yet: it belongs to the signals that make its knelpunt.

A place holds no words of anybody: the knelpunt is in it as a digest.
"""

from hashlib import sha256

from doorbraak.model.insight.shared_signals import SharedSignal
from doorbraak.model.workspace.drafts import rows_of
from doorbraak.model.workspace.store import Store


def place_of(shared: SharedSignal) -> str:
    """Where its fields are kept, each with its own key behind it: gone with the first of the signals, or with its
    household.
    """
    ids = sorted({told.signal.id for told in shared.told})
    return f"signal:{','.join(map(str, ids))}{_about(shared)}"


def left_of(store: Store, shared: SharedSignal) -> dict[str, str]:
    """What was left, by place; also from when the knelpunt had fewer signals. What was typed when it had one that is
    gone, stays away: nobody watches for its names any more.
    """
    about, now = _about(shared), {told.signal.id for told in shared.told}

    def belongs(place: str) -> bool:
        of_rows = rows_of(place, ("signal",))
        return of_rows is not None and about in place and set(of_rows[1]) <= now

    return {place: content for place, content in store.drafts.all().items() if belongs(place)}


def by_field(left: dict[str, str]) -> dict[str, str]:
    return {place.rpartition("-")[2]: content for place, content in left.items()}


def _about(shared: SharedSignal) -> str:
    return f":letter-{sha256(shared.id.encode()).hexdigest()[:24]}-"
