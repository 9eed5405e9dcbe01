"""What in a text leads to one person, house or day without a name: it goes from every text that leaves the household.

Wider than the naam-wacht, which marks while one types: there a mark too many annoys, here a number too many is lost.
Every expression has bounded repeats, so that a long text is read at once.
"""

import re

from doorbraak.model.insight.name_watch import found_in
from doorbraak.model.insight.pseudonyms import LEFT_OUT

_UNITS = r"(?![\d]|[.,]\d|[ ]?(?:euro|uur|keer|jaar|jaren|dag|dagen|week|weken|maand|maanden|minuten|procent|%))"
_NUMBER = rf"[ ]{{1,3}}(?:nr\.?[ ]|nummer[ ])?\d{{1,5}}{_UNITS}(?:[ ]?-[ ]?\d{{1,5}}|[ -]?[a-zA-Z]{{1,2}})?(?!\w)"
_FLOOR = r"(?:,?[ ](?:(?:flat|etage|kamer|app\.?|appartement|bus)[ ]\d{1,4}(?!\w)(?:[ ]hoog)?|\d{1,2}[ ]?hoog))?"
_ENDS = "straat|laan|weg|plein|kade|gracht|dijk|singel|plantsoen|hof|pad|steeg|dreef|park|markt|wal|oord|burg|veld"
_HOUSE = re.compile(
    rf"(?<!\w)(?:(?:[A-Z][\w'’-]{{0,30}}[ ]{{1,3}}){{0,3}}[\w'’-]{{0,30}}(?:{_ENDS})"
    rf"|(?:Laan|Plein|Weg|Kade|Hof|Park|Straat|Dijk|Singel)(?:[ ](?:van|der|den|de|het|’t|'t|\d{{4}})){{0,3}}"
    rf"(?:[ ][A-Z][\w'’-]{{1,30}}){{0,3}}){_NUMBER}{_FLOOR}"
)
_LIVES = re.compile(
    r"(?<!\w)(?P<kept>(?:woont|wonen|wonend|woonde|verhuist|verhuisde|verhuisd|ingeschreven|adres)"
    r"(?:[ ](?:nu|nog|weer|straks|is))?:?(?:[ ](?:op|aan|in|naar))?[ ])"
    rf"(?:(?:de|het|De|Het|’t|'t)[ ])?(?:[A-Z][\w'’-]{{1,30}}[ ]){{0,3}}[A-Z][\w'’-]{{1,30}}{_NUMBER}{_FLOOR}"
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:[A-Za-z]{2}\d{2}[ ]?[A-Za-z]{4}(?:[ .]?\d){10}|[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}"
    r"(?:[ ]?[A-Z0-9]{1,3})?)(?!\w)"
)
_NO_DATE = r"(?!\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?!\d))"
_PHONE = re.compile(
    rf"(?<![\w+]){_NO_DATE}(?:(?:\+|00)31(?:[ ()./-]{{0,3}}\d){{9,10}}|\(?0(?:[ ()./-]{{0,3}}\d){{9}})(?!\d)"
)
_LONG = re.compile(
    r"(?<![\w€])(?<!€ )(?<!\d[.,])(?:\d{8,20}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})"
    r"(?!\w)(?![.,]\d)(?![ ]?euro)"
)
"""A day of birth without signs, a burgerservicenummer with or without a mistake, a number of a customer."""
_POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3}[ ]?[A-Z]{2}(?:[ ]\d{1,5}[a-zA-Z]?)?(?!\w)")
_FIRST, _LAST = (_ACCOUNT, _HOUSE), (_PHONE, _LONG, _POSTCODE)

_MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\w)"
_DAY = (
    r"(?<![\w.,])(?<!artikel )(?<!art\. )"
    rf"\d{{1,2}}e?(?:[ ]?[-/.][ ]?\d{{1,2}}[ ]?[-/.][ ]?|[ ](?:{_MONTH})\.?[ ]){_YEAR}"
)
_DATE = re.compile(rf"{_DAY}|(?<!\w)(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\w)", re.IGNORECASE)
_BORN = re.compile(
    r"(?<!\w)(?P<kept>(?:geboren|geboortedatum|geboortedag|geboortejaar|geb\.?|verjaardag|jarig)"
    r"(?:[ ](?:is|in|op|was))?:?[ ]{1,3})"
    rf"(?:{_DATE.pattern}|\d{{1,2}}e?[ ](?:{_MONTH})(?!\w)|\d{{1,2}}[-/]\d{{1,2}}(?![\w-])|{_YEAR})",
    re.IGNORECASE,
)
_WHICH_YEAR = re.compile(r"(?:19|20)\d\d|\d\d$")
_LONG_AGO = 5  # years: a day before that is hardly ever one on which something was agreed

_SUM = re.compile(
    r"(?P<about>(?<!\w)(?:ongeveer|circa|ca\.|zo['’]n|bijna|ruim|rond(?: de)?)[ ])?(?<![\w.,])"
    r"(?P<sign>(?:€|EUR)[ \u00a0]?)?"
    r"(?P<whole>\d{1,3}(?:[. \u00a0]\d{3}){1,4}|\d{1,9})(?P<rest>,(?:\d{1,2}|-))?(?![.,]?\d)"
    r"(?P<after>[ \u00a0]?(?:euro|EUR|€)(?!\w))?",
    re.IGNORECASE,
)
_THE = re.compile(r"(?<!\w)(?:de|die|deze)[ ]$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:artikel|art\.|lid|onder)[ ]$", re.IGNORECASE)
_NEAR = 12


def without_traces(text: str) -> str:
    """LEFT_OUT for an address, an account, a number to call or be known by, and a day of birth that says so."""
    said = _BORN.sub(lambda at: f"{at['kept']}{LEFT_OUT}", _LIVES.sub(lambda at: f"{at['kept']}{LEFT_OUT}", text))
    for pattern in _FIRST:
        said = pattern.sub(LEFT_OUT, said)
    for found in reversed(found_in(said)):
        said = said[: found.start] + LEFT_OUT + said[found.end :]
    for pattern in _LAST:
        said = pattern.sub(LEFT_OUT, said)
    return said


def without_old_days(text: str, opened: int, born: frozenset[int] = frozenset()) -> str:
    """Without days that will be of birth: of long before the year `opened`, or in a year in which somebody was born."""

    def kept(match: re.Match[str]) -> str:
        found = _WHICH_YEAR.search(match[0])
        year = int(found[0]) if found else opened
        if year < 100:
            year += 2000 if 2000 + year <= opened + _LONG_AGO else 1900
        return LEFT_OUT if year <= opened - _LONG_AGO or (year in born and year < opened) else match[0]

    return _DATE.sub(kept, text)


def has_day(text: str) -> bool:
    return _DATE.search(text) is not None


def rounded(text: str) -> str:
    """Amounts in hundreds of euros: nobody is known by them then."""

    def said(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - _NEAR) : match.start()]
        money = match["sign"] or match["after"]
        if not money and ("." not in match["whole"] or _ARTICLE.search(before)):
            return match[0]
        euros = int(re.sub(r"\D", "", match["whole"]))
        hundreds = (euros + 50) // 100
        if hundreds * 100 == euros and not match["rest"] and _THE.search(before):
            return match[0]  # "de 6.000 euro meegeteld"
        about = f"ongeveer {f'{hundreds * 100:,}'.replace(',', '.')}" if hundreds else "minder dan honderd"
        begins = not before.strip() or before.rstrip()[-1] in ".!?"
        return f"{about[:1].upper() if begins else about[:1]}{about[1:]}{' euro' if money else ''}"

    return _SUM.sub(said, text)
