"""After the plan of a synthetic household: how its doorbraken went, what was measured, told and shared."""

from datetime import date, timedelta

from msgspec import structs

from doorbraak.model.catalogue import Catalogue, scale_of
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.barriers import RUNGS
from doorbraak.model.dossier.comparisons import VERDICTS as COMPARED
from doorbraak.model.dossier.considerations import PARTS
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.measurements import CORE, Moment
from doorbraak.model.dossier.outcomes import WORKED
from doorbraak.model.dossier.perspectives import SIDES, VERDICTS
from doorbraak.model.dossier.problems import OWNERS
from doorbraak.model.dossier.sharing import GROUNDS
from doorbraak.model.dossier.signals import FIXING
from doorbraak.model.dossier.synthetic_around import LEAD
from doorbraak.model.dossier.synthetic_draw import LAST_DAY, Draw, made, past
from doorbraak.model.dossier.tasks import KINDS as TASKS

_BEFORE: dict[Status, tuple[Status, ...]] = {
    "proposed": (), "withdrawn": ("proposed",), "requested": ("proposed",), "granted": ("proposed", "requested"),
    "partly": ("proposed", "requested"), "refused": ("proposed", "requested"),
    "done": ("proposed", "requested", "granted"), "evaluated": ("proposed", "requested", "granted", "done"),
}  # fmt: skip
_MOMENTS: tuple[tuple[Moment, int], ...] = (("start", 0), ("3", 91), ("6", 182))
_ACTIONS = ("Synthetisch: bellen", "Synthetisch: formulier invullen", "Synthetisch: samen overleggen")


def interventions(draw: Draw, case: form.CaseFile) -> tuple[form.Intervention, ...]:
    return tuple(
        structs.replace(
            step,
            decider="Synthetisch: wie mandaat heeft" if draw.happens(70) else "",
            payer="gemeente",
            problems=_some(draw, [problem.id for problem in case.problems], draw.between(1, 4)),
            goals=tuple(goal.id for goal in case.goals),
            agencies=_some(draw, [agency.id for agency in case.agencies], draw.between(0, 3)),
        )
        for step in case.interventions
    )


def _some(draw: Draw, ids: list[str], number: int) -> tuple[str, ...]:
    """In the order of their list."""
    chosen = set(draw.some(ids, number))
    return tuple(id_ for id_ in ids if id_ in chosen)


def statuses(draw: Draw, case: form.CaseFile) -> tuple[form.StatusChange, ...]:
    """The history up to the status of now, a few weeks apart."""
    found = []
    for step in case.interventions:
        on = _plan(case)
        for status in (*_BEFORE[step.status], step.status):
            why = "Synthetisch: afgewezen" if status == "refused" else ""
            found.append(made(form.StatusChange, intervention=step.id, status=status, on_day=past(on), reason=why))
            on += timedelta(days=draw.between(5, 30))
    return tuple(found)


def steps(draw: Draw, case: form.CaseFile) -> tuple[form.Step, ...]:
    found = []
    for step in case.interventions:
        for words in draw.some(_ACTIONS, draw.between(1, 3)):
            due = _day(draw, case, 7, 120)
            done = past(due) if draw.happens(50) else None
            owner = draw.one(OWNERS)
            found.append(
                made(form.Step, intervention=step.id, words=words, owner=owner, lead=LEAD, due=due, done_on=done)
            )
    return tuple(found)


def outcomes(draw: Draw, case: form.CaseFile) -> tuple[form.Outcome, ...]:
    return tuple(
        made(
            form.Outcome,
            intervention=step.id,
            on_day=past(_day(draw, case, 90, 200)),
            worked=draw.one(WORKED),
            why="Synthetisch: verzonnen reden.",
        )
        for step in case.interventions
        if step.status in ("done", "evaluated")
    )


def considerations(draw: Draw, case: form.CaseFile) -> tuple[form.Consideration, ...]:
    return tuple(
        made(form.Consideration, intervention=step.id, part=part, words="Synthetisch: verzonnen afweging.")
        for step in case.interventions
        for part in PARTS
        if draw.happens(40)
    )


def perspectives(draw: Draw, case: form.CaseFile) -> tuple[form.Perspective, ...]:
    return tuple(
        made(
            form.Perspective,
            intervention=step.id,
            side=side,
            verdict=draw.one(VERDICTS),
            reason="Synthetisch: verzonnen oordeel.",
            by_role="Synthetisch: deskundige",
            on_day=_plan(case),
        )
        for step in case.interventions
        for side in SIDES
        if draw.happens(50)
    )


def barriers(draw: Draw, case: form.CaseFile) -> tuple[form.Barrier, ...]:
    return tuple(
        made(
            form.Barrier,
            id=f"b{at}",
            intervention=step.id,
            words="Synthetisch: verzonnen obstakel.",
            rung=draw.one(RUNGS),
            tried="Synthetisch: gebeld",
            gone_on=past(_day(draw, case, 30, 200)) if draw.happens(40) else None,
        )
        for at, step in enumerate([step for step in case.interventions if draw.happens(60)], 1)
    )


def comparisons(draw: Draw, case: form.CaseFile) -> tuple[form.Comparison, ...]:
    return tuple(
        made(
            form.Comparison,
            intervention=step.id,
            other=f"Synthetisch: geval {draw.between(1, 99)}",
            verdict=draw.one(COMPARED),
            why="Synthetisch: verzonnen vergelijking.",
        )
        for step in case.interventions
        if draw.happens(30)
    )


def measurements(draw: Draw, case: form.CaseFile, catalogue: Catalogue) -> tuple[form.Measurement, ...]:
    """The six of every household: at the start, and with luck after three and six months, mostly a bit better."""
    found = []
    for measure in CORE:
        scale = scale_of(catalogue.measures[measure])
        first = _first(draw, measure, case, scale.low, scale.high)
        answer = draw.between(0, max(0, len(scale.answers) - 1))
        for at, (moment, days) in enumerate(_MOMENTS[: draw.between(1, 3)]):
            better, on = draw.between(0, 2) * at, _plan(case) + timedelta(days=days)
            if on > LAST_DAY:
                break
            value = first - better if catalogue.measures[measure].direction == "lager is beter" else first + better
            found.append(
                made(
                    form.Measurement,
                    measure=measure,
                    moment=moment,
                    on_day=on,
                    value_e2=None if scale.answers else 100 * min(scale.high, max(scale.low, value)),
                    answer=scale.answers[min(len(scale.answers) - 1, answer + at)] if scale.answers else "",
                    words="Synthetisch: niets is gemeten.",
                )
            )
    return tuple(found)


def _first(draw: Draw, measure: str, case: form.CaseFile, low: int, high: int) -> int:
    counted = {
        "aantal-instanties": len(case.agencies),
        "contacten-per-maand": sum(agency.contacts_e2 for agency in case.agencies) // 100,
    }
    return counted[measure] if measure in counted else draw.between(low, (low + high) // 2)


def tasks(draw: Draw, case: form.CaseFile) -> tuple[form.Task, ...]:
    found = []
    for kind in draw.some(TASKS, draw.between(2, len(TASKS))):
        due = _day(draw, case, 1, 300)
        found.append(
            made(
                form.Task,
                kind=kind,
                words="Synthetisch: verzonnen taak.",
                lead=LEAD,
                due=due if draw.happens(90) else None,
                done_on=past(due) if draw.happens(40) else None,
                intervention=draw.one(case.interventions).id if draw.happens(50) else None,
            )
        )
    return tuple(found)


def signals(draw: Draw, case: form.CaseFile) -> tuple[form.Signal, ...]:
    articles = [ground.article for ground in case.grounds if ground.role == "blocks"] or [""]
    return tuple(
        made(
            form.Signal,
            words="Synthetisch: verzonnen knelpunt.",
            rung=draw.one(RUNGS),
            article=draw.one(articles),
            agency=draw.one(case.agencies).id,
            intervention=barrier.intervention if barrier else None,
            barrier=barrier.id if barrier else None,
            theme="Synthetisch: knelpunt" if draw.happens(30) else "",
            hours_e2=100 * draw.between(1, 40) if draw.happens(50) else None,
            lost_cents=100 * draw.between(1, 5_000) if draw.happens(30) else None,
            fixing=draw.one(FIXING),
            solving="told" if told else "",
            proposal="Synthetisch: verzonnen voorstel.",
            told_to="Synthetisch: beleid" if told else "",
            told_on=past(_day(draw, case, 10, 200)) if told else None,
        )
        for _ in range(draw.between(0, 3))
        for told in (draw.happens(40),)
        for barrier in (draw.one(case.barriers) if case.barriers and draw.happens(50) else None,)
    )


def sharing(draw: Draw, case: form.CaseFile) -> tuple[form.Sharing, ...]:
    return tuple(
        made(
            form.Sharing,
            on_day=day,
            agency=agency.id,
            with_whom="Synthetisch: medewerker",
            what="Synthetisch: verzonnen gegevens.",
            why="Synthetisch: verzonnen doel.",
            ground=draw.one(GROUNDS),
            law=agency.law,
            told_on=day if told else None,
            why_untold="" if told else "Synthetisch: nog niet gesproken.",
        )
        for agency in draw.some(case.agencies, draw.between(0, 4))
        for day in (past(_day(draw, case, 0, 150)),)
        for told in (draw.happens(70),)
    )


def corrections(draw: Draw, case: form.CaseFile) -> tuple[form.Correction, ...]:
    if not draw.happens(10):
        return ()
    return (
        made(
            form.Correction,
            place="Synthetisch: verslag",
            old_text="Synthetisch: oude tekst",
            new_text="Synthetisch: nieuwe tekst",
            person=draw.one(case.people).id,
            on_day=past(_day(draw, case, 10, 150)),
            decision="done",
            reason="Synthetisch: het klopte niet.",
        ),
    )


def statements(draw: Draw, case: form.CaseFile) -> tuple[form.Statement, ...]:
    if not draw.happens(10):
        return ()
    words = "Synthetisch: dit heeft niemand verklaard."
    return (made(form.Statement, words=words, person=draw.one(case.people).id, on_day=past(_day(draw, case, 10, 150))),)


def _plan(case: form.CaseFile) -> date:
    return case.household.plan_date or case.household.opened


def _day(draw: Draw, case: form.CaseFile, least: int, most: int) -> date:
    return _plan(case) + timedelta(days=draw.between(least, most))
