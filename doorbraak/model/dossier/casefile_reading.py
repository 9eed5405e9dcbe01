"""From bytes to a case file that can be trusted. Imports msgspec: import this when a case file is read."""

import json
import re
from typing import Any, NoReturn

import msgspec

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile_format, casefile_format_sums
from doorbraak.model.dossier.casefile_checks import check
from doorbraak.model.dossier.casefile_format import FORMAT, VERSION, CaseFile, Head
from doorbraak.model.dossier.casefile_limits import MOST_BYTES
from doorbraak.model.dossier.casefile_refusal import place, refuse

_DUPLICATE = ""  # no field of ours has an empty name, so it can mark an object that names a field twice

_IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")
_PLACE = re.compile(r" - at `\$\.?([\w.\[\]]*)`$")
_OWN_NAMES = frozenset(
    name
    for shape in (casefile_format, casefile_format_sums)
    for kind in vars(shape).values()
    for name in getattr(kind, "__struct_fields__", ())
)  # fmt: skip
_MISSING = re.compile(r"^Object missing required field `(\w+)`")
# Named when it looks like a field of a file: who made the file has to find it. Anything else may be somebody's words.
_UNKNOWN = re.compile(r"^Object contains unknown field `([a-z][a-z0-9_]{0,39})`(?: - at `\$[\w.\[\]]*`)?$")
_SIGNS = (
    ("Expected `array` of length", "staan te veel regels"),
    ("Expected `str` of length", "is de tekst te lang of te kort"),
    ("Expected `str` matching", "staat geen geldige verwijzing"),
    ("Expected `int` >=", "is het getal te klein"),
    ("Expected `int` <=", "is het getal te groot"),
    ("Invalid enum value", "staat een keuze die niet bestaat"),
    ("Invalid RFC3339", "staat geen datum"),
)


def read(content: bytes, catalogue: Catalogue) -> CaseFile:
    """The household in a case file, after every check of docs/file-formats.md.

    Raises CaseFileRefused, with the place and without the value.
    """
    text = _text(content)
    _check_head(content)
    case = _decode(content)
    _check_plain(text)
    check(case, catalogue)
    return case


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        refuse("", f"het bestand is groter dan {MOST_BYTES // 1_000_000} MB")
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        refuse("", "het bestand begint met een merkteken (BOM). Bewaar het als UTF-8 zonder BOM")
    text, line = "", 0
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    if line:
        refuse(f"regel {line}", "staan tekens die geen UTF-8 zijn")
    return text


def _check_head(content: bytes) -> None:
    """Another kind of file, or a newer one, gets a sentence of its own."""
    # What the decoder says may quote the file, so each refusal is raised outside its `except`.
    fault = ""
    head = Head()
    try:
        head = msgspec.json.decode(content, type=Head)
    except msgspec.ValidationError:
        fault = "het is geen casusbestand van Doorbraak"
    except RecursionError:
        fault = "het bestand is te diep genest"
    except msgspec.DecodeError as error:
        byte = re.search(r"\(byte (\d+)\)", str(error))
        line = content.count(b"\n", 0, int(byte[1]) if byte else len(content)) + 1
        fault = f"regel {line} is geen geldige JSON"
    if fault:
        refuse("", fault)
    if head.format != FORMAT:
        refuse("", "het is geen casusbestand van Doorbraak")
    if type(head.version) is not int or head.version < 1:
        refuse("version", "staat geen versie die wij kennen")
    if head.version > VERSION:
        refuse("version", "staat een nieuwere versie. Installeer een nieuwere versie van Doorbraak")


def _decode(content: bytes) -> CaseFile:
    """By type. Goes no deeper than the format does: what does not belong stops it before it is read."""
    try:
        return msgspec.json.decode(content, type=CaseFile)
    except (msgspec.DecodeError, RecursionError) as error:
        said = str(error)
    return _refuse_as_said(said)


def _refuse_as_said(said: str) -> NoReturn:
    """The decoder's words may quote the file, so only the place and the kind of fault are taken from them."""
    found = _PLACE.search(said)
    where = found[1] if found else ""
    if not _OWN_NAMES.issuperset(re.findall(r"[A-Za-z_]\w*", where)):
        where = ""  # a field that nobody knows may be named like the end of such a sentence
    if missing := _MISSING.match(said):
        refuse(place(where), f"ontbreekt het veld {missing[1]}")
    if unknown := _UNKNOWN.match(said):
        refuse(place(where), f"staat een veld dat niet bestaat: {unknown[1]}")
    if said.startswith("Object contains unknown field"):
        refuse(place(where), "staat een veld dat niet bestaat")
    for sign, what in _SIGNS:
        if said.startswith(sign):
            refuse(place(where), what)
    refuse(place(where), "staat een ander soort waarde dan er hoort")


def _check_plain(text: str) -> None:
    """What the decoder by type lets pass: a field that is named twice, U+0000 and half characters."""

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) != len(found):
            names = [name for name, _ in found]
            made[_DUPLICATE] = next(name for name in made if names.count(name) > 1)
        return made

    def walk(value: Any, path: str) -> None:
        if isinstance(value, dict):
            if _DUPLICATE in value:
                refuse(place(f"{path}.{value[_DUPLICATE]}".lstrip(".")), "staat hetzelfde veld twee keer")
            for name, inner in value.items():
                walk(inner, f"{path}.{name}".lstrip("."))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                walk(inner, f"{path}[{number}]")
        elif isinstance(value, str) and _IMPOSSIBLE.search(value):
            refuse(place(path), "staat een teken dat niet kan")

    walk(json.loads(text, object_pairs_hook=pairs), "")
