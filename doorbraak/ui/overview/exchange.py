"""Uitwisselen: what goes to the coordinator, what stays here, and the two files that may leave this laptop."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import UserError
from doorbraak.model.exchange import (
    export_periods,
    periods,
    rules,
    sending,
    sent,
    table_catalogue,
    tables,
    xray,
    xray_words,
)
from doorbraak.model.exchange.coordinator_key import CoordinatorKey, spoken
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.sending import Prepared
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.overview.exchange_file import ExchangeFile
from doorbraak.ui.overview.exchange_tables import Absent, ExchangeTables
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, card, heading, quiet, stays
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.sides import Sides
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_AT_ONCE = 60  # households that are counted in half a second; more are counted when somebody asks


class ExchangePage(OverviewPage):
    """Nothing leaves from here but what the tables on it show."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Uitwisselen"))
        self._session = session
        self._prepared: Prepared | None = None
        self._asked = False
        self._again = QTimer(self, singleShot=True, interval=0)  # several changes in a row are one reading
        self._again.timeout.connect(self.refresh)
        self._example, self._said = WrappedLabel(), quiet()
        self._example.setTextFormat(Qt.TextFormat.PlainText)
        self.period = ChoiceBox(self.tr("Over welke periode"), parent=self)
        self.period.chosen.connect(lambda _: self._choose())
        self._make = button(self.tr("Uitwisselbestand &maken…"), self._make_file)
        self._summary = button(self.tr("&Samenvatting maken…"), self._make_summary)
        self._take = button(self.tr("Sl&eutel overnemen…"), self._take_key)
        self._look = button(self.tr("&Tonen wat weggaat"), self._look_now)
        self._figures: dict[str, tuple[QLabel, QLabel]] = {}
        cards = Sides(
            self,
            (self._card("exchange", self.tr("Uitwisselbestand: %s") % xray_words.EXCHANGE_LABEL, self._make), 380),
            (self._card("summary", self.tr("Samenvatting: %s") % xray_words.SUMMARY_LABEL, self._summary), 330),
            (self._card("coordinator", self.tr("Coördinator"), self._take), 330),
        )
        cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._look.setParent(self)  # before the tables are made: Tab goes as one reads
        self.tables = ExchangeTables(session, self)
        self.tables.opened.connect(self._open)
        stays(self.tables)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Wat gaat er naar de coördinator, en wat blijft hier?"), self.period))
        column.addWidget(quiet(xray_words.SHORT))
        column.addWidget(self._example)
        column.addWidget(self.period)
        column.addWidget(cards)
        column.addWidget(block(self._said, self._look))
        column.addWidget(self.tables, 1)
        session.changed.connect(self._changed)

    def _card(self, key: str, title: str, act: QPushButton) -> QFrame:
        frame, figure, line = card(title)
        self._figures[key] = figure, line
        column = frame.layout()
        assert column is not None
        column.addWidget(act)
        return frame

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, _: Changes) -> None:
        """What was read is not what would leave any more."""
        self._prepared, self._asked = None, False
        if self.isVisible():
            self._again.start()

    def refresh(self) -> None:
        self._again.stop()
        store, today = self._session.store, date.today()
        homes, example = tables.counted_in(store)
        key, made = sent.coordinator(store), export_periods.made(store)
        self._example.setVisible(example and bool(homes))
        self._example.setText(xray_words.EXAMPLE if example and homes else "")
        offered = export_periods.closed(homes, today)
        self.period.offer([(str(one), self._called(one, made)) for one in offered])
        self.period.setVisible(bool(offered))
        if self._prepared is None:
            self._prepared = self._read(key, homes, today)
        self._say_counted(homes, key, offered)
        self._say_coordinator(key)
        self._show()

    def _called(self, period: Period, made: dict[str, date]) -> str:
        name = export_periods.name(period)
        on = made.get(str(period))
        return self.tr("%s, gemaakt op %s") % (name, shown_day(on)) if on else name

    def _read(self, key: CoordinatorKey | None, homes: Sequence[Household], today: date) -> Prepared | None:
        """None: there is nothing to show, or so much that somebody has to ask for it first."""
        period = self._chosen()
        if key is None or period is None:
            return None
        if sum(periods.open_in(home, period) for home in homes) > _AT_ONCE and not self._asked:
            return None
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            known = table_catalogue.load()
            return sending.prepare(self._session.store, self._session.catalogue, known, period, today)
        except UserError as error:
            self._session.problem.emit(error)
            return None
        finally:
            QApplication.restoreOverrideCursor()

    def _chosen(self) -> Period | None:
        return periods.parse(self.period.value) if self.period.value else None

    # -- showing ----------------------------------------------------------------------------------------

    def _say_counted(
        self, homes: Sequence[Household], key: CoordinatorKey | None, offered: Sequence[Period]
    ) -> None:  # fmt: skip
        period = self._chosen()
        number = sum(periods.open_in(home, period) for home in homes) if period is not None else 0
        again = self._prepared is not None and self._prepared.again
        said = xray_words.size_of(number)
        if again and self._prepared is not None:
            said = xray_words.again_of(self._prepared.changed)
        self._figure("exchange", _households(number), said)
        shown = rules.size_class(len(homes)) if homes else "0"
        self._figure("summary", self.tr("%s huishoudens") % shown, xray_words.summary_of(len(homes)))
        self._make.setEnabled(key is not None and number > 0)
        self._make.setText(self.tr("Hetzelfde bestand &maken…") if again else self.tr("Uitwisselbestand &maken…"))
        self._summary.setEnabled(bool(homes))
        waiting = self._prepared is None and key is not None and number > 0
        self._look.setVisible(waiting)
        self._said.setText(self._help(homes, key, offered, number))

    def _help(
        self, homes: Sequence[Household], key: CoordinatorKey | None, offered: Sequence[Period], number: int
    ) -> str:
        if not homes:
            return self.tr("Nog geen huishoudens. Er gaat niets weg.")
        if key is None:
            return self.tr(
                "Nog geen sleutel van de coördinator. Vraag om het sleutelbestand, en kies “Sleutel overnemen”. "
                "Daarna zie je hier alles wat weggaat."
            )
        if not offered:
            first = periods.quarter_of(date.today()).last
            return self.tr("Nog geen kwartaal voorbij met een open dossier. Het eerste bestand kan na %s.") % shown_day(
                first
            )
        if self._prepared is None:
            return self.tr("Nog niet gelezen: %d huishoudens. Dat duurt ongeveer %d tellen.") % (
                number, max(2, number // 40),
            )  # fmt: skip
        return self.tr("Dit is alles. Wat niet in deze tabel staat, gaat niet weg. Enter toont een heel vakje.")

    def _say_coordinator(self, key: CoordinatorKey | None) -> None:
        own = sent.sender(self._session.store)
        mine = self.tr("Jouw controlegetal: %s") % spoken(own.fingerprint) if own is not None else ""
        if key is None:
            said = self.tr("Zonder sleutel kan niemand een bestand openen, dus er gaat niets weg.")
            self._figure("coordinator", self.tr("Nog geen sleutel"), said)
        else:
            said = self.tr("Controlegetal: %s") % spoken(key.fingerprint)
            self._figure("coordinator", self.tr("Sleutel bekend"), "\n".join(part for part in (said, mine) if part))
        self._take.setText(self.tr("Sl&eutel vervangen…") if key else self.tr("Sl&eutel overnemen…"))

    def _figure(self, key: str, figure: str, line: str) -> None:
        shown, under = self._figures[key]
        shown.setText(figure)
        shown.setAccessibleDescription(line)
        under.setText(line)

    def _show(self) -> None:
        self.tables.setVisible(self._prepared is not None)
        if self._prepared is None:
            self.tables.show_nothing()
            return
        seen = xray.xray(self._prepared)
        homes = household.all_of(self._session.store)
        names = {home.number: home.name for home in homes}
        reasons = dict(xray_words.missing(seen))
        counted = {home.number for home in self._prepared.homes} | set(reasons)
        reasons |= {home.number: xray_words.BESIDE_REAL for home in homes if home.number not in counted}
        absent = [Absent(number, names.get(number, ""), why) for number, why in sorted(reasons.items())]
        self.tables.show_xray(seen, absent)

    # -- what can be done -------------------------------------------------------------------------------

    def _choose(self) -> None:
        self._prepared, self._asked = None, False
        self.refresh()

    def _look_now(self) -> None:
        self._asked = True
        self.refresh()
        self.tables.take_focus()

    def _make_file(self) -> None:
        self._session.flush()
        if self._prepared is None:
            self._asked = True
        self.refresh()  # what was typed just now counts, and is shown before it goes
        if self._prepared is None:
            return
        out = self._out()
        try:
            out.make(self._prepared)
        finally:
            out.deleteLater()

    def _make_summary(self) -> None:
        self.window().outgoing.summary()  # type: ignore[attr-defined]

    def _take_key(self) -> None:
        out = self._out()
        try:
            out.take_key()
        finally:
            out.deleteLater()

    def _out(self) -> ExchangeFile:
        return ExchangeFile(self.window())  # type: ignore[arg-type]

    def _open(self, number: int) -> None:
        try:
            self.found.emit(household.by_number(self._session.store, number).id, "")
        except UserError as error:
            self._session.problem.emit(error)

    def take_focus(self) -> None:
        if self._prepared is not None:
            self.tables.take_focus()
        elif self._look.isEnabled() and not self._look.isHidden():
            self._look.setFocus()
        else:
            self._take.setFocus()

    def forget(self) -> None:
        self._again.stop()
        self._prepared, self._asked = None, False
        self.tables.forget()
        self._said.clear()


def _households(number: int) -> str:
    return "1 huishouden" if number == 1 else f"{number} huishoudens"
