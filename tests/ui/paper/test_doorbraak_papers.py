"""The papers about one doorbraak as pages: one sheet stays one sheet, and nothing lies outside a page."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from doorbraak.model.documents.document import Document
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.workspace.store import Store
from doorbraak.ui.paper import page
from tests.model.documents.doorbraak_papers import ABOUT_ONE, CASES, OWN, published, sources
from tests.model.dossier.drawn_cases import cases
from tests.model.dossier.test_casefile_round_trip import CALM

pytestmark = pytest.mark.usefixtures("qapp")


def pages(paper: str, *given: Any) -> tuple[page.Page, ...]:
    document = ABOUT_ONE[paper].make(*given)
    assert isinstance(document, Document)
    return page.pages_of(document)


def filled(found: Dossier, words: str) -> Dossier:
    """As long as each field takes it: lines and paragraphs."""
    longest = dict.fromkeys(("words", "reason", "tried", "why", "text"), 4000)
    longest |= dict.fromkeys(("decider", "by_role", "name", "other", "title", "lead"), 100)

    def of(record: Any) -> Any:
        typed = {one.name: words[: longest[one.name]].strip() for one in fields(record) if one.name in longest}
        return replace(
            record, **{name: text if longest[name] > 100 else " ".join(text.split()) for name, text in typed.items()}
        )

    changed = {one.name: tuple(map(of, getattr(found, one.name))) for one in fields(found) if one.name != "household"}
    return replace(found, household=of(found.household), **changed)


@pytest.mark.parametrize("case", CASES)
def test_that_the_decision_sheet_is_one_page_and_the_letter_hardly_more(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        assert len(pages("besluitblad", found, one.id)) == 1
        assert len(pages("verzoek", found, one.id)) <= 2


@pytest.mark.parametrize("words", ["woord " * 1600, "W" * 10_000, "漢" * 10_000, "a\n" * 4000, "Überstürzt " * 900])
def test_that_the_decision_sheet_stays_one_page_however_much_was_typed(store: Store, words: str) -> None:
    found = published(store, "casus-01.json")
    long = sources(filled(found.dossier, words.strip()), profile=OWN)
    for one in long.dossier.interventions:
        sheet = pages("besluitblad", long, one.id)
        assert len(sheet) == 1
        _all_inside(sheet)
        for paper in ABOUT_ONE:
            assert pages(paper, long, one.id)


@settings(CALM, max_examples=20)
@given(case=cases(most=3))
def test_that_any_household_fits(store: Store, case: form.CaseFile) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    found = sources(dossiers.read(store, of), profile=OWN)
    for one in found.dossier.interventions:
        assert len(pages("besluitblad", found, one.id)) == 1
        for paper in ABOUT_ONE:
            _all_inside(pages(paper, found, one.id))


def test_that_the_marks_stay_on_one_line(store: Store) -> None:
    found = published(store, "casus-10.json")
    for paper in ABOUT_ONE:
        (first, *_) = pages(paper, found, found.dossier.interventions[0].id)
        marks = [item for item in first.items if isinstance(item, page.Words) and item.text.startswith("VOORBEELD")]
        assert [item.layout.lineCount() for item in marks] == [1]


def _all_inside(found: tuple[page.Page, ...]) -> None:
    for one in found:
        for item in one.items:
            if isinstance(item, page.Words):
                assert item.y + item.layout.boundingRect().height() <= page.HEIGHT
