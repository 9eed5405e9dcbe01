"""How uncertain the parts are of what a line saves in its first year: what came out of it, and what is expected.

An expected or confirmed span is as uncertain as the line, in proportion. Of a span of which the real cost is known,
only what would have been spent without the plan remains a guess. What was not prevented is nothing, for certain.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.insight.realised import SPANS, Followed, Span
from doorbraak.model.insight.savings import LineSum

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Part = tuple[Followed, tuple[Span, ...]]
"""A line, and those of its spans that are asked about."""
_YEAR = 12
_MONTHS = {after: until - since for after, since, until in SPANS}


def off_by(parts: Iterable[Part], catalogue: Catalogue) -> tuple[int, int]:
    """How many cents lower and how many higher these may turn out together, in 9 of 10 draws; neither below zero."""
    import numpy as np  # late: it takes 0.1 s

    from doorbraak.model.insight.bands import DRAWS, band_around

    drawn, middle = np.zeros(DRAWS), 0
    for one, spans in parts:
        drawn += _drawn(_first_year(one.row), spans, catalogue).round()  # whole cents add up alike in every order
        middle += sum(span.cents for span in spans)
    band = band_around(drawn, middle, assumed=False)
    return band.middle - band.low, band.high - band.middle


def _drawn(row: LineSum, spans: tuple[Span, ...], catalogue: Catalogue) -> "NDArray[np.float64]":
    import numpy as np

    from doorbraak.model.insight.bands import DRAWS, drawn

    saving = row.amounts.saving
    known = [span for span in spans if span.state == "changed"]
    found = np.full(DRAWS, float(sum(span.cents for span in known)))
    if known:
        unplanned = _unplanned(row)
        share = sum(_share(span, saving) for span in known)
        found += (drawn([unplanned], catalogue) - unplanned.amounts.saving) * share
    if saving:
        found += drawn([row], catalogue) * (sum(span.cents for span in spans if span not in known) / saving)
    return found


def _first_year(row: LineSum) -> LineSum:
    return replace(row, units=row.units[:1], years=row.years[:1])


def _unplanned(row: LineSum) -> LineSum:
    """As if the plan were certain to cost nothing."""
    from doorbraak.model.insight.savings import amounts_of

    line = replace(row.line, chance_low=None, chance_high=None)
    event = None if row.event is None else replace(row.event, chance_plan=0, plan_low=None, plan_high=None)
    chances = Chances(row.chances.current, row.chances.threatening, 0)
    years = tuple(amounts_of(line, chances, row.factor, units) for units in row.units)
    return replace(row, line=line, event=event, chances=chances, years=years)


def _share(span: Span, saving: int) -> float:
    """Which part of the year's line falls in it."""
    return span.promised / saving if saving else _MONTHS[span.after] / _YEAR
