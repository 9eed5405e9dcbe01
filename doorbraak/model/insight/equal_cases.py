"""Earlier households that look like this one, so that equal cases are treated equally; and which step worked.

They come in the order that ORDER says aloud. There is no score.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import ALLOWED, Intervention
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.tensions import GENERAL

ORDER = (
    "Bovenaan staat dezelfde soort doorbraak, dan wie de meeste soorten problemen deelt. "
    "Bij evenveel telt het zeldzaamste probleem, en dan de meeste wetten."
)
MOST_CASES = 10
_MOST_NAMED = 6  # kinds of problems, or laws, that a reason names


@dataclass(frozen=True, slots=True)
class SharedProblem:
    """A kind of problem that both have; `households`: how many of the earlier households have it."""

    kind: str
    households: int


@dataclass(frozen=True, slots=True)
class EqualCase:
    """An earlier household: what it shares, and what was done there, refusals too, in order.

    `shared`: the rarest first, then by id. `here` and `there`: how many kinds of problems each of the two has, so
    that one can read "7 van de 12 hier, van de 20 daar". `same_kind`: the kind of the chosen doorbraak, when it was
    tried there too. `laws` are those that both have to do with, in the order of the list.
    """

    household: int
    number: int
    shared: tuple[SharedProblem, ...]
    here: int
    there: int
    agencies: int
    interventions: tuple[Tried, ...]
    same_kind: str = ""
    laws: tuple[str, ...] = ()


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


def equal_cases(
    dossier: Dossier,
    precedents: Sequence[Precedent],
    catalogue: Catalogue,
    intervention: Intervention | None = None,
    *,
    most: int = MOST_CASES,
) -> tuple[EqualCase, ...]:
    """The first `most` by the rule above for the doorbraak that is chosen, then by number.

    Left out: this household itself, those that share nothing, and those without any doorbraak, which say nothing
    about how to treat this one.
    """
    others = [one for one in precedents if one.household != dossier.household.id]
    households = Counter(kind for one in others for kind in one.problem_kinds)
    here = frozenset(problem.kind for problem in dossier.problems if problem.kind)
    laws_here = _laws_here(dossier, here, catalogue, intervention)
    wanted = intervention.kind if intervention else ""
    found = []
    for one in others:
        shared = sorted((households[kind], kind) for kind in here & one.problem_kinds)
        laws = laws_here & _laws_there(one, catalogue)
        same = wanted and any(tried.kind == wanted for tried in one.interventions)
        if one.interventions and (same or shared or laws):
            case = EqualCase(
                household=one.household,
                number=one.number,
                shared=tuple(SharedProblem(kind, count) for count, kind in shared),
                here=len(here),
                there=len(one.problem_kinds),
                agencies=one.agencies,
                interventions=one.interventions,
                same_kind=wanted if same else "",
                laws=tuple(law for law in catalogue.laws if law in laws),
            )
            found.append(case)
    return tuple(sorted(found, key=_place)[:most])


def _place(case: EqualCase) -> tuple[bool, int, tuple[int, ...], int, int]:
    """All shared problems from rare to common: one more that two cases both have never turns them round."""
    rare = tuple(one.households for one in case.shared)
    return (not case.same_kind, -len(case.shared), rare, -len(case.laws), case.number)


def can_be_compared(dossier: Dossier, catalogue: Catalogue, intervention: Intervention | None) -> bool:
    """Whether this household has anything from the lists that another one can have too."""
    kinds = frozenset(problem.kind for problem in dossier.problems if problem.kind)
    chosen = bool(intervention and intervention.kind)
    return chosen or bool(kinds) or bool(_laws_here(dossier, kinds, catalogue, intervention))


def _laws_here(
    dossier: Dossier, problem_kinds: Collection[str], catalogue: Catalogue, intervention: Intervention | None
) -> frozenset[str]:
    """Of the problems and agencies, and of the grounds: those of the chosen doorbraak, or else all of them."""
    grounds = [one.article for one in dossier.grounds if intervention is None or one.intervention == intervention.id]
    return _laws(problem_kinds, {agency.kind for agency in dossier.agencies}, grounds, catalogue)


def _laws_there(one: Precedent, catalogue: Catalogue) -> frozenset[str]:
    grounds = [article for tried in one.interventions for article in tried.articles]
    return _laws(one.problem_kinds, one.agency_kinds, grounds, catalogue)


def _laws(
    problem_kinds: Iterable[str], agency_kinds: Iterable[str], articles: Iterable[str], catalogue: Catalogue
) -> frozenset[str]:
    """Without the laws that hold for every decision of an authority: these make no two cases alike."""
    found = {law for kind in problem_kinds if kind in catalogue.problems for law in catalogue.problems[kind].laws}
    found |= {catalogue.agencies[kind].law for kind in agency_kinds if kind in catalogue.agencies}
    found |= {catalogue.articles[id_].law for id_ in articles if id_ in catalogue.articles}
    general = {catalogue.articles[id_].law for id_ in GENERAL if id_ in catalogue.articles}
    return frozenset(law for law in found if law in catalogue.laws) - general


def case_name(number: int) -> str:
    """What an earlier household is called beside another one: its number, and never its name."""
    return f"Huishouden {number}"


def reasons(case: EqualCase, catalogue: Catalogue) -> tuple[str, ...]:
    """Why it is in the list, in the order in which they count."""
    said = []
    if case.same_kind:
        known = catalogue.interventions.get(case.same_kind)
        said.append(f"Zelfde soort doorbraak: {known.name if known else case.same_kind}.")
    if case.shared:
        kinds = [catalogue.problems[one.kind].name if one.kind in catalogue.problems else one.kind
                 for one in case.shared]  # fmt: skip
        number, total = len(case.shared), case.here
        of = f"Deelt {number} van de {total} soorten problemen" if total > 1 else "Deelt de enige soort probleem"
        first = ", het zeldzaamste eerst" if number > 1 else ""
        said.append(f"{of}{first}: {_listed(kinds)}.")
    if case.laws:
        word = "Zelfde wet" if len(case.laws) == 1 else "Zelfde wetten"
        said.append(f"{word}: {_listed([names.law_name(law, catalogue) for law in case.laws])}.")
    return tuple(said)


def came_of(tried: Tried) -> str:
    """What came of it: whether it worked and why; for a refused one the reason of the refusal."""
    said = []
    if tried.status == "refused":
        said.append(
            f"Afgewezen: {tried.refused_because}" if tried.refused_because else "Afgewezen, zonder reden erbij."
        )
    if tried.worked:
        said.append(f"Werkte het? {choice_names.WORKED[tried.worked]}. {tried.why}".rstrip())
    elif tried.status != "refused":
        said.append("Of het werkte, is nog niet gezegd.")
    return "\n".join(said)


def _listed(called: Sequence[str]) -> str:
    left = len(called) - _MOST_NAMED
    return ", ".join(called[:_MOST_NAMED]) + (f" en nog {left}" if left > 0 else "")


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
