"""The sums on the page of costs: four figures above, and per law and payer beside the lines."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTableWidget, QTableWidgetItem, QWidget

from doorbraak.model import money
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import Row, Saving
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, card, heading, quiet
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.plain import tooltip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultBlock(QWidget):
    """Shows one `Saving`. `tables` is the part that stands beside the lines."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._catalogue = session.catalogue
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._cards = {}
        for key, title in (
            ("current", self.tr("Zoals het nu gaat")),
            ("threatening", self.tr("Als er niets verandert")),
            ("plan", self.tr("Met het plan")),
            ("saving", self.tr("Besparing in 12 maanden")),
        ):
            frame, figure, line = card(title)
            self._cards[key] = (figure, line)
            row.addWidget(frame, 3 if key == "saving" else 2)
        self._laws = _Table(self.tr("Besparing per wet"))
        self._payers = _Table(self.tr("Besparing per betaler"))
        self._beside = quiet()
        self.tables = block(
            heading(self.tr("Per wet"), self._laws),
            self._laws,
            heading(self.tr("Per betaler"), self._payers),
            self._payers,
            self._beside,
        )

    def show_saving(self, saving: Saving, dossier: Dossier) -> None:
        public = saving.public
        self._say("current", public.current, self.tr("publiek geld per jaar"))
        threats = self.tr("nog geen dreiging ingevuld")
        if dossier.events:
            threats = self.tr("met wat er dreigt, naar kans")
        self._say("threatening", public.threatening, threats)
        self._say("plan", public.plan, self.tr("met de kosten van de doorbraak zelf"))
        band = saving.band
        spread = self.tr("waarschijnlijk %s tot %s") % (money.whole(band.low), money.whole(band.high))
        if band.assumed:
            spread += self.tr(" (prijzen ±25%, aangenomen)")
        if not saving.lines:
            spread = self.tr("nog geen kosten ingevuld")
        parts = self.tr("%s direct, %s voorkomen") % (
            money.whole(public.direct),
            money.whole(public.prevented),
        )
        self._say("saving", public.saving, f"{parts}\n{spread}")
        _fill(self._laws, saving.by_law, lambda row: names.law_name(row.id, self._catalogue))
        _fill(self._payers, saving.by_payer, lambda row: names.payer_name(row.id, self._catalogue))
        lines = [
            self.tr("Vanaf %s, 12 maanden, in prijzen van de bronnen.") % shown_day(saving.start),
            self.tr("Niet meegeteld, privaat: %s nu.") % money.whole(saving.private.current),
            *self._without_payer(saving),
            self.tr("Zonder uitkeringen en toeslagen: %s nu.") % money.whole(saving.public_without_transfers.current),
        ]
        self._beside.setText("\n".join(lines))

    def _without_payer(self, saving: Saving) -> list[str]:
        count = sum(not row.line.payer for row in saving.lines)
        return [self.tr("Nog zonder betaler, dus privaat: %d kostenposten.") % count] if count else []

    def _say(self, key: str, cents: int, line: str) -> None:
        figure, under = self._cards[key]
        figure.setText(money.whole(cents))
        under.setText(line)


class _Table(QTableWidget):
    """Name, direct, prevented; wide enough for a million at any size of letters."""

    def __init__(self, title: str) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(title)
        self.setHorizontalHeaderLabels(["", "Direct", "Voorkomen"])
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setAccessibleName(title)
        for at in (1, 2):
            self.horizontalHeaderItem(at).setTextAlignment(_RIGHT)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(26 * theme.zoom()))
        amount = round(92 * theme.zoom())
        self.setColumnWidth(0, max(round(90 * theme.zoom()), self.viewport().width() - 2 * amount))
        for at in (1, 2):
            self.setColumnWidth(at, amount)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def _fill(table: QTableWidget, rows: tuple[Row, ...], name: Callable[[Row], str]) -> None:
    table.setRowCount(len(rows))
    for at, row in enumerate(rows):
        for column, text in enumerate((name(row), money.whole(row.amounts.direct), money.whole(row.amounts.prevented))):
            item = QTableWidgetItem(text)
            item.setToolTip(tooltip(text))
            if column:
                item.setTextAlignment(_RIGHT)
            table.setItem(at, column, item)
