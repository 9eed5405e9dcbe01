"""A line with the best hits of the catalogue under it: three letters, Enter."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from doorbraak.model.catalogue import Hit, search
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.quick_list import Roomy


class TypeAhead(DraftLine):
    """Emits `picked` with a catalogue hit, or `own_words` with what was typed when nothing fits.

    The text stays until the page says that it was `added`: what is refused is not lost.
    """

    picked = Signal(object)
    own_words = Signal(str)

    def __init__(
        self, session: Session, name: str, place: str, kinds: Collection[str], *, own: bool = True,
        describe: Callable[[Hit], str] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(session, name, place, parent)
        self._kinds = tuple(kinds)
        self._own = own
        self._describe = describe or (lambda hit: hit.name)
        self._hits: tuple[Hit, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(13)  # twelve hits and the own words
        self._completer.activated[QModelIndex].connect(self._activated)
        popup = self._completer.popup()
        popup.setAccessibleName(name)
        popup.setItemDelegate(Roomy(popup))
        self.setPlaceholderText(name)
        self.textEdited.connect(self._search)

    def _search(self, text: str) -> None:
        self._hits = search(self._session.catalogue, text, self._kinds)
        shown = [self._describe(hit) for hit in self._hits]
        if self._own and text.strip():
            shown.append(self.tr("“%s” in eigen woorden") % " ".join(text.split()))
        self._model.setStringList(shown)
        popup = self._completer.popup()
        if shown:
            self._completer.complete()
            popup.setCurrentIndex(self._model.index(0))
        else:
            popup.hide()

    def _activated(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        text = " ".join(self.text().split())
        hits = self._hits
        self._completer.popup().hide()
        self._hits = ()
        if row < len(hits):
            self.picked.emit(hits[row])
        elif text:
            self.own_words.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            if not self._hits:
                self._hits = search(self._session.catalogue, self.text(), self._kinds)
            popup = self._completer.popup()  # Qt offers the key to this field first, the popup second
            row = popup.currentIndex().row() if popup.isVisible() else 0
            if self._hits or self._own:
                self._take(max(0, row))
            return
        super().keyPressEvent(event)
