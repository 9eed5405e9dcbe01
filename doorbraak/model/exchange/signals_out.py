"""The door for one knelpunt: what a letter about it may say of the households, by the rules of every count.

Beside the words that somebody wrote for the letter, only this goes in. A number is never exact: "minstens 10" or
nothing. Hours and euros are a class of a total, and only when no household stands out in it: of ten or more known
ones the largest has at most 30% of the sum. Then the p% rule of a published table holds too: what is left without
the two largest is at least 40% of the sum, far more than any part of the largest.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import InitVar, dataclass

from doorbraak.model import money
from doorbraak.model.dossier.barriers import Rung
from doorbraak.model.dossier.household import Household
from doorbraak.model.exchange import rules
from doorbraak.model.exchange.seal import Seal
from doorbraak.model.insight.shared_signals import Known, SharedSignal

AT_LEAST = f"minstens {rules.FEWEST}"
LARGEST_SHARE = 30  # per cent of a sum that one household may have
_EUROS = tuple(base * 10**power for power in range(3, 8) for base in (1, 2.5, 5))
_HOURS = tuple(base * 10**power for power in range(1, 6) for base in (1, 2.5, 5))

_SEAL = Seal("only protect() makes a protected signal")


@dataclass(frozen=True, slots=True)
class ProtectedSignal:
    """`article` and `agency` are ids of the catalogue or empty. `households`, `hours` and `euros` are words for a
    sentence, or empty: nothing may be said of them, and why not is not told either.
    """

    rung: Rung
    article: str
    agency: str
    households: str
    hours: str
    euros: str
    wijken: tuple[str, ...]
    example: bool
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _SEAL.check(key)


def protect(shared: SharedSignal, homes: Iterable[Household], *, example: bool) -> ProtectedSignal:
    """`homes`: all households among which this knelpunt was looked for. `example`: they are made up or published."""
    counted = list(homes)
    shown = _may(len(shared.households), len(counted))  # nothing of what a hidden number would hold
    per_wijk = Counter(home.wijk for home in counted)
    wijken = sorted(wijk for wijk, number in shared.wijken.items() if shown and _may(number, per_wijk[wijk]))
    return ProtectedSignal(
        rung=shared.rung,
        article=shared.article,
        agency=shared.agency_kind,
        households=AT_LEAST if shown else "",
        hours=_class(shared.hours_e2, len(counted), _HOURS, "{} uur") if shown else "",
        euros=_class(shared.lost_cents, len(counted), _EUROS, "€\u00a0{}") if shown else "",
        wijken=tuple(wijken),
        example=example,
        key=_SEAL,
    )


def _may(inside: int, households: int) -> bool:
    return rules.verdict(inside, households) != "hidden"


def _class(known: Known, households: int, bounds: tuple[float, ...], unit: str) -> str:
    """The sum, in hundredths, as one of a few classes."""
    if not _may(known.households, households) or known.most * 100 > known.total * LARGEST_SHARE:
        return ""
    low = max((bound for bound in bounds if bound * 100 <= known.total), default=None)
    high = min((bound for bound in bounds if bound * 100 > known.total), default=None)
    if low is None or high is None:
        said, bound = ("minder dan", bounds[0]) if low is None else ("minstens", bounds[-1])
        return f"{said} {_written(bound, unit)}"
    return f"tussen {_written(low, unit)} en {_written(high, unit)}"


def _written(bound: float, unit: str) -> str:
    return unit.format(money.whole(round(bound * 100)).removeprefix("€\u00a0"))
