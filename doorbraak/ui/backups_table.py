"""The copies of a workspace as rows: when, how much is in it, where it lies, and what a check found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from doorbraak.ui import backups_age
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.model.workspace.restore import Restorable


@dataclass(frozen=True, slots=True)
class CopyRow:
    """`checked` is what a check in this window found; empty before any."""

    copy: "Restorable"
    checked: str = ""

    @property
    def id(self) -> str:
        return str(self.copy.backup.path)

    @property
    def bytes(self) -> int:
        try:
            return self.copy.backup.path.stat().st_size
        except OSError:  # taken away meanwhile
            return 0

    @property
    def records(self) -> int:
        return sum(self.copy.backup.counts.values()) - self.copy.backup.counts.get("access_log", 0)


def table(session: Session, parent: QWidget) -> RecordTable:
    made = RecordTable(session, "backups", _tr("Reservekopieën"), _columns(), parent)
    made.least = 4
    return made


def rows_of(found: Sequence["Restorable"], checked: dict[str, str]) -> tuple[CopyRow, ...]:
    return tuple(CopyRow(copy, checked.get(str(copy.backup.path), "")) for copy in found)


def households(copy: "Restorable") -> str:
    """ "1 huishouden", "12 huishoudens"; of a copy that does not tell: nothing."""
    count = copy.households
    if count is None:
        return ""
    return _tr("1 huishouden") if count == 1 else _tr("%d huishoudens") % count


def _columns() -> list[Column]:
    return [
        Column(
            "at",
            _tr("Gemaakt"),
            lambda row: backups_age.moment(row.copy.backup.at, datetime.now()),
            width=145,
            sort=lambda row: row.copy.backup.at.timestamp(),
        ),
        Column(
            "households",
            _tr("Huishoudens"),
            lambda row: "" if row.copy.households is None else str(row.copy.households),
            numeric=True,
            width=95,
            sort=lambda row: row.copy.households or 0,
        ),
        Column(
            "records", _tr("Regels"), lambda row: str(row.records), numeric=True, width=70, sort=lambda row: row.records
        ),
        Column(
            "size",
            _tr("Grootte"),
            lambda row: backups_age.size(row.bytes),
            numeric=True,
            width=75,
            sort=lambda row: row.bytes,
        ),
        Column(
            "where",
            _tr("Waar"),
            lambda row: _tr("tweede plek") if row.copy.elsewhere else _tr("bij de werkmap"),
            width=120,
        ),
        Column(
            "checked",
            _tr("Gecontroleerd"),
            lambda row: row.checked or _tr("bij het maken"),
            tip=lambda row: row.checked,
        ),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupsDialog", text)
