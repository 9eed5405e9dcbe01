"""Before a workspace is open: putting a copy back, because one was chosen or because the file is damaged."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem

from doorbraak.model.errors import FileDamaged, UserError
from doorbraak.ui import backups_age, theme
from doorbraak.ui.backups_second import second_place
from doorbraak.ui.start import Calm, SecretField
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.notice import mark

if TYPE_CHECKING:
    from doorbraak.model.workspace.restore import Restorable, Restored

_COPY = Qt.ItemDataRole.UserRole
_ROW, _WIDEST = 29, 900  # pixels
_FOLDER = "backups"  # somebody may point at the copies themselves


class RestoreRoom(Calm):
    """Nothing is erased here: what is put back goes beside the file that was there.

    `restored` with a sentence about it and the passphrase, `other` for another folder, `back` to opening.
    """

    restored = Signal(str, str)
    other = Signal()
    back = Signal()

    def __init__(self, folder: Path, chosen: "Restorable | None", why: UserError | None) -> None:
        if isinstance(why, FileDamaged):
            title = self.tr("Het dossierbestand is beschadigd")
            kept = self.tr("Het bestand zelf blijft bewaard. Wat je na een kopie typte, zit er niet in.")
            text = f"{why.sentence} {kept}"
        elif why is not None:
            title, text = self.tr("Het dossierbestand is weg"), why.sentence
        else:
            title = self.tr("Kopie terugzetten")
            text = self.tr("De werkmap is gesloten. Het bestand van nu blijft bewaard. Typ de wachtzin.")
        super().__init__(title, text)
        self._folder, self._second, self._chosen = folder, second_place(folder), chosen
        self.column.parentWidget().setFixedWidth(min(round(520 * theme.zoom()), _WIDEST))
        self.copies = QListWidget()
        self.copies.setAccessibleName(self.tr("Kopieën"))
        self.copies.setMinimumHeight(round(2 * _ROW * theme.zoom()))
        self.copies.itemActivated.connect(lambda _: self._restore())
        self._none = quiet()
        self.passphrase = SecretField(self.tr("Wachtzin"))
        self.passphrase.returnPressed.connect(self._restore)
        self._lay_out(why is not None)
        self._read()

    def _lay_out(self, damaged: bool) -> None:
        self.column.addWidget(heading(self.tr("&Kopieën"), self.copies))
        self.column.addWidget(self.copies)
        self.column.addWidget(self._none)
        self.column.addWidget(heading(self.tr("Wacht&zin of herstelcode"), self.passphrase))
        line = QHBoxLayout()
        line.addWidget(self.passphrase)
        line.addWidget(self.passphrase.show_button(self.tr("&Tonen")))
        self.column.addLayout(line)
        if damaged:
            self.add_buttons((self.tr("Te&rugzetten"), self._restore), (self.tr("Andere &map…"), self.other.emit))
            below = QHBoxLayout()
            below.addWidget(button(self.tr("Kopieën &ergens anders zoeken…"), self._look_elsewhere))
            below.addStretch()
            self.column.addLayout(below)
        else:
            self.add_buttons((self.tr("Te&rugzetten"), self._restore), (self.tr("&Niet terugzetten"), self.back.emit))

    def take_focus(self) -> None:
        (self.passphrase if self.copies.count() else self.copies).setFocus()

    def _read(self) -> None:
        from doorbraak.model.workspace import restore

        now = datetime.now()
        found = (self._chosen,) if self._chosen else restore.restorable(self._folder, self._second)
        self.copies.clear()
        for copy in found:
            item = QListWidgetItem(_words(copy, now))
            item.setData(_COPY, copy)
            self.copies.addItem(item)
        self.copies.setCurrentRow(0)
        self.copies.setMaximumHeight(round(min(max(len(found), 2), 4) * _ROW * theme.zoom()))
        self.copies.setVisible(bool(found))
        self._none.setVisible(not found)
        self._none.setText(
            self.tr("Nog geen kopie gevonden. Heb je een tweede plek, zoals een USB-stick? Zoek daar naar kopieën.")
        )

    def _look_elsewhere(self) -> None:
        chosen = ask.folder(self, self.tr("Map met kopieën"), Path.home())
        if chosen is not None:
            self._second = chosen.parent if chosen.name == _FOLDER else chosen
            self._read()

    def _restore(self) -> None:
        from doorbraak.model.dossier import dossier
        from doorbraak.model.workspace import restore

        item = self.copies.currentItem()
        if item is None:
            return
        secret = self.passphrase.text()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = restore.restore(self._folder, item.data(_COPY).backup, secret, tables=dossier.TABLES)
        except UserError as error:
            self.refuse(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.passphrase.clear()
        self.restored.emit(_done(done, self._folder), secret)

    def refuse(self, error: UserError) -> None:
        self.notice.show_error(error)
        mark(self.passphrase, error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()


def _words(copy: "Restorable", now: datetime) -> str:
    from doorbraak.ui.backups_table import households

    where = "tweede plek" if copy.elsewhere else ""
    return " · ".join(part for part in (backups_age.moment(copy.backup.at, now), households(copy), where) if part)


def _done(done: "Restored", folder: Path) -> str:
    said = f"De kopie van {backups_age.moment(done.at, datetime.now())} is teruggezet."
    if done.kept is not None:
        said += f" Het bestand van daarvoor staat in {done.kept.relative_to(folder).as_posix()}."
    return said
