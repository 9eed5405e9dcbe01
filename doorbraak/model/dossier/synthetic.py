"""Made-up households, so that counts and sums can be shown without a single family in them.

Their shape follows public figures: about 25 problems, 25 agencies and 16 contacts a month, and about
€ 100,000 a year (lecture A.J. Kruiter, Dag van de Publieke Dienstverlening 2022). Everything else is
drawn. Every name, note and source says so.

Only `random.Random(seed).random()` is used: Python keeps it the same from version to version.
Imports msgspec: import this when households have to be made.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from doorbraak.model.catalogue import AgencyPrice, Catalogue, Price
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.justification import GroundRole
from doorbraak.model.dossier.problems import Owner

T = TypeVar("T")
S = TypeVar("S", bound=form.Item)

NOTE = "Synthetisch huishouden: alles is verzonnen door een vast rekenprogramma. Het gaat over niemand."
SOURCE = "Synthetisch: het aantal is verzonnen. De prijs komt uit de prijslijst."
_FIRST_DAY = date(2025, 9, 1)
_EMPTY: dict[str, object] = {
    "origin": "example", "noted_on": _FIRST_DAY, "sex": "", "died": False, "lead": "", "waits_for": (), "bond": "",
    "future": "", "ends_when": "", "decider": "", "payer": "", "problems": (), "goals": (), "agencies": (),
    "title": "", "text": "", "text_version": "",
}  # fmt: skip
"""Of fields that may be empty without being None."""
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
# Stays, dear by the day: they bring a household from its many small costs to its yearly total.
_STAYS = ("jeugdhulp-verblijf", "gezinshuis", "ggz-kliniek")
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
_OWNERS: tuple[Owner, ...] = ("household", "professional", "professional", "system", "system", "")
_STATUSES: tuple[Status, ...] = (
    "proposed", "requested", "granted", "granted", "partly", "refused", "done", "evaluated",
)  # fmt: skip
_ROOM: tuple[GroundRole, ...] = ("carries", "room")
_DECIDED = frozenset({"granted", "partly", "refused", "done", "evaluated"})
_BASES = {"per_month": 12, "per_year": 1, "once": 1}
_EVENT_UNITS = {
    "per jaar": 1, "per maand": 6, "per kwartaal": 4, "per dag": 45, "per dagdeel": 20, "per uur": 12,
    "per keer": 4, "per traject": 1, "per km": 500,
}  # fmt: skip


class Draw:
    """Choices from one seed, each made of a single call of `random()`."""

    def __init__(self, seed: int) -> None:
        self._source = random.Random(seed)

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._source.random() * (high - low + 1))

    def happens(self, percent: int) -> bool:
        return self._source.random() * 100 < percent

    def one(self, of: Sequence[T]) -> T:
        return of[self.between(0, len(of) - 1)]

    def some(self, of: Sequence[T], number: int) -> tuple[T, ...]:
        """`number` different ones, or all when there are fewer, in the order in which they were drawn."""
        left = list(of)
        return tuple(left.pop(self.between(0, len(left) - 1)) for _ in range(min(number, len(left))))


def households(count: int, seed: int, catalogue: Catalogue) -> list[form.CaseFile]:
    """`count` synthetic households; the first n are the same whatever `count` is."""
    draw = Draw(seed)
    return [_household(number, draw, catalogue) for number in range(1, count + 1)]


def _made(kind: type[S], /, **drawn: object) -> S:
    """A row with what was drawn; the rest of it is empty."""
    return kind(**{field: drawn.get(field, _EMPTY.get(field)) for field in kind.__struct_fields__})  # type: ignore[arg-type]


def _household(number: int, draw: Draw, catalogue: Catalogue) -> form.CaseFile:
    opened = _FIRST_DAY + timedelta(days=draw.between(0, 300))
    plan_date = opened + timedelta(days=draw.between(14, 60))
    people = _people(draw)
    problems = _problems(draw, catalogue, people)
    agencies = _agencies(draw, catalogue, people, problems)
    interventions = _interventions(draw, catalogue, plan_date)
    events = _events(draw, catalogue, problems, plan_date)
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
        goals=(
            _made(
                form.Goal, id="g1", words="Synthetisch doel: rust, en een adres waar wij kunnen blijven.", first=True
            ),
        ),
        people=people,
        own_words=(),
        relations=(),
        custody=(),
        life_events=(),
        problems=problems,
        agencies=agencies,
        workers=(),
        letters=(),
        visits=(),
        interventions=interventions,
        statuses=(),
        steps=(),
        outcomes=(),
        considerations=(),
        perspectives=(),
        barriers=(),
        measurements=(),
        tasks=(),
        signals=(),
        sharing=(),
        corrections=(),
        statements=(),
        grounds=_grounds(draw, catalogue, interventions),
        events=events,
        costs=(
            *_agency_costs(draw, catalogue, agencies),
            *_step_costs(draw, interventions, plan_date),
            *_event_costs(draw, catalogue, events),
        ),
    )


def _people(draw: Draw) -> tuple[form.Person, ...]:
    return tuple(
        _made(
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


def _problems(draw: Draw, catalogue: Catalogue, people: tuple[form.Person, ...]) -> tuple[form.Problem, ...]:
    wanted = draw.between(19, 31)
    kinds = [kind for kind in _COMMON if draw.happens(58)][:wanted]
    rest = [kind for kind in catalogue.problems if kind not in _COMMON]
    kinds += draw.some(rest, wanted - len(kinds))
    return tuple(
        _made(
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
            if kind not in _STAYS:
                usual.setdefault(kind, []).append(problem.id)
    chosen = set(draw.some(tuple(usual), draw.between(18, 30)))
    stay = draw.one(_STAYS)
    found: list[form.Agency] = []
    for kind in (*(kind for kind in usual if kind in chosen), stay):
        agency = catalogue.agencies[kind]
        found.append(
            _made(
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


def _interventions(draw: Draw, catalogue: Catalogue, plan_date: date) -> tuple[form.Intervention, ...]:
    found = []
    for number, kind in enumerate(draw.some(_STEPS, draw.between(1, 3)), 1):
        status = draw.one(_STATUSES)
        decided = plan_date + timedelta(days=draw.between(7, 60))
        found.append(
            _made(
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
            _made(
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
) -> tuple[form.Event, ...]:
    present = {problem.kind for problem in problems}
    fitting = [kind for kind in catalogue.events.values() if present.intersection(kind.problems)]
    if not fitting or not draw.happens(70):
        return ()
    return (
        _made(
            form.Event,
            id="e1",
            kind=draw.one(fitting).id,
            words="",
            expected_on=plan_date + timedelta(days=draw.between(30, 240)),
            reason="Synthetisch: verzonnen reden.",
            chance_threatening=draw.between(4, 12) * 5,
            chance_plan=draw.between(0, 3) * 5,
        ),
    )


# -- costs ----------------------------------------------------------------------------------------------


def _line(
    draw: Draw, words: str, price: Price, quantity_e4: int, payer: str, *, agency: str | None = None,
    event: str | None = None,
) -> form.Cost:  # fmt: skip
    likely = draw.between(16, 20) if price.transfer else draw.between(4, 18)
    return _made(
        form.Cost,
        words=f"Synthetisch: {words}"[:200],
        price=price.id,
        price_cents=price.price_cents,
        price_year=price.price_year,
        source=SOURCE,
        unit=price.unit,
        quantity_e4=quantity_e4,
        recurrence="yearly" if event is None else "once",
        law=price.law,
        payer=payer,
        transfer=price.transfer,
        chances=None if event else form.Chances(current=100, threatening=100, plan=likely * 5),
        attribution=100,
        starts=None,
        ends=None,
        agency=agency,
        event=event,
        intervention=None,
    )


def _agency_costs(draw: Draw, catalogue: Catalogue, agencies: tuple[form.Agency, ...]) -> list[form.Cost]:
    """The usual prices of the agencies; then as many days of a stay as the drawn yearly total leaves."""
    wanted = 118_000_00 * draw.one((45, 60, 75, 85, 95, 100, 105, 115, 130, 150, 190)) // 100
    usual: dict[str, list[AgencyPrice]] = {}
    for row in catalogue.agency_prices:
        usual.setdefault(row.agency, []).append(row)
    found: list[form.Cost] = []
    total = 0
    for agency in agencies:
        for row in usual.get(agency.kind, ()):
            price = catalogue.prices[row.price]
            if agency.kind in _STAYS:
                quantity_e4 = min(365 * 10_000, max(0, (wanted - total) // price.price_cents) * 10_000)
            elif row.basis == "per_contact":
                quantity_e4 = row.quantity_e4 * agency.contacts_e2 * 12 // 100
            else:
                quantity_e4 = row.quantity_e4 * _BASES[row.basis]
            yearly = price.price_cents * quantity_e4 // 10_000
            if quantity_e4 and total + yearly <= 3 * wanted // 2:
                words = f"{catalogue.agencies[agency.kind].name}, {price.name}"
                found.append(_line(draw, words, price, quantity_e4, agency.payer, agency=agency.id))
                total += yearly
    return found


def _step_costs(draw: Draw, interventions: tuple[form.Intervention, ...], plan_date: date) -> list[form.Cost]:
    return [
        _made(
            form.Cost,
            words="Synthetisch: kosten van de doorbraak",
            price="",
            price_cents=draw.between(2, 16) * 500_00,
            price_year=None,
            source="Synthetisch: verzonnen bedrag.",
            unit="per keer",
            quantity_e4=10_000,
            recurrence="once",
            law="participatiewet",
            payer="gemeente",
            transfer=False,
            chances=None,
            attribution=100,
            starts=plan_date,
            ends=None,
            agency=None,
            event=None,
            intervention=step.id,
        )
        for step in interventions
    ]


def _event_costs(draw: Draw, catalogue: Catalogue, events: tuple[form.Event, ...]) -> list[form.Cost]:
    found = []
    for event in events:
        kind = catalogue.events[event.kind]
        price = catalogue.prices[kind.prices[0]]
        units = _EVENT_UNITS[price.unit] * draw.between(5_000, 15_000)
        payer = (kind.payers or price.payers)[0]
        found.append(_line(draw, f"{kind.name}, {price.name}", price, units, payer, event=event.id))
    return found
