"""Lists of resources/ as somebody would change them: with rows gone, and whatever referred to those with them."""

import csv
import io
from collections.abc import Collection, Mapping
from dataclasses import fields

from doorbraak import paths
from doorbraak.model.catalogue.checking import REFERENCES
from doorbraak.model.catalogue.lists import SHEETS
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.dossier import Dossier

Rows = dict[str, list[dict[str, str]]]


def texts_without(gone: Mapping[str, Collection[str]]) -> dict[str, str]:
    """All lists without these ids. A row that can't do without one of them goes too; a list always keeps one row."""
    rows = {name: _rows(sheet.file) for name, sheet in SHEETS.items()}
    for name, ids in gone.items():
        rows[name] = [row for row in rows[name] if row["id"] not in ids] or rows[name][-1:]
    while any(_mend(rows, name, field, target) for name, field, target in REFERENCES) or _mend_tensions(rows):
        pass  # each answers whether it changed something
    return {SHEETS[name].file: _text(held) for name, held in rows.items()}


def used(found: Dossier) -> dict[str, set[str]]:
    """Every id of a list that the household names."""
    ids: dict[str, set[str]] = {}
    for name, of in LISTS.items():
        for field, target in of.codes.items():
            ids.setdefault(target, set()).update(getattr(row, field) for row in getattr(found, name))
    return {name: named - {""} for name, named in ids.items()}


def _rows(file: str) -> list[dict[str, str]]:
    with (paths.resources() / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _text(rows: list[dict[str, str]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _mend(rows: Rows, name: str, field: str, target: str) -> bool:
    at = [one.name for one in fields(SHEETS[name].record)].index(field)
    column, known = SHEETS[name].columns[at][0], {row["id"] for row in rows[target]}
    kept = []
    for row in rows[name]:
        named = [part for part in row[column].split(";") if part]
        stays = [part for part in named if part in known]
        if stays or not named:
            kept.append({**row, column: ";".join(stays)})
        elif SHEETS[name].columns[at][1] is SHEETS["problems"].columns[4][1]:  # a list that may be empty
            kept.append({**row, column: ""})
    changed, rows[name] = kept != rows[name], kept
    assert kept, f"{name} would be empty"
    return changed


def _mend_tensions(rows: Rows) -> bool:
    articles = {(row["law"], part) for row in rows["articles"]
                for part in (row["article"], row["id"].removeprefix(f"{row['law']}:"))}  # fmt: skip
    kept = [row for row in rows["tensions"]
            if {(row["law_a"], row["article_a"]), (row["law_b"], row["article_b"])} <= articles]  # fmt: skip
    changed, rows["tensions"] = kept != rows["tensions"], kept or rows["tensions"][:1]
    return changed and bool(kept)
