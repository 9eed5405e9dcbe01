"""What somebody tries who lays the publications of several periods side by side: each pair of them, not only the last.

Each test is named after the attack. Amounts are exact to a thousand euros, so that any difference of one would show.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import (
    ledger_kept,
    periods,
    publication_package,
    publication_reading,
    published,
    yearly,
)
from doorbraak.model.exchange.contributions import Home, contributions
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.workspace.store import Store
from tests.model.exchange.coordination import DAY, LATER, Laptop, begun, believed, content_of, take
from tests.model.exchange.coordination import TABLES as REAL
from tests.model.exchange.merged_caseloads import (
    AFTER,
    NEXT,
    PERIOD,
    Laptops,
    before_of,
    home,
    merge,
    publish,
    small_tables,
)

TABLES = small_tables()
A, B, C, D = "a" * 32, "b" * 32, "c" * 32, "d" * 32
COST = "cost_after wmo|gem"
RANDOM = Random(13)


def homes(number: int, amount: int) -> list[Home]:
    return [home(RANDOM, "households_team n", f"{COST} {amount}") for _ in range(number)]


def others(number: int) -> list[Home]:
    return [home(RANDOM, "households_team n") for _ in range(number)]


def worth(one: Home, amount: int) -> Home:
    """The same household with another amount."""
    return replace(one, cells=home(RANDOM, "households_team n", f"{COST} {amount}").cells)


def without(one: Home) -> Home:
    """The same household, no longer in the cell."""
    return replace(one, cells=home(RANDOM, "households_team n").cells)


def amounts(*steps: Laptops) -> list[int | None]:
    """What is published of the cell in one quarter after the other."""
    ledger, earlier, said = Ledger(), None, []
    for period, laptops in zip((PERIOD, NEXT, AFTER, "2027Q2", "2027Q3"), steps, strict=False):
        publication, ledger = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, ledger)
        said.append(publication.table("cost_after").at("wmo|gem").value)
        earlier = (period, laptops)
    return said


FIRST: Laptops = {A: homes(20, 10_000), B: homes(20, 9_000), C: homes(15, 8_000)}
SAID = 500_000
ONE = homes(1, 37_400)


def test_attack_a_laptop_that_is_late_shows_a_newcomer_elsewhere() -> None:
    """The third quarter differs from the first by one household, and from the second by 41."""
    late = {name: found for name, found in dearer(10, 1_000).items() if name != A}
    said = amounts(FIRST, late, {**FIRST, B: [*FIRST[B], *ONE]})
    assert said == [SAID, 320_000, 320_000]


def test_attack_a_laptop_that_is_late_to_see_whether_anybody_else_changed() -> None:
    """Its figures would be new where nobody else changed anything, and stay where one to four did."""
    late = {B: FIRST[B], C: FIRST[C]}
    assert amounts(FIRST, late) == [SAID] * 2
    assert amounts(FIRST, {**late, B: [*FIRST[B], *ONE]}) == [SAID] * 2


def test_attack_two_laptops_that_are_late_show_a_newcomer_elsewhere() -> None:
    """Each takes off the own households; that those of the other came back is still no change since the first."""
    late = {B: FIRST[B]}
    said = amounts(FIRST, late, {**FIRST, B: [*FIRST[B], *ONE]})
    assert said == [SAID, 180_000, 180_000]


def test_attack_five_leave_and_return_and_one_comes_with_them() -> None:
    gone = {**FIRST, A: [without(one) for one in FIRST[A][:2]] + [*FIRST[A][2:]],
            B: [without(one) for one in FIRST[B][:5]] + [*FIRST[B][5:]],
            C: [without(one) for one in FIRST[C][:5]] + [*FIRST[C][5:]]}  # fmt: skip
    back = {**FIRST, B: [*FIRST[B], *ONE]}
    said = amounts(FIRST, gone, back)
    assert said[1] == SAID - 105_000, "enough differ, whoever looks"
    assert said[2] == said[1], "but from the first it is one household"


def test_attack_four_leave_and_return_for_ever_until_a_fifth_shows() -> None:
    """However often four are undone: the ledger knows no number of changes after which anything goes."""
    less = {**FIRST, B: [without(one) for one in FIRST[B][:4]] + [*FIRST[B][4:]]}
    said = amounts(FIRST, less, FIRST, less, {**FIRST, C: [*FIRST[C], *ONE]})
    assert said == [SAID] * 5


def test_attack_undoing_four_changes_to_show_a_fifth_by_its_amount() -> None:
    less = {**FIRST, A: [without(one) for one in FIRST[A][:2]] + [*FIRST[A][2:]],
            B: [without(one) for one in FIRST[B][:2]] + [*FIRST[B][2:]]}  # fmt: skip
    assert amounts(FIRST, less, {**FIRST, C: [*FIRST[C], *ONE]}) == [SAID] * 3


@pytest.mark.parametrize("number", [5, 9, 20])
@pytest.mark.parametrize("others", [0, 1, 4])
def test_attack_seeing_whether_a_figure_is_new_to_know_whether_one_came(number: int, others: int) -> None:
    """Who changes enough alone sees a figure stay where one came elsewhere: it must stay where nobody did as well."""
    own = [worth(one, 12_000) for one in FIRST[A][:number]] + [*FIRST[A][number:]]
    assert amounts(FIRST, {**FIRST, A: own, B: [*FIRST[B], *homes(others, 37_400)]}) == [SAID] * 2


@pytest.mark.parametrize("number", [5, 9, 20])
def test_attack_small_changes_of_the_own_households(number: int) -> None:
    """A colleague changes as many of the own households as it likes: what others changed is still one household."""
    own = [worth(one, 10_100) for one in FIRST[A][:number]] + [*FIRST[A][number:]]
    assert amounts(FIRST, {**FIRST, A: own, B: [*FIRST[B], *ONE]}) == [SAID, SAID]


def test_attack_of_two_who_changed_each_knows_what_the_other_did() -> None:
    """As for the cells themselves: with exactly two each has to change ten; with three five are left without each."""

    def dearer(laptop: str, number: int) -> list[Home]:
        return [worth(one, 12_000) for one in FIRST[laptop][:number]] + [*FIRST[laptop][number:]]

    assert amounts(FIRST, {**FIRST, A: dearer(A, 9), B: dearer(B, 9)}) == [SAID, SAID]
    assert amounts(FIRST, {**FIRST, A: dearer(A, 10), B: dearer(B, 10)})[1] == SAID + 20_000 + 30_000
    assert amounts(FIRST, {**FIRST, A: dearer(A, 5), B: dearer(B, 5), C: dearer(C, 1)})[1] == SAID + 29_000
    assert amounts(FIRST, {**FIRST, A: dearer(A, 4), B: dearer(B, 3), C: dearer(C, 1)}) == [SAID, SAID]


def test_attack_one_laptop_under_another_name() -> None:
    """Twenty gone and twenty new are the same twenty; the one that came elsewhere would be the difference."""
    again = {D: FIRST[A], B: [*FIRST[B], *ONE], C: FIRST[C]}
    later = {**again, C: [*FIRST[C], *ONE]}
    assert amounts(FIRST, again, later) == [SAID] * 3


def test_attack_the_same_households_on_three_laptops_are_no_nine_changes() -> None:
    """Three that all laptops have count as three, whoever says it."""
    shared = homes(3, 9_000)
    first = {name: [*found, *shared] for name, found in FIRST.items()}
    dearer = [worth(one, 10_000) for one in shared]
    said = amounts(first, {name: [*found, *dearer] for name, found in FIRST.items()})
    assert said == [SAID + 27_000] * 2


def test_attack_a_newcomer_among_five_that_changed_their_amount_only() -> None:
    """The number of households beside an amount has its own figure: other amounts are no other households."""

    def number(laptops: Laptops, ledger: Ledger, period: str, earlier: Laptops | None) -> tuple[int | None, Ledger]:
        told = None if earlier is None else (PERIOD, earlier)
        publication, ledger = publish(merge(laptops, TABLES, period, earlier=told), TABLES, ledger)
        return publication.table("cost_after").at("wmo|gem").households, ledger

    first, ledger = number(FIRST, Ledger(), PERIOD, None)
    dearer = {name: [worth(one, 12_000) for one in found] for name, found in FIRST.items()}
    _, later = number({**dearer, B: [*dearer[B], *ONE]}, ledger, NEXT, FIRST)
    key = ("cost_after/n", "wmo|gem")
    assert later.entries[key].value == ledger.entries[key].value == first
    assert len(later.entries[key].states) == 1, "carried"
    assert len(later.entries["cost_after", "wmo|gem"].states) == 2, "a new amount"


def dearer(number: int, by: int) -> Laptops:
    """Of each laptop so many households that have another amount."""
    return {
        name: [worth(one, int(one.cells[0].value or 0) + by) for one in found[:number]] + [*found[number:]]
        for name, found in FIRST.items()
    }


def test_attack_the_amount_of_one_among_several_that_changed() -> None:
    """Fifteen households of three laptops change a little and one comes: the difference would be nearly its amount."""
    little, much = dearer(5, 300), dearer(5, 4_000)
    assert amounts(FIRST, {**little, B: [*little[B], *ONE]}) == [SAID, SAID]
    assert amounts(FIRST, little)[1] == SAID + 4_000, "the fifteen without it are no secret"
    assert amounts(FIRST, {**much, B: [*much[B], *ONE]})[1] == SAID + 97_000, "nor is the one among much more"


def test_attack_a_colleague_takes_off_the_own_changes_to_see_the_largest_of_the_others() -> None:
    """Together it passes; what is left without laptop A is one amount, and next to nothing of nine."""
    mine = {**dearer(5, 100), A: [worth(one, 25_000) for one in FIRST[A][:9]] + [*FIRST[A][9:]]}
    assert amounts(FIRST, {**mine, B: [*mine[B], *ONE]}) == [SAID, SAID]


def test_attack_small_changes_that_add_up_to_a_large_one_of_one_household() -> None:
    """Each quarter the one gets more beside fourteen others: from the first figure it is nearly all of it."""
    steps = []
    for quarter in range(4):
        less = dearer(5, 90 * quarter)
        steps.append({**less, B: [worth(FIRST[B][0], 9_000 + 9_000 * quarter), *less[B][1:]]})
    assert amounts(*steps) == [SAID] * 4


def test_attack_subtracting_sums_that_are_new_from_a_total_that_is_new() -> None:
    """One comes in the one law, 42 change in the other: a new total beside a new part would tell of the one."""
    said, ledger, earlier = [], Ledger(), None
    law = {name: [*found, *in_law("zvw", 14, 9_000)] for name, found in FIRST.items()}
    other = {name: [*found[:-14], *(worth_zvw(one, 12_000) for one in found[-14:])] for name, found in law.items()}
    for period, laptops in ((PERIOD, law), (NEXT, {**other, B: [*ONE, *other[B]]})):
        publication, ledger = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, ledger)
        table, earlier = publication.table("cost_after"), (period, laptops)
        said.append([table.at(cell).value for cell in ("|gem", "wmo|gem", "zvw|gem")])
    assert said == [[SAID + 378_000, SAID, 378_000], [SAID + 541_000, SAID, 378_000]], "the part that is new stays too"


def worth_zvw(one: Home, amount: int) -> Home:
    return replace(one, cells=in_law("zvw", 1, amount)[0].cells)


def test_attack_subtracting_to_see_one_come_among_sums_that_are_hidden_every_time() -> None:
    """One comes in a law that is hidden beside another, 42 change in the law that is shown: both new, the total less
    that one would be what came to the hidden ones.
    """
    said, ledger, earlier = [], Ledger(), None
    law = {name: [*found, *in_law("zvw", 14, 9_000), *in_law("pw", 4, 1_000)] for name, found in FIRST.items()}
    law[A] = [*in_law("pw", 1, 80_000), *law[A]]
    other = {
        name: [*found[:-18], *(worth_zvw(one, 12_000) for one in found[-18:-4]), *found[-4:]]
        for name, found in law.items()
    }
    for period, laptops in ((PERIOD, law), (NEXT, {**other, B: [*ONE, *other[B]]})):
        publication, ledger = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, ledger)
        table, earlier = publication.table("cost_after"), (period, laptops)
        assert [table.at(f"{one}|gem").status for one in ("wmo", "pw")] == ["hidden", "hidden"]
        said.append([table.at(cell).value for cell in ("|gem", "zvw|gem")])
    assert said == [[970_000, 378_000], [1_133_000, 378_000]]


def in_law(law: str, number: int, amount: int) -> list[Home]:
    return [home(RANDOM, "households_team n", f"cost_after {law}|gem {amount}") for _ in range(number)]


def test_attack_nobody_has_anything() -> None:
    """A sum of nothing says of each of 60 households that it has nothing; the ones that have something show as ever."""
    nothing = {name: [*found, *in_law("zvw", 20, 0)] for name, found in FIRST.items()}
    table = publish(merge(nothing, TABLES), TABLES)[0].table("cost_after")
    assert (table.at("zvw|gem").status, table.at("zvw|gem").value) == ("hidden", None)
    assert [table.at(cell).value for cell in ("|gem", "wmo|gem")].count(SAID) == 1, "and it does not follow from others"


# -- in a real workspace --------------------------------------------------------------------------------------

LAPTOPS = (Laptop(1), Laptop(2), Laptop(3))
CELL = "wmo2015|gemeente"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = begun(tmp_path / "coordinator")
    believed(made, *LAPTOPS)
    yield made
    made.close()


def real(number: int, amount: int) -> list[Home]:
    cells = (Membership("cost_after", CELL, amount), Membership("households_team", "noord"))
    return [Home(RANDOM.randbytes(32), cells) for _ in range(number)]


def real_worth(found: list[Home], number: int, more: int) -> list[Home]:
    """So many of these households with another amount."""
    return [
        replace(one, cells=(replace(one.cells[0], value=int(one.cells[0].value or 0) + more), *one.cells[1:]))
        if at < number else one
        for at, one in enumerate(found)
    ]  # fmt: skip


def send(
    store: Store, at: int, found: list[Home], period: str, sequence: int, earlier: tuple[str, list[Home]] | None = None
) -> None:
    before = None if earlier is None else before_of(earlier[1], earlier[0], REAL)
    made = LAPTOPS[at].payload(store, [], households=len(found), period=period, sequence=sequence,
                               cells=contributions(found, period, REAL, before))  # fmt: skip
    take(store, LAPTOPS[at].sealed(store, made), LATER)


def said_in(store: Store, period: str) -> int | None:
    return published.publish_in(store, periods.parse(period), DAY).table("cost_after").at(CELL).value


def test_attack_a_late_laptop_in_a_real_workspace(store: Store) -> None:
    """Its late file comes after the publication, and the next one counts from that file, which nobody published."""
    base = [real(20, 10_000), real(20, 9_000), real(15, 8_000)]
    for at, found in enumerate(base):
        send(store, at, found, PERIOD, 1)
    said = [said_in(store, PERIOD)]
    second = [base[0], *(real_worth(found, 10, 1_000) for found in base[1:])]
    for at in (1, 2):
        send(store, at, second[at], NEXT, 2, (PERIOD, base[at]))
    said.append(said_in(store, NEXT))
    send(store, 0, base[0], NEXT, 2, (PERIOD, base[0]))
    for at, found in enumerate([base[0], base[1] + real(1, 37_400), base[2]]):
        send(store, at, found, AFTER, 3, (NEXT, second[at]))
    said.append(said_in(store, AFTER))
    assert said == [SAID, 320_000, 320_000]


@pytest.mark.parametrize(("first", "second"), [(NEXT, "2026"), ("2026", NEXT), ("2026", AFTER), (NEXT, "2027")])
def test_attack_a_year_beside_a_quarter(store: Store, first: str, second: str) -> None:
    """The year holds one household more, which closed before October: the difference would be its amount."""
    base = [real(20, 10_000), real(20, 9_000), real(15, 8_000)]
    for at, found in enumerate(base):
        send(store, at, found, first, 1)
    said = said_in(store, first)
    for at, found in enumerate([base[0], base[1] + real(1, 41_300), base[2]]):
        send(store, at, found, second, 2)
    kept = content_of(store)
    with pytest.raises(InputError, match="kan van één huishouden zijn"):
        said_in(store, second)
    assert content_of(store) == kept
    assert said_in(store, first) == said == SAID


def test_attack_a_year_of_its_quarters(store: Store) -> None:
    """Whoever has both packages makes the same year, so that it tells nothing more; with all that is secret gone, and
    all that came in, the coordinator still makes it too.
    """
    base = [real(20, 10_000), real(20, 9_000), real(15, 8_000)]
    for at, found in enumerate(base):
        send(store, at, found, PERIOD, 1)
    for at, found in enumerate([base[0], base[1] + real(1, 41_300), base[2]]):
        send(store, at, found, NEXT, 2, (PERIOD, base[at]))
    quarters = [published.publish_in(store, periods.parse(one), DAY) for one in (PERIOD, NEXT)]
    kept = content_of(store)
    year = yearly.kept_or_made(store, periods.parse("2026"))
    assert year is not None
    assert content_of(store) == kept
    assert year.table("cost_after").shown
    packages = [publication_package.package_bytes(one, "GM0363") for one in quarters]
    theirs = yearly.made(publication_reading.opened(one) for one in reversed(packages))
    assert publication_package.package_bytes(theirs) == publication_package.package_bytes(year)
    with store.change("Wissen", undoable=False):
        for table in ("received", "ledger", "publisher"):
            for (id_,) in store.rows(f"SELECT id FROM {table}"):
                store.delete(table, id_)
    assert yearly.kept_or_made(store, periods.parse("2026")) == year


def test_attack_new_key_and_p_each_publication(store: Store) -> None:
    """With another draw for each quarter the roundings of one cell could be laid side by side."""
    base = [real(20, 10_000), real(20, 9_000), real(15, 8_000)]
    for at, found in enumerate(base):
        send(store, at, found, PERIOD, 1)
    said_in(store, PERIOD)
    for at, found in enumerate(base):
        send(store, at, found, NEXT, 2, (PERIOD, found))
    asked = published.read_for(store, periods.parse(NEXT))
    assert asked.secrets == ledger_kept.known_secrets(store)
    said_in(store, NEXT)
    assert asked.secrets == ledger_kept.known_secrets(store)


@pytest.mark.parametrize(("number", "fewer"), [(10, 1), (11, 2), (12, 3), (13, 4)])
def test_attack_one_household_less_hides_what_was_shown(number: int, fewer: int) -> None:
    """With today's numbers the total would have to be hidden for its two hidden parts: so somebody left it."""
    rare = "problems_children schuld|"

    def all_of(cells: int) -> list[Home]:
        return [home(RANDOM, "households_team n", "problems_children huur|met") for _ in range(cells)]

    first = {sender: all_of(40) for sender in (A, B, C, D)}
    for at in range(number):
        ours = first[(A, B, C, D)[at % 4]]
        ours.append(home(RANDOM, "households_team n", f"{rare}{'met' if at % 2 else 'zonder'}"))
    second = {sender: list(ours) for sender, ours in first.items()}
    for sender in (A, B, C, D)[:fewer]:
        second[sender][-1] = without(second[sender][-1])
    before, ledger = publish(merge(first, TABLES), TABLES)
    after, _ = publish(merge(second, TABLES, NEXT, earlier=(PERIOD, first)), TABLES, ledger)
    assert before.table("problems").at("schuld").status == "shown"
    assert [table.cells for table in after.tables] == [table.cells for table in before.tables]
