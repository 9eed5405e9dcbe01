"""Did each doorbraak work? One key per doorbraak, and why."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import outcomes
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.dossier.outcomes import Outcome, Worked
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, measuring, names
from doorbraak.ui.household.follow_up_answers import AnswerKeys, go_on, origin_column, said_of
from doorbraak.ui.widgets.blocks import block, heading, quiet, stays
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.record_model import Column

if TYPE_CHECKING:
    from doorbraak.ui.page import Page

_KEYS: dict[str, Worked] = {"j": "yes", "d": "partly", "n": "no", "t": "too-early"}
_WHY = 2  # column
_FIRST = "Zeg eerst of het werkte: druk J, D, N of T."


@dataclass(frozen=True, slots=True)
class Line:
    """A doorbraak, with the last answer in the months of the chosen moment."""

    intervention: int
    moment: Moment
    name: str
    said: Outcome | None

    @property
    def id(self) -> str:
        return f"{self.intervention}-{self.moment}"

    @property
    def origin(self) -> str:
        return self.said.origin if self.said else ""


class WorkedBlock(QWidget):
    """The doorbraken of the household that `page` shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._today = date.min
        self._dossier: Dossier | None = None
        title = self.tr("Werkte elke doorbraak?")
        self.table = LowTable(page.session, "follow_up_outcome", title, self._columns(), self, rows=3)
        self.table.keep_at(lambda line: f"intervention:{line.intervention}:worked-{line.moment}")
        self._keys = AnswerKeys(self.table, _KEYS, _WHY)
        self._keys.said.connect(self._say)
        self.table.removal.connect(self._take_back)
        stays(self.table)
        self._help = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block(heading(title, self.table), self._help, self.table))

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Doorbraak"), lambda line: line.name),
            Column(
                "worked",
                self.tr("Werkte het?"),
                lambda line: choice_names.WORKED[line.said.worked] if line.said else "",
                lambda line, chosen: self._write(line, chosen),
                choices=lambda: list(choice_names.WORKED.items()),
                start=lambda line: line.said.worked if line.said else "",
                width=96,
            ),
            Column(
                "why",
                self.tr("Waarom"),
                lambda line: line.said.why if line.said else "",
                self._write_why,
                hint=self.tr("Waarom het werkte, of niet"),
            ),
            origin_column(self._page, "outcome", _FIRST),
        ]

    def show_dossier(self, dossier: Dossier, moment: Moment, today: date) -> None:
        self._dossier, self._today = dossier, today
        catalogue = self._page.session.catalogue
        said: dict[int, Outcome] = {}
        for one in sorted(dossier.outcomes, key=lambda one: (one.on_day, one.id)):
            if measuring.moment_now(dossier, one.on_day) == moment:
                said[one.intervention] = one
        lines = [
            Line(step.id, moment, names.intervention_name(step, catalogue), said.get(step.id))
            for step in dossier.interventions
        ]
        self.table.show_records(lines)
        self.table.setVisible(bool(lines))
        self._help.setText(
            self.tr("Druk J (ja), D (deels), N (nee) of T (te vroeg).")
            if lines
            else self.tr("Nog geen doorbraak. Zet hem eerst op het blad Doorbraak.")
        )

    def _say(self, line: Line, worked: Worked) -> None:
        try:
            self._write(line, worked)
        except InputError as error:
            self._page.session.problem.emit(error)
            return
        go_on(self.table)

    def _write(self, line: Line, worked: Worked) -> None:
        """Raises InputError."""
        if line.said is not None:
            self._page.run(self.tr("Antwoord wijzigen"), outcomes.set_worked, line.said.id, worked)
            return
        self._page.run(self.tr("Antwoord toevoegen"), outcomes.add, line.intervention, worked, self._day(line.moment))

    def _day(self, moment: Moment) -> date:
        """Today, or the day of a moment that is past: an answer belongs to the months in which it was given."""
        if self._dossier is None or measuring.moment_now(self._dossier, self._today) == moment:
            return self._today
        return measuring.moment_days(self._dossier)[moment]

    def _write_why(self, line: Line, typed: str) -> None:
        said = said_of(line, _FIRST, "why")
        self._page.run(self.tr("Reden wijzigen"), outcomes.set_why, said.id, typed)

    def _take_back(self, line: Line) -> None:
        if line.said is not None:
            self._page.attempt(self.tr("Antwoord weghalen"), outcomes.remove, line.said.id)
