"""Papieren: every paper of the household as it will be printed, to look at, print and save."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from doorbraak.model.documents import printable
from doorbraak.model.documents.papers import Paper
from doorbraak.model.documents.subject_access import to_read
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier import local_mandates
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.ui.doorbraak_choice import DoorbraakChoice
from doorbraak.ui.household.papers_missing import MissingLine
from doorbraak.ui.household.papers_view import PaperView
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.copying import Readable
from doorbraak.ui.widgets.line_list import Line, LineList
from doorbraak.ui.widgets.sides import Sides

if TYPE_CHECKING:
    from doorbraak.model.documents.printable import Made

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PapersPage(Page):
    """A paper may hold anything of the dossier, so each edit makes it anew, as soon as somebody looks."""

    tables = frozenset(table.name for table in dossiers.TABLES)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._shown: tuple[str, int | None, Made] | None = None
        self._as_text = False
        self._list = LineList(self.tr("Welk papier?"))
        self._list.show_lines([Line(one.id, f"{one.title}\n{one.about}") for one in printable.PRINTABLE])
        self._list.currentRowChanged.connect(lambda _: self._show())
        self._list.itemActivated.connect(lambda _: (self._text if self._as_text else self._view).setFocus())
        self._list.installEventFilter(self)
        self._which = DoorbraakChoice(session, self.tr("Over welke doorbraak?"))
        self._about = quiet(self.tr("Over welke doorbraak?"))
        self._whose = ChoiceBox(self.tr("Voor wie?"))
        self._for = quiet(self.tr("Voor wie?"))
        self._whose.currentIndexChanged.connect(lambda _: self._show())
        self._to_read = quiet()
        self._which.currentIndexChanged.connect(lambda _: self._show())
        self._print = button(self.tr("&Afdrukken…"), lambda: self._ask("print"))
        self._print.setProperty("main", True)
        self._print.setToolTip(self.tr("Het papier hiernaast afdrukken (Ctrl+P)"))
        self._save = button(self.tr("&Opslaan als PDF…"), lambda: self._ask("save"))
        self._safety = quiet(
            self.tr("Bij dit huishouden staat: niet op papier achterlaten. Kijken kan, afdrukken en opslaan niet.")
        )
        self._safety.setObjectName("notice")
        self._safety.setProperty("quiet", False)
        self._empty = quiet(self.tr("Nog niets ingevuld over dit huishouden. De papieren zijn nog bijna leeg."))
        self._missing = MissingLine(session)
        self._size = ChoiceBox(
            self.tr("Hoe groot?"),
            [("width", self.tr("Breedte")), ("page", self.tr("Hele pagina")), ("large", self.tr("Twee keer zo groot"))],
        )
        self._size.currentIndexChanged.connect(lambda _: self._view.fit(self._size.value))
        self._back = self._arrow("‹", self.tr("Vorige pagina"), -1)
        self._on = self._arrow("›", self.tr("Volgende pagina"), 1)
        self._number = QLabel()
        self._number.setAccessibleName(self.tr("Pagina"))
        self._turn = button(self.tr("&Tekst"), self._turn_over)
        self._view, self._text = PaperView(), Readable(self.tr("Tekst van het papier"))
        self._view.turned.connect(self._show_number)
        self._nothing, self._why = QWidget(), quiet()
        self._there = button(self.tr("Naa&r Doorbraak"), lambda: session.wanted.emit("Doorbraak"))
        self._bar, self._stack = QWidget(), QStackedWidget()
        self._lay_out()

    def _arrow(self, sign: str, name: str, way: int) -> QWidget:
        made = button(sign, lambda: self._view.go(self._view.at + way))
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _lay_out(self) -> None:
        left = QWidget()
        choosing = QVBoxLayout(left)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(6)
        choosing.addWidget(heading(self.tr("Welk papier?"), self._list))
        choosing.addWidget(self._list, 1)
        choosing.addWidget(self._about)
        choosing.addWidget(self._which)
        choosing.addWidget(self._for)
        choosing.addWidget(self._whose)
        choosing.addWidget(self._print)
        choosing.addWidget(self._save)
        inside = QVBoxLayout(self._nothing)
        inside.addWidget(self._why)
        inside.addWidget(self._there, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch()
        for part in (self._view, self._text, self._nothing):
            self._stack.addWidget(part)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(6)
        for widget, share in ((self._size, 1), (self._back, 0), (self._number, 0), (self._on, 0)):
            bar.addWidget(widget, share)
        bar.addStretch(2)
        bar.addWidget(self._turn)
        right = QWidget()
        looking = QVBoxLayout(right)
        looking.setContentsMargins(0, 0, 0, 0)
        looking.setSpacing(6)
        for part in (self._safety, self._empty, self._missing, self._to_read):
            looking.addWidget(part)
        looking.addWidget(self._bar)
        looking.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(Sides(self, (left, 300), (right, 800)))

    # -- what is in sight -----------------------------------------------------------------------------

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._which.show_doorbraken(dossier)
        self._offer_people(dossier)
        self._empty.setVisible(not (dossier.people or dossier.problems or dossier.agencies or dossier.goals))
        self._show()

    def _offer_people(self, dossier: Dossier) -> None:
        catalogue, silent = self.session.catalogue, QSignalBlocker(self._whose)
        people = [(one.id, names.person_name(one, catalogue)) for one in dossier.people]
        self._whose.offer([(None, self.tr("Het hele huishouden")), *people])
        silent.unblock()

    def take_focus(self) -> None:
        self._list.setFocus()

    def part(self) -> tuple[int, ...]:
        return (self._list.currentRow(), self._which.currentIndex(), self._whose.currentIndex())

    def back_to_part(self, part: tuple[int, ...]) -> None:
        self._list.setCurrentRow(part[0])
        self._which.setCurrentIndex(part[1])
        self._whose.setCurrentIndex(part[2])

    def show_paper(self, id_: str) -> None:
        self._list.setCurrentRow([one.id for one in printable.PRINTABLE].index(id_))

    def _kind(self) -> Paper:
        return next(one for one in printable.PRINTABLE if one.id == self._list.key)

    def _show(self) -> None:
        """Made of the dossier as it is now; drawn again when it says something else."""
        if self._dossier is None:
            return
        kind = self._kind()
        about = self._which.value if kind.of_doorbraak else self._whose.value if kind.of_person else None
        self.paper = (kind.id, about)
        for widget in (self._about, self._which):
            widget.setVisible(kind.of_doorbraak and about is not None)
        for widget in (self._for, self._whose):
            widget.setVisible(kind.of_person)
        self._show_what_to_read(kind, about)
        self._missing.show_missing(kind, about, self._dossier, self._mandates)
        try:
            made = printable.made(kind, self._sources(), about)
        except InputError as error:
            self._show_nothing(error.sentence, doorbraak=kind.of_doorbraak and about is None)
        else:
            self._show_made(kind, about, made)
        there = self._shown is not None
        self._safety.setVisible(there and self._dossier.household.no_paper)
        for widget in (self._bar, self._print, self._save):
            widget.setVisible(there)

    def _show_what_to_read(self, kind: Paper, about: int | None) -> None:
        """Where a paper for one person may still say something of another: somebody reads that first."""
        found = to_read(self._sources(), about) if kind.of_person else ()
        self._to_read.setVisible(bool(found))
        places = ", ".join(f"{heading} ({number})" for heading, number in found)
        self._to_read.setText(self.tr("○ Lees na of er nog iets over een ander staat. Hier kan dat: %s.") % places)

    def _mandates(self) -> tuple[local_mandates.LocalMandate, ...]:
        return local_mandates.all_of(self.session.store)

    def _sources(self) -> printable.Sources:
        assert self._dossier is not None
        saving = self.session.saving(self.household)
        return printable.sources_of(self.session.store, self._dossier, self.session.catalogue, saving, date.today())

    def _show_nothing(self, why: str, *, doorbraak: bool) -> None:
        self._shown = None
        self._why.setText(why)
        self._there.setVisible(doorbraak)
        self._stack.setCurrentWidget(self._nothing)

    def _show_made(self, kind: Paper, about: int | None, made: "Made") -> None:
        from doorbraak.ui.paper import fonts, leaves

        now = (kind.id, about, made)
        same = self._shown is not None and self._shown[:2] == now[:2]
        if self._shown != now:
            fonts.ensure()
            self._shown, words = now, printable.words_of(made)
            self._view.show_leaves(leaves.leaves_of(made), kind.title, words, from_top=not same)
            self._text.setPlainText(words)
        self._stack.setCurrentWidget(self._text if self._as_text else self._view)

    def _turn_over(self) -> None:
        """The same words as plain text, to read line by line or to hear."""
        self._as_text = not self._as_text
        self._stack.setCurrentWidget(self._text if self._as_text else self._view)
        for control in (self._size, self._back, self._on, self._number):
            control.setEnabled(not self._as_text)
        self._turn.setText(self.tr("&Tekening") if self._as_text else self.tr("&Tekst"))

    def _show_number(self, at: int, of: int) -> None:
        self._number.setText(self.tr("%d van %d") % (at, of))

    # -- what is done with it -------------------------------------------------------------------------

    def _ask(self, way: str) -> None:
        if self.paper is not None:
            self.session.paper_wanted.emit(*self.paper, way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the list of papers one can leaf through the paper too."""
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            way = _TURNS.get(Qt.Key(event.key()))
            if way is not None:
                self._view.turn(way)
                return True
        return False
