"""The saving added up month by month, and the month in which the doorbraak has earned itself back."""

from doorbraak.model import money
from doorbraak.model.documents.chart import Chart, Curve, Panel, mark_of
from doorbraak.model.documents.chart_source import NO_COSTS, NOTHING, source_of
from doorbraak.model.insight.payback import cumulative_of, payback_month, saved_until
from doorbraak.model.insight.savings import Saving

KEY, NAME = "maand-voor-maand", "Maand voor maand"


def months_of(saving: Saving, *, example: bool) -> Chart:
    """The saving together, and its two parts apart."""
    months = range(1, saving.months + 1)
    together = cumulative_of(saving)
    prevented = tuple(
        sum(saved_until(row, month) for row in saving.public_lines if row.line.event is not None) for month in months
    )
    direct = tuple(one - other for one, other in zip(together, prevented, strict=True))
    back = payback_month(saving)
    return Chart(
        key=KEY,
        name=NAME,
        title=_title(saving, back) if saving.lines else NO_COSTS,
        sentence=(
            f"Na {len(together)} maanden is er samen {money.whole(together[-1])} bespaard: "
            f"direct {money.whole(direct[-1])}, voorkomen {money.whole(prevented[-1])}; "
            f"het laagste punt is {money.whole(min(0, *together))}."
        ),
        source=f"{source_of(saving, band=False)} De kosten van de doorbraak zelf zitten erin.",
        mark=mark_of(example=example),
        example=example,
        header=("Na maand", "Direct", "Voorkomen", "Samen"),
        table=tuple(
            (str(month), money.exact(one), money.exact(two), money.exact(both))
            for month, one, two, both in zip(months, direct, prevented, together, strict=True)
        ),
        panels=(
            Panel(
                "cents",
                curves=(
                    Curve("total", (0, *together), f"Samen {money.whole(together[-1])}"),
                    Curve("direct", (0, *direct), f"Direct {money.whole(direct[-1])}"),
                    Curve("prevented", (0, *prevented), f"Voorkomen {money.whole(prevented[-1])}"),
                ),
                moment=(back, f"naar verwachting terugverdiend na maand {back}") if back else None,
            ),
        )
        if saving.public_lines
        else (),
        empty=NOTHING,
    )


def _title(saving: Saving, back: int | None) -> str:
    one = saving.households == 1
    if back is None:
        return f"{'Het plan is' if one else 'De plannen zijn'} binnen {saving.months} maanden nog niet terugverdiend"
    if back == 0:
        return "De doorbraak zelf kost geen publiek geld: er is niets terug te verdienen"
    return f"Naar verwachting {'is het plan' if one else 'zijn de plannen samen'} na maand {back} terugverdiend"
