"""Tables that are read side by side: what a reader gets who subtracts one sheet from another."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, synthetic
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.exchange import door, tables
from doorbraak.model.exchange.door import ProtectedSummary
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.insight import records

KNOWN = catalogue.load()
DOMAIN_OF = {problem.id: problem.life_domain for problem in KNOWN.problems.values()}
BY_DOMAIN = {
    domain: [id_ for id_, of in DOMAIN_OF.items() if of == domain] for domain in KNOWN.life_domains
}  # fmt: skip
DOMAINS = {domain.name: domain.id for domain in KNOWN.life_domains.values()}
PROBLEMS = {problem.name: problem.id for problem in KNOWN.problems.values()}


def household(kinds: Iterable[str], own: Iterable[str] = ()) -> Dossier:
    listed = [records.made(Problem, id=0, kind=kind, life_domain=DOMAIN_OF[kind]) for kind in kinds]
    words = [records.made(Problem, id=0, words="iets", life_domain=domain) for domain in own]
    return records.dossier(problems=(*listed, *words))


def shown(made: ProtectedSummary, table: str) -> dict[str, int | None]:
    return {row.label: row.households for each in made.tables if each.id == table for row in each.rows}


def remainders(found: list[Dossier], made: ProtectedSummary) -> list[tuple[str, str, int]]:
    """Of each shown problem whose domain is shown, or can't be small: who are in the domain without it."""
    left = []
    for label in shown(made, "problems"):
        kind = PROBLEMS.get(label)
        if kind is None:
            continue
        domain = DOMAIN_OF[kind]
        inside = [each for each in found if any(problem.life_domain == domain for problem in each.problems)]
        without = [each for each in inside if all(problem.kind != kind for problem in each.problems)]
        left.append((domain, kind, len(without)))
    return left


# Few kinds in few domains, so that many rows are large enough to be shown and nearly fill their domain.
_FEW = [kind for domain in list(BY_DOMAIN)[:3] for kind in BY_DOMAIN[domain][:3]]
_OWN = list(BY_DOMAIN)[:3]


@settings(max_examples=300, deadline=None)
@given(st.integers(10, 60), st.randoms(use_true_random=False))
def test_that_no_shown_pair_leaves_a_remainder_under_ten(households: int, random: object) -> None:
    draw = random.random  # type: ignore[attr-defined]
    chance = {kind: draw() for kind in (*_FEW, *_OWN)}
    found = [
        household(
            [kind for kind in _FEW if draw() < chance[kind]],
            [domain for domain in _OWN if draw() < chance[domain] / 4],
        )
        for _ in range(households)
    ]
    made = door.protect(tables.count(found, KNOWN, example=False))
    assert made is not None
    assert [each for each in remainders(found, made) if each[2] < 10] == []
    domains, problems = shown(made, "life_domains"), shown(made, "problems")
    for label, kind in PROBLEMS.items():
        domain = KNOWN.life_domains[DOMAIN_OF[kind]].name
        inside, around = problems.get(label), domains.get(domain)
        if label in problems and around is not None:
            assert inside is not None
            assert around - inside >= 10


def test_that_the_problem_is_hidden_and_the_life_domain_stays() -> None:
    one, two = BY_DOMAIN["wonen"][:2]
    found = [household([one])] * 28 + [household([two])] * 2 + [household([])] * 30
    made = door.protect(tables.count(found, KNOWN, example=False))
    assert made is not None
    assert shown(made, "life_domains") == {KNOWN.life_domains["wonen"].name: 30}
    assert shown(made, "problems") == {}


def test_that_two_problems_of_a_shown_domain_leave_their_overlap_open() -> None:
    """The bound in the door's own explanation: over all counts that give the same sheets, ten numbers or more."""
    for domain in range(20, 51):
        for one in range(10, domain - 9):
            for other in range(10, one + 1):
                overlap = range(max(0, one + other - domain), other + 1)
                assert len(overlap) > 10


@pytest.fixture
def synthetic_store(tmp_path: Path) -> Store:
    store, _ = Store.create(tmp_path / "veel", PASSPHRASE, dossier.TABLES, example=True, cost=CHEAP)
    return store


@pytest.mark.parametrize(("households", "domains", "problems"), [(25, 6, 3), (60, 14, 20)])
def test_that_it_stays_useful(synthetic_store: Store, households: int, domains: int, problems: int) -> None:
    """Of made-up households: the least number of the 15 life domains and of the problems that can be read."""
    for case in synthetic.households(households, 20_260, KNOWN):
        with synthetic_store.change("Huishouden invoeren"):
            casefile.take_in(synthetic_store, case)
    made = door.protect(tables.of_store(synthetic_store, KNOWN))
    rows = synthetic_store.rows("SELECT id FROM household ORDER BY id")
    found = [dossier.read(synthetic_store, id_) for (id_,) in rows]
    synthetic_store.close()
    assert made is not None
    assert len(shown(made, "life_domains")) >= domains
    assert len(shown(made, "problems")) >= problems
    assert [each for each in remainders(found, made) if each[2] < 10] == []
