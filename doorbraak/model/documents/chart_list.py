"""The six charts of the rekensom: what they are called, and one made when it is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from doorbraak.model.documents import (
    chart_contacts,
    chart_followed,
    chart_months,
    chart_payers,
    chart_tornado,
    chart_waterfall,
)
from doorbraak.model.documents.chart import Chart
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import figures
from doorbraak.model.insight.figures import Figures, figures_of
from doorbraak.model.insight.realised import realised_of
from doorbraak.model.insight.savings import Saving, joined

if TYPE_CHECKING:  # the charts of one household wait for nothing of a caseload
    from doorbraak.model.insight.caseload import Home


@dataclass(frozen=True, slots=True)
class Counted:
    """What the charts are made of: of one household, or of several together. `today` is the day they are made on."""

    saving: Saving
    confirmations: tuple[Confirmation, ...]
    figures: Callable[[], Figures]
    today: date
    example: bool


Make = Callable[[Counted], Chart]


@dataclass(frozen=True, slots=True)
class Kind:
    key: str
    name: str
    make: Make


def of_household(dossier: Dossier, saving: Saving, today: date) -> Counted:
    """`saving` of the same dossier, over a year or more."""
    return Counted(
        saving,
        dossier.confirmations,
        lambda: figures_of(dossier, saving, today=today),
        today,
        dossier.household.example,
    )


def of_homes(homes: "Sequence[Home]", today: date) -> Counted:
    """Of all these households together. Raises ValueError for none."""
    return Counted(
        joined([home.saving for home in homes]),
        tuple(one for home in homes for one in home.dossier.confirmations),
        lambda: figures.together(home.figures for home in homes),
        today,
        all(home.dossier.household.example for home in homes),
    )


def _followed(of: Counted) -> Chart:
    realised = realised_of(of.saving, of.confirmations, of.today)
    return chart_followed.followed_of(realised, of.saving, example=of.example)


def _contacts(of: Counted) -> Chart:
    return chart_contacts.contacts_of(of.figures(), of.today, example=of.example, households=of.saving.households)


def _of_saving(make: Callable[..., Chart]) -> Make:
    return lambda of: make(of.saving, example=of.example)


KINDS: tuple[Kind, ...] = (
    Kind(chart_waterfall.KEY, chart_waterfall.NAME, _of_saving(chart_waterfall.waterfall_of)),
    Kind(chart_payers.KEY, chart_payers.NAME, _of_saving(chart_payers.payers_of)),
    Kind(chart_followed.KEY, chart_followed.NAME, _followed),
    Kind(chart_tornado.KEY, chart_tornado.NAME, _of_saving(chart_tornado.tornado_chart_of)),
    Kind(chart_months.KEY, chart_months.NAME, _of_saving(chart_months.months_of)),
    Kind(chart_contacts.KEY, chart_contacts.NAME, _contacts),
)
