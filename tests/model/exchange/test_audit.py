"""The last look: that it finds what can be found, and lets nothing go without proof."""

import ast
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.exchange import audit as module
from doorbraak.model.exchange.audit import (
    Audited,
    Fault,
    Need,
    Publication,
    Range,
    Reader,
    audit,
    exactly,
    interval,
    rounded,
    rounded_by_chance,
)

TOTAL, A, B, C = (("t", code) for code in ("", "a", "b", "c"))


def line(*values: int, hidden: tuple[tuple[str, str], ...], need: Need | None = None, most: int = 100) -> Publication:
    """A total of three cells; what is shown is shown exactly."""
    return Publication(
        tuple(
            Audited(key, value, None if key in hidden else exactly(value), (0, most), need or Need(apart=4))
            for key, value in zip((TOTAL, A, B, C), (sum(values), *values), strict=True)
        ),
        ((TOTAL, (A, B, C)),),
    )


def test_that_it_imports_nothing_of_this_project() -> None:
    """A mistake in the search for a pattern must not be made here once more."""
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    names = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    assert {name.partition(".")[0] for name in names} - sys.stdlib_module_names == {"highspy"}


def test_that_a_cell_alone_in_its_line_is_found() -> None:
    verdict = audit(line(3, 20, 30, hidden=(A,)))
    assert verdict.faults == (Fault("narrow", A, low=3, high=3),)
    assert not verdict.passed


def test_that_two_hidden_cells_are_let_go_when_there_is_room_between_them() -> None:
    assert audit(line(3, 20, 30, hidden=(A, B))).passed
    assert interval(line(3, 20, 30, hidden=(A, B)), A) == (0, 23)


@pytest.mark.parametrize(
    ("need", "passes"),
    [
        (Need(below=3), True),
        (Need(below=4), False),
        (Need(above=20), True),
        (Need(above=21), False),
        (Need(apart=23), True),
        (Need(apart=24), False),
    ],
)
def test_that_room_below_above_and_between_is_asked_for_to_the_household(need: Need, passes: bool) -> None:
    about = line(3, 20, 30, hidden=(A, B))
    cells = tuple(replace(cell, need=need if cell.key == A else Need()) for cell in about.cells)
    assert audit(replace(about, cells=cells)).passed == passes


def test_that_zero_and_small_cells_that_protect_each_other_too_narrowly_are_found() -> None:
    verdict = audit(line(0, 1, 30, hidden=(A, B)))
    assert {(fault.cell, fault.low, fault.high) for fault in verdict.faults} == {(A, 0, 1), (B, 0, 1)}


def test_that_rounding_is_part_of_what_a_reader_reckons_with() -> None:
    """Alone in its line, but every other figure may be up to 4 off: 3 can be anything from 0 to 12."""
    about = line(3, 20, 30, hidden=(A,))
    said = {TOTAL: rounded_by_chance(55), B: rounded_by_chance(20), C: rounded_by_chance(30)}
    cells = tuple(replace(cell, said=said.get(cell.key)) for cell in about.cells)
    assert interval(replace(about, cells=cells), A) == (0, 17)
    assert audit(replace(about, cells=cells)).passed


def test_that_a_sender_reckons_with_the_own_households() -> None:
    """Of 3 and 20 anybody finds 0 to 23; who has 19 of the 20 finds 0 to 4."""
    about = line(3, 20, 30, hidden=(A, B), need=Need(apart=4, insider=5))
    sender = Reader("s", {B: (19, 100)})
    assert audit(about).passed
    assert interval(about, A, sender) == (0, 4)
    assert Fault("narrow", A, "s", low=0, high=4) in audit(about, [sender]).faults
    assert audit(line(3, 20, 30, hidden=(A, B), need=Need(apart=4, insider=4)), [sender]).passed


def test_that_a_cell_that_is_all_of_one_sender_keeps_nothing_from_that_sender() -> None:
    about = line(3, 20, 30, hidden=(A, B, C), need=Need(apart=4, insider=4))
    assert audit(about, [Reader("s", {A: (3, 3)})]).passed


def test_that_two_periods_are_looked_at_together() -> None:
    """Each alone leaves room. Who knows that b did not change subtracts one from the other."""
    first = line(8, 20, 30, hidden=(A, B))
    second = line(9, 20, 30, hidden=(A,))
    second = replace(
        second, cells=tuple(replace(cell, said=(15, 25)) if cell.key == B else cell for cell in second.cells)
    )
    assert audit(first).passed
    assert audit(second).passed
    assert audit(second, previous=first).passed
    together = audit(second, previous=first, changes={B: (0, 0), A: (1, 1)})
    assert together.passed
    assert together.hidden == 3
    exact = replace(second, cells=tuple(replace(c, said=exactly(20)) if c.key == B else c for c in second.cells))
    found = audit(exact, previous=first, changes={B: (0, 0)})
    assert Fault("narrow", A, previous=True, low=8, high=8) in found.faults
    assert Fault("narrow", B, previous=True, low=20, high=20) in found.faults


def test_that_what_was_put_back_is_found_through_the_time_that_it_was_gone() -> None:
    """Hidden, then shown: when nothing moved, the first publication hides nothing any more."""
    before, after = line(3, 20, 30, hidden=(A, B)), line(3, 20, 30, hidden=())
    assert audit(after, previous=before).passed
    still = dict.fromkeys((TOTAL, A, B, C), (0, 0))
    assert {fault.cell for fault in audit(after, previous=before, changes=still).faults} == {A, B}


def test_that_a_publication_that_is_not_true_is_refused() -> None:
    """A wrong figure makes a reader find wrong things: they prove nothing."""
    about = line(3, 20, 30, hidden=(A, B))
    wrong = replace(about, cells=tuple(replace(c, said=(31, 35)) if c.key == C else c for c in about.cells))
    assert [fault.reason for fault in audit(wrong).faults] == ["contradiction"]
    torn = replace(about, cells=tuple(replace(c, truth=4) if c.key == A else c for c in about.cells))
    assert [fault.reason for fault in audit(torn).faults] == ["contradiction"]
    with pytest.raises(ValueError, match="truth"):
        interval(torn, A)


def test_that_a_sender_whose_own_figures_do_not_fit_is_a_fault() -> None:
    verdict = audit(line(3, 20, 30, hidden=(A, B)), [Reader("s", {A: (4, 100)})])
    assert [(fault.reason, fault.reader) for fault in verdict.faults] == [("contradiction", "s")]


@pytest.mark.parametrize("status", ["kTimeLimit", "kIterationLimit", "kUnknown", "kUnbounded", "kInfeasible"])
def test_that_any_answer_but_an_optimum_is_a_fault(status: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import highspy

    monkeypatch.setattr(highspy.Highs, "getModelStatus", lambda self: getattr(highspy.HighsModelStatus, status))
    verdict = audit(line(3, 20, 30, hidden=(A, B)))
    assert {(fault.reason, fault.cell) for fault in verdict.faults} == {("unsolved", A), ("unsolved", B)}
    with pytest.raises(ValueError, match="no answer"):
        interval(line(3, 20, 30, hidden=(A, B)), A)


def test_that_an_answer_that_is_no_possible_table_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that says optimum and gives nonsense: the sums are checked here."""
    import highspy

    class Nonsense:
        col_value = (1000.0, 0.0, 1000.0, 30.0)

    monkeypatch.setattr(highspy.Highs, "getSolution", lambda self: Nonsense)
    verdict = audit(line(3, 20, 30, hidden=(A, B)))
    assert {fault.reason for fault in verdict.faults} == {"unsolved"}


def test_that_half_a_household_is_no_proof() -> None:
    """Three cells of which each two together are 1 (shown): a linear program would leave them all at a half. In
    whole numbers no table agrees but the true one, which is found."""
    odd = [("t", name) for name in ("x", "y", "z")]
    pairs = [("t", name) for name in ("xy", "yz", "xz")]
    truth = dict(zip(odd, (1, 0, 0), strict=True)) | dict(zip(pairs, (1, 0, 1), strict=True))
    about = Publication(
        tuple(
            Audited(key, value, None if key in odd else (value, value + 1), (0, 9), Need(apart=1))
            for key, value in truth.items()
        ),
        ((pairs[0], (odd[0], odd[1])), (pairs[1], (odd[1], odd[2])), (pairs[2], (odd[0], odd[2]))),
    )
    for key in odd:
        low, high = interval(about, key)
        assert (low, high) == _every(about, key)


def _every(about: Publication, key: tuple[str, str]) -> Range:
    """By trying all values of the cells that are no total of others; what they add up to follows."""
    order = {cell.key: cell for cell in about.cells}
    sums = dict(about.sums)
    found = []
    free = [cell for cell in about.cells if cell.key not in sums]
    for values in product(*(range(*_ends(cell)) for cell in free)):
        table = {cell.key: value for cell, value in zip(free, values, strict=True)}
        table |= {whole: sum(table[part] for part in parts) for whole, parts in about.sums}
        fits = all(value in range(*_ends(order[name])) for name, value in table.items())
        if fits and all(table[part] <= table[whole] for whole, part in about.withins):
            found.append(table[key])
    return min(found), max(found)


def _ends(cell: Audited) -> tuple[int, int]:
    low, high = cell.said or cell.before
    return max(low, cell.before[0]), min(high, cell.before[1]) + 1


SHOWN = st.sampled_from(["hidden", "hidden", "exact", "rounded"])


def _shown(key: tuple[str, str], truth: int, how: str, most: int) -> Audited:
    said = {"hidden": None, "exact": exactly(truth), "rounded": (max(0, truth - 1), truth + 1)}[how]
    return Audited(key, truth, said, (0, most))


@given(st.lists(st.integers(0, 3), min_size=4, max_size=4), st.lists(SHOWN, min_size=8, max_size=8))
@settings(max_examples=80, deadline=None)
def test_that_it_finds_the_same_ends_as_trying_every_table(values: list[int], shown: list[str]) -> None:
    inner = {("t", f"{row}|{column}"): value for (row, column), value in zip(product("ab", "xy"), values, strict=True)}
    sums = (
        *((("t", f"{row}|"), tuple(("t", f"{row}|{column}") for column in "xy")) for row in "ab"),
        *((("t", f"|{column}"), tuple(("t", f"{row}|{column}") for row in "ab")) for column in "xy"),
    )
    truth = inner | {whole: sum(inner[part] for part in parts) for whole, parts in sums}
    cells = tuple(
        _shown(key, value, how, 3 if key in inner else 6)
        for (key, value), how in zip(truth.items(), shown, strict=True)
    )
    about = Publication(cells, sums)
    for cell in cells:
        if cell.said is None:
            assert interval(about, cell.key) == _every(about, cell.key)


@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.lists(SHOWN, min_size=4, max_size=4))
@settings(max_examples=40, deadline=None)
def test_that_it_finds_the_same_ends_where_parts_overlap(values: list[int], shown: list[str]) -> None:
    whole, *parts = sorted(values, reverse=True)
    truth = {("t", code): value for code, value in zip("wpqr", (whole, *parts), strict=True)}
    cells = tuple(_shown(key, value, how, 6) for (key, value), how in zip(truth.items(), shown, strict=True))
    about = Publication(cells, withins=tuple((("t", "w"), ("t", code)) for code in "pqr"))
    for cell in cells:
        if cell.said is None:
            assert interval(about, cell.key) == _every(about, cell.key)


def test_that_amounts_may_be_negative() -> None:
    """A saving that turned out to be a loss is hidden like any other."""
    about = Publication(
        tuple(
            Audited(key, value, None if key in (A, B) else rounded(1000 * round(value / 1000)), (-(10**7), 10**7))
            for key, value in zip((TOTAL, A, B), (-4200, -9700, 5500), strict=True)
        ),
        ((TOTAL, (A, B)),),
        whole_numbers=False,
    )
    cells = tuple(replace(cell, need=Need(below=10**5, above=10**5)) for cell in about.cells)
    assert audit(replace(about, cells=cells)).passed


def _with_parts(room: int) -> Publication:
    """Of € 1000 and € 3000 only the sum is shown, and what a tenth of the one is with half of the other."""
    names = ("one", "other", "both", "of one", "of other", "of both")
    truths = (1000, 3000, 4000, 100, 1500, 1600)
    cells = tuple(
        Audited(("t", name), truth, exactly(truth) if "both" in name else None, (0, 10**6))
        for name, truth in zip(names, truths, strict=True)
    )
    sums = ((("t", "both"), (("t", "one"), ("t", "other"))), (("t", "of both"), (("t", "of one"), ("t", "of other"))))
    shares = (
        (("t", "of one"), ("t", "one"), 100 - room, 100 + room),
        (("t", "of other"), ("t", "other"), 500 - room, 500 + room),
    )
    return Publication(cells, sums, whole_numbers=False, shares=shares)


def test_that_who_knows_what_part_one_cell_is_of_another_reckons_with_that() -> None:
    """0.1 x + 0.5 (4000 - x) = 1600, so x = 1000; with each part known to 0.02 it is a matter of 160 in 0.4."""
    assert interval(replace(_with_parts(0), shares=()), ("t", "one")) == (0, 4000)
    assert interval(_with_parts(0), ("t", "one")) == (1000, 1000)
    low, high = interval(_with_parts(20), ("t", "one"))
    assert (low, high) == (800, 1200)


def test_that_a_brief_look_ends_at_the_first_fault() -> None:
    about = line(0, 1, 30, hidden=(A, B))
    assert len(audit(about).faults) == 2
    assert len(audit(about, brief=True).faults) == 1
    assert audit(line(3, 20, 30, hidden=(A, B)), brief=True).passed
