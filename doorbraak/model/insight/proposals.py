"""Cost lines that the records of a household ask for: for the professional to take, change or refuse, one by one.

An agency asks for its usual prices, a problem for its own where no agency of it has one, an event for what it
causes, and a doorbraak for what it costs itself. The prices are those of the list; the quantities are ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from doorbraak.model.catalogue import Catalogue, Price, fold
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.costs import CostLine, Effect
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.interventions import OFF, Intervention
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import quick_costs
from doorbraak.model.insight.figures import present_agencies
from doorbraak.model.insight.names import agency_name, intervention_name
from doorbraak.model.insight.price_level import PriceLevel
from doorbraak.model.insight.quick_costs import usual_costs
from doorbraak.model.money import round_half_even
from doorbraak.model.shortening import cut

AskedBy = Literal["agency", "problem", "event", "intervention"]

FILL_IN_QUANTITY = "Vul het aantal in."
FILL_IN_AMOUNT = "Vul in wat dit kost."
ONE_FOR_NOW = "Het aantal is onbekend: er staat 1."
OF_ITSELF = "De doorbraak zelf"
_MOST_WORDS = 120
_TIME_OF_PEOPLE = frozenset(
    {
        "Eerstelijnszorg",
        "GGZ en verslaving",
        "Thuiszorg en begeleiding",
        "Uitvoering en regie",
        "Ziekenhuis en acute zorg",
    }
)
"""Categories in which one "keer" is a visit or a consult, and not a thing. Ours."""
_PLACES = "dienst-toeslagen"  # who pays for hours of a child's place, and not of a professional


@dataclass(frozen=True, slots=True)
class Proposal:
    """`record`: the id of what asks for it. `line`: what it would hold. `person`: for whom, when it is one person.

    `hint`: what the list says about the quantity, for people to read. `effect` is ours too.
    """

    asked_by: AskedBy
    record: int
    line: quick_costs.Proposal
    effect: Effect
    person: int | None = None
    hint: str = ""

    @property
    def confidence(self) -> str:
        """ "hoog", "middel" or "laag"."""
        return self.line.confidence

    @property
    def priced(self) -> bool:
        """Whether there is a price. Without one it would count as nothing, and look filled in; a quantity that is
        unknown is marked in the line itself.
        """
        return bool(self.line.price_cents)

    @property
    def cautions(self) -> tuple[str, ...]:
        """Sentences to say beside it."""
        return self.line.cautions

    def yearly(self, level: PriceLevel) -> int:
        """Cents a year in the prices of `level`: what accepting it adds to the sums."""
        line = self.line
        return round_half_even(Fraction(line.price_cents * line.quantity_e4, 10_000) * level.factor(line.price_year))

    def values(self) -> dict[str, Any]:
        """What `costs.add` takes, the household apart."""
        names = ("words", "price", "price_cents", "price_year", "unit", "quantity_e4", "recurrence", "law", "payer")
        return {
            **{name: getattr(self.line, name) for name in names},
            "transfer": self.line.transfer,
            "effect": self.effect,
            "person": self.person,
            self.asked_by: self.record,
        }

    def refusal(self) -> dict[str, Any]:
        """What `refusals.add` takes, the household apart."""
        return {"price": self.line.price, self.asked_by: self.record}


@dataclass(frozen=True, slots=True)
class Proposals:
    """`proposals`: what is neither a line nor refused. `public`: how many agencies are paid with public money.

    `unpriced`: those of them for which the list has no price, the likely heaviest first; `uncounted`: the ones that
    have no line of their own either.
    """

    proposals: tuple[Proposal, ...]
    public: int
    unpriced: tuple[Agency, ...]
    uncounted: tuple[Agency, ...]

    @property
    def priced(self) -> int:
        """Publicly paid agencies that the list has a price for."""
        return self.public - len(self.unpriced)


def proposals_of(dossier: Dossier, catalogue: Catalogue, *, today: date | None = None) -> Proposals:
    """`today` None is the day of the clock: an agency that is over by then asks for nothing."""
    around = present_agencies(dossier.agencies, today or date.today())
    refused = {
        (asked_by, record, one.price)
        for one in dossier.refusals
        for asked_by, record in (
            ("agency", one.agency), ("problem", one.problem), ("event", one.event), ("intervention", one.intervention),
        )
        if record is not None
    }  # fmt: skip
    of_agencies = list(_of_agencies(around, catalogue))
    asked = [
        *of_agencies,
        *_of_problems(dossier, catalogue, around, of_agencies),
        *(one for event in dossier.events if not event.outcome for one in _of_event(event, catalogue)),
        *(_of_intervention(step, catalogue) for step in dossier.interventions if step.status not in OFF),
    ]
    priced = {one.record for one in of_agencies}
    public = [agency for agency in around if _is_public(agency, catalogue)]
    unpriced = sorted(
        (agency for agency in public if agency.id not in priced),
        key=lambda agency: (-agency.contacts_e2, fold(agency_name(agency, catalogue)), agency.id),
    )
    counted = {line.agency for line in dossier.costs}
    return Proposals(
        tuple(
            one
            for one in asked
            if (one.asked_by, one.record, one.line.price) not in refused
            and not any(_is_that(line, one) for line in dossier.costs)
        ),
        len(public),
        tuple(unpriced),
        tuple(agency for agency in unpriced if agency.id not in counted),
    )


def effect_of(price: Price) -> Effect:
    """Whether less of it leaves money, or time of professionals for others. Ours: a team may choose otherwise."""
    by_the_hour = price.unit == "per uur" and _PLACES not in price.payers
    by_the_visit = price.unit == "per keer" and price.category in _TIME_OF_PEOPLE
    return "capacity" if not price.transfer and (by_the_hour or by_the_visit) else "cash"


def _of_agencies(around: tuple[Agency, ...], catalogue: Catalogue) -> Iterator[Proposal]:
    for agency in around:
        person = agency.people[0] if len(agency.people) == 1 else None
        for line in usual_costs(catalogue, agency.kind, agency.contacts_e2, payer=agency.payer):
            cautions = line.cautions if line.quantity_e4 else (*line.cautions, FILL_IN_QUANTITY)
            effect = effect_of(catalogue.prices[line.price])
            yield Proposal("agency", agency.id, _with(line, cautions), effect, person)


def _of_event(event: ThreateningEvent, catalogue: Catalogue) -> Iterator[Proposal]:
    """None of them counts before somebody fills in how many: several can be alternatives."""
    kind = catalogue.events.get(event.kind)
    for price in _summable(kind.prices if kind else (), catalogue):
        line = quick_costs.of_price(
            price, 0, "once", law=kind.law if kind else "", payers=(*price.payers, *(kind.payers if kind else ())),
            confidence="laag" if price.quality == "C" else "middel", cautions=(FILL_IN_QUANTITY, *_received(price)),
        )  # fmt: skip
        yield Proposal("event", event.id, line, effect_of(price), hint=kind.quantity_hint if kind else "")


def _of_intervention(step: Intervention, catalogue: Catalogue) -> Proposal:
    words = cut(f"{OF_ITSELF}: {intervention_name(step, catalogue)}", _MOST_WORDS)
    line = quick_costs.Proposal(
        words, price="", price_cents=0, price_year=None, unit="per keer", quantity_e4=10_000, recurrence="once", law="",
        payer=step.payer, transfer=False, cents=0, confidence="laag", source="", cautions=(FILL_IN_AMOUNT,),
    )  # fmt: skip
    return Proposal("intervention", step.id, line, "cash")


def _of_problems(
    dossier: Dossier, catalogue: Catalogue, around: tuple[Agency, ...], of_agencies: list[Proposal]
) -> list[Proposal]:
    """One unit of each price that nothing else counts or asked for: one price of one person is one line."""
    kinds = {agency.kind for agency in around if usual_costs(catalogue, agency.kind, 0, payer=agency.payer)}
    people = {problem.id: _one_person(problem) for problem in dossier.problems}
    there = [
        *((line.price, line.person) for line in dossier.costs),
        *((one.line.price, one.person) for one in of_agencies),
        *((one.price, people.get(one.problem)) for one in dossier.refusals if one.problem is not None),
    ]
    found = []
    for problem in dossier.problems:
        kind = catalogue.problems.get(problem.kind)
        if kind is None or problem.solved_on is not None or not kinds.isdisjoint(kind.agencies):
            continue
        person = people[problem.id]
        for price in _summable(kind.prices, catalogue):
            if any(price.id == known and (person is None or whose in (None, person)) for known, whose in there):
                continue
            line = quick_costs.of_price(
                price, 10_000, "once" if price.unit == "per traject" else "yearly",
                law=next(iter(kind.laws), ""), payers=price.payers, confidence="laag",
                cautions=(ONE_FOR_NOW, *_received(price)),
            )  # fmt: skip
            found.append(Proposal("problem", problem.id, line, effect_of(price), person))
            there.append((price.id, person))
    return found


def _is_that(line: CostLine, asked: Proposal) -> bool:
    """Whether a line is what was asked for. Once it has an own price its words, or its agency, tell that it was."""
    if getattr(line, asked.asked_by) != asked.record:
        return False
    if asked.asked_by == "intervention":
        return True
    if asked.asked_by == "agency" and (line.event is not None or line.intervention is not None):
        return False  # what it may cost later is not what it costs now
    if line.price:
        return line.price == asked.line.price
    return asked.asked_by == "agency" or fold(line.words) == fold(asked.line.words)


def _is_public(agency: Agency, catalogue: Catalogue) -> bool:
    kind = catalogue.agencies.get(agency.kind)
    payer = catalogue.payers.get(agency.payer or next(iter(kind.payers if kind else ()), ""))
    return payer is not None and payer.public


def _summable(prices: tuple[str, ...], catalogue: Catalogue) -> list[Price]:
    known = [catalogue.prices[price] for price in prices if price in catalogue.prices]
    return [price for price in known if price.use == "line"]


def _received(price: Price) -> tuple[str, ...]:
    return (quick_costs.IS_IT_RECEIVED,) if price.transfer else ()


def _one_person(problem: Problem) -> int | None:
    return problem.people[0] if len(problem.people) == 1 else None


def _with(line: quick_costs.Proposal, cautions: tuple[str, ...]) -> quick_costs.Proposal:
    return line if cautions == line.cautions else replace(line, cautions=cautions)
