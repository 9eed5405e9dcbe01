"""How much of its usual prices an event takes, from how many people it concerns and for how many months."""

from dataclasses import replace
from fractions import Fraction

from doorbraak.model.dossier.costs import MOST_QUANTITY_E4
from doorbraak.model.insight.proposals import FILL_IN_QUANTITY, Proposal
from doorbraak.model.money import round_half_even

_IN_A_MONTH: dict[str, Fraction] = {
    "per jaar": Fraction(1, 12),
    "per kwartaal": Fraction(1, 3),
    "per maand": Fraction(1),
    "per dag": Fraction(304, 10),
}
"""Units in a month, of prices that count time (30.4 days, as the lists have it): of hours and visits the months say
nothing.
"""
_ANSWERED = ("gedeeld door 12", "maanden x 30,4")


def asks_time(proposal: Proposal) -> bool:
    """Whether people and months say how much of it there is."""
    return proposal.line.unit in _IN_A_MONTH


def for_time(proposal: Proposal, people: int, months: Fraction) -> Proposal:
    """The same with its quantity and what that comes to; as it is where people and months say nothing."""
    line = proposal.line
    if not asks_time(proposal) or not people or not months:
        return proposal
    quantity = min(MOST_QUANTITY_E4, round_half_even(10_000 * people * months * _IN_A_MONTH[line.unit]))
    return replace(
        proposal,
        line=replace(
            line,
            quantity_e4=quantity,
            cents=round_half_even(Fraction(line.price_cents * quantity, 10_000)),
            cautions=tuple(said for said in line.cautions if said != FILL_IN_QUANTITY),
        ),
    )


def hint_without_time(hint: str) -> str:
    """What the list says about quantities, without the sentences that the two questions answer."""
    kept = [said for said in hint.replace(". ", ".\n").split("\n") if not any(part in said for part in _ANSWERED)]
    return " ".join(kept).strip()
