"""The report of a publication: conclusions on one page, chapters with charts and tables, what is left out and why, and
how it was counted for whoever has to answer for it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import doorbraak
from doorbraak.model import catalogue
from doorbraak.model.documents import log_words
from doorbraak.model.documents.chart import Chart
from doorbraak.model.documents.document import (
    EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Section,
    Subheading,
    Table,
)
from doorbraak.model.documents.publication_charts import BAND, LABEL, chart_of, rows_drawn
from doorbraak.model.exchange import (
    other_senders,
    periods,
    published,
    published_method,
    published_sentences,
    published_views,
    published_words,
    published_year,
    summary,
)
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_view import Chapter, Row, View
from doorbraak.model.insight import price_sources

METHOD, LEFT_OUT, SHORT = "Hoe is dit berekend", "Wat is weggelaten en waarom", "In het kort"
SOURCES = "Bronnen van de prijzen"
NOTES = "Bij deze cijfers"
_HIDDEN_PART = "Wat er verborgen is"
_LABELS, _FIGURES, _WIDE_LABELS = 5, 3, 10
_WITH_MORE = {1: (5, 4), 2: (6, 5)}
"""Widths of labels and figures, by how many columns there are, where of how many they are is said too."""


def file_name(period: str) -> str:
    return f"doorbraak-{period}.pdf"


def report_of(publication: Publication, chapters: Sequence[Chapter]) -> Document:
    """Raises TypeError for anything but a publication."""
    if type(publication) is not Publication:
        raise TypeError("only a publication becomes a report")
    period = published_words.period_words(publication.period)
    charts = {
        view.id: chart_of(view, publication.period, example=publication.example)
        for chapter in chapters
        for view in chapter.views
    }
    banded = next((id_ for id_, chart in charts.items() if chart.panels and BAND in chart.source), "")
    sections = (
        _short(publication, chapters),
        *(_chapter(one, charts, banded) for one in chapters),
        _left_out(publication),
        _method(publication),
        _sources(),
    )
    return Document(
        title=f"Doorbraak: {period.removeprefix('het ')}",
        subtitle="Wat huishoudens en doorbraken laten zien, van alle afzenders samen",
        on=periods.parts_of(publication.period)[-1].last,
        marks=(*((EXAMPLE,) if publication.example else ()), LABEL),
        sections=sections,
        foot=f"Publicatie {publication.period}",
    )


def _short(publication: Publication, chapters: Sequence[Chapter]) -> Section:
    homes = publication.households
    number = published.SAID["hidden"] if homes is None else published_words.amount(homes, "huishoudens")
    shown = sum(len(one.shown) for one in publication.tables)
    cells = sum(len(one.cells) for one in publication.tables)
    blocks: list[Block] = [
        KeyFigures(
            (
                KeyFigure(number, published_year.IN_LAST if publication.quarters else "huishoudens"),
                KeyFigure(log_words.whole_number(shown), "vakjes met een cijfer"),
                KeyFigure(log_words.whole_number(cells - shown), "vakjes zonder: verborgen, of het komt niet voor"),
            )
        ),
    ]
    if publication.example:
        blocks.append(Paragraph(summary.EXAMPLE, "strong"))
    if publication.quarters:
        blocks.append(Paragraph(published_year.in_short(publication.quarters)))
    if publication.other_senders:
        blocks.append(Paragraph(other_senders.said(publication), "strong"))
    for title, said in published_views.in_short(chapters):
        blocks += [Subheading(title), Bullets(said)]
    stayed = any(one.period for table in publication.tables for one in table.shown)
    same = published_sentences.SAME_NUMBER if stayed else ""
    blocks.append(
        Paragraph(
            f"{same}Staat er “verborgen”? Dan is er niets, of is het te klein om te "
            f"tonen. Zie “{LEFT_OUT}” en “{METHOD}” achterin.",
            "muted",
        )
    )
    return Section(SHORT, tuple(blocks))


# -- chapters ----------------------------------------------------------------------------------------------------


def _chapter(chapter: Chapter, charts: Mapping[str, Chart], banded: str) -> Section:
    """A note of more than one view stands once, at the end. `banded`: the view whose chart is the first with bands."""
    times = Counter(note for view in chapter.views for note in set(view.notes))
    shared = tuple(dict.fromkeys(note for view in chapter.views for note in view.notes if times[note] > 1))
    blocks: list[Block] = []
    for view in chapter.views:
        below = (BAND if view.id == banded else "", rows_drawn(view))
        blocks += _view(view, charts[view.id], below, tuple(note for note in view.notes if note not in shared))
    if shared:
        blocks += [Subheading(NOTES), Bullets(shared)]
    return Section(chapter.title, tuple(blocks))


def _view(view: View, chart: Chart, below: Sequence[str], notes: Sequence[str]) -> list[Block]:
    """`below`: what has to be said of its picture."""
    blocks: list[Block] = [Subheading(view.title), Paragraph(view.conclusion)]
    if chart.panels:
        blocks.append(Picture(chart))
        blocks += [Paragraph(one, "muted") for one in below if one]
    if view.rows:
        blocks.append(_table(view))
    blocks += [Paragraph(note, "muted") for note in notes]
    return blocks


def _table(view: View) -> Table:
    labels, figures = _LABELS if len(view.columns) > 2 else _WIDE_LABELS, _FIGURES
    if any(published_words.beside(one, "euro", view.of) for row in view.rows for one in row.figures):
        labels, figures = _WITH_MORE.get(len(view.columns), (4, _FIGURES))
    columns = (
        Column(view.row_title, labels),
        *(Column(published_words.headed(one.title, one.unit), figures, number=True) for one in view.columns),
    )
    rows: tuple[Row, ...] = view.rows
    total: tuple[str, ...] = ()
    if len(rows) > 1 and rows[-1].strong:
        rows, total = rows[:-1], _said(rows[-1], view)
    return Table(columns, tuple(_said(row, view) for row in rows), total)


def _said(row: Row, view: View) -> tuple[str, ...]:
    figures = zip(row.figures, view.columns, strict=True)
    return (row.label, *(published_words.whole(one, column.unit, view.of) for one, column in figures))


# -- what is left out, and how it was counted ----------------------------------------------------------------------


def _left_out(publication: Publication) -> Section:
    parts = dict(published_method.method(publication))
    rows = tuple(
        (one.title, one.shown_words, "" if one.withheld else log_words.whole_number(len(one.cells)))
        for one in publication.tables
    )
    columns = Column("Tabel", 8), Column("Getoond", 3, number=True), Column("Vakjes die er kunnen zijn", 3, number=True)
    return Section(
        LEFT_OUT,
        (
            Bullets(parts[_HIDDEN_PART]),
            Paragraph("De meeste vakjes die er kunnen zijn, komen niet voor. Ook dat is niet te zien.", "muted"),
            Table(columns, rows),
        ),
    )


def _method(publication: Publication) -> Section:
    blocks: list[Block] = []
    for heading, sentences in published_method.method(publication):
        if heading != _HIDDEN_PART:
            blocks += [Subheading(heading), Bullets(tuple(sentences))]
    blocks.append(Paragraph(f"Gemaakt met Doorbraak {doorbraak.__version__}.", "muted"))
    return Section(METHOD, tuple(blocks))


def _sources() -> Section:
    """Of the list that the program comes with: a laptop may have taken a newer one."""
    rows = tuple((one.name, one.years, str(one.prices)) for one in price_sources.sources(catalogue.load()))
    columns = Column("Bron", 10), Column("Prijzen van", 4), Column("Hoeveel prijzen", 3, number=True)
    said = (
        "Dit is de prijslijst waar het programma mee komt. Een laptop kan een nieuwere lijst hebben, of een eigen "
        "rekening of beschikking gebruiken."
    )
    return Section(SOURCES, (Paragraph(said), Table(columns, rows)))
