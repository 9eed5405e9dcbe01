from doorbraak.model.catalogue import load
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.insight.figures import Yearly, figures_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, line


def test_that_the_published_household_has_the_published_figures(store: Store, casus: int) -> None:
    found = dossiers.read(store, casus)
    figures = figures_of(found, saving_of(found, load()))
    assert (figures.agencies, figures.problems, figures.people) == (48, 32, 7)
    assert figures.contacts_e2 == sum(agency.contacts_e2 for agency in found.agencies) > 0
    assert figures.yearly == Yearly(269_000_00, 264_000_00, 5_000_00, 243_000_00)


def test_that_a_household_without_costs_has_zeros() -> None:
    empty = dossier()
    assert figures_of(empty, saving_of(empty, load())).yearly == Yearly(0, 0, 0, 0)


def test_that_public_and_private_are_kept_apart() -> None:
    both = dossier(line(700), line(300, payer="huishouden"))
    assert figures_of(both, saving_of(both, load())).yearly == Yearly(1_000, 700, 300, 700)
