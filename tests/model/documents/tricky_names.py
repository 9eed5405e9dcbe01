"""People with names that are hard to find, and a text that has all of them in it, however they are written."""

import re
from dataclasses import replace

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.workers import Worker
from tests.model.documents.doorbraak_papers import marked
from tests.model.insight.records import made, person

PEOPLE = ("Van de Ven", "Jo", "Mei", "D'Angelo", "Ali", "Noor-Eva", "\u00d6mer", "J.P.", "Sofie Zwaluw", "QWARTEL",
          "wil", "Wil de jong", "Roosmarijn", "Anne-Fay", "\u674e", "X",
          "Samira Boukhari", "Fatima elAmrani")  # fmt: skip
WORKER = "Bas de Groot"
STORIES = (
    "Van de Ven belt Jo. In mei komt Mei, met D'Angelo, Ali's zus, Noor-Eva, \u00d6mer en J.P. mee.",
    "VAN DE VEN, JO, MEI, D'ANGELO, ALI, NOOR-EVA, \u00d6MER, J.P., SOFIE ZWALUW, QWARTEL, BAS DE GROOT!",
    "Ook van de ven, jo, d\u2019angelo, ali, noor eva, o\u0308mer, j.p. en sofie, zwaluw en qwartel met bas.",
    "JP en Noor, Eva, Omers en Angelo. Meneer Ven, mw. Zwaluw. S. Zwaluw wil. S. belt De Groot. A\u200bli, A\u00adli.",
    "Dan tante Riet, meneer Jansma, mw. de Hoogh, juf Willemijn, oom \u00d6zg\u00fcr, dhr. B. Kuipers en zoon Kevin.",
    "Wil de jong belt. Roos-Marijn, Roos Marijn, Annefay, Anne Fay en \u674e. X belt. De Jong ook. Wil ook.",
    "S.B. en SB. Samira1, S. Boukhari, Samira B. en mw. S.B. Vlaskamp-Boukhari. El Amrani, elAmrani, Boukhari-Merel.",
    "Sofie Zwaluw, Ali, Noor-Eva, Boukhari. Mevrouw M. en de heer Zwaluwman. Meneer de jong.",
    "Jo, Ali, Sofie Zwaluw, QWARTEL, Noor-Eva, Sa\u200dmira, Sa\ufe0fmira, Bouk\u034fhari, Qwar\u115ftel.",
)
TRACES = (
    "Merelstraat 4, flat 3 hoog", "de merelstraat 12b", "Laan van Merel 12", "Plein 1940 nummer 31",
    "woont op De Merel 41", "geboren 03051987", "3 mei 1987", "3/5/87", "03-05-1987", "1987-05-03", "geboren op 3 mei",
    "NL91ABNA0417164300", "nl91 abna 0417 1643 00", "0612345678", "06.12.34.56.78", "+31 6 12345678", "a.b@merel.nl",
    "BSN 123456789", "1234 AB",
)  # fmt: skip
"""What says who it is without a name."""
_WORDS = """
    ven jo dangelo angelo ali noor eva nooreva omer omers jp sofie zwaluw qwartel bas riet jansma hoogh willemijn
    ozgur kuipers kevin roosmarijn marijn annefay fay \u674e samira boukhari samira1 sb amrani elamrani vlaskamp merel
    zwaluwman
"""
_NEVER = _WORDS.split()
_CAPITAL = ("Mei", "MEI", "Groot", "Wil", "Jong", "Roos", "X", "Fatima")
_NAMES = ("household", "people", "workers")
_TYPED = ("lead", "decider", "by_role", "sender", "asked_by", "by_whom")  # where a name is expected


def with_tricky_names(found: Dossier, story: str) -> Dossier:
    """With the story in every text that somebody types, and in every code. Names stand only where names belong."""
    told = marked(found, story)
    people = tuple(
        person(id=at, name=name, role=("moeder", "zoon", "dochter")[at % 3]) for at, name in enumerate(PEOPLE, 1)
    )
    changed = {name: getattr(told, name) for name in told.__dataclass_fields__ if name not in _NAMES}
    bare = {
        name: tuple(replace(one, **{field: "" for field in _TYPED if hasattr(one, field)}) for one in rows)
        for name, rows in changed.items()
    }
    bare["custody"] = tuple(replace(one, words="") for one in told.custody)
    home = replace(told.household, name="Gezin", lead="")
    return replace(told, **bare, household=home, people=people, workers=(made(Worker, id=1, name=WORKER),))


def traces_left(text: str) -> list[str]:
    """Words and numbers of TRACES that stand in the text."""
    return [
        part for part in re.findall(r"[\w@.+-]*[\d@][\w@.+/-]+|3 mei|(?i:merel\w*)", " ".join(TRACES)) if part in text
    ]


def names_left(text: str) -> list[str]:
    """Words of a name that stand in the text: ordinary ones only with a capital."""
    words = re.findall(r"(?:\w|['\u2019.-](?=\w))+", text)
    parts = {part for word in words for part in (word, *re.split(r"\W", word))}
    folded = {fold(part) for part in parts}
    return [name for name in _NEVER if name in folded] + [name for name in _CAPITAL if name in parts]
