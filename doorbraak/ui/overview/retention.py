"""Bewaartermijnen: how long each household is kept and why, what is past first; and the proofs of what was erased."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from doorbraak.model.documents import erasure_proof, log_words
from doorbraak.model.dossier import erasure, household, last_changes
from doorbraak.model.insight import retention
from doorbraak.model.insight.retention import Kept
from doorbraak.model.workspace.tombstones import Tombstone
from doorbraak.ui.erase_proof import show_proof
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_NEVER = date.max.toordinal()  # those without a day come last
_PROOFS = 4  # rows in sight


class RetentionPage(OverviewPage):
    """Nothing is erased here: Enter opens the household, and its menu erases it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Bewaartermijnen"))
        self._session = session
        self._kept: tuple[Kept, ...] = ()
        self._round = button(self.tr("Rond&je afsluiten"), lambda: session.wanted.emit("Rondje afsluiten"))
        self._filters = FilterBar(self.tr("Welke termijnen"), {"all": self.tr("Alle"), **retention.STANDINGS}, self)
        self._filters.chosen.connect(lambda _: self._filter())
        self._help = quiet()
        self._table = RecordTable(session, "retention", self.tr("Bewaartermijnen"), self._columns(), self)
        self._table.opened.connect(lambda one: self.found.emit(one.id, "household"))
        self._erased = LowTable(session, "tombstone", self.tr("Gewist"), self._of_erased(), self, rows=_PROOFS)
        self._erased.current.connect(lambda _: self._offer())
        self._erased.opened.connect(lambda _: self._show_proof())
        self._proof = button(self.tr("Be&wijs…"), self._show_proof)
        self._below = block((heading(self.tr("Wat is er gewist?"), self._erased), self._proof), self._erased)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Hoe lang bewaren we wat?"), self._table),
                (self._filters, self._round),
                self._help,
                self._table,
            ),
            1,
        )
        column.addWidget(self._below)
        session.changed.connect(lambda _: self.refresh() if self.isVisible() else None)
        session.copied.connect(lambda: self._show_erased() if self.isVisible() else None)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "number",
                self.tr("Nummer"),
                lambda one: str(one.number),
                numeric=True,
                width=80,
                sort=lambda one: one.number,
            ),
            Column("name", self.tr("Huishouden"), lambda one: one.name or self.tr("(nog geen naam)"), width=170),
            Column("standing", self.tr("Stand"), lambda one: retention.STANDINGS[one.standing], width=160),
            Column(
                "until",
                self.tr("Bewaren tot en met"),
                lambda one: shown_day(one.until),
                width=140,
                sort=lambda one: one.until.toordinal() if one.until else _NEVER,
            ),
            Column("check", self.tr("Zeker?"), lambda one: self.tr("Nakijken") if one.check else "", width=80),
            Column("basis", self.tr("Waarom"), lambda one: one.basis, tip=lambda one: one.term),
            Column("source", self.tr("Bron"), lambda one: one.source, width=200),
        ]

    def _of_erased(self) -> list[Column]:
        return [
            Column("at", self.tr("Moment"), lambda one: log_words.moment(one.at), width=150, sort=lambda one: one.at),
            Column(
                "number",
                self.tr("Nummer"),
                lambda one: str(one.number),
                numeric=True,
                width=80,
                sort=lambda one: one.number,
            ),
            Column("ground", self.tr("Waarom"), erasure_proof.ground_words),
            Column(
                "done",
                self.tr("Overal weg?"),
                lambda one: self.tr("Ja") if erasure.is_done(one) else self.tr("Nog niet: zie het bewijs"),
                width=200,
            ),
        ]

    def take_focus(self) -> None:
        if self._table.record() is None:
            self._table.select_first()
        self._table.setFocus()

    def refresh(self) -> None:
        store = self._session.store
        homes, changed = household.all_of(store), last_changes.of_all(store)
        self._kept = retention.kept(homes, changed, self._session.catalogue, date.today())
        counted = {name: sum(one.standing == name for one in self._kept) for name in retention.STANDINGS}
        self._filters.show_counts({"all": len(self._kept), **counted})
        self._filter()
        self._show_erased()

    def _filter(self) -> None:
        shown = [one for one in self._kept if self._filters.key in ("all", one.standing)]
        self._table.show_records(shown)
        if not self._kept:
            said = self.tr("Nog geen huishoudens.")
        elif not shown:
            said = self.tr("Geen enkel huishouden nu. Kies “Alle” om de hele lijst te zien.")
        else:
            said = self.tr(
                "De termijn telt vanaf de laatste wijziging van het dossier. Bij “Nakijken” is de termijn of die dag "
                "niet zeker. Enter opent het huishouden. Wissen kan daar, in het menu Huishouden."
            )
        self._help.setText(said)

    def _show_erased(self) -> None:
        proofs = [one for one in erasure.proofs(self._session.store) if one.places]  # not by a colleague
        self._erased.show_records(proofs)
        self._below.setVisible(bool(proofs))
        if proofs and self._erased.record() is None:
            self._erased.select_first()
        self._offer()

    def _offer(self) -> None:
        self._proof.setEnabled(self._erased.record() is not None)

    def _show_proof(self) -> None:
        chosen: Tombstone | None = self._erased.record()
        if chosen is not None:
            show_proof(self.window(), chosen)  # type: ignore[arg-type]
