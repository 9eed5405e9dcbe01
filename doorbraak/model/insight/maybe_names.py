"""What may be a name that nobody typed as one: a word with a capital that does not begin its sentence.

Dutch gives a capital to names alone, so one rule does what lists of titles and verbs can not: "zij heet Liv", "de
buurman, Gerrit, klaagt". What organisations, laws, languages and feasts are called is known, and stays. A word that
begins its sentence is taken for a name only when the next one is: "Petra Jansen zei nee".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from itertools import pairwise

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.insight.name_words import NAMES_TOO, Ordinary, compound, folded_words, ordinary_of, words_in

LINKS = frozenset(("van", "de", "den", "der", "des", "vd", "vdr", "v", "d", "te", "ter", "ten", "el", "al", "ben",
                   "la", "le", "di", "du", "von", "het", "t"))  # fmt: skip
"""Tussenvoegsels that join what stands before and after them into one name."""
_KNOWN = folded_words((
    "kerst kerstmis pasen pinksteren hemelvaart hemelvaartsdag koningsdag sinterklaas ramadan suikerfeest offerfeest",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "nederland nederlander nederlanders europa europese unie eu rijk rijks rijksoverheid overheid staat koning",
    "koninkrijk kamer eerste tweede kabinet minister ministerie raad hof hoge gerechtshof rechtbank bestuur college",
    "omgekeerde toets grondwet wetboek strafrecht verdrag kinderrechtenverdrag verordening handleiding internet",
    "digid mijnoverheid whatsapp facebook instagram tiktok snapchat google teams excel word windows outlook youtube",
    "netflix signal skype zoom linkedin twitter corona covid bijbel koran islam christendom kerk moskee god",
    "eneco essent vattenfall greenchoice oxxio vandebron engie energiedirect ziggo kpn odido vodafone t-mobile tele2",
    "simyo youfone stedin liander enexis vitens waternet evides dunea pwn achmea interpolis nationale nederlanden",
    "aegon centraal beheer menzis anderzorg zilveren kruis vgz cz dsw onvz unive ditzo zorg zekerheid rabobank ing",
    "abn amro sns asn bunq triodos knab albert heijn jumbo lidl aldi ikea action hema blokker kruidvat bol wehkamp",
    "klarna riverty afterpay coolblue marktplaats vinted postnl connexxion arriva qbuzz ns gvb ret htm flanderijn",
    "syncasso bazuin intrum cannock chase lavg ggn ymere vestia woonbron havensteder stadgenoot rochdale alliantie",
    "portaal mitros woonzorg humanitas exodus altrecht parnassia jellinek tactus lister lentis arkin lievegoed",
    "leger heils rode kruis voedselbank kledingbank kredietbank stadsbank speelgoedbank buurtzorg thuiszorg",
    "movisie divosa vng nibud kafkabrigade publieke waarden doorbraak doorbraakmethode bovenij",
))  # fmt: skip
"""Beside the lists: what has a capital and is no person, and leads to nobody."""
_PEOPLES = folded_words((
    "nederlands duits engels frans belgisch spaans italiaans pools roemeens bulgaars hongaars grieks turks",
    "marokkaans arabisch berbers syrisch eritrees somalisch ethiopisch afghaans iraans irakees koerdisch",
    "oekraiens russisch chinees surinaams antilliaans arubaans papiaments tigrinya dari farsi pasjtoe portugees",
    "braziliaans ghanees nigeriaans indonesisch moluks vlaams fries europees afrikaans amerikaans aziatisch joods",
    "palestijns pakistaans indiaas vietnamees servisch kroatisch albanees tsjechisch georgisch armeens soedanees",
    "congolees amhaars nederlander turk marokkaan syrier eritreeer oekrainer afghaan somalier iraker iraner",
    "surinamer antilliaan europeaan pool rus chinees belg duitser",
))  # fmt: skip
_ENDINGS = ("e", "s", "en", "se", "r", "n", "'s", "’s")
_LONG_ENOUGH = 4  # letters before an ending: "Omar" is no oma
_NAMES_THERE = folded_words((
    "zoe mees jan omar mulder meer wal ton bron elke door an lex cor arie toon jo mo otto william",
))  # fmt: skip
"""Names that stand in the lists for something else."""
_PLACE = re.compile(r"(?:gemeente|provincie|rechtbank|gerechtshof|regio|waterschap|veiligheidsregio)$", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]|mr|dr|drs|mw|mevr|dhr|ir|ing|prof|st|ds|fam|art|nr|tel|vd|[^\W\d_]\.[^\W\d_])\.[ ]*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,(/;:)\[\]]| - | van (?:de |het )?(?=[A-Z]{2})")
_TITLED = re.compile(
    r"(?:(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|de heer|dokter|drs?|mr|ir|prof|juf|juffrouw|meester|opa|oma|oom|tante|"
    r"buurvrouw|buurman|buren|fam|familie|wijkagent|agent|consulente?|begeleidster|begeleider|wethouder|dominee|imam|"
    r"pastoor|oppas|trainer|verhuurder|huisbaas|rechter|moeder|vader|broer|zus|zoon|dochter|vriendin|vriend|collega|"
    r"coach|maatje|gezinsvoogd|voogd|jeugdbeschermer)\.?(?:[ ]+|$))+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"[ ](?:van (?:de |het )?(?:[A-Z]\w+$|gemeente|school)|bij|voor|namens)")
_ORGANISED = re.compile(
    r"(?<!\w)(?:stichting|vereniging|gemeente|co[oö]peratie|b\.?v\.?|n\.?v\.?|holding|groep|partners|incasso)(?!\w)|"
    r"(?:school|bank|fonds|zorg|wonen|incasso|deurwaarders|advocaten|verzekeringen|verzekering|dienst|loket|corporatie|"
    r"centrum|winkel|apotheek|praktijk|bewind|net|energie|team)(?!\w)",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_NEXT = re.compile(r"[ \u00a0]{1,2}([^\W_]+)")
_NUMBERED = re.compile(r"\.?[ \u00a0]?\d")
_GOES_ON = folded_words((
    "en ook is was had heeft wil wou wilde kan kon kunnen zal zou mag mocht moet moest gaat ging komt kwam doet",
    "deed zegt zei ziet zag krijgt kreeg blijft bleef wordt werd belt belde woont woonde werkt werkte slaapt",
    "sliep loopt liep staat stond zit zat ligt lag eet at drinkt dronk huilt huilde lacht lachte speelt speelde",
    "leert leerde vraagt vroeg antwoordt antwoordde vindt vond denkt dacht weet wist hoopt hoopte wacht wachtte",
    "helpt hielp brengt bracht haalt haalde betaalt betaalde tekent tekende schrijft schreef leest las stuurt",
    "stuurde mist miste gebruikt gebruikte houdt hield geeft gaf neemt nam zoekt zocht hoort hoorde voelt voelde",
    "slaat sloeg klaagt klaagde dreigt dreigde past paste zorgt zorgde stopt stopte begint begon heet heette",
    "leeft leefde overleed sterft stierf rijdt reed fietst fietste kookt kookte koopt kocht verkoopt verkocht",
    "verdient verdiende verhuist verhuisde vertrok vertrekt verloor verliest vertelt vertelde begrijpt begreep",
    "kent kende ontkent ontkende weigert weigerde durft durfde probeert probeerde regelt regelde steunt steunde",
))  # fmt: skip
_OPENING = " \t\u00a0\"'‘’“”„«-–—•*·"
_NEAR = 24
_LONGEST_ABBREVIATION = 6
_LONGEST = 60
_WIDEST = 3  # signs between two words of a name
_GAP = re.compile(r"\.?[ \u00a0]{1,2}|\.|[-‐‑/]|[ ]?&[ ]?")


_NOTHING = Ordinary(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words that are no name, however they are written. `own`: of the household, what keeps its name."""

    words: frozenset[str] = _KNOWN
    pairs: frozenset[tuple[str, str]] = frozenset()
    own: frozenset[str] = frozenset()
    ordinary: Ordinary = _NOTHING

    def with_own(self, names: Iterable[str]) -> "Vocabulary":
        return Vocabulary(self.words, self.pairs, self.own | folded_words(names), self.ordinary)

    def knows(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        if word.isupper() and 1 < len(word) <= _LONGEST_ABBREVIATION:
            return True
        folded = fold(word)
        if folded in self.own:
            return True
        if folded in NAMES_TOO or folded in _NAMES_THERE:
            return False
        parts = re.split(r"[-‐‑./]", word)
        if len(parts) > 1:  # "Wmo-consulent", "e-Herkenning"
            return all(not part or part.islower() or self.knows(part) for part in parts)
        return self._listed(folded) or (folded in self.ordinary.everyday) or compound(word, self.ordinary)

    def _listed(self, folded: str) -> bool:
        return folded in self.words or any(
            folded.removesuffix(ending) in self.words
            for ending in _ENDINGS
            if folded.endswith(ending) and len(folded) - len(ending) >= _LONG_ENOUGH
        )


LEAST = Vocabulary()
"""Without any list."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """`words` stand from `start` to `end`, and may be a name."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=2)
def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    texts = tuple(_texts(catalogue))
    ordinary = ordinary_of(catalogue)
    peoples = frozenset(people + ending for people in _PEOPLES for ending in ("", "e", "s", "en"))
    names = (words_in(text) for text in texts)
    pairs = frozenset(
        (fold(one), fold(two))
        for words in names
        for one, two in pairwise(words)
        if one[0].isupper() and two[0].isupper()
    )
    words = folded_words(texts) - _NAMES_THERE
    return Vocabulary(words | _KNOWN | peoples | ordinary.roles | ordinary.functions, pairs, frozenset(), ordinary)


def _texts(found: object) -> Iterator[str]:
    """Every text of the lists."""
    if isinstance(found, str):
        yield found
    elif is_dataclass(found):
        for field in fields(found):
            yield from _texts(getattr(found, field.name))
    elif hasattr(found, "values"):
        for one in found.values():
            yield from _texts(one)
    elif isinstance(found, tuple | list | frozenset):
        for one in found:
            yield from _texts(one)


def maybe_names(text: str, vocabulary: Vocabulary) -> tuple[Maybe, ...]:
    """From left to right; words that stand together are one."""
    if text.islower():
        return ()
    return tuple(_runs(text, _read(text, vocabulary)))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    kind: str
    """ "name"; "first": one at the start of a sentence; "link": a tussenvoegsel; "initial"; "other"."""


def _read(text: str, vocabulary: Vocabulary) -> list[_Word]:
    words = [*_TOKEN.finditer(text)]
    found = []
    for at, one in enumerate(words):
        word = one[0]
        if not word[0].isupper():
            kind = "link" if fold(word) in LINKS else "other"
        elif fold(word) in LINKS:
            kind = "link"
        elif len(word) == 1:
            kind = "initial"
        elif vocabulary.knows(word) or _in_a_name(words, at, vocabulary) or _place(words, at):
            kind = "other"
        else:
            kind = "first" if begins(text, one.start()) else "name"
        found.append(_Word(one.start(), one.end(), kind))
    return found


def _in_a_name(words: list[re.Match[str]], at: int, vocabulary: Vocabulary) -> bool:
    """Of a list, together with the word beside it: "Jarige Job"."""
    this = fold(words[at][0])
    return (at > 0 and (fold(words[at - 1][0]), this) in vocabulary.pairs) or (
        at + 1 < len(words) and (this, fold(words[at + 1][0])) in vocabulary.pairs
    )


def _place(words: list[re.Match[str]], at: int) -> bool:
    return at > 0 and words[at].start() - words[at - 1].end() == 1 and _PLACE.fullmatch(words[at - 1][0]) is not None


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins there: after a full stop that belongs to no abbreviation, a colon or a new line."""
    before = text[max(0, start - _NEAR) : start].rstrip(_OPENING)
    if not before:
        return start <= _NEAR
    return before[-1] in ".!?:…\n\u2029" and _ABBREVIATION.search(before) is None


def people_in(typed: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Of what was typed where a person or an organisation may stand, the people: "Petra (WMO)", "wijkagent Ed Vos".

    A part is of a person after a title or a function, or when all its words may be of a name: an organisation has a
    word that says what it is, or is known.
    """
    found: list[str] = []
    for part in _PARTS.split(typed):
        part = part.strip()
        titled = _TITLED.match(part)
        rest = part[titled.end() :].strip() if titled else part
        if not rest or _ORGANISED.search(rest) or _known_whole(rest, vocabulary):
            continue
        words = [word for word in words_in(rest) if fold(word) not in LINKS]
        unknown = [word for word in words if len(word) == 1 or _unknown(word, vocabulary)]
        if titled and any(len(word) > 1 for word in unknown):
            first = _AFTER_NAME.split(rest)[0]
            found.append(first)
        elif words and len(words) <= _MOST_WORDS and len(unknown) == len(words) and max(map(len, words)) > 1:
            found.append(rest)
    return tuple(found)


def _unknown(word: str, vocabulary: Vocabulary) -> bool:
    """Also in small letters, which a name in a field of its own may have: "piet jansen"."""
    return not vocabulary.knows(word if word[0].isupper() else word.capitalize())


def _known_whole(part: str, vocabulary: Vocabulary) -> bool:
    words = words_in(part)
    return len(words) > 1 and all((fold(one), fold(two)) in vocabulary.pairs for one, two in pairwise(words))


def stands_as_name(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word with a capital is the name that it also is: inside a sentence always, at the start of
    one before a verb, "en", a sign or a capital. So "Wil belt" is, and "Elke dag" and "Door de regel" are not.
    """
    if fold(text[start:end]) == "art" and _NUMBERED.match(text, end):
        return False
    if not begins(text, start) or text[start:end].isupper():
        return True
    following = _NEXT.match(text, end)
    return following is None or following[1][0].isupper() or fold(following[1]) in _GOES_ON


def _runs(text: str, words: list[_Word]) -> Iterator[Maybe]:
    at = 0
    while at < len(words):
        if words[at].kind not in ("name", "first", "initial", "link"):
            at += 1
            continue
        first = at
        names: list[int] = []
        last = -1
        while (
            at < len(words) and words[at].kind != "other" and (at == first or _together(text, words[at - 1], words[at]))
        ):
            if words[at].kind in ("name", "first"):
                if words[at].kind == "first" and at > first and names:
                    break
                names.append(at)
                last = at
            at += 1
        lettered = bool(names) and at > last + 1 and words[last + 1].kind == "initial"  # "Fenna W."
        if not names or (len(names) == 1 and words[names[0]].kind == "first" and not lettered):
            at = max(at, first + 1)
            continue
        last += lettered
        begin = next(n for n in range(first, last + 1) if _part(text, words, n, names[0]))
        yield Maybe(words[begin].start, words[last].end, text[words[begin].start : words[last].end])
        at = max(last + 1, first + 1)


def _part(text: str, words: list[_Word], at: int, name: int) -> bool:
    """Whether the run begins here: at its first name, or at an initial or a "Van" before it."""
    if at == name:
        return True
    word = words[at]
    if word.kind == "initial":
        return True
    return word.kind == "link" and text[word.start].isupper() and not begins(text, word.start)


def _together(text: str, one: _Word, two: _Word) -> bool:
    if two.start - one.end > _WIDEST or ("." in text[one.end : two.start] and one.kind not in ("initial", "link")):
        return False
    return _GAP.fullmatch(text, one.end, two.start) is not None
