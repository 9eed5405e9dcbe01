"""What threatens, on the page of costs: date, reason, the chance without and with the plan, what it would cost."""

import re
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import costs, events
from doorbraak.model.dossier.cost_ranges import Range
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.model.insight.choice_names import EVENT_OUTCOMES
from doorbraak.model.insight.event_quantities import asks_time, for_time, hint_without_time
from doorbraak.model.insight.proposals import Proposal, proposals_of
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.insight.waiting import Waiting, waiting_of
from doorbraak.ui.household import costs_columns, costs_details, costs_said
from doorbraak.ui.household.costs_how_long import HowLong
from doorbraak.ui.household.costs_new_event import NewEvent
from doorbraak.ui.household.costs_proposals import ProposalTable, ask_new, ask_room
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_percent
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead

_BETWEEN = re.compile(r"(.+?)\s*(?:-|–|−|tot(?: en met)?|t/m)\s*(.+)")


class EventsBlock(QWidget):
    """The events of the household that `page` shows; below them the costs of the chosen one."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        session = page.session
        self._kind = TypeAhead(session, self.tr("Dreiging toevoegen: typ drie letters"), "add:event", ("event",))
        self._kind.picked.connect(lambda hit: self._add(hit))
        self._kind.own_words.connect(lambda words: self._add(None, words))
        self._table = RecordTable(session, "threatening_event", self.tr("Dreigingen"), self._columns(), self)
        self._table.least = 2
        self._table.removal.connect(page.removes(self.tr("Dreiging weghalen"), events.remove))
        self._table.current.connect(lambda _: self._show_chosen())
        self._empty = quiet(self.tr("Er dreigt nog niets. Een dreiging heeft een datum, een reden en een kans."))
        self._costs = _EventCosts(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block(heading(self.tr("Wat dreigt er als er niets verandert?"), self._kind), self._kind))
        column.addWidget(self._empty)
        column.addWidget(self._table, 2)
        column.addWidget(self._costs, 3)

    def _columns(self) -> list[Column]:
        catalogue, write = self._page.session.catalogue, self._page.writes
        return [
            Column(
                "kind",
                self.tr("Dreiging"),
                lambda e: names.event_name(e, catalogue),
                write(self.tr("Dreiging anders noemen"), events.reword),
                width=170,
                hint=self.tr("Eigen woorden gaan voor de naam uit de lijst"),
            ),
            columns.day(
                self._page, "expected_on", self.tr("Wanneer"), self.tr("Datum van de dreiging wijzigen"),
                events.set_expected_on, needed=True, width=88,
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
                width=70,
                sort=lambda e: e.chance_threatening,
            ),
            self._between("threatening"),
            Column(
                "chance_plan",
                self.tr("Met plan"),
                lambda e: f"{e.chance_plan}%",
                write(self.tr("Kans wijzigen"), events.set_chance_plan, _chance),
                start=lambda e: str(e.chance_plan),
                numeric=True,
                width=74,
                sort=lambda e: e.chance_plan,
            ),
            self._between("plan"),
            Column(
                "outcome",
                self.tr("Uitkomst"),
                lambda e: EVENT_OUTCOMES[e.outcome],
                write(self.tr("Uitkomst van de dreiging wijzigen"), events.set_outcome),
                choices=lambda: list(EVENT_OUTCOMES.items()),
                start=lambda e: e.outcome,
                width=92,
                hint=self.tr("Gebeurd of afgewend: dan loopt de datum niet meer af"),
            ),
            Column(
                "outcome_on",
                self.tr("Sinds"),
                lambda e: shown_day(e.outcome_on),
                self._set_outcome_on,
                width=86,
                sort=lambda e: e.outcome_on.toordinal() if e.outcome_on else 0,
            ),
            columns.origin(self._page, "threatening_event", width=84),
        ]  # fmt: skip

    def _between(self, which: str) -> Column:
        """Lowest and highest of one chance, typed as "30-50"; empty is fixed."""
        key = f"{which}_low"

        def ends(event: ThreateningEvent) -> Range:
            low, high = getattr(event, key), getattr(event, f"{which}_high")
            return None if low is None else (low, high)

        def shown(event: ThreateningEvent) -> str:
            found = ends(event)
            return f"{found[0]}–{found[1]}%" if found else ""

        def write(event: ThreateningEvent, text: str) -> None:
            new = _typed_range(text, key)
            other = {
                "threatening": (event.threatening_low, event.threatening_high),
                "plan": (event.plan_low, event.plan_high),
            }
            ranges: dict[str, Any] = {name: None if pair[0] is None else pair for name, pair in other.items()}
            self._page.run(self.tr("Kans wijzigen"), events.set_ranges, event.id, **(ranges | {which: new}))

        return Column(
            key, self.tr("Tussen"), shown, write, start=lambda e: shown(e).removesuffix("%"), numeric=True, width=80,
            sort=lambda e: ends(e) or (-1, -1),
            hint=self.tr("Laagste en hoogste kans, zo: 30-50. Leeg: de kans staat vast."),
        )  # fmt: skip

    def _set_outcome_on(self, event: ThreateningEvent, text: str) -> None:
        if not event.outcome:
            raise InputError("Kies eerst wat ervan kwam: gebeurd of afgewend.", "outcome_on")
        on = typed_day(text, "outcome_on")
        if on is None:
            raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "outcome_on")
        label = self.tr("Uitkomst van de dreiging wijzigen")
        self._page.run(label, events.set_outcome, event.id, event.outcome, on)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._table.show_records(dossier.events)
        if self._table.record() is None:
            self._table.select_first()
        self._empty.setVisible(not dossier.events)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._dossier is not None:
            self._costs.show_event(self._table.record(), self._dossier)

    def _add(self, hit: Hit | None, words: str = "") -> None:
        """A date, a reason and the chances are facts of this household: asked, and never made up."""
        kind = hit.id if hit else ""
        known = self._page.session.catalogue.events.get(kind)

        added: list[Any] = []

        def save(asked: dict[str, Any]) -> None:
            label, home = self.tr("Dreiging toevoegen"), self._page.household
            added.append(self._page.run(label, events.add, home, kind=kind, words=words, **asked))

        dialog = NewEvent(known.name if known else words, save, self)
        dialog.exec()
        dialog.deleteLater()
        if added:
            self._kind.added()
            self._table.select(added[0])
            self._table.setFocus()


class _EventCosts(QWidget):
    """What waiting for one event costs, its lines, and the usual prices that are proposed for it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._event: ThreateningEvent | None = None
        self._sums: dict[int, LineSum] = {}
        self._saving: Saving | None = None
        self.waiting = quiet()
        self.waiting.setAccessibleName(self.tr("Kosten van wachten"))
        self.lines = RecordTable(page.session, "event_cost", self.tr("Kosten bij deze dreiging"), self._columns(), self)
        self.lines.keep_at(lambda line: f"cost_line:{line.id}:of-event")
        self.lines.least = 2
        self.lines.removal.connect(page.removes(self.tr("Kosten weghalen"), costs.remove))
        self._none = quiet(self.tr("Nog geen kosten bij deze dreiging."))
        self.usual = ProposalTable(page, self)
        self.usual.setAccessibleName(self.tr("Gebruikelijke kosten van deze dreiging"))
        self.how_long = HowLong()
        self.how_long.changed.connect(self._reckon)
        self.hint = quiet()
        for label in (self.waiting, self.hint):  # behind a tab Qt takes them for as narrow, so as high, as can be
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._propose = button(self.tr("&Stel kosten voor"), self._toggle)
        self._own = button(self.tr("Eigen k&osten…"), self._add_own)
        self._more = button(self.tr("&Meer over deze post…"), self._details)
        self._open = False
        title = heading(self.tr("Wat kost het als het gebeurt?"), self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.waiting)
        column.addWidget(title)
        column.addWidget(choice_row(self._propose, self._own, self._more, _room()))
        column.addWidget(self.how_long)
        column.addWidget(self.hint)
        column.addWidget(self.usual, 1)
        column.addWidget(self._none)
        column.addWidget(self.lines, 1)

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            costs_columns.words(page),
            costs_columns.price(page),
            costs_columns.quantity(page, 150),
            costs_columns.law(page),
            costs_columns.payer(page),
            costs_columns.winner(page),
            self._amount("threatening", self.tr("Dreigt")),
            self._amount("plan", self.tr("Met plan")),
            self._amount("prevented", self.tr("Voorkomen")),
            costs_columns.source(page, self._weak, 130),
        ]

    def _amount(self, name: str, title: str) -> Column:
        def cents(line: CostLine) -> int:
            row = self._sums.get(line.id)
            return int(getattr(row.years[0], name)) if row else 0

        hint = self.tr("In jaar 1, naar kans")
        return Column(name, title, lambda c: money.whole(cents(c)), numeric=True, width=86, sort=cents, hint=hint)

    def _weak(self, line: CostLine) -> list[str]:
        row = self._sums.get(line.id)
        return costs_said.weak(row, self._saving) if row and self._saving else []

    def show_event(self, event: ThreateningEvent | None, dossier: Dossier) -> None:
        if event is None or self._event is None or event.id != self._event.id:
            self._open = False
            self.how_long.clear()
        self._event, self._dossier = event, dossier
        self.setVisible(event is not None)
        if event is None:
            return
        self._saving = self._page.session.saving(self._page.household)
        self._sums = {row.line.id: row for row in self._saving.lines}
        self.waiting.setText(_waiting_said(event, self._saving))
        own = [line for line in dossier.costs if line.event == event.id]
        self.lines.show_records(own)
        self.lines.show_again()  # its amounts follow from the event
        self._none.setVisible(not own)
        self._show_usual(event, dossier)

    def _show_usual(self, event: ThreateningEvent, dossier: Dossier) -> None:
        kind = self._page.session.catalogue.events.get(event.kind)
        asked = self._asked(event, dossier) if self._open else []
        self._open = self._open and bool(asked)
        self.how_long.setVisible(self._open and any(asks_time(one) for one in asked))
        if self.how_long.isVisibleTo(self):
            people, months = self.how_long.read()
            asked = [for_time(one, people, months) for one in asked]
        hint = hint_without_time(kind.quantity_hint) if kind else ""
        self.hint.setText(hint)
        self.hint.setVisible(self._open and bool(hint))
        self.usual.setVisible(self._open)
        self.usual.show_proposals(asked, dossier)
        words = self.tr("&Sluit het voorstel") if self._open else self.tr("&Stel kosten voor")
        self._propose.setText(words)
        self._propose.setEnabled(bool(kind and kind.prices))

    def _reckon(self) -> None:
        if self._event is not None and self._dossier is not None:
            self._show_usual(self._event, self._dossier)

    def _asked(self, event: ThreateningEvent, dossier: Dossier) -> list[Proposal]:
        found = proposals_of(dossier, self._page.session.catalogue).proposals
        return [one for one in found if one.asked_by == "event" and one.record == event.id]

    def _toggle(self) -> None:
        if self._event is None or self._dossier is None:
            return
        if not self._open and not self._asked(self._event, self._dossier):
            sentence = self.tr("Alle gebruikelijke kosten zijn al overgenomen of geweigerd.")
            if self._event.outcome:
                sentence = self.tr("Deze dreiging is voorbij: er wordt niets meer voorgesteld.")
            self._page.session.problem.emit(InputError(sentence, "event"))
            return
        self._open = not self._open
        self._show_usual(self._event, self._dossier)
        QTimer.singleShot(0, self, lambda: ask_room(self.usual))
        if self._open:
            self.usual.select_first()
            (self.how_long.people if self.how_long.isVisible() else self.usual).setFocus()

    def _add_own(self) -> None:
        if self._event is None or self._dossier is None:
            return
        kind = self._page.session.catalogue.events.get(self._event.kind)
        values: dict[str, Any] = {
            "words": "", "price_cents": 0, "recurrence": "once", "unit": "per keer", "event": self._event.id,
            "law": kind.law if kind else "", "payer": next(iter(kind.payers if kind else ()), ""),
        }  # fmt: skip
        ask_new(self._page, values, self._dossier, self, "words")

    def _details(self) -> None:
        line: CostLine | None = self.lines.record()
        if line is None or self._dossier is None:
            self._page.session.problem.emit(InputError(self.tr("Kies eerst een regel in de tabel."), "line"))
            return

        def save(edited: CostLine) -> None:
            self._page.run(self.tr("Kosten aanvullen"), costs_details.write, line, edited)

        dialog = costs_details.CostDetails(self._page, line, self._dossier, save, self)
        dialog.exec()
        dialog.deleteLater()


def _room() -> QWidget:
    """Takes what is left of a row, so that its buttons stand together."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def _waiting_said(event: ThreateningEvent, saving: Saving) -> str:
    if event.outcome:
        came = f"{EVENT_OUTCOMES[event.outcome]} op {shown_day(event.outcome_on)}: telt niet meer af."
        return f"{came} De rekensom blijft wat bij het besluit te verwachten was."
    found: Waiting = waiting_of(saving, (event,), date.today())[0]
    if found.days < 0:
        late = f"{-found.days} {'dag' if found.days == -1 else 'dagen'}"
        return f"De datum is {late} voorbij. Kies bij Uitkomst: gebeurd of afgewend."
    days = f"{found.days} {'dag' if found.days == 1 else 'dagen'}"
    if found.weekly <= 0 and found.happens > 0:
        left = f"Nog {days}, tot {shown_day(event.expected_on)}." if found.days else "Vandaag is de dag."
        return f"{left} {_happens_said(found)}"
    if found.weekly <= 0:
        return f"Nog {days}. Wat wachten kost, volgt uit de kosten: die ontbreken nog."
    said = (
        f"Wachten kost {money.whole(found.weekly)} per week: {money.whole(found.until_then)} "
        f"in de {days} tot {shown_day(event.expected_on)}."
    )
    return f"{said} {_happens_said(found)}" if found.happens > 0 else said


def _happens_said(found: Waiting) -> str:
    """What the day itself brings, also when no week before it costs a thing."""
    said = f"Gebeurt het, dan kost dat {money.whole(found.happens)}."
    if found.prevented <= 0:
        return said
    if found.weekly > 0:
        return f"{said} Naar verwachting voorkomt het plan {money.whole(found.prevented)}."
    said += f" Een plan op tijd voorkomt naar verwachting {money.whole(found.prevented)}."
    return f"{said} Daarna kan dat niet meer."


def _chance(text: str) -> int:
    return typed_percent(text, "chance")


def _typed_range(text: str, field: str) -> Range:
    """ "30-50", "30 tot 50" or "30%–50%"; nothing for an empty text. Raises InputError."""
    if not text.strip():
        return None
    found = _BETWEEN.fullmatch(text.strip())
    if found is None:
        raise InputError("Schrijf de laagste en de hoogste kans, zo: 30-50.", field)
    return typed_percent(found[1], field), typed_percent(found[2], field)
