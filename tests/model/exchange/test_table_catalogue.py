"""The only source of what may leave, and that it says what the program's lists say."""

from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.exchange import table_catalogue, table_sources
from doorbraak.model.exchange.published import UNITS
from doorbraak.model.exchange.table_catalogue import FILE, NONE, OTHER, Code, cell_of, is_finest, margins_of
from tests.model.exchange.caseloads import known_tables

TABLES = table_catalogue.load()


def test_that_the_file_is_what_the_lists_of_the_program_make(known: Catalogue) -> None:
    """After a change of a list: python -m doorbraak.model.exchange.table_sources, and look at the version there."""
    assert (paths.resources() / FILE).read_bytes() == table_sources.made(known)


def test_that_the_whole_start_set_is_there() -> None:
    assert set(TABLES.tables) == {
        "households_team", "life_domains", "problems", "problems_children", "agencies", "interventions",
        "interventions_worked", "grounds", "signals_rung", "signals_rule", "signals_rule_team", "signals_wijk",
        "helpfulness_before", "helpfulness_after", "trust_before", "trust_after", "cost_before", "cost_after",
        "saved_direct_expected", "saved_direct_realised", "saved_prevented_expected", "saved_prevented_realised",
        *(f"{saved}_{side}" for saved in table_sources.SAVED for side in ("below", "above")),
        "intervention_costs", "contacts_before", "contacts_after", "agencies_before", "agencies_after", "capacity",
    }  # fmt: skip
    assert len(TABLES.tables["life_domains"].dimensions[0].codes) == 15 + 1


@pytest.mark.parametrize("kind", TABLES.tables.values(), ids=lambda kind: kind.id)
def test_that_a_table_can_be_read_by_people_and_its_codes_be_told_apart(kind: table_catalogue.TableKind) -> None:
    assert kind.title
    assert kind.row_title
    assert (kind.measure == "count") == (not kind.unit)
    for dimension in kind.dimensions:
        ids, labels = [code.id for code in dimension.codes], [code.label for code in dimension.codes]
        assert len(set(ids)) == len(ids)
        assert len(set(labels)) == len(labels), dimension.id
        assert not any("|" in id_ or not id_ for id_ in ids)
        assert all(labels)


@pytest.mark.parametrize("kind", TABLES.tables.values(), ids=lambda kind: kind.id)
def test_that_what_a_table_names_is_there(kind: table_catalogue.TableKind) -> None:
    for part in kind.derived:
        other = TABLES.tables[part]
        assert (other.dimensions, other.step, other.derived) == (kind.dimensions, kind.step, ())
    if kind.band_of:
        other = TABLES.tables[kind.band_of]
        assert (other.dimensions, other.step, other.has_amounts) == (kind.dimensions, kind.step, True)
        assert (other.band_of, other.derived, kind.derived) == ("", (), ())
        assert kind.id in (TABLES.sides_of(kind.band_of) or ())
    if kind.held_in:
        whole = TABLES.tables[kind.held_in].dimensions[0]
        assert kind.dimensions[0].coarser == whole.id
        assert {code.parent for code in kind.dimensions[0].codes} - {""} <= set(whole.by_id)
    if kind.margin_of:
        assert TABLES.tables[kind.margin_of].margin_of == ""
    assert all(is_finest(cell) and kind.knows(cell) for cell in kind.zeros)


def test_that_a_table_of_margins_is_sent_once_as_the_margins_of_the_other() -> None:
    assert TABLES.source(("problems", "dakloos")) == ("problems_children", "dakloos|")
    assert TABLES.source(("problems", "")) == ("problems_children", "|")
    assert TABLES.source(("agencies", "uwv")) == ("agencies", "uwv")
    assert not TABLES.knows(("problems", "dakloos"))
    assert TABLES.knows(("problems_children", "dakloos|"))


def test_that_only_known_codes_make_a_cell() -> None:
    kind = TABLES.tables["problems_children"]
    assert kind.knows("dakloos|met")
    assert kind.knows("|")
    for cell in ("dakloos", "dakloos|met|", "GEHEIM|met", "dakloos|GEHEIM", "|met|zonder"):
        assert not kind.knows(cell), cell
    assert not TABLES.knows(("geen-tabel", ""))


def test_that_own_words_and_unknown_codes_are_other_and_nothing_is_none() -> None:
    law, problem = TABLES.tables["cost_after"].dimensions[0], TABLES.tables["problems_children"].dimensions[0]
    assert (law.coded("wmo2015"), law.coded("GEHEIM"), law.coded("")) == ("wmo2015", OTHER, NONE)
    assert (problem.coded(""), problem.coded("GEHEIM")) == (OTHER, OTHER)


def test_that_teams_and_wijken_come_from_the_key_file_alone() -> None:
    assert {code.id for code in TABLES.tables["households_team"].dimensions[0].codes} == {OTHER, NONE}
    given = known_tables()
    assert given.tables["households_team"].knows("noord")
    assert given.tables["signals_rule_team"].knows("|zuid")
    assert given.tables["signals_wijk"].knows("w1")
    again = given.with_codes({"team": (Code("oost", "Oost"), Code(OTHER, "nep"))})
    assert again.tables["households_team"].dimensions[0].codes[0].label == "Oost"
    assert not again.tables["households_team"].knows("noord")
    assert "nep" not in repr(again)


def test_that_margins_are_all_ways_to_leave_a_code_out() -> None:
    assert set(margins_of("a|b")) == {"a|", "|b", "|"}
    assert list(margins_of("a")) == [""]
    assert len(list(margins_of("a|b|c"))) == 7
    assert is_finest(cell_of("a", "b"))
    assert not is_finest("a|")


def test_that_amounts_stand_in_finest_cells_and_the_top_two_where_none_do() -> None:
    after, before = TABLES.tables["cost_after"], TABLES.tables["cost_before"]
    assert after.bears_value("wmo2015|gemeente")
    assert after.bears_top("wmo2015|")
    assert not after.bears_value("wmo2015|")
    assert before.bears_top("wmo2015|gemeente"), "what follows from other tables bears no amounts itself"
    assert not before.bears_value("wmo2015|gemeente")
    assert not TABLES.tables["agencies"].bears_value("uwv")
    assert not TABLES.tables["agencies"].bears_top("")


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 100_000, b'{"format": "iets"}'])
def test_that_a_damaged_file_is_a_damaged_installation(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "exchange").mkdir()
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(RuntimeError, match="install"):
        table_catalogue.load(tmp_path)


def test_that_what_adds_up_over_quarters_has_the_same_codes_in_each_and_no_band() -> None:
    """A team may come in between, and the band of a sum of amounts is none of its bands."""
    for kind in TABLES.tables.values():
        if kind.adds:
            assert not any(dimension.from_key for dimension in kind.dimensions)
            assert not any((kind.margin_of, kind.band_of, kind.derived, TABLES.sides_of(kind.id))), kind.id


def test_that_agencies_are_no_contacts_a_month() -> None:
    """What is counted stands beside each figure, in workbook and package."""
    measures = {one.id: one.measure for one in TABLES.tables.values() if one.id.startswith(("agencies_", "contacts_"))}
    assert {id_.split("_")[0] for id_, measure in measures.items() if UNITS[measure] == "instanties"} == {"agencies"}
    assert {id_.split("_")[0] for id_, measure in measures.items() if UNITS[measure].endswith("per maand")} == {
        "contacts"
    }
