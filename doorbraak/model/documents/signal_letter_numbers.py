"""Exact numbers of people and households in the words of a signaalbrief: the letter itself says what may be said.

What is no number of people is masked first: money, dates, years, articles, ages, hours. Of any other number the word
that it counts is sought. In doubt it counts people: a sentence too many does less harm than a gezin too many.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import EVERYDAY, PREFIXES, folded_words

_NEAR = 6  # words between a number and what it counts
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
_AMOUNT = rf"(?:\d+(?:[.,]\d+)*|{number_word}|half|halve|anderhalf|anderhalve)"
_MANY = r"(?:\s+(?:honderd|duizend|miljoen|miljard))?"
_PEOPLE_WORD = (
    r"\w*(?:gezin(?:nen|netjes?)?|huishoudens?|families|familie|gezinsleden|gezinslid|familieleden|huisgenoten|"
    r"kind(?:eren|je|jes)?|ouders?|moeders?|vaders?|vrouw(?:en)?|man(?:nen)?|jongens?|meisjes?|meiden|dochters?|zoons|"
    r"zonen|broers?|zussen|zusjes?|broertjes?|oma['’]?s|opa['’]?s|baby['’]?s|tieners?|pubers?|tweelingen|"
    r"bewoners?|inwoners?|huurders?|burgers?|mensen|personen|persoon|klanten|klant|clienten|client|"
    r"patienten|leerlingen|studenten|deelnemers|aanvragers?|gerechtigden|belanghebbenden|statushouders?|"
    r"vluchtelingen|daklozen|thuislozen|schuldenaren|alleenstaanden|jongeren|jarigen|ouderen|volwassenen|"
    r"minderjarigen|zwangeren|slachtoffers?|mantelzorgers?|hulpverleners|begeleiders|"
    r"casus|casussen|cases|casuistiek|dossiers?|gevallen|zaken)"
)
_PEOPLE = re.compile(rf"{_PEOPLE_WORD}|hen|stel(?:len|letjes)?|echtpa(?:ar|ren)|wonen|woont|woonden?|wijk|wijken")
_NOT_PEOPLE = re.compile(
    r"\w*oorzaken|noodzaken|bevallen|toevallen|ongevallen|schouders?|kouder|(?:wet|budget|boek|rekening|ver)houders?|"
    r"(?:contact|sleutel|tussen|rechts)perso(?:on|nen)"
)
_BARE_ONLY = frozenset(("wonen", "woont", "woonde", "woonden", "wijk", "wijken", "stel", "hen"))
"""Near these a number counts people only when it counts nothing else."""

_A = "(?:[eé][eé]n|1)"
_ALLOWED = re.compile(
    "|".join((
        rf"(?<!\w){_A}\s+(?:gezin|huishouden)\W{{1,3}}{_A}\s+(?:plan|regisseur)(?!\w)",  # what it is called
        (rf"(?<!\w){_A}(?=(?:\s+\w+e)?\s+(?!gezin|huishouden)\w+\s+(?:per|voor elk|voor ieder)\s+"
         r"(?:gezin|huishouden|persoon|kind|inwoner)(?!\w))"),
        rf"(?<![\w.,])\d+(?:,\d+)?\s*(?:procent|%)(?=\s+van\s)(?!\s+(?:\w+\s+){{1,4}}{_PEOPLE_WORD}(?!\w))",
        r"€\s*\d+(?:[.,]\d+)*(?:,-)?" + _MANY,
        rf"(?<!\w){_AMOUNT}{_MANY}(?:\s+[a-z]+e)?\s*(?:euro(?:['’]?s)?|eur|cent(?:en)?)(?!\w)",
        r"(?<![\w.,])\d{1,3}(?=[\s-]?jarigen?(?!\w))",
        (rf"(?<!\w){_AMOUNT}(?:\s*(?:tot|à|of|-|–)\s*{_AMOUNT})?(?:\s+(?:volle|hele|lange|werk))?[\s-]*"
         r"(?:werk)?(?:jaren|jaar|maanden|maand|weken|week|dagen|dag|uren|uur|minuten|minuut|u|"
         r"nachten|nacht|keren|keer|maal|km|kilometer|m2|meter|graden|kamers)(?!\w)"),
        rf"(?<!\w)\d{{1,2}}(?:\s*(?:tot|en|of|-|–)\s*\d{{1,2}})?\s+(?:{_MONTHS})\.?(?!\w)(?:\s+\d{{4}}(?!\d))?",
        r"(?<![\w.,])\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)",
        r"(?<![\w.,])\d{1,2}[:.]\d{2}\s*(?:uur|u)(?!\w)",
        r"(?<![\w.,])\d{1,2}:\d{2}(?!\d)",
        (rf"(?<!\w)(?:artikel(?:en)?|art\.?|lid|leden|onderdeel|paragraaf|hoofdstuk|titel|bijlage|punt|stap|nummer|nr\.?|"
         rf"regel|wet|bladzijde|blz\.?|pagina|wijk|versie|kamerstuk|ecli)\s*(?:\d+|{_SMALL}|(?-i:[IVX]+))(?!\w*[.,:]?\w*"
         rf"[ ]+{_PEOPLE_WORD}(?!\w))(?:[.,:]\d+)*[a-z]{{0,2}}(?!\w)(?:\s*(?:,|en|tot|lid)\s*\d+[a-z]?(?![\w.])"
         rf"(?!\s+{_PEOPLE_WORD}(?!\w)))*"),
        r"(?<!\w)\d+(?:[.:]\d+){2,}[a-z]?(?!\w)|(?<!\w)\d+:\d+[a-z]?(?!\w)",  # 2.3.5 and 4:84
        (r"(?<!\w)(?:in|sinds|vanaf|van|voor|tot|over|na|uit|per|jaar|eind|begin|medio|zomer|winter|lente|herfst|najaar|"
         r"voorjaar)\s+(?:19|20)\d{2}(?![\w.])"),
        rf"(?<![\w.,])(?:19|20)\d{{2}}(?![\w.]*\s*{_PEOPLE_WORD})(?!\w)",
        r"(?<!\w)(?:tot|onder|boven|vanaf)\s+(?:de\s+)?(?:16|18|21|23|27|65|67)(?!\w|[.,]\d)",
        r"(?<!\w)(?:16|18|21|23|27|65|67)(?:\s*\+|-(?:plus|min)(?:ner|ners)?(?!\w))",
    )),
    re.IGNORECASE,
)  # fmt: skip
_TOKEN = re.compile(rf"{MASK}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_OF = frozenset(("van", "op", "uit", "der"))
_PLURAL = ("nen", "ten", "sen", "ren", "den", "zen", "gen", "ns", "ers", "es", "huishoudens")
_ONE_OF = PREFIXES | {"onze", "ons", "deze", "die", "ander", "enkel", "enig"}
_NO_MORE = frozenset(("geen", "niet", "een"))  # what comes after these is not counted
_PLACES = frozenset(("uit", "in", "op", "aan", "door", "te", "bij", "met", "zonder"))
_THESE = frozenset(("de", "het", "die", "deze", "onze", "alle", "al", "hun", "totaal", "in"))
_NO_THING = folded_words((
    "kregen krijgen kreeg moesten mochten mogen konden zaten zitten waren zouden lopen liepen bleven blijven wachten",
    "wachtten verloren hadden kwamen gingen stonden raken raakten hielpen vastliepen leven leefden zagen zien kennen",
    "kenden vonden vielen tellen telden eigen betrokken verschillende gescheiden open dakloos geholpen",
    "stuks soms reeds slechts minstens hoogstens maximaal ongeveer ruim eveneens thans steeds eens telkens",
    "intussen inmiddels onlangs tussen samen alleen tegen",
))  # fmt: skip
"""They end as a plural does."""


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
    """The first number of people or households with the words around it, and what to write instead."""
    plain = plainly(text)
    masked = masked_of(plain)
    words = [_Word(one[0], fold(one[0]), one.start(), one.end()) for one in _TOKEN.finditer(masked)]
    for at in range(len(words)):
        if _is_number(words, at):
            span = _of_so_many(words, at) or _of_people(words, at, masked)
            if span is not None:
                first, last, people = span
                said = " ".join(plain[words[first].start : words[last].end].split())
                return said, f"meer {people}" if people.endswith(_PLURAL) else "meer gezinnen"
    return None


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


def _of_so_many(words: list[_Word], at: int) -> tuple[int, int, str] | None:
    last = _follows_of(words, at)
    return None if last is None else (at, last, "")


def _people(word: _Word) -> bool:
    return _PEOPLE.fullmatch(word.folded) is not None and _NOT_PEOPLE.fullmatch(word.folded) is None


def _of_people(words: list[_Word], at: int, text: str) -> tuple[int, int, str] | None:
    """First the word that is counted, then any word for people nearby."""
    one, bare = _is_one(words[at]), True
    for ahead in range(at + 1, min(at + 2 + _NEAR, len(words))):
        word = words[ahead]
        if text[words[ahead - 1].end : word.start].strip(" \t\n-"):  # a sign between them
            break
        if word.said == MASK and ahead + 1 < len(words) and words[ahead + 1].folded.startswith("jarige"):
            continue
        if word.said == MASK or word.folded in _NO_MORE:
            break
        if _people(word) and (word.folded not in _BARE_ONLY or word.folded == "hen"):
            return at, ahead, _plural(word)
        if one and not (word.folded.endswith("e") or word.folded in _ONE_OF):
            return None
        if _thing(words, ahead):
            bare = False
            break
    if not bare or one:
        return None
    if at and words[at - 1].folded == "er":
        return at - 1, at, ""
    near = [*_around(words, at)]
    return next(((min(at, n), max(at, n), _plural(words[n])) for n in near if _people(words[n])), None)


def _plural(word: _Word) -> str:
    return "" if word.folded in _BARE_ONLY or word.folded == "huishouden" else word.said.lower()


def _around(words: list[_Word], at: int) -> Iterator[int]:
    for step in range(1, _NEAR + 2):
        yield from (n for n in (at + step, at - step) if 0 <= n < len(words))


def _thing(words: list[_Word], at: int) -> bool:
    """Whether this is the plural that the number counts, and no word that belongs to one: "geholpen gezinnen"."""
    word = words[at]
    if not word.folded.endswith(("en", "s")) or len(word.folded) < 4:
        return False
    if words[at - 1].folded in _PLACES:  # "uit huis geplaatste kinderen"
        return False
    if word.folded in EVERYDAY or word.folded in PREFIXES or word.folded in _NO_THING:
        return False
    return _NUMBER_WORD.fullmatch(word.folded) is None and not (at + 1 < len(words) and _people(words[at + 1]))
