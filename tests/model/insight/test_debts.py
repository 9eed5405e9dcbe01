from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.insight.debts import Claim, Debts, OpenLetter, debts_of
from tests.model.insight.records import START, agency, dossier, letter

CATALOGUE = load()


def test_that_public_creditors_stand_apart_from_private_ones() -> None:
    found = debts_of(
        dossier(
            agencies=(
                agency(1, "belastingdienst", claim_cents=500),
                agency(2, "bank", claim_cents=700),
                agency(3, "cjib", claim_cents=900),
                agency(4, words="Afdeling Belastingen", payer="gemeente", claim_cents=40),
                agency(5, words="Zorgverzekeraar", payer="zorgverzekeraar", claim_cents=30),
                agency(6, words="Oom", claim_cents=20),
            )
        ),
        CATALOGUE,
    )
    assert found.public == (Claim(3, 900), Claim(1, 500), Claim(4, 40))
    assert found.private == (Claim(2, 700), Claim(5, 30), Claim(6, 20))
    assert (found.public_cents, found.private_cents) == (1_440, 750)


def test_that_the_list_decides_and_not_who_pays_it() -> None:
    """A public creditor stays one whoever pays it; a private agency that the gemeente pays is none."""
    private = next(one.id for one in CATALOGUE.agencies.values() if not one.public_creditor)
    found = debts_of(
        dossier(
            agencies=(
                agency(1, "cjib", payer="huishouden", claim_cents=1),
                agency(2, private, payer="gemeente", claim_cents=1),
            )
        ),
        CATALOGUE,
    )
    assert (found.public, found.private) == ((Claim(1, 1),), (Claim(2, 1),))


def test_that_a_debt_stays_when_the_agency_is_over() -> None:
    found = debts_of(dossier(agencies=(agency(1, "cjib", claim_cents=5, ended_on=START, future="stop"),)), CATALOGUE)
    assert found.public_cents == 5


def test_that_nothing_claimed_is_no_claim() -> None:
    assert debts_of(dossier(agencies=(agency(1, "cjib"), agency(2, "uwv", claim_cents=0))), CATALOGUE) == Debts(
        (), (), ()
    )


@given(st.lists(st.tuples(st.none() | st.integers(0, 10**6), st.booleans()), max_size=6))
def test_that_amounts_of_letters_never_change_a_claim(letters: list[tuple[int | None, bool]]) -> None:
    agencies = (agency(1, "cjib", claim_cents=900), agency(2, "bank", claim_cents=700))
    pile = tuple(
        letter(at, agency=1, amount_cents=cents, settled_on=START if settled else None)
        for at, (cents, settled) in enumerate(letters)
    )
    found = debts_of(dossier(agencies=agencies, letters=pile), CATALOGUE)
    assert (found.public_cents, found.private_cents) == (900, 700)
    wanted = [OpenLetter(at, cents) for at, (cents, settled) in enumerate(letters) if cents and not settled]
    assert sorted(found.letters, key=lambda one: one.letter) == wanted
    assert [one.cents for one in found.letters] == sorted((one.cents for one in wanted), reverse=True)
