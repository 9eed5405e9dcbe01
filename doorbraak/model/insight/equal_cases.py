"""Earlier households that look like this one, so that equal cases are treated equally; and which step worked.

Cases are put in order by one rule that can be said aloud: "Bovenaan staat het huishouden dat de meeste soorten
problemen met dit huishouden deelt. Delen er twee evenveel, dan gaat het huishouden met het zeldzaamste gedeelde
probleem voor." There is no score.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import ALLOWED
from doorbraak.model.dossier.precedents import Precedent, Tried

MOST_CASES = 10


@dataclass(frozen=True, slots=True)
class SharedProblem:
    """A kind of problem that both have; `households`: how many of the earlier households have it."""

    kind: str
    households: int


@dataclass(frozen=True, slots=True)
class EqualCase:
    """An earlier household: what it shares, and what was done there, refusals too, in order.

    `shared`: the rarest first, then by id. `here` and `there`: how many kinds of problems each of the two has, so
    that one can read "7 van de 12 hier, van de 20 daar".
    """

    household: int
    number: int
    shared: tuple[SharedProblem, ...]
    here: int
    there: int
    agencies: int
    interventions: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """A kind of doorbraak that was tried for one kind of problem: how often, and the last answers.

    `kind` "" takes all doorbraken in own words together. What is left of `tried` has no answer yet.
    """

    kind: str
    tried: int
    yes: int
    partly: int
    no: int
    too_early: int

    @property
    def unanswered(self) -> int:
        return self.tried - self.yes - self.partly - self.no - self.too_early


def equal_cases(dossier: Dossier, precedents: Sequence[Precedent], *, most: int = MOST_CASES) -> tuple[EqualCase, ...]:
    """The first `most` by the rule above, then by number. Left out: this household itself, those that share no
    kind of problem, and those without any doorbraak, which say nothing about how to treat this one.
    """
    others = [one for one in precedents if one.household != dossier.household.id]
    households = Counter(kind for one in others for kind in one.problem_kinds)
    here = frozenset(problem.kind for problem in dossier.problems if problem.kind)
    found = []
    for one in others:
        shared = sorted((households[kind], kind) for kind in here & one.problem_kinds)
        if shared and one.interventions:
            case = EqualCase(
                household=one.household,
                number=one.number,
                shared=tuple(SharedProblem(kind, count) for count, kind in shared),
                here=len(here),
                there=len(one.problem_kinds),
                agencies=one.agencies,
                interventions=one.interventions,
            )
            found.append(case)
    return tuple(sorted(found, key=lambda case: (-len(case.shared), case.shared[0].households, case.number))[:most])


def worked_for(problem_kind: str, precedents: Iterable[Precedent]) -> tuple[Worked, ...]:
    """Which kinds of doorbraken were tried for this kind of problem: most tried first, then by id, own words last.

    One counts when it names this problem, and was granted or done, or has an answer to "werkte het?".
    """
    answers: dict[str, Counter[str | None]] = {}
    for one in precedents:
        for tried in one.interventions:
            if problem_kind in tried.problem_kinds and (tried.status in ALLOWED or tried.worked is not None):
                answers.setdefault(tried.kind, Counter())[tried.worked] += 1
    rows = [
        Worked(kind, counts.total(), counts["yes"], counts["partly"], counts["no"], counts["too-early"])
        for kind, counts in answers.items()
    ]
    return tuple(sorted(rows, key=lambda row: (not row.kind, -row.tried, row.kind)))
