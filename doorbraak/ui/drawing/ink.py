"""The colours of a drawing: those of the screen's theme, or black on paper."""

from dataclasses import dataclass

from doorbraak.ui.theme import LIGHT, Theme


@dataclass(frozen=True, slots=True)
class Ink:
    """`dark`: colours of life domains have to be lightened to be seen on `ground`."""

    ground: str
    field: str
    text: str
    quiet: str
    accent: str
    chosen: str
    warning: str
    edge: str
    dark: bool


def of_theme(theme: Theme) -> Ink:
    return Ink(
        theme.ground, theme.field, theme.text, theme.quiet, theme.accent, theme.chosen, theme.warning, theme.edge,
        dark=theme.name == "dark",
    )  # fmt: skip


PAPER = Ink(
    "#FFFFFF", "#FFFFFF", LIGHT.text, LIGHT.quiet, LIGHT.accent, LIGHT.chosen, LIGHT.warning, LIGHT.edge, dark=False
)
