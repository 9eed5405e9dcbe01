from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier import (
    agencies,
    costs,
    dossier,
    events,
    goals,
    household,
    interventions,
    justification,
    people,
    problems,
)
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.errors import NotFound, UserError
from doorbraak.model.workspace.store import GONE, Store
from tests.model.dossier.conftest import TODAY, dump

Step = tuple[str, int, int]
DAYS = (None, date(2026, 1, 1), date(2027, 6, 30))


def test_that_a_dossier_holds_what_belongs_to_one_household_only(store, do, home, elsewhere) -> None:
    for of in (home, elsewhere):
        person = do(people.add, of, name="Oom")
        problem = do(problems.add, of, words="De lift", life_domain="wonen", people=(person,))
        do(agencies.add, of, words="De kerk", problems=(problem,), people=(person,))
        do(goals.add, of, "Rust")
        step = do(interventions.add, of, words="Betalen")
        do(justification.add, step, "awb:4:84")
        do(events.add, of, words="Ruzie", expected_on=TODAY, reason="Geluid", chance_threatening=1, chance_plan=0)
        do(costs.add, of, words="Huur", price_cents=1)
    one, other = dossier.read(store, home), dossier.read(store, elsewhere)
    for name in ("goals", "people", "problems", "agencies", "interventions", "grounds", "events", "costs"):
        (mine,), (theirs,) = getattr(one, name), getattr(other, name)
        assert mine.id != theirs.id
    assert (one.household.id, other.household.id) == (home, elsewhere)


GONE_ROWS: dict[str, Callable[[Store, int], None]] = {
    "people.rename": lambda store, row: people.rename(store, row, "Oom"),
    "people.set_role": lambda store, row: people.set_role(store, row, "vader"),
    "problems.reword": lambda store, row: problems.reword(store, row, ""),
    "agencies.reword": lambda store, row: agencies.reword(store, row, ""),
    "interventions.reword": lambda store, row: interventions.reword(store, row, ""),
    "costs.set_chances": lambda store, row: costs.set_chances(store, row, Chances(1, 2, 3)),
    "costs.attach": lambda store, row: costs.attach(store, row),
    "costs.set_attribution": lambda store, row: costs.set_attribution(store, row, 50),
}


@pytest.mark.parametrize("verb", GONE_ROWS)
def test_that_a_verb_on_a_row_that_is_gone_says_so(store, do, home, contents, verb) -> None:
    # An editor may still have been open on the row when undo took it away.
    before = contents()
    with pytest.raises(NotFound) as caught:
        do(GONE_ROWS[verb], 999)
    assert caught.value.sentence == GONE
    assert contents() == before


def test_that_a_dossier_that_is_not_there_is_said_not_to_be_there(store) -> None:
    with pytest.raises(NotFound):
        dossier.read(store, 1)


def some_row(store: Store, table: str, number: int) -> int:
    rows = store.rows(f"SELECT id FROM {table} ORDER BY id")
    return int(rows[number % len(rows)][0]) if rows else 0


def all_ids(store: Store, table: str, home: int) -> tuple[int, ...]:
    return tuple(row[0] for row in store.rows(f"SELECT id FROM {table} WHERE household = ?", [home]))


# Each verb gets the store, a household and two numbers to choose with; 0 as a row means that there is none.
VERBS: dict[str, Callable[[Store, int, int, int], Any]] = {
    "household.open": lambda s, h, a, b: household.open_dossier(s, f"Naam {a}", opened=TODAY),
    "household.rename": lambda s, h, a, b: household.rename(s, h, f"Naam '{a}"),
    "household.renumber": lambda s, h, a, b: household.renumber(s, h, a + 1),
    "household.plan_date": lambda s, h, a, b: household.set_plan_date(s, h, DAYS[a % 3]),
    "household.remove": lambda s, h, a, b: household.remove(s, h),
    "goals.add": lambda s, h, a, b: goals.add(s, h, f"Doel\n{a}", first=b % 2 == 0),
    "goals.remove": lambda s, h, a, b: goals.remove(s, some_row(s, "goal", a)),
    "people.add": lambda s, h, a, b: people.add(s, h, name=f"Naam {a}", birth_year=1950 + b),
    "people.rename": lambda s, h, a, b: people.rename(s, some_row(s, "person", a), f"Ander {b}"),
    "people.remove": lambda s, h, a, b: people.remove(s, some_row(s, "person", a)),
    "problems.add": lambda s, h, a, b: problems.add(
        s, h, words=f"Probleem {a}", life_domain="wonen", people=all_ids(s, "person", h)[: b % 3]
    ),
    "problems.owner": lambda s, h, a, b: problems.set_owner(
        s, some_row(s, "problem", a), problems.OWNERS[b % 4]
    ),
    "problems.people": lambda s, h, a, b: problems.set_people(
        s, some_row(s, "problem", a), all_ids(s, "person", h)[b % 3 :]
    ),
    "problems.remove": lambda s, h, a, b: problems.remove(s, some_row(s, "problem", a)),
    "agencies.add": lambda s, h, a, b: agencies.add(
        s, h, kind=("uwv", "wijkteam", "cjib")[a % 3], contacts_e2=b,
        problems=all_ids(s, "problem", h)[:2], people=all_ids(s, "person", h)[:2],
    ),
    "agencies.contacts": lambda s, h, a, b: agencies.set_contacts(s, some_row(s, "agency", a), b),
    "agencies.remove": lambda s, h, a, b: agencies.remove(s, some_row(s, "agency", a)),
    "interventions.add": lambda s, h, a, b: interventions.add(s, h, words=f"Stap {a}", decided_on=DAYS[b % 3]),
    "interventions.remove": lambda s, h, a, b: interventions.remove(s, some_row(s, "intervention", a)),
    "justification.add": lambda s, h, a, b: justification.add(
        s, some_row(s, "intervention", a), ("awb:4:84", "awb:3:2")[b % 2], reason="'; --"
    ),
    "justification.remove": lambda s, h, a, b: justification.remove(s, some_row(s, "legal_ground", a)),
    "events.add": lambda s, h, a, b: events.add(
        s, h, words="Dreiging", expected_on=TODAY, reason="Reden", chance_threatening=a, chance_plan=b
    ),
    "events.remove": lambda s, h, a, b: events.remove(s, some_row(s, "threatening_event", a)),
    "costs.add": lambda s, h, a, b: costs.add(
        s, h, words=f"Post {a}", price_cents=b, chances=Chances(a, a, b), agency=some_row(s, "agency", a) or None
    ),
    "costs.add to event": lambda s, h, a, b: costs.add(
        s, h, words="Post", price_cents=b, event=some_row(s, "threatening_event", a) or None
    ),
    "costs.attach": lambda s, h, a, b: costs.attach(
        s, some_row(s, "cost_line", a), intervention=some_row(s, "intervention", b) or None
    ),
    "costs.quantity": lambda s, h, a, b: costs.set_quantity(s, some_row(s, "cost_line", a), b),
    "costs.remove": lambda s, h, a, b: costs.remove(s, some_row(s, "cost_line", a)),
}  # fmt: skip
# What a verb needs to be there before it can be called at all.
NEEDS = {
    "people.rename": "person", "problems.owner": "problem", "problems.people": "problem",
    "agencies.contacts": "agency", "justification.add": "intervention", "costs.attach": "cost_line",
    "costs.quantity": "cost_line",
}  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 60), st.integers(0, 60)),
        min_size=1,
        max_size=40,
    )
)
def test_that_any_verbs_undone_and_redone_give_the_same_rows(store, steps: list[Step]) -> None:
    assert not any(dump(store).values()), "each example starts from an empty workspace"
    with store.change("Begin"):
        household.open_dossier(store, "Proef", opened=TODAY)
    seen = [dump(store)]
    for name, a, b in steps:
        home = some_row(store, "household", a)
        if not home or (name in NEEDS and not some_row(store, NEEDS[name], a)):
            continue
        try:
            with store.change(name):
                VERBS[name](store, home, a, b)
        except UserError:
            assert dump(store) == seen[-1], "a refused verb wrote something"
        now = dump(store)
        if now != seen[-1]:
            seen.append(now)
    for before in reversed(seen[:-1]):
        assert store.undo() is not None
        assert dump(store) == before
    for after in seen[1:]:
        assert store.redo() is not None
        assert dump(store) == after
    while store.undo():
        pass
    assert store.rows("PRAGMA foreign_key_check") == []
