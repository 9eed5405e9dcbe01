import itertools
from dataclasses import replace

from doorbraak.model.documents import publication_charts
from doorbraak.model.documents.chart import Chart, Piece
from doorbraak.model.documents.publication_charts import NOTHING, alternative, chart_of
from doorbraak.model.exchange import published_views
from doorbraak.model.exchange.published_view import Chart as Kind
from doorbraak.model.exchange.published_view import Column, Figure, Row, View
from doorbraak.model.exchange.summary import EXAMPLE
from tests.model.exchange.test_published_views import all_hidden, drawn, every, publication

HIDDEN = Figure("hidden")


def shown(value: int, low: int | None = None, high: int | None = None) -> Figure:
    return Figure("shown", value, low, high)


def view(*rows: Row, kind: Kind = "bars", columns: tuple[Column, ...] = (Column("Direct", "euro"),)) -> View:
    return View("wetten", "Besparing per wet", "De Zvw bespaart het meest.", "Wet", columns, rows, (), kind)


def pieces(chart: Chart) -> list[Piece]:
    return [piece for panel in chart.panels for row in panel.rows for lane in row.lanes for piece in lane]


def test_that_a_hidden_bar_says_so_and_is_as_long_as_every_other_hidden_one() -> None:
    chart = chart_of(view(Row("Zvw", (shown(412_000),)), Row("Jw", (HIDDEN,)), Row("Pw", (Figure("withheld"),))))
    found = pieces(chart)
    assert [one.tone for one in found] == ["direct", "hidden", "hidden"]
    assert [one.words for one in found] == ["€\u00a0412.000", "verborgen", "niet gepubliceerd"]
    assert found[1].end == found[2].end < found[0].end / 10
    assert ("hidden", publication_charts.HIDDEN) in chart.legend


def test_that_a_band_reaches_over_its_bar_and_is_explained() -> None:
    chart = chart_of(view(Row("Zvw", (shown(412_000, 300_000, 520_000),)), Row("Jw", (shown(10_000),))), "2026Q3")
    assert [one.reach for one in pieces(chart)] == [(30_000_000, 52_000_000), None]
    assert publication_charts.BAND in chart.source
    assert "publicatie 2026Q3, statistisch beveiligd" in chart.source


def test_that_almost_everybody_is_longer_than_what_is_shown_and_striped() -> None:
    homes = (Column("Huishoudens", "huishoudens"),)
    chart = chart_of(view(Row("Geld", (Figure("most"),)), Row("Wonen", (shown(330),)), columns=homes))
    most, other = pieces(chart)
    assert most.end > other.end
    assert most.assumed
    assert not other.assumed
    assert most.words == "meer dan 90%"


def test_that_totals_are_left_to_the_table() -> None:
    chart = chart_of(view(Row("Zvw", (shown(1000),)), Row("Alles samen", (shown(9000),), strong=True)))
    assert [row.name for row in chart.panels[0].rows] == ["Zvw"]
    assert [row[0] for row in chart.table] == ["Zvw", "Alles samen"]


def test_that_a_picture_of_many_rows_says_how_many_it_leaves_out_and_keeps_what_is_shown() -> None:
    rows = [Row(f"Rij {at}", (HIDDEN if at < 5 else shown(at * 1000),)) for at in range(20)]
    chart = chart_of(view(*rows))
    assert [row.name for row in chart.panels[0].rows] == [f"Rij {at}" for at in range(5, 15)]
    assert "De grafiek toont 10 van de 20 regels" in chart.source


def test_that_columns_of_another_unit_are_not_drawn_on_the_same_scale() -> None:
    columns = (Column("Eerst", "huishoudens"), Column("Deel", "procent"), Column("Later", "huishoudens"))
    chart = chart_of(view(Row("Geld", (shown(40), shown(80), shown(35))), kind="beside", columns=columns))
    assert [one.end for one in pieces(chart)] == [40, 35]
    assert [words for _, words in chart.legend] == ["Eerst", "Later"]


def test_that_parts_of_a_stack_follow_each_other_and_a_hidden_one_has_no_length_of_its_own() -> None:
    columns = (Column("Eerst", "huishoudens"), Column("Later", "huishoudens"))
    rows = (Row("Laag", (shown(40), shown(10))), Row("Midden", (HIDDEN, HIDDEN)), Row("Hoog", (shown(20), shown(50))))
    chart = chart_of(view(*rows, kind="stacked", columns=columns))
    first, later = (list(row.lanes[0]) for row in chart.panels[0].rows)
    for lane in (first, later):
        assert all(one.end == other.start for one, other in itertools.pairwise(lane))
    assert first[1].end - first[1].start == later[1].end - later[1].start


def test_that_of_direct_and_prevented_each_keeps_its_colour() -> None:
    columns = (Column("Direct, verwacht", "euro"), Column("Direct, gerealiseerd", "euro"))
    chart = chart_of(view(Row("Zvw", (shown(1000), shown(2000))), kind="beside", columns=columns))
    assert [tone for tone, _ in chart.legend] == ["expected", "realised"]
    saved = (Column("Direct", "euro"), Column("Voorkomen", "euro"))
    chart = chart_of(view(Row("Zvw", (shown(1000), shown(2000))), kind="beside", columns=saved))
    assert [tone for tone, _ in chart.legend] == ["direct", "prevented"]


def test_that_with_nothing_shown_there_is_a_sentence_and_no_picture() -> None:
    for made in (view(Row("Zvw", (HIDDEN,))), view(), replace(view(Row("Zvw", (shown(1000),))), chart="none")):
        chart = chart_of(made)
        assert chart.panels == ()
        assert chart.empty == NOTHING


def test_that_an_example_says_so() -> None:
    made = view(Row("Zvw", (shown(1000),)))
    assert chart_of(made, example=True).mark == EXAMPLE
    assert chart_of(made).mark == "Statistisch beveiligd"


def test_that_the_words_beside_a_picture_say_all_that_the_table_says() -> None:
    chart = chart_of(view(Row("Zvw", (shown(412_000, 300_000, 520_000),)), Row("Jw", (HIDDEN,))), "2026Q3")
    said = alternative(chart)
    for words in (
        "De Zvw bespaart het meest.",
        "Zvw: Direct €\u00a0412.000 (€\u00a0300.000 tot",
        "Jw: Direct verborgen",
    ):
        assert words in said


def test_that_a_hidden_figure_changes_no_other_bar() -> None:
    """Whatever is behind it: the picture has nothing else to go by."""
    assert not [one for one in every(published_views.chapters(publication(all_hidden()))) if chart_of(one).panels]
    for seed in range(3):
        for one in every(published_views.chapters(publication(drawn(seed, 0.02)))):
            for piece in pieces(chart_of(one)):
                assert piece.tone != "hidden" or piece.words in ("verborgen", "niet gepubliceerd")
