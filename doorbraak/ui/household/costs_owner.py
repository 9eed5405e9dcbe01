"""Where a cost line belongs to: a threat, a doorbraak, or neither."""

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.ui.widgets.choice_box import ChoiceBox

Owner = tuple[int | None, int | None]  # an event's id, or an intervention's, or neither


class OwnerBox(ChoiceBox):
    """A list of all that a line of this household can belong to."""

    def __init__(self, dossier: Dossier, catalogue: Catalogue) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Hoort bij"))
        named: dict[Owner, str] = {(None, None): self.tr("Gewone kosten")}
        for event in dossier.events:
            named[event.id, None] = self.tr("Dreiging: %s") % names.event_name(event, catalogue)
        for step in dossier.interventions:
            named[None, step.id] = self.tr("Doorbraak: %s") % names.intervention_name(step, catalogue)
        self._owners = list(named)
        self.offer(list(enumerate(named.values())))

    def choose_owner(self, event: int | None, intervention: int | None) -> None:
        self.choose(self._owners.index((event, intervention)))

    @property
    def which(self) -> Owner:
        return self._owners[self.value]

    @property
    def bound(self) -> bool:
        """Then the chance is that of the event, or certain."""
        return self.which != (None, None)
