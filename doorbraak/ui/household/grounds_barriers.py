"""What stands in the way, and whether it is really a law: on the page of the justification."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import barriers, signals
from doorbraak.model.dossier.barriers import Barrier
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.errors import NotFound
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.signal_offers import made_of, of_barrier
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import beside, block, button, heading, quiet, tab_order
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class BarriersBlock(QWidget):
    """The barriers of the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._signals: tuple[Signal, ...] = ()
        self._new = DraftLine(page.session, self.tr("Nieuwe belemmering"), "add:barrier")
        self._new.setPlaceholderText(self.tr("Wat staat er in de weg? Enter voegt toe."))
        self._new.returnPressed.connect(self._add)
        self._add_button = button(self.tr("&Toevoegen"), self._add)
        self.table = RecordTable(page.session, "barrier", self.tr("Belemmeringen"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Belemmering weghalen"), barriers.remove))
        self.table.current.connect(self._show_barrier)
        self._state = quiet()
        self._words = RecordText(
            page,
            "barrier",
            "words",
            self.tr("Wat staat er in de weg?"),
            self.tr("Belemmering wijzigen"),
            barriers.reword,
            height=120,
        )
        self._tried = RecordText(
            page,
            "barrier",
            "tried",
            self.tr("Wat is er geprobeerd?"),
            self.tr("Wat geprobeerd is wijzigen"),
            barriers.set_tried,
            hint=self.tr("Wat wilde je doen, en wat mocht niet?"),
            height=120,
        )
        self._ladder = FilterBar(self.tr("Verbiedt de wet het echt?"), choice_names.RUNGS, self)
        self._ladder.chosen.connect(lambda _: self._step())
        self._make = button(self.tr("Maak er een k&nelpunt van"), self._make_signal)
        self._made = quiet()
        page.session.changed.connect(self._follow)
        texts = [block(heading(text.accessibleName(), text), text) for text in (self._words, self._tried)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block((self._new, self._add_button), self._state, self.table), 1)
        column.addWidget(heading(self.tr("Verbiedt de wet het echt? Van hard naar zacht:"), self._ladder))
        column.addWidget(self._ladder)
        column.addWidget(block((self._made, self._make)))
        column.addWidget(beside(*texts))
        tab_order(self._new, self._add_button, self.table, self._ladder, self._make, self._words, self._tried)

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.text(page, "words", self.tr("Belemmering"), self.tr("Belemmering wijzigen"), barriers.reword),
            columns.choice(
                page,
                "rung",
                self.tr("Wat is het echt?"),
                self.tr("Soort belemmering wijzigen"),
                barriers.set_rung,
                choice_names.RUNGS,
                width=140,
                hint=self.tr("Van hard naar zacht: wet, verordening, beleidsregel, werkproces, ICT, gewoonte"),
            ),
            columns.text(
                page, "tried", self.tr("Geprobeerd"), self.tr("Wat geprobeerd is wijzigen"), barriers.set_tried
            ),
            columns.day(
                page, "gone_on", self.tr("Weg sinds"), self.tr("Einde van de belemmering wijzigen"),
                barriers.set_gone_on,
            ),
            Column(
                "signal", self.tr("Knelpunt"), lambda one: self.tr("Ja") if made_of(one.id, self._signals) else "",
                width=84, hint=self.tr("Of er een knelpunt van gemaakt is, op het blad Signalen"),
            ),
            columns.origin(page, "barrier"),
        ]  # fmt: skip

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        self._intervention, self._signals = chosen, dossier.signals
        listed = [barrier for barrier in dossier.barriers if chosen and barrier.intervention == chosen.id]
        self.table.show_records(listed)
        self.table.show_again()  # one may have become a knelpunt, or be none any more
        if self.table.record() is None:
            self.table.select_first()
        self._state.setText(_state(listed) if chosen else "Kies eerst een doorbraak. Dan zie je wat hem tegenhoudt.")
        for control in (self._new, self._add_button):
            control.setEnabled(chosen is not None)
        self._show_barrier(self.table.record())

    def _show_barrier(self, barrier: Barrier | None) -> None:
        self._words.show_record(barrier)
        self._tried.show_record(barrier)
        self._ladder.blockSignals(True)
        self._ladder.choose(barrier.rung if barrier else "")
        self._ladder.blockSignals(False)
        made = made_of(barrier.id, self._signals) if barrier else None
        self._ladder.setEnabled(barrier is not None)
        self._make.setEnabled(barrier is not None and made is None)
        self._made.setText(_said_of(barrier, made))

    def _step(self) -> None:
        """Walking along the ladder is one step to undo."""
        barrier: Barrier | None = self.table.record()
        if barrier is not None and barrier.rung != self._ladder.key:
            label, place = self.tr("Soort belemmering wijzigen"), f"barrier:{barrier.id}:rung"
            self._page.attempt(label, barriers.set_rung, barrier.id, self._ladder.key, merge=place)

    def _make_signal(self) -> None:
        barrier: Barrier | None = self.table.record()
        if barrier is None or made_of(barrier.id, self._signals) is not None:
            return
        offer, page = of_barrier(barrier), self._page
        if page.attempt(self.tr("Knelpunt maken"), signals.add, page.household, **offer.values()):
            self.table.setFocus()  # the button is off now

    def _follow(self, changes: Changes) -> None:
        """A knelpunt is no part of the justification: nobody else on this page asks after it."""
        if "signal" in changes.tables and self.isVisible():
            self._read_signals()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_signals()

    def _read_signals(self) -> None:
        if not self._page.household:
            return
        try:
            self._signals = self._page.session.dossier(self._page.household).signals
        except NotFound:
            return
        self.table.show_again()
        self._show_barrier(self.table.record())

    def _add(self) -> None:
        if self._intervention is None or not self._new.text().strip():
            self._new.setFocus()
            return
        label = self.tr("Belemmering toevoegen")
        if self._page.attempt(label, barriers.add, self._intervention.id, self._new.text()):
            self._new.added()
            self.table.select(self._page.session.dossier(self._page.household).barriers[-1].id)
        self._new.setFocus()


def _said_of(barrier: Barrier | None, made: Signal | None) -> str:
    if barrier is None:
        return ""
    if made is None:
        return "Loopt een ander hier ook op vast? Dan is het een knelpunt, en kan de regel anders."
    solving = f" De regel: {choice_names.SOLVING[made.solving].lower()}." if made.solving else ""
    return f"Dit is een knelpunt. Het staat op het blad Signalen.{solving}"


def _state(listed: list[Barrier]) -> str:
    """How many still stand in the way, and how many of those a law really is."""
    if not listed:
        return "Nog geen belemmering. Vraag: verbiedt de wet het echt, of is het gewoonte?"
    standing = [barrier for barrier in listed if barrier.gone_on is None]
    if not standing:
        return "Alle belemmeringen zijn weg."
    laws = sum(barrier.rung == "law" for barrier in standing)
    asked = sum(not barrier.rung for barrier in standing)
    law = {0: "Geen daarvan is een wet.", 1: "1 daarvan is een wet."}.get(laws, f"{laws} daarvan zijn een wet.")
    said = f"Nog in de weg: {len(standing)}."
    return f"{said} Kies bij {asked} nog wat het echt is." if asked else f"{said} {law}"
