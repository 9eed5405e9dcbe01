"""Texts that are cut on a paper end with a whole sentence, and say where the rest stands."""

import re

from doorbraak.model.shortening import cut

MORE = "(meer in de onderbouwing)"
_WHOLE = 160
"""Signs that one sentence may have in a place for fewer."""
_ANNOUNCES = 6
"""A shorter sentence before a cut mostly announces what is cut off: "Er is ook iets tegen." """
_END = re.compile(r"[.!?…]+[”’»\")]*(?=\s+[^\sa-z]|\s*$)")
_SHORTENED = re.compile(r"(?:^|[\s(“])(?:art|nr|mr|dr|drs|ca|jl|o\.a|bijv|incl|[^\W\d_])\.$", re.IGNORECASE)
"""What ends with a full stop and is no end: "mr. Jansen", "art. 3", "B. de Vries"."""


def sentences_of(words: str) -> tuple[str, ...]:
    """In one line each, with their own full stop."""
    line = " ".join(words.split())
    found, start = [], 0
    for match in _END.finditer(line):
        if match.end() < len(line) and _SHORTENED.search(line[start : match.end()]):
            continue
        found.append(line[start : match.end()].strip())
        start = match.end()
    return tuple(one for one in (*found, line[start:].strip()) if one)


def first_sentences(words: str, most: int) -> str:
    """As many as fit in so many signs, and the first one in any case while that stays readable. What is really too
    long for its place ends with "…".

    The last one never only announces the next: that comes too when it nearly fits, or else neither does.
    """
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    sentences, kept = sentences_of(line), 0
    while kept < len(sentences) and _length(sentences[: kept + 1]) <= (most if kept else _readable(most)):
        kept += 1
    if 0 < kept < len(sentences) and _announces(sentences[kept - 1]):
        kept = _without_announcement(sentences, kept, most)
    shown = " ".join(sentences[:kept])
    if len(line) <= len(shown) + len(MORE) + 1:
        return line
    return f"{shown} {MORE}" if shown else cut(line, most)


def _readable(most: int) -> int:
    return max(most, min(_WHOLE, 2 * most))


def _length(sentences: tuple[str, ...]) -> int:
    return len(" ".join(sentences))


def _announces(sentence: str) -> bool:
    return len(sentence.split()) < _ANNOUNCES


def _without_announcement(sentences: tuple[str, ...], kept: int, most: int) -> int:
    """How many stay. Without anything before it an announcement is better than nothing."""
    nearly = most * 4 // 3 if kept > 1 else _readable(most)
    if _length(sentences[: kept + 1]) <= nearly:
        return kept + 1
    fewer = kept
    while fewer > 1 and _announces(sentences[fewer - 1]):
        fewer -= 1
    return kept if _announces(sentences[fewer - 1]) else fewer


def both_ends(words: str, most: int) -> str:
    """The first sentence and as many as fit from the last one back: what somebody thinks, and what comes with it.
    Where some are left out, it says where these stand. Without room for both: the end alone.
    """
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    first, *rest = sentences_of(line)
    end = last_sentences(" ".join(rest), most - len(first) - len(MORE) - 2)
    return f"{first} {MORE} {end}" if end else f"{last_sentences(line, most - len(MORE) - 1)} {MORE}".lstrip()


def last_sentences(words: str, most: int) -> str:
    """As many as fit, from the last one back; "" when that one does not fit."""
    kept = ""
    for sentence in reversed(sentences_of(words)):
        longer = f"{sentence} {kept}".rstrip()
        if len(longer) > most:
            break
        kept = longer
    return kept
