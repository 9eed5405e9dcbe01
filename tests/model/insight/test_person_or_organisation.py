import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.person_or_organisation import people_in
from doorbraak.model.insight.vocabulary import vocabulary_of

VOCABULARY = vocabulary_of(catalogue.load())


@pytest.mark.parametrize(("typed", "people"), [
    ("Wijkagent Ed Vos", ("Ed Vos",)), ("Sandra", ("Sandra",)), ("mr. K. Pinas", ("K. Pinas",)),
    ("mevrouw Yilmaz (school)", ("Yilmaz",)), ("juf Anneloes van de Wegwijzer", ("Anneloes",)),
    ("Gemeente, mw. Bakker", ("Bakker",)), ("Petra (WMO)", ("Petra",)), ("piet jansen", ("piet jansen",)),
    ("UWV", ()), ("Albert Heijn", ()), ("ziggo", ()), ("Stichting Zonnestraal", ()), ("Basisschool De Wegwijzer", ()),
    ("Team van Fenna", ("Fenna",)), ("UWV, team Fenna", ("Fenna",)), ("school van Fenna Bos", ("Fenna Bos",)),
    ("Stichting van Harte", ()),
    ("Zilveren Kruis", ()), ("Gemeente Utrecht", ()), ("wijkagent", ()), ("Jurist jeugd", ()),
])  # fmt: skip
def test_that_people_are_told_from_organisations_where_either_is_typed(typed: str, people: tuple[str, ...]) -> None:
    assert people_in(typed, VOCABULARY) == people
