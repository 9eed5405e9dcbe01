"""Words in a chart: measured by the letters that they are drawn with, and wrapped."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

LEADING = 1.3  # from one line to the next, in heights of letters
UNKNOWN = "□"
"""In the place of a letter that the font of charts does not have, such as an emoji: matplotlib can't measure it."""


@dataclass(frozen=True, slots=True)
class Words:
    """`text` with its line ends; `height` with the air below it, in points."""

    text: str
    size: float
    colour: str
    bold: bool
    height: float


def words(text: str, size: float, width: float, colour: str, *, bold: bool = False) -> Words:
    """Wrapped within `width` points."""
    lines = wrapped(text, width, size, bold=bold)
    return Words("\n".join(lines), size, colour, bold, len(lines) * size * LEADING + 5)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """As many lines as it needs; a word that is too long for one is cut in pieces."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if measured(longer, size, bold=bold) <= width or not longer:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and measured(lines[-1] + letter, size, bold=bold) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def measured(text: str, size: float, *, bold: bool = False) -> float:
    """How wide in points: letter by letter, which is a little wide where two letters stand closer."""
    return sum(map(_letters(bold).__getitem__, text)) * size


def drawable(text: str, *, bold: bool = False) -> str:
    """With letters that the font has: a full-width one as a plain one."""
    return "".join(_drawn(letter, bold) for letter in text)


@lru_cache(maxsize=1024)
def _drawn(letter: str, bold: bool) -> str:
    font = _font(bold)

    def there(text: str) -> bool:
        return all(font.get_char_index(ord(one)) for one in text)

    if letter == "\n" or there(letter):
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return plain if there(plain) else UNKNOWN


@lru_cache(maxsize=2)
def _font(bold: bool) -> "FT2Font":
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return get_font(findfont(FontProperties(weight="bold" if bold else "normal")))


@lru_cache(maxsize=2)
def _letters(bold: bool) -> "_Letters":
    return _Letters(bold)


class _Letters(dict[str, float]):
    """The width of each letter at size 1, as it is drawn, measured when it is first asked for."""

    def __init__(self, bold: bool) -> None:
        super().__init__()
        self._bold, self._font = bold, _font(bold)

    def __missing__(self, letter: str) -> float:
        self._font.set_size(100, 72)  # each time: who draws has the same font, at another size
        wide = (self._font.load_char(ord(one)).linearHoriAdvance for one in _drawn(letter, self._bold))
        self[letter] = sum(wide) / 65536 / 100
        return self[letter]
