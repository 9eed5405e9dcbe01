"""Rondje afsluiten: all that lies on this laptop, the longest first, and what can be done with each: a colleague has it
from now on, or it is wiped. What came of the round is a list to keep.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLabel, QVBoxLayout

from doorbraak.model import policy
from doorbraak.model.dossier import household
from doorbraak.model.exchange import export_periods
from doorbraak.model.handover import on_the_way
from doorbraak.model.handover.on_the_way import Given
from doorbraak.model.insight import held_here
from doorbraak.model.insight.held_here import Held
from doorbraak.ui.backups_steps import Steps
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.handover_all import HandoverAll
    from doorbraak.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Line:
    held: Held
    given: Given | None

    @property
    def id(self) -> int:
        return self.held.household.id


class ClosingRoundPage(OverviewPage):
    """Nothing goes by this page itself: each button is the way that the menu has for one household, or for several."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Rondje afsluiten"))
        self._session = session
        self._lines: tuple[_Line, ...] = ()
        names = {"all": self.tr("Alle"), "long": self.tr("Lang hier"), "given": self.tr("Onderweg")}
        self._filters = FilterBar(self.tr("Welke huishoudens"), names, self)
        self._filters.chosen.connect(lambda _: self._filter())
        self._help, self._chosen, self._counted = quiet(), quiet(), QLabel()
        self._counted.setWordWrap(True)
        self._table = RecordTable(session, "closing_round", self.tr("Rondje afsluiten"), self._columns(), self)
        self._table.opened.connect(lambda one: self.found.emit(one.id, "household"))
        self._table.current.connect(lambda _: self._offer())
        self._give = button(self.tr("Over&dragen…"), self._on_one(_hand_over))
        self._erase = button(self.tr("Voor&goed wissen…"), self._on_one(_erase))
        self._all = button(self.tr("&Alles overdragen…"), self._hand_all_over)
        self._steps = Steps(self.tr("Overdragen"))
        self._steps.ended.connect(lambda _: self._ended())
        self._giving: HandoverAll | None = None
        self._asked = 0
        self._list = button(self.tr("Lijst van dit rond&je…"), lambda: _show_list(self._window()))
        self._exchange = button(self.tr("Naar &Uitwisselen"), lambda: session.wanted.emit("Uitwisselen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Rondje afsluiten: wat staat er nog op deze laptop?"), self._table),
                self._filters,
                self._help,
                self._table,
                (self._chosen, self._give, self._erase, self._all, self._list),
                self._steps,
                (self._counted, self._exchange),
            )
        )
        session.changed.connect(lambda _: self.refresh() if self.isVisible() else None)
        session.copied.connect(lambda: self.refresh() if self.isVisible() else None)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "number", self.tr("Nummer"), lambda line: str(line.held.household.number), numeric=True, width=80,
                sort=lambda line: line.held.household.number,
            ),
            Column("name", self.tr("Huishouden"), lambda line: line.held.household.name or self.tr("(nog geen naam)")),
            Column(
                "here_since", self.tr("Hier sinds"), lambda line: shown_day(line.held.household.here_since), width=110,
                sort=lambda line: line.held.household.here_since.toordinal(),
                hint=self.tr("De dag waarop het op deze laptop is gemaakt of ingenomen."),
            ),
            Column(
                "days", self.tr("Dagen hier"), lambda line: str(line.held.days), numeric=True, width=100,
                sort=lambda line: line.held.days,
            ),
            Column("standing", self.tr("Stand"), self._standing, fits=True),
        ]  # fmt: skip

    def _standing(self, line: _Line) -> str:
        home, said = line.held.household, []
        if line.given is not None:
            said.append(self.tr("Onderweg naar %s") % line.given.label)
        elif home.closed is not None:
            said.append(self.tr("Gesloten op %s") % shown_day(home.closed))
        if line.held.mark:
            said.append(line.held.mark)
        if home.example:
            said.append(self.tr("Voorbeeld"))
        return " · ".join(said)

    def take_focus(self) -> None:
        if self._table.record() is None:
            self._table.select_first()
        self._table.setFocus()

    def refresh(self) -> None:
        store, today = self._session.store, date.today()
        most = policy.in_force().held_days
        given = {one.household: one for one in on_the_way.all_of(store)}
        found = held_here.held(household.all_of(store), today, most)
        self._lines = tuple(_Line(one, given.get(one.household.id)) for one in found)
        long = sum(line.held.long for line in self._lines)
        self._filters.show_counts({"all": len(self._lines), "long": long, "given": len(given)})
        self._counted.setText(self._said_of_exchange(today))
        self._filter()

    def _said_of_exchange(self, today: date) -> str:
        """Before a wipe: what was not sent yet does not count any more."""
        waiting = export_periods.waiting(self._session.store, today)
        self._exchange.setVisible(waiting is not None)
        if waiting is None:
            return self.tr("Wat je overdraagt, telt bij je collega mee. Wat je wist, telt dit kwartaal niet mee.")
        name = export_periods.name(waiting)
        return self.tr("Over het %s is nog niets gestuurd. Doe dat eerst: wat je wist, telt daarin niet mee.") % name

    def _filter(self) -> None:
        key = self._filters.key
        shown = [
            line for line in self._lines
            if key == "all" or (key == "long" and line.held.long) or (key == "given" and line.given is not None)
        ]  # fmt: skip
        self._table.show_records(shown)
        if not self._lines:
            said = self.tr("Er staat niets meer op deze laptop. Je rondje is klaar.")
        elif not shown:
            said = self.tr("Geen enkel huishouden nu. Kies “Alle” om de hele lijst te zien.")
        else:
            said = self.tr(
                "Helpt een collega dit gezin verder? Draag het over. Is het niet meer nodig? Wis het. Raakt een laptop "
                "kwijt waar weinig op staat, dan raakt dat weinig gezinnen."
            )
        self._help.setText(said)
        self._offer()

    def _offer(self) -> None:
        line: _Line | None = self._table.record()
        away = line is not None and line.given is not None
        self._give.setText(self.tr("Ant&woord invoeren…") if away else self.tr("Over&dragen…"))
        self._chosen.setText(self.tr("Gekozen: huishouden %d") % line.held.household.number if line is not None else "")
        for one in (self._give, self._erase):
            one.setEnabled(line is not None)
        self._erase.setEnabled(line is not None and line.given is None)
        self._all.setEnabled(any(line.given is None for line in self._lines))

    def _on_one(self, act: Callable[["MainWindow", int], None]) -> Callable[[], None]:
        def done() -> None:
            line: _Line | None = self._table.record()
            if line is not None:
                act(self._window(), line.id)

        return done

    def _hand_all_over(self) -> None:
        from doorbraak.ui.handover_all import HandoverAll

        giving_all = HandoverAll(self._window())
        steps = giving_all.steps([line.held.household for line in self._lines if line.given is None])
        if steps:
            self._giving, self._asked = giving_all, len(steps)
            self._all.setEnabled(False)
            self._steps.run(self.tr("De bestanden worden gemaakt…"), steps)

    def _ended(self) -> None:
        if self._giving is not None:
            self._giving.say(self._asked)
            self._giving = None
        self.refresh()

    def _window(self) -> "MainWindow":
        return cast("MainWindow", self.window())


# -- what is loaded when it is chosen -------------------------------------------------------------------------


def _hand_over(window: "MainWindow", of: int) -> None:
    from doorbraak.ui.handover import Handover

    Handover(window).hand_over(of)


def _erase(window: "MainWindow", of: int) -> None:
    from doorbraak.ui.erase import erase

    erase(window, of)


def _show_list(window: "MainWindow") -> None:
    from doorbraak.ui.closing_list import show_list

    show_list(window)
