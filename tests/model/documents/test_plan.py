from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents.document import Document, Paragraph, Quote, Subheading, text_of
from doorbraak.model.documents.justification_paper import justification_paper_of
from doorbraak.model.documents.plan import plan_of
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import EFFECTS, Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import figures_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.documents.doorbraak_papers import sources
from tests.model.documents.sentences import too_long
from tests.model.insight.records import dossier, event, intervention, line, made, problem, step, task

CATALOGUE = load()
TODAY = date(2026, 11, 21)


def plan(found: Dossier) -> Document:
    return plan_of(found, CATALOGUE, saving_of(found, CATALOGUE), TODAY)


@pytest.fixture
def published(store: Store, casus: int) -> Dossier:
    return dossiers.read(store, casus)


def test_that_the_plan_names_everybody_and_everything(published: Dossier) -> None:
    text = text_of(plan(published))
    for shown in (
        *(names.person_name(one, CATALOGUE) for one in published.people),
        *(names.problem_name(one, CATALOGUE) for one in published.problems),
        *(names.agency_name(one, CATALOGUE) for one in published.agencies),
        *(one.words for one in published.interventions),
        *(one.words for one in published.steps),
        *(one.reason for one in published.events),
    ):
        assert shown in text


def test_that_the_households_own_words_come_before_any_description(published: Dossier) -> None:
    sections = plan(published).sections
    headings = [section.heading for section in sections]
    assert headings.index("Wat het huishouden wil") < headings.index("Wie") < headings.index("Wat er vastzit")
    goals = sections[headings.index("Wat het huishouden wil")]
    assert {block.text for block in goals.blocks if isinstance(block, Quote)} == {one.words for one in published.goals}


def test_that_the_sum_of_the_published_household_is_said(published: Dossier) -> None:
    text = text_of(plan(published)).replace("\u00a0", " ")
    for amount in ("€ 264.000", "€ 243.000", "€ 21.000"):
        assert amount in text
    assert "€ 5.000" in sums_of(published)  # what is not paid publicly stands apart
    saving = saving_of(published, CATALOGUE).public
    assert saving.direct
    assert saving.prevented


def test_that_an_example_says_what_of_it_is_real(published: Dossier) -> None:
    document = plan(published)
    assert "VOORBEELD" in document.marks
    assert published.household.note.split("\n")[0] in text_of(document)
    real = plan(replace(published, household=replace(published.household, example=False)))
    assert "voorbeeld met gepubliceerde" not in text_of(real)


def test_that_no_legal_advice_is_said_with_the_date() -> None:
    assert "Geen juridisch advies." in text_of(plan(dossier()))
    assert "Plan van 21 november 2026." in text_of(plan(dossier()))


def test_that_the_plan_says_where_laws_and_cost_lines_stand(published: Dossier) -> None:
    text = text_of(plan(published))
    assert "Waarom dit mag, en welke wetten daarbij horen, staat in de onderbouwing" in text
    assert "De bedragen per wet, per betaler en per kostenpost staan in de onderbouwing." in text
    assert "Per betaler" not in text
    without = dossier(line(100_00))
    assert "per kostenpost staan in het werkboek van de rekensom." in text_of(plan(without))


def test_that_a_plan_of_many_doorbraken_stays_short() -> None:
    """A line or two and its steps for each, however many articles it has."""
    many = range(1, 61)
    article = next(iter(CATALOGUE.articles))
    found = dossier(
        interventions=tuple(intervention(id=at) for at in many),
        grounds=tuple(made(LegalGround, id=at, intervention=at, article=article, reason="Hier wel.") for at in many),
        steps=tuple(step(at, intervention=at, words="Bellen") for at in many),
    )
    text = text_of(plan(found))
    assert "Hier wel." not in text
    assert text.count("\n") < 60 * 4


def test_that_what_was_solved_stands_apart_from_what_is_stuck_now() -> None:
    problems = (problem(1, words="Geen huis"), problem(2, words="Geen geld", solved_on=date(2026, 6, 22)))
    text = text_of(plan(dossier(problems=problems)))
    assert "Geen huis\t" in text
    assert "Geen geld\t" not in text
    assert "Opgelost sinds het begin:\nGeen geld (22 juni 2026)" in text
    assert "Opgelost" not in text_of(plan(dossier(problems=problems[:1])))


def test_that_the_plan_counts_agencies_as_all_papers_of_that_day_do(published: Dossier) -> None:
    ended = replace(published.agencies[0], ended_on=TODAY)
    found = replace(published, agencies=(ended, *published.agencies[1:]))
    figures = figures_of(found, saving_of(found, CATALOGUE), today=TODAY)
    text = text_of(plan(found))
    assert f"{figures.agencies} instanties\n{names.contacts(figures.contacts_e2)} contacten per maand" in text
    assert f"Gestopt sinds het begin:\n{names.agency_name(ended, CATALOGUE)} (21 november 2026)" in text


def test_that_the_laws_beside_the_agencies_stand_below_them_in_full_and_a_payer_has_no_word_of_its_list(
    published: Dossier,
) -> None:
    """The household reads it too."""
    text = text_of(plan(published))
    said = next(line for line in text.split("\n") if line.startswith("De wetten voluit."))
    assert said.count("Wgs: Wet gemeentelijke schuldhulpverlening") == 1
    assert "geen wet" not in said
    assert "uitgesplitst" not in text
    assert "voluit" not in text_of(plan(replace(published, agencies=())))


AGREED = {
    "steps": (
        step(1, words="Bonnen zoeken", owner="household", due=date(2026, 9, 25), done_on=date(2026, 9, 21)),
        step(2, words="Besluiten", lead="College", due=date(2026, 12, 1)),
        step(3, words="Bellen", lead="Noor", due=date(2026, 11, 1)),
    )
}


def test_that_what_was_agreed_says_who_and_when() -> None:
    text = text_of(plan(dossier(interventions=(intervention(),), **AGREED)))
    assert "Bonnen zoeken\tHuishouden\t25 september 2026\t21 september 2026" in text
    assert "Besluiten\tCollege\t1 december 2026\tNog niet\n" in text
    assert "Bellen\tNoor\t1 november 2026\tNog niet, de dag is voorbij" in text


@pytest.mark.parametrize(
    ("status", "decided_on", "shown"),
    [
        ("granted", None, True),
        ("withdrawn", None, False),
        ("refused", date(2026, 1, 1), False),
        ("refused", date(2026, 11, 2), True),  # one can object until 14 December
    ],
)
def test_that_only_a_doorbraak_that_counts_has_agreements(status: Status, decided_on: date, shown: bool) -> None:
    one = intervention(status=status, decided_on=decided_on)
    assert ("Bonnen zoeken" in text_of(plan(dossier(interventions=(one,), **AGREED)))) == shown


def test_that_what_was_agreed_beside_the_steps_stands_there_once() -> None:
    tasks = (
        task(1, words="Bellen met Noor", lead="Noor", due=date(2026, 11, 1), intervention=1),  # a step says it
        task(2, words="Naar school", lead="Moeder", due=date(2026, 11, 25)),
        task(3, words="Al gedaan", done_on=date(2026, 9, 1)),
        task(4, words="Laatste dag", kind="deadline", due=date(2026, 11, 30)),
    )
    text = text_of(plan(dossier(interventions=(intervention(),), tasks=tasks, **AGREED)))
    assert "Naar school\tMoeder\t25 november 2026\tNog niet" in text
    for other in ("Bellen met Noor", "Al gedaan", "Laatste dag"):
        assert other not in text


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("proposed", "De schuld betalen: hierover is nog geen besluit gevraagd."),
        ("requested", "De schuld betalen: wij wachten op een besluit."),
        ("granted", "Wie wat doet, is nog niet opgeschreven."),
        ("refused", "Bezwaar kan meestal tot en met 16 december 2026."),  # six weeks after 4 November
        ("done", "Wij kijken samen terug of het werkte."),
    ],
)
def test_that_a_doorbraak_without_steps_says_where_it_stands_and_orders_nobody(status: Status, said: str) -> None:
    one = intervention(status=status, decided_on=date(2026, 11, 4))
    assert said in text_of(plan(dossier(interventions=(one,))))
    with_steps = text_of(plan(dossier(interventions=(one,), **AGREED)))
    assert said not in with_steps.split("Afspraken")[1]


def test_that_a_term_for_bezwaar_that_is_over_is_not_said() -> None:
    one = intervention(status="refused", decided_on=date(2026, 1, 1))
    assert "Bezwaar" not in text_of(plan(dossier(interventions=(one,))))


def test_that_own_words_are_a_heading_without_full_stop_and_no_longer_than_a_heading() -> None:
    one = intervention(status="refused", decided_on=date(2026, 11, 4), words="De kinderbijslag alsnog betalen.")
    text = text_of(plan(dossier(interventions=(one,))))
    assert "\nDe kinderbijslag alsnog betalen\n" in text
    assert ".." not in text
    long = intervention(words="Woorden. " * 100)
    section = next(one for one in plan(dossier(interventions=(long,))).sections if one.heading == "De doorbraak")
    assert isinstance(section.blocks[0], Subheading)
    assert len(section.blocks[0].text) <= 90
    assert section.blocks[1] == Paragraph(long.words)


def test_that_an_event_is_no_thing_to_do_and_says_that_its_day_is_over_or_what_came_of_it() -> None:
    one = event(40, 5, on=date(2027, 2, 1))
    text = text_of(plan(dossier(events=(one,))))
    assert "Huisuitzetting\t1 februari 2027\t" in text
    assert "voorkom " not in text
    assert "Er is nog niets afgesproken." in text
    late = text_of(plan(dossier(events=(replace(one, expected_on=date(2026, 9, 28)),))))
    assert "28 september 2026, die dag is voorbij" in late
    over = replace(one, outcome="averted", outcome_on=date(2026, 11, 3))
    assert "Afgewend op 3 november 2026" in text_of(plan(dossier(events=(over,))))


def test_that_the_wishes_come_before_anything_about_the_example(published: Dossier) -> None:
    headings = [section.heading for section in plan(published).sections]
    assert headings[0] == "Wat het huishouden wil"
    assert headings.index("Over dit voorbeeld") > headings.index("De rekensom")


def test_that_doorbraken_without_own_price_are_said_at_the_sum() -> None:
    own = line(600_00, once=True, intervention=1)
    two = (intervention(), intervention(id=2))
    assert "Van 1 van de 2 doorbraken is de prijs nog niet ingevuld." in text_of(plan(dossier(own, interventions=two)))
    assert "prijs nog niet ingevuld" not in text_of(plan(dossier(own, interventions=two[:1])))


def test_that_our_sentences_in_the_plan_are_short(published: Dossier) -> None:
    assert too_long(plan(published), published, CATALOGUE) == []


def sums(*costs: CostLine, **parts: tuple[Any, ...]) -> str:
    return sums_of(dossier(*costs, **{"interventions": (intervention(),), **parts}))


def sums_of(found: Dossier) -> str:
    """With all tables, as they stand in the justification."""
    return text_of(justification_paper_of(sources(found), 1)).replace("\u00a0", " ")


def test_that_the_sum_says_in_whose_prices_it_is() -> None:
    unknown = sums(line(100_00))
    assert "prijzen van 2025" in unknown
    assert "Alle bedragen zijn in prijzen van" not in unknown
    assert "Er is dus niets omgerekend." in unknown
    assert "Alle bedragen zijn in prijzen van 2025" in sums(replace(line(100_00), price_year=2025))
    later = sums(replace(line(100_00), price_year=2026))
    assert "Een jaar zonder index gebruikt het dichtstbijzijnde bekende (hier 2026)." in later


def test_that_the_doorbraaks_own_cost_is_said_with_when_it_is_earned_back() -> None:
    own = line(600_00, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100))
    saves = line(1_200_00, chances=Chances(100, 100, 0))
    text = sums(saves, own, interventions=(intervention(),))
    assert "De doorbraken zelf kosten € 600; dat zit in het plan." in text
    assert "verdient het plan zijn eigen kosten terug in maand 6." in text
    assert "verdient het plan zijn eigen kosten niet terug binnen 12 maanden" in sums(
        own, interventions=(intervention(),)
    )
    assert "geen eigen kosten" in sums(saves)


def test_that_money_time_and_what_nobody_chose_are_rows_of_their_own() -> None:
    chances = Chances(100, 100, 0)
    costs = [replace(line(100_00 * at, chances=chances), effect=effect) for at, effect in enumerate(EFFECTS, start=1)]
    text = sums(*costs)
    for said in ("Nog niet gekozen\t€ 100", "Kasbaar\t€ 200", "Capaciteit\t€ 300"):
        assert said in text


def test_that_payer_and_winner_are_a_table_only_where_they_differ() -> None:
    chances = Chances(100, 100, 0)
    other = replace(line(900_00, chances=chances), beneficiary="zorgkantoor")
    assert "Gemeente\tZorgkantoor\t€ 900\t€ 0\t€ 900" in sums(other)
    assert "Wie betaalt, wie wint" not in sums(line(900_00, chances=chances))


def test_that_what_is_far_outside_published_programmes_is_marked_with_source_and_border() -> None:
    text = sums(line(70_000_00, chances=Chances(100, 100, 0)))
    assert "Getallen die opvallen" in text
    assert "Boven € 66.000 zetten wij dat erbij." in text
    assert "Kijk " not in text.split("Getallen die opvallen")[1].split("Per wet")[0]  # nobody is told to look
    assert "Bron: Maatpact" in text
    assert "Getallen die opvallen" not in sums(line(60_000_00, chances=Chances(100, 100, 0)))


def test_that_weak_sources_are_marked_and_totals_count_nowhere() -> None:
    total = next(one.id for one in CATALOGUE.prices.values() if one.use == "total")
    text = sums(replace(line(100_00), price_year=2013), line(900_00, id_=2, price=total))
    assert "zonder bron, oude prijs, band aangenomen (±25%)" in text
    assert "telt niet mee" in text
    assert "Publiek samen\t€ 137\t" in text  # 100 x 134.56 / 98.44


def test_that_private_money_stands_apart() -> None:
    text = sums(line(700_00), line(300_00, payer="huishouden"))
    assert "Publiek samen\t€ 700" in text
    assert "Huidig € 300, dreigend € 300, plan € 300. Dit staat los" in text
    assert "€ 1.000" not in text


def test_that_an_empty_household_gets_words_and_no_empty_tables() -> None:
    document = plan(dossier())
    assert all(section.blocks for section in document.sections)
    assert "Nog niet ingevuld." in text_of(document)


def test_that_the_title_holds_a_number_and_no_name() -> None:
    found = dossier(of=replace(dossier().household, name="Familie De Vries"))
    assert plan(found).title == "Plan huishouden 12"


def test_that_the_plan_says_whom_to_call_when_that_was_filled_in() -> None:
    found = dossier()
    own = Profile("Fatima", "wijkteam", "010-1234567", "T-4")
    said = plan_of(found, CATALOGUE, saving_of(found, CATALOGUE), TODAY, own)
    assert "Fatima, wijkteam · team T-4 · telefoon 010-1234567" in text_of(said)
    assert "Vragen over dit plan" not in text_of(plan(found))
