"""Numbered pictures of what is on the screen, and a page to look through them."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

_LEAST_COLOURS = 8  # fewer is an empty screen
_QUICKLY = 80  # how little is pressed: a tenth of the time for twice the size
_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>De hele loop</title>
<style>body{{font-family:sans-serif;margin:2em}}figure{{display:inline-block;width:440px;margin:8px;vertical-align:top}}
img{{width:100%;border:1px solid #999}}</style><h1>De hele loop</h1><p>{about}</p>{pictures}</html>
"""
_FIGURE = (
    '<figure><a href="{name}"><img src="{name}" alt=""></a>'
    "<figcaption>{words}<br>{keys} toetsen, {clicks} klikken tot hier</figcaption></figure>\n"
)


@dataclass
class Camera:
    """`size` is that of a small laptop. `taken`: name of the file, words, keys and clicks so far."""

    folder: Path
    size: QSize = field(default_factory=lambda: QSize(1366, 768))
    taken: list[tuple[str, str, int, int]] = field(default_factory=list)

    def take(self, words: str, window: QWidget, counted: tuple[int, int]) -> None:
        shown = _screen(window) if QGuiApplication.platformName() != "offscreen" else _together(window)
        name = f"{len(self.taken) + 1:02}-{words.lower().replace(' ', '-')}.png"
        self.folder.mkdir(parents=True, exist_ok=True)
        assert shown.save(str(self.folder / name), "PNG", _QUICKLY)
        small = shown.toImage().scaled(64, 36)
        colours = {small.pixel(x, y) for x in range(64) for y in range(36)}
        assert len(colours) > _LEAST_COLOURS, f"{name} is empty"
        self.taken.append((name, words, *counted))

    def index(self, about: str) -> None:
        pictures = "".join(
            _FIGURE.format(name=escape(name), words=escape(f"{name[:2]} {words}"), keys=keys, clicks=clicks)
            for name, words, keys, clicks in self.taken
        )
        page = _PAGE.format(about=escape(about), pictures=pictures)
        (self.folder / "index.html").write_text(page, encoding="utf-8")


def _screen(window: QWidget) -> QPixmap:
    """What a person sees: menus, dialogs and all."""
    return window.screen().grabWindow(0)


def _together(window: QWidget) -> QPixmap:
    """Without a screen: each window that is in sight, where it would be."""
    canvas = window.grab()
    painter = QPainter(canvas)
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    for one in sorted(others, key=lambda one: one.windowType() == Qt.WindowType.Popup):
        painter.drawPixmap(one.frameGeometry().topLeft() - window.geometry().topLeft(), one.grab())
        painter.setPen(QColor("#666666"))
        painter.drawRect(one.frameGeometry().translated(-window.geometry().topLeft()))
    painter.end()
    return canvas
