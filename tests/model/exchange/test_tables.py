"""What a household counts for, and what it does not."""

from dataclasses import replace
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import agencies, costs, dossier, household, interventions, problems
from doorbraak.model.exchange import tables
from doorbraak.model.exchange.tables import Counts
from doorbraak.model.workspace.store import Store


def add(store: Store, *, example: bool = False) -> int:
    with store.change("Huishouden maken"):
        return household.open_dossier(store, "", opened=date(2026, 1, 1), example=example)


def number(found: Counts, table: str, code: str) -> int:
    return next(row.households for each in found.tables if each.id == table for row in each.rows if row.code == code)


def test_that_a_household_counts_once_however_often_a_row_fits_it(store: Store, known: Catalogue) -> None:
    of = add(store)
    with store.change("Vullen"):
        problems.add(store, of, kind="werkloos", life_domain="werk")
        problems.add(store, of, words="iets", life_domain="werk")
        problems.add(store, of, words="nog iets", life_domain="werk")
    found = tables.of_store(store, known)
    assert number(found, "life_domains", "werk") == 1
    assert number(found, "problems", "werkloos") == 1
    assert number(found, "problems", tables.OTHER) == 1


def test_that_own_words_and_unknown_codes_count_as_other_and_are_no_label(store: Store, known: Catalogue) -> None:
    of = add(store)
    with store.change("Vullen"):
        problems.add(store, of, words="GEHEIMWOORD", life_domain="zelfbedacht-GEHEIMWOORD")
        agencies.add(store, of, words="GEHEIMWOORD")
        costs.add(store, of, words="GEHEIMWOORD", price_cents=1, law="GEHEIMWOORD")
        interventions.add(store, of, kind="GEHEIMWOORD")
    found = tables.of_store(store, known)
    for table in ("life_domains", "problems", "agencies", "cost_laws", "interventions"):
        assert number(found, table, tables.OTHER) == 1, table
    assert "GEHEIMWOORD" not in repr(found)


def test_that_a_catalogue_row_with_own_words_counts_for_the_catalogue(store: Store, known: Catalogue) -> None:
    of = add(store)
    with store.change("Vullen"):
        agencies.add(store, of, kind="uwv", words="meneer van het UWV")
    found = tables.of_store(store, known)
    assert number(found, "agencies", "uwv") == 1
    assert number(found, "agencies", tables.OTHER) == 0


def test_that_a_cost_without_law_is_a_row_of_its_own(store: Store, known: Catalogue) -> None:
    of = add(store)
    with store.change("Vullen"):
        costs.add(store, of, words="Kosten", price_cents=100)
    found = tables.of_store(store, known)
    assert number(found, "cost_laws", tables.NONE) == 1
    assert number(found, "cost_laws", tables.OTHER) == 0


def test_that_a_withdrawn_doorbraak_does_not_count(store: Store, known: Catalogue) -> None:
    kind = next(iter(known.interventions))
    of = add(store)
    with store.change("Vullen"):
        interventions.add(store, of, kind=kind, status="withdrawn")
    assert number(tables.of_store(store, known), "interventions", kind) == 0


def test_that_made_up_households_do_not_lift_a_small_group_over_the_threshold(store: Store, known: Catalogue) -> None:
    """The attack: nine made-up households beside one real family."""
    for _ in range(9):
        add(store, example=True)
    add(store)
    found = tables.of_store(store, known)
    assert (found.households, found.example) == (1, False)


def test_that_only_made_up_households_are_counted_and_called_so(store: Store, known: Catalogue) -> None:
    for _ in range(3):
        add(store, example=True)
    found = tables.of_store(store, known)
    assert (found.households, found.example) == (3, True)


def test_that_every_row_of_the_catalogue_is_there_in_its_order_zeros_included(known: Catalogue) -> None:
    found = tables.count((), known, example=False)
    assert found.households == 0
    codes = {table.id: [row.code for row in table.rows] for table in found.tables}
    assert codes["problems"] == [*known.problems, tables.OTHER]
    assert codes["life_domains"] == [*known.life_domains, tables.OTHER]
    # The laws have a row "overig" of their own; unknown laws join it.
    assert codes["cost_laws"] == [*known.laws, tables.NONE]
    assert tables.OTHER in known.laws
    for table in found.tables:
        assert len({row.label for row in table.rows}) == len(table.rows), table.id


def test_that_the_order_in_which_households_were_typed_changes_nothing(store: Store, known: Catalogue) -> None:
    for kind in ("werkloos", "somberheid"):
        of = add(store)
        with store.change("Vullen"):
            problems.add(store, of, kind=kind, life_domain="werk")
    found = [dossier.read(store, row.id) for row in household.all_of(store)]
    turned = [replace(each, problems=each.problems[::-1]) for each in reversed(found)]
    assert tables.count(found, known, example=False) == tables.count(turned, known, example=False)


def test_that_every_problem_is_nested_in_its_life_domain_and_own_words_hold_what_has_no_domain(
    known: Catalogue,
) -> None:
    found = tables.count((), known, example=False)
    rows = {(table.id, row.code) for table in found.tables for row in table.rows}
    assert {row for nesting in found.nestings for row in (nesting.whole, nesting.part)} <= rows
    pairs = {(nesting.whole, nesting.part) for nesting in found.nestings}
    assert (("life_domains", "wonen"), ("problems", "dakloos")) in pairs
    assert (("problems", tables.OTHER), ("life_domains", tables.OTHER)) in pairs
    assert {part for _, part in pairs} >= {("problems", id_) for id_ in known.problems}
