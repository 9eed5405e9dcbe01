"""Every document of one household that can be looked at, printed and saved, in the order of the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from doorbraak.model.documents.decision_sheet import decision_sheet_of
from doorbraak.model.documents.document import Document
from doorbraak.model.documents.fridge_card import FridgeCard
from doorbraak.model.documents.justification_paper import justification_paper_of
from doorbraak.model.documents.learning_sheet import learning_sheet_of
from doorbraak.model.documents.plan import plan_of
from doorbraak.model.documents.request_letter import request_letter_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.subject_access import inzage_of


@dataclass(frozen=True, slots=True)
class Paper:
    """`id` is part of a file's name. `about`: one sentence for whom it is. `make` takes the doorbraak that is chosen.

    `of_doorbraak`: it is about one doorbraak; else `make` may get None. `of_person`: it is for one person, or with None
    for all; such a paper is made when somebody asks for it, and not with all others.
    """

    id: str
    title: str
    about: str
    of_doorbraak: bool
    make: Callable[[Sources, int | None], Document | FridgeCard]
    of_person: bool = False


def _plan(sources: Sources, _: int | None) -> Document:
    return plan_of(sources.dossier, sources.catalogue, sources.saving, sources.today, sources.profile)


def _chosen(make: Callable[[Sources, int], Document]) -> Callable[[Sources, int | None], Document]:
    """A paper about one doorbraak can't be made without. Raises LookupError."""

    def made(sources: Sources, intervention: int | None) -> Document:
        if intervention is None:
            raise LookupError("no doorbraak")
        return make(sources, intervention)

    return made


PAPERS: tuple[Paper, ...] = (
    Paper("plan", "Perspectiefplan", "Het hele plan, voor het huishouden en wie meehelpt.", False, _plan),
    Paper(
        "onderbouwing",
        "Onderbouwing",
        "Waarom de doorbraak mag en helpt, voor wie beslist en wie het later nakijkt.",
        True,
        _chosen(justification_paper_of),
    ),
    Paper(
        "besluitblad", "Besluitblad", "Eén blad om op te besluiten, voor wie beslist.", True, _chosen(decision_sheet_of)
    ),
    Paper("verzoek", "Verzoekbrief", "De vraag om een besluit, voor wie beslist.", True, _chosen(request_letter_of)),
    Paper(
        "leerkringblad",
        "Leerkringblad",
        "Zonder namen en data, voor een leerkring van collega’s. Weggeven is delen van gegevens.",
        True,
        _chosen(learning_sheet_of),
    ),
    Paper(
        "inzage",
        "Inzage",
        "Alles wat er staat, met van wie en sinds wanneer. Voor het huishouden, of voor één persoon.",
        False,
        inzage_of,
        of_person=True,
    ),
)
