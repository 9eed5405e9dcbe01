"""What is stuck, on the page of problems and agencies: the table, and the knots in words under it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import problems
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.knots import knots_of
from doorbraak.ui.household import problems_knots
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead

OWN_DOMAIN = "dagelijks"  # until the professional chooses one, in the row below


class StuckBlock(QWidget):
    """The problems of the household that `page` shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown: tuple[Problem, ...] | None = None
        session = page.session
        self._add_line = TypeAhead(
            session, self.tr("Probleem toevoegen: typ drie letters"), "add:problem", ("problem",)
        )
        self._add_line.picked.connect(self._add)
        self._add_line.own_words.connect(self._add_own)
        self.table = RecordTable(session, "problem", self.tr("Problemen"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Probleem weghalen"), problems.remove))
        self._empty = quiet(self.tr("Nog geen problemen. Typ een paar letters en kies met Enter."))
        self._knots = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(heading(self.tr("Wat zit er vast?"), self._add_line), self._add_line, self._empty, self.table)
        )
        column.addWidget(self._knots)

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column(
                "words",
                self.tr("Probleem"),
                lambda p: names.problem_name(p, catalogue) + (self.tr(" (opgelost)") if p.solved_on else ""),
                page.writes(self.tr("Probleem wijzigen"), problems.reword),
                start=lambda p: names.problem_name(p, catalogue),
                sign=lambda p: (p.life_domain, names.life_domain_colour(p.life_domain, catalogue)),
            ),
            columns.choice(
                page,
                "owner",
                self.tr("Eigenaar"),
                self.tr("Eigenaar wijzigen"),
                problems.set_owner,
                choice_names.OWNERS,
                width=90,
                hint=self.tr("Van wie is dit probleem: het huishouden, een professional of het systeem?"),
            ),
            columns.whole(
                page,
                "weight",
                self.tr("Zwaarte"),
                self.tr("Zwaarte wijzigen"),
                problems.set_weight,
                width=70,
                hint=self.tr("Hoe zwaar vindt het huishouden dit, van 0 tot 10?"),
            ),
            columns.whole(
                page,
                "rank",
                self.tr("Volgorde"),
                self.tr("Volgorde wijzigen"),
                problems.set_rank,
                width=76,
                hint=self.tr("Wat moet volgens het huishouden eerst? 1 is het eerste."),
            ),
            columns.origin(page, "problem"),
        ]

    def show_dossier(self, dossier: Dossier) -> None:
        self.table.show_records(dossier.problems)
        self._empty.setVisible(not dossier.problems)
        if dossier.problems is not self._shown:  # an edit of anything else leaves the knots as they are
            self._shown = dossier.problems
            self._show_knots()

    def _show_knots(self) -> None:
        listed = self._shown or ()
        knots = knots_of(listed)
        called = {problem.id: names.problem_name(problem, self._page.session.catalogue) for problem in listed}
        members = problems_knots.members(knots, called)
        self._knots.setText(problems_knots.sentence(knots, called))
        self._knots.setVisible(bool(self._knots.text()))
        self._knots.setToolTip(tooltip(members))
        self._knots.setAccessibleDescription(members)

    def _add(self, hit: Hit) -> None:
        domain = self._page.session.catalogue.problems[hit.id].life_domain
        label = self.tr("Probleem toevoegen")
        self._added(self._page.attempt(label, problems.add, self._page.household, kind=hit.id, life_domain=domain))

    def _add_own(self, words: str) -> None:
        label = self.tr("Probleem toevoegen")
        added = self._page.attempt(label, problems.add, self._page.household, words=words, life_domain=OWN_DOMAIN)
        self._added(added)

    def _added(self, added: bool) -> None:
        if added:
            self._add_line.added()
            self.table.select(self._page.session.dossier(self._page.household).problems[-1].id)
        self._add_line.setFocus()
