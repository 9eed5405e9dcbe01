"""Examples from the literature of disclosure control, each with its source, and what is known about it."""

import json
from typing import Any

import pytest

from doorbraak.model.exchange import rules
from doorbraak.model.exchange.audit import audit, interval
from doorbraak.model.exchange.protection.pattern import Pattern
from doorbraak.model.exchange.protection.problem import Cell, Insider, Level, Problem, Sum
from doorbraak.model.exchange.protection.suppression import suppress
from tests.model.exchange.made_tables import EXAMPLES, example, published, readers

EXACT = Level(sliding=1)


def key(code: str) -> tuple[str, str]:
    return ("t", code)


def problem_of(found: dict[str, Any], primaries: list[str], **more: Any) -> Problem:
    """Its cells with their values as weights."""
    place = {code: index for index, code in enumerate(found["cells"])}
    return Problem(
        tuple(
            Cell(
                key(code),
                value,
                weight=value,
                level=EXACT if code in primaries else None,
                duty="hidden" if code in found.get("hidden", ()) else "free",
                single=code in found.get("single", ()),
            )
            for code, value in found["cells"].items()
        ),
        tuple(Sum(place[whole], tuple(place[part] for part in parts)) for whole, parts in found["sums"]),
        **more,
    )


def beside(found: Pattern, *hidden: str) -> set[str]:
    """What was hidden beside these."""
    return {code for _, code in found.hidden} - set(hidden)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_that_each_example_names_its_source_and_its_licence(path: Any) -> None:
    source = json.loads(path.read_text("utf-8"))["source"]
    assert source["url"].startswith("https://")
    assert source["name"]
    assert source["locator"]
    assert source["licence"]


def test_that_two_hidden_cells_in_every_line_are_not_enough() -> None:
    found = example("two_per_line")
    before = problem_of(found, ["w|b"])
    hidden = {index for index, cell in enumerate(before.cells) if cell.duty == "hidden"}
    touched = [len(hidden & set(line.members)) for line in before.sums]
    assert all(number != 1 for number in touched)
    verdict = audit(published(before, [key(code) for code in found["hidden"]]))
    assert [(fault.cell, fault.reason, fault.low, fault.high) for fault in verdict.faults] == [
        (key(code), "narrow", value, value) for code, value in found["known"]["found"].items()
    ]


def test_that_the_search_mends_it_with_the_one_cell_that_is_known_to_do_it() -> None:
    found = example("two_per_line")
    before = problem_of(found, ["w|b"])
    pattern = suppress(before)
    assert isinstance(pattern, Pattern)
    assert pattern.optimal
    assert beside(pattern, *found["hidden"]) == set(found["known"]["mended_by"])
    after = published(before, pattern.hidden)
    assert interval(after, key("w|b")) == tuple(found["known"]["interval_when_mended"])
    assert audit(after).passed


def test_that_a_cell_is_not_found_by_subtracting_the_others_from_the_total() -> None:
    found = example("subtraction")
    alone = problem_of(found, ["I"])
    verdict = audit(published(alone, [key("I")]))
    assert [(fault.low, fault.high) for fault in verdict.faults] == [(998, 998)]
    pattern = suppress(alone)
    assert isinstance(pattern, Pattern)
    assert beside(pattern, "I") == {"III"}
    assert audit(published(alone, pattern.hidden)).passed


def test_that_a_line_with_a_single_contributor_has_three_hidden_cells() -> None:
    """The contributor who is alone in A|X2 would read off A|X4."""
    found = example("singleton")
    row = {"A|", "A|X1", "A|X2", "A|X3", "A|X4"}
    careless = suppress(problem_of({**found, "single": []}, found["primaries"]))
    assert isinstance(careless, Pattern)
    careful = suppress(problem_of(found, found["primaries"]))
    assert isinstance(careful, Pattern)
    assert len({code for _, code in careless.hidden} & row) == 2
    assert len({code for _, code in careful.hidden} & row) == 3


def test_that_the_audit_finds_what_the_single_contributor_finds() -> None:
    found = example("singleton")
    codes = list(found["cells"])
    insider = Insider("x2", {codes.index("A|X2"): (15, 15)})
    known = problem_of(found, found["primaries"], insiders=(insider,))
    hidden = [key(code) for code in ("A|X2", "A|X4", "B|X2", "B|X4")]
    facts = published(known, hidden)
    assert audit(facts).passed
    assert interval(facts, key("A|X4"), readers(known)[0]) == (17, 17)


def linked(found: dict[str, Any], *groupings: str) -> Problem:
    """The regions, and the groups of these groupings, shared where they are the same."""
    cells = dict(found["cells"])
    sums = []
    for name in groupings:
        groups = found["groupings"][name]
        cells |= {group: sum(found["cells"][region] for region in regions) for group, regions in groups.items()}
        sums += [[group, regions] for group, regions in groups.items()]
        cells["all"] = sum(found["cells"].values())
        sums.append(["all", list(groups)])
    return problem_of({"cells": cells, "sums": sums}, found["primaries"])


@pytest.mark.parametrize("grouping", ["county", "size"])
def test_that_each_of_two_linked_tables_is_safe_alone(grouping: str) -> None:
    found = example("linked")
    alone = suppress(linked(found, grouping))
    assert isinstance(alone, Pattern)
    assert beside(alone, *found["primaries"]) == set()


def test_that_linked_tables_are_protected_together() -> None:
    found = example("linked")
    both = linked(found, "county", "size")
    careless = audit(published(both, [key(code) for code in found["primaries"]]))
    assert {(fault.cell, fault.low, fault.high) for fault in careless.faults} == {(key("K"), 3, 3)}
    pattern = suppress(both)
    assert isinstance(pattern, Pattern)
    assert beside(pattern, *found["primaries"]) == set(found["known"]["mended_by"])
    assert audit(published(both, pattern.hidden)).passed


def test_that_three_of_everything_in_a_group_still_tells_what_they_all_have() -> None:
    """Three rows per group, three diseases and three salaries in it: k and l are 3, and one group has one broad
    disease. Under ten nothing of it is shown, at no level of the codes."""
    found = example("similarity")
    groups: dict[tuple[str, int], list[list[Any]]] = {}
    for row in found["rows"]:
        groups.setdefault((row[0][:3], min(row[1] // 10, 4)), []).append(row)
    counted = {name: len(rows) for name, rows in groups.items()}
    assert min(counted.values()) == found["known"]["k"]
    assert all(len({row[3] for row in rows}) == 3 for rows in groups.values())
    broad = {name: {found["broader"][row[3]] for row in rows} for name, rows in groups.items()}
    assert [kinds for kinds in broad.values() if len(kinds) == 1] == [{found["known"]["all_of_them"]}]
    assert {rules.verdict(inside, len(found["rows"])) for inside in counted.values()} == {"hidden"}
