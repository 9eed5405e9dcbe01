"""What the map shows of a dossier, looked up once: who is there, who serves whom, who waits for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency, Future
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import ecomap_sentences as sentences
from doorbraak.model.insight import names
from doorbraak.model.insight.ecomap_order import served_of
from doorbraak.model.insight.figures import end_of, present_agencies
from doorbraak.model.insight.knots import Knots, knots_of

_MOVES_NOTHING: frozenset[Status] = frozenset({"refused", "withdrawn", "evaluated"})


@dataclass(frozen=True, slots=True)
class Facts:
    """Open problems and present agencies by id. `served`: the problems of each agency, `serving` the other way round.
    `in_knots`: the numbers of the knots that a problem is in; `knot_of`: the first one that a wait is part of, of
    those that the plan leaves as they are when there is one. `aimed`: the problems that the plan is for.
    """

    catalogue: Catalogue
    people: Mapping[int, Person]
    problems: Mapping[int, Problem]
    agencies: Mapping[int, Agency]
    served: Mapping[int, Sequence[int]]
    serving: Mapping[int, Sequence[int]]
    waits: Sequence[tuple[int, int]]
    knots: Knots
    in_knots: Mapping[int, Sequence[int]]
    knot_of: Mapping[tuple[int, int], int]
    aimed: frozenset[int]

    def problem_called(self, id_: int) -> str:
        return names.problem_name(self.problems[id_], self.catalogue)

    def agency_called(self, id_: int) -> str:
        return names.agency_name(self.agencies[id_], self.catalogue)

    def person_called(self, id_: int) -> str:
        return names.person_called(self.people[id_], self.catalogue)

    def tied_to(self, agency: int) -> tuple[int, ...]:
        """The people of an agency without a problem on the map."""
        if self.served[agency]:
            return ()
        return tuple(id_ for id_ in self.agencies[agency].people if id_ in self.people)

    def opening(self) -> tuple[int, ...]:
        """The numbers of the knots that the plan opens: it is for one of their problems."""
        return tuple(
            number for number, circuit in enumerate(self.knots.circuits, 1) if not self.aimed.isdisjoint(circuit)
        )

    def end_of(self, agency: int) -> Future:
        return end_of(self.agencies[agency], dict(self.agencies))

    def is_key(self, problem: int) -> bool:
        return self.knots.key is not None and self.knots.key.problem == problem

    def problem_sentence(self, id_: int) -> str:
        problem = self.problems[id_]
        return sentences.of_problem(
            problem,
            self.catalogue,
            key=self.is_key(id_),
            knots=self.in_knots.get(id_, ()),
            agencies=[self.agency_called(one) for one in self.serving.get(id_, ())],
            waits_for=[self.problem_called(other) for other in problem.waits_for if other in self.problems],
        )

    def agency_sentence(self, id_: int) -> str:
        serves = [self.problem_called(one) for one in self.served[id_]]
        serves += [self.person_called(one) for one in self.tied_to(id_)]
        return sentences.of_agency(self.agencies[id_], self.catalogue, serves=serves, end=self.end_of(id_))


def aimed_at(dossier: Dossier) -> frozenset[int]:
    """The problems that the plan is for. What was refused or withdrawn moves nothing, and what was evaluated while
    its problem is still there did not either.
    """
    moving = (one for one in dossier.interventions if one.status not in _MOVES_NOTHING)
    return frozenset(problem for one in moving for problem in one.problems)


def facts_of(dossier: Dossier, catalogue: Catalogue, today: date) -> Facts:
    problems = {one.id: one for one in dossier.problems if one.solved_on is None}
    agencies = {one.id: one for one in present_agencies(dossier.agencies, today)}
    served = served_of(problems.values(), agencies.values())
    serving: dict[int, list[int]] = {}
    for agency, ids in served.items():
        for id_ in ids:
            serving.setdefault(id_, []).append(agency)
    knots, aimed = knots_of(tuple(problems.values())), aimed_at(dossier)
    in_knots: dict[int, list[int]] = {}
    knot_of: dict[tuple[int, int], int] = {}
    for number, circuit in enumerate(knots.circuits, 1):
        closed = aimed.isdisjoint(circuit)
        for one, other in zip(circuit, (*circuit[1:], circuit[0]), strict=True):
            in_knots.setdefault(one, []).append(number)
            before = knot_of.setdefault((one, other), number)
            if closed and not aimed.isdisjoint(knots.circuits[before - 1]):
                knot_of[one, other] = number
    return Facts(
        catalogue=catalogue,
        people={one.id: one for one in dossier.people},
        problems=problems,
        agencies=agencies,
        served=served,
        serving=serving,
        waits=tuple(
            (one.id, other) for one in problems.values() for other in one.waits_for
            if other in problems and other != one.id
        ),
        knots=knots,
        in_knots=in_knots,
        knot_of=knot_of,
        aimed=aimed,
    )  # fmt: skip
