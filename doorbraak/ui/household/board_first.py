"""What comes first, above the board: the household's choice large, what the waits say under it, and who stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model.dossier import household
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.board import Board, others_words
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.line_field import LineField


class FirstBlock(QWidget):
    """It shows a difference between the two and leaves it as it is: the choice is the household's."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._first = quiet()
        self._first.setProperty("quiet", False)
        self._first.setProperty("letters", "name")
        self._key = quiet()
        self._key.setProperty("quiet", False)
        self._differs = quiet()
        self._lead = LineField(
            page.session,
            self.tr("Vaste contactpersoon"),
            lambda typed: page.run(self.tr("Contactpersoon wijzigen"), household.set_lead, page.household, typed),
            hint=self.tr("Eén naam: wie blijft tot het werkt?"),
        )
        title = QLabel(self.tr("Vaste contact&persoon"))
        title.setBuddy(self._lead)
        said, stays = QVBoxLayout(), QVBoxLayout()
        said.setSpacing(4)
        for label in (self._first, self._key, self._differs):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            said.addWidget(label)
        said.addStretch()
        stays.setSpacing(4)
        stays.addWidget(title)
        stays.addWidget(self._lead)
        stays.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(said, 3)
        row.addLayout(stays, 1)
        row.setAlignment(stays, Qt.AlignmentFlag.AlignTop)

    def show_board(self, board: Board, dossier: Dossier) -> None:
        self._lead.show_value(f"household:{dossier.household.id}:lead", dossier.household.lead)
        first, key = board.first, board.key
        if first is not None:
            self._first.setText(self.tr("Eerst volgens het huishouden: %s") % first.name)
        elif any(not card.solved for card in board.cards):
            self._first.setText(self.tr("Nog niets staat eerst. Wat kiest het huishouden?"))
        else:
            self._first.setText("")
        said = self.tr("Dat verschilt. De keuze van het huishouden gaat voor.") if board.differs else ""
        if not board.cards:
            said = self.tr("Nog geen problemen. Schrijf op wat er vastzit, en kies dan hier wat eerst moet.")
        self._differs.setText(said)
        self._key.setText(
            self.tr("Wat het meeste losmaakt: %s, maakt %s los") % (key.name, others_words(key.frees)) if key else ""
        )
        for label in (self._first, self._key, self._differs):
            label.setVisible(bool(label.text()))
