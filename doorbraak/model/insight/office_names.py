"""The surname in what an office is called: "Tandarts Pimpelmees", "Bewindvoering Vinkenoog B.V.".

Who has such a profession often works under the own name. So in the name of that office, words that are no ordinary
words, places or words for a firm are a surname. A foundation, a municipality or a firm of deurwaarders is not called
after who works there.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import Known, Ordinary, folded_words, known_in

AN_AGENCY = "een instantie"
_OFFICES = {
    "advoca": "advocaat", "raadsman": "advocaat", "tandarts": "tandarts", "huisarts": "huisarts",
    "bewind": "bewindvoerder", "beschermingsbewind": "bewindvoerder", "deurwaarder": "deurwaarder",
    "gerechtsdeurwaarder": "deurwaarder", "notari": "notaris", "fysio": "fysiotherapeut", "psycholo": "psycholoog",
    "psychiater": "psychiater", "psychotherap": "therapeut", "therap": "therapeut", "ergotherap": "ergotherapeut",
    "curator": "curator", "mentor": "mentor", "mediat": "mediator", "logoped": "logopedist",
    "orthodont": "orthodontist", "orthopedago": "orthopedagoog", "mondhygi": "mondhygiënist", "dietist": "diëtist",
    "verloskund": "verloskundige", "accountan": "accountant", "boekhoud": "boekhouder", "makelaar": "makelaar",
    "huisbaas": "huisbaas", "verhuurder": "verhuurder", "coach": "coach", "budgetcoach": "budgetcoach",
    "jurist": "jurist", "gastouder": "gastouder", "dierenarts": "dierenarts", "dokter": "dokter",
    "taxi": "taxibedrijf", "garage": "garage", "bakkerij": "bakkerij", "slagerij": "slagerij", "kapsalon": "kapper",
    "schildersbedrijf": "schilder", "aannemer": "aannemer", "loodgieter": "loodgieter", "rijschool": "rijschool",
    "sportschool": "sportschool", "autobedrijf": "autobedrijf", "klussenbedrijf": "klusbedrijf",
}  # fmt: skip
"""How a word for an office begins, and who works there."""
_FIRMS = frozenset(("praktijk", "kantoor", "maatschap", "bureau"))
PROFESSIONS = (
    r"(?:tand|huis|dieren|kinder)arts|tandartspraktijk|huisartsenpraktijk|advocaat|advocatenkantoor|bewindvoerder|"
    r"bewindvoering|(?:gerechts)?deurwaarder|notaris|fysio|fysiotherapeut|ergotherapeut|therapeut|psycholoog|"
    r"psychiater|orthopedagoog|orthodontist|mondhygi[eë]nist|curator|mentor|mediator|logopedist|di[eë]tist|"
    r"verloskundige|accountant|boekhouder|huisbaas|jurist|wijkagent|consulente?|begeleider|begeleidster|wethouder|"
    r"dominee|imam|pastoor|oppas|trainer|verhuurder|rechter|kapper"
)
"""Words in a text after which a name tells who that is."""
_ORGANISATION = re.compile(r"\W*(?:stichting|vereniging|gemeente|co[oö]peratie)\b", re.IGNORECASE)
LEGAL_FORM = re.compile(
    r"[ ,]{0,2}(?:(?<!\w)(?:B\.?V|N\.?V|V\.?O\.?F|C\.?V)\.?(?!\w)|(?:&|(?<!\w)en)[ ]?(?:Zn|Zonen|Zoon|Partners|Co)\b\.?"
    r"|(?<!\w)(?:holding|groep|partners|associates|c\.s\.)(?!\w))",
    re.IGNORECASE,
)
_PLACES = folded_words((
    "noord oost zuid west noordoost noordwest zuidoost zuidwest centrum stad dorp regio nederland holland brabant",
    "limburg zeeland friesland groningen drenthe overijssel gelderland utrecht flevoland amsterdam rotterdam haag",
    "eindhoven tilburg almere breda nijmegen apeldoorn haarlem arnhem enschede amersfoort zaanstad bosch zwolle",
    "leiden zoetermeer leeuwarden maastricht dordrecht ede alphen delft alkmaar emmen deventer venlo sittard helmond",
    "hilversum heerlen lelystad purmerend roosendaal schiedam spijkenisse vlaardingen almelo gouda assen",
    "midden hart",
))  # fmt: skip
_BUSINESS = folded_words((
    "vitaal plus actief balans top smile direct totaal lokaal samen thuis kompas horizon perspectief breed snel",
    "expert experts extra best budget financieel financiele administratie incasso juridisch recht online team huis",
    "gezondheid gezondheidscentrum medisch mondzorg letsel familierecht arbeidsrecht strafrecht vreemdelingenrecht",
    "wsnp wijk buurt kinderen ouderen jeugd gezin nieuw nieuwe oud oude vorige tweede eerste huidige",
))  # fmt: skip
_ARTICLES = frozenset(("de", "het", "t"))
_SHORT = 5  # letters of an abbreviation: GGN
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<whose>de|het|een|mijn|mij|zijn|haar|hun|onze|ons|die|deze|dit|dat|jouw|uw|geen|elke?|iedere?|andere?|"
    r"nieuwe|oude|eigen)[ ]+)?(?P<office>[^\W\d_]{4,30})[ ]+$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ ](?P<office>[A-Z][^\W\d_]{3,30})(?!\w)")
_NEAR = 50  # letters in which an office and what stands before it fit
_PROFESSION = re.compile(PROFESSIONS, re.IGNORECASE)


def _who(word: str) -> str:
    """Who works at what goes by this word: "tandarts"; empty for a word that is no office."""
    folded = fold(word)
    begin = max((one for one in _OFFICES if folded.startswith(one)), key=len, default="")
    return _OFFICES.get(begin, "")


def is_office(called: str) -> bool:
    """Whether a word of it says which profession: of its other words `surnames_in` says which name somebody."""
    return any(_who(word) for word in _WORD.findall(called))


def surnames_in(called: str, ordinary: Ordinary) -> Iterator[Known]:
    """`called`: the name of an agency as somebody typed it."""
    words = [one[0] for one in _WORD.finditer(called)]
    offices = [word for word in words if _who(word) or fold(word) in _FIRMS]
    if not offices or any(fold(word).endswith("deurwaarders") for word in offices) or _ORGANISATION.match(called):
        return
    who = next((_who(word) for word in offices if _who(word)), "")
    shouted = called.isupper()

    def kept(match: re.Match[str]) -> str:
        folded = fold(match[0])
        abbreviation = match[0].isupper() and 1 < len(folded) <= _SHORT and not shouted
        return "," if match[0] in offices or folded in _PLACES | _BUSINESS or abbreviation else match[0]

    bare = _WORD.sub(kept, LEGAL_FORM.sub(",", called))
    for known in known_in(bare, f"een {who}" if who else AN_AGENCY, ordinary, functions=True):
        folded = [fold(one) for one in _WORD.findall(known.name)]
        if folded[0] in _ARTICLES:  # "Tandarts De Brug": a word, or somebody
            known = replace(known, plain=frozenset(folded))
        yield known


def with_office(said: str, start: int, end: int, advice: str, floor: int) -> tuple[int, int, str]:
    """A name with the office beside it: "Bel tandarts Pimpelmees" becomes "Bel een tandarts", never two roles."""
    form = LEGAL_FORM.match(said, end)
    end = form.end() if form else end
    after = _AFTER.match(said, end)
    if after and _who(after["office"]):
        end = after.end()
    before = _BEFORE.search(said, max(floor, start - _NEAR), start)
    if before is None or not (_PROFESSION.fullmatch(before["office"]) or _who(before["office"])):
        return start, end, advice
    office = before["office"].lower()
    who = office if _PROFESSION.fullmatch(office) and not office.endswith(("praktijk", "kantoor", "ing")) else ""
    who = who or _who(office) or office
    return before.start("office"), end, who if before["whose"] else f"een {who}"
