"""Euros as whole cents: read what people type, write what they read, round once."""

import re
from fractions import Fraction

from doorbraak.model.errors import InputError

MOST_CENTS = 10**13  # a hundred billion euros: far past any household, far below 64 bits
_MOST_DIGITS = 100

_DUTCH = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?|\d+(,\d{1,2})?", re.ASCII)
_FOREIGN = re.compile(r"\d{1,3}(,\d{3})+\.\d{1,2}|\d+\.\d{1,2}", re.ASCII)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_SIGN = r"(?:€|euro'?s?|eur)"
_EUROS = re.compile(rf"([-−]?){_SIGN}([-−]?)(.*)|(.*?){_SIGN}", re.IGNORECASE)


def round_half_even(value: Fraction) -> int:
    """The nearest whole number; a tie goes to the even one, so that many roundings don't drift."""
    return round(value)


def quotient(numerator: int, denominator: int) -> int:
    """`round_half_even` of a fraction that was never made: ten times as fast. The denominator is above zero."""
    whole, rest = divmod(numerator, denominator)
    twice = 2 * rest
    return whole + (twice > denominator or (twice == denominator and whole % 2))


def parse(text: str, *, field: str = "amount") -> int:
    """Cents from what a person typed or pasted: "1.234,56", "€ 1234", "EUR 4.800,00", "1,234.56", "-5,-".

    Raises InputError when it is no amount, can be read in two ways ("1,234") or is out of bounds.
    """
    bare = _without_sign(_SPACES.sub("", text)).removesuffix(",-").removesuffix(",--").replace("−", "-")
    sign = -1 if bare.startswith("-") else 1
    bare = bare.removeprefix("-")
    if _DUTCH.fullmatch(bare):
        whole, _, part = bare.replace(".", "").partition(",")
    elif _FOREIGN.fullmatch(bare):
        whole, _, part = bare.replace(",", "").partition(".")
    else:
        raise InputError("Dit is geen bedrag. Schrijf het zo: 1.234,56.", field)
    few = len(whole) <= _MOST_DIGITS  # int() has a limit of its own, and another error
    cents = int(whole) * 100 + int(part.ljust(2, "0") or 0) if few else MOST_CENTS + 1
    if cents > MOST_CENTS:
        raise InputError("Dit bedrag is te groot. Kijk of er een cijfer te veel staat.", field)
    return sign * cents


def _without_sign(text: str) -> str:
    """Without one "€", "EUR" or "euro" before or behind it."""
    found = _EUROS.fullmatch(text)
    if found is None:
        return text
    return found[4] if found[4] is not None else f"{found[1]}{found[2]}{found[3]}"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def exact(cents: int) -> str:
    """ "€ 1.234,56"; a negative amount as "-€ 5,00"."""
    whole, part = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}€\u00a0{_grouped(whole)},{part:02d}"


def whole(cents: int) -> str:
    """Rounded to whole euros for reading: "€ 269.000"."""
    euros = round_half_even(Fraction(abs(cents), 100))
    return f"{'-' if cents < 0 and euros else ''}€\u00a0{_grouped(euros)}"


def typed(cents: int) -> str:
    """As a field shows it for editing, without the sign: "1.234,56"."""
    return exact(cents).replace("€\u00a0", "")
