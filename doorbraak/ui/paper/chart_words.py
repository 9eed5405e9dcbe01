"""Words in a chart: measured by the letters that they are drawn with, and wrapped."""

from dataclasses import dataclass
from functools import lru_cache

LEADING = 1.3  # from one line to the next, in heights of letters


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


@lru_cache(maxsize=2)
def _letters(bold: bool) -> "_Letters":
    return _Letters(bold)


class _Letters(dict[str, float]):
    """The width of each letter at size 1, measured when it is first asked for."""

    def __init__(self, bold: bool) -> None:
        from matplotlib.font_manager import FontProperties, findfont, get_font

        super().__init__()
        self._font = get_font(findfont(FontProperties(weight="bold" if bold else "normal")))

    def __missing__(self, letter: str) -> float:
        self._font.set_size(100, 72)  # each time: who draws has the same font, at another size
        self[letter] = self._font.load_char(ord(letter)).linearHoriAdvance / 65536 / 100
        return self[letter]
