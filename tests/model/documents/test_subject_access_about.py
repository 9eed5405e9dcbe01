from typing import Any

import pytest

from doorbraak.model.documents.subject_access_about import about_of
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.dossier.corrections import Correction
from doorbraak.model.dossier.dossier import PARTS
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.sharing import Sharing
from doorbraak.model.dossier.statements import Statement
from doorbraak.model.dossier.steps import Step
from doorbraak.model.dossier.workers import Worker
from tests.model.insight.records import agency, dossier, intervention, line, made, problem

PEOPLE = tuple(made(Person, id=id_) for id_ in (1, 2))


def whom(part: str, **parts: Any) -> frozenset[int] | None:
    found = dossier(*parts.pop("costs", ()), people=PEOPLE, **parts)
    return about_of(found).of(part, getattr(found, part)[0].id)


def test_that_every_part_of_a_dossier_says_whom_its_records_are_about() -> None:
    assert set(about_of(dossier()).whom) == set(PARTS) - {"household"}


def test_that_a_problem_without_people_is_the_households() -> None:
    assert whom("problems", problems=(problem(1),)) is None
    assert whom("problems", problems=(problem(1, people=(2,)),)) == {2}


def test_that_an_agency_is_for_its_people_or_else_for_those_of_its_problems() -> None:
    theirs = problem(1, people=(2,))
    assert whom("agencies", agencies=(agency(1, people=(1,), problems=(1,)),), problems=(theirs,)) == {1}
    assert whom("agencies", agencies=(agency(1, problems=(1,)),), problems=(theirs,)) == {2}
    assert whom("agencies", agencies=(agency(1, problems=(1, 2)),), problems=(theirs, problem(2))) is None
    assert whom("agencies", agencies=(agency(1),)) is None


@pytest.mark.parametrize(("part", "kind"), [("workers", Worker), ("letters", Letter), ("sharing", Sharing)])
def test_that_what_belongs_to_an_agency_is_about_whom_the_agency_is_for(part: str, kind: type) -> None:
    assert whom(part, **{part: (made(kind, agency=1),)}, agencies=(agency(1, people=(2,)),)) == {2}


def test_that_a_step_is_about_those_of_the_problems_of_its_doorbraak() -> None:
    parts: dict[str, Any] = {"problems": (problem(1, people=(2,)),), "steps": (made(Step),)}
    assert whom("steps", interventions=(intervention(problems=(1,)),), **parts) == {2}
    assert whom("steps", interventions=(intervention(),), **parts) is None


@pytest.mark.parametrize(("part", "kind"), [("payments", Payment), ("confirmations", Confirmation)])
def test_that_what_was_paid_is_about_whom_the_cost_is_for(part: str, kind: type) -> None:
    of = {part: (made(kind),), "problems": (problem(1, people=(2,)),)}
    assert whom(part, costs=(line(100, person=1, problem=1),), **of) == {1}
    assert whom(part, costs=(line(100, problem=1),), **of) == {2}
    assert whom(part, costs=(line(100),), **of) == set()


def test_that_of_a_cost_for_nobody_and_nothing_nobody_can_tell_whose_it_is() -> None:
    about = about_of(dossier(line(100), people=PEOPLE))
    assert about.shown_to("costs", 1, None)
    assert not about.shown_to("costs", 1, 1)
    assert whom("costs", costs=(line(100, intervention=1),), interventions=(intervention(),)) == frozenset()


def test_that_a_cost_of_several_is_in_nobodys_own_paper() -> None:
    both = about_of(dossier(line(100, problem=1), people=PEOPLE, problems=(problem(1, people=(1, 2)),)))
    assert not both.shown_to("costs", 1, 1)
    assert whom("costs", costs=(line(100, problem=1),), problems=(problem(1, people=(2,)),)) == {2}


@pytest.mark.parametrize("part", ["statements", "corrections", "measurements"])
def test_that_what_nobody_is_named_with_is_in_nobodys_own_paper(part: str) -> None:
    kind = {"statements": Statement, "corrections": Correction, "measurements": Measurement}[part]
    assert whom(part, **{part: (made(kind, id=1, person=None),)}) == frozenset()
    assert whom(part, **{part: (made(kind, id=1, person=2),)}) == {2}
