"""What a window must have so that everybody can use it: each function gives the faults that are in sight, in words.

The numbers are those of EN 301 549 chapter 11 and WCAG 2.2 AA.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from doorbraak.ui.household.costs_flow import FlowPicture
from doorbraak.ui.widgets.chart_picture import ChartPicture
from doorbraak.ui.widgets.chart_view import ChartView
from doorbraak.ui.widgets.secret_field import SecretField

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
SMALLEST = 24  # pixels, WCAG 2.2's 2.5.8


def controls(within: QWidget) -> Iterator[QWidget]:
    """What can be worked with and is in sight; not the inner parts of Qt's own controls."""
    for widget in within.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled() and not _inner(widget):
            yield widget


def _inner(widget: QWidget) -> bool:
    """A field inside a spin box or a list box, the buttons at the ends of a row of tabs, the corner of a table."""
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QTabBar)
        or type(widget).__name__ == "QTableCornerButton"
        or (isinstance(widget.parentWidget(), QTableView) and isinstance(widget, QAbstractButton))
        or (isinstance(widget, QAbstractItemView) and isinstance(widget.parentWidget(), QTableView))
    )


def called(widget: QWidget) -> str:
    """As a screen reader meets it."""
    met = QAccessible.queryAccessibleInterface(widget)
    return met.text(QAccessible.Text.Name) if met is not None else ""


def told(widget: QWidget) -> str:
    """For a list of faults."""
    return f"{type(widget).__name__} “{called(widget)}”"


def unnamed(window: QWidget) -> list[str]:
    """A1: every control has a name."""
    return [f"{type(w).__name__} {w.geometry().getRect()}" for w in controls(window) if not called(w).strip()]


def misnamed(window: QWidget) -> list[str]:
    """WCAG 2.5.3: who says aloud what stands on a button means the button of that name."""
    found = []
    for button in controls(window):
        words = _bare(button.text()) if isinstance(button, QAbstractButton) else ""
        if any(sign.isalpha() for sign in words) and words not in _bare(called(button)):
            found.append(f"“{words}” is called “{called(button)}”")
    return found


def _bare(words: str) -> str:
    return words.replace("&", "").rstrip("…").casefold()


def small(window: QWidget) -> list[str]:
    """A6: what is pressed or typed in is at least 24 by 24, and so is each row of a list."""
    found = [told(w) for w in controls(window) if w.width() < SMALLEST or w.height() < SMALLEST]
    for view in controls(window):
        if isinstance(view, QTableView) and view.verticalHeader().defaultSectionSize() < SMALLEST:
            found.append(f"rows of {told(view)}")
        rows = view.model().rowCount() if isinstance(view, QListView) and view.model() is not None else 0
        if rows and view.visualRect(view.model().index(0, 0)).height() < SMALLEST:
            found.append(f"rows of {told(view)}")
        if isinstance(view, QTabBar):
            found += [f"tab “{view.tabText(at)}”" for at in range(view.count()) if view.tabRect(at).height() < SMALLEST]
    return found


def traps(window: QWidget) -> list[str]:
    """A2: two presses of Tab leave every control that takes the focus by Tab."""
    found = []
    for widget in list(controls(window)):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        widget.setFocus()
        left = False
        for _ in range(2):
            if QApplication.focusWidget() is not None:
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            left = left or not (now is widget or (now is not None and widget.isAncestorOf(now)))
        if not left:
            found.append(told(widget))
    return found


def tab_round(window: QWidget, start: QWidget) -> list[QWidget]:
    """What Tab meets from `start` until it comes back there. In a text it goes from link to link."""
    start.setFocus()
    met: list[QWidget] = []
    for _ in range(400):
        focused = QApplication.focusWidget()
        if focused is None or (focused in met and (focused is not met[-1] or not isinstance(focused, QTextBrowser))):
            break
        if focused not in met:
            met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return met


def unreached(window: QWidget, met: list[QWidget]) -> list[str]:
    """A2: what can be worked with and Tab never meets. Of buttons that exclude each other one is met."""
    found = []
    for widget in controls(window):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            alone = isinstance(widget, QAbstractButton) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
            if alone and widget.shortcut().isEmpty() and "\t" not in widget.accessibleDescription():
                found.append(told(widget))
            continue
        group = isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.autoExclusive()
        if not group and not any(widget is one or widget.isAncestorOf(one) for one in met):
            found.append(told(widget))
    return found


def backward(window: QWidget, met: list[QWidget]) -> list[str]:
    """A2: Tab goes as one reads: never to something that lies both above and left of where one is."""
    found = []
    for here, after in pairwise(met):
        one, other = _place(here, window), _place(after, window)
        if other.bottom() < one.top() and other.right() < one.left():
            found.append(f"from {told(here)} to {told(after)}")
    return found


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def cut_off(window: QWidget) -> list[str]:
    """A5: what is in sight lies whole in all that it lies in; where one can scroll it may be further on."""
    found = []
    for widget in (*controls(window), *(one for one in window.findChildren(QLabel) if one.isVisible() and one.text())):
        within, place = widget.parentWidget(), widget.geometry()
        while within is not None and within is not window:
            if isinstance(within.parentWidget(), QAbstractScrollArea):
                break
            if not within.rect().contains(place):
                found.append(f"{told(widget)} out of {type(within).__name__}")
                break
            place.translate(within.pos())
            within = within.parentWidget()
        if within is window and not window.rect().contains(place):
            found.append(f"{told(widget)} out of the window")
    return found


def untold(window: QWidget) -> list[str]:
    """A9: beside each picture of numbers are a sentence and its table, or the button that shows it."""
    found = []
    for kind in (ChartPicture, FlowPicture):
        for picture in window.findChildren(kind):
            if picture.isVisible() and not picture.visibleRegion().isEmpty():
                told_ = picture.accessibleDescription().strip() or picture.toolTip().strip()
                found += [] if told_.endswith((".", "!", "?")) else [f"no sentence: {told(picture)}"]
                found += [] if _has_table(picture, window) else [f"no table: {told(picture)}"]
    return found


def _has_table(picture: QWidget, window: QWidget) -> bool:
    holder = picture.parentWidget()
    while holder is not None:
        if isinstance(holder, ChartView):
            return holder.chart is not None and bool(holder.chart.table) and holder._turn.isVisible()
        if any(table.isVisible() and table.model().rowCount() for table in holder.findChildren(QTableView)):
            return True
        holder = holder.parentWidget() if holder is not window else None
    return False


def closed_secrets(window: QWidget) -> list[str]:
    """A12: a passphrase has its role, can be pasted, and can be shown by a button."""
    found = []
    hidden = QLineEdit.EchoMode.Password
    for field in window.findChildren(QLineEdit):
        if not field.isVisible() or not field.isEnabled() or field.echoMode() == QLineEdit.EchoMode.Normal:
            continue
        if not isinstance(field, SecretField) or field.echoMode() != hidden:
            found.append(f"not the field of a passphrase: {told(field)}")
        if not QAccessible.queryAccessibleInterface(field).state().passwordEdit:
            found.append(f"no role of a passphrase: {told(field)}")
        if not _takes_a_paste(field):
            found.append(f"no paste: {told(field)}")
        shows = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.isCheckable()]
        if not any(_shows(one, field) for one in shows):
            found.append(f"cannot be shown: {told(field)}")
    return found


def _takes_a_paste(field: QLineEdit) -> bool:
    """With the keys of the desktop; what stood there stays."""
    before, clipboard = field.text(), QGuiApplication.clipboard()
    clipboard.setText("zin van een kluis")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    taken = "zin van een kluis" in field.text()
    field.setText(before)
    clipboard.clear()
    return taken


def _shows(button: QAbstractButton, field: QLineEdit) -> bool:
    """And hides again."""
    button.click()
    shown = field.echoMode() == QLineEdit.EchoMode.Normal
    button.click()
    return shown and field.echoMode() == QLineEdit.EchoMode.Password
