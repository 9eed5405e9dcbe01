"""What is said of a publication: only what it shows, and nothing that follows from what it hides."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model import money
from doorbraak.model.exchange import (
    published,
    published_method,
    published_sentences,
    published_views,
    published_views_own,
    published_words,
    published_year,
    rounding,
    yearly,
)
from doorbraak.model.exchange.figures_tied import cells_of
from doorbraak.model.exchange.publication_marking import BASES, TOTAL
from doorbraak.model.exchange.published import Publication, PublishedCell
from doorbraak.model.exchange.published_view import Chapter, Figure, View
from doorbraak.model.exchange.published_views import OwnFigures
from doorbraak.model.exchange.published_views_barriers import NO_RULE
from doorbraak.model.exchange.published_views_money import HIDDEN_TOTAL_MEANS
from doorbraak.model.exchange.published_views_pieces import HIDDEN_AMOUNT_MEANS, HIDDEN_MEANS, NOTHING, tells
from doorbraak.model.exchange.table_catalogue import CellKey
from tests.model.exchange.caseloads import WIJKEN, known_tables

TABLES = known_tables()
KINDS = {one.id: one for one in published.own_tables(TABLES)}
CELLS: tuple[CellKey, ...] = tuple((kind.id, cell) for kind in KINDS.values() for cell in cells_of(kind))
SPARSE = 0.4
"""Figures are drawn so large that no sum or difference of two is by chance a third."""


def drawn_cell(key: CellKey, random: Random, chance: float) -> PublishedCell:
    kind, cell = KINDS[key[0]], key[1]
    if random.random() > chance:
        return PublishedCell(cell, (), "hidden")
    if not kind.has_amounts:
        if random.random() < 0.1:
            return PublishedCell(cell, (), "most")
        return PublishedCell(cell, (), "shown", 5 * random.randint(2, 200_000))
    step = BASES[kind.measure] // (1 if kind.measure == "euro" else 10)
    value = step * random.randint(-3, 400_000)
    banded = key[0].startswith("saved") and random.random() < 0.7
    band = (value - 2 * step, value + 3 * step) if banded else (None, None)
    homes = 5 * random.randint(2, 200_000) if random.random() < 0.8 else None
    return PublishedCell(cell, (), "shown", value, homes, *band)


@cache
def drawn(seed: int, chance: float = SPARSE, period: str = "2026Q3") -> dict[CellKey, PublishedCell]:
    random = Random(f"{seed} {period}")
    made: dict[CellKey, PublishedCell] = {}
    for key in CELLS:
        source = TABLES.source(key)
        if source not in made:
            made[source] = drawn_cell(source, random, chance)
        if key != source:
            made[key] = dataclasses.replace(made[source], cell=key[1])
    return made


def publication(cells: dict[CellKey, PublishedCell], period: str = "2026Q3", *, example: bool = False) -> Publication:
    return published.reopened(period, TABLES, cells, example=example)


def all_hidden() -> dict[CellKey, PublishedCell]:
    return {key: PublishedCell(key[1], (), "hidden") for key in CELLS}


def every(chapters: tuple[Chapter, ...]) -> Iterator[View]:
    for chapter in chapters:
        yield from chapter.views


def figures(chapters: tuple[Chapter, ...]) -> Iterator[tuple[View, str, Figure]]:
    for view in every(chapters):
        for row in view.rows:
            for column, figure in zip(view.columns, row.figures, strict=True):
                yield view, column.unit, figure


@pytest.mark.parametrize("seed", range(12))
def test_that_every_figure_is_one_of_the_publication_or_made_of_two_shown_ones(seed: int) -> None:
    now, then = drawn(seed), drawn(seed, period="2026Q2")
    made = publication(now)
    known = {(one.status, one.value) for cells in (now, then) for one in cells.values()}
    whole = made.households
    shares = {rounding.per_cent(one.value, whole) for one in now.values()} if whole else set()
    capped = {min(100, one) for one in shares if one is not None}
    means = {
        table.mean(one.cell)
        for table in made.tables
        if table.measure in ("contacts", "agencies")
        for one in table.cells
    }
    found = 0
    for view, unit, figure in figures(published_views.chapters(made, publication(then, "2026Q2"))):
        found += figure.value is not None
        if figure.value is None:
            assert figure.status != "shown"
        elif unit == "procent":
            assert figure.value in capped, view.id
        elif unit in ("contacten per maand", "instanties"):
            assert figure.value in means, view.id
        else:
            assert (figure.status, figure.value) in known, view.id
    assert found > 50


@pytest.mark.parametrize("seed", range(12))
def test_that_every_number_in_a_sentence_is_a_shown_one_or_made_of_two(seed: int) -> None:
    """A sum or difference of what is shown would tell more than the figures do."""
    now, then = drawn(seed, 0.7), drawn(seed, 0.7, "2026Q2")
    made = publication(now)
    allowed = {100, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2026}
    for cells in (now, then):
        for one in cells.values():
            allowed |= {abs(number) for number in (one.value, one.households, one.low, one.high) if number is not None}
    percents = {abs(part * 100 // whole) + more for part in allowed for whole in _wholes(now) for more in (0, 1)}
    means = {
        table.mean(one.cell)
        for table in made.tables
        if table.measure in ("contacts", "agencies")
        for one in table.cells
    }
    for view in every(published_views.chapters(made, publication(then, "2026Q2"))):
        said = re.sub("“[^”]*”", "", view.conclusion).replace(published.SAID["most"], "")
        for number in re.findall(r"\d[\d.]*(?=%)", said):
            assert int(number.replace(".", "")) in percents, view.conclusion
        for number in re.findall(r"\d+(?:\.\d{3})*(?![\d%])", re.sub(r"\d+%", "", said)):
            assert int(number.replace(".", "")) in allowed | means, view.conclusion


def _wholes(cells: dict[CellKey, PublishedCell]) -> set[int]:
    total, cost = cells["households_team", ""].value, cells["intervention_costs", "|"].value
    return {one for one in (total, cost, 10**9) if one is not None and one > 0}


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=12, deadline=None, database=None)
def test_that_which_way_something_is_hidden_changes_nothing(seed: int, other: int) -> None:
    """Hidden with a figure left behind by mistake, as hidden: the same text, rows and order."""
    cells, random = drawn(seed % 40), Random(other)
    spoilt = {
        key: dataclasses.replace(one, value=random.randint(1, 9)) if one.status == "hidden" and key != TOTAL else one
        for key, one in cells.items()
    }
    one, two = (words(published_views.chapters(publication(found))) for found in (spoilt, cells))
    different = [before for before, after in zip(one, two, strict=True) if before != after]
    assert not different[:1]


def words(chapters: tuple[Chapter, ...]) -> list[object]:
    def said(one: Figure) -> object:
        return (one.status, one.value if one.status == "shown" else None)

    return [
        (view.id, view.conclusion, view.chart, [(row.label, [said(one) for one in row.figures]) for row in view.rows])
        for view in every(chapters)
    ]


def test_that_direct_and_prevented_expected_and_realised_never_meet_in_one_figure() -> None:
    chapters = published_views.chapters(publication(drawn(3, 0.9)))
    four = {"direct, gerealiseerd", "direct, verwacht", "voorkomen, gerealiseerd", "voorkomen, verwacht"}
    for view in every(chapters):
        if view.id.startswith("besparing"):
            heads = {one.title.lower() for one in view.columns} | {row.label.lower() for row in view.rows}
            assert four <= heads, view.id
    saved = next(view for view in every(chapters) if view.id == "besparing")
    assert not any(row.strong for row in saved.rows), "four amounts have no total"


def test_that_a_publication_with_nothing_to_show_says_so_everywhere() -> None:
    chapters = published_views.chapters(publication(all_hidden()), None, OwnFigures(50_000_000, 80_000))
    assert [one.id for one in chapters] == ["geld", "hulp", "problemen", "doorbraken", "knelpunten", "capaciteit"]
    for view in every(chapters):
        assert view.conclusion == (NO_RULE if view.id == "regel-teams" else NOTHING), view.id
        assert view.rows == ()
        assert view.chart == "none"


def test_that_what_is_withheld_is_said_to_be_not_published() -> None:
    cells = {key: PublishedCell(key[1], (), "withheld") for key in CELLS}
    for view in every(published_views.chapters(publication(cells))):
        assert view.conclusion == published_sentences.WITHHELD, view.id


def view_of(chapters: tuple[Chapter, ...], id_: str) -> View:
    return next(view for view in every(chapters) if view.id == id_)


def test_that_the_sentence_of_the_life_domains_reads_as_people_say_it() -> None:
    cells = all_hidden()
    cells["households_team", ""] = PublishedCell("", (), "shown", 355)
    cells["life_domains", "geld"] = PublishedCell("geld", (), "shown", 240)
    view = view_of(published_views.chapters(publication(cells)), "leefgebieden")
    assert view.conclusion == "Van 355 huishoudens hebben er 240 een probleem met “Geld en schulden” (68%)."
    assert [row.figures for row in view.rows] == [(Figure("shown", 240), Figure("shown", 68))]


def test_that_costs_stand_beside_the_own_begroting_and_households() -> None:
    cells = all_hidden()
    cells["cost_before", "|gemeente"] = PublishedCell("|gemeente", (), "shown", 15_000_000, 350)
    chapters = published_views.chapters(publication(cells), None, OwnFigures(50_000_000, 35_000))
    view = view_of(chapters, "eigen-cijfers")
    assert view.conclusion == "Zonder het plan gaat 30% van de begroting naar 1% van de huishoudens."
    assert [figure.value for figure in view.rows[0].figures] == [30, 1]


@pytest.mark.parametrize(
    ("homes", "own", "said", "parts"),
    [
        (350, OwnFigures(50_000_000, 60_000), "30% van de begroting naar minder dan 1% van de huishoudens.", (30, 0)),
        (None, OwnFigures(50_000_000, 60_000), "30% van de begroting naar deze huishoudens.", (30, None)),
        (None, OwnFigures(None, 60_000), "€\u00a015.000.000 naar deze huishoudens.", None),
        (350, OwnFigures(3_000_000_000, None), "minder dan 1% van de begroting naar 350 huishoudens.", (0,)),
    ],
)
def test_that_an_own_share_is_never_nothing_and_of_what_is_hidden_there_is_none(
    homes: int | None, own: OwnFigures, said: str, parts: tuple[int | None, ...] | None
) -> None:
    cells = all_hidden()
    cells["cost_before", "|gemeente"] = PublishedCell("|gemeente", (), "shown", 15_000_000, homes)
    cells["households_team", ""] = PublishedCell("", (), "shown", 360)
    view = view_of(published_views.chapters(publication(cells), None, own), "eigen-cijfers")
    assert view.conclusion == f"Zonder het plan gaat {said}"
    if parts is None:
        assert view.rows == ()
        return
    assert tuple(one.value for one in view.rows[0].figures) == parts
    assert [one.status for one in view.rows[0].figures] == ["hidden" if one is None else "shown" for one in parts]
    assert (view.chart == "none") == (not any(parts)), "a bar of less than one is none"
    words = [published_words.said(one, "procent") for one in view.rows[0].figures]
    assert words == ["verborgen" if one is None else "30%" if one else "minder dan 1%" for one in parts]


def test_that_a_part_is_never_more_than_the_whole() -> None:
    for own in (OwnFigures(1, None), OwnFigures(None, 1), OwnFigures(1, 1)):
        (found,) = (
            view
            for view in every(published_views.chapters(publication(drawn(4)), None, own))
            if view.id == "eigen-cijfers"
        )
        assert found.conclusion == published_views_own.KEPT_TOO_SMALL
        assert not found.rows


def test_that_without_own_figures_there_is_no_view_of_them() -> None:
    for own in (None, OwnFigures(), OwnFigures(0, 0)):
        views = every(published_views.chapters(publication(drawn(1)), None, own))
        assert "eigen-cijfers" not in {view.id for view in views}


def test_that_the_earlier_period_stands_before_this_one_only_where_it_tells_something() -> None:
    now, then = all_hidden(), all_hidden()
    now["problems", "huurachterstand"] = PublishedCell("huurachterstand", (), "shown", 120)
    now["agencies", "huisarts"] = PublishedCell("huisarts", (), "shown", 90)
    then["problems", "huurachterstand"] = PublishedCell("huurachterstand", (), "shown", 110)
    now |= {("problems_children", "huurachterstand|"): now["problems", "huurachterstand"]}
    chapters = published_views.chapters(publication(now), publication(then, "2026Q2"))
    problems, agencies = view_of(chapters, "problemen"), view_of(chapters, "instanties-meest")
    assert [one.title for one in problems.columns] == ["2e kwartaal 2026", "3e kwartaal 2026"]
    assert [one.value for one in problems.rows[0].figures] == [110, 120]
    assert problems.conclusion.endswith("In het 2e kwartaal van 2026 was dat 110.")
    assert [one.title for one in agencies.columns] == ["Huishoudens"]


def test_that_a_publication_beside_itself_is_shown_alone() -> None:
    made = publication(drawn(2))
    assert published_views.chapters(made, made) == published_views.chapters(made)


def test_that_a_rule_that_more_teams_show_is_a_candidate_for_a_beleidsregel() -> None:
    cells = all_hidden()
    rule = "participatiewet:22a:1"
    teams = [one.id for one in KINDS["households_team"].dimensions[0].codes if one.id not in ("overig", "geen")][:2]
    cells["signals_rule_team", f"{rule}|"] = PublishedCell(f"{rule}|", (), "shown", 40)
    for team in teams:
        cells["signals_rule_team", f"{rule}|{team}"] = PublishedCell(f"{rule}|{team}", (), "shown", 20)
    view = view_of(published_views.chapters(publication(cells)), "regel-teams")
    assert "beleidsregel" in view.conclusion
    assert "Kostendelersnorm" in view.conclusion
    assert [one.value for one in view.rows[0].figures] == [20, 20]
    del cells["signals_rule_team", f"{rule}|{teams[1]}"]
    cells["signals_rule_team", f"{rule}|{teams[1]}"] = PublishedCell(f"{rule}|{teams[1]}", (), "hidden")
    assert view_of(published_views.chapters(publication(cells)), "regel-teams").rows == ()


def test_that_ids_of_views_are_names_for_files_and_all_different() -> None:
    ids = [view.id for view in every(published_views.chapters(publication(drawn(4)), None, OwnFigures(1, 1)))]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z-]+", one) for one in ids)


def test_that_how_it_was_counted_never_names_a_threshold() -> None:
    said = " ".join(sentence for _, part in published_method.method(publication(drawn(1))) for sentence in part)
    assert "Statistisch" not in said or "anoniem" not in said
    assert not re.search(r"minder dan \d|\b10 huishoudens|dominantie", said)


def test_that_a_status_of_this_quarter_is_never_told_as_all_that_was_ever_done() -> None:
    done = ("interventions", "|done")
    cells = {**all_hidden(), done: PublishedCell("|done", (), "shown", 30)}
    for period, word in (("2026Q3", "dit kwartaal"), ("2026", "dit jaar")):
        view = view_of(published_views.chapters(publication(cells, period)), "standen")
        assert f"kreeg een doorbraak in {word} de stand “Uitgevoerd”" in view.conclusion
        assert word in view.title
        assert any("Wat eerder al zo ver was" in note for note in view.notes)


@pytest.mark.parametrize(
    ("back", "said"),
    [(2642, "99%"), (2655, "100%"), (1, "minder dan 1%"), (2656, None), (0, None), (-5, None)],
)
def test_that_what_came_back_is_all_of_the_costs_only_when_it_is(back: int, said: str | None) -> None:
    cells = {
        **all_hidden(),
        ("intervention_costs", "|"): PublishedCell("|", (), "shown", 2655_000),
        ("saved_direct_realised", "|"): PublishedCell("|", (), "shown", back * 1000),
    }
    view = view_of(published_views.chapters(publication(cells)), "kosten-opbrengst")
    assert f"volgens het plan {money.whole(2655_000_00)}" in view.conclusion
    assert (f"Dat is {said} van die kosten." in view.conclusion) == (said is not None)
    assert ("van die kosten" in view.conclusion) == (said is not None)
    assert "plan" in view.columns[0].title


def test_that_why_a_saving_has_no_band_is_said_once_and_of_savings_alone() -> None:
    cells = {
        **all_hidden(),
        ("saved_direct_realised", "|"): PublishedCell("|", (), "shown", 9_000, 20),
        ("cost_before", "|"): PublishedCell("|", (), "shown", 90_000, 20),
    }
    views = {view.id: view.notes for view in every(published_views.chapters(publication(cells)))}
    said = {id_ for id_, notes in views.items() if published_sentences.NO_BAND in notes}
    assert said == {"besparing", "kosten-opbrengst", "besparing-betaler", "besparing-wet"}
    cells["saved_direct_realised", "|"] = PublishedCell("|", (), "shown", 9_000, 20, 8_000, 10_000)
    for view in every(published_views.chapters(publication(cells))):
        assert published_sentences.NO_BAND not in view.notes, view.id


@pytest.mark.parametrize(
    ("now", "then", "end", "before"),
    [("2026", "2025", "eind 2026", "Eind 2025"), ("2026Q1Q2", "2025Q1Q2", "eind juni 2026", "Eind juni 2025")],
)
def test_that_of_a_year_how_things_were_is_told_of_the_end_of_it(now: str, then: str, end: str, before: str) -> None:
    cells = {
        **all_hidden(),
        ("problems_children", "huurachterstand|"): PublishedCell("huurachterstand|", (), "shown", 120),
        ("problems", "huurachterstand"): PublishedCell("huurachterstand", (), "shown", 120),
        ("signals_wijk", WIJKEN[0].id): PublishedCell(WIJKEN[0].id, (), "shown", 60),
        ("interventions", "|done"): PublishedCell("|done", (), "shown", 30),
    }
    made = [publication(cells, one) for one in (now, then)]
    if "Q" in now:
        made = [yearly.made(publication(cells, f"{one[:4]}Q{at}") for at in (1, 2)) for one in (now, then)]
    chapters = published_views.chapters(*made)
    view = view_of(chapters, "problemen")
    assert view.conclusion.endswith(f" Zo was het {end}. {before} was dat 120.")
    assert [one.title for one in view.columns] == [before, f"{end[0].upper()}{end[1:]}"]
    assert view_of(chapters, "knelpunten-wijk").conclusion.endswith(f" Zo was het {end}.")
    assert end not in view_of(chapters, "standen").conclusion, "what happened in it"
    quarter = published_views.chapters(publication(cells), publication(cells, "2026Q2"))
    assert not any(" eind " in f" {view.conclusion.lower()}" for view in every(quarter))


def test_that_of_amounts_that_are_added_the_numbers_are_times() -> None:
    view = view_of(published_views.chapters(year(2026, 1, 2)), "contacten")
    assert view.of == "keer"
    assert view_of(published_views.chapters(publication(drawn(1, 0.9))), "contacten").of == "huishoudens"


def test_that_it_is_said_which_subtraction_adds_up_what_is_never_added() -> None:
    said = dict(published_method.method(publication(drawn(1))))["Wat een besparing is"]
    assert any("Deze vier worden nooit opgeteld." in one for one in said)
    assert "Wie de kosten met het plan aftrekt van die zonder het plan, telt de vier wel op." in said


@pytest.mark.parametrize("seed", range(6))
def test_that_wherever_something_is_hidden_it_is_said_why_that_may_be(seed: int) -> None:
    """In the same words whether it is nothing, small, or large."""
    for view in every(published_views.chapters(publication(drawn(seed)), None)):
        hidden = any(not tells(one) for row in view.rows for one in row.figures)
        said = {HIDDEN_MEANS, HIDDEN_AMOUNT_MEANS, HIDDEN_TOTAL_MEANS} & set(view.notes)
        assert len(said) == hidden, view.id


def test_that_of_how_many_a_score_is_says_of_whom() -> None:
    cells = {
        **all_hidden(),
        ("helpfulness_after", "4-5"): PublishedCell("4-5", (), "shown", 35),
        ("helpfulness_after", ""): PublishedCell("", (), "shown", 100),
    }
    view = view_of(published_views.chapters(publication(cells)), "nut")
    assert "van de 100 huishoudens met twee metingen" in view.conclusion


def test_that_a_score_whose_outcome_is_hidden_says_which_score_it_is() -> None:
    number = PublishedCell("", (), "shown", 10)
    cells = {**all_hidden(), ("helpfulness_after", ""): number, ("trust_after", ""): number}
    said = [view_of(published_views.chapters(publication(cells)), id_).conclusion for id_ in ("nut", "vertrouwen")]
    assert ["het nut van de hulp" in said[0], "het vertrouwen" in said[1]] == [True, True]


# -- a year of quarters ----------------------------------------------------------------------------------------------


def year(number: int, *quarters: int, chance: float = 0.95) -> Publication:
    names = [f"{number}Q{one}" for one in quarters]
    return yearly.made(publication(drawn(one, chance, name), name) for one, name in zip(quarters, names, strict=True))


HOUSEHOLD_WORDS = re.compile(r"\d huishoudens|%|meer dan 90")


@pytest.mark.parametrize("chance", [0.95, 0.7])
def test_that_a_sum_over_quarters_is_called_times_and_is_no_share_of_households(chance: float) -> None:
    made = year(2026, 1, 2, 3, 4, chance=chance)
    found = 0
    for view in every(published_views.chapters(made)):
        notes = published_year.ADDED in view.notes, published_year.AS_LAST in view.notes
        assert sum(notes) == 1, "each view says of what it is"
        if notes[0]:
            found += len(view.rows)
            assert not {column.unit for column in view.columns} & {"huishoudens", "procent"}, view.id
            assert not HOUSEHOLD_WORDS.search(view.conclusion), view.conclusion
    added = {view.id for view in every(published_views.chapters(made)) if published_year.ADDED in view.notes}
    assert added == {
        "standen", "doorbraken", "werkte-doorbraak", "werkte-leefgebied", "werkte-waar", "nut", "vertrouwen",
        "contacten", "instanties",
    }  # fmt: skip
    assert found > 10


def test_that_the_sentences_of_a_year_count_times() -> None:
    every_cell = {
        key: dataclasses.replace(one, status="shown", value=one.value or 240) for key, one in drawn(1, 1.1).items()
    }
    names = ("2026Q1", "2026Q2")
    chapters = published_views.chapters(yearly.made(publication(every_cell, name) for name in names))
    for id_, said in (
        ("standen", r"^[\d.]+ keer kreeg een doorbraak in deze kwartalen de stand “Uitgevoerd”\.$"),
        ("doorbraken", r"het vaakst een nieuwe stand: [\d.]+ keer\.$"),
        ("werkte-doorbraak", r"het vaakst: [\d.]+ keer\."),
        ("nut", r"^Eerst werd [\d.]+ keer een 8 of hoger gegeven .* laatste meting [\d.]+ keer, van de [\d.]+\.$"),
        ("contacten", r"over [\d.]+ keer meten\.$"),
    ):
        conclusion = view_of(chapters, id_).conclusion
        assert re.search(said, conclusion), conclusion


def test_that_sums_stand_beside_the_same_quarters_alone() -> None:
    now = year(2026, 1, 2)
    for then, beside in ((year(2025, 1, 2), True), (year(2025, 2, 3), False), (publication(drawn(1), "2025"), False)):
        chapters = published_views.chapters(now, then)
        assert len(view_of(chapters, "standen").columns) == 1 + beside
        assert len(view_of(chapters, "leefgebieden").columns) == 3, "how things are compares anyhow"
    quarter = publication(drawn(3, 0.95, "2026Q4"), "2026Q4")
    assert view_of(published_views.chapters(quarter, now), "standen").columns[0].title == "Huishoudens"


def test_that_a_year_says_of_which_packages_it_was_made() -> None:
    made = year(2026, 3, 4)
    said = dict(published_method.method(made))["Een jaar uit kwartalen"]
    for quarter in made.quarters:
        assert any(one.startswith(f"{quarter.period}, ") and one.endswith(quarter.fingerprint) for one in said)
    assert "Een jaar uit kwartalen" not in dict(published_method.method(publication(drawn(1))))
