"""Which problems and agencies usually go together: what is linked, or offered, when one of the two is added."""

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier


def problems_of(kind: str, dossier: Dossier, catalogue: Catalogue) -> tuple[int, ...]:
    """The household's problems for which an agency of this kind is usual."""
    return tuple(
        problem.id
        for problem in dossier.problems
        if problem.kind in catalogue.problems and kind in catalogue.problems[problem.kind].agencies
    )


def agencies_of(kind: str, dossier: Dossier, catalogue: Catalogue) -> tuple[str, ...]:
    """The kinds of agency that are usual for a problem: those that the household has already come first."""
    known = catalogue.problems.get(kind)
    present = {agency.kind for agency in dossier.agencies}
    usual = [agency for agency in known.agencies if agency in catalogue.agencies] if known else []
    return tuple(sorted(usual, key=lambda agency: agency not in present))
