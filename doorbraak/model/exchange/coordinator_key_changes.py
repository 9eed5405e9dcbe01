"""What a coordinator's key file would change, for somebody who has not taken it over yet."""

from collections.abc import Iterator, Sequence

from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.table_catalogue import Code

OTHER_KEY = "Dit vervangt de sleutel van nu, met controlegetal {}."
SAME_KEY = "De sleutel waarmee je versleutelt, blijft dezelfde."
NOTHING_ELSE = "De teams en wijken blijven dezelfde."
GONE = "Wat niet meer in de lijst staat, telt voortaan bij “overig”."
_AWAY = " weg: "
_MOST = 8
"""Codes that a line names: a question is read, a list of hundreds is not."""


def said(before: CoordinatorKey | None, taken: CoordinatorKey) -> tuple[str, ...]:
    """Line by line. `before`: what is there now."""
    if before is None:
        return tuple(_listed(taken))
    first = SAME_KEY if before.public == taken.public else OTHER_KEY.format(before.spoken)
    changed = [line for name in taken.codes for line in _changed(name, before.codes[name], taken.codes[name])]
    return (first, *(changed or [NOTHING_ELSE]), *([GONE] if any(_AWAY in line for line in changed) else []))


def _listed(taken: CoordinatorKey) -> Iterator[str]:
    for name, plural in (("team", "Teams"), ("wijk", "Wijken")):
        if codes := taken.codes[name]:
            yield f"{plural}: {_some([one.label for one in codes])}."


def _changed(name: str, before: Sequence[Code], now: Sequence[Code]) -> Iterator[str]:
    old, new = {one.id: one.label for one in before}, {one.id: one.label for one in now}
    title = name.capitalize()
    if added := [label for id_, label in new.items() if id_ not in old]:
        yield f"{title} erbij: {_some(added)}."
    if removed := [label for id_, label in old.items() if id_ not in new]:
        yield f"{title}{_AWAY}{_some(removed)}."
    if named := [f"{old[id_]} heet nu {label}" for id_, label in new.items() if old.get(id_, label) != label]:
        yield f"{title} met een andere naam: {_some(named)}."


def _some(words: Sequence[str]) -> str:
    more = len(words) - _MOST
    return ", ".join(words[:_MOST]) + (f" en nog {more}" if more > 0 else "")
