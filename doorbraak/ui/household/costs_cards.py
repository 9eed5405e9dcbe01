"""The four figures above the rekensom. Each opens into its lines."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.documents import sum_words
from doorbraak.model.documents.reasons import Reason, one_sided, spread, sum_reason
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.unpriced import unpriced
from doorbraak.model.insight.why import Part
from doorbraak.ui.widgets.blocks import quiet

_NAMES: tuple[Part, ...] = ("current", "threatening", "plan", "saving")


class CardsBlock(QWidget):
    """Shows one `Saving` over 12 months. `asked` gives the reason of the card that was pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        titles = (
            self.tr("Zoals het nu gaat"),
            self.tr("Als er niets verandert"),
            self.tr("Met het plan"),
            self.tr("Besparing in 12 maanden"),
        )
        self.cards = {part: Card(title) for part, title in zip(_NAMES, titles, strict=True)}
        for part, card in self.cards.items():
            card.clicked.connect(partial(self._ask, part))
            row.addWidget(card, 3 if part == "saving" else 2)
        self._why: dict[str, Callable[[], Reason]] = {}

    def show_saving(self, saving: Saving, dossier: Dossier) -> None:
        public, lines = saving.public, saving.public_lines
        threats = self.tr("met wat er dreigt, naar kans") if dossier.events else self.tr("nog geen dreiging ingevuld")
        under = {
            "current": self.tr("publiek geld per jaar"),
            "threatening": threats,
            "plan": (
                self.tr("nog niet met alle kosten van de doorbraken")
                if unpriced(dossier.interventions, saving).without
                else self.tr("met de kosten van de doorbraak zelf")
            ),
            "saving": self._saved(saving),
        }
        for part, card in self.cards.items():
            card.show_figure(money.whole(getattr(public, part)), under[part])
            self._why[part] = partial(sum_reason, card.title, part, lines, saving)

    def _saved(self, saving: Saving) -> str:
        if not saving.lines:
            return self.tr("nog geen kosten ingevuld")
        public, band = saving.public, saving.band
        parts = self.tr("%s direct, %s voorkomen") % (money.whole(public.direct), money.whole(public.prevented))
        likely = self.tr("waarschijnlijk %s") % spread(band.low, band.high)
        side = one_sided(band)
        return f"{parts}\n{likely}{f', {side}' if side else ''}{sum_words.assumed(saving)}"

    def _ask(self, part: Part) -> None:
        if part in self._why:
            self.asked.emit(self._why[part]())


class Card(QPushButton):
    """A framed figure that can be pressed: its title, the figure and a line under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAutoDefault(True)
        self.title = title
        self.figure, self.line = QLabel(), quiet()
        self.figure.setProperty("letters", "figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for label in (quiet(title), self.figure, self.line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_figure(self, figure: str, line: str) -> None:
        self.figure.setText(figure)
        self.line.setText(line)
        self.setAccessibleName(f"{self.title}: {figure}")
        said = line.replace("\n", ", ")
        self.setAccessibleDescription(self.tr("%s. Enter: waarom dit getal?") % said)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A button measures its text; this one its labels."""
        return self.layout().minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.layout().totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
