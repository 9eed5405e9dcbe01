"""Plakpakket: the visit in blocks to copy one by one, so that nobody types it again in the system of the gemeente."""

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.documents.copy_pack import Piece, as_one_text, copy_pack, visit_of
from doorbraak.model.dossier import copy_blocks, dossier, profile
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names
from doorbraak.ui.copy_blocks import edit_copy_blocks
from doorbraak.ui.household.copy_pack_block import KEYS, CopyBlockFrame
from doorbraak.ui.household.copy_pack_marks import CopiedMarks
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.copying import copy
from doorbraak.ui.widgets.numbers import shown_day

_OF_ALL = frozenset({copy_blocks.TABLE.name, profile.TABLE.name})


class CopyPackPage(Page):
    tables = _OF_ALL.union(*(part.table_names for part in dossier.PARTS.values()))

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._shown_for = 0
        self._pieces: tuple[Piece, ...] = ()
        self._marks = CopiedMarks(session)
        self.visit = ChoiceBox(self.tr("Van welk bezoek?"))
        self.visit.chosen.connect(lambda _: self._show())
        self.all = button(self.tr("&Alles kopiëren"), self.copy_all)
        self.settings = button(self.tr("V&olgorde en namen…"), lambda: edit_copy_blocks(session, self))
        self.progress, self._about, self._safety = quiet(), quiet(), quiet()
        self._safety.setText(self.tr("Papier is hier niet veilig. Kopiëren mag wel: er komt niets op papier."))
        self._empty = quiet(self.tr("Nog niets om te kopiëren. Wat je opschrijft, staat hier straks in blokken."))
        self.blocks: list[CopyBlockFrame] = []
        self._room, self._column = QScrollArea(), QVBoxLayout()
        self._lay_out()
        for at in range(KEYS):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self, lambda at=at: self.copy_block(at))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.visit, 1)
        row.addStretch(1)
        row.addWidget(self.all)
        row.addWidget(self.settings)
        inside = QWidget()
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch()
        self._room.setWidget(inside)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else texts wrap again and again
        self._about.setText(
            self.tr("Namen zijn rollen geworden. Enter kopieert een blok. Na een minuut is het klembord weer leeg.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wat neem je over in het andere systeem?"), self.visit))
        column.addLayout(row)
        for line in (self._safety, self.progress, self._about, self._empty):
            column.addWidget(line)
        column.addWidget(self._room, 1)

    # -- what is in sight -----------------------------------------------------------------------------

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        last = visit_of(dossier, None)
        ordered = sorted(dossier.visits, key=lambda one: (one.on_day, one.id), reverse=True)
        self.visit.offer(
            [
                (one.id, f"{shown_day(one.on_day)} · {choice_names.CONVERSATIONS[one.conversation]}")
                for one in ordered
            ]
        )  # fmt: skip
        if dossier.household.id != self._shown_for and last is not None:
            self.visit.choose(last.id)
        self._shown_for = dossier.household.id
        self.visit.setVisible(bool(ordered))
        self._safety.setVisible(dossier.household.no_paper)
        self._show()

    def take_focus(self) -> None:
        """Where copying goes on."""
        following = next((one for one in self._in_use() if not self._copied(one)), None)
        first = following or next(iter(self._in_use()), None)
        if first is not None:
            first.text.setFocus()
        else:
            self.settings.setFocus()

    def part(self) -> tuple[int, ...]:
        return (self.visit.currentIndex(),)

    def back_to_part(self, part: tuple[int, ...]) -> None:
        self.visit.setCurrentIndex(part[0])
        self._show()

    def _show(self) -> None:
        if self._dossier is None:
            return
        store, home = self.session.store, self._dossier.household.id
        self._pieces = copy_pack(
            self._dossier,
            self.session.catalogue,
            self.visit.value,
            date.today(),
            copy_blocks.all_of(store),
            self.session.saving(home),
            profile.read(store),
        )
        self._marks.belong_to(home, self.visit.value or 0)
        while len(self.blocks) < len(self._pieces):
            self._add_block()
        for at, block in enumerate(self.blocks):
            if at < len(self._pieces):
                block.show_piece(self._pieces[at], copied=self._marks.copied(self._pieces[at]))
            block.setVisible(at < len(self._pieces))
        self._show_progress()

    def _add_block(self) -> None:
        at = len(self.blocks)
        block = CopyBlockFrame(at + 1)
        block.wanted.connect(lambda: self.copy_block(at))
        block.reached.connect(lambda: self._in_sight(block))
        self.blocks.append(block)
        self._column.insertWidget(at, block)

    def _show_progress(self) -> None:
        done, of = sum(map(self._marks.copied, self._pieces)), len(self._pieces)
        said = self.tr("%d van %d blokken gekopieerd.") % (done, of)
        self.progress.setText(self.tr("Alle %d blokken gekopieerd.") % of if done == of else said)
        for part in (self.progress, self._about, self._room.widget(), self._room.verticalScrollBar()):
            part.setVisible(of > 0)
        self._empty.setVisible(of == 0)
        self.all.setEnabled(of > 0)

    def _in_use(self) -> list[CopyBlockFrame]:
        return self.blocks[: len(self._pieces)]

    def _copied(self, block: CopyBlockFrame) -> bool:
        return block.piece is not None and self._marks.copied(block.piece)

    def _in_sight(self, block: CopyBlockFrame) -> None:
        """Once what just changed has its place."""
        QTimer.singleShot(0, block, lambda: self._room.ensureWidgetVisible(block, 0, 8))

    # -- copying --------------------------------------------------------------------------------------

    def copy_block(self, at: int) -> None:
        """The next block gets the focus: Enter after Enter copies them all."""
        if at >= len(self._pieces):
            return
        if self._copy(self._pieces[at].text, self._pieces[at]):
            self.blocks[min(at + 1, len(self._pieces) - 1)].text.setFocus()

    def copy_all(self) -> None:
        if self._pieces:
            self._copy(as_one_text(self._pieces), *self._pieces)

    def _copy(self, text: str, *pieces: Piece) -> bool:
        if not copy(text):
            return False
        self._marks.add(*pieces)
        for block in self._in_use():
            if block.piece is not None:
                block.show_piece(block.piece, copied=self._copied(block))
        self._show_progress()
        return True
