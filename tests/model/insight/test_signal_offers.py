from datetime import date

from doorbraak.model import catalogue
from doorbraak.model.dossier.barriers import Barrier
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import StatusChange
from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.model.dossier.signals import LONGEST, Signal
from doorbraak.model.insight.signal_offers import offers
from tests.model.insight.records import dossier, intervention, made

KNOWN = catalogue.load()
REFUSED = intervention(id=3, words="Bijstand vooruit", status="refused")


def ids(at: Dossier) -> list[str]:
    return [one.id for one in offers(at, KNOWN)]


def test_that_a_barrier_that_stands_is_offered_until_it_is_a_knelpunt() -> None:
    stands, gone = made(Barrier, id=5, words="Regel", rung="law"), made(Barrier, id=6, gone_on=date(2026, 1, 1))
    (offer,) = offers(dossier(barriers=(stands, gone)), KNOWN)
    assert (offer.words, offer.rung, offer.barrier, offer.intervention) == ("Regel", "law", 5, 1)
    assert ids(dossier(barriers=(stands,), signals=(made(Signal, barrier=5),))) == []


def test_that_a_refusal_comes_with_its_last_reason() -> None:
    history = tuple(
        made(StatusChange, id=at, intervention=3, status=status, reason=reason)
        for at, (status, reason) in enumerate((("refused", "Eerst"), ("requested", "Opnieuw"), ("refused", "Te laat.")))
    )
    (offer,) = offers(dossier(interventions=(REFUSED,), statuses=history), KNOWN)
    assert offer.words == "Afgewezen: Bijstand vooruit. Te laat."
    assert (offer.intervention, offer.barrier) == (3, None)


def test_that_a_knelpunt_of_one_of_its_barriers_is_not_that_of_the_refusal() -> None:
    barrier = made(Signal, intervention=3, barrier=5)
    assert ids(dossier(interventions=(REFUSED,), signals=(barrier,))) == ["refusal 3"]
    assert ids(dossier(interventions=(REFUSED,), signals=(made(Signal, intervention=3),))) == []
    assert ids(dossier(interventions=(intervention(status="granted"),))) == []


def test_that_only_what_was_not_allowed_is_offered_and_the_same_words_once() -> None:
    said = made(OwnWords, id=4, question="not-allowed", words="Ik mocht niet weg")
    other = made(OwnWords, id=5, question="problem", words="Te klein")
    assert ids(dossier(own_words=(said, other))) == ["own-words 4"]
    assert ids(dossier(own_words=(said,), signals=(made(Signal, words="ik mocht niet weg."),))) == []


def test_that_long_words_fit_in_a_signal() -> None:
    said = made(OwnWords, id=4, question="not-allowed", words="x" * 4000)
    (offer,) = offers(dossier(own_words=(said,)), KNOWN)
    assert len(offer.words) == LONGEST
