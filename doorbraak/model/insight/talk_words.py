"""Words that a household should not have to read, and plain ones instead. What people say themselves stays."""

import re
from collections.abc import Iterable

from doorbraak.model.catalogue.records import Word


def in_plain_words(text: str, words: Iterable[Word]) -> str:
    """`text` with the first plain word that the list gives. Where it gives only advice, the word stays."""
    plain = {word.avoid.casefold(): use for word in words if (use := _first(word.use))}
    if not plain:
        return text
    listed = "|".join(re.escape(avoid) for avoid in sorted(plain, key=len, reverse=True))

    def other(found: re.Match[str]) -> str:
        use = plain[found[0].casefold()]
        return use[0].upper() + use[1:] if found[0][0].isupper() else use

    return re.sub(rf"(?<!\w)(?:{listed})(?!\w)", other, text, flags=re.IGNORECASE)


def _first(use: str) -> str:
    """Of "u, jij, of de naam" the first; "zeg alleen …" is advice and no word."""
    first = use.partition(",")[0].strip()
    return "" if first.startswith("zeg ") else first
