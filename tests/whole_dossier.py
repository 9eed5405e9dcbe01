"""A household with a row in every table of the dossier, each text of which is one and the same."""

from datetime import date

from doorbraak.model.dossier import (
    agencies,
    assumptions,
    barriers,
    budgets,
    comparisons,
    confirmations,
    considerations,
    copy_blocks,
    corrections,
    costs,
    custody,
    events,
    goals,
    household,
    interventions,
    justification,
    letters,
    life_events,
    local_mandates,
    measurements,
    outcomes,
    own_lists,
    own_words,
    payments,
    people,
    perspectives,
    problems,
    profile,
    refusals,
    relations,
    sharing,
    signals,
    statements,
    steps,
    tasks,
    visits,
    workers,
)
from doorbraak.model.dossier.copy_blocks import CopyBlock
from doorbraak.model.workspace.store import Store

OF_THE_WORKSPACE = frozenset({"profile", "assumptions", "budget", "local_mandate", "copy_block", "own_list"})
"""Tables whose rows belong to no household."""
ON_ITS_WAY = frozenset({"handover_key", "colleague", "handover_given", "handover_taken"})
"""Tables that are empty until a dossier goes to a colleague, or comes from one."""

DAY = date(2026, 9, 1)


def make(store: Store, text: str) -> int:
    """Inside a change. `text` is a line that a code of the coordinator's may be too; returns the household's id."""
    home = household.open_dossier(store, text, opened=date(2026, 1, 1), note=text)
    household.set_plan_date(store, home, DAY)
    household.set_lead(store, home, text)
    household.set_wijk(store, home, text)
    household.set_retention(store, home, text)
    household.close(store, home, DAY, "moved", text)
    profile.write(store, profile.Profile(text, text, text, text))
    assumptions.write(store, assumptions.Assumptions(discount_source=text))
    budgets.write(store, 2026, text, 100_000, words=text)
    if not local_mandates.all_of(store):
        local_mandates.add(store, text, text, decision=text, source=text)
    copy_blocks.write(store, (CopyBlock(text, text),))
    own_lists.take(store, {text: text}, date.today())
    goal = goals.add(store, home, text)
    parent = people.add(store, home, name=text, role=text, birth_year=1985, sex="woman")
    child = people.add(store, home, name=text, role=text, birth_year=2015, month_of_18=3)
    own_words.add(store, home, "problem", text, person=parent)
    relations.add(store, parent, child, text, words=text, since=2015)
    custody.add(store, child, holder=parent, words=text)
    life_events.add(store, home, "divorce", year=2020, month=5, words=text, person=parent)
    problem = problems.add(store, home, kind=text, words=text, life_domain=text, lead=text, people=(parent,), rank=1)
    other = problems.add(store, home, words=text, life_domain=text, weight=8)
    problems.set_waits_for(store, other, (problem,))
    agency = _agency(store, home, text, problem, parent)
    visit = visits.add(store, home, DAY, report=text, minutes_with_people=60)
    visits.write_private_note(store, visit, text, date.today())
    step = _intervention(store, home, text, problem, goal, agency)
    event = events.add(
        store, home, kind=text, words=text, expected_on=DAY, reason=text, chance_threatening=40, chance_plan=5,
        threatening_low=30, threatening_high=60,
    )  # fmt: skip
    costs.add(store, home, words=text, price_cents=100, event=event)
    own = costs.add(store, home, words=text, price_cents=100, intervention=step)
    line = costs.add(
        store, home, words=text, price_cents=100, price=text, source=text, unit=text, law=text, payer=text,
        beneficiary=text, effect="cash", person=parent, problem=problem, agency=agency, price_low_cents=90,
        price_high_cents=120, chance_low=80, chance_high=100,
    )  # fmt: skip
    confirmations.write(store, line, "3", "changed", actual_cents=80, on_day=DAY, reason=text)
    payments.add(store, own, DAY, 50, words=text)
    refusals.add(store, home, price=text, agency=agency)
    refusals.add(store, home, price=text, problem=problem)
    refusals.add(store, home, price=text, event=event)
    refusals.add(store, home, price=text, intervention=step)
    measurements.add(store, home, text, moment="start", on_day=DAY, answer=text, person=parent, words=text)
    tasks.add(store, home, text, lead=text, due=DAY, intervention=step)
    signals.add(store, home, text, article=text, agency=agency, proposal=text, told_to=text)
    sharing.add(store, home, text, on_day=DAY, agency=agency, with_whom=text, why=text, law=text, why_untold=text)
    corrections.add(
        store, home, on_day=DAY, place=text, old_text=text, new_text=text, asked_by=text, person=parent, reason=text
    )
    statements.add(store, home, text, on_day=DAY, person=parent, by_whom=text)
    return home


def _agency(store: Store, home: int, text: str, problem: int, person: int) -> int:
    agency = agencies.add(
        store, home, kind=text, words=text, law=text, payer=text, ends_when=text, problems=(problem,),
        people=(person,), contacts_e2=130, claim_cents=5_000,
    )  # fmt: skip
    gone = agencies.add(store, home, words=text)
    agencies.merge_into(store, gone, agency)
    agencies.add(store, home, words=text)  # a third, into which one can merge without a circle
    workers.add(store, agency, name=text, function=text, phone=text, mail=text)
    letter = letters.add(store, home, agency=agency, sender=text, demand=text, amount_cents=100, last_day=DAY)
    second = letters.add(store, home, sender=text)
    letters.set_contradicts(store, letter, (second,))
    return agency


def _intervention(store: Store, home: int, text: str, problem: int, goal: int, agency: int) -> int:
    step = interventions.add(
        store, home, kind=text, words=text, decider=text, payer=text, problems=(problem,), goals=(goal,),
        agencies=(agency,),
    )  # fmt: skip
    interventions.set_status(store, step, "refused", on=DAY, reason=text)
    steps.add(store, step, text, owner="household", lead=text, due=DAY)
    outcomes.add(store, step, "partly", DAY, why=text)
    justification.add(store, step, text, reason=text, title=text, text=text, text_version=text)
    considerations.write(store, step, "weighing", text)
    perspectives.add(store, step, "legal", verdict="for", reason=text, by_role=text, on_day=DAY)
    barrier = barriers.add(store, step, text, rung="habit", tried=text)
    comparisons.write(store, step, text, "differs", why=text)
    signals.add(store, home, text, intervention=step, barrier=barrier, theme=text)
    return step
