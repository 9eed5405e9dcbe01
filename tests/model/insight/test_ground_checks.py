"""Whether the newest text of a legal ground was read."""

from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.catalogue import Catalogue, load
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight.ground_checks import to_check
from tests.model.insight.records import made

READ = date(2026, 3, 1)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def ground(article: str, checked_on: date | None) -> LegalGround:
    return made(LegalGround, article=article, checked_on=checked_on)


def lists(catalogue: Catalogue, version: str, *, unsure: bool) -> tuple[Catalogue, str]:
    article = next(iter(catalogue.articles.values()))
    known = replace(article, text_version=version, needs_check=unsure)
    return replace(catalogue, articles={article.id: known}), article.id


@pytest.mark.parametrize(
    ("version", "again"), [("2026-03-01", False), ("2026-03-02", True), ("2026", False), ("2027", True), ("", False)]
)
def test_that_an_unsure_article_is_to_check_until_its_newest_text_was_read(
    catalogue: Catalogue, version: str, again: bool
) -> None:
    found, article = lists(catalogue, version, unsure=True)
    assert to_check(ground(article, None), found)
    assert to_check(ground(article, READ), found) is again


def test_that_an_article_of_which_the_list_is_sure_asks_nothing(catalogue: Catalogue) -> None:
    found, article = lists(catalogue, "2026-03-01", unsure=False)
    assert not to_check(ground(article, None), found)


@pytest.mark.parametrize("article", ["", "gone:1"])
def test_that_an_own_article_and_one_that_left_the_list_are_to_check_once(catalogue: Catalogue, article: str) -> None:
    assert to_check(ground(article, None), catalogue)
    assert not to_check(ground(article, READ), catalogue)
