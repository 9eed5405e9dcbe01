"""Who claims money from the household: public creditors side by side, private ones apart, letters apart from both."""

from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Claim:
    """What one agency claims, in cents; `agency` is its id."""

    agency: int
    cents: int


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """An amount that a letter asks. It may be part of a claim, or a reminder of one: it is never added to any."""

    letter: int
    cents: int


@dataclass(frozen=True, slots=True)
class Debts:
    """The largest first. A claim stays when the agency's involvement ended: then the debt is still there."""

    public: tuple[Claim, ...]
    private: tuple[Claim, ...]
    letters: tuple[OpenLetter, ...]

    @property
    def public_cents(self) -> int:
        return sum(claim.cents for claim in self.public)

    @property
    def private_cents(self) -> int:
        return sum(claim.cents for claim in self.private)


def debts_of(dossier: Dossier, catalogue: Catalogue) -> Debts:
    """Claims of nothing are left out, and so are letters that are settled or ask no amount."""
    claims = sorted(
        ((agency, agency.claim_cents) for agency in dossier.agencies if agency.claim_cents),
        key=lambda one: (-one[1], one[0].id),
    )
    letters = [
        OpenLetter(letter.id, letter.amount_cents)
        for letter in dossier.letters
        if letter.settled_on is None and letter.amount_cents
    ]
    return Debts(
        public=tuple(Claim(agency.id, cents) for agency, cents in claims if is_public_creditor(agency, catalogue)),
        private=tuple(Claim(agency.id, cents) for agency, cents in claims if not is_public_creditor(agency, catalogue)),
        letters=tuple(sorted(letters, key=lambda letter: (-letter.cents, letter.letter))),
    )


def is_public_creditor(agency: Agency, catalogue: Catalogue) -> bool:
    """As the list of agencies says; for one in own words: whether its payer is a public body."""
    kind = catalogue.agencies.get(agency.kind)
    if kind is not None:
        return kind.public_creditor
    payer = catalogue.payers.get(agency.payer)
    return payer is not None and payer.kind == "overheid"
