"""The background of Vandaag, folded away until somebody asks: the last visit, who they are, what they want."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.today import Today
from doorbraak.ui.widgets.blocks import heading, quiet
from doorbraak.ui.widgets.numbers import shown_day


class Background(QWidget):
    """Hidden until `fold` is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.fold = QPushButton(self.tr("&Meer: vorige keer, wie en wat"))
        self.fold.setAutoDefault(True)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self._parts = [(heading(""), quiet()) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for title, words in self._parts:
            words.setProperty("quiet", False)
            column.addWidget(title)
            column.addWidget(words)
        self.hide()

    def show_dossier(self, dossier: Dossier, found: Today, catalogue: Catalogue) -> None:
        last = found.last_visit
        when = self.tr("Vorige keer, %s") % shown_day(last.on_day) if last else self.tr("Vorige keer")
        came = last.report.strip() if last else self.tr("Nog geen bezoek.")
        who = ", ".join(names.person_called(person, catalogue) for person in dossier.people)
        wants = " ".join(f"“{goal.words}”" for goal in dossier.goals)
        for (title, words), (said, text) in zip(
            self._parts,
            (
                (when, came or self.tr("Nog geen verslag.")),
                (self.tr("Wie"), who or self.tr("Nog niemand.")),
                (self.tr("Wat zij willen"), wants or self.tr("Nog geen doel.")),
            ),
            strict=True,
        ):
            title.setText(said)
            words.setText(text)

    def _unfold(self, wanted: bool) -> None:
        self.setVisible(wanted)
        self.fold.setText(self.tr("&Minder laten zien") if wanted else self.tr("&Meer: vorige keer, wie en wat"))
