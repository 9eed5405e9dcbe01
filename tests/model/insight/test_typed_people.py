from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier.people import Living, Sex
from doorbraak.model.insight import plain_names
from doorbraak.model.insight.typed_people import TypedPerson, typed_person

TODAY = date(2026, 11, 22)
ROLES = catalogue.load().roles.values()


@pytest.mark.parametrize(
    ("typed", "name", "role"),
    [
        ("oom", "", "oom-tante"),
        ("Tante", "", "oom-tante"),
        ("oom of tante", "", "oom-tante"),
        ("dochter Emma", "Emma", "dochter"),
        ("Emma, dochter", "Emma", "dochter"),
        ("Emma, ex-man", "Emma", "ex-partner"),
        ("Ongeboren kind", "", "ongeboren-kind"),
        ("inwonend volwassen kind  Sem  de Wit", "Sem de Wit", "volwassen-kind-inwonend"),
        ("ex-partner: Bo", "Bo", "ex-partner"),
        ("buurvrouw, Ans", "Ans", "buur"),
        ("kind 1", "kind 1", ""),
        ("partner van moeder", "partner van moeder", ""),
        ("Zorgt voor", "Zorgt voor", ""),
        ("Emma dochter", "Emma dochter", ""),
        ("Sam, oom, dochter", "Sam, oom, dochter", ""),
        ("Sam", "Sam", ""),
        ("  ", "", ""),
        (",", ",", ""),
    ],
)
def test_that_a_role_is_read_before_a_name_or_behind_a_comma(typed: str, name: str, role: str) -> None:
    found = typed_person(typed, ROLES, TODAY)
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("typed", "role", "sex", "lives_here"),
    [
        ("oom", "oom-tante", "man", "no"),
        ("tante Els", "oom-tante", "woman", "no"),
        ("Oom of tante", "oom-tante", "", "no"),
        ("broer", "broer", "man", "yes"),
        ("zusje", "zus", "woman", "yes"),
        ("zoon Sam", "zoon", "man", "yes"),
        ("dochter", "dochter", "woman", "yes"),
        ("vader", "vader", "man", "yes"),
        ("mama", "moeder", "woman", "yes"),
        ("opa", "opa", "man", "no"),
        ("oma", "oma", "woman", "no"),
        ("neef", "neef-nicht", "man", "no"),
        ("nicht", "neef-nicht", "woman", "no"),
        ("stiefvader", "stiefvader", "man", "yes"),
        ("stiefdochter", "stiefkind", "woman", "yes"),
        ("pleegmoeder", "pleegouder", "woman", "yes"),
        ("pleegzoon", "pleegkind", "man", "yes"),
        ("ex-man", "ex-partner", "man", "no"),
        ("ex vrouw Bo", "ex-partner", "woman", "no"),
        ("exvriendin", "ex-partner", "woman", "no"),
        ("schoonmoeder", "schoonfamilie", "woman", "no"),
        ("halfbroer", "halfbroer-halfzus", "man", "yes"),
        ("buurman", "buur", "man", "no"),
        ("vriendin", "vriend", "woman", "no"),
        ("ex-partner", "ex-partner", "", "no"),
        ("partner", "partner", "", "yes"),
        ("uitwonend kind", "uitwonend-kind", "", "no"),
        ("Sam", "", "", "yes"),
    ],
)
def test_that_the_word_for_a_role_says_the_sex_and_who_usually_lives_elsewhere(
    typed: str, role: str, sex: Sex, lives_here: Living
) -> None:
    found = typed_person(typed, ROLES, TODAY)
    assert (found.role, found.sex, found.lives_here) == (role, sex, lives_here)


def test_that_a_year_behind_it_is_the_year_of_birth_and_any_other_number_is_part_of_the_name() -> None:
    assert typed_person("zoon Sam 2012", ROLES, TODAY) == TypedPerson("Sam", "zoon", 2012, "man")
    assert typed_person("Sam 2012", ROLES, TODAY) == TypedPerson("Sam", birth_year=2012)
    assert typed_person("Sam 2099", ROLES, TODAY) == TypedPerson("Sam 2099")
    assert typed_person("2012", ROLES, TODAY) == TypedPerson("2012")


def test_that_every_word_means_a_role_at_the_table_too() -> None:
    plain = plain_names.at_table(catalogue.load()).roles.values()
    for role in ROLES:
        if role.kind == "rol":
            assert typed_person(role.name, ROLES, TODAY).role == typed_person(role.name, plain, TODAY).role == role.id
