"""The manual in a window of its own, beside what one is doing: contents, search, back, printing.

F1 opens it at what is about the page in sight. It holds nothing about anybody, and loads nothing from elsewhere.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from doorbraak import paths
from doorbraak.ui import manual_parts, theme
from doorbraak.ui.manual_parts import Chapter, Part
from doorbraak.ui.room_by_keys import divide
from doorbraak.ui.widgets.blocks import button, quiet

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_WIDE, _HIGH, _CONTENTS = 900, 680, 260  # pixels, with letters of the usual size
_MARGIN = 24
_PART = Qt.ItemDataRole.UserRole


class Manual(QWidget):
    """Belongs to one window, and goes with it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Handleiding – Doorbraak"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Zoeken in de handleiding"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._to_first)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(self.tr("Inhoud"))
        self.contents.currentItemChanged.connect(self._chosen)
        self.text = Text()
        self.text.wanted.connect(self._follow)
        self._none = quiet(self.tr("Niets gevonden. Probeer een ander woord."))
        self.back = button(self.tr("&Terug"), self.go_back)
        self._printing = button(self.tr("Dit deel a&fdrukken…"), self._print)
        self.close_ = button(self.tr("&Sluiten"), self.close)
        self._seen: list[Part] = []
        self._lay_out()
        for keys, work in (
            (QKeySequence.StandardKey.Find, self.search.setFocus),
            (QKeySequence.StandardKey.Back, self.go_back),
            (QKeySequence.StandardKey.Cancel, self.close),
            ("Alt++", lambda: divide(self.focusWidget(), 1)),
            ("Alt+-", lambda: divide(self.focusWidget(), -1)),
        ):
            QShortcut(QKeySequence(keys), self, work)
        self._fill()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.contents, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        zoom = theme.zoom()
        split.setSizes([round(_CONTENTS * zoom), round((_WIDE - _CONTENTS) * zoom)])
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch()
        below.addWidget(self._printing)
        below.addWidget(self.close_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        whole.addWidget(split, 1)
        whole.addLayout(below)
        room = self.screen().availableSize() - QSize(40, 60)
        self.resize(QSize(round(_WIDE * zoom), round(_HIGH * zoom)).boundedTo(room))

    # -- what is in sight -----------------------------------------------------------------------------

    def show_part(self, part: Part) -> None:
        """With the way back to what was read before."""
        if self._seen and self._seen[-1] == part:
            return
        self._seen.append(part)
        self._draw()

    def go_back(self) -> None:
        if len(self._seen) > 1:
            self._seen.pop()
            self._draw()

    def _draw(self) -> None:
        part = self._seen[-1]
        self.text.show_part(part)
        self.back.setEnabled(len(self._seen) > 1)
        found = next((item for item in self._items() if item.data(0, _PART) == part), None)
        if found is not None:
            blocked = self.contents.blockSignals(True)
            self.contents.setCurrentItem(found)
            self.contents.blockSignals(blocked)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.contents.topLevelItem(at) for at in range(self.contents.topLevelItemCount())]
        return [one for top in tops for one in (top, *(top.child(at) for at in range(top.childCount())))]

    def _fill(self) -> None:
        blocked = self.contents.blockSignals(True)
        self.contents.clear()
        found = manual_parts.holding(self.search.text())
        for part in found:
            self.contents.addTopLevelItem(_item(part))
        if not self.search.text().strip():
            for chapter in manual_parts.chapters():
                self.contents.addTopLevelItem(_branch(chapter))
        self.contents.blockSignals(blocked)
        empty = self.contents.topLevelItemCount() == 0
        self.contents.setVisible(not empty)
        self._none.setVisible(empty)
        if self._seen:
            self._draw()

    def _find(self) -> None:
        self._fill()

    def _to_first(self) -> None:
        """Enter in the line of search."""
        first = self.contents.topLevelItem(0)
        if first is not None:
            self.show_part(first.data(0, _PART))
            self.contents.setFocus()

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.show_part(item.data(0, _PART))

    def _follow(self, target: str) -> None:
        part = manual_parts.linked(target, self._seen[-1].chapter)
        if part is not None:
            self.show_part(part)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName("Doorbraak")
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            printed = Text()
            printed.show_part(self._seen[-1], width=round(printer.pageRect(QPrinter.Unit.Point).width()))
            printed.document().print_(printer)
        dialog.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._seen:
            QTimer.singleShot(0, self, self._draw)


def _item(part: Part) -> QTreeWidgetItem:
    made = QTreeWidgetItem([part.title])
    made.setData(0, _PART, part)
    return made


def _branch(chapter: Chapter) -> QTreeWidgetItem:
    top = _item(chapter.parts[0])
    for part in chapter.parts[1:]:
        top.addChild(_item(part))
    return top


class Text(QTextBrowser):
    """One part. `wanted` with where a link leads: nothing is opened by itself."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Handleiding"))
        self.anchorClicked.connect(lambda url: self.wanted.emit(url.toString()))
        # Always there: one that comes while words are laid out makes them be laid out again inside that.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._part: Part | None = None
        self._width = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._fit)

    def show_part(self, part: Part, width: int = 0) -> None:
        """Pictures are as wide as the words, or `width`."""
        self._part, self._width = part, width
        document = self.document()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0 if width else _MARGIN)
        self.setMarkdown(manual_parts.whole(part))

    def loadResource(self, kind: int, name: QUrl) -> Any:
        """A picture of the manual, as wide as there is room for; nothing else is there to load."""
        folder = paths.manual().resolve()
        path = (folder / name.toString()).resolve()
        image = kind == QTextDocument.ResourceType.ImageResource.value
        if not image or not path.is_relative_to(folder) or not path.is_file():
            return None
        return _fitting(path, self._width or self.viewport().width() - 2 * _MARGIN, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again.start()

    def _fit(self) -> None:
        """The pictures, to the width of now."""
        if self._part is not None and not self._width:
            at = self.verticalScrollBar().value()
            self.show_part(self._part)
            self.verticalScrollBar().setValue(at)


def _fitting(path: Path, width: int, density: float) -> QImage:
    image = QImage(str(path))
    box = QRectF(0, 0, image.width(), image.height())
    if box.width() > width > 0:
        wide = round(width * density)
        image = image.scaledToWidth(min(wide, image.width()), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(image.width() / width)
    return image


def show_manual(window: "MainWindow", part: Part | None = None) -> None:
    """At this part, or what is about the page in sight. A second time it comes to the front."""
    manual = window.findChild(Manual) or Manual(window)
    manual.show_part(part or of_what_is_in_sight(window))
    manual.show()
    manual.raise_()
    manual.activateWindow()


def of_what_is_in_sight(window: "MainWindow") -> Part:
    """The part about the page, or about a publication that lies over it; else the first hour."""
    found = None
    if window.publications.room is not None:
        found = manual_parts.about("Publicatie openen", "manager")
    elif window.view is not None:
        coordinates = window.session is not None and window.session.coordinates
        title = window.view.page_title()
        found = manual_parts.about(title, "coordinator" if coordinates else "wijkteamlid")
    first_hour = next(one for one in manual_parts.chapters() if one.name == "eerste-uur")
    return found or first_hour.parts[0]
