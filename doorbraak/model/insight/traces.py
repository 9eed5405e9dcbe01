"""What in a text leads to one person, house or day without a name: it goes from every text that leaves the household.

Wider than the naam-wacht, which marks while one types: there a mark too many annoys, here a number too many is lost.
Every expression has bounded repeats, so that a long text is read at once.
"""

import re

from doorbraak.model.catalogue import fold
from doorbraak.model.insight import number_words
from doorbraak.model.insight.name_watch import found_in
from doorbraak.model.insight.pseudonyms import LEFT_OUT
from doorbraak.model.insight.public_words import PUBLIC_SITES

_UNITS = r"(?![\d]|[.,]\d|[ ]?(?:euro|uur|keer|jaar|jaren|dag|dagen|week|weken|maand|maanden|minuten|procent|%))"
_NUMBER = (
    rf"[ ]{{1,3}}(?:(?:huis)?(?:nr\.?|nummer)[ ])?(?!(?:19|20)\d\d(?!\d))\d{{1,5}}{_UNITS}"
    rf"(?:[ ]?-[ ]?\d{{1,5}}|[ -]?[a-zA-Z]{{1,2}})?(?!\w)"
)
_FLOOR = r"(?:,?[ ](?:(?:flat|etage|kamer|app\.?|appartement|bus)[ ]\d{1,4}(?!\w)(?:[ ]hoog)?|\d{1,2}[ ]?hoog))?"
_ENDS = (
    "straat|laan|weg|plein|kade|gracht|dijk|singel|plantsoen|hof|pad|steeg|dreef|park|markt|wal|oord|burg|"
    r"veld|str\."
)
_SMALL_ENDS = "straatje|laantje|pleintje|hofje|steegje|wegje|str"
_NAMED_ENDS = "erf|zoom|einde|eind|kant|haven|kwartier|zang|poort"  # only where a capital begins the word
_NUMBER_AS_WORD = (
    rf"[ ](?!(?:een|één)(?!\w)){number_words.WORDS}(?!\w)"
    r"(?![ ](?:euro|uur|uren|keer|jaar|jaren|dag|week|weken|maand|kind|mens|huizen|zijn))"
)
_HOUSE = re.compile(
    rf"(?<!\w)(?:(?:[A-Z][\w'’-]{{0,30}}[ ]{{1,3}}){{0,3}}[\w'’-]{{0,30}}(?:{_ENDS})"
    rf"|(?:Laan|Plein|Weg|Kade|Hof|Park|Straat|Dijk|Singel)(?:[ ](?:van|der|den|de|het|’t|'t|\d{{4}})){{0,3}}"
    rf"(?:[ ][A-Z][\w'’-]{{1,30}}){{0,3}}|[\w'’-]{{2,30}}(?:{_SMALL_ENDS})|[A-Z][\w'’-]{{2,30}}(?:{_NAMED_ENDS})"
    rf"|[A-Z'’-]{{2,30}}(?:{_ENDS.upper()})|Brink|Dam|Heuvel|Ring|Haven|Boulevard|Wal){_NUMBER}{_FLOOR}"
)
_HOUSE_IN_WORDS = re.compile(rf"(?<!\w)[A-Z][\w'’-]{{2,30}}(?:{_ENDS}){_NUMBER_AS_WORD}")
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
    rf"(?<![\w+]){_NO_DATE}(?:(?:\+|00)31(?:[ ()./-]{{0,3}}\d){{9,10}}|\(?0(?:[ (),./‑–—_-]{{0,3}}\d){{9}})(?!\d)"
    r"|(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?:[ ()./-]{0,3}\d){7,12}(?!\d)"
)
_CALLED_AT = re.compile(
    r"(?<!\w)(?P<kept>(?:tel\.?|telefoon|telefoonnummer|mobiel|gsm)(?:[ ]is)?[ ]?:?[ ]{0,2})\d(?:[ -]?\d){5,11}(?!\d)",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?<![\w€])(?<!€ )(?<!\d[.,])(?:\d{8,20}|\d{3}[ .,_/-]\d{3}[ .,_/-]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})"
    r"(?!\w)(?![.,]\d)(?![ ]?euro)"
)
"""A day of birth without signs, a burgerservicenummer with or without a mistake, a number of a customer."""
_TWO_LETTERS = (
    "af|al|as|bv|ca|cm|da|de|do|dl|en|er|eu|gb|ga|ha|ik|il|in|is|ja|je|kb|kg|km|kw|li|ma|mb|me|mg|ml|mm|mo|na|no|nu|of|"
    "om|op|pk|px|st|te|ti|tv|uw|va|vd|vr|we|wo|xl|za|ze|zo"
)
"""Words and units that come after a number and are no letters of a postcode."""
_POSTCODE = re.compile(
    rf"(?<!\w)[1-9]\d{{3}}(?:(?:[ ]{{0,2}}|[._-])[A-Z]{{2}}|[ ]?(?!(?:{_TWO_LETTERS})(?!\w))[a-z]{{2}})"
    r"(?:[ ]\d{1,5}[a-zA-Z]?)?(?!\w)"
)
_CODE = r"(?=[A-Z./-]{0,9}\d)[A-Z0-9](?:[A-Z0-9]|[./-](?=[A-Z0-9])){2,24}"
_MORE_DIGITS = r"(?:[ ]\d{2,4}(?!\w)(?![ ]?(?:euro|keer|uur))){0,5}"
_LONG_CODE = r"(?=(?:[^\d\s]{0,4}\d){4})[A-Z0-9](?:[A-Z0-9]|[./-](?=[A-Z0-9])){4,24}"
_KNOWN_BY = re.compile(
    r"(?<!\w)(?P<kept>(?:(?:klant|dossier|zaak|polis|cli[eë]nt|relatie|aansluit|rekening|paspoort|patient|pati[eë]nt|"
    r"lid|lidmaatschaps|meter|v-|v|id-|rolnummer|burgerservice)[ ]?(?:nummer|nr\.?)|kenteken|paspoort|kenmerk|bsn|zaak|"
    rf"dossier|(?!artikel|telefoon|paragra|wets?|volg)[a-z][a-z-]{{1,20}}(?:nummer|nr\.?|kenmerk))(?:[ ](?:is|was))?"
    rf"[ ]{{0,2}}[:#]?[ ]{{0,2}}){_CODE}{_MORE_DIGITS}(?!\w)",
    re.IGNORECASE,
)
_KNOWN_BY_LONGER = re.compile(
    r"(?<!\w)(?P<kept>(?:referentie|ref\.?|factuur|beschikking|polis|giro|nummer|nr\.?|vonnis)(?:[ ]is)?"
    rf"[ ]{{0,2}}[:#]?[ ]{{1,2}}){_LONG_CODE}(?!\w)",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"(?<![\w-])(?:\d{1,2}-(?!(?i:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))[A-Z]{2,3}-\d{1,2}"
    r"|[A-Z]{1,3}-\d{2,3}-[A-Z]{1,2}|[a-z]{2}-\d{2}-[a-z]{2}|\d{2}-[a-z]{2}-\d{2}|[A-Z]{2} \d{2} [A-Z]{2}"
    r"|(?=[A-Z\d]{6}(?!\w))(?:[A-Z]{1,3}\d{2,3}[A-Z]{1,2}|\d{1,2}[A-Z]{2,3}\d{1,2}))(?![\w-])"
)
_BY_NUMBER = re.compile(
    r"(?<!\w)(?P<kept>(?:huis(?:nummer|nr\.?)|perceel|postbus|woont op nummer)[ ]{1,2})\d{1,5}[a-z]?(?!\w)",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:[ ]?[@＠][ ]?|[ ]?[\[(](?:at|a|apenstaart)[\])][ ]?"
    r"|[ ](?:at|apenstaart)[ ](?=\w{2,20}(?:\.|[ ]punt[ ])(?:nl|com)))"
    r"[A-Za-z][\w-]{0,62}(?:(?:\.|[ ]punt[ ])[\w-]{1,63}){0,4}",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?<!\w)(?P<kept>(?:snapchat|snap|insta|instagram|tiktok|facebook|telegram|discord|twitter)(?:naam|account)?"
    r"(?:[ ]is)?[ :]{1,2})(?=[\w.]{0,30}[a-z])(?=[\w.]{0,30}[\d_])\w[\w.]{1,40}\w",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?<![\w@./-])(?:https?://)?(?P<site>(?:[a-z0-9-]{1,40}\.){1,3})(?:nl|com|org|eu)(?![\w-])(?:/\S{0,200}(?<![.,;:)]))?"
)
_SPOT = re.compile(r"(?<![\w.])\d{1,2}[.,]\d{4,8}[,; ]{1,2}\d{1,2}[.,]\d{4,8}(?![\w.])")
_HANDLE = re.compile(
    r"(?<!\w)(?:https?://)?(?:www\.)?(?:instagram|facebook|tiktok|snapchat|twitter|linkedin|x)\.com/[\w@./-]{1,60}"
    r"|(?<![\w.])@[A-Za-z]\w{2,40}|(?<![\w@.-])[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,3}(?![\w@])",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_FIRST, _LAST = (_ACCOUNT, _PLATE), (_PHONE, _LONG, _POSTCODE, _HANDLE, _SPOT)
_KEEPING = (_LIVES, _BY_NUMBER, _CALLED_AT, _NICKNAME)
_CODES = (_KNOWN_BY, _KNOWN_BY_LONGER)

_MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\w)"
_SIGN = "[-/.‐‑–—]"
_GAP = rf"(?:[ ]?{_SIGN}[ ]?|[ ]{{0,2}})"
_DAY = (
    r"(?<![\w.,])(?<!artikel )(?<!art\. )"
    rf"(?:\d{{1,2}}e?(?:[ ]?{_SIGN}[ ]?\d{{1,2}}[ ]?{_SIGN}[ ]?|{_GAP}(?:{_MONTH})\.?{_GAP}(?:van[ ])?)"
    rf"(?:{_YEAR}|{number_words.YEAR}(?!\w))"
    rf"|(?:{number_words.UNTIL_31}|eerste|tweede|derde|\w{{3,20}}(?:de|ste))[ ](?:{_MONTH})[ ]"
    rf"(?:{_YEAR}|{number_words.YEAR}(?!\w)))"
)
_DATE = re.compile(rf"{_DAY}|(?<!\w)(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\w)", re.IGNORECASE)
_BORN = re.compile(
    r"(?<!\w)(?P<kept>(?:geboren|geboortedatum|geboortedag|geboortejaar|geb\.?|verjaardag|jarig)"
    r"(?:[ ](?:is|in|op|was))?:?[ ]{1,3})"
    rf"(?:{_DATE.pattern}|(?:(?:\d{{1,2}}e?|{number_words.UNTIL_31})[ ])?(?:{_MONTH})(?!\w)"
    rf"|\d{{1,2}}[-/]\d{{1,2}}(?![\w-])|{_YEAR})",
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
_OF_A_RULE = re.compile(r"(?<!\w)(?:sinds|vanaf|voor|na|per|tot|met|uiterlijk)[ ]$", re.IGNORECASE)
_FIRST_DAY = re.compile(r"0?1(?:[-/. ]|e)|eerste ", re.IGNORECASE)
_PUBLIC = re.compile(
    r"(?<!\w)(?:eigen risico|\w*grens|\w*norm|tarief|drempel|leges|wettelijke?|griffierecht|minimumloon|vrijlating)"
    r"(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\S))+[.!?]?")
_CENTS = re.compile(r"\d,\d\d(?!\d)")
_OWED = re.compile(
    r"(?<!\w)\w{0,20}(?:schuld|schulden|huur|boetes?|achterstand|vordering|rekening|bedrag|lening|inkomen|loon|uitkering|"
    r"alimentatie|toeslag)(?:[ ](?:is|was|van|bedraagt|wordt|nu|nog)){0,3}:?[ ]$",
    re.IGNORECASE,
)
"""What a bare number after it is an amount of."""
_AS_WORDS = re.compile(rf"(?<!\w){number_words.WORDS}(?!\w)(?P<after>[ ](?:euro|eur)(?!\w))?", re.IGNORECASE)
_LONGEST_OWED = 60
_THE = re.compile(r"(?<!\w)(?:de|die|deze)[ ]$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:artikel|art\.|lid|onder)[ ]$", re.IGNORECASE)
_NEAR = 12


def without_traces(text: str) -> str:
    """LEFT_OUT for an address, an account, a number to call or be known by, and a day of birth that says so."""
    figures = _FIGURE.search(text)  # most texts have none
    said = text
    for pattern in (_HOUSE, _HOUSE_IN_WORDS, _MAIL) if figures else (_HOUSE_IN_WORDS, _MAIL):
        said = pattern.sub(LEFT_OUT, said)
    said = _SITE.sub(_site, said)
    for pattern in (*_KEEPING, _BORN) if figures else (_BORN,):
        said = pattern.sub(lambda at: f"{at['kept']}{LEFT_OUT}", said)
    if not figures:
        return _HANDLE.sub(LEFT_OUT, said)
    for pattern in _FIRST:
        said = pattern.sub(LEFT_OUT, said)
    for found in reversed(found_in(said)):
        said = said[: found.start] + LEFT_OUT + said[found.end :]
    for pattern in _LAST:
        said = pattern.sub(LEFT_OUT, said)
    for pattern in _CODES:
        said = pattern.sub(lambda at: f"{at['kept']}{LEFT_OUT}", said)
    return said


def _site(match: re.Match[str]) -> str:
    """Of a public body it stays."""
    return match[0] if _is_public(match) else LEFT_OUT


def _is_public(match: re.Match[str]) -> bool:
    return fold(match["site"].split(".")[-2]) in PUBLIC_SITES


def trace_in(text: str) -> str:
    """The first of what `without_traces` takes out, as it stands there; empty without any."""
    patterns = (_HOUSE, _HOUSE_IN_WORDS, _MAIL, *_KEEPING, _BORN, *_FIRST, *_LAST, *_CODES)
    found = [*(pattern.search(text) for pattern in patterns)]
    found.append(next((one for one in _SITE.finditer(text) if not _is_public(one)), None))
    first = min((one for one in found if one), key=lambda one: one.start(), default=None)
    return first[0] if first else ""


def days_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where days stand that no rule begins with: one may be of birth."""
    return tuple(
        one.span()
        for one in _DATE.finditer(text)
        if not _OF_A_RULE.search(text, max(0, one.start() - _NEAR), one.start()) and not _FIRST_DAY.match(one[0])
    )


def without_old_days(text: str, opened: int, born: frozenset[int] = frozenset()) -> str:
    """Without days that will be of birth: of long before the year `opened`, or in a year in which somebody was born."""

    def kept(match: re.Match[str]) -> str:
        found = _WHICH_YEAR.search(match[0])
        if not found:
            return LEFT_OUT  # nobody writes a year of now as words
        year = int(found[0])
        if year < 100:
            year += 2000 if 2000 + year <= opened + _LONG_AGO else 1900
        return LEFT_OUT if year <= opened - _LONG_AGO or (year in born and year < opened) else match[0]

    return _DATE.sub(kept, text)


def has_day(text: str) -> bool:
    return _DATE.search(text) is not None


def public_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where sentences stand that tell the amount of a rule: it says nothing about anybody."""
    return tuple(one.span() for one in _SENTENCE.finditer(text) if _PUBLIC.search(one[0]))


def without_amounts(text: str) -> str:
    """Without those of a rule, to look for cents that belong to somebody."""
    for start, end in reversed(public_in(text)):
        text = text[:start] + _CENTS.sub("", text[start:end]) + text[end:]
    return text


def rounded(text: str) -> str:
    """Amounts in hundreds of euros: nobody is known by them then. Those of a rule stay."""
    text = _AS_WORDS.sub(_in_figures, text)
    public = public_in(text)

    def said(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - _NEAR) : match.start()]
        money = match["sign"] or match["after"]
        if not money and not _amount(match) and ("." not in match["whole"] or _ARTICLE.search(before)):
            return match[0]
        if public and any(start <= match.start() < end for start, end in public):
            return match[0]
        euros = int(re.sub(r"\D", "", match["whole"]))
        hundreds = (euros + 50) // 100
        if hundreds * 100 == euros and not match["rest"] and _THE.search(before):
            return match[0]  # "de 6.000 euro meegeteld"
        about = f"ongeveer {f'{hundreds * 100:,}'.replace(',', '.')}" if hundreds else "minder dan honderd"
        begins = not before.strip() or before.rstrip()[-1] in ".!?"
        return f"{about[:1].upper() if begins else about[:1]}{about[1:]}{' euro' if money else ''}"

    return _SUM.sub(said, text)


def _amount(match: re.Match[str]) -> bool:
    """Whether a number without "euro" is one: "6137,-", "een schuld van 6137"."""
    owed = len(match["whole"]) > 2 and _OWED.search(match.string, max(0, match.start() - _LONGEST_OWED), match.start())
    return match["rest"] == ",-" or bool(owed)


def _in_figures(match: re.Match[str]) -> str:
    """Of an amount in words that is not round: then it is rounded as others are."""
    owed = _OWED.search(match.string, max(0, match.start() - _LONGEST_OWED), match.start())
    worth = number_words.worth_of(match[0][: match.start("after") - match.start()] if match["after"] else match[0])
    if worth is None or worth < 100 or worth % 100 == 0 or not (match["after"] or owed):
        return match[0]
    return f"{worth}{match['after'] or ''}"
