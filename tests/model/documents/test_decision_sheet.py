from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.documents.decision_sheet import decision_sheet_of
from doorbraak.model.documents.decision_verdicts import ALL_CONDITIONS, according_to
from doorbraak.model.documents.document import Table, text_of
from doorbraak.model.documents.one_doorbraak import doorbraak_of
from doorbraak.model.documents.reasons_to_decide import MOST, reasons_of
from doorbraak.model.documents.whole_sentences import sentences_of
from doorbraak.model.dossier.considerations import Consideration
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status, StatusChange
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.perspectives import Perspective
from doorbraak.model.workspace.store import Store
from tests.model.documents.doorbraak_papers import CASES, TODAY, published, sources
from tests.model.insight.records import dossier, event, intervention, line, made, problem


def sheet(found: Dossier) -> str:
    return text_of(decision_sheet_of(sources(found), 1))


def test_that_it_says_what_is_asked_of_whom_under_which_article() -> None:
    grounds = (
        made(LegalGround, id=1, article="awb:4:84", role="room"),
        made(LegalGround, id=2, article="participatiewet:14", role="blocks"),
    )
    text = sheet(dossier(interventions=(intervention(decider="Het college", payer="gemeente"),), grounds=grounds))
    for shown in ("De schuld betalen", "Aan\tHet college", "Op grond van\tAwb artikel 4:84\n"):
        assert shown in text
    assert "Wie betaalt: Gemeente." in text


@pytest.mark.parametrize("case", CASES)
def test_that_there_are_at_most_five_reasons(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        assert 1 <= len(reasons_of(doorbraak_of(found, one.id), 200)) <= MOST


def test_that_the_conditions_are_those_of_who_is_for_it_with_conditions() -> None:
    sides = (
        made(Perspective, id=1, side="legal", verdict="conditions", reason="Schrijf de reden op.", by_role="Jurist"),
        made(Perspective, id=2, side="economic", verdict="for", reason="Het loont.", by_role="Adviseur"),
    )
    found = dossier(interventions=(intervention(),), perspectives=sides)
    assert "Voorwaarden\tVolgens de jurist (juridisch): “Schrijf de reden op.”" in sheet(found)
    assert "Voor\tAdviseur (economisch): “Het loont.”" in sheet(found)
    assert "Niemand vroeg om een voorwaarde." in sheet(replace(found, perspectives=sides[1:]))
    assert "Nog niet ingevuld: een oordeel." in sheet(replace(found, perspectives=()))


@pytest.mark.parametrize(("status", "answer"), [("granted", "Ja"), ("partly", "Deels"), ("refused", "Nee")])
def test_that_a_decision_is_filled_in(status: Status, answer: str) -> None:
    history = (made(StatusChange, status=status, on_day=TODAY, reason="De wet laat het toe."),)
    found = dossier(interventions=(intervention(status=status, decider="Het college"),), statuses=history)
    text = sheet(found)
    assert f"Besluit\t{answer}, op 22 november 2026\nReden\tDe wet laat het toe.\nDoor\tHet college" in text
    assert "☐" not in text


def test_that_lines_to_sign_stand_there_until_it_is_decided() -> None:
    document = decision_sheet_of(sources(dossier(interventions=(intervention(status="requested"),))), 1)
    text = text_of(document)
    assert "☐  ja        ☐  deels        ☐  nee" in text
    for shown in ("Reden", "Naam", "Functie", "Datum", "Handtekening"):
        assert shown in text
    heads = [column.title.split("\n") for block in document.sections[-1].blocks if isinstance(block, Table)
             for column in block.columns]  # fmt: skip
    with_room = [first for first, *room in heads if len(room) > 1]
    assert with_room == ["Naam", "Functie", "Datum", "Handtekening"]
    assert "De hulp is er al." in sheet(dossier(interventions=(intervention(status="done"),)))


def test_that_the_own_cost_and_both_parts_of_the_saving_are_said() -> None:
    own = line(600_00, id_=2, once=True, intervention=1)
    text = sheet(dossier(line(900_00), own, interventions=(intervention(),))).replace("\u00a0", " ")
    assert "Kost dit zelf\tZonder plan\tMet plan\tDirect\tVoorkomen\n€ 600\t" in text
    assert "Nog niet ingevuld: wat deze doorbraak zelf kost." in sheet(dossier(interventions=(intervention(),)))


def test_that_what_speaks_against_stands_beside_what_speaks_for_it() -> None:
    grounds = (
        made(LegalGround, id=1, article="participatiewet:13:1_onder_g", role="blocks"),
        made(LegalGround, id=2, article="participatiewet:49", role="room"),
    )
    sides = (
        made(Perspective, id=1, side="legal", verdict="against", reason="Het mag niet.", by_role="Jurist"),
        made(Perspective, id=2, side="lifeworld", verdict="for", reason="Dan slaap ik.", by_role="Moeder"),
    )
    found = dossier(interventions=(intervention(),), grounds=grounds, perspectives=sides)
    text = sheet(found)
    assert "Voor\tMoeder (leefwereld): “Dan slaap ik.”\nTegen\tJurist (juridisch): “Het mag niet.”" in text
    tables = [block for block in decision_sheet_of(sources(found), 1).sections[0].blocks if isinstance(block, Table)]
    drawn_alike = next(table.rows for table in tables if any(row[0] == "Voor" for row in table.rows))
    assert "Tegen" in [row[0] for row in drawn_alike]
    assert "Blokkeert\tPW artikel 13 lid 1 onder g: uitweg PW artikel 49" in text
    alone = replace(found, grounds=grounds[:1])
    assert "Blokkeert\tPW artikel 13 lid 1 onder g: nog geen uitweg gekozen" in sheet(alone)


@pytest.mark.parametrize("case", CASES)
def test_that_no_text_of_a_published_household_is_cut_within_a_sentence(store: Store, case: str) -> None:
    found = published(store, case)
    for one in found.dossier.interventions:
        assert "…" not in text_of(decision_sheet_of(found, one.id))


def test_that_a_weighing_stands_there_whole_or_else_both_its_ends_with_where_the_rest_is() -> None:
    def shown(words: str) -> str:
        part = made(Consideration, id=1, part="weighing", words=words)
        return sheet(dossier(interventions=(intervention(status="requested"),), considerations=(part,)))

    assert "Afweging\tHet mag. Het helpt." in shown("Het mag. Het helpt.")
    middle = "Er is veel te zeggen over wat hier gebeurt. " * 60
    long = shown(f"Wij vinden dat het kan. {middle}Het kost veel. Het is een gift.")
    assert "Afweging\tWij vinden dat het kan. (meer in de onderbouwing) Er is veel" in long
    assert "Het kost veel. Het is een gift.\n" in long
    for text in (shown("Het mag."), long):
        assert f"{ALL_CONDITIONS}\nNaam" in text


def test_that_the_weighing_of_the_first_household_says_its_advice_and_what_is_against_it(store: Store) -> None:
    found = published(store, "casus-01.json")
    (weighing,) = (one for one in found.dossier.considerations if one.part == "weighing" and one.intervention == 1)
    first, *_ = sentences_of(weighing.words)
    against = next(one for one in sentences_of(weighing.words) if "tegen" in one.lower())
    text = text_of(decision_sheet_of(found, 1))
    assert f"Afweging\t{first}" in text
    assert against in text


def test_that_the_cost_of_the_whole_plan_stands_beside_the_own_cost() -> None:
    lines = (line(100_00, once=True, intervention=1), line(900_00, id_=2, once=True, intervention=2))
    text = sheet(dossier(*lines, interventions=(intervention(), intervention(id=2)))).replace("\u00a0", " ")
    assert "Kost dit zelf\tKost hele plan\tZonder plan\tMet plan\tDirect\tVoorkomen\n€ 100\t€ 1.000\t" in text
    assert "Verwachte besparing in 12 maanden, van alle doorbraken samen: € " in text


def test_that_the_saving_is_an_amount_before_anything_is_said_of_its_parts_or_its_band() -> None:
    stops = Chances(100, 100, 0)
    lines = (line(900_00, chances=stops), line(400_00, id_=2, chances=stops, transfer=True))
    text = sheet(dossier(*lines, interventions=(intervention(),))).replace("\u00a0", " ")
    said = "Verwachte besparing in 12 maanden: € 1.300 publiek geld. Daarvan is € 400 overdracht"
    assert said in text
    assert text.index(said) < text.index("Onzeker: €")
    assert "minteken" not in text


def test_that_a_minus_and_a_chance_are_explained_where_they_stand() -> None:
    costs = line(900_00, once=True, intervention=1, chances=Chances(0, 0, 100))
    text = sheet(dossier(costs, interventions=(intervention(),)))
    assert "Verwacht: meer kosten in 12 maanden: " in text
    assert "Een minteken bij Direct: het plan kost daar meer dan het bespaart." in text
    assert "kans daarop" not in text
    threat = line(900_00, id_=2, event=1, chances=Chances(0, 40, 5))
    found = dossier(costs, threat, interventions=(intervention(),), events=(event(40, 5, id=1, on=TODAY),))
    assert "Wat dreigt, telt mee naar de kans daarop." in sheet(found)


def test_that_doorbraken_without_a_price_are_said_beside_the_price_of_the_whole_plan() -> None:
    two = (intervention(), intervention(id=2))
    text = sheet(dossier(line(100_00, once=True, intervention=1), interventions=two))
    assert "Van 1 van de 2 doorbraken is de prijs nog niet ingevuld." in text
    alone = sheet(dossier(line(100_00), interventions=two[:1]))
    assert "van de 1" not in alone


def test_that_what_was_decided_is_not_asked_any_more() -> None:
    def heading(status: Status) -> str:
        return decision_sheet_of(sources(dossier(interventions=(intervention(status=status),))), 1).sections[0].heading

    assert {heading(status) for status in ("proposed", "requested", "done")} == {"Wat wij vragen"}
    assert {heading(status) for status in ("granted", "partly", "refused", "withdrawn")} == {"Wat gevraagd was"}


def test_that_a_problem_that_was_solved_is_not_said_to_be_stuck() -> None:
    solved = problem(1, words="Schuld", solved_on=TODAY)
    found = dossier(interventions=(intervention(problems=(1, 2)),), problems=(solved, problem(2, words="Huur")))
    assert "Vast zit: “Huur”. Opgelost: 1 ander probleem." in sheet(found)
    over = replace(found, problems=(solved,))
    assert "Vast zat: “Schuld”. Dat is opgelost." in sheet(over)
    assert "Vast zit" not in sheet(over)


def test_that_an_event_that_had_its_day_or_its_outcome_threatens_no_more() -> None:
    found = dossier(interventions=(intervention(),), events=(event(40, 5, on=TODAY),))
    assert "Er dreigt “Huisuitzetting”" in sheet(found)
    for over in (event(40, 5, on=date(2026, 11, 21)), event(40, 5, on=TODAY, outcome="averted", outcome_on=TODAY)):
        assert "dreigt" not in sheet(replace(found, events=(over,)))


def test_that_only_the_problems_in_a_knot_are_said_to_be_in_it() -> None:
    problems = (
        problem(1, words="Schuld"),
        problem(2, "", 3, words="Huur"),
        problem(3, "", 2, words="Stress"),
    )
    found = dossier(interventions=(intervention(problems=(1, 2)),), problems=problems)
    text = sheet(found)
    assert "Vast zit: “Schuld” en nog 1 probleem. In een knoop: “Huur” en “Stress” wachten op elkaar." in text
    assert "knoop" not in sheet(replace(found, interventions=(intervention(problems=(1,)),)))


def test_that_a_year_that_began_before_the_decision_is_said() -> None:
    first = intervention(status="granted", decided_on=date(2026, 10, 5))
    second = intervention(id=2, status="requested")
    found = sources(dossier(line(900_00), interventions=(first, second)))
    said = "Jaar 1 begint bij het eerste besluit in dit plan, 5 oktober 2026. Deze doorbraak is nog niet besloten."
    assert said in text_of(decision_sheet_of(found, 2))
    assert "Jaar 1" not in text_of(decision_sheet_of(found, 1))


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Wijkagent", "Volgens de wijkagent"),
        ("College van B en W", "Volgens het college van B en W"),
        ("Moeder", "Volgens moeder"),
        ("CAK", "Volgens CAK"),
        ("De jurist", "Volgens de jurist"),
        ("", "Volgens iemand die meedacht"),
    ],
)
def test_that_who_asks_for_something_is_not_who_does_it(role: str, said: str) -> None:
    assert according_to(role) == said
