from doorbraak.model.catalogue import load
from doorbraak.model.documents import sum_words
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import dossier, intervention, line

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


def test_that_the_part_that_is_a_transfer_is_said() -> None:
    lines = (line(900_00, chances=ALL), line(100_00, id_=2, chances=ALL, transfer=True))
    said = sum_words.transfers(saving_of(dossier(*lines), LISTS)).replace("\u00a0", " ")
    assert said == "Daarvan is € 100 overdracht, zoals een uitkering."
    assert sum_words.transfers(saving_of(dossier(lines[0]), LISTS)) == ""
