"""Any case file that the program takes, drawn from the structs themselves: a new field is drawn by itself.

What a type can't say (which code, which row, what two fields hold together) stands in MENDED and ONCE.
"""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from msgspec import inspect

from doorbraak.model import catalogue
from doorbraak.model.catalogue import scale_of
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_format_sums import Chances
from doorbraak.model.dossier.casefile_lists import LISTS

KNOWN = catalogue.load()
ROLES = [role.id for role in KNOWN.roles.values() if role.kind == "rol"]
RELATIONS = [role.id for role in KNOWN.roles.values() if role.kind == "relatie"]
KINDS: dict[str, Any] = {
    field.name: getattr(field.type, "item_type", field.type) for field in inspect.type_info(form.CaseFile).fields
}
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
LATEST = {"birth_year": 2026, "price_year": 2026, "since": 2026, "year": 2100}

# Folded already, so that what is taken in is what was drawn.
_FOLDED = st.text(st.sampled_from("aB3é漢🙂-&<\"\\'/ß"), min_size=1, max_size=8).map(
    lambda text: unicodedata.normalize("NFC", text)
)
Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def cases(draw: Draw, most: int = 2) -> form.CaseFile:
    """Up to `most` rows in each list, and a few more where a rule asks for two."""
    drawn: dict[str, list[dict[str, Any]]] = {}
    for name in LISTS:
        rows = [_row(draw, name, drawn, number) for number in range(1, draw(st.integers(0, most)) + 1)]
        drawn[name] = _mended(draw, name, rows)
    home = {field.name: _value(draw, field) for field in KINDS["household"].fields}
    _mend_household(draw, home)
    return form.CaseFile(
        format=form.FORMAT,
        version=form.VERSION,
        notice=form.EXAMPLE if home["example"] else form.PERSONAL,
        household=form.Household(**home),
        **{name: tuple(KINDS[name].cls(**row) for row in rows) for name, rows in drawn.items()},
    )


def _row(draw: Draw, name: str, drawn: dict[str, list[dict[str, Any]]], number: int) -> dict[str, Any]:
    """One row, or nothing when it has to name a row and there is none."""
    part = LISTS[name]
    row: dict[str, Any] = {}
    for field in KINDS[name].fields:
        if field.name == "id":
            row["id"] = f"{part.prefix}{number}"
        elif field.name in part.later:
            row[field.name] = () if _many(field) else None  # set when all rows are there
        elif field.name in part.refers:
            ids = [other["id"] for other in drawn[part.refers[field.name]] if _may_be_named(name, other)]
            if _many(field):
                row[field.name] = tuple(id_ for id_ in ids if draw(st.booleans()))
            elif not _may_be_none(field) and not ids:
                return {}
            else:
                row[field.name] = draw(st.sampled_from([*([None] if _may_be_none(field) else []), *ids]))
        elif field.name in part.codes:
            needed = [] if getattr(field.type, "min_length", None) else [""]
            row[field.name] = draw(st.sampled_from([*needed, *_codes(name, field.name)]))
        else:
            row[field.name] = _value(draw, field)
    return row


def _may_be_named(by: str, row: dict[str, Any]) -> bool:
    """A payment is of a doorbraak's own cost."""
    return by != "payments" or row["intervention"] is not None


def _codes(name: str, field: str) -> list[str]:
    if LISTS[name].codes[field] == "roles":
        return ROLES if name == "people" else RELATIONS
    return list(getattr(KNOWN, LISTS[name].codes[field]))


def _many(field: Any) -> bool:
    return isinstance(field.type, inspect.VarTupleType)


def _may_be_none(field: Any) -> bool:
    return isinstance(field.type, inspect.UnionType)


def _value(draw: Draw, field: Any) -> Any:
    kind = field.type
    if isinstance(kind, inspect.UnionType):
        (kind,) = (each for each in kind.types if not isinstance(each, inspect.NoneType))
        if draw(st.booleans()):
            return None
    match kind:
        case inspect.StrType():
            return draw(_FOLDED) if kind.min_length or draw(st.booleans()) else ""
        case inspect.IntType():
            return draw(st.integers(kind.ge, min(kind.le, LATEST.get(field.name, kind.le))))
        case inspect.DateType():
            return draw(DAYS)
        case inspect.BoolType():
            return draw(st.booleans())
        case inspect.LiteralType():
            return draw(st.sampled_from(sorted(kind.values)))
        case inspect.StructType():
            return kind.cls(**{inner.name: _value(draw, inner) for inner in kind.fields})
    raise AssertionError(f"no way to draw {kind}")


def _mend_household(draw: Draw, home: dict[str, Any]) -> None:
    home["retention"] = draw(st.sampled_from(["", *KNOWN.retention]))
    home["wijk"] = draw(st.sampled_from(["", "W1", "noord-2"]))
    if home["closed"] is None or home["close_reason"] == "":
        home |= {"closed": None, "close_reason": "", "close_words": ""}
    else:
        home["opened"], home["closed"] = sorted((home["opened"], home["closed"]))


def _mended(draw: Draw, name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with what the rules of the program ask of them, without those that would be there twice."""
    rows = [row for row in rows if row]
    for row in rows:
        if name in MENDED:
            MENDED[name](draw, row, rows)
    if name == "refusals":
        rows = [row for row in rows if any(row[of] is not None for of in LISTS[name].refers)]
    if name not in ONCE:
        return rows
    return list({ONCE[name](row): row for row in rows if row.get("person", 0) != row.get("other", 1)}.values())


def _person(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["name"] = row["name"] or ("" if row["role"] else "n")


def _custody(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["holder"] = None if row["holder"] == row["person"] else row["holder"]


def _problem(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    if not row["kind"] or sum(other["kind"] == row["kind"] for other in rows) > 1:
        row |= {"kind": "", "words": row["words"] or "w"}
    _whole_place(row)
    row["rank"] = None if row["rank"] is None else 10 * row["rank"] % 990 + int(row["id"][1:])
    row["waits_for"] = _others(draw, row, rows)


def _agency(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    if not row["kind"] or sum(other["kind"] == row["kind"] for other in rows) > 1:
        row["words"] = row["words"] or "w"
    _whole_place(row)
    if row["future"] == "merge":
        later = [other["id"] for other in rows[rows.index(row) + 1 :]]  # so that no work goes round in a circle
        row["merges_into"] = draw(st.sampled_from([None, *later]))


def _whole_place(row: dict[str, Any]) -> None:
    if row["map_y"] is None or row["map_x"] is None:
        row |= {"map_x": None, "map_y": None}


def _worker(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["name"] = row["name"] or ("" if row["function"] else "n")


def _letter(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["sender"] = row["sender"] or ("" if row["agency"] else "s")
    row["contradicts"] = _others(draw, row, rows)


def _of_kind(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["words"] = row["words"] or ("" if row["kind"] else "w")


def _ground(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["title"] = row["title"] or ("" if row["article"] else "t")


def _cost(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    if row["event"] is not None:
        row["intervention"] = None
    if row["event"] is not None or row["intervention"] is not None:
        row["chances"] = None
    elif row["chances"] is None:
        percent = st.integers(0, 100)
        row["chances"] = Chances(current=draw(percent), threatening=draw(percent), plan=draw(percent))
    if row["intervention"] is not None:
        row["attribution"] = 100
    if row["starts"] and row["ends"]:
        row["starts"], row["ends"] = sorted((row["starts"], row["ends"]))
    plain, own = row["chances"], row["intervention"] is not None
    _range(draw, row, "price_low_cents", "price_high_cents", row["price_cents"])
    _range(draw, row, "quantity_low_e4", "quantity_high_e4", row["quantity_e4"])
    _range(draw, row, "chance_low", "chance_high", plain.plan if plain else None)
    _range(draw, row, "attribution_low", "attribution_high", None if own else row["attribution"])


def _range(draw: Draw, row: dict[str, Any], low: str, high: str, middle: int | None) -> None:
    """Both ends around the middle, or neither."""
    if middle is None or row[low] is None or row[high] is None:
        row |= {low: None, high: None}
    else:
        row |= {low: min(row[low], row[high], middle), high: max(row[low], row[high], middle)}


def _event(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    _of_kind(draw, row, rows)
    _range(draw, row, "threatening_low", "threatening_high", row["chance_threatening"])
    _range(draw, row, "plan_low", "plan_high", row["chance_plan"])
    if not row["outcome"] or row["outcome_on"] is None:
        row |= {"outcome": "", "outcome_on": None}


def _confirmation(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["actual_cents"] = (row["actual_cents"] or 0) if row["state"] == "changed" else None


def _refusal(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """By one of the four; left out when the household has none of them."""
    asks = ("agency", "problem", "event", "intervention")
    there = [name for name in asks if row[name] is not None]
    kept = draw(st.sampled_from(there)) if there else ""
    row |= {name: None for name in asks if name != kept}


def _measurement(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    scale = scale_of(KNOWN.measures[row["measure"]])
    row["answer"] = draw(st.sampled_from(scale.answers)) if scale.answers else ""
    row["value_e2"] = None if scale.answers else draw(st.integers(scale.low * 100, scale.high * 100))


def _correction(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    row["new_text"] = row["new_text"] or ("" if row["old_text"] else "n")


def _others(draw: Draw, row: dict[str, Any], rows: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(other["id"] for other in rows if other is not row and draw(st.booleans()))


MENDED: dict[str, Callable[[Draw, dict[str, Any], list[dict[str, Any]]], None]] = {
    "people": _person,
    "custody": _custody,
    "problems": _problem,
    "agencies": _agency,
    "workers": _worker,
    "letters": _letter,
    "interventions": _of_kind,
    "grounds": _ground,
    "events": _event,
    "costs": _cost,
    "confirmations": _confirmation,
    "refusals": _refusal,
    "measurements": _measurement,
    "corrections": _correction,
}
ONCE: dict[str, Callable[[dict[str, Any]], object]] = {
    "relations": lambda row: (row["person"], row["other"], row["kind"]),
    "grounds": lambda row: (row["intervention"], row["article"] or (row["title"],)),
    "considerations": lambda row: (row["intervention"], row["part"]),
    "comparisons": lambda row: (row["intervention"], row["other"]),
    "confirmations": lambda row: (row["cost_line"], row["after"]),
    "refusals": lambda row: (row["price"], row["agency"], row["problem"], row["event"], row["intervention"]),
}
