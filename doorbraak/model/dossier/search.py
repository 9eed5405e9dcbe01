"""Search over everything that is written down, in all households: an index in memory, folded once.

What is searched follows from the tables: every column of words or catalogue ids, so that a new one can't be forgotten.
Only folded words are kept; what a hit shows is read from the file.
"""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, islice

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.search_sources import TABLE_NAMES, sources
from doorbraak.model.workspace.store import Changes, Store

MOST_PLACES = 3  # of one household: the rest is found inside
_SNIPPET = 100  # characters
_LOOKED_INTO = 150  # households in which words that stand apart are sought together: more would be felt at a key


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words: in which household, its table and row, what that is called, and a piece of it.

    `more`, with the last one that is shown of a household, counts the other places in it.
    """

    household: int
    number: int
    name: str
    table: str
    row: int
    where: str
    snippet: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """`hits` best first; `more` counts the households that hold the words too and are not among them."""

    hits: tuple[Hit, ...]
    more: int


class _Folded(dict[str, str]):
    """What the texts of one column are when folded; many come back again and again."""

    def __init__(self, read: Callable[[str], str]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> str:
        folded = self[text] = fold(self._read(text)) if text else ""
        return folded


class _Home:
    """One household in the index: a line of folded words for each record, and which record that is."""

    __slots__ = ("ends", "id", "label", "name", "number", "rows", "text")

    def __init__(self, id_: int, number: int, name: str) -> None:
        self.id, self.number, self.name = id_, number, name
        self.label = f"{number} {fold(name)}"
        self.rows = array("q")  # source and row in turn
        self.ends = array("L")
        self.text = ""

    def fill(self, lines: list[str], rows: list[int]) -> None:
        self.rows = array("q", rows)
        self.ends = array("L", accumulate([len(line) + 1 for line in lines]))
        self.text = "\n".join(lines)

    def holds(self, words: list[str]) -> bool:
        return all(word in self.label or word in self.text for word in words)

    def words(self) -> set[str]:
        return {*self.text.split(), *self.label.split()}

    def together(self, words: list[str]) -> Iterator[int]:
        """The lines that hold all the words, as far as the household's own number and name do not."""
        rest = [word for word in words if word not in self.label]
        if not rest:
            yield 0
            return
        longest, at = max(rest, key=len), 0
        while (at := self.text.find(longest, at)) >= 0:
            line = bisect_right(self.ends, at)
            end = self.ends[line]
            start = self.ends[line - 1] if line else 0
            if len(rest) == 1 or all(self.text.find(word, start, end) >= 0 for word in rest):
                yield line
            at = end

    def apart(self, words: list[str]) -> Iterator[int]:
        """For each word the first line that holds it."""
        found = (self.text.find(word) for word in words if word not in self.label)
        yield from dict.fromkeys(bisect_right(self.ends, at) for at in found if at >= 0)

    def source_and_row(self, line: int) -> tuple[int, int]:
        return self.rows[2 * line], self.rows[2 * line + 1]


class _Vocabulary:
    """Every folded word, and in which households it stands: one bit for each. So a key costs a look at the words that
    there are, which come again and again, instead of at all that is written.
    """

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._all = ""

    def add(self, words: Iterable[str], bit: int) -> None:
        bits = self._bits
        for word in words:
            bits[word] = bits.get(word, 0) | bit
        self._all = ""

    def households(self, part: str) -> int:
        """The bits of all words that hold this part."""
        if not self._all:
            self._all = "\n" + "\n".join(self._bits) + "\n"
        found, at, every = 0, 0, self._all
        while (at := every.find(part, at)) >= 0:
            end = every.index("\n", at)
            found |= self._bits[every[every.rindex("\n", 0, at + 1) + 1 : end]]
            at = end
        return found


class Index:
    """Made when search is first used; `follow` every change. Holds personal data: drop it at lock."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store = store
        self._sources = sources(catalogue)
        self._watched = {source.table for source in self._sources}
        self._homes: dict[int, _Home] = {}
        self._words = _Vocabulary()
        self._bits: dict[int, int] = {}
        self._again: set[int] = set()  # read again: words that they had before may still point to them
        self._whole = False
        self._stale: set[int] = set()

    @property
    def size(self) -> int:
        """Bytes of folded words in memory, about."""
        return sum(sys.getsizeof(home.text) + 8 * (len(home.ends) + len(home.rows)) for home in self._homes.values())

    def follow(self, changes: Changes) -> None:
        """What changed is read again before the next search: one household, or all when nobody says which."""
        if self._watched.isdisjoint(changes.tables):
            return
        if changes.household is None:
            self._whole = False
        else:
            self._stale.add(changes.household)

    def find(self, text: str, limit: int = 40) -> Found:
        """The households that hold all these words, in any order and as parts of words.

        First the number that was typed, then names, then records that hold all the words, then the rest.
        At most `limit` hits, a few of one household.
        """
        typed = fold(text)
        words = typed.split()
        if not words:
            return Found((), 0)
        self._bring_up_to_date()
        matching = self._holding(words)
        hits: list[Hit] = []
        shown: set[int] = set()
        for home, lines in _best_first(matching, typed, words):
            if home.id in shown:
                continue
            if len(hits) >= limit:
                break
            shown.add(home.id)
            hits += self._hits(home, lines, words, min(MOST_PLACES, limit - len(hits)))
        return Found(tuple(hits), len(matching) - len(shown))

    def _holding(self, words: list[str]) -> list[_Home]:
        bits = -1
        for word in words:
            bits &= self._words.households(word)
        return [
            home
            for home in sorted(self._homes.values(), key=lambda home: home.number)
            if bits & self._bits[home.id] and (home.id not in self._again or home.holds(words))
        ]

    def _hits(self, home: _Home, lines: Iterator[int], words: list[str], most: int) -> Iterator[Hit]:
        shown = list(islice(lines, most))
        more = sum(1 for _ in lines)
        for line in shown:
            at, row = home.source_and_row(line)
            source = self._sources[at]
            values = self._store.rows(source.one, [row])
            said = source.said(values[0]) if values else ""
            where, left = TABLE_NAMES.get(source.table, ""), more if line == shown[-1] else 0
            yield Hit(home.id, home.number, home.name, source.table, row, where, snippet(said, words), left)

    # -- keeping it up to date ------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        if not self._whole:
            self._homes, self._words, self._bits, self._again = {}, _Vocabulary(), {}, set()
            self._take(self._read(""))
            self._whole = True
        elif self._stale:  # the number may be what changed: look for the household by the old and by the new one
            for number in self._stale:
                gone = [home.id for home in self._homes.values() if home.number == number]
                there = [row[0] for row in self._store.rows("SELECT id FROM household WHERE number = ?", [number])]
                for id_ in {*gone, *there}:
                    self._homes.pop(id_, None)
                    self._again.add(id_)
                    self._take(self._read(" WHERE h.id = ?", id_))
        self._stale.clear()

    def _take(self, homes: dict[int, _Home]) -> None:
        for id_, home in homes.items():
            bit = self._bits.setdefault(id_, 1 << len(self._bits))
            self._words.add(home.words(), bit)
            self._homes[id_] = home

    def _read(self, where: str, *given: int) -> dict[int, _Home]:
        named = self._store.rows(f"SELECT id, number, name FROM household h{where} ORDER BY number", list(given))
        homes = {id_: _Home(id_, number, name) for id_, number, name in named}
        lines: dict[int, list[str]] = {id_: [] for id_ in homes}
        kept: dict[int, list[int]] = {id_: [] for id_ in homes}
        for at, source in enumerate(self._sources):
            rows = self._store.rows(source.sql + where, list(given))
            if not rows:
                continue
            owners, ids, *texts = zip(*rows, strict=True)  # by column: there are many rows
            folded = [
                map(_Folded(read).__getitem__, column) for read, column in zip(source.readers, texts, strict=True)
            ]
            for home, row, *parts in zip(owners, ids, *folded, strict=True):
                line = " ".join(dict.fromkeys(parts)).strip()
                if line or source.table == "household":  # its own line comes first, always
                    lines[home].append(line)
                    kept[home] += at, row
        for id_, made in homes.items():
            made.fill(lines[id_], kept[id_])
        return homes


def snippet(said: str, words: list[str]) -> str:
    """A piece of the text around the first place where one of the folded words stands."""
    pieces = " ".join(said.split()).split(" ")
    at = next((at for at, piece in enumerate(pieces) if any(word in fold(piece) for word in words)), 0)
    first = last = at
    room = _SNIPPET - len(pieces[at])
    while room > 0 and (first > 0 or last < len(pieces) - 1):
        if last < len(pieces) - 1:
            last += 1
            room -= len(pieces[last]) + 1
        if first > 0 and (last == len(pieces) - 1 or at - first < 3):
            first -= 1
            room -= len(pieces[first]) + 1
        elif last == len(pieces) - 1:
            break
    shown = " ".join(pieces[first : last + 1])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(pieces) - 1 else ''}"


def _best_first(matching: list[_Home], typed: str, words: list[str]) -> Iterator[tuple[_Home, Iterator[int]]]:
    """Households with the lines to show; one may come again. Lazy: mostly the first few are enough."""
    for home in matching:
        if typed == str(home.number):
            yield home, iter((0,))
    for home in matching:
        if all(word in home.label for word in words):
            yield home, iter((0,))
    for home in matching[:_LOOKED_INTO]:
        lines = home.together(words)
        first = next(lines, None)
        if first is not None:
            yield home, chain((first,), lines)
    for home in matching:
        yield home, home.apart(words)
