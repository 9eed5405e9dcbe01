from datetime import date

import pytest

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.ecomap import ecomap_of
from doorbraak.model.insight.ecomap_sentences import contacts_a_month, listed, of_opening
from tests.model.insight.ecomap_households import CATALOGUE
from tests.model.insight.records import agency, dossier, person, problem

TODAY = date(2026, 11, 1)


def told() -> Dossier:
    return dossier(
        people=(person(id=1, name="Sam"),),
        problems=(
            problem(1, "", 2, words="Achterstand met de huur", life_domain="wonen", owner="household"),
            problem(2, "", 1, words="Schulden", life_domain="geld"),
        ),
        agencies=(
            agency(1, words="Woningcorporatie", contacts_e2=200, bond="helps", problems=(1,), future="stop"),
            agency(2, words="Gemeente", contacts_e2=100, problems=(1, 2)),
            agency(3, words="School", people=(1,), bond="thin", future="pause"),
            agency(4, words="Politie", bond="strains", contacts_e2=25),
        ),
    )


def test_that_everything_on_the_map_says_what_it_is() -> None:
    shown = ecomap_of(told(), CATALOGUE, today=TODAY)
    nodes = {node.id: node.sentence for node in (*shown.problems, *shown.agencies)}
    assert nodes == {
        "problem 1": "Probleem Achterstand met de huur, wonen, eigenaar huishouden, maakt het meeste los, in knoop 1. "
        "Woningcorporatie en Gemeente zijn ermee bezig. Wacht op Schulden.",
        "problem 2": "Probleem Schulden, geld en schulden, eigenaar nog niet gekozen, in knoop 1. "
        "Gemeente is ermee bezig. Wacht op Achterstand met de huur.",
        "agency 1": "Woningcorporatie, 2 contacten per maand, helpt, voor Achterstand met de huur. Stopt na het plan.",
        "agency 2": "Gemeente, 1 contact per maand, voor Achterstand met de huur en Schulden.",
        "agency 3": "School, geen contacten per maand, dun, voor Sam. Pauzeert na het plan.",
        "agency 4": "Politie, 0,25 contacten per maand, wringt, voor het huishouden.",
    }
    assert [link.sentence for link in shown.links] == [
        "Woningcorporatie helpt bij Achterstand met de huur, 2 contacten per maand.",
        "Gemeente is betrokken bij Achterstand met de huur, 1 contact per maand.",
        "Gemeente is betrokken bij Schulden, 1 contact per maand.",
        "School heeft een dunne band met Sam, geen contacten per maand.",
        "Politie wringt bij het huishouden, 0,25 contacten per maand.",
    ]
    assert [wait.sentence for wait in shown.waits] == [
        "Achterstand met de huur wacht op Schulden. Dat is deel van knoop 1.",
        "Schulden wacht op Achterstand met de huur. Dat is deel van knoop 1.",
    ]
    assert [mark.sentence for mark in shown.knots] == [
        "Knoop 1: Achterstand met de huur wacht op Schulden en Schulden wacht op Achterstand met de huur.",
    ]


@pytest.mark.parametrize(
    ("count", "opening", "expected"),
    [
        (0, (), ""),
        (1, (1,), "De knoop gaat open."),
        (3, (1, 2, 3), "De 3 knopen gaan open."),
        (1, (), "De knoop is er dan nog: het plan zegt niet wat die losmaakt."),
        (2, (), "De 2 knopen zijn er dan nog: het plan zegt niet wat die losmaakt."),
        (2, (2,), "Knoop 2 gaat open. Knoop 1 is er dan nog: het plan zegt niet wat die losmaakt."),
        (9, (2, 3), "Van de 9 knopen gaan er 2 open. Van de rest zegt het plan niet wat die losmaakt."),
    ],
)
def test_that_of_knots_no_more_is_promised_than_the_plan_says(
    count: int, opening: tuple[int, ...], expected: str
) -> None:
    assert of_opening(count, opening) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("A",), "A"), (("A", "B"), "A en B"), (("A", "B", "C"), "A, B en C")],
)
def test_that_words_are_listed_as_people_say_them(words: tuple[str, ...], expected: str) -> None:
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("contacts_e2", "expected"),
    [(0, "geen contacten per maand"), (100, "1 contact per maand"), (130, "1,3 contacten per maand")],
)
def test_that_contacts_are_said_in_words(contacts_e2: int, expected: str) -> None:
    assert contacts_a_month(contacts_e2) == expected
