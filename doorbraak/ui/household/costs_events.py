"""What threatens, on the page of costs: date, reason and the chance without and with the plan."""

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import events
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_percent
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead

USUAL_WAIT = timedelta(days=90)  # a new threat starts here; its date is asked at once in the table


class EventsBlock(QWidget):
    """The events of the household that `page` shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        session = page.session
        self._kind = TypeAhead(session, self.tr("Dreiging toevoegen: typ drie letters"), "add:event", ("event",))
        self._kind.picked.connect(lambda hit: self._add(hit))
        self._kind.own_words.connect(lambda words: self._add(None, words))
        self._table = RecordTable(session, "threatening_event", self.tr("Dreigingen"), self._columns(), self)
        self._table.removal.connect(page.removes(self.tr("Dreiging weghalen"), events.remove))
        self._empty = quiet(self.tr("Er dreigt nog niets. Een dreiging heeft een datum, een reden en een kans."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat dreigt er als er niets verandert?"), self._kind),
                self._kind,
                self._empty,
                self._table,
                quiet(self.tr("Zet bij de kosten welke erbij horen. De kans komt dan van hier.")),
            )
        )

    def _columns(self) -> list[Column]:
        catalogue, write = self._page.session.catalogue, self._page.writes
        return [
            Column("kind", self.tr("Dreiging"), lambda e: names.event_name(e, catalogue), width=190),
            Column(
                "expected_on",
                self.tr("Wanneer"),
                lambda e: shown_day(e.expected_on),
                write(self.tr("Datum van de dreiging wijzigen"), events.set_expected_on, _day),
                width=92,
                sort=lambda e: e.expected_on.toordinal(),
            ),
            Column(
                "reason",
                self.tr("Waarom"),
                lambda e: e.reason,
                write(self.tr("Reden van de dreiging wijzigen"), events.set_reason),
            ),
            Column(
                "chance_threatening",
                self.tr("Kans nu"),
                lambda e: f"{e.chance_threatening}%",
                write(self.tr("Kans wijzigen"), events.set_chance_threatening, _chance),
                start=lambda e: str(e.chance_threatening),
                numeric=True,
                width=76,
                sort=lambda e: e.chance_threatening,
            ),
            Column(
                "chance_plan",
                self.tr("Met plan"),
                lambda e: f"{e.chance_plan}%",
                write(self.tr("Kans wijzigen"), events.set_chance_plan, _chance),
                start=lambda e: str(e.chance_plan),
                numeric=True,
                width=76,
                sort=lambda e: e.chance_plan,
            ),
            columns.origin(self._page, "threatening_event"),
        ]

    def show_dossier(self, dossier: Dossier) -> None:
        self._table.show_records(dossier.events)
        self._empty.setVisible(not dossier.events)

    def _add(self, hit: Hit | None, words: str = "") -> None:
        added = self._page.attempt(
            self.tr("Dreiging toevoegen"),
            events.add,
            self._page.household,
            kind=hit.id if hit else "",
            words=words,
            expected_on=date.today() + USUAL_WAIT,
            reason=self.tr("Nog invullen: waarom dreigt dit?"),
            chance_threatening=50,
            chance_plan=50,
        )
        if added:
            self._kind.added()
            self._table.select(self._page.session.dossier(self._page.household).events[-1].id)
            self._table.setFocus()


def _day(text: str) -> date:
    on = typed_day(text, "expected_on")
    if on is None:
        raise InputError("Een dreiging heeft een datum. Schrijf hem zo: 31-12-2026.", "expected_on")
    return on


def _chance(text: str) -> int:
    return typed_percent(text, "chance")
