"""What was stuck or busy at the start and no longer is: it stands apart, so that nobody reads it as how it is now."""

from collections.abc import Iterable
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Block, Bullets, Paragraph
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import names

SOLVED = "Opgelost sinds het begin:"
ENDED = "Gestopt sinds het begin:"


def solved_blocks(problems: Iterable[Problem], catalogue: Catalogue) -> tuple[Block, ...]:
    """The first solved first; nothing when none is."""
    over = sorted((one.solved_on, one.id, one) for one in problems if one.solved_on is not None)
    return _listed(SOLVED, tuple((names.problem_name(one, catalogue), on) for on, _, one in over))


def ended_blocks(agencies: Iterable[Agency], today: date, catalogue: Catalogue) -> tuple[Block, ...]:
    """Those of today are in `figures.present_agencies`; these are the others."""
    over = sorted((one.ended_on, one.id, one) for one in agencies if one.ended_on and one.ended_on <= today)
    return _listed(ENDED, tuple((names.agency_name(one, catalogue), on) for on, _, one in over))


def _listed(said: str, over: tuple[tuple[str, date], ...]) -> tuple[Block, ...]:
    items = tuple(f"{name} ({wording.day(on)})" for name, on in over)
    return (Paragraph(said), Bullets(items)) if items else ()
