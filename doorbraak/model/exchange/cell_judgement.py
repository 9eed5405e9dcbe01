"""Whether one cell, or several cells of a line together, could be shown; and how uncertain it has to stay if not."""

from collections.abc import Sequence
from dataclasses import dataclass

from doorbraak.model.exchange import published_rules as rules
from doorbraak.model.exchange.cell_facts import Facts, Spread
from doorbraak.model.exchange.protection.problem import Level
from doorbraak.model.exchange.published_rules import Limits, Verdict

_ROOM = 10
"""Steps that a sum in which nobody has anything has to be able to be more."""


@dataclass(frozen=True, slots=True)
class Judge:
    """`everybody`: the number of households in the publication."""

    everybody: int
    p: int
    limits: Limits = rules.LIMITS

    def count(self, facts: Facts) -> Verdict:
        return rules.verdict(facts.households, facts.own, self.everybody, self.limits)

    def counts_together(self, parts: Sequence[Facts]) -> bool:
        """Parts of a partition: no household is in two of them."""
        own: dict[str, int] = {}
        for one in parts:
            for sender, number in one.own.items():
                own[sender] = own.get(sender, 0) + number
        return not rules.too_few(sum(one.households for one in parts), own, self.limits)

    def amount(self, facts: Facts) -> bool:
        return self.amounts_together([facts])

    def amounts_together(self, parts: Sequence[Facts]) -> bool:
        """The same households may be in several of them, so that together they are counted as the most in one, and the
        largest amounts as if they were of the same two.
        """
        households = max((one.households for one in parts), default=0)
        senders = sorted({sender for one in parts for sender, number in one.own.items() if number})
        others = {sender: max(one.households - one.own.get(sender, 0) for one in parts) for sender in senders}
        own = {sender: households - number for sender, number in others.items()}
        if rules.too_few(households, own, self.limits):
            return False
        total = sum(one.amounts.total for one in parts if one.amounts is not None)
        spread = _together(parts)
        if not spread[1]:  # nobody has anything: that is said of each of them
            return False
        if rules.dominated(*spread, self.p) or rules.too_large_a_part(total, spread[1]):
            return False
        return all(not rules.dominated(*_together(parts, sender), self.p) for sender in senders if others[sender])

    def count_level(self) -> Level:
        return Level(sliding=rules.COUNT_WIDTH, insider=rules.COUNT_WIDTH)

    def nearly_all_of(self, facts: Facts, groups: Sequence[int]) -> Level | None:
        """Of a count that holds for nearly all of a group: it has to be possible that it does not."""
        most = [group for group in groups if rules.nearly_all(facts.households, group, self.limits)]
        if not most:
            return None
        lower = facts.households - min(most) * self.limits.most_share // 100
        return Level(lower=lower, sliding=rules.COUNT_WIDTH, insider=rules.COUNT_WIDTH)

    def amount_level(self, facts: Facts, unit: int) -> Level:
        """In steps of `unit`."""
        assert facts.amounts is not None
        spread = facts.amounts.spread()
        if facts.households and not spread[1]:
            return Level(upper=_ROOM, insider=_ROOM)
        apart = _steps(rules.level(*spread, self.p), unit)
        others = [facts.amounts.spread(sender)[0] for sender, number in facts.own.items() if number < facts.households]
        insider = max((_steps(size * self.p // 100, unit) for size in others), default=0)
        return Level(lower=apart, upper=apart, insider=insider)


def _steps(amount: int, unit: int) -> int:
    return -(-amount // unit)


def _together(parts: Sequence[Facts], without: str = "") -> Spread:
    spreads = [one.amounts.spread(without) for one in parts if one.amounts is not None]
    if len(spreads) == 1:
        return spreads[0]
    total = sum(
        one.amounts.total - (one.amounts.own.get(without, 0) if without else 0)
        for one in parts
        if one.amounts is not None
    )
    return abs(total), sum(first for _, first, _ in spreads), sum(second for _, _, second in spreads)
