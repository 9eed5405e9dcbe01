"""Exact numbers in the words of a signaalbrief: the letter itself says how many households it may say.

What is no number of people is masked first: money, dates, years, articles, ages, terms. A number that counts gezinnen
is refused. Of any other number it is asked what it counts: only who wrote it knows, and no list of words does.
"""

import re
import unicodedata
from bisect import bisect
from dataclasses import dataclass

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import EVERYDAY, PREFIXES

_NEAR = 6  # words between a number and what it counts
_BESIDE = 3
MASK = "\ue000"

_SMALL = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_ANY = f"{_TENS}|{_TEENS}|honderd|duizend|miljoen|{_SMALL}"
number_word = rf"(?:(?:{_ANY})(?:[eë]n(?=(?:{_ANY})))?)++"  # of a number as a word; never read twice
_NUMBER_WORD = re.compile(rf"(?:{number_word}(?:tal)?|tweeen|drieen|beide|beiden|allebei|dozijn|half dozijn)")
_APART = re.compile(r"(?<!\w)(?:[^\W\d_][ ._*-]){2,30}[^\W\d_](?!\w)")  # v i e r
_TOGETHER = frozenset(("vieren", "vijven", "zessen", "zevenen", "achten", "negenen", "tienen"))  # met z'n vieren
_ONE = frozenset(("één", "eén", "1"))
_EXACTLY = frozenset(("slechts", "precies", "exact"))
_ROMAN = re.compile(r"[IVX]{2,}")

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_AMOUNT = rf"(?:(?<!\d[.,])\d{{1,9}}(?:[.,]\d{{1,9}}){{0,3}}(?![.,]?\d)|{number_word}|half|halve|anderhalf|anderhalve)"
_MANY = r"(?:\s+(?:honderd|duizend|miljoen|miljard))?"
_HOUSEHOLD = (
    r"(?:\w{0,30}(?:gezin(?:nen|netjes?)?|huishoudens?|families|familie)|casus(?:sen)?|cases|casuistiek|dossiers?|"
    r"klant(?:en)?|cli[eë]nt(?:en)?|hh|gez)"
)
_HOUSEHOLDS = re.compile(_HOUSEHOLD, re.IGNORECASE)
_PEOPLE_WORD = (
    r"\w*(?:gezin(?:nen|netjes?)?|huishoudens?|families|kind(?:eren)?|ouders?|moeders?|vaders?|vrouw(?:en)?|mannen|"
    r"bewoners?|inwoners?|huurders?|mensen|personen|persoon|klanten|cli[eë]nten|aanvragers?|jongeren|ouderen|"
    r"casussen|cases|dossiers?|gevallen|zaken)"
)
_ALLOWED_WORDS = re.compile(r"(?:beide|beiden|allebei)", re.IGNORECASE)

_A = "(?:[eé][eé]n|1)"
_ALLOWED = re.compile(
    "|".join((
        rf"(?<!\w){_A}\s+(?:gezin|huishouden)\W{{1,3}}{_A}\s+(?:plan|regisseur)(?!\w)",  # what it is called
        (rf"(?<!\w){_A}(?=(?:\s+\w+e)?\s+(?!gezin|huishouden)\w+\s+(?:per|voor elk|voor ieder)\s+"
         r"(?:gezin|huishouden|persoon|kind|inwoner)(?!\w))"),
        rf"(?<![\w.,])\d+(?:,\d+)?\s*(?:procent|%)(?=\s+van\s)(?!\s+(?:\w+\s+){{1,4}}{_PEOPLE_WORD}(?!\w))",
        r"€\s*\d{1,9}(?:[.,]\d{1,9}){0,4}(?:,-)?" + _MANY,
        rf"(?<!\w){_AMOUNT}{_MANY}(?:\s+[a-z]+e)?\s*(?:euro(?:['’]?s)?|eur|cent(?:en)?)(?!\w)",
        r"(?<![\w.,])\d{1,3}(?=[\s-]?jarigen?(?!\w))",
        (rf"(?<!\w){_AMOUNT}(?:\s*(?:tot|à|of|-|–)\s*{_AMOUNT})?(?:\s+(?:volle|hele|lange|werk))?[\s-]*"
         r"(?:werk)?(?:jaren|jaar|maanden|maand|weken|week|dagen|dag|uren|uur|minuten|minuut|u|"
         r"nachten|nacht|km|kilometer|m2|meter|graden|kamers)(?!\w)"),
        rf"(?<!\w){_AMOUNT}\s+(?:keer|maal)(?=\s+(?:per|in de|in het|elke|achter)\s+(?!wijk|buurt|straat|gemeente))",
        r"(?<!\w)(?:16|17|18|21|23|27|65|67)(?=\s+(?:wordt|worden|werd|of ouder|en ouder))",
        rf"(?<!\w)\d{{1,2}}(?:\s*(?:tot|en|of|-|–)\s*\d{{1,2}})?\s+(?:{_MONTHS})\.?(?!\w)(?:\s+\d{{4}}(?!\d))?",
        r"(?<![\w.,])\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)",
        r"(?<![\w.,])\d{1,2}[:.]\d{2}\s*(?:uur|u)(?!\w)",
        r"(?<![\w.,])\d{1,2}:\d{2}(?!\d)",
        (rf"(?<!\w)(?:artikel(?:en)?|art\.?|lid|leden|onderdeel|paragraaf|hoofdstuk|titel|bijlage|punt|stap|"
         rf"regel|wet|bladzijde|blz\.?|pagina|wijk|versie|kamerstuk|ecli)\s*(?:\d+|{_SMALL}|(?-i:[IVX]+))(?!\w*[.,:]?\w*"
         rf"[ ]+{_PEOPLE_WORD}(?!\w))(?:[.,:]\d+)*[a-z]{{0,2}}(?!\w)(?:\s*(?:,|en|tot|lid)\s*\d+[a-z]?(?![\w.])"
         rf"(?!\s+{_PEOPLE_WORD}(?!\w)))*"),
        r"(?<![\w.:])\d{1,4}(?:[.:]\d{1,4}){2,6}[a-z]?(?!\w)|(?<!\w)\d{1,4}:\d{1,4}[a-z]?(?!\w)",  # 2.3.5 and 4:84
        (r"(?<!\w)(?:in|sinds|vanaf|van|voor|tot|over|na|uit|per|jaar|eind|begin|medio|zomer|winter|lente|herfst|najaar|"
         r"voorjaar)\s+(?:19|20)\d{2}(?![\w.])"),
        rf"(?<![\w.,])(?:19|20)\d{{2}}(?![\w.]*\s*{_PEOPLE_WORD})(?!\w)",
        r"(?<!\w)(?:tot|onder|boven|vanaf)\s+(?:de\s+)?(?:16|18|21|23|27|65|67)(?!\w|[.,]\d)",
        r"(?<!\w)(?:16|18|21|23|27|65|67)(?:\s*\+|-(?:plus|min)(?:ner|ners)?(?!\w))",
    )),
    re.IGNORECASE,
)  # fmt: skip
_TOKEN = re.compile(rf"{MASK}|\d+(?:[.,]\d+)*+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_OF = frozenset(("van", "op", "uit", "der"))
_PLURAL = ("nen", "ten", "sen", "ren", "den", "zen", "gen", "ns", "ers", "es", "huishoudens")
_ONE_OF = PREFIXES | {"onze", "ons", "deze", "die", "ander", "enkel", "enig"}
_NO_MORE = frozenset(("geen", "niet", "een", "met", "per", "en", "voor", "naar", "dan"))
"""What comes after these is not counted."""
_BARE_BEFORE = _NO_MORE | _OF | {"in", "bij", "hier", "nu", "al", "wel", "ook", "om", "die", "dat"}
_SENTENCE = re.compile(r"[^.!?\n]+")
_PLURAL_HOUSEHOLDS = re.compile(
    r"(?<!\w)\w{0,30}(?:gezinnen|huishoudens|families|casussen|dossiers|klanten|cli[eë]nten)(?!\w)", re.IGNORECASE
)
_THESE = frozenset(("de", "het", "die", "deze", "onze", "alle", "al", "hun", "totaal", "in"))
_ORDINAL = (
    r"(?:derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|(?:der|veer|vijf|zes|zeven|acht|negen)"
    r"tiende|\w{0,20}tigste|\w{0,20}honderdste|(?:[3-9]|[1-9]\d{1,3})(?:e|de|ste))"
)
_ORDINAL_WORD = re.compile(_ORDINAL, re.IGNORECASE)
_ADJECTIVES = r"(?:\s+(?:(?!van|per|en|of)\w{2,20}e)){0,2}"
_A_HOUSEHOLD = rf"een{_ADJECTIVES}\s+{_HOUSEHOLD}"
_TELLING = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        (rf"(?<!\w)(?:tweede|2e|2de|{_ORDINAL})(?:\s*(?:en|of|,|t/m|tot en met)\s*{_ORDINAL})?{_ADJECTIVES}\s+"
         rf"{_HOUSEHOLD}(?!\w)"),
        rf"(?<!\w)(?:duo|trio|kwartet|kwintet|sextet|koppel){_ADJECTIVES}\s+{_HOUSEHOLD}(?!\w)",
        (rf"(?<!\w)(?:{_HOUSEHOLD}|zaak|geval)\s+(?-i:[A-Z])(?!\w)\s*(?:,|en|&|/|\+|-|t/m|tot en met|"
         rf"(?:[\w\s]{{0,20}}\.\s+))\s*(?:{_HOUSEHOLD}\s+)?(?-i:[B-Z])(?!\w)"),
        rf"(?<!\w){_A_HOUSEHOLD}\W{{1,3}}(?:(?:en|dan|toen|daarna)\s+)*(?:nog|weer|opnieuw)\s+{_A_HOUSEHOLD}(?!\w)",
        rf"(?<!\w)(?!een|\d*1(?!\d))(?:\d+|{number_word})[\s-]*(?:hh|gez|huish)(?!\w)",
        rf"(?<!\w)(?:ii|iii|iv|vi{{0,3}}|ix|xi{{0,3}}|xiv|xv)\s+{_HOUSEHOLD}(?!\w)",
        rf"(?<!\w)(?!een){number_word}(?:gezinnen|huishoudens|families|casussen|dossiers)(?!\w)",
        rf"(?<!\w)(?:het|ons|dit|alleen dit|slechts een|maar een)\s+(?:enige|ene|enig|enkel)\s+{_HOUSEHOLD}(?!\w)",
    )
)  # fmt: skip
"""A number of households in other words than a number."""
_TIMES = re.compile(rf"(?:{number_word}|\d{{1,3}})(?:maal|keer)")
_OF_A_TERM = frozenset(("week", "weken", "dag", "dagen", "maand", "maanden", "jaar", "lid", "verdieping", "kwartaal"))


@dataclass(frozen=True, slots=True)
class _Word:
    said: str
    folded: str
    start: int
    end: int


def plainly(text: str) -> str:
    """With numbers as one writes them: "ⅳ" and "v i e r" are no other numbers than 4."""
    figures = "".join(_figure(sign) for sign in text.replace("\u2044", "/").replace("\u00ad", " "))
    plain = unicodedata.normalize("NFKC", figures)
    return _APART.sub(lambda match: re.sub(r"[^\w]", "", match[0]), plain)


def _figure(sign: str) -> str:
    if sign.isascii() or unicodedata.category(sign) not in ("Nl", "No"):
        return sign
    known = unicodedata.numeric(sign, 0.5)
    other = unicodedata.category(sign) == "Nl" or unicodedata.normalize("NFKC", sign) == sign
    return str(int(known)) if other and known == int(known) else sign


def masked_of(plain: str) -> str:
    """With one sign for each number that counts no people: money, days, articles. In as many signs."""
    masked = _ALLOWED.sub(lambda match: MASK * len(match[0]), plain)
    return re.sub(f"{MASK}+", lambda match: MASK + " " * (len(match[0]) - 1), masked)


def counted(text: str) -> tuple[str, str] | None:
    """The first number of households as it stands there, and what to write instead."""
    plain = plainly(text)
    masked = masked_of(plain)
    words = _words_of(masked)
    for at in range(len(words)):
        if _is_number(words, at):
            last = _of_households(words, at, masked)
            if last is not None:
                said = " ".join(plain[words[at].start : words[last].end].split())
                return said, _instead(words[last])
    spoken_of = [one.span() for one in _SENTENCE.finditer(masked) if _PLURAL_HOUSEHOLDS.search(one[0])]
    ends, begins = [end for _, end in spoken_of], [begin for begin, _ in spoken_of]
    for at in range(len(words)):
        if _asked(words, at) and _is_bare(words, at, masked):
            sentence = bisect(ends, words[at].start)
            of_them = sentence < len(begins) and begins[sentence] <= words[at].start
            if of_them or (at and words[at - 1].folded == "er"):
                return plain[words[at].start : words[at].end], "meer gezinnen"
    found = next((one for telling in _TELLING if (one := telling.search(masked))), None)
    if found is None:
        return None
    return " ".join(plain[found.start() : found.end()].replace(MASK, " ").split()), "meer gezinnen"


def numbers_in(text: str) -> tuple[str, ...]:
    """Other numbers above one, each once and with the word beside it: what they count, nobody here knows."""
    plain = plainly(text)
    masked = masked_of(plain)
    words = _words_of(masked)
    found = []
    for at in range(len(words)):
        if _asked(words, at):
            first, last = _with_neighbour(words, at, masked)
            found.append(" ".join(plain[words[first].start : words[last].end].split()))
    return tuple(dict.fromkeys(found))


def _words_of(masked: str) -> list["_Word"]:
    return [_Word(one[0], fold(one[0]), one.start(), one.end()) for one in _TOKEN.finditer(masked)]


def _asked(words: list["_Word"], at: int) -> bool:
    word = words[at]
    if word.said[0].isdigit():
        return word.said not in ("0", "1")
    if _ALLOWED_WORDS.fullmatch(word.folded):
        return any(_HOUSEHOLDS.fullmatch(one.folded) for one in words[at + 1 : at + 1 + _BESIDE])
    if _ORDINAL_WORD.fullmatch(word.folded):
        return at + 1 >= len(words) or words[at + 1].folded not in _OF_A_TERM
    return word.folded != "een" and (
        _TIMES.fullmatch(word.folded) is not None or (_is_number(words, at) and word.said.lower() not in _ONE)
    )


def _is_bare(words: list["_Word"], at: int, text: str) -> bool:
    """Whether it counts nothing that stands behind it: "gezinnen (12)", "gezinnen kregen er twaalf niet"."""
    after = words[at + 1] if at + 1 < len(words) else None
    between = text[words[at].end : after.start].strip(" \t\n") if after else "."
    return bool(between) or after is None or after.folded in _BARE_BEFORE


def _with_neighbour(words: list["_Word"], at: int, text: str) -> tuple[int, int]:
    """Of a number and the word after it, or else before it, where they stand."""
    if at + 1 < len(words) and text[words[at].end : words[at + 1].start] == " " and words[at + 1].said != MASK:
        return at, at + 1
    if at and text[words[at - 1].end : words[at].start].strip(":= ") == "" and words[at - 1].said != MASK:
        return at - 1, at
    return at, at


def _is_number(words: list[_Word], at: int) -> bool:
    word = words[at]
    if word.said[0].isdigit() or word.said.lower() in _ONE or _ROMAN.fullmatch(word.said):
        return True
    before = words[at - 1].folded if at else ""
    if word.folded == "een":
        return before in _EXACTLY or (_follows_of(words, at) is not None)
    if word.folded in _TOGETHER:
        return before in ("zijn", "zn", "hun", "ons")
    return _NUMBER_WORD.fullmatch(word.folded) is not None


def _is_one(word: _Word) -> bool:
    return word.folded in ("een", "1")


def _follows_of(words: list[_Word], at: int) -> int | None:
    """Of "een van de vijf" where the second number stands."""
    ahead = at + 1
    if ahead >= len(words) or words[ahead].folded not in _OF:
        return None
    on = words[ahead].folded == "op"
    ahead += 1
    begin = ahead
    while ahead < len(words) and words[ahead].folded in _THESE:
        ahead += 1
    if on and ahead == begin and words[at].folded in ("een", "1"):  # een op een
        return None
    if ahead >= len(words) or words[ahead].folded == "een" or not (
        words[ahead].said[0].isdigit() or _NUMBER_WORD.fullmatch(words[ahead].folded)
    ):  # fmt: skip
        return None
    return ahead


def _of_households(words: list[_Word], at: int, text: str) -> int | None:
    """Where the word for households stands that this number counts."""
    one = _is_one(words[at])
    for ahead in range(at + 1, min(at + 1 + _NEAR, len(words))):
        word = words[ahead]
        if text[words[ahead - 1].end : word.start].strip(" \t\n-("):  # a sign between them
            return None
        if word.said == MASK or word.folded in _NO_MORE:
            return None
        if _HOUSEHOLDS.fullmatch(word.folded):
            return ahead
        if one and not (word.folded.endswith("e") or word.folded in _ONE_OF):
            return None
        if word.folded.endswith(("en", "s")) and word.folded not in PREFIXES and not _belongs(word):
            return None
    return None


def _belongs(word: _Word) -> bool:
    """Whether it may stand between a number and what that counts: "door ons geholpen gezinnen"."""
    return word.folded in EVERYDAY or word.folded.startswith("ge") or _NUMBER_WORD.fullmatch(word.folded) is not None


def _instead(word: _Word) -> str:
    said = word.said.lower()
    return f"meer {said}" if said.endswith(_PLURAL) and word.folded != "huishouden" else "meer gezinnen"
