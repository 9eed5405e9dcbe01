"""What was typed for a signaalbrief and is no letter yet: it belongs to the households of its knelpunt.

A place holds no words of anybody: the knelpunt is in it as a digest.
"""

from hashlib import sha256

from doorbraak.model.insight.shared_signals import SharedSignal
from doorbraak.model.workspace.store import Store


def place_of(shared: SharedSignal) -> str:
    """Where its fields are kept, each with its own key behind it: gone when none of the households is there."""
    ids = sorted({told.signal.household for told in shared.told})
    return f"household:{','.join(map(str, ids))}{_about(shared)}"


def left_of(store: Store, shared: SharedSignal) -> dict[str, str]:
    """What was left, by place; also from when the knelpunt had more or fewer households."""
    about = _about(shared)
    return {place: content for place, content in store.drafts().items() if about in place}


def by_field(left: dict[str, str]) -> dict[str, str]:
    return {place.rpartition("-")[2]: content for place, content in left.items()}


def _about(shared: SharedSignal) -> str:
    return f":letter-{sha256(shared.id.encode()).hexdigest()[:24]}-"
