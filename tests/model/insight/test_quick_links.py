from doorbraak.model import catalogue
from doorbraak.model.insight.quick_links import agencies_of, problems_of
from tests.model.insight.records import agency, dossier, problem

LISTS = catalogue.load()
HOME = dossier(
    problems=(problem(1, "huurachterstand"), problem(2, "somberheid"), problem(3, words="eigen woorden")),
    agencies=(agency(5, "deurwaarder"),),
)


def test_that_an_agency_goes_with_the_problems_that_usually_bring_it() -> None:
    assert problems_of("woningcorporatie", HOME, LISTS) == (1,)
    assert problems_of("onbekend", HOME, LISTS) == ()


def test_that_present_agencies_come_first_and_the_rest_keeps_its_order() -> None:
    usual = LISTS.problems["huurachterstand"].agencies
    assert agencies_of("huurachterstand", HOME, LISTS) == (
        "deurwaarder", *(one for one in usual if one != "deurwaarder"),
    )  # fmt: skip
    assert agencies_of("", HOME, LISTS) == ()
