"""How far long work is, for who looks at a terminal; elsewhere nothing, since that is read by another program."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from doorbraak.model.documents import log_words

_EVERY = 5_000
_LONG = 20_000  # shorter work is done before anybody reads

One = TypeVar("One")


def told(each: Iterable[One], words: str, count: int) -> Iterator[One]:
    """The same, one by one, with a line that is written over and gone at the end."""
    shown = count >= _LONG and sys.stderr is not None and sys.stderr.isatty()
    written = ""
    try:
        for number, one in enumerate(each, 1):
            if shown and number % _EVERY == 0:
                written = f"{words}: {log_words.whole_number(number)} van {log_words.whole_number(count)}"
                print(f"\r{written}", end="", file=sys.stderr, flush=True)
            yield one
    finally:
        if written:
            print(f"\r{' ' * len(written)}\r", end="", file=sys.stderr, flush=True)
