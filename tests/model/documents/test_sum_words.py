from doorbraak.model.catalogue import load
from doorbraak.model.documents import sum_words
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import dossier, line

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
