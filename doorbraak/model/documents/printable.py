"""Every paper of one household that can be looked at, printed and saved: the documents, and the card for the fridge."""

from collections.abc import Sequence
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


def made(of: Paper, sources: Sources, intervention: int | None) -> Made:
    """Raises InputError when it is about a doorbraak and there is none, or when paper is not safe for this one."""
    if not of.of_doorbraak:
        return of.make(sources, None)
    if intervention is None:
        raise InputError("Nog geen doorbraak. Zet hem eerst op de pagina Doorbraak.", "intervention")
    return of.make(sources, intervention)


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


def file_name(of: Paper, number: int, interventions: Sequence[int], intervention: int | None) -> str:
    """With the household's number and never a name: huishouden-12-onderbouwing.pdf.

    The second doorbraak of `interventions` has a 2 behind it, and so on.
    """
    at = interventions.index(intervention) + 1 if of.of_doorbraak and intervention in interventions else 1
    return f"huishouden-{number}-{of.id}{f'-{at}' if at > 1 else ''}.pdf"
