"""The key by which colleagues seal dossiers to this workspace, and the colleagues whose key was taken over."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.handover import colleague_key, refusals
from doorbraak.model.handover.colleague_key import LONGEST_LABEL, ColleagueKey
from doorbraak.model.handover.refusals import refuse
from doorbraak.model.workspace.store import Store

NAMELESS = "Schrijf op van wie deze sleutel is. Er is niets overgenomen."


@dataclass(frozen=True, slots=True)
class Colleague:
    id: int
    label: str
    key: ColleagueKey
    taken_on: date


def private(store: Store) -> bytes | None:
    """None before the first key file."""
    return next(iter(privates(store)), None)


def privates(store: Store) -> tuple[bytes, ...]:
    """That of now, and those of before it: what was sealed to one of those can still be taken in."""
    rows = store.rows("SELECT private FROM handover_key ORDER BY id DESC")
    return tuple(bytes.fromhex(one) for (one,) in rows)


def renew(store: Store) -> bool:
    """Another key, after somebody may have seen this one; whether there was any. Inside a change."""
    from nacl.public import PrivateKey

    own = private(store)
    if own is None:
        return False
    new = PrivateKey.generate()
    store.insert("handover_key", private=bytes(new).hex())
    before, after = (ColleagueKey(bytes(one.public_key), "").digits for one in (PrivateKey(own), new))
    store.file.log("wijzigen", f"ontvangstsleutel {after} in plaats van {before}")
    return True


def key_file(store: Store, label: str) -> bytes:
    """To hand to colleagues; the same key every time. Inside a change, which makes the key the first time.

    Raises InputError for a name that does not fit on a line.
    """
    from nacl.public import PrivateKey

    own = private(store)
    if own is None:
        own = bytes(PrivateKey.generate())
        store.insert("handover_key", private=own.hex())
    name = checks.line(label, "label", most=LONGEST_LABEL)
    return colleague_key.encode(ColleagueKey(bytes(PrivateKey(own).public_key), name))


def take(store: Store, content: bytes, label: str, today: date) -> Colleague:
    """A colleague's key, once the digits were compared; another name for one that is known. Inside a change.

    Raises HandoverRefused, and InputError without a name.
    """
    from nacl.public import PrivateKey

    key = colleague_key.decode(content)
    if any(bytes(PrivateKey(own).public_key) == key.public for own in privates(store)):
        refuse(refusals.OWN_KEY)
    name = checks.line(label, "label", most=LONGEST_LABEL)
    if not name:
        raise InputError(NAMELESS, "label")
    known = next((one for one in colleagues(store) if one.key.public == key.public), None)
    if known is None:
        store.insert("colleague", label=name, public=key.public.hex(), taken_on=today.isoformat())
        store.file.log("invoeren", f"ontvangstsleutel {key.digits}")
    else:
        store.update("colleague", known.id, label=name)
    return next(one for one in colleagues(store) if one.key.public == key.public)


def colleagues(store: Store) -> tuple[Colleague, ...]:
    """By name."""
    rows = store.rows("SELECT id, label, public, taken_on FROM colleague ORDER BY label, id")
    return tuple(
        Colleague(id_, label, ColleagueKey(bytes.fromhex(public), label), date.fromisoformat(on))
        for id_, label, public, on in rows
    )


def forget(store: Store, colleague: int) -> None:
    """Nothing is sealed to this key any more; what is on its way to it stays so. Inside a change."""
    known = next(one for one in colleagues(store) if one.id == colleague)
    store.delete("colleague", colleague)
    store.file.log("wijzigen", f"ontvangstsleutel {known.key.digits} vergeten")
