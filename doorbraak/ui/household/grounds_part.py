"""Texts of the justification: parts with their questions, and how high a field is. Each saves what is typed."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from doorbraak.model.dossier import considerations
from doorbraak.model.dossier.considerations import Consideration, Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight import choice_names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.fields import TextField

QUESTIONS: dict[Part, str] = {
    "wanted-effect": "Wat moet er veranderen voor dit huishouden?",
    "purpose-of-laws": "Wat willen de wetten beschermen? Past dit besluit daarbij?",
    "effects-short": "Wat gebeurt er de komende maanden? En wat als je niets doet?",
    "effects-long": "Wat is er over een paar jaar anders?",
    "others-short": "Wat merken kinderen, buren, schuldeisers en andere instanties de komende maanden?",
    "others-long": "Wat merken zij over een paar jaar? Komen er meer die dit vragen?",
    "payer-short": "Wat betaalt wie, de komende maanden?",
    "payer-long": "Wat betaalt of wint wie, over een paar jaar?",
    "legal-test": "Mag het? Welk artikel draagt het, en hoe los je op wat blokkeert?",
    "legitimacy": "Kun je dit besluit uitleggen aan de raad, de rechter en de buren?",
    "involvement": "Staat het huishouden erachter? En wie het moet uitvoeren?",
    "return": "Wat levert het op, vergeleken met doorgaan zoals nu?",
    "weighing": "Alles naast elkaar: waarom is dit het beste besluit?",
}
_AROUND = 20  # pixels of border, padding and margins together

Written = Mapping[Part, Consideration]


class LowText(TextField):
    """As high as a few lines of its own letters, whatever their size; more where there is room."""

    lines = 3

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.lines * self.fontMetrics().lineSpacing() + _AROUND)


class Upright(QWidget):
    """Around a text it keeps the text as high as it asks: the style sheet would let that be squeezed to one line."""

    def __init__(self, text: LowText) -> None:
        super().__init__()
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text)

    def minimumSizeHint(self) -> QSize:
        return self._text.minimumSizeHint()


class PartText(LowText):
    """Part `part` of the doorbraak that is shown; without a doorbraak it is off."""

    def __init__(self, page: Page, part: Part) -> None:
        super().__init__(page.session, choice_names.PARTS[part], self._write)
        self._page = page
        self.part = part
        self.setPlaceholderText(QUESTIONS[part])

    def show_part(self, chosen: Intervention | None, written: Written) -> None:
        self.setEnabled(chosen is not None)
        place = f"intervention:{chosen.id}:consideration:{self.part}" if chosen else ""
        known = written.get(self.part)
        self.show_value(place, known.words if known else "")

    def _write(self, text: str, merge: str) -> None:
        _, intervention, _, part = merge.split()[0].split(":")  # of the place: another may be in sight by now
        label = self.tr("Overweging wijzigen")
        self._page.run(label, considerations.write, int(intervention), part, text, merge=merge)


def written_of(chosen: Intervention | None, dossier: Dossier) -> dict[Part, Consideration]:
    return {one.part: one for one in dossier.considerations if chosen and one.intervention == chosen.id}
