from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.documents.chart import LawBar, LawChart, law_chart_of
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import dossier, event, line

CATALOGUE = load()


def chart_of(*costs: CostLine, example: bool = False) -> LawChart:
    return law_chart_of(saving_of(dossier(*costs, events=(event(40, 5),)), CATALOGUE), CATALOGUE, example=example)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from(["jeugdwet", "zvw", ""]), st.sampled_from([None, 1]))))
def test_that_the_bars_add_up_to_the_saving(drawn: list[tuple[int, str, int | None]]) -> None:
    costs = [line(cents, law=law, event=of, chances=Chances(10, 40, 5)) for cents, law, of in drawn]
    public = saving_of(dossier(*costs, events=(event(40, 5),)), CATALOGUE).public
    rows = chart_of(*costs).rows
    assert sum(row.direct for row in rows) == public.direct
    assert sum(row.prevented for row in rows) == public.prevented


def test_that_direct_and_prevented_are_never_merged() -> None:
    chart = chart_of(line(100_000, chances=Chances(100, 100, 40)), line(50_000, event=1, chances=Chances(0, 40, 5)))
    assert chart.rows == (LawBar("Jeugdwet (Jw)", 60_000, 17_500),)
    assert "Direct: €\u00a0600. Voorkomen: €\u00a0175." in chart.sentence


def test_that_the_title_states_the_result() -> None:
    assert chart_of(line(100_000, chances=Chances(100, 100, 0))).title.startswith("Het plan bespaart €\u00a01.000")
    assert chart_of(line(100_000, chances=Chances(0, 0, 100))).title.startswith("Het plan kost €\u00a01.000 meer")
    assert chart_of(line(100_000)).title.startswith("Het plan kost evenveel")
    assert chart_of().title == "Er zijn nog geen kosten ingevuld"


def test_that_an_example_and_a_real_household_are_each_marked() -> None:
    assert chart_of(example=True).mark.startswith("VOORBEELD")
    assert chart_of().mark == "Bevat persoonsgegevens · Vertrouwelijk"


def test_that_the_source_counts_only_publicly_paid_lines() -> None:
    source = chart_of(line(100), line(100, payer="huishouden")).source
    assert "1 publieke kostenpost, 0 met een prijs uit de prijslijst" in source
