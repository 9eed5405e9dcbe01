"""Copies from before the workspace got another key: who knows the passphrase that leaked reads them still."""

from doorbraak.model.workspace import old_copies
from doorbraak.model.workspace.old_copies import OldCopy
from doorbraak.model.workspace.store import Store

_RENEWED = "SELECT 1 FROM access_log WHERE action = 'wijzigen' AND object = 'sleutel' AND result = 'gelukt' LIMIT 1"


def leaked_copies(store: Store) -> tuple[OldCopy, ...]:
    """Here, kept at a restore, and in the second place. After a change of the passphrase alone there are none.

    By the log: who restored the file of before a re-key has copies with a newer key, and those leaked to nobody.
    """
    present = {slot.mark for slot in store.keys.slots}
    other = tuple(copy for copy in old_copies.old_copies(store) if _has_other_key(copy, present))
    return other if other and store.file.rows(_RENEWED) else ()


def _has_other_key(copy: OldCopy, present: set[str]) -> bool:
    """Not of a copy whose slots can't be read: nothing says that those are of before."""
    marks = {slot.mark for slot in old_copies.slots_beside(copy.path)}
    return bool(marks) and marks.isdisjoint(present)
