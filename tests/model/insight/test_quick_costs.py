from collections.abc import Iterator

import pytest

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight.quick_costs import Proposal, usual_cost, usual_costs

LISTS = catalogue.load()


def all_of(lists: Catalogue) -> Iterator[Proposal]:
    for agency in lists.agencies:
        yield from usual_costs(lists, agency, 150)


def test_that_a_price_per_contact_grows_with_the_contacts_of_a_year() -> None:
    found = usual_cost(LISTS, "huisarts", 150)
    assert found is not None
    assert (found.price, found.quantity_e4, found.recurrence) == ("huisarts-consult", 18 * 10_000, "yearly")
    assert found.cents == 18 * found.price_cents
    assert found.cautions == ()


def test_that_without_contacts_a_price_per_contact_is_no_amount_yet() -> None:
    assert [one.cents for one in usual_costs(LISTS, "huisarts", 0)] == [0]
    assert usual_cost(LISTS, "huisarts", 0) is None


def test_that_two_prices_of_one_agency_are_two_proposals() -> None:
    assert len({one.price for one in usual_costs(LISTS, "pleegzorg", 400)}) == 2


def test_that_the_payer_of_the_agency_goes_before_that_of_the_price() -> None:
    for agency in LISTS.agencies.values():
        for one in usual_costs(LISTS, agency.id, 100):
            assert one.payer == (agency.payers or LISTS.prices[one.price].payers)[0]
    given = usual_cost(LISTS, "huisarts", 100, payer="rijk")
    assert given is not None
    assert given.payer == "rijk"


def test_that_own_words_take_the_hour_of_the_municipality_when_it_pays() -> None:
    found = usual_cost(LISTS, "", 100, payer="gemeente")
    assert found is not None
    assert found.price == next(row.price for row in LISTS.agency_prices if row.agency == "gemeente")
    assert usual_costs(LISTS, "", 100, payer="rijk") == ()
    assert usual_costs(LISTS, "voedselbank", 100) == ()


def test_that_no_total_benefit_or_private_price_is_proposed() -> None:
    found = list(all_of(LISTS))
    assert len(found) > 80
    assert {LISTS.prices[one.price].use for one in found} == {"line"}


@pytest.mark.parametrize("confidence", ["hoog", "middel", "laag"])
def test_that_a_guess_says_so_and_a_sure_price_does_not(confidence: str) -> None:
    found = [one for one in all_of(LISTS) if one.confidence == confidence]
    assert found
    assert {"Ruwe schatting: kijk dit na." in one.cautions for one in found} == {confidence == "laag"}


def test_that_transfers_and_prices_per_month_ask_to_be_looked_at() -> None:
    transfers = [one for one in all_of(LISTS) if one.transfer]
    monthly = {(row.agency, row.price) for row in LISTS.agency_prices if row.basis == "per_month"}
    assert transfers
    assert all("Kijk na of iemand dit krijgt." in one.cautions for one in transfers)
    for agency in LISTS.agencies:
        for one in usual_costs(LISTS, agency, 100):
            assert ("Gerekend met twaalf maanden." in one.cautions) == ((agency, one.price) in monthly)


def test_that_what_comes_once_is_not_counted_per_year() -> None:
    once = next(row for row in LISTS.agency_prices if row.basis == "once")
    found = next(one for one in usual_costs(LISTS, once.agency, 400) if one.price == once.price)
    assert (found.recurrence, found.quantity_e4) == ("once", once.quantity_e4)
