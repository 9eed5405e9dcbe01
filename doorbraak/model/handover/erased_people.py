"""Somebody who was erased from a dossier stays erased wherever it goes: the marks by which people are known go along.

A colleague may have the dossier of before, or a copy of it. Without the mark their program would not know who it is.
"""

from typing import cast

from doorbraak.model.dossier import erasure, people
from doorbraak.model.dossier.erasure import Ground
from doorbraak.model.handover.packet import Gone, Packet
from doorbraak.model.workspace import tombstones
from doorbraak.model.workspace.store import Store
from doorbraak.model.workspace.tombstones import Place, Tombstone


def marks(store: Store, household: int) -> tuple[str, ...]:
    """Of its people, in their order."""
    rows = store.rows(
        "SELECT m.mark FROM person_mark m JOIN person p ON p.id = m.person WHERE p.household = ? ORDER BY p.id",
        [household],
    )
    return tuple(mark for (mark,) in rows)


def gone(store: Store, number: int, most: int) -> tuple[Gone, ...]:
    """Who was erased from the household of this number, the last first."""
    found = [one for one in _standing(store).values() if one.number == number]
    return tuple(Gone(hash=one.hash, ground=cast("Ground", one.ground), at=one.at) for one in found[:most])


def here(store: Store, packet: Packet) -> int:
    """How many of those in it were erased here."""
    standing = _standing(store)
    return sum(tombstones.hash_of("person", mark) in standing for mark in packet.marks)


def keep(store: Store, household: int, packet: Packet) -> bool:
    """Of a dossier that was just taken in; whether somebody was taken out again. Then the file has to be rewritten.

    Inside a change. Who is in another dossier here is not taken out by what a colleague says.
    """
    db, standing, found = store.file.db, _standing(store), False
    known = {mark for (mark,) in store.rows("SELECT mark FROM person_mark")}
    for person, mark in zip(people.of_household(store, household), packet.marks, strict=True):
        stone = standing.get(tombstones.hash_of("person", mark))
        if stone is not None:
            tombstones.take_out(db, "person", person.id)
            tombstones.clean_again(db, stone.id, Place("file"))
            found = True
        elif mark not in known:
            (row,) = store.one("SELECT id FROM person_mark WHERE person = ?", [person.id])
            store.update("person_mark", row, mark=mark)
            known.add(mark)
    present = {tombstones.hash_of("person", mark) for mark in known}
    number = store.one("SELECT number FROM household WHERE id = ?", [household])[0]
    for one in packet.gone:
        if one.hash not in present and one.hash not in standing:
            tombstones.write(db, Tombstone(0, one.hash, "person", number, one.ground, one.at, None, ()))
    return found


def _standing(store: Store) -> dict[str, Tombstone]:
    return {
        one.hash: one for one in erasure.proofs(store) if one.kind == "person" and one.lifted_at is None
    }  # fmt: skip
