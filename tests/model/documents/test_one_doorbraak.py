"""What papers about one doorbraak say of who was chosen to decide."""

from collections.abc import Callable

from doorbraak.model.documents.decision_sheet import decision_sheet_of
from doorbraak.model.documents.document import Document, text_of
from doorbraak.model.documents.one_doorbraak import doorbraak_of
from doorbraak.model.documents.request_letter import request_letter_of
from doorbraak.model.documents.sources import Sources
from doorbraak.model.dossier.justification import LegalGround
from tests.model.documents.doorbraak_papers import sources
from tests.model.insight.records import dossier, intervention, line, made

TEAM = "Een wijkteamlid mag hier niet over bijstand besluiten."


def test_that_the_sheet_warns_about_who_may_not_decide_and_the_letter_to_that_one_does_not() -> None:
    grounds = (made(LegalGround, id=1, article="participatiewet:49", role="room"),)

    def said(decider: str, paper: Callable[[Sources, int], Document]) -> str:
        found = dossier(interventions=(intervention(decider=decider),), grounds=grounds)
        return text_of(paper(sources(found), 1))

    assert TEAM in said("Begeleider Noor", decision_sheet_of)
    assert "kijk na of “Wethouder” dit mag" in said("Wethouder", decision_sheet_of)
    for usual in ("College van B en W", ""):
        assert "Let op" not in said(usual, decision_sheet_of)
    for anybody in ("Begeleider Noor", "Wethouder", "College van B en W", ""):
        assert "Let op" not in said(anybody, request_letter_of)


def test_that_doorbraken_without_a_price_are_counted_among_those_that_come() -> None:
    all_ = (
        intervention(),
        intervention(id=2, status="granted"),
        intervention(id=3, status="done"),
        intervention(id=4, status="refused"),
        intervention(id=5, status="withdrawn"),
    )
    lines = (line(0, intervention=1), line(500_00, id_=2), line(100_00, id_=3, intervention=4))
    found = doorbraak_of(sources(dossier(*lines, interventions=all_)), 1)
    assert (found.unpriced.without, found.unpriced.counted) == (2, 3)
    assert found.unpriced.said == "Van 2 van de 3 doorbraken is de prijs nog niet ingevuld."
    priced = doorbraak_of(sources(dossier(lines[0], interventions=all_[:1])), 1)
    assert (priced.unpriced.without, priced.unpriced.counted) == (0, 1)
    assert priced.unpriced.said == ""
