"""Filters beside each other, each with how many pass it: one tab stop, arrow keys choose."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget


class FilterBar(QTabBar):
    """Emits `chosen` with the key of a filter. Filters that nothing passes stay: their place is learnt."""

    chosen = Signal(str)

    def __init__(self, title: str, names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = dict(names)
        self.setAccessibleName(title)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for name in self._names.values():
            self.addTab(name)
        self.currentChanged.connect(lambda _: self.chosen.emit(self.key))

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._names)

    @property
    def key(self) -> str:
        return list(self._names)[self.currentIndex()]

    def choose(self, key: str) -> None:
        self.setCurrentIndex(list(self._names).index(key))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        for at, (key, name) in enumerate(self._names.items()):
            text = f"{name} ({counts.get(key, 0)})"
            if self.tabText(at) != text:
                self.setTabText(at, text)
