"""Which of the words that somebody typed a name. The one rule, for the naam-wacht and for every document.

A name is what was typed as the name of a person or worker (or where a name may stand: who leads, decides, says),
- without words for a role: those of roles.csv, and functions, kin and ordinals ("oudste zoon", "gezinsvoogd");
- without tussenvoegsels: they belong to a name only beside one ("van de Ven"), and name nobody alone;
- without everyday words: function words, and every word of the lists. With a capital such a word is a name where it is
  all that was typed ("Mei"), beside a name ("Jan Bakker"), or when it is known as a name (NAMES_TOO);
- without words in small letters, unless nothing that was typed has a capital ("oom piet"), or a tussenvoegsel
  stands before one of NAMES_TOO ("Wil de jong").

A name that is an ordinary word too is recognised only with a capital; other names in any letters. So "wil belde", in
small letters, stays unfound: else nobody could write "wil" any more. In doubt a word is taken for a name: a role too
many does less harm than a name too many.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from doorbraak.model.catalogue import Catalogue, Role, fold


def _split(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


PREFIXES = frozenset(
    ("aan", "bij", "d", "de", "den", "der", "des", "di", "du", "el", "het", "in", "la", "le", "of", "op", "s", "t",
     "te", "ten", "ter", "uit", "v", "van", "vd", "vdr", "von")
)  # fmt: skip
"""Tussenvoegsels. Alone they name nobody."""
_ROLES = _split(
    "achterneef achternicht adviseur ambtenaar arts baby balie beambte begeleider behandelaar beleidsmedewerker "
    "bewindvoerder bewoner bewoners broertje buren burgemeester burgerzaken buurman buurt buurtbewoner buurvrouw "
    "casusregisseur casusverbinder coach collega college commissie consulent contactpersoon controleur coördinator "
    "corporatie dame derde directeur dochter dochtertje eerste ex familie financieel financiën gemeente gezin "
    "gezinnen gezinsvoogd grootmoeder grootouders grootvader grote heer hond huis huisarts huishouden huisbaas "
    "hulpverlener inkoop inkoper inwonende jeugdbeschermer jongen jongens jongste juf jurist kat "
    "kind kinderen kleindochter "
    "kleine kleinzoon leraar lerares loket maatje maatschappelijk mama man manager mannen medewerker meester "
    "meisje meisjes meneer mevrouw middelste mijnheer ministerie moeder nachtopvang nicht oma oom opa oudste "
    "ouders pa papa partner pleegmoeder pleegvader pleegzorg politie psycholoog publieke raad rechter "
    "schuldeiser schuldeisers schuldhulp schuldhulpverlener schoondochter schoonmoeder schoonvader schoonzoon "
    "school sociale stiefbroer stiefdochter stiefzoon stiefzus tante team teamleider teammanager tweede "
    "urgentiecommissie verpleegkundige verzorger vierde voogd vriendin vrouw vrouwen werker wethouder wijkagent "
    "wijkcoach wijkteam wijkteamlid wonen woonbegeleider zoontje zorg zusje"
)
"""Kin, functions and ordinals that roles.csv has not: whoever goes by these alone is not named."""
EVERYDAY = _split(
    "a aangezien achter af al alle alleen alles als altijd ander andere anders apart b bang bel ben beter "
    "beneden bezig bijna binnen blijf blijft boven buiten daar daarna daarom dan dank das dat deed deel dees "
    "deze dezelfde dicht die dient dit doe doen doet door draagt dus een eenzaam eens eigen elk elke en er erg "
    "eruit even gaan gaat gebruikt geeft geen gek geld geleden gesprek ging gisteren goed graag groep haar had "
    "hadden half haast hebben hebt heeft heel heen hem hen hier hiernaast hij hoe hoeft hoog huidige hun "
    "iedereen ieder iemand iets ik inwonend is ja jaar je jij jou jouw jullie kan keer kent kijk klopt "
    "komen komt kon kort krijgt kunnen kwam laat lang later lid liever los maakt maandag maar mag mandaat me "
    "mee meer meest met mij mijn mijnen minder mis misschien moet moeten moest morgen na naar naast namens nee "
    "niemand niet niets nieuw nieuwe nodig nog nooit nou nu om omdat onbekend onbekende onder ons onze ook oud "
    "oude over overdag pas per rond samen sinds slecht snel soms spreekt staan staat steeds stil straks "
    "tegen terug tijd tijdelijk toch toe toen tot tussen twee u uur uw vaak vader vanaf vandaag vast veel ver "
    "verder via volgens voor vooral waar waarom wacht want waren was wat week weer weet weg weinig wel welke "
    "werd werk werkt wie wij wilde willen wist woont worden wordt zag ze zegt zei zelf zes zich zij zijn zit "
    "zo zoals zonder zorgt zou zullen w drie vier vijf zeven acht negen tien dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag advies bezwaar elkaar dag nacht avond ochtend vereniging stichting lijn fonds noord oost zuid "
    "west"
)
NAMES_TOO = _split(
    "art bakker beer ben berg bloem boer boom bos bruin brouwer buren dekker dijk duif engel ezel graaf groen "
    "els groot haan haas heide hof hoop iris jager jasmijn jim job jong keizer klein kok koning kramer kuiper kort "
    "lang leeuw lente lief lieve lot max mei molen olijf park pen post prins ridder rood roos ruiter schaap "
    "schipper slager smit snoek ster sterre storm ton tuin valk vink viool bron vis visser vos vrede vreugde "
    "wever wil winter wit witte wolf zilver zomer zon zwaan zwart"
)
"""Ordinary words, some of them in the lists, that many people called by."""
SURNAMES_TOO = NAMES_TOO - _split(
    "art ben els hoop iris jasmijn jim job jong klein kort lang lente lief lieve lot max mei ton wil winter wit witte "
    "zomer zon zwart"
)
"""Of these, what is a surname after "mevrouw" or "familie" in small letters too."""
FIRST_NAMES_TOO = frozenset(("els", "iris", "jasmijn", "roos", "sterre"))
"""Of these, what is a name in small letters too, but not after "een" or "de"."""
ROLE_WORDS = _ROLES - NAMES_TOO | {"buren"}
"""They are no name alone, also where one is part of a name: "van Buren"."""
_LETTER_PAIRS = _split("ab bv cv eu id nl nv ok om pc tv uw wc")  # that say something without being initials
_ABBREVIATED = _split("avg ivm dmv mbv tav tov mbt nav tgv tbv nvt tzt dwz ovv ivb bvd ihkv")
_NO_WORDS = frozenset(("mulder", "otto", "william"))  # stand in the lists, in the name of a firm or of a law
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’](?:[^\W_]|[\u0300-\u036f])+)*")
_BESIDE = " .-‐‑'’\t\u00a0"
UNSEEN = "\u00ad\u034f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff"
"""Signs that hide a name from who looks for it, as a set of an expression."""
_HIDDEN = re.compile(f"[{UNSEEN}]")
DOUBLE = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-‐‑][^\W\d_]++)+")
"""Names joined by a hyphen. Possessive, so that a word of thousands of letters is read once."""
_SHORTEST = 4  # letters of half a compound


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is watched for, and the role to write instead. `plain`: its words that count only with a capital."""

    name: str
    advice: str
    plain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ordinary:
    """Folded words. `roles` name nobody, `functions` say who somebody is by work or place; `everyday` has them all."""

    roles: frozenset[str]
    functions: frozenset[str]
    everyday: frozenset[str]


def words_in(text: str) -> list[str]:
    return _WORD.findall(text)


def folded_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in _WORD.findall(text))


def ordinary_in(roles: Mapping[str, Role]) -> Ordinary:
    """Where no more of the lists is at hand than the roles."""
    return _roles(frozenset(role.name for role in roles.values()))


@lru_cache(maxsize=8)
def _roles(names: frozenset[str]) -> Ordinary:
    found = (folded_words(names) | _ROLES) - PREFIXES
    return Ordinary(found, found, found | EVERYDAY)


@lru_cache(maxsize=2)
def ordinary_of(catalogue: Catalogue) -> Ordinary:
    roles = ordinary_in(catalogue.roles).roles
    functions = roles | folded_words(
        (
            *(" ".join((one.name, *one.synonyms)) for one in catalogue.agencies.values()),
            *(one.name for one in catalogue.payers.values()),
            *(one.decider for one in catalogue.mandates),
        )
    )
    without = PREFIXES | _NO_WORDS
    rest = folded_words(
        (
            *(" ".join((one.name, *one.synonyms)) for one in catalogue.problems.values()),
            *(f"{one.name} {one.description}" for one in catalogue.life_domains.values()),
            *(one.name for one in catalogue.events.values()),
            *(f"{one.title} {one.abbreviation}" for one in catalogue.laws.values()),
            *(f"{one.name} {one.description}" for one in catalogue.interventions.values()),
            *(f"{one.title} {one.what}" for one in catalogue.articles.values()),
            *(f"{one.decision} {one.hint}" for one in catalogue.mandates),
            *(f"{one.avoid} {one.use} {one.why}" for one in catalogue.words),
        )
    )
    return Ordinary(roles, functions - NAMES_TOO - without, (functions | rest | EVERYDAY) - without)


def known_in(typed: str, advice: str, ordinary: Ordinary, *, functions: bool = False) -> tuple[Known, ...]:
    """The names in what was typed where a name belongs. `functions`: where a role or an office is as usual."""
    plain = ordinary.everyday | ordinary.roles | NAMES_TOO
    typed = _HIDDEN.sub("", typed)
    return tuple(
        Known(name, advice, (_with_letters(name) & (plain | _LETTER_PAIRS)) - PREFIXES)
        for name in _names(typed, ordinary, functions)
    )


def letters_of(name: str) -> str:
    """Of "Samira el Boukhari" sb; nothing of one word."""
    firsts = [fold(word)[:1] for word in words_in(name) if fold(word) not in PREFIXES]
    return "".join(firsts) if len(firsts) > 1 else ""


def all_letters_of(name: str) -> str:
    """Of "Samira el Boukhari" seb; nothing of a name without tussenvoegsel, or that begins with one."""
    words = [fold(word) for word in words_in(name)]
    letters = "".join(word[:1] for word in words)
    linked = bool(letters_of(name)) and words[0] not in PREFIXES and not PREFIXES.isdisjoint(words)
    return letters if linked and letters not in _ABBREVIATED else ""


def _with_letters(name: str) -> frozenset[str]:
    doubles = {"".join(fold(part)[:1] for part in re.split("[-‐‑]", one)) for one in DOUBLE.findall(name)}
    return folded_words((name,)) | {letters_of(name), all_letters_of(name)} | doubles


def title_names(title: str, advice: str, ordinary: Ordinary) -> tuple[Known, ...]:
    """Of what a household is called. A first word before small letters begins a description: "Gezin met schulden"."""
    words = words_in(title)
    if len(words) > 1 and words[1].islower() and fold(words[1]) not in PREFIXES:
        title = title[title.index(words[0]) + len(words[0]) :]
        if not any(word[0].isupper() for word in words[1:]):
            return ()
    return known_in(title, advice, ordinary)


def compound(word: str, ordinary: Ordinary) -> bool:
    """Whether it is two ordinary words in one: "zorgverzekeringslijn"."""
    whole = fold(word)
    for at in range(_SHORTEST, len(whole) - _SHORTEST + 1):
        if whole[at:] in ordinary.everyday and any(
            whole[:at].removesuffix(glue) in ordinary.everyday for glue in ("", "s", "en", "n")
            if len(whole[:at].removesuffix(glue)) >= _SHORTEST
        ):  # fmt: skip
            return True
    return False


def _names(typed: str, ordinary: Ordinary, functions: bool) -> Iterator[str]:
    """Words of a name that stand beside each other, and the tussenvoegsels before and between them."""
    found = list(_WORD.finditer(typed))
    capitals = any(not _small(one[0]) for one in found)
    begin = end = last = -1  # of the name that is being read, and where the last word of it ended
    named = False
    for at, one in enumerate(found):
        word, folded = one[0], fold(one[0])
        if begin >= 0 and typed[last : one.start()].strip(_BESIDE):
            if named:
                yield typed[begin:end]
            begin, named = -1, False
        after = begin >= 0 and found[at - 1].end() == last and fold(found[at - 1][0]) in PREFIXES
        alone = len(found) == 1 and not functions
        if (folded in PREFIXES and not (alone and len(word) > 1)) or not folded:
            begin, last = one.start() if begin < 0 else begin, one.end()
            continue
        if len(folded) == 1 and word.isupper() and (alone or typed[one.end() : one.end() + 1] == "."):
            begin, last, end = one.start() if begin < 0 else begin, one.end(), one.end()
            named = named or alone or (at + 1 < len(found) and len(found[at + 1][0]) == 1)
            continue
        following = found[at + 1][0] if at + 1 < len(found) else ""
        if _is_name(word, ordinary, functions, capitals, alone, named, after, following):
            begin, last, end, named = one.start() if begin < 0 else begin, one.end(), one.end(), True
            continue
        if named:
            yield typed[begin:end]
        begin, named = -1, False
    if named:
        yield typed[begin:end]


def _small(word: str) -> bool:
    """Also inside: "elAmrani" is written as a name."""
    return not any(sign.isupper() for sign in word)


def _is_name(
    word: str, ordinary: Ordinary, functions: bool, capitals: bool, alone: bool, named: bool, after: bool,
    following: str,
) -> bool:  # fmt: skip
    """`named`: a name stands before it; `after`: a tussenvoegsel does; `following`: the next word."""
    folded = fold(word)
    role, everyday = folded in ordinary.roles, folded in ordinary.everyday
    if _small(word):
        if folded in NAMES_TOO and ((named and after) or alone):
            return True
        return not role and not everyday and (not capitals or (named and after))
    if role:
        return named and after
    if folded in NAMES_TOO:
        return alone or not following or named or following[0].isupper() or fold(following) in PREFIXES | {"en"}
    if everyday:
        beside = named or (following[:1].isupper() and fold(following) not in ordinary.everyday)
        return (named and after) or (not functions and (alone or beside))
    return not (functions and compound(word, ordinary))
