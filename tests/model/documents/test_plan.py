from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents.document import Document, Quote, text_of
from doorbraak.model.documents.plan import plan_of
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import EFFECTS, Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, event, intervention, line, made

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
        *(names.article_name(one.article, CATALOGUE) for one in published.grounds),
        *(one.reason for one in published.events),
        *(one.words for one in published.costs),
        *(one.source for one in published.costs),
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
    for amount in ("€ 264.000", "€ 5.000", "€ 243.000", "€ 21.000"):
        assert amount in text
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


def test_that_an_article_that_left_the_list_is_printed_as_it_was_kept() -> None:
    gone = made(
        LegalGround,
        id=1,
        article="oude-wet:1",
        role="carries",
        title="Oude wet 1",
        text="Het mag.",
        text_version="2020-01-01",
    )
    own = made(LegalGround, id=2, role="carries", title="Verordening Oost 7")
    text = text_of(plan(replace(dossier(interventions=(intervention(),)), grounds=(gone, own))))
    assert "Oude wet 1\tDraagt de doorbraak\tHet mag.\t1 januari 2020 – nakijken" in text
    assert "Verordening Oost 7\t" in text


def test_that_an_article_shows_its_role_its_date_and_whether_to_check_it() -> None:
    sure = next(one for one in CATALOGUE.articles.values() if not one.needs_check and one.text_version == "2026-07-01")
    unsure = next(one for one in CATALOGUE.articles.values() if one.needs_check)
    grounds = (
        made(LegalGround, id=1, article=sure.id, role="carries", reason="Hier past het."),
        made(LegalGround, id=2, article=unsure.id, role="blocks"),
    )
    text = text_of(plan(replace(dossier(interventions=(intervention(),)), grounds=grounds)))
    assert f"{names.article_name(sure.id, CATALOGUE)}\tDraagt de doorbraak\tHier past het.\t1 juli 2026\n" in text
    assert text.count("nakijken") == 1


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("proposed", "Vraag een besluit over: De schuld betalen."),
        ("requested", "Vraag wanneer het besluit komt"),
        ("granted", "Voer uit: De schuld betalen."),
        ("refused", "Bezwaar kan meestal tot en met 12 februari 2026."),  # six weeks after 1 January
        ("done", "Kijk samen terug of het werkte"),
    ],
)
def test_that_the_first_step_follows_from_where_the_doorbraak_stands(status: Status, said: str) -> None:
    step = intervention(status=status, decided_on=date(2026, 1, 1))
    assert said in text_of(plan(dossier(interventions=(step,))))


def test_that_what_no_longer_threatens_is_no_first_step_and_says_what_came_of_it() -> None:
    open_one = event(40, 5, on=date(2027, 2, 1))
    assert "Voor 1 februari 2027: voorkom huisuitzetting." in text_of(plan(dossier(events=(open_one,))))
    over = replace(open_one, outcome="averted", outcome_on=date(2026, 11, 3))
    text = text_of(plan(dossier(events=(over,))))
    assert "voorkom huisuitzetting" not in text
    assert "Afgewend op 3 november 2026" in text


def sums(*costs: CostLine, **parts: tuple[Any, ...]) -> str:
    return text_of(plan(dossier(*costs, **parts))).replace("\u00a0", " ")


def test_that_the_sum_says_in_whose_prices_it_is() -> None:
    assert "Alle bedragen zijn in prijzen van 2025" in sums(line(100_00))
    assert "Een prijs zonder bekend jaar is niet omgerekend." in sums(line(100_00))
    later = sums(replace(line(100_00), price_year=2026))
    assert "Een jaar zonder index gebruikt het dichtstbijzijnde bekende (hier 2026)." in later


def test_that_the_doorbraaks_own_cost_is_said_with_when_it_is_earned_back() -> None:
    own = line(600_00, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100))
    saves = line(1_200_00, chances=Chances(100, 100, 0))
    text = sums(saves, own, interventions=(intervention(),))
    assert "De doorbraken zelf kosten € 600; dat zit in het plan." in text
    assert "terugverdiend in maand 6." in text
    assert "verdient zijn eigen kosten niet terug binnen 12 maanden" in sums(own, interventions=(intervention(),))
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
    assert "Kijk dit na" in text
    assert "Onze grens is € 66.000." in text
    assert "Bron: Maatpact" in text
    assert "Kijk dit na" not in sums(line(60_000_00, chances=Chances(100, 100, 0)))


def test_that_weak_sources_are_marked_and_totals_count_nowhere() -> None:
    total = next(one.id for one in CATALOGUE.prices.values() if one.use == "total")
    text = sums(replace(line(100_00), price_year=2013), line(900_00, id_=2, price=total))
    assert "zonder bron, oude prijs, band aangenomen (±25%)" in text
    assert "telt niet mee" in text
    assert "Publiek samen\t€ 137\t" in text  # 100 x 134.56 / 98.44


def test_that_private_money_stands_apart() -> None:
    text = text_of(plan(dossier(line(700_00), line(300_00, payer="huishouden")))).replace("\u00a0", " ")
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
