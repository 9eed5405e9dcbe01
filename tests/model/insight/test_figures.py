from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.agencies import FUTURES, Agency, Future
from doorbraak.model.insight.figures import Figures, Planned, Yearly, figures_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import START, agency, dossier, line

TODAY = date(2026, 10, 5)


def figures(*agencies: Agency) -> Figures:
    of = dossier(agencies=agencies)
    return figures_of(of, saving_of(of, load()), today=TODAY)


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


def test_that_what_stops_pauses_or_merges_takes_its_contacts_along() -> None:
    """The contacts of 5 are not added to 1, into which it goes."""
    found = figures(
        agency(1, contacts_e2=100, future="keep"),
        agency(2, contacts_e2=200),
        agency(3, contacts_e2=400, future="stop"),
        agency(4, contacts_e2=800, future="pause"),
        agency(5, contacts_e2=1_600, future="merge", merges_into=1),
    )
    assert (found.agencies, found.contacts_e2, found.ended) == (5, 3_100, 0)
    assert found.planned == Planned(agencies=2, contacts_e2=300, stopped=1, paused=1, merged=1, undecided=1)


def test_that_an_agency_that_is_over_is_not_counted_from_that_day() -> None:
    for days, there in ((-1, 0), (0, 0), (1, 1)):
        found = figures(agency(1, contacts_e2=100, future="stop", ended_on=TODAY + timedelta(days)))
        assert (found.agencies, found.contacts_e2, found.ended) == (there, 100 * there, 1 - there)
        assert found.planned.stopped == there


@given(
    st.lists(
        st.builds(
            lambda future, contacts, ended: (future, contacts, ended),
            st.sampled_from(FUTURES), st.integers(0, 50_000), st.sampled_from([None, START, date(2027, 1, 1)]),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_that_every_agency_is_in_one_count(drawn: list[tuple[Future, int, date | None]]) -> None:
    """Who merges goes into the next one, also round and round: no verb makes that, and no figure may hang on it."""
    agencies = [
        agency(at, future=future, contacts_e2=contacts, ended_on=ended, merges_into=(at + 1) % len(drawn))
        for at, (future, contacts, ended) in enumerate(drawn)
    ]
    found = figures(*agencies)
    planned = found.planned
    assert found.agencies + found.ended == len(agencies)
    assert planned.agencies + planned.stopped + planned.paused + planned.merged == found.agencies
    assert planned.undecided <= planned.agencies
    assert 0 <= planned.contacts_e2 <= found.contacts_e2


@pytest.mark.parametrize(
    ("taken_over_by", "left", "merged", "stopped", "undecided"),
    [("keep", 1, 1, 0, 0), ("", 1, 1, 0, 1), ("stop", 0, 0, 2, 0), ("gone", 1, 0, 0, 1)],
)
def test_that_an_agency_that_merges_is_gone_only_when_somebody_takes_over(
    taken_over_by: str, left: int, merged: int, stopped: int, undecided: int
) -> None:
    one = agency(1, future="merge", contacts_e2=400, merges_into=2)
    others = () if taken_over_by == "gone" else (agency(2, future=taken_over_by, contacts_e2=300),)
    planned = figures(one, *others).planned
    assert (planned.agencies, planned.merged, planned.stopped, planned.undecided) == (left, merged, stopped, undecided)


def test_that_two_agencies_that_merge_into_each_other_are_both_still_there() -> None:
    both = agency(1, future="merge", merges_into=2), agency(2, future="merge", merges_into=1)
    assert figures(*both).planned.agencies == 2
