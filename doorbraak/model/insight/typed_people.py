"""What people type about somebody: a first name, a role, or a role with a name behind it."""

from collections.abc import Iterable

from doorbraak.model.catalogue import fold
from doorbraak.model.catalogue.records import Role

_NO_NAME = frozenset({"van", "en", "of", "uit", "in", "met", "die", "op", "voor", "bij"})  # "partner van moeder"


def typed_person(text: str, roles: Iterable[Role]) -> tuple[str, str]:
    """ "oom" or "dochter Emma" as name and id of a role; whatever else is a name, without a role."""
    words = text.split()
    known = _by_name(roles)
    for long in range(len(words), 0, -1):
        role, name = known.get(fold(" ".join(words[:long]))), " ".join(words[long:]).lstrip(":,- ")
        if role and (not name or (name[0].isalpha() and fold(name.split()[0]) not in _NO_NAME)):
            return name, role
    return " ".join(words), ""


def _by_name(roles: Iterable[Role]) -> dict[str, str]:
    """Every role by its folded name; "Oom of tante" also by each half. A whole name goes before a half."""
    own = [role for role in roles if role.kind == "rol"]
    halves = {fold(half): role.id for role in own for half in role.name.split(" of ")}
    return halves | {fold(role.name.replace("-", " ")): role.id for role in own} | {fold(r.name): r.id for r in own}
