"""What was agreed on in a plan: who does what by when, for each doorbraak and beside it."""

from collections.abc import Iterator
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Block, Bullets, Column, Paragraph, Subheading, Table
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import OFF, Intervention
from doorbraak.model.dossier.steps import Step
from doorbraak.model.dossier.tasks import Kind, Task
from doorbraak.model.insight import choice_names, names, objection
from doorbraak.model.shortening import cut

LONGEST_NAME, LONGEST_CELL = 90, 45
_AGREED: frozenset[Kind] = frozenset({"task", "promise", "appointment", "payment"})
_NOTHING = Paragraph("Er is nog niets afgesproken.", "muted")


def short_name(one: Intervention, catalogue: Catalogue) -> str:
    """To stand above or beside something: own words may be whole sentences."""
    return cut(names.intervention_name(one, catalogue), LONGEST_NAME).rstrip(". ")


def agreed_blocks(dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[Block, ...]:
    """The steps of every doorbraak that still counts, what was agreed beside them, and where nothing was yet."""
    found = [*_steps(dossier, catalogue, today), *_tasks(dossier, today)]
    if still := tuple(_still(dossier, catalogue, today)):
        found.append(Bullets(still))
    return tuple(found) or (_NOTHING,)


def counts(one: Intervention, dossier: Dossier, today: date) -> bool:
    """What was refused does not come, but as long as one can object there is something to do."""
    return one.status not in OFF or can_object(one, dossier, today) is not None


def can_object(one: Intervention, dossier: Dossier, today: date) -> date | None:
    """The last day, while it is not over."""
    last = objection.last_day(one, dossier.statuses)
    return last if last and last >= today else None


def _steps(dossier: Dossier, catalogue: Catalogue, today: date) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    several = len(dossier.interventions) > 1
    for one in dossier.interventions:
        of_this = [step for step in dossier.steps if step.intervention == one.id]
        if not counts(one, dossier, today):
            continue
        name = cut(short_name(one, catalogue), LONGEST_CELL)
        for at, step in enumerate(of_this):
            called = ("" if at else name,) if several else ()
            rows.append((*called, step.words, *_who_and_when(step, today)))
    if rows:
        first = (Column("Doorbraak", 19),) if several else ()
        columns = (*first, Column("Afspraak", 29), Column("Wie", 20), Column("Voor", 16), Column("Gedaan", 16))
        yield Table(columns, tuple(rows))


def _who_and_when(step: Step, today: date) -> tuple[str, str, str]:
    done = wording.day(step.done_on) if step.done_on else _open(step.due, today)
    return step.lead or choice_names.OWNERS[step.owner], wording.day(step.due) if step.due else "–", done


def _open(due: date | None, today: date) -> str:
    return "Nog niet, de dag is voorbij" if due and due < today else "Nog niet"


def _tasks(dossier: Dossier, today: date) -> Iterator[Block]:
    """What is open beside the steps; a step of the same doorbraak, person and day says it already."""
    off = {one.id for one in dossier.interventions if not counts(one, dossier, today)}
    steps = {(one.intervention, one.lead, one.due) for one in dossier.steps if one.done_on is None}

    def shown(task: Task) -> bool:
        told = (task.intervention, task.lead, task.due) in steps
        return task.done_on is None and task.kind in _AGREED and task.intervention not in off and not told

    found = sorted(filter(shown, dossier.tasks), key=lambda task: (task.due or date.max, task.id))
    if not found:
        return
    rows = tuple(
        (
            task.words,
            task.lead or "–",
            wording.day(task.due) if task.due else "–",
            _open(task.due, today),
        )
        for task in found
    )
    columns = (Column("Afspraak", 46), Column("Wie", 20), Column("Wanneer", 17), Column("Gedaan", 17))
    yield Subheading("Ook afgesproken")
    yield Table(columns, rows)


def _still(dossier: Dossier, catalogue: Catalogue, today: date) -> Iterator[str]:
    """How it stands with a doorbraak of which nobody wrote steps."""
    with_steps = {step.intervention for step in dossier.steps}
    for one in dossier.interventions:
        if one.id not in with_steps and (said := _stands(one, dossier, today)):
            yield f"{short_name(one, catalogue)}: {said}"


def _stands(one: Intervention, dossier: Dossier, today: date) -> str:
    """For whoever reads the plan, which may be the household: no order to anybody."""
    match one.status:
        case "proposed":
            return "hierover is nog geen besluit gevraagd."
        case "requested":
            return "wij wachten op een besluit."
        case "granted" | "partly":
            return "dit mag. Wie wat doet, is nog niet opgeschreven."
        case "refused":
            last = can_object(one, dossier, today)
            return f"dit is afgewezen. Bezwaar kan meestal tot en met {wording.day(last)}." if last else ""
        case "done":
            return "dit is gedaan. Wij kijken samen terug of het werkte."
        case _:
            return ""
