"""The JSON Schema of a case file, made from its structs; kept in resources/ for who reads one elsewhere."""

import json
from typing import Any

from doorbraak.model.dossier.casefile_format import CaseFile

NAME = "casefile.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLE = "Casusbestand van Doorbraak"
_ABOUT = (
    "Eén huishouden, zoals docs/file-formats.md het beschrijft. Het programma controleert meer dan dit schema kan "
    "zeggen: verwijzingen, codes uit de lijsten, en wat velden samen mogen bevatten."
)


def schema() -> bytes:
    """The whole of resources/casefile.schema.json."""
    import msgspec

    made = msgspec.json.schema(CaseFile)
    kinds = {name: _plain(kind) for name, kind in made["$defs"].items()}
    whole = kinds.pop("CaseFile") | {"title": _TITLE, "description": _ABOUT}
    ordered = {"$schema": DIALECT, "title": _TITLE, "description": _ABOUT} | whole | {"$defs": kinds}
    return (json.dumps(ordered, indent=1, ensure_ascii=False) + "\n").encode()


def _plain(part: Any) -> Any:
    """Without our docstrings, and with the end of a text as other languages write it."""
    if isinstance(part, list):
        return [_plain(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {name: _plain(value) for name, value in part.items() if not (name == "description" and "type" in part)}
    if isinstance(kept.get("pattern"), str):
        kept["pattern"] = kept["pattern"].replace(r"\Z", "$")
    return kept
