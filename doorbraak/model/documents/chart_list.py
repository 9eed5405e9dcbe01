"""The six charts of a household: what they are called, and one made when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from doorbraak.model.documents import (
    chart_contacts,
    chart_followed,
    chart_months,
    chart_payers,
    chart_tornado,
    chart_waterfall,
)
from doorbraak.model.documents.chart import Chart
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.realised import realised_of
from doorbraak.model.insight.savings import Saving

Make = Callable[[Dossier, Saving, date], Chart]


@dataclass(frozen=True, slots=True)
class Kind:
    """`make` it of a household, its saving over a year or more, and the day of today."""

    key: str
    name: str
    make: Make


def _followed(dossier: Dossier, saving: Saving, today: date) -> Chart:
    realised = realised_of(saving, dossier.confirmations, today)
    return chart_followed.followed_of(realised, saving, example=dossier.household.example)


def _contacts(dossier: Dossier, saving: Saving, today: date) -> Chart:
    figures = figures_of(dossier, saving, today=today)
    return chart_contacts.contacts_of(figures, today, example=dossier.household.example)


def _of_saving(make: Callable[..., Chart]) -> Make:
    return lambda dossier, saving, _: make(saving, example=dossier.household.example)


KINDS: tuple[Kind, ...] = (
    Kind(chart_waterfall.KEY, chart_waterfall.NAME, _of_saving(chart_waterfall.waterfall_of)),
    Kind(chart_payers.KEY, chart_payers.NAME, _of_saving(chart_payers.payers_of)),
    Kind(chart_followed.KEY, chart_followed.NAME, _followed),
    Kind(chart_tornado.KEY, chart_tornado.NAME, _of_saving(chart_tornado.tornado_chart_of)),
    Kind(chart_months.KEY, chart_months.NAME, _of_saving(chart_months.months_of)),
    Kind(chart_contacts.KEY, chart_contacts.NAME, _contacts),
)
