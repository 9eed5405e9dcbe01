"""The few numbers that tell a household at a glance, now and when the plan is carried out."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date
from typing import TypeVar

from doorbraak.model.dossier.agencies import Agency, Future
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import Saving

T = TypeVar("T", "Yearly", "Planned")


@dataclass(frozen=True, slots=True)
class Yearly:
    """Cents in the first year when all goes on as now. Public and private are never added on screen."""

    total: int
    public: int
    private: int
    public_without_transfers: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What is left of the agencies that are there now, when the plan is carried out.

    `agencies` and `contacts_e2`: those that stay, and those that nobody chose about yet (`undecided`), with their
    contacts as they are. `stopped`, `paused` and `merged` are gone with their contacts: for good, for now, and
    into another agency, to which no contact is added.
    """

    agencies: int
    contacts_e2: int
    stopped: int
    paused: int
    merged: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts, and `contacts_e2`: hundredths of a contact a month with all agencies together.

    Agencies and contacts are those of today: what is over by then does not count. `ended`: how many are over.
    `problems` are those that are not solved.
    """

    agencies: int
    problems: int
    people: int
    contacts_e2: int
    yearly: Yearly
    ended: int
    planned: Planned


def figures_of(dossier: Dossier, saving: Saving, *, today: date | None = None) -> Figures:
    """`saving` over 12 months of the same dossier; `today` None is the day of the clock."""
    present = present_agencies(dossier.agencies, today or date.today())
    return Figures(
        agencies=len(present),
        problems=sum(problem.solved_on is None for problem in dossier.problems),
        people=len(dossier.people),
        contacts_e2=sum(agency.contacts_e2 for agency in present),
        yearly=Yearly(
            saving.total.current,
            saving.public.current,
            saving.private.current,
            saving.public_without_transfers.current,
        ),
        ended=len(dossier.agencies) - len(present),
        planned=_planned(present),
    )


def together(figures: Iterable[Figures]) -> Figures:
    """Of several households: every number is the sum of theirs, so an agency counts once for each household."""
    listed = tuple(figures)

    def added(kind: type[T], parts: Iterable[T]) -> T:
        rows = [astuple(part) for part in parts]
        return kind(*(sum(column) for column in zip(*rows, strict=True)))

    counts = ("agencies", "problems", "people", "contacts_e2", "ended")
    return Figures(
        **{name: sum(getattr(one, name) for one in listed) for name in counts},
        yearly=added(Yearly, (Yearly(0, 0, 0, 0), *(one.yearly for one in listed))),
        planned=added(Planned, (Planned(0, 0, 0, 0, 0, 0), *(one.planned for one in listed))),
    )


def present_agencies(agencies: Iterable[Agency], today: date) -> tuple[Agency, ...]:
    """Those that are not over: `ended_on` is the first day without them."""
    return tuple(agency for agency in agencies if agency.ended_on is None or agency.ended_on > today)


def _planned(present: tuple[Agency, ...]) -> Planned:
    known = {one.id: one for one in present}
    ends = {agency.id: end_of(agency, known) for agency in present}
    left = [agency for agency in present if ends[agency.id] in ("", "keep")]
    return Planned(
        agencies=len(left),
        contacts_e2=sum(agency.contacts_e2 for agency in left),
        stopped=sum(end == "stop" for end in ends.values()),
        paused=sum(end == "pause" for end in ends.values()),
        merged=sum(end == "merge" for end in ends.values()),
        undecided=sum(end == "" for end in ends.values()),
    )


def end_of(agency: Agency, present: dict[int, Agency]) -> Future:
    """What becomes of it. One that merges is gone only when somebody takes over: else nobody chose yet."""
    seen = agency
    for _ in present:
        if seen.future != "merge":
            return "merge" if seen is not agency and seen.future in ("", "keep") else seen.future
        if seen.merges_into not in present:
            return ""
        seen = present[seen.merges_into]
    return ""
