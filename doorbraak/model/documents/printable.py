"""Every paper of one household that can be looked at, printed and saved: the documents, and the card for the fridge."""

from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents.document import Document, text_of
from doorbraak.model.documents.fridge_card import FridgeCard, fridge_card_of
from doorbraak.model.documents.papers import PAPERS, Paper
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier import local_mandates, precedents, profile
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight.savings import Saving
from doorbraak.model.workspace.store import Store

Made = Document | FridgeCard
PLAN = "plan"
FOR_THE_CIRCLE = "leerkringblad"
"""The paper that is made to be given to others: then somebody writes down that it was."""
RESTS_ON_ALL = frozenset({"onderbouwing", "besluitblad"})
"""What is only as strong as what was filled in: who looks at it is told what is missing."""


def _card(sources: Sources, _: int | None) -> FridgeCard:
    return fridge_card_of(sources.dossier, sources.catalogue, sources.today, sources.profile)


_ON_THE_FRIDGE = Paper(
    "koelkastkaart", "Koelkastkaart", "Eén blad met grote letters, voor het huishouden zelf.", False, _card
)
PRINTABLE: tuple[Paper, ...] = (*PAPERS[:1], _ON_THE_FRIDGE, *PAPERS[1:])


def paper(id_: str) -> Paper:
    """Raises InputError that names all papers."""
    for one in PRINTABLE:
        if one.id == id_.strip().casefold():
            return one
    choice = ", ".join(one.id for one in PRINTABLE)
    raise InputError(f"Dit papier is er niet. Er is niets gemaakt. Kies uit: {choice}.", "paper")


def made(of: Paper, sources: Sources, about: int | None) -> Made:
    """`about`: which doorbraak or which person. Raises InputError when it is about a doorbraak and there is none."""
    if of.of_person:
        return of.make(sources, about)
    if not of.of_doorbraak:
        return of.make(sources, None)
    if about is None:
        raise InputError("Nog geen doorbraak. Zet hem eerst op het blad Doorbraak.", "intervention")
    return of.make(sources, about)


def words_of(of: Made) -> str:
    """All words in reading order: to hear, search or test."""
    return of.text if isinstance(of, FridgeCard) else text_of(of)


def sources_of(store: Store, dossier: Dossier, catalogue: Catalogue, saving: Saving, today: date) -> Sources:
    """With what stands outside the dossier: the own profile, earlier households, who may decide here.

    `saving` is over 12 months of the same dossier.
    """
    return Sources(
        dossier,
        catalogue,
        saving,
        today,
        profile.read(store),
        precedents.of_others(store, dossier.household.id),
        local_mandates.all_of(store),
    )


def file_name(of: Paper, dossier: Dossier, about: int | None) -> str:
    """With the household's number and never a name: huishouden-12-onderbouwing.pdf.

    The second doorbraak has a 2 behind it, and so on; of what is for one person, the first has a 1.
    """
    if of.of_person:
        people = [one.id for one in dossier.people]
        which = f"-persoon-{people.index(about) + 1}" if about in people else ""
    else:
        steps = [one.id for one in dossier.interventions]
        at = steps.index(about) + 1 if of.of_doorbraak and about in steps else 1
        which = f"-{at}" if at > 1 else ""
    return f"huishouden-{dossier.household.number}-{of.id}{which}.pdf"
