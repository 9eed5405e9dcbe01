"""Of what was typed where a person or an organisation may stand, the people."""

import re
from itertools import pairwise

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import words_in
from doorbraak.model.insight.vocabulary import LINKS, Vocabulary

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
_BEHIND = re.compile(
    r"(?<!\w)(?:(?:team|loket|spreekuur|klas|groep|kantoor|afdeling)[ ]|van[ ]){1,2}(?P<who>[A-Z]\w+(?:[ ][A-Z]\w+)?)$"
)
_NOBODYS = re.compile(r"(?:stichting|vereniging|gemeente|co[oö]peratie)(?!\w)", re.IGNORECASE)
_MOST_WORDS = 5


def people_in(typed: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Of what was typed where a person or an organisation may stand, the people: "Petra (WMO)", "wijkagent Ed Vos".

    A part is of a person after a title or a function, or when all its words may be of a name: an organisation has a
    word that says what it is, or is known. "Team van Fenna" has both.
    """
    found: list[str] = []
    for part in _PARTS.split(typed):
        part = part.strip()
        titled = _TITLED.match(part)
        rest = part[titled.end() :].strip() if titled else part
        if not rest or _known_whole(rest, vocabulary):
            continue
        behind = None if titled or _NOBODYS.match(rest) else _BEHIND.search(rest)
        if behind and all(_unknown(word, vocabulary) for word in words_in(behind["who"])):
            found.append(behind["who"])
            continue
        if _ORGANISED.search(rest):
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
    words = [fold(word) for word in words_in(part)]
    return tuple(words) in vocabulary.whole or (
        len(words) > 1 and all(pair in vocabulary.pairs for pair in pairwise(words))
    )
