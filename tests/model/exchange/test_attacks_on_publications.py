"""What somebody tries who has the publications of all periods, and perhaps the own households: PRIVACY.md section 7.

Each test is named after the attack. The attacker is a program that adds and subtracts whatever is shown.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from doorbraak import paths
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import published, published_rules
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_rules import Limits, limits_here, limits_of
from tests.model.exchange.caseloads import known_tables
from tests.model.exchange.merged_caseloads import (
    AFTER,
    NEXT,
    PERIOD,
    SECRETS,
    caseload,
    home,
    merge,
    publish,
    small_laptops,
    small_tables,
)
from tests.model.exchange.publication_audit import exposed, exposed_amounts, true_counts

TABLES = small_tables()
A, B, C = "a" * 32, "b" * 32, "c" * 32
TEAM = "households_team n"
RANDOM = Random(8)


def homes(number: int, *cells: str) -> list[Home]:
    return [home(RANDOM, TEAM, *cells) for _ in range(number)]


def of(publication: Publication, table: str, cell: str) -> int | str:
    one = publication.table(table).at(cell)
    return one.status if one.value is None else one.value


def published_of(**laptops: list[Home]) -> Publication:
    return publish(merge({name * 32: found for name, found in laptops.items()}, TABLES), TABLES)[0]


def told(publication: Publication, table: str, cells: Iterable[str]) -> list[str]:
    return [cell for cell in cells if publication.table(table).at(cell).value is not None]


def test_attack_subtraction_from_totals() -> None:
    """40 scores, 37 of them high: with the total and the 37 beside it the 3 are known."""
    laptops = {A: homes(20, "trust_before hoog"), B: homes(17, "trust_before hoog"), C: homes(3, "trust_before laag")}
    laptops = {name: [*found, *homes(10)] for name, found in laptops.items()}
    merged = merge(laptops, TABLES)
    publication, _ = publish(merged, TABLES)
    assert of(publication, "trust_before", "laag") == "hidden"
    assert len(told(publication, "trust_before", ("", "hoog"))) == 1
    assert exposed(publication, merged, TABLES, rounding=False) == ()


def test_attack_subtraction_with_linked_tables() -> None:
    """The problem as a whole stands in one table, with and without children in another: 43 - 40 = 3."""
    cells = ("life_domains geld", "problems_children schuld|met")
    few = homes(3, "life_domains geld", "problems_children schuld|zonder")
    others = homes(20, "life_domains geld") + homes(20, "life_domains zorg", "problems_children angst|met")
    laptops = {A: homes(20, *cells) + few, B: homes(20, *cells), C: homes(20)}
    laptops = {name: [*found, *others[at::3]] for at, (name, found) in enumerate(laptops.items())}
    merged = merge(laptops, TABLES)
    publication, _ = publish(merged, TABLES)
    assert of(publication, "problems_children", "schuld|zonder") == "hidden"
    shown = told(publication, "problems_children", ("schuld|met",)) + told(publication, "problems", ("schuld",))
    assert len(shown) == 1
    assert exposed(publication, merged, TABLES, rounding=False) == ()


def test_attack_subtraction_of_before_and_after() -> None:
    """Costs before = costs after + what is saved, in three tables: none of the three follows from the two others."""
    many = [*homes(30, "cost_after wmo|gem 5000", "saved wmo|gem 2000"), *homes(30, "cost_after zvw|zvz 3000")]
    few = homes(4, "cost_after pw|gem 4000", "saved pw|gem 3000")
    merged = merge({A: many[::2] + few[:2], B: many[1::2] + few[2:]}, TABLES)
    publication, _ = publish(merged, TABLES)
    assert [of(publication, table, "pw|gem") for table in ("cost_before", "cost_after", "saved")] == ["hidden"] * 3
    assert exposed_amounts(publication, merged, TABLES) == ()
    assert told(publication, "cost_after", ("|",)) == ["|"]


def test_attack_two_per_line_patterns_that_still_leak() -> None:
    """Two hidden in each line look safe and may hide nothing: of tables with many such patterns none is exposed."""
    for seed in range(12):
        merged = merge(small_laptops(1000 + seed, 60, 4), TABLES)
        publication, _ = publish(merged, TABLES)
        assert exposed_amounts(publication, merged, TABLES) == ()


def test_attack_two_small_cells_that_protect_each_other() -> None:
    """7 households in two cells: what the two are together is as small as each of them."""
    laptops = {A: homes(40), B: [home(RANDOM, "households_team o") for _ in range(4)]}
    laptops[C] = [home(RANDOM, "households_team z") for _ in range(3)]
    merged = merge(laptops, TABLES)
    publication, _ = publish(merged, TABLES)
    assert told(publication, "households_team", ("n", "o", "z")) == []
    assert exposed(publication, merged, TABLES, rounding=False) == ()


def quarters(*steps: list[Home], others: list[Home]) -> list[Publication]:
    """One laptop sends these and ten more in three quarters, another always the same."""
    made: list[Publication] = []
    more = homes(10)
    ledger, earlier = Ledger(), None
    for period, step in zip((PERIOD, NEXT, AFTER), steps, strict=False):
        laptops = {A: [*step, *more], B: others}
        publication, ledger = publish(merge(laptops, TABLES, period, earlier=earlier), TABLES, ledger)
        made.append(publication)
        earlier = (period, laptops)
    return made


@pytest.mark.parametrize(("changes", "after"), [(1, 40), (4, 40), (5, 35)])
def test_attack_quarter_against_quarter(changes: int, after: int) -> None:
    with_a = homes(40, "agencies a")
    first, second = quarters(with_a, homes(changes) + with_a[changes:], others=homes(40))
    assert of(first, "agencies", "a") == 40
    assert of(second, "agencies", "a") == after


def test_attack_remove_publish_put_back_publish() -> None:
    """One household taken out of a laptop and put back: the three publications say the same everywhere."""
    with_a = homes(40, "agencies a", "life_domains geld", "problems_children schuld|met", "cost_after wmo|gem 3000")
    made = quarters(with_a, with_a[1:], with_a, others=homes(40, "agencies b"))
    said = [[[(one.status, one.value) for one in table.cells] for table in one.tables] for one in made]
    assert said[0] == said[1] == said[2]


def test_attack_undoing_four_changes_to_show_a_fifth() -> None:
    """4 leave; then these come back and 1 other leaves: 5 changed since the last file, and 1 since the last figure."""
    with_a = homes(40, "agencies a")
    made = quarters(with_a, homes(4) + with_a[4:], [*with_a[:39], *homes(1)], others=homes(40))
    assert [of(one, "agencies", "a") for one in made] == [40, 40, 40]


def test_attack_regrouped_codes_in_a_new_catalogue_version() -> None:
    """Two codes that were one before: laid side by side they tell who is in which. So the old figures block it."""
    _, ledger = publish(merge({A: homes(40)}, TABLES), TABLES)
    newer = replace(TABLES, version="later")
    with pytest.raises(InputError, match="andere versie"):
        publish(merge({A: homes(40)}, newer, NEXT), newer, ledger)


def test_attack_own_caseload_subtraction() -> None:
    """12 households of which 8 are the colleague's own: the 4 others would be known."""
    publication = published_of(a=homes(8, "agencies a") + homes(20), b=homes(2, "agencies a"), c=homes(2, "agencies a"))
    assert of(publication, "agencies", "a") == "hidden"
    two = published_of(a=homes(8, "agencies a") + homes(20), b=homes(9, "agencies a") + homes(20))
    assert of(two, "agencies", "a") == "hidden", "of two senders each knows what the other has"
    few = {"b": homes(3, "agencies a") + homes(2), "c": homes(4, "agencies a")}
    assert of(published_of(a=homes(8, "agencies a") + homes(20), **few), "agencies", "a") == 15


def test_attack_nine_fake_households_added_to_a_cell_of_one() -> None:
    one = homes(1, "agencies a")
    publication = published_of(a=one + homes(30), b=homes(9, "agencies a") + homes(30), c=homes(10))
    assert of(publication, "agencies", "a") == "hidden"


def test_attack_lower_bounds_from_own_contributions() -> None:
    """9 low scores of which 8 are the sender's own: what is shown beside leaves room for that sender too."""
    own = homes(8, "trust_before laag") + homes(6, "trust_before hoog")
    laptops = {A: own, B: homes(1, "trust_before laag") + homes(20, "trust_before hoog"), C: homes(30)}
    merged = merge(laptops, TABLES)
    publication, _ = publish(merged, TABLES)
    assert of(publication, "trust_before", "laag") == "hidden"
    assert exposed(publication, merged, TABLES, rounding=False) == ()


def test_attack_12_of_12_and_24_of_25() -> None:
    """What holds for everybody says something about each. Of 12 even "meer dan 90%" would be 11 or 12."""
    assert of(published_of(a=homes(12, "agencies a")), "agencies", "a") == "hidden"
    publication = published_of(a=homes(24, "agencies a") + homes(1))
    assert of(publication, "agencies", "a") == "most"
    assert "24" not in repr(publication)


@pytest.mark.parametrize("without", [0, 1, 2])
def test_attack_all_of_a_group_that_others_know(without: int) -> None:
    """60 of 60 families with children have it: so each of those families has it. With 54 of 60 the number is shown."""
    met, other = ("life_domains geld", "problems_children schuld|met"), "problems_children angst|met"

    def laptop() -> list[Home]:
        angst = [*homes(without, "life_domains zorg", other)]
        some = homes(20 - len(angst), *met) + angst + homes(14, "life_domains geld", "problems_children schuld|zonder")
        return some + homes(20, "life_domains zorg", "problems_children angst|zonder") + homes(10, "life_domains geld")

    publication = published_of(a=laptop(), b=laptop(), c=laptop())
    families = publication.table("problems_children").at("|met")
    assert families.value == 60
    found = of(publication, "problems_children", "schuld|met")
    assert found in ((50, 55) if without == 2 else ("hidden",))
    beside = told(publication, "problems_children", ("schuld|", "schuld|zonder"))
    assert len(beside) == (2 if without == 2 else 1), "it does not follow from the others"


def test_attack_all_of_a_life_domain() -> None:
    """Everybody of a life domain has one and the same problem; with 90 of 102 it is a number again."""
    met, zonder = (("life_domains geld", f"problems_children schuld|{one}") for one in ("met", "zonder"))

    def rest() -> list[Home]:
        return [*homes(15, *angst[0]), *homes(15, *angst[1]), *homes(9)]

    angst = [("life_domains zorg", f"problems_children angst|{one}") for one in ("met", "zonder")]
    laptops = [homes(15, *met) + homes(15, *zonder) + rest() for _ in "abc"]
    publication = published_of(a=laptops[0], b=laptops[1], c=laptops[2])
    assert of(publication, "life_domains", "geld") == 90
    assert of(publication, "problems", "schuld") == "hidden"
    few = homes(4, "life_domains geld")
    publication = published_of(
        a=laptops[0] + few, b=laptops[1] + homes(4, "life_domains geld"), c=laptops[2] + homes(4, "life_domains geld")
    )
    assert of(publication, "problems", "schuld") == 90


def test_attack_zero_or_small() -> None:
    """Nobody, one and nine look alike, in the table and in everything that is said about it."""
    made = [published_of(a=homes(number, "agencies c") + homes(40), b=homes(20)) for number in (0, 1, 9)]
    cells = [one.table("agencies").at("c") for one in made]
    assert cells[0] == cells[1] == cells[2]
    assert len({one.table("agencies").why for one in made}) == 1


def test_attack_one_household_with_80_per_cent_of_a_sum() -> None:
    flat = homes(14, "cost_after wmo|gem 5000")
    assert of(published_of(a=flat[:7] + homes(9), b=flat[7:]), "cost_after", "wmo|gem") == "hidden", "two senders"
    senders = {"a": flat[:5], "b": flat[5:10], "c": [*flat[10:], *homes(9)]}
    assert of(published_of(**senders), "cost_after", "wmo|gem") == 70_000
    large = {**senders, "a": [*flat[:4], *homes(1, "cost_after wmo|gem 260000")]}
    publication = published_of(**large)
    assert [of(publication, "cost_after", cell) for cell in ("wmo|gem", "wmo|", "|gem", "|")] == ["hidden"] * 4


def test_attack_negative_savings() -> None:
    """A gain and a loss that cancel out: the sum is small, and what one household has in it is not."""
    flat = [homes(5, "saved wmo|gem 1000") for _ in range(3)]
    assert of(published_of(a=flat[0], b=flat[1], c=flat[2] + homes(9)), "saved", "wmo|gem") == 15_000
    swung = [*homes(1, "saved wmo|gem 90000"), *homes(1, "saved wmo|gem -88000"), *flat[0][2:]]
    publication = published_of(a=swung, b=flat[1], c=flat[2] + homes(9))
    assert of(publication, "saved", "wmo|gem") == "hidden"
    below = [homes(5, "saved wmo|gem -1000") for _ in range(3)]
    assert of(published_of(a=below[0], b=below[1], c=below[2] + homes(9)), "saved", "wmo|gem") == -15_000


def test_attack_exact_means_and_percentages() -> None:
    """37 of 61 would be 60.66%, and € 123,400 for 37 households € 3,335: neither is in what is shown."""
    found = [*homes(36, "agencies a", "cost_after wmo|gem 3300"), *homes(1, "agencies a", "cost_after wmo|gem 4600")]
    publication = published_of(**{name: [*found[at::3], *homes(8)] for at, name in enumerate("abc")})
    costs, agencies = publication.table("cost_after"), publication.table("agencies")
    one = costs.at("wmo|gem")
    assert one.value == 123_000
    assert one.households in (35, 40)
    assert costs.mean("wmo|gem") in (3_100, 3_500)
    assert agencies.at("a").value in (35, 40)
    assert publication.households in (60, 65)
    for table in publication.tables:
        for cell in table.shown:
            assert (cell.value or 0) % 5 == 0
            assert (cell.households or 0) % 5 == 0


def test_attack_the_same_publication_100_times() -> None:
    """Rounding by chance would average out to the truth if each time were another draw."""
    merged = merge(small_laptops(5, 47, 3), TABLES)
    assert len({repr(publish(merged, TABLES)[0]) for _ in range(5)}) == 1
    drawn = {key: cell for key, cell in merged.cells.items() if not TABLES.tables[key[0]].has_amounts}
    counts = replace(merged, cells=drawn)  # an amount itself is not left to chance, and takes the time
    assert len({repr(publish(counts, TABLES)[0]) for _ in range(100)}) == 1
    assert any(one.value for one in publish(counts, TABLES)[0].table("agencies").cells)


def test_attack_one_household_in_several_tables_is_one_draw() -> None:
    """The same households under two names would be two draws: total of the problems, and of the life domains."""
    publication, _ = publish(merge(small_laptops(5, 97, 3), TABLES), TABLES)
    assert of(publication, "life_domains", "") == of(publication, "problems", "")
    assert of(publication, "trust_before", "") == of(publication, "trust_after", "")


def test_attack_threshold_3_in_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="less strict"):
        Limits(fewest=3)
    limits, said = limits_of({"fewest": 3, "fewest_others": 1, "most_share": 100, "fewest_changed": 0, "sudo": 1})
    assert limits == published_rules.LIMITS
    assert len(said) == 5
    assert all("strengere" in sentence for sentence in said)
    settings = tmp_path / "beleid.json"
    settings.write_text('{"format": "doorbraak-beleid", "version": 1, "publication": {"fewest": 3}}')
    monkeypatch.setattr(paths, "policy_file", lambda: settings)
    assert limits_here() == (published_rules.LIMITS, (published_rules.LESS_STRICT % "fewest",))
    settings.write_text('{"format": "doorbraak-beleid", "version": 1, "publication": {"fewest": 20}}')
    assert limits_here() == limits_of({"fewest": 20})
    stricter, said = limits_of({"fewest": 20})
    assert (stricter.fewest, said) == (20, ())
    merged = merge({A: homes(15, "agencies a") + homes(40)}, TABLES)
    assert of(publish(merged, TABLES)[0], "agencies", "a") == 15
    publication, _ = published.publish(caseload(merged, TABLES), TABLES, SECRETS, Ledger(), stricter)
    assert of(publication, "agencies", "a") == "hidden"


def test_attack_singling_out_from_margins_and_rare_pairs() -> None:
    """One family with a rare problem stands nowhere: not in its pair, its margins, or as a difference of these."""
    rare = homes(1, "life_domains zorg", "problems_children angst|zonder")
    merged = merge({A: homes(30, "life_domains geld", "problems_children schuld|met") + rare, B: homes(30)}, TABLES)
    publication, _ = publish(merged, TABLES)
    for table, cell in (
        ("problems_children", "angst|zonder"), ("problems_children", "angst|"), ("problems", "angst"),
        ("problems_children", "|zonder"), ("life_domains", "zorg"),
    ):  # fmt: skip
        assert of(publication, table, cell) == "hidden"
    assert exposed(publication, merged, TABLES, rounding=False) == ()


def test_attack_a_rare_triple() -> None:
    """Each two of what was done, for which life domain and with which answer are many households; all three are two."""
    tables = known_tables()
    done, domain, worked = ([code.id for code in one.codes] for one in tables.tables["interventions_worked"].dimensions)
    rare, pairs = (done[0], domain[0], worked[1]), ((0, 0, 0), (0, 1, 1), (1, 0, 1))

    def laptop(*more: Home) -> list[Home]:
        cells = [f"interventions_worked {done[a]}|{domain[b]}|{worked[c]}" for a, b, c in pairs]
        return [home(RANDOM, "households_team noord", *cells[at % 4 : at % 4 + 1]) for at in range(80)] + [*more]

    two = [home(RANDOM, "households_team noord", f"interventions_worked {'|'.join(rare)}") for _ in range(2)]
    publication, _ = publish(merge({A: laptop(*two), B: laptop(), C: laptop()}, tables), tables)
    for at in range(3):
        pair = "|".join("" if place == at else code for place, code in enumerate(rare))
        assert of(publication, "interventions_worked", pair) in (60, 65), "62 of another 60 with one of them"
    assert of(publication, "interventions_worked", "|".join(rare)) == "hidden"


def test_attack_the_same_family_on_two_laptops() -> None:
    """It counts once, and each of the two knows it: both are taken off when looking what others have."""
    shared = homes(6, "agencies a")
    merged = merge({A: shared + homes(20), B: [*shared, *homes(5, "agencies a")], C: homes(20)}, TABLES)
    assert true_counts(merged, TABLES)["agencies", "a"][""] == 11
    publication, _ = publish(merged, TABLES)
    assert of(publication, "agencies", "a") == "hidden"


def test_attack_the_same_family_on_two_laptops_without_hand_over() -> None:
    """Then it has two secrets and counts twice. 9 families that both laptops hold are 18 codes, and each of the two
    laptops knows 9 of them: what is left is too few for the other.
    """
    publication = published_of(a=homes(9, "agencies a") + homes(20), b=homes(9, "agencies a") + homes(20), c=homes(20))
    assert of(publication, "agencies", "a") == "hidden"


def test_attack_a_look_that_finds_nothing_would_be_no_look() -> None:
    """The program that attacks here does find what is left open: with the 37 put back beside the total of 40."""
    laptops = {A: homes(20, "trust_before hoog"), B: homes(17, "trust_before hoog"), C: homes(3, "trust_before laag")}
    merged = merge(laptops, TABLES)
    publication, _ = publish(merged, TABLES)
    table = publication.table("trust_before")
    for cell in ("", "hoog"):
        object.__setattr__(table.at(cell), "status", "shown")
        object.__setattr__(table.at(cell), "value", 40)
    found = exposed(publication, merged, TABLES, rounding=False)
    assert ("trust_before", "laag") in {one.cell for one in found}
