"""The lists of a case file: which verb takes a row in, what its references point at, which codes it holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from doorbraak.model.dossier import (
    agencies,
    barriers,
    comparisons,
    confirmations,
    considerations,
    corrections,
    costs,
    custody,
    events,
    goals,
    interventions,
    justification,
    letters,
    life_events,
    measurements,
    outcomes,
    own_words,
    payments,
    people,
    perspectives,
    problems,
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

Verb = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class List:
    """A list of the file, by the name of its field in Dossier.

    `take`: the verb that adds a row. `owner`: the field that says what the row belongs to; "" is the household.
    `refers`: fields with references, and the list that each points at. `later`: references to rows of the same
    list, which are set when all are in. `codes`: fields with an id of a list of the catalogue.
    `prefix` begins the names by which other rows refer to these; "" when none do.
    """

    take: Verb
    prefix: str = ""
    owner: str = ""
    refers: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, Verb] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)


_PAID = {"law": "laws", "payer": "payers"}
_PERSON = {"person": "people"}
_AGENCY = {"agency": "agencies"}
_STEP = {"intervention": "interventions"}
_COST = {"cost_line": "costs"}

# In the order in which they are taken in: what is referred to comes first.
LISTS: Mapping[str, List] = {
    "goals": List(goals.add, "g"),
    "people": List(people.add, "p", codes={"role": "roles"}),
    "own_words": List(own_words.add, refers=_PERSON),
    "relations": List(relations.add, owner="person", refers={"other": "people", **_PERSON}, codes={"kind": "roles"}),
    "custody": List(custody.add, owner="person", refers={"holder": "people", **_PERSON}),
    "life_events": List(life_events.add, refers=_PERSON),
    "problems": List(
        problems.add,
        "q",
        refers={"people": "people", "waits_for": "problems"},
        later={"waits_for": problems.set_waits_for},
        codes={"kind": "problems", "life_domain": "life_domains"},
    ),
    "agencies": List(
        agencies.add,
        "a",
        refers={"problems": "problems", "people": "people", "merges_into": "agencies"},
        later={"merges_into": agencies.merge_into},
        codes={"kind": "agencies", **_PAID},
    ),
    "workers": List(workers.add, owner="agency", refers=_AGENCY),
    "letters": List(
        letters.add,
        "l",
        refers={"contradicts": "letters", **_AGENCY},
        later={"contradicts": letters.set_contradicts},
    ),
    "visits": List(visits.add),
    "interventions": List(
        interventions.add,
        "i",
        refers={"problems": "problems", "goals": "goals", "agencies": "agencies"},
        codes={"kind": "interventions", "payer": "payers"},
    ),
    "statuses": List(interventions.add_status, owner="intervention", refers=_STEP),
    "steps": List(steps.add, owner="intervention", refers=_STEP),
    "outcomes": List(outcomes.add, owner="intervention", refers=_STEP),
    "grounds": List(justification.add, owner="intervention", refers=_STEP, codes={"article": "articles"}),
    "considerations": List(considerations.write, owner="intervention", refers=_STEP),
    "perspectives": List(perspectives.add, owner="intervention", refers=_STEP),
    "barriers": List(barriers.add, "b", owner="intervention", refers=_STEP),
    "comparisons": List(comparisons.write, owner="intervention", refers=_STEP),
    "events": List(events.add, "e", codes={"kind": "events"}),
    "costs": List(
        costs.add,
        "c",
        refers={"event": "events", "problem": "problems", **_PERSON, **_AGENCY, **_STEP},
        codes={"price": "prices", "beneficiary": "payers", **_PAID},
    ),
    "confirmations": List(confirmations.write, owner="cost_line", refers=_COST),
    "payments": List(payments.add, owner="cost_line", refers=_COST),
    "refusals": List(
        refusals.add,
        refers={"problem": "problems", "event": "events", **_AGENCY, **_STEP},
        codes={"price": "prices"},
    ),
    "measurements": List(measurements.add, refers=_PERSON, codes={"measure": "measures"}),
    "tasks": List(tasks.add, refers=_STEP),
    "signals": List(signals.add, refers={"barrier": "barriers", **_AGENCY, **_STEP}, codes={"article": "articles"}),
    "sharing": List(sharing.add, refers=_AGENCY, codes={"law": "laws"}),
    "corrections": List(corrections.add, refers=_PERSON),
    "statements": List(statements.add, refers=_PERSON),
}
