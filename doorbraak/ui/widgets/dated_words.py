"""What people type about something to do: what it is, and perhaps its day at the end."""

import re
from datetime import date

from doorbraak.model.insight.talk_promise import promised
from doorbraak.ui.widgets.numbers import typed_day

_OTHER = re.compile(r"(.*\S)\s+(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2})", re.ASCII | re.DOTALL)


def dated_words(text: str) -> tuple[str, date | None]:
    """ "Bellen met SVB 1-12-2026" or "Bellen voor 1 dec" as words and day, in every way that one may speak of it.

    Raises InputError for a day that does not exist.
    """
    said = promised(text, date.today())
    if said.due:
        return said.words, said.due
    found = _OTHER.fullmatch(text.strip())
    return (found[1], typed_day(found[2], "due")) if found else (text, None)
