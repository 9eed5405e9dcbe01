"""Every verb of the dossier, found by its signature, and a call of each with whatever its parameters can take.

A verb is a public function of a module of the dossier that takes the store first and returns nothing or a number:
questions return records. What a parameter takes follows from its type and, for rows, from the columns that refer.
"""

import inspect
import pkgutil
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from importlib import import_module
from random import Random
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import doorbraak.model.dossier
from doorbraak.model.dossier import dossier
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.columns import ORIGINS
from doorbraak.model.dossier.copy_blocks import CopyBlock
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.mandates_file import Given
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

# These write through the verbs of the others (a whole case at once), for any table (links), or change by themselves.
NOT_VERBS = ("casefile", "synthetic", "links", "erasure")
QUESTIONS = ("household.next_number",)  # answers a number and writes nothing
TABLES = {table.name: table for table in dossier.TABLES}
GONE_ROW = 10**6
PROPOSERS = ("agency", "problem", "event", "intervention")
RECORD_TABLES = tuple(table.name for table in dossier.TABLES if "origin" in table.column_names)
TEXTS = ("", " ", "Rust\nin huis", 'd\'r "huis"; --', "é\u0301 \u200b", "tot-9", "a\0b", "x" * 90, "y" * 10_001)
NUMBERS = (0, 1, 2, 5, 7, 10, 12, 40, 100, 1985, 2026, -1, 10**14)
DAYS = (date(2026, 1, 1), date(2026, 9, 1), date(2027, 6, 30), date(1, 1, 1))
# Words for a row that are neither its table nor a column.
NAMED = {
    "change": "status_change", "line": "cost_line", "problems": "problem", "people": "person", "goals": "goal",
    "agencies": "agency",
}  # fmt: skip

Draw = Callable[[Random, Store], Any]


@dataclass(frozen=True)
class Verb:
    name: str
    call: Callable[..., Any]
    draws: dict[str, Draw]
    optional: frozenset[str]

    def run(self, store: Store, random: Random) -> Any:
        """One call with drawn arguments: about half of the optional ones. Raises what the verb raises."""
        drawn = {
            name: draw(random, store)
            for name, draw in self.draws.items()
            if name not in self.optional or random.random() < 0.5
        }
        if drawn.get("event") is not None and drawn.get("intervention") is not None:
            drawn.pop("intervention")  # both, or chances beside one of them, is a bug of the caller: ValueError
        if drawn.get("event") is not None or drawn.get("intervention") is not None:
            drawn.pop("chances", None)
        if self.name == "refusals.add":  # any other number of them is a bug of the caller too
            one = random.choice(PROPOSERS)
            for name in PROPOSERS:
                drawn.pop(name, None)
            drawn[one] = self.draws[one](random, store) or GONE_ROW
        return self.call(store, **drawn)


def modules() -> list[ModuleType]:
    names = [name for _, name, _ in pkgutil.iter_modules(doorbraak.model.dossier.__path__)]
    return [import_module(f"doorbraak.model.dossier.{name}") for name in names if not name.startswith(NOT_VERBS)]


def functions() -> dict[str, tuple[ModuleType, Callable[..., Any]]]:
    """Every verb by its full name."""
    found = {}
    for module in modules():
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            signature = inspect.signature(function)
            first = next(iter(signature.parameters.values()), None)
            if first and first.annotation is Store and signature.return_annotation in (None, int):
                found[f"{module.__name__.rsplit('.', 1)[1]}.{name}"] = (module, function)
    return {name: verb for name, verb in found.items() if name not in QUESTIONS}


def all_verbs() -> tuple[Verb, ...]:
    """Raises LookupError for a verb with a parameter that nothing is known for."""
    return tuple(_verb(name, module, function) for name, (module, function) in functions().items())


def _verb(name: str, module: ModuleType, function: Callable[..., Any]) -> Verb:
    parameters = list(inspect.signature(function).parameters.values())[1:]
    draws = {
        given.name: _draw(f"{name}({given.name})", module, given.name, given.annotation, first=at == 0)
        for at, given in enumerate(parameters)
    }
    optional = frozenset(given.name for given in parameters if given.default is not inspect.Parameter.empty)
    return Verb(name, function, draws, optional)


def row_table(module: ModuleType, name: str, *, first: bool) -> str | None:
    """The table whose row a parameter names: what a column refers to, the table itself, or the module's own."""
    own: Table | None = getattr(module, "TABLE", None)
    for column in own.columns if own else ():
        refers = re.search(r"REFERENCES (\w+)\(id\)", column.declaration)
        if column.name == name:
            return refers[1] if refers else None
    if name in NAMED:
        return NAMED[name]
    if own and (first or name in ("other", "others")):
        return own.name
    return name if name in TABLES else None


def _draw(place: str, module: ModuleType, name: str, kind: Any, *, first: bool) -> Draw:
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        some = _draw(place, module, name, inner, first=first)
        return lambda random, store: None if random.random() < 0.3 else some(random, store)
    if get_origin(kind) is Literal:
        return _one_of((*get_args(kind) * 3, "bestaat-niet"))
    if module.__name__.endswith(".noted") and name in ("table", "row"):
        return _one_of(RECORD_TABLES) if name == "table" else _one_of((1, 2, 3, GONE_ROW))
    if name == "today":  # the clock's, not somebody's
        return _one_of(DAYS[:3])
    table = row_table(module, name, first=first)
    if kind is int and table:
        return lambda random, store: _row(random, store, table)
    if kind == tuple[int, ...] and table:
        return lambda random, store: tuple(_row(random, store, table) for _ in range(random.randrange(4)))
    known: dict[Any, Draw] = {
        tuple[int, int]: lambda random, _: tuple(random.choices(NUMBERS, k=2)),
        Assumptions: lambda random, _: Assumptions(
            price_year=random.choice((None, 1980, 2025)),
            discount_e4=random.choice((0, 225, 2001)),
            discount_source=random.choice(TEXTS),
            discount_on=random.choice((None, *DAYS)),
            hours_per_fte=random.choice((0, 1380)),
        ),
        Mapping[str, str]: lambda random, _: {random.choice(TEXTS): random.choice(TEXTS) for _ in range(2)},
        tuple[CopyBlock, ...]: lambda random, _: tuple(
            CopyBlock(random.choice(TEXTS), random.choice(TEXTS), random.random() < 0.5) for _ in range(2)
        ),
        str: _one_of(TEXTS),
        int: _one_of(NUMBERS),
        bool: _one_of((False, True)),
        date: _one_of(DAYS),
        Noted: lambda random, _: Noted(random.choice(ORIGINS), random.choice((None, *DAYS))),
        Chances: lambda random, _: Chances(*random.choices((0, 5, 40, 100, 101), k=3)),
        Collection[Given]: lambda random, _: tuple(
            Given(*random.choices(TEXTS, k=4), random.choice(("", "2026-03-01"))) for _ in range(2)
        ),
        Profile: lambda random, _: Profile(*random.choices(TEXTS, k=len(fields(Profile)))),
    }
    if kind not in known:
        raise LookupError(f"{place}: say in tests/model/dossier/verbs.py what {kind} takes")
    return known[kind]


def _one_of(values: tuple[Any, ...]) -> Draw:
    return lambda random, _: random.choice(values)


def _row(random: Random, store: Store, table: str) -> int:
    rows = store.rows(f"SELECT id FROM {table} ORDER BY id")
    return GONE_ROW if not rows or random.random() < 0.05 else int(random.choice(rows)[0])
