"""What papers about one doorbraak say of who was chosen to decide."""

from doorbraak.model.documents.decision_sheet import decision_sheet_of
from doorbraak.model.documents.document import text_of
from doorbraak.model.documents.request_letter import request_letter_of
from doorbraak.model.dossier.justification import LegalGround
from tests.model.documents.doorbraak_papers import sources
from tests.model.insight.records import dossier, intervention, made

TEAM = "Een wijkteamlid mag hier niet over bijstand besluiten."


def test_that_letter_and_sheet_warn_about_who_may_not_decide_and_not_about_who_usually_does() -> None:
    grounds = (made(LegalGround, id=1, article="participatiewet:49", role="room"),)
    for paper in (request_letter_of, decision_sheet_of):

        def said(decider: str, paper=paper) -> str:
            found = dossier(interventions=(intervention(decider=decider),), grounds=grounds)
            return text_of(paper(sources(found), 1))

        assert TEAM in said("Begeleider Noor")
        assert "kijk na of “Wethouder” dit mag" in said("Wethouder")
        for usual in ("College van B en W", ""):
            assert "Let op" not in said(usual)
