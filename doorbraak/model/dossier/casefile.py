"""Case files: one household as JSON, for examples, for moving by hand and for reading elsewhere.

A case file holds no number: on another laptop the number may belong to another family, so who takes a
file in gives it the next free one. It holds no database id, no exchange secret and no private working note.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from doorbraak.model.dossier import costs, household
from doorbraak.model.dossier.casefile_lists import LISTS, List
from doorbraak.model.dossier.casefile_refusal import place, refuse
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from msgspec import Struct

    from doorbraak.model.catalogue import Catalogue
    from doorbraak.model.dossier.casefile_format import CaseFile


def read(content: bytes, catalogue: "Catalogue") -> "CaseFile":
    """The household in a case file, after every check of docs/file-formats.md; writes nothing.

    Raises CaseFileRefused, with the place in the file and without what stands there.
    """
    from doorbraak.model.dossier import casefile_reading

    return casefile_reading.read(content, catalogue)


def write(dossier: Dossier) -> bytes:
    """The case file of a household: equal records give equal bytes, ending with a line end.

    Raises InputError for more than a case file may hold: what is written can be read back.
    """
    from doorbraak.model.dossier import casefile_limits as limits

    case = of_dossier(dossier)
    name, what = limits.too_much(case)
    content = b"" if what else to_bytes(case)
    if len(content) > limits.MOST_BYTES:
        what = f"het bestand zou groter zijn dan {limits.MOST_BYTES // 1_000_000} MB"
    if what:
        raise InputError(
            f"Dit huishouden past niet in een casusbestand: {what}. Er is niets geschreven en niets veranderd. "
            "Haal weg wat niet meer nodig is, of maak een reservekopie: daar past alles in.",
            name,
        )
    return content


def to_bytes(case: "CaseFile") -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(case), indent=1) + b"\n"


def of_dossier(dossier: Dossier) -> "CaseFile":
    """The same household without ids of the database; its lists keep their order."""
    from typing import get_args, get_type_hints

    from doorbraak.model.dossier import casefile_format as form

    home = dossier.household
    names = {
        name: {row.id: f"{part.prefix}{number}" for number, row in enumerate(getattr(dossier, name), 1)}
        for name, part in LISTS.items()
    }
    rows = {}
    for name, hint in get_type_hints(form.CaseFile).items():
        if name in LISTS:
            kind = get_args(hint)[0]
            rows[name] = tuple(kind(**_shown(kind, LISTS[name], row, name, names)) for row in getattr(dossier, name))
    return form.CaseFile(
        format=form.FORMAT,
        version=form.VERSION,
        notice=form.EXAMPLE if home.example else form.PERSONAL,
        household=form.Household(**{name: getattr(home, name) for name in form.Household.__struct_fields__}),
        **rows,
    )


def _shown(kind: "type[Struct]", part: List, row: Any, own: str, names: dict[str, dict[int, str]]) -> dict[str, object]:
    """The fields of a row, with names within the file where the record has ids."""
    found: dict[str, object] = {}
    for field in kind.__struct_fields__:
        if field == "id":
            found[field] = names[own][row.id]
        elif field == "chances":
            found[field] = _own_chances(row)
        elif field not in part.refers:
            found[field] = getattr(row, field)
        else:
            to, known = getattr(row, field), names[part.refers[field]]
            found[field] = tuple(known[id_] for id_ in to) if isinstance(to, tuple) else known.get(to)
    return found


def _own_chances(line: costs.CostLine) -> object:
    """A line of an event or intervention has none of its own."""
    from doorbraak.model.dossier.casefile_format_sums import Chances

    if line.event is not None or line.intervention is not None:
        return None
    chances = line.chances
    return Chances(current=chances.current, threatening=chances.threatening, plan=chances.plan)


def take_in(store: Store, case: "CaseFile") -> int:
    """Add the household of a case file under the next free number; returns its id. A verb: never commits.

    Raises CaseFileRefused for what a field does not take; then the caller's change writes nothing.
    """
    with _refusing("household"):
        of = _take_household(store, case)
    ids: dict[str, dict[str, int]] = {}
    for name, part in LISTS.items():
        ids[name] = {}
        rows = getattr(case, name)
        made = []
        for number, row in enumerate(rows):
            with _refusing(f"{name}[{number}]"):
                made.append(_take(store, of, part, row, ids))
            if part.prefix:
                ids[name][row.id] = made[-1]
        for number, row in enumerate(rows):
            for field, verb in part.later.items():
                to = _ids_of(getattr(row, field), ids[name])
                if to:
                    with _refusing(f"{name}[{number}].{field}"):
                        verb(store, made[number], to)
    return of


def _take_household(store: Store, case: "CaseFile") -> int:
    home = case.household
    of = household.open_dossier(store, home.name, opened=home.opened, example=home.example, note=home.note)
    household.set_plan_date(store, of, home.plan_date)
    household.set_lead(store, of, home.lead)
    household.set_wijk(store, of, home.wijk)
    household.set_no_paper(store, of, home.no_paper)
    household.set_retention(store, of, home.retention)
    if home.closed is not None:
        household.close(store, of, home.closed, home.close_reason, home.close_words)
    return of


def _take(store: Store, of: int, part: List, row: Any, ids: dict[str, dict[str, int]]) -> int:
    values: dict[str, Any] = {}
    for field in row.__struct_fields__:
        if field in part.refers and field not in part.later:
            values[field] = _ids_of(getattr(row, field), ids[part.refers[field]])
        elif field not in ("id", "origin", "noted_on", *part.later):
            values[field] = getattr(row, field)
    if values.get("chances"):
        own = values["chances"]
        values["chances"] = costs.Chances(own.current, own.threatening, own.plan)
    owner = values.pop(part.owner) if part.owner else of
    return int(part.take(store, owner, **values, noted=Noted(row.origin, row.noted_on)) or 0)


def _ids_of(references: Any, ids: dict[str, int]) -> Any:
    """One id or None for one reference, a tuple for a tuple."""
    if isinstance(references, tuple):
        return tuple(ids[name] for name in references)
    return None if references is None else ids[references]


@contextmanager
def _refusing(path: str) -> Iterator[None]:
    """What a verb refuses is refused with its place in the file."""
    field = None
    try:
        yield
    except InputError as error:
        if error.field == "number":  # no fault of the file: all numbers are taken
            raise
        field = error.field
    if field is not None:
        where = path if not field or path.endswith(f".{field}") else f"{path}.{field}"
        refuse(place(where), "staat iets dat het programma niet aanneemt")
