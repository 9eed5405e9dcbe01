"""What a plan lacks for the household that reads it. Nothing is blocked by it."""

from collections.abc import Iterator

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.missing_parts import Missing

GOAL = Missing(
    "plan-goal",
    "Wat het huishouden over een jaar wil, staat er nog niet.",
    "Het plan begint daarmee.",
    "goal",
)


def missing(dossier: Dossier) -> tuple[Missing, ...]:
    """In the order of the plan; () when all is there."""
    return tuple(_missing(dossier))


def _missing(dossier: Dossier) -> Iterator[Missing]:
    if not dossier.goals:
        yield GOAL
    nobodys = [one for one in dossier.problems if not one.owner]
    if nobodys:
        many = f"Bij {len(nobodys)} problemen staat nog niet wie ze los kan maken."
        what = "Bij 1 probleem staat nog niet wie het los kan maken." if len(nobodys) == 1 else many
        yield Missing("plan-owner", what, "Dan weet niemand wie aan zet is.", "problem", row=nobodys[0].id)
    if not dossier.interventions:
        yield Missing("plan-doorbraak", "Er staat nog geen doorbraak in.", "Zonder verandert er niets.", "intervention")
