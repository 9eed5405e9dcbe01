"""What quick entry asks and says at each stage of a line."""

from collections.abc import Sequence
from enum import Enum, auto

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.errors import UserError
from doorbraak.model.insight import names
from doorbraak.model.insight.quick_costs import Proposal
from doorbraak.ui.widgets.numbers import typed_number
from doorbraak.ui.widgets.quick_writing import QuickWriting

_NONE = "Zonder kosten"
_NEXT = " › "


class Stage(Enum):
    """What the line asks for now. MORE: the problems of one agency, one after another."""

    START = auto()
    AGENCY = auto()
    CONTACTS = auto()
    COST = auto()
    MORE = auto()


HOW_OFTEN = "Hoeveel contacten per maand?"
_HINTS = {
    Stage.START: "Wat speelt er? Typ drie letters: een probleem, instantie, brief of mens.",
    Stage.AGENCY: "Wie bemoeit zich ermee?",
    Stage.CONTACTS: f"{HOW_OFTEN} Leeg: nog niet bekend.",
    Stage.COST: "Kosten per jaar? Enter neemt over, - slaat over.",
    Stage.MORE: "Bij welk probleem hoort dit nog meer?",
}
_GOES_ON = "Wat speelt er nog? Met + hoort er nog iets bij het vorige."


def hint(stage: Stage, *, goes_on: bool) -> str:
    """What to type now. `goes_on`: the line before can be gone on with."""
    return _GOES_ON if goes_on and stage is Stage.START else _HINTS[stage]


def taken(stage: Stage, writing: QuickWriting, catalogue: Catalogue) -> str:
    """ "Achterstand met de huur › Woningcorporatie › 2 per maand ›": what the line has so far."""
    if stage is Stage.START:
        return ""
    said = []
    problem, agency = writing.present_problem, writing.present_agency
    if problem is not None:
        said.append(names.problem_name(problem, catalogue))
    if agency is not None:
        said.append(names.agency_name(agency, catalogue))
    if agency is not None and stage is Stage.COST and agency.contacts_e2:
        said.append(f"{names.contacts(agency.contacts_e2)} per maand")
    return _NEXT.join(said) + _NEXT.rstrip()


def contacts_line(text: str, agency: Agency | None) -> str:
    """What a typed number would become; without one, what stays."""
    if not text.strip():
        known = agency is not None and agency.contacts_e2
        return f"Blijft {names.contacts(known)} per maand" if known else "Nog niet bekend hoe vaak"
    try:
        return f"{names.contacts(typed_number(text, 2, 'contacts', HOW_OFTEN))} per maand"
    except UserError as error:
        return error.sentence


def cost_lines(text: str, proposals: Sequence[Proposal]) -> list[str]:
    """The usual costs and leaving them out; for a typed amount, what it would become."""
    if text.strip() in ("", "-"):
        proposed = [] if text.strip() or not proposals else [proposed_line(proposals)]
        return [*proposed, _NONE if proposals else f"{_NONE}: de lijst heeft geen gebruikelijke prijs"]
    try:
        cents = money.parse(text, field="price_cents")
    except UserError as error:
        return [error.sentence]
    return [f"{_euros(cents)} per jaar, eigen bedrag" if cents else _NONE]


def proposed_line(proposals: Sequence[Proposal]) -> str:
    """ "€ 482 per jaar: 15,6 × € 30,87, Consult huisarts (2022)", with what to mind about it."""
    yearly = sum(one.cents for one in proposals if one.recurrence == "yearly")
    once = sum(one.cents for one in proposals if one.recurrence == "once")
    sums = [f"{_euros(yearly)} per jaar"] * bool(yearly) + [f"{_euros(once)} eenmalig"] * bool(once)
    parts = [
        f"{names.quantity(one.quantity_e4)} × {_euros(one.price_cents)}, {one.words} ({one.price_year})"
        for one in proposals
    ]
    cautions = dict.fromkeys(caution for one in proposals for caution in one.cautions)
    return " ".join([f"{' en '.join(sums)}: {' + '.join(parts)}.", *cautions])


def _euros(cents: int) -> str:
    return money.exact(cents) if cents % 100 and abs(cents) < 100_00 else money.whole(cents)
