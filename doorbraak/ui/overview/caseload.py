"""Besparingen: what the plans of all households in this workspace save together, and for whom."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.documents.reasons import one_sided
from doorbraak.model.insight.caseload import Caseload
from doorbraak.model.insight.measuring import found_words
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.overview.caseload_reading import CaseloadReading
from doorbraak.ui.overview.caseload_tables import CaseloadTables
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, card, heading, quiet
from doorbraak.ui.widgets.numbers import shown_day


class CaseloadPage(OverviewPage):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Besparingen"))
        self._session = session
        self._reading = CaseloadReading(session, self)
        self._reading.advanced.connect(self._show_progress)
        self._reading.ended.connect(self._show_all)
        self._again = QTimer(self)  # several changes in a row are one reading
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.refresh)
        self._who, self._freed = quiet(), quiet()
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Hoeveel huishoudens er gelezen zijn"))
        self._stop = button(self.tr("&Stoppen"), self._stop_or_go_on)
        self._cards: dict[str, tuple[QLabel, QLabel]] = {}
        self.tables = CaseloadTables(session, self)
        self._lay_out()
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, title in (
            ("current", self.tr("Zoals het nu gaat")),
            ("threatening", self.tr("Als er niets verandert")),
            ("plan", self.tr("Met de plannen")),
            ("saving", self.tr("Besparing in 12 maanden")),
        ):
            frame, figure, line = card(title)
            self._cards[key] = (figure, line)
            row.addWidget(frame, 3 if key == "saving" else 2)
        self._progress = QWidget()
        progress = QHBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.addWidget(self._bar, 1)
        progress.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Wat leveren alle plannen samen op?"), self.tables))
        column.addWidget(self._who)
        column.addWidget(self._progress)
        column.addLayout(row)
        column.addWidget(self._freed)
        column.addWidget(self.tables, 1)
        self._progress.hide()

    def take_focus(self) -> None:
        self.tables.take_focus()

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self._again.start()

    def refresh(self) -> None:
        self._stop.setText(self.tr("&Stoppen"))
        self._reading.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no reading on."""
        super().hideEvent(event)
        self._reading.stop()

    def forget(self) -> None:
        self._again.stop()
        self._reading.forget()
        self.tables.charts.forget()

    def _stop_or_go_on(self) -> None:
        if not self._reading.going:
            self.refresh()
            return
        self._reading.stop()
        self._stop.setText(self.tr("&Verder lezen"))
        self._show(self._reading.caseload())

    def _show_progress(self, read: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(read)
        self._bar.setFormat(self.tr("%v van %m huishoudens gelezen"))
        self._progress.show()

    def _show_all(self) -> None:
        waiting = self._stop.hasFocus()
        self._progress.hide()
        self._show(self._reading.caseload())
        if waiting:
            self.take_focus()

    # -- showing ----------------------------------------------------------------------------------------

    def _show(self, found: Caseload) -> None:
        self._who.setText(self._who_said(found))
        self._freed.setVisible(found.households > 0)
        public, band = found.public, found.band
        self._say("current", public.current, self.tr("publiek geld per jaar"))
        self._say("threatening", public.threatening, self.tr("met wat er dreigt, naar kans"))
        own = money.whole(-found.own_cost.saving)
        self._say("plan", public.plan, self.tr("met %s voor de doorbraken zelf") % own)
        spread = self.tr("waarschijnlijk %s tot %s") % (money.whole(band.low), money.whole(band.high))
        if side := one_sided(band):
            spread += f", {side}"
        if band.assumed:
            spread += self.tr(" (deels prijzen ±25%, aangenomen)")
        if not public.current and not public.threatening and not public.plan:
            spread = self.tr("nog geen kosten ingevuld")
        parts = self.tr("%s direct, %s voorkomen") % (money.whole(public.direct), money.whole(public.prevented))
        self._say("saving", public.saving, f"{parts}\n{spread}")
        self._freed.setText(self._freed_said(found))
        self.tables.show_caseload(found, self._reading.counted())

    def _who_said(self, found: Caseload) -> str:
        if not found.households:
            return self.tr("Nog geen huishoudens. Zodra er kosten in een dossier staan, tellen ze hier mee.")
        said = [self.tr("VOORBEELD: deze huishoudens zijn verzonnen of gepubliceerd.")] if self._reading.example else []
        said.append(
            self.tr("%d huishoudens: %d open, %d gesloten.") % (found.households, found.open, found.closed)
            if found.households > 1
            else self.tr("1 huishouden.")
        )
        first, last = (shown_day(day) for day in found.first_days) if found.first_days else ("", "")
        if not first:
            said.append(self.tr("Nog niets is gepland: pas met een plandatum of doorbraak tellen de bedragen mee."))
        elif first == last:
            said.append(self.tr("Het eerste jaar begint op %s.") % first)
        else:
            said.append(self.tr("Het eerste jaar begint tussen %s en %s.") % (first, last))
        if found.without_plan and first:
            said.append(self.tr("Nog zonder plan of doorbraak, en dus in geen bedrag: %d.") % found.without_plan)
        said.append(self.tr("Prijzen van %d.") % found.level.year)
        if self._reading.left_out:
            said.append(self.tr("Voorbeelden tellen niet mee: %d.") % self._reading.left_out)
        if not self._reading.going and not self._progress.isHidden():
            said.insert(0, self.tr("Dit is een deel: het lezen is gestopt."))
        return " ".join(said)

    def _freed_said(self, found: Caseload) -> str:
        freed = found.freed
        if not freed.hours and not freed.not_in_hours:
            return self.tr("Nog geen kostenpost is capaciteit. Kies dat op het blad Rekensom, dan tellen de uren hier.")
        hours, fte = found_words(round(freed.hours) * 100), found_words(round(freed.fte * 10) * 10)
        said = self.tr("Vrije capaciteit: %s uur per jaar, dat is %s fte.") % (hours, fte)
        said += " " + self.tr("Aanname: %s uur per fte.") % found_words(freed.hours_per_fte * 100)
        if freed.not_in_hours:
            said += " " + self.tr("Niet in uren te tellen: %s.") % wording.count(
                freed.not_in_hours, "kostenpost", "kostenposten"
            )  # fmt: skip
        return said

    def _say(self, key: str, cents: int, line: str) -> None:
        figure, under = self._cards[key]
        figure.setText(money.whole(cents))
        under.setText(line)
