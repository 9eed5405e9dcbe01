"""The *röntgen*: every value that leaves, what stays here and why, and which households are in no cell.

Data only, made from the very payload that is sealed: what is not in here, is not in the file.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.exchange import rules
from doorbraak.model.exchange.sending import Prepared
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, SEPARATOR, is_finest

if TYPE_CHECKING:
    from doorbraak.model.exchange.contributions import CellContributions

ALL = "Alles samen"
STAYS = (
    ("Namen, nummers en eigen woorden", "Die gaan over één huishouden. Eigen woorden tellen als “overig”."),
    ("Rijen van één huishouden", "Een heel profiel wijst bijna altijd één gezin aan."),
    ("Wie bij wie hoort", "Elk vakje heeft eigen codes. Niemand ziet welke codes van één huishouden zijn."),
    ("Bedragen op totalen", "Daarmee was uit te rekenen welke bedragen bij elkaar horen."),
    ("Brieven, bezoeken, notities en taken", "Geen enkele tabel vraagt ernaar."),
    ("Gezinsleden", "Alleen of er kinderen onder de 18 wonen, telt mee."),
    ("De geheime code van elk huishouden", "Zonder die code is een vakje nooit naar een gezin te herleiden."),
)
"""What stays here always, and why."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """One cell as it leaves. `labels`: one for each dimension. `tokens`: one for each household in it, and `values`
    the amounts beside them, in the same order; `top`, `changed` and `moved` as in the file.
    """

    table: str
    title: str
    labels: tuple[str, ...]
    households: int
    tokens: tuple[str, ...]
    values: tuple[int, ...]
    unit: str
    top: tuple[int, ...]
    changed: int
    moved: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`what` stays here, of so many `households`; 0 where it holds for all that there are."""

    what: str
    why: str
    households: int = 0


@dataclass(frozen=True, slots=True)
class Xray:
    """`head`: every value outside the cells, by its name. `in_clear`: what can be read without the key.

    `not_counted`: numbers of the households that were not open in the period. `in_no_cell`: of those that count, who
    is in no cell but that of its team: nothing that is known of them is asked by a table.
    """

    head: tuple[tuple[str, str], ...]
    in_clear: tuple[str, ...]
    cells: tuple[Leaving, ...]
    left_out: tuple[LeftOut, ...]
    not_counted: tuple[int, ...]
    in_no_cell: tuple[int, ...]


def xray(prepared: Prepared) -> Xray:
    from doorbraak.model.exchange.payload import COUNTED_IN

    payload = prepared.payload
    head = tuple((name, str(getattr(payload, name))) for name in payload.__struct_fields__ if name != "cells")
    small = payload.households < rules.SMALL
    bare = tuple(
        home.number for home in prepared.homes if all(one.table == COUNTED_IN for one in home.cells)
    )  # fmt: skip
    return Xray(
        head=head,
        in_clear=("period", "sender", "households") if small else (),
        cells=tuple(_leaving(one, prepared) for one in payload.cells),
        left_out=(*(LeftOut(*fixed) for fixed in STAYS), *_left_out(prepared)),
        not_counted=prepared.absent,
        in_no_cell=bare,
    )


def _leaving(one: "CellContributions", prepared: Prepared) -> Leaving:
    kind = prepared.tables.tables[one.table]
    codes = zip(one.cell.split(SEPARATOR), kind.dimensions, strict=True)
    labels = tuple(  # a code that the coordinator dropped since is shown as it stands in the file
        (dimension.by_id[code].label if code in dimension.by_id else code) if code else ALL
        for code, dimension in codes
    )  # fmt: skip
    return Leaving(
        table=one.table,
        title=kind.title,
        labels=labels,
        households=len(one.entries),
        tokens=tuple(entry.token for entry in one.entries),
        values=tuple(entry.value for entry in one.entries if entry.value is not None),
        unit=kind.unit if kind.has_amounts else "",
        top=one.top,
        changed=one.changed,
        moved=one.moved,
    )


def _left_out(prepared: Prepared) -> tuple[LeftOut, ...]:
    """What of these households stays here now, besides what always does."""
    found: Counter[tuple[str, str]] = Counter()
    for home in prepared.homes:
        reasons = set()
        for one in home.left_out:
            title = prepared.tables.tables[one.table].title
            reasons.add((title, "Een bedrag is te groot om waar te zijn. Kijk het na."))
        codes = {code for one in home.cells if is_finest(one.cell) for code in one.cell.split(SEPARATOR)}
        if OTHER in codes:
            reasons.add(("Wat niet in de lijsten staat", "Telt mee als “overig”, zonder de woorden."))
        if NONE in codes:
            reasons.add(("Wat niet is ingevuld", "Telt mee als niet ingevuld."))
        found.update(reasons)
    made = [LeftOut(*reason, number) for reason, number in sorted(found.items())]
    if prepared.absent:
        why = "Hun dossier was op geen enkele dag van deze periode open."
        made.append(LeftOut("Huishoudens buiten deze periode", why, len(prepared.absent)))
    if prepared.again:
        why = (
            f"Sinds het eerdere bestand kwamen of gingen minder dan {rules.FEWEST_CHANGED} huishoudens. "
            "Daarom gaat dat bestand nog eens, onveranderd."
        )
        made.append(LeftOut("Wat sinds het eerdere bestand veranderde", why))
    return tuple(made)
