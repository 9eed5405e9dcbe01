from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents import sum_words
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.savings import Saving, saving_of
from tests.model.insight.records import dossier, event, household, intervention, line

LISTS = load()
ALL = Chances(100, 100, 0)
RANGED = next(one for one in LISTS.prices.values() if one.use == "line" and one.low_cents and one.high_cents)


def test_that_a_band_says_how_much_of_it_is_assumed() -> None:
    """A range that a source gave is no assumption of ours, and neither is one of a line that saves nothing."""
    own, same = line(100_00, id_=1, chances=ALL), line(100_00, id_=2)
    listed = line(RANGED.price_cents, id_=3, price=RANGED.id, chances=ALL)
    assert sum_words.assumed(saving_of(dossier(own, same), LISTS)) == " (prijzen ±25%, aangenomen)"
    assert sum_words.assumed(saving_of(dossier(own, listed), LISTS)) == " (deels prijzen ±25%, aangenomen)"
    assert sum_words.assumed(saving_of(dossier(same, listed), LISTS)) == ""


def test_that_a_band_with_its_middle_at_one_end_says_why() -> None:
    even = saving_of(dossier(line(100_00, chances=ALL)), LISTS)
    assert sum_words.skew(even) == ""
    dear = saving_of(dossier(line(100_00, chances=ALL, price_low_cents=100_00, price_high_cents=500_00)), LISTS)
    assert sum_words.skew(dear).endswith("De bronnen noemen vooral hogere prijzen.")
    assert sum_words.skew(dear) in sum_words.band(dear)
    cheap = saving_of(dossier(line(100_00, chances=ALL, price_low_cents=10_00, price_high_cents=100_00)), LISTS)
    assert sum_words.skew(cheap).endswith("De bronnen noemen vooral lagere prijzen.")


def test_that_what_a_euro_yields_can_be_reckoned_again() -> None:
    own = line(100_00, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100))
    saving = saving_of(dossier(line(3_000_00, chances=ALL), own, interventions=(intervention(),)), LISTS)
    (said,) = (one for one in sum_words.marks(saving) if one.startswith("Elke euro"))
    plain = said.replace("\u00a0", " ")
    assert "levert € 30,00 op. Dat is de besparing (€ 2.900,00) plus de eigen kosten (€ 100,00), gedeeld door" in plain


def test_that_what_a_euro_yields_is_rounded_to_the_nearest_cent() -> None:
    own = line(300_00, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100))
    saving = saving_of(dossier(line(2_000_00, chances=ALL), own, interventions=(intervention(),)), LISTS)
    (said,) = (one for one in sum_words.marks(saving) if one.startswith("Elke euro"))
    assert "levert €\u00a06,67 op" in said


def test_that_what_a_euro_yields_says_which_costs_it_lacks() -> None:
    own = line(100_00, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100))
    saving = saving_of(dossier(line(3_000_00, chances=ALL), own, interventions=(intervention(),)), LISTS)
    said = sum_words.remarks(saving, "Van 1 van de 2 is er geen prijs.")
    assert [("Van 1 van de 2 is er geen prijs." in one) for one in said] == [
        one.startswith("Elke euro") for one in said
    ]
    assert any(one.startswith("Elke euro") for one in said)


def test_that_the_part_that_is_a_transfer_is_said() -> None:
    lines = (line(900_00, chances=ALL), line(100_00, id_=2, chances=ALL, transfer=True))
    said = sum_words.transfers(saving_of(dossier(*lines), LISTS)).replace("\u00a0", " ")
    assert said == "Daarvan is € 100 overdracht, zoals een uitkering."
    assert sum_words.transfers(saving_of(dossier(lines[0]), LISTS)) == ""


WHOLE = "Alle bedragen zijn in prijzen van 2025, omgerekend met de consumentenprijzen van het CBS."
PART = "De som rekent in prijzen van 2025, met de consumentenprijzen van het CBS."
UNKNOWN, NOT = "Van %d is het jaar niet bekend", "niet omgerekend."


def of_years(*years: int | None) -> Saving:
    return saving_of(dossier(*(line(100_00, id_=at, price_year=year) for at, year in enumerate(years, 1))), LISTS)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((2022, 2025), WHOLE),
        ((), WHOLE),
        (
            (2022, 2025, None, None),
            f"{PART} Van de 4 prijzen is er 1 omgerekend. 1 prijs was al van 2025. {UNKNOWN % 2}: die zijn {NOT}",
        ),
        (
            (2022, 2020, None),
            f"{PART} Van de 3 prijzen zijn er 2 omgerekend. {UNKNOWN % 1}: die is {NOT}",
        ),
        (
            (2025, None),
            f"{PART} Van de 2 prijzen zijn er geen omgerekend. 1 prijs was al van 2025. {UNKNOWN % 1}: die is {NOT}",
        ),
        (
            (None, None),
            f"{PART} Van geen enkele prijs is het jaar bekend. Er is dus niets omgerekend.",
        ),
    ],
)
def test_that_it_is_said_how_many_prices_were_converted(years: tuple[int | None, ...], said: str) -> None:
    assert sum_words.price_level(of_years(*years)) == said


def test_that_a_year_without_index_is_said() -> None:
    assert "Een jaar zonder index gebruikt het dichtstbijzijnde bekende (hier 2026)." in sum_words.price_level(
        of_years(2026)
    )


def own(cents: int) -> CostLine:
    return line(cents, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100))


def prevented(cents: int) -> CostLine:
    return line(cents, id_=3, once=True, event=1, chances=Chances(0, 100, 0))


def sums(*costs: CostLine) -> Saving:
    return saving_of(dossier(*costs, events=(event(100, 0),), interventions=(intervention(),)), LISTS)


def test_that_what_is_earned_back_is_expected_and_never_said_to_be_there() -> None:
    assert sum_words.payback(sums(line(1_200_00, chances=ALL), own(600_00))) == (
        "Naar verwachting verdient het plan zijn eigen kosten terug in maand 6."
    )
    assert "verdient het plan zijn eigen kosten niet terug binnen 12 maanden" in sum_words.payback(sums(own(1)))
    assert "geen eigen kosten" in sum_words.payback(sums(line(1_200_00, chances=ALL)))
    once = sum_words.payback(sums(prevented(70_000_00), own(40_000_00))).replace("\u00a0", " ")
    assert once.endswith("Daarbij telt € 70.000 die in één keer wordt voorkomen meteen helemaal mee.")


def test_that_more_prevented_than_saved_is_told_in_euros() -> None:
    for said in (sum_words.marks, sum_words.remarks):
        (one,) = said(sums(prevented(70_000_00), own(40_000_00)))
        plain = one.replace("\u00a0", " ")
        assert "wat wordt voorkomen: € 70.000. Direct kost het plan € 40.000 meer." in plain
        assert "175%" not in plain
        assert "100%" not in plain


def test_that_paper_states_what_is_far_outside_and_asks_nobody_to_look() -> None:
    saving = sums(line(70_000_00, chances=ALL), own(1_000_00))
    for paper, screen in zip(sum_words.remarks(saving), sum_words.marks(saving), strict=True):
        assert paper.endswith(sum_words.UNEXPLAINED)
        assert "Bron: " in paper
        assert "Kijk" in screen
        assert not any(word in paper for word in ("Kijk", "afgerond", "Onze grens"))


def test_that_a_first_decision_long_ago_is_said_on_paper_and_asked_on_screen() -> None:
    early = intervention(status="granted", decided_on=date(1900, 1, 1))
    found = dossier(of=household(opened=date(2026, 2, 1)), interventions=(early,))
    said = sum_words.begins_far_before(found)
    assert "(1 januari 1900)" in said
    assert sum_words.ask_first_day(found) == f"{said} Klopt de dag?"
    later = replace(found, interventions=(replace(early, decided_on=date(2026, 1, 31)),))
    assert sum_words.begins_far_before(later) == sum_words.ask_first_day(later) == ""
