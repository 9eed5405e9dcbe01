"""Households typed from nothing in the line of quick entry, by real key events only."""

import pytest

from doorbraak.ui.main_window import MainWindow
from tests.benchmarks.typed_cases import LARGE, SMALL, Typist, case, surroundings, surroundings_of


@pytest.mark.parametrize(("name", "most"), [(SMALL, 650), (LARGE, 1000)])
def test_that_a_whole_household_is_typed_in_few_keys_and_no_click(window: MainWindow, name: str, most: int) -> None:
    typist, content = Typist(window), case(name)
    typist.household(content)
    assert [problem.kind for problem in typist.dossier.problems] == [problem["kind"] for problem in content["problems"]]
    assert surroundings_of(typist.dossier) == surroundings(content)
    assert typist.dossier.costs
    assert typist.keys <= most
    assert typist.clicks == 0
    print(f"{name}: {typist.keys} keys")
