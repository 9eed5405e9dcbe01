"""How far somebody came with a first household: five steps, each seen in the records. Nothing of it is stored."""

from doorbraak.model.dossier.dossier import Dossier

STEPS = ("stuck", "people", "goal", "intervention", "paper")


def done(dossier: Dossier, *, on_paper: bool) -> frozenset[str]:
    """Those of STEPS that are there, in whatever order they came. `on_paper`: a paper of it was made or printed."""
    seen = {
        "stuck": bool(dossier.problems and dossier.agencies),
        "people": bool(dossier.people),
        "goal": bool(dossier.goals),
        "intervention": bool(dossier.interventions),
        "paper": on_paper,
    }
    return frozenset(step for step in STEPS if seen[step])


def next_step(found: frozenset[str]) -> str:
    """The first that is not there; empty when all are."""
    return next((step for step in STEPS if step not in found), "")
