"""What stands for a household in one cell of one period: nobody can tell that two tokens are of one household.

Of a secret that the household alone has, never of a name or number: there is no list to try.
"""

import hmac

LENGTH = 16
"""Bytes. Two households with one token: one chance in 2^128, so it never happens."""
_PREFIX = "db1"


def token(secret: bytes, period: str, table: str, cell: str) -> str:
    """In hexadecimal. The same again for the same four, unrelated for any others.

    A table's id and a period hold no "|", so the four can't run together.
    """
    if "|" in period or "|" in table:
        raise ValueError("a period or table that could be read as another one")
    words = f"{_PREFIX}|{period}|{table}|{cell}".encode()
    return hmac.digest(secret, words, "sha256")[:LENGTH].hex()


def presence(secret: bytes, period: str) -> str:
    """For the sender alone: which households were in a file of that period. No table has an empty id."""
    return token(secret, period, "", "")
