"""When a program has drawn its window, decided alike for all: by the pixels of the screen, from outside."""

import time
from collections.abc import Callable

import numpy as np

from tests.benchmarks.peers_screen import Pixels, Screen

_LOOK = 0.005  # seconds between two looks
_REST = 1.0  # seconds without a change: it is drawn
_PATIENCE = 90.0
_A_CHANGE = 1500  # pixels: a caret that blinks has fewer, a line of text more
_CONTENT = 2000  # pixels unlike the one on their left: an empty window with a title has fewer


class NotDrawn(Exception):
    """No window with that title came to rest."""


def unlike(one: Pixels, other: Pixels) -> bool:
    """Whether more differs than a caret or the pointer."""
    return int(np.count_nonzero(one != other)) >= _A_CHANGE


def seconds(screen: Screen, begun: float, title: str, act: Callable[[], None] = lambda: None) -> float:
    """From `begun` to the last change of the screen, once a window with this title is there and nothing changes.

    A sign that comes before the window (a splash) does not count: its title is another. `act` sets it off, and counts.
    """
    before, last, asked, drawn = screen.pixels(), begun, begun, False
    act()
    while True:
        now = time.perf_counter()
        pixels = screen.pixels()
        if unlike(pixels, before):
            before, last, drawn = pixels, now, True
        elif drawn and now - max(last, asked) > _REST:
            if int(np.count_nonzero(pixels[1:] != pixels[:-1])) >= _CONTENT and screen.windows(title):
                return last - begun
            asked = now
        if now - begun > _PATIENCE:
            raise NotDrawn(title)
        time.sleep(_LOOK)
