"""Cost lines that the records of a household ask for: taken over, changed or refused, one by one or all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import costs, refusals
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.refusals import Refusal
from doorbraak.model.insight import names
from doorbraak.model.insight.price_level import PriceLevel
from doorbraak.model.insight.proposals import OF_ITSELF, Proposal, Proposals, proposals_of
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household import costs_details, costs_said
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, quiet, tabs
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_SURE = {"hoog": 0, "middel": 1, "laag": 2}


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal as a row; `asker`: what asks for it, by name. `yearly`: cents a year, in the prices of all sums."""

    id: str
    proposal: Proposal
    asker: str
    yearly: int


def take(store: Store, household: int, proposals: Iterable[Proposal]) -> None:
    """All of them as one step."""
    for proposal in proposals:
        costs.add(store, household, **proposal.values())


def refuse(store: Store, household: int, proposals: Iterable[Proposal]) -> None:
    for proposal in proposals:
        refusals.add(store, household, **proposal.refusal())


class ProposalTable(RecordTable):
    """Enter takes the row over, W changes it first, Delete refuses it; the next row is chosen by itself.

    What has no price is never taken over as it is: Enter asks for it.
    """

    changing = Signal(object)

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(page.session, "proposal", "Voorgestelde kosten", _columns(), parent)
        self._page = page
        self._dossier: Dossier | None = None
        self.least = 2
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.opened.connect(self.take)
        self.removal.connect(lambda asked: self.refuse([asked]))
        self.changing.connect(self.change)

    @property
    def asked(self) -> list[Asked]:
        return list(self._records.records)

    def show_proposals(self, proposals: Iterable[Proposal], dossier: Dossier) -> None:
        self._dossier = dossier
        catalogue = self._page.session.catalogue
        called, level = _names(dossier, catalogue), self._page.session.level
        self.show_records(
            [
                Asked(
                    f"{one.asked_by}-{one.record}-{one.line.price}",
                    one,
                    called.get((one.asked_by, one.record), ""),
                    one.yearly(level),
                )
                for one in proposals
            ]
        )

    def take(self, asked: Asked | None) -> None:
        if asked is not None and not asked.proposal.priced:
            self.change(asked)
        elif asked is not None:
            self._take([asked])

    def take_priced(self) -> None:
        """All but those without a price: they stay."""
        self._take([one for one in self.asked if one.proposal.priced])

    def _take(self, asked: Sequence[Asked]) -> None:
        if asked:
            label = self.tr("Voorgestelde kosten overnemen")
            self._page.attempt(label, take, self._page.household, [one.proposal for one in asked])

    def refuse(self, asked: Sequence[Asked]) -> None:
        if asked:
            label = self.tr("Voorgestelde kosten weigeren")
            self._page.attempt(label, refuse, self._page.household, [one.proposal for one in asked])

    def change(self, asked: Asked | None) -> None:
        """Fill in first, then take over."""
        if asked is None or self._dossier is None:
            return
        first = "price_cents" if not asked.proposal.line.price_cents else "quantity"
        ask_new(self._page, asked.proposal.values(), self._dossier, self, first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_W and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.changing.emit(self.record())
            event.accept()
            return
        super().keyPressEvent(event)


def ask_new(page: Page, values: dict[str, Any], dossier: Dossier, parent: QWidget, first: str) -> None:
    """The details of a line that is not there yet; written as one step."""
    line = costs_said.draft(page.household, values)
    line = costs_said.draft(page.household, values | {"chances": costs_said.chances_of(line, dossier)})

    def save(made: CostLine) -> None:
        page.run("Kosten toevoegen", costs_details.add, made)

    dialog = costs_details.CostDetails(
        page, line, dossier, save, parent, title="Kosten toevoegen", ok="&Toevoegen", first=first
    )
    dialog.exec()
    dialog.deleteLater()


class ProposalsBlock(QWidget):
    """One calm line. `body` stands elsewhere: the proposals, who has no price yet, and what was refused."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._found: Proposals | None = None
        self.said = quiet()
        self._toggle = button(self.tr("&Voorstellen bekijken"), lambda: self.open(not self.is_open))
        self.table = ProposalTable(page, self)
        self.unpriced = RecordTable(
            page.session, "unpriced", self.tr("Instanties zonder prijs"), self._agency_columns(), self
        )
        self.unpriced.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.unpriced.opened.connect(self._start_line)
        self.refused = RecordTable(
            page.session, "refusal", self.tr("Geweigerde kosten"), self._refused_columns(), self
        )  # fmt: skip
        self.refused.removal.connect(page.removes(self.tr("Geweigerde kosten terughalen"), refusals.remove))
        self.refused.opened.connect(lambda one: self._back(one))
        self._no_proposals = quiet(self.tr("Alles is overgenomen of geweigerd. Er zijn geen voorstellen meer."))
        self._no_proposals.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._no_proposals.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._about_unpriced = quiet()
        self._about_refused = quiet()
        self._all = button(self.tr("&Alles overnemen"), self.table.take_priced)
        self._none = button(self.tr("Alle&s weigeren"), lambda: self.table.refuse(self.table.asked))
        self.body = self._make_body()
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block((self.said, self._toggle)))

    def _make_body(self) -> QWidget:
        chosen = self.table
        self._one = [
            button(self.tr("&Overnemen"), lambda: chosen.take(chosen.record())),
            button(self.tr("Wi&jzigen…"), lambda: chosen.change(chosen.record())),
            button(self.tr("Weigeren"), lambda: chosen.refuse([r] if (r := chosen.record()) else [])),
        ]
        keys = quiet(self.tr("Enter: overnemen. W: eerst wijzigen. Delete: weigeren."))
        self._with_proposals = (self.table, keys, choice_row(*self._one, self._all, self._none))
        lists = tabs(self.tr("Voorstellen voor kosten"))
        lists.addTab(block(self._no_proposals, *self._with_proposals), "")
        lists.addTab(block(self._about_unpriced, self.unpriced), "")
        lists.addTab(block(self._about_refused, self.refused), "")
        lists.currentChanged.connect(lambda at: self._tables[at].select_first() if not self._kept(at) else None)
        self._lists = lists
        return lists

    @property
    def _tables(self) -> tuple[RecordTable, ...]:
        return self.table, self.unpriced, self.refused

    def _kept(self, at: int) -> bool:
        return self._tables[at].record() is not None

    @property
    def is_open(self) -> bool:
        return not self.body.isHidden()

    def open(self, on: bool) -> None:
        self.body.setVisible(on)
        self._toggle.setText(self.tr("&Voorstellen sluiten") if on else self.tr("&Voorstellen bekijken"))
        QTimer.singleShot(0, self, lambda: ask_room(self.body))
        if on:
            self._refresh()
            shown = self._tables[self._lists.currentIndex()]
            if shown.record() is None:
                shown.select_first()
            shown.setFocus()

    def _keep_focus(self) -> None:
        """With what is left to do: a button that went away gives it to whatever comes next in the window."""
        if not self.body.isAncestorOf(QApplication.focusWidget()):
            shown = self._tables[self._lists.currentIndex()]
            (shown if shown.isVisible() and shown.record() is not None else self._toggle).setFocus()

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._found = proposals_of(dossier, self._page.session.catalogue)
        found = self._found
        self.said.setText(_said(found, self._page.session.level))
        nothing = not (found.proposals or found.unpriced or dossier.refusals)
        self.setVisible(not nothing)
        if nothing:
            self.body.hide()
        if self.is_open:
            self._refresh()

    def _refresh(self) -> None:
        """The lists cost most: they are made when they are in sight."""
        dossier, found = self._dossier, self._found
        if dossier is None or found is None:
            return
        inside = self.body.isAncestorOf(QApplication.focusWidget())
        taken = bool(self.table.asked) and not found.proposals
        self.table.show_proposals(found.proposals, dossier)
        self.unpriced.show_records(found.uncounted)
        self.refused.show_records(dossier.refusals)
        self._no_proposals.setVisible(not found.proposals)
        for each in self._with_proposals:
            each.setVisible(bool(found.proposals))
        self._all.setEnabled(any(one.priced for one in found.proposals))
        if taken and found.uncounted:
            self._lists.setCurrentWidget(self.unpriced.parentWidget())  # what is left to do
        self._lists.setTabText(0, self.tr("Voorgesteld (%d)") % len(found.proposals))
        self._lists.setTabText(1, self.tr("Nog zonder prijs (%d)") % len(found.uncounted))
        self._lists.setTabText(2, self.tr("Geweigerd (%d)") % len(dossier.refusals))
        self._about_unpriced.setText(
            self.tr("Instanties met publiek geld: %d van %d met een prijs in de lijst. ") % (found.priced, found.public)
            + (
                self.tr("Hieronder de rest, de zwaarste eerst. Enter: zelf een prijs geven.")
                if found.uncounted
                else self.tr("Alle andere hebben al een eigen post.")
            )
        )
        self._about_refused.setText(
            self.tr("Deze komen niet terug. Delete: toch weer voorstellen.")
            if dossier.refusals
            else self.tr("Nog niets geweigerd.")
        )
        if inside:
            self._keep_focus()

    def _agency_columns(self) -> list[Column]:
        catalogue = self._page.session.catalogue

        def law(agency: Agency) -> str:
            kind = catalogue.agencies.get(agency.kind)
            return names.law_name(kind.law, catalogue) if kind and kind.law else ""

        return [
            Column("name", self.tr("Instantie"), lambda a: names.agency_name(a, catalogue)),
            Column(
                "contacts", self.tr("Contacten per maand"),
                lambda a: names.contacts(a.contacts_e2) if a.contacts_e2 else "", numeric=True,
                width=170, sort=lambda a: a.contacts_e2,
            ),
            Column("law", self.tr("Wet"), law, width=120),
            Column(
                "payer", self.tr("Betaler"), lambda a: names.payer_name(_payer(a, catalogue), catalogue), width=200
            ),
        ]  # fmt: skip

    def _refused_columns(self) -> list[Column]:
        catalogue = self._page.session.catalogue

        def words(one: Refusal) -> str:
            known = catalogue.prices.get(one.price)
            return known.name if known else one.price or OF_ITSELF

        def asker(one: Refusal) -> str:
            called = _names(self._dossier, catalogue) if self._dossier else {}
            rows = {
                "agency": one.agency, "problem": one.problem, "event": one.event, "intervention": one.intervention
            }  # fmt: skip
            return next((called.get((by, row), "") for by, row in rows.items() if row is not None), "")

        return [
            Column("words", self.tr("Waarvoor"), words),
            Column("asker", self.tr("Hoort bij"), asker),
            columns.origin(self._page, "refusal"),
        ]

    def _start_line(self, agency: Agency | None) -> None:
        if agency is None or self._dossier is None:
            return
        catalogue = self._page.session.catalogue
        kind = catalogue.agencies.get(agency.kind)
        values = {
            "words": names.agency_name(agency, catalogue), "price_cents": 0, "law": kind.law if kind else "",
            "payer": _payer(agency, catalogue), "agency": agency.id,
            "person": agency.people[0] if len(agency.people) == 1 else None,
        }  # fmt: skip
        ask_new(self._page, values, self._dossier, self, "price_cents")

    def _back(self, one: Refusal | None) -> None:
        if one is not None:
            self._page.attempt(self.tr("Geweigerde kosten terughalen"), refusals.remove, one.id)


def ask_room(inside: QWidget) -> None:
    """Tabs do not pass on by themselves that what is in them needs another height."""
    above = inside.parentWidget()
    while above is not None and not isinstance(above, Page):
        above.updateGeometry()
        above = above.parentWidget()


def _said(found: Proposals, level: PriceLevel) -> str:
    count, cents = len(found.proposals), sum(one.yearly(level) for one in found.proposals)
    if not count:
        said = "Voorgesteld: niets meer."
    elif count == 1:
        said = f"Voorgesteld: 1 post, {money.whole(cents)} in een jaar."
    else:
        said = f"Voorgesteld: {count} posten, samen {money.whole(cents)} in een jaar."
    lacking = sum(not one.priced for one in found.proposals)
    if lacking:
        said += f" Bij {lacking} ontbreekt het bedrag."
    missing = len(found.uncounted)
    if missing:
        said += f" Nog zonder prijs: {missing} {'instantie' if missing == 1 else 'instanties'}."
    return said


def _columns() -> list[Column]:
    return [
        Column("words", "Waarvoor", lambda a: a.proposal.line.words),
        Column("asker", "Hoort bij", lambda a: a.asker, width=190, tip=_asker),
        Column(
            "price", "Prijs (€)", lambda a: money.typed(a.proposal.line.price_cents), numeric=True, width=84,
            sort=lambda a: a.proposal.line.price_cents,
        ),
        Column("quantity", "Aantal", _quantity, numeric=True, width=104, sort=lambda a: a.proposal.line.quantity_e4),
        Column(
            "cents", "In een jaar", lambda a: money.whole(a.yearly), numeric=True, width=92,
            sort=lambda a: a.yearly,
        ),
        Column(
            "confidence", "Zekerheid", lambda a: a.proposal.confidence, width=78,
            sort=lambda a: _SURE.get(a.proposal.confidence, 3),
        ),
        Column(
            "cautions", "Let op", lambda a: " ".join(a.proposal.cautions), width=250,
            tip=lambda a: "\n".join((*a.proposal.cautions, a.proposal.hint, a.proposal.line.source)).strip(),
        ),
    ]  # fmt: skip


_BY = {"agency": "Instantie:", "problem": "Probleem:", "event": "Dreiging:", "intervention": "Doorbraak:"}


def _asker(asked: Asked) -> str:
    return f"{_BY[asked.proposal.asked_by]} {asked.asker}"


def _quantity(asked: Asked) -> str:
    line = asked.proposal.line
    return f"{names.quantity(line.quantity_e4)} {line.unit.removeprefix('per ')}"


def _payer(agency: Agency, catalogue: Any) -> str:
    kind = catalogue.agencies.get(agency.kind)
    return agency.payer or next(iter(kind.payers if kind else ()), "")


def _names(dossier: Dossier, catalogue: Any) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    lists: tuple[tuple[str, Iterable[Any], Callable[..., str]], ...] = (
        ("agency", dossier.agencies, names.agency_name),
        ("problem", dossier.problems, names.problem_name),
        ("event", dossier.events, names.event_name),
        ("intervention", dossier.interventions, names.intervention_name),
    )
    for by, records, name in lists:
        found |= {(by, record.id): name(record, catalogue) for record in records}
    return found
