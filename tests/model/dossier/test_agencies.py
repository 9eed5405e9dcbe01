from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.dossier import agencies, costs, letters, people, problems
from doorbraak.model.errors import NotFound

MOST = agencies.MOST_CONTACTS * 100


def test_that_every_field_comes_back_as_it_was_written(store, do, home) -> None:
    person = do(people.add, home, name="Oom")
    problem = do(problems.add, home, words="De lift", life_domain="wonen")
    agency = do(
        agencies.add, home, kind="uwv", words="UWV Zuid", contacts_e2=130, law="wia", payer="uwv",
        problems=(problem, problem), people=(person, person),
    )  # fmt: skip
    found = agencies.Agency(
        agency, home, "uwv", "UWV Zuid", 130, "wia", "uwv", "", None, "", None, "", None, None, None, "", date.today(),
        (problem,), (person,),
    )  # fmt: skip
    assert agencies.of_household(store, home) == (found,)
    do(agencies.set_law, agency, "ww")
    do(agencies.set_payer, agency, "gemeente")
    do(agencies.set_problems, agency, ())
    do(agencies.set_people, agency, ())
    assert agencies.of_household(store, home) == (replace(found, law="ww", payer="gemeente", problems=(), people=()),)


def test_that_an_agency_has_a_kind_or_an_own_name(do, home, refused) -> None:
    with refused("words"):
        do(agencies.add, home)
    own = do(agencies.add, home, words="De kerk")
    with refused("words"):
        do(agencies.reword, own, " ")


def test_that_two_of_a_kind_are_told_apart_by_name(do, home, elsewhere, refused) -> None:
    do(agencies.add, home, kind="basisschool")
    with refused("kind"):
        do(agencies.add, home, kind="basisschool")
    second = do(agencies.add, home, kind="basisschool", words="De Regenboog")
    with refused("words"):
        do(agencies.reword, second, "")
    do(agencies.add, elsewhere, kind="basisschool")


def test_that_an_own_name_may_go_when_the_kind_tells_enough(store, do, home) -> None:
    agency = do(agencies.add, home, kind="uwv", words="UWV Zuid")
    do(agencies.reword, agency, "")
    do(agencies.reword, agency, "")
    assert agencies.of_household(store, home)[0].words == ""


@pytest.mark.parametrize("contacts", [0, MOST])
def test_that_the_ends_of_contacts_are_taken(store, do, home, contacts) -> None:
    agency = do(agencies.add, home, words="De kerk")
    do(agencies.set_contacts, agency, contacts)
    assert agencies.of_household(store, home)[0].contacts_e2 == contacts


@pytest.mark.parametrize("contacts", [-1, MOST + 1])
def test_that_contacts_past_the_ends_are_refused(do, home, refused, contacts) -> None:
    agency = do(agencies.add, home, words="De kerk")
    with refused("contacts"):
        do(agencies.set_contacts, agency, contacts)
    with refused("contacts"):
        do(agencies.add, home, words="De moskee", contacts_e2=contacts)


def test_that_links_stay_within_the_household(store, do, home, elsewhere) -> None:
    stranger = do(people.add, elsewhere, name="Buur")
    strange = do(problems.add, elsewhere, words="De lift", life_domain="wonen")
    do(agencies.add, home, words="De kerk", problems=(strange,), people=(stranger,))
    assert [(row.problems, row.people) for row in agencies.of_household(store, home)] == [((), ())]


def test_that_a_cost_line_outlives_its_agency_and_undo_ties_them_again(store, do, home, contents) -> None:
    agency = do(agencies.add, home, words="De kerk")
    do(costs.add, home, words="Post", price_cents=100, agency=agency)
    before = contents()
    do(agencies.remove, agency)
    assert [line.agency for line in costs.of_household(store, home)] == [None]
    store.undo()
    assert contents() == before


def test_that_an_agency_merges_into_another_of_the_household_and_into_nothing_else(
    store, do, home, elsewhere, refused, contents
) -> None:
    gone, stays = do(agencies.add, home, words="De kerk"), do(agencies.add, home, words="De moskee")
    theirs = do(agencies.add, elsewhere, words="De school")
    do(agencies.merge_into, gone, stays)
    first, second = agencies.of_household(store, home)
    assert (first.future, first.merges_into, second.future, second.merges_into) == ("merge", stays, "", None)
    with refused("merges_into"):
        do(agencies.merge_into, gone, gone)
    before = contents()
    with pytest.raises(NotFound):
        do(agencies.merge_into, gone, theirs)
    assert contents() == before


@pytest.mark.parametrize("future", [choice for choice in agencies.FUTURES if choice != "merge"])
def test_that_another_future_lets_go_of_what_it_merged_into(store, do, home, future) -> None:
    gone, stays = do(agencies.add, home, words="De kerk"), do(agencies.add, home, words="De moskee")
    do(agencies.merge_into, gone, stays)
    do(agencies.set_future, gone, "merge")
    assert agencies.of_household(store, home)[0].merges_into == stays
    do(agencies.set_future, gone, future)
    assert (agencies.of_household(store, home)[0].future, agencies.of_household(store, home)[0].merges_into) == (
        future,
        None,
    )


def test_that_an_agency_that_merged_into_one_that_is_gone_still_has_to_merge(store, do, home) -> None:
    gone, stays = do(agencies.add, home, words="De kerk"), do(agencies.add, home, words="De moskee")
    do(agencies.merge_into, gone, stays)
    do(agencies.remove, stays)
    (left,) = agencies.of_household(store, home)
    assert (left.future, left.merges_into) == ("merge", None)


def test_that_removing_an_agency_leaves_its_letters_with_a_sender(store, do, home) -> None:
    agency = do(agencies.add, home, words="Bureau Zuid")
    listed = do(agencies.add, home, kind="uwv")
    do(letters.add, home, agency=agency)
    do(letters.add, home, agency=agency, sender="De heer van Bureau Zuid")
    do(letters.add, home, agency=listed, demand="Formulier terugsturen")
    do(agencies.remove, agency)
    do(agencies.remove, listed)
    found = letters.of_household(store, home)
    assert [one.sender for one in found] == ["Bureau Zuid", "De heer van Bureau Zuid", "uwv"]
    assert {one.agency for one in found} == {None}
    store.undo()
    assert [one.sender for one in letters.of_household(store, home)][2] == ""


def test_that_no_agency_goes_up_in_itself_also_not_by_way_of_others(store, do, home, refused) -> None:
    one, two, three = (do(agencies.add, home, words=name) for name in ("Een", "Twee", "Drie"))
    do(agencies.merge_into, one, two)
    do(agencies.merge_into, two, three)
    for other in (one, two, three):
        with refused("merges_into"):
            do(agencies.merge_into, three, other)
