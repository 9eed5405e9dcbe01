"""The workspaces that the rows are measured on: published or made-up households, real key cost."""

from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import (
    agencies,
    casefile,
    costs,
    dossier,
    events,
    goals,
    household,
    interventions,
    people,
    problems,
)
from doorbraak.model.workspace.store import Store

PASSPHRASE = "meten zonder echte gezinnen"  # of made-up households only
LARGE = 60  # problems, agencies and cost lines of the large household
_SEED = 1


def create(folder: Path, title: str) -> Store:
    """A fresh open workspace, marked as an example."""
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title=f"VOORBEELD {title}", example=True)
    return store


def casus(folder: Path) -> Path:
    """A closed workspace with the published household casus-01."""
    store = create(folder, "casus 01")
    content = (paths.resources() / "cases" / "casus-01.json").read_bytes()
    case = casefile.read(content, catalogue.load())
    with store.change("Casus invoeren"):
        casefile.take_in(store, case)
    store.close()
    return folder


def many(folder: Path, count: int) -> Path:
    """A closed workspace with `count` synthetic households."""
    from doorbraak.model.dossier import synthetic

    store = create(folder, f"{count} synthetische huishoudens")
    for case in synthetic.households(count, _SEED, catalogue.load()):
        with store.change("Huishouden invoeren"):
            casefile.take_in(store, case)
    store.close()
    return folder


def large(store: Store) -> int:
    """Add a made-up household with 60 problems, 60 agencies and 60 cost lines; returns its id."""
    lists = catalogue.load()
    with store.change("Groot huishouden"):
        home = household.open_dossier(
            store, "Synthetisch groot", opened=date(2026, 1, 5), example=True, note="Alles is verzonnen."
        )
        goals.add(store, home, "Synthetisch doel: rust.")
        members = [people.add(store, home, name=f"Synthetisch {number}") for number in range(1, 7)]
        stuck = [
            problems.add(
                store, home, kind=kind.id, life_domain=kind.life_domain, owner="system", people=(members[at % 6],)
            )
            for at, kind in enumerate(list(lists.problems.values())[:LARGE])
        ]
        around = [
            agencies.add(
                store, home, kind=kind.id, contacts_e2=100 + 10 * at, law=kind.law, payer=kind.payers[0],
                problems=(stuck[at], stuck[(at + 7) % LARGE]), people=(members[at % 6],),
            )
            for at, kind in enumerate(list(lists.agencies.values())[:LARGE])
        ]  # fmt: skip
        step = interventions.add(store, home, kind=next(iter(lists.interventions)))
        threat = events.add(
            store, home, kind=next(iter(lists.events)), expected_on=date(2026, 9, 1),
            reason="Synthetisch: verzonnen reden.", chance_threatening=40, chance_plan=5,
        )  # fmt: skip
        _costs(store, home, around, step, threat)
    return home


def _costs(store: Store, home: int, around: list[int], step: int, threat: int) -> None:
    for at, price in enumerate(list(catalogue.load().prices.values())[:LARGE]):
        last, before_last = at == LARGE - 1, at == LARGE - 2
        costs.add(
            store, home, words=f"Synthetisch: regel {at + 1}", price_cents=price.price_cents, price=price.id,
            price_year=price.price_year, unit=price.unit, quantity_e4=20_000, law=price.law,
            payer=price.payers[0] if price.payers else "", agency=around[at],
            chances=None if last or before_last else costs.Chances(100, 100, 50),
            intervention=step if last else None, event=threat if before_last else None,
        )  # fmt: skip
