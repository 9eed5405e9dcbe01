"""Eerdere gevallen: other households with the same problems, what was done there, and what worked for one problem.

Equal cases are treated equally; so who differs from an earlier decision can say why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from doorbraak.model.dossier import precedents
from doorbraak.model.dossier.comparisons import Comparison, Verdict
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.errors import NotFound
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.equal_cases import (
    ORDER,
    EqualCase,
    Worked,
    came_of,
    can_be_compared,
    case_name,
    equal_cases,
    reasons,
    worked_for,
)
from doorbraak.ui.household.grounds_compared import CaseVerdict, ComparedBlock, of_intervention
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, heading, quiet, stacked
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.sides import Sides
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

FEW = 5  # (ours) fewer earlier cases than this show no pattern
KEYS: dict[str, Verdict] = {"g": "equal", "a": "differs"}


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
        self._dossier: Dossier | None = None
        self._chosen: Intervention | None = None
        self._said, self._keys = quiet(), quiet(self.tr("Toetsen: g gelijk, a anders, Enter waarom."))
        self.table = _Cases(page, self.tr("Huishoudens met dezelfde problemen"), self._case_columns(), self)
        self.table.current.connect(lambda _: self._show_case())
        self.table.judged.connect(lambda verdict: self._verdict.judge(verdict))
        self.table.opened.connect(lambda _: self._verdict.go_on())
        self._why = WrappedLabel("")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._verdict, self._compared = CaseVerdict(page), ComparedBlock(page)
        self._done = self._table("tried", self.tr("Doorbraken daar"), self._tried_columns())
        self._done.current.connect(lambda _: self._show_tried())
        self.table.least = self._done.least = 2  # also with large letters
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
        alike = block(heading(self.tr("Wie leek hierop?"), self.table), self.table, self._keys)
        question = heading(self.tr("Wat werkte bij dit probleem?"), self._for)
        worked = block(question, self._for, self._nothing, self._worked)
        done = block(
            heading(self.tr("Waarom lijkt het hierop?")),
            self._why,
            heading(self.tr("Wat is daar gedaan?"), self._done),
            self._done,
            self._more,
        )
        left = stacked(self, (alike, 200), (self._compared, 190), (worked, 150))
        right = stacked(self, (done, 360), (self._verdict, 150))
        both = Sides(self, (left, 560), (right, 580))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(both, 1)

    def take_focus(self) -> None:
        """The earlier cases of here, or without any the line for one from elsewhere."""
        if self.table.shown:
            self.table.setFocus()
        else:
            self._compared.take_focus()

    def _table(self, name: str, title: str, columns: Sequence[Column]) -> RecordTable:
        return RecordTable(self._page.session, name, title, columns, self)

    # -- the columns ----------------------------------------------------------------------------------

    def _case_columns(self) -> list[Column]:
        return [
            Column(
                "household",
                self.tr("Huishouden"),
                lambda row: case_name(row.of.number),
                sort=lambda row: row.of.number,
                tip=lambda row: "\n".join(reasons(row.of, self._page.session.catalogue)),
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
            Column(
                "compared",
                self.tr("Vergeleken"),
                self._compared_words,
                width=90,
                hint=self.tr("Is deze doorbraak gelijk aan die van daar, of anders?"),
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
        """What the lists say first: for which problems, what came of it, which articles; then the words of there."""
        catalogue = self._page.session.catalogue
        kinds = [id_ for id_ in catalogue.problems if id_ in tried.problem_kinds]
        parts = [self.tr("Voor: %s.") % ", ".join(self._problem(kind) for kind in kinds)] if kinds else []
        parts.append(came_of(tried))
        parts += [names.article_name(article, catalogue) for article in tried.articles]
        return "\n".join([*parts, tried.words] if tried.words and tried.kind else parts)

    def _comparison(self, case: EqualCase | None) -> Comparison | None:
        listed = of_intervention(self._chosen, self._dossier) if self._dossier else ()
        return next((one for one in listed if case and one.other == case_name(case.number)), None)

    def _compared_words(self, row: _Row) -> str:
        known = self._comparison(row.of)
        return choice_names.COMPARED[known.verdict] if known else ""

    # -- what is shown --------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, chosen: Intervention | None) -> None:
        """Reads all other households again."""
        store = self._page.session.store
        try:
            self._known = precedents.of_others(store, dossier.household.id)
        except NotFound:
            self._known = ()  # it was removed just now: this page goes with it
        if self._noted_for != dossier.household.id:
            store.note("inzien", "eerdere gevallen")
            self._noted_for = dossier.household.id
        self._dossier = dossier
        kinds = dict.fromkeys(problem.kind for problem in dossier.problems if problem.kind)
        tried = [kind for kind in kinds if worked_for(kind, self._known)]
        self._for.blockSignals(True)
        self._for.offer([(kind, self._problem(kind)) for kind in tried])
        self._for.blockSignals(False)
        self._for.setEnabled(bool(tried))
        self._nothing.setVisible(not tried)
        self._show_cases(dossier, chosen)
        self._show_worked()

    def show_intervention(self, chosen: Intervention | None) -> None:
        """Another doorbraak, among the cases that were read."""
        if self._dossier is not None and chosen != self._chosen:
            self._show_cases(self._dossier, chosen)

    def _show_cases(self, dossier: Dossier, chosen: Intervention | None) -> None:
        """Most like the chosen doorbraak first. Another doorbraak begins at the top."""
        session, before = self._page.session, self._chosen
        self._chosen = chosen
        found = equal_cases(dossier, self._known, session.catalogue, self._chosen)
        self.table.show_records([_Row(case.household, case) for case in found])
        self.table.show_again()  # what they were compared as may have changed
        if self.table.record() is None or (before and self._chosen and before.id != self._chosen.id):
            self.table.select_first()
        can_be = can_be_compared(dossier, session.catalogue, self._chosen)
        self._said.setText(said_of(dossier, found, comparable=can_be))
        self._keys.setVisible(bool(found) and self._chosen is not None)
        self._compared.show_compared(self._chosen, dossier, {one.number for one in self._known})
        self._show_case()

    def _show_case(self) -> None:
        row: _Row | None = self.table.record()
        case: EqualCase | None = row.of if row else None
        why = reasons(case, self._page.session.catalogue) if case else (self.tr("Nog geen geval gekozen."),)
        self._why.setText("\n".join(why))
        tried = case.interventions if case else ()
        self._done.show_records([_Row(one.id, one) for one in tried])
        if self._done.record() is None:
            self._done.select_first()
            alike = next((one.id for one in tried if case and one.kind and one.kind == case.same_kind), 0)
            self._done.select(alike)
        other = case_name(case.number) if case else ""
        self._verdict.show_case(self._chosen, other, self._comparison(case))
        self._show_tried()

    def _show_tried(self) -> None:
        row: _Row | None = self._done.record()
        self._more.setPlainText(self._whole(row.of) if row else "")

    def _show_worked(self) -> None:
        kind = self._for.value
        rows = worked_for(kind, self._known) if kind else ()
        self._worked.show_records([_Row(at, one) for at, one in enumerate(rows, 1)])


class _Cases(RecordTable):
    """Nothing is typed in it: a letter says whether the doorbraak is equal to the case or differs."""

    judged = Signal(str)

    def __init__(self, page: Page, title: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(page.session, "equal_case", title, columns, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        verdict = KEYS.get(event.text().casefold())
        if plain and verdict and self.record() is not None:
            self.judged.emit(verdict)
            return
        super().keyPressEvent(event)


def said_of(dossier: Dossier, found: Sequence[EqualCase], comparable: bool) -> str:
    """How much the list says, and the rule that puts it in order. `comparable`: it has something of the lists."""
    example = dossier.household.example
    if not comparable:
        return "Nog niets te vergelijken. Dat kan met een probleem, een instantie of een doorbraak uit de lijst."
    if not found:
        none = "Nog geen ander huishouden in deze werkmap dat hierop lijkt en een doorbraak heeft."
        left_out = "Een voorbeeld leert" if example else "Voorbeelden tellen niet mee: die zijn verzonnen."
        return f"{none} {left_out + ' alleen van voorbeelden.' if example else left_out}"
    some = "1 huishouden" if len(found) == 1 else f"{len(found)} huishoudens"
    few = f"Nog maar {some}: te weinig voor een patroon." if len(found) < FEW else ""
    made_up = "Voorbeelden zijn verzonnen: de uitkomsten ook." if example else ""
    return " ".join(part for part in (few, made_up, ORDER) if part)
