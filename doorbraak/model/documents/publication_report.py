"""The report of a publication: conclusions on one page, chapters with charts and tables, what is left out and why, and
how it was counted for whoever has to answer for it.
"""

from collections import Counter
from collections.abc import Sequence

import doorbraak
from doorbraak.model import catalogue
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
from doorbraak.model.documents.publication_charts import LABEL, chart_of
from doorbraak.model.exchange import (
    other_senders,
    periods,
    published,
    published_method,
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
_CONCLUSIONS = 2
"""Of each chapter, on the first page: its first views are what people look for first."""
_LABELS, _FIGURES, _WIDE_LABELS = 5, 3, 10


def file_name(period: str) -> str:
    return f"doorbraak-{period}.pdf"


def report_of(publication: Publication, chapters: Sequence[Chapter]) -> Document:
    """Raises TypeError for anything but a publication."""
    if type(publication) is not Publication:
        raise TypeError("only a publication becomes a report")
    period = published_words.period_words(publication.period)
    sections = (
        _short(publication, chapters),
        *(_chapter(one, publication) for one in chapters),
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
    blocks: list[Block] = [
        KeyFigures(
            (
                KeyFigure(number, published_year.IN_LAST if publication.quarters else "huishoudens"),
                KeyFigure(str(len(publication.tables)), "tabellen in het werkboek"),
                KeyFigure(str(sum(len(one.shown) for one in publication.tables)), "cijfers die getoond mogen worden"),
            )
        ),
    ]
    if publication.example:
        blocks.append(Paragraph(summary.EXAMPLE, "strong"))
    if publication.quarters:
        blocks.append(Paragraph(published_year.in_short(publication.quarters)))
    if publication.other_senders:
        blocks.append(Paragraph(other_senders.said(publication), "strong"))
    for chapter in chapters:
        said = [view.conclusion for view in chapter.views if view.rows][:_CONCLUSIONS]
        if said:
            blocks += [Subheading(chapter.title), Bullets(tuple(said))]
    blocks.append(
        Paragraph(
            "Staat er “verborgen”? Dan is er niets, of is het te klein om te tonen, of is er iets kleins mee uit te "
            f"rekenen. Zie “{LEFT_OUT}” en “{METHOD}” achterin.",
            "muted",
        )
    )
    return Section(SHORT, tuple(blocks))


# -- chapters ----------------------------------------------------------------------------------------------------


def _chapter(chapter: Chapter, publication: Publication) -> Section:
    """A note of more than one view stands once, at the end."""
    times = Counter(note for view in chapter.views for note in set(view.notes))
    shared = tuple(dict.fromkeys(note for view in chapter.views for note in view.notes if times[note] > 1))
    blocks: list[Block] = []
    for view in chapter.views:
        blocks += _view(view, publication, tuple(note for note in view.notes if note not in shared))
    if shared:
        blocks += [Subheading(NOTES), Bullets(shared)]
    return Section(chapter.title, tuple(blocks))


def _view(view: View, publication: Publication, notes: Sequence[str]) -> list[Block]:
    blocks: list[Block] = [Subheading(view.title), Paragraph(view.conclusion)]
    chart = chart_of(view, publication.period, example=publication.example)
    if chart.panels:
        blocks.append(Picture(chart))
    if view.rows:
        blocks.append(_table(view))
    blocks += [Paragraph(note, "muted") for note in notes]
    return blocks


def _table(view: View) -> Table:
    labels = _LABELS if len(view.columns) > 2 else _WIDE_LABELS
    columns = (
        Column(view.row_title, labels),
        *(Column(published_words.headed(one.title, one.unit), _FIGURES, number=True) for one in view.columns),
    )
    rows: tuple[Row, ...] = view.rows
    total: tuple[str, ...] = ()
    if len(rows) > 1 and rows[-1].strong:
        rows, total = rows[:-1], _said(rows[-1], view)
    return Table(columns, tuple(_said(row, view) for row in rows), total)


def _said(row: Row, view: View) -> tuple[str, ...]:
    """Where one figure of a column has a band, each other says that it is not known."""
    found = [row.label]
    for at, (figure, column) in enumerate(zip(row.figures, view.columns, strict=True)):
        words = published_words.with_band(figure, column.unit)
        bands = any(one.figures[at].low is not None for one in view.rows)
        if bands and figure.status == "shown" and figure.low is None:
            words += f" ({published_words.UNKNOWN_BAND})"
        found.append(words)
    return tuple(found)


# -- what is left out, and how it was counted ----------------------------------------------------------------------


def _left_out(publication: Publication) -> Section:
    parts = dict(published_method.method(publication))
    rows = tuple(
        (
            one.title,
            published.SAID["withheld"] if one.withheld else f"{len(one.shown):,}".replace(",", "."),
            "" if one.withheld else f"{len(one.cells):,}".replace(",", "."),
        )
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
