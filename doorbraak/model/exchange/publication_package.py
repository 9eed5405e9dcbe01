"""A publication as a data package: CSV files, and datapackage.json that says what is in them (datapackage.org, 2.0).

It is read with any program, and by `publication_reading` without a key. Equal figures give equal bytes.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from doorbraak.model.exchange import (
    constant_zip,
    other_senders,
    publication_csv,
    published_year,
    summary,
    table_catalogue,
)
from doorbraak.model.exchange.publication_csv import CODES, TABLES, TOTAL, codes_name, figures_name
from doorbraak.model.exchange.published import SAID, UNITS, Publication, PublishedTable, own_tables
from doorbraak.model.exchange.table_catalogue import Dimension, TableCatalogue, TableKind

FORMAT, VERSION = "doorbraak-publicatie", 1
DESCRIPTION = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/"
_LABEL = "Statistisch beveiligd"
_ABOUT = (
    "Cijfers over alle huishoudens van alle afzenders samen. Er staat niets in over één huishouden.",
    "Elk vakje van elke tabel heeft een regel. De kolom figure zegt wat er staat: {}.",
    "Een leeg veld bij value is dus nooit nul.",
    f"De code {TOTAL} is alles samen.",
    "Cijfers zijn afgerond, en totalen apart: delen tellen niet precies op. Deel en middel alleen wat er staat.",
    "Een huishouden kan in meer regels van een tabel staan. Tel die dus niet op: gebruik de regel met het totaal.",
    "Begint een naam met een teken waar een rekenblad mee gaat rekenen, dan staat er een apostrof voor.",
    "Wie de publicatie uitgeeft, kiest de licentie.",
)
_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "period": {
        "type": "string", "title": "Periode",
        "description": "Een kwartaal, zoals 2026Q3, een jaar, zoals 2026, of opgetelde kwartalen, zoals 2026Q1Q2.",
        "constraints": {"required": True, "pattern": "20[0-9]{2}(Q[1-4]){0,3}"},
    },
    "gemeente": {
        "type": "string", "title": "Gemeente", "description": "Code van het CBS; leeg als die niet is ingevuld.",
        "constraints": {"pattern": "GM[0-9]{4}"},
    },
    "example": {
        "type": "boolean", "title": "Voorbeeld",
        "description": "true: er zitten verzonnen gegevens in, of huishoudens uit gepubliceerde voorbeelden.",
        "constraints": {"required": True},
    },
    "table_id": {"type": "string", "title": "Tabel", "constraints": {"required": True}},
    "title": {"type": "string", "title": "Titel", "constraints": {"required": True}},
    "measure": {
        "type": "string", "title": "Wat er geteld is", "constraints": {"required": True, "enum": list(UNITS)},
    },
    "unit": {"type": "string", "title": "Eenheid", "constraints": {"required": True}},
    "published": {
        "type": "boolean", "title": "Gepubliceerd", "description": f"false: de hele tabel is {SAID['withheld']}.",
        "constraints": {"required": True},
    },
    "dimension": {"type": "string", "title": "Indeling", "constraints": {"required": True}},
    "code": {"type": "string", "title": "Code", "constraints": {"required": True}},
    "label": {"type": "string", "title": "Naam", "constraints": {"required": True}},
    "parent": {"type": "string", "title": "Valt onder", "description": "Een code van een grovere indeling."},
    "households": {
        "type": "integer", "title": "Huishoudens", "description": "Over hoeveel huishoudens een bedrag gaat.",
        "constraints": {"minimum": 0},
    },
    "low": {"type": "integer", "title": "Van", "description": "Laagste waarde van de bandbreedte; leeg: onbekend."},
    "high": {"type": "integer", "title": "Tot", "description": "Hoogste waarde van de bandbreedte; leeg: onbekend."},
    "as_of": {
        "type": "string", "title": "Stand van",
        "description": "De eerdere periode van een bedrag dat bleef staan, met zijn huishoudens en band.",
        "constraints": {"pattern": "20[0-9]{2}(Q[1-4])?"},
    },
}  # fmt: skip


def file_name(period: str) -> str:
    return f"doorbraak-{period}.zip"


def package_bytes(publication: Publication, gemeente: str = "", known: TableCatalogue | None = None) -> bytes:
    """The whole zip. Raises InputError for a code that no gemeente has."""
    publication_csv.check_gemeente(gemeente)
    tables = publication_csv.tables_of(publication, known or table_catalogue.load())
    files = publication_csv.members(publication, tables, gemeente)
    described = json.dumps(_package(publication, tables, gemeente, files), ensure_ascii=False, indent=1)
    return constant_zip.packed({**files, DESCRIPTION: f"{described}\n".encode()})


def _package(
    publication: Publication, tables: TableCatalogue, gemeente: str, files: Mapping[str, bytes]
) -> dict[str, Any]:
    period = publication.period
    about = [one.format(publication_csv.status_words()) for one in _ABOUT]
    if publication.quarters:
        about += published_year.made_of(publication.quarters)
    if publication.other_senders:
        about.append(other_senders.said(publication))
    dimensions = publication_csv.dimensions_of(tables).values()
    resources = [_resource("tables", "tables.csv", "Alle tabellen", "", TABLES, {"primaryKey": ["table_id"]})]
    resources += [_code_list(one) for one in dimensions]
    resources += [_figures(kind, publication.table(kind.id)) for kind in own_tables(tables)]
    for one in resources:
        content = files[one["path"]]
        one |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    return {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": "-".join(part for part in ("doorbraak", gemeente.lower(), period.lower()) if part),
        "title": " ".join([f"Doorbraak, publicatie {period}", *([summary.EXAMPLE] if publication.example else [])]),
        "description": " ".join([*([summary.EXAMPLE] if publication.example else []), f"{_LABEL}.", *about]),
        "keywords": ["doorbraakmethode", "sociaal domein", "statistisch beveiligd"],
        "sources": [{"title": "Dossiers van huishoudens, per afzender opgeteld met het programma Doorbraak"}],
        "doorbraak": {
            "format": FORMAT, "version": VERSION, "period": period, "catalogue": publication.catalogue,
            "gemeente": gemeente, "example": publication.example, **_quarters(publication),
            **({"other_senders": True} if publication.other_senders else {}),
        },
        "resources": resources,
    }  # fmt: skip


def _quarters(publication: Publication) -> dict[str, Any]:
    """Of a year that was made of them alone."""
    listed = [{"period": one.period, "fingerprint": one.fingerprint} for one in publication.quarters]
    return {"quarters": listed} if listed else {}


def _resource(
    name: str, path: str, title: str, description: str, columns: Sequence[str], schema: Mapping[str, Any],
    fields: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:  # fmt: skip
    known = {**_FIELDS, **(fields or {})}
    return {
        "$schema": f"{_PROFILE}dataresource.json",
        "name": name,
        "type": "table",
        "path": path,
        "title": title,
        **({"description": description} if description else {}),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": [{"name": column, **known[column]} for column in columns],
            "missingValues": [""],
            **schema,
        },
    }


def _code_list(dimension: Dimension) -> dict[str, Any]:
    schema: dict[str, Any] = {"primaryKey": ["code"]}
    if dimension.coarser:
        schema["foreignKeys"] = [_reference("parent", dimension.coarser)]
    return _resource(
        f"codes_{dimension.id}", codes_name(dimension.id), f"Codes van: {dimension.title}", "", CODES, schema
    )


def _figures(kind: TableKind, table: PublishedTable) -> dict[str, Any]:
    fields: dict[str, Mapping[str, Any]] = {
        "figure": {
            "type": "string", "title": "Wat er staat", "description": f"{publication_csv.status_words()}.",
            "constraints": {"required": True, "enum": ["shown", *SAID]},
        },
        "value": {"type": "integer", "title": "Waarde", "description": f"In: {table.unit}. Leeg: zie figure."},
    }  # fmt: skip
    for one in kind.dimensions:
        fields[one.id] = {"type": "string", "title": one.title, "constraints": {"required": True}}
        fields[f"{one.id}_label"] = {
            "type": "string", "title": f"{one.title}, naam", "constraints": {"required": True},
        }  # fmt: skip
    schema = {
        "primaryKey": [one.id for one in kind.dimensions],
        "foreignKeys": [_reference(one.id, one.id) for one in kind.dimensions],
    }
    return _resource(
        kind.id, figures_name(kind.id), kind.title, " ".join(table.why), publication_csv.columns_of(kind), schema,
        fields,
    )  # fmt: skip


def _reference(field: str, dimension: str) -> dict[str, Any]:
    return {"fields": [field], "reference": {"resource": f"codes_{dimension}", "fields": ["code"]}}
