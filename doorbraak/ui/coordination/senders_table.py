"""The senders as rows: who, by which digits, believed or not, and what came of the period that is asked after."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from doorbraak.model.exchange import senders
from doorbraak.model.exchange.senders import Line, Sender, State
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class SenderRow:
    """`state`: of the period that is asked after; None of a sender that was withdrawn."""

    line: Line
    state: State | None

    @property
    def id(self) -> int:
        return self.line.sender.number

    @property
    def sender(self) -> Sender:
        return self.line.sender


def table(session: Session, parent: QWidget) -> RecordTable:
    """A name is written where it stands."""
    return RecordTable(session, "senders", _tr("Afzenders"), _columns(session), parent)


def _columns(session: Session) -> list[Column]:
    return [
        Column("number", _tr("Nr"), lambda row: str(row.id), numeric=True, width=44, sort=lambda row: row.id),
        Column(
            "label",
            _tr("Naam"),
            lambda row: row.sender.label,
            lambda row, text: senders.label(session.store, row.id, text),
            hint=_tr("Hoe jij deze afzender noemt, zoals Team Noord. Deze naam komt in geen publicatie."),
        ),
        Column("spoken", _tr("Controlegetal"), lambda row: row.sender.spoken, width=225),
        Column(
            "confirmed",
            _tr("Bevestigd"),
            _confirmed,
            fits=True,
            sort=lambda row: row.sender.confirmed_on.toordinal() if row.sender.confirmed_on else 0,
            tip=_confirmed_tip,
        ),
        Column(
            "last",
            _tr("Laatste"),
            lambda row: str(row.line.last or ""),
            width=72,
            sort=lambda row: row.line.last.last.toordinal() if row.line.last else 0,
            hint=_tr("De laatste periode waarover iets kwam."),
        ),
        Column(
            "state",
            _tr("Deze periode"),
            lambda row: senders.STATES[row.state] if row.state else "",
            fits=True,
            missing=lambda row: row.state in ("not yet", "held"),
        ),
    ]


def _confirmed(row: SenderRow) -> str:
    one = row.sender
    if one.withdrawn_on is not None:
        return _tr("ingetrokken %s") % shown_day(one.withdrawn_on)
    if one.confirmed_on is None:
        return _tr("nog niet")
    said = shown_day(one.confirmed_on)
    return _tr("%s, wacht op nieuwe") % said if one.expected else said


def _confirmed_tip(row: SenderRow) -> str:
    if not row.sender.expected:
        return ""
    return _tr("Het volgende bestand met dit controlegetal telt: %s") % row.sender.expected


def _tr(text: str) -> str:
    return QCoreApplication.translate("SendersPage", text)
