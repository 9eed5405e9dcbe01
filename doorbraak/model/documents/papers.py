"""Every document of one household that can be looked at, printed and saved, in the order of the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from doorbraak.model.documents.document import Document
from doorbraak.model.documents.plan import plan_of
from doorbraak.model.documents.sources import Sources


@dataclass(frozen=True, slots=True)
class Paper:
    """`id` is part of a file's name. `about`: one sentence for whom it is. `make` takes the doorbraak that is chosen.

    `of_doorbraak`: it is about one doorbraak; else `make` may get None.
    """

    id: str
    title: str
    about: str
    of_doorbraak: bool
    make: Callable[[Sources, int | None], Document]


def _plan(sources: Sources, _: int | None) -> Document:
    return plan_of(sources.dossier, sources.catalogue, sources.saving, sources.today, sources.profile)


PAPERS: tuple[Paper, ...] = (
    Paper("plan", "Perspectiefplan", "Het hele plan, voor het huishouden en wie meehelpt.", False, _plan),
)
