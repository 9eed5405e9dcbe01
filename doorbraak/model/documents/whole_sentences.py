"""Texts that are cut on a paper end with a whole sentence, and say where the rest stands."""

import re

from doorbraak.model.shortening import cut

MORE = "(meer in de onderbouwing)"
_WHOLE = 160
"""Signs that one sentence may have in a place for fewer."""
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
    """
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    kept = ""
    for sentence in sentences_of(line):
        longer = f"{kept} {sentence}".lstrip()
        if len(longer) > (most if kept else max(most, min(_WHOLE, 2 * most))):
            break
        kept = longer
    if len(line) <= len(kept) + len(MORE) + 1:
        return line
    return f"{kept} {MORE}" if kept else cut(line, most)


def last_sentences(words: str, most: int) -> str:
    """As many as fit, from the last one back; "" when that one does not fit."""
    kept = ""
    for sentence in reversed(sentences_of(words)):
        longer = f"{sentence} {kept}".rstrip()
        if len(longer) > most:
            break
        kept = longer
    return kept
