"""Volgorde en namen: which blocks the plakpakket has, in which order, and what each is called in this gemeente."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from doorbraak.model.documents.copy_pack import LABELS, arranged
from doorbraak.model.dossier import copy_blocks
from doorbraak.model.dossier.copy_blocks import LONGEST, CopyBlock
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import within_screen
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.line_list import Line, LineList

_LOWEST = 320  # pixels of the list, with letters of the usual size


def edit_copy_blocks(session: Session, parent: QWidget) -> None:
    """Asks and writes as one step; it holds for all households."""
    session.flush()
    dialog = CopyBlocksDialog(session, parent.window())
    dialog.exec()
    dialog.deleteLater()


class CopyBlocksDialog(FormDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(self.tr("Volgorde en namen van het plakpakket"), parent)
        self._session = session
        self._stored = copy_blocks.all_of(session.store)
        self._blocks = list(arranged(self._stored))
        self.list = LineList(self.tr("Blokken van het plakpakket"))
        self.list.ticked.connect(self._tick)
        self.list.currentRowChanged.connect(lambda _: self._show_label())
        self.label = QLineEdit()
        self.label.setMaxLength(LONGEST)
        self.label.textEdited.connect(self._name)
        self.up = button(self.tr("O&mhoog"), lambda: self._move(-1))
        self.down = button(self.tr("Om&laag"), lambda: self._move(1))
        self.back = button(self.tr("&Terug naar het begin"), self._begin_again)
        for made in (self.up, self.down, self.back):
            made.setAutoDefault(False)  # Enter in the field below is for the whole window
        for keys, way in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda way=way: self._move(way))
        self._lay_out()
        self._show()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        zoom = theme.zoom()
        self.setMinimumWidth(min(round(560 * zoom), 1200))
        self.list.setMinimumHeight(min(round(_LOWEST * zoom), 340, within_screen.room(self).height() // 3))
        row = QHBoxLayout()
        for made in (self.up, self.down):
            row.addWidget(made)
        row.addStretch()
        row.addWidget(self.back)
        self.say(self.tr("Dit geldt voor alle huishoudens. Spatie zet een blok aan of uit."))
        self.say(self.tr("Alt+Pijl omhoog of omlaag verplaatst het gekozen blok."))
        self.form.addRow(self.list)
        self.form.addRow(row)
        self.form.setRowWrapPolicy(self.form.RowWrapPolicy.WrapAllRows)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.ask("label", self.tr("&Zoals het veld heet in jullie systeem"), self.label)
        self.finish()

    # -- what is in sight -----------------------------------------------------------------------------

    def _show(self) -> None:
        self.list.show_lines([Line(one.part, self._said(one), one.shown) for one in self._blocks])
        self._show_label()

    def _said(self, block: CopyBlock) -> str:
        own = LABELS[block.part]
        label = block.label.strip()
        return f"{label} ({own})" if label and label != own else own

    def _at(self) -> int:
        """The chosen block, or -1."""
        return next((at for at, one in enumerate(self._blocks) if one.part == self.list.key), -1)

    def _show_label(self) -> None:
        at = self._at()
        if at < 0:
            return
        block = self._blocks[at]
        if self.label.text() != block.label:
            self.label.setText(block.label)
        self.label.setPlaceholderText(LABELS[block.part])
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < len(self._blocks) - 1)

    # -- doing ----------------------------------------------------------------------------------------

    def _move(self, way: int) -> None:
        at, to = self._at(), self._at() + way
        if at < 0 or not 0 <= to < len(self._blocks):
            return
        self._blocks[at], self._blocks[to] = self._blocks[to], self._blocks[at]
        self._show()
        self.list.setCurrentRow(to)

    def _tick(self, part: object, shown: bool) -> None:
        self._blocks = [CopyBlock(one.part, one.label, shown) if one.part == part else one for one in self._blocks]
        self._show()

    def _name(self, text: str) -> None:
        at = self._at()
        if at >= 0:
            one = self._blocks[at]
            self._blocks[at] = CopyBlock(one.part, text, one.shown)
            self.list.item(at).setText(self._said(self._blocks[at]))

    def _begin_again(self) -> None:
        self._blocks = list(arranged(()))
        self._show()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def save(self) -> None:
        chosen = tuple(CopyBlock(one.part, one.label.strip(), one.shown) for one in self._blocks)
        if chosen != arranged(self._stored):
            wanted = () if chosen == arranged(()) else chosen
            self._session.run(self.tr("Plakpakket indelen"), copy_blocks.write, wanted)
