"""What was typed for a signaalbrief and is no letter yet: it belongs to the households of its knelpunt.

A place holds no words of anybody: the knelpunt is in it as a digest. Beside the fields stand the ids of the
households; when the last of them is gone, so is the draft.
"""

from hashlib import sha256

from doorbraak.model.insight.shared_signals import SharedSignal
from doorbraak.model.workspace.store import Store

_START = "signal_letter:"
_WHOSE = "households"


def place_of(shared: SharedSignal) -> str:
    """Where its fields are kept, each with its own key behind it."""
    return f"{_START}{sha256(shared.id.encode()).hexdigest()[:24]}:"


def whose(shared: SharedSignal) -> tuple[str, str]:
    """The place and the content that say to which households a draft belongs."""
    ids = sorted({told.signal.household for told in shared.told})
    return f"{place_of(shared)}{_WHOSE}", " ".join(map(str, ids))


def lost(store: Store) -> tuple[str, ...]:
    """Places of drafts of which no household is there any more, and of those that do not say whose they are."""
    drafts = {place: content for place, content in store.drafts().items() if place.startswith(_START)}
    if not drafts:
        return ()
    there = {str(id_) for (id_,) in store.rows("SELECT id FROM household")}
    owners = {place.removesuffix(_WHOSE): set(said.split()) for place, said in drafts.items() if place.endswith(_WHOSE)}
    kept = {place for place, ids in owners.items() if ids & there}
    return tuple(place for place in drafts if place.rpartition(":")[0] + ":" not in kept)
