"""What people type about somebody: a first name, a role, or both; and what the word for a role says besides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from doorbraak.model.catalogue import fold
from doorbraak.model.catalogue.records import Role
from doorbraak.model.dossier.people import Living, Sex

_NO_NAME = frozenset({"van", "en", "of", "uit", "in", "met", "die", "op", "voor", "bij"})  # "partner van moeder"
_WOMEN = frozenset(
    {
        "moeder", "mama", "stiefmoeder", "pleegmoeder", "adoptiemoeder", "schoonmoeder", "oma", "dochter",
        "stiefdochter", "pleegdochter", "adoptiedochter", "schoondochter", "kleindochter", "zus", "zusje", "halfzus",
        "schoonzus", "tante", "nicht", "exvrouw", "exvriendin", "echtgenote", "vriendin", "buurvrouw",
    }
)  # fmt: skip
_MEN = frozenset(
    {
        "vader", "papa", "stiefvader", "pleegvader", "adoptievader", "schoonvader", "opa", "zoon", "stiefzoon",
        "pleegzoon", "adoptiezoon", "schoonzoon", "kleinzoon", "broer", "broertje", "halfbroer", "zwager",
        "schoonbroer", "oom", "neef", "exman", "exvriend", "echtgenoot", "vriend", "buurman",
    }
)  # fmt: skip
_ALSO: Mapping[str, str] = MappingProxyType(
    {
        "mama": "moeder", "papa": "vader", "zusje": "zus", "broertje": "broer",
        "pleegmoeder": "pleegouder", "pleegvader": "pleegouder",
        "adoptiemoeder": "adoptieouder", "adoptievader": "adoptieouder",
        "stiefzoon": "stiefkind", "stiefdochter": "stiefkind",
        "pleegzoon": "pleegkind", "pleegdochter": "pleegkind",
        "adoptiezoon": "adoptiekind", "adoptiedochter": "adoptiekind",
        "kleinzoon": "kleinkind", "kleindochter": "kleinkind",
        "schoonmoeder": "schoonfamilie", "schoonvader": "schoonfamilie", "schoonzoon": "schoonfamilie",
        "schoondochter": "schoonfamilie", "schoonzus": "schoonfamilie", "schoonbroer": "schoonfamilie",
        "zwager": "schoonfamilie",
        "exman": "ex-partner", "ex man": "ex-partner", "exvrouw": "ex-partner", "ex vrouw": "ex-partner",
        "exvriend": "ex-partner", "ex vriend": "ex-partner", "exvriendin": "ex-partner", "ex vriendin": "ex-partner",
        "echtgenoot": "partner", "echtgenote": "partner",
    }
)  # fmt: skip
"""Words of every day for a role that the list calls otherwise, folded."""
_ELSEWHERE = frozenset(
    {
        "oom-tante", "opa", "oma", "neef-nicht", "schoonfamilie", "buur", "vriend", "ex-partner", "uitwonend-kind",
        "uithuisgeplaatst-kind", "steunfiguur", "voogd", "wettelijk-vertegenwoordiger", "gezinslid-in-detentie",
        "gezinslid-in-buitenland", "overleden-gezinslid",
    }
)  # fmt: skip
"""Roles of who usually lives elsewhere: one key changes it."""


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """`role` is an id of the catalogue's roles, or empty. `sex` and `lives_here` are what the word for it says."""

    name: str
    role: str = ""
    birth_year: int | None = None
    sex: Sex = ""
    lives_here: Living = "yes"


def typed_person(text: str, roles: Iterable[Role], today: date) -> TypedPerson:
    """ "oom", "dochter Emma", "Emma, dochter" or "zoon Sam 2012"; whatever else is a name, without a role."""
    words = text.split()
    year = _birth_year(words[-1], today) if len(words) > 1 else None
    words = words[:-1] if year else words
    known = _by_name(roles)
    for long in range(len(words), 0, -1):
        called, name = fold(" ".join(words[:long])), " ".join(words[long:]).lstrip(":,- ")
        if called in known and (not name or (name[0].isalpha() and fold(name.split()[0]) not in _NO_NAME)):
            return _somebody(name, known[called], called, year)
    name, _, behind = " ".join(words).rpartition(",")
    if "," not in name and name.strip() and fold(behind) in known:
        return _somebody(name.strip(), known[fold(behind)], fold(behind), year)
    return TypedPerson(" ".join(words), birth_year=year)


def _somebody(name: str, role: str, called: str, year: int | None) -> TypedPerson:
    joined = called.replace(" ", "")
    sex: Sex = "woman" if joined in _WOMEN else "man" if joined in _MEN else ""
    return TypedPerson(name, role, year, sex, "no" if role in _ELSEWHERE else "yes")


def _birth_year(word: str, today: date) -> int | None:
    if len(word) != 4 or not (word.isascii() and word.isdigit()):
        return None
    return int(word) if 1900 <= int(word) <= today.year + 1 else None


def _by_name(roles: Iterable[Role]) -> dict[str, str]:
    """Every role by its folded name; "Oom of tante" also by each half. A whole name goes before a half.

    By its id too: that is what it is usually called, where the name on screen is a plain one for the kitchen table.
    """
    own = [role for role in roles if role.kind == "rol"]
    there = {role.id for role in own}
    also = {word: role for word, role in _ALSO.items() if role in there}
    halves = {fold(half): role.id for role in own for half in role.name.split(" of ")}
    ids = {fold(role.id.replace("-", " ")): role.id for role in own}
    spaced = {fold(role.name.replace("-", " ")): role.id for role in own}
    return also | halves | ids | spaced | {fold(role.name): role.id for role in own}
