"""More about one cost line: what it belongs to, from when to when, how much of it is the plan's doing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import costs
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.workspace.store import Store
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.numbers import shown_day, typed_day, typed_percent

Owner = tuple[int | None, int | None]  # an event's id, or an intervention's, or neither


@dataclass(frozen=True, slots=True)
class Details:
    owner: Owner
    starts: date | None
    ends: date | None
    attribution: int
    transfer: bool


def write(store: Store, line: int, details: Details) -> None:
    """All of it as one step. Raises InputError."""
    event, intervention = details.owner
    costs.attach(store, line, event=event, intervention=intervention)
    costs.set_period(store, line, details.starts, details.ends)
    costs.set_attribution(store, line, details.attribution)
    costs.set_transfer(store, line, details.transfer)


class CostDetails(FormDialog):
    """Calls `save` with what was filled in."""

    def __init__(
        self,
        line: CostLine,
        dossier: Dossier,
        catalogue: Catalogue,
        save: Callable[[Details], object],
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Meer over deze kosten"), parent)
        self._save = save
        self._owners = _owners(dossier)
        owners = [(at, self._owner_name(owner, dossier, catalogue)) for at, owner in enumerate(self._owners)]
        self.owner = ChoiceBox(self.tr("Hoort bij"), owners)
        self.owner.choose(self._owners.index((line.event, line.intervention)))
        self.starts = QLineEdit(shown_day(line.starts))
        self.ends = QLineEdit(shown_day(line.ends))
        self.attribution = QLineEdit(str(line.attribution))
        self.transfer = QCheckBox(self.tr("&Uitkering of toeslag: geen winst voor de samenleving"))
        self.transfer.setChecked(line.transfer)
        for field in (self.starts, self.ends):
            field.setPlaceholderText(self.tr("dag-maand-jaar, of leeg"))
        self.say(line.words)
        self.ask("owner", self.tr("&Hoort bij"), self.owner)
        self.ask("starts", self.tr("&Begint op"), self.starts)
        self.ask("ends", self.tr("&Stopt op"), self.ends)
        self.ask("attribution", self.tr("&Door het plan, in procenten"), self.attribution)
        self.form.addRow(self.transfer)
        self.say(self.tr("Kosten van de doorbraak zelf tellen altijd voor 100% mee."))
        self.finish()

    def save(self) -> None:
        owner = self._owners[self.owner.value]
        attribution = 100 if owner[1] is not None else typed_percent(self.attribution.text(), "attribution")
        starts, ends = typed_day(self.starts.text(), "starts"), typed_day(self.ends.text(), "ends")
        self._save(Details(owner, starts, ends, attribution, self.transfer.isChecked()))

    def _owner_name(self, owner: Owner, dossier: Dossier, catalogue: Catalogue) -> str:
        for event in dossier.events:
            if owner[0] == event.id:
                return self.tr("Dreiging: %s") % names.event_name(event, catalogue)
        for step in dossier.interventions:
            if owner[1] == step.id:
                return self.tr("Doorbraak: %s") % names.intervention_name(step, catalogue)
        return self.tr("Gewone kosten")


def _owners(dossier: Dossier) -> list[Owner]:
    events: list[Owner] = [(event.id, None) for event in dossier.events]
    return [(None, None), *events, *((None, step.id) for step in dossier.interventions)]
