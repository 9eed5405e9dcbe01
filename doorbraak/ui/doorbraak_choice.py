"""Which doorbraak a page is about: one choice for all pages that show one at a time."""

from PySide6.QtCore import QSignalBlocker
from shiboken6 import isValid

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.shortening import cut
from doorbraak.ui.selection import DOORBRAAK
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.choice_box import ChoiceBox

_LONGEST = 90  # letters of a doorbraak in own words; the list draws dots where it has less room


class DoorbraakChoice(ChoiceBox):
    """Chooses for all pages: the doorbraak that was looked at last is chosen here too."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(name)
        self._session = session
        self.currentIndexChanged.connect(lambda _: self._tell())
        session.selection.changed.connect(lambda _: self._follow())

    def show_doorbraken(self, dossier: Dossier) -> None:
        """Tells nobody: the page shows all of itself after it."""
        catalogue, silent = self._session.catalogue, QSignalBlocker(self)
        self.offer([(one.id, cut(names.intervention_name(one, catalogue), _LONGEST)) for one in dossier.interventions])
        self._follow()
        silent.unblock()

    def _tell(self) -> None:
        if self.value is not None:
            self._session.selection.choose(DOORBRAAK, self.value)

    def _follow(self) -> None:
        chosen = self._session.selection.doorbraak
        if isValid(self) and chosen is not None and self.findData(chosen) >= 0:
            self.choose(chosen)
