"""Documents without a story for tests of pages, and what those pages say."""

from collections.abc import Iterable
from datetime import date

from doorbraak.model.documents.document import Document, Section
from doorbraak.ui.paper.page import Page, Words

DAY = date(2026, 3, 1)


def made(*sections: Section, title: str = "Plan", subtitle: str = "", marks: tuple[str, ...] = ()) -> Document:
    return Document(title, subtitle, DAY, marks, sections)


def words(one: Page) -> list[Words]:
    """In the order in which they are drawn."""
    return [item for item in one.items if isinstance(item, Words)]


def lines(one: Page) -> list[str]:
    return one.text().split("\n")


def page_with(pages: Iterable[Page], line: str) -> Page:
    """The first one on which this stands on a line of its own."""
    return next(one for one in pages if line in lines(one))
