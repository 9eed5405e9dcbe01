from datetime import date
from typing import Any

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents.document import Document, Section, text_of
from doorbraak.model.documents.plan_sum import sum_blocks
from doorbraak.model.dossier.costs import Chances, CostLine, Effect
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import dossier, event, household, intervention, line

LISTS = load()
ALL = Chances(100, 100, 0)


def said_of(found: Dossier) -> str:
    section = Section("De rekensom", sum_blocks(saving_of(found, LISTS), LISTS, found))
    return text_of(Document("Proef", "", date(2026, 11, 22), (), (section,))).replace("\u00a0", " ")


def sums(*costs: CostLine, **parts: Any) -> str:
    return said_of(dossier(*costs, **parts))


def test_that_without_transfers_there_are_three_scenarios_too() -> None:
    threat = line(900_00, id_=3, once=True, event=1, chances=Chances(0, 50, 0))
    paid = line(300_00, chances=ALL), line(100_00, id_=2, chances=ALL, transfer=True)
    said = sums(*paid, threat, events=(event(50, 0),))
    assert "Zonder overdrachten: huidig € 300, dreigend € 750, plan € 0, besparing € 750." in said


def test_that_money_or_time_is_a_table_only_when_somebody_chose() -> None:
    said = sums(line(100_00, chances=ALL))
    assert "Er is nog niet gekozen welke besparing geld is" in said
    assert not any(word in said for word in ("Geld of tijd", "Kasbaar", "Capaciteit", "Nog niet gekozen"))


@pytest.mark.parametrize(
    ("effect", "there", "absent"), [("cash", "Kasbaar", "Capaciteit"), ("capacity", "Capaciteit", "Kasbaar")]
)
def test_that_only_the_words_in_the_table_are_explained(effect: Effect, there: str, absent: str) -> None:
    said = sums(line(100_00, chances=ALL, effect=effect), line(200_00, id_=2, chances=ALL))
    assert "Geld of tijd" in said
    assert f"{there}\t€ 100" in said
    assert f"{there} is " in said
    assert "Nog niet gekozen\t€ 200" in said
    assert absent not in said


def test_that_what_is_far_outside_is_told_and_not_ordered() -> None:
    said = sums(line(70_000_00, chances=ALL))
    assert "Getallen die opvallen" in said
    assert "Kijk" not in said
    assert "Getallen die opvallen" not in sums(line(60_000_00, chances=ALL))


def test_that_a_period_long_before_the_dossier_is_said_beside_its_day() -> None:
    early = intervention(status="granted", decided_on=date(1990, 1, 1))
    home = household(opened=date(2026, 2, 1))
    said = said_of(dossier(line(100_00), of=home, interventions=(early,)))
    assert "vanaf 1 januari 1990" in said
    assert "Het eerste besluit ligt ver voor het begin van dit dossier (1 januari 1990)." in said
    assert "Klopt de dag?" not in said
    assert "ver voor het begin" not in sums(line(100_00))
