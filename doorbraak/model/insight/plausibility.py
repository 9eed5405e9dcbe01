"""Marks from published programmes beside a sum: never a default, a reason to look again when it is far outside."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from doorbraak.model import money
from doorbraak.model.insight.savings import Saving

What = Literal["saving", "prevented", "return"]

SAVING_PER_HOUSEHOLD = 2_200_000
"""Cents a year. Maatpact: 50 households, € 1.1 m; Sociaal Hospitaal: 136 households, € 3 m."""
PREVENTED_SHARE = 70
"""Per cent of the saving that was prevented and not direct, in one of these two."""
RETURN_E2 = 190
"""€ 1 yielded about € 1.90: Amsterdam VONL, 85 families."""
TIMES = 3
"""Outside three times the published figure is far outside; our own border."""
MOST_PREVENTED = 90
"""Above this share of prevented saving a sum rests on chances alone; our own border."""

SOURCES: dict[What, str] = {
    "saving": "Maatpact (50 huishoudens, 1,1 miljoen euro) en Sociaal Hospitaal (136 huishoudens, 3 miljoen euro)",
    "prevented": "Maatpact en Sociaal Hospitaal; bij één van deze twee was ongeveer 30% direct en 70% voorkomen",
    "return": "Amsterdam VONL (85 gezinnen): 1 euro leverde ongeveer 1,90 euro op",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure, the published one and the border that it is beyond; cents, per cents or hundredths of a euro.

    What is prevented is a share of the saving, so 100 at most: also where the plan costs more directly than now.
    """

    what: What
    figure: int
    published: int
    border: int
    source: str


def marks_of(saving: Saving) -> tuple[Mark, ...]:
    """What is far outside, of a saving over 12 months. On the border itself nothing is marked."""
    public, own = saving.public, -saving.own_cost.saving
    found = []
    border = TIMES * SAVING_PER_HOUSEHOLD
    if public.saving > border:
        found.append(Mark("saving", public.saving, SAVING_PER_HOUSEHOLD, border, SOURCES["saving"]))
    if public.saving > 0 and public.prevented * 100 > MOST_PREVENTED * public.saving:
        share = min(100, public.prevented * 100 // public.saving)
        found.append(Mark("prevented", share, PREVENTED_SHARE, MOST_PREVENTED, SOURCES["prevented"]))
    gross = public.saving + own
    if own > 0 and gross * 100 > TIMES * RETURN_E2 * own:
        found.append(
            Mark(
                "return",
                money.round_half_even(Fraction(gross * 100, own)),
                RETURN_E2,
                TIMES * RETURN_E2,
                SOURCES["return"],
            )
        )
    return tuple(found)
