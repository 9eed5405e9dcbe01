"""What holds for every paper about one doorbraak."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from doorbraak.model.documents.document import CONFIDENTIAL, Document, Paragraph, marks_of, text_of
from doorbraak.model.documents.papers import PAPERS
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.interventions import STATUSES, Intervention, Status, StatusChange
from doorbraak.model.workspace.store import Store
from tests.model.documents.doorbraak_papers import ABOUT_ONE, CASES, CATALOGUE, OWN, TODAY, published, sources
from tests.model.documents.sentences import too_long
from tests.model.dossier.drawn_cases import cases
from tests.model.dossier.test_casefile_round_trip import CALM
from tests.model.insight.records import dossier, household, intervention, made

EVERY = pytest.mark.parametrize("paper", sorted(ABOUT_ONE))


def made_of(paper: str, *given: object) -> Document:
    document = ABOUT_ONE[paper].make(*given)  # type: ignore[arg-type]
    assert isinstance(document, Document)
    return document


def test_that_each_paper_has_an_id_of_its_own_and_one_sentence() -> None:
    assert len({paper.id for paper in PAPERS}) == len(PAPERS)
    assert {"onderbouwing", "besluitblad", "verzoek", "leerkringblad"} <= set(ABOUT_ONE)
    assert all(paper.about.endswith(".") for paper in PAPERS)


@pytest.mark.parametrize("case", CASES)
def test_that_our_sentences_are_short(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        for paper in ABOUT_ONE:
            document = made_of(paper, found, one.id)
            assert too_long(document, found.dossier, CATALOGUE) == [], paper


def test_that_a_sentence_that_is_too_long_is_seen() -> None:
    long, short = " ".join(["woord"] * 21) + ".", " ".join(["woord"] * 20) + "."
    document = made_of("verzoek", sources(dossier(interventions=(intervention(),))), 1)
    section = document.sections[0]
    for text, found in ((long, 1), (short, 0), (f"“{long}”", 0), (f"{short} {short}", 0)):
        longer = replace(document, sections=(replace(section, blocks=(Paragraph(text),)),))
        assert len(too_long(longer, (), CATALOGUE)) == found
        assert too_long(longer, (text,), CATALOGUE) == []


@EVERY
def test_that_the_title_holds_no_name_and_every_page_is_marked(paper: str) -> None:
    named = household(name="Familie De Vries")
    found = sources(dossier(of=named, interventions=(intervention(words="Voor De Vries betalen"),)))
    document = made_of(paper, found, 1)
    assert "Vries" not in document.title
    assert CONFIDENTIAL in document.marks
    assert document.on == TODAY
    if paper != "leerkringblad":
        assert document.marks == marks_of(named)


@EVERY
def test_that_an_example_says_so(paper: str) -> None:
    found = sources(dossier(of=household(example=True), interventions=(intervention(),)))
    assert "VOORBEELD" in made_of(paper, found, 1).marks


@EVERY
def test_that_it_says_no_legal_advice_and_whom_to_call(paper: str) -> None:
    found = sources(dossier(interventions=(intervention(),)), profile=OWN)
    text = text_of(made_of(paper, found, 1))
    if paper != "verzoek":
        assert "een juridisch advies" in text.lower().replace("geen juridisch", "een juridisch")
    if paper != "leerkringblad":
        assert "Noor, casusregisseur · team T-4 · telefoon 06 1234 5678" in text


@EVERY
def test_that_the_own_name_is_not_in_what_leaves_for_a_learning_circle_only(paper: str) -> None:
    found = sources(dossier(interventions=(intervention(),)), profile=OWN)
    assert ("Noor" in text_of(made_of(paper, found, 1))) == (paper != "leerkringblad")


@EVERY
def test_that_there_is_no_paper_about_no_doorbraak_or_anothers(paper: str) -> None:
    found = sources(dossier(interventions=(intervention(id=4),)))
    for one in (None, 5):
        with pytest.raises(LookupError):
            ABOUT_ONE[paper].make(found, one)


@EVERY
@pytest.mark.parametrize("status", STATUSES)
def test_that_an_empty_form_prints_at_any_status(paper: str, status: Status) -> None:
    document = made_of(paper, sources(dossier(interventions=(intervention(status=status),))), 1)
    assert all(section.blocks for section in document.sections)


@EVERY
@hypothesis_settings(CALM, max_examples=25)
@given(order=st.lists(st.tuples(st.sampled_from(STATUSES), st.dates()), max_size=6), last=st.sampled_from(STATUSES))
def test_that_any_order_of_statuses_prints(paper: str, order: list[tuple[Status, object]], last: Status) -> None:
    changes = tuple(
        made(StatusChange, id=at, status=status, on_day=day, reason="Omdat") for at, (status, day) in enumerate(order)
    )
    found = dossier(interventions=(intervention(status=last),), statuses=changes)
    assert text_of(made_of(paper, sources(found), 1))


@hypothesis_settings(CALM, max_examples=30)
@given(case=cases(most=3))
def test_that_any_household_prints(store: Store, case: form.CaseFile) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    found = sources(dossiers.read(store, of), profile=OWN)
    for one in found.dossier.interventions:
        for paper in ABOUT_ONE:
            document = made_of(paper, found, one.id)
            assert all(section.blocks for section in document.sections)
            assert document == made_of(paper, found, one.id)
            assert too_long(document, (found.dossier, found.profile), CATALOGUE) == [], paper


def test_that_an_answer_stands_until_something_is_asked_again() -> None:
    from doorbraak.model.documents.one_doorbraak import doorbraak_of

    def answer(status: Status, *changes: Status, **given: object) -> str:
        one: Intervention = intervention(status=status, **given)  # type: ignore[arg-type]
        history = tuple(made(StatusChange, id=at, status=change, on_day=TODAY) for at, change in enumerate(changes))
        decided = doorbraak_of(sources(dossier(interventions=(one,), statuses=history)), 1).decided
        return decided.answer if decided else ""

    assert answer("granted") == "granted"
    assert answer("done", "refused", "granted", "done") == "granted"
    assert answer("evaluated", "partly") == "partly"
    assert answer("requested", "refused", "requested") == ""
    assert answer("done") == ""  # help first, paper later
    assert answer("done", decided_on=TODAY) == "granted"
    assert answer("withdrawn", "granted", "withdrawn") == ""
