"""The colours of a drawing: those of the screen's theme, or black on paper."""

from dataclasses import dataclass

from doorbraak.ui.theme import CONTRAST, LIGHT, Theme


@dataclass(frozen=True, slots=True)
class Ink:
    """`dark`: colours of life domains have to be lightened to be seen on `ground`.

    `seen` and `read`: the contrast with `ground` that signs and lines, and words, have at least (WCAG 2.2).
    """

    ground: str
    field: str
    text: str
    quiet: str
    accent: str
    chosen: str
    warning: str
    edge: str
    dark: bool
    seen: float = 3.0
    read: float = 4.5


def of_theme(theme: Theme) -> Ink:
    return Ink(
        theme.ground, theme.field, theme.text, theme.quiet, theme.accent, theme.chosen, theme.warning, theme.edge,
        dark=theme.dark, seen=4.5 if theme is CONTRAST else 3.0, read=7.0 if theme is CONTRAST else 4.5,
    )  # fmt: skip


PAPER = Ink(
    "#FFFFFF", "#FFFFFF", LIGHT.text, LIGHT.quiet, LIGHT.accent, LIGHT.chosen, LIGHT.warning, LIGHT.edge, dark=False
)
