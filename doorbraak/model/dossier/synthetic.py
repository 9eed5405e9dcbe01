"""Made-up households, so that counts and sums can be shown without a single family in them.

Their shape follows public figures: about 25 problems, 25 agencies and 16 contacts a month, and about
€ 100,000 a year (lecture A.J. Kruiter, Dag van de Publieke Dienstverlening 2022). Everything else is
drawn. Every name, note and source says so.

Only `random.Random(seed).random()` is used: Python keeps it the same from version to version.
Imports msgspec: import this when households have to be made.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from msgspec import structs

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier import synthetic_after as after
from doorbraak.model.dossier import synthetic_around as around
from doorbraak.model.dossier import synthetic_costs as costs
from doorbraak.model.dossier import synthetic_sums as later
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.justification import GroundRole
from doorbraak.model.dossier.problems import Owner
from doorbraak.model.dossier.synthetic_costs import STAYS
from doorbraak.model.dossier.synthetic_draw import FIRST_DAY, Draw, made

NOTE = "Synthetisch huishouden: alles is verzonnen door een vast rekenprogramma. Het gaat over niemand."
_COMMON = (
    "problematische-schulden", "te-laag-inkomen", "huurachterstand", "deurwaarder-druk",
    "geen-overzicht-geld", "toeslag-terugbetalen", "schuld-cjib", "schuld-zorgverzekering",
    "schuld-belastingdienst", "werkloos", "dreigende-huisuitzetting", "te-kleine-woning", "stress",
    "somberheid", "trauma", "uitputting", "slaapproblemen", "alcohol", "opvoedvragen",
    "overbelaste-ouder", "kind-gedrag-thuis", "kind-psychische-klachten", "verzuim", "ots",
    "te-veel-instanties", "niemand-regie", "van-kastje-naar-muur", "vertrouwen-weg", "wachtlijst-hulp",
    "eenzaam", "plannen-afspraken", "post-niet-open", "ruzie-partner", "jongere-in-aanraking-politie",
)  # fmt: skip
_STEPS = (
    "schulden-afkopen", "niet-saneerbare-schuld-oplossen", "vorderingen-pauzeren", "gezinsregisseur",
    "hulp-bundelen-bij-een-aanbieder", "woning-met-voorrang", "maatwerkbudget-24-uur",
    "rondetafel-een-plan",
)  # fmt: skip
_FAMILIES = (
    ("moeder", "zoon", "dochter"),
    ("moeder", "vader", "dochter", "zoon"),
    ("moeder", "stiefvader", "zoon", "dochter", "baby"),
    ("vader", "dochter"),
    ("alleenstaande",),
    ("moeder", "oma", "dochter", "dochter", "zoon"),
    ("vader", "moeder", "zoon", "zoon", "dochter", "dochter"),
)
_GROWN = frozenset({"moeder", "vader", "stiefvader", "alleenstaande"})
_OFTEN = 58
_OWNERS: tuple[Owner, ...] = ("household", "professional", "professional", "system", "system", "")
_STATUSES: tuple[Status, ...] = (
    "proposed", "requested", "granted", "granted", "partly", "refused", "done", "evaluated",
)  # fmt: skip
_ROOM: tuple[GroundRole, ...] = ("carries", "room")
_DECIDED = frozenset({"granted", "partly", "refused", "done", "evaluated"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn more often: per cent of households with each common problem, from the first of the list to the
    last; doorbraken and statuses once for every time that they are named.
    """

    most_often: int = _OFTEN
    least_often: int = _OFTEN
    steps: tuple[str, ...] = _STEPS
    statuses: tuple[Status, ...] = _STATUSES

    def often(self, at: int) -> int:
        return self.most_often - (self.most_often - self.least_often) * at // (len(_COMMON) - 1)


EVEN = Shape()


def households(count: int, seed: int, catalogue: Catalogue, shape: Shape = EVEN) -> list[form.CaseFile]:
    """`count` synthetic households; the first n are the same whatever `count` is."""
    draw = Draw(seed)
    return [
        _told(_household(number, draw, catalogue, shape), Draw(1_000_003 * seed + number), catalogue)
        for number in range(1, count + 1)
    ]


def _household(number: int, draw: Draw, catalogue: Catalogue, shape: Shape) -> form.CaseFile:
    """What the sums are made of. The rest has draws of its own, so that more of it never moves a figure."""
    opened = FIRST_DAY + timedelta(days=draw.between(0, 300))
    plan_date = opened + timedelta(days=draw.between(14, 60))
    people = _people(draw)
    problems = _problems(draw, catalogue, people, shape)
    agencies = _agencies(draw, catalogue, people, problems)
    interventions = _interventions(draw, catalogue, plan_date, shape)
    events = _events(draw, catalogue, problems, plan_date)
    goal = made(form.Goal, id="g1", words="Synthetisch doel: rust, en een adres waar wij kunnen blijven.", first=True)
    lists: dict[str, Any] = {
        "goals": (goal,),
        "people": people,
        "problems": problems,
        "agencies": agencies,
        "interventions": interventions,
        "grounds": _grounds(draw, catalogue, interventions),
        "events": events,
        "costs": costs.numbered(
            (
                *costs.of_agencies(draw, catalogue, agencies),
                *costs.of_interventions(draw, interventions, plan_date),
                *costs.of_events(draw, catalogue, events),
            )
        ),
    }
    return form.CaseFile(
        format=form.FORMAT,
        version=form.VERSION,
        notice=form.EXAMPLE,
        household=form.Household(
            name=f"Synthetisch {number}",
            opened=opened,
            plan_date=plan_date,
            example=True,
            note=NOTE,
            lead="",
            wijk="",
            closed=None,
            close_reason="",
            close_words="",
            no_paper=False,
            retention="",
        ),
        **{name: lists.get(name, ()) for name in LISTS},
    )


def _told(case: form.CaseFile, draw: Draw, catalogue: Catalogue) -> form.CaseFile:
    """With all that is known around the people and agencies, and all that came after the plan."""
    case = structs.replace(
        case,
        household=around.household(draw, case),
        people=around.people(draw, case),
        problems=around.problems(draw, case),
        agencies=around.agencies(draw, case),
    )
    case = structs.replace(
        case,
        own_words=around.own_words(draw, case),
        relations=around.relations(case),
        custody=around.custody(draw, case),
        life_events=around.life_events(draw, case),
        workers=around.workers(draw, case),
        letters=around.letters(draw, case),
        visits=around.visits(draw, case),
        interventions=after.interventions(draw, case),
    )
    case = structs.replace(case, barriers=after.barriers(draw, case))  # signals name them
    case = structs.replace(
        case,
        statuses=after.statuses(draw, case),
        steps=after.steps(draw, case),
        outcomes=after.outcomes(draw, case),
        considerations=after.considerations(draw, case),
        perspectives=after.perspectives(draw, case),
        comparisons=after.comparisons(draw, case),
        measurements=after.measurements(draw, case, catalogue),
        tasks=after.tasks(draw, case),
        signals=after.signals(draw, case),
        sharing=after.sharing(draw, case),
        corrections=after.corrections(draw, case),
        statements=after.statements(draw, case),
        events=later.events(draw, case),
    )
    case = structs.replace(case, costs=later.costs(draw, case))
    return structs.replace(
        case,
        confirmations=later.confirmations(draw, case),
        payments=later.payments(draw, case),
        refusals=later.refusals(draw, case, catalogue),
    )


def _people(draw: Draw) -> tuple[form.Person, ...]:
    return tuple(
        made(
            form.Person,
            id=f"p{number}",
            name="",
            role=role,
            birth_year=_birth_year(draw, role),
            lives_here="partly" if role not in _GROWN and draw.happens(10) else "yes",
        )
        for number, role in enumerate(draw.one(_FAMILIES), 1)
    )


def _birth_year(draw: Draw, role: str) -> int:
    if role == "oma":
        return draw.between(1945, 1962)
    if role == "baby":
        return draw.between(2024, 2025)
    return draw.between(1972, 1998) if role in _GROWN else draw.between(2008, 2021)


def _problems(
    draw: Draw, catalogue: Catalogue, people: tuple[form.Person, ...], shape: Shape
) -> tuple[form.Problem, ...]:
    wanted = draw.between(19, 31)
    kinds = [kind for at, kind in enumerate(_COMMON) if draw.happens(shape.often(at))][:wanted]
    rest = [kind for kind in catalogue.problems if kind not in _COMMON]
    kinds += draw.some(rest, wanted - len(kinds))
    return tuple(
        made(
            form.Problem,
            id=f"q{number}",
            kind=kind,
            words="",
            life_domain=catalogue.problems[kind].life_domain,
            owner=draw.one(_OWNERS),
            people=_in_order(draw.some(people, draw.between(1, 2))),
        )
        for number, kind in enumerate(kinds, 1)
    )


def _in_order(people: tuple[form.Person, ...]) -> tuple[str, ...]:
    return tuple(sorted(person.id for person in people))


def _agencies(
    draw: Draw, catalogue: Catalogue, people: tuple[form.Person, ...], problems: tuple[form.Problem, ...]
) -> tuple[form.Agency, ...]:
    """The agencies that usually come with these problems, about 25, with about 16 contacts a month in all."""
    usual: dict[str, list[str]] = {}
    for problem in problems:
        for kind in catalogue.problems[problem.kind].agencies:
            if kind not in STAYS:
                usual.setdefault(kind, []).append(problem.id)
    chosen = set(draw.some(tuple(usual), draw.between(18, 30)))
    stay = draw.one(STAYS)
    found: list[form.Agency] = []
    for kind in (*(kind for kind in usual if kind in chosen), stay):
        agency = catalogue.agencies[kind]
        found.append(
            made(
                form.Agency,
                id=f"a{len(found) + 1}",
                kind=kind,
                words="",
                contacts_e2=draw.between(2, 11) * 10,
                law=agency.law,
                payer=agency.payers[0],
                problems=tuple(usual.get(kind, ())),
                people=_in_order(draw.some(people, 1)),
            )
        )
    return tuple(found)


def _interventions(
    draw: Draw, catalogue: Catalogue, plan_date: date, shape: Shape
) -> tuple[form.Intervention, ...]:  # fmt: skip
    found = []
    for number, kind in enumerate(dict.fromkeys(draw.some(shape.steps, draw.between(1, 3))), 1):
        status = draw.one(shape.statuses)
        decided = plan_date + timedelta(days=draw.between(7, 60))
        found.append(
            made(
                form.Intervention,
                id=f"i{number}",
                kind=kind,
                words=f"Synthetisch: {catalogue.interventions[kind].name}",
                status=status,
                decided_on=decided if status in _DECIDED else None,
            )
        )
    return tuple(found)


def _grounds(draw: Draw, catalogue: Catalogue, interventions: tuple[form.Intervention, ...]) -> tuple[form.Ground, ...]:
    found: list[form.Ground] = []
    for step in interventions:
        laws = catalogue.interventions[step.kind].laws
        articles = [a for a in catalogue.articles.values() if a.law in laws and a.kind != "procedure"]
        found += [
            made(
                form.Ground,
                intervention=step.id,
                article=article.id,
                role="blocks" if article.kind == "belemmering" else draw.one(_ROOM),
                reason="Synthetisch: dit artikel is willekeurig gekozen.",
            )
            for article in draw.some(articles, 2)
        ]
    return tuple(found)


def _events(
    draw: Draw, catalogue: Catalogue, problems: tuple[form.Problem, ...], plan_date: date
) -> tuple[sums.Event, ...]:
    present = {problem.kind for problem in problems}
    fitting = [kind for kind in catalogue.events.values() if present.intersection(kind.problems)]
    if not fitting or not draw.happens(70):
        return ()
    return (
        made(
            sums.Event,
            id="e1",
            kind=draw.one(fitting).id,
            words="",
            expected_on=plan_date + timedelta(days=draw.between(30, 240)),
            reason="Synthetisch: verzonnen reden.",
            chance_threatening=draw.between(4, 12) * 5,
            chance_plan=draw.between(0, 3) * 5,
        ),
    )
