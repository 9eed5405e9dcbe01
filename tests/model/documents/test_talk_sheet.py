from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents.document import Document, KeyFigures, Table, text_of
from doorbraak.model.documents.talk_sheet import parties_of, talk_sheet_of
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.money import whole
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, event, household, intervention, line

CATALOGUE = load()
TODAY = date(2026, 11, 21)
OWN = Profile("Fatima", "wijkteam", "010-1234567", "T-4")


def sheet(found: Dossier, party: str = "zorgverzekeraar") -> Document:
    return talk_sheet_of(found, CATALOGUE, saving_of(found, CATALOGUE), party, TODAY, OWN)


def text(found: Dossier, party: str = "zorgverzekeraar") -> str:
    return text_of(sheet(found, party)).replace("\u00a0", " ")


def stay(cents: int = 20_000_00, **given: object) -> CostLine:
    return line(cents, id_=1, law="zvw", payer="zorgverzekeraar", chances=Chances(100, 100, 0), **given)  # type: ignore[arg-type]


def own_cost(cents: int = 2_000_00, payer: str = "gemeente", id_: int = 2) -> CostLine:
    return line(cents, id_=id_, payer=payer, once=True, intervention=1, chances=Chances(0, 0, 100))


@pytest.fixture
def published(store: Store, casus: int) -> Dossier:
    return dossiers.read(store, casus)


def test_that_the_wrong_pocket_is_said_plainly() -> None:
    found = dossier(stay(), own_cost(), interventions=(intervention(),))
    said = "U betaalt niets aan de doorbraak en wint € 20.000. Gemeente betaalt € 2.000 en wint niets."
    assert said in text(found)
    assert "U betaalt € 2.000 aan de doorbraak en wint niets. Zorgverzekeraar betaalt niets en wint € 20.000." in text(
        found, "gemeente"
    )


def winner(payer: str, id_: int, cents: int = 1_000_00) -> CostLine:
    return line(cents, id_=id_, payer=payer, chances=Chances(100, 100, 0))


def test_that_all_who_win_without_paying_are_said_together() -> None:
    free = (stay(), winner("rijk", 3), winner("onderwijs", 4))
    found = dossier(*free, own_cost(), interventions=(intervention(),))
    said = "Zorgverzekeraar, Rijk en Onderwijs betalen niets en winnen samen € 22.000."
    assert said.split(" betalen")[1] in text(found, "gemeente")
    for name in ("Zorgverzekeraar", "Rijk", "Onderwijs"):
        assert name in text(found, "gemeente").split(" betalen niets")[0]
    many = dossier(*free, winner("zorgkantoor", 5), winner("uwv", 6), own_cost(), interventions=(intervention(),))
    assert "en nog 2 betalen niets en winnen samen € 24.000." in text(many, "gemeente")


def test_that_who_loses_by_the_plan_reads_that() -> None:
    found = dossier(replace(stay(), chances=Chances(0, 0, 100)))
    assert "is € 20.000 meer kwijt" in text(found)


def test_that_what_one_pays_and_another_wins_is_said_on_both_sheets() -> None:
    found = dossier(replace(stay(), payer="gemeente", beneficiary="zorgkantoor"))
    assert "Gemeente betaalt, u wint: € 20.000." in text(found, "zorgkantoor")
    assert "U betaalt, Zorgkantoor wint: € 20.000." in text(found, "gemeente")


def test_that_the_figures_of_a_party_are_those_of_the_sums(published: Dossier) -> None:
    (figures,) = (one for one in sheet(published).sections[1].blocks if isinstance(one, KeyFigures))
    shown = [one.value.replace("\u00a0", " ") for one in figures.figures]
    assert shown == ["€ 25.000", "€ 25.000", "€ 7.500", "€ 17.500", "€ 0"]
    (paid,) = (one for one in sheet(published, "gemeente").sections[1].blocks if isinstance(one, Table))
    assert [cell.replace("\u00a0", " ") for cell in paid.total] == ["Samen", "€ 206.500", "€ 225.964", "€ 66.733"]


def test_that_a_corporatie_gets_a_sheet_though_it_is_no_public_payer() -> None:
    found = dossier(replace(stay(), payer="woningcorporatie"), events=(event(40, 5),))
    assert "wint € 20.000" in text(found, "woningcorporatie")


def test_that_nothing_that_was_typed_about_the_family_is_on_it(published: Dossier) -> None:
    """Names, own words and reasons stay home; what is from the lists may go."""
    typed = replace(
        published,
        household=replace(published.household, name="Familie Ganzevoort"),
        costs=tuple(replace(one, words="Hulp voor Ganzevoort", source="Volgens Ganzevoort") for one in published.costs),
        events=tuple(replace(one, words="Ganzevoort eruit", kind="", reason="Ganzevoort") for one in published.events),
        interventions=tuple(replace(one, words="Voor Ganzevoort", kind="") for one in published.interventions),
        people=tuple(replace(one, name="Ganzevoort") for one in published.people),
    )
    for party in parties_of(saving_of(typed, CATALOGUE)):
        said = text(typed, party)
        assert "anzevoort" not in said
        assert "Gespreksblad huishouden" in said


def test_that_the_family_s_own_purse_is_nobody_s_business(published: Dossier) -> None:
    saving = saving_of(published, CATALOGUE)
    assert "huishouden" in {row.line.payer for row in saving.lines}
    assert "huishouden" not in parties_of(saving)
    assert "Huishouden\t" not in text(published)


def test_that_an_example_says_so_on_the_sheet(published: Dossier) -> None:
    assert sheet(published).marks[0] == "VOORBEELD"
    real = replace(published, household=replace(published.household, example=False))
    assert "VOORBEELD" not in text(real)
    assert "Bevat persoonsgegevens" in text(real)


def test_that_the_parties_stand_in_the_order_of_what_they_win(published: Dossier) -> None:
    assert parties_of(saving_of(published, CATALOGUE)) == ("gemeente", "zorgverzekeraar", "onderwijs", "justitie")


def test_that_it_says_how_sure_it_is_and_from_where_the_prices_are(published: Dossier) -> None:
    said = text(published, "gemeente")
    assert "In 9 van de 10 berekeningen ligt wat u wint tussen" in said
    assert "prijzen van 2025" in said
    assert "Zorginstituut Nederland (2022, B)" in said
    assert "een eigen opgave zonder prijslijst" in said
    assert "Vragen: Fatima, wijkteam · team T-4 · telefoon 010-1234567." in said


def test_that_what_came_of_an_event_is_said_and_the_sums_stay() -> None:
    """They are what could be expected when it was decided: the paper may not say that nothing threatened."""
    over = replace(event(40, 5), outcome="averted", outcome_on=TODAY)
    assert "Iets anders (afgewend), verwacht rond 1 januari 2026" in text(dossier(stay(), events=(over,)))
    assert "Iets anders, verwacht rond 1 januari 2026" in text(dossier(stay(), events=(event(40, 5),)))


def test_that_an_empty_household_gets_sentences() -> None:
    said = text(dossier())
    assert "U betaalt niets in deze rekensom." in said
    assert "Nog geen doorbraak gekozen." in said


def crowded() -> Dossier:
    """More of everything than fits, with the longest names of the lists."""
    listed = (one for one in CATALOGUE.prices.values() if one.use == "line")
    prices = sorted(listed, key=lambda one: -len(one.name))[:12]
    payers = [one.id for one in CATALOGUE.payers.values() if one.id != "huishouden"]
    kinds = sorted(CATALOGUE.interventions.values(), key=lambda one: -len(one.name))[:6]
    threats = sorted(CATALOGUE.events.values(), key=lambda one: -len(one.name))[:5]
    costs = [
        replace(
            line(98_765_43, id_=at, price=one.id, payer="gemeente", chances=Chances(100, 100, 10)),
            beneficiary=payers[at % len(payers)], price_year=1995,
        )
        for at, one in enumerate(prices, start=1)
    ]  # fmt: skip
    costs += [
        replace(own_cost(payer=payers[at], id_=100 + at), intervention=at % len(kinds) + 1) for at in range(len(payers))
    ]
    return dossier(
        *costs,
        of=household(example=True),
        events=tuple(replace(event(40, 5), id=at, kind=one.id, words="") for at, one in enumerate(threats, start=1)),
        interventions=tuple(intervention(id=at, kind=one.id) for at, one in enumerate(kinds, start=1)),
    )


def test_that_long_lists_end_in_one_row_that_holds_what_is_left() -> None:
    found = crowded()
    said = text(found, "gemeente")
    assert "Nog " in said
    (paid,) = (one for one in sheet(found, "gemeente").sections[1].blocks if isinstance(one, Table))
    (row,) = (one for one in saving_of(found, CATALOGUE).by_payer if one.id == "gemeente")
    assert paid.total[1:] == tuple(map(whole, (row.amounts.current, row.amounts.threatening, row.amounts.plan)))
