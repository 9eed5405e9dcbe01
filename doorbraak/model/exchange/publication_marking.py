"""What is known of a figure before the search: may it be shown, what has to stay, what do readers hold possible?

Totals come first: what was settled of them decides what may be shown below.
"""

from collections.abc import Mapping
from dataclasses import replace

from doorbraak.model.exchange import audit, rounding
from doorbraak.model.exchange.cell_facts import Amounts, CaseloadFacts, Facts, table_of
from doorbraak.model.exchange.cell_judgement import Judge
from doorbraak.model.exchange.figures_tied import Figure
from doorbraak.model.exchange.ledger import Status
from doorbraak.model.exchange.own_taken_off import most_for_each, open_beside
from doorbraak.model.exchange.payload import COUNTED_IN
from doorbraak.model.exchange.publication_problem import FARTHEST, Marked
from doorbraak.model.exchange.publication_standing import Standing
from doorbraak.model.exchange.published_rules import lowest_most, too_few
from doorbraak.model.exchange.table_catalogue import CellKey, Measure, TableCatalogue

TOTAL: CellKey = (COUNTED_IN, "")
BASES: Mapping[Measure, int] = {"euro": rounding.EURO_BASE, "contacts": 50, "agencies": 50, "hours": 100}
"""What a shown amount is a multiple of, in the unit of its table: 5 contacts or agencies and 10 hours are in tenths."""


class Marking:
    """`passing`: the cells that could be shown by themselves."""

    def __init__(self, facts: CaseloadFacts, tables: TableCatalogue, judge: Judge, standing: Standing) -> None:
        self._facts, self._tables, self._judge, self._standing = facts, tables, judge, standing
        total = facts.counts.get(TOTAL, Facts())
        self._others = {} if too_few(total.households, total.own, judge.limits) else judge.others  # as a reader knows
        self._status: dict[CellKey, Status] = {}  # by figure, of counts
        self._ranges: dict[CellKey, audit.Range] = {}  # what the figure of a count that is shown leaves open
        self._known: dict[CellKey, int] = {}  # the count itself, as if the reader had it
        self._in_no_sum: dict[CellKey, Marked] = {}
        self.passing: set[CellKey] = set()

    def mark(self, figure: Figure, *, alone: bool) -> Marked:
        carried = self._standing.staying(figure)
        kept = len(carried) == len(figure.cells) and all(entry.status != "hidden" for entry in carried.values())
        held = any(entry.status == "hidden" for entry in carried.values())
        stays = {whole for whole in figure.wholes if kept and self._was_hidden(whole)}
        held |= any(self._closes(one, figure.facts, alone=alone) for one in figure.wholes if one not in stays)
        marked = self._counted(figure) if figure.measured == "count" else self._summed(figure)
        if not marked.primary:
            self.passing.update(figure.cells)
        if kept:
            most = all(entry.status == "most" for entry in carried.values())
            marked = replace(marked, level=None, most=most)
        return replace(marked, held=held, kept=kept, most=marked.most and not held)

    def _was_hidden(self, key: CellKey) -> bool:
        """And stays so: what was shown below it stays too, else it would tell that somebody came or left."""
        entry = self._standing.earlier(key)
        return entry is not None and entry.status == "hidden"

    def _closes(self, whole: CellKey, part: Facts, *, alone: bool) -> bool:
        """Whether nothing may be shown below it. What is in sums was not looked at beside its parts."""
        if self._status.get(whole) != "hidden":
            return False
        hidden = self._in_no_sum.get(whole)
        if hidden is None or not alone or not open_beside(part, hidden, self._judge.limits):
            return True
        return any(self._closes(above, part, alone=alone) for above in hidden.figure.wholes)

    def _counted(self, figure: Figure) -> Marked:
        facts, everybody = figure.facts, self._judge.everybody
        if TOTAL in figure.cells:
            small = too_few(facts.households, facts.own, self._judge.limits)
            verdict = "small" if small else "shown"
        else:
            verdict = self._judge.count(facts, team=figure.key[0] == COUNTED_IN)
        level = self._judge.count_level(facts) if verdict == "small" else None
        if verdict == "shown":
            groups = [group for group in figure.groups if self._status.get(group) == "shown"]
            level = self._judge.nearly_all_of(facts, [self._counts_of(group) for group in groups])
        wholes = [(self._known[one], self._counts_of(one)) for one in figure.wholes if one in self._known]
        ceiling = min((known for known, _ in wholes), default=everybody)
        return Marked(
            figure,
            facts.households,
            0,
            FARTHEST if TOTAL in figure.cells else max(ceiling, facts.households),
            level,
            most=verdict == "most",
            lowest=min(lowest_most(everybody, self._judge.limits), facts.households),
            highest=max(everybody, facts.households),
            own=facts.own,
            at_most={} if TOTAL in figure.cells else most_for_each(facts, wholes, self._others),
            firm=TOTAL in figure.cells,
        )

    def _counts_of(self, key: CellKey) -> Facts:
        return self._facts.counts.get(key, Facts())

    def _summed(self, figure: Figure) -> Marked:
        facts = figure.facts
        amounts = facts.amounts or Amounts()
        kind = self._tables.tables[table_of(figure.key)]
        negative = any(key[0] in self._facts.negative for key in figure.cells)
        base = BASES[kind.measure]
        small = not self._judge.amount(facts, base)
        level = None
        if small:
            level = self._judge.amount_level(replace(facts, amounts=amounts), kind.step, base)
        return Marked(
            figure,
            amounts.total // kind.step,
            -FARTHEST if negative else 0,
            FARTHEST,
            level,
            own=None if negative else {sender: own // kind.step for sender, own in amounts.own.items()},
        )

    def settle(self, one: Marked, said: audit.Range | None, *, alone: bool) -> None:
        """Of a count. `said`: what its figure leaves open, None when it is hidden; `alone`: it is in no sum."""
        self._status[one.key] = "hidden" if said is None else "most" if one.most else "shown"
        if alone:
            self._in_no_sum[one.key] = one
        if said is not None:
            self._ranges[one.key] = said
            self._known[one.key] = one.highest if one.most else one.value

    def ceiling(self, one: Marked) -> int:
        """What a reader holds possible at most, by what is shown of what holds all its households."""
        if one.figure.measured == "amount" or TOTAL in one.figure.cells:
            return FARTHEST
        shown = [self._ranges[whole][1] for whole in one.figure.wholes if whole in self._ranges]
        return max(min(shown, default=self._judge.everybody), one.value)
