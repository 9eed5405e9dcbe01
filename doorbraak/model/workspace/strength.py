"""Whether a new passphrase is hard to guess: its length, and a list of what is tried first. No puzzles.

What is well known is taken away, also with 3 for e and @ for a, and so are walks over the keyboard, what is repeated
and what everybody knows by heart. What is left has to be something of its own.
"""

import unicodedata
from functools import cache
from itertools import groupby, pairwise

from doorbraak.model.errors import WeakPassphrase
from doorbraak.model.workspace.known_by_heart import LINES
from doorbraak.model.workspace.known_phrases import WORDS

SHORTEST = 12
_LONGEST = 1024
_LEFT = 4  # letters or digits that are nobody else's
_WALK = 4
_BY_HEART = 8  # letters in a row, of two words or more, that are no accident
_ROWS = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1234567890", "0987654321234567890",
    "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1qazxsw23edcvfr45tgbnhy67ujm", "qazxswedcvfrtgbnhyujm",
    "zaq12wsxcde34rfvbgt56yhn", "qweasdzxc", "123qweasdzxc", "789456123",
    "0147258369", "741852963", "159753",
)  # fmt: skip
_PIECES = {
    way[at : at + long]
    for row in _ROWS
    for way in (row, row[::-1])
    for long in range(_WALK, len(way) + 1)
    for at in range(len(way) - long + 1)
}
_DISGUISED = str.maketrans("0134578@$!€", "oieastbasie")
TOO_SHORT = f"Deze wachtzin is te kort. Neem ten minste {SHORTEST} tekens, bijvoorbeeld vier losse woorden."
TOO_LONG = "Deze wachtzin is te lang. Neem minder dan duizend tekens."
TOO_KNOWN = "Deze wachtzin is te makkelijk te raden. Neem bijvoorbeeld vier losse woorden."
TITLE = "Deze wachtzin lijkt te veel op de naam van de werkmap. Neem bijvoorbeeld vier losse woorden."


def check(passphrase: str, title: str = "") -> None:
    """`title` is what the workspace is called. Raises WeakPassphrase."""
    why = weakness(passphrase, title)
    if why:
        raise WeakPassphrase(why, "passphrase")


def said(passphrase: str, title: str = "") -> str:
    """For whoever is typing: what is still missing, or that it will do."""
    text = unicodedata.normalize("NFC", passphrase)
    if not text:
        return ""
    missing = SHORTEST - _length(text)
    if missing > 0:
        return f"Nog {missing} tekens." if missing > 1 else "Nog 1 teken."
    return weakness(text, title) or "Lang genoeg, en niet een van de bekende."


def weakness(passphrase: str, title: str = "") -> str:
    """Why it can't be used, as a sentence; empty when it can."""
    text = unicodedata.normalize("NFC", passphrase)
    if _length(text) < SHORTEST:
        return TOO_SHORT
    if len(text) > _LONGEST:
        return TOO_LONG
    steps = {ord(b) - ord(a) for a, b in pairwise(text)}
    if len(set(text.casefold())) < 5 or len(steps) < 3 or not _enough(text, WORDS):
        return TOO_KNOWN
    return "" if _enough(text, (*_words_of(title), *WORDS)) else TITLE


def _length(text: str) -> int:
    """Spaces around it, and more than one in a row, make nothing harder to guess; nor does saying it twice."""
    return len(_once(" ".join(text.split()) + " ").strip())


def _enough(text: str, known: tuple[str, ...]) -> bool:
    digits = "".join(sign for sign in _folded(text) if sign.isdigit())
    if len(digits) >= SHORTEST and len(_own(_once(digits), ())) >= SHORTEST - _WALK:
        return True
    return all(sum(sign.isalpha() for sign in _own(_once(form), known)) >= _LEFT for form in _forms(text))


def _forms(text: str) -> set[str]:
    """How it is read: as it is, with letters for the signs that look like one, without its digits, each word once."""
    plain, each_once = _folded(text), _folded("".join(word for word, _ in groupby(text.casefold().split())))
    disguised = {form.translate(_DISGUISED) for form in (plain, each_once)}
    return {plain, each_once, *disguised, "".join(sign for sign in plain if sign.isalpha())}


def _folded(text: str) -> str:
    """Without capitals, accents, spaces and signs, but for the signs that stand for a letter."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if sign.isalnum() or sign in "@$!€")


def _once(text: str) -> str:
    """What is said more than once counts once."""
    at = (text + text).find(text, 1)
    return text[:at] if 0 < at < len(text) else text


def _own(text: str, known: tuple[str, ...]) -> str:
    """What is left when all that is well known is taken away, the longest first."""
    text = _without_by_heart(text)
    for piece in sorted((*known, *_PIECES), key=len, reverse=True):
        if len(piece) <= len(text):
            text = text.replace(piece, "\n")
    return text.replace("\n", "")


def _without_by_heart(text: str) -> str:
    across, known = _runs_by_heart()
    runs = [text[at : at + _BY_HEART] for at in range(len(text) - _BY_HEART + 1)]
    gone: set[int] = set()
    for is_known, found in groupby(range(len(runs)), lambda at: runs[at] in known):
        starts = list(found)
        if is_known and any(runs[at] in across for at in starts):
            gone.update(range(starts[0], starts[-1] + _BY_HEART))
    return "".join("\n" if at in gone else sign for at, sign in enumerate(text))


@cache
def _runs_by_heart() -> tuple[frozenset[str], frozenset[str]]:
    """Those over the end of a word, and all, so that any part of a line is known from whatever letter on. A long word
    alone is still a word of one's own.
    """
    across: set[str] = set()
    known: set[str] = set()
    for line in LINES:
        words = line.split()
        across |= (runs := _runs("".join(words))).difference(*map(_runs, words))
        known |= runs
    return frozenset(across), frozenset(known)


def _runs(text: str) -> set[str]:
    return {text[at : at + _BY_HEART] for at in range(len(text) - _BY_HEART + 1)}


def _words_of(title: str) -> tuple[str, ...]:
    whole = _folded(title)
    apart = (_folded(word) for word in title.split())
    return tuple(word for word in {whole, *apart} if len(word) >= _LEFT)
