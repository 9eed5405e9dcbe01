"""Text as search sees it: without case, accents and the signs that people leave out."""

import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"}
# Inside words these come and go: foto's fotos, re-integratie reintegratie, B.V. bv, article 2:1 or 2.1.
_DROPPED = frozenset("'’‘‛`´ʼʻ-‐‑‒–—−.:·")
_KEPT = frozenset("&+%€")


class _Table(dict[int, str]):
    """What becomes of each character; filled as characters come by."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _DROPPED or unicodedata.category(char).startswith("M"):
            plain = ""
        elif char.isalnum() or char in _KEPT:
            plain = _PLAIN.get(char, char)
        else:
            plain = " "
        self[code] = plain
        return plain


_table = _Table()


def fold(text: str) -> str:
    """Lower case, no accents, no hyphens, dots or apostrophes; other signs and spaces as one space.

    Folding twice changes nothing. The words are `fold(text).split()`.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(text.casefold().translate(_table).split())
