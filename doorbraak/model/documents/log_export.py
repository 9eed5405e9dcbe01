"""The access log as a file for who watches over it: lines, and at the end by what they can be recognised later.

It holds accounts and numbers of households, and nothing of what is recorded about them.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable
from datetime import date

from doorbraak.model.documents import log_words
from doorbraak.model.workspace.log import Entry, Verdict

HEAD = ("Regel", "Moment", "Wat", "Waarover", "Gelukt", "Waar", "Wie", "Moment (UTC)", "Controlegetal")
_FORMULA = tuple("=+-@＝＋－＠")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")


def file_name(today: date) -> str:
    return f"logboek-{today.isoformat()}.csv"


def write(lines: Iterable[tuple[int, Entry]], found: Verdict, today: date) -> bytes:
    """CSV with semicolons in UTF-8, with the mark by which a spreadsheet knows that. `lines` with their numbers,
    perhaps a part of the log; `found` is about all of it.
    """
    sheet = Sheet()
    sheet.add(lines)
    return sheet.ended(found, today)


class Sheet:
    """The same for who has to do it in parts: a log of years takes seconds."""

    def __init__(self) -> None:
        self._out = io.StringIO(newline="")
        self._table = csv.writer(self._out, delimiter=";", lineterminator="\r\n")
        self._table.writerow(HEAD)
        self._count = 0

    def add(self, lines: Iterable[tuple[int, Entry]]) -> None:
        for number, line in lines:
            self._count += 1
            self._table.writerow(
                _safe(cell)
                for cell in (
                    str(number), log_words.moment(line.at), log_words.action(line.action), line.object,
                    "ja" if line.result == "gelukt" else "nee", line.origin, line.actor, line.at, line.hash,
                )
            )  # fmt: skip

    def ended(self, found: Verdict, today: date) -> bytes:
        self._table.writerows([(), *((said,) for said in _end(self._count, found, today))])
        return self._out.getvalue().encode("utf-8-sig", "replace")


def _end(count: int, found: Verdict, today: date) -> tuple[str, ...]:
    whole = "alle regels" if count == found.lines else "een deel van de regels"
    return (
        f"Dit bestand: {log_words.counted(count, 'regel', 'regels')}, {whole}.",
        f"Gemaakt op {today.day}-{today.month}-{today.year}.",
        *log_words.verdict(found).split("\n"),
        f"Slotregel: {kept(found)}",
        "Bewaar dit bestand buiten de laptop. Met de slotregel is later te zien of deze regels er nog zo staan.",
        "Dat gaat met de opdracht: doorbraak log verify --kept SLOTREGEL",
        log_words.REWRITTEN,
    )


def kept(found: Verdict) -> str:
    """Length and last hash in one word, which can be typed over."""
    return f"{found.lines}:{found.last}"


def _safe(text: str) -> str:
    """A spreadsheet would run a cell that begins with one of these signs, also after what one does not see."""
    first = next((sign for sign in text if unicodedata.category(sign) not in _UNSEEN), "")
    unseen = text[:1] != " " and text[:1].isspace()
    return f"'{text}" if first in _FORMULA or unseen else text
