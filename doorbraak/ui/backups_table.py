"""The copies of a workspace as rows: when, how much is in it, where it lies, and what a check found.

What restores put aside stands among them, with what it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from doorbraak.ui import backups_age
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import within_screen
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.model.workspace.kept import Kept
    from doorbraak.model.workspace.restore import Restorable

_NTH = re.compile(r"T\d{6}(?:-dossiers)?-(\d+)$", re.ASCII)
_LOW = 600  # pixels of a screen: on a lower one the table scrolls, so that what is below it stays in sight
_WHAT = 1  # the column that tells what was put aside


@dataclass(frozen=True, slots=True)
class CopyRow:
    """`copy` can be checked and put back; None for a file that is kept as it was. `kept`: a restore put it aside.

    `checked` is what a check in this window found; empty before any.
    """

    path: Path
    at: datetime
    copy: "Restorable | None"
    kept: "Kept | None" = None
    checked: str = ""

    @property
    def id(self) -> str:
        return str(self.path)

    @property
    def bytes(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:  # taken away meanwhile
            return 0

    @property
    def records(self) -> int | None:
        counts = self.copy.backup.counts if self.copy is not None else None
        return None if counts is None else sum(counts.values()) - counts.get("access_log", 0)

    @property
    def homes(self) -> int | None:
        return self.copy.households if self.copy is not None else None

    @property
    def what(self) -> str:
        if self.kept is None:
            return _tr("kopie")
        return _tr("werkmap van vóór het terugzetten") if self.copy is None else _tr("opzij gezette kopie")

    @property
    def moment(self) -> str:
        """With its number when it is not the only one of its second."""
        return backups_age.moment(self.at, datetime.now()) + nth(self.path)

    @property
    def where(self) -> str:
        if self.kept is not None:
            return _tr("in de map bewaard")
        return _tr("tweede plek") if self.copy is not None and self.copy.elsewhere else _tr("bij de werkmap")


class CopyTable(RecordTable):
    """Copies and what was kept at a restore, one row each."""

    def show_rows(self, rows: Sequence[CopyRow]) -> None:
        """What a row is takes room only where there is more than copies."""
        self.setColumnHidden(_WHAT, not any(row.kept for row in rows))
        self.show_records(rows)
        self._fit()


def table(session: Session, parent: QWidget) -> CopyTable:
    made = CopyTable(session, "backups", _tr("Reservekopieën"), _columns(session.coordinates), parent)
    made.least = 4 if within_screen.room(made).height() > _LOW else 1
    return made


def rows_of(found: Sequence["Restorable"], aside: Sequence["Kept"], checked: dict[str, str]) -> tuple[CopyRow, ...]:
    """The copies, and below them what was put aside."""
    from doorbraak.model.workspace.restore import Restorable

    rows = [CopyRow(one.backup.path, one.backup.at, one) for one in found]
    for kept in aside:
        copy = None if kept.copy is None else Restorable(kept.copy, elsewhere=False)
        rows.append(CopyRow(kept.path, kept.at, copy, kept))
    return tuple(CopyRow(row.path, row.at, row.copy, row.kept, checked.get(row.id, "")) for row in rows)


def nth(path: Path) -> str:
    """ " (2)" for a copy that was the second of its second: its name tells it, since two of one name can't be."""
    match = _NTH.search(path.stem)
    return f" ({match[1]})" if match else ""


def much(copy: "Restorable") -> str:
    """ "1 huishouden", "12 huishoudens", of a coordinator what came in; of a copy that does not tell: nothing."""
    return copy.contents


def _columns(coordinates: bool) -> list[Column]:
    return [
        Column(
            "at",
            _tr("Gemaakt"),
            lambda row: row.moment,
            width=150,
            sort=lambda row: row.at.timestamp(),
        ),
        Column("what", _tr("Wat"), lambda row: row.what, width=225),
        _in_it() if coordinates else _homes(),
        Column(
            "records",
            _tr("Regels"),
            lambda row: "" if row.records is None else str(row.records),
            numeric=True,
            width=70,
            sort=lambda row: row.records or 0,
        ),
        Column(
            "size",
            _tr("Grootte"),
            lambda row: backups_age.size(row.bytes),
            numeric=True,
            width=75,
            sort=lambda row: row.bytes,
        ),
        Column("where", _tr("Waar"), lambda row: row.where, width=125),
        Column(
            "checked",
            _tr("Gecontroleerd"),
            lambda row: row.checked or (_tr("bij het maken") if row.copy is not None else ""),
            tip=lambda row: row.checked,
        ),
    ]


def _homes() -> Column:
    return Column(
        "households",
        _tr("Huishoudens"),
        lambda row: "" if row.homes is None else str(row.homes),
        numeric=True,
        width=95,
        sort=lambda row: row.homes or 0,
    )


def _in_it() -> Column:
    """Of a coordinator: there are no households."""
    return Column(
        "contents",
        _tr("Inhoud"),
        lambda row: "" if row.copy is None else much(row.copy),
        width=185,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupsDialog", text)
