"""Everything that publishing writes: workbook, report, data package and a picture of each chart, in memory."""

from collections.abc import Callable, Sequence

from doorbraak.model.documents import publication_report
from doorbraak.model.documents.chart import Chart
from doorbraak.model.documents.publication_charts import chart_of
from doorbraak.model.exchange import publication_package, publication_workbook, published_views
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_view import Chapter
from doorbraak.model.exchange.published_views import OwnFigures

CHARTS = "grafieken-%s"
"""By period: the publications of a whole year fit in one folder."""
Told = Callable[[int, int], None]


def files(
    publication: Publication, previous: Publication | None = None, told: Told | None = None, gemeente: str = "",
    own: OwnFigures | None = None,
) -> dict[str, bytes]:  # fmt: skip
    """By relative name, with / in it. Equal publications give equal bytes. `own`: what a reader put beside it, which
    comes in report, workbook and charts and never in the package.

    `told` hears after each file how many there are and of how many; what it raises ends the work.
    """
    chapters = published_views.chapters(publication, previous, own)
    charts = [
        chart
        for chapter in chapters
        for view in chapter.views
        if (chart := chart_of(view, publication.period, example=publication.example)).panels
    ]
    period = publication.period
    work: dict[str, Callable[[], bytes]] = {
        publication_workbook.file_name(period): lambda: publication_workbook.workbook_bytes(publication, chapters),
        publication_report.file_name(period): lambda: _report(publication, chapters),
        publication_package.file_name(period): lambda: publication_package.package_bytes(publication, gemeente),
        **{
            name: make
            for at, chart in enumerate(charts, 1)
            for name, make in _pictures(CHARTS % period, at, chart).items()
        },
    }
    made: dict[str, bytes] = {}
    for name, make in work.items():
        made[name] = make()
        if told is not None:
            told(len(made), len(work))
    return made


def _report(publication: Publication, chapters: Sequence[Chapter]) -> bytes:
    from doorbraak.ui.paper import pdf

    return pdf.constant(publication_report.report_of(publication, chapters))


def _pictures(folder: str, number: int, chart: Chart) -> dict[str, Callable[[], bytes]]:
    from doorbraak.ui.paper import publication_slide

    kinds = {"png": publication_slide.png, "svg": publication_slide.svg, "pdf": publication_slide.pdf}
    return {
        f"{folder}/{number:02d}-{chart.key}.{kind}": (lambda make=make: make(chart))  # type: ignore[misc]
        for kind, make in kinds.items()
    }
