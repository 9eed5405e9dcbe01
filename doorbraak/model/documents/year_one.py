"""Where the first year of the sums begins: with the first decision in the plan, which may be of another doorbraak."""

from doorbraak.model.documents import wording
from doorbraak.model.documents.one_doorbraak import OneDoorbraak


def begins_earlier(doorbraak: OneDoorbraak) -> str:
    """Said when year 1 began before this doorbraak was decided on; else "". Without sums there is no year 1."""
    saving, decided = doorbraak.sources.saving, doorbraak.decided
    if not saving.lines or (decided and (decided.on is None or decided.on <= saving.start)):
        return ""
    first = [one.decided_on for one in doorbraak.dossier.interventions if one.decided_on == saving.start]
    begins = "bij het eerste besluit in dit plan" if first else "bij het begin van dit plan"
    if decided is None:
        own = "Deze doorbraak is nog niet besloten"
    else:
        on = wording.day(decided.on) if decided.on else ""
        own = f"Deze doorbraak is {'afgewezen' if decided.answer == 'refused' else 'besloten'} op {on}"
    return f"Jaar 1 begint {begins}, {wording.day(saving.start)}. {own}."
