"""Who is named in a sentence of the fridge card: "de woningcorporatie", "het UWV", "de wijkcoach", and just "Noor".

What we can't tell stays as it was typed: a wrong article is worse than none.
"""

import re

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight.name_words import ordinary_of
from doorbraak.model.insight.pseudonyms import who

_WITHOUT = frozenset(
    (
        "113 zelfmoordpreventie", "burgerzaken", "cz", "dienst toeslagen", "dienst uitvoering onderwijs",
        "digid en mijnoverheid", "duo", "exodus", "familie", "fiom", "geldfit", "halt", "home-start", "jeugdstem",
        "justis", "klachten zorgverzekeringen", "menzis", "nibud", "nidos", "onder de pannen", "pleegzorg",
        "schuldhulpmaatje", "slachtofferhulp nederland", "stichting jarige job", "stichting leergeld", "veilig thuis",
        "vgz", "vluchtelingenwerk", "vrienden en buren", "zilveren kruis",
    )
)  # fmt: skip
"""Called by their name alone, as a person is."""
_HET = re.compile(
    r"(?:bureau|team|loket|huis|fonds|centrum|kantoor|college|ministerie|meldpunt|steunpunt|netwerk|verband|bedrijf|"
    r"budget|project|beheer|vervoer|beraad|pastoraat|schap)(?: |$)"
    r"|^(?:centraal|openbaar|rode|leger|uwv|cak|cbr|bkr|lbio)(?: |$)"
    r"|(?:onderwijs|wonen|werk)$"
)
_DE = re.compile(r"commissie |gemeenschap$")
_ORGANISATION = re.compile(
    r"(?:vereniging|stichting|corporatie|bank|dienst|school|gemeente|bureau|team|loket|rechter|rechtbank|praktijk|"
    r"kliniek|opvang|maatschappij|leverancier|verzekeraar|winkel|ziekenhuis|coach|agent)$"
)
_BEFORE = re.compile(r" (?:voor|van|bij|na|met|op|in|als|zonder|die)\b.*")
_REST = re.compile(r" / .*| \((?:[a-z]|Werk)[^)]*\)")
_OWN_NAMES = frozenset(("Belastingdienst", "Huurcommissie", "Kamer"))
_SHORT_NAME = re.compile(r" \([A-Z][A-Za-z&, ]+\)")


def plain_name(name: str) -> str:
    """The first of two names, without a lower-case addition: a name may not read as a part of the sentence."""
    bare = _REST.sub("", name).strip()
    return re.sub(r" als .*", "", bare) or name


def with_article(name: str, *, listed: bool) -> str:
    """`listed`: it comes from our lists, where every name is an organisation or a function."""
    bare = plain_name(name) if listed else name
    folded = bare.lower()
    if folded.startswith(("de ", "het ")):
        return f"{folded[:3].strip()} {bare[3:].strip()}"
    known = _SHORT_NAME.sub("", folded)
    if _SHORT_NAME.sub("", bare).lower() in _WITHOUT:
        return bare
    if not listed and not (len(bare.split()) == 1 and _ORGANISATION.search(folded)):
        return bare
    head = _BEFORE.sub("", known)
    het = _HET.search(head) and not _DE.search(head)
    return f"{'het' if het else 'de'} {_in_a_sentence(bare)}"


def function_or_name(called: str, catalogue: Catalogue) -> str:
    """ "de wijkcoach" and "het wijkteam"; whoever is known by name keeps it."""
    if called and who(called, ordinary_of(catalogue)):
        return with_article(called, listed=True)
    return called


def _in_a_sentence(name: str) -> str:
    """Without its capital, unless it is a name: of more words with one, of capitals alone, or that of one dienst."""
    first, *others = name.split()
    if (
        first in _OWN_NAMES
        or not first[1:].islower()
        or any(word[:1].isupper() and not word.isupper() for word in others)
    ):
        return name
    return name[:1].lower() + name[1:]
