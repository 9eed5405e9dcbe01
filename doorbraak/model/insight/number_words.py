"""Numbers that are written as words: "zesduizend honderdzevenendertig" is 6137."""


def _counted(words: str, step: int, first: int) -> dict[str, int]:
    return {word: step * at for at, word in enumerate(words.split(), first)}


_ONES = _counted(
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien", 1, 1,
)  # fmt: skip
_TENS = _counted("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 10, 2)
_BELOW_A_HUNDRED = {
    **_ONES,
    **_TENS,
    **{f"{one}en{ten}": a + b for one, a in _ONES.items() for ten, b in _TENS.items() if a < 10},
}
_ANY = "|".join(sorted((*_ONES, *_TENS, "honderd", "duizend"), key=len, reverse=True)).replace("een", "(?:een|één)")
WORDS = rf"(?:(?:{_ANY})(?:[eë]n(?=(?:{_ANY})))?(?:[ ](?:en[ ])?(?=(?:{_ANY})))?){{1,12}}"
"""An expression for one of them, with or without spaces."""
UNTIL_31 = "|".join(
    f"(?:een|één){word.removeprefix('een')}" if word.startswith("een") else word.replace("een", "e[eë]n")
    for word, value in sorted(_BELOW_A_HUNDRED.items(), key=lambda one: -len(one[0]))
    if value <= 31
)
"""Of every day of a month: "drieëntwintig"."""
_YEARS = r"(?:negentien|tweeduizend|twintig)"
YEAR = rf"{_YEARS}(?:honderd)?[ ]?(?:en[ ]?)?(?:{WORDS})?"
"""An expression for a year: "negentienvierentachtig", "tweeduizend elf"."""


def worth_of(said: str) -> int | None:
    """None for what is no number."""
    plain = said.lower().replace("é", "e").replace("ë", "e").replace(" ", "")
    thousands, at, rest = plain.rpartition("duizend")
    many = _below_a_thousand(thousands) if thousands else 1 if at else 0
    few = _below_a_thousand(rest.removeprefix("en")) if rest else 0
    return None if many is None or few is None else many * 1000 + few


def _below_a_thousand(plain: str) -> int | None:
    hundreds, at, rest = plain.rpartition("honderd")
    many = _BELOW_A_HUNDRED.get(hundreds) if hundreds else 1 if at else 0
    rest = rest.removeprefix("en") if at else rest
    few = _BELOW_A_HUNDRED.get(rest) if rest else 0
    return None if many is None or few is None else many * 100 + few
