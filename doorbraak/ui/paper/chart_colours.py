"""Colours and hatches of charts on paper and in every theme: those of Okabe and Ito, that everybody tells apart.

What is sure is solid, what is uncertain, expected or not confirmed is hatched; without colour solid, striped, dotted
and crossed still differ; and so do stripes that slant, lie and stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from doorbraak.model.documents.chart import Tone
from doorbraak.ui.drawing.colours import sign_colour
from doorbraak.ui.theme import LIGHT, Theme

_BLUE, _SKY, _GREEN, _ORANGE, _VERMILION, _PURPLE = "#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#CC79A7"
_HOLLOW = " "
_HUES: Mapping[Tone, tuple[str, str]] = {
    "direct": (_BLUE, ""),
    "prevented": (_ORANGE, "////"),
    "rest": (_PURPLE, "xxxx"),
    "realised": (_GREEN, ""),
    "expected": (_SKY, "----"),
    "unconfirmed": (_VERMILION, "...."),
    "low": (_ORANGE, _HOLLOW),
    "high": (_BLUE, ""),
    "undecided": (_VERMILION, "||||"),
}
_ASSUMED: Mapping[Tone, str] = {"low": "\\\\\\\\", "high": "////"}


@dataclass(frozen=True, slots=True)
class Fill:
    """`face` is the ground where there is a `hatch` or where it is hollow; `edge` is the colour of edge and hatch."""

    face: str
    edge: str
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """`line` is for quiet lines of the scale."""

    ground: str
    text: str
    quiet: str
    line: str
    fills: Mapping[Tone, Fill]

    def assumed(self, tone: Tone) -> Fill:
        """The same colour, striped: a border of it is our assumption."""
        return Fill(self.ground, self.fills[tone].edge, _ASSUMED.get(tone, "////"))


def look_of(theme: Theme, ground: str = "") -> Look:
    """On the ground of the theme, or on that of paper."""
    ground = ground or theme.field
    fills: dict[Tone, Fill] = {"total": Fill(theme.text, theme.text)}
    for tone, (hue, hatch) in _HUES.items():
        seen = sign_colour(hue, ground, 4.5 if theme.dark else 3.0)
        fills[tone] = Fill(ground if hatch else seen, seen, hatch.strip())
    fills["hidden"] = Fill(ground, theme.quiet, "\\\\\\\\")
    return Look(ground, theme.text, theme.quiet, theme.line, fills)


PAPER = look_of(LIGHT, "#FFFFFF")
