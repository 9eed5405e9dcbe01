from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.pockets import elsewhere, flows_of, purses_of
from doorbraak.model.insight.savings import Amounts, LineSum, saving_of
from tests.model.insight.records import dossier, event, line, made
from tests.model.insight.test_savings import lines

LISTS = load()
GONE = Chances(100, 100, 0)
IN_PLAN = Chances(0, 0, 100)


def rows(*costs: CostLine) -> tuple[LineSum, ...]:
    return saving_of(dossier(*costs, events=(event(40, 5),)), LISTS).public_lines


def won_by(cost: CostLine, beneficiary: str) -> CostLine:
    return made(CostLine, **{name: getattr(cost, name) for name in cost.__slots__} | {"beneficiary": beneficiary})


@given(st.lists(lines(), max_size=12))
def test_that_flows_and_purses_add_up_to_the_saving(costs: list[CostLine]) -> None:
    found = rows(*costs)
    public = sum((row.amounts for row in found), Amounts())
    assert sum((flow.amounts for flow in flows_of(found)), Amounts()) == public
    purses = purses_of(found)
    assert sum(one.wins - one.lays_out for one in purses) == public.saving


def test_that_own_cost_is_laid_out_by_its_payer_and_is_nobodys_gain() -> None:
    own = line(50_000, id_=1, chances=IN_PLAN, intervention=1)
    care = line(200_000, id_=2, payer="zorgverzekeraar", chances=GONE)
    found = {one.id: one for one in purses_of(rows(own, care))}
    assert (found["gemeente"].lays_out, found["gemeente"].wins) == (50_000, 0)
    assert (found["zorgverzekeraar"].lays_out, found["zorgverzekeraar"].direct) == (0, 200_000)
    assert [flow.own for flow in flows_of(rows(own, care))] == [True, False]


def test_that_what_another_wins_than_pays_is_counted_without_the_own_cost() -> None:
    other = won_by(line(30_000, id_=1, chances=GONE), "zorgverzekeraar")
    own = won_by(line(5_000, id_=2, chances=IN_PLAN, intervention=1), "zorgverzekeraar")
    assert elsewhere(rows(other, own, line(1_000, id_=3, chances=GONE))) == 30_000


def test_that_what_costs_more_is_a_loss_of_its_winner() -> None:
    more = line(10_000, chances=Chances(0, 0, 100))
    assert purses_of(rows(more))[0].direct == -10_000
