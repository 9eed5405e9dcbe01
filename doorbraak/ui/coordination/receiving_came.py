"""What was received before, a row for each period: for who opens the page and has taken in nothing yet."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from doorbraak.model.exchange import came, export_periods
from doorbraak.model.exchange.came import Came
from doorbraak.model.workspace.store import Store
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class CameRow:
    id: int
    came: Came


def rows(store: Store) -> tuple[CameRow, ...]:
    return tuple(CameRow(at, one) for at, one in enumerate(came.by_period(store)))


def table(session: Session, parent: QWidget) -> RecordTable:
    made = RecordTable(session, "received_by_period", _tr("Ontvangen per periode"), _columns(), parent)
    made.least = 3
    return made


def _columns() -> list[Column]:
    return [
        Column("period", _tr("Periode"), lambda row: export_periods.name(row.came.period), sort=lambda row: -row.id),
        Column(
            "counted", _tr("Ontvangen"), lambda row: str(row.came.counted), numeric=True, fits=True,
            sort=lambda row: row.came.counted, hint=_tr("Van hoeveel bevestigde afzenders er iets is."),
        ),
        Column(
            "held", _tr("Te bevestigen"), lambda row: str(row.came.held or ""), numeric=True, fits=True,
            sort=lambda row: row.came.held, missing=lambda row: row.came.held > 0,
        ),
        Column(
            "small", _tr("Klein, wacht"), lambda row: str(row.came.small or ""), numeric=True, fits=True,
            sort=lambda row: row.came.small,
        ),
        Column(
            "last", _tr("Laatste bestand"), lambda row: shown_day(row.came.last), fits=True,
            sort=lambda row: row.came.last.toordinal(),
        ),
        Column("final", _tr("Publicatie"), lambda row: _tr("ligt vast") if row.came.final else "", fits=True),
    ]  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReceivingPage", text)
