"""All households on this laptop, with search; Enter opens one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from doorbraak.model.dossier import household, overview
from doorbraak.model.dossier.overview import Row
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class _Line:
    """A row of the list with the `id` that tables go by."""

    __slots__ = ("id", "row")

    def __init__(self, row: Row) -> None:
        self.id = row.household.id
        self.row = row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Line) and self.row == other.row

    __hash__ = None  # type: ignore[assignment]


class HouseholdList(QWidget):
    """Emits `chosen` with the id of a household, and `wanted` when a new one is asked for."""

    chosen = Signal(int)
    wanted = Signal()
    case_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Huishoudens"))
        self._session = session
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Zoeken in de lijst"))
        self.search.setPlaceholderText(self.tr("Zoek op nummer of naam"))
        self.search.setClearButtonEnabled(True)
        self._table = RecordTable(session, "household_list", self.tr("Huishoudens"), self._columns(), self)
        self._table.opened.connect(lambda line: self.chosen.emit(line.id))
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self._help = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Huishoudens"), self.search),
                (
                    self.search,
                    button(self.tr("&Nieuw huishouden"), self.wanted.emit),
                    button(self.tr("Uit een b&estand invoeren…"), self.case_wanted.emit),
                ),
                self._help,
                self._table,
            )
        )
        session.changed.connect(lambda _: self.refresh() if self.isVisible() else None)
        self.refresh()

    def _columns(self) -> list[Column]:
        def count(key: str, title: str, of: str) -> Column:
            return Column(
                key,
                title,
                lambda line: str(getattr(line.row, of)),
                numeric=True,
                width=110,
                sort=lambda line: getattr(line.row, of),
            )

        return [
            Column(
                "number",
                self.tr("Nummer"),
                lambda line: str(line.row.household.number),
                numeric=True,
                width=80,
                sort=lambda line: line.row.household.number,
            ),
            Column("name", self.tr("Naam"), lambda line: line.row.household.name or self.tr("(nog geen naam)")),
            Column(
                "example",
                self.tr("Soort"),
                lambda line: self.tr("voorbeeld") if line.row.household.example else "",
                width=100,
            ),
            count("people", self.tr("Mensen"), "people"),
            count("problems", self.tr("Problemen"), "problems"),
            count("agencies", self.tr("Instanties"), "agencies"),
            count("interventions", self.tr("Doorbraken"), "interventions"),
            Column(
                "opened",
                self.tr("Sinds"),
                lambda line: shown_day(line.row.household.opened),
                width=110,
                sort=lambda line: line.row.household.opened.toordinal(),
            ),
        ]

    def take_focus(self) -> None:
        self.search.setFocus()

    def refresh(self) -> None:
        rows = overview.all_rows(self._session.store)
        self._table.show_records([_Line(row) for row in rows])
        self._say(len(rows))

    def _search(self, text: str) -> None:
        self._table.search(text)
        self._say(len(household.all_of(self._session.store)))

    def _say(self, all_of_them: int) -> None:
        if not all_of_them:
            self._help.setText(self.tr("Nog geen huishoudens. Begin met “Nieuw huishouden”."))
        elif not self._table.shown:
            self._help.setText(self.tr("Niets gevonden. Probeer een ander woord."))
        else:
            self._help.setText(self.tr("Enter of dubbelklikken opent een huishouden."))

    def _open_first(self) -> None:
        self._table.select_first()
        line = self._table.record()
        if line is not None and self._table.shown:
            self.chosen.emit(line.id)
