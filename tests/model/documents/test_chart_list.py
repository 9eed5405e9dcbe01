from datetime import date

from doorbraak.model.catalogue import load
from doorbraak.model.documents.chart_list import KINDS, of_homes
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.insight.caseload import home_of
from doorbraak.model.insight.payback import cumulative_of
from doorbraak.model.insight.price_level import level_of
from tests.model.insight.records import START, agency, dossier, household, line

LISTS = load()
TODAY = date(2026, 12, 1)
LATER = date(2026, 7, 1)


def test_that_charts_of_households_together_add_them_up_each_from_its_own_start() -> None:
    saved = line(120_000, chances=Chances(100, 100, 50))
    homes = [
        home_of(
            dossier(saved, of=household(plan_date=on), agencies=(agency(1, contacts_e2=300, future="stop"),)),
            LISTS,
            level_of(LISTS),
            TODAY,
        )
        for on in (START, LATER)
    ]
    counted = of_homes(homes, TODAY)
    assert counted.saving.public == homes[0].saving.public + homes[1].saving.public
    assert cumulative_of(counted.saving) == tuple(10_000 * month for month in range(1, 13))
    assert counted.figures().contacts_e2 == 600
    charts = [kind.make(counted) for kind in KINDS]
    assert all("2 huishoudens" in chart.source for chart in charts)
    assert charts[0].title == "De plannen besparen € 1.200 publiek geld in 12 maanden: Jw € 1.200".replace(
        "€ ", "€\u00a0"
    )
    assert charts[-1].title == "De plannen halen 6 van de 6 contacten per maand weg"
