"""From what was merged to what may be shown: judge, carry forward, hide, round, audit. Fails closed.

Each group of figures that sums tie together goes through all of it before the next, totals first: what is hidden
there holds nothing that is shown. A group that can't be protected, or in which the audit finds anything, is hidden as a
whole; when nothing of a table is left by that, the table is withheld. The same input gives the same figures.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from doorbraak.model.exchange import audit, rounding
from doorbraak.model.exchange.cell_facts import (
    HOUSEHOLDS,
    Amounts,
    Caseload,
    CaseloadFacts,
    Facts,
    numbered,
    table_of,
)
from doorbraak.model.exchange.cell_judgement import Judge
from doorbraak.model.exchange.figures_staying import staying
from doorbraak.model.exchange.figures_tied import Figure, Line, amounts_tied, counts_tied
from doorbraak.model.exchange.ledger import Entry, Ledger, Status
from doorbraak.model.exchange.own_taken_off import others_of_each
from doorbraak.model.exchange.protection.pattern import Withheld
from doorbraak.model.exchange.protection.suppression import suppress
from doorbraak.model.exchange.publication_bands import Bands, Settled
from doorbraak.model.exchange.publication_marking import BASES, TOTAL, Marking
from doorbraak.model.exchange.publication_problem import FARTHEST, Marked, audited, problem_of, readers_of
from doorbraak.model.exchange.publication_standing import Standing
from doorbraak.model.exchange.published_rules import COUNT_WIDTH, LIMITS, Limits, Secrets
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue, TableKind

Told = Callable[[int, int], None]
"""How many groups of figures are done, and how many there are; the same again while one of them takes long."""


@dataclass(frozen=True, slots=True)
class Figured:
    """What of one cell may be said. `value`: rounded, in the unit of the table; `carried`: it stood there before.

    `period`: of an amount that did, in which it was made; `households`: what was shown then as the number of them.
    """

    status: Status
    value: int | None = None
    carried: bool = False
    period: str = ""
    households: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`passing`: the cells that could be shown by themselves, for who measures how much is lost."""

    cells: Mapping[CellKey, Figured]
    withheld: frozenset[str]
    passing: frozenset[CellKey]
    ledger: Ledger


def protected(
    caseload: Caseload, tables: TableCatalogue, secrets: Secrets, ledger: Ledger, limits: Limits = LIMITS,
    told: Told | None = None,
) -> Outcome:  # fmt: skip
    """Raises InputError when the period can't follow those that were published, and what `told` raises."""
    ledger.check(caseload.period, caseload.catalogue)
    facts = _with_earlier(caseload.facts, ledger, tables)
    return _Chain(facts, tables, secrets, ledger, caseload.senders, limits).run(caseload, told)


def _with_earlier(facts: CaseloadFacts, ledger: Ledger, tables: TableCatalogue) -> CaseloadFacts:
    """Cells that stand in the last publication and in which nobody is any more."""
    counts, amounts = dict(facts.counts), dict(facts.amounts)
    for key, entry in ledger.entries.items():
        if entry.status == "hidden" or key in counts or key in amounts or tables.tables[table_of(key)].band_of:
            continue
        if tables.tables[table_of(key)].has_amounts and not key[0].endswith(HOUSEHOLDS):
            amounts[key] = Facts(amounts=Amounts())
        else:
            counts[key] = Facts()
    return replace(facts, counts=counts, amounts=amounts)


class _Chain:
    def __init__(
        self, facts: CaseloadFacts, tables: TableCatalogue, secrets: Secrets, ledger: Ledger,
        senders: frozenset[str], limits: Limits,
    ) -> None:  # fmt: skip
        self._facts, self._tables, self._secrets, self._ledger = facts, tables, secrets, ledger
        total = facts.counts.get(TOTAL, Facts())
        self._senders = senders.union(total.kept)
        self._limits = limits
        self._standing = Standing(ledger, facts, self._senders, limits, secrets.p)
        self._everybody = total.households
        self._judge = Judge(self._everybody, secrets.p, others_of_each(total, facts.counts.values()), limits)
        self._marking = Marking(facts, tables, self._judge, self._standing)
        self._bands = Bands(facts, tables, self._judge, self._band_before)
        self._cells: dict[CellKey, Figured] = {}
        self._entries: dict[CellKey, Entry] = {}
        self._broken: set[str] = set()
        self._still: Callable[[], None] | None = None

    def run(self, caseload: Caseload, told: Told | None = None) -> Outcome:
        counts, amounts = counts_tied(self._facts, self._tables), amounts_tied(self._facts, self._tables)
        groups = (*counts.components(), *amounts.components())
        for done, (figures, lines) in enumerate(groups):
            if told is not None:
                self._still = partial(told, done, len(groups))
                self._still()
            self._settle(figures, lines)
        left = {table_of(key) for key, one in self._cells.items() if one.status != "hidden"}
        withheld = frozenset(self._broken - left)
        for key in self._ledger.entries:
            if table_of(key) in withheld or key not in self._entries:
                self._entries[key] = self._standing.grown(key)
        after = self._ledger.after(caseload.period, caseload.catalogue, self._senders, self._entries)
        return Outcome(self._cells, withheld, frozenset(self._marking.passing), after)

    def _kind(self, figure: Figure) -> TableKind:
        return self._tables.tables[table_of(figure.key)]

    def _together(self, figure: Figure) -> Callable[[Sequence[Facts]], bool]:
        """Whether several of its group could be shown as one."""
        if figure.measured == "count":
            return self._judge.counts_together
        return partial(self._judge.amounts_together, base=BASES[self._kind(figure).measure])

    # -- one group ------------------------------------------------------------------------------------------

    def _settle(self, figures: Sequence[Figure], lines: Sequence[Line]) -> None:
        """The cheapest pattern; else with less of "meer dan 90%"; else the totals alone; else nothing.

        Numbers that all have to stay, stay as they are where the last look allows it: a pattern for how many there are
        today would show by what it hides that one household changed.
        """
        first = [self._marking.mark(figure, alone=not lines) for figure in figures]
        if figures[0].measured == "count" and all(one.kept or one.held for one in first):
            out = frozenset(one.key for one in first if one.held)
            if self._stands(first, lines, out):
                self._write(first, lines, out)
                return
        for marked in _ways(first, lines):
            found = self._protected(marked, lines)
            if found is not None and self._stands(found[0], lines, found[1]):
                self._write(found[0], lines, found[1])
                self._write_bands(found[0], lines, found[1])
                return
        self._broken.update(table_of(key) for figure in figures for key in figure.cells)
        nothing = [replace(one, most=False, held=True) for one in first]
        self._write(nothing, lines, frozenset(one.key for one in nothing))

    def _protected(
        self, marked: Sequence[Marked], lines: Sequence[Line]
    ) -> tuple[Sequence[Marked], frozenset[CellKey]] | None:  # fmt: skip
        """With which figures are hidden; None when no pattern protects."""
        hidden = self._pattern(marked, lines)
        if hidden is None or self._standing.first:
            return None if hidden is None else (marked, hidden)
        return self._with_stays(marked, lines, hidden)

    def _with_stays(
        self, marked: Sequence[Marked], lines: Sequence[Line], hidden: frozenset[CellKey]
    ) -> tuple[list[Marked], frozenset[CellKey]] | None:
        """What is hidden, once figures stay for the sake of others that do: with more hidden, and never with less."""
        held = [replace(one, held=one.key in hidden) for one in marked]
        step = 1 if marked[0].figure.measured == "count" else self._kind(marked[0].figure).step
        changed = {one.key: self._standing.changed(one.figure, alone=one.kept) for one in marked}
        stay = staying(held, lines, changed, step, self._judge, self._still)
        more = stay - hidden - {one.key for one in marked if one.kept}
        if not more:
            return list(marked), hidden
        for one in marked:
            if one.key in more:
                self._standing.keep(one.figure)
        again = [
            replace(one, held=one.held or one.key in hidden)
            for one in (self._marking.mark(one.figure, alone=not lines) for one in marked)
        ]
        found = self._pattern(again, lines)
        return None if found is None else (again, found)

    def _pattern(self, marked: Sequence[Marked], lines: Sequence[Line]) -> frozenset[CellKey] | None:
        """Which figures are hidden; None when no pattern protects."""
        must = frozenset(one.key for one in marked if one.must_hide)
        most = frozenset(one.key for one in marked if one.most)
        if not lines or not must or len(must) == len(marked):
            return must
        try:
            found = suppress(problem_of(marked, lines, self._together(marked[0].figure)), still=self._still)
        except ValueError:
            return None  # a sum does not hold
        return None if isinstance(found, Withheld) else found.hidden - most

    def _said(self, one: Marked) -> audit.Range:
        """What the figures of all its cells leave open. A carried one may be farther off than rounding."""
        low, high = -FARTHEST, FARTHEST
        for key in one.figure.cells:
            figured = self._figured(one, key)
            if figured.status == "most":
                found = (one.lowest, one.highest)
            elif one.figure.measured == "count":
                found = audit.rounded_by_chance(figured.value or 0)
            else:
                kind = self._tables.tables[key[0]]
                found = audit.rounded(figured.value or 0, BASES[kind.measure])
                found = (-(-found[0] // kind.step), found[1] // kind.step)
            low, high = max(low, min(found[0], one.value)), min(high, max(found[1], one.value))
        return low, high

    def _figured(self, one: Marked, key: CellKey) -> Figured:
        """What a cell says when it is not hidden."""
        entry = self._standing.earlier(key)
        if entry is not None and entry.status != "hidden":
            made = str(self._ledger.made_in(key)) if one.figure.measured == "amount" else ""
            return Figured(entry.status, entry.value, True, made, entry.households)
        if one.most:
            return Figured("most")
        if one.figure.measured == "count":
            facts = one.figure.facts
            return Figured("shown", rounding.count(self._secrets.key, facts.households, facts.own))
        amounts = one.figure.facts.amounts or Amounts()
        return Figured("shown", rounding.nearest(amounts.total, BASES[self._tables.tables[key[0]].measure]))

    def _stands(self, marked: Sequence[Marked], lines: Sequence[Line], hidden: frozenset[CellKey]) -> bool:
        """The last look: whatever it can't prove is a no."""
        if not hidden:
            return True
        ceilings = {one.key: self._marking.ceiling(one) for one in marked}
        if not lines or len(hidden) == len(marked):
            return all(self._loose(one, ceilings[one.key]) for one in marked if one.key in hidden)
        now = audit.Publication(
            tuple(audited(one, None if one.key in hidden else self._said(one), ceilings[one.key]) for one in marked),
            tuple((line.whole, line.parts) for line in lines),
            whole_numbers=marked[0].figure.measured == "count",
        )
        previous, changes = self._before(marked, lines, hidden)
        return audit.audit(now, readers_of(marked), previous, changes, still=self._still).passed

    def _loose(self, one: Marked, ceiling: int) -> bool:
        """Nothing adds up to it: the public and every sender know what it can be at most, and nothing else."""
        if one.figure.measured == "amount":
            return True
        owns = [own for own in (one.own or {}).values() if own < ceiling]
        return not one.primary or ceiling - max(owns, default=0) >= COUNT_WIDTH

    def _before(
        self, marked: Sequence[Marked], lines: Sequence[Line], hidden: frozenset[CellKey]
    ) -> tuple[audit.Publication | None, dict[CellKey, audit.Range]]:
        """The same figures in the last publication, as far as they were there, and what can't have changed much."""
        entries = {}
        for one in marked:
            known = [self._ledger.entries[key] for key in one.figure.cells if key in self._ledger.entries]
            if known:
                entries[one.key] = known[0]
        held = [
            line
            for line in lines
            if all(key in entries for key in line.members)
            and entries[line.whole].truth == sum(entries[part].truth for part in line.parts)
        ]
        if not held:
            return None, {}
        counted = marked[0].figure.measured == "count"
        cells, changes = [], {}
        for one in marked:
            if one.key not in entries:
                continue
            entry = entries[one.key]
            said = None if entry.status == "hidden" else (entry.low, entry.high)
            before = (min(one.floor, entry.truth), max(self._marking.ceiling(one), entry.truth))
            cells.append(audit.Audited(one.key, entry.truth, said, before, audit.Need(apart=max(1, entry.apart))))
            if counted and one.kept and one.key not in hidden:
                by = max(abs(one.value - entry.truth), self._standing.possible(one.figure.cells[0]))
                changes[one.key] = (-by, by)
        then = audit.Publication(
            tuple(cells), tuple((line.whole, line.parts) for line in held), whole_numbers=counted
        )  # fmt: skip
        return then, changes

    def _write(self, marked: Sequence[Marked], lines: Sequence[Line], hidden: frozenset[CellKey]) -> None:
        for one in marked:
            out = one.key in hidden
            said = None if out else self._said(one)
            for key in one.figure.cells:
                figured = Figured("hidden") if out else self._figured(one, key)
                self._cells[key] = figured
                self._entries[key] = self._entry(one, key, figured, said)
            if one.figure.measured == "count":
                self._marking.settle(one, said, alone=not lines)

    def _write_bands(self, marked: Sequence[Marked], lines: Sequence[Line], hidden: frozenset[CellKey]) -> None:
        if marked[0].figure.measured == "count":
            return
        shown = self._bands.shown(Settled(marked, lines, hidden, self._said, self._still))
        for table in sorted({key[0] for one in marked for key in one.figure.cells}):
            sides = self._tables.sides_of(table) or ()
            for key in sorted(
                {*self._bands.cells_of(table), *(key for key in self._ledger.entries if key[0] in sides)}
            ):
                value = shown.get(key)
                status: Status = "hidden" if value is None else "shown"
                if value is not None:
                    held = self._cells[table, key[1]].carried
                    self._cells[key] = Figured("shown", value, held)
                self._entries[key] = Entry(status, value, 0, 0, 0)

    def _band_before(self, saving: CellKey, key: CellKey) -> tuple[bool, int | None]:
        """Whether the saving is carried forward, and what then stands in its band."""
        if self._standing.earlier(saving) is None:
            return False, None
        entry = self._ledger.entries.get(key)
        return True, entry.value if entry is not None and entry.status == "shown" else None

    def _entry(self, one: Marked, key: CellKey, figured: Figured, said: audit.Range | None) -> Entry:
        low, high = said or (0, 0)
        number = self._cells.get(numbered(key), Figured("hidden")).value if said is not None else None
        made = Entry(figured.status, figured.value, one.value, low, high, _apart(one), households=number)
        return self._standing.after(key, made)


def _ways(marked: Sequence[Marked], lines: Sequence[Line]) -> Iterator[list[Marked]]:
    """The figures as they are, then with more and more of them hidden beforehand."""
    yield list(marked)
    parts = {part for line in lines for part in line.parts}
    if any(one.most for one in marked):
        for less in (parts, {one.key for one in marked}):
            yield [replace(one, most=False, held=True) if one.most and one.key in less else one for one in marked]
    if parts:
        yield [replace(one, most=False, held=True) if one.key in parts else one for one in marked]


def _apart(one: Marked) -> int:
    return 1 if one.level is None else max(1, one.level.sliding, one.level.lower)
