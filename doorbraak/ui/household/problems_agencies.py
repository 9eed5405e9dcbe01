"""Who is around the household, on the page of problems and agencies: the table, and how many stay after the plan."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import agencies
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.figures import Figures
from doorbraak.model.insight.quick_links import problems_of
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.numbers import typed_number
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead


class AgenciesBlock(QWidget):
    """The agencies of the household that `page` shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._linked_agency = 0  # the one that was linked to its usual problems just now
        session = page.session
        self._add_line = TypeAhead(session, self.tr("Instantie toevoegen: typ drie letters"), "add:agency", ("agency",))
        self._add_line.picked.connect(self._add)
        self._add_line.own_words.connect(self._add_own)
        self.table = RecordTable(session, "agency", self.tr("Instanties"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Instantie weghalen"), agencies.remove))
        self._empty = quiet(self.tr("Nog geen instanties. Wie komt er allemaal langs of schrijft brieven?"))
        self._after = quiet()
        self._linked, self._linked_words = QWidget(), quiet()
        line = QHBoxLayout(self._linked)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._linked_words, 1)
        self._unlink_button = button(self.tr("&Niet koppelen"), self._unlink)
        line.addWidget(self._unlink_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wie bemoeit zich ermee?"), self._add_line),
                self._add_line,
                self._linked,
                self._empty,
                self.table,
            )
        )
        column.addWidget(self._after)

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column(
                "words",
                self.tr("Instantie"),
                lambda a: names.agency_name(a, catalogue) + (self.tr(" (voorbij)") if _over(a) else ""),
                page.writes(self.tr("Instantie wijzigen"), agencies.reword),
                start=lambda a: names.agency_name(a, catalogue),
            ),
            Column(
                "contacts",
                self.tr("Per maand"),
                lambda a: names.contacts(a.contacts_e2) if a.contacts_e2 else "",
                page.writes(self.tr("Contacten wijzigen"), agencies.set_contacts, _contacts),
                numeric=True,
                width=86,
                sort=lambda a: a.contacts_e2,
                hint=self.tr("Contacten per maand: bezoek, gesprek, telefoon, brief. Leeg: nog niet bekend."),
            ),
            columns.choice(
                page,
                "bond",
                self.tr("Band"),
                self.tr("Band wijzigen"),
                agencies.set_bond,
                choice_names.BONDS,
                width=66,
                hint=self.tr("Helpt deze instantie, is de band dun, of wringt het?"),
            ),
            columns.choice(
                page,
                "future",
                self.tr("Na het plan"),
                self.tr("Na het plan wijzigen"),
                agencies.set_future,
                choice_names.FUTURES,
                width=98,
                hint=self.tr("Houden, pauzeren, stoppen of samenvoegen?"),
            ),
            columns.origin(page, "agency"),
        ]

    def show_dossier(self, dossier: Dossier) -> None:
        before, self._dossier = self._dossier, dossier
        self.table.show_records(dossier.agencies)
        self._empty.setVisible(not dossier.agencies)
        if before is None or before.agencies is not dossier.agencies:
            self._show_after(dossier)
        self._show_linked(dossier)

    def _show_linked(self, dossier: Dossier) -> None:
        added = next((agency for agency in dossier.agencies if agency.id == self._linked_agency), None)
        number = len(added.problems) if added else 0
        self._linked_words.setText(
            self.tr("Ook gekoppeld aan 1 probleem.") if number == 1
            else self.tr("Ook gekoppeld aan %d problemen.") % number
        )  # fmt: skip
        self._linked.setVisible(number > 0)
        if added is None or not number:
            self._linked_agency = 0

    def _unlink(self) -> None:
        """The agency stays; what the program linked it to of its own accord does not."""
        self._page.attempt(self.tr("Problemen koppelen"), agencies.set_problems, self._linked_agency, ())
        self._add_line.setFocus()

    def _add(self, hit: Hit) -> None:
        catalogue = self._page.session.catalogue
        kind = catalogue.agencies[hit.id]
        served = problems_of(hit.id, self._dossier, catalogue) if self._dossier else ()
        added = self._page.attempt(
            self.tr("Instantie toevoegen"),
            agencies.add,
            self._page.household,
            kind=hit.id,
            law=kind.law,
            payer=kind.payers[0] if kind.payers else "",
            problems=served,
        )
        self._added(added, linked=bool(served))

    def _add_own(self, words: str) -> None:
        label = self.tr("Instantie toevoegen")
        self._added(self._page.attempt(label, agencies.add, self._page.household, words=words))

    def _added(self, added: bool, *, linked: bool = False) -> None:
        if added:
            self._add_line.added()
            dossier = self._page.session.dossier(self._page.household)
            self._linked_agency = dossier.agencies[-1].id if linked else 0
            self._show_linked(dossier)
            self.table.select(dossier.agencies[-1].id)
        self._add_line.setFocus()

    def _show_after(self, dossier: Dossier) -> None:
        figures = self._page.session.figures(dossier.household.id)
        self._after.setText(after_the_plan(figures))
        self._after.setVisible(bool(self._after.text()))


def after_the_plan(figures: Figures) -> str:
    """ "Van 48 instanties naar 6 na de doorbraak." and how many wait for a choice; nothing without agencies."""
    now, planned = figures.agencies, figures.planned
    if not now:
        return ""
    if planned.undecided == now:
        return "Kies per instantie wat er na het plan mee gebeurt."
    left = f" Over {planned.undecided} is nog niet gekozen." if planned.undecided else ""
    return f"Van {now} {'instantie' if now == 1 else 'instanties'} naar {planned.agencies} na de doorbraak.{left}"


def _over(agency: Agency) -> bool:
    """`ended_on` is the first day without it."""
    return agency.ended_on is not None and agency.ended_on <= date.today()


def _contacts(text: str) -> int:
    return typed_number(text, 2, "contacts")
