"""Households to send: drawn at random over the catalogue of tables, or the published ones in a real workspace."""

from datetime import date
from random import Random

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, household, profile
from doorbraak.model.exchange import coordinator_key, payload, sent, table_catalogue
from doorbraak.model.exchange.contributions import Home, contributions
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.payload import Payload
from doorbraak.model.exchange.table_catalogue import Code, TableCatalogue, cell_of
from doorbraak.model.workspace.store import Store

PERIOD = "2026Q3"
SEED, OTHER_SEED = bytes(range(32)), bytes(range(1, 33))
PRIVATE, OTHER_PRIVATE = bytes(range(2, 34)), bytes(range(3, 35))
TEAMS = (Code("noord", "Team Noord"), Code("zuid", "Team Zuid"))
WIJKEN = (Code("w1", "Wijk 1"), Code("w2", "Wijk 2"))


def public(private: bytes) -> bytes:
    from nacl.public import PrivateKey

    return bytes(PrivateKey(private).public_key)


def key_of(private: bytes = PRIVATE) -> CoordinatorKey:
    return CoordinatorKey(public(private), TEAMS, WIJKEN)


def known_tables() -> TableCatalogue:
    return table_catalogue.load().with_codes(key_of().codes)


def drawn(random: Random, tables: TableCatalogue, *, most: int = 6) -> Home:
    """One household with a few cells in every table, and amounts that people write: hundreds of euros."""
    found: dict[tuple[str, str], Membership] = {}
    children = random.choice(("met", "zonder"))
    for kind in tables.tables.values():
        if kind.margin_of or kind.derived or kind.band_of:
            continue
        multi = any(dimension.response == "multi" for dimension in kind.dimensions)
        for _ in range(random.randint(1, most) if multi else 1):
            codes = [random.choice(dimension.codes).id for dimension in kind.dimensions]
            codes = [
                children if dimension.id == "children" else "noord" if dimension.id == "team" else code
                for dimension, code in zip(kind.dimensions, codes, strict=True)
            ]
            value = random.randint(-50, 400) * kind.step if kind.has_amounts else None
            found[kind.id, cell_of(*codes)] = Membership(kind.id, cell_of(*codes), value)
            for side in tables.sides_of(kind.id) or ():
                found[side, cell_of(*codes)] = Membership(side, cell_of(*codes), random.randint(0, 120) * kind.step)
    return Home(random.randbytes(32), tuple(sorted(found.values(), key=lambda one: (one.table, one.cell))))


def payload_of(homes: list[Home], tables: TableCatalogue, **other: object) -> Payload:
    given = {
        "format": payload.FORMAT, "catalogue": tables.version, "period": PERIOD, "sender": "ab" * 16, "sequence": 1,
        "coordinator": key_of().fingerprint, "households": len(homes), "example": False,
        "cells": contributions(homes, PERIOD, tables),
    } | other  # fmt: skip
    return Payload(**given)  # type: ignore[arg-type]


def take_cases(store: Store, names: tuple[str, ...] = ("01", "05", "06", "07", "09", "10")) -> None:
    """The published households, and the coordinator's key."""
    lists = catalogue.load()
    for name in names:
        content = (paths.resources() / "cases" / f"casus-{name}.json").read_bytes()
        with store.change("Casus invoeren"):
            casefile.take_in(store, casefile.read(content, lists))
    take_key(store)


def take_key(store: Store, key: CoordinatorKey | None = None) -> None:
    with store.change("Sleutel overnemen"):
        sent.take_coordinator(store, coordinator_key.encode(key or key_of()), date(2026, 10, 1))
        profile.write(store, profile.Profile(team="noord"))


def add_bare(store: Store, *, opened: date = date(2026, 7, 1), example: bool = True) -> int:
    with store.change("Huishouden maken"):
        return household.open_dossier(store, "", opened=opened, example=example)
