import pytest

from doorbraak.model.dossier import comparisons
from doorbraak.model.errors import InputError
from tests.model.dossier.test_fields import SAID, furnish


def test_that_a_case_is_compared_once_and_the_last_word_counts(do, store, home) -> None:
    step = furnish(do, home).intervention
    first = do(comparisons.write, step, "Huishouden 14", "equal", why="Zelfde\nschuld", noted=SAID)
    assert do(comparisons.write, step, " Huishouden  14 ", "differs", why="Daar was een kind") == first
    other = do(comparisons.write, step, "Huishouden 15", "equal")
    found = comparisons.of_household(store, home)
    assert [(one.id, one.other, one.verdict, one.why) for one in found] == [
        (first, "Huishouden 14", "differs", "Daar was een kind"),
        (other, "Huishouden 15", "equal", ""),
    ]
    assert (found[0].origin, found[0].noted_on) == (SAID.origin, SAID.on)
    do(comparisons.remove, first)
    assert [one.id for one in comparisons.of_household(store, home)] == [other]


def test_that_a_comparison_needs_a_case(do, home) -> None:
    step = furnish(do, home).intervention
    with pytest.raises(InputError):
        do(comparisons.write, step, " ", "equal")
