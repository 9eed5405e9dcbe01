"""How a figure that may be shown is rounded: counts to 5 by chance, amounts to a thousand euros.

Random rounding goes to one of the two neighbouring multiples, each as often as makes the average right (Handbook on
Statistical Disclosure Control, section 5.4.2). The chance is drawn from a key and from whose households are in the
cell, as in the cell-key method (section 5.4.3): the same households give the same figure every time, and in several
tables whose cells hold the same households, so that repeating either tells no more. A cell of other households, or
with other numbers from each sender, draws anew: figures that have to add up can narrow each other to less than the 4
that one of them may be off. So the pattern of what is hidden leans on no rounding. That method adds up a key of every
household. Ours has another token in every cell, so that no two cells can be compared by them: what the same households
have in common everywhere is how many of them are of which sender, and from that is drawn. A total is rounded by itself,
never added up from rounded parts.
"""

import hashlib
import hmac
from collections.abc import Mapping

COUNT_BASE = 5
EURO_BASE = 1000
KEY_BYTES = 32


def count(key: bytes, households: int, own: Mapping[str, int]) -> int:
    """The number of households to a multiple of 5; `own`: how many of them each sender has. Raises ValueError for a key
    that is too short.
    """
    if len(key) < KEY_BYTES:
        raise ValueError("the key is too short to keep the draw secret")
    below, over = divmod(households, COUNT_BASE)
    whose = (f"{sender}={number}" for sender, number in sorted(own.items()) if number)
    drawn = hmac.new(key, "\n".join((str(households), *whose)).encode(), hashlib.sha256).digest()
    up = int.from_bytes(drawn) % COUNT_BASE < over  # 2**256 is so large that the remainder favours nobody
    return COUNT_BASE * (below + up)


def euros(amount: int) -> int:
    """To a thousand euros, a half to the even thousand, as everywhere in the sums."""
    return nearest(amount, EURO_BASE)


def nearest(amount: int, base: int) -> int:
    """To the nearest multiple of `base`, a half to the even one."""
    below, over = divmod(amount, base)
    up = over * 2 > base or (over * 2 == base and below % 2 == 1)
    return base * (below + up)


def per_cent(part: int | None, whole: int | None) -> int | None:
    """A share of two figures as they are shown; None when one of them is hidden or there is no whole.

    An exact share of rounded figures would give the figures away. So a share is never made of anything else. Raises
    ValueError when one of them is not a rounded figure.
    """
    return _quotient(part, whole, 100)


def mean(total: int | None, households: int | None, base: int = 100) -> int | None:
    """A sum per household, both as they are shown, to a hundred euros; None when one of them is hidden."""
    each = _quotient(total, households, 1)
    return None if each is None else nearest(each, base)


def _quotient(above: int | None, under: int | None, times: int) -> int | None:
    if above is None or under is None or under <= 0:
        return None
    if above % COUNT_BASE or under % COUNT_BASE:
        raise ValueError("only figures as they are shown make a share or a mean")
    whole, rest = divmod(above * times, under)
    return whole + (rest * 2 > under or (rest * 2 == under and whole % 2 == 1))
