"""What a publication has to say: chapters of views, each with a sentence, the same for screen, report and workbook.

Every figure is one of the publication or made of two that are shown. What is hidden decides nothing: not a sentence,
not an order, not which rows are there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from doorbraak.model.exchange import (
    published_views_barriers,
    published_views_capacity,
    published_views_help,
    published_views_homes,
    published_views_money,
    published_views_own,
    published_views_steps,
    published_year,
)
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_sentences import STOOD
from doorbraak.model.exchange.published_view import Chapter
from doorbraak.model.exchange.published_views_pieces import Seen

_CONCLUSIONS = 2
"""Of each chapter, in short: its first views are what people look for first."""


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What the reader fills in about the own gemeente; no publication holds it."""

    budget_euro: int | None = None
    households: int | None = None


def chapters(
    publication: Publication, previous: Publication | None = None, shares: OwnFigures | None = None
) -> tuple[Chapter, ...]:
    """`previous`: an earlier one to put beside it. `shares`: what to put the costs beside."""
    seen = Seen(publication, previous if previous is not None and previous.period != publication.period else None)
    money = published_views_money.chapter(seen)
    if shares is not None:
        own = published_views_own.view(seen, shares.budget_euro, shares.households)
        money = Chapter(money.id, money.title, (*money.views, *([own] if own is not None else [])))
    made: tuple[Chapter, ...] = (
        money,
        published_views_help.chapter(seen),
        published_views_homes.chapter(seen),
        published_views_steps.chapter(seen),
        published_views_barriers.chapter(seen),
        published_views_capacity.chapter(seen),
    )
    made = tuple(_saying_what_stood(one) for one in made)
    return tuple(map(_of_last_quarter, made)) if publication.quarters else made


def _saying_what_stood(chapter: Chapter) -> Chapter:
    """Each view with an amount of an earlier period says what that is."""
    views = (
        replace(one, notes=(STOOD, *one.notes)) if any(of.period for row in one.rows for of in row.figures) else one
        for one in chapter.views
    )
    return replace(chapter, views=tuple(views))


def _of_last_quarter(chapter: Chapter) -> Chapter:
    """Of a year that was made of quarters each view says what it is of: those that are not added, of the last one."""
    views = (
        one if published_year.ADDED in one.notes else replace(one, notes=(published_year.AS_LAST, *one.notes))
        for one in chapter.views
    )
    return replace(chapter, views=tuple(views))


def in_short(made: Iterable[Chapter]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the report begins with, and the screen: the titles of chapters with their first conclusions."""
    said = (
        (chapter.title, tuple(view.conclusion for view in chapter.views if view.rows)[:_CONCLUSIONS])
        for chapter in made
    )
    return tuple((title, sentences) for title, sentences in said if sentences)
