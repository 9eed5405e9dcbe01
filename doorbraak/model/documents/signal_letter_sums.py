"""Exact hours and euros that were lost, in the words of a signaalbrief: the letter itself says what may be said.

A sum of one household or of a few tells which they are. The amount of a rule may be named to the cent. Where it is
unclear whose a sum is, that is asked.
"""

import re

_EUROS = re.compile(
    r"(?<![\w.,])(?:€|EUR)[ \u00a0]?(?P<a>\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,9})(?P<ac>,\d{2})?(?![.,]?\d)"
    r"|(?<![\w.,])(?P<b>\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,9})(?P<bc>,\d{2})?[ \u00a0]?(?:euro|EUR|€)(?!\w)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?<![\w.,])(?P<hours>\d{1,6})(?P<part>[,.]\d{1,2})?[ \u00a0]?(?:uren|uur|u)(?!\w)", re.IGNORECASE)
_LOST = re.compile(
    r"(?<!\w)(?:verloren|verloor|verlies|verlies[tz]\w*|verspild\w*|kwijt|kostten?|gekost|besteed\w*|besteedden|"
    r"misgelopen|misliepen|verdwenen|verdween)(?!\w)",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?<!\w)(?:\w*grens|grenzen|\w*norm|\w*normen|tarief|tarieven|premie|maximaal|minimaal|maximum|minimum|hoogstens|"
    r"drempel|leges|regel|regels|wet|artikel|\w*bijdrage|\w*toeslag|uitkering|bijstand|vermogen|vrijlating|risico|"
    r"wettelijke?|vergoeding|griffierecht|huurprijs|eigen|per|voet)(?!\w)",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?<!\w)(?:wij|we|ons|onze|samen|totaal|gezin|gezinnen)(?!\w)", re.IGNORECASE)
_OF_A_FEW = re.compile(r"(?<!\w)(?:schade|\w*schuld|\w*achterstand|rekening)(?!\w)", re.IGNORECASE)
_SPENT = re.compile(r"(?<!\w)(?:bezig|kwijt|kostten?|gekost|besteed\w*)(?!\w)", re.IGNORECASE)
_NEAR_A_RULE = re.compile(r"(?:boven|onder|vanaf|tot|binnen|na|elke?|per)(?:[ ]de)?[ ]$", re.IGNORECASE)
_AFTER_A_RULE = re.compile(r"[ ](?:per|elke|iedere)[ ](?:uur|dag|nacht|week|maand|kwartaal|jaar|keer)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.](?=\d))+[.!?]?")
_CLASSES = tuple(round(base * 10**power) for power in range(1, 8) for base in (1, 2.5, 5))
"""Bounds as those of the door (exchange/signals_out.py)."""
_MOST_BEFORE = 12
_MANY = 1000  # euros from which a sum is round in hundreds


def exact_sum(text: str) -> tuple[str, str] | None:
    """The first exact hours or euros that were lost, and what to write instead."""
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0]
        rule = _RULE.search(said) is not None
        lost = _LOST.search(said) is not None and (not rule or _OURS.search(said) is not None)
        for match in _EUROS.finditer(said) if lost else ():
            euros = int(re.sub(r"\D", "", match["a"] or match["b"]))
            cents = (match["ac"] or match["bc"] or ",00") != ",00"
            if lost and (cents or euros % 100) and not _of_a_rule(said, match):
                return match[0], f"{_about(euros, 1000)} euro"
        for match in _HOURS.finditer(said) if lost else ():
            hours = int(match["hours"])
            if (match["part"] or hours % 10) and hours not in (24, 25, 48) and not _of_a_rule(said, match):
                return match[0], f"{_about(hours, 10)} uur"
    return None


def sums_in(text: str) -> tuple[str, ...]:
    """Other exact sums, each once, in sentences that tell of no rule."""
    found = []
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0]
        if _RULE.search(said) and not _OF_A_FEW.search(said):
            continue
        for match in _EUROS.finditer(said):
            euros = int(re.sub(r"\D", "", match["a"] or match["b"]))
            cents = (match["ac"] or match["bc"] or ",00") != ",00"
            if (cents or euros % (100 if euros >= _MANY else 10)) and not _of_a_rule(said, match):
                found.append(match[0])
        for match in _HOURS.finditer(said) if _OURS.search(said) or _SPENT.search(said) else ():
            hours = int(match["hours"])
            if (match["part"] or hours % 10) and hours not in (24, 25, 48) and not _of_a_rule(said, match):
                found.append(match[0])
    return tuple(dict.fromkeys(found))


def _of_a_rule(said: str, match: re.Match[str]) -> bool:
    before = said[max(0, match.start() - _MOST_BEFORE) : match.start()]
    return _NEAR_A_RULE.search(before) is not None or _AFTER_A_RULE.match(said, match.end()) is not None


def _about(known: int, least: int) -> str:
    """The nearest bound of a class."""
    if known < least:
        return f"minder dan {_written(least)}"
    return f"ongeveer {_written(min(_CLASSES, key=lambda bound: abs(bound - known)))}"


def _written(bound: int) -> str:
    return f"{bound:,}".replace(",", ".")
