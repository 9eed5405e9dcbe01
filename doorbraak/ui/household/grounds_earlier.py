"""Eerdere gevallen: other households with the same problems, what was done there, and what worked for one problem.

Equal cases are treated equally; so who differs from an earlier decision can say why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from doorbraak.model.dossier import precedents
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.equal_cases import EqualCase, SharedProblem, Worked, equal_cases, worked_for
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, heading, quiet, side_by_side, stacked
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

FEW = 5  # (ours) fewer earlier cases than this show no pattern


@dataclass(frozen=True, slots=True)
class _Row:
    """What a table shows, numbered as it stands there."""

    id: int
    of: Any


class EarlierBlock(QWidget):
    """Reads the other households of the workspace; shows their number and never their name, and nobody's words but
    those of their doorbraken. That somebody looked goes in the access log.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._known: tuple[Precedent, ...] = ()
        self._noted_for = 0  # the household for which the log says that other ones were looked at
        self._said = quiet()
        self.table = self._table("equal_case", self.tr("Huishoudens met dezelfde problemen"), self._case_columns())
        self.table.current.connect(lambda _: self._show_case())
        self._shared = self._table("shared_problem", self.tr("Gedeelde problemen"), self._shared_columns())
        self._done = self._table("tried", self.tr("Doorbraken daar"), self._tried_columns())
        self._done.current.connect(lambda _: self._show_tried())
        self._more = QPlainTextEdit()
        self._more.setReadOnly(True)
        self._more.setTabChangesFocus(True)
        self._more.setAccessibleName(self.tr("Meer over deze doorbraak"))
        self._for = ChoiceBox(self.tr("Bij welk probleem?"))
        self._for.currentIndexChanged.connect(lambda _: self._show_worked())
        self._worked = self._table("worked", self.tr("Wat werkte"), self._worked_columns())
        self._nothing = quiet(self.tr("Nog nergens iets geprobeerd bij deze problemen."))
        self._lay_out()

    def _lay_out(self) -> None:
        alike = block(heading(self.tr("Wie leek hierop?"), self.table), self.table)
        question = heading(self.tr("Wat werkte bij dit probleem?"), self._for)
        worked = block(question, self._for, self._nothing, self._worked)
        done = block(heading(self.tr("Wat is daar gedaan?"), self._done), self._done, self._more)
        shared = block(heading(self.tr("Welke problemen delen ze?"), self._shared), self._shared)
        left, right = stacked(self, (alike, 260), (worked, 260)), stacked(self, (done, 260), (shared, 260))
        both = side_by_side(self, (left, 540), (right, 600))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(both, 1)

    def _table(self, name: str, title: str, columns: Sequence[Column]) -> RecordTable:
        return RecordTable(self._page.session, name, title, columns, self)

    # -- the columns ----------------------------------------------------------------------------------

    def _case_columns(self) -> list[Column]:
        return [
            Column(
                "household",
                self.tr("Huishouden"),
                lambda row: self.tr("Huishouden %d") % row.of.number,
                sort=lambda row: row.of.number,
            ),
            Column(
                "shared",
                self.tr("Gedeelde problemen"),
                lambda row: f"{len(row.of.shared)} van de {row.of.here}",
                sort=lambda row: len(row.of.shared),
                width=150,
                hint=self.tr("Hoeveel soorten problemen van dit huishouden komen daar ook voor?"),
                tip=lambda row: self.tr("Daar zijn het er %d in totaal.") % row.of.there,
            ),
            Column(
                "agencies",
                self.tr("Instanties"),
                lambda row: str(row.of.agencies),
                numeric=True,
                sort=lambda row: row.of.agencies,
                width=84,
            ),
        ]

    def _shared_columns(self) -> list[Column]:
        return [
            Column("problem", self.tr("Probleem"), lambda row: self._problem(row.of.kind)),
            Column(
                "households",
                self.tr("Bij hoeveel huishoudens"),
                lambda row: str(row.of.households),
                numeric=True,
                sort=lambda row: row.of.households,
                width=180,
                hint=self.tr("Hoe zeldzamer het probleem, hoe meer de gevallen op elkaar lijken"),
            ),
        ]

    def _tried_columns(self) -> list[Column]:
        catalogue = self._page.session.catalogue
        return [
            Column("intervention", self.tr("Doorbraak"), lambda row: names.intervention_name(row.of, catalogue)),
            Column("status", self.tr("Status"), lambda row: choice_names.STATUSES[row.of.status], width=112),
            Column(
                "worked",
                self.tr("Werkte het?"),
                lambda row: choice_names.WORKED[row.of.worked] if row.of.worked else self.tr("Niet gezegd"),
                width=100,
            ),
        ]

    def _worked_columns(self) -> list[Column]:
        def count(key: str, title: str, width: int) -> Column:
            return Column(
                key, title, lambda row: str(getattr(row.of, key) or ""), numeric=True,
                sort=lambda row: getattr(row.of, key), width=width,
            )  # fmt: skip

        return [
            Column("intervention", self.tr("Doorbraak"), self._kind),
            count("tried", self.tr("Keer"), 50),
            count("yes", self.tr("Ja"), 44),
            count("partly", self.tr("Deels"), 52),
            count("no", self.tr("Nee"), 46),
            count("too_early", self.tr("Te vroeg"), 70),
            count("unanswered", self.tr("Niet gezegd"), 90),
        ]

    def _problem(self, kind: str) -> str:
        known = self._page.session.catalogue.problems.get(kind)
        return known.name if known else kind

    def _kind(self, row: _Row) -> str:
        worked: Worked = row.of
        known = self._page.session.catalogue.interventions.get(worked.kind)
        return known.name if known else worked.kind or self.tr("In eigen woorden")

    def _whole(self, tried: Tried) -> str:
        """All of it in words: what was done, why it worked or not, and which articles carried it."""
        catalogue = self._page.session.catalogue
        parts = [tried.words] if tried.words else []
        if tried.why:
            worked = choice_names.WORKED[tried.worked] if tried.worked else self.tr("Niet gezegd")
            parts.append(self.tr("Werkte het? %s. %s") % (worked, tried.why))
        parts += [names.article_name(article, catalogue) for article in tried.articles]
        return "\n".join(parts) or self.tr("Daar is niet meer opgeschreven.")

    # -- what is shown --------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier) -> None:
        """Reads all other households again."""
        store = self._page.session.store
        if self._noted_for != dossier.household.id:
            store.note("inzien", "eerdere gevallen")
            self._noted_for = dossier.household.id
        self._known = precedents.of_others(store, dossier.household.id)
        found = equal_cases(dossier, self._known)
        self.table.show_records([_Row(case.household, case) for case in found])
        if self.table.record() is None:
            self.table.select_first()
        kinds = dict.fromkeys(problem.kind for problem in dossier.problems if problem.kind)
        self._said.setText(said_of(dossier, found, bool(kinds)))
        tried = [kind for kind in kinds if worked_for(kind, self._known)]
        self._for.blockSignals(True)
        self._for.offer([(kind, self._problem(kind)) for kind in tried])
        self._for.blockSignals(False)
        self._for.setEnabled(bool(tried))
        self._nothing.setVisible(not tried)
        self._show_case()
        self._show_worked()

    def _show_case(self) -> None:
        row: _Row | None = self.table.record()
        case: EqualCase | None = row.of if row else None
        shared: tuple[SharedProblem, ...] = case.shared if case else ()
        self._shared.show_records([_Row(at, one) for at, one in enumerate(shared, 1)])
        self._done.show_records([_Row(one.id, one) for one in (case.interventions if case else ())])
        for table in (self._shared, self._done):
            if table.record() is None:
                table.select_first()
        self._show_tried()

    def _show_tried(self) -> None:
        row: _Row | None = self._done.record()
        self._more.setPlainText(self._whole(row.of) if row else "")

    def _show_worked(self) -> None:
        kind = self._for.value
        rows = worked_for(kind, self._known) if kind else ()
        self._worked.show_records([_Row(at, one) for at, one in enumerate(rows, 1)])


def said_of(dossier: Dossier, found: Sequence[EqualCase], comparable: bool) -> str:
    """How much the list says, and the rule that puts it in order. `comparable`: it has problems of the list."""
    if not comparable:
        return "Nog niets te vergelijken. Dat kan pas met problemen uit de lijst."
    if not found:
        return "Nog geen ander huishouden in deze werkmap met dezelfde problemen en een doorbraak."
    rule = "Bovenaan staat wie de meeste soorten problemen deelt. Bij evenveel telt het zeldzaamste probleem."
    some = "1 huishouden" if len(found) == 1 else f"{len(found)} huishoudens"
    few = f"Nog maar {some}: te weinig voor een patroon." if len(found) < FEW else ""
    made_up = "Voorbeelden zijn verzonnen: de uitkomsten ook." if dossier.household.example else ""
    return " ".join(part for part in (few, made_up, rule) if part)
