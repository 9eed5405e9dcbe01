"""The few numbers that tell a household at a glance."""

from dataclasses import dataclass

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import Saving


@dataclass(frozen=True, slots=True)
class Yearly:
    """Cents in the first year when all goes on as now. Public and private are never added on screen."""

    total: int
    public: int
    private: int
    public_without_transfers: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts, and `contacts_e2`: hundredths of a contact a month with all agencies together."""

    agencies: int
    problems: int
    people: int
    contacts_e2: int
    yearly: Yearly


def figures_of(dossier: Dossier, saving: Saving) -> Figures:
    """`saving` over 12 months of the same dossier."""
    return Figures(
        agencies=len(dossier.agencies),
        problems=len(dossier.problems),
        people=len(dossier.people),
        contacts_e2=sum(agency.contacts_e2 for agency in dossier.agencies),
        yearly=Yearly(
            saving.total.current,
            saving.public.current,
            saving.private.current,
            saving.public_without_transfers.current,
        ),
    )
