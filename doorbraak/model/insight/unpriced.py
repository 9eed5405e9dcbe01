"""Doorbraken of which nobody wrote what they cost themselves: without those a sum of the plan is no sum of the plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from doorbraak.model.dossier.interventions import OFF, Intervention
from doorbraak.model.insight.savings import Saving


@dataclass(frozen=True, slots=True)
class Unpriced:
    """`without` a price, of all that are `counted`: what was refused or withdrawn does not come."""

    without: int
    counted: int

    @property
    def said(self) -> str:
        """Beside what the whole plan costs; "" when every doorbraak has a price."""
        if not self.without:
            return ""
        if self.counted == 1:
            return "Wat de doorbraak van het plan zelf kost, is nog niet ingevuld."
        return f"Van {self.without} van de {self.counted} doorbraken is de prijs nog niet ingevuld."


def unpriced(interventions: Iterable[Intervention], saving: Saving) -> Unpriced:
    """Nought counts as written."""
    counted = {one.id for one in interventions if one.status not in OFF}
    priced = {row.line.intervention for row in saving.lines}
    return Unpriced(len(counted - priced), len(counted))
