import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.typed_people import typed_person


@pytest.mark.parametrize(
    ("typed", "name", "role"),
    [
        ("oom", "", "oom-tante"),
        ("Tante", "", "oom-tante"),
        ("oom of tante", "", "oom-tante"),
        ("dochter Emma", "Emma", "dochter"),
        ("Ongeboren kind", "", "ongeboren-kind"),
        ("inwonend volwassen kind  Sem  de Wit", "Sem de Wit", "volwassen-kind-inwonend"),
        ("ex-partner: Bo", "Bo", "ex-partner"),
        ("buurvrouw, Ans", "Ans", "buur"),
        ("kind 1", "kind 1", ""),
        ("partner van moeder", "partner van moeder", ""),
        ("Zorgt voor", "Zorgt voor", ""),
        ("Emma dochter", "Emma dochter", ""),
        ("Sam", "Sam", ""),
        ("  ", "", ""),
    ],
)
def test_that_a_role_is_read_before_a_name(typed: str, name: str, role: str) -> None:
    assert typed_person(typed, catalogue.load().roles.values()) == (name, role)
