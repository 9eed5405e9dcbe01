"""A3, as seen: what is painted is measured, at twice the usual density so that letters have their full colour.

Each function gives the faults that are in sight, in words. What is disabled is left out, as WCAG does.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from doorbraak.ui import theme
from doorbraak.ui.theme import contrast
from tests.ui import accessibility

TEXT, SHAPE = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
_DENSE = 2
_SHADE = 1.15  # closer to the ground than this it is a shade of it and no sign
_SHARE = 0.25  # of the commonest colour of the letters: what is rarer is their edge
_INSIDE = 3  # pixels: past the border of a field

Pixels = NDArray[np.uint32]


def painted(window: QWidget) -> Pixels:
    """The window as it is in sight, a number for each colour."""
    image = QImage(window.size() * _DENSE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_DENSE)
    painter = QPainter(image)
    window.render(painter, QPoint())
    painter.end()
    found = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return found[:, : image.width()] & 0xFFFFFF


def faint_text(window: QWidget) -> list[str]:
    """Words that stand out less than 4.5 from what they stand on."""
    seen = painted(window)
    found = []
    for words, widget, place in _words(window):
        part = _part(seen, widget, place, window)
        if part.size and (met := _letters(part)) is not None and met[0] < TEXT:
            found.append(f"“{words}”: {met[0]:.1f}, {met[1]} on {met[2]}")
    return found


def faint_edges(window: QWidget) -> list[str]:
    """Fields and buttons whose border, or whose own ground, stands out less than 3 from what they lie in."""
    seen = painted(window)
    found = []
    for widget in accessibility.controls(window):
        bordered = isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox | QComboBox | QPushButton)
        if bordered and not _covered(widget, window):
            best = _edge(seen, widget, window)
            if best is not None and best < SHAPE:
                found.append(f"{accessibility.told(widget)}: {best:.1f}")
    return found


def unseen_focus(window: QWidget) -> list[str]:
    """What has the focus and does not look it: less than a line as long as its shorter side changes by 3 or more."""
    found = []
    start = QApplication.focusWidget()
    window.activateWindow()
    QApplication.processEvents()
    for widget in accessibility.controls(window):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.visibleRegion().isEmpty():
            continue
        if widget.visibleRegion().boundingRect() != widget.rect() or _covered(widget, window):
            continue
        place = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-3, -3, 3, 3) & window.rect()
        widget.setFocus()
        focused = _grabbed(window, place)
        widget.clearFocus()
        plain = _grabbed(window, place)
        least = min(widget.width(), widget.height()) // 2
        if _changed(focused, plain) < least:
            found.append(f"{accessibility.told(widget)}: {_changed(focused, plain)} of {least} pixels")
    if start is not None:
        start.setFocus()
    return found


def _grabbed(window: QWidget, place: QRect) -> Pixels:
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return found[:, : image.width()] & 0xFFFFFF


def _changed(one: Pixels, other: Pixels) -> int:
    """How many pixels changed so much."""
    there = one != other
    pairs, counts = np.unique(np.stack([one[there], other[there]]), axis=1, return_counts=True)
    return sum(
        int(count) for (a, b), count in zip(pairs.T, counts, strict=True) if contrast(_colour(a), _colour(b)) >= SHAPE
    )


def _edge(seen: Pixels, widget: QWidget, window: QWidget) -> float | None:
    """The most that anything across its left border stands out from what is beside it; None when not in sight."""
    at = widget.mapTo(window, QPoint(0, widget.height() // 2))
    if widget.visibleRegion().boundingRect() != widget.rect() or at.x() < 3:
        return None
    row = seen[at.y() * _DENSE, (at.x() - 3) * _DENSE : (at.x() + 4) * _DENSE]
    if isinstance(widget, QPushButton) and widget.isFlat():
        return None
    beside = _colour(row[0])
    return max(contrast(_colour(one), beside) for one in row)


def _letters(part: Pixels) -> tuple[float, str, str] | None:
    """Of the letters in a part: contrast, their colour and their ground; None where there are none.

    The ground of chosen words is no letter: what stands on it is tested with the themes.
    """
    values, counts = np.unique(part, return_counts=True)
    order = np.argsort(-counts)
    ground = _colour(values[order[0]])
    stands_out = [(contrast(_colour(values[at]), ground), int(counts[at]), _colour(values[at])) for at in order[1:40]]
    letters = [one for one in stands_out if one[0] > _SHADE and one[2] != theme.current().chosen.upper()]
    if not letters:
        return None
    most = max(count for _, count, _ in letters)
    full = max((one for one in letters if one[1] >= most * _SHARE), key=lambda one: one[0])
    return full[0], full[2], ground


def _words(window: QWidget) -> Iterator[tuple[str, QWidget, QRect]]:
    """What is written, in which widget, and where in it."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        if _covered(widget, window):
            continue
        if isinstance(widget, QTabBar):
            for at in range(widget.count()):
                yield widget.tabText(at), widget, widget.tabRect(at).adjusted(0, 0, 0, -4)
        elif isinstance(widget, QHeaderView):
            yield from _titles(widget)
        elif isinstance(widget, QTableView | QListView):
            yield from _cells(widget)
        else:
            yield from _own_words(widget)


def _own_words(widget: QWidget) -> Iterator[tuple[str, QWidget, QRect]]:
    inside = widget.rect().adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
    match widget:
        case QLabel():
            yield widget.text(), widget, inside if widget.frameWidth() or widget.objectName() else widget.rect()
        case QLineEdit():
            yield widget.text() or widget.placeholderText(), widget, inside
        case QPlainTextEdit():
            yield widget.toPlainText() or widget.placeholderText(), widget.viewport(), widget.viewport().rect()
        case QPushButton() | QToolButton():
            yield widget.text(), widget, inside
        case QCheckBox() | QRadioButton():
            yield widget.text(), widget, inside.adjusted(24, 0, 0, 0)
        case QComboBox():
            yield widget.currentText(), widget, inside.adjusted(0, 0, -24, 0)


def _covered(widget: QWidget, window: QWidget) -> bool:
    """By what lies over the page: an open list, a sentence."""
    on_top = window.childAt(widget.mapTo(window, widget.rect().center()))
    return not (on_top is None or widget is on_top or widget.isAncestorOf(on_top) or on_top.isAncestorOf(widget))


def _titles(header: QHeaderView) -> Iterator[tuple[str, QWidget, QRect]]:
    for at in range(header.count()):
        if header.orientation() == Qt.Orientation.Horizontal and not header.isSectionHidden(at):
            wide, left = header.sectionSize(at), header.sectionViewportPosition(at)
            said = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
            yield said, header.viewport(), QRect(left + 1, 1, wide - 2, header.height() - 4)


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, QWidget, QRect]]:
    model = view.model()
    for row in range(model.rowCount() if model is not None else 0):
        for column in range(model.columnCount() if isinstance(view, QTableView) else 1):
            index = model.index(row, column)
            place = view.visualRect(index).adjusted(1, 1, -2, -2)
            chosen = index.flags() & Qt.ItemFlag.ItemIsEnabled
            if chosen and index.data() and view.viewport().rect().contains(place):
                yield str(index.data()), view.viewport(), place.adjusted(4, 2, -2, -2)


def _part(seen: Pixels, widget: QWidget, place: QRect, window: QWidget) -> Pixels:
    """Of the picture; nothing where not all of it is in sight."""
    if not widget.visibleRegion().boundingRect().contains(place):
        return seen[:0]
    at = QRect(widget.mapTo(window, place.topLeft()), place.size())
    return seen[at.top() * _DENSE : (at.bottom() + 1) * _DENSE, at.left() * _DENSE : (at.right() + 1) * _DENSE]


def _colour(value: int) -> str:
    return f"#{int(value):06X}"
