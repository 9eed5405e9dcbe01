from datetime import date

import pytest

from doorbraak.model.insight.letters_asking import asks
from tests.model.insight.records import START, letter

TELLING = (
    "Afgewezen: er is een schuld die niet in een regeling past. Los die eerst zelf op. Bezwaar kan tot zes weken.",
    "Aanvraag niet behandeld: geef eerst een adres op.",
    "Wij houden 120 euro per maand in voor een oude vordering.",
    "Wij vragen de rechter om de huur te stoppen. Er is ook 900 euro huurschuld.",
    "De behandeling kan starten als er rust is in het geld.",
    "Uw verzekering is gestopt, want u staat nergens ingeschreven.",
    "Geen voorrang voor een huis. Bent u het niet eens? Dan kunt u bezwaar maken.",
)
ASKING = (
    "Betaal 6.000 euro ineens. Termijnen zijn alleen mogelijk via de schuldhulp.",
    "U moet 2.300 euro terugbetalen.",
    "Geen kindgebonden budget. U moet 620 euro terugbetalen.",
    "De plek stopt op 1 augustus. Zorg dat u dan een huis hebt.",
    "U zorgt feitelijk voor uw broer. Daarom vragen wij u om voogd te worden.",
    "Laatste aanmaning, anders wordt de boete hoger.",
    "betalen",
)


@pytest.mark.parametrize("words", TELLING)
def test_that_a_refusal_and_what_a_sender_does_ask_nothing(words: str) -> None:
    assert not asks(letter(1, demand=words, amount_cents=100, last_day=START))


@pytest.mark.parametrize("words", ASKING)
def test_that_a_demand_is_asked(words: str) -> None:
    assert asks(letter(1, demand=words))


def test_that_what_cannot_be_told_counts_as_asked() -> None:
    assert asks(letter(1, demand="Nieuwe termijn: 180 euro per maand."))
    assert asks(letter(1, last_day=date(2026, 12, 1)))
    assert asks(letter(1, amount_cents=5000))
    assert not asks(letter(1, sender="Bank"))
