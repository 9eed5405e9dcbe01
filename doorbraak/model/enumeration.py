"""Words in a row, as one says them."""

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """ "A", "A en B", "A, B en C"; "" of none."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
