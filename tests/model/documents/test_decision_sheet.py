from dataclasses import replace

import pytest

from doorbraak.model.documents.decision_sheet import decision_sheet_of
from doorbraak.model.documents.document import Table, text_of
from doorbraak.model.documents.one_doorbraak import doorbraak_of
from doorbraak.model.documents.reasons_to_decide import MOST, reasons_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status, StatusChange
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.dossier.perspectives import Perspective
from doorbraak.model.workspace.store import Store
from tests.model.documents.doorbraak_papers import CASES, TODAY, published, sources
from tests.model.insight.records import dossier, intervention, line, made


def sheet(found: Dossier) -> str:
    return text_of(decision_sheet_of(sources(found), 1))


def test_that_it_says_what_is_asked_of_whom_under_which_article() -> None:
    grounds = (
        made(LegalGround, id=1, article="awb:4:84", role="room"),
        made(LegalGround, id=2, article="participatiewet:14", role="blocks"),
    )
    text = sheet(dossier(interventions=(intervention(decider="Het college", payer="gemeente"),), grounds=grounds))
    for shown in ("De schuld betalen", "Aan\tHet college", "Op grond van\tAwb artikel 4:84\n", "Wie betaalt\tGemeente"):
        assert shown in text
    assert "PW artikel 14" not in text


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
    assert "Jurist: Schrijf de reden op." in sheet(found)
    assert "Het loont." not in sheet(found)
    assert "Niemand vroeg om een voorwaarde." in sheet(replace(found, perspectives=sides[1:]))
    assert "Nog niet ingevuld: een oordeel." in sheet(replace(found, perspectives=()))


@pytest.mark.parametrize(("status", "answer"), [("granted", "Ja"), ("partly", "Deels"), ("refused", "Nee")])
def test_that_a_decision_is_filled_in(status: Status, answer: str) -> None:
    history = (made(StatusChange, status=status, on_day=TODAY, reason="De wet laat het toe."),)
    found = dossier(interventions=(intervention(status=status, decider="Het college"),), statuses=history)
    text = sheet(found)
    assert f"Besluit\t{answer}\nReden\tDe wet laat het toe.\nDoor\tHet college\nDatum\t22 november 2026" in text
    assert "☐" not in text


def test_that_lines_to_sign_stand_there_until_it_is_decided() -> None:
    document = decision_sheet_of(sources(dossier(interventions=(intervention(status="requested"),))), 1)
    text = text_of(document)
    assert "☐  ja        ☐  deels        ☐  nee" in text
    for shown in ("Reden", "Naam", "Functie", "Datum", "Handtekening"):
        assert shown in text
    tables = [block for block in document.sections[-1].blocks if isinstance(block, Table)]
    assert any(all(not cell for cell in row) for table in tables for row in table.rows)
    assert "De hulp is er al." in sheet(dossier(interventions=(intervention(status="done"),)))


def test_that_the_own_cost_and_both_parts_of_the_saving_are_said() -> None:
    own = line(600_00, id_=2, once=True, intervention=1)
    text = sheet(dossier(line(900_00), own, interventions=(intervention(),))).replace("\u00a0", " ")
    for shown in ("€ 600 kost dit zelf", "zonder plan", "direct bespaard", "voorkomen"):
        assert shown in text
    assert "Nog niet ingevuld: wat deze doorbraak zelf kost." in sheet(dossier(interventions=(intervention(),)))
