"""Dossiers that go round between three workspaces in any order: R9 of hand-over, with real encrypted files."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier import dossier
from doorbraak.model.dossier import household as households
from doorbraak.model.errors import UserError
from doorbraak.model.exchange import table_catalogue
from doorbraak.model.exchange.contributions import Home, contributions
from doorbraak.model.exchange.memberships import memberships
from doorbraak.model.exchange.periods import Period
from doorbraak.model.handover import giving, on_the_way, own_key, taking
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.handover.test_handover import LISTS, TODAY, known, new_household, taking_refused

ORDERS = int(os.environ.get("HANDOVERS", "60"))
LATER = TODAY + giving.LASTS + giving.LASTS
TABLES = table_catalogue.load()
PERIOD = Period(2026, 4)


@dataclass(frozen=True)
class Three:
    stores: tuple[Store, ...]
    keys: dict[tuple[int, int], own_key.Colleague]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    folder: Path = tmp_path_factory.mktemp("drie")
    stores = tuple(Store.create(folder / name, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0] for name in "abc")
    pairs = [(a, b) for a in range(3) for b in range(3) if a != b]
    yield Three(stores, {(a, b): known(stores[a], stores[b]) for a, b in pairs})
    for store in stores:
        store.close()


class Round:
    """The files and answers that were made, of two households that began in the first and second workspace."""

    def __init__(self, three: Three) -> None:
        self.three = three
        made = [(at, new_household(three.stores[at])) for at in (0, 1)]
        self.secrets = [households.exchange_secret(three.stores[at], one) for at, one in made]
        self.files: list[tuple[bytes, int, bytes]] = []  # of which secret, made for whom
        self.answers: list[str] = []
        self.taken: set[bytes] = set()

    def here(self, at: int, secret: bytes) -> int | None:
        rows = self.three.stores[at].rows("SELECT id FROM household WHERE exchange_secret = ?", [secret.hex()])
        return rows[0][0] if rows else None

    def step(self, random: Random) -> None:
        at, secret = random.randrange(3), random.choice(self.secrets)
        store, of = self.three.stores[at], self.here(at, secret)
        what = random.choice(("give", "take", "take", "confirm", "confirm", "decline", "back", "edit"))
        if what == "give" and of is not None:
            to = random.choice([one for one in range(3) if one != at])
            with store.change("Overdragen", undoable=False):
                self.files.append((secret, to, giving.give(store, of, self.three.keys[at, to], TODAY)))
        elif what in ("take", "decline") and self.files:
            self._take(random, refused=what == "decline")
        elif what == "confirm" and of is not None and self.answers:
            giving.confirm(store, of, random.choice(self.answers), although_changed=True)
        elif what == "back" and of is not None and self._nobody_has(at, secret):
            with store.change("Terug", undoable=False):
                giving.take_back(store, of, LATER)
            self.files = [one for one in self.files if one[0] != secret]  # too late to be taken in
        elif what == "edit" and of is not None:
            with store.change("Wijzigen"):
                households.set_note(store, of, str(random.random()))

    def _take(self, random: Random, *, refused: bool) -> None:
        _, to, content = random.choice(self.files)
        if random.random() < 0.2:
            to = random.randrange(3)
        store = self.three.stores[to]
        if refused:
            answer = taking_refused(store, content)
            for one in self.three.stores:
                for given_ in on_the_way.all_of(one):
                    with one.change("Geweigerd", undoable=False):
                        giving.refused(one, given_.household, answer)
            return
        one = taking.offered(store, content, LISTS, TODAY)
        taking.take(store, one, TODAY, random.choice(("new", "own")))
        self.answers.append(one.answer)

    def _nobody_has(self, at: int, secret: bytes) -> bool:
        """What the user has to know before taking it back."""
        return all(self.here(other, secret) is None for other in range(3) if other != at)

    def check(self) -> None:
        for secret in self.secrets:
            having = [at for at in range(3) if self.here(at, secret) is not None]
            assert having, "lost"
            holding = [at for at in having if not self._is_on_its_way(at, secret)]
            assert len(holding) <= 1, "two holders"
        assert len(self._tokens()) == len(self.secrets), "the exchange counts each once"

    def _is_on_its_way(self, at: int, secret: bytes) -> bool:
        return self.here(at, secret) in {one.household for one in on_the_way.all_of(self.three.stores[at])}

    def _tokens(self) -> set[str]:
        """All that say that they are in the publication, of whichever workspace."""
        found = set()
        for at, store in enumerate(self.three.stores):
            for secret in self.secrets:
                of = self.here(at, secret)
                if of is not None:
                    cells = tuple(memberships(dossier.read(store, of), PERIOD, LISTS, TABLES, team=""))
                    for one in contributions([Home(secret, cells)], str(PERIOD), TABLES):
                        if (one.table, one.cell) == ("households_team", ""):
                            found |= {entry.token for entry in one.entries}
        return found


@settings(max_examples=ORDERS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_that_no_household_is_lost_or_held_twice_in_whatever_order(three: Three, random: Random) -> None:
    went = Round(three)
    for _ in range(14):
        with contextlib.suppress(UserError):  # a step that can't be taken: nothing may have changed
            went.step(random)
        went.check()
