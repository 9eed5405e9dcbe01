"""What of a household may be pasted into another system: roles for names, and nothing by which one calls or visits."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.documents.learning_names import WORKER, pseudonyms_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight.name_watch import FAMILY, SOMEBODY, Found, Known, found_in, instead, names_of

LEFT_OUT = "[weggelaten]"
_SIR = r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|de heer"
_PREFIX = r"(?:(?:van|de|der|den|het|ten|ter|te|['’]t)[ ]+){0,3}"
_CAPITAL = r"[A-Z]\w{0,40}(?:[-'’]\w{1,40}){0,3}"
_TITLED = re.compile(
    rf"(?<!\w)(?P<title>(?i:{_SIR}|dokter|dr\.?|juf|meester|opa|oma|oom|tante|buurvrouw|buurman))[ ]+"
    rf"{_PREFIX}{_CAPITAL}(?:[ ]+{_PREFIX}{_CAPITAL}){{0,3}}"
)
"""A name that stands nowhere in the dossier, told by the word before it."""
_BEFORE = re.compile(rf"(?<!\w)(?:{_SIR})[ ]+$", re.IGNORECASE)
_STREET = re.compile(
    r"(?<!\w)(?:[A-Z][\w'’-]{0,30}[ ]+){0,3}[\w'’-]{0,30}"
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|plantsoen|hof|pad)"
    r"[ ]+\d{1,5}(?:[ -]?[a-zA-Z]{1,2}(?!\w)|-\d{1,5})?(?!\w)"
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
_OWN_NAME = re.compile(r"[A-Z]{2}|\w+ [A-Z]\w")  # of an organisation: it keeps its capital
_NEAR = 20  # letters in which a title fits
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ANYBODY = frozenset(
    ("gezin", "huishouden", "familie", "huis", "man", "vrouw", "kind", "kinderen", "jongen", "meisje", "hond", "kat")
)
_ORDINARY = (
    "adviseur ambtenaar arts balie beambte begeleider behandelaar beleidsmedewerker bewindvoerder bewoner buren "
    "burgerzaken buurtbewoner casusverbinder coach college commissie consulent contactpersoon controleur corporatie "
    "coördinator directeur financieel financiën gemeente gezinsvoogd hulpverlener inkoper jurist leraar loket manager "
    "medewerker ministerie nachtopvang politie publieke raad rechter schuldeisers schuldhulp schuldhulpverlener school "
    "sociale team teamleider teammanager urgentiecommissie verpleegkundige wethouder wijkagent wijkcoach wijkteam "
    "wijkteamlid wonen zorg "
    "aan advies alleen als apart bij bezwaar de door een elk elke en gesprek het in inwonende lid mandaat met na "
    "namens of ons op over samen u van voor wij zelf iemand anders oudste middelste jongste eerste tweede grote kleine"
)
"""Functions that the lists don't have: who goes by one of these is not named."""


@dataclass(frozen=True, slots=True)
class Roles:
    """`people`: by id what somebody is called here, "moeder" or "zoon 1"."""

    people: dict[int, str]
    known: tuple[Known, ...]
    whole: str
    ordinary: frozenset[str]
    lists: frozenset[str]

    def told(self, text: str) -> str:
        """A text as it was written, in as many lines, without names and what stands beside them."""
        said = _STREET.sub(LEFT_OUT, _ACCOUNT.sub(LEFT_OUT, _plain(text)))
        if self.whole:
            whole = re.compile(rf"(?<!\w){re.escape(self.whole)}(?!\w)", re.IGNORECASE)
            said = whole.sub(lambda at: instead(at.string, Found("name", at.start(), at.end(), at[0], FAMILY)), said)
        for found in reversed(found_in(said, self.known)):
            start, words = found.start, LEFT_OUT
            if found.kind == "name":
                title = _BEFORE.search(said, max(0, start - _NEAR), start)
                start = title.start() if title else start
                words = instead(said, replace(found, start=start))
            said = said[:start] + words + said[found.end :]
        said = _TITLED.sub(lambda found: f"{found['title']} {LEFT_OUT}", said)
        return "\n".join(" ".join(line.split()) for line in said.split("\n")).strip()

    def said(self, text: str) -> str:
        """The same on one line."""
        return " ".join(self.told(text).split())

    def who(self, text: str) -> str:
        """Who does something: a role or a function. Anything else may be a name, and is a hulpverlener here."""
        said = self.said(text)
        words = _WORD.findall(said)
        if any(fold(word) not in self.ordinary and not (word.islower() and fold(word) in self.lists) for word in words):
            return WORKER
        if words and not any(fold(word) in self.ordinary for word in words):
            return WORKER
        return said if _OWN_NAME.match(said) else said[:1].lower() + said[1:]


def roles_of(dossier: Dossier, catalogue: Catalogue, profile: Profile) -> Roles:
    """`profile`: who works with the workspace; no name of theirs leaves either. Organisations keep their names."""
    household, people = dossier.household, pseudonyms_of(dossier, catalogue).people
    ordinary = _ordinary(catalogue) | _words_of(*people.values(), *(one.function for one in dossier.workers))
    lists = _of_the_lists(catalogue)
    known = [
        one
        for one in names_of(household, dossier.people, catalogue.roles)
        if not _describes(one.name, ordinary | lists)
    ]
    known += [Known(name, WORKER) for name in (profile.name, *(one.name for one in dossier.workers)) if name]
    known += [Known(word, WORKER) for word in _typed_names(dossier, ordinary | lists)]
    family = " ".join(_plain(household.name).split())
    whole = family if len(family.split()) > 1 else ""
    if family and not whole and fold(family) not in ordinary | _ANYBODY:
        known.append(Known(family, FAMILY))
    named = _words_of(*(one.name for one in known))
    return Roles(
        {id_: name[:1].lower() + name[1:] for id_, name in people.items()},
        tuple(dict.fromkeys(known)),
        whole,
        (ordinary - named) | _words_of(WORKER, SOMEBODY, FAMILY),
        lists - named,
    )


def _describes(name: str, ordinary: frozenset[str]) -> bool:
    """ "Vrouw", "vader van de kinderen": ordinary words, of which at most the first has a capital."""
    first, *others = _WORD.findall(name)
    told = all(word.islower() and fold(word) in ordinary for word in others)
    return told and (fold(first) in _ANYBODY or (fold(first) in ordinary and (bool(others) or first.islower())))


def _typed_names(dossier: Dossier, ordinary: frozenset[str]) -> list[str]:
    """Where a name or a function is typed: what begins with a capital and is in no list is taken for a name."""
    typed = [
        dossier.household.lead,
        *(one.lead for part in (dossier.problems, dossier.steps, dossier.tasks) for one in part),
        *(one.decider for one in dossier.interventions),
        *(one.by_role for one in dossier.perspectives),
    ]
    words = [word for text in typed for word in _WORD.findall(text)]
    return [word for word in words if word[0].isupper() and len(word) > 1 and fold(word) not in ordinary]


def _words_of(*texts: str) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in _WORD.findall(text))


def _plain(text: str) -> str:
    """Without signs that can't be seen: they hide a name from who looks for it."""
    composed = unicodedata.normalize("NFC", text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\r\n", "\n"))
    kept = (
        "\n" if sign in "\n\r" else " " if unicodedata.category(sign) in ("Cc", "Zs") else sign
        for sign in composed
        if unicodedata.category(sign) not in ("Cf", "Cs")
    )  # fmt: skip
    return "".join(kept)


@lru_cache(maxsize=2)
def _ordinary(catalogue: Catalogue) -> frozenset[str]:
    """Every word with which the lists name a role, an agency, a payer or who decides."""
    return _words_of(
        _ORDINARY,
        *(one.name for one in catalogue.roles.values()),
        *(" ".join((one.name, *one.synonyms)) for one in catalogue.agencies.values()),
        *(one.name for one in catalogue.payers.values()),
        *(one.decider for one in catalogue.mandates),
    )


@lru_cache(maxsize=2)
def _of_the_lists(catalogue: Catalogue) -> frozenset[str]:
    """Every word with which they explain something: too many to show unseen, and none of them told by a capital."""
    return _words_of(
        *(one.name for one in catalogue.problems.values()),
        *(f"{one.title} {one.abbreviation}" for one in catalogue.laws.values()),
        *(f"{one.name} {one.description}" for one in catalogue.interventions.values()),
        *(f"{one.title} {one.what}" for one in catalogue.articles.values()),
        *(f"{one.decision} {one.hint}" for one in catalogue.mandates),
    )
