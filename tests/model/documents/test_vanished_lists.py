"""Every paper can be made when nothing that the household names is in the lists any more."""

from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.documents import printable
from doorbraak.model.documents.papers import PAPERS
from doorbraak.model.dossier import dossier, held_lists
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.newer_lists import texts_without, used

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_that_a_paper_stands_when_all_that_it_names_has_gone(store: Store, casus: int, paper: object) -> None:
    before = saving_of(dossier.read(store, casus), catalogue.load())
    with store.change("Proef", undoable=False):
        held = held_lists.take(store, texts_without(used(dossier.read(store, casus))), DAY)
    found = dossier.read(store, casus)
    saving = saving_of(found, held.catalogue)
    sources = printable.sources_of(store, found, held.catalogue, saving, DAY)
    made = printable.made(paper, sources, found.interventions[0].id if paper.of_doorbraak else None)
    assert made is not None
    assert [row.line for row in saving.lines] == [row.line for row in before.lines]
