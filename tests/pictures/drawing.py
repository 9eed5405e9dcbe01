"""Draws the pictures of the manual, small, on one day and in the light colours; and how two of them compare."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice, QSettings
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from doorbraak.ui import app, theme
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.paper import fonts
from tests import fixed_day
from tests.pictures.rooms import ROOMS, USUAL, Open

_EXACT = 128  # colours
_SETTLED = 5  # rounds of events: what a page reads when it is shown
_COARSE = (96, 54)
_LOUD = 6  # of 255: a part of a picture that has become another one
ALIKE = 0.015
"""The share of loud parts that another way of drawing the same letters may make, twice over: without hinting it is
0.007, of two pages never under 0.1.
"""
_LETTERS, _POINTS = "DejaVu Sans", 9


@contextmanager
def _windows(folder: Path) -> Iterator[Open]:
    """Closes them all, and with them what lies open."""
    made: list[MainWindow] = []

    def open_(place: Path) -> MainWindow:
        window = MainWindow(place)
        made.append(window)
        window.resize(*USUAL)
        window.show()
        window.activateWindow()
        return window

    application, font = app.application(), QApplication.font()
    for path in fonts._own_fonts():  # those that come along with matplotlib: the same everywhere
        QFontDatabase.addApplicationFont(str(path))
    application.setFont(QFont(_LETTERS, _POINTS))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    theme.apply(application, theme.LIGHT)
    with pytest.MonkeyPatch.context() as patch:
        fixed_day.hold(patch)
        patch.setattr(fonts, "FAMILIES", (_LETTERS,))
        try:
            yield open_
        finally:
            for window in made:
                window.close()
                window.deleteLater()
            application.processEvents()
            application.setFont(font)


def drawn(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every picture by its name, as a PNG; `folder` is for workspaces that live as long as this."""
    for room in ROOMS:
        with _windows(folder) as open_:
            for name, shown in room(open_, folder / room.__name__):
                for _ in range(_SETTLED):
                    QApplication.processEvents()
                yield name, _png(shown)


def _png(shown: QWidget) -> bytes:
    """With few colours it is small."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert shown.grab().save(held, "PNG")
    with Image.open(BytesIO(held.data().data())) as opened:
        picture = opened.convert("RGB")
    few = _with_few_colours(picture)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _with_few_colours(picture: Image.Image) -> Image.Image:
    """Half of them are the ones that are there most, exactly: those of the theme. The rest share what else there is."""
    parts = np.asarray(picture).reshape(-1, 3).astype(np.int32)
    every, which, often = np.unique(parts, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(-often)
    most, rest = every[order[:_EXACT]], every[order[_EXACT:]]
    kept = most
    if len(rest):
        shared = Image.fromarray(rest.astype(np.uint8)[None]).quantize(256 - _EXACT).getpalette()
        kept = np.concatenate([most, np.array(shared, np.int32).reshape(-1, 3)])
    near = np.argmin(((every[:, None] - kept[None]) ** 2).sum(axis=2), axis=1).astype(np.uint8)
    few = Image.fromarray(near[which.reshape(-1)].reshape(picture.height, picture.width), "P")
    few.putpalette(kept.astype(np.uint8).tobytes())
    return few


def differ(one: bytes, other: bytes) -> float:
    """The share of coarse parts that are not alike in grey; 1 for pictures of another size."""
    with Image.open(BytesIO(one)) as first, Image.open(BytesIO(other)) as second:
        if any(abs(a - b) > max(a, b) / 10 for a, b in zip(first.size, second.size, strict=True)):
            return 1.0
        grey = [each.convert("L").resize(_COARSE, Image.Resampling.BOX) for each in (first, second)]
    parts = ImageChops.difference(*grey).tobytes()
    return sum(part > _LOUD for part in parts) / len(parts)
