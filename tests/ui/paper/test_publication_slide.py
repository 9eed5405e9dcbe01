import io
from collections.abc import Callable

import pytest
from PIL import Image

from doorbraak.model.documents.publication_charts import alternative, chart_of
from doorbraak.model.exchange import published_views
from doorbraak.model.exchange.published_view import Chart as Kind
from doorbraak.model.exchange.published_view import Column, Figure, Row, View
from doorbraak.ui.paper import publication_slide
from tests.model.exchange.test_published_views import drawn, every, publication
from tests.ui.paper.test_chart import outside, overlapping, texts

LONGEST = "Europees Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden (EVRM)"
MAKERS = (publication_slide.png, publication_slide.svg, publication_slide.pdf)


def full(kind: Kind, columns: int) -> View:
    """The longest names that there are, and more rows than a picture has room for."""
    figures = tuple(Figure("shown", 12_345_000 - 10_000 * at, 9_000_000, 15_000_000) for at in range(columns))
    rows = tuple(Row(f"{LONGEST} {at}", figures if at % 3 else (Figure("hidden"),) * columns) for at in range(14))
    heads = tuple(Column(f"Voorkomen, verwacht of niet bevestigd {at}", "euro") for at in range(columns))
    said = "Van wat getoond mag worden het meest bij “" + LONGEST + "”: € 12.345.000."
    return View("v", "Besparing per wet", said, "Wet", heads, rows, (), kind)


@pytest.mark.parametrize(("kind", "columns"), [("bars", 1), ("beside", 2), ("beside", 4), ("stacked", 2)])
def test_that_with_the_longest_names_nothing_is_cut_and_nothing_lies_over_another(kind: Kind, columns: int) -> None:
    slide = publication_slide.slide(chart_of(full(kind, columns), "2026Q3", example=True))
    assert outside(slide) == []
    assert overlapping(slide) == []


def test_that_no_word_of_any_chart_is_cut_or_lies_over_another() -> None:
    found = [chart_of(one, "2026Q3") for one in every(published_views.chapters(publication(drawn(1, 0.02))))]
    charts = [one for one in found if one.panels]
    assert len(charts) > 8
    for one in charts:
        slide = publication_slide.slide(one)
        assert outside(slide) == [], one.key
        assert overlapping(slide) == [], one.key


def test_that_conclusion_label_and_source_are_in_the_picture() -> None:
    chart = chart_of(full("bars", 1), "2026Q3", example=True)
    said = " ".join(text.replace("\n", " ") for text in texts(publication_slide.slide(chart)))
    for words in (chart.title, chart.mark, chart.source, "verborgen", "publicatie 2026Q3, statistisch beveiligd"):
        assert words in said


def test_that_a_png_is_1600_by_900_and_tells_nothing_but_its_title() -> None:
    chart = chart_of(full("bars", 1))
    picture = Image.open(io.BytesIO(publication_slide.png(chart)))
    assert picture.size == (1600, 900)
    assert set(picture.info) == {"Title", "dpi"}
    assert picture.info["Title"] == "Besparing per wet"


@pytest.mark.parametrize("make", MAKERS)
def test_that_equal_figures_give_equal_bytes_without_a_moment_or_a_maker(make: Callable[..., bytes]) -> None:
    content = make(chart_of(full("beside", 2)))
    assert make(chart_of(full("beside", 2))) == content
    for trace in (b"matplotlib.org", b"Matplotlib v", b"CreationDate", b"<dc:date>", b"/home/", b"Producer"):
        assert trace not in content


def test_that_an_svg_says_in_words_what_it_shows() -> None:
    chart = chart_of(full("bars", 1))
    content = publication_slide.svg(chart).decode()
    assert alternative(chart).splitlines()[0].split(".")[0] in content
    assert "<dc:description>" in content
