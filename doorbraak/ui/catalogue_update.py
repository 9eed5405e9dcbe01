"""Lijsten bijwerken: newer lists out of a folder, shown as a difference, and taken or refused whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from doorbraak.model import policy
from doorbraak.model.catalogue.differing import Cell, Difference, Kind, Row, difference
from doorbraak.model.catalogue.lists import COLUMN_TITLES, TITLES
from doorbraak.model.catalogue.update_folder import read_update
from doorbraak.model.dossier import held_lists, own_lists
from doorbraak.model.errors import UserError
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.notice import Notice
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.model.workspace.log import Action
    from doorbraak.ui.main_window import MainWindow

_WIDE, _HIGH, _MARGIN = 1080, 640, 60  # pixels, with letters of the usual size
_MOST_NAMED = 5  # files that were not read
_KINDS: dict[Kind, str] = {"added": "komt erbij", "removed": "vervalt", "changed": "wijzigt"}
_MORE: dict[Kind, str] = {"added": "komen erbij", "removed": "vervallen", "changed": "wijzigen"}
_ROWS = {
    "agency": ("instantie", "instanties"),
    "budget": ("budget", "budgetten"),
    "cost_line": ("kostenpost", "kostenposten"),
    "household": ("bewaartermijn", "bewaartermijnen"),
    "intervention": ("doorbraak", "doorbraken"),
    "legal_ground": ("rechtsgrond", "rechtsgronden"),
    "local_mandate": ("mandaat", "mandaten"),
    "measurement": ("meting", "metingen"),
    "person": ("persoon", "personen"),
    "problem": ("probleem", "problemen"),
    "refusal": ("geweigerd voorstel", "geweigerde voorstellen"),
    "relation": ("relatie", "relaties"),
    "sharing": ("keer delen", "keer delen"),
    "signal": ("signaal", "signalen"),
    "threatening_event": ("dreiging", "dreigingen"),
}


@dataclass(frozen=True, slots=True)
class _Shown:
    row: Row

    @property
    def id(self) -> str:
        return f"{self.row.list}|{self.row.kind}|{self.row.id}"


def update_catalogue(window: "MainWindow") -> None:
    """From the menu; does nothing while no workspace is open. What was taken holds at once, everywhere."""
    session = window.session
    if session is None:
        return
    session.flush()
    dialog = CatalogueUpdateDialog(session, window)
    taken = dialog.exec() == QDialog.DialogCode.Accepted and window.session is session
    said = dialog.said
    dialog.deleteLater()
    if taken:
        window.show_anew()
        window.statusBar().showMessage(said, 15_000)


class CatalogueUpdateDialog(QDialog):
    """Accepted when other lists hold from now on; `said` tells which."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._given: dict[str, str] = {}
        self.said = ""
        self.setWindowTitle(self.tr("Lijsten bijwerken"))
        self.notice = Notice()
        self.choose = button(self.tr("&Map kiezen…"), self._choose)
        self.totals, self.touched, self.passed = quiet(), quiet(), quiet()
        self._none = quiet(self.tr("Nog niets gekozen. In de map staan bestanden zoals articles.csv of prices.csv."))
        self.table = RecordTable(session, "list_difference", self.tr("Wat er anders wordt"), self._columns(), self)
        self.table.least = 2
        self.table.current.connect(lambda one: self._tell(one))
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(self.tr("De gekozen regel"))
        self.take = button(self.tr("&Overnemen"), self._take)
        self.refuse = button(self.tr("&Niet overnemen"), self.reject)
        self.back = button(self.tr("&Terug naar de lijsten van het programma"), self._go_back)
        self.take.setEnabled(False)
        self._lay_out()
        self._show(Difference(()), ())
        self.choose.setFocus()
        ready = policy.in_force().catalogue_folder
        if ready is not None and ready.is_dir():
            self._look_at(ready)

    def _lay_out(self) -> None:
        on = own_lists.taken_on(self._session.store)
        self.back.setEnabled(on is not None)
        self.now = quiet(self._held(on))
        zoom, within = theme.zoom(), self.parentWidget().window().size()
        self.detail.setFixedHeight(round(96 * zoom))
        top = QHBoxLayout()
        top.addWidget(self.now, 1)
        top.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch()
        below.addWidget(self.take)
        below.addWidget(self.refuse)
        self._difference = heading(self.tr("&Wat wordt er anders?"), self.table)
        self._chosen = heading(self.tr("De gekozen &regel"), self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Nieuwe lijsten met problemen, wetten en prijzen")))
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self._none)
        column.addWidget(self._difference)
        column.addWidget(self.totals)
        column.addWidget(self.table, 1)
        column.addWidget(self._chosen)
        column.addWidget(self.detail)
        column.addWidget(self.touched)
        column.addWidget(self.passed)
        column.addStretch()
        column.addLayout(below)
        self.resize(
            min(round(_WIDE * zoom), within.width() - _MARGIN), min(round(_HIGH * zoom), within.height() - _MARGIN)
        )

    def _held(self, on: date | None) -> str:
        if on is None:
            return self.tr("Nu gelden de lijsten van het programma. Kies een map met nieuwe lijsten (CSV).")
        names = ", ".join(own_lists.all_of(self._session.store))
        return self.tr("Deze lijsten zijn overgenomen op %s: %s. De andere zijn van het programma.") % (
            shown_day(on),
            names,
        )

    def _columns(self) -> list[Column]:
        return [
            Column("list", self.tr("Lijst"), lambda one: TITLES[one.row.list], width=170),
            Column("kind", self.tr("Soort"), lambda one: _KINDS[one.row.kind], width=100),
            Column("name", self.tr("Naam"), lambda one: one.row.name, tip=lambda one: one.row.name),
            Column("cells", self.tr("Wat anders"), lambda one: _short(one.row), tip=lambda one: _short(one.row)),
        ]

    # -- showing --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        start = policy.in_force().catalogue_folder or Path.home()
        chosen = ask.folder(self, self.tr("Map met nieuwe lijsten"), start)
        if chosen is not None and self.isVisible():  # a lock may have closed it meanwhile
            self._look_at(chosen)

    def _look_at(self, chosen: Path) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._look_in(chosen)
        except UserError as error:
            self._given = {}
            self._show(Difference(()), ())
            self.notice.show_error(error)
        finally:
            QApplication.restoreOverrideCursor()
        (self.take if self.take.isEnabled() else self.choose).setFocus()

    def _look_in(self, folder: Path) -> None:
        self.notice.clear()
        update, store = read_update(folder), self._session.store
        found = difference(held_lists.lists_of(store).catalogue, held_lists.with_update(store, update.lists))
        self._given = update.lists if found.rows else {}
        self._show(found, update.passed)
        if not found.rows:
            self.notice.say(self.tr("In deze map staat niets nieuws: alles is gelijk aan wat nu geldt."))

    def _show(self, found: Difference, passed: tuple[str, ...]) -> None:
        rows = tuple(_Shown(row) for row in found.rows)
        self.table.show_records(rows)
        self.table.select_first()
        self._tell(rows[0] if rows else None)
        self.totals.setText(_totals(found))
        self.touched.setText(self._touches(found) if rows else "")
        more = self.tr(" en nog %d") % (len(passed) - _MOST_NAMED) if len(passed) > _MOST_NAMED else ""
        self.passed.setText(self.tr("Niet gelezen, want geen lijst: %s.") % (", ".join(passed[:_MOST_NAMED]) + more))
        for part in (self._difference, self.totals, self.table, self._chosen, self.detail, self.touched):
            part.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.passed.setVisible(bool(passed))
        self.take.setEnabled(bool(rows))
        self.refuse.setText(self.tr("&Niet overnemen") if rows else self.tr("&Sluiten"))

    def _touches(self, found: Difference) -> str:
        """What it does here. A sum of public money asks who pays: without its payer a line is left out of it."""
        store = self._session.store
        said = _touched(held_lists.touched(store, found.gone))
        unpaid = held_lists.touched(store, {"payers": found.gone.get("payers", ())})
        if any(one.table == "cost_line" for one in unpaid):
            said += " " + self.tr("Let op: zonder hun betaler tellen kostenposten niet meer mee als publiek geld.")
        return said

    def _tell(self, one: _Shown | None) -> None:
        self.detail.setPlainText(_whole(one.row) if one is not None else "")

    # -- doing ----------------------------------------------------------------------------------------

    def _take(self) -> None:
        question = self.tr(
            "Deze lijsten gelden daarna voor alle huishoudens in deze werkmap.\n"
            "Wat je hiervoor deed, kun je dan niet meer ongedaan maken.\n"
            "Je kunt altijd terug naar de lijsten van het programma."
        )
        if self._given and ask.sure(self, self.tr("Lijsten overnemen"), question, self.tr("&Overnemen")):
            self._write("Lijsten overnemen", "invoeren", held_lists.take, self._given, date.today())
            self.said = self.tr("De nieuwe lijsten gelden nu.")

    def _go_back(self) -> None:
        question = self.tr(
            "De overgenomen lijsten gaan weg uit deze werkmap.\n"
            "Wat je hiervoor deed, kun je dan niet meer ongedaan maken."
        )
        if ask.sure(self, self.tr("Terug naar de lijsten van het programma"), question, self.tr("&Teruggaan")):
            self._write("Lijsten van het programma terugzetten", "herstellen", held_lists.go_back)
            self.said = self.tr("Nu gelden de lijsten van het programma.")

    def _write(self, label: str, action: "Action", verb: Callable[..., object], *args: object) -> None:
        """The log says that it happened, and not what stands in the lists."""
        if not self.isVisible():  # a lock may have closed it meanwhile
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._session.store.note(action, "lijsten van de werkmap")
            self._session.run(label, verb, *args, undoable=False)
        except UserError as error:
            self.notice.show_error(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.accept()


def _tr(text: str) -> str:
    return QCoreApplication.translate("CatalogueUpdateDialog", text)


def _changed(cell: Cell) -> str:
    nothing = _tr("leeg")
    return f"{COLUMN_TITLES[cell.column]}: {cell.before or nothing} → {cell.after or nothing}"


def _short(row: Row) -> str:
    return "; ".join(map(_changed, row.cells)) if row.kind == "changed" else f"id: {row.id}"


def _whole(row: Row) -> str:
    """All of it, also of a row that comes or goes: one takes or refuses by what it says."""
    head = f"{TITLES[row.list]}, {_KINDS[row.kind]}: {row.name}"
    if row.kind == "changed":
        return "\n".join([f"{head} ({row.id})", *map(_changed, row.cells)])
    return "\n".join([head, *(f"{COLUMN_TITLES[cell.column]}: {cell.before or cell.after}" for cell in row.cells)])


def _totals(found: Difference) -> str:
    said = []
    for name, kinds in found.totals.items():
        counted = ", ".join(
            f"{kinds[kind]} {(_KINDS if kinds[kind] == 1 else _MORE)[kind]}" for kind in _KINDS if kinds.get(kind)
        )
        said.append(f"{TITLES[name]}: {counted}")
    return ". ".join(said) + "." if said else ""


def _touched(found: Iterable[held_lists.Touched]) -> str:
    """How much of this workspace names something that vanishes."""
    parts = [f"{one.rows} {_ROWS[one.table][one.rows != 1]}" for one in found]
    if not parts:
        return _tr("Niets in deze werkmap gebruikt een regel die vervalt.")
    listed = ", ".join(parts)
    return _tr("In deze werkmap gebruikt dit een regel die vervalt: %s. Teksten en prijzen blijven staan.") % listed
