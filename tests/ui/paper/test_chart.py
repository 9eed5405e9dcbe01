from PySide6.QtGui import QImage

from doorbraak.model.documents.chart import LawBar, LawChart
from doorbraak.ui.paper import chart

ROWS = (LawBar("Jeugdwet (Jw)", 11_940_000, 0), LawBar("Wmo 2015", 1_020_000, 1_690_600), LawBar("Wlz", -500_000, 0))
SHOWN = LawChart("Het plan bespaart € 100", "Direct: € 60. Voorkomen: € 40.", ROWS, "Bron: rekensom $1$", "VOORBEELD")


def texts(shown: LawChart) -> str:
    drawn = chart.figure(shown)
    axes = drawn.axes[0]
    return "\n".join(
        text.get_text() for text in (*drawn.texts, *axes.texts, *axes.get_yticklabels(), *axes.get_legend().get_texts())
    )


def test_that_title_sentence_source_and_mark_are_in_the_picture() -> None:
    for said in (SHOWN.title, SHOWN.sentence, SHOWN.source, SHOWN.mark, "Direct", "Voorkomen"):
        assert said in texts(SHOWN)


def test_that_every_part_of_the_saving_is_written_beside_its_bar() -> None:
    for amount in ("€\u00a0119.400", "€\u00a010.200", "€\u00a016.906", "-€\u00a05.000"):
        assert amount in texts(SHOWN).split("\n")


def test_that_direct_and_prevented_differ_without_colour() -> None:
    direct, prevented = chart.figure(SHOWN).axes[0].containers
    assert not direct[0].get_hatch()
    assert prevented[0].get_hatch()
    grey = [sum(one[0].get_facecolor()[:3]) / 3 for one in (direct, prevented)]
    assert abs(grey[0] - grey[1]) > 0.4


def test_that_no_text_runs_off_the_picture() -> None:
    long = LawChart("Een titel " * 16, "Zin. " * 18, ROWS, "Bron " * 60, "VOORBEELD")
    drawn = chart.figure(long)
    drawn.canvas.draw()
    width, height = drawn.bbox.width, drawn.bbox.height
    for text in (*drawn.texts, *drawn.axes[0].get_yticklabels(), *drawn.axes[0].texts):
        box = text.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= width
        assert box.y0 >= 0
        assert box.y1 <= height


def test_that_the_same_numbers_give_the_same_bytes_without_maker_and_moment() -> None:
    first = chart.pdf(SHOWN)
    assert first == chart.pdf(SHOWN)
    assert b"CreationDate" not in first
    assert b"/Creator" not in first
    assert b"Software" not in chart.png(SHOWN)


def test_that_the_picture_is_not_blank() -> None:
    image = QImage.fromData(chart.png(SHOWN))
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 20


def test_that_a_household_without_costs_gets_a_sentence() -> None:
    empty = chart.figure(LawChart("Er zijn nog geen kosten ingevuld", "", (), "Bron", ""))
    assert [text.get_text() for text in empty.axes[0].texts] == ["Er verandert nog niets per wet."]
