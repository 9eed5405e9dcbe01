"""One export of a period: what leaves, made and judged before anything does, then sealed and remembered.

A second file of a period is made only when 5 or more households entered or left since every earlier one; else the one
minus the other would be a family's whole profile. With fewer the earlier file goes out once more.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier import household, profile
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import periods, rules, sent, tables
from doorbraak.model.exchange.memberships import Membership, memberships, too_large
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.table_catalogue import SEPARATOR, TableCatalogue
from doorbraak.model.exchange.tokens import presence
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.exchange.contributions_changed import Before
    from doorbraak.model.exchange.payload import Payload

NO_KEY = (
    "Er is nog geen sleutel van de coördinator, dus er is niets gemaakt. Neem eerst het sleutelbestand van de "
    "coördinator over."
)
NOBODY = "In deze periode was geen dossier open, dus er is geen bestand gemaakt. Kies een andere periode."
NOT_OVER = "Deze periode is nog niet voorbij, dus er is niets gemaakt. Maak het bestand na de laatste dag ervan."
CODES_GONE = (
    "Dit bestand ging al weg met codes die niet in de sleutel van nu staan: %s. Er is niets gemaakt. Wat al weg was, "
    "blijft gelden. Vraag de coördinator om deze codes toe te voegen, en neem het nieuwe sleutelbestand over."
)
TOO_MANY = "Er zijn te veel huishoudens voor één bestand, dus er is niets gemaakt. Meld dit aan de beheerder."


@dataclass(frozen=True, slots=True)
class Counted:
    """A household that counts. `left_out`: what of it was too large to be true and stays here."""

    number: int
    secret: bytes = field(repr=False)
    cells: tuple[Membership, ...]
    left_out: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would leave. `again`: it is what left before, since too few households changed; `changed`: how many did.

    `absent`: numbers of the households that were not open in the period.
    """

    period: Period
    payload: "Payload"
    homes: tuple[Counted, ...]
    absent: tuple[int, ...]
    present: frozenset[str]
    again: bool
    changed: int
    tables: TableCatalogue


def prepare(store: Store, lists: Catalogue, known: TableCatalogue, period: Period, today: date) -> Prepared:
    """Changes nothing. `known`: the catalogue of tables. Raises InputError when there is nothing to send."""
    preparing = Preparing(store, lists, known, period, today)
    for _ in range(preparing.households):
        preparing.count()
    return preparing.prepared()


class Preparing:
    """The same a household at a time, for who shows how far it is and lets somebody stop. Raises as `prepare`.

    `households`: how many there are to count. A change of the workspace meanwhile asks for another one.
    """

    def __init__(
        self, store: Store, lists: Catalogue, known: TableCatalogue, period: Period, today: date
    ) -> None:  # fmt: skip
        from doorbraak.model.exchange import payload as payloads
        from doorbraak.model.exchange.contributions import Adding

        key = sent.coordinator(store)
        if key is None:
            raise InputError(NO_KEY, "coordinator")
        if today <= period.last:
            raise InputError(NOT_OVER, "period")
        self._store, self._lists, self._period = store, lists, period
        self._coordinator, self._tables = key.fingerprint, known.with_codes(key.codes)
        everybody, self._example = tables.counted_in(store)
        present = tuple(home for home in everybody if periods.open_in(home, period))
        if not present:
            raise InputError(NOBODY, "period")
        if len(present) > payloads.MOST_HOUSEHOLDS:
            raise InputError(TOO_MANY, "period")
        self.households = len(present)
        self._absent = tuple(home.number for home in everybody if not periods.open_in(home, period))
        self._waiting = [(home, household.exchange_secret(store, home.id)) for home in reversed(present)]
        self._present = frozenset(presence(secret, str(period)) for _, secret in self._waiting)
        self._files, self._team = sent.files(store), profile.read(store).team
        of_period = (file for file in self._files if file.period == period)
        changed = min((len(self._present ^ file.present) for file in of_period), default=None)
        self._again, self._changed = changed is not None and changed < rules.FEWEST_CHANGED, changed or 0
        self._homes: list[Counted] = []
        self._adding = Adding(str(period), self._tables, before(self._files, period))
        for home in everybody:
            if not periods.open_in(home, period):
                self._adding.absent(household.exchange_secret(store, home.id))

    def count(self) -> None:
        """The next household."""
        from doorbraak.model.exchange.contributions import Home

        home, secret = self._waiting.pop()
        dossier = dossiers.read(self._store, home.id)
        cells = memberships(dossier, self._period, self._lists, self._tables, team=self._team)
        left_out = _left_out(cells, self._tables)
        kept = tuple(one for one in cells if one not in left_out)
        self._homes.append(Counted(home.number, secret, kept, left_out))
        if not self._again:
            self._adding.add(Home(secret, kept))

    def prepared(self) -> Prepared:
        """When all are counted."""
        made = _again(self._files, self._period, self._coordinator) if self._again else self._made()
        return Prepared(
            self._period,
            made,
            tuple(self._homes),
            self._absent,
            self._present,
            self._again,
            self._changed,
            self._tables,
        )

    def _made(self) -> "Payload":
        from doorbraak.model.exchange import payload as payloads

        own = sent.sender(self._store)
        return payloads.Payload(
            format=payloads.FORMAT,
            catalogue=self._tables.version,
            period=str(self._period),
            sender=own.id if own else sent.new_id(),
            sequence=max((file.sequence for file in self._files), default=0) + 1,
            coordinator=self._coordinator,
            households=len(self._homes),
            example=self._example,
            cells=self._adding.made(),
        )


def check(prepared: Prepared) -> None:
    """Before anybody is asked where it goes. Raises InputError for what goes once more with codes that the key of now
    lacks: nobody could read it. The codes were handed out, so they may be said.
    """
    lacking: dict[str, None] = {}
    for one in prepared.payload.cells:
        kind = prepared.tables.tables.get(one.table)
        for code, dimension in zip(
            one.cell.split(SEPARATOR), kind.dimensions if kind is not None else (), strict=False
        ):
            if code and dimension.from_key and code not in dimension.by_id:
                lacking[f"{dimension.id} {code}"] = None
    if lacking:
        raise InputError(CODES_GONE % ", ".join(sorted(lacking)), "coordinator")


def make(store: Store, prepared: Prepared, today: date) -> bytes:
    """The sealed file, remembered and logged before it is written anywhere: one that was lost is made again.

    Raises UserError; then nothing is remembered.
    """
    from doorbraak.model.exchange import container
    from doorbraak.model.exchange import payload as payloads

    key = sent.coordinator(store)
    if key is None or key.fingerprint != prepared.payload.coordinator:
        raise InputError(NO_KEY, "coordinator")
    check(prepared)
    with store.change("Uitwisselbestand maken", action="uitvoeren"):
        payload = prepared.payload
        own = sent.make_sender(store, payload.sender)
        plain = payloads.encode(payload)
        payloads.decode(plain, prepared.tables)  # what the coordinator would refuse, never leaves
        content = container.seal(payload, own.seed, key.public)
        if not prepared.again:
            file = sent.SentFile(prepared.period, payload.sequence, today, prepared.present, plain)
            sent.keep(store, file)
        digest = hashlib.sha256(content).hexdigest()
        line = f"uitwisselbestand {payload.period} nummer {payload.sequence}, {len(payload.cells)} cellen, {digest}"
        store.file.log("uitvoeren", line)
    return content


def _left_out(cells: tuple[Membership, ...], known: TableCatalogue) -> tuple[Membership, ...]:
    """Every amount of a table in which one of the household's, or their sum, is too large."""
    from doorbraak.model.exchange.contributions_spread import spread

    large = {key[0] for key, amount in spread(cells, known).items() if too_large(Membership(*key, amount))}
    wrong = large.union(*(known.tables[table].derived for table in large))
    wrong |= {known.tables[table].band_of for table in large} - {""}
    return tuple(one for one in cells if one.value is not None and wrong & {one.table, known.tables[one.table].band_of})


def before(files: Iterable[sent.SentFile], period: Period) -> "Before | None":
    """The last file of the last period of this kind that was sent before: what the coordinator has of this laptop."""
    from doorbraak.model.exchange.contributions_changed import Before

    earlier = [file for file in files if file.period.same_kind(period) and file.period.order < period.order]
    if not earlier:
        return None
    last = max(earlier, key=lambda file: (file.period.order, file.sequence))
    return Before.of(str(last.period), _content(last).cells)


def _again(files: Iterable[sent.SentFile], period: Period, coordinator: str) -> "Payload":
    """The last file of the period, word for word; only for whom it is may have changed."""
    from msgspec import structs

    earlier = [file for file in files if file.period == period]
    return structs.replace(_content(earlier[-1]), coordinator=coordinator)


def _content(file: sent.SentFile) -> "Payload":
    import msgspec

    from doorbraak.model.exchange.payload import Payload

    return msgspec.json.decode(file.content, type=Payload)
