"""How a name hides in a word: letters that only look like its own, a diminutive, a compound, two names in one.

Only the shapes; which names there are, and where they stand, says `name_watch`.
"""

import re
from collections.abc import Iterator

_LOOK_ALIKES = {
    **dict(zip(map(ord, "авеіјкмноԁрсѕтухһгАВЕІЈКМНОРСЅТУХ"), "abeijkmhodpcstyxhrABEIJKMHOPCSTYX", strict=True)),
    **dict(zip(map(ord, "αεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"), "aeikvoptuxABEZHIKMNOPTYX", strict=True)),
    **dict(zip(map(ord, "ıłøđɑɡŁØĐ"), "ilodagLOD", strict=True)),
}
"""Cyrillic, Greek and other letters that read as Latin ones, one for one."""
_BETWEEN = re.compile(r"(?<=[^\W\d_])[@$0134](?=[^\W\d_])")
_MEANT = {"@": "a", "$": "s", "0": "o", "1": "i", "3": "e", "4": "a"}
_DIMINUTIVES = (
    "aatjes", "aatje", "ootjes", "ootje", "uutje", "atje", "otje", "utje", "etjes", "etje", "pjes", "pje", "kje",
    "tjes", "tje", "jes", "je",
)  # fmt: skip
_COMPOUNDS = (
    "gezinnen", "gezin", "kinderen", "kids", "kind", "families", "familie", "meisjes", "meisje", "jongens", "jongen",
    "zaken", "zaak", "dossiers", "dossier", "huishouden", "huis", "woning", "moeder", "vader", "ouders", "zonen",
    "zoons", "zoon", "dochters", "dochter", "broers", "broer", "broertje", "zussen", "zus", "zusje", "tweeling", "baby",
    "clan", "casus", "kwestie", "affaire", "geval", "incident", "probleem", "plan", "adres", "overleg", "gesprek",
    "melding", "mensen", "vrouw", "man", "tante", "oom", "oma", "opa", "brief", "schuld", "schulden", "team",
)  # fmt: skip
_TAILS = (*_DIMINUTIVES, *_COMPOUNDS)
_SHORTEST = 3
SURE = 6
"""Letters of a name that no other word begins with, by chance."""
_LONGEST = 40
_HUMPS = re.compile(r"[^\W\d_a-z]?[^\W\d_A-Z]{2,40}")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0._*·•'’‐‑-]{1,2}){2,60}[^\W\d_](?!\w)")


def as_read(text: str) -> str:
    """With the letters that a reader sees, in as many signs."""
    seen = text if text.isascii() else text.translate(_LOOK_ALIKES)
    return _BETWEEN.sub(lambda at: _MEANT[at[0]], seen)


def stems(folded: str) -> Iterator[tuple[str, str]]:
    """What the word may be made of: a name, and what was put behind it; empty behind a diminutive."""
    if not folded.endswith(_TAILS):  # most words
        return
    for tail in _DIMINUTIVES:
        if folded.endswith(tail) and len(folded) - len(tail) >= _SHORTEST:
            yield folded[: -len(tail)], ""
            if tail in ("aatje", "aatjes"):
                yield f"{folded[: -len(tail)]}a", ""
            if tail in ("ootje", "ootjes"):
                yield f"{folded[: -len(tail)]}o", ""
    for tail in _COMPOUNDS:
        if folded.endswith(tail) and len(folded) - len(tail) >= _SHORTEST:
            name = folded[: -len(tail)]
            yield name, tail
            if name.endswith("s") and len(name) > _SHORTEST:
                yield name[:-1], tail


def halves(folded: str) -> Iterator[tuple[str, str]]:
    """Where two names may have been put together: "samirayoussef"."""
    if len(folded) <= _LONGEST:
        yield from ((folded[:at], folded[at:]) for at in range(_SHORTEST, len(folded) - _SHORTEST + 1))


def humps(word: str) -> list[str]:
    """Of "gezinSamira" both words; nothing of a word without a capital inside."""
    return _HUMPS.findall(word) if not word.isupper() and any(sign.isupper() for sign in word[1:]) else []


def beginnings(folded: str) -> Iterator[str]:
    """The longest first: of a name with something behind it that no list has."""
    yield from (folded[:at] for at in range(min(len(folded) - 2, _LONGEST), SURE - 1, -1))


def spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Letters with a space or sign between each: "S a m i r a", from where to where, and read as one word."""
    for match in _SPACED.finditer(text):
        yield match.start(), match.end(), "".join(sign for sign in match[0] if sign.isalpha())
