"""Colours of life domains, made to be seen on any ground: as they are when they can be, else lighter or darker."""

from functools import lru_cache

from doorbraak.ui.theme import contrast

_STEPS = 64


@lru_cache(maxsize=512)
def sign_colour(colour: str, ground: str, least: float = 3.0) -> str:
    """For a sign: the colour itself, moved towards white or black no further than contrast `least` needs."""
    away = max(("#FFFFFF", "#000000"), key=lambda end: contrast(end, ground))
    mixes = (_mixed(colour, away, step / _STEPS) for step in range(_STEPS + 1))
    return next(mix for mix in mixes if contrast(mix, ground) >= least)


@lru_cache(maxsize=512)
def line_colour(colour: str, ground: str, least: float) -> str:
    """For a line: so quiet that it can just be seen. Then all lines are equally strong and none shouts."""
    return _faded(sign_colour(colour, ground, least), ground, least)


@lru_cache(maxsize=16)
def faded_text(colour: str, ground: str, least: float) -> str:
    """For words that matter less: as quiet as words may be."""
    return _faded(colour, ground, least)


def _faded(colour: str, ground: str, least: float) -> str:
    mixes = (_mixed(colour, ground, step / _STEPS) for step in range(_STEPS, -1, -1))
    return next((mix for mix in mixes if contrast(mix, ground) >= least), colour)


def _mixed(one: str, other: str, share: float) -> str:
    """`share` of `other`."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in parts)
