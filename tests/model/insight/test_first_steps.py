from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.dossier import dossier
from doorbraak.model.insight import first_steps
from doorbraak.model.workspace.store import Store


def test_that_a_full_dossier_did_all_but_the_paper(store: Store, casus: int) -> None:
    full = dossier.read(store, casus)
    found = first_steps.done(full, on_paper=False)
    assert found == set(first_steps.STEPS) - {"paper"}
    assert first_steps.next_step(found) == "paper"
    assert first_steps.next_step(first_steps.done(full, on_paper=True)) == ""


def test_that_a_problem_alone_is_not_stuck_between_agencies(store: Store, casus: int) -> None:
    full = dossier.read(store, casus)
    assert "stuck" not in first_steps.done(replace(full, agencies=()), on_paper=False)
    assert "stuck" not in first_steps.done(replace(full, problems=()), on_paper=False)


@given(st.frozensets(st.sampled_from(first_steps.STEPS)))
def test_that_the_next_one_is_never_one_that_is_done(found: frozenset[str]) -> None:
    after = first_steps.next_step(found)
    assert after not in found
    assert (after == "") == (len(found) == len(first_steps.STEPS))
