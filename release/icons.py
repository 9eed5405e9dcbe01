"""The icons of the programs themselves, in the formats of Windows and macOS, drawn from our SVG at each build."""

import os
from pathlib import Path

import run

SIZES = (16, 24, 32, 48, 64, 128, 256)


def make(folder: Path) -> None:
    """doorbraak.ico, doorbraak-bestand.ico and doorbraak.icns into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("doorbraak", "doorbraak-bestand"):
        largest, *others = [_drawn(name, size) for size in reversed(SIZES)]
        sizes = [(size, size) for size in SIZES]
        largest.save(folder / f"{name}.ico", sizes=sizes, append_images=others)
    _drawn("doorbraak", 1024).save(folder / "doorbraak.icns")


def _drawn(name: str, size: int):  # type: ignore[no-untyped-def]
    """Each size by itself: a small one that is made of a large one is a stain."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(run.ROOT / "resources" / "icons" / f"{name}.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))
