"""What a year that was made of its published quarters says about that: which figures were added, and which were not."""

from collections.abc import Sequence
from dataclasses import dataclass

from doorbraak.model.exchange import rounding
from doorbraak.model.exchange.table_catalogue import Measure

TIMES = "keer"
"""What an added count is a number of: a household counts in each quarter that it is in."""
TIMES_TITLE = "Opgeteld uit de kwartalen: %s"
ADDED = (
    "Opgeteld uit de kwartalen. Een huishouden telt in elk kwartaal waarin dit zo was. Dit is dus een aantal keer en "
    "geen aantal huishoudens."
)
AS_LAST = "Dit is de stand van het laatste kwartaal, en niet van het hele jaar."
HIDDEN_ONCE = "Is een cijfer in een van de kwartalen verborgen, dan is wat opgeteld zou worden ook verborgen."
WITHHELD_ONCE = "Deze tabel was in een van de kwartalen niet gepubliceerd."
IN_LAST = "huishoudens in het laatste kwartaal"
_SHORT = (
    "Gemaakt van de publicaties over %s. Doorbraken en metingen zijn opgeteld, als aantal keer. De rest is de stand "
    "van het laatste kwartaal."
)
_OFF = "Elk kwartaal is apart afgerond. Opgeteld kan een aantal keer daardoor tot %s te hoog of te laag zijn%s."
_OFF_AMOUNT = ", en een aantal contacten of instanties tot %s"
_BY_CHANCE, _NEAREST = rounding.COUNT_BASE - 1, rounding.COUNT_BASE / 2
"""How far a count and an amount a month may be from what was rounded."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A publication that a year was made of, and the digits to compare it by."""

    period: str
    fingerprint: str


def why_added(measure: Measure, quarters: int, why: Sequence[str], *, withheld: bool) -> tuple[str, ...]:
    """`why`: what a quarter says. How far the rounding of all quarters may add up to, is said too."""
    if withheld:
        return (*why, WITHHELD_ONCE)
    amounts = "" if measure == "count" else _OFF_AMOUNT % f"{quarters * _NEAREST:g}".replace(".", ",")
    return (ADDED, _OFF % (quarters * _BY_CHANCE, amounts), HIDDEN_ONCE, *why)


def in_short(quarters: Sequence[Quarter]) -> str:
    """For where a title says the year: what of it is of that year."""
    return _SHORT % ", ".join(one.period for one in quarters)


def made_of(quarters: Sequence[Quarter]) -> tuple[str, ...]:
    """Where the figures of a year come from, for whoever has to answer for them."""
    listed = [f"{one.period}, controlegetal: {one.fingerprint}" for one in quarters]
    return (
        "Dit is gemaakt van gepubliceerde kwartalen en van niets anders. Het zegt niets wat daar niet al stond.",
        "Wat in een kwartaal gebeurde, is opgeteld: de stand die doorbraken kregen, of het werkte, en metingen.",
        "Een huishouden telt in elk kwartaal waarin dat zo was. Het is dus een aantal keer.",
        "Al het andere is de stand van het laatste kwartaal, ook het aantal huishoudens en elk bedrag.",
        HIDDEN_ONCE,
        "Hoe in elk kwartaal geteld, afgerond en verborgen is, staat hieronder.",
        *listed,
    )
