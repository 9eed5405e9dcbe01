"""What is known beside the bare sums of a synthetic household: ranges, winners, follow-up, payments and refusals."""

from datetime import date, timedelta

from msgspec import structs

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier.confirmations import AFTER, STATES
from doorbraak.model.dossier.costs import EFFECTS
from doorbraak.model.dossier.events import OUTCOMES
from doorbraak.model.dossier.interventions import ALLOWED
from doorbraak.model.dossier.synthetic_draw import LAST_DAY, Draw, made, past

_DAYS = {"3": 91, "6": 182, "12": 365}


def events(draw: Draw, case: form.CaseFile) -> tuple[sums.Event, ...]:
    """Half of them with ranges, and some with what came of them."""
    found = []
    for event in case.events:
        threatening = _percents(draw, event.chance_threatening)
        plan = _percents(draw, event.chance_plan)
        outcome = draw.one((*OUTCOMES, ""))
        found.append(
            structs.replace(
                event,
                threatening_low=threatening[0],
                threatening_high=threatening[1],
                plan_low=plan[0],
                plan_high=plan[1],
                outcome=outcome,
                outcome_on=past(event.expected_on) if outcome else None,
            )
        )
    return tuple(found)


def costs(draw: Draw, case: form.CaseFile) -> tuple[sums.Cost, ...]:
    """The same lines at the same amounts: how sure they are, who gains, and for whom and why it is spent."""
    agencies = {agency.id: agency for agency in case.agencies}
    found = []
    for line in case.costs:
        price, quantity = _around(draw, line.price_cents), _around(draw, line.quantity_e4)
        chance = _percents(draw, line.chances.plan) if line.chances else (None, None)
        attribution = _percents(draw, line.attribution) if line.intervention is None else (None, None)
        of = agencies.get(line.agency or "")
        found.append(
            structs.replace(
                line,
                beneficiary=draw.one(case.costs).payer if draw.happens(50) else "",
                effect=draw.one(EFFECTS),
                price_low_cents=price[0],
                price_high_cents=price[1],
                quantity_low_e4=quantity[0],
                quantity_high_e4=quantity[1],
                chance_low=chance[0],
                chance_high=chance[1],
                attribution_low=attribution[0],
                attribution_high=attribution[1],
                person=draw.one(of.people) if of and of.people else None,
                problem=draw.one(of.problems) if of and of.problems else None,
            )
        )
    return tuple(found)


def confirmations(draw: Draw, case: form.CaseFile) -> tuple[sums.Confirmation, ...]:
    """At every moment that has come, of most lines."""
    found = []
    for after in AFTER:
        on = _plan(case) + timedelta(days=_DAYS[after])
        for line in case.costs if on <= LAST_DAY else ():
            if draw.happens(70):
                state = draw.one((*STATES, "confirmed"))
                actual = line.price_cents * line.quantity_e4 // 10_000 * draw.between(4, 12) // 10
                found.append(
                    made(
                        sums.Confirmation,
                        cost_line=line.id,
                        after=after,
                        state=state,
                        actual_cents=actual if state == "changed" else None,
                        on_day=on,
                        reason="Synthetisch: verzonnen reden." if state == "changed" else "",
                    )
                )
    return tuple(found)


def payments(draw: Draw, case: form.CaseFile) -> tuple[sums.Payment, ...]:
    """Of the doorbraken that were granted, in one or two parts."""
    granted = {step.id for step in case.interventions if step.status in ALLOWED}
    found = []
    for line in case.costs:
        if line.intervention not in granted:
            continue
        parts = draw.between(1, 2)
        found += [
            made(
                sums.Payment,
                cost_line=line.id,
                on_day=past(_plan(case) + timedelta(days=draw.between(20, 90) + 30 * part)),
                cents=line.price_cents // parts,
                words="Synthetisch: verzonnen betaling.",
            )
            for part in range(draw.between(1, parts))
        ]
    return tuple(found)


def refusals(draw: Draw, case: form.CaseFile, catalogue: Catalogue) -> tuple[sums.Refusal, ...]:
    """At most one of an agency, a problem, a threat and a doorbraak."""
    found = []
    usual = {row.agency: row.price for row in catalogue.agency_prices}
    agency = draw.one(case.agencies)
    if agency.kind in usual and draw.happens(40):
        found.append(made(sums.Refusal, agency=agency.id, price=usual[agency.kind]))
    problem = draw.one(case.problems)
    if (prices := catalogue.problems[problem.kind].prices) and draw.happens(40):
        found.append(made(sums.Refusal, problem=problem.id, price=draw.one(prices)))
    found += [
        made(sums.Refusal, event=event.id, price=catalogue.events[event.kind].prices[-1])
        for event in case.events
        if draw.happens(30)
    ]
    if draw.happens(20):
        found.append(made(sums.Refusal, intervention=draw.one(case.interventions).id))
    return tuple(found)


def _around(draw: Draw, middle: int) -> tuple[int, int] | tuple[None, None]:
    """Half of the time nobody knows."""
    low, high = draw.between(70, 95), draw.between(105, 140)
    return (middle * low // 100, middle * high // 100) if draw.happens(50) else (None, None)


def _percents(draw: Draw, middle: int) -> tuple[int, int] | tuple[None, None]:
    low, high = middle - 5 * draw.between(1, 3), middle + 5 * draw.between(1, 3)
    return (max(0, low), min(100, high)) if draw.happens(50) else (None, None)


def _plan(case: form.CaseFile) -> date:
    return case.household.plan_date or case.household.opened
