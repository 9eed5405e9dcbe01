"""What one person may read of what was typed about a household: others become a role, and what is only theirs goes.

Names of others become "een gezinslid" or "een betrokkene", as in every text that leaves. But in a family everybody
knows who that is. So a sentence that speaks of another, by name or as "vader" or "onze dochter", and not of whoever
reads it, is left out; so is the next one that goes on about "hij" or "haar". What says neither stays, and somebody
reads it first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.documents.subject_access_about import About
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import pseudonyms
from doorbraak.model.insight.name_words import PREFIXES, Known, folded_words, known_in, ordinary_of, words_in
from doorbraak.model.insight.pseudonyms import AN_AGENCY, WORKER, Pseudonyms, visible
from doorbraak.model.insight.traces import without_old_days, without_traces

LEFT_OUT = "[zin weggelaten, ook over een ander]"
A_MEMBER, A_CONTACT = "een gezinslid", "een betrokkene"
_READER, _MEMBER, _CONTACT, _NAME, _NUMBER, _SMALL = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
"""They stand for who reads, for others, for what may be a name and for what was a number or address, until it is known
which sentences stay. The last is who reads, typed small: "de oudste zoon"."""
_ADVICE = {_MEMBER: A_MEMBER, _CONTACT: A_CONTACT}
_PRIVATE = re.compile("[\ue000-\ue005]")
_PARENTS = ("ouder", "ouders")
_CHILDREN = (
    "kind", "kinderen", "kindje", "kids", "zoon", "zoons", "zonen", "zoontje", "dochter", "dochters", "dochtertje",
    "baby", "tweeling", "meisje", "meisjes", "jongen", "jongens", "puber", "tiener", "oudste", "jongste", "middelste",
)  # fmt: skip
_PARTNERS = ("man", "vrouw", "partner", "ex", "ex-partner", "ex-man", "ex-vrouw", "vriend", "vriendin", "echtgenoot")
_KIN: dict[str, tuple[str, ...]] = {
    "moeder": ("moeder", "moeders", "mama"),
    "vader": ("vader", "vaders", "papa", "pa"),
    "ouder": _PARENTS,
    "stiefmoeder": ("stiefmoeder",),
    "stiefvader": ("stiefvader",),
    "pleegouder": ("pleegouder", "pleegouders", "pleegmoeder", "pleegvader"),
    "adoptieouder": ("adoptieouder", "adoptieouders"),
    "partner": _PARTNERS,
    "kind": _CHILDREN,
    "oma": ("oma", "grootmoeder", "grootouders"),
    "opa": ("opa", "grootvader", "grootouders"),
    "kleinkind": ("kleinkind", "kleinkinderen", "kleinzoon", "kleindochter"),
    "broer": ("broer", "broers", "broertje", "broertjes", "halfbroer"),
    "zus": ("zus", "zussen", "zusje", "zusjes", "halfzus"),
    "oom-tante": ("oom", "ooms", "tante", "tantes"),
    "neef-nicht": ("neef", "nicht"),
    "schoonfamilie": ("schoonfamilie", "schoonmoeder", "schoonvader", "schoonouders", "schoonzoon", "schoondochter"),
    "buur": ("buurman", "buurvrouw", "buren"),
    "huisgenoot": ("huisgenoot", "huisgenoten"),
    "mantelzorger": ("mantelzorger",),
}
_MINE: dict[str, tuple[str, ...]] = {
    "moeder": (*_KIN["moeder"], *_PARENTS),
    "vader": (*_KIN["vader"], *_PARENTS),
    "ouder": _PARENTS,
    "zoon": ("zoon", "zoontje", "kinderen", "kids"),
    "dochter": ("dochter", "dochtertje", "kinderen", "kids"),
    "kind": ("kind", "kinderen", "kids"),
    "baby": ("baby", "kinderen", "kids"),
    "oma": _KIN["oma"],
    "opa": _KIN["opa"],
    "partner": ("partner",),
}
"""What somebody with this role is called when nobody else in the household has it. Words for several are for all."""
_SEVERAL = frozenset(("ouders", "kinderen", "kids", "grootouders"))
_ALL_KIN = frozenset(word for words in _KIN.values() for word in words)
_GOES_ON = frozenset(("hij", "hem", "haar", "zij", "ze", "hun", "hen", "die", "deze"))
_SENTENCE = re.compile(r"\n|[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]*)*[.!?]*|[.!?]+")
_TITLE = re.compile(r"(?:^|[\s(])(?:mr|dr|drs|ir|prof|mw|mevr|dhr|fam|art|nr|bijv)\.$", re.IGNORECASE)
"""What no sentence ends with: "mw. Jansen"."""
_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]\.$")
"""With which a sentence may end, or go on: "vader F. Hij", "F. de Vries"."""
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Masks:
    """`mine`: how the person is called in texts, and `called` what stands there instead of a name."""

    names: Pseudonyms
    own: re.Pattern[str] | None
    called: str
    mine: frozenset[str]
    opened: int
    born: frozenset[int]

    def told(self, text: str, *, alone: bool) -> str:
        """`alone`: the record is about nobody else, so that numbers and addresses are the reader's own."""
        said = _PRIVATE.sub("", visible(text))
        if not alone:
            said = without_old_days(without_traces(said), self.opened, self.born).replace(pseudonyms.LEFT_OUT, _NUMBER)
        if self.own:
            said = self.own.sub(lambda found: _SMALL if found[0][0].islower() else _READER, said)
        said = self.names.told(said, unknown=_NAME).replace(pseudonyms.LEFT_OUT, _NAME)
        said = "\n".join(" ".join(line.split()) for line in "".join(self._stays(said)).split("\n"))
        for sign, words in _ADVICE.items():
            said = re.sub(f"een {sign}", words, said)
            said = re.sub(f"Een {sign}", words.capitalize(), said)
        said = said.replace(_NAME, pseudonyms.A_NAME).replace(_NUMBER, pseudonyms.LEFT_OUT)
        small = self.called[:1].lower() + self.called[1:]
        return said.replace(_READER, self.called).replace(_SMALL, small).strip()

    def _stays(self, said: str) -> Iterator[str]:
        """A name that nobody knows may be anybody's: without the reader in it that sentence goes too. What may be one
        sentence goes when a part of it does.
        """
        goes_on, left_out = False, False
        for parts in _sentences(said):
            if parts == ["\n"]:
                yield "\n"
                continue
            gone = False
            for part in parts:
                words = {fold(word) for word in _TOKEN.findall(part)}
                mine = _READER in part or _SMALL in part or not self.mine.isdisjoint(words)
                other = any(sign in part for sign in (_MEMBER, _CONTACT, _NAME))
                other = other or not (_ALL_KIN - self.mine).isdisjoint(words)
                gone = gone or ((other or (goes_on and not _GOES_ON.isdisjoint(words))) and not mine)
                goes_on = gone or other or (goes_on and not mine)
            if not gone:
                yield from parts
            elif not left_out:
                yield f" {LEFT_OUT}"
            left_out = gone

    def who(self, text: str) -> str:
        """Who does something: the reader, a role or an office; anything else may be a name."""
        said = visible(text)
        if self.own and self.own.search(said):
            return self.called
        if any(fold(word) in _ALL_KIN for word in _TOKEN.findall(said)):
            return self.called if not self.mine.isdisjoint(map(fold, words_in(said))) else A_MEMBER
        said = self.names.told(said, unknown=_NAME)
        for sign, words in _ADVICE.items():
            if sign in said:
                return words
        said = said.strip()
        return said if not said or pseudonyms.who(said, self.names.ordinary) else WORKER


def _sentences(said: str) -> Iterator[list[str]]:
    """Each in the parts that may be a sentence by itself: after an initial nobody can tell."""
    parts: list[str] = []
    for match in _SENTENCE.finditer(said):
        piece = match[0]
        if parts and piece != "\n" and _TITLE.search(parts[-1]):
            parts[-1] += piece
        elif parts and piece != "\n" and _INITIAL.search(parts[-1]):
            parts.append(piece)
        else:
            if parts:
                yield parts
            parts = [piece]
    if parts:
        yield parts


def masks_of(dossier: Dossier, catalogue: Catalogue, profile: Profile, about: About, person: Person) -> Masks:
    others = tuple(one for one in dossier.people if one.id != person.id)
    ordinary = ordinary_of(catalogue)
    own = known_in(person.name, _READER, ordinary)
    known = [
        found
        for one in others
        for found in known_in(one.name, f"een {_CONTACT if one.lives_here == 'no' else _MEMBER}", ordinary)
    ]
    hidden = tuple(one for one in dossier.agencies if not about.shown_to("agencies", one.id, person.id))
    for agency in hidden:
        known += known_in(agency.words, AN_AGENCY, ordinary, functions=True)
        known.append(Known(agency.words, AN_AGENCY, folded_words((agency.words,)) & ordinary.everyday))
    shown = replace(
        dossier,
        people=(),
        agencies=tuple(one for one in dossier.agencies if one not in hidden),
        letters=tuple(one for one in dossier.letters if about.shown_to("letters", one.id, person.id)),
    )
    found = pseudonyms.pseudonyms_of(shown, catalogue, profile)
    theirs = {fold(word) for one in known for word in words_in(one.name)}
    mine = {fold(word) for one in own for word in words_in(one.name)} - PREFIXES
    rest = tuple(one for one in found.known if not {fold(word) for word in words_in(one.name)} - PREFIXES <= mine)
    names = replace(
        found,
        known=tuple(dict.fromkeys((*known, *rest))),
        vocabulary=found.vocabulary.with_people(one.name for one in known),
    )
    return Masks(
        names,
        _pattern(own or _by_role(person, others), theirs),
        person.name or "u",
        _mine(person, others),
        dossier.household.opened.year,
        frozenset(one.birth_year for one in others if one.birth_year is not None),
    )


def _pattern(own: tuple[Known, ...], theirs: set[str]) -> re.Pattern[str] | None:
    """The whole name, and each word of it that is of nobody else; as it was typed, since small it may be a word."""
    listed = [one.name for one in own]
    for one in own:
        words = [word for word in words_in(one.name) if fold(word) not in theirs | PREFIXES | _ALL_KIN]
        listed += [word for word in words if len(word) > 1 and word[0].isupper()]
    if not listed:
        return None
    longest = sorted(dict.fromkeys(listed), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?:['’]s)?(?![\w-])")


def _by_role(person: Person, others: tuple[Person, ...]) -> tuple[Known, ...]:
    """ "Oudste zoon" is how one is called all the same, where nobody else's name has these words."""
    words = {fold(word) for word in words_in(person.name)}
    alike = any(words <= {fold(word) for word in words_in(one.name)} for one in others)
    small = person.name[:1].lower() + person.name[1:]
    return () if alike or len(words) < 2 else (Known(person.name, _READER), Known(small, _READER))


def _mine(person: Person, others: tuple[Person, ...]) -> frozenset[str]:
    words = _MINE.get(person.role, ())
    alike = {word for one in others for word in _MINE.get(one.role, ())}
    return frozenset(word for word in words if word in _SEVERAL or word not in alike)
