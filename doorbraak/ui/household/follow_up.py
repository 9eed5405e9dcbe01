"""Nameting: how it is after 3, 6 and 12 months, on one screen of two minutes."""

from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.insight import choice_names, measuring
from doorbraak.model.insight.measuring import CORE_MOMENTS
from doorbraak.ui.household.follow_up_lines import LinesBlock
from doorbraak.ui.household.follow_up_measures import MeasuresRow
from doorbraak.ui.household.follow_up_result import ResultBlock
from doorbraak.ui.household.follow_up_worked import WorkedBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.sides import Sides


class FollowUpPage(Page):
    """One moment at a time; the one that has come last is chosen by itself."""

    tables = frozenset(
        {
            "household", "agency", "intervention", "cost_line", "threatening_event", "confirmation", "measurement",
            "outcome",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._shown = (0, date.min)  # for which household and day the moment was chosen
        self._dossier: Dossier | None = None
        names = {moment: choice_names.MOMENTS[moment] for moment in CORE_MOMENTS}
        self._moments = FilterBar(self.tr("Welke nameting?"), names, self)
        self._moments.chosen.connect(lambda _: self._show_moment())
        self._due = quiet()
        self._early = quiet(
            self.tr("Nog niets te bevestigen: dat begint na 3 maanden. Nu tellen alleen de zes vragen.")
        )
        self._measures = MeasuresRow(self)
        self._lines = LinesBlock(self)
        self._worked, self._result = WorkedBlock(self), ResultBlock(session)
        self._measures.done.connect(self._lines.take_focus)
        right = QWidget()
        under = QVBoxLayout(right)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(8)
        under.addWidget(self._worked)
        under.addWidget(self._result, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(block(heading(self.tr("Hoe gaat het nu?"), self._moments), self._moments, self._due))
        column.addWidget(self._measures)
        column.addWidget(self._early)
        column.addWidget(Sides(self, (self._lines, 530), (right, 590)), 1)

    @property
    def moment(self) -> Moment:
        chosen: Moment = self._moments.key
        return chosen

    def take_focus(self) -> None:
        """At the first question without an answer; when all have one, at the costs."""
        if not self._measures.take_focus():
            self._lines.take_focus()

    def refresh(self, dossier: Dossier) -> None:
        today = date.today()
        self._dossier = dossier
        reached = measuring.moment_now(dossier, today)
        days = measuring.moment_days(dossier)
        with QSignalBlocker(self._moments):
            for at, moment in enumerate(CORE_MOMENTS):
                self._moments.setTabText(at, f"{choice_names.MOMENTS[moment]} ({shown_day(days[moment])})")
                self._moments.setTabEnabled(at, at <= CORE_MOMENTS.index(reached))
            come = CORE_MOMENTS.index(self.moment) <= CORE_MOMENTS.index(reached)
            if self._shown != (self.household, today) or not come:
                self._moments.choose(reached)
        self._shown = self.household, today
        self._say_due(dossier, today)
        self._show_moment()

    def _say_due(self, dossier: Dossier, today: date) -> None:
        after = measuring.next_follow_up(dossier, today)
        if after is None:
            self._due.setText(self.tr("Er komt geen nameting meer."))
            return
        which, day = choice_names.MOMENTS[after.moment].lower(), shown_day(after.on)
        said = self.tr("De nameting %s kan nu, vanaf %s.") if after.due else self.tr("De nameting %s kan vanaf %s.")
        self._due.setText(said % (which, day))

    def _show_moment(self) -> None:
        if self._dossier is None:
            return
        moment, today = self.moment, date.today()
        saving = self.session.saving(self.household)
        self._measures.show_dossier(self._dossier, moment, today)
        self._lines.show_dossier(self._dossier, saving, moment, today)
        self._worked.show_dossier(self._dossier, moment, today)
        self._result.show_dossier(self._dossier, saving, today)
        begins = moment == "start"
        self._early.setVisible(begins)
        self._lines.setVisible(not begins)  # nothing to confirm yet: the rest may have its room
