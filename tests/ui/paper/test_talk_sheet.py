"""The talk sheet on paper: one page, whatever is in the household."""

from datetime import date

import pytest

from doorbraak import paths
from doorbraak.model.catalogue import load
from doorbraak.model.documents.talk_sheet import parties_of, talk_sheet_of
from doorbraak.model.dossier import casefile, dossier
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from doorbraak.ui.paper import page
from tests.model.documents.test_talk_sheet import crowded

CATALOGUE = load()
OWN = Profile("Fatima van den Berg", "generalist wijkteam", "010-1234567", "T-4")


def pages(found: Dossier) -> dict[str, int]:
    saving = saving_of(found, CATALOGUE)
    sheets = {one: talk_sheet_of(found, CATALOGUE, saving, one, date(2026, 11, 21), OWN) for one in parties_of(saving)}
    return {party: len(page.pages_of(sheet)) for party, sheet in sheets.items()}


@pytest.mark.parametrize("case", sorted(path.name for path in (paths.resources() / "cases").glob("*.json")))
def test_that_every_sheet_of_the_examples_is_one_page(qapp: object, store: Store, case: str) -> None:
    content = (paths.resources() / "cases" / case).read_bytes()
    with store.change("Casus invoeren"):
        id_ = casefile.take_in(store, casefile.read(content, CATALOGUE))
    found = pages(dossier.read(store, id_))
    assert found
    assert set(found.values()) == {1}


def test_that_the_fullest_household_with_the_longest_names_is_one_page_too(qapp: object) -> None:
    found = pages(crowded())
    assert len(found) > 10
    assert set(found.values()) == {1}
