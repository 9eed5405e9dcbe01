"""Which uncertainties matter most: how far the saving goes when one of them is at its lowest or highest."""

from typing import TYPE_CHECKING

from doorbraak.model import money
from doorbraak.model.documents.chart import MOST_ROWS, BarRow, Chart, Panel, Piece, mark_of
from doorbraak.model.documents.chart_source import NO_COSTS, NOTHING, source_of
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import Saving
from doorbraak.model.insight.uncertainty import What

if TYPE_CHECKING:
    from doorbraak.model.insight.tornado import Swing

KEY, NAME = "wat-het-meest-uitmaakt", "Wat het meest uitmaakt"
_WHAT: dict[What, str] = {
    "price": "Prijs",
    "quantity": "Aantal",
    "chance_threatening": "Kans zonder plan",
    "chance_plan": "Kans met plan",
    "attribution": "Deel door het plan",
}


def tornado_chart_of(saving: Saving, *, example: bool) -> Chart:
    from doorbraak.model.insight.tornado import tornado_of  # late: numpy takes 0.1 s to import

    swings = tornado_of(saving, most=MOST_ROWS)
    middle = saving.public.saving
    return Chart(
        key=KEY,
        name=NAME,
        title=_title(swings, saving) if saving.lines else NO_COSTS,
        sentence=(
            f"Rond een besparing van {money.whole(middle)} maakt {_said(swings[0], saving)} het meeste verschil: "
            f"{money.whole(swings[0].width)}."
        )
        if swings
        else NOTHING,
        source=f"{source_of(saving, band=True)} Hier gaat steeds één onzekerheid naar de rand; de rest blijft midden.",
        mark=mark_of(example=example),
        example=example,
        header=("Onzeker", "Laagste", "Hoogste", "Besparing bij laagste", "Besparing bij hoogste", "Marge"),
        table=tuple(_numbers(swing, saving) for swing in swings),
        panels=(
            Panel(
                "cents",
                rows=tuple(_row(swing, saving) for swing in swings),
                centre=(middle, f"midden: {money.whole(middle)}"),
            ),
        )
        if swings
        else (),
        legend=(("low", "Bij de laagste waarde"), ("high", "Bij de hoogste waarde (gestreept: marge aangenomen)")),
        empty=NOTHING if not saving.public_lines else "Nog geen onzekerheid die de besparing verandert.",
    )


def swing_name(swing: "Swing", saving: Saving) -> str:
    """ "Prijs: Huishoudelijke hulp (3 posten)"."""
    return f"{_WHAT[swing.uncertainty.what]}: {_of(swing, saving)}"


def _of(swing: "Swing", saving: Saving) -> str:
    row, catalogue = swing.lines[0], saving.catalogue
    what = swing.uncertainty.what
    if row.event is not None and what in ("chance_threatening", "chance_plan"):
        return names.event_name(row.event, catalogue)
    listed = catalogue.prices.get(row.line.price) if what == "price" and len(swing.lines) > 1 else None
    name = listed.name if listed else row.line.words
    return name if len(swing.lines) == 1 else f"{name} ({len(swing.lines)} posten)"


def _said(swing: "Swing", saving: Saving) -> str:
    name = swing_name(swing, saving)
    return f"‘{name[0].lower()}{name[1:]}’"


def _title(swings: "tuple[Swing, ...]", saving: Saving) -> str:
    if not swings:
        return "Geen onzekerheid verandert de besparing"
    low, high = sorted((swings[0].at_low, swings[0].at_high))
    between = f"de besparing gaat van {money.whole(low)} tot {money.whole(high)}"
    return f"Het meest telt ‘{swing_name(swings[0], saving)}’: {between}"


def _row(swing: "Swing", saving: Saving) -> BarRow:
    middle, assumed = saving.public.saving, swing.uncertainty.assumed
    return BarRow(
        swing_name(swing, saving),
        (
            (
                Piece("low", middle, swing.at_low, money.whole(swing.at_low), assumed),
                Piece("high", middle, swing.at_high, money.whole(swing.at_high), assumed),
            ),
        ),
    )


def _numbers(swing: "Swing", saving: Saving) -> tuple[str, ...]:
    one = swing.uncertainty
    times = 100 if one.what in ("price", "quantity") else 1  # a share of the middle one, as a per cent
    return (
        swing_name(swing, saving),
        *(f"{round(value * times)}%" for value in (one.low, one.high)),
        money.exact(swing.at_low),
        money.exact(swing.at_high),
        "aangenomen" if one.assumed else "opgegeven",
    )
