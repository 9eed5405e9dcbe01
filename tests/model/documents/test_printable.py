from datetime import date

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents import printable
from doorbraak.model.documents.fridge_card import FridgeCard
from doorbraak.model.documents.papers import PAPERS
from doorbraak.model.documents.printable import PRINTABLE
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier import local_mandates, profile
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.errors import InputError
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, household, intervention, made

CATALOGUE = load()
TODAY = date(2026, 11, 22)


@pytest.fixture
def sources(store: Store, casus: int) -> Sources:
    found = dossiers.read(store, casus)
    return printable.sources_of(store, found, CATALOGUE, saving_of(found, CATALOGUE), TODAY)


def test_that_the_fridge_card_stands_among_all_documents() -> None:
    ids = [one.id for one in PRINTABLE]
    assert len(set(ids)) == len(ids)
    assert set(ids) == {one.id for one in PAPERS} | {"koelkastkaart"}
    assert printable.FOR_THE_CIRCLE in ids
    assert set(ids) >= printable.RESTS_ON_ALL


def test_that_a_name_of_no_paper_is_refused_with_all_names() -> None:
    assert printable.paper(" Onderbouwing ").id == "onderbouwing"
    with pytest.raises(InputError) as refused:
        printable.paper("famliejansen")
    assert all(one.id in refused.value.sentence for one in PRINTABLE)
    assert "jansen" not in refused.value.sentence


def test_that_every_paper_has_words_and_a_title_without_names(sources: Sources) -> None:
    first = sources.dossier.interventions[0].id
    for one in PRINTABLE:
        shown = printable.made(one, sources, first if one.of_doorbraak else None)
        assert isinstance(shown, FridgeCard) == (one.id == "koelkastkaart")
        assert len(printable.words_of(shown)) > 200
        assert sources.dossier.household.name not in shown.title
        assert shown.on == TODAY


def test_that_a_paper_about_a_doorbraak_needs_one(sources: Sources) -> None:
    for one in PRINTABLE:
        if one.of_doorbraak:
            with pytest.raises(InputError, match="Nog geen doorbraak"):
                printable.made(one, sources, None)
        else:
            assert printable.made(one, sources, None)


def test_that_papers_rest_on_the_own_profile_and_the_list_of_this_gemeente(store: Store, casus: int) -> None:
    with store.change("Eigen"):
        profile.write(store, Profile("Fatima", "wijkteam", "010-1234567"))
        local_mandates.add(store, "wmo", decider="Teamleider")
    found = dossiers.read(store, casus)
    sources = printable.sources_of(store, found, CATALOGUE, saving_of(found, CATALOGUE), TODAY)
    assert sources.profile.name == "Fatima"
    assert [one.decider for one in sources.mandates] == ["Teamleider"]
    assert sources.precedents == ()


@pytest.mark.parametrize(
    ("id_", "about", "name"),
    [
        ("onderbouwing", 30, "huishouden-12-onderbouwing.pdf"),
        ("onderbouwing", 31, "huishouden-12-onderbouwing-2.pdf"),
        ("plan", 31, "huishouden-12-plan.pdf"),
        ("koelkastkaart", None, "huishouden-12-koelkastkaart.pdf"),
        ("inzage", None, "huishouden-12-inzage.pdf"),
        ("inzage", 40, "huishouden-12-inzage-persoon-1.pdf"),
        ("inzage", 41, "huishouden-12-inzage-persoon-2.pdf"),
    ],
)
def test_that_a_file_is_named_by_number_paper_and_which_one(id_: str, about: int | None, name: str) -> None:
    found = dossier(
        of=household(number=12, name="Familie Jansen"),
        interventions=(intervention(id=30), intervention(id=31)),
        people=(made(Person, id=40, name="Anna"), made(Person, id=41, name="Bo")),
    )
    assert printable.file_name(printable.paper(id_), found, about) == name
