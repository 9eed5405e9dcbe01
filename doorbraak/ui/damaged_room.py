"""Before a workspace is open: putting a copy back, because one was chosen or because the file is damaged."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem

from doorbraak.model.errors import FileDamaged, InputError, UserError
from doorbraak.ui import backups_age, backups_words, theme
from doorbraak.ui.backups_second import second_place
from doorbraak.ui.restore_present import PresentSecret
from doorbraak.ui.start import Calm
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from doorbraak.model.workspace.backup import Backup
    from doorbraak.model.workspace.restore import Restorable, Restored

_COPY = Qt.ItemDataRole.UserRole
_ROW, _WIDEST = 29, 900  # pixels
_FOLDER = "backups"  # somebody may point at the copies themselves


class RestoreRoom(Calm):
    """Nothing is erased here: what is put back goes beside the file that was there.

    `restored` with a sentence about it and the passphrase, `other` for another folder, `back` to opening.
    """

    restored = Signal(str, str, bool)
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
        self.copies.itemActivated.connect(lambda _: self._restore())
        self._none = quiet()
        self._elsewhere = button(self.tr("Kopieën &ergens anders zoeken…"), self._look_elsewhere)
        self.passphrase = SecretField(self.tr("Wachtzin"))
        self.passphrase.returnPressed.connect(self._restore)
        self._named = heading("", self.passphrase)
        self.present = PresentSecret()
        self.present.given.connect(self._restore)
        self.present.changed.connect(self._forget_refused)
        self._lay_out(why is not None)
        self.copies.currentRowChanged.connect(lambda _: self._offer_present())
        self._read()

    def _lay_out(self, damaged: bool) -> None:
        self.column.addWidget(heading(self.tr("&Kopieën"), self.copies))
        self.column.addWidget(self.copies)
        self.column.addWidget(self._none)
        self.column.addWidget(self._named)
        line = QHBoxLayout()
        line.addWidget(self.passphrase)
        line.addWidget(self.passphrase.show_button(self.tr("&Tonen")))
        self.column.addLayout(line)
        self.column.addWidget(self.present)
        if damaged:
            self.add_buttons((self.tr("Te&rugzetten"), self._restore), (self.tr("Andere &map…"), self.other.emit))
            below = QHBoxLayout()
            below.addWidget(self._elsewhere)
            below.addStretch()
            self.column.addLayout(below)
        else:
            self.add_buttons((self.tr("Te&rugzetten"), self._restore), (self.tr("&Niet terugzetten"), self.back.emit))

    def take_focus(self) -> None:
        """Where there is no copy one looks for one first: what is hidden can't have the focus."""
        (self.passphrase if self.copies.count() else self._elsewhere).setFocus()

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
        least = 1 if self._chosen else 2  # rows: one that was chosen leaves the room to what is asked
        self.copies.setMinimumHeight(round(least * _ROW * theme.zoom()))
        self.copies.setMaximumHeight(round(min(max(len(found), least), 4) * _ROW * theme.zoom()))
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
        item = self.copies.currentItem()
        if item is None:
            return
        self._forget_refused()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = self._put_back(item.data(_COPY).backup)
        except UserError as error:
            self.refuse(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        if done is None:
            self.present.secret.setFocus()
            return
        opens = self.present.secret if done.opens == "now" else self.passphrase
        secret = opens.text()
        self.passphrase.clear()
        self.present.forget()
        calm = done.opens != "then" and not done.lines_lost
        self.restored.emit(backups_words.restored(done, self._folder), secret, calm)

    def _forget_refused(self) -> None:
        self.notice.clear()
        for field in (self.passphrase, self.present.secret):
            mark(field, None)

    def _put_back(self, copy: "Backup") -> "Restored | None":
        """None when the secret of now has to be asked first."""
        from doorbraak.model.dossier import dossier
        from doorbraak.model.workspace import key_of_now, restore

        secret, present = self.passphrase.text(), None
        if not self.present.isHidden():
            present = self.present.typed()
        elif key_of_now.is_asked(self._folder, copy, secret):
            self._ask_present(True)
            return None
        return restore.restore(self._folder, copy, secret, present_secret=present, tables=dossier.TABLES)

    def _offer_present(self) -> None:
        """Asked at once where the copy tells itself that it is of another key."""
        from doorbraak.model.workspace import key_of_now

        item = self.copies.currentItem()
        self._forget_refused()
        self._ask_present(item is not None and key_of_now.differs(self._folder, item.data(_COPY).backup))

    def _ask_present(self, asked: bool) -> None:
        self.present.forget()
        self.present.setVisible(asked)
        of_copy, of_all = self.tr("Wacht&zin of herstelcode van toen"), self.tr("Wacht&zin of herstelcode")
        self._named.setText(of_copy if asked else of_all)
        self.passphrase.setAccessibleName(self._named.text().replace("&", ""))

    def refuse(self, error: UserError) -> None:
        from doorbraak.model.workspace import copy_check, key_of_now

        wrong = self.passphrase
        if error.sentence == key_of_now.WRONG or (isinstance(error, InputError) and error.field == "present"):
            wrong = self.present.secret
        elif error.sentence == copy_check.OTHER_PHRASE:  # so it is that of now
            if self.present.isHidden():
                self._ask_present(True)
            self.present.lost.setChecked(False)
            self.present.secret.setText(self.passphrase.text())
            self.passphrase.clear()
        self.notice.show_error(error)
        self.area.verticalScrollBar().setValue(0)  # where the sentence is
        mark(wrong, error)
        wrong.selectAll()
        wrong.setFocus()


def _words(copy: "Restorable", now: datetime) -> str:
    from doorbraak.ui.backups_table import much, nth

    where = "tweede plek" if copy.elsewhere else ""
    when = backups_age.moment(copy.backup.at, now) + nth(copy.backup.path)
    return " · ".join(part for part in (when, much(copy), where) if part)
