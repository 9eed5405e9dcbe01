"""Whether one cell, or several cells of a line together, could be shown; and how uncertain it has to stay if not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from doorbraak.model.exchange import published_rules as rules
from doorbraak.model.exchange import rounding
from doorbraak.model.exchange.cell_facts import Facts, Spread
from doorbraak.model.exchange.protection.problem import Level
from doorbraak.model.exchange.published_rules import Limits, Verdict


@dataclass(frozen=True, slots=True)
class Judge:
    """`everybody`: the number of households in the publication; `others`: those without each sender's."""

    everybody: int
    p: int
    others: Mapping[str, int] = field(default_factory=dict)
    limits: Limits = rules.LIMITS

    def count(self, facts: Facts, *, team: bool = False) -> Verdict:
        """`team`: of nothing but their team. Which team a colleague's households are in, is known anyway."""
        others = {} if team else self.others
        return rules.verdict(facts.households, facts.own, self.everybody, others, self.limits)

    def counts_together(self, parts: Sequence[Facts]) -> bool:
        """Parts of a partition: no household is in two of them."""
        own: dict[str, int] = {}
        for one in parts:
            for sender, number in one.own.items():
                own[sender] = own.get(sender, 0) + number
        return not rules.too_few(sum(one.households for one in parts), own, self.limits)

    def amount(self, facts: Facts, base: int) -> bool:
        return self.amounts_together([facts], base)

    def amounts_together(self, parts: Sequence[Facts], base: int) -> bool:
        """The same households may be in several of them, so that together they are counted as the most in one, and the
        largest amounts as if they were of the same two. `base`: what rounds to none of it is as good as nothing.
        """
        households = max((one.households for one in parts), default=0)
        senders = sorted({sender for one in parts for sender, number in one.own.items() if number})
        others = {sender: max(one.households - one.own.get(sender, 0) for one in parts) for sender in senders}
        own = {sender: households - number for sender, number in others.items()}
        if rules.too_few(households, own, self.limits):
            return False
        total = sum(one.amounts.total for one in parts if one.amounts is not None)
        spread = _together(parts)
        left = [_together(parts, sender) for sender in senders if others[sender]]
        if any(_as_nothing(size, base) for size in (total, *(size for size, _, _ in left))):
            return False
        if rules.dominated(*spread, self.p) or rules.too_large_a_part(total, spread[1]):
            return False
        return not any(rules.dominated(*one, self.p) for one in left)

    def count_level(self, facts: Facts) -> Level:
        """Of one that is small, for whichever reader."""
        return self._open(0, rules.told_of_others(facts.households, facts.own, self.others, self.limits))

    def nearly_all_of(self, facts: Facts, groups: Sequence[Facts]) -> Level | None:
        """Of a count that holds for nearly all of a group, or of nearly all others of it: it has to be possible that it
        does not.
        """
        most = [one.households for one in groups if rules.nearly_all(facts.households, one.households, self.limits)]
        told: list[int] = []
        for one in groups:
            others = {sender: one.households - number for sender, number in one.own.items()}
            told += rules.told_of_others(facts.households, facts.own, others, self.limits)
        if not most and not told:
            return None
        return self._open(facts.households - min(most) * self.limits.most_share // 100 if most else 0, told)

    def _open(self, lower: int, told: Iterable[int]) -> Level:
        """A sender knows that no more than the others are in it, so that what is open for it begins so far below."""
        apart = [rules.COUNT_WIDTH, *(rules.has_to_be_possible(group, self.limits) for group in told)]
        return Level(lower=lower, sliding=rules.COUNT_WIDTH, insider=max(apart))

    def amount_level(self, facts: Facts, unit: int, base: int) -> Level:
        """In steps of `unit`. What is next to nothing has to be able to be the first figure above that."""
        assert facts.amounts is not None
        spread = facts.amounts.spread()
        apart = _steps(rules.level(*spread, self.p), unit)
        others = [facts.amounts.spread(sender)[0] for sender, number in facts.own.items() if number < facts.households]
        insider = max((_steps(size * self.p // 100, unit) for size in others), default=0)
        more, for_sender = (
            base // unit if facts.households and any(_as_nothing(size, base) for size in sizes) else 0
            for sizes in ([facts.amounts.total], [facts.amounts.total, *others])
        )
        return Level(lower=apart, upper=max(apart, more), insider=max(insider, for_sender))


def _as_nothing(total: int, base: int) -> bool:
    return rounding.nearest(total, base) == 0


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
