"""Erasing a household, or one person of it: gone for good, also from copies, and written down without content."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier import household as households
from doorbraak.model.dossier import search_sources
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.workspace import copy_places, erasing, log, tombstones
from doorbraak.model.workspace.store import Store
from doorbraak.model.workspace.tombstones import Place, Tombstone

Ground = Literal["term-passed", "request", "not-needed", "wrongly-opened", "handed-over"]
GROUNDS: dict[Ground, str] = {
    "term-passed": "De bewaartermijn is voorbij",
    "request": "Het huishouden of de persoon vroeg erom (AVG artikel 17)",
    "not-needed": "De gegevens zijn niet meer nodig",
    "wrongly-opened": "Het dossier is per ongeluk gemaakt, of is een proef",
    "handed-over": "Een collega heeft het dossier nu",
}
Exception_ = Literal["legal-duty", "objection", "other-interest"]
EXCEPTIONS: dict[Exception_, str] = {
    "legal-duty": "Een wet zegt dat we dit moeten bewaren",
    "objection": "Er loopt een bezwaar, beroep of klacht",
    "other-interest": "Een ander heeft er groot belang bij",
}
_REFUSED: dict[Exception_, str] = {
    "legal-duty": "Een wet zegt dat dit bewaard moet blijven.",
    "objection": "Er loopt nog een bezwaar, beroep of klacht.",
    "other-interest": "Een ander heeft er groot belang bij dat dit blijft.",
}
ON_ITS_WAY = (
    "Dit dossier is onderweg naar %s, die het kan openen tot en met %s. Er is niets gewist. Laat je collega het "
    "weigeren, of innemen en daar wissen. Typ dan hier de cijfers, bij Overdragen. Na die dag kun je het terugnemen."
)


@dataclass(frozen=True, slots=True)
class Erased:
    """The proof of it, and why not all of it is done yet; None when nothing went wrong."""

    proof: Tombstone
    problem: UserError | None


def refuse(store: Store, household: int, why: Exception_) -> None:
    """Notes in the log that it was asked and why it was not done. Raises InputError, always."""
    number = households.read(store, household).number
    with store.file.transaction():
        store.file.log("wissen", f"huishouden {number}", "mislukt")
        store.file.log("wissen", f"niet gewist: {EXCEPTIONS[why].lower()}", "mislukt")
    raise InputError(f"{_REFUSED[why]} Er is niets gewist. Dat er is gevraagd, staat in het logboek.", "exception")


def erase(
    store: Store, household: int, ground: Ground, person: int | None = None, *, confirmed: bool = False
) -> Erased:
    """The household, or one person of it. Undo is forgotten. Raises UserError when nothing was erased.

    `confirmed`: the colleague to whom it is on its way has it. Without that it is refused: what was erased here would
    live on in the file that is out.
    """
    if ground not in get_args(Ground):
        raise InputError("Kies waarom je wist.", "ground")
    if not confirmed:
        _refuse_on_its_way(store, household)
    number = households.read(store, household).number
    label = "Huishouden wissen" if person is None else "Persoon wissen"
    with store.change(label, household=number, action="wissen", undoable=False):
        made = _take_out(store, household, number, ground, person)
    problem = erasing.finish(store)
    return Erased(next(one for one in proofs(store) if one.id == made), problem)


def _refuse_on_its_way(store: Store, household: int) -> None:
    for label, last_day in store.rows(
        "SELECT label, last_day FROM handover_given WHERE household = ?", [household]
    ):  # fmt: skip
        raise InputError(ON_ITS_WAY % (label, f"{date.fromisoformat(last_day):%d-%m-%Y}"), "what")


def _take_out(store: Store, household: int, number: int, ground: Ground, person: int | None) -> int:
    if person is None:
        table, row = "household", household
        (secret,) = store.one("SELECT exchange_secret FROM household WHERE id = ?", [household])
    else:
        table, row = "person", person
        (secret,) = store.one(
            "SELECT mark FROM person_mark m JOIN person p ON p.id = m.person WHERE p.id = ? AND p.household = ?",
            [person, household],
        )
    kind: tombstones.Kind = (
        "person" if person is not None else "handed-over" if ground == "handed-over" else "household"
    )
    db = store.file.db
    naming = 0 if person is None else sum(texts_naming(store, household, person).values())
    written = Tombstone(
        0, tombstones.hash_of(table, secret), kind, number, ground, log.now(), None, _places(store), naming
    )  # fmt: skip
    made = tombstones.write(db, written)
    tombstones.take_out(db, table, row)
    store.drafts.erase_lost()
    return made


def replace(store: Store, household: int) -> None:
    """A dossier in whose place a colleague's comes: gone like any other, also from copies, but it may be here again.

    Inside a change; `erasing.finish` after it.
    """
    number, now = households.read(store, household).number, log.now()
    (secret,) = store.one("SELECT exchange_secret FROM household WHERE id = ?", [household])
    hash_ = tombstones.hash_of("household", secret)
    tombstones.write(
        store.file.db, Tombstone(0, hash_, "household", number, "not-needed", now, now, _places(store))
    )  # fmt: skip
    store.file.log("wissen", f"huishouden {number}: vervangen")
    tombstones.take_out(store.file.db, "household", household)
    store.drafts.erase_lost()


def elsewhere(store: Store) -> tuple[Path, ...]:
    """Where copies went outside the workspace: the second place of now, and every folder that one was written to."""
    second = () if store.second is None else (copy_places.name(store.second),)
    return tuple(Path(path) for path in dict.fromkeys((*second, *copy_places.of(store.file.db))))


def _places(store: Store) -> tuple[Place, ...]:
    there = (Place("second", str(place), absent=not copy_places.is_there(place)) for place in elsewhere(store))
    return (Place("file"), Place("backups"), Place("kept"), *there)


def proofs(store: Store) -> tuple[Tombstone, ...]:
    """All that was ever erased here, the last first."""
    return tombstones.all_of(store.file.db)[::-1]


def is_done(erased: Tombstone) -> bool:
    """Whether it is gone everywhere that the program knows of."""
    return all(place.done_at is not None for place in erased.places)


def texts_naming(store: Store, household: int, person: int) -> dict[str, int]:
    """In how many texts about others somebody's name stands, by what people call those records: these stay."""
    name = fold(store.one("SELECT name FROM person WHERE id = ?", [person])[0])
    if not name:
        return {}
    wanted = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    found: Counter[str] = Counter()
    for table, question, asked in search_sources.texts_about_others():
        for texts in store.rows(question, [household, *[person] * asked]):
            if any(text and wanted.search(fold(text)) for text in texts):
                found[search_sources.TABLE_NAMES[table]] += 1
    return dict(found)
