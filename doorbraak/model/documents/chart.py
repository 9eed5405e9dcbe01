"""The numbers of the chart of the saving per law: one record for the picture, its table and its sentence."""

from dataclasses import dataclass

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.insight.savings import Saving, is_public


@dataclass(frozen=True, slots=True)
class LawBar:
    """One law: what the plan saves on it, in cents, in two parts that are never merged."""

    law: str
    direct: int
    prevented: int

    @property
    def saving(self) -> int:
        return self.direct + self.prevented


@dataclass(frozen=True, slots=True)
class LawChart:
    """`title` states the result, `sentence` its two parts, `source` where the prices come from.

    `rows` are the laws on which something changes, the largest saving first. `mark` says that it is an
    example, or that it holds personal data: a picture travels without its plan.
    """

    title: str
    sentence: str
    rows: tuple[LawBar, ...]
    source: str
    mark: str


def law_chart_of(saving: Saving, catalogue: Catalogue, *, example: bool) -> LawChart:
    """Of the public lines of one household."""
    rows = tuple(
        LawBar(wording.law(row.id, catalogue), row.amounts.direct, row.amounts.prevented)
        for row in saving.by_law
        if row.amounts.direct or row.amounts.prevented
    )
    return LawChart(
        title=_title(saving, rows),
        sentence=(
            f"Direct: {money.whole(saving.public.direct)}. Voorkomen: {money.whole(saving.public.prevented)}. "
            f"{_band(saving)}"
        ),
        rows=rows,
        source=_source(saving, catalogue),
        mark="VOORBEELD: gepubliceerde of verzonnen gegevens" if example else "Bevat persoonsgegevens · Vertrouwelijk",
    )


def result(saving: Saving) -> str:
    """The headline in one sentence."""
    euros = money.whole(abs(saving.public.saving))
    if saving.public.saving > 0:
        return f"Het plan bespaart {euros} publiek geld in {saving.months} maanden"
    if saving.public.saving < 0:
        return f"Het plan kost {euros} meer publiek geld in {saving.months} maanden"
    return f"Het plan kost evenveel publiek geld in {saving.months} maanden"


def _title(saving: Saving, rows: tuple[LawBar, ...]) -> str:
    if not saving.lines:
        return "Er zijn nog geen kosten ingevuld"
    if len(rows) > 1 and saving.public.saving > 0 and rows[0].saving > 0:
        return f"{result(saving)}. Grootste post: {rows[0].law}"
    return result(saving)


def _band(saving: Saving) -> str:
    if saving.band.low == saving.band.high:
        return ""
    assumed = " (deels een aanname)" if saving.band.assumed else ""
    return f"Marge door onzekere prijzen: {money.whole(saving.band.low)} tot {money.whole(saving.band.high)}{assumed}."


def _source(saving: Saving, catalogue: Catalogue) -> str:
    public = [row.line for row in saving.lines if is_public(row.line, catalogue)]
    listed = [catalogue.prices[line.price] for line in public if line.price in catalogue.prices]
    years = sorted({price.price_year for price in listed})
    text = (
        f"Bron: rekensom per huishouden over {saving.months} maanden vanaf {wording.day(saving.start)}; "
        f"{wording.count(len(public), 'publieke kostenpost', 'publieke kostenposten')}, "
        f"{len(listed)} met een prijs uit de prijslijst"
    )
    if years:
        text += f" (prijsjaar {years[0]})" if len(years) == 1 else f" (prijsjaren {years[0]} tot en met {years[-1]})"
    return text + ". De bron van elke prijs staat in het plan."
