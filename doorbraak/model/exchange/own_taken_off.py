"""What is left for a sender who takes off the own households: the others, as many as it can work out that there are."""

from collections.abc import Iterable, Mapping

from doorbraak.model.exchange.cell_facts import Facts
from doorbraak.model.exchange.publication_problem import Marked
from doorbraak.model.exchange.published_rules import Limits, too_few

EVERYBODY = ""
"""The reader who has no households."""


def others_of_each(total: Facts, counts: Iterable[Facts]) -> dict[str, int]:
    """How many households each sender does not have, and how many different ones there are: at most.

    A household on two laptops in two teams is twice in the total. Which those are nobody sees; that there are, shows in
    a cell that has more senders for its households than the total has.
    """
    doubled = max((sum(one.own.values()) - one.households for one in counts), default=0)
    different = min(total.households, sum(total.own.values()) - doubled)
    return {EVERYBODY: different, **{sender: different - number for sender, number in total.own.items()}}


def most_for_each(
    facts: Facts, wholes: Iterable[tuple[int, Facts]], others: Mapping[str, int]
) -> dict[str, int]:  # fmt: skip
    """What each sender holds possible for a count at most. `wholes`: what holds all these households, with the number
    that is known; `others`: of everybody, where that is known.
    """
    beside = [{sender: known - number for sender, number in one.own.items()} for known, one in wholes]
    senders = {*others, *(sender for one in beside for sender in one)} - {EVERYBODY}
    return {
        sender: facts.own.get(sender, 0) + min(one[sender] for one in (others, *beside) if sender in one)
        for sender in sorted(senders)
    }


def open_beside(part: Facts, whole: Marked, limits: Limits) -> bool:
    """Whether a part may be shown below a count that is hidden since nearly all others are in it: as far as anybody
    knows, there may be none in it but those of the part.
    """
    facts, level = whole.figure.facts, whole.level
    if level is None or not whole.at_most or too_few(facts.households, facts.own, limits):
        return False
    if facts.households - part.households < level.lower or whole.ceiling - part.households < level.sliding:
        return False
    return all(
        most - facts.own.get(sender, 0) - (part.households - part.own.get(sender, 0)) >= level.insider
        for sender, most in whole.at_most.items()
    )
