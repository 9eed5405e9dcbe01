"""Uitwisselen: what goes to the coordinator, what stays here, and the two files that may leave this laptop."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import UserError
from doorbraak.model.exchange import (
    export_periods,
    lacking,
    periods,
    rules,
    sent,
    table_catalogue,
    tables,
    xray,
    xray_words,
)
from doorbraak.model.exchange.coordinator_key import CoordinatorKey, spoken
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.sending import Preparing
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.overview.exchange_file import ExchangeFile
from doorbraak.ui.overview.exchange_lacking import go_on
from doorbraak.ui.overview.exchange_reading import ExchangeReading
from doorbraak.ui.overview.exchange_tables import Absent, ExchangeTables
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, card, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.sides import Sides
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_AT_ONCE = 40  # households that are counted in half a second; more are counted when somebody asks


class ExchangePage(OverviewPage):
    """Nothing leaves from here but what the tables on it show."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Uitwisselen"))
        self._session = session
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
            (self._card("exchange", self.tr("Uitwisselbestand"), self._make), 380),
            (self._card("summary", self.tr("Samenvatting"), self._summary), 330),
            (self._card("coordinator", self.tr("Coördinator"), self._take), 330),
        )
        cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.reading = ExchangeReading(self.tr("Voortgang"))
        self.reading.ended.connect(self._counted)
        self.reading.failed.connect(session.problem)
        for one in (self._look, self.reading):
            one.setParent(self)  # before the tables are made: Tab goes as one reads
        self.tables = ExchangeTables(session, self)
        self.tables.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Wat gaat er naar de coördinator, en wat blijft hier?"), self.period))
        column.addWidget(quiet(xray_words.SHORT))
        column.addWidget(self._example)
        column.addWidget(self.period)
        column.addWidget(cards)
        self._look_row = _at_left(self._look)
        column.addWidget(block(self._said, self._look_row, self.reading))
        column.addWidget(self.tables, 1)
        column.addStretch()  # where the tables would be
        session.changed.connect(self._changed)

    def _card(self, key: str, title: str, act: QPushButton) -> QFrame:
        frame, figure, line = card(title)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)  # of the three the first words stand on one line
        self._figures[key] = figure, line
        column = frame.layout()
        assert isinstance(column, QVBoxLayout)
        column.addSpacing(8)
        column.addWidget(act)
        return frame

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, _: Changes) -> None:
        """What was read is not what would leave any more."""
        self._let_go()
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
        if self.reading.prepared is None and not self.reading.running:
            self._read(key, homes, today)
        self._say_counted(homes, key, offered)
        self._say_coordinator(key)
        self._show()

    def _called(self, period: Period, made: dict[str, date]) -> str:
        name = export_periods.name(period)
        on = made.get(str(period))
        return self.tr("%s, gemaakt op %s") % (name, shown_day(on)) if on else name

    def _read(self, key: CoordinatorKey | None, homes: Sequence[Household], today: date) -> None:
        """Unless there is nothing to show, or so much that somebody has to ask for it first, and then waits."""
        period = self._chosen()
        if key is None or period is None:
            return
        many = sum(periods.open_in(home, period) for home in homes) > _AT_ONCE
        if many and not self._asked:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            known = table_catalogue.load()
            preparing = Preparing(self._session.store, self._session.catalogue, known, period, today)
            if many:
                self.reading.read(self.tr("Bezig met tellen… Er gaat nog niets weg."), preparing)
            else:
                self.reading.read_all(preparing)
        except UserError as error:
            self._session.problem.emit(error)
        finally:
            QApplication.restoreOverrideCursor()

    def _counted(self, whole: bool) -> None:
        """All of it is there, or somebody stopped."""
        self._asked = whole
        if not self.isVisible():
            return
        self.refresh()
        if not self.reading.go_on():
            self.take_focus()

    def _let_go(self) -> None:
        self._asked = False
        self.reading.let_go()

    def _chosen(self) -> Period | None:
        return periods.parse(self.period.value) if self.period.value else None

    # -- showing ----------------------------------------------------------------------------------------

    def _say_counted(
        self, homes: Sequence[Household], key: CoordinatorKey | None, offered: Sequence[Period]
    ) -> None:  # fmt: skip
        period = self._chosen()
        number = sum(periods.open_in(home, period) for home in homes) if period is not None else 0
        again = self.reading.prepared is not None and self.reading.prepared.again
        said = xray_words.size_of(number)
        if again and self.reading.prepared is not None:
            said = xray_words.again_of(self.reading.prepared.changed)
        self._figure("exchange", _households(number), _labelled(xray_words.EXCHANGE_LABEL, said))
        shown = rules.size_class(len(homes)) if homes else "0"
        said = _labelled(xray_words.SUMMARY_LABEL, xray_words.summary_of(len(homes)))
        self._figure("summary", self.tr("%s huishoudens") % shown, said)
        counting_now = self.reading.running
        self._make.setEnabled(key is not None and number > 0 and not counting_now)
        self._make.setText(self.tr("Hetzelfde bestand &maken…") if again else self.tr("Uitwisselbestand &maken…"))
        self._summary.setEnabled(bool(homes))
        waiting = self.reading.prepared is None and key is not None and number > 0 and not counting_now
        for one in (self._look, self._look_row):
            one.setVisible(waiting)
        self._said.setVisible(not counting_now)  # the bar says it
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
        if self.reading.prepared is None:
            said = self.tr("Nog niet gelezen: %s. Dat duurt ongeveer %d tellen.") % (
                _households(number), max(2, number // 40),
            )  # fmt: skip
            return self.tr("Gestopt. Er is niets gemaakt.") + " " + said if self.reading.stopped else said
        return self.tr("Dit is alles. Wat niet in deze tabel staat, gaat niet weg. Enter toont een heel vakje.")

    def _say_coordinator(self, key: CoordinatorKey | None) -> None:
        own = sent.sender(self._session.store)
        mine = self.tr("Jouw controlegetal: %s") % spoken(own.fingerprint) if own is not None else ""
        if key is None:
            said = self.tr("Zonder sleutel kan niemand een bestand openen, dus er gaat niets weg.")
            self._figure("coordinator", self.tr("Nog geen sleutel"), said)
        else:
            said = self.tr("Controlegetal: %s") % key.spoken
            self._figure("coordinator", self.tr("Sleutel bekend"), "\n".join(part for part in (said, mine) if part))
        self._take.setText(self.tr("Sl&eutel vervangen…") if key else self.tr("Sl&eutel overnemen…"))

    def _figure(self, key: str, figure: str, line: str) -> None:
        shown, under = self._figures[key]
        shown.setText(figure)
        shown.setAccessibleDescription(line)
        under.setText(line)

    def _show(self) -> None:
        self.tables.setVisible(self.reading.prepared is not None)
        if self.reading.prepared is None:
            self.tables.show_nothing()
            return
        seen = xray.xray(self.reading.prepared)
        homes = household.all_of(self._session.store)
        names = {home.number: home.name for home in homes}
        reasons = dict(xray_words.missing(seen))
        counted = {home.number for home in self.reading.prepared.homes} | set(reasons)
        reasons |= {home.number: xray_words.BESIDE_REAL for home in homes if home.number not in counted}
        absent = [Absent(number, names.get(number, ""), why) for number, why in sorted(reasons.items())]
        self.tables.show_xray(seen, absent)

    # -- what can be done -------------------------------------------------------------------------------

    def _choose(self) -> None:
        self._let_go()
        self.refresh()

    def _look_now(self) -> None:
        self._read_all(self.tables.take_focus)

    def _make_file(self) -> None:
        """What was typed just now counts, and is shown before it goes."""
        self._session.flush()
        period = self._chosen()
        lacks = lacking.lacking(self._session.store, period) if period is not None else None
        if lacks and not go_on(self._session, lacks, self.window()):
            return
        if self.isVisible():  # a lock may have closed the question
            self._read_all(self._make_now)

    def _read_all(self, then: Callable[[], object]) -> None:
        self._asked = True
        self.refresh()
        self.reading.after(then)

    def _make_now(self) -> None:
        prepared = self.reading.prepared
        if prepared is None:
            return
        out = self._out()
        try:
            out.make(prepared)
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
        if self.reading.prepared is not None:
            self.tables.take_focus()
        elif self._look.isEnabled() and not self._look.isHidden():
            self._look.setFocus()
        else:
            self._take.setFocus()

    def forget(self) -> None:
        self._again.stop()
        self._let_go()
        self.tables.forget()
        self._said.clear()


def _labelled(label: str, said: str) -> str:
    """What kind of data it is first: that decides who may have it."""
    return f"{label[:1].upper()}{label[1:]}.\n{said}"


def _at_left(button: QWidget) -> QWidget:
    """As wide as its words."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch()
    return holder


def _households(number: int) -> str:
    return "1 huishouden" if number == 1 else f"{number} huishoudens"
