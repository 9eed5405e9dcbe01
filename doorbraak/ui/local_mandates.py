"""Wie mag wat besluiten: what the team looked up in the mandaatbesluit of this gemeente, for the whole workspace."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from doorbraak.model import policy
from doorbraak.model.catalogue import Hit, Mandate
from doorbraak.model.dossier import local_mandates, mandates_file
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import names
from doorbraak.model.workspace.store import Changes
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.notice import Notice
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_WIDE, _HIGH, _MARGIN = 1040, 600, 60  # pixels, with letters of the usual size
_DECIDER = 2  # its column in the own list


@dataclass(frozen=True, slots=True)
class _Example:
    mandate: Mandate

    @property
    def id(self) -> str:
        return f"{self.mandate.law}|{self.mandate.decision}"


def edit_local_mandates(window: "MainWindow") -> None:
    """From the menu; does nothing while no workspace is open."""
    if window.session is not None:
        show_local_mandates(window.session, window)


def show_local_mandates(session: Session, parent: QWidget, *, law: str = "") -> None:
    """The list, at the rows of this law when there is one."""
    session.flush()
    dialog = LocalMandatesDialog(session, parent, law)
    dialog.exec()
    dialog.deleteLater()


class LocalMandatesDialog(QDialog):
    """Each edit is a step of its own, as on a page; Ctrl+Z goes back here too."""

    def __init__(self, session: Session, parent: QWidget, law: str = "") -> None:
        super().__init__(parent)
        self._session, self._law = session, ""
        self.setWindowTitle(self.tr("Wie mag wat besluiten"))
        self.notice = Notice()
        self.law = TypeAhead(session, self.tr("Wet: typ drie letters"), "add:mandate_law", ("law",), own=False)
        self.law.picked.connect(self._pick)
        self.law.textEdited.connect(lambda _: self._choose(""))
        self.decision = self._line(self.tr("Waarover gaat het besluit?"), "add:mandate_decision")
        self.decider = self._line(self.tr("Welke functie mag dat?"), "add:mandate")
        self._examples_title = heading("")
        self.examples = LowTable(
            session, "mandate_example", self.tr("Voorbeelden om over te nemen"), self._example_columns(), self, rows=3
        )
        self.examples.opened.connect(self._take)
        self.examples.current.connect(lambda _: self._tell())
        self._advice = quiet()
        self._none = quiet(self.tr("Nog niets nagekeken. Kies een wet, en neem een voorbeeld over."))
        self.table = RecordTable(session, "local_mandate", self.tr("Wie mag wat, in deze gemeente"), self._own(), self)
        self.table.removal.connect(
            lambda one: session.attempt(self.tr("Mandaat weghalen"), local_mandates.remove, one.id)
        )
        self.table.current.connect(lambda one: self._checked.setEnabled(one is not None))
        self._checked = button(self.tr("&Vandaag nagekeken"), self._check)
        self._file = policy.in_force().mandates
        self._from_file = button(self.tr("&Lijst van de beheerder overnemen"), self._take_file)
        self._from_file.setVisible(self._file is not None)
        self._lay_out()
        session.changed.connect(self._changed)
        session.problem.connect(self.notice.show_error)
        self.finished.connect(lambda _: self._forget_law())
        for keys, work in (
            (QKeySequence.StandardKey.Undo, session.undo),
            (QKeySequence.StandardKey.Redo, session.redo),
        ):
            QShortcut(keys, self, work)
        self._show()
        self._begin(law)

    def _line(self, name: str, place: str) -> DraftLine:
        made = DraftLine(self._session, name, place)
        made.setPlaceholderText(name)
        made.returnPressed.connect(self._add)
        return made

    def _lay_out(self) -> None:
        for line in (self.law, self.decision, self.decider):
            line.belongs_to(0)
        row = QHBoxLayout()
        for line in (self.law, self.decision, self.decider):
            row.addWidget(line, 1)
        row.addWidget(button(self.tr("&Toevoegen"), self._add))
        self._use = button(self.tr("&Neem dit voorbeeld over"), lambda: self._take(self.examples.record()))
        below = QHBoxLayout()
        below.addWidget(self._checked)
        below.addWidget(self._from_file)
        below.addStretch()
        below.addWidget(button(self.tr("&Sluiten"), self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wie mag wat besluiten in deze gemeente?"), self.law))
        column.addWidget(quiet(self.tr("Dit geldt voor alle huishoudens. Kijk het na in jullie mandaatbesluit.")))
        column.addWidget(self.notice)
        column.addLayout(row)
        column.addWidget(self._examples_title)
        column.addWidget(self.examples)
        column.addWidget(choice_row(self._advice, self._use))
        self._advice.parentWidget().layout().setStretch(0, 1)
        column.addSpacing(6)
        column.addWidget(heading(self.tr("&Onze lijst"), self.table))
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        zoom, within = theme.zoom(), self.parentWidget().window().size()
        self.resize(
            min(round(_WIDE * zoom), within.width() - _MARGIN), min(round(_HIGH * zoom), within.height() - _MARGIN)
        )

    def _example_columns(self) -> list[Column]:
        return [
            Column("decision", self.tr("Waarover"), lambda one: one.mandate.decision),
            Column("decider", self.tr("Wie dat meestal mag"), lambda one: one.mandate.decider),
        ]

    def _own(self) -> list[Column]:
        catalogue = self._session.catalogue
        return [
            Column("law", self.tr("Wet"), lambda one: names.law_name(one.law, catalogue), width=90),
            self._words("decision", self.tr("Waarover"), local_mandates.set_decision, hint=self.tr("Leeg is alles")),
            self._words("decider", self.tr("Wie mag dat"), local_mandates.set_decider, hint=self.tr("Welke functie?")),
            self._words("source", self.tr("Waar staat het"), local_mandates.set_source, width=180),
            Column(
                "checked_on",
                self.tr("Nagekeken op"),
                lambda one: shown_day(one.checked_on),
                self._writes(local_mandates.set_checked_on, lambda text: typed_day(text, "checked_on")),
                width=110,
                sort=lambda one: one.checked_on.toordinal() if one.checked_on else 0,
                hint=self.tr("Leeg: nog nakijken"),
            ),
        ]

    def _words(
        self, key: str, title: str, verb: Callable[..., object], *, width: int = 0, hint: str = ""
    ) -> Column:  # fmt: skip
        return Column(key, title, lambda one: getattr(one, key), self._writes(verb, str), width=width, hint=hint)

    def _writes(self, verb: Callable[..., object], read: Callable[[str], object]) -> Callable[[Any, str], object]:
        return lambda one, typed: self._session.run(self.tr("Mandaat wijzigen"), verb, one.id, read(typed))

    # -- showing --------------------------------------------------------------------------------------

    def _begin(self, law: str) -> None:
        """Where one goes on: at what this gemeente says of the law, else at its examples, else at the first line."""
        self._choose(law, shown=bool(law))
        first = next((one for one in self._all() if one.law == law), None)
        if first is not None:
            self.table.select(first.id)
            self.table.setFocus()
        else:
            (self.examples if self.examples.shown else self.law).setFocus()

    def _all(self) -> tuple[LocalMandate, ...]:
        return local_mandates.all_of(self._session.store)

    def _changed(self, changes: Changes) -> None:
        self.notice.clear()
        if "local_mandate" in changes.tables:
            self._show()

    def _show(self) -> None:
        known = self._all()
        self.table.show_records(known)
        if self.table.record() is None:
            self.table.select_first()
        self._checked.setEnabled(self.table.record() is not None)
        self._none.setVisible(not known)

    def _choose(self, law: str, *, shown: bool = False) -> None:
        """With `shown` the line says it too; what somebody types there is theirs."""
        self._law = law
        named = names.law_name(law, self._session.catalogue) if law else ""
        if shown:
            self.law.setText(named)
        offered = [_Example(one) for one in self._session.catalogue.mandates if one.law == law]
        self.examples.show_records(offered)
        self.examples.select_first()
        for part in (self._examples_title, self.examples, self._advice.parentWidget()):
            part.setVisible(bool(offered))
        self._examples_title.setText(self.tr("Wat vaak zo is bij %s: Enter neemt het over") % named)
        self._tell()

    def _forget_law(self) -> None:
        """A law that was chosen is no draft of something to type."""
        if self._law:
            self.law.added()

    def _tell(self) -> None:
        one: _Example | None = self.examples.record()
        said = (one.mandate.hint, self.tr("Let op: %s") % one.mandate.trap if one.mandate.trap else "") if one else ()
        self._advice.setText(" ".join(part for part in said if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is of the field or the button in focus: by itself a dialog would press its first button too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    # -- doing ----------------------------------------------------------------------------------------

    def _pick(self, hit: Hit) -> None:
        self._choose(hit.id, shown=True)
        (self.examples if self.examples.shown else self.decision).setFocus()

    def _take(self, one: _Example | None) -> None:
        """As it stands, and not looked up yet: the next key changes who may."""
        if one is not None:
            self._write(one.mandate.law, one.mandate.decider, one.mandate.decision)

    def _add(self) -> None:
        if self._write(self._law, self.decider.text(), self.decision.text()):
            for line in (self.law, self.decision, self.decider):
                line.added()
            self._choose("")

    def _write(self, law: str, decider: str, decision: str) -> bool:
        try:
            added = self._session.run(
                self.tr("Mandaat toevoegen"), local_mandates.add, law, decider, decision=decision
            )  # fmt: skip
        except UserError as error:
            self.notice.show_error(error)
            wrong = error.field if isinstance(error, InputError) else ""
            {"law": self.law, "decision": self.decision}.get(wrong or "", self.decider).setFocus()
            return False
        self.table.select(added)
        self.table.setCurrentIndex(self.table.currentIndex().siblingAtColumn(_DECIDER))
        self.table.setFocus()
        return True

    def _take_file(self) -> None:
        """What the administrator looked up; what stands here already stays as it is."""
        if self._file is None:
            return
        try:
            given = mandates_file.read(self._file, self._session.catalogue.laws)
            more = len(mandates_file.lacking(self._session.store, given))
            if more:
                self._session.run(self.tr("Lijst van de beheerder overnemen"), mandates_file.take, given)
        except UserError as error:
            self.notice.show_error(error)
            return
        said = self.tr("Alles uit de lijst van de beheerder staat hier al.")
        if more:
            said = self.tr("Overgenomen: %d. Kijk na of dit voor jouw team geldt.") % more
        self.notice.say(said, calm=True)
        self.table.setFocus()

    def _check(self) -> None:
        one: LocalMandate | None = self.table.record()
        if one is not None:
            self._session.attempt(
                self.tr("Mandaat nagekeken"), local_mandates.set_checked_on, one.id, date.today()
            )  # fmt: skip
            self.table.setFocus()
