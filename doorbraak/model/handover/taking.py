"""Taking in a dossier that a colleague gave: looked at first, never merged with one that is here already."""

import contextlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from doorbraak.model.dossier import casefile, erasure
from doorbraak.model.dossier import household as households
from doorbraak.model.errors import InputError
from doorbraak.model.handover import erased_people, giving, own_key, packet, refusals
from doorbraak.model.handover.refusals import HandoverRefused, refuse
from doorbraak.model.workspace import erasing, log, tombstones
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.catalogue import Catalogue
    from doorbraak.model.dossier.casefile_format import CaseFile
    from doorbraak.model.handover.packet import Answer, Packet

Keep = Literal["new", "own", "both"]
"""Of a dossier that is here already: the colleague's, the own one, or both beside each other."""
_CLOCKS = timedelta(days=2)  # as much as the clocks of two laptops may differ
CHOOSE = (
    "Dit huishouden staat hier al. Er is niets ingevoerd. Bekijk beide en kies welk dossier blijft, of bewaar ze naast "
    "elkaar."
)
BESIDE = (
    "Overgedragen op {day}, naast het dossier dat er al was. Kies welk dossier blijft: nu telt dit gezin twee keer mee."
)


@dataclass(frozen=True, slots=True)
class Offered:
    """What is in a file, before anything is written. `here`: the household that it already is, or None; `taken`: what
    was answered before, so that this file changes nothing any more. `erased`: how many of its people were erased here,
    and are not taken in. `older`: it was sealed to a key that was replaced since.
    """

    packet: "Packet"
    case: "CaseFile"
    here: int | None
    taken: "Answer | None"
    erased: int = 0
    older: bool = False

    @property
    def answer(self) -> str:
        """The digits that were or will be read aloud when it is taken in, or was refused."""
        return packet.answer(self.packet.receipt, self.packet.transfer, self.taken or "taken")


def offered(store: Store, content: bytes, catalogue: "Catalogue", today: date) -> Offered:
    """Changes nothing. Raises HandoverRefused, and CaseFileRefused for a dossier of another version.

    Of one that was taken in and erased since, no digits are given any more: by them it would be wiped there too. One
    that was taken in and went with a copy that was put back, can be taken in again, also after its last day: the
    colleague may have nothing any more.
    """
    found, older = _opened(content, own_key.privates(store))
    rows = store.rows("SELECT answer FROM handover_taken WHERE transfer = ?", [found.transfer])
    case = casefile.read(found.case.encode(), catalogue)
    here = store.rows("SELECT id FROM household WHERE exchange_secret = ?", [found.secret])
    if len(found.marks) != len(case.people) or found.last_day > today + giving.LASTS + _CLOCKS:
        refuse(refusals.DAMAGED)
    if not rows and today > found.last_day:
        refuse(refusals.TOO_OLD % found.last_day.strftime("%d-%m-%Y"))
    erased = erased_people.here(store, found)
    one = Offered(found, case, here[0][0] if here else None, rows[0][0] if rows else None, erased, older)
    if one.taken != "taken" or one.here is not None:
        return one
    stones = _stones(store, one)
    if any(stone.kind == "household" for stone in stones):
        refuse(refusals.ERASED_SINCE)
    return one if stones else replace(one, taken=None)


def take(store: Store, one: Offered, today: date, keep: Keep | None = None) -> int | None:
    """The household that it is here now; None when it was taken in before and is not here any more.

    `keep`: of one that is here already. Not inside a change: it makes its own. Raises InputError when there is a choice
    to make, HandoverRefused for what was refused or erased here.
    """
    if one.taken == "refused":
        refuse(refusals.REFUSED_BEFORE)
    if one.taken == "taken":
        return one.here
    if any(stone.kind == "household" for stone in _stones(store, one)):
        refuse(refusals.ERASED_HERE)
    if one.here is None:
        keep = "new"
    elif keep is None:
        raise InputError(CHOOSE, "keep")
    with store.change("Dossier innemen", action="invoeren", undoable=False):
        _lift(store, one)
        if one.here is not None:
            giving.came_back(store, one.here)
        made = one.here if one.here is not None and keep == "own" else casefile.take_in(store, one.case)
        taken_out = keep != "own" and erased_people.keep(store, made, one.packet)
        if keep == "both":
            mark = BESIDE.format(day=f"{today:%d-%m-%Y}")
            households.set_note(store, made, f"{mark}\n\n{one.case.household.note}".strip())
        elif keep == "new":
            if one.here is not None:
                erasure.replace(store, one.here)
            store.update("household", made, exchange_secret=one.packet.secret)
        _answered(store, one, "taken", today)
        store.file.log("invoeren", f"huishouden {households.read(store, made).number}: overgedragen")
    if taken_out or (keep == "new" and one.here is not None):
        erasing.finish(store)
    return made


def decline(store: Store, one: Offered, today: date) -> str:
    """It is not taken in, now or later; returns the digits to read aloud. Inside a change. Raises HandoverRefused for
    one that was.
    """
    if one.taken == "taken":
        refuse(refusals.REFUSED_BEFORE)
    if one.taken is None:
        _answered(store, one, "refused", today)
    return packet.answer(one.packet.receipt, one.packet.transfer, "refused")


def _opened(content: bytes, privates: tuple[bytes, ...]) -> tuple["Packet", bool]:
    """With the first of these keys that opens it, and whether that is an older one. Raises HandoverRefused."""
    if not privates:
        refuse(refusals.NOT_FOR_US if packet.is_packet(content) else refusals.OTHER_FILE)
    for at, private in enumerate(privates[:-1]):
        with contextlib.suppress(HandoverRefused):
            return packet.open_(content, private), at > 0
    return packet.open_(content, privates[-1]), len(privates) > 1


def _answered(store: Store, one: Offered, answer: "Answer", today: date) -> None:
    for (known,) in store.rows("SELECT id FROM handover_taken WHERE transfer = ?", [one.packet.transfer]):
        store.delete("handover_taken", known)  # it went with a copy that was put back
    store.insert(
        "handover_taken", transfer=one.packet.transfer, receipt=one.packet.receipt, answer=answer,
        on_day=today.isoformat(),
    )  # fmt: skip


def _stones(store: Store, one: Offered) -> list[tombstones.Tombstone]:
    """What was erased here of this household and did not come back."""
    hash_ = tombstones.hash_of("household", one.packet.secret)
    return [stone for stone in erasure.proofs(store) if stone.hash == hash_ and stone.lifted_at is None]


def _lift(store: Store, one: Offered) -> None:
    """It was handed over from here, and comes back: no restore takes it out again."""
    for stone in _stones(store, one):
        store.update("tombstone", stone.id, lifted_at=log.now())
