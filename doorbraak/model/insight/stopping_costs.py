"""Costs that the plan counts as before although their agency stops: nobody chose yet how much of them is left."""

from collections.abc import Sequence
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import end_of, present_agencies

_MOST = 3  # agencies that are named


def stop_and_go_on(dossier: Dossier, today: date) -> tuple[Agency, ...]:
    """The agencies that stop with the plan, of which a yearly cost is as likely with the plan as it is now.

    The program fills in no chance by itself: some work goes on elsewhere, and only people know how much.
    """
    present = {agency.id: agency for agency in present_agencies(dossier.agencies, today)}
    costly = {
        line.agency
        for line in dossier.costs
        if line.recurrence == "yearly" and line.event is None and line.intervention is None
        if 0 < line.chances.current <= line.chances.plan
    }
    return tuple(one for one in present.values() if one.id in costly and end_of(one, present) == "stop")


def sentence(found: Sequence[Agency], catalogue: Catalogue) -> str:
    """Empty when there is nothing to say."""
    if not found:
        return ""
    called = [names.agency_name(one, catalogue) for one in found[:_MOST]]
    more = len(found) - len(called)
    listed = ", ".join(called) + (f" en nog {more}" if more else "")
    return f"Stopt met het plan, maar kost bij Plan nog evenveel: {listed}. Zet daar hoeveel procent er overblijft."
