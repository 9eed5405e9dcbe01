"""Small records for tests of pure functions: only what a test is about has to be named."""

from datetime import date

from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.interventions import Intervention, Status
from doorbraak.model.dossier.problems import Problem

START = date(2026, 1, 1)
CERTAIN = Chances(100, 100, 100)


def household(*, plan_date: date | None = START, example: bool = False) -> Household:
    return Household(1, 12, "", START, plan_date, example, "")


def dossier(
    *costs: CostLine,
    events: tuple[ThreateningEvent, ...] = (),
    interventions: tuple[Intervention, ...] = (),
    problems: tuple[Problem, ...] = (),
    agencies: tuple[Agency, ...] = (),
    of: Household | None = None,
) -> Dossier:
    return Dossier(of or household(), (), (), problems, agencies, interventions, (), events, costs)


def line(
    cents: int, *, id_: int = 1, chances: Chances = CERTAIN, quantity_e4: int = 10_000, law: str = "jeugdwet",
    payer: str = "gemeente", price: str = "", once: bool = False, starts: date | None = None,
    ends: date | None = None, attribution: int = 100, transfer: bool = False, event: int | None = None,
    intervention: int | None = None, words: str = "Post",
) -> CostLine:  # fmt: skip
    return CostLine(
        id_, 1, words, price, cents, None, "", "per jaar", quantity_e4, "once" if once else "yearly", law, payer,
        transfer, chances, attribution, starts, ends, None, event, intervention,
    )  # fmt: skip


def event(without: int, with_plan: int, *, on: date = START) -> ThreateningEvent:
    return ThreateningEvent(1, 1, "", "Huisuitzetting", on, "De huur is niet betaald.", without, with_plan)


def intervention(*, status: Status = "proposed", decided_on: date | None = None) -> Intervention:
    return Intervention(1, 1, "", "De schuld betalen", status, decided_on)
