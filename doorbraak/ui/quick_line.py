"""Quick entry above the pages of a household: the line, the tiles that take the place of a page, the pasted list."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.quick_entry import QuickEntry
from doorbraak.ui.widgets.quick_paste import PasteAgencies
from doorbraak.ui.widgets.quick_tiles import QuickTiles


class QuickLine(QWidget):
    """In sight with a household. `view` is what its list lies over, `pages` what the tiles take the place of."""

    def __init__(self, session: Session, view: QWidget, pages: QWidget) -> None:
        super().__init__()
        self._session, self._pages = session, pages
        self._dossier: Dossier | None = None
        self.entry = QuickEntry(session, view)
        self._tiles: QuickTiles | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.entry)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # large letters push nothing
        self.entry.tiles_wanted.connect(self.show_tiles)
        self.entry.lines_pasted.connect(self.paste)
        self.hide()

    def show_household(self, dossier: Dossier | None) -> None:
        """For this household; out of sight without one."""
        other = dossier is None or self._dossier is None or dossier.household.id != self._dossier.household.id
        self._dossier = dossier
        if other:
            self.close_tiles()
        self.setVisible(dossier is not None)
        if dossier is not None:
            self.entry.show_household(dossier)

    @property
    def tiles_shown(self) -> bool:
        return self._tiles is not None and not self._tiles.isHidden()

    def show_tiles(self) -> None:
        """The tiles instead of the page, or the page again."""
        if self.tiles_shown:
            self.close_tiles()
            self.entry.take_focus()
        elif self._dossier is not None:
            tiles = self._made_tiles()
            self._pages.hide()
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            tiles.show_household(self._session.dossier(self._dossier.household.id))
            tiles.show()
            tiles.take_focus()

    def close_tiles(self) -> None:
        if self._tiles is not None and self.tiles_shown:
            self._tiles.hide()
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._pages.show()

    def _made_tiles(self) -> QuickTiles:
        """Made when they are first asked for: unlocking must not wait for them."""
        if self._tiles is None:
            self._tiles = QuickTiles(self._session)
            self._tiles.hide()
            self._tiles.done.connect(self.show_tiles)
            self._column.addWidget(self._tiles, 1)
        return self._tiles

    def paste(self, text: str = "") -> None:
        """A list of agencies, one per line."""
        if self._dossier is None:
            return
        dialog = PasteAgencies(self._session, self._dossier.household.id, text, self)
        dialog.exec()
        dialog.deleteLater()
        self.entry.take_focus()

    def take_focus(self) -> None:
        self.close_tiles()
        self.entry.take_focus()
