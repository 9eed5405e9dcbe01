"""One comma separated file of resources/ into records, refusing whatever is not as agreed.

UTF-8, a header, one record per row, lists inside a field by `;`. A byte order mark is taken without
a word: spreadsheets add it and it changes nothing. Empty lines are passed over. The rest is refused
with a sentence that names file and line.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from doorbraak.model.errors import CatalogueDamaged

R = TypeVar("R")
Convert = Callable[[str], Any]  # the value of one field; ValueError carries what is wrong, in Dutch

_NUMBER = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,4}))?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")  # as long as a dossier can keep
_WEB = re.compile(r"https?://[^\s/]+\.[^\s/]+/?\S*")
_LONGEST = 2_000  # of a field, in characters
_MOST_ROWS = 20_000  # sixty times our longest list: past this every page would wait
_FORMULA = ("=", "+", "-", "@")  # with these a spreadsheet starts to work instead of showing a text
# Signs that nobody sees: controls, and those that turn the direction of what follows.
_UNSEEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def damaged(file: str, line: int, what: str) -> CatalogueDamaged:
    """The sentence about one file of resources/; `line` 0 means the file as a whole."""
    where = f" op regel {line}" if line else ""
    found = f"De lijst {file} klopt niet{where}: {what}."
    safe = "De dossiers zijn veilig. Herstel de lijst of installeer Doorbraak opnieuw."
    return CatalogueDamaged(f"{found} {safe}", found, file)


def _quoted(field: str) -> str:
    """Enough of a field to find it by."""
    return f"“{field[:30]}…”" if len(field) > 31 else f"“{field}”"


def text(field: str) -> str:
    """Any words, but not nothing."""
    if not field or field.isspace():
        raise ValueError("dit veld is leeg")
    return field


def free(field: str) -> str:
    """Any words, or none."""
    return field


def key(field: str) -> str:
    """An id: what other rows refer to, so without spaces and separators."""
    if not _KEY.fullmatch(field):
        raise ValueError(f"{_quoted(field)} kan geen id zijn" if field else "de id is leeg")
    return field


def web(field: str) -> str:
    """A web address: it is opened by who clicks on it, so nothing else."""
    if not _WEB.fullmatch(field):
        raise ValueError(f"{_quoted(field)} is geen webadres")
    return field


def items(field: str) -> tuple[str, ...]:
    """A list that may be empty; never a gap or the same thing twice."""
    if not field:
        return ()
    parts = tuple(field.split(";"))
    if not all(parts):
        raise ValueError("de opsomming heeft een lege plek")
    if len(set(parts)) < len(parts):
        raise ValueError("de opsomming noemt iets twee keer")
    return parts


def some(field: str) -> tuple[str, ...]:
    """A list with at least one thing in it."""
    return items(text(field))


def yes(field: str) -> bool:
    """ja or nee."""
    if field not in ("ja", "nee"):
        raise ValueError(f"{_quoted(field)} is geen ja of nee")
    return field == "ja"


def one_of(*known: str) -> Convert:
    """One of the words that the program knows."""
    allowed = frozenset(known)

    def convert(field: str) -> str:
        if field not in allowed:
            raise ValueError(f"{_quoted(field)} is hier onbekend")
        return field

    return convert


def scaled(digits: int) -> Convert:
    """A number above zero with a decimal point, as a whole number of 10**-`digits`; never rounded."""

    def convert(field: str) -> int:
        found = _NUMBER.fullmatch(field)
        if not found or len(found[2] or "") > digits:
            raise ValueError(f"{_quoted(field)} is geen goed getal")
        value = int(found[1] + (found[2] or "").ljust(digits, "0"))
        if not value:
            raise ValueError("nul kan hier niet")
        return value

    return convert


def or_none(convert: Convert) -> Convert:
    """The same, where nothing may stand too."""
    return lambda field: convert(field) if field else None


def year(field: str) -> int:
    """A calendar year, 1900 to 2099."""
    if not _YEAR.fullmatch(field):
        raise ValueError(f"{_quoted(field)} is geen jaar")
    return int(field)


def day_or_nothing(field: str) -> str:
    """A date as 2026-11-30, or nothing where it is unknown."""
    if field:
        try:
            date.fromisoformat(field)
        except ValueError:
            raise ValueError(f"{_quoted(field)} is geen datum") from None
    return field


def colour(field: str) -> str:
    """A colour as #RRGGBB in capitals."""
    if not _COLOUR.fullmatch(field):
        raise ValueError(f"{_quoted(field)} is geen kleur")
    return field


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """What a file looks like: `columns` in the order of the record's fields, `unique` without repeats.

    `later`: columns that came later. A list that was taken before then does not have them: it stays readable, with
    nothing in them.
    """

    file: str
    record: Callable[..., R]
    unique: Callable[[R], object]
    columns: tuple[tuple[str, Convert], ...]
    later: frozenset[str] = frozenset()

    def read(self, folder: Path) -> tuple[tuple[R, ...], tuple[int, ...]]:
        """The records and the first line of each. Raises CatalogueDamaged."""
        return self.read_text(_content(self.file, folder / self.file))

    def read_text(self, content: str) -> tuple[tuple[R, ...], tuple[int, ...]]:
        """The same, of what stands in the file. Raises CatalogueDamaged."""
        numbered = _rows(self.file, without_odd_signs(self.file, content))
        _, header = next(numbered, (1, []))
        order = self._order(header)
        lines: list[int] = []
        rows: list[list[str]] = []
        for line, row in numbered:
            if len(row) != len(header):
                raise damaged(self.file, line, f"{len(row)} velden in plaats van {len(header)}")
            if len(rows) == _MOST_ROWS:
                raise damaged(self.file, line, f"er passen {_MOST_ROWS} rijen in")
            lines.append(line)
            rows.append(row)
        if not rows:
            raise damaged(self.file, 0, "er staat niets in")
        raw = list(zip(*rows, strict=True))
        nothing = ("",) * len(rows)
        found = (nothing if place is None else raw[place] for place in order)
        values = [self._column(at, fields, lines) for at, fields in enumerate(found)]
        records = tuple(map(self.record, *values))
        self._refuse_repeats(records, lines)
        return records, tuple(lines)

    def _order(self, header: list[str]) -> list[int | None]:
        """Where each column stands; None for one that came later."""
        names = [name for name, _ in self.columns]
        if len(header) == 1 and ";" in header[0]:
            raise damaged(self.file, 1, "tussen de kolommen staan puntkomma’s; bewaar het bestand met komma’s")
        for name in names:
            if name not in header and name not in self.later:
                raise damaged(self.file, 1, f"de kolom {name} ontbreekt")
        for at, name in enumerate(header):
            if name not in names or name in header[:at]:
                raise damaged(self.file, 1, f"de kolom “{name}” hoort hier niet")
        return [header.index(name) if name in header else None for name in names]

    def _column(self, at: int, raw: tuple[str, ...], lines: list[int]) -> list[Any]:
        name, convert = self.columns[at]
        values: list[Any] = []
        try:
            values.extend(map(convert, raw))  # stops at the row that fails: its number is then known
        except ValueError as wrong:
            raise damaged(self.file, lines[len(values)], f"{wrong} (kolom {name})") from None
        for line, field in zip(lines, raw, strict=True):
            if len(field) > _LONGEST:
                raise damaged(self.file, line, f"dit veld is te lang: er passen {_LONGEST} tekens in (kolom {name})")
            if field.startswith(_FORMULA):
                raise damaged(self.file, line, f"{_quoted(field)} lijkt een formule (kolom {name})")
        return values

    def _refuse_repeats(self, records: tuple[R, ...], lines: list[int]) -> None:
        seen: dict[object, int] = {}
        for record, line in zip(records, lines, strict=True):
            first = seen.setdefault(self.unique(record), line)
            if first != line:
                raise damaged(self.file, line, f"dezelfde sleutel staat al op regel {first}")


def _content(file: str, path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise damaged(file, 0, "het bestand ontbreekt") from None
    except OSError:
        raise damaged(file, 0, "het bestand kan niet worden gelezen") from None
    return decoded(file, raw)


def decoded(file: str, raw: bytes) -> str:
    """The text of a file, without a byte order mark. Raises CatalogueDamaged for another encoding."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise damaged(file, line, "een teken is geen UTF-8. Bewaar het bestand als UTF-8") from None


def without_odd_signs(file: str, content: str) -> str:
    """The same text. Raises CatalogueDamaged for what can't be seen, and for U+0000."""
    if (nul := content.find("\0")) >= 0:
        raise damaged(file, content.count("\n", 0, nul) + 1, "er staat een teken dat niet mag (U+0000)")
    if odd := _UNSEEN.search(content):
        line = content.count("\n", 0, odd.start()) + 1
        raise damaged(file, line, f"er staat een onzichtbaar teken (U+{ord(odd[0]):04X})")
    return content


def _rows(file: str, content: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line it starts on."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    start = 1
    try:
        for row in reader:
            if row:
                yield start, row
            start = reader.line_num + 1
    except csv.Error:
        raise damaged(file, start, "de aanhalingstekens kloppen niet") from None
