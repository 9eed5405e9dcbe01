"""The workspaces that the rows are measured on: published or made-up households, real key cost."""

from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import (
    agencies,
    barriers,
    casefile,
    considerations,
    corrections,
    costs,
    custody,
    dossier,
    events,
    goals,
    household,
    interventions,
    justification,
    letters,
    life_events,
    measurements,
    outcomes,
    own_words,
    people,
    perspectives,
    problems,
    relations,
    sharing,
    signals,
    statements,
    steps,
    tasks,
    visits,
    workers,
)
from doorbraak.model.workspace.store import Store

PASSPHRASE = "meten zonder echte gezinnen"  # of made-up households only
LARGE = 60  # problems, agencies and cost lines of the large household
FEW = 5  # of every other record in it
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
    """Add a made-up household with 60 problems, agencies and cost lines and a few of all else; returns its id."""
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
        for at in range(FEW):
            problems.set_waits_for(store, stuck[at], (stuck[at + 1], stuck[at + 2]))
            _of_household(store, home, members, around[at], step)
            _of_intervention(store, step, at)
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


def _of_household(store: Store, home: int, members: list[int], agency: int, step: int) -> None:
    """One of each record that a household or one of its people or agencies has, but those above."""
    person, day, text = members[0], date(2026, 9, 1), "Synthetisch: verzonnen."
    own_words.add(store, home, "problem", text, person=person)
    relations.add(store, person, members[1], f"synthetisch-{agency}")
    custody.add(store, members[2], holder=person)
    life_events.add(store, home, "move", year=2020, month=5, words=text, person=person)
    workers.add(store, agency, name="Synthetisch", function=text)
    first = letters.add(store, home, agency=agency, demand=text, amount_cents=5_000, last_day=day)
    letters.set_contradicts(store, letters.add(store, home, agency=agency, demand=text), (first,))
    visits.add(store, home, day, report=text, minutes_with_people=60)
    measurements.add(store, home, "ervaren-grip", moment="start", on_day=day, value_e2=500, person=person)
    tasks.add(store, home, text, due=day, intervention=step)
    signals.add(store, home, text, agency=agency)
    sharing.add(store, home, text, on_day=day, agency=agency)
    corrections.add(store, home, on_day=day, old_text=text, new_text=text, person=person)
    statements.add(store, home, text, on_day=day, person=person)


def _of_intervention(store: Store, step: int, at: int) -> None:
    day, text = date(2026, 9, 1 + at), "Synthetisch: verzonnen."
    interventions.add_status(store, step, "requested", day, reason=text)
    steps.add(store, step, text, owner="household", due=day)
    outcomes.add(store, step, "partly", day, why=text)
    justification.add(store, step, list(catalogue.load().articles)[at], reason=text)
    considerations.write(store, step, considerations.PARTS[at], text)
    perspectives.add(store, step, "legal", verdict="for", reason=text)
    barriers.add(store, step, text, rung="habit")
