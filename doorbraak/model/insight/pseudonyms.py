"""Names become roles, in one way for every text that leaves the household.

Known are the names of people, of workers, of who uses the program, and what stands where somebody is named: who leads,
decides, says, sends, gets told. Names that stand nowhere in the dossier are left out: those after a title or a relation
("tante Riet", "mw. de Boer"), and every word with a capital that may be one. What a name is, says `name_words`; where
it stands, `name_watch`; what may be one, `maybe_names`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import office_names
from doorbraak.model.insight.maybe_names import maybe_names
from doorbraak.model.insight.name_watch import FAMILY, SOMEBODY, Found, found_in, instead, names_of
from doorbraak.model.insight.name_words import (
    EVERYDAY,
    NAMES_TOO,
    PREFIXES,
    SURNAMES_TOO,
    Known,
    Ordinary,
    compound,
    known_in,
    ordinary_of,
    title_names,
    words_in,
)
from doorbraak.model.insight.person_or_organisation import people_in
from doorbraak.model.insight.public_words import PLACES
from doorbraak.model.insight.vocabulary import LEAST, Vocabulary, vocabulary_of

WORKER = "een hulpverlener"
AN_AGENCY = office_names.AN_AGENCY
SOMEONE = "iemand"
LEFT_OUT = "[weggelaten]"
A_NAME = "[naam]"
NOBODY = Profile()
_SIR = r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|de heer"
_TITLES = rf"{_SIR}|dokter|dr\.?|drs\.?|mr\.?|juf|juffrouw|meester|opa|oma|oom|tante|buurvrouw|buurman|familie|fam\.?"
_RELATIONS = (
    r"moeder|mama|vader|papa|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|neef|nicht|partner|ex|ex-partner|"
    r"vriend(?:in)?|man|vrouw|kind|baby|collega|gezinsvoogd|voogd|coach|maatje|stief\w{3,8}|schoon\w{3,8}|hond|kat|"
    rf"{office_names.PROFESSIONS}"
)
_TITLED = re.compile(rf"(?<!\w)(?:(?P<title>{_TITLES})|(?P<relation>{_RELATIONS}))(?P<gap>[ ]+)", re.IGNORECASE)
_WORD = re.compile(r"(?:(?:[^\W\d_]\.)+|['’]?[^\W_]+(?:['’-][^\W_]+)*)")
_LEARNED = r"dokter|dr\.?|drs\.?|mr\.?|ir\.?|prof\.?"
_SHORT_LINKS = r"v\.?[ ]?d\.?r?\.?|v/d\.?|vdr?"
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?i:{_SIR}|{_LEARNED})[ ]+){{0,2}}(?:(?:[A-Z]\.[ ]?){{1,4}})?(?:(?i:{_SHORT_LINKS})[ ]+)?"
    r"(?:[A-Z][\w'’]{1,30}-)*$"
)
"""What belongs to a name and stands before it: titles, initials, "v.d." and the first half of a double name."""
_OWNER = re.compile(r"['’]s(?:[ ](?P<what>[a-z]\w{1,30}))?(?!\w)")
_BEFORE_FAMILY = re.compile(
    r"(?<!\w)(?:(?:de|het|dit|deze|ons|een)[ ]+)?(?:(?:familie|fam\.?|gezin|huishouden)[ ]+)?"
    r"(?:[A-Z][\w'’]{1,30}-)*$", re.IGNORECASE
)  # fmt: skip
_AFTER = re.compile(r"(?:-[A-Z][\w'’]{1,30})+|[ ][A-Z]\.(?=[ ]?[a-z,;:)])|[ ][A-Z](?=\.)")
_AFTER_FAMILY = re.compile(
    r"(?:-[A-Z][\w'’]{1,30})*"
    r"(?:-(?P<of>[a-z]\w{1,30})|(?P<s>['’]?s)(?:[ ](?P<next>[a-z]\w{1,30}))?(?!\w))?"
)
_SAME = re.compile(r"[ ]?(?:-|‐|‑)?[ ]?")
_LINKED = re.compile(rf"[ ]+(?:(?i:{_SHORT_LINKS}|van|von|de|den|der|ter|ten|el|al)[ ]+){{1,3}}")
_NEAR = 60  # letters in which a title and half a name fit
_OLD = frozenset(("den", "der", "ten", "ter"))  # before names only: "mw. van der wal"
_UNSEEN = frozenset(map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0))) | frozenset(
    map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Signs of other kinds that show nothing: variation selectors and fillers."""
_DESCRIBED = 3  # words of a title that say which household it is, without a name
_MOST = 6  # words of a name after a title, and tussenvoegsels before each
_WHERE = frozenset(("in", "uit", "op", "aan", "bij", "of"))
"""Before a word with a capital they say where somebody is: "moeder in Marokko"; before "'t Veld" they are a name's."""
_CALLED = re.compile(r"familie|fam\.?", re.IGNORECASE)
_AFTER_VAN = re.compile(r"[ ](?:Den[ ](?=Haag|Bosch))?(\w+)")
_CITIES = PLACES | {"haag", "bosch"}
_MEMBERS = "de gezinsleden"
_SMALL = re.compile(rf"(?:{_SIR})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """`people`: by id what somebody is called, "Moeder" or "Zoon 1". `title`: what the household is called, whole."""

    people: dict[int, str]
    known: tuple[Known, ...]
    title: str
    ordinary: Ordinary
    vocabulary: Vocabulary = LEAST

    def told(self, text: str, unknown: str = A_NAME) -> str:
        """As it was written, with roles for names, and `unknown` for what may be one; numbers and addresses stay."""
        said = visible(text)
        if self.title:
            whole = re.compile(rf"(?<!\w)(?:(?:de|het) )?{re.escape(self.title)}(?!\w|-\w)", re.IGNORECASE)
            said = whole.sub(lambda at: instead(at.string, Found("name", at.start(), at.end(), at[0], FAMILY)), said)
        parts, kept = [], 0
        for found in self._whole(said):
            parts += [said[kept : found.start], instead(said, found)]
            kept = found.end
        said = self.untitled("".join([*parts, said[kept:]]))
        parts, kept = [], 0
        for maybe in maybe_names(said, self.vocabulary):
            parts += [said[kept : maybe.start], unknown]
            kept = maybe.end
        return "".join([*parts, said[kept:]])

    def _whole(self, said: str) -> Iterator[Found]:
        """Each name with what belongs to it, as one; none over another."""
        last: Found | None = None
        for found in found_in(said, self.known):
            if found.kind != "name":
                continue
            floor = last.end if last else 0
            found = _widened(said, found, floor)
            if last and (
                found.start < last.end
                or (found.advice == last.advice and _beside(said, last, found))
                or _linked(said, last, found)
            ):
                last = replace(last, end=max(last.end, found.end))
                continue
            if last:
                yield last
            last = found
        if last:
            yield last

    def untitled(self, text: str) -> str:
        """Without a name that is only told by the word before it."""
        parts, at = [], 0
        for match in _TITLED.finditer(text):
            end = self._name_after(text, match) if match.start() >= at else -1
            if end > match.end():
                parts += [text[at : match.end()], LEFT_OUT]
                at = end
        return "".join([*parts, text[at:]])

    def _name_after(self, text: str, title: re.Match[str]) -> int:
        """Where it ends; before it begins when there is none."""
        at, end, before = title.end(), -1, ""
        sir = bool(title["title"] and _SMALL.fullmatch(title["title"]))
        called = sir or bool(title["title"] and _CALLED.fullmatch(title["title"]))
        for _ in range(_MOST):
            word = _WORD.match(text, at)
            if word is None:
                break
            folded = fold(word[0])
            if (end >= 0 and word[0] in _WHERE) or _says_where(text, word, bool(title["relation"])):
                break
            if sir and at == title.end() and folded in self.ordinary.roles and word[0].istitle():
                end = word.end()  # "Mevrouw Arts"
                break
            is_name = self._follows(word[0], folded, bool(title["title"]), before if sir else "")
            is_name = is_name or (called and at == title.end() and folded in SURNAMES_TOO)
            if is_name:
                end = word.end()
                if re.match(r"['’]s(?!\w)", text[end : end + 3]):
                    end += 2
            elif folded not in PREFIXES or (word[0].isupper() and end < 0 and len(word[0]) > 3):
                break
            before = "" if is_name else folded
            gap = re.match(r"[ ]+", text[word.end() : word.end() + 3])
            if gap is None:
                break
            at = word.end() + gap.end()
        return end

    def _follows(self, word: str, folded: str, titled: bool, prefix: str) -> bool:
        """`prefix`: the tussenvoegsel between "mevrouw" and this word, which may then be written small."""
        if folded in PREFIXES or folded in self.ordinary.roles:
            return False
        if word[1:2] == ".":  # an initial
            return word[0].isupper()
        everyday = folded in self.ordinary.everyday and not (prefix and folded in NAMES_TOO)
        if not word.lstrip("'’")[:1].isupper():
            return prefix in _OLD or (prefix != "" and not everyday)
        return not everyday or (titled and folded not in self.ordinary.functions and not word.isupper())


def _says_where(text: str, word: re.Match[str], relation: bool) -> bool:
    """Whether no name begins with this tussenvoegsel: "rechter in Utrecht", "wethouder van Rotterdam"."""
    if word[0] in _WHERE:
        return text[word.end() : word.end() + 1] == " " and text[word.end() + 1 : word.end() + 2].isupper()
    place = _AFTER_VAN.match(text, word.end()) if relation and word[0] == "van" else None
    return place is not None and place[1][0].isupper() and fold(place[1]) in _CITIES


def pseudonyms_of(dossier: Dossier, catalogue: Catalogue, profile: Profile = NOBODY) -> Pseudonyms:
    """`profile`: who works with the workspace, whose name does not leave either."""
    household, ordinary = dossier.household, ordinary_of(catalogue)
    known = [*names_of(household, dossier.people, catalogue.roles, ordinary)]
    for name in (profile.name, *(one.name for one in dossier.workers)):
        known += known_in(name, WORKER, ordinary)
    leads = (household.lead, *(one.lead for part in (dossier.problems, dossier.steps, dossier.tasks) for one in part))
    offices = (*(one.decider for one in dossier.interventions), *(one.by_role for one in dossier.perspectives))
    for name in (*leads, *offices):
        known += known_in(name, WORKER, ordinary, functions=True)
    others = (*(one.asked_by for one in dossier.corrections), *(one.by_whom for one in dossier.statements))
    for name in (*others, *(one.words for one in dossier.custody)):
        known += known_in(name, SOMEBODY, ordinary, functions=True)
    vocabulary = vocabulary_of(catalogue)
    around = (*(one.with_whom for one in dossier.sharing), *(one.sender for one in dossier.letters))
    called = (*(one.words for one in dossier.agencies),)
    kept = []
    for typed, advice in (*((one, SOMEONE) for one in around), *((one, AN_AGENCY) for one in called)):
        surnames = [*office_names.surnames_in(typed, ordinary)]
        persons = () if surnames else people_in(typed, vocabulary)
        for person in persons:
            known += known_in(person, advice, ordinary)
        known += surnames
        if not persons and not surnames:
            kept.append(typed)
    title = " ".join(visible(household.name).split())
    words = words_in(title)
    whole = title if len(words) > 1 and (len(words) >= _DESCRIBED or known_title(household.name, ordinary)) else ""
    own = vocabulary.with_whole(kept).with_people(one.name for one in known)
    return Pseudonyms(_people(dossier, catalogue), tuple(dict.fromkeys(known)), whole, ordinary, own)


def known_title(title: str, ordinary: Ordinary) -> bool:
    """Whether what a household is called names it: "Gezin Zuid" and "Dakloos gezin" do not."""
    return bool(title_names(title, FAMILY, ordinary))


def _widened(said: str, found: Found, floor: int) -> Found:
    """With the title, the initials and the other half of a double name; of a family with its article too."""
    family = found.advice == FAMILY
    near = max(floor, found.start - _NEAR)
    sir = _BEFORE.search(said, near, found.start)
    before = _BEFORE_FAMILY.search(said, near, found.start) if family and not (sir and sir[0]) else sir
    start = before.start() if before else found.start
    if not family:
        role = f"{found.advice} "
        if said[max(floor, start - len(role)) : start].lower() == role and not said[: start - len(role)][-1:].isalnum():
            start -= len(role)  # "moeder Anna"
        firm = office_names.LEGAL_FORM.match(said, found.end)  # "B.V." is no initial
        after = None if firm else _AFTER.match(said, found.end)
        end, advice = after.end() if after else found.end, found.advice
        owner = _OWNER.match(said, end)
        if owner:
            return _owning(replace(found, start=start, end=end), owner)
        if advice == SOMEONE or advice.startswith("een "):
            start, end, advice = office_names.with_office(said, start, end, advice, floor)
        return replace(found, start=start, end=end, advice=advice)
    after = _AFTER_FAMILY.match(said, found.end)
    if after is None:
        return replace(found, start=start)
    of = after["of"] or after["next"] or ""
    if after["s"] and not of and fold(said[start : found.start].split(" ")[0]) == "de":
        return replace(found, start=start, end=after.end(), advice=_MEMBERS)
    if fold(of) in ("familie", "gezin", "huishouden") or not of:
        return replace(found, start=start, end=after.end())
    if after["s"] and fold(said[start : found.start].split(" ")[0]) in ("de", "het"):
        return replace(found, start=start, end=after.end("s"), advice=_MEMBERS)  # "de Zwaluws wonen"
    return replace(found, end=after.end(), start=start if after["s"] else found.start, advice=f"{of} van {FAMILY}")


def _owning(found: Found, owner: re.Match[str]) -> Found:
    """ "Naima's moeder": moeders moeder, or moeder van een hulpverlener."""
    what = owner["what"] or ""
    if " " not in found.advice and not found.advice.endswith(("s", "x", "a", "o", "u", "i", "y")):
        return replace(found, end=found.end + 2, advice=f"{found.advice}s")
    if what and fold(what) not in EVERYDAY:
        return replace(found, end=owner.end(), advice=f"{what} van {found.advice}")
    return replace(found, end=found.end + 2)


def _linked(said: str, one: Found, two: Found) -> bool:
    """ "Sjoerd vd Wal" is one name, whatever its halves are known by."""
    link = _LINKED.match(said, one.end)
    return link is not None and two.start <= link.end() < two.end and said[link.end()].isupper()


def _beside(said: str, one: Found, two: Found) -> bool:
    return _SAME.fullmatch(said, one.end, two.start) is not None


def who(said: str, ordinary: Ordinary) -> bool:
    """Whether it only says what somebody is: an office or a role, and nothing that may be a name."""
    words = [(word, fold(word)) for word in words_in(said)]
    return any(folded in ordinary.functions for _, folded in words) and all(
        folded in ordinary.functions
        or folded in PREFIXES
        or (word.islower() and folded in ordinary.everyday)
        or compound(word, ordinary)
        for word, folded in words
    )


def visible(text: str) -> str:
    """Without signs that can't be seen: they hide a name from who looks for it."""
    if text.isascii() and text.replace("\n", "").isprintable():  # most texts: the rest takes longest
        return text
    composed = unicodedata.normalize("NFC", text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\r\n", "\n"))
    kept = (
        "\n" if sign in "\n\r" else " " if unicodedata.category(sign) in ("Cc", "Zs") else sign
        for sign in composed
        if unicodedata.category(sign) not in ("Cf", "Cs") and sign not in _UNSEEN
    )  # fmt: skip
    return "".join(kept)


def _people(dossier: Dossier, catalogue: Catalogue) -> dict[int, str]:
    """ "Moeder", "Zoon 1", "Zoon 2": numbered where there are more, in the order of the dossier."""
    roles = {}
    for one in dossier.people:
        role = catalogue.roles.get(one.role)
        roles[one.id] = role.name if role else SOMEBODY.capitalize()
    more = Counter(roles.values())
    seen: Counter[str] = Counter()
    found = {}
    for id_, name in roles.items():
        seen[name] += 1
        found[id_] = f"{name} {seen[name]}" if more[name] > 1 else name
    return found
